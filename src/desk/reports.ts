// The desk of reports: draws one up when it is asked for, and by itself on the first working day of a quarter.
import type { Db } from '../../db/database.ts'
import { experiences } from '../../db/experiences.ts'
import { forms } from '../../db/forms.ts'
import { slackMessages } from '../../db/slack-messages.ts'
import { localOf } from '../core/time/calendar.ts'
import type { Instant } from '../core/content.ts'
import { readExperience, type ExperienceFlaw } from '../core/experience.ts'
import {
  fileWord,
  firstWorkingDay,
  lastFullQuarter,
  spanOf,
  type Period,
} from '../core/time/period.ts'
import type { ReportState } from '../core/report-order/report-state.ts'
import { reportFileName } from '../wording/report/period.ts'
import type { Newsroom, Place, SharedFile } from './ports/newsroom.ts'
import type { Lanes } from './lanes.ts'
import type { Letter, Mailroom } from './mailroom.ts'

/** A report as files, and the figures of its announcement. */
export type DrawnReport = {
  files: readonly SharedFile[]
  keyFigures: readonly { label: string; figure: { shown: string } }[]
}

export type ReportsParts = {
  db: Db
  mail: Mailroom
  newsroom: Newsroom
  lanes: Lanes
  /** Draws the report of a period up, elsewhere: it takes seconds. */
  drawUp: (period: Period, at: Instant) => Promise<DrawnReport>
  now: () => Instant
  /** How much time passes, in milliseconds, whatever the wall clock is set to. */
  elapsed: () => number
  settings: { approvalChannel: string; zone: string }
  fault: (what: string, error: unknown) => string
}

/** How much of a report's life its message tells. */
const told = { drawing: 1, failed: 2, done: 3 } as const

/** How long a report that could not be drawn up by itself rests, in milliseconds. */
const rest = 60 * 60_000

export type Reports = ReturnType<typeof reports>

/** Opens the desk of reports on a database. */
export function reports(given: ReportsParts) {
  const { db, mail, newsroom, lanes, drawUp, now, elapsed, settings, fault } = given
  const written = slackMessages(db)
  const notes = experiences(db)
  const readForms = forms(db)
  const begun = db.prepare<[], string | null>('SELECT min(at) FROM event').pluck()
  /** Until how much time has passed the report that comes by itself is not tried again. */
  let restsUntil = -Infinity
  /** Who waits for which report. Lost with a crash: who asked asks again. */
  const asked = new Map<string, { period: Period; channel: string }>()

  /** Says that a report is being drawn up, draws it up, shares its files, says so; whether all of that is done.
   * Whatever was done already stays done: asked again, it goes on where it was. */
  async function deliver(key: string, period: Period, channel: string): Promise<boolean> {
    const say = (shows: number, state: ReportState) =>
      mail.keepTrue(letter(key, period, channel, shows, state), nothing)
    if (!(await say(told.drawing, { is: 'drawing' }))) return false
    const place = written.get(key)
    if (place?.ts == null) return false
    if (place.shows >= told.done) return true
    try {
      await drawAndShare(period, { channel: place.channel, ts: place.ts })
    } catch (error) {
      await say(told.failed, { is: 'failed', id: fault('a report could not be drawn up', error) })
      return false
    }
    return say(told.done, { is: 'done' })
  }

  async function drawAndShare(period: Period, announced: Place): Promise<void> {
    const { channel } = announced
    const isThere = () => newsroom.isShared(announced, reportFileName(period))
    if (await isThere()) return
    const { files, keyFigures } = await drawUp(period, now())
    const figures = keyFigures.map(({ label, figure }) => ({ label, shown: figure.shown }))
    try {
      await newsroom.share(channel, files, { period, keyFigures: figures })
    } catch (error) {
      // The answer may be all that got lost.
      if (!(await isThere())) throw error
    }
  }

  function letter(
    key: string,
    period: Period,
    channel: string,
    shows: number,
    state: ReportState,
  ): Letter {
    return {
      key,
      mark: key,
      shows,
      once: false,
      needed: true,
      ended: false,
      address: { channel, thread: null },
      drawing: () => ({ draw: 'report', period, state }),
    }
  }

  /** On and after the first working day of a quarter, from eight in the morning: the report of the quarter before,
   * once, if there is anything to tell. */
  async function drawUpIfDue(): Promise<void> {
    const { date, time } = localOf(now(), settings.zone)
    const start = begun.get() ?? null
    const period = lastFullQuarter(date)
    if (start === null || Date.parse(start) >= spanOf(period, settings.zone).to) return
    const first = firstWorkingDay(date)
    if (date < first || (date === first && time < '08:00')) return
    const key = `report/${fileWord(period)}`
    if ((written.get(key)?.shows ?? 0) >= told.done || elapsed() < restsUntil) return
    const isDone = await deliver(key, period, settings.approvalChannel)
    if (!isDone && written.get(key)?.shows === told.failed) restsUntil = elapsed() + rest
  }

  /** Does what is owed: reports asked for, and the one that comes by itself. */
  function settle(): Promise<void> {
    return lanes.run('reports', async () => {
      for (const [key, { period, channel }] of asked) {
        if (await deliver(key, period, channel)) asked.delete(key)
        // Who asked was told, and asks again.
        else if (written.get(key)?.shows === told.failed) asked.delete(key)
      }
      await drawUpIfDue()
    })
  }

  return {
    settle,

    /** Draws up the report of a period for one person, who gets it as direct messages. */
    order(period: Period, user: string): Promise<void> {
      asked.set(`report/${fileWord(period)}/${user}/${now()}`, { period, channel: user })
      return settle()
    },

    /** Keeps a note for the human chapters; its number, or why it is none. A form that was read before gives the
     * note it became. */
    note(typed: string, topic: string | null, form: string): { number: number } | ExperienceFlaw {
      const read = readExperience(typed, topic)
      if ('flaw' in read) return read
      return db
        .transaction((): { number: number } => {
          const known = readForms.matterOf(form, 'experience')
          if (known !== null) return { number: known }
          const number = notes.note(read.text, read.topic, now())
          readForms.remember(form, 'experience', number, now())
          return { number }
        })
        .immediate()
    },

    /** Takes a note back; whether it was there. */
    takeBack: (number: number): boolean => notes.takeBack(number),
  }
}

function nothing(): void {
  // A report's message has nothing hanging on it.
}
