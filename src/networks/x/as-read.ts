// The words of a post as a reader sees them, made of what the API gives.
import { z } from 'zod'

const entities = z.object({
  urls: z
    .array(
      z.object({
        url: z.string(),
        expanded_url: z.string().optional(),
        media_key: z.string().optional(),
      }),
    )
    .default([]),
  mentions: z.array(z.object({ username: z.string() })).catch([]),
})

/** The fields that hold a post's words. */
export const written = z.object({
  text: z.string(),
  entities: entities.optional(),
  // Present where X cut `text`.
  note_tweet: z.object({ text: z.string(), entities: entities.optional() }).optional(),
})

/** No address is longer than what Slack takes for a link. */
const longestLink = 3_000

/** The text as a reader sees it: whole, nothing escaped, links written out, no link to the own pictures. With a limit
 * in characters: a link that would make it longer stays short, and what is longer by itself ends with "…". Pure. */
export function asRead(seen: z.infer<typeof written>, most = Infinity): string {
  const { text, entities: marked } = seen.note_tweet ?? seen
  const links = new Map(
    marked?.urls.map(({ url, expanded_url, media_key }) => [
      url,
      media_key === undefined ? (expanded_url ?? url) : '',
    ]),
  )
  const short = unescaped(text)
  let room = most - short.length
  if (room < 0) return `${beginningOf(short, most - 1)}…`
  // In one pass: a link written out may have a short one within.
  return short.replace(/https?:\/\/t\.co\/\w+/g, (link) => {
    const long = links.get(link) ?? link
    const more = long.length - link.length
    if (more > room || long.length > longestLink) return link
    room -= more
    return long
  })
}

/** At most so many characters from the beginning of a text, none of them cut in two. Pure. */
export function beginningOf(text: string, most: number): string {
  return text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')
}

/** What X marked in the whole text: links, and handles it names. Pure. */
export function marksOf({ note_tweet, entities: marked }: z.infer<typeof written>) {
  const all = [marked, note_tweet?.entities]
  return {
    links: all.flatMap(
      (each) => each?.urls.flatMap(({ expanded_url }) => expanded_url ?? []) ?? [],
    ),
    handles: all.flatMap((each) => each?.mentions.map(({ username }) => username) ?? []),
  }
}

const characters: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

/** In one pass: "&amp;lt;" is what somebody wrote as "&lt;". */
function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => characters[entity] ?? entity)
}
