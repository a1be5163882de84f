// What comes from X has a size: an answer that does not end is let go while it comes.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { caller, longestAnswer } from '../../../src/networks/x/call.ts'
import { outcomeOfError, TooLong } from '../../../src/networks/x/outcome.ts'
import { readFailed } from '../../../src/networks/x/read-failed.ts'

const keys = { appKey: 'a', appSecret: 'b', accessToken: 'c', accessSecret: 'd' }

/** A server that answers with as much as somebody takes, up to two hundred megabytes. */
async function flooding() {
  let sent = 0
  const chunk = Buffer.alloc(64 * 1024, 'x')
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'application/json')
    response.write('{"data":"')
    const more = () => {
      while (sent < 200_000_000 && !response.destroyed) {
        sent += chunk.length
        if (!response.write(chunk)) {
          response.once('drain', more)
          return
        }
      }
      response.end('"}')
    }
    more()
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}`, sent: () => sent }
}

test('an answer of two hundred megabytes is refused after a few of them', async () => {
  const { address, sent } = await flooding()
  const call = caller(keys, address, 20_000)
  const before = { at: performance.now(), memory: process.memoryUsage.rss() }
  const error = await call((client) => client.v2.me()).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(TooLong)
  expect(sent()).toBeLessThan(longestAnswer + 16_000_000)
  expect(performance.now() - before.at).toBeLessThan(3_000)
  expect(process.memoryUsage.rss() - before.memory).toBeLessThan(150_000_000)
})

test('nobody knows whether a post got out whose answer was too long, and a reading of it is unreadable', () => {
  const error = new TooLong('long')
  expect(outcomeOfError(error, 0)).toEqual({ outcome: 'unknown', because: 'unreadable-answer' })
  expect(readFailed(error, 0)).toEqual({ failed: 'unreadable', until: null })
})
