// What was typed into a form, from Slack's words back to ours. Values are taken as they are: the card
// shows exactly what will be published, so a difference would be seen before anybody approves it.
import { z } from 'zod'
import type { Draft } from '../core/proposal/draft.ts'

const held = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_date: z.string().nullish(),
  selected_time: z.string().nullish(),
})
const values = z.record(z.string(), z.record(z.string(), held))

/** The draft in the proposal form. Throws a fault if Slack sends something else. */
export function readProposalForm(state: unknown): Draft {
  const read = values.parse(state)
  const of = (id: string) => read[id]?.[id]
  return {
    text: of('text')?.value ?? '',
    topic: of('topic')?.selected_option?.value ?? null,
    link: of('link')?.value ?? '',
    noLinkBecause: of('noLinkBecause')?.value ?? '',
    date: of('date')?.selected_date ?? null,
    time: of('time')?.selected_time ?? null,
  }
}

/** What was typed into a form with one field. Throws a fault if Slack sends something else. */
export function readSentence(state: unknown): string {
  return values.parse(state).sentence?.sentence?.value?.trim() ?? ''
}

/** What was typed into the form for a note. Throws a fault if Slack sends something else. */
export function readExperienceForm(state: unknown): { text: string; topic: string | null } {
  const read = values.parse(state)
  return {
    text: read.text?.text?.value ?? '',
    topic: read.topic?.topic?.selected_option?.value ?? null,
  }
}
