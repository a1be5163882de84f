// What the press office declares for a time.
import { describe, expect, test } from 'vitest'
import {
  declarationMatter,
  declare,
  endDeclaration,
  held,
  holds,
  isTakenOn,
  leavesDespite,
  passTime,
  type Declaration,
  type DeclarationEvent,
  type Declared,
  type Wish,
} from '../../../src/core/declaration/declaration.ts'
import { replay } from '../../../src/core/matter.ts'
import { anna, ben, guest, monday, petra, vera } from '../../support/lives.ts'

const ten = monday('10:00')
const day = 24 * 60 * 60_000
const stop: Declared = { is: 'stop', lets: 'nothing' }
const yellow: Declared = { is: 'capacity', level: 'yellow' }
const deputy: Declared = { is: 'deputy', person: ben.actor }
const away: Declared = { is: 'absence' }

function wish(declared: Declared, changes: Partial<Wish> = {}): Wish {
  return { declared, from: ten, until: ten + day, reason: '', ...changes }
}

/** A declaration after its events, by Petra at ten unless told otherwise. */
function after(number: number, ...events: (DeclarationEvent & { at?: number })[]): Declaration {
  const life = events.map((event, index) => ({
    ...{ at: ten, actor: petra.actor, position: index + 1 },
    ...event,
  }))
  const state = replay(declarationMatter.evolve, number, life)
  if (state === null) throw new Error('unborn')
  return state
}

const declared = (one: Wish): DeclarationEvent => ({ type: 'declared', ...one })
const inForce = (number: number, one: Wish) => after(number, declared(one), { type: 'began' })
const given = (...open: Declaration[]) => ({ now: ten, open, deputy: null })

describe('declaring', () => {
  test('holds at once, or from its day on', () => {
    expect(declare(wish(yellow), petra, given())).toEqual({
      events: [declared(wish(yellow)), { type: 'began' }],
      replaces: [],
    })
    const later = wish(yellow, { from: ten + 1 })
    expect(declare(later, petra, given())).toEqual({ events: [declared(later)], replaces: [] })
  })

  test('a stop is everybody’s, everything else the press office’s', () => {
    expect(declare(wish(stop, { until: null }), anna, given())).toHaveProperty('events')
    expect(declare(wish(stop), guest, given())).toEqual({ refused: 'outsider' })
    for (const one of [yellow, deputy, away]) {
      expect(declare(wish(one), anna, given())).toEqual({ refused: 'not-an-officer' })
    }
  })

  test('nobody declares what is over, or ends before it begins', () => {
    expect(declare(wish(yellow, { until: ten }), petra, given())).toEqual({
      refused: 'in-the-past',
    })
    const upsideDown = wish(yellow, { from: ten + 2 * day })
    expect(declare(upsideDown, petra, given())).toEqual({ refused: 'ends-before-it-begins' })
  })

  test('who stands in is another person of the office who does not decide anyway', () => {
    const standing = (deputy: 'officer' | 'staff' | 'outsider') => ({ ...given(), deputy })
    expect(declare(wish(deputy), petra, standing('staff'))).toHaveProperty('events')
    expect(declare(wish(deputy), petra, standing('outsider'))).toEqual({
      refused: 'deputy-outsider',
    })
    expect(declare(wish(deputy), petra, standing('officer'))).toEqual({ refused: 'deputy-officer' })
    const oneself: Declared = { is: 'deputy', person: petra.actor }
    expect(declare(wish(oneself), petra, standing('officer'))).toEqual({
      refused: 'deputy-oneself',
    })
  })

  test('of stops and capacities there is one: the newer takes its place, the same is refused', () => {
    const red: Declared = { is: 'capacity', level: 'red' }
    expect(declare(wish(red), petra, given(inForce(3, wish(yellow))))).toMatchObject({
      replaces: [3],
    })
    expect(declare(wish(yellow), petra, given(inForce(3, wish(yellow))))).toEqual({
      refused: 'declared-already',
      number: 3,
    })
    expect(declare(wish(stop), petra, given(inForce(3, wish(yellow))))).toMatchObject({
      replaces: [],
    })
    // What is declared for another time stays.
    const nextWeek = after(3, declared(wish(red, { from: ten + 7 * day, until: ten + 9 * day })))
    expect(declare(wish(yellow), petra, given(nextWeek))).toMatchObject({ replaces: [] })
  })

  test('one person stands in or is away once at a time', () => {
    const open = [inForce(1, wish(deputy)), inForce(2, wish(away))]
    const again = { refused: 'declared-already' }
    expect(declare(wish(deputy), petra, given(...open))).toMatchObject({ ...again, number: 1 })
    expect(declare(wish(away), petra, given(...open))).toMatchObject({ ...again, number: 2 })
    expect(declare(wish(away), vera, given(...open))).toHaveProperty('events')
    const other: Declared = { is: 'deputy', person: anna.actor }
    expect(declare(wish(other), petra, given(...open))).toHaveProperty('events')
    const next = { from: ten + day, until: ten + 2 * day }
    expect(declare(wish(deputy, next), petra, given(...open))).toHaveProperty('events')
  })
})

test('an officer ends what holds or will, once', () => {
  expect(endDeclaration(inForce(1, wish(stop)), petra)).toEqual({ events: [{ type: 'ended' }] })
  expect(endDeclaration(inForce(1, wish(stop)), anna)).toEqual({ refused: 'not-an-officer' })
  const planned = after(1, declared(wish(yellow, { from: ten + 1 })))
  expect(endDeclaration(planned, petra)).toHaveProperty('events')
  const over = after(1, declared(wish(stop)), { type: 'began' }, { type: 'ended' })
  expect(endDeclaration(over, petra)).toEqual({ refused: 'declaration-over' })
})

test('it begins and ends by the clock, and what nobody recorded yet is true all the same', () => {
  const later = wish(yellow, { from: ten + 1, until: ten + 5 })
  const planned = after(1, declared(later))
  expect(passTime(planned, ten)).toEqual({ refused: 'not-due' })
  expect(passTime(planned, ten + 1)).toEqual({ events: [{ type: 'began' }] })
  expect(holds(planned, ten)).toBe(false)
  expect(holds(planned, ten + 1)).toBe(true)
  const begun = after(1, declared(later), { type: 'began' })
  expect(passTime(begun, ten + 4)).toEqual({ refused: 'not-due' })
  expect(passTime(begun, ten + 5)).toEqual({ events: [{ type: 'expired' }] })
  expect(holds(begun, ten + 5)).toBe(false)
  expect(declarationMatter.due(inForce(1, wish(stop, { until: null })), ten)).toBeNull()
})

test('what held in the past is known when it is over', () => {
  const ended = after(1, declared(wish(deputy)), { type: 'began' }, { type: 'ended', at: ten + 9 })
  expect([ten - 1, ten, ten + 8, ten + 9].map((at) => held(ended, at))).toEqual([
    ...[false, true, true, false],
  ])
})

test('in a crisis warnings leave, and each capacity has its kinds', () => {
  const kinds = ['post', 'reply', 'warning', 'all-clear', 'correction', 'retraction'] as const
  const those = (does: (kind: (typeof kinds)[number]) => boolean) => kinds.filter(does)
  expect(those((kind) => leavesDespite('nothing', kind))).toEqual([])
  expect(those((kind) => leavesDespite('warnings', kind))).toEqual(['warning', 'all-clear'])
  const corrects = ['warning', 'all-clear', 'correction', 'retraction']
  expect(those((kind) => isTakenOn('red', kind, true))).toEqual(corrects)
  expect(those((kind) => isTakenOn('yellow', kind, false))).toEqual(corrects)
  expect(those((kind) => isTakenOn('yellow', kind, true))).toEqual([...kinds])
})

test('what must be told: a card, a word to who stands in, and what a stop held back once it is over', () => {
  const keys = (...events: DeclarationEvent[]) => {
    const life = events.map((event, index) => ({
      ...{ ...event, at: ten, actor: 3, position: index + 1 },
    }))
    return declarationMatter.letters(4, life).map(({ key }) => key)
  }
  expect(keys(declared(wish(deputy)))).toEqual(['declaration/4/card', 'declaration/4/deputy'])
  expect(keys(declared(wish(stop)), { type: 'began' })).toEqual(['declaration/4/card'])
  expect(keys(declared(wish(stop)), { type: 'began' }, { type: 'ended' })).toEqual([
    ...['declaration/4/card', 'declaration/4/released'],
  ])
  // Where another stop takes its place, nothing is released.
  expect(keys(declared(wish(stop)), { type: 'began' }, { type: 'replaced' })).toEqual([
    'declaration/4/card',
  ])
})

test.each<[string, DeclarationEvent[]]>([
  ['begins with its end', [{ type: 'ended' }]],
  ['is declared twice', [declared(wish(stop)), declared(wish(stop))]],
  ['expires before it begins', [declared(wish(stop)), { type: 'expired' }]],
  ['goes on after its end', [declared(wish(stop)), { type: 'ended' }, { type: 'began' }]],
])('a history that %s cannot be', (_, events) => {
  expect(() => after(1, ...events)).toThrow('impossible history')
})
