// What citizens can do on the local X, and how the real client sees it.
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { soundsLikeEmergency } from '../../src/core/conversation/concerns.ts'
import type { CitizenAct } from '../../sandbox/contract.ts'
import { startSandbox } from '../../sandbox/sandbox.ts'
import { failure, startLocalX } from './local.ts'

const anna = { act: 'post', handle: 'anna_b', name: 'Anna B.' } as const

async function start() {
  const started = await startLocalX()
  const { local } = started
  const does = (act: CitizenAct): string => {
    const answer = local.citizen(act)
    if (!answer.ok) throw new Error(answer.sentence)
    return answer.id
  }
  return { ...started, does, me: local.sight().account.id }
}

test('who protects the account vanishes for everybody, and comes back', async () => {
  const { client, local, address, me, does } = await start()
  const post = await client().v2.tweet('Baubeginn')
  const id = does({ ...anna, text: 'Endlich!', inReplyTo: post.data.id })
  const page = (handle: string, of: string) => fetch(`${address}/${handle}/status/${of}`)
  const account = does({ act: 'protect', handle: '@Anna_B' })
  expect((await client().v2.userMentionTimeline(me)).tweets).toEqual([])
  const { errors } = await client().v2.tweets([id])
  expect(errors).toMatchObject([
    {
      title: 'Authorization Error',
      type: 'https://api.twitter.com/2/problems/not-authorized-for-resource',
      resource_id: id,
      value: id,
      parameter: 'ids',
    },
  ])
  expect(await client().v2.get(`tweets/${id}`)).toMatchObject({ errors: [{ parameter: 'id' }] })
  expect(await failure(client().v2.reply('Danke', id))).toMatchObject({ code: 403 })
  expect((await page('anna_b', id)).status).toBe(404)
  expect(await (await page('BABergedorf', post.data.id)).text()).not.toContain('Endlich!')
  // Whoever plays the citizens still sees it, with a sign.
  expect(local.sight().posts[0]).toMatchObject({ id, author: { id: account, protected: true } })

  does({ act: 'unprotect', handle: 'anna_b' })
  expect((await client().v2.userMentionTimeline(me)).tweets).toMatchObject([{ id }])
  expect((await page('anna_b', id)).status).toBe(200)
  expect(local.sight().posts[0]).toMatchObject({ author: { protected: false } })
})

test('below an answer, a post that became protected is not shown', async () => {
  const { client, address, does } = await start()
  const asked = does({ ...anna, text: '@BABergedorf Geheim?' })
  const { data } = await client().v2.reply('Nein.', asked)
  does({ act: 'protect', handle: 'anna_b' })
  const page = await fetch(`${address}/BABergedorf/status/${data.id}`)
  expect(await page.text()).not.toContain('Geheim?')
})

test('who leaves takes the posts along, and the handle is free', async () => {
  const { client, local, me, does } = await start()
  const id = does({ ...anna, text: '@BABergedorf Tschüs' })
  const left = does({ act: 'leave', handle: 'anna_b' })
  expect((await client().v2.tweets([id])).errors).toMatchObject([{ title: 'Not Found Error' }])
  expect((await client().v2.userMentionTimeline(me)).tweets).toEqual([])
  expect(local.sight().posts).toEqual([])
  expect(local.citizen({ act: 'protect', handle: 'anna_b' })).toMatchObject({ error: 'not_found' })
  does({ ...anna, name: 'Andere Anna', text: 'Hallo' })
  const [post] = local.sight().posts
  expect(post?.author).toMatchObject({ name: 'Andere Anna', protected: false })
  expect(post?.author.id).not.toBe(left)
})

test('where the author lets nobody answer, X refuses the answer', async () => {
  const { client, local, does } = await start()
  const id = does({ ...anna, text: '@BABergedorf Nein!', closed: true })
  expect(local.sight().posts[0]).toMatchObject({ closed: true })
  expect(await failure(client().v2.reply('Doch', id))).toMatchObject({
    code: 403,
    data: { detail: 'You are not permitted to reply to this conversation.' },
  })
})

test('a quote is an invitation, and names what it quotes', async () => {
  const { client, local, me, does } = await start()
  const { data } = await client().v2.tweet('Baubeginn')
  const silent = does({ ...anna, text: 'Aha', quotes: data.id })
  const naming = does({ ...anna, text: 'Aha, @BABergedorf', quotes: data.id })
  const { tweets } = await client().v2.userMentionTimeline(me, {
    'tweet.fields': ['referenced_tweets', 'entities'],
  })
  // Only who names us comes in, yet both may be answered.
  expect(tweets).toMatchObject([
    {
      id: naming,
      referenced_tweets: [{ type: 'quoted', id: data.id }],
      entities: { urls: [{ expanded_url: `https://x.com/BABergedorf/status/${data.id}` }] },
    },
  ])
  expect(tweets[0]?.text).toMatch(/^Aha, @BABergedorf https:\/\/t\.co\/\w{10}$/)
  expect(local.sight().posts[0]).toMatchObject({ quotes: data.id, text: 'Aha, @BABergedorf' })
  await client().v2.reply('Ja', silent)
})

test('four pictures come with keys, alternative texts and one link', async () => {
  const { client, local, me, does } = await start()
  const id = does({ ...anna, text: '@BABergedorf Seht', images: 4 })
  const read = await client().v2.userMentionTimeline(me, {
    'tweet.fields': ['attachments', 'entities'],
    'media.fields': ['alt_text'],
    expansions: ['attachments.media_keys', 'author_id'],
  })
  const [seen] = read.tweets
  const keys = seen?.attachments?.media_keys ?? []
  expect(new Set(keys).size).toBe(4)
  expect(seen?.text).toMatch(/^@BABergedorf Seht https:\/\/t\.co\/\w{10}$/)
  const url = seen!.text.split(' ').at(-1)
  const expanded_url = `https://x.com/anna_b/status/${id}/photo/1`
  const place = { start: 18, end: 41, url, expanded_url }
  expect(seen?.entities?.urls).toMatchObject(keys.map((media_key) => ({ ...place, media_key })))
  expect(read.includes.media.map(({ alt_text }) => alt_text)).toEqual([
    'Bild 1',
    'Bild 2',
    'Bild 3',
    'Bild 4',
  ])
  const [post] = local.sight().posts
  expect(post?.text).toBe('@BABergedorf Seht')
  for (const { url: at } of post!.media) expect((await fetch(at)).status).toBe(200)
})

test('an earlier version of a post is found by its own id', async () => {
  const { client, does } = await start()
  const first = does({ ...anna, text: 'eins' })
  const second = does({ act: 'edit', id: first, text: 'zwei' })
  const { data } = await client().v2.tweets([first, second])
  const edit_history_tweet_ids = [first, second]
  expect(data).toMatchObject([
    { id: first, text: 'eins', edit_history_tweet_ids },
    { id: second, text: 'zwei', edit_history_tweet_ids },
  ])
})

test('each late post of citizens is late by itself', async () => {
  const { client, local, clock, me, does } = await start()
  local.setFaults([
    { kind: 'late-index', times: 1, seconds: 60 },
    { kind: 'late-index', times: 1, seconds: 30 },
  ])
  const [first, second, third] = ['eins', 'zwei', 'drei'].map((text) =>
    does({ ...anna, text: `@BABergedorf ${text}` }),
  )
  const read = async () => (await client().v2.userMentionTimeline(me)).tweets.map(({ id }) => id)
  expect(await read()).toEqual([third])
  clock.at += 30_000
  expect(await read()).toEqual([third, second])
  clock.at += 30_000
  expect(await read()).toEqual([third, second, first])
})

test('500 people write at once: all different, none in danger, and the page hears once', async () => {
  const { local, does, changes } = await start()
  const before = changes()
  const last = does({ act: 'flood', count: 500 })
  expect(changes()).toBe(before + 1)
  const { posts } = local.sight()
  expect(posts[0]?.id).toBe(last)
  expect(new Set(posts.map(({ text }) => text)).size).toBe(500)
  expect(new Set(posts.map(({ author }) => author.handle)).size).toBe(500)
  for (const { text, author } of posts) {
    expect(text).toContain('@BABergedorf')
    expect(text.length).toBeLessThan(280)
    expect(author.handle).toMatch(/^[a-z_]{1,15}$/)
    // A call for help would stand alone.
    expect(soundsLikeEmergency(text), text).toBe(false)
  }
})

test('a second flood is none of the first', async () => {
  const { local, does } = await start()
  does({ act: 'flood', count: 30 })
  does({ act: 'flood', count: 30 })
  expect(new Set(local.sight().posts.map(({ text }) => text)).size).toBe(60)
})

test.each<[CitizenAct, string]>([
  [{ ...anna, text: 'a', images: 5 }, 'bad_images'],
  [{ ...anna, text: 'a', images: -1 }, 'bad_images'],
  [{ ...anna, text: 'a', images: 1.5 }, 'bad_images'],
  [{ ...anna, text: 'a', quotes: '12' }, 'not_found'],
  [{ ...anna, text: 'a'.repeat(25_001) }, 'too_long'],
  [{ act: 'flood', count: 0 }, 'bad_count'],
  [{ act: 'flood', count: 501 }, 'bad_count'],
  [{ act: 'flood', count: NaN }, 'bad_count'],
  [{ act: 'protect', handle: 'niemand' }, 'not_found'],
  [{ act: 'protect', handle: 'BABergedorf' }, 'not_yours'],
  [{ act: 'leave', handle: 'babergedorf' }, 'not_yours'],
])('act %# fails: %s', async (act, error) => {
  const { local } = await start()
  expect(local.citizen(act)).toMatchObject({ ok: false, error })
  expect(local.sight().posts).toEqual([])
})

const manifest: unknown = JSON.parse(
  await readFile(new URL('../../manifest.json', import.meta.url), 'utf8'),
)

test('the page asks for these acts; anything else is turned down in German', async () => {
  const onReset = () => Promise.resolve()
  await using sandbox = await startSandbox({
    port: 0,
    directory: null,
    manifest,
    clock: Date,
    onReset,
  })
  const asks = async (act: unknown): Promise<unknown> => {
    const answer = await fetch(`${sandbox.address}/sandbox/citizen`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: sandbox.entry.cookie },
      body: JSON.stringify(act),
    })
    return answer.json()
  }
  expect(await asks({ ...anna, text: 'Hallo', images: 1, closed: true })).toMatchObject({
    ok: true,
  })
  expect(await asks({ act: 'protect', handle: 'anna_b' })).toMatchObject({ ok: true })
  expect(await asks({ act: 'flood', count: 3 })).toMatchObject({ ok: true })
  expect(sandbox.x.sight().posts).toHaveLength(4)
  for (const odd of [
    { act: 'fly' },
    {},
    [],
    7,
    { ...anna },
    { ...anna, text: 7 },
    { ...anna, text: 'a', images: '4' },
    { ...anna, text: 'a', inReplyTo: null },
    { act: 'flood', count: '30' },
  ]) {
    expect(await asks(odd)).toEqual({
      ok: false,
      error: 'bad_act',
      sentence: 'Das kann auf dem X zum Ausprobieren niemand tun.',
    })
  }
  expect(sandbox.x.sight().posts).toHaveLength(4)
})
