// Small things that several drawings show alike.
import type { types } from '@slack/bolt'
import { parts, type Content } from '../core/content.ts'
import type { Hint } from '../core/hints.ts'
import { isStillPublic, type Proposal } from '../core/proposal/proposal.ts'
import { erasedText, publicLinkLabel } from '../wording/card.ts'
import { kindLine } from '../wording/kinds.ts'
import { hintsLine } from '../wording/hints.ts'
import { sendable } from './escape.ts'
import { cut, shares } from './limits.ts'
import { line, link } from './pieces.ts'
import type { Setting } from './view.ts'

/** The setting with names that fit on one line. */
export function shortNames({ name, zone, department }: Setting): Setting {
  return {
    zone,
    ...(department !== undefined && { department }),
    name: (actor) => cut(name(actor).replace(/\s+/g, ' '), shares.name),
  }
}

/** The beginning of a post, in quotation marks, to recognise it by; or that it was erased. */
function excerpt(text: string): string {
  if (text === '') return erasedText
  return `„${cut(text.replace(/\s+/g, ' '), shares.excerpt)}“`
}

/** The same of a content; what it is where it says nothing in public. */
export function excerptOf(content: Content): string {
  const [first] = parts(content)
  return first === undefined ? (kindLine(content) ?? '') : excerpt(first.text)
}

/** A stranger's words within a line of ours: no line breaks, and nothing that turns the words around them. */
export function withinLine(text: string): string {
  return sendable(text)
    .replace(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The hints in one line, each with the beginning of the words it is about; nothing for none. */
export function hintLines(hints: readonly Hint[]): string[] {
  const short = hints.map((hint) => ({
    ...hint,
    words: cut(withinLine(hint.words), shares.listed),
  }))
  return short.length === 0 ? [] : [hintsLine(short)]
}

/** Links to every part the public can read; none once it was deleted. */
export function publicLinks(proposal: Proposal): types.RichTextSection[] {
  return (isStillPublic(proposal) ? proposal.published : [])
    .slice(0, shares.parts)
    .map(({ part, url }) => line(link(url, publicLinkLabel(proposal, part))))
}
