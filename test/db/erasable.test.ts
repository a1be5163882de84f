// What events say that can be erased stands beside history, and history keeps a salted hash of it.
import { expect, test } from 'vitest'
import { openDatabase } from '../../db/database.ts'
import { verify } from '../../db/history.ts'
import { lives } from '../../db/lives.ts'
import { parts, type Content } from '../../src/core/content.ts'
import type { ConversationEvent } from '../../src/core/conversation/conversation.ts'
import type { ProposalEvent } from '../../src/core/proposal/proposal.ts'
import { fingerprint } from '../../src/core/proposal/fingerprint.ts'

const at = Date.UTC(2026, 10, 26, 10, 15, 20, 500)
const day = Date.UTC(2026, 10, 26)
const by = { actor: 3, at }

const content: Content = {
  kind: 'reply',
  networks: ['x'],
  text: 'Liebe Frau Beispiel, das Rezept liegt bereit.\n---\nGute Besserung!',
  link: null,
  topic: null,
  plannedAt: null,
  replyTo: { mention: 1, version: 1 },
}

function opened() {
  const result = openDatabase(':memory:')
  if ('refused' in result) throw new Error(result.detail)
  return result.db
}

/** Everything history itself says, as text. */
function chainOf(db: ReturnType<typeof opened>): string {
  return JSON.stringify(db.prepare('SELECT * FROM event').all())
}

test('history holds no word of an answer, of a question or of a reason, and no fingerprint to try guesses with', () => {
  const db = opened()
  const all = lives<ProposalEvent>(db, 'proposal')
  const hash = fingerprint(content)
  const events: ProposalEvent[] = [
    { type: 'proposed', content, hash, form: 'V1' },
    { type: 'question-asked', version: 1, question: 'Ist das die Nachbarin?', via: 'button' },
    { type: 'rejected', version: 1, reason: 'Nennt eine Krankheit.', via: 'button' },
  ]
  const told = all.append(1, 0, events, by)
  expect(all.life(1)).toEqual(told)
  expect(told).toEqual(events.map((event, index) => ({ ...event, ...by, position: index + 1 })))
  for (const word of ['Beispiel', 'Besserung', 'Nachbarin', 'Krankheit', hash.slice(2)]) {
    expect(chainOf(db)).not.toContain(word)
  }
  expect(verify(db)).toMatchObject({ whole: true })

  all.erase(1)
  expect(db.prepare('SELECT * FROM erasable').all()).toEqual([])
  expect(all.life(1)).toMatchObject([
    { type: 'proposed', content: { kind: 'reply', replyTo: { mention: 1 } }, hash: '', form: 'V1' },
    { type: 'question-asked', question: null },
    { type: 'rejected', reason: null },
  ])
  expect(verify(db)).toMatchObject({ whole: true })
})

test('an erased thread still has as many parts, because its sending is told part by part', () => {
  const db = opened()
  const all = lives<ProposalEvent>(db, 'proposal')
  all.append(1, 0, [{ type: 'proposed', content, hash: fingerprint(content), form: 'V1' }], by)
  all.erase(1)
  const [first] = all.life(1)
  if (first?.type !== 'proposed') throw new Error('not proposed')
  expect(parts(first.content)).toEqual([
    { text: '', media: [] },
    { text: '', media: [] },
  ])
})

test('of when a citizen wrote, and when that was seen, history keeps the day; the rest can be erased by mention', () => {
  const db = opened()
  const all = lives<ConversationEvent>(db, 'conversation')
  const received = (mention: number): ConversationEvent => ({
    type: 'received',
    ...{ mention, postedAt: at - 41_000, concern: null, emergency: false },
    ...{ about: null, collected: false },
  })
  all.append(1, 0, [received(1), received(2), { type: 'claimed', from: null }], by)
  expect(all.life(1)).toMatchObject([
    { mention: 1, postedAt: at - 41_000, at },
    { mention: 2, postedAt: at - 41_000, at },
    { type: 'claimed', at },
  ])
  expect(db.prepare('SELECT at FROM event').pluck().all()).toEqual([
    new Date(day).toISOString(),
    new Date(day).toISOString(),
    new Date(at).toISOString(),
  ])
  expect(chainOf(db)).not.toContain(String(at - 41_000))
  all.erase(1, 1)
  expect(all.life(1)).toMatchObject([
    { mention: 1, postedAt: day, at: day },
    { mention: 2, postedAt: at - 41_000, at },
    { type: 'claimed', at },
  ])
})

test.each([
  ['changed', `UPDATE erasable SET said = replace(said, 'bereit', 'nicht bereit')`],
  ['given to another event', 'UPDATE erasable SET event = 2 WHERE event = 1'],
  ['added', `INSERT INTO erasable VALUES (2, 'salt', '{"hash":"1:00"}')`],
  ['put beside no event', `INSERT INTO erasable VALUES (99, 'salt', '{}')`],
])('that words were %s is found', (_, sql) => {
  const db = opened()
  const hash = fingerprint(content)
  const events: ProposalEvent[] = [
    { type: 'proposed', content, hash, form: 'V1' },
    { type: 'withdrawn' },
  ]
  lives<ProposalEvent>(db, 'proposal').append(1, 0, events, by)
  db.exec(sql)
  expect(verify(db)).toMatchObject({ whole: false, because: 'beside', table: 'erasable' })
})
