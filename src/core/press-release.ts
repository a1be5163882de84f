// A press release, and the few words of it that fit into a post.
import { tidied, type Weigh } from './content.ts'
import { sentencesIn } from './sentences.ts'

/** `link` is where it can be read, null where nobody said. */
export type PressRelease = { title: string; text: string; link: string | null }

/** Words for a post, how many characters of the release they leave out, and whether its title had to be cut. */
export type Shortened = { text: string; left: number; isTitleCut: boolean }

/** Proposes words for a release: its title and its first sentence, or as much of that as fits into one post beside the
 * link; never more. What has no title begins with its first sentence. Pure. */
export function shortened({ title, text, link }: PressRelease, weigh: Weigh): Shortened {
  const sentences = wholeSentences(tidied(text))
  const heading = tidied(title).replace(/\s+/g, ' ')
  const [head = '', ...rest] = [heading, ...sentences].filter((one) => one !== '')
  const all = [heading, tidied(text)].join(' ').trim().length
  const next = rest.find((one) => !head.includes(one)) ?? ''
  const both = next === '' ? head : `${head}\n\n${next}`
  const fits = (words: string) => {
    const { length, limit } = weigh(link === null ? words : `${words}\n${link}`)
    return length <= limit
  }
  const whole = [both, head].find(fits)
  const said = whole ?? beginning(head, fits)
  const left = Math.max(0, all - said.replace(/\s+/g, ' ').length)
  return { text: said, left, isTitleCut: whole === undefined }
}

/** Sentences, of which one that ends with a colon goes on in the next. */
function wholeSentences(text: string): string[] {
  return sentencesIn(text)
    .reduce<string[]>((all, one) => {
      const before = all.at(-1)
      return before?.trimEnd().endsWith(':') === true
        ? [...all.slice(0, -1), before + one]
        : [...all, one]
    }, [])
    .map((one) => one.trim())
}

/** As many whole words as fit, with a mark that more was there. */
function beginning(text: string, fits: (words: string) => boolean): string {
  const ends = [...text.matchAll(/\s+/g)].map(({ index }) => index)
  let low = 0
  let high = ends.length
  // Each word weighs something: what fits is a beginning of the list.
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (fits(`${text.slice(0, ends[middle - 1])} …`)) low = middle
    else high = middle - 1
  }
  const words = text.slice(0, ends[low - 1])
  return low === 0 ? '' : `${words.replace(/[\s,;:–-]+$/, '')} …`
}

/** A title is no longer than that, in characters; what is shorter than a release is a message. */
const titleAtMost = 150
const releaseAtLeast = 1_000

/** Reads a long text with a title above it as a release; null for what is none. The link is the only address of a page in
 * it. Pure. */
export function releaseIn(text: string): PressRelease | null {
  const words = tidied(text)
  const [title = '', ...lines] = words.split('\n')
  const body = lines.join('\n').trim()
  const isTitle = title !== '' && title.length <= titleAtMost && !/[.:;,]$/.test(title.trim())
  if (words.length < releaseAtLeast || !isTitle || body === '') return null
  return { title: title.trim(), text: body, link: onlyLink(body) }
}

/** The one address of a page that stands in a text; null where there is none, or more than one. Pure. */
export function onlyLink(text: string): string | null {
  const all = text.match(/https?:\/\/[^\s<>"“”„«»()]+[^\s<>"“”„«»().,;:!?]/gi) ?? []
  const [first, ...others] = new Set(all)
  return first === undefined || others.length > 0 ? null : first
}
