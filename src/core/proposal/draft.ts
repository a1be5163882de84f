// From what was typed into the form to a content, or to everything that is wrong with it at once.
import { divided, numbered } from './divide.ts'
import { addressOf } from '../address.ts'
import { asksForOccasion, noHouseRules, twiceApprovedIn, type HouseRules } from '../house-rules.ts'
import { kinds, type Kind } from '../kinds.ts'
import {
  attachedPicture,
  pictureDraft,
  pictureFlaws,
  type PictureDraft,
  type PictureFlaw,
} from './picture-draft.ts'
import { readWarning, warningDraft, type WarningDraft, type WarningFlaw } from './warning-draft.ts'
import { copiedAddress, names, wholeLink, withWholeLinks, type CutLink } from '../links.ts'
import { instantOf, localOf } from '../time/calendar.ts'
import {
  parts,
  tidied,
  topics,
  type Content,
  type Instant,
  type LinkOrReason,
  type MentionVersion,
  type Original,
  type Warning,
  type Weigh,
} from '../content.ts'

/** The form as typed. Dates as "2026-11-24", times as "14:30", both in the office's zone. */
export type Draft = {
  /** A post of the office's own where it is left out. */
  kind?: Exclude<Kind, 'reply'>
  /** What a correction, an all-clear or a retraction is about. */
  original?: Original
  /** The mentions it answers without hanging below them. */
  answers?: readonly MentionVersion[]
  /** Why something public is corrected or taken back. */
  reason?: string
  warning?: WarningDraft
  /** Keys of departments. */
  cosigners?: readonly string[]
  madeWithAi?: boolean
  /** Why it cannot wait. */
  urgent?: string
  /** Why it is necessary before an election. */
  occasion?: string
  pictures?: readonly PictureDraft[]
  text: string
  topic: string | null
  link: string
  noLinkBecause: string
  date: string | null
  time: string | null
  /** Nobody may read it before the planned time. */
  embargo?: boolean
  /** For some day. */
  stock?: boolean
  /** An officer decides with it that the new version goes out. */
  releases?: boolean
  /** Each part of a thread is to end with its number. */
  numbered?: boolean
}

/** A thread must be readable on one card: nobody approves what they cannot see. */
const partsAtMost = 25
const charactersAtMost = 8_000

/** How far ahead a post can be planned, in milliseconds. */
const longestPlan = 366 * 24 * 60 * 60_000

/** What is wrong with one field. Parts are counted from 1; `surplus` in weighted characters. */
export type Flaw =
  | { field: 'text'; flaw: 'empty' }
  /** Dots of a Textbaustein nobody filled in. */
  | { field: 'text'; flaw: 'unfilled' }
  | { field: 'text'; flaw: 'empty-part'; part: number }
  /** `withLink`: the official link stands in that part and counts, too. */
  | {
      field: 'text'
      flaw: 'too-long'
      part: number
      of: number
      surplus: number
      limit: number
      withLink?: true
    }
  | { field: 'text'; flaw: 'forbidden-character'; part: number; of: number }
  | { field: 'text'; flaw: 'too-many-parts'; parts: number; limit: number }
  /** More than a card can show, in characters as a computer counts them. */
  | { field: 'text'; flaw: 'too-much'; surplus: number; limit: number }
  | { field: 'topic'; flaw: 'no-topic' }
  | { field: 'link'; flaw: 'link-or-reason' }
  | { field: 'link'; flaw: 'not-a-link'; typed: string }
  /** The network would link only a part of an address, or nothing (null). */
  | { field: 'text' | 'link'; flaw: 'link-cut'; link: string; linked: string | null }
  | { field: 'date'; flaw: 'date-missing' | 'not-a-date' }
  | { field: 'time'; flaw: 'time-missing' | 'skipped' | 'twice' | 'past' }
  /** Nothing can be for some day and for a certain one. */
  | { field: 'date'; flaw: 'stock-with-date' }
  | { field: 'date'; flaw: 'embargo-without-date' }
  /** More than a year ahead: most likely a mistyped year. */
  | { field: 'date'; flaw: 'too-far' }
  /** All that a warning says together. */
  | { field: 'text'; flaw: 'warning-too-long'; surplus: number; limit: number }
  | { field: 'reason'; flaw: 'no-reason' }
  | { field: 'cosigners'; flaw: 'no-cosigner' }
  /** Before an election, until the end of that day ("2027-02-23"). */
  | { field: 'occasion'; flaw: 'no-occasion'; until: string }
  | WarningFlaw
  | PictureFlaw

/** What counts besides the draft: the time now, the office's IANA zone, how the network weighs. */
export type Scales = {
  now: Instant
  zone: string
  weigh: Weigh
  /** The text of a warning as the public reads it. */
  compose?: (warning: Warning, isExtension: boolean) => string
  /** What the office has set for itself about approvals. */
  house?: HouseRules
  /** Words whose dots somebody has to fill in. */
  templates?: readonly string[]
}

/** Reads a draft. Answers with the content, or with every flaw, so that one look mends all.
 * A planned time must lie in the future; text is counted with the link the public will see
 * (docs/regeln.md, "Freigabe einer Fassung"). */
export function read(
  draft: Draft,
  { now, zone, weigh, compose = ({ what }) => what, house = noHouseRules, templates = [] }: Scales,
): { content: Content } | { flaws: readonly Flaw[] } {
  const { kind = 'post', original, cosigners = [], pictures = [] } = draft
  const row = kinds[kind]
  const warned = kind === 'warning' ? readWarning(draft.text, draft.warning, { now, zone }) : null
  const planned = readTime(draft, now, zone)
  // What takes something back points nowhere.
  const link = kind === 'retraction' ? null : readLink(draft, weigh)
  const typed =
    warned !== null && 'warning' in warned
      ? compose(warned.warning, original !== undefined)
      : tidied(draft.text)
  const { text: whole, cut } = withWholeLinks(typed, weigh)
  const text = draft.numbered === true ? numbered(whole) : whole
  const topic = topics.find((known) => known === draft.topic)
  const reason = tidied(draft.reason ?? '')
  const urgent = tidied(draft.urgent ?? '')
  const occasion = tidied(draft.occasion ?? '')
  const attached = pictures.map((one) => attachedPicture(one, zone))
  const content: Content = {
    kind,
    networks: ['x'],
    text,
    link: link !== null && 'flaw' in link ? { noLinkBecause: '' } : link,
    topic: topic ?? null,
    plannedAt: 'at' in planned ? planned.at : null,
    replyTo: null,
    ...(original !== undefined && { original }),
    ...(draft.answers !== undefined && { answers: draft.answers }),
    ...(row.needsReason && { reason }),
    ...(warned !== null && 'warning' in warned && { warning: warned.warning }),
    ...(cosigners.length > 0 && { cosigners: [...cosigners].sort() }),
    ...(draft.madeWithAi === true && { madeWithAi: true }),
    ...(urgent !== '' && { urgent }),
    ...(occasion !== '' && { occasion }),
    ...(attached.length > 0 && { pictures: attached }),
    ...(draft.embargo === true && 'at' in planned && planned.at !== null
      ? { embargo: planned.at }
      : {}),
    ...(draft.stock === true && { stock: true }),
  }
  const saysNothing = kind === 'retraction' && content.text === ''
  const inText = saysNothing ? [] : [...textFlaws(content, weigh), ...cut.map(cutFlaw)]
  const flaws = kind === 'warning' ? inText.map(ofWarning) : inText
  if (isUnfilled(content.text, templates)) flaws.push({ field: 'text', flaw: 'unfilled' })
  if (warned !== null && 'flaws' in warned) flaws.push(...warned.flaws)
  if (row.needsReason && reason === '') flaws.push({ field: 'reason', flaw: 'no-reason' })
  if (row.needsCosigner && cosigners.length === 0)
    flaws.push({ field: 'cosigners', flaw: 'no-cosigner' })
  const at = Math.max(content.plannedAt ?? 0, now)
  const period = content.stock === true ? null : twiceApprovedIn(content, at, house)
  if (period !== null && asksForOccasion(kind) && occasion === '')
    flaws.push({ field: 'occasion', flaw: 'no-occasion', until: period.until })
  flaws.push(...pictureFlaws(pictures, content, { now, zone }))
  // What follows up on an answer has the topic of its conversation.
  if (topic === undefined && !row.follows) flaws.push({ field: 'topic', flaw: 'no-topic' })
  if (link !== null && 'flaw' in link) flaws.push(link)
  if ('flaws' in planned) flaws.push(...planned.flaws)
  return flaws.length > 0 ? { flaws } : { content }
}

/** A warning is made of several fields, and any of them can be shortened. */
function ofWarning(flaw: Flaw): Flaw {
  return flaw.flaw === 'too-long' ? { ...flaw, flaw: 'warning-too-long' } : flaw
}

/** Over by so many weighted characters, nobody shortens a text any more. */
const longForOne = 70

/** The same draft with its text divided, where that is all it needs: nothing is wrong with it but that a part is much
 * too long. Null where it needs something else. Pure. */
export function dividedDraft(draft: Draft, scales: Scales): Draft | null {
  const said = read(draft, scales)
  if (!('flaws' in said) || said.flaws.some(({ flaw }) => flaw !== 'too-long')) return null
  if (!said.flaws.some((flaw) => flaw.flaw === 'too-long' && flaw.surplus > longForOne)) return null
  const patient: Weigh = (text) => ({ ...scales.weigh(text), limit: Infinity })
  // Numbers come with the sending, when it is known how many parts there are.
  const long = read({ ...draft, numbered: false }, { ...scales, weigh: patient })
  const text = 'content' in long ? divided(long.content, scales.weigh) : null
  return text === null ? null : { ...draft, text }
}

/** Reads an answer to a mention: only its words count. Dots of the office's Textbausteine must be
 * filled in. `urgent` says why it cannot wait, where it answers a call for help. Answers as `read` does. */
export function readReply(
  text: string,
  mention: MentionVersion,
  { weigh, templates = [], urgent }: Pick<Scales, 'weigh' | 'templates'> & { urgent?: string },
): { content: Content } | { flaws: readonly Flaw[] } {
  const whole = withWholeLinks(tidied(text), weigh)
  const content: Content = {
    kind: 'reply',
    networks: ['x'],
    text: whole.text,
    link: null,
    topic: null,
    plannedAt: null,
    replyTo: mention,
    ...(urgent !== undefined && { urgent }),
  }
  const flaws: Flaw[] = [...textFlaws(content, weigh), ...whole.cut.map(cutFlaw)]
  if (isUnfilled(content.text, templates)) flaws.push({ field: 'text', flaw: 'unfilled' })
  return flaws.length > 0 ? { flaws } : { content }
}

/** How much of a Textbaustein around its dots tells them from an omission, in characters. */
const around = 10

/** Whether a text still has dots of a Textbaustein: with the words before them, and where these are few, some behind.
 * Other dots close by may be filled in already. */
function isUnfilled(text: string, templates: readonly string[]): boolean {
  return templates.some((template) => {
    const gaps = [...template.matchAll(/…|\.{3}/g)].map(({ 0: dots, index }) => ({
      ...{ from: index, to: index + dots.length },
    }))
    return gaps.some(({ from, to }, at) => {
      const begins = Math.max(gaps[at - 1]?.to ?? 0, from - around)
      const ends = Math.min(gaps[at + 1]?.from ?? template.length, to + around - (from - begins))
      return text.includes(template.slice(begins, ends).trim())
    })
  })
}

/** The draft that reads as this content: what the form shows when a proposal is revised. */
export function draftOf(content: Content, zone: string): Draft {
  const { kind, link, plannedAt, original, reason, warning, cosigners, madeWithAi } = content
  const { pictures = [], urgent, occasion, embargo, stock, answers } = content
  const local = plannedAt === null ? null : localOf(plannedAt, zone)
  return {
    ...(kind !== 'post' && kind !== 'reply' && { kind }),
    ...(original !== undefined && { original }),
    ...(answers !== undefined && { answers }),
    ...(reason !== undefined && { reason }),
    ...(warning !== undefined && { warning: warningDraft(warning, zone) }),
    ...(cosigners !== undefined && { cosigners }),
    ...(madeWithAi !== undefined && { madeWithAi }),
    ...(urgent !== undefined && { urgent }),
    ...(occasion !== undefined && { occasion }),
    ...(embargo !== undefined && { embargo: true }),
    ...(stock !== undefined && { stock }),
    ...(pictures.length > 0 && { pictures: pictures.map((one) => pictureDraft(one, zone)) }),
    text: warning?.what ?? content.text,
    topic: content.topic,
    link: link !== null && 'url' in link ? link.url : '',
    noLinkBecause: link !== null && 'noLinkBecause' in link ? link.noLinkBecause : '',
    date: local?.date ?? null,
    time: local?.time ?? null,
  }
}

function textFlaws(content: Content, weigh: Weigh): Flaw[] {
  // Signs nobody sees make no post.
  if (/^[\s\p{C}]*$/u.test(content.text)) return [{ field: 'text', flaw: 'empty' }]
  const all = parts(content)
  const { link } = content
  const hasLink = (text: string) => link !== null && 'url' in link && names(text, link.url)
  if (all.length > partsAtMost) {
    return [{ field: 'text', flaw: 'too-many-parts', parts: all.length, limit: partsAtMost }]
  }
  const characters = all.reduce((sum, { text }) => sum + text.length, 0)
  if (characters > charactersAtMost) {
    const surplus = characters - charactersAtMost
    return [{ field: 'text', flaw: 'too-much', surplus, limit: charactersAtMost }]
  }
  return all.flatMap(({ text }, index): Flaw[] => {
    const part = index + 1
    if (text === '') return [{ field: 'text', flaw: 'empty-part', part }]
    const { length, limit, valid } = weigh(text)
    if (length > limit) {
      const surplus = length - limit
      return [
        {
          ...{ field: 'text', flaw: 'too-long', part, of: all.length, surplus, limit },
          ...(hasLink(text) && { withLink: true }),
        },
      ]
    }
    return valid ? [] : [{ field: 'text', flaw: 'forbidden-character', part, of: all.length }]
  })
}

function cutFlaw(cut: CutLink): Flaw {
  return { field: 'text', flaw: 'link-cut', ...cut }
}

function readLink(
  draft: Draft,
  weigh: Weigh,
): LinkOrReason | Extract<Flaw, { field: 'link' | 'text' }> {
  const typed = copiedAddress(tidied(draft.link))
  const url = /^[\p{L}\d-]+(\.[\p{L}\d-]+)+([/?#]|$)/u.test(typed) ? `https://${typed}` : typed
  const noLinkBecause = tidied(draft.noLinkBecause)
  if (url !== '') {
    if (!isPublicLink(url)) return { field: 'link', flaw: 'not-a-link', typed }
    const whole = wholeLink(url, weigh)
    return typeof whole === 'string'
      ? { url: whole }
      : { field: 'link', flaw: 'link-cut', ...whole }
  }
  if (noLinkBecause !== '') return { noLinkBecause }
  return { field: 'link', flaw: 'link-or-reason' }
}

function isPublicLink(text: string): boolean {
  // Signs nobody sees (\p{C}) come along when an address is copied, and X ends the link there.
  const address = /[\s\p{C}]/u.test(text) ? null : addressOf(text)
  if (address === null) return false
  const { protocol, hostname, username, password } = address
  // X makes no link of an address with a name in it, and a page for everybody needs none.
  if (username !== '' || password !== '') return false
  return (protocol === 'https:' || protocol === 'http:') && /[^.]\.[^.]/.test(hostname)
}

type TimeFlaw = Extract<Flaw, { field: 'date' | 'time' }>

/** When a post is to go out, as typed: "2026-11-24" and "14:30", neither for as soon as it is approved. */
export type When = Pick<Draft, 'date' | 'time' | 'embargo' | 'stock'>

/** Reads when a post is to go out, in an IANA time zone; null for as soon as it is approved, or some day. */
export function readTime(
  when: When,
  now: Instant,
  zone: string,
): { at: Instant | null } | { flaws: readonly TimeFlaw[] } {
  const named = readMoment(when, now, zone)
  if ('flaw' in named) return { flaws: [named] }
  const { embargo = false, stock = false } = when
  if (stock && named.at !== null) return { flaws: [{ field: 'date', flaw: 'stock-with-date' }] }
  return embargo && named.at === null
    ? { flaws: [{ field: 'date', flaw: 'embargo-without-date' }] }
    : named
}

function readMoment(
  { date, time }: When,
  now: Instant,
  zone: string,
): { at: Instant | null } | TimeFlaw {
  if (date === null && time === null) return { at: null }
  if (date === null) return { field: 'date', flaw: 'date-missing' }
  if (time === null) return { field: 'time', flaw: 'time-missing' }
  const named = instantOf(date, time, zone)
  if ('unnamed' in named) {
    return named.unnamed === 'not-a-time'
      ? { field: 'date', flaw: 'not-a-date' }
      : { field: 'time', flaw: named.unnamed }
  }
  if (named.instant <= now) return { field: 'time', flaw: 'past' }
  return named.instant > now + longestPlan
    ? { field: 'date', flaw: 'too-far' }
    : { at: named.instant }
}
