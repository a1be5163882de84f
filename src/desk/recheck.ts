// Looking again: what the public cannot read on a network any more is forgotten here, too.
import type { Db } from '../../db/database.ts'
import type { Mentions, Unchecked } from '../../db/mentions.ts'
import { patiently } from '../../db/turns.ts'
import type { Instant } from '../core/content.ts'
import type { MentionNumber } from '../core/conversation/conversation.ts'
import { secondLookAfter, vanished } from '../core/conversation/vanished.ts'
import type { ReadFailed } from '../core/outcome.ts'
import type { Conversations } from './conversations.ts'
import type { Notices } from './notices.ts'
import type { Network } from './ports/network.ts'

const hour = 60 * 60_000
/** How often a mention is looked up on the network, in milliseconds: what is gone there is forgotten within 24 hours
 * by the second look (docs/regeln.md, "Auf X gelöscht"), also where both looks come an hour late. */
const recheckAfter = 20 * hour - secondLookAfter
/** How many are looked up with one call, and in one round. */
const atOnce = 100
const mostInRound = 5_000

/** Opens the looking again at mentions of one network. */
export function rechecks(given: {
  db: Db
  network: Network
  conversations: Conversations
  mentions: Mentions
  notices: Notices
  now: () => Instant
  isStopping: () => boolean
}) {
  const { db, network, conversations, mentions, notices, now, isStopping } = given

  /** Asks the network about as many as it tells of. What it says nothing about was `asked`, but not answered. */
  async function look(round: readonly Unchecked[]) {
    const asked = new Set<MentionNumber>()
    const answered = new Set<MentionNumber>()
    const gone = new Set<MentionNumber>()
    let failed: ReadFailed | null = null
    for (let done = 0; done < round.length && !isStopping(); done += atOnce) {
      const some = round.slice(done, done + atOnce)
      const told = await network.gone(some.map(({ latest }) => latest))
      if ('failed' in told) {
        failed = told
        break
      }
      for (const { number, latest } of some) {
        asked.add(number)
        if (told.answered.has(latest)) answered.add(number)
        if (told.gone.has(latest)) gone.add(number)
      }
    }
    return { asked, answered, gone, failed }
  }

  /** Looks up mentions that were not looked up for most of a day, and erases what the public cannot read any more:
   * what a look does not find is looked for once more hours later. Answers with why the network told nothing, null
   * if it did. */
  return async function recheck(): Promise<ReadFailed | null> {
    const { asked, answered, gone, failed } = await look(
      mentions.unchecked(now() - recheckAfter, mostInRound),
    )
    const seen = vanished({ gone, answered }, mentions.missed(), now())
    const erase = new Set(seen.erase)
    const again = (wait: number) => now() - recheckAfter + wait
    const note = db.transaction(() => {
      for (const number of asked) {
        // What is to be erased stays due until it is.
        if (erase.has(number)) continue
        const missed = seen.doubted.get(number) ?? null
        // What the network says nothing about is asked for again within the hour.
        const wait = answered.has(number)
          ? missed === null
            ? recheckAfter
            : secondLookAfter
          : hour / 2
        mentions.checked(number, again(wait), missed)
      }
      if (seen.suspicionBegan) {
        notices.add(`vanished/${now()}`, { draw: 'many-vanished', count: seen.doubted.size })
      }
    })
    await patiently(() => {
      note.immediate()
    })
    await conversations.eraseInTurns(seen.erase, 'gone')
    await notices.tell()
    return failed
  }
}
