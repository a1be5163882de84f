import { expect, test } from 'vitest'
import { manifest, startApp, startSlack, eventually } from './slack-fixture.ts'

const types = (command: string, text: string) => ({
  act: 'command' as const,
  channel: 'C0FREIGABE',
  command,
  text,
})

test('a slash command arrives as Slack sends it, with its text escaped', async () => {
  const running = await startSlack()
  const heard: Record<string, unknown>[] = []
  await startApp(running, (app) => {
    app.command('/vorschlag', async ({ ack, command }) => {
      heard.push(command)
      await ack()
    })
  })
  const answer = await running.does('U0ANNA', types('/vorschlag', ' Bus & <Bahn> @joerg.juergens '))
  expect(answer).toEqual({ ok: true })
  expect(heard[0]).toMatchObject({
    command: '/vorschlag',
    text: 'Bus &amp; &lt;Bahn&gt; @joerg.juergens',
    user_id: 'U0ANNA',
    user_name: 'anna.ahlers',
    channel_id: 'C0FREIGABE',
    channel_name: 'freigabe',
    team_id: 'T0BEZIRK',
    is_enterprise_install: 'false',
    response_url: expect.stringMatching(/^http:/) as string,
    trigger_id: expect.stringMatching(/^\d+\.\d+\.[a-z0-9]+$/) as string,
  })
})

test('should_escape turns names into ids', async () => {
  const running = await startSlack()
  let text = ''
  await startApp(running, (app) => {
    app.command('/wer', async ({ ack, command }) => {
      text = command.text
      await ack()
    })
  })
  await running.does('U0GUEL', types('/wer', 'ist @joerg.juergens in #moderation oder @niemand?'))
  expect(text).toBe('ist <@U0JOERG|joerg.juergens> in <#C0MODERATION|moderation> oder @niemand?')
})

test('text in the acknowledgement is shown to the person alone', async () => {
  const running = await startSlack()
  await startApp(running, (app) => {
    app.command('/vorschlag', ({ ack }) => ack('Gern, <@U0ANNA>!'))
  })
  await running.does('U0ANNA', types('/vorschlag', ''))
  const [seen] = running.messages('U0ANNA', 'C0FREIGABE')
  expect(seen).toMatchObject({ text: 'Gern, <@U0ANNA>!', ephemeral: true, bot: true })
  expect(running.messages('U0JOERG', 'C0FREIGABE')).toEqual([])
  const history = await running.web.conversations.history({ channel: 'C0FREIGABE' })
  expect(history.messages).toEqual([])
})

test('a command fails politely when the app is not connected', async () => {
  const running = await startSlack()
  expect(await running.does('U0ANNA', types('/vorschlag', 'Hallo'))).toEqual({
    ok: false,
    error: 'dispatch_failed',
    sentence: 'Das hat nicht funktioniert: Die App ist gerade nicht verbunden.',
  })
})

test('a command that is not acknowledged for three seconds fails and is not repeated', async () => {
  const running = await startSlack()
  let heard = 0
  await startApp(running, (app) => {
    app.command('/vorschlag', () => {
      heard += 1
      return Promise.resolve()
    })
  })
  const answer = await running.does('U0ANNA', types('/vorschlag', 'Hallo'))
  expect(answer).toMatchObject({ ok: false, error: 'operation_timeout' })
  expect(heard).toBe(1)
})

test('commands the manifest does not declare do not exist, nor ours for other organisations', async () => {
  const running = await startSlack()
  await startApp(running, () => undefined)
  const unknown = await running.does('U0ANNA', types('/unbekannt', ''))
  expect(unknown).toMatchObject({ ok: false, error: 'unknown_command' })
  const foreign = { ...types('/vorschlag', ''), channel: 'C0PARTNER' }
  expect(await running.does('U0FRAUKE', foreign)).toMatchObject({ error: 'unknown_command' })
  expect(running.slack.sight('U0FRAUKE').commands).toEqual([])
  const stranger = { ...types('/vorschlag', ''), channel: 'C0PARTNER' }
  expect(await running.does('U0JOERG', stranger)).toMatchObject({ error: 'channel_not_found' })
})

test('where the messages tab is read-only nobody but the app writes there', async () => {
  const running = await startSlack({ manifest: manifest({ readOnly: true }) })
  const message = { act: 'message' as const, channel: 'D0ANNA', text: 'Hallo' }
  expect(await running.does('U0ANNA', message)).toMatchObject({
    error: 'restricted_action_read_only_channel',
  })
})

test('a response_url takes five answers within thirty minutes', async () => {
  const running = await startSlack()
  let url = ''
  await startApp(running, (app) => {
    app.command('/vorschlag', async ({ ack, command, respond }) => {
      await ack()
      url = command.response_url
      await respond({ text: 'für alle', response_type: 'in_channel' })
    })
  })
  await running.does('U0ANNA', types('/vorschlag', ''))
  await eventually(() => {
    expect(running.messages('U0JOERG', 'C0FREIGABE').map((one) => one.text)).toEqual(['für alle'])
  })
  const answer = (body: unknown) => fetch(url, { method: 'POST', body: JSON.stringify(body) })
  const broken = await answer({ blocks: [{ type: 'nonsense' }] })
  expect([broken.status, await broken.json()]).toEqual([
    400,
    { ok: false, error: 'invalid_blocks' },
  ])
  for (const text of ['zwei', 'drei', 'vier', 'fünf'])
    expect((await answer({ text })).ok).toBe(true)
  const sixth = await answer({ text: 'sechs' })
  expect([sixth.status, await sixth.json()]).toEqual([404, { ok: false, error: 'used_url' }])
  expect(running.messages('U0JOERG', 'C0FREIGABE')).toHaveLength(1)
  expect(running.messages('U0ANNA', 'C0FREIGABE')).toHaveLength(5)

  await running.does('U0ANNA', types('/vorschlag', ''))
  running.clock.ms += 31 * 60_000
  const late = await answer({ text: 'zu spät' })
  expect([late.status, await late.json()]).toEqual([404, { ok: false, error: 'expired_url' }])
})
