// Somebody asks that what is kept about them be erased: who may ask, who decides, and what history says.
import { describe, expect, test } from 'vitest'
import {
  decideErasure,
  erasureMatter,
  readHandle,
  requestErasure,
  type ErasureDecision,
  type ErasureEvent,
  type RecordedInErasure,
} from '../../../src/core/erasure/erasure.ts'
import { replay } from '../../../src/core/matter.ts'
import type { Person } from '../../../src/core/people.ts'
import { anna, guest, monday, petra, vera } from '../../support/lives.ts'

const ten = monday('10:00')
const kept = { mentions: 3, evidence: 1 }
const granted: ErasureEvent = { type: 'granted', ...kept }

function life(...events: ErasureEvent[]): RecordedInErasure[] {
  return events.map((event, index) => {
    const actor = index === 0 ? petra.actor : vera.actor
    return { ...event, position: index + 1, at: ten + index * 60_000, actor }
  })
}

function erasure(...events: ErasureEvent[]) {
  const state = replay(erasureMatter.evolve, 2, life(...events))
  if (state === null) throw new Error('nobody asked')
  return state
}

const inAWord = (decided: ErasureDecision) =>
  'refused' in decided ? decided.refused : decided.events.map(({ type }) => type).join(' ')

test.each<[string, Person, number, string]>([
  ['an officer asks', petra, 1, 'requested'],
  ['not where nothing is kept', petra, 0, 'nothing-kept'],
  ['staff do not', anna, 1, 'not-an-officer'],
  ['outsiders do not', guest, 1, 'outsider'],
])('%s', (_, by, mentions, expected) => {
  expect(inAWord(requestErasure({ mentions, evidence: 2 }, by))).toBe(expected)
})

describe('a request', () => {
  const requested = erasure({ type: 'requested' })

  test.each<[string, Person, 'grant' | 'reject', string]>([
    ['is granted by a second officer', vera, 'grant', 'granted'],
    ['or rejected', vera, 'reject', 'rejected'],
    ['not by who asked', petra, 'grant', 'own'],
    ['nor rejected', petra, 'reject', 'own'],
    ['nor by staff', anna, 'grant', 'not-an-officer'],
    ['nor by outsiders', guest, 'grant', 'outsider'],
  ])('%s', (_, by, answer, expected) => {
    const command =
      answer === 'grant' ? ({ do: 'grant', kept } as const) : ({ do: 'reject' } as const)
    expect(inAWord(decideErasure(requested, command, by))).toBe(expected)
  })

  test('that was decided is not decided again', () => {
    for (const decided of [
      erasure({ type: 'requested' }, granted),
      erasure({ type: 'requested' }, { type: 'rejected' }),
    ]) {
      expect(inAWord(decideErasure(decided, { do: 'grant', kept }, vera))).toBe('erasure-decided')
      expect(inAWord(decideErasure(decided, { do: 'reject' }, vera))).toBe('erasure-decided')
    }
  })

  test('of which nobody knows whose it was erases nothing, and can be rejected', () => {
    expect(inAWord(decideErasure(requested, { do: 'grant', kept: null }, vera))).toBe(
      'nothing-kept',
    )
    expect(inAWord(decideErasure(requested, { do: 'reject' }, vera))).toBe('rejected')
  })

  test('counts what was erased and what stays', () => {
    expect(decideErasure(requested, { do: 'grant', kept }, vera)).toEqual({ events: [granted] })
  })
})

test('what is true, who reads of it, and when it rests', () => {
  const requested = erasure({ type: 'requested' })
  expect(requested).toEqual({
    ...{ number: 2, position: 1, by: petra.actor, at: ten },
    stage: { is: 'requested' },
  })
  const at = ten + 60_000
  const done = erasure({ type: 'requested' }, granted)
  expect(done.stage).toEqual({ is: 'granted', by: vera.actor, at, ...kept })
  const not = erasure({ type: 'requested' }, { type: 'rejected' })
  expect(not.stage).toEqual({ is: 'rejected', by: vera.actor, at })
  const { due, rests, letters } = erasureMatter
  expect([requested, done, not].map((one) => due(one, at))).toEqual([null, null, null])
  expect([requested, done, not].map(rests)).toEqual([false, true, true])
  expect(letters(2, life({ type: 'requested' }, granted))).toEqual([
    { letter: 'card', key: 'erasure/2/card', shows: 2 },
  ])
  expect(letters(2, [])).toEqual([])
})

test.each<[string, RecordedInErasure[]]>([
  ['without a request', life(granted)],
  ['with two requests', life({ type: 'requested' }, { type: 'requested' })],
  ['with two ends', life({ type: 'requested' }, granted, { type: 'rejected' })],
  [
    'with a gap',
    life({ type: 'requested' }, granted).map((one) => ({ ...one, position: one.position * 2 - 1 })),
  ],
  ['from the middle', life({ type: 'requested' }).map((one) => ({ ...one, position: 2 }))],
])('a history %s is impossible', (_, happened) => {
  expect(() => replay(erasureMatter.evolve, 2, happened)).toThrow(
    /impossible history: .* erasure 2/,
  )
})

test.each([
  ['@kim_beispiel', 'kim_beispiel'],
  ['  Kim_Beispiel15 ', 'Kim_Beispiel15'],
  ['@', null],
  ['', null],
  ['kim beispiel', null],
  ['@@kim', null],
  ['a234567890123456', null],
  ['https://x.com/kim', null],
])('"%s" names %s', (typed, handle) => {
  expect(readHandle(typed)).toBe(handle)
})
