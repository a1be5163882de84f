// What the local X remembers: users, posts and media, in the sandbox's memory.
import type { Clock } from '../contract.ts'
import type { Memory } from '../memory.ts'

export type User = {
  id: string
  handle: string
  name: string
  /** Only followers read what the account posts. */
  protected?: boolean
  /** The office has muted it. */
  muted?: boolean
  /** The account is no more; somebody else may take its handle. */
  left?: boolean
}

export type Post = {
  id: string
  /** User id. */
  author: string
  /** As written; links are shortened when it is read through the API. */
  text: string
  /** UTC milliseconds. */
  createdAt: number
  inReplyTo: string | null
  /** Id of the post it quotes. */
  quotes?: string
  /** Id of the first post of the conversation. */
  conversation: string
  /** Media ids. */
  media: string[]
  madeWithAi?: boolean
  hidden: boolean
  /** Its author lets nobody answer. */
  closed?: boolean
  /** Ids of all versions, the first one first, this one included. */
  versions: string[]
  /** Deleted posts stay for the duplicate check, replaced versions for the history. */
  gone: 'deleted' | 'replaced' | null
  /** Not found by reads before this instant (late index). */
  readableFrom: number
  sample: boolean
}

export type Media = {
  id: string
  type: string
  category: string
  totalBytes: number
  /** Base64 by segment index. */
  segments: Record<string, string>
  createdAt: number
  state: 'uploading' | 'pending' | 'in_progress' | 'succeeded' | 'failed'
  alt: string
}

/** The office's account: the one whose keys the local X hands out. */
export const office: User = {
  id: '1480316722018422785',
  handle: 'BABergedorf',
  name: 'Bezirksamt Bergedorf',
}

export type Store = ReturnType<typeof openStore>

/** The documents of the local X. Ids grow with every call of `nextId`, also when the clock goes back. */
export function openStore(memory: Memory, clock: Clock) {
  const post = (id: string) => memory.get('x-post', id) as Post | undefined
  const users = () => [
    office,
    ...(memory.all('x-user') as User[]).filter(({ left }) => left !== true),
  ]
  /** Undefined for an account that is no more. */
  const user = (id: string): User | undefined => {
    if (id === office.id) return office
    const known = memory.get('x-user', id) as User | undefined
    return known?.left === true ? undefined : known
  }
  const isProtected = ({ author }: Post) => user(author)?.protected === true
  const isReadable = (each: Post) =>
    each.gone === null && each.readableFrom <= clock.now() && !isProtected(each)
  return {
    post,
    /** In the order they were written, those gone included. */
    posts: () => memory.all('x-post') as Post[],
    /** Readable through the API right now. */
    readable: () => (memory.all('x-post') as Post[]).filter(isReadable),
    isReadable,
    isProtected,
    /** The post as it stands now, by the id of any of its versions. */
    newest: (id: string) => {
      const known = post(id)
      if (known?.gone !== 'replaced') return known
      return (memory.all('x-post') as Post[]).findLast(({ versions }) => versions.includes(id))
    },
    keep: (each: Post) => {
      memory.put('x-post', each.id, each)
    },
    user,
    userByHandle: (handle: string) =>
      users().find((each) => each.handle.toLowerCase() === handle.toLowerCase()),
    keepUser: (each: User) => {
      memory.put('x-user', each.id, each)
    },
    media: (id: string) => memory.get('x-media', id) as Media | undefined,
    keepMedia: (each: Media) => {
      memory.put('x-media', each.id, each)
    },
    nextId: () => {
      const last = memory.get('x-last', 'id') as string | undefined
      const id = larger(snowflake(clock.now()), BigInt(last ?? '0') + 1n).toString()
      memory.put('x-last', 'id', id)
      return id
    },
    forget: () => {
      memory.clear('x-')
    },
  }
}

/** As X makes its ids: milliseconds since its own epoch, shifted. Far above 2^53. */
function snowflake(now: number): bigint {
  return BigInt(Math.max(0, now - 1_288_834_974_657) + 1) << 22n
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b
}

/** Orders ids by age, the newest first. */
export function newestFirst(a: { id: string }, b: { id: string }): number {
  return Number(BigInt(b.id) > BigInt(a.id)) - Number(BigInt(b.id) < BigInt(a.id))
}
