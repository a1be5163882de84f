// Whatever citizens write and people decide, in whatever order: what must never happen to a mention.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Instant } from '../../../src/core/content.ts'
import type { Person } from '../../../src/core/people.ts'
import {
  awaited,
  fachaemter,
  isClosed,
  referrals,
  type Conversation,
  type RecordedInConversation,
} from '../../../src/core/conversation/conversation.ts'
import {
  decideInConversation,
  decideInConversationForDesk,
  type ConversationCommand,
  type ConversationDecision,
  type ConversationDeskCommand,
} from '../../../src/core/conversation/decide.ts'
import {
  deadlineOf,
  evidenceDue,
  reminderDue,
  retentionDue,
} from '../../../src/core/conversation/due.ts'
import { evolveConversation, replayConversation } from '../../../src/core/conversation/evolve.ts'
import { conversationMessages } from '../../../src/core/conversation/letters.ts'
import { theDesk } from '../../../src/core/people.ts'
import { officeHours, theConversation, writes } from '../../support/conversations.ts'
import { anna, ben, guest, monday, petra } from '../../support/lives.ts'

const hour = 3_600_000
const day = 24 * hour
const retention = { afterClosing: 30 * day, afterReceipt: 90 * day }

type Ask =
  | { by: Person; command: ConversationCommand; later: number }
  | { by: null; command: ConversationDeskCommand; later: number }

const few = fc.integer({ min: 1, max: 4 })
const later = fc.constantFrom(0, 60_000, 2 * hour, day, 20 * day)
const until = fc.constantFrom(-day, hour, 4 * day, 60 * day).map((after) => monday('10:00') + after)

const commands: fc.Arbitrary<ConversationCommand> = fc.oneof(
  fc.constantFrom<ConversationCommand>(
    { do: 'claim' },
    { do: 'take-over' },
    { do: 'note' },
    { do: 'not-responsible' },
    { do: 'mark-spam' },
    { do: 'want-card' },
    { do: 'tell-answered' },
    { do: 'sort', concern: 'lob' },
  ),
  fc.record({
    do: fc.constant('wait' as const),
    for: fc.constantFrom(...awaited),
    fachamt: fc.constantFrom(null, ...fachaemter),
    until,
  }),
  fc.constantFrom(...fachaemter).map((to) => ({ do: 'forward' as const, to })),
  fc.constantFrom(...referrals).map((to) => ({ do: 'refer' as const, to })),
  fc.record({ do: fc.constant('hold-evidence' as const), mention: few, evidence: few, until }),
  fc.record({
    do: fc.constant('end-evidence' as const),
    evidence: few,
    decision: fc.constantFrom('handed-over' as const, 'released' as const),
  }),
)

const deskCommands: fc.Arbitrary<ConversationDeskCommand> = fc.oneof(
  fc.record({ mention: few, emergency: fc.boolean(), collected: fc.boolean() }).map((told) => {
    const { event } = writes(told)
    if (event.type !== 'received') throw new Error('a citizen writes')
    return { do: 'receive' as const, received: event }
  }),
  fc.record({
    do: fc.constant('record-edit' as const),
    mention: few,
    emergency: fc.boolean(),
  }),
  fc.record({
    do: fc.constant('record-erased' as const),
    mention: few,
    because: fc.constantFrom('gone' as const, 'retention' as const, 'request' as const),
  }),
  fc.record({ do: fc.constant('record-reply' as const), proposal: few, mention: few }),
  fc.record({ do: fc.constant('record-dropped' as const), proposal: few }),
  fc.record({ do: fc.constant('record-answered' as const), proposal: few }),
  fc.record({ do: fc.constant('record-measure' as const), measure: few }),
  fc.record({
    do: fc.constant('remind' as const),
    of: fc.constantFrom('half' as const, 'full' as const, 'resubmission' as const),
  }),
  fc.record({
    do: fc.constant('remind-of-evidence' as const),
    evidence: few,
    days: fc.constantFrom(3, 14),
  }),
)

const asks: fc.Arbitrary<Ask[]> = fc.array(
  fc.oneof(
    fc.record({ by: fc.constantFrom(anna, ben, petra, guest), command: commands, later }),
    fc.record({ by: fc.constant(null), command: deskCommands, later }),
  ),
  { minLength: 1, maxLength: 25, size: 'max' },
)

type Lived = { life: RecordedInConversation[]; now: Instant; received: Set<number> }

/** Lives through what is asked; `see` is shown every step with its answer. */
function live(
  all: readonly Ask[],
  see: (
    before: Conversation | null,
    answer: ConversationDecision,
    after: Conversation | null,
    ask: Ask,
  ) => void = () => undefined,
): Lived {
  const life: RecordedInConversation[] = []
  const received = new Set<number>()
  let conversation: Conversation | null = null
  let now = monday('10:00')
  for (const ask of all) {
    now += ask.later
    const before: Conversation | null = conversation
    const answer = answerTo(before, ask, now)
    if (answer === null) continue
    for (const event of 'events' in answer ? answer.events : []) {
      const position = (conversation?.position ?? 0) + 1
      const recorded = { ...event, position, at: now, actor: ask.by?.actor ?? theDesk }
      // Throws if history does not take what was decided.
      conversation = evolveConversation(conversation, recorded, theConversation)
      life.push(recorded)
      if (event.type === 'received') received.add(event.mention)
    }
    see(before, answer, conversation, ask)
  }
  return { life, now, received }
}

/** Null while there is nothing yet that a person could ask about. */
function answerTo(
  conversation: Conversation | null,
  ask: Ask,
  now: Instant,
): ConversationDecision | null {
  if (ask.by === null) return decideInConversationForDesk(conversation, ask.command)
  return conversation === null ? null : decideInConversation(conversation, ask.command, ask.by, now)
}

const all = { numRuns: 300 }

describe('whatever people do', () => {
  test('no mention is ever lost, and none is there twice', () => {
    fc.assert(
      fc.property(asks, (asked) => {
        const { life, received } = live(asked)
        const mentions = replayConversation(theConversation, life)?.mentions ?? []
        expect(mentions.map(({ number }) => number)).toEqual([...received])
      }),
      all,
    )
  })

  test('every mention is in a final state, with somebody, new, or has a date', () => {
    fc.assert(
      fc.property(asks, (asked) => {
        live(asked, (_, __, after) => {
          if (after === null) return
          expect(after.awaitsAnswerSince === null).toBe(isClosed(after))
          expect(deadlineOf(after, officeHours) === null).toBe(isClosed(after))
        })
      }),
      { numRuns: 60 },
    )
  })

  test('only a citizen reopens what was closed', () => {
    fc.assert(
      fc.property(asks, (asked) => {
        live(asked, (before, _, after, { command }) => {
          if (before === null || after === null || !isClosed(before) || isClosed(after)) return
          expect(['receive', 'record-edit']).toContain(command.do)
          expect(after.stage).toEqual({ is: 'new' })
        })
      }),
      all,
    )
  })

  test('a guest never changes anything, and staff never touch evidence', () => {
    fc.assert(
      fc.property(asks, (asked) => {
        live(asked, (before, answer, after, { by }) => {
          if (by === guest) {
            expect(answer).toEqual({ refused: 'outsider' })
            expect(after).toBe(before)
          }
          if (by === anna || by === ben) expect(after?.evidence).toEqual(before?.evidence)
        })
      }),
      all,
    )
  })

  test('evidence stays until an officer decides, whatever is erased', () => {
    fc.assert(
      fc.property(asks, (asked) => {
        live(asked, (before, _, after, { by, command }) => {
          if (by?.standing === 'officer' && command.do === 'end-evidence') return
          const kept = after?.evidence.map(({ number }) => number) ?? []
          for (const { number } of before?.evidence ?? []) expect(kept).toContain(number)
        })
      }),
      all,
    )
  })

  test('what was decided once is refused or harmless the second time: nobody is reminded twice', () => {
    fc.assert(
      fc.property(asks, (asked) => {
        live(asked, (_, answer, after, { by, command }) => {
          if (by !== null || 'refused' in answer || after === null) return
          if (command.do === 'record-edit') return
          expect(decideInConversationForDesk(after, command)).toHaveProperty('refused')
        })
      }),
      all,
    )
  })
})

describe('whatever is owed', () => {
  test('the desk may do, and it is not owed again', () => {
    fc.assert(
      fc.property(asks, later, (asked, wait) => {
        const lived = live(asked)
        const now = lived.now + wait
        let conversation = replayConversation(theConversation, lived.life)
        if (conversation === null) return
        const reminder = reminderDue(conversation, now, officeHours)
        const owed: ConversationDeskCommand[] = [
          ...(reminder === null ? [] : [{ do: 'remind' as const, of: reminder }]),
          ...evidenceDue(conversation, now).map((due) => ({
            do: 'remind-of-evidence' as const,
            ...due,
          })),
          ...retentionDue(conversation, now, retention).map((mention) => ({
            do: 'record-erased' as const,
            mention,
            because: 'retention' as const,
          })),
        ]
        for (const command of owed) {
          const answer = decideInConversationForDesk(conversation, command)
          if ('refused' in answer) throw new Error(`${command.do}: ${answer.refused}`)
          for (const event of answer.events) {
            const position: number = conversation.position + 1
            const recorded = { ...event, position, at: now, actor: theDesk }
            conversation = evolveConversation(conversation, recorded, theConversation)
          }
        }
        expect(reminderDue(conversation, now, officeHours)).toBeNull()
        expect(evidenceDue(conversation, now)).toEqual([])
        expect(retentionDue(conversation, now, retention)).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  test('nobody is reminded of what is closed, and in the end no word is left', () => {
    fc.assert(
      fc.property(asks, (asked) => {
        const { life, now } = live(asked)
        const conversation = replayConversation(theConversation, life)
        if (conversation === null) return
        if (isClosed(conversation)) {
          for (const hours of [1, 30, 200]) {
            expect(reminderDue(conversation, now + hours * hour, officeHours)).toBeNull()
          }
        }
        const kept = conversation.mentions.filter(({ erased }) => erased === null)
        expect(retentionDue(conversation, now + 90 * day, retention)).toEqual(
          kept.map(({ number }) => number),
        )
      }),
      { numRuns: 100 },
    )
  })
})

describe('whatever is written in Slack', () => {
  test('has a key of its own, and shows no more than has happened', () => {
    fc.assert(
      fc.property(asks, (asked) => {
        const { life } = live(asked)
        const messages = conversationMessages(theConversation, life)
        const keys = messages.map(({ key }) => key)
        expect(new Set(keys).size).toBe(keys.length)
        for (const { shows } of messages) {
          expect(shows).toBeGreaterThan(0)
          expect(shows).toBeLessThanOrEqual(life.length)
        }
      }),
      all,
    )
  })

  test('no message disappears, and each that showed erased words is drawn again', () => {
    fc.assert(
      fc.property(asks, (asked) => {
        const { life } = live(asked)
        let before = conversationMessages(theConversation, [])
        for (const [index, event] of life.entries()) {
          const after = conversationMessages(theConversation, life.slice(0, index + 1))
          const keys = after.map(({ key }) => key)
          for (const { key } of before) expect(keys).toContain(key)
          if (event.type === 'erased') {
            const showed = after.filter(
              (message) => message.kind !== 'note' && message.mention.number === event.mention,
            )
            for (const { shows } of showed) expect(shows).toBe(event.position)
          }
          before = after
        }
      }),
      { numRuns: 150 },
    )
  })
})
