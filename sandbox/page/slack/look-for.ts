// Looking for words in a text, as people type them: any order, capitals or not.

const wordsOf = (typed: string) =>
  typed
    .toLocaleLowerCase('de')
    .split(/\s+/)
    .filter((word) => word !== '')

/** Whether all words stand in a text; none stand in any. */
export function found(text: string, typed: string): boolean {
  const lower = text.toLocaleLowerCase('de')
  const words = wordsOf(typed)
  return words.length > 0 && words.every((word) => lower.includes(word))
}

const before = 60
const longest = 220

/** The part of a text around the first word that was looked for, in pieces; the words are hits. */
export function pieces(text: string, typed: string): { text: string; isHit: boolean }[] {
  const words = wordsOf(typed).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const hit = new RegExp(`(${words.join('|')})`, 'giu')
  const first = Math.max(0, text.search(hit))
  const from = first > before ? text.lastIndexOf(' ', first - before) + 1 : 0
  const part = text.slice(from, from + longest)
  const shown = `${from > 0 ? '… ' : ''}${part}${from + longest < text.length ? ' …' : ''}`
  return shown
    .split(hit)
    .map((piece, at) => ({ text: piece, isHit: at % 2 === 1 }))
    .filter(({ text: piece }) => piece !== '')
}
