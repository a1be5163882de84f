// The desk of reports: draws one up when it is asked for, and by itself on the first working day of a quarter.
import type { Db } from '../../db/database.ts'
import { experiences } from '../../db/experiences.ts'
import { slackMessages } from '../../db/slack-messages.ts'
import { localOf } from '../core/calendar.ts'
import type { Instant } from '../core/content.ts'
import { readExperience, type ExperienceFlaw } from '../core/experience.ts'
import { fileWord, firstWorkingDay, lastFullQuarter, spanOf, type Period } from '../core/period.ts'
import type { ReportState } from '../core/report-state.ts'
import type { Newsroom, SharedFile } from '../slack/newsroom.ts'
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
  settings: { approvalChannel: string; zone: string }
  fault: (what: string, error: unknown) => string
}

export type Reports = ReturnType<typeof reports>

/** Opens the desk of reports on a database. */
export function reports(given: ReportsParts) {
  const { db, mail, newsroom, lanes, drawUp, now, settings, fault } = given
  const written = slackMessages(db)
  const notes = experiences(db)
  const begun = db.prepare<[], string | null>('SELECT min(at) FROM event').pluck()
  /** What reports ended with, while their message is not written yet. */
  const ended = new Map<string, ReportState>()

  /** Says that a report is being drawn up, draws it up, shares its files, says so. Whatever was done already
   * stays done: asked again after a crash, it goes on where it was. */
  async function deliver(key: string, period: Period, channel: string): Promise<void> {
    const isWritten = await mail.keepTrue(
      letter(key, period, channel, 1, { is: 'drawing' }),
      nothing,
    )
    const place = written.get(key)
    if (!isWritten || place?.ts == null || place.shows > 1) return
    if (!ended.has(key)) ended.set(key, await drawAndShare(key, period, place.channel))
    const state = ended.get(key) ?? { is: 'done' }
    if (await mail.keepTrue(letter(key, period, channel, 2, state), nothing)) ended.delete(key)
  }

  async function drawAndShare(key: string, period: Period, channel: string): Promise<ReportState> {
    try {
      const since = written.get(key)?.triedAt ?? now()
      const { files, keyFigures } = await drawUp(period, now())
      const figures = keyFigures.map(({ label, figure }) => ({ label, shown: figure.shown }))
      const isThere = await newsroom.isShared(channel, files, since - 60_000)
      if (!isThere) await newsroom.share(channel, files, { period, keyFigures: figures })
      return { is: 'done' }
    } catch (error) {
      return { is: 'failed', id: fault('a report could not be drawn up', error) }
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
      shows,
      once: false,
      needed: true,
      ended: false,
      address: { channel, thread: null },
      drawing: () => ({ draw: 'report', period, state }),
    }
  }

  return {
    /** Draws up the report of a period for one person, who gets it as direct messages. */
    order(period: Period, user: string): Promise<void> {
      const key = `report/${fileWord(period)}/${user}/${now()}`
      return lanes.run(key, () => deliver(key, period, user))
    },

    /** On and after the first working day of a quarter, from eight in the morning: the report of the quarter
     * before, once, if there is anything to tell. */
    drawUpIfDue(): Promise<void> {
      return lanes.run('report by itself', async () => {
        const { date, time } = localOf(now(), settings.zone)
        const start = begun.get() ?? null
        const period = lastFullQuarter(date)
        if (start === null || Date.parse(start) >= spanOf(period, settings.zone).to) return
        const first = firstWorkingDay(date)
        if (date < first || (date === first && time < '08:00')) return
        const key = `report/${fileWord(period)}`
        if ((written.get(key)?.shows ?? 0) > 1) return
        await deliver(key, period, settings.approvalChannel)
      })
    },

    /** Keeps a note for the human chapters; its number, or why it is none. */
    note(typed: string, topic: string | null): { number: number } | ExperienceFlaw {
      const read = readExperience(typed, topic)
      if ('flaw' in read) return read
      return { number: notes.note(read.text, read.topic, now()) }
    },

    /** Takes a note back. */
    takeBack(number: number): void {
      notes.takeBack(number)
    },
  }
}

function nothing(): void {
  // A report's message has nothing hanging on it.
}
