// What the network has cost this month, and who hears of it: once at four fifths, once where it is used up, and once
// that a new month has begun.
import type { Db } from '../../db/database.ts'
import { spending } from '../../db/spending.ts'
import type { Instant } from '../core/content.ts'
import { costsOf } from '../core/costs.ts'
import { lastOfMonthBefore, monthNews, monthOf, type MonthBudget } from '../core/month-budget.ts'
import type { Mailroom } from './mailroom.ts'
import type { Network } from './ports/network.ts'

export type Budgets = ReturnType<typeof monthBudgets>

/** Opens the look at what a month costs. `budget` in USD; null where the office has set none. */
export function monthBudgets(given: {
  db: Db
  network: Pick<Network, 'name' | 'usd'>
  mail: Pick<Mailroom, 'tellOnce'>
  now: () => Instant
  channel: string
  budget: number | null
  zone: string
}) {
  const { network, mail, now, channel, budget } = given
  const kept = spending(given.db, given.zone)

  /** What was spent in the month of an instant, in USD. */
  function spentIn(at: Instant): number {
    const from = Date.parse(`${monthOf(at)}-01T00:00:00.000Z`)
    // The first instant of the next month, whatever its length.
    const to = Date.parse(`${monthOf(from + 32 * 24 * 60 * 60_000)}-01T00:00:00.000Z`)
    return costsOf(kept.between(from, to), (charge, count) => network.usd(charge, count)).usd
  }

  /** The month of an instant, with nothing promised yet; null without a budget. */
  function month(at: Instant): MonthBudget | null {
    return budget === null ? null : { at, spent: spentIn(at), promised: 0, budget }
  }

  return {
    month,
    /** Tells the team what is due to be told, each once. */
    async tell(): Promise<void> {
      const at = now()
      const current = month(at)
      const before = month(lastOfMonthBefore(at))
      if (current === null || before === null) return
      const key = (is: string) => `costs/${network.name}/${monthOf(at)}/${is}`
      const told = {
        draw: 'month-budget',
        at,
        spent: current.spent,
        budget: current.budget,
      } as const
      if (monthNews(before) !== null) {
        await mail.tellOnce(key('free'), channel, () => ({ ...told, is: 'free' }))
      }
      const is = monthNews(current)
      if (is !== null) await mail.tellOnce(key(is), channel, () => ({ ...told, is }))
    },
  }
}
