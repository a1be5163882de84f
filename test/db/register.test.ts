// What stands in tables beside history has its hash in history: who changes it is found out, who erases it is not.
import { expect, test } from 'vitest'
import { openDatabase } from '../../db/database.ts'
import { evidence } from '../../db/evidence.ts'
import { compared, verify } from '../../db/history.ts'
import { measureReasons } from '../../db/measure-reasons.ts'
import { people } from '../../db/people.ts'
import { spending } from '../../db/spending.ts'
import { anchorIn, anchorText } from '../../src/core/anchor.ts'

const day = 24 * 60 * 60_000
const at = Date.UTC(2026, 10, 26, 10)
const price = (charge: string) => (charge === 'post' ? 0.2 : 0.001)

function filled() {
  const result = openDatabase(':memory:')
  if ('refused' in result) throw new Error(result.detail)
  const { db } = result
  for (const user of ['U0ANNA', 'U0BEN']) people(db).actor(user, at)
  const copy = {
    text: 'Wort',
    handle: 'kim',
    name: 'Kim',
    address: '',
    thread: '1',
    inReplyTo: null,
  }
  evidence(db).hold(7, { ...copy, postedAt: '', receivedAt: '', media: 0 }, at)
  measureReasons(db).keep(3, 'Beleidigt Mitarbeitende.', at)
  const spent = spending(db, 'Europe/Berlin')
  spent.add('post', 2, at)
  spent.add('read', 40, at)
  spent.add('read', 5, at + day)
  spent.closeDays(price, at + 2 * day)
  return db
}

test('what is registered is whole, also when it was erased as it may be', () => {
  const db = filled()
  expect(verify(db)).toMatchObject({ whole: true })
  for (const table of ['person', 'evidence', 'measure_reason']) db.exec(`DELETE FROM ${table}`)
  expect(verify(db)).toMatchObject({ whole: true })
})

test.each([
  [
    'two people were swapped',
    `UPDATE person SET slack_user = 'U0X' WHERE actor = 1; UPDATE person SET slack_user = 'U0ANNA' WHERE actor = 2;
     UPDATE person SET slack_user = 'U0BEN' WHERE actor = 1`,
    { table: 'person', row: '1' },
  ],
  [
    'a person was added',
    `INSERT INTO person VALUES (3, 'U0EVE', 'salt')`,
    { table: 'person', row: '3' },
  ],
  [
    'a copy of evidence was changed',
    `UPDATE evidence SET content = replace(content, 'Wort', 'Unwort')`,
    { table: 'evidence', row: '1' },
  ],
  ['a copy is about another mention', 'UPDATE evidence SET mention = 8', { table: 'evidence' }],
  [
    'a reason was changed',
    `UPDATE measure_reason SET reason = 'Spam'`,
    { table: 'measure_reason' },
  ],
  [
    'spending was lowered',
    'UPDATE spending SET count = 1',
    { table: 'spending', row: '2026-11-26' },
  ],
  [
    'spending was taken out',
    `DELETE FROM spending WHERE day = '2026-11-27'`,
    { table: 'spending', row: '2026-11-27' },
  ],
  [
    'spending was added on a day before',
    `INSERT INTO spending VALUES ('2026-11-20', 'post', 9)`,
    { table: 'spending', row: '2026-11-20' },
  ],
])('that %s is found', (_, sql, found) => {
  const db = filled()
  db.exec(sql)
  expect(verify(db)).toMatchObject({ whole: false, because: 'beside', ...found })
})

test('a closed day keeps its prices, and what is charged later counts on the next', () => {
  const db = filled()
  const spent = spending(db, 'Europe/Berlin')
  spent.add('post', 1, at)
  expect(spent.between(at, at + 3 * day)).toEqual([
    { day: '2026-11-26', charge: 'post', count: 2, price: 0.2 },
    { day: '2026-11-26', charge: 'read', count: 40, price: 0.001 },
    { day: '2026-11-27', charge: 'read', count: 5, price: 0.001 },
    { day: '2026-11-28', charge: 'post', count: 1, price: null },
  ])
  const before = verify(db)
  spent.closeDays(price, at + 2 * day)
  expect(verify(db)).toEqual(before)
  expect(before).toMatchObject({ whole: true })
})

test('an anchor finds an end that was cut off, and a chain that was written anew', () => {
  const db = filled()
  const whole = verify(db)
  if (!whole.whole) throw new Error('not whole')
  const { end } = whole
  const noted = anchorIn(`Siegel ${anchorText(end)}`)
  if (noted === null) throw new Error('not read')
  expect(verify(db, noted)).toMatchObject({ whole: true })
  expect(compared(db, noted)).toBe('same')

  const other = { ...noted, hash: noted.hash.replace(/^./, (one) => (one === '0' ? '1' : '0')) }
  expect(verify(db, other)).toMatchObject({ whole: false, because: 'not-as-anchored' })
  expect(compared(db, other)).toBe('not-as-anchored')

  db.exec(`DROP TRIGGER event_is_kept; DELETE FROM event WHERE number = ${end.number}`)
  db.exec(`DELETE FROM evidence; DELETE FROM spending; DELETE FROM measure_reason`)
  const cut = verify(db, noted)
  expect(cut).toMatchObject({ whole: false, because: 'ends-before', events: end.number - 1 })
  expect(compared(db, noted)).toBe('ends-before')
})
