// When the counters of our own posts are read, so that the quarter can be told: a network only tells the present.
import type { Instant } from './content.ts'

export const moments = ['1h', '24h', '7d', '28d', 'quarter-end'] as const
export type Moment = (typeof moments)[number]

/** What the counters of a post say. */
export type Counters = {
  views: number
  likes: number
  reposts: number
  quotes: number
  replies: number
}

export type PostReading = Counters & { post: string; moment: Moment; at: Instant }

/** How many accounts followed the office; `day` is the office's own ("2026-09-30"). */
export type AudienceReading = { day: string; at: Instant; count: number }
