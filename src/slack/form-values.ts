// What was typed into a form, from Slack's words back to ours. Values are taken as they are: the card
// shows exactly what will be published, so a difference would be seen before anybody approves it.
import { z } from 'zod'
import type { Draft } from '../core/proposal/draft.ts'

const held = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
  selected_date: z.string().nullish(),
  selected_time: z.string().nullish(),
})
const values = z.record(z.string(), z.record(z.string(), held))

/** What a form holds, by field: in our forms block and action have the field's name. */
export type Values = {
  /** What was typed; empty where nothing was. */
  text(field: string): string
  /** What was chosen; null where nothing was. */
  option(field: string): string | null
  /** Everything that was ticked. */
  options(field: string): readonly string[]
  /** A day, "2026-11-30"; null where none was chosen. */
  date(field: string): string | null
  /** A time, "14:30"; null where none was chosen. */
  time(field: string): string | null
}

/** Reads what a form holds. Throws a fault if Slack sends something else. */
export function readValues(state: unknown): Values {
  const read = values.parse(state)
  const of = (field: string) => read[field]?.[field]
  return {
    text: (field) => of(field)?.value ?? '',
    option: (field) => of(field)?.selected_option?.value ?? null,
    options: (field) => (of(field)?.selected_options ?? []).map(({ value }) => value),
    date: (field) => of(field)?.selected_date ?? null,
    time: (field) => of(field)?.selected_time ?? null,
  }
}

/** The draft in the proposal form. Throws a fault if Slack sends something else. */
export function readProposalForm(state: unknown): Draft {
  const { text, option, options, date, time } = readValues(state)
  return {
    text: readText(state).text,
    topic: option('topic'),
    link: text('link'),
    noLinkBecause: text('noLinkBecause'),
    date: date('date'),
    time: time('time'),
    ...(options('numbered').includes('yes') && { numbered: true }),
  }
}

/** What was typed into a form with one field. Throws a fault if Slack sends something else. */
export function readSentence(state: unknown): string {
  return readValues(state).text('sentence').trim()
}

/** What was typed as a text, and the block it stands in: a new one whenever the desk changed it. Throws
 * a fault if Slack sends something else. */
export function readText(state: unknown): { block: string; text: string } {
  for (const [block, { text }] of Object.entries(values.parse(state))) {
    if (text !== undefined) return { block, text: text.value ?? '' }
  }
  return { block: 'text-0', text: '' }
}
