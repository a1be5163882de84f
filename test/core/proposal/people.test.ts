// What people may decide, told as sentences. That every combination is considered, see every-stage.
import { describe, expect, test } from 'vitest'
import { approvalStands, owners, propose } from '../../../src/core/proposal/decide.ts'
import { fingerprint } from '../../../src/core/proposal/fingerprint.ts'
import type { Via } from '../../../src/core/proposal/proposal.ts'
import { given, undo } from '../../support/decisions.ts'
import {
  after,
  anna,
  approved,
  asked,
  ben,
  doubted,
  guest,
  held,
  lookedInVain,
  monday,
  notSent,
  petra,
  post,
  proposed,
  rejected,
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
const ask = { do: 'ask', version, question: 'Wer sagt das?', via: button } as const
const release = { do: 'release' } as const
const withdraw = { do: 'withdraw' } as const
function byReaction<Asked extends { via: Via }>(
  command: Asked,
): Omit<Asked, 'via'> & { via: 'reaction' } {
  return { ...command, via: reaction }
}

describe('proposing', () => {
  test('staff propose', () => {
    expect(propose(post(), 'form-1', anna)).toEqual({
      events: [{ type: 'proposed', content: post(), hash: fingerprint(post()), form: 'form-1' }],
    })
  })

  test('officers propose', () => {
    expect(propose(post(), 'form-1', petra)).toHaveProperty('events')
  })

  test('a guest cannot propose', () => {
    expect(propose(post(), 'form-1', guest)).toEqual({ refused: 'outsider' })
  })
})

describe('four eyes', () => {
  test('an officer approves what somebody else proposed', () => {
    given(proposed()).when(petra, approve).then({ type: 'approved', version, via: button })
  })

  test('an approval binds to exactly the words that were read', () => {
    given(proposed({ text: 'Eins' }))
      .when(petra, approve)
      .then({ type: 'approved', hash: fingerprint(post({ text: 'Eins' })) })
  })

  test('an officer cannot approve her own proposal', () => {
    given(proposed({ by: petra }))
      .when(petra, approve)
      .refuses('own')
  })

  test('an officer cannot approve her own proposal after somebody else revised it', () => {
    given(proposed({ by: petra }), revised({ by: anna, text: 'Neu' }))
      .when(petra, { ...approve, version: 2 })
      .refuses('own')
  })

  test('an officer cannot approve what she revised last', () => {
    given(proposed(), revised({ by: petra, text: 'Neu' }))
      .when(petra, { ...approve, version: 2 })
      .refuses('own')
  })

  test('an officer approves what she once revised and somebody else revised since', () => {
    given(proposed(), revised({ by: petra, text: 'Neu' }), revised({ by: ben, text: 'Neuer' }))
      .when(petra, { ...approve, version: 3 })
      .then({ type: 'approved', version: 3 })
  })

  test('another officer approves what an officer proposed', () => {
    given(proposed({ by: petra }))
      .when(vera, approve)
      .then({ type: 'approved' })
  })

  test('staff cannot approve', () => {
    given(proposed()).when(ben, approve).refuses('not-an-officer')
  })

  test('an officer can neither reject nor question her own proposal', () => {
    given(proposed({ by: petra }))
      .when(petra, reject)
      .refuses('own')
    given(proposed({ by: petra }))
      .when(petra, ask)
      .refuses('own')
  })

  test('an officer cannot release her own proposal to be sent again', () => {
    given(proposed({ by: petra }), approved({ by: vera }), held('late'))
      .when(petra, release)
      .refuses('own')
  })

  test('author and last editor own a proposal, whoever came between does not', () => {
    const proposal = after(
      proposed(),
      revised({ by: petra, text: 'Neu' }),
      revised({ by: ben, text: 'Neuer' }),
    )
    expect(owners(proposal)).toEqual([anna.actor, ben.actor])
  })
})

describe('an approval stands', () => {
  test('for what was approved', () => {
    expect(approvalStands(after(proposed(), approved()))).toBe(true)
  })

  test.each([
    ['without any', [proposed()]],
    ['after a revision', [proposed(), approved(), revised({ text: 'Neu' })]],
    ['after a Stopp', [proposed(), approved(), stopped()]],
    ['for another text', [proposed(), approved({ hash: fingerprint(post({ text: 'Neu' })) })]],
    ['by the author', [proposed({ by: petra }), approved({ by: petra })]],
    ['by the last editor', [proposed(), revised({ by: petra, text: 'Neu' }), approved()]],
  ])('not %s', (_, steps) => {
    expect(approvalStands(after(...steps))).toBe(false)
  })

  test('not for a version that was changed under it', () => {
    const proposal = after(proposed(), approved())
    const [first] = proposal.versions
    const touched = { ...first, content: post({ text: 'Heimlich' }) }
    expect(approvalStands({ ...proposal, versions: [touched] })).toBe(false)
    expect(approvalStands({ ...proposal, versions: [first, first] })).toBe(false)
  })
})

describe('when an approved post goes out', () => {
  test('after the time to think again', () => {
    given(proposed())
      .when(petra, approve, monday('10:15'))
      .then({ type: 'approved', sendAt: monday('10:15') + undo })
  })

  test('at the planned time', () => {
    given(proposed({ plannedAt: monday('14:00') }))
      .when(petra, approve, monday('10:15'))
      .then({ type: 'approved', sendAt: monday('14:00') })
  })

  test('after the time to think again where that ends after the planned time', () => {
    given(proposed({ plannedAt: monday('14:00') }))
      .when(petra, approve, monday('13:59:30'))
      .then({ type: 'approved', sendAt: monday('14:00:30') })
  })
})

describe('the first decision counts', () => {
  test('a second officer is told who approved and when', () => {
    given(proposed(), approved({ by: petra, at: monday('10:05') }))
      .when(vera, approve)
      .refuses('already-approved', { by: petra.actor, at: monday('10:05') })
  })

  test('a decision about an outdated version is refused and names the version that counts', () => {
    const life = [proposed(), revised({ text: 'Neu' })] as const
    given(...life)
      .when(petra, approve)
      .refuses('outdated-version', { current: 2 })
    given(...life)
      .when(petra, reject)
      .refuses('outdated-version', { current: 2 })
    given(...life)
      .when(petra, ask)
      .refuses('outdated-version', { current: 2 })
    given(...life, approved())
      .when(ben, stop)
      .refuses('outdated-version', { current: 2 })
    given(...life)
      .when(ben, { do: 'revise', version, content: post(), form: 'form-2' })
      .refuses('outdated-version', { current: 2 })
  })

  test('an ended proposal says how it ended', () => {
    given(proposed(), rejected())
      .when(petra, approve)
      .refuses('already-ended', { stage: 'rejected' })
  })
})

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

describe('rejecting', () => {
  test('with a reason, without the space around it', () => {
    given(proposed())
      .when(petra, { ...reject, reason: ' Zu früh\n' })
      .then({ type: 'rejected', version, reason: 'Zu früh', via: button })
  })

  test.each([null, '', '  '])('the button needs a reason (%j)', (reason) => {
    given(proposed())
      .when(petra, { ...reject, reason })
      .refuses('reason-missing')
  })

  test.each([null, '', '  '])(
    'a reaction rejects at once, the reason may follow (%j)',
    (reason) => {
      given(proposed())
        .when(petra, byReaction({ ...reject, reason }))
        .then({ type: 'rejected', reason: null, via: reaction })
    },
  )

  test('the reason follows', () => {
    given(proposed(), rejected({ via: reaction, reason: null }))
      .when(vera, { do: 'give-reason', reason: ' Zu früh ' })
      .then({ type: 'reason-given', reason: 'Zu früh' })
  })

  test('an empty reason is none', () => {
    given(proposed(), rejected({ via: reaction, reason: null }))
      .when(petra, { do: 'give-reason', reason: ' ' })
      .refuses('reason-missing')
  })
})

describe('asking back', () => {
  test('with a question, without the space around it', () => {
    given(proposed())
      .when(petra, { ...ask, question: ' Wer sagt das?\n' })
      .then({ type: 'question-asked', version, question: 'Wer sagt das?', via: button })
  })

  test.each([null, '', '  '])('the button needs a question (%j)', (question) => {
    given(proposed())
      .when(petra, { ...ask, question })
      .refuses('reason-missing')
  })

  test.each([null, ' '])('a reaction asks without words (%j)', (question) => {
    given(proposed())
      .when(petra, byReaction({ ...ask, question }))
      .then({ type: 'question-asked', question: null, via: reaction })
  })

  test('the question mark on the card asks only once, however often the card is read', () => {
    const again = byReaction({ ...ask, question: null })
    given(proposed(), asked({ via: reaction, question: null }))
      .when(petra, again)
      .refuses('nothing-changed')
    given(proposed(), asked({ by: petra }))
      .when(vera, again)
      .refuses('nothing-changed')
  })

  test('a second question in words is a new question', () => {
    given(proposed(), asked()).when(petra, ask).then({ type: 'question-asked' })
  })
})

describe('revising', () => {
  const revise = { do: 'revise', version, form: 'form-2' } as const

  test('anybody revises, and the new words have their own fingerprint', () => {
    const content = post({ text: 'Neu' })
    given(proposed(), approved())
      .when(ben, { ...revise, content })
      .then({ type: 'revised', content, hash: fingerprint(content), form: 'form-2' })
  })

  test('a new version without any change is refused', () => {
    given(proposed())
      .when(anna, { ...revise, content: post() })
      .refuses('nothing-changed')
  })

  test('the order in which a content was written down is no change', () => {
    const { text, kind, ...rest } = post()
    given(proposed())
      .when(anna, { ...revise, content: { ...rest, kind, text } })
      .refuses('nothing-changed')
  })

  test.each([
    ['topic', post({ topic: 'lage' })],
    ['planned time', post({ plannedAt: monday('14:00') })],
    ['reason for no link', post({ link: { noLinkBecause: 'Eilmeldung' } })],
  ])('changing only the %s is a new version', (_, content) => {
    given(proposed())
      .when(anna, { ...revise, content })
      .then({ type: 'revised' })
  })
})

describe('withdrawing', () => {
  test('the author withdraws', () => {
    given(proposed()).when(anna, withdraw).then({ type: 'withdrawn' })
  })

  test('the last editor withdraws', () => {
    given(proposed(), revised({ by: ben, text: 'Neu' }))
      .when(ben, withdraw)
      .then({ type: 'withdrawn' })
  })

  test('an officer withdraws what is not hers', () => {
    given(proposed()).when(petra, withdraw).then({ type: 'withdrawn' })
  })

  test('a colleague cannot withdraw what is not hers', () => {
    given(proposed()).when(ben, withdraw).refuses('not-yours')
  })

  test('the author may give up the rest of a thread that was stopped', () => {
    given(proposed(thread(2)), approved(), sending(), sent(), held('stopped'))
      .when(anna, withdraw)
      .then({ type: 'withdrawn' })
  })
})
