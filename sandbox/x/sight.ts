// The local X as a reader sees it.
import type { XPost } from '../contract.ts'
import { marksIn } from './marks.ts'
import { newestFirst, office, type Post, type Store } from './store.ts'

/** Everything that is online, newest first, whether or not the API finds it already. */
export function online(store: Store, address: string): XPost[] {
  const posts = store.posts().filter((post) => post.gone === null)
  return posts.sort(newestFirst).map((post) => asSeen(post, store, address))
}

/** What the office deleted, newest first. */
export function deletedByOffice(store: Store, address: string): XPost[] {
  const posts = store.posts().filter((post) => post.gone === 'deleted' && post.author === office.id)
  return posts.sort(newestFirst).map((post) => asSeen(post, store, address))
}

/** A post with its links written out and nothing escaped. */
export function asSeen(post: Post, store: Store, address: string): XPost {
  const { id, handle, name, muted = false } = store.user(post.author) ?? office
  return {
    id: post.id,
    author: {
      id,
      handle,
      name,
      office: id === office.id,
      protected: store.isProtected(post),
      muted,
    },
    text: post.text,
    marks: marksIn(post.text),
    createdAt: new Date(post.createdAt).toISOString(),
    inReplyTo: post.inReplyTo,
    quotes: post.quotes ?? null,
    url: `${address}/${handle}/status/${post.id}`,
    hidden: post.hidden,
    closed: post.closed === true,
    media: post.media.map((media) => ({
      url: `${address}/2/media/shown/${media}`,
      alt: store.media(media)?.alt ?? '',
    })),
    madeWithAi: post.madeWithAi === true,
    sample: post.sample,
  }
}
