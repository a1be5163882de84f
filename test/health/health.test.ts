// Whoever supervises the process asks whether it is well, and reads why it is not.
import { describe, expect, onTestFinished, test } from 'vitest'
import { openHealth, startHealth } from '../../src/health/health.ts'
import { watched } from '../../src/health/watched.ts'
import type { Network } from '../../src/desk/ports/network.ts'
import type { Outcome } from '../../src/core/outcome.ts'
import { healthText } from '../../src/wording/health.ts'
import { freePort } from '../support/bridge.ts'

const minute = 60_000

function open() {
  const time = { passed: 0 }
  const health = openHealth(() => time.passed)
  const allWell = () => {
    for (const part of ['desk', 'database', 'slack'] as const) health.ok(part)
  }
  allWell()
  return { time, health, allWell }
}

async function asked(health: ReturnType<typeof openHealth>) {
  const port = await freePort()
  onTestFinished(await startHealth(port, health))
  return async (path = '/healthz', method = 'GET') => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method })
    return { status: answer.status, text: await answer.text() }
  }
}

test('an office that does its work is well', async () => {
  const { health } = open()
  const ask = await asked(health)
  expect(await ask()).toEqual({ status: 200, text: 'ok\n' })
  expect((await ask('/')).status).toBe(404)
  expect((await ask('/healthz', 'POST')).status).toBe(404)
})

test('a part that has done nothing for a minute and a half is not well, though nothing failed', async () => {
  const { time, health } = open()
  const ask = await asked(health)
  time.passed = 90_000
  expect((await ask()).status).toBe(200)
  time.passed = 90_600
  health.ok('slack')
  health.ok('database')
  expect(await ask()).toEqual({
    status: 503,
    text: 'Störung\nBearbeitung: kein Erfolg mehr (seit 91 s)\n',
  })
  health.ok('desk')
  expect((await ask()).status).toBe(200)
})

test('one trouble is told from its beginning, whatever is added to it, until the next success', () => {
  const { time, health, allWell } = open()
  health.bad('network', 'unreachable')
  time.passed = 17 * minute
  allWell()
  health.bad('network', 'rate-limit')
  expect(health.troubles()).toEqual([
    { part: 'network', why: 'rate-limit', seconds: 17 * 60, isPassing: true },
  ])
  health.ok('network')
  expect(health.troubles()).toEqual([])
  health.bad('slack', 'deaf', 75_000)
  expect(health.troubles()).toEqual([{ part: 'slack', why: 'deaf', seconds: 75, isPassing: false }])
})

test('a part is bad while one of its works broke off, whatever else goes well', () => {
  const { time, health } = open()
  const works = health.works('desk')
  works.broke('one')
  time.passed = minute
  works.broke('other')
  works.broke('one')
  works.went('other')
  works.went('third')
  health.ok('desk')
  const why = { part: 'desk', why: 'broke-off', isPassing: false }
  expect(health.troubles()).toEqual([{ ...why, seconds: 60 }])
  works.went('one')
  expect(health.troubles()).toEqual([])
})

test('a network that is away for a year is a warning that no restart can mend', async () => {
  const { time, health, allWell } = open()
  const ask = await asked(health)
  health.bad('mentions', 'rate-limit')
  time.passed = 365 * 24 * 60 * minute
  allWell()
  expect(await ask()).toEqual({
    status: 200,
    text: 'Warnung\nErwähnungen von X lesen: bittet zu warten (seit 8760 h)\n',
  })
  health.bad('database', 'full')
  expect(await ask()).toEqual({
    status: 503,
    text: [
      'Störung',
      'Erwähnungen von X lesen: bittet zu warten (seit 8760 h)',
      'Datenbank: kein Platz mehr (seit 0 s)',
      '',
    ].join('\n'),
  })
})

test.each([
  [0, '0 s'],
  [119, '119 s'],
  [120, '2 min'],
  [7_199, '119 min'],
  [7_200, '2 h'],
])('%i seconds are told as %s', (seconds, told) => {
  const trouble = { part: 'disk', why: 'nearly-full', seconds, isPassing: true } as const
  expect(healthText([trouble])).toBe(`Warnung\nSpeicherplatz: wird knapp (seit ${told})\n`)
})

describe('what a network answers tells how it is', () => {
  const writing = { part: { kind: 'post', text: 'Guten Morgen', link: null }, replyTo: null }
  const whatItSays = async (outcome: Outcome) => {
    const { health } = open()
    const told = { publish: () => Promise.resolve(outcome) } as unknown as Network
    await watched(told, health).publish(writing as unknown as Parameters<Network['publish']>[0])
    return health.troubles().map(({ why }) => why)
  }

  test.each<[string, Outcome, string[]]>([
    ['it is posted', { outcome: 'posted', id: '1', url: '' }, []],
    [
      'one text is refused',
      { outcome: 'refused', because: 'too-long', status: 400, detail: '' },
      [],
    ],
    [
      'the keys are refused',
      { outcome: 'refused', because: 'unauthorized', status: 401, detail: '' },
      ['unauthorized'],
    ],
    [
      'the account is locked',
      { outcome: 'refused', because: 'account-locked', status: 403, detail: '' },
      ['account-locked'],
    ],
    ['it must wait', { outcome: 'not-sent', because: 'rate-limit', until: null }, ['rate-limit']],
    [
      'our post is not visible yet',
      { outcome: 'not-sent', because: 'not-visible', until: null },
      [],
    ],
    ['nothing answers', { outcome: 'unknown', because: 'timeout' }, ['unreachable']],
    ['nobody understands it', { outcome: 'unknown', because: 'unreadable-answer' }, ['unreadable']],
    ['it may be a duplicate', { outcome: 'unknown', because: 'duplicate' }, []],
  ])('%s', async (_, outcome, troubles) => {
    expect(await whatItSays(outcome)).toEqual(troubles)
  })

  test('reading mentions is a part of its own', async () => {
    const { health } = open()
    let failed: 'unreachable' | null = 'unreachable'
    const network = watched(
      {
        mentions: () =>
          Promise.resolve(failed === null ? { pages: [], missing: null } : { failed, until: null }),
        find: () => Promise.resolve({ sighting: failed === null ? 'absent' : 'unreadable' }),
        account: () => Promise.resolve({ failed: 'unreachable', until: null, said: 'away' }),
      } as unknown as Network,
      health,
    )
    await network.mentions({ since: 0 })
    expect(health.troubles()).toMatchObject([{ part: 'mentions', why: 'unreachable' }])
    await network.account()
    expect(health.troubles()).toMatchObject([{ part: 'mentions' }, { part: 'network' }])
    failed = null
    await network.find(writing as unknown as Parameters<Network['find']>[0], 0, new Set())
    expect(health.troubles()).toMatchObject([{ part: 'mentions' }])
    await network.mentions({ since: 0 })
    expect(health.troubles()).toEqual([])
  })

  test.each<[Outcome, string[]]>([
    [{ outcome: 'not-sent', because: 'no-credit', until: null }, []],
    [{ outcome: 'refused', because: 'unauthorized', status: 401, detail: '' }, []],
    [{ outcome: 'unknown', because: 'timeout' }, []],
    [
      { outcome: 'refused', because: 'account-locked', status: 403, detail: '' },
      ['account-locked'],
    ],
    [{ outcome: 'not-sent', because: 'rate-limit', until: null }, ['rate-limit']],
  ])(
    'after %j whoever tells of mentions again is well, unless only posting is in the way',
    async (outcome, left) => {
      const { health } = open()
      const network = watched(
        {
          publish: () => Promise.resolve(outcome),
          mentions: () => Promise.resolve({ pages: [], missing: null }),
        } as unknown as Network,
        health,
      )
      await network.publish(writing as unknown as Parameters<Network['publish']>[0])
      expect(health.troubles()).toHaveLength(1)
      await network.mentions({ since: 0 })
      expect(health.troubles().map(({ why }) => why)).toEqual(left)
    },
  )
})
