// A local X on a port of its own, for tests. Everything is real except the address.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { TwitterApi, type ITwitterApiClientPlugin } from 'twitter-api-v2'
import { onTestFinished } from 'vitest'
import { agentFor } from '../../src/networks/x/address.ts'
import { openMemory } from '../../sandbox/memory.ts'
import { localX } from '../../sandbox/x/local-x.ts'

/** Starts it; it ends with the test. `clock.at` may be moved. */
export async function startLocalX() {
  const clock = { at: Date.parse('2026-11-23T10:00:00Z'), now: () => clock.at }
  const memory = openMemory(':memory:')
  let address = ''
  let changes = 0
  const local = localX({
    memory,
    clock,
    address: () => address,
    changed: () => (changes += 1),
  })
  const server = createServer(express().use(local.router))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  onTestFinished(() => {
    local.stop()
    server.closeAllConnections()
    server.close()
    memory.close()
  })
  const keys = local.credentials
  return {
    local,
    clock,
    address,
    changes: () => changes,
    /** The real client with the right keys but for the wrong ones given. */
    client: (wrong: Partial<typeof keys> = {}, plugins: ITwitterApiClientPlugin[] = []) =>
      new TwitterApi({ ...keys, ...wrong }, { httpAgent: agentFor(address), plugins }),
  }
}

/** What a rejected call was rejected with. */
export async function failure(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => {
      throw new Error('The call succeeded')
    },
    (error: unknown) => error,
  )
}
