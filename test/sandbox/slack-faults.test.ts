import { WebAPIHTTPError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api'
import { expect, test } from 'vitest'
import type { Fault } from '../../sandbox/contract.ts'
import { startApp, startSlack, type Running, eventually } from './slack-fixture.ts'

const channel = 'C0FREIGABE'

/** Posts while the fault is set; answers the error and how many messages there are afterwards. */
async function strikes(running: Running, kind: Fault['kind'], seconds?: number) {
  const method = 'chat.postMessage'
  const fault = { kind, method, times: 1, ...(seconds === undefined ? {} : { seconds }) }
  running.slack.setFaults([fault])
  // A short limit of its own, or the hanging kinds would take the usual five seconds.
  const hanging = kind.startsWith('hang')
  const web = running.client(undefined, hanging ? 200 : 5_000)
  const error: unknown = await web.chat.postMessage({ channel, text: 'Entwurf' }).then(
    () => 'no error',
    (reason: unknown) => reason,
  )
  await running.web.chat.postMessage({ channel, text: 'danach geht es wieder' })
  const committed = running.messages('U0ANNA', channel).length - 1
  return { error, committed }
}

test.each([
  ['server-error', WebAPIHTTPError, 0],
  ['html', WebAPIHTTPError, 0],
  ['dropped', WebAPIRequestError, 0],
  ['hang', WebAPIRequestError, 0],
  ['hang-after-commit', WebAPIRequestError, 1],
  ['lost-answer', WebAPIRequestError, 1],
  ['half-body', Error, 1],
  ['down', WebAPIRequestError, 0],
] as const)('%s strikes once', async (kind, type, committed) => {
  const running = await startSlack()
  const struck = await strikes(running, kind)
  expect(struck.error).toBeInstanceOf(type)
  expect(struck.committed).toBe(committed)
  expect(running.slack.sight('U0ANNA').faults).toEqual([])
})

test('a rate limit says how long to wait', async () => {
  const running = await startSlack()
  const { error, committed } = await strikes(running, 'rate-limit', 30)
  expect(error).toBeInstanceOf(WebAPIRateLimitedError)
  expect(error).toMatchObject({ retryAfter: 30 })
  expect(committed).toBe(0)
})

test.each([
  ['invalid-auth', 'invalid_auth'],
  ['account-inactive', 'account_inactive'],
] as const)('%s is an ordinary answer', async (kind, word) => {
  const running = await startSlack()
  const { error, committed } = await strikes(running, kind)
  expect(error).toMatchObject({ data: { ok: false, error: word } })
  expect(committed).toBe(0)
})

test('a fault without a method strikes every call, as often as it was asked to', async () => {
  const running = await startSlack()
  running.slack.setFaults([{ kind: 'invalid-auth', times: 2 }])
  await expect(running.web.auth.test()).rejects.toThrow('invalid_auth')
  expect(running.slack.sight('U0ANNA').faults).toEqual([{ kind: 'invalid-auth', times: 1 }])
  await expect(running.web.users.info({ user: 'U0ANNA' })).rejects.toThrow('invalid_auth')
  await running.web.auth.test()
})

test('a fault without a count lasts until it is lifted', async () => {
  const running = await startSlack()
  running.slack.setFaults([{ kind: 'account-inactive', times: null }])
  for (let call = 0; call < 3; call += 1) await expect(running.web.auth.test()).rejects.toThrow()
  running.slack.setFaults([])
  await running.web.auth.test()
})

test('while Slack is down nobody gets in and every socket is closed', async () => {
  const running = await startSlack()
  const { receivers } = await startApp(running, (app) => {
    app.command('/vorschlag', ({ ack }) => ack())
  })
  let closed = 0
  receivers[0]?.client.on('close', () => (closed += 1))
  const command = { act: 'command' as const, channel, command: '/vorschlag', text: '' }
  expect(await running.does('U0ANNA', command)).toEqual({ ok: true })
  running.slack.setFaults([{ kind: 'down', times: null }])
  await eventually(() => {
    expect(closed).toBe(1)
  })
  expect(await running.does('U0ANNA', command)).toMatchObject({ error: 'dispatch_failed' })
  await expect(running.web.auth.test()).rejects.toBeInstanceOf(WebAPIRequestError)
  running.slack.setFaults([])
  await running.web.auth.test()
})

test('faults of X are none of Slack', async () => {
  const running = await startSlack()
  running.slack.setFaults([
    { kind: 'late-index', times: null },
    { kind: 'no-credit', times: null },
  ])
  await running.web.auth.test()
})

test('an acknowledgement that comes too late: the app has done it, the person is told that it failed', async () => {
  const running = await startSlack()
  const heard: string[] = []
  await startApp(running, (app) => {
    app.command('/vorschlag', async ({ ack, body }) => {
      heard.push(body.text)
      await ack()
    })
  })
  running.slack.setFaults([{ kind: 'unheard', times: 1 }])
  const typed = { as: 'U0ANNA', act: 'command' as const, channel: 'C0ALLGEMEIN' }
  const once = { ...typed, command: '/vorschlag', text: 'Markt' }
  expect(await running.slack.act(once)).toMatchObject({ ok: false, error: 'operation_timeout' })
  expect(await running.slack.act(once)).toEqual({ ok: true })
  expect(heard).toEqual(['Markt', 'Markt'])
})

test('a slow call takes its time and then does what it should', async () => {
  const running = await startSlack()
  running.slack.setFaults([{ kind: 'slow', method: 'chat.postMessage', times: 1, waits: 150 }])
  const begun = performance.now()
  await running.web.chat.postMessage({ channel, text: 'Entwurf' })
  expect(performance.now() - begun).toBeGreaterThan(140)
  expect(running.messages('U0ANNA', channel)).toHaveLength(1)
})

test('once no fault is left, what hung is cut', async () => {
  const running = await startSlack()
  running.slack.setFaults([{ kind: 'hang', method: 'chat.postMessage', times: 1 }])
  const hanging = running.web.chat.postMessage({ channel, text: 'Entwurf' }).catch(String)
  await eventually(() => {
    expect(running.slack.sight('U0ANNA').faults).toEqual([])
  })
  running.slack.setFaults([])
  expect(await hanging).toContain('request error')
})
