// What only Slack can show and somebody has to put in other words before it is public.
import type { Draft } from '../core/proposal/draft.ts'
import { gaps, gapSentence, notEmojiSentence } from '../wording/from-slack.ts'
import { notEmoji } from './emoji.ts'

/** What has to be asked about a text, a sentence each: names that are no emoji, and gaps where Slack named somebody. */
export function leftIn(text: string): string[] {
  const names = notEmoji(text).map((name) => `:${name}:`)
  const left = Object.values(gaps).filter((gap) => text.includes(gap))
  return [
    ...(names.length > 0 ? [notEmojiSentence(names)] : []),
    ...(left.length > 0 ? [gapSentence(left)] : []),
  ]
}

/** The same of everything in a draft that becomes public; `text` is the block its text stands in. */
export function leftInDraft(
  { text, warning }: Draft,
  block: string,
): { block: string; sentence: string }[] {
  const { area = '', advice = '', source = '' } = warning ?? {}
  return Object.entries({ [block]: text, area, advice, source }).flatMap(([field, typed]) =>
    leftIn(typed).map((sentence) => ({ block: field, sentence })),
  )
}

/** The same of the alternative texts of the second step, in their order. */
export function leftInAltTexts(texts: readonly string[]): { block: string; sentence: string }[] {
  return texts.flatMap((text, index) =>
    leftIn(text).map((sentence) => ({ block: `altText-${index + 1}`, sentence })),
  )
}
