// A look at a feed of the public internet: bounded in time and size, whatever answers.
import { Worker } from 'node:worker_threads'
import type { FeedItem, FeedSeen, LookAtFeed } from '../core/feed.ts'
import { askPublic, NotPublic, theInternet, type Ways } from './ask-public.ts'

/** For all of it, redirects and reading included, in milliseconds. */
const patience = 10_000
/** In bytes, unpacked. */
const largest = 2_000_000
const accept = 'application/rss+xml, application/atom+xml, application/xml, text/xml'

/** A look at feeds of the public internet: ten seconds and two megabytes at most. */
export function lookAtFeed(ways: Ways = theInternet): LookAtFeed {
  return async (address) => {
    try {
      const signal = AbortSignal.timeout(patience)
      return await askPublic(
        new URL(address),
        { ways, signal, accept },
        async ({ url, status, contentType, body }): Promise<FeedSeen> => {
          if (status < 200 || status > 299) return { is: 'missing' }
          const pieces: Buffer[] = []
          let size = 0
          for await (const piece of body) {
            size += piece.byteLength
            if (size > largest) return { is: 'too-large' }
            pieces.push(piece)
          }
          const given = { bytes: Buffer.concat(pieces), contentType, base: url.href }
          const items = await readInAThread(given, signal)
          return items === null ? { is: 'no-feed' } : { is: 'there', items }
        },
      )
    } catch (error) {
      return error instanceof NotPublic ? { is: 'not-public' } : { is: 'silent' }
    }
  }
}

/** Reads a feed in a thread of its own, which ends with `signal`. What breaks it is no feed. */
function readInAThread(
  given: { bytes: Uint8Array; contentType: string; base: string },
  signal: AbortSignal,
): Promise<FeedItem[] | null> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./feed-worker.js', import.meta.url), {
      workerData: given,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    })
    const end = () => void worker.terminate()
    signal.addEventListener('abort', end)
    worker.once('message', resolve)
    worker.once('error', () => {
      resolve(null)
    })
    worker.once('exit', () => {
      signal.removeEventListener('abort', end)
      // After a message or an error this changes nothing any more.
      resolve(null)
    })
  })
}
