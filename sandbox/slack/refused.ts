// How a method of the Web API says no.

/** Thrown by methods, answered as HTTP 200 { ok: false, error, …more }. */
export class Refused extends Error {
  readonly error: string
  readonly more: Record<string, unknown>

  constructor(error: string, more: Record<string, unknown> = {}) {
    super(error)
    this.error = error
    this.more = more
  }
}

/** A refusal with Slack's explanations, e.g. "[ERROR] missing required field: channel". */
export function refusedBecause(error: string, messages: readonly string[]): Refused {
  const errors = messages.map((message) => message.replace('[ERROR] ', ''))
  return new Refused(error, { errors, response_metadata: { messages } })
}
