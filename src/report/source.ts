// What the figures of a span are made from: plain records, read by whoever may read the database.
import type { Instant, Topic } from '../core/content.ts'
import type { RecordedInConversation } from '../core/conversation/conversation.ts'
import type { RecordedInDeclaration } from '../core/declaration/declaration.ts'
import type { RecordedInErasure } from '../core/erasure/erasure.ts'
import type { RecordedInMeasure } from '../core/measure/measure.ts'
import type { Recorded } from '../core/proposal/proposal.ts'
import type { AudienceReading, PostReading } from '../core/readings.ts'

export type Life<Event> = { number: number; events: readonly Event[] }

/** Lives are whole, also beyond the span: figures stop at its end, what came later is told as such. */
export type Source = {
  /** When history began; null while it is empty. */
  begun: Instant | null
  /** Whether citizens' posts were ever read. */
  readsMentions: boolean
  /** Everything that something happened to in the span. */
  proposals: readonly Life<Recorded>[]
  conversations: readonly Life<RecordedInConversation>[]
  measures: readonly Life<RecordedInMeasure>[]
  erasures: readonly Life<RecordedInErasure>[]
  /** Everything the press office ever declared: what began before the span may hold in it. */
  declarations: readonly Life<RecordedInDeclaration>[]
  /** When somebody was shown what is kept about them, in the span. */
  accesses: readonly Instant[]
  /** Floods that began in the span. */
  floods: number
  /** Of the posts of these proposals. */
  readings: readonly PostReading[]
  /** Of the span's local days. */
  audience: readonly AudienceReading[]
  /** What was charged on the span's UTC days. */
  spent: readonly { charge: string; count: number; price: number | null }[]
  /** What staff noted in the span. */
  experiences: readonly { notedAt: Instant; topic: Topic | null; text: string }[]
}
