// A shitstorm below one post: a life with a thousand events must cost next to nothing.
import { expect, test } from 'vitest'
import type { Conversation } from '../../../src/core/conversation/conversation.ts'
import { conversationDue } from '../../../src/core/conversation/due.ts'
import { evolveConversation, replayConversation } from '../../../src/core/conversation/evolve.ts'
import { conversationLetters } from '../../../src/core/conversation/letters.ts'
import {
  happens,
  lifeOf,
  officeHours,
  theConversation,
  writes,
} from '../../support/conversations.ts'

const day = 24 * 3_600_000
const rules = { hours: officeHours, retention: { afterClosing: 30 * day, afterReceipt: 90 * day } }
const crowd = Array.from({ length: 800 }, (_, index) => writes({ mention: index + 1 }))

/** Milliseconds of the processor's time for the fastest of a few runs: what else the machine does counts least. */
function took(work: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage()
    work()
    return process.cpuUsage(before).user / 1_000
  })
  return Math.min(...times)
}

test('800 replies to one mention are taken in one after the other, in milliseconds', () => {
  const life = lifeOf(...crowd)
  const take = () => {
    let state: Conversation | null = null
    for (const event of life) state = evolveConversation(state, event, theConversation)
    return state
  }
  expect(take()?.mentions).toHaveLength(800)
  expect(took(take)).toBeLessThan(50)
})

test('800 replies are taken in although a whole life is read again now and then', () => {
  const life = lifeOf(...crowd)
  const began = process.cpuUsage()
  for (let length = 10; length <= life.length; length += 10) {
    replayConversation(theConversation, life.slice(0, length))
  }
  expect(process.cpuUsage(began).user / 1_000).toBeLessThan(1_000)
})

test('what is owed and what is written about 800 replies and their reminders is told in milliseconds', () => {
  const reminders = crowd.map((_, index) =>
    happens({ type: 'reminded', mention: index + 1, of: 'half' }),
  )
  const life = lifeOf(...crowd, ...reminders)
  const state = replayConversation(theConversation, life)!
  expect(conversationLetters(theConversation, life)).toHaveLength(1_600)
  expect(took(() => conversationLetters(theConversation, life))).toBeLessThan(100)
  expect(took(() => conversationDue(state, day, rules))).toBeLessThan(20)
})
