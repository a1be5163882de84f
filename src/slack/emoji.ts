// Emoji by the names Slack has for them, ":tada:" or ":wave::skin-tone-3:". Only what everybody's phone can show is one:
// the pictures a workspace made for itself are not.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { z } from 'zod'

const listed = z.array(z.object({ unified: z.string(), short_names: z.array(z.string()) }))

const require = createRequire(import.meta.url)
const file = require.resolve('emoji-datasource/emoji.json')
let known: ReadonlyMap<string, string> | null = null

/** Read when somebody first uses a name: the office need not wait for it. */
function signs(): ReadonlyMap<string, string> {
  known ??= new Map(
    listed.parse(JSON.parse(readFileSync(file, 'utf8'))).flatMap(({ unified, short_names }) => {
      const sign = ofCodes(unified) ?? ''
      return short_names.map((name) => [name, sign] as const)
    }),
  )
  return known
}

/** The sign whose code points these are, "1f44b-1f3fc"; null for what are none. */
export function ofCodes(codes: string): string | null {
  const points = codes
    .split('-')
    .map((code) => (/^[0-9a-f]{2,6}$/i.test(code) ? parseInt(code, 16) : NaN))
  return points.every((point) => point <= 0x10ffff) ? String.fromCodePoint(...points) : null
}

/** The emoji of a name without colons, "wave" or "wave::skin-tone-3"; null for a name that is none. */
export function emojiNamed(name: string): string | null {
  const [base = '', tone] = name.split('::skin-tone-')
  const sign = signs().get(base) ?? null
  return sign === null ? null : toned(sign, Number(tone))
}

/** An emoji in one of Slack's skin tones, from 2 to 6; as it is where it has none, or has one already. */
export function toned(sign: string, tone: number): string {
  if (!(tone >= 2 && tone <= 6) || /\p{Emoji_Modifier}/u.test(sign)) return sign
  const modifier = String.fromCodePoint(0x1f3f9 + tone)
  return sign.replace(/(\p{Emoji_Modifier_Base})\uFE0F?/gu, `$1${modifier}`)
}

type Found = { from: number; to: number; name: string; sign: string | null }

/** The names in a text, those that are emoji and those that look as if they were to be one. A time ("10:30:00"), an
 * ending ("Nutzer:innen:") and an address are none. */
function namesIn(text: string): Found[] {
  const pattern = /:([\p{Ll}\p{N}_+'-]{1,100}(?:::skin-tone-[2-6])?):/gu
  const found: Found[] = []
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const [whole, name = ''] = match
    const from = match.index
    const to = from + whole.length
    // The end of one name may be the beginning of the next.
    pattern.lastIndex = from + 1
    if (/\S*:\/\/\S*$/u.test(text.slice(text.slice(0, from).search(/\S*$/u), from))) continue
    const sign = emojiNamed(name)
    const previous = found.at(-1)
    const isApart =
      (previous?.to === from || !/[\p{L}\p{N}:]$/u.test(text.slice(0, from))) &&
      !/^[\p{L}\p{N}]/u.test(text.slice(to))
    const isWord = /\p{L}{3}/u.test(name)
    if (sign === null ? !(isApart && /\p{L}/u.test(name)) : !(isApart || isWord)) continue
    found.push({ from, to, name, sign })
    pattern.lastIndex = to
  }
  return found
}

/** The text with emoji where their names stood. What has a name and is no emoji stays as it is. */
export function withEmoji(text: string): string {
  let done = 0
  let said = ''
  for (const { from, to, sign } of namesIn(text)) {
    said += text.slice(done, from) + (sign ?? text.slice(from, to))
    done = to
  }
  return said + text.slice(done)
}

/** Names in a text that look like emoji and are none, each once. */
export function notEmoji(text: string): string[] {
  return [...new Set(namesIn(text).flatMap(({ name, sign }) => (sign === null ? [name] : [])))]
}
