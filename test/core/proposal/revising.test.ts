// What people reject, ask, revise and withdraw.
import { describe, test } from 'vitest'
import { fingerprint } from '../../../src/core/proposal/fingerprint.ts'
import type { Via } from '../../../src/core/proposal/proposal.ts'
import { given } from '../../support/decisions.ts'
import {
  anna,
  approved,
  asked,
  ben,
  held,
  monday,
  petra,
  post,
  proposed,
  rejected,
  revised,
  sending,
  sent,
  thread,
  vera,
} from '../../support/lives.ts'

const version = 1
const button = 'button' as const
const reaction = 'reaction' as const
const reject = { do: 'reject', version, reason: 'Zu früh', via: button } as const
const ask = { do: 'ask', version, question: 'Wer sagt das?', via: button } as const
const withdraw = { do: 'withdraw' } as const
function byReaction<Asked extends { via: Via }>(
  command: Asked,
): Omit<Asked, 'via'> & { via: 'reaction' } {
  return { ...command, via: reaction }
}

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
