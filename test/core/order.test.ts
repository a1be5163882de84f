// Files that are drawn up and handed over once, whatever breaks off: reports and what is kept about somebody.
import { describe, expect, test } from 'vitest'
import { accessMatter, askForAccess } from '../../src/core/access/access.ts'
import { replay, type Recorded } from '../../src/core/matter.ts'
import {
  decideOrder,
  isGivenUp,
  orderMatter,
  triesWithoutEnd,
  tryAgainAfter,
  type OrderCommand,
  type OrderEvent,
} from '../../src/core/order.ts'
import { anna, guest, monday, petra } from '../support/lives.ts'

type Event = OrderEvent<string>

const ten = monday('10:00')
const hour = 60 * 60_000
const matter = orderMatter<string>('report-order')
const ordered = (to: number | 'channel' = petra.actor): Event => ({
  type: 'ordered',
  to,
  wish: 'Q3',
})
const begun = (attempt = 1): Event => ({ type: 'begun', attempt })
const failed: Event = { type: 'failed', id: 'a1b2' }
const shared = { type: 'shared' } satisfies Event

/** What happened, a minute apart from ten o'clock. */
function life(...events: Event[]): Recorded<Event>[] {
  return events.map((event, index) => {
    return { ...event, position: index + 1, at: ten + index * 60_000, actor: 0 }
  })
}

function order(...events: Event[]) {
  const state = replay(matter.evolve, 4, life(...events))
  if (state === null) throw new Error('nobody ordered it')
  return state
}

const orders = {
  waiting: order(ordered()),
  drawing: order(ordered(), begun()),
  'drawing again': order(ordered(), begun(), begun(2)),
  'given up': order(ordered(), begun(), begun(2), begun(3)),
  failed: order(ordered(), begun(), failed),
  'failed by itself': order(ordered('channel'), begun(), failed),
  shared: order(ordered(), begun(), shared),
  'taken back': order(ordered(), begun(), shared, { type: 'taken-back' }),
}

test.each<[keyof typeof orders, string, string, string, string]>([
  ['waiting', 'begun', '-', '-', '-'],
  ['drawing', 'begun', 'shared', '-', 'failed'],
  ['drawing again', 'begun', 'shared', '-', 'failed'],
  ['given up', '-', 'shared', '-', 'failed'],
  ['failed', '-', '-', '-', '-'],
  ['failed by itself', 'begun', '-', '-', '-'],
  ['shared', '-', '-', 'taken-back', '-'],
  ['taken back', '-', '-', '-', '-'],
])('%s: begin %s, shared %s, taken back %s, failed %s', (name, ...expected) => {
  const commands: OrderCommand[] = [
    { do: 'begin' },
    { do: 'record-shared', files: ['F1'] },
    { do: 'record-taken-back' },
    { do: 'record-failed', id: 'f' },
  ]
  const said = commands.map((command) => {
    const decided = decideOrder(orders[name], command, ten + 2 * hour)
    return 'refused' in decided ? '-' : decided.events.map(({ type }) => type).join(' ')
  })
  expect(said).toEqual(expected)
})

test('files that are kept for a time are taken back after it, and only then it rests', () => {
  const week = 7 * 24 * hour
  const lent = orderMatter<string>('access', week)
  const files = ['F1', 'F2']
  const [handed] = [replay(lent.evolve, 4, life(ordered(), begun(), { ...shared, files }))]
  if (handed === null) throw new Error('nobody ordered it')
  const sharedAt = ten + 2 * 60_000
  expect(handed.stage).toEqual({ is: 'shared', at: sharedAt, files })
  expect(lent.due(handed, ten + hour)).toEqual({ owed: 'take-back', from: sharedAt + week })
  expect(lent.rests(handed)).toBe(false)
  const over = replay(lent.evolve, 4, life(ordered(), begun(), shared, { type: 'taken-back' }))
  expect(over && lent.rests(over)).toBe(true)
  expect(over && lent.due(over, ten + 2 * week)).toBeNull()
  // A report stays.
  expect(matter.due(orders.shared, ten + 2 * week)).toBeNull()
  expect(matter.rests(orders.shared)).toBe(true)
})

test('each try is on record before it begins, and a failure with its Kennung', () => {
  const begin = { do: 'begin' } as const
  expect(decideOrder(orders['drawing again'], begin, ten)).toEqual({ events: [begun(3)] })
  const fail = { do: 'record-failed', id: 'c3' } as const
  expect(decideOrder(orders.drawing, fail, ten)).toEqual({ events: [{ type: 'failed', id: 'c3' }] })
  const late = { refused: 'order-moved-on' }
  expect(decideOrder(orders['failed by itself'], begin, ten + hour)).toEqual(late)
})

test('an order knows whom it is for and how often it was tried', () => {
  expect(orders['given up']).toEqual({
    ...{
      number: 4,
      position: 4,
      to: petra.actor,
      wish: 'Q3',
      keepFor: null,
      attempts: 3,
      unended: 3,
    },
    stage: { is: 'drawing', since: ten + 3 * 60_000 },
  })
  expect(orders.failed).toMatchObject({
    ...{ attempts: 1, unended: 0 },
    stage: { is: 'failed', at: ten + 2 * 60_000, id: 'a1b2' },
  })
  expect(orders.shared).toMatchObject({ unended: 0, stage: { is: 'shared', at: ten + 2 * 60_000 } })
  expect(orders.waiting.stage).toEqual({ is: 'waiting' })
})

describe('what is owed', () => {
  test.each<[keyof typeof orders, object | null]>([
    ['waiting', { owed: 'draw-up', from: ten }],
    ['drawing', { owed: 'settle-crash', from: ten }],
    ['given up', { owed: 'settle-crash', from: ten }],
    ['failed', null],
    ['shared', null],
  ])('%s', (name, due) => {
    expect(matter.due(orders[name], ten)).toEqual(due)
  })

  test('what comes by itself is tried again after an hour, sooner only if the clock was put back', () => {
    const { 'failed by itself': one } = orders
    const since = ten + 2 * 60_000
    expect(matter.due(one, since)).toEqual({ owed: 'draw-up', from: since + hour })
    expect(matter.due(one, ten)).toEqual({ owed: 'draw-up', from: ten })
    expect(tryAgainAfter).toBe(hour)
  })

  test('a try that takes the process with it is given up after three', () => {
    expect(triesWithoutEnd).toBe(3)
    expect(isGivenUp(orders.drawing)).toBe(false)
    expect(isGivenUp(orders['drawing again'])).toBe(false)
    expect(isGivenUp(orders['given up'])).toBe(true)
    expect(isGivenUp(order(ordered('channel'), begun(), begun(2), begun(3), failed))).toBe(false)
    const anew = order(ordered('channel'), begun(), begun(2), begun(3), failed, begun(4))
    expect(isGivenUp(anew)).toBe(false)
  })
})

test('one message tells of it, and a new try is nothing to tell', () => {
  const key = 'report-order/4/progress'
  const shows = (...events: Event[]) => matter.letters(4, life(...events))
  expect(shows()).toEqual([])
  expect(shows(ordered())).toEqual([{ letter: 'progress', key, shows: 1 }])
  expect(shows(ordered(), begun())).toEqual([{ letter: 'progress', key, shows: 1 }])
  expect(shows(ordered(), begun(), failed)).toEqual([{ letter: 'progress', key, shows: 3 }])
  expect(shows(ordered('channel'), begun(), failed, begun(2))).toEqual([
    { letter: 'progress', key, shows: 3 },
  ])
})

test('it rests when it is shared, or who asked was told that it failed', () => {
  const resting = Object.entries(orders).flatMap(([name, one]) => (matter.rests(one) ? [name] : []))
  expect(resting).toEqual(['failed', 'shared', 'taken back'])
})

test.each<[string, Event[]]>([
  ['without an order', [begun()]],
  ['with two orders', [ordered(), ordered()]],
  ['shared before it was begun', [ordered(), shared]],
  ['failed before it was begun', [ordered(), failed]],
  ['shared twice', [ordered(), begun(), shared, shared]],
  ['begun after its end', [ordered(), begun(), shared, begun(2)]],
])('a history %s is impossible', (_, events) => {
  expect(() => replay(matter.evolve, 4, life(...events))).toThrow(
    /impossible history: .* report-order 4/,
  )
})

test('no event of its life is left out', () => {
  const [first, second] = life(ordered(), begun())
  const state = first === undefined ? null : matter.evolve(null, first, 4)
  expect(() => second && matter.evolve(state, { ...second, position: 3 }, 4)).toThrow(/waiting/)
  expect(() => first && matter.evolve(null, { ...first, position: 2 }, 4)).toThrow(/not begun/)
})

test('only officers are given what is kept about somebody, and only the fact is on record', () => {
  expect(askForAccess(petra)).toEqual({
    events: [{ type: 'ordered', to: petra.actor, wish: null }],
  })
  expect(askForAccess(anna)).toEqual({ refused: 'not-an-officer' })
  expect(askForAccess(guest)).toEqual({ refused: 'outsider' })
  expect(accessMatter.about).toBe('access')
})
