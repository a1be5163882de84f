// The program as a process of its own, to be stopped as power cuts and supervisors stop it.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { LiveConfig } from '../../src/config.ts'
import { builtPath } from './built.ts'

export type Program = {
  child: ChildProcess
  /** Everything it said so far on both streams. */
  said(): string
  /** Resolves when it says it is ready. Fails with what it said if it ends before. */
  ready: Promise<void>
  /** The exit code, or the signal that ended it. */
  ended: Promise<number | string>
  /** SIGKILL: nothing of it can react. */
  kill(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Starts a program of ours, src/main.ts unless others are named with their words, with a configuration as
 * environment and nothing else. */
export function startProgram(
  config: Partial<LiveConfig>,
  program: readonly string[] = ['src/main.ts'],
): Program {
  const environment = Object.fromEntries(
    Object.entries(config).map(([name, value]) => [name, String(value)]),
  )
  const child = spawn(process.execPath, program.map(built), {
    cwd: root,
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const hear = (text: Buffer) => {
    said += text.toString('utf8')
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const ended = once(child, 'close').then(([code, signal]: unknown[]) =>
    typeof code === 'number' ? code : String(signal),
  )
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', () => {
      if (said.includes('bereit')) resolve()
    })
    void ended.then((how) => {
      reject(new Error(`the program ended (${how}) before it was ready:\n${said}`))
    })
  })
  // Who does not wait for ready must not be told about it.
  ready.catch(() => undefined)
  const kill = async () => {
    child.kill('SIGKILL')
    await ended
  }
  return { child, said: () => said, ready, ended, kill, [Symbol.asyncDispose]: kill }
}

/** A file of ours as it was built before the tests; anything else as it is. */
function built(word: string): string {
  return /^(src|test)\/.*\.ts$/.test(word) ? builtPath(word) : word
}
