// On how many days the office took on less than usual or let nothing out, and when it last looked at its own profile.
import type { Instant } from '../../core/content.ts'
import { declarationMatter, type Declaration } from '../../core/declaration/declaration.ts'
import { replay } from '../../core/matter.ts'
import { localOf } from '../../core/time/calendar.ts'
import type { Span } from '../../core/time/period.ts'
import type { Source } from '../source.ts'

/** Days count once, with the strictest of what held on them. */
export type OfficeFigures = {
  yellow: number
  red: number
  stopped: number
  crisis: number
  /** The last look at the own profile until the end of the span, and how much was missing; null for none. */
  profile: { at: Instant; missing: number } | null
}

/** What the press office declared, as the days of a span in an IANA time zone tell. What holds without an end is counted
 * until `now`. */
export function officeOf(
  { declarations }: Pick<Source, 'declarations'>,
  span: Span,
  { zone, now }: { zone: string; now: Instant },
): OfficeFigures {
  const end = Math.min(span.to, now)
  const all = declarations.flatMap(({ number, events }) => {
    const life = events.filter(({ at }) => at < Math.max(span.to, now))
    return replay(declarationMatter.evolve, number, life) ?? []
  })
  const on = (holds: (one: Declaration['declared']) => boolean) =>
    new Set(
      all
        .filter(({ declared }) => holds(declared))
        .flatMap((one) => daysOf(Math.max(one.from, span.from), Math.min(endOf(one), end), zone)),
    )
  const red = on((one) => one.is === 'capacity' && one.level === 'red')
  const yellow = on((one) => one.is === 'capacity' && one.level === 'yellow')
  const stopped = on((one) => one.is === 'stop' && one.lets === 'nothing')
  const crisis = on((one) => one.is === 'stop' && one.lets === 'warnings')
  const looked = all.flatMap(({ at, declared }) =>
    declared.is === 'profile' && at < span.to
      ? [{ at, missing: Object.values(declared.has).filter((has) => !has).length }]
      : [],
  )
  return {
    ...{ red: red.size, yellow: without(yellow, red) },
    ...{ stopped: stopped.size, crisis: without(crisis, stopped) },
    profile: looked.at(-1) ?? null,
  }
}

function without(days: ReadonlySet<string>, others: ReadonlySet<string>): number {
  return [...days].filter((day) => !others.has(day)).length
}

function endOf({ stage, until }: Declaration): Instant {
  return stage.is === 'ended' ? stage.at : (until ?? Infinity)
}

/** The local days of which some part lies between two instants. */
function daysOf(from: Instant, to: Instant, zone: string): string[] {
  if (to <= from) return []
  const last = localOf(to - 1, zone).date
  const days = [localOf(from, zone).date]
  for (let day = days[0]; day !== undefined && day < last;) {
    day = new Date(Date.parse(day) + 24 * 60 * 60_000).toISOString().slice(0, 10)
    days.push(day)
  }
  return days
}
