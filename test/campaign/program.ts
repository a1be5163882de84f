// The program as the campaign runs it: in a process of its own with a clock of its own.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { LiveConfig } from '../../src/config.ts'
import { builtPath } from '../support/built.ts'
import type { Move } from './own-clock.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

export type Life = {
  /** Whether the process is there. */
  isAlive(): boolean
  /** Resolves when it says it is ready; false if it ended or took more than a minute. */
  ready: Promise<boolean>
  /** What it said last, on both streams. */
  said(): string
  /** Whether the campaign ended it. */
  wasEnded(): boolean
  /** How it ended, with what it said last; null while it lives or if the campaign ended it. */
  endedByItself(): string | null
  /** Moves its clock and resolves when that is done, or when it is no more. */
  move(move: Move): Promise<void>
  /** SIGKILL: nothing of it can react. */
  kill(): Promise<void>
  /** SIGTERM; the exit code, or the signal that ended it. Kills what does not leave within forty seconds; "killed" if
   * somebody else killed it before. */
  leave(): Promise<number | string>
}

/** Begins a life of the program. `ahead` is how far its clock is before ours, in milliseconds. */
export function beginLife(config: LiveConfig, ahead: number): Life {
  const settings = Object.entries(config).map(([name, value]) => [name, String(value)] as const)
  const child = spawn(
    process.execPath,
    ['--import', builtPath('test/campaign/own-clock.ts'), builtPath('src/main.ts')],
    {
      cwd: root,
      env: {
        PATH: process.env.PATH,
        CAMPAIGN_AHEAD: String(ahead),
        ...(Object.fromEntries(settings) as Record<string, string>),
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  )
  let said = ''
  let alive = true
  let wanted = false
  const hear = (text: Buffer) => {
    // Ticks that a clock jumped over are said one by one.
    const lines = text.toString('utf8').split('\n')
    const telling = lines.filter((line) => !line.includes('NODE-CRON'))
    said = (said + telling.join('\n')).slice(-20_000)
  }
  // A line to a process that has just died breaks; that it died is seen anyway.
  child.on('error', () => undefined)
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  const ended = once(child, 'close').then(([code, signal]: unknown[]) => {
    alive = false
    return typeof code === 'number' ? code : String(signal)
  })
  let how: number | string | null = null
  void ended.then((end) => {
    how = end
  })
  let isKilled = false
  const kill = async () => {
    wanted = true
    isKilled = true
    child.kill('SIGKILL')
    await ended
  }
  return {
    isAlive: () => alive,
    ready: readiness(child, () => said.includes('bereit'), ended),
    said: () => said.slice(-2_000),
    wasEnded: () => wanted,
    endedByItself: () => (how === null || wanted ? null : `${how}\n${said.slice(-2_000)}`),
    async move(move) {
      if (!alive || !child.connected) return
      const moved = once(child, 'message').then(() => undefined)
      child.send(move, () => undefined)
      await Promise.race([moved, ended]).catch(() => undefined)
    },
    kill,
    async leave() {
      wanted = true
      child.kill('SIGTERM')
      const tooLong = setTimeout(() => child.kill('SIGKILL'), 40_000)
      const end = await ended
      clearTimeout(tooLong)
      return isKilled ? 'killed' : end
    },
  }
}

async function readiness(
  child: ChildProcess,
  isReady: () => boolean,
  ended: Promise<unknown>,
): Promise<boolean> {
  let looks = 0
  let looking: NodeJS.Timeout | undefined
  const ready = new Promise<boolean>((resolve) => {
    child.stdout?.on('data', () => {
      if (isReady()) resolve(true)
    })
    void ended.then(() => {
      resolve(false)
    })
    // Looks are counted, not seconds: a machine that stands still for a while gives nobody time to start.
    looking = setInterval(() => {
      looks += 1
      if (looks > 240) resolve(false)
    }, 250)
  })
  const answer = await ready
  clearInterval(looking)
  return answer
}
