// What people and citizens did in a schedule, as an eyewitness writes it down: nothing here asks the program.
import type { Staff } from './acts.ts'

/** Something a person did about a matter. Times are real ones, in milliseconds since 1970. */
export type Deed = {
  who: Staff
  matter: string
  /** The words that stood on the card or form: the mark of a version ("P3-1"); null where it shows none. */
  version: string | null
  how: string
  /** Marks of mentions that stood beside it: what the approver of an answer saw of the question. */
  beside?: readonly string[]
  from: number
  /** The instant of the world then. */
  at: number
  /** Whether it came about: Slack took it, and a form closed. */
  done: boolean
  /** When Slack had an acknowledgement of it; null if the program never took it. */
  heard: number | null
  /** When the program had come to rest after it, in the same life and undisturbed; null if that is not sure. */
  settled: number | null
}

/** A text somebody put up for approval. */
export type Version = {
  /** "P3-1": stands in the text. */
  mark: string
  matter: string
  by: Staff
  /** Who wrote the first version. */
  author: Staff
  /** What the public is to read, part after part. */
  parts: readonly string[]
  /** An instant of the world, null for at once. */
  plannedAt: number | null
  /** The alternative texts of its pictures. */
  pictures: readonly string[]
  /** An officer made it of somebody else's words and released it with that. */
  isMended: boolean
  /** For an answer: the mark of the mention's version that was on the form. */
  answers: string | null
}

/** A citizen's post, by the id of one of its versions. */
export type Said = { id: string; first: string; mark: string; matter: string; handle: string }

export type Ledger = ReturnType<typeof ledger>

/** An empty ledger. */
export function ledger() {
  const deeds: Deed[] = []
  const versions: Version[] = []
  const said: Said[] = []
  const deleted = new Set<string>()
  const forms: { id: string; matter: string }[] = []
  const withoutCard = new Set<string>()
  return {
    deeds,
    versions,
    said,
    /** Ids (of the first version) of posts that citizens deleted. */
    deleted,
    /** Forms for measures that were sent, by their id in Slack. */
    forms,
    /** Matters of which somebody deleted a card. */
    withoutCard,
    /** Versions of a matter so far. */
    of: (matter: string) => versions.filter((version) => version.matter === matter),
    /** What a citizen's post says as it stands now. */
    newest: (matter: string) => said.filter((one) => one.matter === matter).at(-1),
  }
}

/** The marks of all mentions in some words. */
export function mentionsIn(words: string): string[] {
  return [...words.matchAll(/\bM\d+[a-z]?-\d+\b/g)].map(([mark]) => mark)
}

/** The marks of a proposal or mention in some words. */
export function marksIn(words: string, matter: string): string[] {
  return [...words.matchAll(new RegExp(String.raw`\b${matter}[a-z]?-\d+\b`, 'g'))].map(
    ([mark]) => mark,
  )
}
