// The posts of the sandbox's X: as people write them, as X stores and tells them.
import twitter from 'twitter-text'
import type { Clock, XPost } from '../contract.ts'
import type { Memory } from '../memory.ts'

export type Author = { id: string; handle: string; name: string }

export const office: Author = {
  // Ids exceed 2^53: who makes a number of one loses digits.
  id: '1830000000000000001',
  handle: 'BABergedorf',
  name: 'Bezirksamt Bergedorf',
}

export type Post = {
  id: string
  author: Author
  /** As written, in composed characters. */
  text: string
  createdAt: number
  inReplyTo: string | null
  conversation: string
  hidden: boolean
  media: { id: string; alt: string }[]
  /** Ids of the earlier wordings, oldest first, this one last. */
  edits: string[]
  deleted: boolean
  /** Not told by reads before this instant: X indexes late. */
  indexedAt: number
  sample: boolean
}

export type Posts = ReturnType<typeof openPosts>

/** The posts in memory, oldest first. Times in UTC milliseconds by the sandbox's clock. */
export function openPosts(memory: Memory, clock: Clock) {
  const posts = new Map((memory.all('x/post') as Post[]).map((post) => [post.id, post]))
  let lastId = [...posts.keys()].reduce((most, id) => (BigInt(id) > most ? BigInt(id) : most), 0n)

  // Snowflake ids: milliseconds since X's epoch, shifted; rising with time.
  function nextId(): string {
    const byTime = (BigInt(clock.now()) - 1288834974657n) << 22n
    lastId = byTime > lastId ? byTime : lastId + 1n
    return lastId.toString()
  }

  function keep(post: Post): void {
    posts.set(post.id, post)
    memory.put('x/post', post.id, post)
  }

  return {
    keep,
    get: (id: string): Post | undefined => posts.get(id),
    /** Everything that is not deleted, newest first. */
    all: (): Post[] => [...posts.values()].filter(({ deleted }) => !deleted).reverse(),
    /** What reads can find now, newest first. */
    indexed(): Post[] {
      const now = clock.now()
      return this.all().filter(({ indexedAt }) => indexedAt <= now)
    },
    write(given: {
      author: Author
      text: string
      inReplyTo: string | null
      media?: { id: string; alt: string }[]
      edits?: string[]
      indexedIn?: number
    }): Post {
      const id = nextId()
      const parent = given.inReplyTo === null ? undefined : posts.get(given.inReplyTo)
      const post: Post = {
        id,
        author: given.author,
        text: given.text.normalize('NFC'),
        createdAt: clock.now(),
        inReplyTo: given.inReplyTo,
        conversation: parent?.conversation ?? id,
        hidden: false,
        media: given.media ?? [],
        edits: [...(given.edits ?? []), id],
        deleted: false,
        indexedAt: clock.now() + (given.indexedIn ?? 0),
        sample: false,
      }
      keep(post)
      return post
    },
    markSample(): void {
      for (const post of posts.values()) keep({ ...post, sample: true })
    },
    reset(): void {
      posts.clear()
      memory.clear('x/')
    },
  }
}

/** A post as API v2 tells it: links shortened, three characters escaped, long texts cut. */
export function told(post: Post): Record<string, unknown> {
  const links = twitter.extractUrlsWithIndices(post.text, { extractUrlsWithoutProtocol: true })
  const urls = links.map(({ url }, index) => ({
    url: `https://t.co/${BigInt(post.id).toString(36).slice(-8)}${index}`,
    expanded_url: /^https?:\/\//i.test(url) ? url : `http://${url}`,
    display_url: url.replace(/^https?:\/\//i, ''),
    ...placeOf(links, index),
  }))
  let shortened = ''
  let from = 0
  links.forEach(({ indices: [start, end] }, index) => {
    shortened += post.text.slice(from, start) + (urls[index]?.url ?? '')
    from = end
  })
  shortened += post.text.slice(from)
  const escaped = shortened.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const isLong = escaped.length > 280
  const parent = post.inReplyTo
  return {
    id: post.id,
    text: isLong ? `${escaped.slice(0, 279)}…` : escaped,
    ...(isLong && { note_tweet: { text: escaped } }),
    author_id: post.author.id,
    created_at: new Date(post.createdAt).toISOString(),
    conversation_id: post.conversation,
    edit_history_tweet_ids: post.edits,
    lang: 'de',
    ...(urls.length > 0 && { entities: { urls } }),
    ...(parent !== null && { referenced_tweets: [{ type: 'replied_to', id: parent }] }),
    ...(post.media.length > 0 && { attachments: { media_keys: post.media.map(({ id }) => id) } }),
  }
}

function placeOf(links: readonly { indices: [number, number] }[], index: number) {
  const [start, end] = links[index]?.indices ?? [0, 0]
  return { start, end }
}

/** A post as a reader of the page sees it. */
export function sightOf(post: Post, address: string): XPost {
  const { id, author, text, createdAt, inReplyTo, hidden, media, sample } = post
  return {
    id,
    author: { ...author, office: author.id === office.id },
    text,
    createdAt: new Date(createdAt).toISOString(),
    inReplyTo,
    url: `${address}/${author.handle}/status/${id}`,
    hidden,
    media: media.map(({ id: media, alt }) => ({ url: `${address}/media/${media}`, alt })),
    sample,
  }
}

/** Whether the office is named in a text. */
export function mentionsOffice(text: string): boolean {
  return new RegExp(`(^|[^\\w@])@${office.handle}(?!\\w)`, 'i').test(text)
}
