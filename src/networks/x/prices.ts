// What X asks for its service.
import type { Part } from '../../core/content.ts'
import type { Charge } from '../network.ts'
import { weigh } from './weigh.ts'

/** X's pay-per-use prices in USD for one answer with data, as published on 2026-04-20. */
const prices = {
  post: 0.015,
  postWithUrl: 0.2,
  /** Only for a reply to someone who mentioned us first. */
  summonedReply: 0.01,
  readPost: 0.005,
  readOwnPost: 0.001,
  readUser: 0.01,
  altText: 0.005,
  deletePost: 0.01,
  hideReply: 0.005,
} as const satisfies Record<Charge, number> & Record<string, number>

/** What publishing a part is charged as. `answers`: it answers somebody who named us; whatever X turns into a
 * link is charged as a URL. Pure. */
export function chargeFor({ text }: Part, answers: boolean): Charge {
  if (weigh(text).links.length > 0) return 'postWithUrl'
  return answers ? 'summonedReply' : 'post'
}

/** The price of publishing these parts, in USD. Only the first part answers the one who named us; the later
 * parts of a thread answer ourselves, so each is charged as a post. Pure. */
export function price(parts: readonly Part[], answers: boolean): number {
  const sum = parts.reduce((total, part, index) => {
    const described = part.media.filter(({ altText }) => altText !== '').length
    const charge = chargeFor(part, answers && index === 0)
    return total + prices[charge] + described * prices.altText
  }, 0)
  return rounded(sum)
}

/** What so many of a charge cost, in USD. Pure. */
export function usd(charge: Charge, count: number): number {
  return rounded(prices[charge] * count)
}

/** The same for the name of a charge as it was kept; 0 for one this table does not have any more. Pure. */
export function usdOf(charge: string, count: number): number {
  return charge in prices ? usd(charge as Charge, count) : 0
}

// Tenths of a cent: binary fractions must not show on a card.
function rounded(sum: number): number {
  return Math.round(sum * 1000) / 1000
}
