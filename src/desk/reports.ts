// The desk of reports: draws one up when it is asked for, and by itself from the first working day of a quarter.
import { experiences } from '../../db/experiences.ts'
import { forms } from '../../db/forms.ts'
import { reportOrders } from '../../db/report-orders.ts'
import type { Instant } from '../core/content.ts'
import { readExperience, type ExperienceFlaw } from '../core/experience.ts'
import { theDesk } from '../core/people.ts'
import {
  orderReport,
  reportByItself,
  reportOrderMatter,
  type ReportWish,
} from '../core/report-order/report-order.ts'
import type { Period } from '../core/time/period.ts'
import { reportFileName } from '../wording/report/period.ts'
import { orders, type OrderParts } from './orders.ts'
import type { SharedFile } from './ports/newsroom.ts'

/** A report as files, and the figures of its announcement. */
export type DrawnReport = {
  files: readonly SharedFile[]
  keyFigures: readonly { label: string; figure: { shown: string } }[]
}

export type ReportsParts = OrderParts & {
  /** Draws the report of a period up, elsewhere: it takes seconds. */
  drawUp: (period: Period, at: Instant) => Promise<DrawnReport>
  settings: { approvalChannel: string; zone: string }
}

export type Reports = ReturnType<typeof reports>

/** Opens the desk of reports. */
export function reports(given: ReportsParts) {
  const { db, desk, drawUp, now, settings } = given
  const notes = experiences(db)
  const readForms = forms(db)
  const ordered = reportOrders(db)
  const docket = orders<ReportWish>(given, {
    matter: reportOrderMatter,
    async drawUp({ wish: { period } }) {
      const { files, keyFigures } = await drawUp(period, now())
      const figures = keyFigures.map(({ label, figure }) => ({ label, shown: figure.shown }))
      return { files, said: { of: 'report', period, keyFigures: figures } }
    },
    fileName: ({ wish }) => reportFileName(wish.period),
    progress: ({ wish, stage, to }) => ({
      draw: 'report',
      period: wish.period,
      stage,
      byItself: to === 'channel',
    }),
  })

  return {
    load: docket.load,
    settle: docket.settle,

    /** Has the report of a period drawn up for one person, who gets it as direct messages; resolves when it is
     * there or has failed. */
    order(period: Period, user: string): Promise<void> {
      const actor = desk.actor(user)
      const begin = () => docket.begin([orderReport(period, actor)], actor)
      return docket.settle(db.transaction(begin).immediate().number)
    },

    /** Orders the report of the quarter before for the channel, once, if it is time and there is anything to
     * tell. */
    async orderByItself(): Promise<void> {
      const begin = () => {
        const period = reportByItself({ begun: ordered.begun(), zone: settings.zone }, now())
        return period === null || ordered.byItself(period)
          ? null
          : docket.begin([orderReport(period, theDesk)], theDesk)
      }
      const order = db.transaction(begin).immediate()
      if (order !== null) await docket.settle(order.number)
    },

    /** Keeps a note for the human chapters; its seal, or why it is none. A form that was read before gives the note it
     * became. */
    note(
      typed: string,
      topic: string | null,
      { form, user }: { form: string; user: string },
    ): { seal: string } | ExperienceFlaw {
      return db
        .transaction(() => {
          const known = readForms.matterOf(form, 'experience')
          if (known !== null) return { seal: notes.seal(known, user) }
          const read = readExperience(typed, topic)
          if ('flaw' in read) return read
          const number = notes.note(read.text, read.topic, now())
          readForms.remember(form, 'experience', number, now())
          return { seal: notes.seal(number, user) }
        })
        .immediate()
    },

    /** Takes the note a seal names back, for who wrote it; whether it was there. */
    takeBack(seal: string, user: string): boolean {
      const number = notes.sealed(seal, user)
      return number !== null && notes.takeBack(number)
    },
  }
}
