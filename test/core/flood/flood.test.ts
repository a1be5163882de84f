// A flood is one list for what would be too many cards: nobody in it is out of reach, and it ends.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Conversation } from '../../../src/core/conversation/conversation.ts'
import { arrival, collectingAlert } from '../../../src/core/flood/collect.ts'
import { bulkOf, decideInFlood, type FloodDeskCommand } from '../../../src/core/flood/decide.ts'
import {
  evolveFlood,
  mayFollowInFlood,
  type Flood,
  type FloodEvent,
  type RecordedInFlood,
} from '../../../src/core/flood/flood.ts'
import { floodDue, floodLetters, floodRests } from '../../../src/core/flood/matter.ts'
import { pageOf, pageSize } from '../../../src/core/flood/pages.ts'
import { replay } from '../../../src/core/matter.ts'
import { theDesk } from '../../../src/core/people.ts'
import {
  conversationAfter,
  edits,
  erased,
  happens,
  writes,
  type Happening,
} from '../../support/conversations.ts'
import { anna, guest, monday } from '../../support/lives.ts'

const minutes = 60_000
const limit = { mentions: 20, within: 10 * minutes }

/** A life a minute at a time, from ten o'clock. */
function lifeOf(...events: readonly FloodEvent[]): RecordedInFlood[] {
  return events.map((event, index) => {
    const at = monday('10:00') + index * minutes
    return { ...event, position: index + 1, at, actor: theDesk }
  })
}

function floodAfter(...events: readonly FloodEvent[]): Flood {
  const flood = replay(evolveFlood, 3, lifeOf(...events))
  if (flood === null) throw new Error('nothing began')
  return flood
}

const began: FloodEvent = { type: 'began' }
const ended: FloodEvent = { type: 'ended' }
const left = (...conversations: number[]): FloodEvent => ({ type: 'left', conversations })
const relisted = (conversation: number): FloodEvent => ({ type: 'relisted', conversation })
/** Mention 101 in conversation 1 and so on. */
const collected = (...conversations: number[]): FloodEvent => ({
  type: 'collected',
  posts: conversations.map((conversation) => ({ mention: 100 + conversation, conversation })),
})
const inList = ({ listed }: Flood) => listed.map(({ conversation }) => conversation)

describe('one more call for help of an account', () => {
  const open = conversationAfter(writes({ emergency: true }))
  const noted = happens({ type: 'noted', mentions: [1] }, { by: anna })
  const settled = conversationAfter(writes({ emergency: true }), noted)
  const after = (...lives: (Conversation | null)[]) =>
    collectingAlert(lives.map((conversation) => ({ mention: 1, conversation })))
  test('has an alert of its own, up to the third', () => {
    expect([after(), after(open), after(open, open)]).toEqual([null, null, null])
  })
  test('is told of by the third, as long as nobody has settled that one', () => {
    expect(after(open, open, open)).toBe(1)
    expect(after(settled, settled, open)).toBe(1)
    expect(after(open, open, settled)).toBeNull()
    expect(after(open, open, null)).toBeNull()
  })
})

describe('a post comes', () => {
  const calm = { all: 20, there: 1 }
  const crowded = { all: 21, there: 1 }
  const withCard = conversationAfter(writes())
  const inTheList = conversationAfter(writes({ collected: true }))
  const quiet = { emergency: false, joins: null }
  test.each([
    ['with a card while the channel bears it', quiet, calm, 'shown'],
    ['into the list when it does not', quiet, crowded, 'collected'],
    [
      'with a card whatever else comes, if it calls for help',
      { ...quiet, emergency: true },
      crowded,
      'shown',
    ],
    [
      'into the thread of a conversation that goes on',
      { ...quiet, joins: withCard },
      crowded,
      'shown',
    ],
    [
      'apart, when a crowd gathers below one conversation',
      { ...quiet, joins: withCard },
      { all: 30, there: 21 },
      'collected-apart',
    ],
    [
      'into a thread that is long already, while the channel bears it',
      { ...quiet, joins: withCard },
      { all: 20, there: 20 },
      'shown',
    ],
    [
      'as the third below a card while the channel is flooded',
      { ...quiet, joins: withCard },
      { all: 21, there: 3 },
      'shown',
    ],
    [
      'apart, when small crowds gather below many conversations',
      { ...quiet, joins: withCard },
      { all: 21, there: 4 },
      'collected-apart',
    ],
    ['to a conversation of the list', { ...quiet, joins: inTheList }, crowded, 'collected'],
    [
      'to a conversation of the list, and takes it out when it is calm',
      { ...quiet, joins: inTheList },
      calm,
      'shown',
    ],
  ] as const)('%s', (_, post, posted, how) => {
    expect(arrival({ ...post, posted }, limit)).toBe(how)
  })

  test('into the list at once, where the channel bears no card at all', () => {
    const none = { mentions: 0, within: limit.within }
    expect(arrival({ ...quiet, posted: { all: 1, there: 1 } }, none)).toBe('collected')
  })
})

describe('a flood', () => {
  test('begins with the first posts that are too many', () => {
    expect(
      decideInFlood(null, { do: 'collect', posts: [{ mention: 101, conversation: 1 }] }),
    ).toEqual({
      events: [began, collected(1)],
    })
    expect(decideInFlood(null, { do: 'collect', posts: [] })).toEqual({ refused: 'unknown-flood' })
    expect(floodAfter(began, collected(1))).toEqual({
      number: 3,
      position: 2,
      began: monday('10:00'),
      lastAt: monday('10:01'),
      collected: 1,
      listed: [{ conversation: 1, since: 2 }],
      ended: null,
    })
  })

  test('lists each conversation once, as it was seen last, and counts every post', () => {
    const flood = floodAfter(began, collected(1, 2), collected(1, 3), relisted(2))
    expect(flood.collected).toBe(4)
    expect(flood.listed).toEqual([
      { conversation: 1, since: 3 },
      { conversation: 3, since: 3 },
      { conversation: 2, since: 4 },
    ])
  })

  test('ends when nothing came for as long as a flood takes, not before', () => {
    const flood = floodAfter(began, collected(1), relisted(1))
    const due = { owed: 'end', from: monday('10:11') }
    expect(floodDue(flood, monday('10:05'), limit)).toEqual(due)
    expect(floodDue(flood, monday('10:20'), limit)).toEqual(due)
    // Put back: nobody knows how long it lasted.
    expect(floodDue(flood, monday('09:00'), limit)).toEqual({ owed: 'end', from: monday('09:00') })
    expect(floodDue(floodAfter(began, collected(1), ended), monday('10:20'), limit)).toBeNull()
  })

  test('ends also where the channel bears not even one post', () => {
    const none = { mentions: 0, within: limit.within }
    expect(floodDue(floodAfter(began, collected(1)), monday('10:11'), none)?.from).toBe(
      monday('10:11'),
    )
  })

  test('rests when it is over and nobody waits in its list', () => {
    expect(floodRests(floodAfter(began, collected(1), left(1)))).toBe(false)
    expect(floodRests(floodAfter(began, collected(1), ended))).toBe(false)
    expect(floodRests(floodAfter(began, collected(1), ended, left(1)))).toBe(true)
  })

  test('has a card that follows its list, and one alarm', () => {
    const life = lifeOf(began, collected(1), ended, left(1))
    expect(floodLetters(3, life)).toMatchObject([
      { kind: 'card', key: 'flood/3/card', shows: 4 },
      { kind: 'alarm', key: 'flood/3/alarm', shows: 1 },
    ])
    expect(floodLetters(3, [])).toEqual([])
  })

  test('has pages; one that is gone is the last', () => {
    const flood = floodAfter(
      began,
      collected(...Array.from({ length: pageSize + 1 }, (_, i) => i + 1)),
    )
    expect(pageOf(flood, 1)).toMatchObject({ page: 1, pages: 2 })
    expect(pageOf(flood, 1).listed).toHaveLength(pageSize)
    expect(pageOf(flood, 2).listed).toEqual([{ conversation: pageSize + 1, since: 2 }])
    expect(pageOf(flood, 9)).toMatchObject({ page: 2 })
    expect(pageOf(flood, 0)).toMatchObject({ page: 1 })
    expect(pageOf(floodAfter(began, collected(1), left(1)), 1)).toEqual({
      listed: [],
      page: 1,
      pages: 1,
    })
  })
})

describe('a conversation leaves the list', () => {
  const inFlood = writes({ collected: true })
  const flood = floodAfter(began, collected(12, 5))
  const says = (...steps: readonly Happening[]) =>
    decideInFlood(flood, { do: 'clear', conversations: [conversationAfter(...steps)] })

  test('when it is closed, has a card, or its words are erased', () => {
    const answer = { events: [left(12)] }
    expect(says(inFlood, happens({ type: 'noted', mentions: [1] }, { by: anna }))).toEqual(answer)
    expect(says(inFlood, happens({ type: 'card-wanted' }, { by: anna }))).toEqual(answer)
    expect(says(inFlood, edits(1, { emergency: true }))).toEqual(answer)
    expect(says(inFlood, writes({ mention: 2 }))).toEqual(answer)
    expect(says(inFlood, erased(1))).toEqual(answer)
  })

  test('not while it waits there', () => {
    expect(says(inFlood)).toEqual({ refused: 'already-so' })
    expect(says(inFlood, edits())).toEqual({ refused: 'already-so' })
    expect(says(inFlood, writes({ mention: 2, collected: true }))).toEqual({
      refused: 'already-so',
    })
  })
})

describe('the desk', () => {
  const going = floodAfter(began, collected(1))
  const over = floodAfter(began, collected(1), ended)
  const post = { mention: 102, conversation: 2 }
  test.each([
    ['collects', going, { do: 'collect', posts: [post] }, { events: [collected(2)] }],
    ['collects nothing', going, { do: 'collect', posts: [] }, { refused: 'already-so' }],
    [
      'collects no more when it is over',
      over,
      { do: 'collect', posts: [post] },
      { refused: 'already-so' },
    ],
    ['lists anew what changed', over, { do: 'relist', conversation: 1 }, { events: [relisted(1)] }],
    [
      'lists nothing that left',
      going,
      { do: 'relist', conversation: 2 },
      { refused: 'not-listed' },
    ],
    ['ends it', going, { do: 'end' }, { events: [ended] }],
    ['ends it once', over, { do: 'end' }, { refused: 'already-so' }],
  ] as const satisfies readonly (readonly [string, Flood, FloodDeskCommand, object])[])(
    '%s',
    (_, flood, command, said) => {
      expect(decideInFlood(flood, command)).toEqual(said)
    },
  )
})

describe('in bulk', () => {
  const flood = floodAfter(began, collected(1, 2), collected(3), relisted(1))

  test('closes what was chosen, or everything, as it was seen', () => {
    expect(bulkOf(flood, { of: [2, 3, 7], seen: 4 }, anna)).toEqual({ conversations: [2, 3] })
    expect(bulkOf(flood, { of: 'all', seen: 4 }, anna)).toEqual({ conversations: [2, 3, 1] })
  })

  test('leaves open what came or changed since', () => {
    expect(bulkOf(flood, { of: 'all', seen: 2 }, anna)).toEqual({ conversations: [2] })
    expect(bulkOf(flood, { of: 'all', seen: 3 }, anna)).toEqual({ conversations: [2, 3] })
  })

  test('says so where nothing is left, and tells outsiders nothing', () => {
    expect(bulkOf(flood, { of: [7], seen: 4 }, anna)).toEqual({ refused: 'not-listed' })
    expect(bulkOf(flood, { of: 'all', seen: 1 }, anna)).toEqual({ refused: 'not-listed' })
    expect(bulkOf(flood, { of: 'all', seen: 4 }, guest)).toEqual({ refused: 'outsider' })
  })
})

describe('an impossible history is never read as a possible one', () => {
  test.each<[string, FloodEvent[]]>([
    ['begins with something else', [collected(1)]],
    ['begins twice', [began, began]],
    ['collects nothing', [began, { type: 'collected', posts: [] }]],
    ['collects after its end', [began, ended, collected(1)]],
    ['ends twice', [began, ended, ended]],
    ['lists anew what is not there', [began, relisted(1)]],
    ['loses what is not there', [began, collected(1), left(2)]],
    ['loses one twice', [began, collected(1), left(1), left(1)]],
    ['loses nothing', [began, collected(1), left()]],
  ])('it %s', (_, events) => {
    expect(() => floodAfter(...events)).toThrow('impossible history')
  })

  test('it leaves nothing out', () => {
    const [first, second] = lifeOf(began, collected(1))
    if (first === undefined || second === undefined) throw new Error('two were told')
    expect(() => evolveFlood(null, { ...first, position: 2 }, 3)).toThrow(
      'impossible history: event 2, "began", in flood 3, not begun',
    )
    expect(() => evolveFlood(evolveFlood(null, first, 3), { ...second, position: 3 }, 3)).toThrow(
      'impossible history: event 3, "collected", in flood 3, going',
    )
  })

  test('what may follow', () => {
    expect(mayFollowInFlood).toEqual({
      going: ['collected', 'relisted', 'left', 'ended'],
      ebbed: ['relisted', 'left'],
    })
  })
})

test('whatever comes and goes: who came and did not leave is in the list, once, and on exactly one page', () => {
  const numbers = fc.integer({ min: 1, max: 60 })
  const commands = fc.array(
    fc.oneof(
      fc.array(numbers, { maxLength: 30 }).map((all): FloodDeskCommand => {
        return {
          do: 'collect',
          posts: all.map((one) => ({ mention: 100 + one, conversation: one })),
        }
      }),
      numbers.map((conversation): FloodDeskCommand => ({ do: 'relist', conversation })),
      fc.array(numbers, { maxLength: 20 }).map((all): FloodDeskCommand => {
        const closed = conversationAfter(writes(), erased(1))
        return { do: 'clear', conversations: all.map((number) => ({ ...closed, number })) }
      }),
      fc.constant<FloodDeskCommand>({ do: 'end' }),
    ),
    { maxLength: 20 },
  )
  fc.assert(
    fc.property(commands, (all) => {
      let flood: Flood | null = null
      const expected = new Set<number>()
      for (const command of all) {
        const decided = decideInFlood(flood, command)
        if ('refused' in decided) continue
        for (const event of decided.events) {
          const position: number = (flood?.position ?? 0) + 1
          flood = evolveFlood(flood, { ...event, position, at: position, actor: theDesk }, 3)
        }
        if (command.do === 'collect')
          for (const post of command.posts) expected.add(post.conversation)
        if (command.do === 'clear')
          for (const { number } of command.conversations) expected.delete(number)
      }
      if (flood === null) return
      const there: Flood = flood
      expect([...inList(there)].sort()).toEqual([...expected].sort())
      const { pages } = pageOf(there, 1)
      const shown = Array.from(
        { length: pages },
        (_, page) => pageOf(there, page + 1).listed,
      ).flat()
      expect(shown).toEqual(there.listed)
      expect(floodRests(there)).toBe(there.ended !== null && expected.size === 0)
    }),
  )
})

test('800 posts, one by one, cost milliseconds', () => {
  const life = lifeOf(began, ...Array.from({ length: 800 }, (_, index) => collected(index + 1)))
  const before = process.cpuUsage()
  expect(floodLetters(3, life)).toHaveLength(2)
  expect(process.cpuUsage(before).user / 1_000).toBeLessThan(200)
})
