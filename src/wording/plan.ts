// The words of the editorial plan.
import type { PageSeen } from '../core/page.ts'
import type { Entry, Plan, PlanDay } from '../core/plan.ts'
import type { Instant } from '../core/content.ts'
import type { Week } from '../core/time/period.ts'
import { current, type Proposal } from '../core/proposal/proposal.ts'
import { kindLabels } from './kinds.ts'
import { count, duration, decimal } from './numbers.ts'
import { clock, dayAndMonth, weekdayAndDate } from './time.ts'

export const planTitle = 'Redaktionsplan'
export const planLabel = 'Redaktionsplan'
export const planHelp =
  'Geben Sie „/plan“ ein, um den Redaktionsplan dieser Woche zu sehen, oder „/plan nächste Woche“, „/plan KW 49“, „/plan 24.12.“ für eine andere.'
export const weekUnread =
  'Diese Woche hat Amtsfunk nicht verstanden. Möglich sind „nächste Woche“, „KW 49“ oder ein Tag wie „24.12.“.'

/** "KW 49" */
export function weekLabel({ week }: Week): string {
  return `KW ${week}`
}

/** "KW 49: 30.11. bis 06.12.2026" */
export function weekHeading(week: Week, zone: string): string {
  const last = week.to - 12 * 60 * 60_000
  return `${weekLabel(week)}: ${dayAndMonth(week.from, zone)} bis ${dayAndMonth(last, zone)}${yearOf(last, zone)}`
}

function yearOf(at: Instant, zone: string): string {
  return new Intl.DateTimeFormat('de-DE', { timeZone: zone, year: 'numeric' }).format(at)
}

/** What the week takes by the guide values, against what there is; null where nothing is planned and nobody said. */
export function effortLine({ minutes }: Plan, hoursPerWeek: number | null): string | null {
  if (minutes === 0) return null
  const planned = `Aufwand nach Richtwerten: etwa ${duration(minutes * 60_000)}`
  if (hoursPerWeek === null) return `${planned}.`
  const has = `von ${decimal(hoursPerWeek)} Std. in der Woche`
  return minutes > hoursPerWeek * 60 ? `${planned} ${has}. Das ist zu viel.` : `${planned} ${has}.`
}

/** "Mo., 30.11. · Feiertag: Reformationstag" */
export function dayHeading({ date, holiday, special }: PlanDay, zone: string): string {
  const noon = Date.parse(`${date}T12:00:00Z`)
  const minded = [...(holiday === null ? [] : [`Feiertag: ${holiday}`]), ...special]
  return [weekdayAndDate(noon, zone), ...minded].join(' · ')
}

export const emptyDay = 'Nichts geplant.'

const states: Record<Entry['is'], string> = {
  waiting: 'wartet auf Freigabe',
  approved: 'freigegeben',
  held: 'angehalten, Prüfung nötig',
  published: 'veröffentlicht',
  'warning-ends': 'gilt nur bis jetzt',
}

/** "10:00 Uhr, freigegeben: Vorschlag 12" */
export function entryLine({ proposal, at, is }: Entry, zone: string): string {
  const { content } = current(proposal)
  const kind = content.kind === 'post' ? '' : `${kindLabels[content.kind]}, `
  const says = is === 'warning-ends' ? 'Ende der Gültigkeit' : states[is]
  return `${clock(at, zone)}, ${says}: ${kind}Vorschlag ${proposal.number}`
}

/** What is to be minded about an entry; nothing where nothing is. */
export function entryNotes(
  { proposal, tooClose, is }: Entry,
  page: { url: string; seen: PageSeen | null } | null,
  zone: string,
): string[] {
  const { link, embargo } = current(proposal).content
  const isToCome = is === 'waiting' || is === 'approved' || is === 'held'
  return [
    ...(embargo !== undefined && isToCome ? [`Sperrfrist bis ${clock(embargo, zone)}`] : []),
    ...(tooClose === null ? [] : [tooCloseWords(tooClose.minutes, tooClose.number)]),
    ...(isToCome && link !== null && 'noLinkBecause' in link ? ['Ohne eigene Seite'] : []),
    ...(isToCome && page !== null ? [pageWords(page)] : []),
  ]
}

/** "Seite fehlt noch: www.hamburg.de/…": the page comes before the post. */
function pageWords({ url, seen }: { url: string; seen: PageSeen | null }): string {
  const address = url.replace(/^https?:\/\//, '')
  switch (seen?.is) {
    case 'missing':
      return `Seite fehlt noch (Fehler ${seen.status}): ${address}`
    case 'silent':
      return `Seite antwortet nicht: ${address}`
    case 'not-public':
      return `Seite ist nicht öffentlich: ${address}`
    default:
      return `Seite: ${address}`
  }
}

/** "Nur 15 Minuten nach Vorschlag 12" */
function tooCloseWords(minutes: number, number: number): string {
  return minutes === 0
    ? `Zur selben Zeit wie Vorschlag ${number}`
    : `Nur ${minutes === 1 ? 'eine Minute' : `${count(minutes)} Minuten`} nach Vorschlag ${number}`
}

/** "10:00 Uhr, noch frei: Tipp der Woche" */
export function freeLine({ at, name }: PlanDay['free'][number], zone: string): string {
  return `${clock(at, zone)}, noch frei: ${name}`
}

export const fillLabel = 'Füllen'
export function fillAloud(name: string): string {
  return `${fillLabel}: ${name}`
}

/** "Vorrat (3): ohne Termin" */
export function stockHeading(all: number): string {
  return `Vorrat (${count(all)})`
}

/** What is not dated and waits, in one line; null for nothing. */
export function undatedLine(all: number): string | null {
  if (all === 0) return null
  return all === 1
    ? 'Außerdem wartet ein Beitrag, der sofort nach der Freigabe hinausgeht.'
    : `Außerdem warten ${count(all)} Beiträge, die sofort nach der Freigabe hinausgehen.`
}

/** What can be done with an entry. */
export const entryChoices = {
  review: 'Ansehen',
  reschedule: 'Termin ändern',
  stop: 'Stopp',
  withdraw: 'Zurückziehen',
} as const
export type EntryChoice = keyof typeof entryChoices

/** Asks before a proposal is withdrawn from the plan. */
export const withdrawForm = {
  title: 'Vorschlag zurückziehen',
  submit: 'Zurückziehen',
  says: (number: number) =>
    `Vorschlag ${number} wird zurückgezogen und nicht veröffentlicht. Das lässt sich nicht rückgängig machen.`,
} as const

/** Chooses what fills a slot. */
export const fillForm = {
  title: 'Platz füllen',
  submit: 'Einplanen',
  field: { label: 'Aus dem Vorrat', placeholder: 'Vorschlag wählen' },
  empty:
    'Im Vorrat liegt nichts. Schlagen Sie einen Beitrag vor und setzen Sie das Häkchen bei „in den Vorrat“, oder wählen Sie gleich den Termin.',
} as const

/** "Vorschlag 12: Radweg …" */
export function stockChoice({ number }: Proposal, words: string): string {
  return `${number}: ${words}`
}

/** What planning has to mind about a proposal, on its card. */
export function nearLine({ number, at }: { number: number; at: Instant }, zone: string): string {
  return `Dicht dabei: Vorschlag ${number} ist für ${clock(at, zone)} geplant.`
}
export function mindedLine(names: readonly string[]): string {
  return `An diesem Tag: ${names.join(', ')}.`
}
