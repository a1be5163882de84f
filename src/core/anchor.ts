// The end of history, noted outside: a chain of hashes shows every change but not that its end was cut off, or that all of
// it was written anew. Whoever keeps an anchor elsewhere sees both.

/** The number of the last event (from 1) and its hash: hex, at least the first sixteen characters. */
export type Anchor = { number: number; hash: string }

/** As staff and operators read it: "1234:0123456789abcdef". */
export function anchorText({ number, hash }: Anchor): string {
  return `${number}:${hash.slice(0, 16)}`
}

/** The last anchor in a text, null if there is none. */
export function anchorIn(text: string): Anchor | null {
  const [number, hash] =
    [...text.matchAll(/\b([1-9]\d{0,11}):([0-9a-f]{16,64})\b/gi)].at(-1)?.slice(1) ?? []
  return number === undefined || hash === undefined
    ? null
    : { number: Number(number), hash: hash.toLowerCase() }
}

/** What stands in tables beside history and is covered by it. */
export type Beside = 'person' | 'evidence' | 'measure_reason' | 'erasable' | 'spending'

/** What a history is found to be, compared with an anchor. */
export type Anchored = 'same' | 'ends-before' | 'not-as-anchored'

/** Whether history is whole. `events` counts all; `end` is its last event. */
export type Verdict =
  | { whole: true; events: number; end: Anchor }
  | { whole: false; because: 'missing' | 'changed'; brokenAt: number }
  /** A row of a table beside history is not the one that was written: its number, or its day. */
  | { whole: false; because: 'beside'; table: Beside; row: string }
  | { whole: false; because: Exclude<Anchored, 'same'>; anchor: Anchor; events: number }
