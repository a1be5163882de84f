import { expect, test } from 'vitest'
import { budgetNews, leftToRead } from '../../src/core/reading-budget.ts'

const budget = { day: 5, month: 30 }

test('what is left is what the narrower of both budgets leaves, and never less than nothing', () => {
  expect(leftToRead({ day: 0, month: 0 }, budget)).toBe(5)
  expect(leftToRead({ day: 1, month: 28 }, budget)).toBe(2)
  expect(leftToRead({ day: 6, month: 10 }, budget)).toBe(0)
  expect(leftToRead({ day: 0, month: 30 }, budget)).toBe(0)
})

test.each([
  ['nothing while there is enough', { day: 3.99, month: 23.99 }, null],
  ['from four fifths of a day on', { day: 4, month: 4 }, { of: 'day', is: 'near' }],
  ['from four fifths of a month on', { day: 1, month: 24 }, { of: 'month', is: 'near' }],
  ['the month before the day', { day: 4.5, month: 25 }, { of: 'month', is: 'near' }],
  ['what is used up before what nearly is', { day: 5, month: 29 }, { of: 'day', is: 'over' }],
  ['a month that is used up', { day: 9, month: 30 }, { of: 'month', is: 'over' }],
] as const)('people hear %s', (_, spent, news) => {
  expect(budgetNews(spent, budget)).toEqual(news)
})
