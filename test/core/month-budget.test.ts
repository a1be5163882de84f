import { describe, expect, test } from 'vitest'
import { lastOfMonthBefore, monthNews, monthOf, strain } from '../../src/core/month-budget.ts'

const at = Date.parse('2026-11-23T13:30:00Z')
const month = { at, spent: 0, promised: 0, budget: 10 }

test.each([
  [0, null],
  [7.999, null],
  [8, 'near'],
  [9.999, 'near'],
  [10, 'over'],
] as const)('of 10 USD, %d spent is %s', (spent, is) => {
  expect(monthNews({ spent, budget: 10 })).toBe(is)
})

describe('whoever decides', () => {
  test('is told nothing while there is enough', () => {
    expect(strain('post', 0.2, { ...month, spent: 7.9 })).toBeNull()
  })

  test('reads that it is nearly used up, with what is promised', () => {
    const said = { is: 'near', at, spent: 8, budget: 10 }
    expect(strain('post', 0.2, { ...month, spent: 8 })).toEqual(said)
    expect(strain('post', 0.2, { ...month, spent: 7, promised: 1 })).toEqual(said)
  })

  test('is asked where it would be more than there is, and not where it is just enough', () => {
    expect(strain('post', 0.2, { ...month, spent: 9.8 })?.is).toBe('near')
    expect(strain('post', 0.2, { ...month, spent: 9.7, promised: 0.2 })).toEqual({
      ...{ is: 'exceeded', at, spent: 10.1, budget: 10 },
    })
  })

  test('is not misled by fractions a computer cannot write', () => {
    // 0.1 + 0.2 is more than 0.3 there.
    expect(strain('post', 0.2, { ...month, spent: 0.1, budget: 0.3 })?.is).not.toBe('exceeded')
  })

  test('is never asked about a warning or an all-clear', () => {
    for (const kind of ['warning', 'all-clear'] as const) {
      expect(strain(kind, 0.2, { ...month, spent: 12 })?.is).toBe('near')
    }
    expect(strain('correction', 0.2, { ...month, spent: 12 })?.is).toBe('exceeded')
  })
})

test('months are those of UTC, by whose days networks charge', () => {
  expect(monthOf(Date.parse('2026-12-01T00:30:00+01:00'))).toBe('2026-11')
  expect(monthOf(lastOfMonthBefore(Date.parse('2026-03-31T12:00:00Z')))).toBe('2026-02')
  expect(monthOf(lastOfMonthBefore(Date.parse('2026-01-01T00:00:00Z')))).toBe('2025-12')
})
