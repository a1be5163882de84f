// A bot running in a process of its own.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout as rest } from 'node:timers/promises'

export type Bot = {
  /** From the spawn until it was ready, in milliseconds. */
  startedIn: number
  /** Resident memory in MB of the process and all it started, as Linux counts it. */
  memory(): number
} & AsyncDisposable

/** Starts a program and waits until it is ready. Throws, with all it said, if it ends before. */
export async function start(
  program: string,
  env: Record<string, string>,
  isReady: (said: string) => boolean | Promise<boolean>,
): Promise<Bot> {
  const began = performance.now()
  const child = spawn(process.execPath, ['--import', 'tsx', program], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  }
  while (!(await isReady(said))) {
    if (child.exitCode !== null)
      throw new Error(`${program} ended with ${child.exitCode}:\n${said}`)
    if (performance.now() - began > 30_000) throw new Error(`${program} is not ready:\n${said}`)
    await rest(2)
  }
  return {
    startedIn: performance.now() - began,
    memory: () => residentMemory(child.pid!),
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

function residentMemory(pid: number): number {
  const read = (file: string) => readFileSync(`/proc/${pid}/${file}`, 'utf8')
  const kilobytes = Number(/VmRSS:\s*(\d+) kB/.exec(read('status'))?.[1])
  const children = read(`task/${pid}/children`).trim().split(' ').filter(Boolean)
  return children.reduce((sum, child) => sum + residentMemory(Number(child)), kilobytes / 1024)
}
