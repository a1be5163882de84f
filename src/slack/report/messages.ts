// What an order looks like in Slack: a message that says how far it is, and the words that stand with a report.
import type { Period } from '../../core/time/period.ts'
import { reportAnnouncement } from '../../wording/report/asking.ts'
import type { Drawn } from '../pieces.ts'
import { escape } from '../escape.ts'
import { line, rich, words } from '../pieces.ts'

/** Draws how far an order is. */
export function progress(says: string): Drawn {
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
