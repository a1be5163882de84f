import { expect, test } from 'vitest'
import type { Act } from '../../sandbox/contract.ts'
import { startSlack } from './slack-fixture.ts'

const channel = 'C0FREIGABE'

test('the bot sends a file in three steps and people see it', async () => {
  const running = await startSlack()
  const { web } = running
  const bytes = Buffer.from('Quartal;Beiträge\r\n1;20\r\n\r\n--')
  await web.filesUploadV2({
    channel_id: channel,
    file: bytes,
    filename: 'bericht.csv',
    title: 'Bericht',
    initial_comment: 'Der Bericht',
  })
  const [message] = running.messages('U0ANNA', channel)
  expect(message).toMatchObject({
    text: 'Der Bericht',
    bot: true,
    files: [{ name: 'bericht.csv', mimetype: 'text/csv', size: bytes.length }],
  })
  const seen = await fetch(message?.files[0]?.url ?? '')
  expect(Buffer.from(await seen.arrayBuffer())).toEqual(bytes)

  // Slack looks at a file before it says what it is.
  const [uploaded] = (await web.conversations.history({ channel })).messages?.[0]?.files ?? []
  expect(uploaded).toMatchObject({ name: 'bericht.csv', mimetype: '' })
  running.clock.ms += 250
  const history = await web.conversations.history({ channel })
  const [file] = history.messages?.[0]?.files ?? []
  expect(file).toMatchObject({ name: 'bericht.csv', title: 'Bericht', filetype: 'csv' })
  const headers = { Authorization: `Bearer ${running.slack.credentials.botToken}` }
  const download = await fetch(file?.url_private_download ?? '', { headers })
  expect(Buffer.from(await download.arrayBuffer())).toEqual(bytes)
})

test('raw bytes are taken too, but neither other lengths nor other channels', async () => {
  const running = await startSlack()
  const { web } = running
  const { upload_url: url = '', file_id: id = '' } = await web.files.getUploadURLExternal({
    filename: 'a.txt',
    length: 3,
  })
  const send = (body: string) => fetch(url, { method: 'POST', body })
  const complete = (where: string) =>
    web.files.completeUploadExternal({ files: [{ id, title: 'A' }], channel_id: where })
  await expect(complete(channel)).rejects.toThrow('file_not_found')
  expect((await send('lang')).status).toBe(400)
  expect((await send('abc')).status).toBe(200)
  await expect(complete('C0KANTINE')).rejects.toThrow('not_in_channel')
  await complete(channel)
  expect(running.messages('U0ANNA', channel)).toHaveLength(1)
  expect((await fetch(`${url}x`, { method: 'POST', body: 'abc' })).status).toBe(404)
})

const dots = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

test('a block shows a picture nobody shared, once Slack has looked at it', async () => {
  const running = await startSlack()
  const { web } = running
  const uploads = async (filename: string) => {
    const { upload_url: url = '', file_id: id = '' } = await web.files.getUploadURLExternal({
      ...{ filename, length: dots.length },
    })
    await fetch(url, { method: 'POST', body: dots })
    await web.files.completeUploadExternal({ files: [{ id, title: 'Bild' }] })
    return id
  }
  const shows = (slack_file: { id: string }, more = {}) =>
    web.chat.postMessage({
      ...{ channel, text: 'Ein Bild' },
      blocks: [{ type: 'image', slack_file, alt_text: 'Ein Bagger', ...more } as never],
    })
  const refused = 'invalid slack file [json-pointer:/blocks/0/slack_file]'
  const problems = (asked: Promise<unknown>) =>
    asked.then(
      () => [],
      (error: unknown) =>
        (error as { data: { response_metadata: { messages: string[] } } }).data.response_metadata
          .messages,
    )
  const id = await uploads('bild.png')
  expect(await problems(shows({ id }))).toEqual([refused])
  running.clock.ms += 250
  await shows({ id })
  const [message] = running.messages('U0ANNA', channel)
  const [block] = (message?.blocks ?? []) as { picture?: string }[]
  const seen = await fetch(block?.picture ?? '')
  expect(Buffer.from(await seen.arrayBuffer())).toEqual(dots)
  // What is no picture, is not there, or stands beside an address, no block shows.
  const text = await uploads('liste.txt')
  running.clock.ms += 250
  expect(await problems(shows({ id: text }))).toEqual([refused])
  expect(await problems(shows({ id: 'F0NONE' }))).toEqual([refused])
  expect(await problems(shows({ id }, { image_url: 'https://example.org/a.png' }))).toEqual([
    refused,
  ])
})

test('a shortcut on a message with a picture names the file, and the bot may have it', async () => {
  const running = await startSlack()
  const file = { name: 'bagger.png', mimetype: 'image/png', data: dots.toString('base64') }
  const said: Act = { as: 'U0ANNA', act: 'message', channel, text: '', files: [file] }
  expect(await running.slack.act(said)).toEqual({ ok: true })
  const [message] = running.messages('U0ANNA', channel)
  expect(message?.files).toMatchObject([{ name: 'bagger.png', size: dots.length }])
  const history = await running.web.conversations.history({ channel })
  const [shared] = history.messages?.[0]?.files ?? []
  expect(shared).toMatchObject({ id: message?.files[0]?.id, mimetype: 'image/png' })
})
