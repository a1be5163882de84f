// What reading has cost by now, and how sparingly the office reads because of that.
import type { Db } from '../../db/database.ts'
import { spending } from '../../db/spending.ts'
import type { Instant } from '../core/content.ts'
import { budgetNews, leftToRead, type ReadingBudget } from '../core/reading-budget.ts'
import { instantOf, localOf } from '../core/time/calendar.ts'
import type { Notices } from './notices.ts'
import type { Network } from './ports/network.ts'

const day = 24 * 60 * 60_000

/** Opens the look at what reading one network costs. */
export function readingCosts(given: {
  db: Db
  network: Network
  notices: Notices
  now: () => Instant
  budget: ReadingBudget
  /** The office's IANA time zone: its days and months count. */
  zone: string
}) {
  const { network, notices, now, budget } = given
  const kept = spending(given.db, given.zone)
  let told = ''

  /** What is left to be spent, in USD. People hear once of each budget that comes to its end. */
  return function left(): number {
    const at = now()
    const today = localOf(at, given.zone).date
    const month = today.slice(0, 7)
    const since = (date: string) => {
      const first = instantOf(date, '12:00', given.zone)
      return network.readingCost(kept.between('instant' in first ? first.instant : at, at + day))
    }
    const spent = { day: since(today), month: since(`${month}-01`) }
    const news = budgetNews(spent, budget)
    if (news !== null) {
      const { of, is } = news
      const name = `costs/${of === 'day' ? today : month}/${is}`
      if (name !== told) {
        notices.add(name, { draw: 'reading-costs', ...news, spent: spent[of], budget: budget[of] })
      }
      told = name
    }
    return leftToRead(spent, budget)
  }
}
