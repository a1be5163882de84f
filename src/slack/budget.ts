// What the team hears of the month's budget.
import { monthBudgetSentence } from '../wording/budget.ts'
import { escapeWithin, limits } from './limits.ts'
import { line, rich, words, type Drawn } from './pieces.ts'

/** Draws that the month's budget is nearly used up, used up, or there anew. */
export function budgetNews(news: Parameters<typeof monthBudgetSentence>[0]): Drawn {
  const says = monthBudgetSentence(news)
  return { text: escapeWithin(says, limits.section), blocks: [rich([line(words(says))])] }
}
