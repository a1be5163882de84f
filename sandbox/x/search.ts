// The queries that the local X's search understands: who is named, who is answered, who wrote.
import type { Post, Store } from './store.ts'
import { named } from './wire.ts'

/** How far back X searches, and how young a post may not be for it, in milliseconds. */
export const searchable = { back: 7 * 24 * 60 * 60_000, youngest: 10_000 }

/** X's limit for ordinary apps. */
const longest = 512

type Test = (post: Post, store: Store) => boolean

/** Whether a post fits a query; null for one X would not take, or that is too much for this one. Terms are @name,
 * to:name, from:name and is:retweet, each perhaps with a minus before it; in brackets with OR between them. */
export function matching(query: string): Test | null {
  if (query.trim() === '' || query.length > longest) return null
  const tests = [...query.matchAll(/\(([^()]*)\)|[^\s()]+/g)].map(([whole, group]) =>
    group === undefined ? termOf(whole) : anyOf(group.split(/\s+OR\s+/).map(termOf)),
  )
  return allOf(tests)
}

function termOf(term: string): Test | null {
  const [, minus, kind, name = ''] =
    /^(-?)(@|to:|from:|is:)(\w+)$/.exec(term.trim()) ?? ([] as string[])
  const handle = name.toLowerCase()
  const test = kind === undefined ? null : testOf(kind, handle)
  if (test === null || minus === '') return test
  return (post, store) => !test(post, store)
}

function testOf(kind: string, name: string): Test | null {
  const isBy = (author: string | undefined, store: Store) =>
    author !== undefined && store.user(author)?.handle.toLowerCase() === name
  switch (kind) {
    case '@':
      return (post) => named(post.text).includes(name)
    case 'to:':
      return (post, store) => isBy(store.post(post.inReplyTo ?? '')?.author, store)
    case 'from:':
      return (post, store) => isBy(post.author, store)
    default:
      // Nobody reposts here.
      return name === 'retweet' ? () => false : null
  }
}

function allOf(tests: readonly (Test | null)[]): Test | null {
  const known = tests.filter((test) => test !== null)
  if (known.length < tests.length) return null
  return (post, store) => known.every((test) => test(post, store))
}

function anyOf(tests: readonly (Test | null)[]): Test | null {
  const known = tests.filter((test) => test !== null)
  if (known.length < tests.length) return null
  return (post, store) => known.some((test) => test(post, store))
}
