// Pictures are worked on in a process of their own, not in a thread: what decodes them cannot be stopped inside a
// thread (`terminate` waits for it, for minutes), and where it crashes it takes its process along. That process is
// given no key and no token.
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileLimit, type Picture, type PictureRefusal } from '../core/picture.ts'

/** How long one picture may take, in milliseconds. */
const patience = 10_000
/** How long the process may take to open, in milliseconds: a slow disk, not a picture. */
const patienceToOpen = 60_000

export type Pictures = {
  /** Makes of a file the picture the public may see, the same of the same bytes; one after the other, in order. Refuses
   * what cannot be used. Throws if pictures cannot be worked on at all, or no longer. */
  ready: (bytes: Uint8Array) => Promise<Picture | PictureRefusal>
  /** Ends the work at once; what is not ready yet throws. */
  stop: () => Promise<void>
}

type Answer = { isOpen: true } | { made: Picture | PictureRefusal } | { fault: string }
type Heard = Answer | 'late' | 'ended'

/** A room where pictures are made ready. Its process starts with the first picture and stays; one that dies or hangs is
 * replaced, and the picture it happened to is refused. `deadline` for one picture in milliseconds; `started` hears the
 * number of each process. */
export function pictures({
  deadline = patience,
  started = () => undefined,
}: { deadline?: number; started?: (pid: number) => void } = {}): Pictures {
  let worker: ChildProcess | null = null
  let isStopped = false
  let last: Promise<unknown> = Promise.resolve()

  async function open(): Promise<ChildProcess> {
    if (worker?.connected === true && worker.exitCode === null) return worker
    const opening = fork(new URL('./worker.js', import.meta.url), {
      serialization: 'advanced',
      execArgv: [],
      // Without it, glibc keeps what a large picture took.
      env: { MALLOC_ARENA_MAX: '2' },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    // What goes wrong is heard by whoever waits; while nobody does, it must not end the bot.
    opening.on('error', () => undefined)
    worker = opening
    const said = await heard(opening, patienceToOpen)
    if (typeof said === 'string' || !('isOpen' in said)) {
      await end(opening)
      throw new Error(`the process for pictures did not open: ${worded(said)}`)
    }
    started(opening.pid ?? 0)
    return opening
  }

  async function make(bytes: Uint8Array): Promise<Picture | PictureRefusal> {
    if (isStopped) throw new Error('no more pictures are made ready: the office closes')
    const busy = await open()
    const answer = heard(busy, deadline)
    busy.send(bytes, () => undefined)
    const said = await answer
    if (typeof said !== 'string' && 'made' in said) return said.made
    await end(busy)
    if (stoppedMeanwhile()) throw new Error('a picture was not made ready: the office closes')
    if (said === 'late') return { refused: 'too-long', seconds: deadline / 1_000 }
    if (said === 'ended') return { refused: 'crashed' }
    throw new Error(`a picture was not made ready: ${worded(said)}`)
  }

  // Asked by a function, because it changes while something is awaited.
  const stoppedMeanwhile = () => isStopped

  return {
    ready: async (bytes) => {
      if (bytes.length === 0) return { refused: 'empty' }
      if (bytes.length > fileLimit) {
        return { refused: 'too-large', bytes: bytes.length, limit: fileLimit }
      }
      const made = last.then(() => make(bytes))
      last = made.catch(() => undefined)
      return await made
    },
    stop: async () => {
      isStopped = true
      if (worker !== null) await end(worker)
    },
  }
}

/** The next thing that a process says, or that it said nothing. */
function heard(worker: ChildProcess, milliseconds: number): Promise<Heard> {
  return new Promise((resolve) => {
    const answered = (answer: unknown) => settle(answer as Answer)
    const ended = () => settle('ended')
    const late = setTimeout(() => settle('late'), milliseconds)
    function settle(what: Heard): void {
      clearTimeout(late)
      worker.off('message', answered).off('exit', ended).off('error', ended)
      resolve(what)
    }
    worker.on('message', answered).on('exit', ended).on('error', ended)
    if (!worker.connected) ended()
  })
}

/** Ends a process, whatever it does. */
async function end(worker: ChildProcess): Promise<void> {
  if (worker.pid === undefined || worker.exitCode !== null || worker.signalCode !== null) return
  const gone = once(worker, 'exit')
  worker.kill('SIGKILL')
  await gone
}

function worded(said: Heard): string {
  if (typeof said === 'string') return said
  return 'fault' in said ? said.fault : 'an answer nobody asked for'
}
