// The end of history is noted outside of it, in the morning's message in Slack and in the log: a chain of hashes alone does
// not show that its end was cut off, or that all of it was written anew.
import type { Logger } from 'pino'
import { chainOf } from '../../db/chain.ts'
import type { Db } from '../../db/database.ts'
import { compared } from '../../db/history.ts'
import { anchorIn, anchorText } from '../core/anchor.ts'
import type { Mailroom } from '../desk/mailroom.ts'
import type { Newsroom } from '../desk/ports/newsroom.ts'

/** Opens the anchoring of one office's history. `noted` is the channel of the morning's message, null where there is
 * none; `told` is the channel that hears what is wrong. */
export function anchoring(given: {
  db: Db
  newsroom: Pick<Newsroom, 'latest'>
  mail: Pick<Mailroom, 'tellOnce'>
  log: Logger
  channels: { noted: string | null; told: string }
}) {
  const { db, newsroom, mail, log, channels } = given
  const chain = chainOf(db)
  /** Where history ended when the office opened: what is done since then must not fill the gap unseen. */
  const begun = chain.end()
  let isCompared = channels.noted === null

  return {
    /** Notes in the log where history ends. */
    note(): void {
      log.info({ seal: anchorText(chain.end()) }, 'history ends here')
    },

    /** Compares history with the last seal in Slack, once after each start, and says what it sees: in the log, and to
     * the team what does not fit. False while Slack does not tell. */
    async compareOnce(): Promise<boolean> {
      if (isCompared || channels.noted === null) return true
      const said = await newsroom.latest('digest/', channels.noted)
      if (said === 'unreadable') return false
      const anchor = said === 'absent' ? null : anchorIn(said.text)
      if (anchor === null) {
        log.info('there is no seal of history in Slack')
        isCompared = true
        return true
      }
      const how = anchor.number > begun.number ? 'ends-before' : compared(db, anchor)
      const seals = { noted: anchorText(anchor), here: anchorText(begun) }
      if (how === 'same') log.info(seals, 'history fits the last seal in Slack')
      else log.error(seals, `history does not fit the last seal in Slack: ${how}`)
      isCompared =
        how === 'same' ||
        (await mail.tellOnce(`anchor/${anchorText(anchor)}/${how}`, channels.told, () => ({
          ...{ draw: 'history-differs', how, anchor, here: begun },
        })))
      return isCompared
    },
  }
}
