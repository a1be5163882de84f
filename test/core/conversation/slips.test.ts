// A wrong click in triage is not final: what was taken is given back, what was closed is opened again.
import { describe, expect, test } from 'vitest'
import type { ConversationEvent } from '../../../src/core/conversation/conversation.ts'
import { decideInConversation } from '../../../src/core/conversation/decide.ts'
import { dialogueOf } from '../../../src/report/figures/dialogue.ts'
import type { Source } from '../../../src/report/source.ts'
import {
  conversationAfter,
  erased,
  happens,
  lifeOf,
  officeHours,
  replies,
  writes,
  type Happening,
} from '../../support/conversations.ts'
import { anna, ben, guest, monday, petra } from '../../support/lives.ts'

const claimed = happens({ type: 'claimed', from: null }, { by: anna, at: monday('10:30') })
const now = monday('12:00')
const asks = (steps: readonly Happening[], what: 'give-back' | 'reopen', by = ben) =>
  decideInConversation(conversationAfter(...steps), { do: what }, by, now)
const wait = { since: monday('10:00'), reminded: null, putOff: false }

describe('giving back', () => {
  test('is for who has it, and for officers', () => {
    const returned = { events: [{ type: 'returned', from: anna.actor }] }
    expect(asks([writes(), claimed], 'give-back', anna)).toEqual(returned)
    expect(asks([writes(), claimed], 'give-back', petra)).toEqual(returned)
    expect(asks([writes(), claimed], 'give-back', ben)).toMatchObject({
      ...{ refused: 'already-claimed', by: anna.actor },
    })
    expect(asks([writes(), claimed], 'give-back', guest)).toEqual({ refused: 'outsider' })
    expect(asks([writes()], 'give-back')).toEqual({ refused: 'already-so' })
  })

  test('leaves nobody having it, and the citizen waiting as before', () => {
    const putOff = happens({
      ...{ type: 'set-waiting', mentions: [1], for: 'fachamt', fachamt: 'mr' },
      until: monday('18:00'),
    })
    const returned = happens({ type: 'returned', from: anna.actor }, { by: anna })
    for (const steps of [[claimed], [claimed, putOff]]) {
      const after = conversationAfter(writes(), ...steps, returned)
      expect(after.stage).toEqual({ is: 'new' })
      expect(after.mentions[0].wait).toEqual(wait)
    }
  })
})

const closings: ConversationEvent[] = [
  { type: 'noted', mentions: [1] },
  { type: 'forwarded', to: 'mr', mentions: [1] },
  { type: 'referred', to: '115', mentions: [1] },
  { type: 'not-responsible', mentions: [1] },
  { type: 'marked-spam', mentions: [1] },
  { type: 'answered', proposal: null, mentions: [1] },
]
const reopened = happens({ type: 'reopened', undoes: 2, mentions: [1] }, { by: ben })

describe('opening again', () => {
  test.each(closings)('takes back that it was $type', (closing) => {
    const steps = [writes(), happens(closing, { by: anna, at: monday('11:00') })]
    expect(asks(steps, 'reopen')).toEqual({
      events: [{ type: 'reopened', undoes: 2, mentions: [1] }],
    })
    const after = conversationAfter(...steps, reopened)
    expect(after).toMatchObject({ stage: { is: 'new' }, settled: null, firstAnsweredAt: null })
    expect(after.mentions[0].wait).toEqual(wait)
    expect(asks([...steps, reopened], 'reopen')).toEqual({ refused: 'not-reopenable' })
    expect(asks(steps, 'reopen', guest)).toEqual({ refused: 'outsider' })
  })

  test('does not take back what the public has read, or what was done on the network', () => {
    const told = happens({ type: 'answered', proposal: 18, mentions: [1] })
    expect(asks([writes(), replies(18), told], 'reopen')).toEqual({ refused: 'not-reopenable' })
    const measured = happens({ type: 'measure-taken', measure: 3, mentions: [1] })
    expect(asks([writes(), measured], 'reopen')).toEqual({ refused: 'not-reopenable' })
    expect(asks([writes()], 'reopen')).toEqual({ refused: 'not-reopenable' })
  })

  test('opens what is still there', () => {
    const noted = happens({ type: 'noted', mentions: [1, 2] })
    const both = [writes(), writes({ mention: 2, at: monday('10:05') }), noted]
    expect(asks([...both, erased(1)], 'reopen')).toEqual({
      events: [{ type: 'reopened', undoes: 3, mentions: [2] }],
    })
    expect(asks([...both, erased(1, 2)], 'reopen')).toEqual({ refused: 'not-reopenable' })
  })

  test.each<[string, Happening[]]>([
    ['what is open', [writes(), reopened]],
    ['another step than the last', [writes(), happens(closings[0]!), claimed]],
    [
      'what was not closed with it',
      [writes(), happens(closings[0]!), happens({ type: 'reopened', undoes: 2, mentions: [2] })],
    ],
  ])('cannot have happened to %s', (_, steps) => {
    expect(() => conversationAfter(...steps)).toThrow('impossible history')
  })
})

test('a slip is not counted', () => {
  const told = (...steps: Happening[]) => {
    const conversations = [{ number: 12, events: lifeOf(...steps) }]
    const source = { conversations, floods: 0 } as unknown as Source
    return dialogueOf(source, { from: monday('00:00'), to: monday('23:00') }, officeHours)
  }
  const referred = happens({ type: 'referred', to: '115', mentions: [1] }, { by: anna })
  expect(told(writes(), referred)).toMatchObject({
    ...{ byReferral: { 115: 1 }, byOutcome: { referred: 1, open: 0 } },
  })
  expect(told(writes(), referred, reopened)).toMatchObject({
    ...{ byReferral: { 115: 0 }, byOutcome: { referred: 0, open: 1 } },
  })
})
