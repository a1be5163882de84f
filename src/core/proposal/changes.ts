// What is different in a version: for who has read the one before and looks only at what is new.
import { diffWordsWithSpace } from 'diff'
import { parts, type AttachedPicture, type Content, type Instant } from '../content.ts'

/** A stretch of a text: in both versions, only in the older one, or only in the newer one. */
export type Stretch = { text: string; is: 'kept' | 'struck' | 'added' }

/** What a version changed. */
export type Change =
  /** The words of all parts, one after the other. */
  | { what: 'words'; stretches: readonly Stretch[] }
  /** So much is new that nobody reads it word by word. */
  | { what: 'rewritten' }
  | { what: 'time'; plannedAt: Instant | null; wasInStock: boolean }
  | { what: 'no-link'; because: string }
  | { what: 'pictures'; all: number; before: number }
  /** What those hear who do not see a picture, counted from 1. */
  | { what: 'alt-text'; picture: number; stretches: readonly Stretch[] }
  | { what: 'new-alt-text'; picture: number }

/** From which share of changed words on a text counts as rewritten. */
const rewritten = 0.7
/** After how many words that are gone or new nobody reads them one by one. */
const mostEdits = 200

/** What a version changed against the one before, the words first. Pure. */
export function changes(before: Content, after: Content): Change[] {
  const all: Change[] = []
  const words = stretches(wordsOf(before), wordsOf(after))
  if (words === null || isRewritten(words)) all.push({ what: 'rewritten' })
  else if (isChanged(words)) all.push({ what: 'words', stretches: words })
  if (before.plannedAt !== after.plannedAt || before.stock !== after.stock) {
    all.push({ what: 'time', plannedAt: before.plannedAt, wasInStock: before.stock === true })
  }
  const reason = reasonForNoLink(after)
  if (reason !== null && reason !== reasonForNoLink(before)) {
    all.push({ what: 'no-link', because: reason })
  }
  all.push(...pictureChanges(before.pictures ?? [], after.pictures ?? []))
  return all
}

function wordsOf(content: Content): string {
  return parts(content)
    .map(({ text }) => text)
    .join('\n')
}

function reasonForNoLink({ link }: Content): string | null {
  return link !== null && 'noLinkBecause' in link ? link.noLinkBecause : null
}

function pictureChanges(
  before: readonly AttachedPicture[],
  after: readonly AttachedPicture[],
): Change[] {
  const isSame =
    before.length === after.length &&
    before.every(
      ({ sha256, part }, index) => sha256 === after[index]?.sha256 && part === after[index].part,
    )
  if (!isSame) return [{ what: 'pictures', all: after.length, before: before.length }]
  return after.flatMap(({ altText }, index): Change[] => {
    const picture = index + 1
    const said = stretches(before[index]?.altText ?? '', altText)
    if (said === null || isRewritten(said)) return [{ what: 'new-alt-text', picture }]
    return isChanged(said) ? [{ what: 'alt-text', picture, stretches: said }] : []
  })
}

/** What two texts share and what not; null where that would take long to find out, because too much is new. */
function stretches(before: string, after: string): Stretch[] | null {
  const found = diffWordsWithSpace(before, after, { maxEditLength: mostEdits })
  return (
    found?.map(({ value, added, removed }) => ({
      text: value,
      is: added ? 'added' : removed ? 'struck' : 'kept',
    })) ?? null
  )
}

function isChanged(all: readonly Stretch[]): boolean {
  return all.some(({ is }) => is !== 'kept')
}

function isRewritten(all: readonly Stretch[]): boolean {
  const length = (which: readonly Stretch['is'][]) =>
    all.filter(({ is }) => which.includes(is)).reduce((sum, { text }) => sum + text.length, 0)
  return length(['added', 'struck']) > rewritten * length(['added', 'struck', 'kept'])
}
