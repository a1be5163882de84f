// What X asks for its service.
import type { Part } from '../../core/content.ts'
import { weigh } from './weigh.ts'

/** X's pay-per-use prices in USD for one answer with data, as published on the day in `asOf`. */
export const prices = {
  asOf: '2026-04-20',
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
} as const

/** The price of publishing these parts, in USD. The later parts of a thread answer ourselves and nobody
 * summoned them, so each is charged as a post; whatever X turns into a link is charged as a URL. Pure. */
export function price(parts: readonly Part[]): number {
  const sum = parts.reduce((total, part) => total + ofPart(part), 0)
  // Tenths of a cent: binary fractions must not show on a card.
  return Math.round(sum * 1000) / 1000
}

function ofPart({ text, media }: Part): number {
  const described = media.filter(({ altText }) => altText !== '').length
  const post = weigh(text).links.length > 0 ? prices.postWithUrl : prices.post
  return post + described * prices.altText
}
