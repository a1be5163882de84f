// What operators read on the terminal.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lifeLines } from '../../src/wording/history.ts'
import {
  problemsSentence,
  startProblemSentence,
  type StartProblem,
  type Variable,
} from '../../src/wording/start.ts'
import { lives } from '../slack/lives.ts'
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
    ['newer', 'not-writable', 'full', 'in-use', 'not-a-database', 'damaged', 'gone'] as const
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
  expect(lifeLines(17, life, { name: setting.name, zone })).toEqual([
    'Vorschlag 17:',
    '1. Mo., 23.11.2026, 14:30:05 Uhr, Anna Ahlers: Vorschlag eingereicht. Thema: Verkehr & Baustellen. Geplant: sofort nach der Freigabe. Text: „Die B 5 ist ab Montag gesperrt. / https://www.hamburg.de/bergedorf“',
    '2. Mo., 23.11.2026, 14:31:05 Uhr, Petra Petersen: Fassung 1 per Schaltfläche freigegeben, Veröffentlichung ab Mo., 23.11.2026, 14:31:35 Uhr.',
    '3. Mo., 23.11.2026, 14:31:35 Uhr, Amtsfunk: Teil 1 wird gesendet (Versuch 1).',
    '4. Mo., 23.11.2026, 14:31:36 Uhr, Amtsfunk: Teil 1 ist veröffentlicht (gesendet): https://x.com/amt/status/1',
  ])
})

test('people who were forgotten have no name in it', () => {
  const { life } = told(content(), [petra, { do: 'withdraw' }])
  expect(lifeLines(17, life, { name: () => null, zone })[2]).toContain(
    '[Name unbekannt]: Zurückgezogen.',
  )
})

test('nothing anybody typed breaks a line or steers the terminal', () => {
  fc.assert(
    fc.property(lives, (life) => {
      const events = life.map(({ event }) => event)
      const lines = lifeLines(17, events, { name: () => '\u001B[31mrot\n', zone })
      expect(lines.length).toBe(events.length + 1)
      for (const line of lines) expect(line).not.toMatch(/[\p{Cc}\u202E]|undefined|\[object/u)
    }),
    { numRuns: 50 },
  )
})
