// Whatever citizens write and people decide, in whatever order: what must never happen to a mention.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Instant } from '../../../src/core/content.ts'
import type { Person } from '../../../src/core/people.ts'
import {
  awaited,
  fachaemter,
  hasCard,
  isClosed,
  lastSaid,
  referrals,
  waitingIn,
  type Conversation,
  type RecordedInConversation,
} from '../../../src/core/conversation/conversation.ts'
import { outdatedReplies } from '../../../src/core/conversation/covered.ts'
import {
  decideInConversation,
  type ConversationCommand,
  type ConversationDecision,
} from '../../../src/core/conversation/decide.ts'
import {
  decideInConversationForDesk,
  type ConversationDeskCommand,
} from '../../../src/core/conversation/decide-for-desk.ts'
import { conversationDue, conversationRests } from '../../../src/core/conversation/due.ts'
import { evolveConversation, replayConversation } from '../../../src/core/conversation/evolve.ts'
import {
  conversationLetters,
  type ConversationMessage,
} from '../../../src/core/conversation/letters.ts'
import { theDesk } from '../../../src/core/people.ts'
import { officeHours, theConversation, writes } from '../../support/conversations.ts'
import { anna, ben, guest, monday, petra } from '../../support/lives.ts'

const hour = 3_600_000
const day = 24 * hour
const retention = { afterClosing: 30 * day, afterReceipt: 90 * day }
const rules = { hours: officeHours, retention }

type Ask =
  | { by: Person; command: ConversationCommand; later: number }
  | { by: null; command: ConversationDeskCommand; later: number }

const few = fc.integer({ min: 1, max: 4 })
const later = fc.constantFrom(0, 60_000, 2 * hour, day, 20 * day)
const until = fc.constantFrom(-day, hour, 4 * day, 60 * day).map((after) => monday('10:00') + after)

// Up to what was seen: from nothing to everything and more.
const seen = fc.integer({ min: 0, max: 30 })

const commands: fc.Arbitrary<ConversationCommand> = fc.oneof(
  fc.constantFrom<ConversationCommand>(
    { do: 'claim' },
    { do: 'take-over' },
    { do: 'want-card' },
    { do: 'sort', concern: 'lob' },
  ),
  fc.record({
    do: fc.constantFrom('note', 'not-responsible', 'mark-spam', 'tell-answered'),
    seen,
  }),
  fc.record({
    do: fc.constant('wait' as const),
    for: fc.constantFrom(...awaited),
    fachamt: fc.constantFrom(null, ...fachaemter),
    until,
    seen,
  }),
  fc.record({
    do: fc.constant('pass-on' as const),
    fachamt: fc.constantFrom(...fachaemter),
    until,
    question: fc.constantFrom('', 'Seit wann?'),
    seen,
  }),
  fc.record({
    do: fc.constant('contribute' as const),
    request: seen,
    text: fc.constantFrom('', 'Am Freitag.'),
  }),
  fc.record({ do: fc.constant('forward' as const), to: fc.constantFrom(...fachaemter), seen }),
  fc.record({ do: fc.constant('refer' as const), to: fc.constantFrom(...referrals), seen }),
  fc.record({
    do: fc.constant('propose-reply' as const),
    proposal: few,
    mention: few,
    version: fc.integer({ min: 1, max: 2 }),
  }),
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
    mentions: fc.array(few, { minLength: 1, maxLength: 3 }),
    because: fc.constantFrom('gone' as const, 'retention' as const, 'request' as const),
  }),
  fc.record({ do: fc.constant('record-dropped' as const), proposal: few }),
  fc.record({ do: fc.constant('record-answered' as const), proposal: few }),
  fc.record({
    do: fc.constant('rebind-reply' as const),
    proposal: few,
    version: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({
    do: fc.constant('record-measure' as const),
    measure: few,
    mention: few,
    version: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({
    do: fc.constant('remind' as const),
    mention: few,
    of: fc.constantFrom('half' as const, 'full' as const),
  }),
  fc.constant({ do: 'resubmit' as const }),
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
  for (const one of all) {
    now += one.later
    const before: Conversation | null = conversation
    const ask: Ask = one.by === null ? { ...one, command: inOrder(before, one.command) } : one
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

/** Mentions come in the order of their numbers; now and then one comes twice. */
function inOrder(
  conversation: Conversation | null,
  command: ConversationDeskCommand,
): ConversationDeskCommand {
  if (command.do !== 'receive' || command.received.mention === 4) return command
  const mention = (conversation?.mentions.at(-1)?.number ?? 0) + 1
  return { ...command, received: { ...command.received, mention } }
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

  test('a conversation is closed exactly when nothing in it waits', () => {
    fc.assert(
      fc.property(asks, (asked) => {
        live(asked, (_, __, after) => {
          if (after === null) return
          expect(waitingIn(after).length === 0).toBe(isClosed(after))
          for (const { erased, wait } of after.mentions) {
            if (erased !== null) expect(wait).toBeNull()
          }
        })
      }),
      all,
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

  test('nothing is closed that was not seen, and no answer closes what came after its mention', () => {
    fc.assert(
      fc.property(asks, (asked) => {
        live(asked, (before, _, after, { command }) => {
          if (before === null || after === null || command.do === 'record-erased') return
          const gone = before.mentions.filter(
            ({ number, wait }, index) =>
              wait !== null &&
              after.mentions[index]?.number === number &&
              after.mentions[index].wait === null,
          )
          if (gone.length === 0) return
          if ('seen' in command) {
            for (const mention of gone) expect(lastSaid(mention)).toBeLessThanOrEqual(command.seen)
          } else if (command.do === 'record-answered') {
            const reply = before.replies.find(({ proposal }) => proposal === command.proposal)
            for (const mention of gone) {
              expect(mention.number).toBeLessThanOrEqual(reply?.mention ?? 0)
              expect(lastSaid(mention)).toBeLessThanOrEqual(reply?.proposedAt ?? 0)
            }
          } else {
            if (command.do !== 'record-measure') throw new Error(`${command.do} closed something`)
            for (const { number } of gone) expect(number).toBeLessThanOrEqual(command.mention)
          }
        })
      }),
      all,
    )
  })

  test('no answer whose mention changed or went counts as up to date', () => {
    fc.assert(
      fc.property(asks, (asked) => {
        live(asked, (before, answer, after, { command }) => {
          if (before === null || after === null || 'refused' in answer) return
          const outdated = outdatedReplies(after).map(({ proposal }) => proposal)
          for (const { proposal, mention } of before.replies) {
            const changes =
              (command.do === 'record-edit' && command.mention === mention) ||
              (command.do === 'record-erased' && command.mentions.includes(mention))
            if (changes) expect(outdated).toContain(proposal)
          }
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
  /** Does what is owed at an instant until nothing is; throws where it cannot be done. */
  function settle(before: Conversation, now: Instant): Conversation {
    let conversation = before
    for (let steps = 0; steps < 50; steps += 1) {
      const due = conversationDue(conversation, now, rules)
      if (due === null || due.from > now) return conversation
      const { owed } = due
      const command: ConversationDeskCommand =
        owed.do === 'erase'
          ? { do: 'record-erased', mentions: owed.mentions, because: 'retention' }
          : owed.do === 'call'
            ? { do: 'record-called', round: owed.round, people: [petra.actor] }
            : owed
      const answer = decideInConversationForDesk(conversation, command)
      if ('refused' in answer) throw new Error(`${command.do}: ${answer.refused}`)
      for (const event of answer.events) {
        const position: number = conversation.position + 1
        const recorded = { ...event, position, at: now, actor: theDesk }
        conversation = evolveConversation(conversation, recorded, theConversation)
      }
    }
    throw new Error('it is owed for ever')
  }

  test('the desk may do, and it is not owed again', () => {
    fc.assert(
      fc.property(asks, later, (asked, wait) => {
        const { life, now } = live(asked)
        const conversation = replayConversation(theConversation, life)
        if (conversation !== null) settle(conversation, now + wait)
      }),
      { numRuns: 100 },
    )
  })

  test('was announced: nothing is due that an earlier look did not see coming', () => {
    const looks = fc.tuple(fc.nat({ max: 200 * 24 * 60 }), fc.nat({ max: 30 * 24 * 60 }))
    fc.assert(
      fc.property(asks, looks, (asked, [minutes, earlier]) => {
        const { life, now } = live(asked)
        const conversation = replayConversation(theConversation, life)
        if (conversation === null) return
        const look = now + minutes * 60_000
        const due = conversationDue(conversation, look, rules)
        if (due === null || due.from > look) return
        const before = conversationDue(conversation, look - earlier * 60_000, rules)
        expect(before?.from).toBeLessThanOrEqual(look)
      }),
      { numRuns: 200 },
    )
  })

  test('no open conversation is forgotten: each has a day, and a card or a place in a list', () => {
    fc.assert(
      fc.property(asks, (asked) => {
        const { life, now } = live(asked)
        const conversation = replayConversation(theConversation, life)
        if (conversation === null || isClosed(conversation)) return
        expect(conversationDue(conversation, now, rules)).not.toBeNull()
        expect(conversationRests(conversation)).toBe(false)
        const isListed = conversation.mentions.every(({ collected }) => collected)
        const letters = conversationLetters(theConversation, life)
        expect(letters.some(({ kind }) => kind === 'card')).toBe(hasCard(conversation))
        expect(hasCard(conversation) || isListed).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  test('in the end no word is left, and what nobody answered is over', () => {
    fc.assert(
      fc.property(asks, (asked) => {
        const { life, now } = live(asked)
        const conversation = replayConversation(theConversation, life)
        if (conversation === null) return
        const end = settle(conversation, now + 91 * day)
        expect(end.mentions.every(({ erased }) => erased !== null)).toBe(true)
        expect(isClosed(end)).toBe(true)
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
        const messages = conversationLetters(theConversation, life)
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
        let before = conversationLetters(theConversation, [])
        for (const [index, event] of life.entries()) {
          const after = conversationLetters(theConversation, life.slice(0, index + 1))
          const keys = after.map(({ key }) => key)
          for (const { key } of before) expect(keys).toContain(key)
          if (event.type === 'erased') {
            const showed = after.filter((message) =>
              aboutIn(message).some((mention) => event.mentions.includes(mention)),
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

/** Whose words a message shows. */
function aboutIn(message: ConversationMessage): readonly number[] {
  switch (message.kind) {
    case 'request':
      return message.request.mentions
    case 'note':
    case 'call':
    case 'call-to':
    case 'request-due':
      return []
    default:
      return [message.mention.number]
  }
}
