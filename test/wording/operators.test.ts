// What operators read on the terminal.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { lives as livesOf } from '../../db/lives.ts'
import { openDatabase } from '../../db/database.ts'
import { kindsOfMatter } from '../../src/core/matter.ts'
import {
  lifeLines,
  matterNamed,
  noMatterSentence,
  type EventOf,
} from '../../src/wording/history/lives.ts'
import { usage } from '../../src/wording/history/verdict.ts'
import {
  problemsSentence,
  startProblemSentence,
  type StartProblem,
  type Variable,
} from '../../src/wording/start.ts'
import { lives } from '../slack/lives.ts'
import { makeSample } from '../support/sample-database.ts'
import { approve, content, petra, posted, send, setting, told, zone } from '../slack/stories.ts'

test('all problems of the set-up come as one list, each with what belongs there', () => {
  expect(
    problemsSentence([
      { variable: 'SLACK_BOT_TOKEN', problem: 'missing' },
      { variable: 'UNDO_SECONDS', problem: 'unusable' },
    ]).split('\n'),
  ).toEqual([
    'Amtsfunk kann so nicht starten:',
    '- SLACK_BOT_TOKEN fehlt. Erwartet: das Bot-Token der Slack-App; es beginnt mit xoxb-.',
    '- UNDO_SECONDS ist nicht brauchbar. Erwartet: eine ganze Zahl von 0 bis 3600, zum Beispiel 30.',
    'Die Angaben stehen in der Datei .env oder in der Umgebung; .env.example zeigt alle. Ohne Angaben zu Slack und X startet der Übungsraum.',
  ])
})

test('every variable of .env.example has its sentence', () => {
  const file = new URL('../../.env.example', import.meta.url)
  const names = [...readFileSync(file, 'utf8').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name)
  expect(names.length).toBeGreaterThan(15)
  for (const variable of names as Variable[]) {
    expect(problemsSentence([{ variable, problem: 'missing' }])).not.toContain('undefined')
  }
})

const problems: StartProblem[] = [
  ...(
    [
      'wide',
      'newer',
      'not-writable',
      'full',
      'in-use',
      'not-a-database',
      'damaged',
      'gone',
    ] as const
  ).map((because): StartProblem => ({ problem: 'database', because, path: 'data/amtsfunk.db' })),
  { problem: 'slack-token', variable: 'SLACK_BOT_TOKEN', error: 'invalid_auth' },
  { problem: 'slack-unreachable' },
  ...(['not-found', 'not-a-member', 'archived', 'shared'] as const).map(
    (because): StartProblem => ({ problem: 'channel', variable: 'APPROVAL_CHANNEL', because }),
  ),
  ...(['no-group', 'no-plan', 'nobody', 'unknown-user'] as const).map((because): StartProblem => ({
    problem: 'officers',
    because,
  })),
  ...(['unknown-user', 'unreachable'] as const).map((because): StartProblem => ({
    problem: 'contact',
    because,
  })),
  ...(['unreadable', 'empty'] as const).map((because): StartProblem => ({
    problem: 'templates',
    variable: 'TEMPLATES_PATH',
    because,
    path: 'docs/textbausteine.md',
  })),
  { problem: 'x-credentials' },
  { problem: 'health-port', port: 8080 },
  { problem: 'sandbox-port', port: 3000 },
]

test.each(problems)('$problem $because', (problem) => {
  const sentence = startProblemSentence(problem)
  expect(sentence).not.toMatch(/undefined|null|\[object/)
  expect(sentence).toMatch(/^[A-ZÄÖÜ].{20,}/)
})

test('a life reads as one line per event', () => {
  const { life } = told(content(), approve, send, posted('1'))
  expect(lifeLines({ about: 'proposal', number: 17 }, life, { name: setting.name, zone })).toEqual([
    'Vorschlag 17:',
    '1. Mo., 23.11.2026, 14:30:05 Uhr, Anna Ahlers: Vorschlag eingereicht. Thema: Verkehr & Baustellen. Geplant: sofort nach der Freigabe. Text: „Die B 5 ist ab Montag gesperrt. / https://www.hamburg.de/bergedorf“',
    '2. Mo., 23.11.2026, 14:31:05 Uhr, Petra Petersen: Fassung 1 per Schaltfläche freigegeben, Veröffentlichung ab Mo., 23.11.2026, 14:31:35 Uhr.',
    '3. Mo., 23.11.2026, 14:31:35 Uhr, Amtsfunk: Teil 1 wird gesendet (Versuch 1).',
    '4. Mo., 23.11.2026, 14:31:36 Uhr, Amtsfunk: Teil 1 ist veröffentlicht (gesendet): https://x.com/amt/status/1',
  ])
})

test('people who were forgotten have no name in it', () => {
  const { life } = told(content(), [petra, { do: 'withdraw' }])
  expect(
    lifeLines({ about: 'proposal', number: 17 }, life, { name: () => null, zone })[2],
  ).toContain('[Name unbekannt]: Zurückgezogen.')
})

test('nothing anybody typed breaks a line or steers the terminal', () => {
  fc.assert(
    fc.property(lives, (life) => {
      const events = life.map(({ event }) => event)
      const lines = lifeLines({ about: 'proposal', number: 17 }, events, {
        name: () => '\u001B[31mrot\n',
        zone,
      })
      expect(lines.length).toBe(events.length + 1)
      for (const line of lines) expect(line).not.toMatch(/[\p{Cc}\u202E]|undefined|\[object/u)
    }),
    { numRuns: 50 },
  )
})

test('every event of every kind of matter reads as a sentence', () => {
  const folder = mkdtempSync(join(tmpdir(), 'amtsfunk-lives-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  const path = join(folder, 'sample.db')
  makeSample(path)
  const opened = openDatabase(path)
  if ('refused' in opened) throw new Error(opened.refused)
  onTestFinished(opened.close)
  const told = kindsOfMatter.flatMap((about) => {
    const all = livesOf<EventOf[typeof about]>(opened.db, about)
    return Array.from({ length: all.next() - 1 }, (_, index) => {
      const number = index + 1
      return lifeLines({ about, number }, all.life(number), { name: setting.name, zone })
    }).flat()
  })
  expect(told.length).toBeGreaterThan(150)
  for (const line of told) {
    expect(line).not.toMatch(/undefined|null|NaN|\[object/)
    expect(line).toMatch(/^([A-ZÄÖÜ][^ ]+ \d+:|\d+\. .*[.“]|\d+\. .*https?:\S+)$/)
  }
  // Among them what somebody would ask for first.
  for (const words of [
    'Vorgeschlagen: Verbergen zu Erwähnung 1, Fassung 1. Regel 1 (Beleidigung, Verleumdung, Bedrohung).',
    'Verbergen: Amtsfunk fragt bei X an (Versuch 1).',
    'Wieder anzeigen: X hat es getan.',
    'Gelöscht. 3 Erwähnungen sind gelöscht. 1 Beweissicherung bleibt bis zur Entscheidung darüber.',
    'Bericht (III. Quartal 2026) angefordert, für den Freigabekanal.',
    'Nicht gelungen (Kennung a1b2c3).',
    'Erwähnung 4: weitergeleitet an Management des öffentlichen Raumes (MR).',
  ]) {
    expect(told.join('\n')).toContain(words)
  }
})

test.each([
  ['vorschlag', 'proposal'],
  ['Erwähnung', 'conversation'],
  ['erwaehnung', 'conversation'],
  ['MASSNAHME', 'measure'],
  ['maßnahme', 'measure'],
  ['löschersuchen', 'erasure'],
  ['sammelkarte', 'flood'],
  ['bericht', 'report-order'],
  ['auskunft', 'access'],
  ['regelung', 'declaration'],
  ['flut', null],
])('"%s" at a shell means %s', (word, about) => {
  expect(matterNamed(word)).toBe(about)
})

test('what is not there, and how to ask', () => {
  expect(noMatterSentence({ about: 'measure', number: 7 })).toBe('Maßnahme 7 gibt es nicht.')
  expect(usage).toContain('erwähnung, maßnahme, löschersuchen')
})
