// From a database to the files of a report: reads beside the process that writes, and asks nobody.
import { readDatabase } from '../../db/database.ts'
import { records } from '../../db/records.ts'
import type { Instant } from '../core/content.ts'
import { isHamburgHoliday } from '../core/time/holidays.ts'
import { before, datesOf, spanOf, yearBefore, type Period } from '../core/time/period.ts'
import { measureKinds } from '../core/measure/measure.ts'
import { networks } from '../networks/index.ts'
import { figuresOf, type Figures } from './figures/figures.ts'
import { tally } from './figures/within.ts'
import { filesOf, type ReportFile } from './files.ts'
import type { Figure, ReportDocument } from './document.ts'
import { tell } from './tell.ts'
import { reportFileName } from '../wording/report/period.ts'

/** What is to be drawn up. Plain data: it crosses into a thread of its own. */
export type Order = {
  database: string
  period: Period
  drawnUpAt: Instant
  zone: string
  /** Weekdays from 1 (Monday), and from when to when ("09:00"). */
  hours: { days: readonly number[]; from: string; to: string }
  eurPerUsd: number | null
}

/** A report as files, and what its announcement says. */
export type Drawn = {
  files: readonly ReportFile[]
  keyFigures: readonly { label: string; figure: Figure }[]
}

/** Draws a report up. Throws a fault if the database cannot be read. */
export async function drawUp(order: Order): Promise<Drawn> {
  const document = documentOf(order)
  const files = await filesOf(document, reportFileName(order.period))
  return { files, keyFigures: document.keyFigures }
}

/** What a report says. Throws a fault if the database cannot be read. */
export function documentOf(order: Order): ReportDocument {
  const { period, zone, hours, eurPerUsd, drawnUpAt } = order
  const settings = {
    hours: { ...hours, zone, isHoliday: isHamburgHoliday },
    ...{ usd: networks.x.usd, now: drawnUpAt },
  }
  const db = readDatabase(order.database)
  try {
    const read = records(db, 'x', zone)
    const sourceOf = (one: Period) => read.of({ ...spanOf(one, zone), ...datesOf(one) })
    const source = sourceOf(period)
    const earlier = [before(period), ...(period.quarter === null ? [] : [yearBefore(period)])]
    const figures = (one: Period): Figures => figuresOf(one, sourceOf(one), settings)
    return tell({
      now: figuresOf(period, source, settings),
      earlier: earlier.map(figures),
      inForce: tally(measureKinds, read.inForce(spanOf(period, zone).to)),
      zone,
      eurPerUsd,
      drawnUpAt,
      experiences: source.experiences,
    })
  } finally {
    db.close()
  }
}
