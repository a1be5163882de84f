// X behind the port does what any network must do.
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { office } from '../../../sandbox/x/store.ts'
import type { CitizenAct, Fault } from '../../../sandbox/contract.ts'
import { x } from '../../../src/networks/x/x.ts'
import { conforms } from '../conformance.ts'
import type { Asking, NetworkUnderTest, Trouble } from '../under-test.ts'
import { posts, startOffice } from './office-on-x.ts'

conforms('X', { start })

const kinds: Record<Trouble, Fault['kind']> = {
  'taken-and-cut': 'lost-answer',
  'taken-and-silent': 'hang-after-commit',
  'taken-and-half': 'half-body',
  cut: 'dropped',
  silent: 'hang',
  broken: 'server-error',
  nonsense: 'html',
  busy: 'rate-limit',
  unpaid: 'no-credit',
}

const routes: Record<Asking, string> = {
  account: 'GET /2/users/me',
  publish: 'POST /2/tweets',
  find: 'GET /2/users/:id/tweets',
  mentions: 'GET /2/users/:id/mentions',
  gone: 'GET /2/tweets',
  counters: 'GET /2/users/:id/tweets',
  audience: 'GET /2/users/me',
  setHidden: 'PUT /2/tweets/:id/hidden',
  setMuted: 'POST /2/users/:id/muting',
}

async function start({ patient } = { patient: false }): Promise<NetworkUnderTest> {
  const { network, local, clock, address, does, deadline } = await startOffice(
    patient ? 20_000 : 800,
  )
  const wrong = { ...local.credentials, accessSecret: 'a-key-that-is-wrong' }
  const options = { now: clock.now, deadlineMs: deadline }
  const act = (one: CitizenAct) => does(one)
  return {
    network,
    away: x({ ...options, keys: local.credentials, apiUrl: await nobodyThere() }),
    lockedOut: x({ ...options, keys: wrong, apiUrl: address }),
    clock,
    secrets: [...Object.values(local.credentials), wrong.accessSecret],
    name: `@${office.handle}`,
    account: office,
    online: () =>
      local.sight().posts.map(({ id, text, url, inReplyTo, author, hidden }) => ({
        ...{ id, text, url, hidden, muted: author.muted },
        answers: inReplyTo,
        ours: author.office,
      })),
    attempts: () => posts(local),
    strike: (trouble, asking, seconds) => {
      const method = routes[asking]
      local.setFaults([
        { kind: kinds[trouble], method, times: 1, ...(seconds !== undefined && { seconds }) },
      ])
    },
    findLate: (seconds) => {
      local.setFaults([{ kind: 'late-index', times: 1, seconds }])
    },
    citizen: {
      writes: (text, { by = 'anna_b', answers, closed = false } = {}) =>
        act({
          ...{ act: 'post', handle: by, name: by, text },
          ...(answers !== undefined && { inReplyTo: answers }),
          ...(closed && { closed }),
        }),
      edits: (id, text) => act({ act: 'edit', id, text }),
      deletes: (id) => void act({ act: 'delete', id }),
      protects: (handle) => void act({ act: 'protect', handle }),
      unprotects: (handle) => void act({ act: 'unprotect', handle }),
      leaves: (handle) => void act({ act: 'leave', handle }),
      flood: (count) => void act({ act: 'flood', count }),
    },
  }
}

async function nobodyThere(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return `http://127.0.0.1:${port}`
}
