// Loaded before the program: a clock of its own that the campaign moves. "pass" is time that goes by: all clocks
// go on, and what waits for a timer waits that much less. "jump" moves the wall clock alone, as NTP does.
import Module, { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { performance } from 'node:perf_hooks'

/** A timer as Node keeps it: when it began to wait (on the loop's own clock) and for how long. */
type Kept = NodeJS.Timeout & { _destroyed: boolean; _idleStart: number; _idleTimeout: number }

export type Move = { pass: number } | { jump: number }

const RealDate = Date
const realNow = performance.now.bind(performance)
const realBigint = process.hrtime.bigint.bind(process.hrtime)

let ahead = Number(process.env.CAMPAIGN_AHEAD ?? 0)
let passed = 0

class MovedDate extends RealDate {
  constructor(...given: unknown[]) {
    if (given.length === 0) super(RealDate.now() + ahead)
    else super(...(given as [number]))
  }
  static override now(): number {
    return Math.floor(RealDate.now() + ahead)
  }
}
keepRealTime()
globalThis.Date = MovedDate as DateConstructor
performance.now = () => realNow() + passed
process.hrtime = Object.assign(
  (before?: [number, number]): [number, number] => {
    const now = realBigint() + BigInt(Math.round(passed * 1e6))
    const since = before === undefined ? 0n : BigInt(before[0]) * 1_000_000_000n + BigInt(before[1])
    return [Number((now - since) / 1_000_000_000n), Number((now - since) % 1_000_000_000n)]
  },
  { bigint: () => realBigint() + BigInt(Math.round(passed * 1e6)) },
)

/** The line to Slack counts the seconds between pings, and these come in real time. */
function keepRealTime(): void {
  type Compiling = { _compile(content: string, path: string): unknown }
  const require = createRequire(join(process.cwd(), 'package.json'))
  const line = createRequire(require.resolve('@slack/bolt')).resolve('@slack/socket-mode')
  const { prototype } = Module as unknown as { prototype: Compiling }
  const compile = prototype._compile
  prototype._compile = function (this: Compiling, content, path) {
    const isLine = path.includes('socket-mode')
    return compile.call(
      this,
      isLine ? `const Date = globalThis.realDate;${content}` : content,
      path,
    )
  }
  Object.assign(globalThis, { realDate: RealDate })
  require(join(dirname(line), 'SlackWebSocket.js'))
  prototype._compile = compile
}

const timers = new Set<Kept>()
const begin = { timeout: globalThis.setTimeout, interval: globalThis.setInterval }

function keep(timer: NodeJS.Timeout): NodeJS.Timeout {
  // Schedules and short waits go by the time that passes; time-outs of calls and of the line to Slack are real,
  // as the answers they wait for are.
  const isShort = (timer as Kept)._idleTimeout <= 5_000
  const from = new Error().stack ?? ''
  if (from.includes('socket-mode') || !(isShort || from.includes('node-cron'))) return timer
  if (timers.size > 200) prune()
  timers.add(timer as Kept)
  return timer
}
function prune(): void {
  for (const timer of timers) if (timer._destroyed) timers.delete(timer)
}
const kept =
  <Given extends unknown[]>(start: (...given: Given) => NodeJS.Timeout) =>
  (...given: Given) =>
    keep(start(...given))
Object.assign(globalThis, {
  setTimeout: Object.assign(kept(begin.timeout), begin.timeout),
  setInterval: kept(begin.interval),
})

/** A second at most: whoever looks at the clock every second misses none. */
function step(milliseconds: number): void {
  ahead += milliseconds
  passed += milliseconds
  prune()
  for (const timer of timers) {
    const left = timer._idleStart + timer._idleTimeout - realNow()
    timer._idleTimeout = Math.max(1, Math.round(left - milliseconds))
    timer.refresh()
  }
}

async function pass(milliseconds: number): Promise<void> {
  for (let left = milliseconds; left > 0; left -= 1_000) {
    step(Math.min(1_000, left))
    await new Promise((resolve) => begin.timeout(resolve, 2))
  }
}

process.on('message', (move: Move) => {
  if ('jump' in move) ahead += move.jump
  const moved = 'pass' in move ? pass(move.pass) : Promise.resolve()
  void moved.then(() => process.send?.('moved'))
})
// The campaign's line must not keep a program alive that wants to end.
process.channel?.unref()
