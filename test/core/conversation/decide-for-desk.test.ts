import { describe, expect, test } from 'vitest'
import type {
  Conversation,
  ConversationEvent,
} from '../../../src/core/conversation/conversation.ts'
import {
  decideInConversationForDesk,
  type ConversationDeskCommand,
} from '../../../src/core/conversation/decide-for-desk.ts'
import {
  conversationAfter,
  edits,
  erased,
  happens,
  replies,
  writes,
  type Happening,
} from '../../support/conversations.ts'
import { anna, monday, petra } from '../../support/lives.ts'

const tomorrow = monday('12:00') + 24 * 3_600_000

const noted = happens({ type: 'noted', mentions: [1] }, { by: anna, at: monday('11:00') })
const waiting = happens(
  { type: 'set-waiting', mentions: [1], for: 'buerger', fachamt: null, until: tomorrow },
  { by: anna },
)
const measure = (number: number, mentions: readonly number[]) =>
  happens({ type: 'measure-taken', measure: number, mentions })

function deskSays(command: ConversationDeskCommand, conversation: Conversation | null) {
  return decideInConversationForDesk(conversation, command)
}

const fresh = conversationAfter(writes())
const closed = conversationAfter(writes(), noted)

describe('the desk takes in', () => {
  const received = writes({ mention: 2 }).event as Extract<ConversationEvent, { type: 'received' }>

  test('what opens a conversation and what follows', () => {
    for (const conversation of [null, fresh, closed]) {
      expect(deskSays({ do: 'receive', received }, conversation)).toEqual({ events: [received] })
    }
  })

  test('no mention twice', () => {
    const both = conversationAfter(writes(), writes({ mention: 2 }))
    expect(deskSays({ do: 'receive', received }, both)).toEqual({ refused: 'already-so' })
  })

  test.each<ConversationDeskCommand>([
    { do: 'record-edit', mention: 1, emergency: false },
    { do: 'remind', mention: 1, of: 'half' },
  ])('nothing where nobody wrote: %j', (command) => {
    expect(deskSays(command, null)).toEqual({ refused: 'unknown-mention' })
  })

  test('new words, counted, unless the old ones are gone', () => {
    const edit = { do: 'record-edit', mention: 1, emergency: true } as const
    const event = { type: 'edited', mention: 1, emergency: true }
    expect(deskSays(edit, fresh)).toEqual({ events: [{ ...event, version: 2 }] })
    expect(deskSays(edit, conversationAfter(writes(), edits()))).toEqual({
      events: [{ ...event, version: 3 }],
    })
    expect(deskSays(edit, conversationAfter(writes(), erased(1)))).toEqual({ refused: 'erased' })
    expect(deskSays({ ...edit, mention: 5 }, fresh)).toEqual({ refused: 'unknown-mention' })
  })

  test('that words are erased, each once and in order', () => {
    const all = { do: 'record-erased', mentions: [3, 1, 2, 1], because: 'request' } as const
    const two = conversationAfter(
      writes(),
      writes({ mention: 2 }),
      writes({ mention: 3 }),
      erased(2),
    )
    expect(deskSays(all, two)).toEqual({
      events: [{ type: 'erased', mentions: [1, 3], because: 'request' }],
    })
    expect(deskSays({ ...all, mentions: [2] }, two)).toEqual({ refused: 'erased' })
    expect(deskSays({ ...all, mentions: [4] }, two)).toEqual({ refused: 'unknown-mention' })
  })
})

describe('an answer that the public can read', () => {
  const answered = { do: 'record-answered', proposal: 7 } as const
  const closes = (...steps: readonly Happening[]) => {
    const said = deskSays(answered, conversationAfter(...steps))
    if ('refused' in said) throw new Error(said.refused)
    const [event] = said.events
    return event?.type === 'answered' ? event.mentions : null
  }
  const help = writes({ mention: 2, emergency: true, at: monday('11:00') })

  test('closes the mention it answers', () => {
    expect(deskSays(answered, conversationAfter(writes(), replies(7)))).toEqual({
      events: [{ type: 'answered', proposal: 7, mentions: [1] }],
    })
  })

  test('does not close a call for help that came after it was written', () => {
    expect(closes(writes(), replies(7), help)).toEqual([1])
  })

  test('to an older mention does not close a newer one that was there already', () => {
    expect(closes(writes(), help, replies(7))).toEqual([1])
  })

  test('to a newer mention closes what the same people asked before', () => {
    expect(closes(writes(), help, replies(7, { mention: 2 }))).toEqual([1, 2])
  })

  test('closes nothing whose words changed after it was written', () => {
    expect(closes(writes(), replies(7), edits())).toEqual([])
    expect(closes(writes(), help, replies(7, { mention: 2 }), edits())).toEqual([2])
    expect(closes(writes(), edits(), help, replies(7, { mention: 2 }))).toEqual([1, 2])
    expect(closes(writes(), edits(), replies(7))).toEqual([])
  })

  test('closes the new words once a person has looked at it again', () => {
    expect(closes(writes(), replies(7), edits(), replies(7, { version: 2 }))).toEqual([1])
  })

  test('bound to new words by the desk closes no call for help that came since it was written', () => {
    const first = writes({ mention: 1 })
    const asked = writes({ mention: 2, at: monday('11:00') })
    const answer = replies(7, { mention: 2, at: monday('12:00') })
    const becameHelp = edits(1, { emergency: true, at: monday('12:10') })
    const rebound = replies(7, { mention: 2, version: 2, at: monday('12:21') })
    const changes = edits(2, { at: monday('12:20') })
    expect(closes(first, asked, answer, changes, rebound)).toEqual([1, 2])
    expect(closes(first, asked, answer, becameHelp, changes, rebound)).toEqual([2])
  })

  test('still counts after somebody closed', () => {
    expect(closes(writes(), replies(7), noted)).toEqual([])
  })

  test('is followed from its proposal to its end, once', () => {
    const answering = conversationAfter(writes(), replies(7))
    expect(deskSays({ do: 'record-dropped', proposal: 7 }, answering)).toEqual({
      events: [{ type: 'reply-dropped', proposal: 7 }],
    })
    for (const command of ['record-dropped', 'record-answered'] as const) {
      expect(deskSays({ do: command, proposal: 8 }, answering)).toEqual({ refused: 'already-so' })
    }
  })

  test('is meant for later words when its proposal is, and for none that are unknown', () => {
    const changed = conversationAfter(writes(), replies(7), edits())
    const rebind = { do: 'rebind-reply', proposal: 7, version: 2 } as const
    expect(deskSays(rebind, changed)).toEqual({
      events: [{ type: 'reply-proposed', proposal: 7, mention: 1, version: 2 }],
    })
    expect(deskSays({ ...rebind, version: 1 }, changed)).toEqual({ refused: 'already-so' })
    expect(deskSays({ ...rebind, version: 3 }, changed)).toEqual({ refused: 'unknown-mention' })
    expect(deskSays({ ...rebind, proposal: 8 }, changed)).toEqual({ refused: 'already-so' })
  })
})

describe('a measure', () => {
  const taken = { do: 'record-measure', measure: 4, mention: 1, version: 1 } as const

  test('closes the mention it is about and what was there before', () => {
    expect(deskSays(taken, fresh)).toEqual({
      events: [{ type: 'measure-taken', measure: 4, mentions: [1] }],
    })
    const two = conversationAfter(writes(), writes({ mention: 2 }))
    expect(deskSays(taken, two)).toMatchObject({ events: [{ mentions: [1] }] })
    expect(deskSays({ ...taken, mention: 2 }, two)).toMatchObject({
      events: [{ mentions: [1, 2] }],
    })
  })

  test('about words that changed since closes nothing new', () => {
    const changed = conversationAfter(writes(), writes({ mention: 2 }), edits())
    expect(deskSays(taken, changed)).toMatchObject({ events: [{ mentions: [] }] })
    expect(deskSays({ ...taken, mention: 2 }, changed)).toMatchObject({
      events: [{ mentions: [2] }],
    })
    expect(deskSays({ ...taken, version: 2 }, changed)).toMatchObject({
      events: [{ mentions: [1] }],
    })
  })

  test('is recorded on what is closed, too, but the same one once', () => {
    expect(deskSays(taken, closed)).toMatchObject({ events: [{ mentions: [] }] })
    const both = conversationAfter(writes(), measure(4, [1]), measure(5, []))
    expect(deskSays(taken, both)).toEqual({ refused: 'already-so' })
    expect(deskSays({ ...taken, measure: 6 }, both)).toHaveProperty('events')
    expect(deskSays({ ...taken, measure: 6, mention: 2 }, both)).toEqual({
      refused: 'unknown-mention',
    })
  })
})

describe('the desk reminds', () => {
  const half = { do: 'remind', mention: 1, of: 'half' } as const
  const full = { ...half, of: 'full' } as const

  test('once of each moment, and never of what nobody waits for', () => {
    const reminded = conversationAfter(
      writes(),
      happens({ type: 'reminded', mention: 1, of: 'half' }),
    )
    expect(deskSays(half, fresh)).toEqual({
      events: [{ type: 'reminded', mention: 1, of: 'half' }],
    })
    expect(deskSays(half, reminded)).toEqual({ refused: 'already-so' })
    expect(deskSays(full, reminded)).toHaveProperty('events')
    const over = conversationAfter(writes(), happens({ type: 'reminded', mention: 1, of: 'full' }))
    expect(deskSays(half, over)).toEqual({ refused: 'already-so' })
    expect(deskSays(half, closed)).toEqual({ refused: 'already-so' })
    expect(deskSays(half, conversationAfter(writes(), waiting))).toEqual({ refused: 'already-so' })
    expect(deskSays({ ...half, mention: 2 }, fresh)).toEqual({ refused: 'already-so' })
  })

  test('of a Wiedervorlage only where something waits, and once', () => {
    const again = { do: 'resubmit' } as const
    const resubmitted = happens({ type: 'resubmitted' })
    expect(deskSays(again, conversationAfter(writes(), waiting))).toEqual({
      events: [{ type: 'resubmitted' }],
    })
    expect(deskSays(again, fresh)).toEqual({ refused: 'already-so' })
    const once = conversationAfter(writes(), waiting, resubmitted)
    expect(deskSays(again, once)).toEqual({ refused: 'already-so' })
    const anew = conversationAfter(writes(), waiting, resubmitted, waiting)
    expect(deskSays(again, anew)).toHaveProperty('events')
  })

  test('of evidence, the nearer the date the less often', () => {
    const remind = { do: 'remind-of-evidence', evidence: 3, days: 14 } as const
    const held = happens(
      { type: 'evidence-held', mention: 1, evidence: 3, until: tomorrow },
      { by: petra },
    )
    const kept = conversationAfter(writes(), held)
    const told = (days: number) =>
      conversationAfter(writes(), held, happens({ type: 'evidence-reminded', evidence: 3, days }))
    expect(deskSays(remind, fresh)).toEqual({ refused: 'no-evidence' })
    expect(deskSays(remind, kept)).toEqual({
      events: [{ type: 'evidence-reminded', evidence: 3, days: 14 }],
    })
    expect(deskSays(remind, told(14))).toEqual({ refused: 'already-so' })
    expect(deskSays(remind, told(3))).toEqual({ refused: 'already-so' })
    expect(deskSays({ ...remind, days: 3 }, told(14))).toHaveProperty('events')
    expect(deskSays({ ...remind, evidence: 4 }, kept)).toEqual({ refused: 'no-evidence' })
  })
})
