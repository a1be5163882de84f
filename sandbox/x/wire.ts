// How a post looks in the API: links shortened, characters escaped, the text of long posts cut.
import { createHash } from 'node:crypto'
import twitterText from 'twitter-text'

type Link = {
  start: number
  end: number
  url: string
  expanded_url: string
  /** Of a picture of the post itself. */
  media_key?: string
}

type Entities = {
  urls?: (Link & { display_url: string })[]
  mentions?: { start: number; end: number; username: string; id?: string }[]
  hashtags?: { start: number; end: number; tag: string }[]
}

export type Wire = { text: string; entities: Entities }

/** Weighted characters X shows of a long post before it goes on in `note_tweet`. */
const shown = 280

/** The text of a post as the API gives it. Positions count code points of the escaped text. `salt` keeps
 * the short links of two posts apart; `idOf` knows the users by handle. */
export function onTheWire(
  text: string,
  salt: string,
  idOf: (handle: string) => string | undefined,
): Wire {
  const entities: Required<Entities> = { urls: [], mentions: [], hashtags: [] }
  let written = ''
  let end = 0
  for (const found of twitterText.extractEntitiesWithIndices(text)) {
    const [from, to] = found.indices
    written += escaped(text.slice(end, from))
    const original = text.slice(from, to)
    const put = 'url' in found ? shortened(`${salt} ${from}`) : escaped(original)
    const start = codePoints(written)
    const place = { start, end: start + codePoints(put) }
    written += put
    end = to
    if ('url' in found) {
      entities.urls.push({
        ...place,
        url: put,
        expanded_url: /^https?:\/\//i.test(original) ? original : `http://${original}`,
        display_url: displayed(original),
      })
    } else if ('hashtag' in found) {
      entities.hashtags.push({ ...place, tag: found.hashtag })
    } else if ('screenName' in found) {
      const id = idOf(found.screenName)
      entities.mentions.push({
        ...place,
        username: found.screenName,
        ...(id !== undefined && { id }),
      })
    }
  }
  return {
    text: written + escaped(text.slice(end)),
    entities: Object.fromEntries(Object.entries(entities).filter(([, list]) => list.length > 0)),
  }
}

/** The words with X's link to the pictures of the post after them: one link, marked once for each picture. */
export function withPictures(
  { text, entities }: Wire,
  post: string,
  keys: readonly string[],
): Wire {
  const url = shortened(`${post} pictures`)
  const start = codePoints(text) + 1
  const links = keys.map((media_key) => ({
    start,
    end: start + url.length,
    url,
    expanded_url: `${post}/photo/1`,
    display_url: `pic.x.com/${url.slice(-10)}`,
    media_key,
  }))
  return {
    text: `${text} ${url}`,
    entities: { ...entities, urls: [...(entities.urls ?? []), ...links] },
  }
}

/** The part of a long text that stands in `text`; null where the whole fits. */
export function cut(text: string): string | null {
  const { weightedLength, validRangeEnd } = twitterText.parseTweet(text)
  if (weightedLength <= shown) return null
  return `${text.slice(0, validRangeEnd).trimEnd()}…`
}

export function weightOf(text: string): number {
  return twitterText.parseTweet(text).weightedLength
}

export function hasRefusedCharacters(text: string): boolean {
  return twitterText.hasInvalidCharacters(text)
}

/** Handles named in a text, in small letters. */
export function named(text: string): string[] {
  return twitterText.extractMentions(text).map((handle) => handle.toLowerCase())
}

function codePoints(text: string): number {
  return Array.from(text).length
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** 23 characters, as every link on X. */
function shortened(salt: string): string {
  const code = createHash('sha256').update(salt).digest('base64').replace(/[+/=]/g, 'x')
  return `https://t.co/${code.slice(0, 10)}`
}

function displayed(url: string): string {
  const bare = url.replace(/^https?:\/\/(www\.)?/i, '')
  return bare.length > 27 ? `${bare.slice(0, 26)}…` : bare
}
