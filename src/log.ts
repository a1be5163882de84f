// The log: one JSON line per event on stdout. It says what broke and where, and never what anybody wrote.
import { pino, type DestinationStream, type Logger } from 'pino'

/** Opens a log. Of an error it keeps name, message, code, stack and causes: libraries hang requests,
 * answers and headers on their errors, and those hold texts of people and secrets. */
export function openLog(level: string, destination?: DestinationStream): Logger {
  return pino({ level, base: null, serializers: { err: plain } }, destination)
}

type Plain = {
  type: string
  message: string
  code?: unknown
  stack?: string
  cause?: Plain | string
}

function plain(error: unknown): Plain | string {
  if (!(error instanceof Error)) return typeof error
  const { name, message, stack, cause } = error
  return {
    type: name,
    message,
    ...('code' in error && { code: error.code }),
    ...(stack !== undefined && { stack }),
    ...(cause !== undefined && { cause: plain(cause) }),
  }
}
