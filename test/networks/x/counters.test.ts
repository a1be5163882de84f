// What the counters of our own posts say, as cheaply as X sells it.
import { expect, test } from 'vitest'
import { startOffice, startScriptedX, writing } from './office-on-x.ts'

async function posted(network: Awaited<ReturnType<typeof startOffice>>['network'], text: string) {
  const outcome = await network.publish(writing(text))
  if (outcome.outcome !== 'posted') throw new Error(outcome.outcome)
  return outcome.id
}

test('neighbours are read in one call, each for the price of an own post, and nothing else is', async () => {
  const { network, bill, local, writes } = await startOffice()
  const ids: string[] = []
  for (const text of ['eins', 'zwei', 'drei', 'vier']) ids.push(await posted(network, text))
  writes('@BABergedorf dazwischen')
  await network.account()
  bill.length = 0
  const before = local.calls().length
  const told = await network.counters(ids.slice(1, 3))
  if ('failed' in told) throw new Error(told.failed)
  expect([...told.counters.keys()].sort()).toEqual(ids.slice(1, 3))
  expect(told.counters.get(ids[1]!)).toEqual({
    views: expect.any(Number) as number,
    likes: expect.any(Number) as number,
    reposts: expect.any(Number) as number,
    quotes: expect.any(Number) as number,
    replies: expect.any(Number) as number,
  })
  expect(bill).toEqual(['readOwnPost 2'])
  expect(local.calls().length - before).toBe(1)
})

test('nothing asked, nothing sent', async () => {
  const { network, local } = await startOffice()
  await network.account()
  const before = local.calls().length
  expect(await network.counters([])).toEqual({ counters: new Map() })
  expect(local.calls()).toHaveLength(before)
})

test('followers are a number and nothing about anybody', async () => {
  const { network, bill } = await startOffice()
  await network.account()
  bill.length = 0
  const told = await network.audience()
  expect(Object.keys(told)).toEqual(['followers'])
  expect(bill).toEqual(['readUser 1'])
})

const numbers = { impression_count: 9, like_count: 1, quote_count: 0, reply_count: 2 }

test('the newer word for a repost is understood, too', async () => {
  const page = (public_metrics: object) => ({
    data: [{ id: '1', public_metrics }],
    meta: { result_count: 1 },
  })
  for (const said of [{ retweet_count: 4 }, { repost_count: 4 }]) {
    const { network } = await startScriptedX({ body: page({ ...numbers, ...said }) })
    const told = await network.counters(['1'])
    expect('counters' in told && told.counters.get('1')?.reposts).toBe(4)
  }
})

test('an X that always has another page is not read for ever', async () => {
  const body = { meta: { result_count: 0, next_token: 'more' } }
  const { network } = await startScriptedX({ body })
  expect(await network.counters(['1'])).toEqual({ failed: 'unreadable', until: null })
})

test.for([
  ['no numbers', { data: [{ id: '1' }], meta: { result_count: 1 } }],
  [
    'words for numbers',
    { data: [{ id: '1', public_metrics: { like_count: 'viele' } }], meta: { result_count: 1 } },
  ],
  ['a part of a page', { meta: { result_count: 1 } }],
  ['errors', { meta: { result_count: 0 }, errors: [{ title: 'Partial' }] }],
  [
    'no word for reposts',
    { data: [{ id: '1', public_metrics: numbers }], meta: { result_count: 1 } },
  ],
  ['no page', {}],
] as const)('an answer with %s is none', async ([, body]) => {
  const { network } = await startScriptedX({ body })
  expect(await network.counters(['1'])).toEqual({ failed: 'unreadable', until: null })
})
