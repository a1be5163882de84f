// What the stories of the sandbox's past are made of, and where they are played. Staff are named by their first names.
import type { Clock } from './contract.ts'
import type { LocalSlack } from './slack/local-slack.ts'
import type { LocalX } from './x/local-x.ts'

/** When something happened: so many working days before the visit at a time of day in Berlin, or at an instant
 * in UTC milliseconds. */
export type When = { daysAgo: number; at: string } | { instant: number }

type Staff = 'anna' | 'joerg'
type Officer = 'petra' | 'deniz'

/** A post somebody proposed, and what became of it. */
export type Story = When & {
  by: Staff
  text: string
  /** As the menu in the form names it. */
  topic: string
  link: string | null
  noLinkBecause: string
  /** A Kachel that goes with it, as its form asks for it. */
  tile?: { motif: string; heading: string; text: string; date?: string }
  /** Proposed as a warning, which a department signs: what its form asks besides, and for how many hours it holds. */
  warning?: {
    area: string
    advice: string
    source: string
    department: string
    signedBy: Staff
    hours: number
  }
  /** What became of it in public, so many hours later. */
  later?: { hours: number; by: Officer; approvedBy: Officer } & (
    { is: 'all-clear' } | { is: 'correct'; text: string; reason: string }
  )
  fate:
    | { is: 'approved'; by: Officer; with: 'reaction' | 'button' }
    | { is: 'rejected'; by: Officer; reason: string }
    | { is: 'asked'; by: Officer; question: string }
    /** Asked back, written anew by its author, then approved. */
    | { is: 'revised'; by: Officer; question: string; text: string }
    /** Taken back by its author. */
    | { is: 'withdrawn' }
    | { is: 'open' }
}

/** What a citizen wrote to the office, and what became of it. */
export type MentionStory = ({ daysAgo: number } | { instant: number }) & {
  handle: string
  name: string
  text: string
  /** Below the office's latest post at that time, not on its own. */
  below?: 'latest'
  /** The Anliegen a person chooses, as the menu's value names it; the bot's own guess stands when absent. */
  concern?: string
  /** When somebody takes care of it, in UTC milliseconds; after twenty minutes when absent. */
  takenUpAt?: number
  then:
    | { is: 'open' }
    | { is: 'noted'; by: Staff }
    | { is: 'claimed'; by: Staff }
    /** As the menu in the form names the target. */
    | { is: 'referred'; by: Staff; to: string }
    /** As the menu in the form names the Fachamt. */
    | { is: 'forwarded'; by: Staff; to: string }
    | { is: 'not-responsible'; by: Staff }
    | { is: 'spam'; by: Staff }
    | { is: 'answered'; by: Staff; text: string; approvedBy: Officer }
    | Measure
}

/** What the office does about a breach of the Netiquette, in the words of the form. */
type Measure = {
  is: 'measure'
  by: Staff
  kind: 'Hinweis geben' | 'Verbergen'
  rule: string
  reason: string
  milder: readonly string[]
  informed: 'ja' | 'nein'
  /** Null where no second person is needed. */
  approvedBy: Officer | null
}

/** Everything that happened before a visit. */
export type Past = { stories: readonly Story[]; mentions: readonly MentionStory[] }

/** Where the past is played. */
export type Stage = {
  sandbox: { slack: LocalSlack; x: LocalX }
  clock: Clock & { moveTo(instant: number): void; release(): void }
  /** Called when time has jumped, so that whoever waits for a time looks again. */
  moved: () => Promise<void>
  /** Called where counters are read and reports are due, by the bot's own clock. */
  looks?: () => Promise<void>
  /** The instant of the visit in UTC milliseconds, where the clock stays afterwards; now, and real time, when
   * absent. */
  visit?: number
}
