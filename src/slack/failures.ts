// How a call to Slack can fail, told apart by what may have happened.
import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api'
import type { Place, Written } from '../desk/ports/newsroom.ts'

/** The word with which Slack refuses; null for every other failure. */
export function platformError(error: unknown): string | null {
  return error instanceof WebAPIPlatformError ? error.data.error : null
}

/** Whether it was Slack that did not answer, or wants to be left alone: nothing is known then. */
export function isAway(error: unknown): boolean {
  return (
    error instanceof WebAPIRequestError ||
    error instanceof WebAPIHTTPError ||
    busyFor(error) !== null ||
    slackFailed.has(platformError(error) ?? '')
  )
}

// Slack's own failures, which may have happened after the message was taken.
const slackFailed = new Set([
  'fatal_error',
  'internal_error',
  'service_unavailable',
  'request_timeout',
])

/** For how long Slack wants to be left alone, in milliseconds; a quarter of an hour at most, whatever it says. Null
 * where it is not about that. */
export function busyFor(error: unknown): number | null {
  const longest = 15 * 60_000
  if (error instanceof WebAPIRateLimitedError) return Math.min(error.retryAfter * 1000, longest)
  return platformError(error) === 'ratelimited' ? 30_000 : null
}

/** Whether Slack only has no time, or a fault of its own. */
export function passesByItself(error: unknown): boolean {
  return busyFor(error) !== null || slackFailed.has(platformError(error) ?? '')
}

/** What a write that failed means. */
export function howItFailed(error: unknown): Exclude<Written, { written: Place }> {
  const wait = busyFor(error)
  if (wait !== null) return { failed: 'busy', wait }
  const refused = platformError(error)
  if (refused !== null) {
    if (refused === 'message_not_found' || refused === 'thread_not_found') return { failed: 'gone' }
    return slackFailed.has(refused) ? { failed: 'unknown' } : { failed: 'refused', error: refused }
  }
  if (error instanceof WebAPIHTTPError && error.statusCode < 500 && error.statusCode !== 408) {
    return { failed: 'refused', error: `HTTP ${error.statusCode}` }
  }
  return error instanceof WebAPIRequestError && isUnreached(error.original)
    ? { failed: 'busy', wait: 3_000 }
    : { failed: 'unknown' }
}

function isUnreached(error: unknown): boolean {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
  const code = cause instanceof Error && 'code' in cause ? cause.code : null
  return code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN'
}
