// What reading may cost. Nobody can be kept from writing to the office, and each post costs it money to read: a crowd
// must not empty its account, nor silence it. Whoever is over the budget reads on, at a slower rhythm.

/** What reading may cost, in USD by UTC day and by UTC month. */
export type ReadingBudget = { day: number; month: number }

/** What was spent of it by now, in USD. */
export type SpentOnReading = ReadingBudget

/** Which budget people are to hear of; `is`: it is nearly used up, or used up. */
export type BudgetNews = { of: 'day' | 'month'; is: 'near' | 'over' }

/** From which share on a budget is nearly used up. */
export const near = 0.8

/** What is left to be spent, in USD: never less than nothing. */
export function leftToRead(spent: SpentOnReading, budget: ReadingBudget): number {
  return Math.max(0, Math.min(budget.day - spent.day, budget.month - spent.month))
}

/** What people should know of, the weightiest: what is used up before what nearly is, and the month before the day.
 * Null while there is enough (docs/regeln.md, "Was Lesen kosten darf"). */
export function budgetNews(spent: SpentOnReading, budget: ReadingBudget): BudgetNews | null {
  for (const [is, from] of [
    ['over', 1],
    ['near', near],
  ] as const) {
    for (const of of ['month', 'day'] as const) {
      if (spent[of] >= budget[of] * from) return { of, is }
    }
  }
  return null
}
