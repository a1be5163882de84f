// The log: one JSON line per event on stdout. It says what broke and where, and never what anybody wrote.
import { writeSync } from 'node:fs'
import { pino, type DestinationStream, type Logger } from 'pino'

/** Opens a log. Of an error it keeps name, message, code, stack and causes: libraries hang requests,
 * answers and headers on their errors, and those hold texts of people and secrets. A line that stdout does not take
 * is dropped: the office goes on beside a full disk. */
export function openLog(level: string, destination: DestinationStream = stdout): Logger {
  return pino({ level, base: null, serializers: { err: plain } }, destination)
}

/** How often a pipe whose reader is slow is asked again, and how long between, in milliseconds. */
const patience = { tries: 20, pause: 2 }
const pause = new Int32Array(new SharedArrayBuffer(4))

const stdout: DestinationStream = {
  write(line) {
    let left: Buffer = Buffer.from(line)
    for (let tries = 0; left.length > 0 && tries < patience.tries; tries += 1) {
      try {
        left = left.subarray(writeSync(1, left))
      } catch (error) {
        if (!isPipeFull(error)) return
        Atomics.wait(pause, 0, 0, patience.pause)
      }
    }
  },
}

function isPipeFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EAGAIN'
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
