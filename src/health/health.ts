// What the office knows of its own health, and the address at which whoever supervises asks for it. What counts is
// the last success of each part, not that something still ticks.
import { once } from 'node:events'
import { createServer } from 'node:http'
import { healthText, type Part, type Trouble, type Why } from '../wording/health.ts'

export type Health = {
  /** A part has just done what it is there for. */
  ok(part: Part): void
  /** A part has just failed, or has been failing for so many milliseconds. It is bad until its next success. */
  bad(part: Part, why: Why, lasting?: number): void
  /** For works of many names that all belong to one part: the part is bad while any of them broke off and has not gone
   * well since. Call it once for a part. */
  works(part: Part): Works
  /** Everything that is wrong now; nothing while all is well. */
  troubles(): readonly Trouble[]
}

/** Hears that a work broke off, or went well. */
export type Works = { broke(name: string): void; went(name: string): void }

/** How long a part may go without a success until that is trouble, in milliseconds. Parts that are only used now and
 * then have no such limit. */
const longestSilence: Partial<Record<Part, number>> = {
  // A round ends when the slowest call to a network does.
  desk: 90_000,
  database: 90_000,
  slack: 90_000,
}

/** What a restart does not mend and nobody at the office can: others are away or bid us wait, or it is not bad yet.
 * Everything else wants a person or a supervisor to act. */
const passing: ReadonlySet<Why> = new Set([
  'unreachable',
  'rate-limit',
  'unreadable',
  'nearly-full',
])

/** Keeps what each part reports. `elapsed` tells how much time passes, in milliseconds. */
export function openHealth(elapsed: () => number): Health {
  const begun = elapsed()
  const lastOk = new Map<Part, number>()
  const failing = new Map<Part, { why: Why; since: number }>()
  /** Works that broke off, and since when they do, for each part that has such. */
  const broken = new Map<Part, Map<string, number>>()

  function trouble(part: Part, why: Why, since: number): Trouble {
    return {
      part,
      why,
      seconds: Math.round((elapsed() - since) / 1000),
      isPassing: passing.has(why),
    }
  }

  return {
    ok(part) {
      lastOk.set(part, elapsed())
      failing.delete(part)
    },
    bad(part, why, lasting = 0) {
      const since = failing.get(part)?.since ?? elapsed() - lasting
      failing.set(part, { why, since })
    },
    works(part) {
      const since = new Map<string, number>()
      broken.set(part, since)
      return {
        broke(name) {
          if (!since.has(name)) since.set(name, elapsed())
        },
        went: (name) => since.delete(name),
      }
    },
    troubles() {
      const told = [...failing].map(([part, { why, since }]) => trouble(part, why, since))
      const broke = [...broken].flatMap(([part, since]) =>
        since.size === 0 ? [] : [trouble(part, 'broke-off', Math.min(...since.values()))],
      )
      const silent = (Object.entries(longestSilence) as [Part, number][]).flatMap(
        ([part, longest]) => {
          const since = lastOk.get(part) ?? begun
          const isSilent = !failing.has(part) && elapsed() - since > longest
          return isSilent ? [trouble(part, 'silent', since)] : []
        },
      )
      return [...told, ...broke, ...silent]
    },
  }
}

/** Answers GET /healthz on 127.0.0.1: 503 while something is wrong that a person or a restart must mend, else 200;
 * and what is wrong, one line each. The answer closes it. Throws if the port is taken. */
export async function startHealth(port: number, health: Health): Promise<() => void> {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/plain; charset=utf-8')
    if (request.method !== 'GET' || request.url !== '/healthz') {
      response.writeHead(404).end()
      return
    }
    const troubles = health.troubles()
    const isWell = troubles.every(({ isPassing }) => isPassing)
    response.writeHead(isWell ? 200 : 503).end(healthText(troubles))
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return () => {
    server.close()
    // Whoever asks keeps the line open for the next time.
    server.closeAllConnections()
  }
}
