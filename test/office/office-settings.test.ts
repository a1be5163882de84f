// What an office writes into its settings is taken, or named with the place where it stands.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readOfficeSettings } from '../../src/office/office-settings.ts'
import { startProblemSentence } from '../../src/wording/start.ts'

const shipped = JSON.parse(readFileSync('docs/buero.json', 'utf8')) as Record<string, object>

/** What is said of settings like the shipped ones, but for these changes. */
function said(change: (settings: typeof shipped) => unknown): string {
  const folder = mkdtempSync(join(tmpdir(), 'amtsfunk-settings-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  const path = join(folder, 'buero.json')
  writeFileSync(join(folder, 'buero-logo.svg'), readFileSync('docs/buero-logo.svg'))
  writeFileSync(join(folder, 'bad.svg'), '<svg><script/></svg>')
  const changed = change(structuredClone(shipped))
  writeFileSync(path, typeof changed === 'string' ? changed : JSON.stringify(changed))
  const read = readOfficeSettings(path)
  return 'problem' in read ? startProblemSentence(read).replace(path, 'PATH') : 'fine'
}

const [department] = shipped.departments as [object]

const election = { name: 'Wahl', from: '2027-01-12', until: '2027-02-23', kinds: ['post'] }

test('times before an election and harmless kinds are taken', () => {
  const more = { preElection: [election], selfApproval: ['post', 'thread'] }
  expect(said((settings) => ({ ...settings, ...more }))).toBe('fine')
})

test('the settings that come with the program are fine', () => {
  expect(said((settings) => settings)).toBe('fine')
})

test.each<[string, (settings: typeof shipped) => unknown, string]>([
  [
    'no JSON',
    () => '{ "name": ',
    'Die Einstellungen des Amtes lassen sich nicht lesen. Bitte prüfen Sie den Pfad und ob es gültiges JSON ist wie in docs/buero.json.',
  ],
  ['a field nobody knows', (all) => ({ ...all, logo: 'a.svg' }), unusable('logo')],
  ['no name', (all) => ({ ...all, name: '' }), unusable('name')],
  [
    'a person that is none',
    (all) => ({ ...all, departments: [{ ...department, people: ['Anna'] }] }),
    unusable('departments.0.people.0'),
  ],
  [
    'a time before an election that ends before it begins',
    (all) => ({ ...all, preElection: [{ ...election, until: '2027-01-11' }] }),
    unusable('preElection.0'),
  ],
  [
    'a time before an election without kinds',
    (all) => ({ ...all, preElection: [{ ...election, kinds: [] }] }),
    unusable('preElection.0.kinds'),
  ],
  [
    'warnings that one person may approve alone',
    (all) => ({ ...all, selfApproval: ['post', 'warning'] }),
    '„selfApproval“ nennt „warning“. Eigenfreigabe gibt es nur für „post“ und „thread“: Warnungen, Antworten, Korrekturen und Rückzüge gibt immer eine zweite Person frei.',
  ],
  [
    'a department twice',
    (all) => ({ ...all, departments: [department, department] }),
    unusable('departments'),
  ],
  [
    'a logo that is not there',
    (all) => ({ ...all, tile: { ...all.tile, logo: 'none.svg' } }),
    unusable('tile.logo'),
  ],
  [
    'a logo that is a program',
    (all) => ({ ...all, tile: { ...all.tile, logo: 'bad.svg' } }),
    unusable('tile.logo'),
  ],
  [
    'colours nobody can read',
    (all) => {
      const colours = { ground: '#ffffff', ink: '#999999', accent: '#005ca9', onAccent: '#ffffff' }
      return { ...all, tile: { ...all.tile, colours } }
    },
    'Die Farben ink (Schrift) und ground (Hintergrund) haben zu wenig Kontrast (2,8 : 1, nötig sind 4,5 : 1). Bitte wählen Sie eine dunklere oder hellere.',
  ],
])('%s is told', (_, change, sentence) => {
  expect(said(change)).toBe(`PATH (OFFICE_PATH): ${sentence}`)
})

function unusable(field: string): string {
  return `Mit der Angabe „${field}“ lässt sich nichts anfangen. Bitte vergleichen Sie sie mit docs/buero.json.`
}
