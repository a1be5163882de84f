// What is said of a message of Slack that becomes a draft: what of it did not become words, and why.
import { count } from './numbers.ts'
import { shortenedSentence } from './press-release.ts'

/** What stands in a draft where Slack named a person or a group, and a channel: nobody in the office is named in public
 * without somebody wanting it. */
export const gaps = { name: '[Name]', channel: '[Kanal]' } as const

/** Something of a message that did not become words as it stood. */
export type Aside =
  | { is: 'name' | 'channel' | 'unreadable' | 'picture' }
  /** A call to everybody: @here, @channel or @everyone. */
  | { is: 'call'; name: string }
  /** Words that are crossed out. */
  | { is: 'struck'; words: string }
  /** A picture the workspace made for itself. */
  | { is: 'no-emoji'; name: string }
  | { is: 'file'; name: string }
  /** What did not fit into the field: how many characters, and how it begins. */
  | { is: 'rest'; characters: number; begins: string }
  /** Words from a press release: how many characters they leave out. */
  | { is: 'release'; left: number; isTitleCut: boolean }
  | { is: 'nothing' }
  /** What is written answers so many who asked the same. */
  | { is: 'together'; count: number }

/** What stands above the form, one sentence for each kind; null where there is nothing to say. */
export function asideSentences(asides: readonly Aside[]): string | null {
  const said = sentences(asides)
  return said.length === 0 ? null : said.join(' ')
}

function togetherSentence(count: number): string {
  return count === 1
    ? 'Dieser Beitrag beantwortet eine Erwähnung.'
    : `Dieser Beitrag beantwortet ${count} Erwähnungen mit denselben Worten. Sobald er veröffentlicht ist, sind sie abgeschlossen.`
}

function sentences(asides: readonly Aside[]): string[] {
  const has = (kind: Aside['is']) => asides.some(({ is }) => is === kind)
  const calls = asides.flatMap((one) => (one.is === 'call' ? [`@${one.name}`] : []))
  const struck = asides.flatMap((one) => (one.is === 'struck' ? [`„${one.words}“`] : []))
  const noEmoji = asides.flatMap((one) => (one.is === 'no-emoji' ? [`:${one.name}:`] : []))
  const files = asides.flatMap((one) => (one.is === 'file' ? [`„${one.name}“`] : []))
  const rest = asides.find((one) => one.is === 'rest')
  const release = asides.find((one) => one.is === 'release')
  const together = asides.find((one) => one.is === 'together')
  return [
    ...(together === undefined ? [] : [togetherSentence(together.count)]),
    ...(release === undefined ? [] : [shortenedSentence(release)]),
    ...(has('nothing')
      ? [
          'In dieser Nachricht steht nichts, was Amtsfunk übernehmen kann. Bitte schreiben Sie den Text selbst.',
        ]
      : []),
    ...(has('name')
      ? [
          `Namen aus Slack werden nicht veröffentlicht: Dort steht ${gaps.name}. Bitte ersetzen oder löschen Sie es.`,
        ]
      : []),
    ...(has('channel')
      ? [
          `Kanäle gibt es nur in Slack: Dort steht ${gaps.channel}. Bitte ersetzen oder löschen Sie es.`,
        ]
      : []),
    ...(calls.length > 0 ? [`Nicht übernommen: ${listed(calls)}.`] : []),
    ...(struck.length > 0
      ? [`Durchgestrichen war ${listed(struck)}. Es steht mit im Text, bitte prüfen Sie das.`]
      : []),
    ...(noEmoji.length > 0 ? [notEmojiSentence(noEmoji)] : []),
    ...(has('picture')
      ? ['Ein eingebettetes Bild kommt nicht mit. Bitte laden Sie es unten hoch.']
      : []),
    ...(files.length > 0 ? [`Nur Bilder können mitkommen. Nicht dabei: ${listed(files)}.`] : []),
    ...(has('unreadable')
      ? [
          'Ein Teil der Nachricht ist kein Text und steht hier nicht. Bitte vergleichen Sie mit der Nachricht.',
        ]
      : []),
    ...(rest === undefined ? [] : [restSentence(rest)]),
  ]
}

/** That names in a text are no emoji everybody can see; with colons, ":bergedorf:". */
export function notEmojiSentence(names: readonly string[]): string {
  return names.length === 1
    ? `${listed(names)} ist kein Emoji, das es außerhalb von Slack gibt. Bitte ersetzen oder löschen Sie es. Meinen Sie die Doppelpunkte so, setzen Sie ein Leerzeichen hinter den ersten.`
    : `${listed(names)} sind keine Emojis, die es außerhalb von Slack gibt. Bitte ersetzen oder löschen Sie sie. Meinen Sie die Doppelpunkte so, setzen Sie ein Leerzeichen hinter den ersten.`
}

/** That gaps of a message still stand in a text. */
export function gapSentence(left: readonly string[]): string {
  return `Im Text steht noch ${listed(left)} an der Stelle von etwas, das nur in Slack einen Namen hat. Bitte ersetzen oder löschen Sie es.`
}

function restSentence({ characters, begins }: { characters: number; begins: string }): string {
  return `Der Text ist länger als das Feld: ${count(characters)} Zeichen stehen nicht mehr darin. Sie beginnen mit „${begins}“.`
}

/** How many things of one kind are named. */
const namedAtMost = 5

function listed(all: readonly string[]): string {
  const each = [...new Set(all)]
  const named = each.slice(0, namedAtMost)
  const more = each.length - named.length
  if (more > 0) return `${named.join(', ')} und ${count(more)} weitere`
  return named.length > 1
    ? `${named.slice(0, -1).join(', ')} und ${named.at(-1) ?? ''}`
    : (named[0] ?? '')
}
