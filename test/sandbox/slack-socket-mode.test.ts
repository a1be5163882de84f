import { SocketModeReceiver, type ReceiverEvent } from '@slack/bolt'
import { expect, onTestFinished, test } from 'vitest'
import WebSocket from 'ws'
import { quiet, startApp, startSlack, type Running, eventually } from './slack-fixture.ts'

const channel = 'C0FREIGABE'

/** A real receiver whose app decides itself whether to acknowledge. */
async function listen(running: Running, hear: (event: ReceiverEvent) => Promise<void>) {
  const slackApiUrl = `${running.address()}/api/`
  const receiver = new SocketModeReceiver({
    appToken: running.slack.credentials.appToken,
    logger: quiet,
    installerOptions: { clientOptions: { slackApiUrl, timeout: 5_000 } },
  })
  receiver.init({ processEvent: hear } as never)
  await receiver.start()
  onTestFinished(() => receiver.client.disconnect())
  return receiver
}

async function reactsTo(running: Running, as = 'U0PETRA') {
  const { ts = '' } = await running.web.chat.postMessage({ channel, text: 'Entwurf' })
  await running.does(as, { act: 'react', channel, ts, name: 'white_check_mark' })
}

const reactions = (events: ReceiverEvent[]) =>
  events.filter(({ body }) => (body as { event?: { type: string } }).event?.type.startsWith('rea'))

test('an event that is not acknowledged comes again with the same event_id', async () => {
  const running = await startSlack()
  const heard: ReceiverEvent[] = []
  await listen(running, async (event) => {
    heard.push(event)
    if (reactions([event]).length === 0 || event.retryNum === 1) await event.ack()
  })
  await reactsTo(running)
  await eventually(() => {
    expect(reactions(heard)).toHaveLength(2)
  }, 5_000)
  const [first, second] = reactions(heard)
  expect(first).toMatchObject({ retryNum: 0, retryReason: '' })
  expect(second).toMatchObject({ retryNum: 1, retryReason: 'timeout' })
  expect(second?.body.event_id).toBe(first?.body.event_id)
})

test('what happened while no socket was open is tried again after a minute', async () => {
  const running = await startSlack()
  await reactsTo(running)
  const heard: ReceiverEvent[] = []
  // The first try and its immediate repetition find nobody.
  await eventually(() => {
    expect(running.slack.pending().every(({ attempts }) => attempts === 2)).toBe(true)
  }, 8_000)
  await listen(running, async (event) => {
    heard.push(event)
    await event.ack()
  })
  running.clock.ms += 60_001
  await eventually(() => {
    expect(reactions(heard)).toMatchObject([{ retryNum: 2, retryReason: 'connection_failed' }])
    expect(running.slack.pending()).toEqual([])
  })
})

test('of two sockets one gets each event', async () => {
  const running = await startSlack()
  const heard: [string, unknown][] = []
  for (const name of ['links', 'rechts']) {
    await listen(running, async (event) => {
      heard.push([name, event.body.event_id])
      await event.ack()
    })
  }
  await reactsTo(running)
  await reactsTo(running)
  await eventually(() => {
    expect(heard).toHaveLength(4)
  })
  expect(new Set(heard.map(([, id]) => id)).size).toBe(4)
  expect(new Set(heard.map(([name]) => name)).size).toBe(2)
})

test('a real app with two sockets does everything once', async () => {
  const running = await startSlack()
  let heard = 0
  const { receivers } = await startApp(
    running,
    (app) => {
      app.event('reaction_added', async () => {
        heard += 1
        await Promise.resolve()
      })
    },
    { sockets: 2 },
  )
  expect(receivers).toHaveLength(2)
  await reactsTo(running)
  await reactsTo(running, 'U0ANNA')
  await eventually(() => {
    expect(heard).toBe(2)
    expect(running.slack.pending()).toEqual([])
  })
})

test('Slack greets, answers pings, and says when to come again', async () => {
  const running = await startSlack()
  const said: unknown[] = []
  const opened = await running.client(running.slack.credentials.appToken).apps.connections.open()
  expect(opened.url).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/link\/\?ticket=/)
  const socket = new WebSocket(opened.url ?? '')
  onTestFinished(() => {
    socket.terminate()
  })
  let pongs = 0
  socket.on('message', (data: Buffer) => said.push(JSON.parse(data.toString('utf8'))))
  socket.on('pong', () => (pongs += 1))
  await eventually(() => {
    expect(said).toMatchObject([
      {
        type: 'hello',
        num_connections: 1,
        connection_info: { app_id: 'A0AMTSFUNK' },
        debug_info: {},
      },
    ])
  })
  socket.ping()
  running.slack.disconnect('warning')
  running.slack.disconnect('refresh_requested')
  await eventually(() => {
    expect(pongs).toBe(1)
    expect(said.slice(1)).toMatchObject([
      { type: 'disconnect', reason: 'warning' },
      { type: 'disconnect', reason: 'refresh_requested' },
    ])
  })
  // From then on nothing is sent to this socket any more, though it is still open for a moment.
  const command = { act: 'command' as const, channel, command: '/vorschlag', text: '' }
  expect(await running.does('U0ANNA', command)).toMatchObject({ error: 'dispatch_failed' })
  await eventually(() => {
    expect(socket.readyState).toBe(WebSocket.CLOSED)
  }, 3_000)
  const used = new WebSocket(opened.url ?? '')
  await expect(new Promise((_, reject) => used.on('error', reject))).rejects.toThrow('404')
})

test('one event can come up to four times', async () => {
  const running = await startSlack()
  const heard: ReceiverEvent[] = []
  await listen(running, async (event) => {
    heard.push(event)
    await event.ack()
  })
  const twice = { kind: 'twice' as const, method: 'reaction_added', times: 1 }
  running.slack.setFaults([twice, twice, twice])
  await reactsTo(running)
  await eventually(() => {
    expect(reactions(heard)).toHaveLength(4)
  })
  expect(new Set(reactions(heard).map(({ body }) => body.event_id as string)).size).toBe(1)
  expect(running.slack.sight('U0ANNA').faults).toEqual([])
})

test('a real app comes back after a refresh', async () => {
  const running = await startSlack()
  const { receivers } = await startApp(
    running,
    (app) => {
      app.command('/vorschlag', ({ ack }) => ack())
    },
    { sockets: 2 },
  )
  // One of the two keeps the line while the other is away: this is how the bot does it.
  running.slack.disconnect('refresh_requested')
  const command = { act: 'command' as const, channel, command: '/vorschlag', text: '' }
  expect(await running.does('U0ANNA', command)).toMatchObject({ error: 'dispatch_failed' })
  await eventually(async () => {
    expect(await running.does('U0ANNA', command)).toEqual({ ok: true })
  }, 12_000)
  expect(receivers).toHaveLength(2)
})
