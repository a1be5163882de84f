// What is true of a measure, what is owed for it, which messages tell of it, and when it rests.
import { describe, expect, test } from 'vitest'
import { measureMatter } from '../../../src/core/measure/matter.ts'
import {
  actOf,
  isForHands,
  mayBeDone,
  needsApproval,
  type MeasureEvent,
} from '../../../src/core/measure/measure.ts'
import { anna, monday, petra } from '../../support/lives.ts'
import {
  begun,
  hide,
  measured,
  measureLife,
  proposal,
  show,
  theMeasure,
  type Happened,
} from '../../support/measures.ts'

const day = 86_400_000
const now = monday('12:00')
const done = (aim = hide): MeasureEvent => ({ type: 'done', ...aim, how: 'sent' })
const doubted = (aim = hide): MeasureEvent => ({ type: 'in-doubt', ...aim, because: 'timeout' })
const refused = (aim = hide): MeasureEvent => {
  return { type: 'refused', ...aim, because: 'no-permission', status: 403, detail: 'no' }
}
const approved: MeasureEvent = { type: 'approved' }
const taken: MeasureEvent = { type: 'taken' }
const lift: MeasureEvent = { type: 'lift-wanted' }
const hidden: Happened[] = [proposal(), approved, begun('hide'), done(), taken]
const block = proposal({ kind: 'blockieren', reviewOn: now + day })

const { due, rests, letters } = measureMatter

describe('what is true', () => {
  test('a proposed measure knows what it is about and who wants it', () => {
    expect(measured(proposal({ version: 2, reviewOn: now + day }))).toEqual({
      number: theMeasure,
      position: 1,
      kind: 'verbergen',
      rule: 1,
      milder: ['hinweis'],
      informed: false,
      reviewOn: now + day,
      conversation: 7,
      network: 'x',
      mention: 12,
      version: 2,
      by: anna.actor,
      at: monday('10:00'),
      reviewReminded: false,
      approvedBy: null,
      takenAt: null,
      doing: null,
      undoing: null,
      stage: { is: 'proposed' },
    })
  })

  test.each<[string, Happened[], object]>([
    ['approved', [approved], { is: 'approved', at: monday('10:01') }],
    ['rejected', [{ type: 'rejected' }], { is: 'rejected', by: petra.actor, at: monday('10:01') }],
    ['withdrawn', [{ type: 'withdrawn' }], { is: 'withdrawn', by: 3, at: monday('10:01') }],
    ['taken', [approved, taken], { is: 'in-force', since: monday('10:02') }],
    ['to be lifted', [approved, taken, lift], { is: 'lifting', by: 3, at: monday('10:03') }],
    ['lifted', [approved, taken, lift, { type: 'lifted' }], { is: 'lifted', at: monday('10:04') }],
    ['lapsed', [approved, { type: 'lapsed' }], { is: 'lapsed', by: 3, at: monday('10:02') }],
  ])('%s', (_, steps, stage) => {
    const measure = measured(proposal(), ...steps)
    expect(measure.stage).toEqual(stage)
    expect(measure.position).toBe(steps.length + 1)
  })

  test('who approved it and since when it was in force stays known', () => {
    const lifted = measured(...hidden, lift, begun('show'), done(show), { type: 'lifted' })
    expect(lifted).toMatchObject({ approvedBy: petra.actor, takenAt: monday('10:04') })
    expect(lifted.doing?.stage.is).toBe('done')
    expect(lifted.undoing?.stage.is).toBe('done')
  })

  test('a review sets the next day, and the person may be told in between', () => {
    const reminded = measured(block, approved, taken, { type: 'review-due' })
    expect(reminded.reviewReminded).toBe(true)
    const steps: Happened[] = [{ type: 'review-due' }, { type: 'reviewed', next: now + 9 * day }]
    const reviewed = measured(block, approved, taken, ...steps, { type: 'informed' })
    expect(reviewed).toMatchObject({
      reviewOn: now + 9 * day,
      reviewReminded: false,
      informed: true,
    })
  })

  test.each<[string, Happened[]]>([
    ['begin with an approval', [approved]],
    ['be proposed twice', [proposal(), proposal()]],
    ['be lifted before it was taken', [proposal(), approved, { type: 'lifted' }]],
    ['be hidden before it was approved', [proposal(), begun('hide')]],
    ['be shown while it is to be hidden', [proposal(), approved, begun('show')]],
    ['be hidden while it is to be shown', [...hidden, lift, begun('hide')]],
    ['be posted', [proposal(), approved, begun('hide'), posted()]],
    ['end without having begun', [proposal(), approved, refused()]],
    ['be hidden where hands do it', [block, approved, begun('hide')]],
    ['go on after its end', [proposal(), { type: 'rejected' }, { type: 'informed' }]],
  ])('a measure cannot %s', (_, steps) => {
    expect(() => measured(...steps)).toThrow(
      /^impossible history: event \d+, "[a-z-]+", in measure 3/,
    )
  })

  test('no event of its life is left out', () => {
    const [first, ...later] = measureLife(proposal(), approved, taken)
    const state = first === undefined ? null : measureMatter.evolve(null, first, theMeasure)
    const [, third] = later
    expect(() => third && measureMatter.evolve(state, third, theMeasure)).toThrow(/"taken"/)
    expect(() => third && measureMatter.evolve(null, third, theMeasure)).toThrow(/not begun/)
    const moved = first && { ...first, position: 2 }
    expect(() => moved && measureMatter.evolve(null, moved, theMeasure)).toThrow(/not begun/)
  })
})

function posted(): MeasureEvent {
  return { type: 'posted', ...hide, id: '9', url: 'https://x.com/b/status/9', how: 'sent' }
}

describe('what is owed', () => {
  test.each<[string, Happened[], object | null]>([
    ['nothing while nobody decided', [proposal()], null],
    ['hiding, once approved', [proposal(), approved], { owed: 'begin', from: now }],
    [
      'the end of an attempt',
      [proposal(), approved, begun('hide')],
      { owed: 'settle-crash', from: now },
    ],
    [
      'another attempt a minute after a doubt',
      [proposal(), approved, begun('hide'), doubted()],
      { owed: 'begin', from: monday('10:04') },
    ],
    ['nothing once a person is asked', [proposal(), approved, begun('hide'), refused()], null],
    ['nothing while it is in force', hidden, null],
    ['showing, once it is to be lifted', [...hidden, lift], { owed: 'begin', from: now }],
    [
      'first the end of a hiding that was withdrawn',
      [proposal(), approved, begun('hide'), lift],
      { owed: 'settle-crash', from: now },
    ],
    [
      'then showing',
      [proposal(), approved, begun('hide'), lift, doubted()],
      { owed: 'begin', from: now },
    ],
    ['nothing of what hands must do', [block, approved], null],
    [
      'a reminder on its day',
      [block, approved, taken],
      { owed: 'remind-of-review', from: now + day },
    ],
    ['once', [block, approved, taken, { type: 'review-due' }], null],
    ['nothing while hands lift it', [block, approved, taken, lift], null],
    ['nothing after its end', [proposal(), { type: 'rejected' }], null],
  ])('%s', (_, steps, expected) => {
    expect(due(measured(...steps), now)).toEqual(expected)
  })

  test('whose hands are asked', () => {
    expect(isForHands(measured(block, approved))).toBe(true)
    expect(isForHands(measured(block, approved, taken))).toBe(false)
    expect(isForHands(measured(block, approved, taken, lift))).toBe(true)
    expect(isForHands(measured(block))).toBe(false)
    expect(isForHands(measured(proposal(), approved))).toBe(false)
    expect(isForHands(measured(proposal(), approved, begun('hide'), refused()))).toBe(true)
  })

  test('what may be hidden although nobody said so', () => {
    expect(mayBeDone(measured(proposal(), approved))).toBe(false)
    expect(mayBeDone(measured(proposal(), approved, begun('hide')))).toBe(true)
    expect(mayBeDone(measured(proposal(), approved, begun('hide'), doubted()))).toBe(true)
    expect(mayBeDone(measured(proposal(), approved, begun('hide'), refused()))).toBe(false)
  })

  test('an errand has its aim before it is begun', () => {
    expect(actOf(measured(proposal()))).toBeNull()
    expect(actOf(measured(proposal(), approved))).toEqual({ aim: hide, errand: null })
    expect(actOf(measured(...hidden, lift))).toEqual({ aim: show, errand: null })
  })
})

describe('it rests', () => {
  test.each<[string, Happened[], boolean]>([
    ['not while somebody must decide', [proposal()], false],
    ['not while it is to be hidden', [proposal(), approved], false],
    ['not while it can be lifted', hidden, false],
    ['when lifted', [...hidden, lift, begun('show'), done(show), { type: 'lifted' }], true],
    ['when rejected', [proposal(), { type: 'rejected' }], true],
    ['when withdrawn', [proposal(), { type: 'withdrawn' }], true],
    ['when lapsed', [proposal(), approved, { type: 'lapsed' }], true],
    ['when a hint is on record', [proposal({ kind: 'hinweis' }), taken], true],
    [
      'not if that is to be looked at again',
      [proposal({ kind: 'melden', reviewOn: now }), taken],
      false,
    ],
    [
      'but after it was',
      [proposal({ kind: 'melden', reviewOn: now }), taken, { type: 'review-due' }],
      true,
    ],
  ])('%s', (_, steps, expected) => {
    expect(rests(measured(...steps))).toBe(expected)
  })

  test('what needs a second person can be lifted', () => {
    expect(needsApproval('hinweis')).toBe(false)
    expect(needsApproval('verbergen')).toBe(true)
    expect(needsApproval('stummschalten')).toBe(true)
    expect(needsApproval('blockieren')).toBe(true)
    expect(needsApproval('melden')).toBe(false)
  })
})

describe('who reads of it', () => {
  const told = (...steps: Happened[]) =>
    letters(theMeasure, measureLife(...steps)).map(({ key, shows }) => `${key} ${shows}`)

  test('one card shows its whole life', () => {
    expect(told()).toEqual([])
    expect(told(...hidden)).toEqual(['measure/3/card 5'])
  })

  test('a word below it calls for a second look', () => {
    expect(told(block, approved, taken, { type: 'review-due' }, { type: 'informed' })).toEqual([
      'measure/3/card 5',
      'measure/3/note/4 4',
    ])
  })

  test('and whenever the network leaves the desk without an answer, once', () => {
    const steps: Happened[] = [
      ...[proposal(), approved, begun('hide'), refused()],
      { type: 'informed' },
      ...[{ type: 'released', ...hide } as const, begun('hide', 2), refused()],
    ]
    expect(told(...steps)).toEqual(['measure/3/card 8', 'measure/3/note/4 4', 'measure/3/note/8 8'])
  })

  test('it reaches who approved it, else who proposed it', () => {
    const noted = (...steps: Happened[]) => letters(theMeasure, measureLife(...steps))[1]
    const life = [proposal(), approved, begun('hide'), refused()]
    expect(noted(...life)).toEqual({
      letter: 'note',
      key: 'measure/3/note/4',
      shows: 4,
      event: measureLife(...life)[3],
      after: measured(...life),
      to: petra.actor,
    })
    const hint = proposal({ kind: 'hinweis', reviewOn: now })
    expect(noted(hint, taken, { type: 'review-due' })).toMatchObject({ to: anna.actor })
  })
})
