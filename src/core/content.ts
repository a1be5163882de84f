// What a proposal says, and the one function that makes of it what the public will see.
import type { Kind } from './kinds.ts'
import { names } from './links.ts'

/** UTC milliseconds since 1970. */
export type Instant = number

/** The networks a post can go to. Others follow when experience has decided. */
export type NetworkName = 'x'

/** A picture of a part: which bytes, by their SHA-256 in hex, and what those hear who do not see it. */
export type Media = { sha256: string; altText: string }

/** Where somebody's agreement is filed, and from when it does not hold any more; null for no end. */
export type Consent = { reference: string; until: Instant | null }

/** Whether people can be recognised on a picture, and why it may be shown all the same: they agreed, for children those
 * who care for them (where that is filed, and from when it does not hold any more, null for no end), or § 23 KUG
 * allows it. */
export type Shown =
  { people: 'none' } | ({ people: 'consent' | 'guardians' } & Consent) | { people: 'law' }

/** The agreement a picture needs to be shown; null where it needs none. Pure. */
export function consentTo(shown: Shown): Consent | null {
  return 'until' in shown ? shown : null
}

/** A picture of a post; `part` counts from 0. Credit and basis are for the record: the public sees bytes and alternative
 * text (docs/regeln.md, "Bilder"). */
export type AttachedPicture = Media & { part: number; credit: string; shown: Shown }

/** How many pictures a part can have, and a thread in all: they must fit on a card and into a form. */
export const picturesPerPart = 4
export const picturesInAll = 8

/** One post of a thread exactly as the public will read it. */
export type Part = { text: string; media: readonly Media[] }

/** The ten topics of the office's own press releases (docs/regeln.md, "Themen, Anliegen, Stellen"). */
export const topics = [
  'verkehr',
  'badeseen',
  'stadtplanung',
  'gruen',
  'buergerservice',
  'umwelt',
  'kultur',
  'beteiligung',
  'lage',
  'ausschreibungen',
] as const
export type Topic = (typeof topics)[number]

/** Where citizens without an account read the same, or why there is nowhere (docs/regeln.md, "Link oder Grund"). */
export type LinkOrReason = { url: string } | { noLinkBecause: string }

/** A mention as it read when somebody dealt with it: a citizen can change it on the network. Both count from 1. */
export type MentionVersion = { mention: number; version: number }

/** A warning: what is the case, where, what to do, who says so and since when, and until when it holds (docs/regeln.md,
 * "Warnungen"). */
export type Warning = {
  what: string
  area: string
  advice: string
  source: string
  sourceAt: Instant
  validUntil: Instant
}

/** What a correction, an all-clear or a retraction is about: a proposal of ours and what the public can read of it, in
 * the order of its parts. */
export type Original = { proposal: number; posts: readonly string[] }

export type Content = {
  kind: Kind
  networks: readonly NetworkName[]
  /** As typed; a line of three or more hyphens alone, or of what a phone or a word processor makes of them, begins the
   * next part of a thread. Blank once erased. */
  text: string
  /** Null for an answer, which points where it needs to in its words, and for a retraction. */
  link: LinkOrReason | null
  /** Null for an answer, and what is about one: the conversation has an Anliegen. */
  topic: Topic | null
  /** Not before this instant; null means as soon as it is approved. */
  plannedAt: Instant | null
  /** The mention this answers, in the version it was written for; null for a post of its own. Whose words these
   * are never enters history. */
  replyTo: MentionVersion | null
  /** In the order in which the public sees them; left out where there are none. */
  pictures?: readonly AttachedPicture[]
  /** What a warning says, of which its text is made. */
  warning?: Warning
  /** Only for what follows up on something public. */
  original?: Original
  /** Why something public is corrected or taken back. For the record. */
  reason?: string
  /** Keys of the departments that must sign this version before it can be approved (docs/regeln.md, "Mitzeichnung"). */
  cosigners?: readonly string[]
  /** The office says in public that it was made with AI. */
  madeWithAi?: true
  /** Why it cannot wait; left out where it can. For the record. */
  urgent?: string
  /** Why it is necessary in a time before an election. For the record. */
  occasion?: string
  /** Nobody may read it before this instant, whenever it is planned for. */
  embargo?: Instant
  /** The mentions that are answered by it, although it hangs below none of them: many asked the same (docs/regeln.md,
   * "Gemeinsame Antwort"). */
  answers?: readonly MentionVersion[]
  /** It waits until somebody has a day for it (docs/regeln.md, "Redaktionsplan und Vorrat"). */
  stock?: true
}

/** Three hyphens or more, or what phones and word processors make of them: a long dash, or two dashes at least. */
const betweenParts =
  /^[ \t]*(?:[-‐‑−](?:[ \t]*[-‐‑−]){2,}|[—―]|[-‐‑−]*[‒–—―](?:[ \t]*[-‐‑−‒–—―])+|[-‐‑−]+[‒–—―])[ \t]*$/m

/** How a network weighs a text. Lengths are the network's own weighted characters. */
export type Weighed = {
  length: number
  limit: number
  /** What the network will turn into a link. */
  links: readonly string[]
  /** Those of them that nobody meant, such as "Uhr.Info" after a missing space. */
  accidentalLinks: readonly string[]
  /** False where the network refuses a character of the text. */
  valid: boolean
}
export type Weigh = (text: string) => Weighed

/** The parts of a post exactly as the public will read them: what the card previews, what is counted, hashed, sent and
 * looked for is made here and nowhere else (docs/regeln.md, "Freigabe einer Fassung"). The link stands at the end of
 * the last part unless the text already contains it. */
export function parts(content: Content): readonly Part[] {
  const { link, pictures = [] } = content
  const texts = isWithoutText(content) ? [] : textsOf(content.text)
  if (texts.length === 0) return []
  if (link !== null && 'url' in link && !texts.some((text) => names(text, link.url))) {
    texts.push(`${texts.pop() ?? ''}\n${link.url}`.trim())
  }
  return texts.map((text, part) => ({
    text,
    media: pictures
      .filter((picture) => picture.part === part)
      .map(({ sha256, altText }) => ({ sha256, altText })),
  }))
}

/** Whether nothing is posted at all: something is taken back without a word about it. */
function isWithoutText({ kind, text }: Pick<Content, 'kind' | 'text'>): boolean {
  return kind === 'retraction' && text.trim() === ''
}

/** What stands between two parts of a thread where the desk divides a text. */
export const divider = '\n---\n'

/** The parts of a text as they were typed, without an official link. Pure. */
export function textsOf(text: string): string[] {
  return tidied(text)
    .split(betweenParts)
    .map((part) => part.trim())
}

/** What is left of a text that is erased: as many parts, each empty. */
export function blank(text: string): string {
  return textsOf(text)
    .map(() => '')
    .join(divider)
}

/** Whether the words of a content were erased: nobody can propose a text without any. */
export function isBlank({ text }: Pick<Content, 'text'>): boolean {
  return text.split(betweenParts).every((part) => part.trim() === '')
}

/** What ends a line in other programs, and what writes no sign: control characters, marks of direction, hyphens and
 * spaces nobody sees, halves of signs. */
const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g
const unseen =
  /(?!\n)[\p{Cc}\p{Cs}\u00AD\u061C\u180E\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF]/gu
/** What joins several signs to one emoji writes nothing elsewhere; neither do the letters in a flag's tail. */
const loneJoiner =
  /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D|\u200D(?!\p{Extended_Pictographic})|(?<!\u{1F3F4}[\u{E0020}-\u{E007F}]*)[\u{E0000}-\u{E007F}]/gu

/** One spelling for one text: composed characters (NFC), line feeds, no sign that nobody sees, no space around it. What
 * is public is what was read. */
export function tidied(text: string): string {
  return text
    .replace(lineEnds, '\n')
    .replaceAll('\t', ' ')
    .replace(unseen, '')
    .replace(loneJoiner, '')
    .normalize('NFC')
    .trim()
}

/** An answer without the handle of whom it answers at its beginning: the network puts it there by itself, and history
 * need not have it. */
export function withoutHandle(text: string, handle: string): string {
  const begins = new RegExp(`^\\s*(?:@${handle.replace(/\W/g, '')}(?!\\w)[\\s,:]*)+`, 'i')
  return text.replace(begins, '')
}
