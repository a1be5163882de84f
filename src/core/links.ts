// Addresses in a text: which are the same, and which the network would not make a whole link of.
import { addressOf } from './address.ts'

/** What the network makes links of in a text. */
type Links = (text: string) => { links: readonly string[] }

/** Marks that stand around an address and belong to the sentence. */
const before = /^[^\p{L}\p{N}]+/u
/** Behind these the network makes no link of a bare host. */
const joins = /[-_./@$#＠＃]$/
/** More marks than that stand behind no address. */
const marksAtMost = 12
const after = /[.,;:!?…)\]}"'“”„‚‘’«»‹›<>]$/u

/** Whether a text names this very address, however it is spelled: with or without "https://" and final slash, with
 * capital letters in its host, with letters percent-encoded, in brackets or before a full stop. A longer address that
 * begins with it is another page. */
export function names(text: string, url: string): boolean {
  const wanted = spelled(url)
  return text.split(/\s+/).some((word) => readings(word).some((one) => spelled(one) === wanted))
}

/** What a word may be as an address: without the marks before it, and without one after the other behind it. */
function readings(word: string): string[] {
  const scheme = /(?<![\p{L}\p{N}@#$])https?:\/\//iu.exec(word)?.index
  const bare = word.replace(before, (marks) => (joins.test(marks) ? marks : ''))
  let rest = scheme === undefined ? bare : word.slice(scheme)
  const all = [word, rest]
  while (after.test(rest) && all.length < marksAtMost) {
    rest = rest.slice(0, -1)
    all.push(rest)
  }
  return all
}

/** One spelling for one address; what is none stays as it is. */
function spelled(text: string): string {
  const hasScheme = /^https?:\/\//i.test(text)
  if (!hasScheme && !/^[\p{L}\p{N}]/u.test(text)) return text
  const address = addressOf(hasScheme ? text : `https://${text}`)
  if (address === null || !/[^.]\.[^.]/.test(address.hostname)) return text
  const { username, host, pathname, search, hash } = address
  if (username !== '') return text
  return `${host}${pathname}${search}${hash}`.replace(/\/+$/, '')
}

/** An address of which the network would make no link, or one of its beginning only. */
export type CutLink = { link: string; linked: string | null }

const addresses = /https?:\/\/[^\s<>"“”„«»]+/giu

/** A text in which every address is one that the network links as a whole: what it would cut is percent-encoded where
 * that helps. Answers with what would be cut all the same, too, or is no link where it stands. */
export function withWholeLinks(typed: string, weigh: Links): { text: string; cut: CutLink[] } {
  const cut: CutLink[] = []
  const wanted: string[] = []
  const text = typed.replace(addresses, (found) => {
    const link = withoutMarks(found)
    const whole = wholeLink(link, weigh)
    if (typeof whole === 'string') {
      wanted.push(whole)
      return whole + found.slice(link.length)
    }
    cut.push(whole)
    return found
  })
  // Right behind a letter an address is none.
  const linked = new Set(weigh(text).links)
  const lost = wanted.filter((link) => !linked.has(link))
  return { text, cut: [...cut, ...lost.map((link) => ({ link, linked: null }))] }
}

/** An address as the network links it whole, percent-encoded where needed; or what it would make of it. */
export function wholeLink(link: string, weigh: Links): string | CutLink {
  const isWhole = (one: string) => weigh(one).links[0] === one
  const tried = [link, encoded(link), encoded(link, /[^\w/=#+%-]$/)]
  const cut: CutLink = { link, linked: weigh(link).links[0] ?? null }
  return tried.find(isWhole) ?? cut
}

/** An address as it was meant that came from a document or a letter: without the quotation marks, brackets and points
 * around it, and with plain hyphens; of words with one in angle brackets, that one. What was cut off ("…") stays as it is:
 * nobody knows how it went on. The text is tidied already. Pure. */
export function copiedAddress(typed: string): string {
  const plain = typed.replace(/[\u2010\u2011\u2212]/g, '-')
  const [inBrackets, ...others] = [...plain.matchAll(/<(https?:\/\/[^\s<>]+)>/gi)]
  const said = others.length === 0 ? (inBrackets?.[1] ?? plain) : plain
  const bare = said.replace(/^[\s<([{"'„“”‚‘’«»‹›]+/, '')
  return /(?:…|\.{3})[^\p{L}\p{N}]*$/u.test(bare) ? bare : withoutMarks(bare)
}

/** The marks of the sentence behind an address; a bracket that was opened in it belongs to it. */
function withoutMarks(found: string): string {
  let link = found
  for (;;) {
    const last = link.at(-1) ?? ''
    const closes = last === ')' && link.split('(').length >= link.split(')').length
    if (closes || !after.test(link)) return link
    link = link.slice(0, -1)
  }
}

/** With everything percent-encoded that no address needs, and the sign at its end, if that is such a one. */
function encoded(link: string, end = /(?!)/): string {
  const { href = link } = addressOf(link) ?? {}
  return href
    .replace(/[^\w\-.~:/?#@!$&'()*+,;=%]/gu, encodeURIComponent)
    .replace(end, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}
