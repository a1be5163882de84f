// What waits for somebody is brought up once, and nobody is rung up at night.
import { expect, test } from 'vitest'
import { decideForDesk } from '../../../src/core/proposal/decide-for-desk.ts'
import { letters } from '../../../src/core/proposal/letters.ts'
import { reminderDue } from '../../../src/core/proposal/reminders.ts'
import { officeHours } from '../../support/conversations.ts'
import {
  after,
  anna,
  answered,
  approved,
  asked,
  cosigned,
  life,
  mended,
  monday,
  petra,
  proposed,
  reminded,
  revised,
  seenBySecond,
  theNumber,
  warning,
  type Step,
} from '../../support/lives.ts'
import { owedAt } from '../../support/owed.ts'

const day = 24 * 60 * 60_000
const ten = monday('10:00')
const tuesday = (time: string) => monday(time) + day
const signed = (changes = {}) => proposed({ cosigners: ['vs', 'mr'], ...changes })
const next = (...steps: readonly Step[]) => {
  const owed = reminderDue(after(...steps), ten, officeHours)
  return owed && [owed.owed.of, owed.from]
}

test('a planned time is told of once: two hours before, or halfway where less is left', () => {
  const late = proposed({ plannedAt: monday('18:00') })
  expect(next(late)).toEqual(['planned', monday('16:00')])
  expect(next(proposed({ plannedAt: monday('11:00') }))).toEqual(['planned', monday('10:30')])
  expect(next(proposed())).toBeNull()
  expect(next(proposed({ plannedAt: monday('18:00'), urgent: 'x' }))).toBeNull()
  expect(next(late, reminded())).toBeNull()
  expect(next(late, approved())).toBeNull()
  // A later version has a time of its own.
  const moved = revised({ plannedAt: monday('20:00') })
  expect(next(late, reminded(), moved)).toEqual(['planned', monday('18:00')])
})

test('a question is brought up after a service day, each once', () => {
  const question = asked({ at: monday('11:00') })
  expect(next(proposed(), question)).toEqual(['question', tuesday('11:00')])
  const again = asked({ at: monday('15:00') })
  const told = reminded({ of: 'question' })
  expect(next(proposed(), question, told)).toBeNull()
  expect(next(proposed(), question, told, answered({ at: monday('14:00') }), again)).toEqual([
    ...['question', tuesday('15:00')],
  ])
  expect(next(proposed(), question, answered())).toBeNull()
})

test('a missing signature and a missing second look are brought up', () => {
  expect(next(signed())).toEqual(['signature', tuesday('10:00')])
  expect(next(signed(), cosigned())).toEqual(['signature', tuesday('10:00')])
  expect(next(signed(), cosigned(), cosigned({ department: 'mr' }))).toBeNull()
  const mend = mended({ text: 'Ohne Fehler', at: monday('12:00') })
  expect(next(proposed(), mend)).toEqual(['confirmation', tuesday('12:00')])
  expect(next(proposed(), mend, seenBySecond())).toBeNull()
})

test('what comes first is told first, and both are told', () => {
  const planned = signed({ plannedAt: tuesday('11:00') })
  expect(next(planned)).toEqual(['planned', tuesday('09:00')])
  expect(next(planned, reminded())).toEqual(['signature', tuesday('10:00')])
  expect(next(planned, reminded(), reminded({ of: 'signature' }))).toBeNull()
})

test('nobody is reminded outside of the service hours, unless it cannot wait', () => {
  const late = signed()
  const night = tuesday('23:00')
  expect(reminderDue(after(late), night, officeHours)?.from).toBe(monday('09:00') + 2 * day)
  expect(next(proposed(warning()))).toEqual(['signature', monday('10:10')])
  expect(owedAt([signed({ urgent: 'x' })], monday('10:09'), monday('10:10'))).toEqual([
    ...[null, 'remind'],
  ])
})

test('is recorded once, and only of what still waits', () => {
  const remind = { do: 'record-reminded', of: 'question', people: [anna.actor] } as const
  const is = (...steps: readonly Step[]) => decideForDesk(after(...steps), remind, tuesday('11:00'))
  const event = { type: 'reminded', version: 1, of: 'question', people: [anna.actor] }
  expect(is(proposed(), asked())).toEqual({ events: [event] })
  const no = { refused: 'nothing-changed' }
  expect(is(proposed(), asked(), reminded({ of: 'question' }))).toEqual(no)
  expect(is(proposed(), asked(), answered())).toEqual(no)
  expect(is(proposed())).toEqual(no)
})

test('reaches people, or the departments that have not signed; nobody where there is nobody', () => {
  const told = (...steps: readonly Step[]) =>
    letters(theNumber, life(...steps)).flatMap((one) =>
      one.kind === 'reminder' ? [[one.of, one.people, one.departments]] : [],
    )
  expect(told(proposed(), asked(), reminded({ of: 'question', people: [anna.actor] }))).toEqual([
    ['question', [anna.actor], []],
  ])
  expect(told(signed(), cosigned(), reminded({ of: 'signature', people: [] }))).toEqual([
    ['signature', [], ['mr']],
  ])
  const planned = proposed({ plannedAt: monday('18:00') })
  expect(told(planned, reminded({ people: [] }))).toEqual([])
  expect(told(planned, reminded({ people: [petra.actor] }))).toHaveLength(1)
})
