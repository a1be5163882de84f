// The words of a post as a reader sees them, made of what the API gives.
import { z } from 'zod'

const entities = z.object({
  urls: z
    .array(
      z.object({ url: z.string(), expanded_url: z.string(), media_key: z.string().optional() }),
    )
    .default([]),
})

/** The fields that hold a post's words. */
export const written = z.object({
  text: z.string(),
  entities: entities.optional(),
  // Present where X cut `text`.
  note_tweet: z.object({ text: z.string(), entities: entities.optional() }).optional(),
})

/** The text as a reader sees it: whole, nothing escaped, links written out, no link to the own pictures. Pure. */
export function asRead(seen: z.infer<typeof written>): string {
  const { text, entities: marked } = seen.note_tweet ?? seen
  return (marked?.urls ?? []).reduce(
    (whole, { url, expanded_url, media_key }) =>
      whole.replaceAll(url, () => (media_key === undefined ? expanded_url : '')),
    unescaped(text),
  )
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
