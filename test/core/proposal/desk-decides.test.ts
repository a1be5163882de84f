// What the desk itself decides besides sending: what expires, is held or is to be decided about anew.
import { describe, expect, test } from 'vitest'
import { owners } from '../../../src/core/proposal/proposal.ts'
import { fingerprint } from '../../../src/core/proposal/fingerprint.ts'
import { given } from '../../support/decisions.ts'
import {
  after,
  anna,
  answer,
  approved,
  ben,
  doubted,
  held,
  monday,
  notSent,
  petra,
  proposed,
  rebound,
  revised,
  sending,
  stopped,
  thread,
  vera,
  withdrawn,
} from '../../support/lives.ts'

const send = { do: 'begin-sending' } as const

describe('a proposal expires', () => {
  const expire = { do: 'expire' } as const
  const planned = proposed({ plannedAt: monday('14:00') })

  test('when its time comes and nobody decided', () => {
    given(planned).whenTheDesk(expire, monday('13:59:59.999')).refuses('too-early')
    given(planned).whenTheDesk(expire, monday('14:00')).then({ type: 'expired' })
  })

  test('only while nobody decided', () => {
    given(planned, approved({ at: monday('10:05') }))
      .whenTheDesk(expire, monday('14:00'))
      .refuses('already-approved', { by: petra.actor, at: monday('10:05') })
  })

  test('never without a planned time', () => {
    given(proposed()).whenTheDesk(expire, monday('14:00')).refuses('too-early')
  })

  test('with the time of the version that counts', () => {
    given(planned, revised({ plannedAt: null }))
      .whenTheDesk(expire, monday('15:00'))
      .refuses('too-early')
  })

  test('after a Stopp before its time', () => {
    given(planned, approved(), stopped({ at: monday('13:59:59.999') }))
      .whenTheDesk(expire, monday('14:00'))
      .then({ type: 'expired' })
  })

  test('not after a Stopp at or after its time: somebody is just correcting it', () => {
    given(planned, approved(), stopped({ at: monday('14:00') }))
      .whenTheDesk(expire, monday('15:00'))
      .refuses('too-early')
  })

  test('not when the approval arrived late but before the desk looked', () => {
    given(planned)
      .when(petra, { do: 'approve', version: 1, via: 'reaction', since: null }, monday('14:20'))
      .then({ type: 'approved', sendAt: monday('14:21') })
  })
})

describe('the desk holds', () => {
  test.each([
    ['nobody decided about', []],
    ['is approved', [approved()]],
    ['waits for the network', [approved(), sending(), notSent()]],
    ['is late', [approved(), held('late')]],
  ])('the answer to a mention that is gone, which %s', (_, steps) => {
    given(proposed(answer()), ...steps)
      .whenTheDesk({ do: 'hold', because: 'mention-gone' })
      .then({ type: 'held', because: 'mention-gone' })
  })

  test('what is approved by somebody who may not approve any more', () => {
    given(proposed(), approved())
      .whenTheDesk({ do: 'hold', because: 'approver-gone' })
      .then({ type: 'held', because: 'approver-gone' })
  })

  test('what is late', () => {
    given(proposed(), approved())
      .whenTheDesk({ do: 'hold', because: 'late' })
      .then({ type: 'held', because: 'late' })
  })

  test('what changed', () => {
    given(proposed(), approved())
      .whenTheDesk({ do: 'hold', because: 'changed' })
      .then({ type: 'held', because: 'changed' })
  })

  test('everything at the emergency stop, even the rest of a thread on its way', () => {
    given(proposed(thread(2)), approved(), sending())
      .whenTheDesk({ do: 'hold', because: 'stopped' })
      .then({ type: 'held', because: 'stopped' })
  })
})

test('the emergency stop has nothing to hold where nothing is approved', () => {
  given(proposed(thread(2)))
    .whenTheDesk({ do: 'hold', because: 'stopped' })
    .refuses('not-approved')
})

describe('a mention that is answered changes', () => {
  const rebind = (version: number) => ({ do: 'rebind', version }) as const
  const bound = answer({ replyTo: { mention: 1, version: 2 } })
  const event = { type: 'rebound', content: bound, hash: fingerprint(bound) } as const

  test.each([
    ['was never decided about', []],
    ['is approved', [approved()]],
    ['waits for the network', [approved(), sending(), notSent()]],
    ['was stopped', [approved(), held('stopped')]],
  ])('and the answer that %s is to be decided about anew, in the same words', (_, steps) => {
    given(proposed(answer()), ...steps)
      .whenTheDesk(rebind(2))
      .then(event)
  })

  test('and what was approved goes out only when it is approved again', () => {
    const life = [proposed(answer()), approved(), rebound(2)] as const
    given(...life)
      .whenTheDesk(send)
      .refuses('not-approved')
    expect(after(...life)).toMatchObject({ approval: null, stage: { is: 'submitted' } })
    given(...life, approved({ by: vera }))
      .whenTheDesk(send)
      .then({ type: 'begun', hash: fingerprint(bound) })
  })

  test('and the answer stays the words of who wrote them last', () => {
    const life = [proposed(answer()), revised({ by: ben, text: 'Neu' }), rebound(2)] as const
    expect(owners(after(...life))).toEqual([anna.actor, ben.actor])
  })

  test('while it is on its way: it is too late', () => {
    given(proposed(answer()), approved(), sending())
      .whenTheDesk(rebind(2))
      .refuses('already-publishing')
    given(proposed(answer()), approved(), sending(), doubted())
      .whenTheDesk(rebind(2))
      .refuses('in-doubt')
    given(proposed(answer()), withdrawn())
      .whenTheDesk(rebind(2))
      .refuses('already-ended', { stage: 'withdrawn' })
  })

  test('only once for a version', () => {
    given(proposed(answer()), rebound(2)).whenTheDesk(rebind(2)).refuses('nothing-changed')
  })

  test('and a post of its own answers nothing', () => {
    given(proposed()).whenTheDesk(rebind(2)).refuses('nothing-changed')
  })
})
