// What X charges: told before it is spent, and counted when it was.
import { expect, test } from 'vitest'
import { price } from '../../../src/networks/x/charges.ts'
import { usd } from '../../../src/networks/x/prices.ts'
import { answering, startOffice, startScriptedX, writing } from './office-on-x.ts'

test.each([
  [['Ja.'], 0.01],
  [['Siehe hamburg.de'], 0.2],
  [['Ja,', 'und zwar so.'], 0.025],
  [['Ja,', 'siehe hamburg.de'], 0.21],
  [[], 0],
])('answering somebody who named us with %j costs %d dollars', (texts, dollars) => {
  const parts = texts.map((text) => ({ text, media: [] }))
  expect(price(parts, true)).toBe(dollars)
})

test.each([
  ['post', 1, 0.015],
  ['postWithUrl', 3, 0.6],
  ['summonedReply', 1, 0.01],
  ['readPost', 7, 0.035],
  ['readOwnPost', 300, 0.3],
  ['readUser', 1, 0.01],
  ['hideReply', 3, 0.015],
] as const)('%s %d times is %d dollars', (charge, count, dollars) => {
  expect(usd(charge, count)).toBe(dollars)
})

test('posts, answers and later parts are charged by what they are', async () => {
  const { network, writes, bill } = await startOffice()
  await network.publish(writing('Baubeginn'))
  await network.publish(writing('Mehr auf hamburg.de'))
  const asked = writes('@BABergedorf Wann?')
  const first = await network.publish(answering('Morgen', asked))
  if (first.outcome !== 'posted') throw new Error(first.outcome)
  await network.publish(writing('oder übermorgen', first.id))
  await network.publish(answering('siehe hamburg.de', writes('@BABergedorf Wo?')))
  expect(bill).toEqual(['post 1', 'postWithUrl 1', 'summonedReply 1', 'post 1', 'postWithUrl 1'])
})

test('what X did not take costs nothing', async () => {
  const { network, local, writes, bill } = await startOffice(300)
  const closed = writes('@BABergedorf Nein!', { closed: true })
  expect(await network.publish(answering('Doch', closed))).toMatchObject({
    outcome: 'refused',
    because: 'reply-not-allowed',
  })
  for (const kind of ['no-credit', 'rate-limit', 'server-error', 'html', 'dropped'] as const) {
    local.setFaults([{ kind, times: null }])
    await network.publish(writing('Baubeginn'))
    await network.mentions({ since: 0 })
    await network.gone(['1'])
  }
  expect(bill).toEqual([])
})

test('a post whose answer was lost is charged when it is found, once', async () => {
  const { network, local, clock, bill } = await startOffice()
  local.setFaults([{ kind: 'lost-answer', times: 1 }])
  await network.publish(writing('Baubeginn'))
  expect(bill).toEqual([])
  await network.find(writing('Baubeginn'), clock.at, new Set())
  await network.find(writing('Baubeginn'), clock.at, new Set())
  expect(bill).toEqual(['readUser 1', 'readOwnPost 1', 'post 1'])
})

test('a mention read again on the same day costs once, on the next day again', async () => {
  const { network, clock, writes, bill } = await startOffice()
  const begun = clock.at
  writes('@BABergedorf eins')
  writes('@BABergedorf zwei')
  await network.mentions({ since: begun })
  await network.mentions({ since: begun })
  writes('@BABergedorf drei')
  await network.mentions({ since: begun })
  expect(bill).toEqual(['readUser 1', 'readOwnPost 2', 'readOwnPost 1'])
  // The day is that of UTC: in Bergedorf it is one o'clock.
  clock.at = Date.parse('2026-11-23T23:59:59Z')
  await network.mentions({ since: begun })
  expect(bill).toHaveLength(3)
  clock.at = Date.parse('2026-11-24T00:00:00Z')
  await network.mentions({ since: begun })
  expect(bill.slice(3)).toEqual(['readOwnPost 3'])
})

test('our own posts count once a day, in whichever way they are read', async () => {
  const { network, clock, bill } = await startOffice()
  await network.publish(writing('Wir sind @BABergedorf'))
  bill.length = 0
  await network.find(writing('nichts'), clock.at, new Set())
  await network.find(writing('nichts'), clock.at, new Set())
  expect(bill).toEqual(['readUser 1', 'readOwnPost 1'])
})

test('an empty look costs nothing', async () => {
  const { network, clock, bill } = await startOffice()
  await network.mentions({ since: clock.at })
  await network.find(writing('nichts'), clock.at, new Set())
  expect(bill).toEqual(['readUser 1'])
})

test('pages before a failed one were paid for, and are not paid again', async () => {
  const { network, local, clock, does, bill } = await startOffice(5000)
  does({ act: 'flood', count: 150 })
  const method = 'GET /2/users/:id/mentions'
  local.setFaults([{ method, kind: 'server-error', times: 1, skips: 1 }])
  await network.mentions({ since: clock.at })
  await network.mentions({ since: clock.at })
  expect(bill).toEqual(['readUser 1', 'readOwnPost 100', 'readOwnPost 50'])
})

test('of posts looked up, those that are there are charged', async () => {
  const { network, writes, does, bill } = await startOffice()
  const there = writes('@BABergedorf bleibt')
  const deleted = writes('@BABergedorf geht')
  does({ act: 'delete', id: deleted })
  await network.gone([there, deleted])
  await network.gone([deleted])
  expect(bill).toEqual(['readPost 1'])
})

test('who we are is charged when X says it', async () => {
  const { network, local, bill } = await startOffice()
  local.setFaults([{ kind: 'server-error', times: 1 }])
  await network.account().catch(() => null)
  expect(bill).toEqual([])
  await network.account()
  await network.account()
  expect(bill).toEqual(['readUser 1'])
})

test('withheld posts were read all the same', async () => {
  const { network, bill } = await startScriptedX({
    body: { data: [{ id: '1', withheld: { country_codes: ['DE'] } }] },
  })
  await network.gone(['1'])
  expect(bill).toEqual(['readPost 1'])
})
