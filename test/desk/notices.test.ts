// What is told of the reading of mentions: each once, and in the order in which it happened.
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../db/database.ts'
import { notices } from '../../src/desk/notices.ts'

function opened() {
  const database = openDatabase(':memory:')
  if ('refused' in database) throw new Error(database.detail)
  onTestFinished(database.close)
  const slack = { takes: true }
  const told: string[] = []
  const tellOnce = (key: string) => {
    if (slack.takes) told.push(key)
    return Promise.resolve(slack.takes)
  }
  const parts = { db: database.db, mail: { tellOnce }, network: 'x', channel: 'C1' }
  return { slack, told, notices: notices(parts) }
}

test('what could not be told is told later, the oldest first, and once', async () => {
  const { slack, told, notices: office } = opened()
  slack.takes = false
  office.add('17/unreachable', { draw: 'trouble', because: 'unreachable' })
  await office.tell()
  office.add('17/over', { draw: 'readable-again' })
  await office.tell()
  expect(told).toEqual([])
  slack.takes = true
  await office.tell()
  await office.tell()
  expect(told).toEqual(['reading/x/17/unreachable', 'reading/x/17/over'])
})
