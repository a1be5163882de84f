// What the approval channel shows of a declaration, what who stands in reads, and what a stop held back.
import { canBeEnded, type Declaration } from '../../core/declaration/declaration.ts'
import {
  declarationSentence,
  declarationTitle,
  endLabels,
  releasedWords,
  standInWords,
} from '../../wording/declarations.ts'
import { homeItemLabel } from '../../wording/home.ts'
import type { Drawn } from '../pieces.ts'
import { actions, header, line, link, plain, rich, strong, words } from '../pieces.ts'
import { cut, escapeWithin, limits, shares } from '../limits.ts'
import { shortNames } from '../shown.ts'
import { writeTarget } from '../target.ts'
import type { Setting } from '../view.ts'

/** Draws the card: who declared what until when, and how it is ended. */
export function declarationCard(view: Setting & { declaration: Declaration; seal: string }): Drawn {
  const { declaration, seal } = view
  const title = declarationTitle(declaration)
  const says = declarationSentence(declaration, shortNames(view))
  const label = endLabels[declaration.declared.is]
  return {
    text: escapeWithin(`${title}. ${says}`, 1_000),
    blocks: [
      header(title),
      rich([line(words(cut(says, shares.quote)))]),
      ...(canBeEnded(declaration)
        ? [
            actions([
              {
                type: 'button',
                action_id: 'end-declaration',
                text: plain(label, limits.button),
                value: writeTarget(seal),
                accessibility_label: cut(`${label}: ${title}`, limits.accessibilityLabel),
              },
            ]),
          ]
        : []),
    ],
  }
}

/** Draws the word to who stands in. */
export function standInMessage(view: Setting & { declaration: Declaration }): Drawn {
  const says = standInWords(view.declaration, shortNames(view))
  return { text: escapeWithin(says, limits.section), blocks: [rich([line(words(says))])] }
}

/** How many posts are listed after a stop. */
const mostListed = 40

/** Draws what a stop held back, each with the way to its card. */
export function releasedMessage(held: readonly { number: number; card: string | null }[]): Drawn {
  const says = releasedWords(held.length)
  return {
    text: escapeWithin(says, limits.section),
    blocks: [
      rich([
        line(words(says)),
        ...held.slice(0, mostListed).map(({ number, card }) => {
          const label = homeItemLabel(number)
          return line(card === null ? strong(label) : link(card, label))
        }),
      ]),
    ],
  }
}
