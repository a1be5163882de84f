import { describe, expect, test } from 'vitest'
import type { Person } from '../../../src/core/people.ts'
import {
  isClosed,
  type Conversation,
  type ConversationEvent,
} from '../../../src/core/conversation/conversation.ts'
import {
  decideInConversation,
  decideInConversationForDesk,
  type ConversationCommand,
  type ConversationDeskCommand,
} from '../../../src/core/conversation/decide.ts'
import { conversationAfter, happens, writes } from '../../support/conversations.ts'
import { anna, ben, guest, monday, petra } from '../../support/lives.ts'

const now = monday('12:00')
const tomorrow = now + 24 * 3_600_000

const claimed = (by: Person = anna, from: number | null = null) =>
  happens({ type: 'claimed', from }, { by, at: monday('10:30') })
const waiting = (by: Person = anna) =>
  happens(
    { type: 'set-waiting', for: 'fachamt', fachamt: 'mr', until: tomorrow },
    { by, at: monday('10:45') },
  )
const noted = happens({ type: 'noted' }, { by: anna, at: monday('11:00') })
const erased = happens({ type: 'erased', mention: 1, because: 'gone' })
const replied = happens({ type: 'reply-proposed', proposal: 7, mention: 1 })
const held = happens(
  { type: 'evidence-held', mention: 1, evidence: 3, until: tomorrow },
  { by: petra },
)

function says(by: Person, command: ConversationCommand, conversation: Conversation) {
  return decideInConversation(conversation, command, by, now)
}
function deskSays(command: ConversationDeskCommand, conversation: Conversation | null) {
  return decideInConversationForDesk(conversation, command)
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
} as const satisfies ConversationCommand
const hold = { do: 'hold-evidence', mention: 1, evidence: 3, until: tomorrow } as const
const end = { do: 'end-evidence', evidence: 3, decision: 'released' } as const

const closings: readonly (readonly [
  ConversationCommand,
  ConversationEvent,
  Conversation['stage']['is'],
])[] = [
  [{ do: 'note' }, { type: 'noted' }, 'noted'],
  [{ do: 'forward', to: 'vs' }, { type: 'forwarded', to: 'vs' }, 'forwarded'],
  [{ do: 'refer', to: 'hvv' }, { type: 'referred', to: 'hvv' }, 'referred'],
  [{ do: 'not-responsible' }, { type: 'not-responsible' }, 'not-responsible'],
  [{ do: 'mark-spam' }, { type: 'marked-spam' }, 'spam'],
  [{ do: 'tell-answered' }, { type: 'answered', proposal: null }, 'answered'],
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
      events: [{ type: 'set-waiting', for: 'fachamt', fachamt: 'mr', until: tomorrow }],
    })
  })

  test.each(['freigabe', 'buerger'] as const)('for %s names no Fachamt', (what) => {
    const answer = {
      events: [{ type: 'set-waiting', for: what, fachamt: null, until: tomorrow }],
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
        expect(says(ben, command, open)).toEqual({ events: [event] })
      }
      expect(conversationAfter(writes(), happens(event)).stage.is).toBe(is)
      expect(isClosed(conversationAfter(writes(), happens(event)))).toBe(true)
    },
  )

  test.each([
    ...closings.map(([command]) => command),
    { do: 'claim' } as const,
    wait,
    { do: 'take-over' } as const,
  ])('what is closed refuses %j and says as what it was closed', (command) => {
    expect(says(ben, command, closed)).toEqual({ refused: 'already-closed', as: 'noted' })
  })

  test('a stranger learns nothing about what is closed', () => {
    expect(says(guest, { do: 'note' }, closed)).toEqual({ refused: 'outsider' })
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
    ['of erased words', hold, conversationAfter(writes(), erased), 'erased'],
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
])('a guest is refused %j', (command) => {
  expect(says(guest, command, fresh)).toEqual({ refused: 'outsider' })
})

describe('the desk', () => {
  const received = writes({ mention: 2 }).event as Extract<ConversationEvent, { type: 'received' }>

  test('opens a conversation and takes in what follows', () => {
    for (const conversation of [null, fresh, closed]) {
      expect(deskSays({ do: 'receive', received }, conversation)).toEqual({ events: [received] })
    }
  })

  test('takes no mention in twice', () => {
    const both = conversationAfter(writes(), writes({ mention: 2 }))
    expect(deskSays({ do: 'receive', received }, both)).toEqual({ refused: 'already-so' })
  })

  test.each<ConversationDeskCommand>([
    { do: 'record-edit', mention: 1, emergency: false },
    { do: 'remind', of: 'half' },
  ])('does nothing where nobody wrote: %j', (command) => {
    expect(deskSays(command, null)).toEqual({ refused: 'unknown-mention' })
  })

  const records: readonly (readonly [ConversationDeskCommand, ConversationEvent])[] = [
    [
      { do: 'record-edit', mention: 1, emergency: true },
      { type: 'edited', mention: 1, emergency: true },
    ],
    [
      { do: 'record-erased', mention: 1, because: 'request' },
      { type: 'erased', mention: 1, because: 'request' },
    ],
    [
      { do: 'record-reply', proposal: 7, mention: 1 },
      { type: 'reply-proposed', proposal: 7, mention: 1 },
    ],
  ]
  test.each(records)('records %j unless the words are gone', (command, event) => {
    expect(deskSays(command, fresh)).toEqual({ events: [event] })
    expect(deskSays(command, conversationAfter(writes(), erased))).toEqual({ refused: 'erased' })
    expect(deskSays(command, conversationAfter(writes(), writes({ mention: 5 }), erased))).toEqual({
      refused: 'erased',
    })
    expect(deskSays(command, conversationAfter(writes({ mention: 5 })))).toEqual({
      refused: 'unknown-mention',
    })
  })

  test('follows an answer from its proposal to its end, once', () => {
    const answering = conversationAfter(writes(), replied)
    const other = { do: 'record-reply', proposal: 8, mention: 1 } as const
    expect(deskSays({ ...other, proposal: 7 }, answering)).toEqual({ refused: 'already-so' })
    expect(deskSays(other, answering)).toHaveProperty('events')
    expect(deskSays({ do: 'record-dropped', proposal: 7 }, answering)).toEqual({
      events: [{ type: 'reply-dropped', proposal: 7 }],
    })
    expect(deskSays({ do: 'record-answered', proposal: 7 }, answering)).toEqual({
      events: [{ type: 'answered', proposal: 7 }],
    })
    expect(deskSays({ do: 'record-dropped', proposal: 8 }, answering)).toEqual({
      refused: 'already-so',
    })
    expect(deskSays({ do: 'record-answered', proposal: 8 }, answering)).toEqual({
      refused: 'already-so',
    })
  })

  test('an answer that was already on its way still counts after somebody closed', () => {
    const answered = conversationAfter(writes(), replied, noted)
    expect(deskSays({ do: 'record-answered', proposal: 7 }, answered)).toHaveProperty('events')
  })

  test('records a measure, also on what is closed, but the same one once', () => {
    const measure = { do: 'record-measure', measure: 4 } as const
    const taken = conversationAfter(writes(), happens({ type: 'measure-taken', measure: 4 }))
    expect(deskSays(measure, fresh)).toEqual({ events: [{ type: 'measure-taken', measure: 4 }] })
    expect(deskSays(measure, closed)).toHaveProperty('events')
    expect(deskSays(measure, taken)).toEqual({ refused: 'already-so' })
    expect(deskSays({ ...measure, measure: 5 }, taken)).toHaveProperty('events')
    const other = happens({ type: 'measure-taken', measure: 5 })
    const both = conversationAfter(writes(), happens({ type: 'measure-taken', measure: 4 }), other)
    expect(deskSays(measure, both)).toEqual({ refused: 'already-so' })
  })

  test('reminds once of each moment, and never of what is closed', () => {
    const reminded = conversationAfter(writes(), happens({ type: 'reminded', of: 'half' }))
    const half = { do: 'remind', of: 'half' } as const
    expect(deskSays(half, fresh)).toEqual({ events: [{ type: 'reminded', of: 'half' }] })
    expect(deskSays(half, reminded)).toEqual({ refused: 'already-so' })
    expect(deskSays({ do: 'remind', of: 'full' }, reminded)).toHaveProperty('events')
    expect(deskSays(half, closed)).toEqual({ refused: 'already-closed', as: 'noted' })
  })

  test('brings up a Wiedervorlage only of what waits, and once', () => {
    const again = { do: 'remind', of: 'resubmission' } as const
    const reminded = happens({ type: 'reminded', of: 'resubmission' })
    expect(deskSays(again, waits)).toEqual({ events: [{ type: 'reminded', of: 'resubmission' }] })
    expect(deskSays(again, annas)).toEqual({ refused: 'already-so' })
    const once = conversationAfter(writes(), waiting(), reminded)
    expect(deskSays(again, once)).toEqual({ refused: 'already-so' })
    const anew = conversationAfter(writes(), waiting(), reminded, waiting())
    expect(deskSays(again, anew)).toHaveProperty('events')
  })

  test('reminds of evidence, the nearer the date the less often', () => {
    const remind = { do: 'remind-of-evidence', evidence: 3, days: 14 } as const
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
