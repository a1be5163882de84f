// Timelines, mentions and single posts of the local X under the real client.
import { expect, test } from 'vitest'
import { failure, startLocalX } from './local.ts'

async function startWithMentions(count: number) {
  const started = await startLocalX()
  const { local, clock } = started
  const ids: string[] = []
  for (let each = 0; each < count; each++) {
    const text = `Frage ${each} an @BABergedorf`
    const said = local.citizen({ act: 'post', handle: 'anna_b', name: 'Anna', text })
    if (!said.ok) throw new Error(said.sentence)
    ids.unshift(said.id)
    clock.at += 1000
  }
  return { ...started, ids, me: local.sight().account.id }
}

test('an empty timeline has no data', async () => {
  const { client, me } = await startWithMentions(0)
  expect(await client().v2.get(`users/${me}/mentions`)).toEqual({ meta: { result_count: 0 } })
})

test('mentions come in pages, the newest first, each once', async () => {
  const { client, me, ids } = await startWithMentions(12)
  const paged = await client().v2.userMentionTimeline(me, {
    max_results: 5,
    expansions: ['author_id'],
  })
  expect(paged.meta).toMatchObject({ result_count: 5, newest_id: ids[0], oldest_id: ids[4] })
  expect(paged.includes.users).toMatchObject([{ username: 'anna_b' }])
  await paged.fetchLast(100)
  expect(paged.tweets.map(({ id }) => id)).toEqual(ids)
  expect(paged.done).toBe(true)
})

test('since, until, start and end bound a timeline', async () => {
  const { client, me, ids, clock } = await startWithMentions(6)
  const read = async (query: Record<string, string>) =>
    (await client().v2.userMentionTimeline(me, query)).tweets.map(({ id }) => id)
  expect(await read({ since_id: ids[2]! })).toEqual(ids.slice(0, 2))
  expect(await read({ until_id: ids[3]! })).toEqual(ids.slice(4))
  const third = new Date(clock.at - 3000).toISOString()
  expect(await read({ start_time: third })).toEqual(ids.slice(0, 3))
  expect(await read({ end_time: third })).toEqual(ids.slice(3))
})

test.each<Record<string, string>>([
  { max_results: '4' },
  { max_results: '101' },
  { max_results: 'x' },
  { since_id: 'x' },
  { start_time: 'gestern' },
  { pagination_token: 'x' },
])('%j is turned down', async (query) => {
  const { client, me } = await startWithMentions(1)
  const invalid = { code: 400, data: { title: 'Invalid Request' } }
  expect(await failure(client().v2.get(`users/${me}/tweets`, query))).toMatchObject(invalid)
})

test('answers to the office are mentions, chatter is not', async () => {
  const { client, me, local } = await startWithMentions(0)
  const { data } = await client().v2.tweet('Baubeginn')
  const anna = { act: 'post', handle: 'anna_b', name: 'Anna' } as const
  const answer = local.citizen({ ...anna, text: 'Endlich!', inReplyTo: data.id })
  local.citizen({ ...anna, text: 'Bergedorf ist schön' })
  const { tweets } = await client().v2.userMentionTimeline(me, {
    'tweet.fields': ['conversation_id', 'in_reply_to_user_id', 'referenced_tweets', 'author_id'],
  })
  expect(tweets).toMatchObject([
    {
      id: answer.ok && answer.id,
      conversation_id: data.id,
      in_reply_to_user_id: me,
      referenced_tweets: [{ type: 'replied_to', id: data.id }],
    },
  ])
})

test('an edited mention has a new id and remembers the first', async () => {
  const { client, me, local, ids } = await startWithMentions(1)
  const edited = local.citizen({ act: 'edit', id: ids[0]!, text: '@BABergedorf: wann?' })
  if (!edited.ok) throw new Error(edited.sentence)
  const { tweets } = await client().v2.userMentionTimeline(me)
  expect(tweets).toMatchObject([
    { id: edited.id, edit_history_tweet_ids: [ids[0], edited.id], text: '@BABergedorf: wann?' },
  ])
})

test('deleted and late posts are errors within a success', async () => {
  const { client, local, ids } = await startWithMentions(2)
  const [late, gone] = ids as [string, string]
  local.citizen({ act: 'delete', id: gone })
  local.setFaults([{ kind: 'late-index', times: 1, seconds: 5 }])
  const posted = await client().v2.tweet('spät')
  const { data, errors } = await client().v2.tweets([late, gone, posted.data.id])
  expect(data.map(({ id }) => id)).toEqual([late])
  expect(errors).toMatchObject([{ resource_id: gone }, { resource_id: posted.data.id }])
  expect(errors![0]!.type).toMatch(/resource-not-found$/)
  expect(await client().v2.get(`tweets/${gone}`)).toMatchObject({
    errors: [{ title: 'Not Found Error', value: gone }],
  })
})

test('a search finds who is named and who is answered, the newest first, in pages', async () => {
  const { client, local, ids, clock } = await startWithMentions(11)
  const { data } = await client().v2.tweet('Wir sind @BABergedorf')
  const anna = { act: 'post', handle: 'anna_b', name: 'Anna' } as const
  const answer = local.citizen({ ...anna, text: 'Endlich!', inReplyTo: data.id })
  local.citizen({ ...anna, text: 'Bergedorf ist schön' })
  const query = '(@BABergedorf OR to:BABergedorf) -from:BABergedorf -is:retweet'
  const paged = await client().v2.search(query, { max_results: 10 })
  expect(paged.tweets).toHaveLength(10)
  await paged.fetchNext(10)
  expect(paged.tweets.map(({ id }) => id)).toEqual([answer.ok && answer.id, ...ids])
  clock.at += 7 * 24 * 60 * 60_000 + 1
  expect((await client().v2.search(query)).tweets).toEqual([])
})

test.each<Record<string, string>>([
  { query: '' },
  { query: 'Bergedorf' },
  { query: '@BABergedorf lang:de' },
  { query: '@a '.repeat(200) },
  { query: '@BABergedorf', max_results: '9' },
  { query: '@BABergedorf', start_time: '2026-11-16T09:59:59Z' },
  { query: '@BABergedorf', end_time: '2026-11-23T09:59:51Z' },
])('a search for %j is turned down', async (query) => {
  const { client } = await startWithMentions(0)
  const invalid = { code: 400, data: { title: 'Invalid Request' } }
  expect(await failure(client().v2.get('tweets/search/recent', query))).toMatchObject(invalid)
})

test('a long post is cut and whole in note_tweet', async () => {
  const { client, me, local } = await startWithMentions(0)
  const text = `@BABergedorf ${'Satz & Wort. '.repeat(40)}https://hamburg.de`
  local.citizen({ act: 'post', handle: 'anna_b', name: 'Anna', text })
  const { tweets } = await client().v2.userMentionTimeline(me, { 'tweet.fields': ['note_tweet'] })
  const [seen] = tweets
  expect(seen!.text).toMatch(/^@BABergedorf Satz &amp; Wort\. .*…$/)
  expect(seen!.note_tweet!.text).toMatch(/https:\/\/t\.co\/\w{10}$/)
})

test('numbers grow, and the private ones end after 30 days', async () => {
  const { client, clock } = await startWithMentions(0)
  const { data } = await client().v2.tweet('Baubeginn')
  const read = async () =>
    (
      await client().v2.singleTweet(data.id, {
        'tweet.fields': ['public_metrics', 'non_public_metrics'],
      })
    ).data
  const atOnce = await read()
  clock.at += 24 * 60 * 60_000
  const nextDay = await read()
  expect(nextDay.public_metrics!.like_count).toBeGreaterThan(atOnce.public_metrics!.like_count)
  expect(nextDay.non_public_metrics).toBeDefined()
  clock.at += 30 * 24 * 60 * 60_000
  expect((await read()).non_public_metrics).toBeUndefined()
})

test('answers in own conversations can be hidden, others cannot', async () => {
  const { client, local, ids, address } = await startWithMentions(1)
  const { data } = await client().v2.tweet('Baubeginn')
  const rude = { act: 'post', handle: 'troll', name: 'Troll', text: 'Pfui!' } as const
  const answer = local.citizen({ ...rude, inReplyTo: data.id })
  if (!answer.ok) throw new Error(answer.sentence)
  const page = async () => (await fetch(`${address}/BABergedorf/status/${data.id}`)).text()
  expect(await page()).toContain('Pfui!')
  expect((await client().v2.hideReply(answer.id, true)).data.hidden).toBe(true)
  expect(await page()).not.toContain('Pfui!')
  expect(local.sight().posts[0]).toMatchObject({ id: answer.id, hidden: true })
  expect(await failure(client().v2.hideReply(ids[0]!, true))).toMatchObject({ code: 403 })
})
