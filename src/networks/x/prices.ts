import type { Part } from '../../core/content.ts'
import { weigh } from './weigh.ts'

/** What X bills per call, in USD (pay-per-use price list of 2026-04-20). */
const prices = {
  post: 0.015,
  postWithLink: 0.2,
} as const

/** The price of publishing these parts, in USD: a link makes a post dearer, wanted or not. Pure. */
export function priceOf(parts: readonly Part[]): number {
  const each = parts.map(({ text }) =>
    weigh(text).links.length > 0 ? prices.postWithLink : prices.post,
  )
  // Thousandths of a dollar add up without the errors of binary fractions.
  return each.reduce((sum, price) => sum + Math.round(price * 1000), 0) / 1000
}
