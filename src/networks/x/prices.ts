// What X asks for its service.

/** X's pay-per-use prices in USD for one answer with data, as published on 2026-04-20. */
export const prices = {
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
  /** Muting is a user interaction. */
  mute: 0.015,
  unmute: 0.005,
} as const

/** What X charges for; kept under these names for the report. */
export type Charge = keyof typeof prices

/** What so many of a charge cost, in USD. Pure. */
export function usd(charge: Charge, count: number): number {
  return rounded(prices[charge] * count)
}

/** The same for the name of a charge as it was kept; 0 for one this table does not have. Pure. */
export function usdOf(charge: string, count: number): number {
  return Object.hasOwn(prices, charge) ? usd(charge as Charge, count) : 0
}

/** What X charges for telling something. */
const reads: readonly Charge[] = ['readPost', 'readOwnPost', 'readUser']

/** What of these charges was for reading, in USD. Pure. */
export function readingCost(charged: readonly { charge: string; count: number }[]): number {
  const sum = charged
    .filter(({ charge }) => reads.some((read) => read === charge))
    .reduce((total, { charge, count }) => total + usdOf(charge, count), 0)
  return rounded(sum)
}

/** In tenths of a cent: binary fractions must not show on a card. */
export function rounded(sum: number): number {
  return Math.round(sum * 1000) / 1000
}
