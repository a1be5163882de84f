// How often may one call? X's limits with their headers.
import type { Clock } from '../contract.ts'

const quarter = 15 * 60
const day = 24 * 60 * 60

/** Calls per 15 minutes and user. */
const limits: Readonly<Record<string, number>> = {
  'POST /2/tweets': 100,
  'DELETE /2/tweets/:id': 50,
  'GET /2/tweets': 5000,
  'GET /2/tweets/:id': 900,
  'GET /2/tweets/search/recent': 300,
  'GET /2/users/:id/tweets': 900,
  'GET /2/users/:id/mentions': 300,
  'GET /2/users/me': 75,
  'PUT /2/tweets/:id/hidden': 50,
  'POST /2/users/:id/muting': 50,
  'DELETE /2/users/:id/muting/:target': 50,
  'GET /2/usage/tweets': 50,
  'POST /2/media/metadata': 500,
}
/** All media calls besides metadata. */
const otherwise = 1875
/** Posts per 24 hours and app. */
const daily = 10_000

type Window = { until: number; used: number }

export type Counted = { headers: Record<string, string>; exhausted: boolean }

/** Counts the calls of a route by the sandbox's clock. `exhausted` from the first call over the limit on. */
export function rates(clock: Clock): { count(route: string): Counted; forget(): void } {
  const windows = new Map<string, Window>()

  function use(name: string, seconds: number): Window {
    const now = clock.now() / 1000
    const known = windows.get(name)
    // A clock set back opens a new window, too.
    const isCurrent = known !== undefined && now < known.until && now >= known.until - seconds
    const window = isCurrent ? known : { until: Math.ceil(now + seconds), used: 0 }
    window.used += 1
    windows.set(name, window)
    return window
  }

  return {
    count: (route) => {
      const limit = limits[route] ?? otherwise
      const window = use(route, quarter)
      const headers = headersFor('x-rate-limit-', limit, window)
      if (route !== 'POST /2/tweets') return { headers, exhausted: window.used > limit }
      const whole = use('day', day)
      return {
        headers: { ...headers, ...headersFor('x-app-limit-24hour-', daily, whole) },
        exhausted: window.used > limit || whole.used > daily,
      }
    },
    forget: () => {
      windows.clear()
    },
  }
}

function headersFor(
  prefix: string,
  limit: number,
  { used, until }: Window,
): Record<string, string> {
  return {
    [`${prefix}limit`]: String(limit),
    [`${prefix}remaining`]: String(Math.max(0, limit - used)),
    [`${prefix}reset`]: String(until),
  }
}

/** The headers of a limit used up for `seconds` more. */
export function usedUp(clock: Clock, seconds = quarter): Record<string, string> {
  const until = Math.ceil(clock.now() / 1000 + seconds)
  return headersFor('x-rate-limit-', 100, { used: 100, until })
}
