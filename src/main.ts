// The process: reads the environment, opens the office or the sandbox, and closes what it opened.
import { systemClock } from './clock.ts'
import { readConfig, type SandboxConfig } from './config.ts'
import { openLog } from './log.ts'
import { openOffice } from './office/office.ts'
import {
  problemsSentence,
  readySentence,
  startProblemSentence,
  stoppingSentence,
  trialSentence,
  type StartProblem,
} from './wording/start.ts'
import type { Trial } from './trial.ts'

const read = readConfig(process.env)
if ('problems' in read) {
  console.error(problemsSentence(read.problems))
  process.exit(1)
}

const isLive = read.mode === 'live'
// Somebody who tries it out reads sentences, not log lines.
const log = openLog(isLive ? read.config.LOG_LEVEL : 'fatal')
let close: () => Promise<void> = () => Promise.resolve()
let leaving: Promise<void> | undefined

/** Closes what is open, then ends the process. The first call counts. */
function leave(code: number): void {
  leaving ??= close()
    .catch((error: unknown) => {
      log.error({ err: error }, 'closing broke off')
    })
    .then(() => process.exit(code))
}

// A supervisor starts the process anew, and a new start makes up for everything; going on deaf does not.
function broken(error: unknown): void {
  log.fatal({ err: error }, 'something broke that nobody catches')
  leave(1)
}
process.on('unhandledRejection', broken)
process.on('uncaughtException', broken)
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (leaving === undefined) console.log(stoppingSentence)
    leave(0)
  })
}

const opened =
  read.mode === 'live'
    ? await openOffice({ config: read.config, clock: systemClock, log, deaf })
    : await openSandbox(read.config)

if ('problem' in opened) {
  console.error(startProblemSentence(opened))
  process.exit(1)
}
close = () => opened.close()
console.log('address' in opened ? trialSentence(opened.address) : readySentence)

/** Opens the sandbox, where its packages are there: an installation for an office leaves them out. */
async function openSandbox(config: SandboxConfig): Promise<Trial | StartProblem> {
  const trial = await import('./trial.ts').catch((error: unknown) => {
    const isMissing = error instanceof Error && 'code' in error
    if (isMissing && error.code === 'ERR_MODULE_NOT_FOUND') return null
    throw error
  })
  if (trial === null) return { problem: 'sandbox-packages' }
  return trial.openTrial({ config, log, deaf })
}

function deaf(): void {
  log.fatal('Slack could not be heard for minutes')
  leave(1)
}
