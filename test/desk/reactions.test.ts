// Reading reactions: one message that cannot be read keeps nobody from the others.
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../db/database.ts'
import { slackMessages } from '../../db/slack-messages.ts'
import type { Newsroom } from '../../src/desk/ports/newsroom.ts'
import { reactionRound } from '../../src/desk/reactions.ts'

/** `clock` is what the wall clock shows, and how much time has passed, in milliseconds. */
function opened(
  reactions: Newsroom['reactions'],
  heard: (key: string) => void,
  clock = { now: 0, elapsed: 0 },
) {
  const database = openDatabase(':memory:')
  if ('refused' in database) throw new Error(database.detail)
  onTestFinished(database.close)
  const written = slackMessages(database.db)
  const faults: string[] = []
  const round = reactionRound({
    written,
    newsroom: { reactions },
    now: () => clock.now,
    elapsed: () => clock.elapsed,
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

test('after the clock was put back the others are read in their turn, too', async () => {
  const noon = Date.UTC(2026, 10, 30, 12)
  const clock = { now: noon, elapsed: 0 }
  const read: string[] = []
  const { round, stand } = opened(
    () => Promise.resolve([]),
    (key) => read.push(key),
    clock,
  )
  const cards = ['proposal/1/card/1', 'proposal/2/card/1', 'proposal/3/card/1']
  for (const [index, key] of cards.entries()) stand(key, `${index + 1}`)
  await round.all()
  read.length = 0
  clock.now -= 3_600_000
  round.stepped()
  for (let second = 0; second < 10; second += 1) {
    clock.now += 1_000
    clock.elapsed += 1_000
    await round.next()
  }
  expect([...read].sort()).toEqual(cards)
})

test('a message Slack does not tell of keeps nobody from the next', async () => {
  const clock = { now: Date.UTC(2026, 10, 30, 12), elapsed: 0 }
  const asked: string[] = []
  const { round, stand } = opened(
    ({ ts }) => {
      asked.push(ts)
      return Promise.resolve(ts === '3' ? [] : null)
    },
    () => undefined,
    clock,
  )
  for (const ts of ['1', '2', '3']) stand(`proposal/${ts}/card/1`, ts)
  for (let second = 0; second < 10; second += 1) {
    clock.now += 1_000
    clock.elapsed += 1_000
    await round.next()
  }
  expect([...asked].sort()).toEqual(['1', '2', '3'])
})

test('what an event told of while Slack wanted to be left alone is read first, with when it was given', async () => {
  const clock = { now: 10 * 60_000, elapsed: 0 }
  let busy = true
  const asked: string[] = []
  const sinces: number[] = []
  const database = openDatabase(':memory:')
  if ('refused' in database) throw new Error(database.detail)
  onTestFinished(database.close)
  const written = slackMessages(database.db)
  const round = reactionRound({
    written,
    newsroom: {
      reactions: ({ ts }) => {
        asked.push(ts)
        return Promise.resolve(busy ? { busy: 27_000 } : [{ user: 'U0DENIZ', name: 'x' }])
      },
    },
    now: () => clock.now,
    elapsed: () => clock.elapsed,
    fault: (what) => expect.fail(what),
    heard: (_key, _where, _reactions, since) => {
      sinces.push(since('U0DENIZ', 'x'))
      return Promise.resolve()
    },
  })
  for (const ts of ['1', '2']) {
    written.begin(`proposal/${ts}/card/1`, 'C1', null, 0)
    written.written(`proposal/${ts}/card/1`, { channel: 'C1', ts }, 1)
    written.listen(`proposal/${ts}/card/1`, true)
  }
  // The second one was just read, the first one never.
  written.wasRead('proposal/2/card/1', clock.now)
  const second = { channel: 'C1', ts: '2' }
  const given = { user: 'U0DENIZ', name: 'x', at: clock.now - 500 }
  expect(await round.read(second, given)).toBe(false)
  expect(round.isUnheard(second)).toBe(true)
  await round.next()
  expect(asked).toEqual(['2'])
  busy = false
  clock.elapsed = 27_000
  await round.next()
  expect(asked).toEqual(['2', '2'])
  expect(sinces).toEqual([given.at])
  expect(round.isUnheard(second)).toBe(false)
  clock.elapsed = 30_000
  await round.next()
  expect(asked).toEqual(['2', '2', '1'])
})
