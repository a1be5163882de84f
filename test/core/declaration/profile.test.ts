// Somebody of the press office looks at the own profile, and that is known until somebody looks again.
import { expect, test } from 'vitest'
import {
  canBeEnded,
  declarationMatter,
  declare,
  endDeclaration,
  isProfileDue,
  missingIn,
  type Declaration,
  type Declared,
} from '../../../src/core/declaration/declaration.ts'
import { replay } from '../../../src/core/matter.ts'
import { anna, monday, petra } from '../../support/lives.ts'

const ten = monday('10:00')
const has = {
  ...{ imprint: true, privacy: true, hours: true },
  ...{ 'no-emergency': false, automated: false },
}
const profile = { is: 'profile', has } as const satisfies Declared
const wish = { declared: profile, from: ten, until: null, reason: '' }
const given = (now: number, ...open: Declaration[]) => ({ now, open, deputy: null })

function looked(number: number): Declaration {
  const common = { at: ten, actor: petra.actor }
  const one = replay(declarationMatter.evolve, number, [
    { type: 'declared', ...wish, ...common, position: 1 },
    { type: 'began', ...common, position: 2 },
  ])
  if (one === null) throw new Error('unborn')
  return one
}

test('officers look, and whoever looks again takes the place of the look before', () => {
  expect(declare(wish, anna, given(ten))).toEqual({ refused: 'not-an-officer' })
  expect(declare(wish, petra, given(ten))).toMatchObject({ replaces: [] })
  const later = { ...wish, from: ten + 60_000 }
  expect(declare(later, petra, given(later.from, looked(4)))).toMatchObject({ replaces: [4] })
})

test('the same form sent twice is one look', () => {
  const again = { ...wish, from: ten + 2_000 }
  expect(declare(again, petra, given(again.from, looked(4)))).toMatchObject({
    refused: 'declared-already',
  })
})

test('nobody ends it, and nothing ends it by itself', () => {
  expect(canBeEnded(looked(1))).toBe(false)
  expect(endDeclaration(looked(1), petra)).toEqual({ refused: 'nothing-declared' })
  expect(declarationMatter.due(looked(1), ten)).toBeNull()
})

test('what is missing is named, and after three months somebody should look again', () => {
  expect(missingIn(profile)).toEqual(['no-emergency', 'automated'])
  const due = (at: string) => isProfileDue(looked(1), Date.parse(at), 'Europe/Berlin')
  expect(due('2027-02-23T09:59:59+01:00')).toBe(false)
  expect(due('2027-02-23T10:00:00+01:00')).toBe(true)
})
