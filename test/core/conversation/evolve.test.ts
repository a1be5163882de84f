import { describe, expect, test } from 'vitest'
import type {
  ConversationEvent,
  ConversationStage,
} from '../../../src/core/conversation/conversation.ts'
import {
  evolveConversation,
  mayFollowInConversation,
  replayConversation,
  takenBy,
} from '../../../src/core/conversation/evolve.ts'
import {
  conversationAfter,
  happens,
  lifeOf,
  theConversation,
  writes,
  type Happening,
} from '../../support/conversations.ts'
import { anna, ben, monday, petra } from '../../support/lives.ts'

const until = monday('18:00')
const waits = happens(
  { type: 'set-waiting', for: 'fachamt', fachamt: 'mr', until },
  { by: ben, at: monday('11:00') },
)
const claims = happens({ type: 'claimed', from: null }, { by: anna, at: monday('10:30') })
const replied = happens({ type: 'reply-proposed', proposal: 7, mention: 1 })
const holds = happens({ type: 'evidence-held', mention: 1, evidence: 3, until }, { by: petra })
const noted = happens({ type: 'noted' }, { by: anna, at: monday('11:00') })

test('a citizen writes, and a conversation begins', () => {
  const told = { about: 17, emergency: true, collected: true, postedAt: monday('09:58') }
  expect(conversationAfter(writes({ concern: 'lob', ...told }))).toEqual({
    number: theConversation,
    position: 1,
    mentions: [{ number: 1, receivedAt: monday('10:00'), edited: false, erased: null, ...told }],
    concern: 'lob',
    sortedBy: null,
    stage: { is: 'new' },
    awaitsAnswerSince: monday('10:00'),
    firstAnsweredAt: null,
    reminders: [],
    replies: [],
    evidence: [],
    measures: [],
    cardWanted: false,
  })
})

test('an empty life is no conversation', () => {
  expect(replayConversation(theConversation, [])).toBeNull()
})

describe('who has it', () => {
  test('is who claimed it last', () => {
    const stage = { is: 'claimed', by: ben.actor, at: monday('10:40') }
    const takesOver = happens(
      { type: 'claimed', from: anna.actor },
      { by: ben, at: monday('10:40') },
    )
    const conversation = conversationAfter(writes(), claims, takesOver)
    expect(conversation.stage).toEqual(stage)
    expect(takenBy(conversation.stage)).toEqual({ by: ben.actor, at: monday('10:40') })
  })

  test('stays while it waits, whoever set it waiting', () => {
    expect(conversationAfter(writes(), claims, waits).stage).toEqual({
      is: 'waiting',
      for: 'fachamt',
      fachamt: 'mr',
      until,
      taken: { by: anna.actor, at: monday('10:30') },
      reminded: false,
    })
  })

  test('is who set it waiting if nobody had it', () => {
    const { stage } = conversationAfter(writes(), waits)
    expect(takenBy(stage)).toEqual({ by: ben.actor, at: monday('11:00') })
  })

  test('is nobody before and after', () => {
    expect(takenBy(conversationAfter(writes()).stage)).toBeNull()
    expect(takenBy(conversationAfter(writes(), claims, noted).stage)).toBeNull()
  })
})

describe('closing', () => {
  const at = monday('11:00')
  const table: readonly (readonly [ConversationEvent, ConversationStage])[] = [
    [{ type: 'noted' }, { is: 'noted', at }],
    [
      { type: 'forwarded', to: 'vs' },
      { is: 'forwarded', to: 'vs', at },
    ],
    [
      { type: 'referred', to: 'hvv' },
      { is: 'referred', to: 'hvv', at },
    ],
    [{ type: 'not-responsible' }, { is: 'not-responsible', at }],
    [{ type: 'marked-spam' }, { is: 'spam', at }],
    [
      { type: 'measure-taken', measure: 4 },
      { is: 'measure', measure: 4, at },
    ],
    [
      { type: 'answered', proposal: null },
      { is: 'answered', at },
    ],
  ]
  test.each(table)('after %j nobody waits for an answer any more', (event, stage) => {
    const conversation = conversationAfter(writes(), claims, happens(event, { at }))
    expect(conversation).toMatchObject({ stage, awaitsAnswerSince: null })
  })

  test('the first answer is remembered, later ones do not move it', () => {
    const answered = (at: number) => happens({ type: 'answered', proposal: null }, { at })
    const conversation = conversationAfter(
      writes(),
      answered(monday('11:00')),
      answered(monday('12:00')),
    )
    expect(conversation.firstAnsweredAt).toBe(monday('11:00'))
    expect(conversation.stage).toEqual({ is: 'answered', at: monday('12:00') })
    expect(conversationAfter(writes(), noted).firstAnsweredAt).toBeNull()
  })
})

describe('a citizen who writes again', () => {
  const again = writes({ mention: 2, at: monday('12:00'), concern: 'kritik' })

  test('reopens what was closed: nobody has it, the wait begins anew, history stays', () => {
    const halfway = happens({ type: 'reminded', of: 'half' })
    const answered = happens({ type: 'answered', proposal: null }, { at: monday('11:00') })
    const conversation = conversationAfter(writes(), claims, halfway, answered, again)
    expect(conversation).toMatchObject({
      stage: { is: 'new' },
      awaitsAnswerSince: monday('12:00'),
      reminders: [],
      firstAnsweredAt: monday('11:00'),
      concern: null,
    })
    expect(conversation.mentions.map(({ number }) => number)).toEqual([1, 2])
  })

  test('leaves an open conversation with who has it, and waits since the first time', () => {
    const halfway = happens({ type: 'reminded', of: 'half' })
    expect(conversationAfter(writes(), claims, halfway, again)).toMatchObject({
      stage: { is: 'claimed', by: anna.actor },
      awaitsAnswerSince: monday('10:00'),
      reminders: ['half'],
    })
  })
})

describe('a mention', () => {
  test('that is edited says so, the others do not', () => {
    const edited = happens({ type: 'edited', mention: 2, emergency: false })
    const { mentions } = conversationAfter(writes(), writes({ mention: 2 }), edited)
    expect(mentions.map((mention) => mention.edited)).toEqual([false, true])
    expect(mentions.map((mention) => mention.emergency)).toEqual([false, false])
  })

  test('that became a call for help reopens what was closed', () => {
    const edited = happens({ type: 'edited', mention: 1, emergency: true }, { at: monday('11:05') })
    expect(conversationAfter(writes(), noted, edited)).toMatchObject({
      stage: { is: 'new' },
      awaitsAnswerSince: monday('11:05'),
      mentions: [{ emergency: true }],
    })
    expect(conversationAfter(writes(), claims, edited)).toMatchObject({
      stage: { is: 'claimed' },
      awaitsAnswerSince: monday('10:00'),
    })
  })

  test('that became a call for help after another one reopens all the same', () => {
    const help = writes({ emergency: true })
    const second = happens({ type: 'edited', mention: 2, emergency: true })
    expect(conversationAfter(help, writes({ mention: 2 }), noted, second).stage.is).toBe('new')
  })

  test('that was a call for help stays one, and is not reopened by the next edit', () => {
    const edited = (emergency: boolean) => happens({ type: 'edited', mention: 1, emergency })
    const help = writes({ emergency: true })
    expect(conversationAfter(help, edited(false)).mentions[0].emergency).toBe(true)
    expect(conversationAfter(help, noted, edited(true)).stage.is).toBe('noted')
    expect(conversationAfter(writes(), noted, edited(false)).stage.is).toBe('noted')
  })

  test('that is erased says why, the others stay', () => {
    const erased = happens({ type: 'erased', mention: 1, because: 'request' })
    const { mentions } = conversationAfter(writes(), writes({ mention: 2 }), erased)
    expect(mentions.map((mention) => mention.erased)).toEqual(['request', null])
  })
})

test('answers come and go without moving the conversation', () => {
  const second = happens({ type: 'reply-proposed', proposal: 8, mention: 1 })
  const dropped = happens({ type: 'reply-dropped', proposal: 7 })
  const answered = happens({ type: 'answered', proposal: 8 })
  expect(conversationAfter(writes(), claims, replied, second)).toMatchObject({
    replies: [7, 8],
    stage: { is: 'claimed' },
  })
  expect(conversationAfter(writes(), claims, replied, second, dropped)).toMatchObject({
    replies: [8],
    stage: { is: 'claimed' },
  })
  expect(conversationAfter(writes(), waits, replied, dropped).stage.is).toBe('waiting')
  expect(conversationAfter(writes(), replied, second, answered)).toMatchObject({
    replies: [7],
    stage: { is: 'answered' },
  })
})

test('a person says what it is about, and wants a card', () => {
  const sorted = happens({ type: 'sorted', concern: 'kritik' }, { by: ben })
  expect(conversationAfter(writes({ concern: 'lob' }), sorted)).toMatchObject({
    concern: 'kritik',
    sortedBy: ben.actor,
  })
  expect(conversationAfter(writes(), happens({ type: 'card-wanted' })).cardWanted).toBe(true)
})

test('a Wiedervorlage is remembered with the waiting, other reminders with the wait for an answer', () => {
  const reminded = (of: 'half' | 'full' | 'resubmission') => happens({ type: 'reminded', of })
  expect(conversationAfter(writes(), waits, reminded('resubmission'))).toMatchObject({
    stage: { is: 'waiting', reminded: true },
    reminders: [],
  })
  expect(conversationAfter(writes(), waits, reminded('half'))).toMatchObject({
    stage: { reminded: false },
    reminders: ['half'],
  })
  expect(conversationAfter(writes(), reminded('half'), reminded('full')).reminders).toEqual([
    'half',
    'full',
  ])
})

test('evidence is held, brought up and ended, each for itself', () => {
  const other = happens({ type: 'evidence-held', mention: 2, evidence: 4, until: until + 1 })
  const told = happens({ type: 'evidence-reminded', evidence: 3, days: 14 })
  const ended = happens({ type: 'evidence-ended', evidence: 3, decision: 'handed-over' })
  const both = [writes(), writes({ mention: 2, at: monday('10:10') }), holds, other]
  const first = { number: 3, mention: 1, until, since: monday('10:10'), remindedFor: null }
  const second = { ...first, number: 4, mention: 2, until: until + 1 }
  expect(conversationAfter(...both).evidence).toEqual([first, second])
  expect(conversationAfter(...both, told).evidence).toEqual([{ ...first, remindedFor: 14 }, second])
  expect(conversationAfter(...both, ended).evidence).toEqual([second])
})

describe('an impossible history is never read as a possible one', () => {
  const erased = happens({ type: 'erased', mention: 1, because: 'gone' })
  const measure = happens({ type: 'measure-taken', measure: 4 })
  const impossible: readonly (readonly [string, Happening[]])[] = [
    ['begins with something else', [claims]],
    ['receives a mention twice', [writes(), writes()]],
    ['receives a mention twice among others', [writes(), writes({ mention: 2 }), writes()]],
    [
      'ends other evidence than it holds',
      [writes(), holds, happens({ type: 'evidence-ended', evidence: 4, decision: 'released' })],
    ],
    [
      'edits what nobody wrote',
      [writes(), happens({ type: 'edited', mention: 2, emergency: false })],
    ],
    [
      'edits what was erased',
      [writes(), erased, happens({ type: 'edited', mention: 1, emergency: false })],
    ],
    [
      'erases what nobody wrote',
      [writes(), happens({ type: 'erased', mention: 2, because: 'gone' })],
    ],
    ['takes the same measure twice', [writes(), measure, measure]],
    ['erases twice', [writes(), erased, erased]],
    ['answers what was erased', [writes(), erased, replied]],
    ['proposes the same answer twice', [writes(), replied, replied]],
    [
      'drops an answer nobody proposed',
      [writes(), happens({ type: 'reply-dropped', proposal: 7 })],
    ],
    ['publishes an answer nobody proposed', [writes(), happens({ type: 'answered', proposal: 7 })]],
    ['keeps evidence of what was erased', [writes(), erased, holds]],
    ['keeps the same evidence twice', [writes(), holds, holds]],
    [
      'brings up evidence nobody holds',
      [writes(), happens({ type: 'evidence-reminded', evidence: 3, days: 3 })],
    ],
    [
      'ends evidence nobody holds',
      [writes(), happens({ type: 'evidence-ended', evidence: 3, decision: 'released' })],
    ],
    [
      'has a Wiedervorlage without waiting',
      [writes(), happens({ type: 'reminded', of: 'resubmission' })],
    ],
    [
      'is reminded after it was closed',
      [writes(), noted, happens({ type: 'reminded', of: 'half' })],
    ],
    ['is claimed after it was closed', [writes(), noted, claims]],
  ]
  test.each(impossible)('it %s', (_, steps) => {
    expect(() => replayConversation(theConversation, lifeOf(...steps))).toThrow(
      'impossible history',
    )
  })

  test('it leaves nothing out', () => {
    const [first, second] = lifeOf(writes(), claims)
    if (first === undefined || second === undefined) throw new Error('two were told')
    const before = evolveConversation(null, first, 1)
    expect(() => evolveConversation(null, { ...first, position: 2 }, 1)).toThrow(
      'impossible history: event 2, "received", in conversation 1',
    )
    expect(() => evolveConversation(before, { ...second, position: 3 }, 1)).toThrow(
      'impossible history: event 3, "claimed", in conversation 1',
    )
    expect(() => evolveConversation(before, { ...second, position: 1 }, 1)).toThrow()
  })
})

describe('what may follow', () => {
  const open = ['new', 'claimed', 'waiting'] as const
  const closed = [
    'answered',
    'noted',
    'forwarded',
    'referred',
    'not-responsible',
    'measure',
    'spam',
  ] as const
  const whileOpen = [
    'claimed',
    'set-waiting',
    'noted',
    'forwarded',
    'referred',
    'not-responsible',
    'marked-spam',
    'reminded',
  ]
  const always = [
    'received',
    'edited',
    'card-wanted',
    'sorted',
    'measure-taken',
    'reply-proposed',
    'reply-dropped',
    'answered',
    'evidence-held',
    'evidence-reminded',
    'evidence-ended',
    'erased',
  ]

  test.each(open)('everything can happen while it is %s', (is) => {
    expect([...mayFollowInConversation[is]].sort()).toEqual([...always, ...whileOpen].sort())
  })
  test.each(closed)('nobody triages what is %s', (is) => {
    expect([...mayFollowInConversation[is]].sort()).toEqual([...always].sort())
  })
})
