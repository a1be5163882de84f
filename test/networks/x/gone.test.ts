// Which posts the public cannot read any more, and only those.
import { expect, test } from 'vitest'
import { startOffice, startScriptedX } from './office-on-x.ts'

test('250 posts are looked up in three calls', async () => {
  const { network, local, does } = await startOffice()
  does({ act: 'flood', count: 250 })
  const ids = local.sight().posts.map(({ id }) => id)
  const lost = [ids[0]!, ids[100]!, ids[249]!]
  for (const id of lost) does({ act: 'delete', id })
  expect(await network.gone(ids)).toEqual({ gone: new Set(lost), answered: new Set(ids) })
  expect(local.calls()).toHaveLength(3)
})

test('of three calls one fails: nothing is told', async () => {
  const { network, local, does } = await startOffice()
  does({ act: 'flood', count: 250 })
  const ids = local.sight().posts.map(({ id }) => id)
  does({ act: 'delete', id: ids[0]! })
  local.setFaults([{ method: 'GET /2/tweets', kind: 'no-credit', times: 1, skips: 2 }])
  expect(await network.gone(ids)).toEqual({ failed: 'no-credit', until: null })
})

const problem = (type: string, id: string) => ({
  type: `https://api.twitter.com/2/problems/${type}`,
  resource_id: id,
})
test.each([
  ['named neither way', { data: [{ id: '1' }] }, [], ['1']],
  ['deleted', { errors: [problem('resource-not-found', '2')] }, ['2'], ['2']],
  ['protected', { errors: [problem('not-authorized-for-resource', '2')] }, ['2'], ['2']],
  [
    'under the new address, by its value',
    { errors: [{ type: 'https://api.x.com/2/problems/resource-not-found', value: '2' }] },
    ['2'],
    ['2'],
  ],
  ['not answered for another reason', { errors: [problem('resource-unavailable', '2')] }, [], []],
  ['complained of without a type', { errors: [{ resource_id: '2' }] }, [], []],
  ['somebody else’s absence', { errors: [problem('resource-not-found', '99')] }, [], []],
  ['somebody else’s presence', { data: [{ id: '99' }, { id: '1' }] }, [], ['1']],
  [
    'somebody else’s post, withheld',
    { data: [{ id: '99', withheld: { country_codes: ['DE'] } }] },
    [],
    [],
  ],
  [
    'there after all',
    { data: [{ id: '2' }], errors: [problem('resource-not-found', '2')] },
    [],
    ['2'],
  ],
  [
    'withheld here',
    { data: [{ id: '2', withheld: { country_codes: ['FR', 'DE'] } }] },
    ['2'],
    ['2'],
  ],
  [
    'withheld everywhere',
    { data: [{ id: '2', withheld: { country_codes: ['XX'] } }] },
    ['2'],
    ['2'],
  ],
  ['withheld elsewhere', { data: [{ id: '2', withheld: { country_codes: ['TR'] } }] }, [], ['2']],
])('a post that is %s', async (_what, body, gone, answered) => {
  const { network } = await startScriptedX({ body })
  const told = { gone: new Set(gone), answered: new Set(answered) }
  expect(await network.gone(['1', '2'])).toEqual(told)
})

test.each([
  ['neither data nor errors', {}],
  ['null', null],
  ['words', '"hello"'],
  ['posts without ids', { data: [{}] }],
  ['a failure of its own making', { failed: 'rate-limit', until: 9e15 }],
])('an answer of %s is unreadable', async (_what, body) => {
  const { network, bill } = await startScriptedX({ body })
  expect(await network.gone(['1'])).toEqual({ failed: 'unreadable', until: null })
  expect(bill).toEqual([])
})

test.each([401, 403])('%d is told as unauthorized', async (status) => {
  const { network } = await startScriptedX({ status })
  expect(await network.gone(['1'])).toEqual({ failed: 'unauthorized', until: null })
})
