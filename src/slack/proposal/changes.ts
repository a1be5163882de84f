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
        ...shortened(all).map((change) => line(...lineOf(change, zone))),
      ]
}

/** What a card has room for: what is longer is said in short. */
function shortened(all: readonly Change[]): Change[] {
  let room: number = shares.changes
  return all.map((change) => {
    if (!('stretches' in change)) return change
    const length = shownOf(change.stretches).reduce((sum, { text }) => sum + text.length, 0)
    if (length > room) {
      return change.what === 'words'
        ? { what: 'rewritten' }
        : { what: 'new-alt-text', picture: change.picture }
    }
    room -= length
    return change
  })
}

function lineOf(change: Change, zone: string): types.RichTextElement[] {
  if (!('stretches' in change)) return [words(changeLine(change, zone))]
  return [words(changeLine(change, zone)), ...shownOf(change.stretches)]
}

function shownOf(all: readonly Stretch[]): types.RichTextText[] {
  return all.flatMap((stretch, index) => pieces(stretch, index === 0, index === all.length - 1))
}

function pieces({ text, is }: Stretch, isFirst: boolean, isLast: boolean): types.RichTextText[] {
  const as = (said: string, style?: types.RichTextText['style']): types.RichTextText => ({
    ...{ type: 'text', text: said },
    ...(style !== undefined && { style }),
  })
  const said = text.replace(/\s+/g, ' ')
  // The space behind a word belongs to what follows.
  const word = said.trimEnd() === '' ? said : said.trimEnd()
  const marked = (
    { before, after }: typeof struckWords | typeof addedWords,
    style: types.RichTextText['style'],
  ) => [as(before), as(word, style), as(`${after}${said.slice(word.length)}`)]
  switch (is) {
    case 'struck':
      return marked(struckWords, { strike: true })
    case 'added':
      return marked(addedWords, { bold: true })
    case 'kept': {
      if (said.length <= 3 * around) return [as(said)]
      const begin = isFirst ? '' : cut(said, around)
      const end = isLast ? '' : Array.from(said).slice(-around).join('')
      return [as(`${begin}${end === '' ? '' : begin === '' ? '…' : ' '}${end}`)]
    }
  }
}
