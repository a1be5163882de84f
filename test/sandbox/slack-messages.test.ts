import { expect, test } from 'vitest'
import { startApp, startSlack, eventually } from './slack-fixture.ts'
import { buttons, press } from './slack-fixture-views.ts'

const channel = 'C0FREIGABE'

test('a pressed button reaches the app with its value and its message', async () => {
  const running = await startSlack()
  const pressed: unknown[] = []
  await startApp(running, (app) => {
    app.action('approve', async ({ ack, body, respond }) => {
      await ack()
      pressed.push(body)
      await respond({ text: 'Freigegeben', replace_original: true })
    })
  })
  const sent = await running.web.chat.postMessage({ channel, text: 'Entwurf', blocks: buttons() })
  const container = { type: 'message' as const, channel, ts: sent.ts ?? '' }
  await running.does('U0PETRA', { act: 'action', container, action: press('approve') })
  expect(pressed[0]).toMatchObject({
    type: 'block_actions',
    user: { id: 'U0PETRA', username: 'petra.petersen', team_id: 'T0BEZIRK' },
    container: { type: 'message', message_ts: sent.ts, channel_id: channel, is_ephemeral: false },
    channel: { id: channel, name: 'freigabe' },
    message: { ts: sent.ts, bot_id: 'B0AMTSFUNK', blocks: [{ type: 'section' }, {}] },
    state: { values: {} },
    actions: [{ type: 'button', action_id: 'approve', block_id: 'decide', value: '12' }],
  })
  await eventually(() => {
    const [message] = running.messages('U0JOERG', channel)
    expect(message).toMatchObject({ text: 'Freigegeben', blocks: [], edited: true })
  })
  const again = { act: 'action' as const, container, action: press('approve') }
  expect(await running.does('U0PETRA', again)).toMatchObject({ error: 'not_found' })
})

test('a button on an ephemeral message comes without the message and can delete it', async () => {
  const running = await startSlack()
  let body: unknown
  await startApp(running, (app) => {
    app.action('approve', async ({ ack, body: heard, respond }) => {
      await ack()
      body = heard
      await respond({ delete_original: true })
    })
  })
  const only = { channel, user: 'U0ANNA', text: 'Nur für dich', blocks: buttons() }
  const { message_ts: ts = '' } = await running.web.chat.postEphemeral(only)
  const act = {
    act: 'action' as const,
    container: { type: 'message' as const, channel, ts },
    action: press('approve'),
  }
  expect(await running.does('U0JOERG', act)).toMatchObject({ error: 'message_not_found' })
  expect(await running.does('U0ANNA', act)).toEqual({ ok: true })
  expect(body).toMatchObject({ container: { is_ephemeral: true } })
  expect(body).not.toHaveProperty('message')
  await eventually(() => {
    expect(running.messages('U0ANNA', channel)).toEqual([])
  })
})

test('metadata is shown only to who asks for it, and survives an update', async () => {
  const { web } = await startSlack()
  const metadata = { event_type: 'draft', event_payload: { draft_id: 12 } }
  const { ts = '' } = await web.chat.postMessage({ channel, text: 'Entwurf', metadata })
  await web.chat.update({ channel, ts, text: 'Neuer Entwurf' })
  const plain = await web.conversations.history({ channel })
  expect(plain.messages?.[0]).not.toHaveProperty('metadata')
  const asked = await web.conversations.history({ channel, include_all_metadata: true })
  expect(asked.messages?.[0]).toMatchObject({ text: 'Neuer Entwurf', metadata })
  const bad = { channel, text: 'x', metadata: { event_type: '', event_payload: {} } }
  await expect(web.chat.postMessage(bad)).rejects.toThrow('invalid_metadata_format')
})

test('an update keeps what it does not name and belongs to the author', async () => {
  const running = await startSlack()
  const { web } = running
  const { ts = '' } = await web.chat.postMessage({ channel, text: 'alt', blocks: buttons() })
  await web.chat.update({ channel, ts, text: 'neu' })
  expect(running.messages('U0ANNA', channel)[0]).toMatchObject({ text: 'neu', edited: true })
  expect(running.messages('U0ANNA', channel)[0]?.blocks).toHaveLength(2)
  await running.does('U0ANNA', { act: 'message', channel, text: 'Moin' })
  const mine = running.messages('U0ANNA', channel)[1]?.ts ?? ''
  const update = web.chat.update({ channel, ts: mine, text: 'x' })
  await expect(update).rejects.toThrow('cant_update_message')
  await expect(web.chat.delete({ channel, ts: mine })).rejects.toThrow('cant_delete_message')
  await web.chat.delete({ channel, ts })
  await expect(web.chat.update({ channel, ts, text: 'x' })).rejects.toThrow('message_not_found')
})

test('what people write is stored as Slack stores it', async () => {
  const running = await startSlack()
  const text = 'Rad & Bus <3 siehe https://www.hamburg.de/x?a=1&b=2, oder hamburg.de.'
  await running.does('U0JOERG', { act: 'message', channel, text })
  const stored =
    'Rad &amp; Bus &lt;3 siehe <https://www.hamburg.de/x?a=1&amp;b=2>, oder <http://hamburg.de|hamburg.de>.'
  expect(running.messages('U0ANNA', channel)[0]?.text).toBe(stored)
  const sent = await running.web.chat.postMessage({ channel, text: 'Für <@U0ANNA> & alle > 3' })
  expect(sent.message?.text).toBe('Für <@U0ANNA> &amp; alle &gt; 3')
})

test('timestamps grow even when the clock stands still or goes back', async () => {
  const running = await startSlack()
  const post = async () => (await running.web.chat.postMessage({ channel, text: 'x' })).ts ?? ''
  const first = await post()
  const second = await post()
  running.clock.ms -= 60_000
  const third = await post()
  expect(first).toMatch(/^\d{10}\.\d{6}$/)
  expect([first, second, third].toSorted()).toEqual([first, second, third])
  expect(new Set([first, second, third]).size).toBe(3)
})

test('threads have replies, and a reply cannot be replied to', async () => {
  const running = await startSlack()
  const { web } = running
  const { ts = '' } = await web.chat.postMessage({ channel, text: 'Frage' })
  await running.does('U0ANNA', { act: 'message', channel, text: 'Antwort', threadTs: ts })
  const reply = await web.chat.postMessage({ channel, text: 'Danke', thread_ts: ts })
  expect(running.messages('U0ANNA', channel)[0]?.replies.map(({ text }) => text)).toEqual([
    'Antwort',
    'Danke',
  ])
  const history = await web.conversations.history({ channel })
  expect(history.messages).toMatchObject([
    { text: 'Frage', reply_count: 2, latest_reply: reply.ts },
  ])
  const thread = await web.conversations.replies({ channel, ts })
  expect(thread.messages?.map(({ text }) => text)).toEqual(['Frage', 'Antwort', 'Danke'])
  const deeper = web.chat.postMessage({ channel, text: 'x', thread_ts: reply.ts ?? '' })
  await expect(deeper).rejects.toThrow('cannot_reply_to_message')
  await web.chat.delete({ channel, ts })
  expect(running.messages('U0ANNA', channel)[0]?.text).toBe('Diese Nachricht wurde gelöscht.')
})

test('a permalink leads into the page', async () => {
  const { web, address } = await startSlack()
  const { ts = '' } = await web.chat.postMessage({ channel, text: 'Hier' })
  const link = await web.chat.getPermalink({ channel, message_ts: ts })
  expect(link.permalink).toBe(`${address()}/#/${channel}/${ts}`)
  const none = web.chat.getPermalink({ channel, message_ts: '1.000000' })
  await expect(none).rejects.toThrow('message_not_found')
})

test('a message to a person opens the direct messages with them', async () => {
  const running = await startSlack()
  const early = running.web.chat.postMessage({ channel: 'D0ANNA', text: 'zu früh' })
  await expect(early).rejects.toThrow('channel_not_found')
  const sent = await running.web.chat.postMessage({ channel: 'U0ANNA', text: 'Nur du' })
  expect(sent.channel).toBe('D0ANNA')
  expect(running.messages('U0ANNA', 'D0ANNA')).toHaveLength(1)
  expect(running.slack.sight('U0JOERG').channels.map(({ id }) => id)).not.toContain('D0ANNA')
  const foreign = running.web.chat.postMessage({ channel: 'U0FRAUKE', text: 'x' })
  await expect(foreign).rejects.toThrow('channel_not_found')
  const open = await running.web.conversations.open({ users: 'U0ANNA', return_im: true })
  expect(open).toMatchObject({ no_op: true, channel: { id: 'D0ANNA', is_im: true } })
})

test('history comes in pages, newest first, between two moments', async () => {
  const { web } = await startSlack()
  const all: string[] = []
  for (const text of ['eins', 'zwei', 'drei']) {
    all.push((await web.chat.postMessage({ channel, text })).ts ?? '')
  }
  const [one = '', two = ''] = all
  const page = await web.conversations.history({ channel, limit: 2 })
  expect([page.has_more, page.messages?.map(({ text }) => text)]).toEqual([true, ['drei', 'zwei']])
  const cursor = page.response_metadata?.next_cursor ?? ''
  const rest = await web.conversations.history({ channel, limit: 2, cursor })
  expect(rest.messages?.map(({ text }) => text)).toEqual(['eins'])
  const after = await web.conversations.history({ channel, oldest: one, latest: two })
  expect(after.messages).toEqual([])
  const edges = { channel, oldest: one, latest: two, inclusive: true }
  expect((await web.conversations.history(edges)).messages).toHaveLength(2)
})

test('a message shortcut brings the whole message and may open a form', async () => {
  const running = await startSlack()
  let heard: unknown
  await startApp(running, (app) => {
    app.shortcut('propose', async ({ ack, shortcut }) => {
      await ack()
      heard = shortcut
    })
  })
  await running.does('U0ANNA', { act: 'message', channel, text: 'Die Brücke ist offen.' })
  const ts = running.messages('U0ANNA', channel)[0]?.ts ?? ''
  const place = { act: 'shortcut' as const, channel, ts }
  expect(await running.does('U0JOERG', { ...place, callbackId: 'propose' })).toEqual({ ok: true })
  expect(heard).toMatchObject({
    type: 'message_action',
    callback_id: 'propose',
    message_ts: ts,
    user: { id: 'U0JOERG' },
    channel: { id: channel },
    message: { text: 'Die Brücke ist offen.', user: 'U0ANNA' },
    trigger_id: expect.any(String) as string,
    response_url: expect.any(String) as string,
  })
  const unknown = await running.does('U0JOERG', { ...place, callbackId: 'anders' })
  expect(unknown).toMatchObject({ error: 'unknown_shortcut' })
})

test('an administrator can delete what the bot wrote', async () => {
  const running = await startSlack()
  const { ts = '' } = await running.web.chat.postMessage({ channel, text: 'Entwurf' })
  running.slack.deleteMessage(channel, ts)
  expect(running.messages('U0ANNA', channel)).toEqual([])
  const get = running.web.reactions.get({ channel, timestamp: ts })
  await expect(get).rejects.toThrow('message_not_found')
})
