// How X weighs a text: twitter-text, which X itself names as its rule (x.md section 4).
import twitter from 'twitter-text'
import type { Measured } from '../../core/content.ts'

/** Weighted characters of a post; more only with a paid account. */
const limit = 280

/** Weighs one post. A link counts 23, an emoji 2, letters with umlaut 1, "€" and "…" 2. Pure. */
export function weigh(text: string): Measured {
  const { weightedLength } = twitter.parseTweet(text)
  const links = twitter
    .extractUrlsWithIndices(text, { extractUrlsWithoutProtocol: true })
    .map(({ url }) => url)
  return {
    length: weightedLength,
    limit,
    links,
    accidentalLinks: links.filter(isAccidental),
    // parseTweet also calls an empty text invalid; emptiness is said elsewhere.
    valid: !/[\uFFFE\uFEFF\uFFFF]/.test(text),
  }
}

// Nobody writes an address with a capital after the dot; after a full stop without a space everybody
// does ("um 8 Uhr.Info folgt"). What was meant as an address is written small or with its protocol.
function isAccidental(link: string): boolean {
  return !/^https?:\/\//i.test(link) && /\.\p{Lu}/u.test(link)
}
