import { expect, test } from 'vitest'
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
