// A call for help calls people: at once, again after ten minutes, then who was named for that; until somebody acts.
import { describe, expect, test } from 'vitest'
import { callDue } from '../../../src/core/conversation/calls.ts'
import type { ConversationEvent } from '../../../src/core/conversation/conversation.ts'
import { decideInConversation } from '../../../src/core/conversation/decide.ts'
import { decideInConversationForDesk } from '../../../src/core/conversation/decide-for-desk.ts'
import { conversationLetters } from '../../../src/core/conversation/letters.ts'
import {
  conversationAfter,
  edits,
  erased,
  happens,
  lifeOf,
  theConversation,
  writes,
  type Happening,
} from '../../support/conversations.ts'
import { anna, ben, monday, petra, vera } from '../../support/lives.ts'

const help = writes({ emergency: true })
const minutes = (count: number) => monday('10:00') + count * 60_000

function called(round: 1 | 2 | 3, at = minutes((round - 1) * 10), people = [3, 4]): Happening {
  return happens({ type: 'called', mention: 1, round, people }, { at })
}

test.each([
  ['at once', [help], { round: 1, from: minutes(0) }],
  ['again ten minutes later', [help, called(1)], { round: 2, from: minutes(10) }],
  ['and once more', [help, called(1), called(2)], { round: 3, from: minutes(20) }],
])('people are called %s', (_, steps, { round, from }) => {
  const owed = { do: 'call', mention: 1, round }
  expect(callDue(conversationAfter(...steps))).toEqual({ owed, from })
})

const mentions = [1]
const by = { by: anna }
test.each<[string, Happening[]]>([
  ['whom nobody called for', [writes()]],
  ['after the third time', [help, called(1), called(2), called(3)]],
  ['once somebody has it', [help, called(1), happens({ type: 'claimed', from: null }, by)]],
  ['once it is noted', [help, happens({ type: 'noted', mentions }, by)]],
  ['once somebody sorted it', [help, happens({ type: 'sorted', concern: 'frage' }, by)]],
  ['once an answer is up', [help, happens(reply(), by)]],
  ['when the words are gone', [help, erased(1)]],
])('nobody is called %s', (_, steps) => {
  expect(callDue(conversationAfter(...steps))).toBeNull()
})

function reply(): ConversationEvent {
  return { type: 'reply-proposed', proposal: 7, mention: 1, version: 1 }
}

describe('calls begin anew', () => {
  const claimed = happens({ type: 'claimed', from: null }, by)
  test.each<[string, Happening[]]>([
    ['who had it gives it back', [happens({ type: 'returned', from: anna.actor }, by)]],
    ['more help is called for', [writes({ mention: 2, emergency: true })]],
  ])('when %s', (_, then) => {
    const conversation = conversationAfter(help, called(1), claimed, ...then)
    expect(callDue(conversation)?.owed.round).toBe(1)
  })

  test('for words that became a call for help', () => {
    const changed = conversationAfter(writes(), edits(1, { emergency: true, at: minutes(5) }))
    expect(callDue(changed)).toMatchObject({ from: minutes(5) })
  })

  test('not for another post while people are called already', () => {
    const two = conversationAfter(help, called(1), writes({ mention: 2, emergency: true }))
    expect(callDue(two)?.owed.round).toBe(2)
  })
})

test('who has it says once more that they see to it', () => {
  const steps = [help, happens({ type: 'claimed', from: null }, by)]
  const more = [...steps, writes({ mention: 2, emergency: true })]
  const claim = { do: 'claim' } as const
  const now = minutes(1)
  expect(decideInConversation(conversationAfter(...more), claim, anna, now)).toEqual({
    events: [{ type: 'claimed', from: null }],
  })
  expect(decideInConversation(conversationAfter(...steps), claim, anna, now)).toMatchObject({
    refused: 'already-so',
  })
  expect(decideInConversation(conversationAfter(...more), claim, ben, now)).toMatchObject({
    refused: 'already-claimed',
  })
})

test('each call is recorded once', () => {
  const command = { do: 'record-called', round: 1, people: [3] } as const
  expect(decideInConversationForDesk(conversationAfter(help), command)).toEqual({
    events: [{ type: 'called', mention: 1, round: 1, people: [3] }],
  })
  expect(decideInConversationForDesk(conversationAfter(help, called(1)), command)).toEqual({
    refused: 'already-so',
  })
})

test('who is called reads it by name in the thread and directly; nobody is written to where nobody is there', () => {
  const nobody = called(2, minutes(10), [])
  const life = lifeOf(help, called(1, minutes(0), [petra.actor, vera.actor]), nobody)
  const keys = conversationLetters(theConversation, life).map(({ key }) => key)
  expect(keys.filter((key) => key.includes('/call/'))).toEqual([
    'conversation/12/call/2',
    'conversation/12/call/2/3',
    'conversation/12/call/2/4',
  ])
})
