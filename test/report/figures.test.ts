// The figures of a quarter, from records made for the purpose.
import { expect, test } from 'vitest'
import { median, mostRead } from '../../src/report/figures/posts.ts'
import {
  approved,
  figuresFrom,
  heard,
  life,
  measure,
  posted,
  proposed,
  published,
  received,
  sending,
  summer,
} from '../support/quarter.ts'
import type { ProposalEvent } from '../../src/core/proposal/proposal.ts'

const july = (day: string, time = '10:00') => summer(`2026-07-${day}`, time)

test('a post counts on the day the public could first read it, a proposal when it was submitted', () => {
  const late = life<ProposalEvent>(1, [
    [summer('2026-06-30', '16:00'), proposed()],
    [summer('2026-06-30', '23:50'), approved(0)],
    [summer('2026-07-01', '00:00'), sending()],
    [summer('2026-07-01', '00:00'), posted('1')],
  ])
  const next = published(2, summer('2026-10-01', '00:00'))
  const { posts, proposals } = figuresFrom({ proposals: [late, next] })
  expect(posts.posts.map(({ proposal }) => proposal)).toEqual([1])
  // The second one was submitted a minute before the quarter's end.
  expect(proposals).toMatchObject({ submitted: 1, approved: 1 })
})

test('an answer to a citizen is not a post, and a thread is one', () => {
  const at = july('06')
  const thread = life<ProposalEvent>(3, [
    [at, proposed({ text: 'Eins\n---\nZwei' })],
    [at, approved(at)],
    [at, sending()],
    [at, posted('31')],
    [at, sending(1)],
    [at, posted('32', 1)],
  ])
  const { posts, proposals } = figuresFrom({
    proposals: [
      published(1, at, {
        kind: 'reply',
        replyTo: { mention: 7, version: 1 },
        link: null,
        topic: null,
      }),
      thread,
    ],
  })
  expect(posts.posts.map(({ parts }) => parts)).toEqual([2])
  expect(proposals).toMatchObject({ submitted: 2, submittedAnswers: 1 })
})

test('what was approved last is what is counted', () => {
  const at = july('06')
  const revised = {
    ...proposed({ topic: 'lage', link: { noLinkBecause: 'eilt' } }),
    type: 'revised' as const,
  }
  const proposal = life<ProposalEvent>(1, [
    [at, proposed({ topic: 'kultur' })],
    [at, revised as ProposalEvent],
    [at, { ...approved(at), version: 2 } as ProposalEvent],
    [at, sending()],
    [at, posted('1')],
  ])
  const [post] = figuresFrom({ proposals: [proposal] }).posts.posts
  expect(post).toMatchObject({ topic: 'lage', hasLink: false })
})

test('counters that nobody read are a gap, not a zero', () => {
  const reading = {
    post: '1001',
    moment: 'quarter-end',
    views: 200,
    likes: 3,
    reposts: 2,
    quotes: 1,
    replies: 4,
  } as const
  const { posts } = figuresFrom({
    proposals: [published(1, july('06')), published(2, july('07'))],
    // Read a little after midnight, as the end of a quarter is.
    readings: [{ ...reading, at: summer('2026-10-01', '00:01') }],
  })
  expect(posts.reach).toEqual({ known: 1, views: 200, median: 200, reactions: 10 })
  expect(mostRead(posts.posts, 5).map(({ proposal }) => proposal)).toEqual([1])
})

test('a reading of after the quarter tells nothing about it', () => {
  const reading = {
    post: '1001',
    moment: '28d',
    views: 200,
    likes: 0,
    reposts: 0,
    quotes: 0,
    replies: 0,
  } as const
  const { posts } = figuresFrom({
    proposals: [published(1, summer('2026-09-20', '10:00'))],
    readings: [{ ...reading, at: summer('2026-10-18', '10:00') }],
  })
  expect(posts.posts[0]?.counters).toEqual({})
})

test.for([
  [[], null],
  [[3], 3],
  [[1, 9], 5],
  [[9, 1, 4], 4],
] as const)('the median of %j is %j', ([numbers, middle]) => {
  expect(median(numbers)).toBe(middle)
})

test('conversations stand as they stood at the end of the quarter; what came later is told apart', () => {
  const open = heard(1, july('06'), [
    summer('2026-10-02', '10:00'),
    { type: 'noted', mentions: [1] },
  ])
  const told = heard(2, july('06'), [
    july('06', '11:00'),
    { type: 'referred', to: 'melde-michel', mentions: [2] },
  ])
  const { dialogue, late } = figuresFrom({ conversations: [open, told] })
  expect(dialogue).toMatchObject({ mentions: 2, conversations: 2 })
  expect(dialogue.byOutcome).toMatchObject({ open: 1, referred: 1, noted: 0 })
  expect(dialogue.byReferral['melde-michel']).toBe(1)
  expect(late.closed).toBe(1)
})

test('a conversation counts once, however much is written in it', () => {
  const again = heard(1, july('06'), [july('07'), received(2)])
  const { dialogue } = figuresFrom({ conversations: [again] })
  expect(dialogue).toMatchObject({ mentions: 2, conversations: 1 })
})

test('the wait for an answer runs in service hours: an hour on Friday evening, none at the weekend', () => {
  // Friday 15:00 to Monday 10:00: one hour each.
  const waited = heard(1, july('03', '15:00'), [
    july('06', '10:00'),
    { type: 'answered', proposal: null, mentions: [1] },
  ])
  const { answers } = figuresFrom({ conversations: [waited] }).dialogue
  expect(answers).toEqual({ all: 1, inTime: 1, median: null })
})

test('a median stands from ten answers on; seven hours are in time, a minute more is not', () => {
  const answered = (number: number, at: number) =>
    heard(number, july('06', '09:00'), [
      at,
      { type: 'answered', proposal: null, mentions: [number] },
    ])
  const quick = Array.from({ length: 9 }, (_, index) => answered(index + 1, july('06', '10:00')))
  expect(figuresFrom({ conversations: quick }).dialogue.answers.median).toBeNull()
  const full = [...quick, answered(10, july('06', '16:00'))]
  expect(figuresFrom({ conversations: full }).dialogue.answers).toEqual({
    all: 10,
    inTime: 10,
    median: 3_600_000,
  })
  const slow = [...full, answered(11, july('07', '09:01'))]
  expect(figuresFrom({ conversations: slow }).dialogue.answers).toMatchObject({
    all: 11,
    inTime: 10,
  })
})

test('a measure counts when it was carried out, by kind and rule, and whether the person was told by then', () => {
  const told = measure(
    1,
    july('06'),
    [july('06'), { type: 'taken' }],
    [july('08'), { type: 'informed' }],
  )
  const lifted = measure(
    2,
    july('06'),
    [july('06'), { type: 'taken' }],
    [july('09'), { type: 'lift-wanted' }],
    [summer('2026-10-05', '10:00'), { type: 'lifted' }],
  )
  const proposedOnly = measure(3, july('06'))
  const { moderation, late } = figuresFrom({ measures: [told, lifted, proposedOnly] })
  expect(moderation).toMatchObject({ all: 2, informed: 1 })
  expect(moderation.byKind.hinweis).toBe(2)
  expect(moderation.byRule['6']).toBe(2)
  expect(moderation.lifted.hinweis).toBe(0)
  expect(late.lifted).toBe(1)
})

test('doubts are counted by how they ended', () => {
  const at = july('06')
  const doubt: ProposalEvent = {
    type: 'in-doubt',
    errand: 'post',
    network: 'x',
    part: 0,
    because: 'timeout',
  }
  const begun = [
    [at, proposed()],
    [at, approved(at)],
    [at, sending()],
    [at, doubt],
  ] as const
  const found = life<ProposalEvent>(1, [...begun, [at, posted('1', 0, 'found')]])
  const told = life<ProposalEvent>(2, [...begun, [at, posted('2', 0, 'told')]])
  const open = life<ProposalEvent>(3, [
    ...begun,
    [summer('2026-10-02', '09:00'), posted('3', 0, 'told')],
  ])
  const { proposals, late } = figuresFrom({ proposals: [found, told, open] })
  expect(proposals.doubts).toEqual({ all: 3, found: 1, told: 1, again: 0, open: 1 })
  expect(late.settled).toBe(1)
})

test('what a network refused for good has failed', () => {
  const at = july('06')
  const refusal: ProposalEvent = {
    type: 'refused',
    errand: 'post',
    network: 'x',
    part: 0,
    because: 'too-long',
    status: 403,
    detail: '',
  }
  const failed = life<ProposalEvent>(1, [
    [at, proposed()],
    [at, approved(at)],
    [at, sending()],
    [at, refusal],
  ])
  expect(figuresFrom({ proposals: [failed] }).proposals.failed).toBe(1)
})

test('effort is a guide value times a count, costs are a price times a count', () => {
  const { effort, costs } = figuresFrom({
    proposals: [published(1, july('06')), published(2, july('07'))],
    spent: [
      { charge: 'post', count: 2, price: null },
      // At the price of the day where that is on record.
      { charge: 'postWithUrl', count: 1, price: 0.1 },
      { charge: 'post', count: 1, price: null },
    ],
  })
  expect(effort.post).toEqual({ count: 2, minutes: 90 })
  expect(costs.byCharge).toEqual([
    { charge: 'post', count: 3, usd: 0.045 },
    { charge: 'postWithUrl', count: 1, usd: 0.1 },
  ])
  expect(costs.usd).toBe(0.145)
})

test('a quarter before the beginning is not known; one within which history began is known from there', () => {
  expect(figuresFrom({ begun: null }).since).toBeNull()
  expect(figuresFrom({ begun: summer('2026-10-01', '00:00') }).since).toBeNull()
  const begun = summer('2026-08-12', '11:00')
  expect(figuresFrom({ begun }).since).toBe(begun)
})
