// What waits for somebody this morning.
import type { Instant } from '../../core/content.ts'
import type { Declaration } from '../../core/declaration/declaration.ts'
import type { Proposal } from '../../core/proposal/proposal.ts'
import {
  andMore,
  homeItemLabel,
  homeItemLine,
  morningMentions,
  morningWords,
} from '../../wording/home.ts'
import { profileReminder } from '../../wording/profile.ts'
import { escapeWithin, limits } from '../limits.ts'
import { line, link, rich, strong, words, type Drawn } from '../pieces.ts'
import { shortNames } from '../shown.ts'
import type { Setting } from '../view.ts'

/** How many proposals are named. */
const most = 10

/** Draws it: each proposal with the way to its card, and the mentions in hand in one line. */
export function morning(
  view: Setting & {
    items: readonly { proposal: Proposal; card: string | null }[]
    mentions: { count: number; due: Instant | null } | null
    profile: Declaration | null
  },
): Drawn {
  const { items, mentions, profile } = view
  const setting = shortNames(view)
  const says = morningWords(items.length, mentions?.count ?? 0)
  const rest = items.length - most
  return {
    text: escapeWithin(says, limits.section),
    blocks: [
      rich([
        line(words(says)),
        ...items.slice(0, most).map(({ proposal, card }) => {
          const label = homeItemLabel(proposal.number)
          return line(
            card === null ? strong(label) : link(card, label),
            words(` ${homeItemLine(proposal, setting)}`),
          )
        }),
        ...(rest > 0 ? [line(words(andMore(rest)))] : []),
        ...(profile === null ? [] : [line(words(profileReminder(profile, setting.zone)))]),
        ...(mentions === null ? [] : [line(words(morningMentions(mentions, setting.zone)))]),
      ]),
    ],
  }
}
