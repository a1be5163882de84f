// What publishing is charged as, and what it will cost.
import type { Part } from '../../core/content.ts'
import { prices, rounded, type Charge } from './prices.ts'
import { weigh } from './weigh.ts'

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
