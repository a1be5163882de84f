// What an act covers, and which answers still stand by the words they were written for.
import { describe, expect, test } from 'vitest'
import {
  answeredBy,
  coveredBy,
  oldestWait,
  outdatedReplies,
  settledWith,
} from '../../../src/core/conversation/covered.ts'
import { conversationAfter, edits, erased, replies, writes } from '../../support/conversations.ts'
import { anna, monday } from '../../support/lives.ts'

const second = writes({ mention: 2, at: monday('10:30') })
const third = writes({ mention: 3, at: monday('11:00') })

test('an act covers what was there at the position that was seen', () => {
  const conversation = conversationAfter(writes(), second, third)
  expect(coveredBy(conversation, 2)).toEqual([1, 2])
  expect(coveredBy(conversation, 0)).toEqual([])
  expect(coveredBy(conversationAfter(writes(), second, edits(1)), 2)).toEqual([2])
})

describe('an answer settles', () => {
  const answer = replies(7, { mention: 2, by: anna })

  test('its mention and what came before, not what came after', () => {
    const conversation = conversationAfter(writes(), second, answer, third)
    expect(answeredBy(conversation, conversation.replies[0]!)).toEqual([1, 2])
  })

  test('nothing that was said after it was written', () => {
    const conversation = conversationAfter(writes(), second, answer, edits(1))
    expect(answeredBy(conversation, conversation.replies[0]!)).toEqual([2])
  })

  test('its own mention only in the words it was written for', () => {
    const conversation = conversationAfter(writes(), second, answer, edits(2))
    expect(answeredBy(conversation, conversation.replies[0]!)).toEqual([1])
  })
})

test('a measure settles its mention in the words it is about, and what was there before', () => {
  const conversation = conversationAfter(writes(), second, third)
  expect(settledWith(conversation, { mention: 2, version: 1 })).toEqual([1, 2])
  expect(settledWith(conversation, { mention: 9, version: 1 })).toEqual([])
  const changed = conversationAfter(writes(), second, edits(2))
  expect(settledWith(changed, { mention: 2, version: 1 })).toEqual([1])
  expect(settledWith(changed, { mention: 2, version: 2 })).toEqual([1, 2])
})

test('an answer whose words changed or are gone says why, any other does not', () => {
  const answer = replies(7, { mention: 1, by: anna })
  expect(outdatedReplies(conversationAfter(writes(), answer))).toEqual([])
  expect(outdatedReplies(conversationAfter(writes(), answer, edits(1)))).toMatchObject([
    { proposal: 7, because: 'mention-changed' },
  ])
  expect(outdatedReplies(conversationAfter(writes(), second, answer, erased(1)))).toMatchObject([
    { proposal: 7, because: 'mention-gone' },
  ])
  const later = replies(8, { mention: 1, version: 2, by: anna })
  expect(outdatedReplies(conversationAfter(writes(), edits(1), later))).toEqual([])
})

test('the oldest wait is the one that runs for longest', () => {
  expect(oldestWait(conversationAfter(writes(), second))).toMatchObject({ mention: 1 })
  expect(
    oldestWait(conversationAfter(writes(), second, edits(1, { at: monday('12:00') }))),
  ).toMatchObject({
    mention: 1,
  })
})
