// A Fachamt is asked for its Zuarbeit: the mention waits for it, and the office has the word again when it comes.
import { describe, expect, test } from 'vitest'
import type { ConversationEvent } from '../../../src/core/conversation/conversation.ts'
import { decideInConversation } from '../../../src/core/conversation/decide.ts'
import { conversationLetters } from '../../../src/core/conversation/letters.ts'
import {
  conversationAfter,
  erased,
  happens,
  lifeOf,
  theConversation,
  writes,
} from '../../support/conversations.ts'
import { anna, ben, guest, monday, petra } from '../../support/lives.ts'

const tomorrow = monday('09:00') + 24 * 60 * 60_000
const now = monday('11:00')
const ask = { do: 'pass-on', fachamt: 'mr', until: tomorrow, question: ' Seit wann? ' } as const

function passedOn(changes: Partial<Extract<ConversationEvent, { type: 'passed-on' }>> = {}) {
  const event = { type: 'passed-on', fachamt: 'mr', until: tomorrow, mentions: [1], question: '' }
  return happens({ ...event, ...changes } as ConversationEvent, { by: anna })
}

function contributed(request: number, text = 'Am Freitag.') {
  return happens({ type: 'contributed', request, mentions: [1], text }, { by: ben })
}

describe('passing on', () => {
  test('covers what was seen, asks tidily, and whoever does it has the mention', () => {
    const conversation = conversationAfter(writes(), writes({ mention: 2 }))
    const said = decideInConversation(conversation, { ...ask, seen: 1 }, anna, now)
    expect(said).toEqual({
      events: [
        {
          ...{ type: 'passed-on', fachamt: 'mr', until: tomorrow, mentions: [1] },
          question: 'Seit wann?',
        },
      ],
    })
    expect(conversationAfter(writes(), passedOn())).toMatchObject({
      stage: { is: 'waiting', for: 'fachamt', fachamt: 'mr', taken: { by: anna.actor } },
      requests: [{ position: 2, by: anna.actor, fachamt: 'mr', until: tomorrow, mentions: [1] }],
    })
  })

  test.each([
    ['a guest', guest, { ...ask, seen: 1 }, 'outsider'],
    ['a day that is over', anna, { ...ask, until: now, seen: 1 }, 'date-past'],
    ['what nobody has seen', anna, { ...ask, seen: 0 }, 'not-seen'],
  ] as const)('is refused to or for %s', (_, by, command, refused) => {
    expect(decideInConversation(conversationAfter(writes()), command, by, now)).toEqual({ refused })
  })

  test('what is closed is not passed on', () => {
    const closed = conversationAfter(writes(), happens({ type: 'noted', mentions: [1] }))
    expect(decideInConversation(closed, { ...ask, seen: 2 }, anna, now)).toMatchObject({
      refused: 'already-closed',
    })
  })
})

describe('Zuarbeit', () => {
  test('gives the office the word again once every Fachamt has said what it was asked', () => {
    const both = [writes(), passedOn(), passedOn({ fachamt: 'vs' })]
    expect(conversationAfter(...both, contributed(2)).stage.is).toBe('waiting')
    const after = conversationAfter(...both, contributed(2), contributed(3))
    expect(after.stage).toMatchObject({ is: 'claimed', by: anna.actor })
    expect(after.mentions[0].wait?.putOff).toBe(false)
  })

  test('can be given by everybody of the office, more than once, and after the citizen has an answer', () => {
    const closed = [writes(), passedOn(), contributed(2), happens({ type: 'noted', mentions: [1] })]
    const command = { do: 'contribute', request: 2, text: ' Doch erst Montag. ' } as const
    expect(decideInConversation(conversationAfter(...closed), command, petra, now)).toEqual({
      events: [{ type: 'contributed', request: 2, mentions: [1], text: 'Doch erst Montag.' }],
    })
  })

  test.each([
    ['a guest', [], guest, { request: 2, text: 'x' }, 'outsider'],
    ['nothing', [], ben, { request: 2, text: ' \n' }, 'nothing-said'],
    ['what nobody asked', [], ben, { request: 1, text: 'x' }, 'unknown-mention'],
    ['words that are gone', [erased(1)], ben, { request: 2, text: 'x' }, 'erased'],
  ] as const)('is not taken from or for %s', (_, more, by, given, refused) => {
    const conversation = conversationAfter(writes(), passedOn(), ...more)
    const said = decideInConversation(conversation, { do: 'contribute', ...given }, by, now)
    expect(said).toEqual({ refused })
  })

  test('to what nobody asked is an impossible history', () => {
    expect(() => conversationAfter(writes(), passedOn(), contributed(1))).toThrow('impossible')
  })
})

test('the Fachamt has one message that is kept true, and is reminded on the day', () => {
  const life = lifeOf(
    writes(),
    passedOn(),
    passedOn({ fachamt: 'vs' }),
    contributed(3),
    happens({ type: 'resubmitted' }, { at: tomorrow }),
  )
  const letters = conversationLetters(theConversation, life)
  const told = letters.map(({ key, shows }) => [key.replace('conversation/12/', ''), shows])
  expect(told).toEqual([
    ['card', 5],
    ['request/2', 5],
    ['request/3', 5],
    ['note/4', 4],
    ['note/5', 5],
    ['request/2/due/5', 5],
  ])
  // Who has the mention is called for the Zuarbeit; the Wiedervorlage pings nobody.
  expect(letters.flatMap((one) => (one.kind === 'note' ? [one.to] : []))).toEqual([
    anna.actor,
    null,
  ])
})
