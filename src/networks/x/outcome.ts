// Every way a write to X can end, told apart (x.md sections 2 and 3). What is not known to be refused
// or not taken is unknown: a post twice is worse than a question to a person.
import { ApiPartialResponseError, ApiRequestError, ApiResponseError } from 'twitter-api-v2'
import { z } from 'zod'
import type { Outcome, RefusalByNetwork } from '../../core/outcome.ts'

const posted = z.object({ data: z.object({ id: z.string().regex(/^\d+$/) }) })
const problem = z
  .object({ detail: z.string(), title: z.string(), type: z.string() })
  .partial()
  .catch({})

/** The call did not come back in time. */
export class Late extends Error {}

/** Reads an answer that counts as success for the client; only a numeric id is one. */
export function outcomeOf(answer: unknown, linkTo: (id: string) => string): Outcome {
  // A 2xx with another content type comes as a string.
  const read = posted.safeParse(answer)
  if (!read.success) return { outcome: 'unknown', because: 'unreadable-answer' }
  const { id } = read.data.data
  return { outcome: 'posted', id, url: linkTo(id) }
}

/** Reads a failure. `now` in UTC milliseconds, for limits that do not say when they end. */
export function outcomeOfError(error: unknown): Outcome {
  if (error instanceof Late) return { outcome: 'unknown', because: 'timeout' }
  if (error instanceof ApiResponseError) return byStatus(error)
  if (error instanceof ApiPartialResponseError) {
    return { outcome: 'unknown', because: 'cut-connection' }
  }
  if (error instanceof ApiRequestError) return byConnection(causeOf(error))
  return { outcome: 'unknown', because: 'unreadable-answer' }
}

/** Whether X refused the credentials themselves. */
export function areCredentialsRefused(error: unknown): boolean {
  return error instanceof ApiResponseError && (error.code === 401 || error.code === 403)
}

function byStatus(error: ApiResponseError): Outcome {
  const { code: status } = error
  if (status === 429) return { outcome: 'not-sent', because: 'rate-limit', until: resetOf(error) }
  if (status === 402) return { outcome: 'not-sent', because: 'no-credit', until: null }
  if (status === 408) return { outcome: 'unknown', because: 'timeout' }
  if (status >= 500) return { outcome: 'unknown', because: 'server-error' }
  if (status < 400) return { outcome: 'unknown', because: 'unreadable-answer' }
  const { detail = '', title = '', type = '' } = problem.parse(error.data)
  return {
    outcome: 'refused',
    because: reason(status, detail, type.split('/').at(-1) ?? ''),
    status,
    detail: (detail === '' ? title : detail).slice(0, 300),
  }
}

// Both limits send their own headers; the later one decides.
function resetOf({ rateLimit }: ApiResponseError): number | null {
  const resets = [rateLimit, rateLimit?.day, rateLimit?.userDay]
    .filter((limit) => limit?.remaining === 0)
    .map((limit) => (limit?.reset ?? 0) * 1000)
  return resets.length === 0 ? null : Math.max(...resets)
}

// X has no error codes for these, only sentences; an unknown sentence stays "other", with X's words.
const sentences: readonly [RegExp, RefusalByNetwork][] = [
  [/duplicate content/i, 'duplicate'],
  [/too long/i, 'too-long'],
  [/not allowed because you have not been mentioned|not permitted to reply/i, 'reply-not-allowed'],
  [/media ids? (are|is) invalid|invalid media/i, 'bad-media'],
  [/locked|suspended/i, 'account-locked'],
  [/not permitted to access|not permitted to perform/i, 'no-permission'],
]

function reason(status: number, detail: string, type: string): RefusalByNetwork {
  if (status === 401) return 'unauthorized'
  if (type === 'oauth1-permissions' || type === 'client-not-enrolled') return 'no-permission'
  return sentences.find(([pattern]) => pattern.test(detail))?.[1] ?? 'other'
}

const beforeWriting = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
])

function byConnection(cause: { code: string; message: string }): Outcome {
  const { code, message } = cause
  if (beforeWriting.has(code) || /^(CERT_|ERR_TLS_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO)/.test(code)) {
    return { outcome: 'not-sent', because: 'unreachable', until: null }
  }
  const isLate = code === 'ETIMEDOUT' || /timeout/i.test(message)
  return { outcome: 'unknown', because: isLate ? 'timeout' : 'cut-connection' }
}

// The client's own `requestError` is always undefined; the cause is in its options.
function causeOf(error: ApiRequestError): { code: string; message: string } {
  const { _options: options } = error as unknown as { _options?: { error?: unknown } }
  const cause = options?.error
  if (!(cause instanceof Error)) return { code: '', message: '' }
  // Connecting to a name with several addresses fails with all their errors at once.
  const one: unknown = cause instanceof AggregateError ? cause.errors[0] : cause
  const code = one instanceof Error && 'code' in one ? String(one.code) : ''
  return { code, message: cause.message }
}
