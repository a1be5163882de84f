// Small things that several drawings show alike.
import type { types } from '@slack/bolt'
import type { Proposal } from '../core/proposal.ts'
import { publicLinkLabel } from '../wording/card.ts'
import { cut, shares } from './limits.ts'
import { line, link } from './pieces.ts'
import type { Setting } from './view.ts'

/** The setting with names that fit on one line. */
export function shortNames({ name, zone }: Setting): Setting {
  return { zone, name: (actor) => cut(name(actor).replace(/\s+/g, ' '), shares.name) }
}

/** The beginning of a post, in quotation marks, to recognise it by. */
export function excerpt(text: string): string {
  return `„${cut(text.replace(/\s+/g, ' '), shares.excerpt)}“`
}

/** Links to every part the public can read. */
export function publicLinks(proposal: Proposal): types.RichTextSection[] {
  return proposal.published
    .slice(0, shares.parts)
    .map(({ part, url }) => line(link(url, publicLinkLabel(proposal, part))))
}
