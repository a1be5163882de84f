// Reading reactions: one message that cannot be read keeps nobody from the others.
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../db/database.ts'
import { slackMessages } from '../../db/slack-messages.ts'
import type { Newsroom } from '../../src/desk/ports/newsroom.ts'
import { reactionRound } from '../../src/desk/reactions.ts'

function opened(reactions: Newsroom['reactions'], heard: (key: string) => void) {
  const database = openDatabase(':memory:')
  if ('refused' in database) throw new Error(database.detail)
  onTestFinished(database.close)
  const written = slackMessages(database.db)
  const faults: string[] = []
  const round = reactionRound({
    written,
    newsroom: { reactions },
    now: () => 0,
    elapsed: () => 0,
    fault: (what) => faults.push(what),
    heard: (key) => {
      heard(key)
      return Promise.resolve()
    },
  })
  const stand = (key: string, ts: string) => {
    written.begin(key, 'C1', null, 0)
    written.written(key, { channel: 'C1', ts }, 1)
    written.listen(key, true)
  }
  return { round, faults, stand, written }
}

test('a fault about one message is told, and the others are read', async () => {
  const read: string[] = []
  const { round, faults, stand } = opened(
    () => Promise.resolve([]),
    (key) => {
      if (key === 'proposal/1/card/1') throw new Error('Slack does not say who that is')
      read.push(key)
    },
  )
  stand('proposal/1/card/1', '1')
  stand('proposal/2/card/1', '2')
  await round.all()
  expect(read).toEqual(['proposal/2/card/1'])
  expect(faults).toHaveLength(1)
})

test('"gone" is not said of the card that was written anew meanwhile', async () => {
  const told: string[] = []
  const { round, stand } = opened(
    () => {
      stand('proposal/1/card/1', '2')
      return Promise.resolve('gone')
    },
    (key) => told.push(key),
  )
  stand('proposal/1/card/1', '1')
  await round.read({ channel: 'C1', ts: '1' }, null)
  expect(told).toEqual([])
})
