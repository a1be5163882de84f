// What a version changed, below its text: words that are gone and words that are new, for eyes and ears.
import type { types } from '@slack/bolt'
import { changes, type Change, type Stretch } from '../../core/proposal/changes.ts'
import type { Version } from '../../core/proposal/proposal.ts'
import { addedWords, changeLine, changesLabel, struckWords } from '../../wording/changes.ts'
import { cut, shares } from '../limits.ts'
import { line, strong, words } from '../pieces.ts'

/** How much of what stayed is shown on either side of what changed, in characters. */
const around = 16

/** The lines about what changed since a version, counted from 1; nothing where nothing did. */
export function changeLines(
  before: { version: Version; number: number },
  after: Version,
  zone: string,
): types.RichTextSection[] {
  const all = changes(before.version.content, after.content)
  return all.length === 0
    ? []
    : [
        line(strong(changesLabel(before.number))),
        ...all.map((change) => line(...lineOf(change, zone))),
      ]
}

function lineOf(change: Change, zone: string): types.RichTextElement[] {
  if (!('stretches' in change)) return [words(changeLine(change, zone))]
  const shown = change.stretches.flatMap((stretch, index) =>
    pieces(stretch, index === 0, index === change.stretches.length - 1),
  )
  const length = shown.reduce((sum, { text }) => sum + text.length, 0)
  return length > shares.changes
    ? [words(changeLine({ what: 'rewritten' }, zone))]
    : [words(changeLine(change, zone)), ...shown]
}

function pieces({ text, is }: Stretch, isFirst: boolean, isLast: boolean): types.RichTextText[] {
  const as = (said: string, style?: types.RichTextText['style']): types.RichTextText => ({
    ...{ type: 'text', text: said },
    ...(style !== undefined && { style }),
  })
  const said = text.replace(/\s+/g, ' ')
  switch (is) {
    case 'struck':
      return [as(struckWords.before), as(said, { strike: true }), as(struckWords.after)]
    case 'added':
      return [as(addedWords.before), as(said, { bold: true }), as(addedWords.after)]
    case 'kept': {
      if (said.length <= 3 * around) return [as(said)]
      const begin = isFirst ? '' : cut(said, around)
      const end = isLast ? '' : Array.from(said).slice(-around).join('')
      return [as(`${begin}${end === '' ? '' : begin === '' ? '…' : ' '}${end}`)]
    }
  }
}
