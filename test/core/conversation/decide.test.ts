import { describe, expect, test } from 'vitest'
import type { Person } from '../../../src/core/people.ts'
import {
  isClosed,
  type Conversation,
  type ConversationEvent,
} from '../../../src/core/conversation/conversation.ts'
import {
  decideInConversation,
  type Closing,
  type ConversationCommand,
} from '../../../src/core/conversation/decide.ts'
import {
  conversationAfter,
  edits,
  erased,
  happens,
  replies,
  writes,
} from '../../support/conversations.ts'
import { anna, ben, guest, monday, petra } from '../../support/lives.ts'

const now = monday('12:00')
const tomorrow = now + 24 * 3_600_000

const claimed = (by: Person = anna, from: number | null = null) =>
  happens({ type: 'claimed', from }, { by, at: monday('10:30') })
const waiting = (by: Person = anna) =>
  happens(
    { type: 'set-waiting', mentions: [1], for: 'fachamt', fachamt: 'mr', until: tomorrow },
    { by, at: monday('10:45') },
  )
const noted = happens({ type: 'noted', mentions: [1] }, { by: anna, at: monday('11:00') })
const held = happens(
  { type: 'evidence-held', mention: 1, evidence: 3, until: tomorrow },
  { by: petra },
)

function says(by: Person, command: ConversationCommand, conversation: Conversation) {
  return decideInConversation(conversation, command, by, now)
}
/** Closes what is there now. */
function closes(conversation: Conversation, closing: Closing, by: Person = anna) {
  return says(by, { ...closing, seen: conversation.position }, conversation)
}

const fresh = conversationAfter(writes())
const annas = conversationAfter(writes(), claimed())
const waits = conversationAfter(writes(), claimed(), waiting())
const closed = conversationAfter(writes(), noted)

const wait = {
  do: 'wait',
  for: 'fachamt',
  fachamt: 'mr',
  until: tomorrow,
  seen: 3,
} as const satisfies ConversationCommand
const hold = { do: 'hold-evidence', mention: 1, evidence: 3, until: tomorrow } as const
const end = { do: 'end-evidence', evidence: 3, decision: 'released' } as const

const mentions = [1]
const closings: readonly (readonly [Closing, ConversationEvent, Conversation['stage']['is']])[] = [
  [{ do: 'note' }, { type: 'noted', mentions }, 'noted'],
  [{ do: 'forward', to: 'vs' }, { type: 'forwarded', to: 'vs', mentions }, 'forwarded'],
  [{ do: 'refer', to: 'hvv' }, { type: 'referred', to: 'hvv', mentions }, 'referred'],
  [{ do: 'not-responsible' }, { type: 'not-responsible', mentions }, 'not-responsible'],
  [{ do: 'mark-spam' }, { type: 'marked-spam', mentions }, 'spam'],
  [{ do: 'tell-answered' }, { type: 'answered', proposal: null, mentions }, 'answered'],
]

describe('who takes a conversation', () => {
  test('anybody of the staff takes what nobody has', () => {
    expect(says(anna, { do: 'claim' }, fresh)).toEqual({
      events: [{ type: 'claimed', from: null }],
    })
    expect(says(anna, { do: 'take-over' }, fresh)).toEqual({
      events: [{ type: 'claimed', from: null }],
    })
  })

  test('of two colleagues the second one hears who was faster, and when', () => {
    expect(says(ben, { do: 'claim' }, annas)).toEqual({
      refused: 'already-claimed',
      by: anna.actor,
      at: monday('10:30'),
    })
  })

  test('nobody takes twice what is already hers', () => {
    expect(says(anna, { do: 'claim' }, annas)).toEqual({ refused: 'already-so' })
    expect(says(anna, { do: 'take-over' }, annas)).toEqual({ refused: 'already-so' })
  })

  test('taking over is on record with the one who had it', () => {
    expect(says(ben, { do: 'take-over' }, annas)).toEqual({
      events: [{ type: 'claimed', from: anna.actor }],
    })
  })

  test('while it waits it is still hers: she takes it up again, others must take over', () => {
    expect(says(anna, { do: 'claim' }, waits)).toEqual({
      events: [{ type: 'claimed', from: null }],
    })
    expect(says(ben, { do: 'claim' }, waits)).toEqual({
      refused: 'already-claimed',
      by: anna.actor,
      at: monday('10:30'),
    })
    expect(says(ben, { do: 'take-over' }, waits)).toEqual({
      events: [{ type: 'claimed', from: anna.actor }],
    })
  })
})

describe('waiting', () => {
  test('needs a day in the future', () => {
    expect(says(anna, { ...wait, until: now }, annas)).toEqual({ refused: 'date-past' })
    expect(says(anna, { ...wait, until: now + 1 }, annas)).toHaveProperty('events')
  })

  test('for a Fachamt needs to say which', () => {
    expect(says(anna, { ...wait, fachamt: null }, annas)).toEqual({ refused: 'fachamt-missing' })
    expect(says(anna, wait, annas)).toEqual({
      events: [
        { type: 'set-waiting', mentions: [1], for: 'fachamt', fachamt: 'mr', until: tomorrow },
      ],
    })
  })

  test.each(['freigabe', 'buerger'] as const)('for %s names no Fachamt', (what) => {
    const answer = {
      events: [{ type: 'set-waiting', mentions: [1], for: what, fachamt: null, until: tomorrow }],
    }
    expect(says(anna, { ...wait, for: what, fachamt: null }, fresh)).toEqual(answer)
    expect(says(anna, { ...wait, for: what }, fresh)).toEqual(answer)
  })
})

describe('closing', () => {
  test.each(closings)(
    '%j is open to whoever sees it first, claimed or not',
    (command, event, is) => {
      for (const open of [fresh, annas, waits]) {
        expect(closes(open, command, ben)).toEqual({ events: [event] })
      }
      expect(conversationAfter(writes(), happens(event)).stage.is).toBe(is)
      expect(isClosed(conversationAfter(writes(), happens(event)))).toBe(true)
    },
  )

  test.each([
    ...closings.map(([closing]) => ({ ...closing, seen: 2 })),
    { do: 'claim' } as const,
    wait,
    { do: 'take-over' } as const,
  ])('what is closed refuses %j and says as what it was closed', (command) => {
    expect(says(ben, command, closed)).toEqual({ refused: 'already-closed', as: 'noted' })
  })

  test('a stranger learns nothing about what is closed', () => {
    expect(closes(closed, { do: 'note' }, guest)).toEqual({ refused: 'outsider' })
  })
})

describe('what whoever decides has not seen', () => {
  const help = writes({ mention: 2, at: monday('11:00'), emergency: true })

  test.each(closings)(
    'is not closed by %j: a call for help that just came stays open',
    (closing) => {
      const both = conversationAfter(writes(), help)
      expect(says(anna, { ...closing, seen: 1 }, both)).toMatchObject({
        events: [{ mentions: [1] }],
      })
      expect(says(anna, { ...closing, seen: 2 }, both)).toMatchObject({
        events: [{ mentions: [1, 2] }],
      })
    },
  )

  test('is not put off', () => {
    const both = conversationAfter(writes(), help)
    expect(says(anna, { ...wait, seen: 1 }, both)).toMatchObject({ events: [{ mentions: [1] }] })
  })

  test('is not closed where only the words are new', () => {
    const both = conversationAfter(writes(), writes({ mention: 2 }), edits(1))
    expect(says(anna, { do: 'note', seen: 2 }, both)).toMatchObject({ events: [{ mentions: [2] }] })
    expect(says(anna, { do: 'note', seen: 3 }, both)).toMatchObject({
      events: [{ mentions: [1, 2] }],
    })
  })

  test('is said where nothing else is left to close', () => {
    const again = conversationAfter(writes(), noted, writes({ mention: 2 }))
    expect(says(anna, { do: 'note', seen: 2 }, again)).toEqual({ refused: 'not-seen' })
    expect(says(anna, { ...wait, seen: 2 }, again)).toEqual({ refused: 'not-seen' })
    const changed = conversationAfter(writes(), edits())
    expect(says(anna, { do: 'note', seen: 1 }, changed)).toEqual({ refused: 'not-seen' })
  })
})

describe('an answer', () => {
  const answer = { do: 'propose-reply', proposal: 7, mention: 1, version: 1 } as const

  test('is for a version of a mention', () => {
    expect(says(anna, answer, fresh)).toEqual({
      events: [{ type: 'reply-proposed', proposal: 7, mention: 1, version: 1 }],
    })
  })

  test('to words that changed meanwhile is taken all the same, and to closed ones, too', () => {
    expect(says(anna, answer, conversationAfter(writes(), edits()))).toHaveProperty('events')
    expect(says(anna, answer, closed)).toHaveProperty('events')
  })

  test.each([
    ['words that never were', { ...answer, version: 2 }, fresh, 'unknown-mention'],
    ['version 0', { ...answer, version: 0 }, fresh, 'unknown-mention'],
    ['a mention of somebody else', { ...answer, mention: 2 }, fresh, 'unknown-mention'],
    ['erased words', answer, conversationAfter(writes(), erased(1)), 'erased'],
    ['the same twice', answer, conversationAfter(writes(), replies(7)), 'already-so'],
  ] as const)('is not taken to %s', (_, command, conversation, refused) => {
    expect(says(anna, command, conversation)).toEqual({ refused })
  })

  test('can be looked at again for the new words, not for older ones or another mention', () => {
    const changed = conversationAfter(writes(), writes({ mention: 2 }), replies(7), edits())
    expect(says(petra, { ...answer, version: 2 }, changed)).toEqual({
      events: [{ type: 'reply-proposed', proposal: 7, mention: 1, version: 2 }],
    })
    expect(says(petra, answer, changed)).toEqual({ refused: 'already-so' })
    expect(says(petra, { ...answer, mention: 2 }, changed)).toEqual({ refused: 'already-so' })
    const anew = conversationAfter(writes(), replies(7), edits(), replies(7, { version: 2 }))
    expect(says(petra, { ...answer, version: 2 }, anew)).toEqual({ refused: 'already-so' })
  })
})

describe('what can be said of open and closed conversations alike', () => {
  test('what it is about; a suggestion can be confirmed once', () => {
    const suggested = conversationAfter(writes({ concern: 'lob' }))
    expect(says(anna, { do: 'sort', concern: 'lob' }, suggested)).toEqual({
      events: [{ type: 'sorted', concern: 'lob' }],
    })
    const sorted = conversationAfter(
      writes(),
      happens({ type: 'sorted', concern: 'lob' }, { by: anna }),
    )
    expect(says(ben, { do: 'sort', concern: 'lob' }, sorted)).toEqual({ refused: 'already-so' })
    expect(says(ben, { do: 'sort', concern: 'kritik' }, sorted)).toEqual({
      events: [{ type: 'sorted', concern: 'kritik' }],
    })
    expect(says(ben, { do: 'sort', concern: 'kritik' }, closed)).toHaveProperty('events')
  })

  test('a card can be wanted once', () => {
    expect(says(anna, { do: 'want-card' }, fresh)).toEqual({ events: [{ type: 'card-wanted' }] })
    expect(
      says(
        anna,
        { do: 'want-card' },
        conversationAfter(writes(), happens({ type: 'card-wanted' })),
      ),
    ).toEqual({ refused: 'already-so' })
  })
})

describe('evidence', () => {
  test('is kept and ended by officers only', () => {
    const kept = conversationAfter(writes(), held)
    expect(says(anna, hold, fresh)).toEqual({ refused: 'not-an-officer' })
    expect(says(anna, end, kept)).toEqual({ refused: 'not-an-officer' })
    expect(says(petra, hold, fresh)).toEqual({
      events: [{ type: 'evidence-held', mention: 1, evidence: 3, until: tomorrow }],
    })
    expect(says(petra, end, kept)).toEqual({
      events: [{ type: 'evidence-ended', evidence: 3, decision: 'released' }],
    })
    expect(says(petra, hold, closed)).toHaveProperty('events')
  })

  test.each([
    ['of a mention that is not there', { ...hold, mention: 2 }, fresh, 'unknown-mention'],
    ['of erased words', hold, conversationAfter(writes(), erased(1)), 'erased'],
    [
      'twice of the same mention',
      { ...hold, evidence: 4 },
      conversationAfter(writes(), held),
      'evidence-held',
    ],
    ['until a day that is over', { ...hold, until: now }, fresh, 'date-past'],
    ['that nobody holds cannot end', end, fresh, 'no-evidence'],
    [
      'of another number cannot end',
      { ...end, evidence: 4 },
      conversationAfter(writes(), held),
      'no-evidence',
    ],
  ] as const)('%s', (_, command, conversation, refused) => {
    expect(says(petra, command, conversation)).toEqual({ refused })
  })

  test('of two mentions is held apart', () => {
    const two = conversationAfter(writes(), held, writes({ mention: 2 }))
    expect(says(petra, { ...hold, mention: 2, evidence: 4 }, two)).toHaveProperty('events')
  })
})

test.each<ConversationCommand>([
  { do: 'claim' },
  { do: 'want-card' },
  { do: 'sort', concern: 'lob' },
  hold,
  end,
  wait,
  { do: 'propose-reply', proposal: 7, mention: 1, version: 1 },
])('a guest is refused %j', (command) => {
  expect(says(guest, command, fresh)).toEqual({ refused: 'outsider' })
})
