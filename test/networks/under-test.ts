// What a network brings to the conformance suite: itself behind the port, and the levers of its stand-in.
import type { Network } from '../../src/desk/ports/network.ts'

/** How a call can go wrong. */
export const troubles = [
  /** Takes it, and the answer is lost. */
  'taken-and-cut',
  /** Takes it and never answers. */
  'taken-and-silent',
  /** Takes it and sends half an answer. */
  'taken-and-half',
  /** Cuts the connection. */
  'cut',
  /** Never answers. */
  'silent',
  /** Fails by its own saying. */
  'broken',
  /** Answers something nobody can read. */
  'nonsense',
  /** Takes nothing for a while, and says for how long. */
  'busy',
  /** Takes nothing before it is paid. */
  'unpaid',
] as const
export type Trouble = (typeof troubles)[number]

/** What the desk asks for when it strikes. */
export type Asking =
  | 'account'
  | 'publish'
  | 'find'
  | 'mentions'
  | 'gone'
  | 'counters'
  | 'audience'
  | 'setHidden'
  | 'setMuted'

/** A post as the public sees it. */
export type Seen = {
  id: string
  text: string
  url: string
  /** Id of what it answers. */
  answers: string | null
  /** Of the office. */
  ours: boolean
  hidden: boolean
  /** The office has muted who wrote it. */
  muted: boolean
}

export type NetworkUnderTest = {
  network: Network
  /** The same without anybody at the other end, and with a key that is not accepted. */
  away: Network
  lockedOut: Network
  /** May be moved. */
  clock: { at: number }
  /** What must never be told: every key, also the wrong one. */
  secrets: readonly string[]
  /** How a text names the office, such as "@amt". */
  name: string
  /** The office's account. */
  account: { id: string; handle: string; name: string }
  /** What the public sees, the newest first. */
  online(): readonly Seen[]
  /** How often publishing was asked for. */
  attempts(): number
  /** Goes wrong the next time it is asked for this; `busy` says so many seconds. */
  strike(trouble: Trouble, asking: Asking, seconds?: number): void
  /** What is written next is found so many seconds late. */
  findLate(seconds: number): void
  citizen: {
    /** Answers with the id. */
    writes(text: string, more?: { by?: string; answers?: string; closed?: boolean }): string
    /** Answers with the new id. */
    edits(id: string, text: string): string
    deletes(id: string): void
    /** All that somebody wrote is for followers only, or for everybody again. */
    protects(by: string): void
    unprotects(by: string): void
    /** Somebody goes with all that was written. */
    leaves(by: string): void
    /** So many people write to the office at once. */
    flood(count: number): void
  }
}
