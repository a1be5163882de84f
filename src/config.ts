// How is it set up? The environment becomes a Config, or one list of everything that is wrong with it.
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { addressOf } from './core/address.ts'

const text = (what: RegExp) => z.string().trim().regex(what)
const whole = (least: number, most: number) =>
  z.string().trim().regex(/^\d+$/).transform(Number).pipe(z.number().min(least).max(most))

/** Where keys are sent: encrypted, unless it does not leave this machine. */
const keysGoTo = z.url({ protocol: /^https?$/ }).refine((address) => {
  const { protocol = '', hostname = '' } = addressOf(address) ?? {}
  return protocol === 'https:' || /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname)
})

const weekdays = ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'] as const
const serviceHours =
  /^(Mo|Di|Mi|Do|Fr|Sa|So)-(Mo|Di|Mi|Do|Fr|Sa|So) ([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/

/** Every variable the program reads; .env.example lists the same (kept true by a test). */
export const variables = {
  SLACK_BOT_TOKEN: text(/^xoxb-\S+$/),
  SLACK_APP_TOKEN: text(/^xapp-\S+$/),
  APPROVAL_CHANNEL: text(/^[CG][A-Z0-9]+$/),
  MODERATION_CHANNEL: text(/^[CG][A-Z0-9]+$/),
  PRESS_OFFICERS: text(/^(S[A-Z0-9]+|[UW][A-Z0-9]+(\s*,\s*[UW][A-Z0-9]+)*)$/),
  X_APP_KEY: text(/^\S+$/),
  X_APP_SECRET: text(/^\S+$/),
  X_ACCESS_TOKEN: text(/^\S+$/),
  X_ACCESS_SECRET: text(/^\S+$/),
  // SQLite takes ":memory:" and "file:" for something else than a file that stays.
  DATABASE_PATH: text(/^(?!:|file:)./).default('data/amtsfunk.db'),
  SLACK_API_URL: keysGoTo.optional(),
  X_API_URL: keysGoTo.optional(),
  UNDO_SECONDS: whole(0, 3600).default(30),
  LINK_CHECK: z.enum(['on', 'off']).default('off'),
  FEED_URL: z.url({ protocol: /^https?$/ }).optional(),
  MENTIONS: z.enum(['on', 'off']).default('on'),
  MENTION_POLL_SECONDS: whole(15, 3600).default(90),
  READING_USD_PER_DAY: whole(1, 10_000).default(5),
  READING_USD_PER_MONTH: whole(1, 100_000).default(30),
  MONTHLY_BUDGET_USD: whole(1, 100_000).optional(),
  SERVICE_HOURS: text(serviceHours).refine(opensSometimes).default('Mo-Fr 09:00-16:00'),
  ESCALATION_CONTACT: text(/^[UW][A-Z0-9]+$/).optional(),
  FLOOD_MENTIONS: whole(2, 1000).default(20),
  FLOOD_MINUTES: whole(1, 1440).default(10),
  KEEP_DAYS_AFTER_CLOSING: whole(1, 365).default(30),
  // Over Easter or Christmas nobody reads what came in for almost a week.
  KEEP_DAYS_AFTER_RECEIPT: whole(7, 365).default(90),
  EUR_PER_USD: z
    .string()
    .trim()
    .regex(/^\d{1,3}([.,]\d{1,6})?$/)
    .transform((rate) => Number(rate.replace(',', '.')))
    .pipe(z.number().positive())
    .optional(),
  TEMPLATES_PATH: z.string().trim().min(1).default('docs/textbausteine.md'),
  HANDBOOK_URL: z.url({ protocol: /^https?$/ }).optional(),
  POST_TEMPLATES_PATH: z.string().trim().min(1).optional(),
  OFFICE_PATH: z.string().trim().min(1).default('docs/buero.json'),
  TIME_ZONE: z.string().trim().refine(isTimeZone).default('Europe/Berlin'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug']).default('info'),
  HEALTH_PORT: whole(1, 65_535).optional(),
  SANDBOX_PORT: whole(0, 65_535).default(3000),
} as const

const live = z.object(variables)
const sandboxed = live.omit({
  ESCALATION_CONTACT: true,
  SLACK_BOT_TOKEN: true,
  SLACK_APP_TOKEN: true,
  APPROVAL_CHANNEL: true,
  MODERATION_CHANNEL: true,
  PRESS_OFFICERS: true,
  X_APP_KEY: true,
  X_APP_SECRET: true,
  X_ACCESS_TOKEN: true,
  X_ACCESS_SECRET: true,
  SLACK_API_URL: true,
  X_API_URL: true,
})

export type LiveConfig = z.infer<typeof live>
export type SandboxConfig = z.infer<typeof sandboxed>
export type Variable = keyof typeof variables

/** One variable that is missing or cannot be used. Its value is not repeated: it may be a secret. */
export type Problem = { variable: Variable; problem: 'missing' | 'unusable' }

export type Read =
  | { mode: 'live'; config: LiveConfig }
  /** Nothing of Slack or X is set: the sandbox, with what else is set. */
  | { mode: 'sandbox'; config: SandboxConfig }
  | { problems: readonly Problem[] }

/** Reads the environment. Empty variables count as not set. Either everything required is there, or
 * nothing of Slack and X at all: anything between is a list of problems, never a guess. */
export function readConfig(environment: Record<string, string | undefined>): Read {
  const set: Record<string, string> = Object.fromEntries(
    Object.keys(variables).flatMap((name) => {
      const value = environment[name]?.trim() ?? ''
      return value === '' ? [] : [[name, value]]
    }),
  )
  const wantsLive = Object.keys(set).some((name) => !(name in sandboxed.shape))
  const { error } = (wantsLive ? live : sandboxed).safeParse(set)
  const wrong = new Set([
    ...(error?.issues ?? []).map(({ path }) => String(path[0])),
    ...contradictions(set),
  ])
  if (wrong.size > 0) return { problems: problems(wrong, set) }
  return wantsLive
    ? { mode: 'live', config: live.parse(set) }
    : { mode: 'sandbox', config: sandboxed.parse(set) }
}

/** Variables that are fine by themselves, but not beside another one. */
function contradictions(set: Record<string, string>): Variable[] {
  const { APPROVAL_CHANNEL, MODERATION_CHANNEL } = set
  // Citizens' words do not belong where everybody reads the cards.
  const isSame = APPROVAL_CHANNEL !== undefined && APPROVAL_CHANNEL === MODERATION_CHANNEL
  const closing = variables.KEEP_DAYS_AFTER_CLOSING.safeParse(set.KEEP_DAYS_AFTER_CLOSING)
  const receipt = variables.KEEP_DAYS_AFTER_RECEIPT.safeParse(set.KEEP_DAYS_AFTER_RECEIPT)
  const isLonger = closing.success && receipt.success && closing.data > receipt.data
  return [
    ...(isSame ? (['MODERATION_CHANNEL'] as const) : []),
    ...(isLonger ? (['KEEP_DAYS_AFTER_CLOSING'] as const) : []),
  ]
}

function problems(wrong: ReadonlySet<string>, set: Record<string, unknown>): Problem[] {
  return (Object.keys(variables) as Variable[])
    .filter((variable) => wrong.has(variable))
    .map((variable) => ({ variable, problem: variable in set ? 'unusable' : 'missing' }))
}

/** Reversed hours or days open on no day at all, and the clock for answers would never run. */
function opensSometimes(set: string): boolean {
  const { days, from, to } = readServiceHours(set)
  return days.length > 0 && from < to
}

/** A name, not a distance from UTC: that would be wrong in half of the year. */
function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false
  try {
    return new Intl.DateTimeFormat('de-DE', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** The file history lives in. The sandbox has one of its own: sample data never meets real history. */
export function databasePath(read: Exclude<Read, { problems: unknown }>): string {
  const { DATABASE_PATH } = read.config
  return read.mode === 'live' ? DATABASE_PATH : join(sandboxFolder(read.config), 'amtsfunk.db')
}

/** Where the sandbox keeps its state. */
export function sandboxFolder(config: SandboxConfig): string {
  return join(dirname(config.DATABASE_PATH), 'sandbox')
}

/** Service hours as set ("Mo-Fr 09:00-16:00"): weekdays from 1 (Monday), and from when to when. */
export function readServiceHours(set: string): { days: number[]; from: string; to: string } {
  const [, first = 'Mo', last = 'Fr'] = serviceHours.exec(set) ?? []
  const [, times = '09:00-16:00'] = set.split(' ')
  const [from = '09:00', to = '16:00'] = times.split('-')
  const day = (name: string) => weekdays.findIndex((weekday) => weekday === name) + 1
  const days = weekdays
    .map((_, index) => index + 1)
    .filter((number) => number >= day(first) && number <= day(last))
  return { days, from, to }
}
