// Our own posts of a span: how many, about what, and how far they reached.
import type { Content, Instant, Topic } from '../../core/content.ts'
import type { Span } from '../../core/time/period.ts'
import type { Recorded } from '../../core/proposal/proposal.ts'
import type { Counters, Moment, PostReading } from '../../core/readings.ts'
import type { Source } from '../source.ts'

/** A post of our own, not an answer: what the public could first read in the span. */
export type PostFigure = {
  proposal: number
  at: Instant
  topic: Topic | null
  /** How many posts hang together by now; 1 for all but threads. */
  parts: number
  hasLink: boolean
  /** How many pictures it has, and how many of them everybody can read. */
  pictures: { all: number; described: number }
  url: string
  /** What its counters said at moments that were reached by the end of the span. */
  counters: Partial<Record<Moment, Counters>>
}

/** How far posts reached by the end of the span: of how many that is known, the sum and the median. */
export type Reach = { known: number; views: number; median: number | null; reactions: number }

export type PostFigures = { posts: readonly PostFigure[]; reach: Reach }

/** The posts of a span in the order in which they were published. */
export function postsOf(source: Source, span: Span): PostFigures {
  const readings = new Map<string, PostReading[]>()
  for (const reading of source.readings) {
    readings.set(reading.post, [...(readings.get(reading.post) ?? []), reading])
  }
  const posts: PostFigure[] = []
  for (const { number, events } of source.proposals) {
    const first = events.find(isFirstPart)
    if (first === undefined || first.at < span.from || first.at >= span.to) continue
    const content = contentAt(events, first.position)
    if (content === null || content.kind === 'reply') continue
    const known = (readings.get(first.id) ?? []).filter(
      ({ moment, at }) => at < span.to || moment === 'quarter-end',
    )
    posts.push({
      proposal: number,
      at: first.at,
      topic: content.topic,
      parts: events.filter(({ type }) => type === 'posted').length,
      hasLink: content.link !== null && 'url' in content.link,
      pictures: picturesOf(content),
      url: first.url,
      counters: Object.fromEntries(known.map((reading) => [reading.moment, reading])),
    })
  }
  posts.sort((one, other) => one.at - other.at)
  return { posts, reach: reachOf(posts) }
}

type Posted = Extract<Recorded, { type: 'posted' }>

function isFirstPart(event: Recorded): event is Posted {
  return event.type === 'posted' && event.part === 0
}

/** What was approved when an event happened. */
function contentAt(events: readonly Recorded[], position: number) {
  const version = events.findLast((event) => 'content' in event && event.position < position)
  return version !== undefined && 'content' in version ? version.content : null
}

function picturesOf({ pictures = [] }: Content): PostFigure['pictures'] {
  return {
    all: pictures.length,
    described: pictures.filter(({ altText }) => altText !== '').length,
  }
}

function reachOf(posts: readonly PostFigure[]): Reach {
  const read = posts.flatMap(({ counters }) => counters['quarter-end'] ?? [])
  return {
    known: read.length,
    views: sum(read.map(({ views }) => views)),
    median: median(read.map(({ views }) => views)),
    reactions: sum(read.map(reactionsOf)),
  }
}

/** What the public did with a post. */
export function reactionsOf({ likes, reposts, quotes, replies }: Counters): number {
  return likes + reposts + quotes + replies
}

/** The posts that were read most, of those whose counters are known. */
export function mostRead(posts: readonly PostFigure[], most: number): readonly PostFigure[] {
  const views = ({ counters }: PostFigure) => counters['quarter-end']?.views ?? -1
  return posts
    .filter((post) => views(post) >= 0)
    .sort((one, other) => views(other) - views(one) || one.at - other.at)
    .slice(0, most)
}

/** The middle one of numbers, the mean of the two in the middle of an even count; null for none. */
export function median(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((one, other) => one - other)
  const low = sorted[Math.floor((sorted.length - 1) / 2)]
  const high = sorted[Math.floor(sorted.length / 2)]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
