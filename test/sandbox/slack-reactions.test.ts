import type { App } from '@slack/bolt'
import { expect, test } from 'vitest'
import { manifest, startApp, startSlack, eventually } from './slack-fixture.ts'

const channel = 'C0FREIGABE'

test('reactions reach the app, with the author of the message', async () => {
  const running = await startSlack()
  const heard: unknown[] = []
  await startApp(running, (app) => {
    app.event('reaction_added', async ({ event, body }) => {
      heard.push(event, body)
      await Promise.resolve()
    })
    app.event('reaction_removed', async ({ event }) => {
      heard.push(event)
      await Promise.resolve()
    })
  })
  const { ts = '' } = await running.web.chat.postMessage({ channel, text: 'Entwurf' })
  const place = { channel, ts, name: 'white_check_mark' }
  expect(await running.does('U0PETRA', { act: 'react', ...place })).toEqual({ ok: true })
  expect(await running.does('U0PETRA', { act: 'react', ...place })).toMatchObject({
    error: 'already_reacted',
  })
  expect(running.messages('U0ANNA', channel)[0]?.reactions).toEqual([
    { name: 'white_check_mark', users: ['U0PETRA'] },
  ])
  await running.does('U0PETRA', { act: 'unreact', ...place })
  await eventually(() => {
    expect(heard).toHaveLength(3)
  })
  expect(heard[0]).toMatchObject({
    type: 'reaction_added',
    user: 'U0PETRA',
    reaction: 'white_check_mark',
    item: { type: 'message', channel, ts },
    item_user: 'U0AMTSFUNK',
    event_ts: expect.stringMatching(/^\d+\.\d{6}$/) as string,
  })
  expect(heard[1]).toMatchObject({
    type: 'event_callback',
    event_id: expect.stringMatching(/^Ev/) as string,
    event_time: expect.any(Number) as number,
    team_id: 'T0BEZIRK',
    api_app_id: 'A0AMTSFUNK',
    authorizations: [{ user_id: 'U0AMTSFUNK', is_bot: true }],
    is_ext_shared_channel: false,
  })
  expect(heard[2]).toMatchObject({ type: 'reaction_removed' })
  expect(running.messages('U0ANNA', channel)[0]?.reactions).toEqual([])
})

test('the app hears its own messages and reactions too', async () => {
  const running = await startSlack()
  const heard: string[] = []
  const hearing = (app: App) => {
    app.use(async ({ body, next }) => {
      const { event } = body as { event?: { type: string; subtype?: string } }
      if (event) heard.push(event.subtype ?? event.type)
      await next()
    })
  }
  await startApp(running, hearing, { ignoreSelf: false })
  const { ts = '' } = await running.web.chat.postMessage({ channel, text: 'Entwurf' })
  await running.web.reactions.add({ channel, timestamp: ts, name: 'eyes' })
  await running.web.chat.update({ channel, ts, text: 'Neu' })
  await running.web.chat.delete({ channel, ts })
  await running.web.chat.postEphemeral({ channel, user: 'U0ANNA', text: 'leise' })
  await eventually(() => {
    expect(heard).toEqual(['message', 'reaction_added', 'message_changed', 'message_deleted'])
  })
})

test('only reactions.get with full names everybody', async () => {
  const running = await startSlack()
  const { ts = '' } = await running.web.chat.postMessage({ channel, text: 'Entwurf' })
  const name = 'thumbsup'
  const crowd = ['U0ANNA', 'U0JOERG', 'U0PETRA']
  for (const as of crowd) await running.does(as, { act: 'react', channel, ts, name })
  const at = { channel, timestamp: ts }
  const full = await running.web.reactions.get({ ...at, full: true })
  expect(full.message?.reactions).toEqual([{ name: '+1', users: crowd, count: 3 }])
  const short = await running.web.reactions.get(at)
  expect(short.message?.reactions?.[0]).toMatchObject({ users: crowd.slice(0, 2), count: 3 })
  const history = await running.web.conversations.history({ channel })
  expect(history.messages?.[0]?.reactions?.[0]).toMatchObject({
    count: 3,
    users: ['U0ANNA', 'U0JOERG'],
  })
})

test('the app reacts once and takes back only its own', async () => {
  const running = await startSlack()
  const { ts = '' } = await running.web.chat.postMessage({ channel, text: 'Entwurf' })
  const at = { channel, timestamp: ts, name: 'x' }
  await running.does('U0PETRA', { act: 'react', channel, ts, name: 'x' })
  await expect(running.web.reactions.remove(at)).rejects.toThrow('no_reaction')
  await running.web.reactions.add(at)
  await expect(running.web.reactions.add(at)).rejects.toThrow('already_reacted')
  await running.web.reactions.remove(at)
  const odd = running.web.reactions.add({ ...at, name: ':x:' })
  await expect(odd).rejects.toThrow('invalid_name')
})

test('events of channels the app is not in and undeclared events stay away', async () => {
  const running = await startSlack({ manifest: manifest({ events: ['reaction_added'] }) })
  const heard: unknown[] = []
  await startApp(running, (app) => {
    app.use(async ({ body, next }) => {
      if ('event' in body) heard.push(body)
      await next()
    })
  })
  await running.does('U0ANNA', { act: 'message', channel: 'C0KANTINE', text: 'Labskaus' })
  const lunch = running.messages('U0ANNA', 'C0KANTINE')[0]?.ts ?? ''
  await running.does('U0ANNA', { act: 'react', channel: 'C0KANTINE', ts: lunch, name: 'yum' })
  await running.does('U0ANNA', { act: 'message', channel: 'C0PARTNER', text: 'Moin' })
  const ts = running.messages('U0ANNA', 'C0PARTNER')[0]?.ts ?? ''
  await running.does('U0FRAUKE', { act: 'react', channel: 'C0PARTNER', ts, name: 'wave' })
  await eventually(() => {
    expect(heard).toMatchObject([
      { event: { type: 'reaction_added', user: 'U0FRAUKE' }, is_ext_shared_channel: true },
    ])
  })
})
