// What a correction, an all-clear or a retraction is about, for who decides at one look: as the public reads it now.
import type { types } from '@slack/bolt'
import { parts } from '../../core/content.ts'
import { kinds, type Kind } from '../../core/kinds.ts'
import { current } from '../../core/proposal/proposal.ts'
import type { OriginalView } from '../../desk/ports/views.ts'
import { erasedText } from '../../wording/card.ts'
import {
  altTextLabel,
  originalLabels,
  originalPicture,
  staysLine,
} from '../../wording/proposal-card.ts'
import { cut, shares } from '../limits.ts'
import { line, link, quote, rich, strong, words } from '../pieces.ts'
import { publicLinks } from '../shown.ts'
import { imageBlock } from './pictures.ts'

/** Draws it for a proposal of a kind: its words, its pictures, the way to it, and what stays when it is deleted. */
export function originalBlocks(kind: Kind, original: OriginalView | null): types.KnownBlock[] {
  if (original === null) return []
  const { proposal, pictures, others } = original
  const said = parts(current(proposal).content).map(({ text }) => text)
  const text = said.join('\n\n').trim()
  // Whoever deletes sees all of it; whoever adds something to it reads on soon.
  const { deletes } = kinds[kind]
  const gone = deletes ? pictures : []
  const stay = deletes ? others.slice(0, shares.accidentalLinks) : []
  return [
    rich([
      line(strong(originalLabels[kind])),
      text === '' ? line(words(erasedText)) : quote(cut(text, shares.quote)),
      ...publicLinks(proposal),
    ]),
    ...gone.map(({ file, altText }, index) => {
      const title = originalPicture(index + 1, gone.length)
      return file === null
        ? rich([line(strong(title)), line(words(`${altTextLabel}${altText}`))])
        : imageBlock({ file, altText, title })
    }),
    ...(stay.length === 0
      ? []
      : [
          rich(
            stay.map(({ number, kind: what, url }) => {
              const says = staysLine(number, what)
              return line(url === null ? words(says) : link(url, says))
            }),
          ),
        ]),
  ]
}
