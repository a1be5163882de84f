// Why did a read tell nothing? Every way it can fail, as one of the port's reasons.
import { ApiPartialResponseError, ApiResponseError } from 'twitter-api-v2'
import type { ReadFailed } from '../../core/outcome.ts'
import { resetOf, TooLong } from './outcome.ts'

/** The reason for what the client threw. A connection cut within the answer counts as no answer: the next try
 * may go well, while an answer that is whole and no JSON will hardly change by itself. */
export function readFailed(error: unknown, now: number): ReadFailed {
  if (error instanceof ApiResponseError) {
    const failed = failedBy(error.code)
    return { failed, until: failed === 'rate-limit' ? resetOf(error, now) : null }
  }
  const isUnreadable =
    error instanceof TooLong ||
    (error instanceof ApiPartialResponseError &&
      error.response.complete &&
      (error.response.statusCode ?? 0) < 500)
  return { failed: isUnreadable ? 'unreadable' : 'unreachable', until: null }
}

function failedBy(status: number): ReadFailed['failed'] {
  if (status === 429) return 'rate-limit'
  if (status === 402) return 'no-credit'
  if (status === 401 || status === 403) return 'unauthorized'
  return status === 408 || status >= 500 ? 'unreachable' : 'unreadable'
}
