// What a report looks like in Slack: a message that says how far it is, and the words that stand with its files.
import type { Period } from '../../core/time/period.ts'
import type { ReportState } from '../../core/report-order/report-state.ts'
import { reportAnnouncement, reportProgress } from '../../wording/report/asking.ts'
import type { Drawn } from '../pieces.ts'
import { escape } from '../escape.ts'
import { line, rich, words } from '../pieces.ts'

/** Draws how far a report is. */
export function progress(period: Period, state: ReportState): Drawn {
  const says = reportProgress(period, state)
  return { text: escape(says), blocks: [rich([line(words(says))])] }
}

/** What stands with the files, as mrkdwn. */
export function announcement(
  period: Period,
  keyFigures: readonly { label: string; shown: string }[],
  files: readonly { name: string }[],
): string {
  return reportAnnouncement(
    period,
    keyFigures.map(({ label, shown }) => ({ label: escape(label), shown: escape(shown) })),
    files.some(({ name }) => name.endsWith('.pdf')),
  )
}
