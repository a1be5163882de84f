// What was typed into a form, from Slack's words back to ours: emoji come as names. Values are taken as they are
// otherwise: the card shows exactly what will be published, so a difference would be seen before anybody approves it.
import { z } from 'zod'
import type { Draft } from '../core/proposal/draft.ts'
import type { PictureDraft } from '../core/proposal/picture-draft.ts'
import { withEmoji } from './emoji.ts'

const held = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
  selected_date: z.string().nullish(),
  selected_time: z.string().nullish(),
  selected_user: z.string().nullish(),
  files: z
    .array(z.object({ id: z.string(), name: z.string().catch('Datei'), size: z.number().catch(0) }))
    .nullish(),
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
  /** The Slack user id of a person; null where nobody was chosen. */
  user(field: string): string | null
  /** A time, "14:30"; null where none was chosen. */
  time(field: string): string | null
  /** Files that were chosen; sizes in bytes. */
  files(field: string): readonly { id: string; name: string; size: number }[]
}

/** Reads what a form holds. Throws a fault if Slack sends something else. */
export function readValues(state: unknown): Values {
  const read = values.parse(state)
  // Each of our blocks has one field.
  const of = (field: string) => Object.values(read[field] ?? {})[0]
  return {
    text: (field) => withEmoji(of(field)?.value ?? ''),
    option: (field) => of(field)?.selected_option?.value ?? null,
    options: (field) => (of(field)?.selected_options ?? []).map(({ value }) => value),
    user: (field) => of(field)?.selected_user ?? null,
    date: (field) => of(field)?.selected_date ?? null,
    time: (field) => of(field)?.selected_time ?? null,
    files: (field) => of(field)?.files ?? [],
  }
}

/** The draft in the proposal form. Throws a fault if Slack sends something else. */
export function readProposalForm(state: unknown): Draft {
  const { text, option, options, date, time } = readValues(state)
  const cosigners = options('cosigners')
  const warning = {
    ...{ area: text('area'), advice: text('advice'), source: text('source') },
    ...{ sourceDate: date('sourceDate'), sourceTime: time('sourceTime') },
    ...{ validDate: date('validDate'), validTime: time('validTime') },
  }
  return {
    text: readText(state).text,
    topic: option('topic'),
    link: text('link'),
    noLinkBecause: text('noLinkBecause'),
    date: date('date'),
    time: time('time'),
    ...(options('numbered').includes('yes') && { numbered: true }),
    ...(options('schedule').includes('embargo') && { embargo: true }),
    ...(options('schedule').includes('stock') && { stock: true }),
    ...(options('releases').includes('yes') && { releases: true }),
    ...(options('madeWithAi').includes('yes') && { madeWithAi: true }),
    ...(cosigners.length > 0 && { cosigners }),
    ...(text('reason') !== '' && { reason: text('reason') }),
    ...(text('urgent') !== '' && { urgent: text('urgent') }),
    ...(text('occasion') !== '' && { occasion: text('occasion') }),
    // A form that asks for no warning has none of it.
    ...(Object.values(warning).some((said) => said !== null && said !== '') && { warning }),
  }
}

/** What was said about so many pictures, in the order of their blocks, and where each is to stand among them. */
export function readPictures(
  state: unknown,
  pictures: number,
): { said: Omit<PictureDraft, 'sha256'>; place: number }[] {
  const { text, option, date } = readValues(state)
  return Array.from({ length: pictures }, (_, index) => {
    const of = (field: string) => `${field}-${index + 1}`
    const people = peopleChoices.find((one) => one === option(of('people'))) ?? null
    const part = option(of('part'))
    return {
      said: {
        ...{ altText: text(of('altText')), credit: text(of('credit')), people },
        ...{ reference: text(of('reference')), until: date(of('until')) },
        part: part === null ? null : Number(part),
      },
      place: Number(option(of('place')) ?? index + 1),
    }
  })
}

/** What can be chosen about people on a picture. */
export const peopleChoices = ['none', 'consent', 'guardians', 'law', 'unfounded'] as const

/** What was typed into a form with one field. Throws a fault if Slack sends something else. */
export function readSentence(state: unknown): string {
  return readValues(state).text('sentence').trim()
}

/** What was typed as a text, and the block it stands in: a new one whenever the desk changed it. Throws
 * a fault if Slack sends something else. */
export function readText(state: unknown): { block: string; text: string } {
  for (const [block, { text }] of Object.entries(values.parse(state))) {
    if (text !== undefined) return { block, text: withEmoji(text.value ?? '') }
  }
  return { block: 'text-0', text: '' }
}
