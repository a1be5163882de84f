// Pictures and videos on the local X under the real client.
import { expect, test } from 'vitest'
import { failure, startLocalX } from './local.ts'

// Bytes of every value: text decoding on the way would break them.
const picture = Buffer.from(Array.from({ length: 1_200_000 }, (_, index) => index % 256))
const png = { media_type: 'image/png' } as const

test('a picture in two pieces is posted with its description', async () => {
  const { client, local } = await startLocalX()
  const id = await client().v2.uploadMedia(picture, png)
  await client().v2.createMediaMetadata(id, { alt_text: { text: 'Ein Bagger' } })
  await client().v2.tweet('Baubeginn', { media: { media_ids: [id] } })
  const [media] = local.sight().posts[0]!.media
  expect(media!.alt).toBe('Ein Bagger')
  const shown = await fetch(media!.url)
  expect(shown.headers.get('content-type')).toContain('image/png')
  expect(Buffer.from(await shown.arrayBuffer()).equals(picture)).toBe(true)
})

test.each([
  ['GIF89a, and more', 'succeeded'],
  ['no picture at all', 'failed'],
])('%j ends as %s after two looks', async (content, end) => {
  const { client } = await startLocalX()
  const api = client()
  type Progress = { data: { id: string; processing_info?: { state: string } } }
  const begun = await api.v2.post<Progress>('media/upload/initialize', {
    media_type: 'image/gif',
    total_bytes: content.length,
    media_category: 'tweet_gif',
  })
  const { id } = begun.data
  const piece = { segment_index: 0, media: Buffer.from(content) }
  await api.v2.post(`media/upload/${id}/append`, piece, { forceBodyMode: 'form-data' })
  const finalized = await api.v2.post<Progress>(`media/upload/${id}/finalize`)
  const look = () => api.v2.get<Progress>('media/upload', { command: 'STATUS', media_id: id })
  const states = [finalized, await look(), await look()].map(
    ({ data }) => data.processing_info?.state,
  )
  expect(states).toEqual(['pending', 'in_progress', end])
})

const invalid = {
  code: 400,
  data: { title: 'Invalid Request', errors: [{ message: 'Your media IDs are invalid.' }] },
}

test('media nobody uploaded, and media a day old, are invalid', async () => {
  const { client, clock } = await startLocalX()
  const post = (id: string) => failure(client().v2.tweet('a', { media: { media_ids: [id] } }))
  expect(await post('12')).toMatchObject(invalid)
  const id = await client().v2.uploadMedia(picture, png)
  clock.at += 24 * 60 * 60_000
  expect(await post(id)).toMatchObject(invalid)
})

test('a description has at most 1,000 characters', async () => {
  const { client } = await startLocalX()
  const id = await client().v2.uploadMedia(picture.subarray(0, 10), png)
  const describe = (text: string) => client().v2.createMediaMetadata(id, { alt_text: { text } })
  expect(await failure(describe('a'.repeat(1001)))).toMatchObject({ code: 400 })
  await describe('a'.repeat(1000))
})

test('other files, too large ones and half ones are turned down', async () => {
  const { client } = await startLocalX()
  const begin = (media_type: string, total_bytes: number) =>
    client().v2.post<{ data: { id: string } }>('media/upload/initialize', {
      media_type,
      total_bytes,
    })
  expect(await failure(begin('application/pdf', 10))).toMatchObject({ code: 400 })
  expect(await failure(begin('image/png', 6 * 1024 * 1024))).toMatchObject({ code: 400 })
  const { data } = await begin('image/png', 10)
  const finalize = client().v2.post(`media/upload/${data.id}/finalize`)
  expect(await failure(finalize)).toMatchObject({ code: 400 })
})

test('a still picture is taken in one call, as large as X takes it', async () => {
  const { client, local } = await startLocalX()
  const api = client()
  const send = (media: Buffer, more = {}) =>
    api.v2.post<{ data: { id: string } }>(
      'media/upload',
      { media, media_category: 'tweet_image', media_type: 'image/png', ...more },
      { forceBodyMode: 'form-data' },
    )
  const { id } = (await send(picture)).data
  await api.v2.tweet('In einem', { media: { media_ids: [id] } })
  const shown = await fetch(local.sight().posts[0]!.media[0]!.url)
  expect(Buffer.from(await shown.arrayBuffer()).equals(picture)).toBe(true)
  const large = Buffer.alloc(5 * 1024 * 1024 + 1)
  expect(await failure(send(large))).toMatchObject({ code: 413 })
  const moving = { media_category: 'tweet_gif' }
  expect(await failure(send(picture, moving))).toMatchObject({ code: 400 })
})

test('what was made with AI says so, and what the office deleted is kept for who plays', async () => {
  const { client, local } = await startLocalX()
  const api = client()
  const body = { text: 'Mit KI gezeichnet', made_with_ai: true }
  const { data } = await api.v2.post<{ data: { id: string } }>('tweets', body)
  expect(local.sight().posts[0]).toMatchObject({ madeWithAi: true })
  await api.v2.deleteTweet(data.id)
  expect(local.sight()).toMatchObject({ posts: [], deleted: [{ text: 'Mit KI gezeichnet' }] })
})
