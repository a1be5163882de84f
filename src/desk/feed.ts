// What the office's own feed tells: each new item once, where posts are approved. A person proposes and submits it.
import { createHash } from 'node:crypto'
import type { Db } from '../../db/database.ts'
import { feeds } from '../../db/feeds.ts'
import { untold as untoldOf } from '../../db/untold.ts'
import type { Instant } from '../core/content.ts'
import { told, type FeedSeen, type LookAtFeed } from '../core/feed.ts'
import type { PressRelease } from '../core/press-release.ts'
import type { Mailroom } from './mailroom.ts'
import type { Drawing } from './ports/newsroom.ts'

/** How often a feed is looked at, in milliseconds. */
const rhythm = 15 * 60_000

type FeedDrawing = Extract<Drawing, { draw: 'feed-item' | 'feed-others' }>

export type Feed = ReturnType<typeof feedDesk>

/** Opens the desk of one feed. `unread` hears when it cannot be read, each reason once in a row. */
export function feedDesk(given: {
  db: Db
  mail: Pick<Mailroom, 'tellOnce'>
  look: LookAtFeed
  now: () => Instant
  unread: (because: Exclude<FeedSeen['is'], 'there'>) => void
  settings: { address: string; channel: string }
}) {
  const { db, mail, look, now, unread, settings } = given
  const { address, channel } = settings
  const kept = feeds(db)
  const untold = untoldOf<FeedDrawing>(db, 'feed/')
  let failing: string | null = null
  let lastTry = -Infinity

  /** The items of a look that nobody has seen yet. What a feed has at the first look is known already. */
  function take(items: Extract<FeedSeen, { is: 'there' }>['items']): void {
    db.transaction(() => {
      const isFirst = kept.lookedAt(address) === null
      const at = now()
      kept.looked(address, at)
      const fresh = items
        .map(({ id, ...said }) => ({ name: nameOf(address, id), said }))
        .filter(({ name }) => !kept.has(name))
      const news = told(isFirst ? [] : fresh)
      const shown = new Set(news.items.map(({ name }) => name))
      for (const { name, said } of fresh) kept.add(name, shown.has(name) ? said : null, at)
      for (const { name, said } of news.items) {
        const { title, text, link } = said
        untold.add(`feed/${name}`, {
          draw: 'feed-item',
          seal: `feed/${name}`,
          title: title === '' ? text : title,
          link,
        })
      }
      if (news.others > 0) {
        untold.add(`feed/others/${at}`, { draw: 'feed-others', count: news.others, address })
      }
    }).immediate()
  }

  async function tell(): Promise<void> {
    for (const { key, told: drawing } of untold.all()) {
      if (!(await mail.tellOnce(key, channel, () => drawing))) return
      untold.remove(key)
    }
  }

  /** Looks at the feed and tells what is new in it. */
  async function lookNow(): Promise<void> {
    lastTry = now()
    const seen = await look(address)
    if (seen.is === 'there') take(seen.items)
    else if (seen.is !== failing) unread(seen.is)
    failing = seen.is === 'there' ? null : seen.is
    await tell()
  }

  return {
    lookNow,
    /** Looks where it is time to, also after a restart, and tells what could not be told yet. Never two at a time. */
    async lookIfDue(): Promise<void> {
      const last = Math.max(kept.lookedAt(address) ?? -Infinity, lastTry)
      // A clock that was put back makes nobody wait.
      const isDue = now() - last >= rhythm || last > now()
      await (isDue ? lookNow() : tell())
    },
    /** What the item behind a button says; null where there is none. */
    releaseOf(seal: string): PressRelease | null {
      return kept.item(seal.replace(/^feed\//, ''))
    },
  }
}

/** A name for an item of a feed that says nothing about it. */
function nameOf(address: string, id: string): string {
  return createHash('sha256').update(`${address}\n${id}`).digest('hex').slice(0, 32)
}
