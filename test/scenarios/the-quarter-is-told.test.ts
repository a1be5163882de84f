// The invented quarter, lived through by a whole office, becomes a report: of what citizens wrote and who worked on it
// nothing is in any of its files. With UPDATE_EXAMPLES=1 the files in docs/beispiele are written anew.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { openDatabase } from '../../db/database.ts'
import { experiences } from '../../db/experiences.ts'
import { proposalLives } from '../../db/proposal-lives.ts'
import { people } from '../../db/people.ts'
import { documentOf, type Order } from '../../src/report/draw-up.ts'
import type { ReportDocument } from '../../src/report/document.ts'
import { filesOf, type ReportFile } from '../../src/report/files.ts'
import { beginningOf, playPast } from '../../sandbox/past.ts'
import { quarterPast } from '../../sandbox/sample-quarter.ts'
import { openModerationOffice } from '../support/moderation.ts'
import { readPdf } from '../support/pdf.ts'
import { proposed } from '../support/quarter.ts'

const visit = Date.parse('2026-10-05T10:00:00+02:00')
const order: Omit<Order, 'database'> = {
  period: { year: 2026, quarter: 3 },
  drawnUpAt: visit,
  zone: 'Europe/Berlin',
  hours: { days: [1, 2, 3, 4, 5], from: '09:00', to: '16:00' },
  eurPerUsd: 0.86,
}

const noted = [
  [
    'verkehr',
    '2026-07-16',
    'Zu Baustellen kommen die meisten Fragen; ein Link auf den Plan spart Antworten.',
  ],
  [
    'gruen',
    '2026-08-20',
    'Hinweise auf Schäden gingen fast alle an den Melde-Michel, das klappt gut.',
  ],
  [null, '2026-09-11', 'An zwei Freitagen blieb eine Frage bis Montag liegen.'],
] as const

test('a quarter becomes a report in which no citizen and nobody of the staff is named', async () => {
  const past = quarterPast(visit)
  await using office = await openModerationOffice({}, beginningOf(past, visit))
  const { sandbox, clock, config } = office
  const looks = () => office.office.readings.readIfDue()
  await playPast({ sandbox, clock, moved: () => office.reads(), looks, visit }, past)
  noteIn(config.DATABASE_PATH)
  const document = atHome(documentOf({ ...order, database: config.DATABASE_PATH }), sandbox.address)
  const files = await filesOf(document, 'bericht-2026-Q3')

  const users = Object.values(sandbox.slack.ids.people)
  const names = users.map((user) => sandbox.slack.sight(user).me.name)
  const citizens = past.mentions.flatMap(({ handle, name, text }) => [handle, name, text])
  const words = past.mentions.flatMap(({ text }) => text.match(/\p{L}+(?: \p{L}+){3}/gu) ?? [])
  const answers = past.mentions.flatMap(({ then }) => (then.is === 'answered' ? [then.text] : []))
  const texts = await textsOf(files)
  for (const [, , note] of noted) expect(texts[0]).toContain(note)
  for (const text of texts) {
    for (const secret of [...users, ...names, ...citizens, ...words, ...answers]) {
      expect(text).not.toContain(secret)
    }
  }
  update('bericht', files)
}, 120_000)

test('an empty quarter is told as one: zeros where nothing happened, gaps where nothing is known', async () => {
  await using office = await openModerationOffice({}, Date.parse('2026-03-02T09:00:00+01:00'))
  const { DATABASE_PATH: database } = office.config
  await office.reads()
  await office.office.close()
  const opened = openDatabase(database)
  if ('refused' in opened) throw new Error(opened.refused)
  const past = proposalLives(opened.db)
  const by = { actor: people(opened.db).actor('U0ANNA', 0), at: Date.UTC(2026, 2, 3) }
  past.append(1, 0, [proposed(), { type: 'withdrawn' }], by)
  opened.close()
  const period = { year: 2026, quarter: 2 } as const
  const document = documentOf({ ...order, database, period, drawnUpAt: Date.UTC(2026, 6, 1, 7) })
  const files = await filesOf(document, 'leeres-quartal-2026-Q2')
  const [docx] = await textsOf(files)
  expect(docx).toContain('Im Berichtszeitraum ist kein Beitrag erschienen.')
  expect(docx).toContain('Im Berichtszeitraum sind keine Erwähnungen eingegangen.')
  update('leeres-quartal', files)
}, 60_000)

/** Beside the office, which has the file open. */
function noteIn(path: string): void {
  const db = new Database(path)
  for (const [topic, day, text] of noted) experiences(db).note(text, topic, Date.parse(day))
  db.close()
}

/** The links of the stand-in, as they would be at X. */
function atHome(document: ReportDocument, address: string): ReportDocument {
  const short = address.replace(/^https?:\/\//, '')
  const said = JSON.stringify(document)
    .replaceAll(address, 'https://x.com')
    .replaceAll(short, 'x.com')
  return JSON.parse(said) as ReportDocument
}

async function textsOf(files: readonly ReportFile[]): Promise<string[]> {
  return Promise.all(
    files.map(async ({ name, bytes }) => {
      if (name.endsWith('.docx'))
        return Object.values(unzipSync(bytes))
          .map((each) => strFromU8(each))
          .join('\n')
      if (name.endsWith('.pdf')) return (await readPdf(bytes)).text
      return Buffer.from(bytes).toString('utf8')
    }),
  )
}

function update(folder: string, files: readonly ReportFile[]): void {
  if (process.env.UPDATE_EXAMPLES !== '1') return
  const into = join('docs', 'beispiele', folder)
  mkdirSync(into, { recursive: true })
  for (const { name, bytes } of files) writeFileSync(join(into, name), bytes)
}
