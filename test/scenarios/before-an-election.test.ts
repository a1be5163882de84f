// Before an election two officers approve, and somebody has said why it is necessary; and what an office calls harmless.
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { eventually, openTestOffice, publishedIn } from '../support/office.ts'
import { labels, wordsOf } from '../support/person.ts'
import { happenedTo, now, offers, proposes, reaches, shows, someWords } from '../support/steps.ts'

const mondayTen = Date.parse('2027-01-11T09:00:00Z')
const election = {
  ...{ name: 'Bürgerschaftswahl', from: '2027-01-12', until: '2027-02-23' },
  kinds: ['post', 'thread'],
}

/** Where the office's settings are, with these changes. */
function settingsWith(changes: Record<string, unknown>): string {
  const folder = mkdtempSync(join(tmpdir(), 'amtsfunk-office-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  const shipped = JSON.parse(readFileSync('docs/buero.json', 'utf8')) as object
  copyFileSync('docs/buero-logo.svg', join(folder, 'buero-logo.svg'))
  const path = join(folder, 'buero.json')
  writeFileSync(path, JSON.stringify({ ...shipped, ...changes }))
  return path
}

const banner = 'Vorwahlzeit bis 23.02.2027: zwei Freigaben nötig'

test('a Textbaustein leaves the question for the occasion where it is', async () => {
  const change = {
    OFFICE_PATH: settingsWith({ preElection: [election] }),
    POST_TEMPLATES_PATH: 'docs/textbausteine-beitraege.md',
  }
  await using office = await openTestOffice(change, Date.parse('2027-01-13T09:00:00Z'))
  const { anna } = office
  await anna.types('/vorschlag')
  await eventually(() => anna.formWords().includes('Anlass in der Vorwahlzeit'))
  await anna.choosesInForm('post-template', 'Straßensperrung')
  await eventually(() => JSON.stringify(anna.form()?.view).includes('text-'))
  expect(anna.formWords()).toContain('Anlass in der Vorwahlzeit')
})

test('the day brings the field, two officers approve, one by reaction and one by button', async () => {
  const change = { OFFICE_PATH: settingsWith({ preElection: [election] }), UNDO_SECONDS: 0 }
  await using office = await openTestOffice(change, mondayTen)
  const { anna, petra, deniz } = office
  await anna.types('/vorschlag')
  await eventually(() => anna.formWords().includes('Thema'))
  expect(anna.formWords()).not.toContain('Anlass in der Vorwahlzeit')
  const planned = { date: '2027-01-12', time: '10:00' }
  await anna.submits({ ...someWords, ...planned, text: 'Die Brücke ist gesperrt.' })
  await eventually(() => anna.formWords().includes('Vorwahlzeit (bis 23.02.2027)'))
  await anna.submits({ occasion: 'Sperrung ab Dienstag' })
  const card = await eventually(() => petra.cards()[0])
  await shows(card, banner, office)
  await shows(card, 'Anlass in der Vorwahlzeit (nicht auf X): Sperrung ab Dienstag', office)
  expect(wordsOf(now(card, office))).not.toContain('niemand da')
  await petra.reacts('✅', card)
  await shows(card, 'Erste Freigabe von Petra Petersen', office)
  await shows(card, 'Die zweite Freigabe kann Deniz', office)
  await petra.opensHome()
  await eventually(() => petra.home().includes('zweite Freigabe fehlt'))
  await offers(
    card,
    ['Freigeben', 'Stopp', 'Ablehnen', 'Rückfrage', 'Überarbeiten', 'Zurückziehen'],
    office,
  )
  await petra.presses('Freigeben', card)
  await eventually(() => petra.told().some((one) => one.includes('Ihre Freigabe ist notiert')))
  await petra.takesBack('✅', card)
  await shows(card, 'Gestoppt von Petra Petersen', office)
  await petra.presses('Freigeben', card)
  await shows(card, 'Erste Freigabe von Petra Petersen', office)
  await deniz.presses('Freigeben', card)
  await reaches(office, 'approved')
  await shows(card, 'Freigegeben von Petra Petersen und Deniz', office)
  office.clock.moveTo(Date.parse('2027-01-12T09:00:00Z'))
  await office.office.desk.settle()
  await reaches(office, 'published')
  expect(publishedIn(office)).toEqual(['Die Brücke ist gesperrt.'])
  expect(happenedTo(office).slice(0, 5)).toEqual([
    ...['proposed', 'approved-once', 'stopped', 'approved-once', 'approved'],
  ])
  // It says so above everything, and whoever opens a form now is asked at once.
  await anna.opensHome()
  await eventually(() => anna.home().includes('Vorwahlzeit (Bürgerschaftswahl) bis 23.02.2027'))
  // An officer makes the list for the file.
  expect(anna.home()).not.toContain('Liste erstellen')
  await petra.opensHome()
  await eventually(() => petra.home().includes('Liste der veröffentlichten Beiträge'))
  await petra.pressesAtHome('Liste erstellen')
  const listed = await eventually(() => petra.cards().find(({ files }) => files.length > 0))
  expect(listed.files[0]?.name).toBe('vorwahlzeit-2027-01-12-bis-2027-02-23.csv')
  await anna.types('/vorschlag')
  await eventually(() => anna.formWords().includes('Anlass in der Vorwahlzeit'))
  await anna.closes()
  await anna.types('/plan')
  await eventually(() =>
    anna.formWords().includes('Vorwahlzeit (Bürgerschaftswahl) bis 23.02.2027'),
  )
})

test('what was approved once and is late into the first day waits for people', async () => {
  const change = { OFFICE_PATH: settingsWith({ preElection: [election] }), UNDO_SECONDS: 600 }
  await using office = await openTestOffice(change, Date.parse('2027-01-11T22:45:00Z'))
  const { anna, petra } = office
  const card = await proposes(anna, 'Noch heute Abend')
  await petra.presses('Freigeben', card)
  await reaches(office, 'approved')
  // Slow to leave, it would go out after midnight.
  office.clock.moveTo(Date.parse('2027-01-11T23:00:30Z'))
  await office.office.desk.settle()
  await reaches(office, 'check-needed')
  await shows(
    card,
    'In der Vorwahlzeit braucht der Beitrag einen Anlass und zwei Freigaben',
    office,
  )
  expect(labels(now(card, office))).toEqual(['Überarbeiten', 'Zurückziehen'])
  expect(publishedIn(office)).toEqual([])
})

test('an officer lets a harmless post of her own go out, and it says so', async () => {
  const change = { OFFICE_PATH: settingsWith({ selfApproval: ['post'] }), UNDO_SECONDS: 0 }
  await using office = await openTestOffice(change)
  const { petra } = office
  const card = await proposes(petra, 'Heute ist Markttag.')
  await petra.opensHome()
  await eventually(() => petra.home().includes('Jetzt für Sie (1)'))
  await petra.reacts('✅', card)
  await reaches(office, 'published')
  await shows(card, 'freigegeben von Petra Petersen (Eigenfreigabe)', office)
  expect(publishedIn(office)).toEqual(['Heute ist Markttag.'])
})
