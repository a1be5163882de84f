// Whose turn it is, and in which order a day is worked through.
import { describe, expect, test } from 'vitest'
import type { Person } from '../../../src/core/people.ts'
import { byTurn, nextStep, turnOf } from '../../../src/core/proposal/turn.ts'
import {
  after,
  anna,
  approved,
  asked,
  ben,
  closed,
  consentEnded,
  cosigned,
  held,
  lapsed,
  monday,
  petra,
  proposed,
  rejected,
  sending,
  sent,
  warning,
  type Step,
} from '../../support/lives.ts'

const viewer = ({ actor, standing }: Person, ...departments: string[]) => ({
  ...{ actor, standing, departments },
})
const turns = (...steps: Step[]) =>
  [viewer(anna), viewer(ben), viewer(ben, 'vs'), viewer(petra)].map((one) =>
    turnOf(after(...steps), one),
  )
const public_ = [approved(), sending(), sent()]

describe('it is the turn of', () => {
  test.each<[string, Step[], unknown[]]>([
    ['who decides', [proposed()], ['others', 'others', 'others', 'now']],
    ['another officer', [proposed({ by: petra })], ['others', 'others', 'others', 'others']],
    ['who signs', [proposed(warning())], ['others', 'others', 'now', 'others']],
    [
      'who decides, once it is signed',
      [proposed(warning()), cosigned()],
      ['others', 'others', 'others', 'now'],
    ],
    ['the author, who is asked', [proposed(), asked()], ['now', 'others', 'others', 'others']],
    [
      'who decides, where the desk stopped',
      [proposed(), approved(), held()],
      ['others', 'others', 'others', 'now'],
    ],
    ['the desk', [proposed(), approved()], ['planned', 'planned', 'planned', 'planned']],
    ['nobody', [proposed(), rejected()], [null, null, null, null]],
    ['nobody, when it is public', [proposed(), ...public_], [null, null, null, null]],
    [
      'who decides, when a warning is over',
      [proposed(warning()), cosigned(), ...public_, lapsed()],
      [null, null, null, 'now'],
    ],
    [
      'nobody, when it is closed',
      [proposed(warning()), cosigned(), ...public_, lapsed(), closed()],
      [null, null, null, null],
    ],
    [
      'who decides, when a consent is over',
      [proposed(), ...public_, consentEnded()],
      [null, null, null, 'now'],
    ],
  ])('%s', (_, steps, expected) => {
    expect(turns(...steps)).toEqual(expected)
  })
})

test('one more look is enough to approve or to sign, and for nothing else', () => {
  expect(nextStep(after(proposed()), viewer(petra))).toBe('approve')
  expect(nextStep(after(proposed()), viewer(anna))).toBeNull()
  expect(nextStep(after(proposed(warning())), viewer(ben, 'vs'))).toBe('cosign')
  expect(nextStep(after(proposed(warning())), viewer(petra))).toBeNull()
  expect(nextStep(after(proposed(), asked()), viewer(anna))).toBeNull()
  expect(nextStep(after(proposed(), approved(), held()), viewer(petra))).toBeNull()
})

test('what cannot wait comes first, then what is due soonest, then the oldest', () => {
  const of = (number: number, ...steps: Step[]) => ({ ...after(...steps), number })
  const all = [
    of(1, proposed()),
    of(2, proposed()),
    of(3, proposed({ plannedAt: monday('15:00') })),
    of(4, proposed({ plannedAt: monday('14:00') })),
    of(5, proposed({ urgent: 'Unfallgefahr' })),
    of(6, proposed({ urgent: 'Unfallgefahr', plannedAt: monday('16:00') })),
  ]
  expect(all.toSorted(byTurn).map(({ number }) => number)).toEqual([6, 5, 4, 3, 1, 2])
})
