// What the network may cost in a month, reading and publishing together. The budget stops nothing by itself: it asks
// whoever decides.
import type { Instant } from './content.ts'
import type { Kind } from './kinds.ts'
import { near } from './reading-budget.ts'

/** A month's budget in USD: what is spent by now, and what is approved and will be. `at` lies in the month (UTC). */
export type MonthBudget = { at: Instant; spent: number; promised: number; budget: number }

/** What people should know of a month; null while there is enough. */
export type MonthNews = 'near' | 'over' | null

/** What a price does to a month: it is nearly used up, or this would be too much. `spent` counts what is promised, and
 * the price where it is too much. Null where nobody has to think of it. */
export type Strain = { is: 'near' | 'exceeded'; at: Instant; spent: number; budget: number } | null

/** A single price people should see although there is enough, in USD. */
export const highPrice = 1

/** What nobody may be asked about first: who is in danger does not wait for money. */
const neverHeld: readonly Kind[] = ['warning', 'all-clear']

/** Whether a month is nearly used up, or used up. */
export function monthNews({ spent, budget }: Pick<MonthBudget, 'spent' | 'budget'>): MonthNews {
  if (spent >= budget) return 'over'
  return spent >= budget * near ? 'near' : null
}

/** What publishing something of a kind at a price would do to a month. */
export function strain(kind: Kind, price: number, month: MonthBudget): Strain {
  const { at, budget } = month
  const spent = toTheMill(month.spent + month.promised)
  const after = toTheMill(spent + price)
  if (after > budget && !neverHeld.includes(kind)) {
    return { is: 'exceeded', at, spent: after, budget }
  }
  return spent >= budget * near ? { is: 'near', at, spent, budget } : null
}

/** The month of an instant in UTC, "2026-11": networks charge by UTC days. */
export function monthOf(at: Instant): string {
  return new Date(at).toISOString().slice(0, 7)
}

/** The last instant of the month before. */
export function lastOfMonthBefore(at: Instant): Instant {
  return Date.parse(`${monthOf(at)}-01T00:00:00.000Z`) - 1
}

/** Binary fractions must neither exceed a budget nor show. */
function toTheMill(usd: number): number {
  return Math.round(usd * 1000) / 1000
}
