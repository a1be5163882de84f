// What every reader of a message's parts is given, and the words they share.
import { gaps, type Aside } from '../../wording/from-slack.ts'
import { dateOnly } from '../../wording/time.ts'
import { emojiNamed, ofCodes, toned } from '../emoji.ts'

/** `note` hears of what does not become words as it stands; `zone` is the office's IANA zone. */
export type Reading = { note: (aside: Aside) => void; zone: string }

/** What stands for somebody, or for a group. */
export function person({ note }: Reading): string {
  note({ is: 'name' })
  return gaps.name
}

/** What stands for a channel. */
export function channel({ note }: Reading): string {
  note({ is: 'channel' })
  return gaps.channel
}

/** A call to everybody in Slack is nothing for the public. */
export function call(name: string, { note }: Reading): string {
  note({ is: 'call', name })
  return ''
}

/** Words that are crossed out: whoever proposes them decides. */
export function struck(words: string, { note }: Reading): string {
  if (words.trim() !== '') note({ is: 'struck', words: words.trim() })
  return words
}

/** An emoji as everybody sees it; one that only this workspace has stays a name. `codes` are its code points where Slack
 * tells them. */
export function emoji(
  { name, codes, tone }: { name: string; codes: string; tone: number | null },
  { note }: Reading,
): string {
  const [base = '', toneInName] = name.split('::skin-tone-')
  const sign = ofCodes(codes) ?? emojiNamed(base)
  if (sign !== null) return toned(sign, tone ?? Number(toneInName))
  note({ is: 'no-emoji', name: base })
  return `:${base}:`
}

/** A link as one would write it: the words alone where Slack made a link of them by itself, the address alone where the
 * words are a short form of it, else both. */
export function linked(url: string, words: string): string {
  const label = words.trim()
  const address = url.replace(/^(?:mailto|tel):/i, '')
  const isAddress = /^https?:\/\//i.test(url) || address !== url
  if (label === '') return isAddress ? address : ''
  if (!isAddress || bare(label) === bare(address)) return words
  const isShort =
    !/\s/.test(label) && (label.includes('://') || bare(address).startsWith(bare(label)))
  return isShort ? address : `${words} (${address})`
}

/** An address without what a browser does not show. */
function bare(address: string): string {
  return decoded(address)
    .toLowerCase()
    .replace(/^[a-z]+:(?:\/\/)?/, '')
    .replace(/^www\./, '')
    .replace(/\/+$/, '')
}

function decoded(address: string): string {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}

/** A date Slack writes for each reader in their own way, as the office writes it; `seconds` since 1970. What has a part
 * nobody knows reads as its `fallback`. */
export function dated(
  { seconds, format, fallback }: { seconds: number; format: string; fallback: string },
  { zone }: Reading,
): string {
  const at = seconds * 1000
  if (!Number.isFinite(at) || Math.abs(at) > 8.64e15) return fallback
  const said = format.replace(/\{(\w+)\}/g, (whole, part: string) => {
    if (part.startsWith('date')) return dateOnly(at, zone)
    if (part === 'time' || part === 'time_secs') return timeOf(at, zone, part === 'time_secs')
    return whole
  })
  return /\{\w+\}/.test(said) && fallback !== '' ? fallback : said
}

function timeOf(at: number, zone: string, toTheSecond: boolean): string {
  return new Intl.DateTimeFormat('de-DE', {
    ...{ timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    ...(toTheSecond && { second: '2-digit' }),
  }).format(at)
}
