// The mailroom: every message owed to the team is written once and kept true in place, whatever fails or
// crashes in between.
import type { SlackMessage, SlackMessages } from '../../db/slack-messages.ts'
import type { Instant } from '../core/content.ts'
import { lasted } from '../core/matter.ts'
import type { Drawing, Newsroom, Place, Written } from './ports/newsroom.ts'

/** Where a message belongs; "nobody" is left of those it was for, or what it hangs on is not there yet. */
export type Address = { channel: string; thread: string | null } | 'nobody' | 'not-yet'

/** A message as it must be by now. `key` never changes; `shows` is how much of the matter's life it tells. */
export type Letter = {
  key: string
  /** The key, and of which beginning: a message of a history that was lost is not taken for one of ours. */
  mark: string
  shows: number
  /** Written once, and touched again only if words in it are erased. */
  once: boolean
  /** It is written once and shows words that may be erased. */
  quotes?: boolean
  /** People still need it: it comes back if somebody deletes it. */
  needed: boolean
  /** Nothing more will be decided about its matter: what is gone then stays gone. */
  ended: boolean
  address: Address
  drawing: () => Drawing
}

type MailroomParts = {
  newsroom: Pick<Newsroom, 'write' | 'update' | 'find'>
  written: SlackMessages
  now: () => Instant
  /** How much time passes, in milliseconds, whatever the wall clock is set to. */
  elapsed: () => number
  fault: (what: string, error: unknown) => void
  /** How long to wait between two new messages in a channel, in milliseconds. */
  pace: (channel: string) => number
}

/** Hears where a message was found of which nobody knew where it stands. */
export type Found = (where: Place) => void

/** How long a refused or doubtful message rests before it is tried again, in milliseconds. */
const rest = { refused: 60_000, unknown: 5_000 }

/** How far before the last try a message is looked for, in milliseconds: Slack counts by its own clock, and ours may
 * have been hours ahead then. */
const lookBack = 24 * 60 * 60_000

export type Mailroom = ReturnType<typeof mailroom>

/** Opens the mailroom of one workspace. */
export function mailroom({ newsroom, written, now, elapsed, fault, pace }: MailroomParts) {
  /** Messages resting after a failure, and until how much time has passed. Lost with a crash, which only means an earlier try. */
  const resting = new Map<string, number>()
  const nextInChannel = new Map<string, number>()
  /** Messages that are being written right now, and whether what is being written is outdated already, or erased. */
  const underWay = new Map<string, 'true' | 'outdated' | 'erased'>()
  let outdates = 0
  let pausedUntil = 0
  let stopping = false

  /** Writes or changes one message if that is owed and possible now; whether it is true afterwards. */
  async function keepTrue(letter: Letter, foundAt: Found): Promise<boolean> {
    const { key, address } = letter
    const known = written.get(key)
    const isThere = known?.ts != null
    const least = !letter.once ? letter.shows : letter.quotes === true ? 0 : -1
    if (isThere && known.shows >= least) return true
    if (stopping || elapsed() < pausedUntil || elapsed() < (resting.get(key) ?? 0)) return false
    if (address === 'nobody') return true
    if (address === 'not-yet') return false
    if (known?.ts != null) {
      const place = { channel: known.channel, ts: known.ts }
      underWay.set(key, 'true')
      return settled(letter, await newsroom.update(place, letter.drawing()))
    }
    if (known !== null && !(await isAbsent(letter, known, foundAt))) return false
    if (elapsed() < (nextInChannel.get(address.channel) ?? 0)) return false
    nextInChannel.set(address.channel, elapsed() + pace(address.channel))
    written.begin(key, address.channel, address.thread, now())
    underWay.set(key, 'true')
    const end = await newsroom.write(letter.mark, address.channel, address.thread, letter.drawing())
    return settled(letter, end)
  }

  // An intent without a place: the message may be there. Only a look that answers allows a second write.
  async function isAbsent(
    { key, mark }: Letter,
    known: SlackMessage,
    foundAt: Found,
  ): Promise<boolean> {
    const { channel, thread, triedAt } = known
    if (now() < lasted(triedAt, rest.unknown, now())) return false
    const found = await newsroom.find(mark, channel, thread, triedAt - lookBack)
    if (found === 'unreadable') {
      resting.set(key, elapsed() + rest.unknown)
      return false
    }
    if (found === 'absent') return true
    written.written(key, found, 0)
    if (isCard(key)) outdate(`${matterOf(key)}/`, key)
    foundAt(found)
    return false
  }

  function settled(letter: Letter, end: Written): boolean {
    const { key, shows, once, needed, ended } = letter
    const became = underWay.get(key) ?? 'true'
    const isOutdated = became === 'erased' || (became === 'outdated' && !once)
    const wasThere = written.get(key)?.ts != null
    underWay.delete(key)
    if ('written' in end) {
      resting.delete(key)
      const anew = (written.get(key)?.ts ?? null) !== end.written.ts
      written.written(key, end.written, isOutdated ? (became === 'erased' ? -1 : 0) : shows)
      // Where a card stands anew, what links to it or hangs below it must be drawn again.
      if (anew && isCard(key)) outdate(`${matterOf(key)}/`, key)
      return !isOutdated
    }
    switch (end.failed) {
      case 'busy':
        pausedUntil = Math.max(pausedUntil, elapsed() + end.wait)
        if (written.get(key)?.ts == null) written.forget(key)
        return false
      case 'refused':
        // That a channel is shared is said by whoever watches it.
        if (end.error !== 'shared') fault(`Slack refused the message ${key}: ${end.error}`, null)
        if (written.get(key)?.ts == null) written.forget(key)
        resting.set(key, elapsed() + rest.refused)
        return false
      case 'unknown':
        resting.set(key, elapsed() + rest.unknown)
        return false
      case 'gone': {
        // Somebody deleted it, or the message whose thread it was meant for. What is still needed comes
        // back, and with it what hangs on it; anything else stays gone.
        if (once) resting.set(key, elapsed() + rest.refused)
        const isLost = once ? wasThere : !needed
        if (isLost) written.shown(key, shows)
        else written.forget(key)
        return isLost || ended
      }
    }
  }

  /** What the messages show whose keys begin so has changed, except for one: they are drawn again. That holds for
   * what is on its way to Slack right now, too. */
  function outdate(beginning: string, except = ''): void {
    outdates += 1
    written.outdate(beginning, except)
    for (const key of underWay.keys()) {
      if (!key.startsWith(beginning) || key === except) continue
      if (underWay.get(key) === 'true') underWay.set(key, 'outdated')
    }
  }

  /** What the messages show whose keys begin so was erased: every one of them is drawn again. */
  function redact(beginning: string): void {
    outdates += 1
    written.redact(beginning)
    for (const key of underWay.keys()) if (key.startsWith(beginning)) underWay.set(key, 'erased')
  }

  /** Writes a message that belongs to no matter, once; whether it stands. */
  function tellOnce(key: string, channel: string, drawing: () => Drawing): Promise<boolean> {
    const fixed = { shows: 1, once: true, needed: false, ended: true }
    const letter = { key, mark: key, ...fixed, address: { channel, thread: null }, drawing }
    // It is not reacted on: where it was found is of no use.
    return keepTrue(letter, () => undefined)
  }

  return {
    keepTrue,
    tellOnce,
    outdate,
    redact,
    /** How often something was outdated so far: more than before means that a look must be taken again. */
    outdates: (): number => outdates,
    /** Whether nothing can be written for the moment. */
    isPaused: (): boolean => stopping || elapsed() < pausedUntil,
    /** Begins no further message. */
    stop(): void {
      stopping = true
    },
  }
}

/** Whether a message is one that others link to or hang below: "proposal/7/card/1". */
function isCard(key: string): boolean {
  return key.split('/')[2] === 'card'
}

/** "proposal/7" of "proposal/7/card/1". */
function matterOf(key: string): string {
  return key.split('/').slice(0, 2).join('/')
}
