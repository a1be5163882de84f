// Looking again: what the public cannot read on a network any more is forgotten here, too.
import type { Db } from '../../db/database.ts'
import type { Mentions, ToLookUp } from '../../db/mentions.ts'
import { patiently } from '../../db/turns.ts'
import type { Instant } from '../core/content.ts'
import {
  isClosed,
  type ConversationNumber,
  type MentionNumber,
} from '../core/conversation/conversation.ts'
import { lookAgainAfter, secondLookAfter, vanished } from '../core/conversation/vanished.ts'
import type { ReadFailed } from '../core/outcome.ts'
import type { Conversations } from './conversations.ts'
import type { Notices } from './notices.ts'
import type { Network } from './ports/network.ts'

/** When a post the network says nothing about is asked for again, in milliseconds. */
const unanswered = 30 * 60_000
/** How many are looked up with one call. */
const atOnce = 100
/** How many in one round of an hour: at least those, whatever it costs, and at most. */
const inRound = { least: 10, most: 5_000 }

/** Opens the looking again at mentions of one network. */
export function rechecks(given: {
  db: Db
  network: Network
  conversations: Conversations
  mentions: Mentions
  notices: Notices
  /** What is left to be spent on reading, in USD. */
  left: () => number
  now: () => Instant
  isStopping: () => boolean
}) {
  const { db, network, conversations, mentions, notices, left, now, isStopping } = given

  /** Asks the network about as many as it tells of. What it says nothing about was `asked`, but not answered. */
  async function look(round: readonly ToLookUp[]) {
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

  /** How many this round may ask for. */
  function affordable(): number {
    const { least, most } = inRound
    return Math.max(least, Math.min(most, Math.floor(left() / network.lookUpPrice)))
  }

  function againAfter(conversation: ConversationNumber, missedSince: Instant | null): number {
    if (missedSince !== null) return secondLookAfter
    const state = conversations.load(conversation)
    return lookAgainAfter({ isOpen: state !== null && !isClosed(state) })
  }

  /** Looks up the mentions for which it is time, as far as the budget bears it, and erases what the public cannot read
   * any more: what a look does not find is looked for once more hours later. Answers with why the network told
   * nothing, null if it did. */
  return async function recheck(): Promise<ReadFailed | null> {
    const round = mentions.toLookUp(now(), affordable())
    const { asked, answered, gone, failed } = await look(round)
    const seen = vanished({ gone, answered }, mentions.missed(), now())
    const erase = new Set(seen.erase)
    const note = db.transaction(() => {
      for (const { number, conversation } of round) {
        // What is to be erased stays due until it is.
        if (!asked.has(number) || erase.has(number)) continue
        const missed = seen.doubted.get(number) ?? null
        const wait = answered.has(number) ? againAfter(conversation, missed) : unanswered
        mentions.lookAgain(number, now() + wait, missed)
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
