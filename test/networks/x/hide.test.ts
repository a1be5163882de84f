// What X answers when something is hidden, and what that costs: every way to end is told.
import { expect, test } from 'vitest'
import { startOffice, startScriptedX, writing } from './office-on-x.ts'

test('what X hid or showed is charged each time, what it did not is not', async () => {
  const { network, writes, bill, local } = await startOffice()
  const post = await network.publish(writing('Baubeginn'))
  if (post.outcome !== 'posted') throw new Error(post.outcome)
  const insult = writes('Pfui!', { inReplyTo: post.id })
  bill.length = 0
  for (const kind of ['lost-answer', 'dropped', 'no-credit', 'server-error'] as const) {
    local.setFaults([{ kind, times: 1 }])
    await network.setHidden(insult, true)
  }
  await network.setHidden(writes('@BABergedorf Pfui!'), true)
  expect(bill).toEqual([])
  for (const hidden of [true, true, false]) await network.setHidden(insult, hidden)
  expect(bill).toEqual(Array(3).fill('hideReply 1'))
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

test.each([
  [404, {}, 'target-missing'],
  [403, { detail: 'You are not permitted to perform this action.' }, 'no-permission'],
  [404, { type: 'https://api.x.com/2/problems/resource-not-found' }, 'target-missing'],
] as const)('%d %j hides nothing', async (status, body, because) => {
  const { network } = await startScriptedX({ status, body })
  expect(await network.setHidden('1', true)).toMatchObject({ outcome: 'refused', because, status })
})
