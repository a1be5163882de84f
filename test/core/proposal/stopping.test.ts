// What was approved is stopped, and stays stopped.
import { describe, test } from 'vitest'
import type { Via } from '../../../src/core/proposal/proposal.ts'
import { given } from '../../support/decisions.ts'
import {
  anna,
  approved,
  asked,
  ben,
  doubted,
  held,
  lookedInVain,
  monday,
  notSent,
  petra,
  proposed,
  released,
  revised,
  sending,
  sent,
  stopped,
  thread,
  vera,
} from '../../support/lives.ts'

const version = 1
const button = 'button' as const
const reaction = 'reaction' as const
const approve = { do: 'approve', version, via: button, since: null } as const
const stop = { do: 'stop', version, via: button } as const
const reject = { do: 'reject', version, reason: 'Zu früh', via: button } as const
const release = { do: 'release' } as const
const withdraw = { do: 'withdraw' } as const
function byReaction<Asked extends { via: Via }>(
  command: Asked,
): Omit<Asked, 'via'> & { via: 'reaction' } {
  return { ...command, via: reaction }
}

describe('stopping', () => {
  test('anybody stops what is approved', () => {
    given(proposed(), approved()).when(ben, stop).then({ type: 'stopped', version, via: button })
  })

  test('an officer takes her approval back by taking back the reaction', () => {
    given(proposed(), approved({ via: reaction }))
      .when(petra, byReaction(stop))
      .then({ type: 'stopped', via: reaction })
  })

  test('taking back a reaction does not undo what a button did', () => {
    given(proposed(), approved({ via: button }))
      .when(petra, byReaction(stop))
      .refuses('not-yours')
  })

  test('taking back a reaction does not undo what somebody else did', () => {
    given(proposed(), approved({ via: reaction, by: petra }))
      .when(vera, byReaction(stop))
      .refuses('not-yours')
  })

  test('an officer takes her reaction back while the post is held because it is late', () => {
    given(proposed(), approved({ via: reaction }), held('late'))
      .when(petra, byReaction(stop))
      .then({ type: 'stopped' })
  })

  test('the rest of a thread is held, because its beginning is public', () => {
    given(proposed(thread(2)), approved(), sending(), sent())
      .when(ben, stop)
      .then({ type: 'held', because: 'stopped' })
  })

  test('the rest of a thread is held while its beginning is on its way', () => {
    given(proposed(thread(2)), approved(), sending())
      .when(ben, stop)
      .then({ type: 'held', because: 'stopped' })
  })

  test('what is released is held again before the last look sends it', () => {
    given(proposed(), approved(), sending(), doubted(), ...lookedInVain, released())
      .when(ben, stop)
      .then({ type: 'held', because: 'stopped' })
  })

  test('what is held already cannot be held again', () => {
    given(proposed(thread(3)), approved(), sending(), sent(), held('late'))
      .when(ben, stop)
      .refuses('already-publishing')
  })

  test('nobody can stop a second time what is on its way', () => {
    given(proposed(), approved(), sending(), held('stopped'))
      .when(ben, stop)
      .refuses('already-publishing')
    given(proposed(), approved(), sending(), doubted(), held('stopped'))
      .when(ben, stop)
      .refuses('in-doubt')
  })

  test('what was put on its way again by an officer can be stopped again', () => {
    const again = [held('stopped'), notSent(), released(), sending()]
    given(proposed(), approved(), sending(), ...again)
      .when(ben, stop)
      .then({ type: 'held', because: 'stopped' })
  })
})

describe('a refusal at the second of sending is kept', () => {
  test.each([
    ['under way', [sending()]],
    ['in doubt', [sending(), doubted()]],
  ])('of what is %s', (_, steps) => {
    const life = [proposed(), approved({ via: reaction }), ...steps]
    const kept = { type: 'held', because: 'stopped' } as const
    given(...life)
      .when(ben, stop)
      .then(kept)
    given(...life)
      .when(petra, byReaction(stop))
      .then(kept)
    given(...life)
      .when(vera, reject)
      .then(kept)
    given(...life)
      .when(vera, byReaction({ ...reject, reason: null }))
      .then(kept)
    given(...life)
      .when(anna, withdraw)
      .then(kept)
  })

  test('but not of somebody who may not refuse', () => {
    const life = [proposed(), approved({ via: reaction }), sending()] as const
    given(...life)
      .when(vera, byReaction(stop))
      .refuses('not-yours')
    given(...life)
      .when(ben, reject)
      .refuses('not-an-officer')
    given(...life)
      .when(ben, withdraw)
      .refuses('not-yours')
  })

  test('and what the network then did not take goes out only if an officer wants it', () => {
    const life = [proposed(), approved(), sending(), held('stopped'), notSent()] as const
    given(...life)
      .whenTheDesk({ do: 'begin-sending' })
      .refuses('already-approved', { by: petra.actor, at: monday('10:00') })
    given(...life)
      .when(vera, release)
      .then({ type: 'resumed' })
  })
})

describe('what was stopped stays stopped', () => {
  const stoppedByBen = [
    proposed(),
    approved({ via: reaction }),
    stopped({ by: ben, at: monday('10:12') }),
  ] as const
  const told = { by: ben.actor, at: monday('10:12') }

  test('the reaction that is still on the card does not approve again', () => {
    given(...stoppedByBen)
      .when(petra, byReaction(approve))
      .refuses('stopped', told)
  })

  test('nor does the reaction that another officer once put beside it', () => {
    given(...stoppedByBen)
      .when(vera, byReaction(approve))
      .refuses('stopped', told)
  })

  test('nor after somebody asked a question', () => {
    given(...stoppedByBen, asked())
      .when(petra, byReaction(approve))
      .refuses('stopped', told)
  })

  test('the button approves again', () => {
    given(...stoppedByBen)
      .when(petra, approve)
      .then({ type: 'approved' })
  })

  test('an officer who took her reaction back can put it there anew', () => {
    given(proposed(), approved({ via: reaction }), stopped({ via: reaction }))
      .when(petra, byReaction(approve))
      .then({ type: 'approved', via: reaction })
  })

  test('an officer who stopped by button has her reaction still on the card', () => {
    given(proposed(), approved({ via: reaction }), stopped({ by: petra, at: monday('10:12') }))
      .when(petra, byReaction(approve))
      .refuses('stopped', { by: petra.actor, at: monday('10:12') })
  })

  test("another officer's reaction does not replace the one that was taken back", () => {
    given(
      proposed(),
      approved({ via: reaction }),
      stopped({ by: petra, via: reaction, at: monday('10:12') }),
    )
      .when(vera, byReaction(approve))
      .refuses('stopped', { by: petra.actor, at: monday('10:12') })
  })

  test('a new version can be approved by reaction, for it has a card of its own', () => {
    given(...stoppedByBen, revised({ text: 'Neu' }))
      .when(petra, { ...byReaction(approve), version: 2 })
      .then({ type: 'approved', version: 2 })
  })
})
