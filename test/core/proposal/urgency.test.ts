// What cannot wait calls people, three times at most, until somebody answers.
import { expect, test } from 'vitest'
import { type Command } from '../../../src/core/proposal/command.ts'
import { decide } from '../../../src/core/proposal/decide.ts'
import { decideForDesk } from '../../../src/core/proposal/decide-for-desk.ts'
import { letters } from '../../../src/core/proposal/letters.ts'
import { callDue, isUrgent } from '../../../src/core/proposal/urgency.ts'
import {
  after,
  anna,
  approved,
  asked,
  ben,
  called,
  cosigned,
  heeded,
  life,
  monday,
  petra,
  post,
  proposed,
  revised,
  stopped,
  theNumber,
  vera,
  warning,
  type Step,
} from '../../support/lives.ts'
import { due } from '../../support/owed.ts'

const ten = monday('10:00')
const urgent = proposed({ urgent: 'Unfallgefahr' })
const next = (...steps: readonly Step[]) => {
  const owed = callDue(after(...steps))
  return owed && [owed.owed.round, owed.from]
}

test('is what somebody says cannot wait, and every warning', () => {
  expect([post(), post({ urgent: 'x' }), warning()].map(isUrgent)).toEqual([false, true, true])
})

test('calls at once, and ten minutes after each call, three times', () => {
  expect(next(urgent)).toEqual([1, ten])
  expect(next(urgent, called({}, ten))).toEqual([2, monday('10:10')])
  const twice = [urgent, called({}, ten), called({ round: 2 }, monday('10:10'))]
  expect(next(...twice)).toEqual([3, monday('10:20')])
  expect(next(...twice, called({ round: 3 }, monday('10:20')))).toBeNull()
})

test.each<[string, readonly Step[]]>([
  ['what can wait', [proposed()]],
  ['what a department has to sign first', [proposed(warning())]],
  ['what somebody sees to', [urgent, called(), heeded()]],
  ['what somebody asked about', [urgent, called(), asked()]],
  ['what somebody stopped', [urgent, called(), approved(), stopped()]],
  ['what is approved', [urgent, approved()]],
])('does not call for %s', (_, steps) => {
  expect(next(...steps)).toBeNull()
})

test('calls for a warning once it is signed, and anew for each version', () => {
  expect(next(proposed(warning()), cosigned())).toEqual([1, ten])
  expect(next(urgent, called(), heeded(), revised({ text: 'Neu', at: monday('11:00') }))).toEqual([
    1,
    monday('11:00'),
  ])
})

test('what comes first is owed first: a call, or the end of a planned time', () => {
  const planned = proposed({ urgent: 'x', plannedAt: monday('10:05') })
  expect(due(after(planned), ten)?.owed).toEqual({ do: 'call', round: 1 })
  expect(due(after(planned, called({}, ten)), ten)).toEqual({
    ...{ owed: { do: 'expire' }, from: monday('10:05') },
  })
})

test('a call is recorded once, when it is time for it', () => {
  const record = (round: 1 | 2) => ({ do: 'record-called', round, people: [3] }) as const
  expect(decideForDesk(after(urgent), record(1), ten)).toEqual({
    events: [{ type: 'called', version: 1, round: 1, people: [3] }],
  })
  const once = after(urgent, called({}, ten))
  for (const [round, at] of [
    [1, ten],
    [2, monday('10:09')],
  ] as const) {
    expect(decideForDesk(once, record(round), at)).toEqual({ refused: 'too-early' })
  }
})

test('who was called, or can decide, ends it; nobody else', () => {
  const heed: Command = { do: 'heed', version: 1, via: 'button' }
  const rules = { now: ten, undo: 0 }
  const asks = after(urgent, called({ people: [ben.actor] }))
  for (const who of [ben, vera]) {
    expect(decide(asks, heed, who, rules)).toEqual({
      events: [{ type: 'heeded', version: 1, via: 'button' }],
    })
  }
  expect(decide(asks, heed, anna, rules)).toEqual({ refused: 'not-an-officer' })
  expect(decide(after(urgent), heed, petra, rules)).toEqual({ refused: 'nothing-changed' })
  const seen = after(urgent, called(), heeded())
  expect(decide(seen, heed, petra, rules)).toEqual({ refused: 'nothing-changed' })
})

test('a call is told in the thread and to each person, one of nobody not at all', () => {
  const keys = (...steps: readonly Step[]) =>
    letters(theNumber, life(...steps))
      .filter(({ kind }) => kind === 'alarm' || kind === 'alarm-to')
      .map(({ key }) => key)
  expect(keys(urgent, called({ people: [3, 4] }))).toEqual([
    ...['proposal/7/alarm/2', 'proposal/7/alarm/2/3', 'proposal/7/alarm/2/4'],
  ])
  expect(keys(urgent, called({ people: [] }))).toEqual([])
})
