import { expect, test } from 'vitest'
import {
  mayAnswerFor,
  mayDecide,
  mayTakePart,
  mayWithdraw,
  type NoRight,
  type Person,
  type Standing,
} from '../../src/core/people.ts'

type Verdict = NoRight['refused'] | 'yes'

// Who asks: an officer, staff or an outsider; about what is another's, or her own.
const everybody: readonly (readonly [Standing, 'own' | 'another’s'])[] = [
  ['officer', 'another’s'],
  ['officer', 'own'],
  ['staff', 'another’s'],
  ['staff', 'own'],
  ['outsider', 'another’s'],
  ['outsider', 'own'],
]

const asked: Record<string, (by: Person, owners: readonly number[]) => NoRight | null> = {
  'takes part': (by) => mayTakePart(by),
  decides: mayDecide,
  'answers for the office': (by) => mayAnswerFor(by),
  withdraws: mayWithdraw,
}

const rights: Record<string, readonly Verdict[]> = {
  'takes part': ['yes', 'yes', 'yes', 'yes', 'outsider', 'outsider'],
  decides: ['yes', 'own', 'not-an-officer', 'not-an-officer', 'outsider', 'outsider'],
  'answers for the office': [
    'yes',
    'yes',
    'not-an-officer',
    'not-an-officer',
    'outsider',
    'outsider',
  ],
  withdraws: ['yes', 'yes', 'not-yours', 'yes', 'outsider', 'outsider'],
}

test.each(
  Object.entries(rights).flatMap(([right, verdicts]) =>
    everybody.map(([standing, whose], index) => [right, standing, whose, verdicts[index]] as const),
  ),
)('who %s: %s, %s: %s', (right, standing, whose, verdict) => {
  const by: Person = { actor: 1, standing }
  const owners = whose === 'own' ? [7, 1] : [7, 8]
  expect(asked[right]?.(by, owners)?.refused ?? 'yes').toBe(verdict)
})
