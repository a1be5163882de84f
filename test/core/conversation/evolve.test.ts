import { describe, expect, test } from 'vitest'
import {
  isEdited,
  takenBy,
  type ConversationEvent,
  type ConversationStage,
} from '../../../src/core/conversation/conversation.ts'
import {
  evolveConversation,
  mayFollowInConversation,
  replayConversation,
} from '../../../src/core/conversation/evolve.ts'
import {
  conversationAfter,
  edits,
  erased,
  happens,
  lifeOf,
  replies,
  theConversation,
  writes,
  type Happening,
} from '../../support/conversations.ts'
import { anna, ben, monday, petra } from '../../support/lives.ts'

const until = monday('18:00')
const waits = happens(
  { type: 'set-waiting', mentions: [1], for: 'fachamt', fachamt: 'mr', until },
  { by: ben, at: monday('11:00') },
)
const claims = happens({ type: 'claimed', from: null }, { by: anna, at: monday('10:30') })
const holds = happens({ type: 'evidence-held', mention: 1, evidence: 3, until }, { by: petra })
const noted = happens({ type: 'noted', mentions: [1] }, { by: anna, at: monday('11:00') })
/** A wait for an answer, as it begins. */
const since = (at: number) => ({ since: at, reminded: null, putOff: false })

test('a citizen writes, and a conversation begins', () => {
  const told = { about: 17, emergency: true, collected: true, postedAt: monday('09:58') }
  expect(conversationAfter(writes({ concern: 'lob', ...told }))).toEqual({
    number: theConversation,
    position: 1,
    mentions: [
      {
        number: 1,
        receivedAt: monday('10:00'),
        versions: [1],
        erased: null,
        wait: since(monday('10:00')),
        ...told,
      },
    ],
    concern: 'lob',
    sortedBy: null,
    stage: { is: 'new' },
    settled: null,
    slip: null,
    firstAnsweredAt: null,
    waited: null,
    alarm: { mention: 1, since: monday('10:00'), call: null },
    replies: [],
    requests: [],
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
      resubmitted: false,
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
  const mentions = [1]
  const table: readonly (readonly [ConversationEvent, ConversationStage])[] = [
    [
      { type: 'noted', mentions },
      { is: 'noted', at },
    ],
    [
      { type: 'forwarded', to: 'vs', mentions },
      { is: 'forwarded', to: 'vs', at },
    ],
    [
      { type: 'referred', to: 'hvv', mentions },
      { is: 'referred', to: 'hvv', at },
    ],
    [
      { type: 'not-responsible', mentions },
      { is: 'not-responsible', at },
    ],
    [
      { type: 'marked-spam', mentions },
      { is: 'spam', at },
    ],
    [
      { type: 'measure-taken', measure: 4, mentions },
      { is: 'measure', measure: 4, at },
    ],
    [
      { type: 'answered', proposal: null, mentions },
      { is: 'answered', at },
    ],
  ]
  test.each(table)('after %j nobody waits for an answer any more', (event, stage) => {
    const conversation = conversationAfter(writes(), claims, happens(event, { at }))
    expect(conversation).toMatchObject({ stage, settled: stage, mentions: [{ wait: null }] })
  })

  test.each(table)('%j leaves open what it does not name, with who has it', (event, settled) => {
    const again = writes({ mention: 2, at: monday('10:45') })
    const conversation = conversationAfter(writes(), claims, again, happens(event, { at }))
    expect(conversation).toMatchObject({
      stage: { is: 'claimed', by: anna.actor },
      settled,
      mentions: [{ wait: null }, { wait: since(monday('10:45')) }],
    })
  })

  test('what is put off stays so as long as something waits for the day', () => {
    const both = {
      type: 'set-waiting',
      mentions: [1, 2],
      for: 'buerger',
      fachamt: null,
      until,
    } as const
    const two = [writes(), writes({ mention: 2 }), happens(both, { by: ben })] as const
    expect(conversationAfter(...two, noted).stage.is).toBe('waiting')
    const third = writes({ mention: 3 })
    const rest = happens({ type: 'noted', mentions: [1, 2] }, { by: anna })
    expect(conversationAfter(...two, third, rest).stage).toMatchObject({
      is: 'claimed',
      by: ben.actor,
    })
  })

  test('the first answer is remembered, later ones do not move it', () => {
    const answered = (at: number, mentions: number[]) =>
      happens({ type: 'answered', proposal: null, mentions }, { at })
    const conversation = conversationAfter(
      writes(),
      answered(monday('11:00'), [1]),
      answered(monday('12:00'), []),
    )
    expect(conversation.firstAnsweredAt).toBe(monday('11:00'))
    expect(conversation.stage).toEqual({ is: 'answered', at: monday('12:00') })
    expect(conversationAfter(writes(), noted).firstAnsweredAt).toBeNull()
  })
})

describe('a citizen who writes again', () => {
  const again = writes({ mention: 2, at: monday('12:00'), concern: 'kritik' })

  test('reopens what was closed: nobody has it, it waits anew, history stays', () => {
    const halfway = happens({ type: 'reminded', mention: 1, of: 'half' })
    const answered = happens(
      { type: 'answered', proposal: null, mentions: [1] },
      { at: monday('11:00') },
    )
    const conversation = conversationAfter(writes(), claims, halfway, answered, again)
    expect(conversation).toMatchObject({
      stage: { is: 'new' },
      settled: { is: 'answered' },
      firstAnsweredAt: monday('11:00'),
      concern: null,
    })
    expect(conversation.mentions.map(({ number, wait }) => [number, wait])).toEqual([
      [1, null],
      [2, since(monday('12:00'))],
    ])
  })

  test('leaves an open conversation with who has it, and each wait with its own clock', () => {
    const halfway = happens({ type: 'reminded', mention: 1, of: 'half' })
    expect(conversationAfter(writes(), claims, halfway, again)).toMatchObject({
      stage: { is: 'claimed', by: anna.actor },
      mentions: [
        { wait: { since: monday('10:00'), reminded: 'half' } },
        { wait: since(monday('12:00')) },
      ],
    })
  })

  test('is not put off with what was put off before', () => {
    expect(conversationAfter(writes(), waits, again)).toMatchObject({
      stage: { is: 'waiting' },
      mentions: [{ wait: { putOff: true } }, { wait: { putOff: false } }],
    })
  })
})

describe('a mention', () => {
  test('that is edited has a version more, the others do not', () => {
    const { mentions } = conversationAfter(writes(), writes({ mention: 2 }), edits(2))
    expect(mentions.map(isEdited)).toEqual([false, true])
    expect(mentions.map(({ versions }) => versions)).toEqual([[1], [2, 3]])
    expect(mentions.map((mention) => mention.emergency)).toEqual([false, false])
  })

  test('that became a call for help reopens what was closed', () => {
    const edited = edits(1, { emergency: true, at: monday('11:05') })
    expect(conversationAfter(writes(), noted, edited)).toMatchObject({
      stage: { is: 'new' },
      mentions: [{ emergency: true, wait: since(monday('11:05')) }],
    })
    expect(conversationAfter(writes(), claims, edited)).toMatchObject({
      stage: { is: 'claimed' },
      mentions: [{ wait: since(monday('10:00')) }],
    })
  })

  test('that became a call for help waits for no Wiedervorlage', () => {
    const help = edits(1, { emergency: true })
    expect(conversationAfter(writes(), waits, help)).toMatchObject({
      stage: { is: 'claimed', by: ben.actor },
      mentions: [{ wait: { putOff: false } }],
    })
    expect(conversationAfter(writes(), waits, edits()).stage.is).toBe('waiting')
  })

  test('that became a call for help after another one reopens all the same', () => {
    const help = writes({ emergency: true })
    const all = happens({ type: 'noted', mentions: [1, 2] }, { by: anna })
    const second = edits(2, { emergency: true })
    expect(conversationAfter(help, writes({ mention: 2 }), all, second).stage.is).toBe('new')
  })

  test('that was a call for help stays one, and is not reopened by the next edit', () => {
    const help = writes({ emergency: true })
    expect(conversationAfter(help, edits()).mentions[0].emergency).toBe(true)
    expect(conversationAfter(help, noted, edits(1, { emergency: true })).stage.is).toBe('noted')
    expect(conversationAfter(writes(), noted, edits()).stage.is).toBe('noted')
  })

  test('that is erased says why and waits for nobody, the others stay', () => {
    const { mentions, stage } = conversationAfter(writes(), writes({ mention: 2 }), erased(1))
    expect(mentions).toMatchObject([
      { erased: 'gone', wait: null },
      { erased: null, wait: { putOff: false } },
    ])
    expect(stage.is).toBe('new')
  })
})

describe('a conversation whose last words are erased', () => {
  const at = monday('12:00')
  const gone = happens({ type: 'erased', mentions: [1], because: 'request' }, { at })

  test('ends, and says why', () => {
    for (const before of [[writes()], [writes(), claims], [writes(), waits]]) {
      expect(conversationAfter(...before, gone)).toMatchObject({
        stage: { is: 'forgotten', because: 'request', at },
        settled: null,
      })
    }
  })

  test('ends as what it was settled as before', () => {
    const again = happens({ type: 'erased', mentions: [2], because: 'gone' }, { at })
    const conversation = conversationAfter(writes(), noted, writes({ mention: 2, at }), again)
    expect(conversation.stage).toEqual({ is: 'noted', at: monday('11:00') })
  })

  test('stays closed as it was', () => {
    expect(conversationAfter(writes(), noted, gone).stage.is).toBe('noted')
  })

  test('begins again when somebody writes, and counts an answer that was under way', () => {
    const again = writes({ mention: 2, at })
    expect(conversationAfter(writes(), gone, again).stage).toEqual({ is: 'new' })
    const answered = happens({ type: 'answered', proposal: 7, mentions: [] }, { at })
    expect(conversationAfter(writes(), replies(7), gone, answered)).toMatchObject({
      stage: { is: 'answered' },
      firstAnsweredAt: at,
      replies: [],
    })
  })
})

describe('answers up for approval', () => {
  test('come and go, each for a version of a mention', () => {
    const dropped = happens({ type: 'reply-dropped', proposal: 7 })
    const answered = happens({ type: 'answered', proposal: 8, mentions: [1] })
    const seven = { proposal: 7, mention: 1, version: 1, proposedAt: 3 }
    const eight = { proposal: 8, mention: 1, version: 1, proposedAt: 4 }
    const both = [writes(), claims, replies(7), replies(8)] as const
    expect(conversationAfter(...both)).toMatchObject({
      replies: [seven, eight],
      stage: { is: 'claimed', by: anna.actor },
    })
    expect(conversationAfter(...both, dropped)).toMatchObject({
      replies: [eight],
      stage: { is: 'claimed' },
    })
    expect(conversationAfter(...both, answered)).toMatchObject({
      replies: [seven],
      stage: { is: 'answered' },
    })
    expect(conversationAfter(writes(), waits, replies(7), dropped).stage.is).toBe('waiting')
  })

  test('are meant for later words once somebody has looked at them again', () => {
    const anew = replies(7, { version: 2, by: petra })
    const conversation = conversationAfter(writes(), replies(7, { by: anna }), edits(), anew)
    expect(conversation.replies).toEqual([{ proposal: 7, mention: 1, version: 2, proposedAt: 4 }])
    expect(conversation.stage).toMatchObject({ is: 'claimed', by: anna.actor })
  })

  test('bound to later words by the desk are as old as before, and nobody has the conversation', () => {
    const noted = happens({ type: 'noted', mentions: [1] })
    const again = writes({ mention: 2, at: monday('11:00') })
    const anew = replies(7, { version: 2, at: monday('11:10') })
    const edited = edits(1, { at: monday('11:09') })
    const life = [writes(), replies(7, { by: anna }), noted, again, edited, anew] as const
    expect(conversationAfter(...life)).toMatchObject({
      stage: { is: 'new' },
      replies: [{ proposal: 7, mention: 1, version: 2, proposedAt: 2 }],
    })
  })

  test('show that somebody cares: who answers has it, unless somebody else does', () => {
    const byBen = replies(7, { by: ben, at: monday('10:20') })
    expect(conversationAfter(writes(), byBen).stage).toEqual({
      is: 'claimed',
      by: ben.actor,
      at: monday('10:20'),
    })
    expect(conversationAfter(writes(), claims, byBen).stage).toMatchObject({ by: anna.actor })
    expect(conversationAfter(writes(), noted, byBen).stage.is).toBe('noted')
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

test('whatever needs a card wants one', () => {
  for (const step of [claims, waits, replies(7), holds]) {
    expect(conversationAfter(writes({ collected: true }), step).cardWanted).toBe(true)
  }
  for (const step of [noted, edits(), writes({ mention: 2 })]) {
    expect(conversationAfter(writes({ collected: true }), step).cardWanted).toBe(false)
  }
})

test('a Wiedervorlage is remembered with the waiting, other reminders with the wait for an answer', () => {
  const reminded = (of: 'half' | 'full') => happens({ type: 'reminded', mention: 1, of })
  const waiting = conversationAfter(writes(), waits, happens({ type: 'resubmitted' }))
  expect(waiting).toMatchObject({
    stage: { is: 'waiting', resubmitted: true },
    mentions: [{ wait: { reminded: null } }],
  })
  expect(conversationAfter(writes(), reminded('half'), waits, claims)).toMatchObject({
    stage: { is: 'claimed' },
    mentions: [{ wait: { reminded: 'half', putOff: false } }],
  })
  expect(
    conversationAfter(writes(), reminded('half'), reminded('full')).mentions[0].wait?.reminded,
  ).toBe('full')
})

test('who takes up what waited leaves what was settled before', () => {
  const again = writes({ mention: 2 })
  const later = happens(
    { type: 'set-waiting', mentions: [2], for: 'buerger', fachamt: null, until },
    { by: ben },
  )
  const conversation = conversationAfter(writes(), noted, again, later, claims)
  expect(conversation.mentions).toMatchObject([{ wait: null }, { wait: { putOff: false } }])
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
  const measure = happens({ type: 'measure-taken', measure: 4, mentions: [] })
  const half = happens({ type: 'reminded', mention: 1, of: 'half' })
  const full = happens({ type: 'reminded', mention: 1, of: 'full' })
  const impossible: readonly (readonly [string, Happening[]])[] = [
    ['begins with something else', [claims]],
    ['receives a mention twice', [writes(), writes()]],
    ['receives a mention out of order', [writes({ mention: 2 }), writes({ mention: 1 })]],
    [
      'ends other evidence than it holds',
      [writes(), holds, happens({ type: 'evidence-ended', evidence: 4, decision: 'released' })],
    ],
    ['edits what nobody wrote', [writes(), edits(2)]],
    ['edits what was erased', [writes(), erased(1), edits()]],
    ['leaves a version out', [writes(), edits(1, { version: 3 })]],
    ['has a version twice', [writes(), edits(), edits()]],
    ['erases what nobody wrote', [writes(), erased(2)]],
    ['erases nothing', [writes(), erased()]],
    ['erases twice', [writes(), erased(1), erased(1)]],
    ['erases twice at once', [writes(), erased(1, 1)]],
    ['takes the same measure twice', [writes(), measure, measure]],
    ['answers what was erased', [writes(), erased(1), replies(7)]],
    ['answers words that never were', [writes(), replies(7, { version: 2 })]],
    ['answers version 0', [writes(), replies(7, { version: 0 })]],
    ['proposes the same answer twice', [writes(), replies(7), replies(7)]],
    [
      'lets an answer wander to another mention',
      [
        writes(),
        writes({ mention: 2 }),
        edits(2),
        replies(7),
        replies(7, { mention: 2, version: 2 }),
      ],
    ],
    [
      'drops an answer nobody proposed',
      [writes(), happens({ type: 'reply-dropped', proposal: 7 })],
    ],
    [
      'publishes an answer nobody proposed',
      [writes(), happens({ type: 'answered', proposal: 7, mentions: [] })],
    ],
    ['keeps evidence of what was erased', [writes(), erased(1), holds]],
    ['keeps the same evidence twice', [writes(), holds, holds]],
    [
      'brings up evidence nobody holds',
      [writes(), happens({ type: 'evidence-reminded', evidence: 3, days: 3 })],
    ],
    [
      'ends evidence nobody holds',
      [writes(), happens({ type: 'evidence-ended', evidence: 3, decision: 'released' })],
    ],
    ['has a Wiedervorlage without waiting', [writes(), happens({ type: 'resubmitted' })]],
    [
      'has a Wiedervorlage twice',
      [writes(), waits, happens({ type: 'resubmitted' }), happens({ type: 'resubmitted' })],
    ],
    ['is reminded after it was closed', [writes(), noted, half]],
    ['is reminded twice', [writes(), half, half]],
    ['is reminded of half the time after the whole', [writes(), full, half]],
    ['is claimed after it was closed', [writes(), noted, claims]],
    ['closes what nobody wrote', [writes(), happens({ type: 'noted', mentions: [2] })]],
    ['closes nothing', [writes(), happens({ type: 'noted', mentions: [] })]],
    ['closes twice at once', [writes(), happens({ type: 'noted', mentions: [1, 1] })]],
    [
      'closes what is settled',
      [writes(), noted, writes({ mention: 2 }), happens({ type: 'noted', mentions: [1, 2] })],
    ],
    [
      'puts nothing off',
      [
        writes(),
        happens({ type: 'set-waiting', mentions: [], for: 'buerger', fachamt: null, until }),
      ],
    ],
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
      'impossible history: event 2, "received", in conversation 1, not begun',
    )
    expect(() => evolveConversation(before, { ...second, position: 3 }, 1)).toThrow(
      'impossible history: event 3, "claimed", in conversation 1, new',
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
    'forgotten',
  ] as const
  const whileOpen = [
    'claimed',
    'returned',
    'set-waiting',
    'passed-on',
    'noted',
    'forwarded',
    'referred',
    'not-responsible',
    'marked-spam',
    'reminded',
    'called',
  ]
  const always = [
    'received',
    'edited',
    'card-wanted',
    'sorted',
    'measure-taken',
    'contributed',
    'reply-proposed',
    'reply-dropped',
    'answered',
    'evidence-held',
    'evidence-reminded',
    'evidence-ended',
    'erased',
  ]

  test.each(open)('everything can happen while it is %s', (is) => {
    const only = is === 'waiting' ? ['resubmitted'] : []
    expect([...mayFollowInConversation[is]].sort()).toEqual(
      [...always, ...whileOpen, ...only].sort(),
    )
  })
  test.each(closed)('nobody triages what is %s', (is) => {
    const only = is === 'measure' || is === 'forgotten' ? [] : ['reopened']
    expect([...mayFollowInConversation[is]].sort()).toEqual([...always, ...only].sort())
  })
})
