import { expect, onTestFinished, test } from 'vitest'
import WebSocket from 'ws'
import { channel, listen, reactsTo } from './slack-fixture-listen.ts'
import { eventually, startApp, startSlack } from './slack-fixture.ts'

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

test('the eleventh socket is turned away', async () => {
  const running = await startSlack()
  const web = running.client(running.slack.credentials.appToken)
  const said: { type: string; reason?: string }[] = []
  for (let count = 0; count < 11; count += 1) {
    const socket = new WebSocket((await web.apps.connections.open()).url ?? '')
    onTestFinished(() => {
      socket.terminate()
    })
    socket.on('message', (data: Buffer) => said.push(JSON.parse(data.toString('utf8')) as never))
  }
  await eventually(() => {
    expect(said).toHaveLength(11)
  })
  expect(said.at(-1)).toMatchObject({ type: 'disconnect', reason: 'too_many_websockets' })
  expect(running.slack.connections()).toBe(10)
})
