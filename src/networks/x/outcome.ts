// What has become of a post? Every way a call to X can end, as one of the office's four outcomes.
import { ApiPartialResponseError, ApiRequestError, ApiResponseError } from 'twitter-api-v2'
import { z } from 'zod'
import type { DoubtBecause, HideOutcome, Outcome } from '../../core/outcome.ts'
import { id } from './ids.ts'
import { complaint, refusal } from './refusal.ts'

type Failure = Exclude<Outcome, { outcome: 'posted' }>

/** The whole call, answer included, took longer than its deadline. */
export class Overdue extends Error {}

/** An answer is longer than any that X gives. */
export class TooLong extends Error {}

// A type other than JSON arrives as a string, whatever its status: only a numeric id is proof.
const taken = z.object({ data: z.object({ id }) })

/** The outcome of a call that X answered without an error status. */
export function outcomeOfAnswer(body: unknown, linkTo: (id: string) => string): Outcome {
  const parsed = taken.safeParse(body)
  if (!parsed.success) return unknown('unreadable-answer')
  const { id } = parsed.data.data
  return { outcome: 'posted', id, url: linkTo(id) }
}

const hiding = z.object({ data: z.object({ hidden: z.boolean() }) })

/** The outcome of hiding or unhiding a reply that X answered without an error status. */
export function outcomeOfHiding(body: unknown, hidden: boolean): HideOutcome {
  const parsed = hiding.safeParse(body)
  const isDone = parsed.success && parsed.data.data.hidden === hidden
  return isDone ? { outcome: 'done' } : unknown('unreadable-answer')
}

const muting = z.object({ data: z.object({ muting: z.boolean() }) })

/** The outcome of muting an account, or ending that, which X answered without an error status. */
export function outcomeOfMuting(body: unknown, muted: boolean): HideOutcome {
  const parsed = muting.safeParse(body)
  const isDone = parsed.success && parsed.data.data.muting === muted
  return isDone ? { outcome: 'done' } : unknown('unreadable-answer')
}

const removal = z.object({ data: z.object({ deleted: z.literal(true) }) })

/** The outcome of deleting a post that X answered without an error status. */
export function outcomeOfRemoval(body: unknown): HideOutcome {
  return removal.safeParse(body).success ? { outcome: 'done' } : unknown('unreadable-answer')
}

/** The same for a call that threw. A page that is not there is here the post that was to be hidden. */
export function outcomeOfFailedHiding(error: unknown, now: number): Failure {
  const failure = outcomeOfError(error, now)
  const isMissing =
    failure.outcome === 'refused' && failure.because === 'other' && failure.status === 404
  return isMissing ? { ...failure, because: 'target-missing' } : failure
}

/** The outcome of a call that threw. Whatever is not known to have stopped before X read it is unknown. */
export function outcomeOfError(error: unknown, now: number): Failure {
  if (error instanceof Overdue) return unknown('timeout')
  if (error instanceof TooLong) return unknown('unreadable-answer')
  if (error instanceof ApiResponseError) return outcomeOfStatus(error, now)
  if (error instanceof ApiPartialResponseError) {
    if ((error.response.statusCode ?? 0) >= 500) return unknown('server-error')
    // Complete, yet no JSON; otherwise the connection broke off within the body.
    return unknown(error.response.complete ? 'unreadable-answer' : 'cut-connection')
  }
  if (error instanceof ApiRequestError) return outcomeOfSilence(error)
  return unknown('cut-connection')
}

function outcomeOfStatus(error: ApiResponseError, now: number): Failure {
  const { code: status, data } = error
  if (status === 402) return { outcome: 'not-sent', because: 'no-credit', until: null }
  if (status === 429)
    return { outcome: 'not-sent', because: 'rate-limit', until: resetOf(error, now) }
  if (status === 408) return unknown('timeout')
  if (status >= 500) return unknown('server-error')
  const said = complaint(data)
  return { outcome: 'refused', because: refusal(status, said), status, detail: said.detail }
}

/** When the exhausted limit begins anew, in UTC milliseconds; null for the monthly cap, which no header
 * dates, and where the instant is missing or past. */
export function resetOf({ rateLimit, data }: ApiResponseError, now: number): number | null {
  if (complaint(data).problem === 'usage-capped') return null
  const daily = [rateLimit?.userDay, rateLimit?.day].find((limit) => limit?.remaining === 0)
  const reset = (daily ?? rateLimit)?.reset
  return reset !== undefined && reset * 1000 > now ? reset * 1000 : null
}

/** Without any answer: not sent where no connection came about, unknown otherwise. */
function outcomeOfSilence(error: ApiRequestError): Failure {
  const cause = causeOf(error)
  if (cause?.message === 'Request timeout.') return unknown('timeout')
  return isBeforeWriting(error, cause)
    ? { outcome: 'not-sent', because: 'unreachable', until: null }
    : unknown('cut-connection')
}

/** What happened to the request. The client's own `requestError` is always undefined (1.29.1). */
function causeOf(error: ApiRequestError): NodeJS.ErrnoException | null {
  const options = (error as unknown as { _options?: { error?: unknown } })._options
  return options?.error instanceof Error ? options.error : null
}

/** Nothing was written if no connection came about, or its TLS handshake failed: Node writes the request
 * only after the handshake. */
function isBeforeWriting(error: ApiRequestError, cause: NodeJS.ErrnoException | null): boolean {
  if (cause === null) return false
  const { socket } = error.request as { socket?: { secureConnecting?: boolean } | null }
  return (
    neverConnected(cause) ||
    socket?.secureConnecting === true ||
    isCertificateProblem(cause.code ?? '')
  )
}

/** Whether the name was not found or the connection not made; a host tried at several addresses fails with
 * one error for each. The code alone does not tell: EHOSTUNREACH can end a connection that had been made. */
function neverConnected(cause: NodeJS.ErrnoException): boolean {
  if (cause instanceof AggregateError) {
    return cause.errors.every((each) => each instanceof Error && neverConnected(each))
  }
  return cause.syscall === 'connect' || cause.syscall === 'getaddrinfo'
}

/** The codes by which a client turns down a server's certificate, which it sees during the handshake only. */
function isCertificateProblem(code: string): boolean {
  return /CERT|^UNABLE_TO_(GET|VERIFY)/.test(code)
}

/** A short word for a log: what went wrong, without a header, an address or a key. */
export function wordFor(error: unknown): string {
  if (error instanceof Overdue) return 'deadline passed'
  if (error instanceof TooLong) return 'answer too long'
  if (error instanceof ApiResponseError) {
    return `HTTP ${error.code} ${complaint(error.data).detail}`.trim()
  }
  if (error instanceof ApiPartialResponseError) return 'half an answer'
  if (error instanceof ApiRequestError) {
    const cause = causeOf(error)
    return cause?.code ?? cause?.message ?? 'no answer'
  }
  return 'unreadable answer'
}

function unknown(because: DoubtBecause): Extract<Outcome, { outcome: 'unknown' }> {
  return { outcome: 'unknown', because }
}
