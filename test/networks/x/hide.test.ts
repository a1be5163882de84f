// Hiding an answer to us, and showing it again: every way to end is told.
import { expect, test } from 'vitest'
import { startOffice, startScriptedX, writing } from './office-on-x.ts'

async function startWithInsult(deadlineMs?: number) {
  const started = await startOffice(deadlineMs)
  const { network, writes, bill, local } = started
  const post = await network.publish(writing('Baubeginn'))
  if (post.outcome !== 'posted') throw new Error(post.outcome)
  const insult = writes('Pfui!', { inReplyTo: post.id })
  bill.length = 0
  const isHidden = () => local.sight().posts.find(({ id }) => id === insult)?.hidden
  return { ...started, post, insult, isHidden }
}

test('an answer to us is hidden and shown again, as often as one likes', async () => {
  const { network, insult, isHidden, bill } = await startWithInsult()
  for (const hidden of [true, true, false, false, true]) {
    expect(await network.setHidden(insult, hidden)).toEqual({ outcome: 'done' })
    expect(isHidden()).toBe(hidden)
  }
  expect(bill).toEqual(Array(5).fill('hideReply 1'))
})

test('what stands in somebody else’s conversation cannot be hidden', async () => {
  const { network, writes, bill } = await startWithInsult()
  const elsewhere = writes('@BABergedorf Pfui!')
  expect(await network.setHidden(elsewhere, true)).toMatchObject({
    outcome: 'refused',
    because: 'no-permission',
    status: 403,
  })
  expect(bill).toEqual([])
})

test('what is deleted cannot be hidden', async () => {
  const { network, does, insult } = await startWithInsult()
  does({ act: 'delete', id: insult })
  expect(await network.setHidden(insult, true)).toMatchObject({ outcome: 'refused', status: 404 })
})

test.each([
  ['lost-answer', true, { outcome: 'unknown', because: 'cut-connection' }],
  ['hang-after-commit', true, { outcome: 'unknown', because: 'timeout' }],
  ['half-body', true, { outcome: 'unknown', because: 'cut-connection' }],
  ['hang', false, { outcome: 'unknown', because: 'timeout' }],
  ['dropped', false, { outcome: 'unknown', because: 'cut-connection' }],
  ['server-error', false, { outcome: 'unknown', because: 'server-error' }],
  ['html', false, { outcome: 'unknown', because: 'unreadable-answer' }],
  ['no-credit', false, { outcome: 'not-sent', because: 'no-credit', until: null }],
] as const)('%s: hidden is %j, and the next try ends well', async (kind, committed, outcome) => {
  const { network, local, insult, isHidden, bill } = await startWithInsult(300)
  local.setFaults([{ method: 'PUT /2/tweets/:id/hidden', kind, times: 1 }])
  expect(await network.setHidden(insult, true)).toEqual(outcome)
  expect(isHidden()).toBe(committed)
  expect(bill).toEqual([])
  expect(await network.setHidden(insult, true)).toEqual({ outcome: 'done' })
  expect(bill).toEqual(['hideReply 1'])
})

test('after 429 X says when it hides again', async () => {
  const { network, local, clock, insult } = await startWithInsult()
  local.setFaults([{ kind: 'rate-limit', times: 1, seconds: 90 }])
  const until = clock.at + 90_000
  expect(await network.setHidden(insult, true)).toEqual({
    outcome: 'not-sent',
    because: 'rate-limit',
    until,
  })
})

test.each([
  [{}],
  [{ data: {} }],
  [{ data: { hidden: 'true' } }],
  [{ data: { hidden: false } }],
  ['words'],
])('%j does not say that it is hidden', async (body) => {
  const { network, bill } = await startScriptedX({ body })
  expect(await network.setHidden('1', true)).toEqual({
    outcome: 'unknown',
    because: 'unreadable-answer',
  })
  expect(bill).toEqual([])
})

test('refused keys hide nothing', async () => {
  const { network } = await startScriptedX({ status: 401 })
  expect(await network.setHidden('1', true)).toMatchObject({
    outcome: 'refused',
    because: 'unauthorized',
  })
})
