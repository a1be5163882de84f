// What is said around a report: to who asks for it, while it is drawn up, and when it is there.
import type { Period } from '../../core/time/period.ts'
import type { OrderStage } from '../../core/order.ts'
import { periodName } from './period.ts'

/** How to ask. `command` is what comes before the period. */
export function reportUsage(command: string): string {
  return `So geht es: „${command}“ (letztes volles Quartal), „${command} 2026-Q3“, „${command} III/2026“ oder „${command} jahr 2026“.`
}

/** A period that lies ahead. */
export function notBegunSentence(period: Period): string {
  return `${periodName(period)}: Dieser Zeitraum hat noch nicht begonnen.`
}

/** After `npm run report`. */
export function reportWritten(files: readonly string[]): string {
  return [
    'Der Bericht ist ein Entwurf; die markierten Stellen ergänzt die Pressestelle.',
    ...files,
  ].join('\n')
}

/** To who asked in a channel. */
export function reportComes(period: Period): string {
  return `Der Bericht (${periodName(period)}) kommt gleich in Ihre Direktnachrichten.`
}

/** The message that shows how far it is. What comes by itself is tried again by itself. */
export function reportProgress(period: Period, stage: OrderStage, byItself: boolean): string {
  const name = `Bericht (${periodName(period)})`
  switch (stage.is) {
    case 'waiting':
    case 'drawing':
      return `⏳ ${name}: wird erstellt. Das dauert wenige Sekunden.`
    case 'shared':
    case 'taken-back':
      return `✅ ${name}: Der Entwurf ist fertig, die Dateien stehen in der nächsten Nachricht.`
    case 'failed':
      return byItself
        ? `⚠️ ${name}: Das hat nicht geklappt (Kennung ${stage.id}). Amtsfunk versucht es in einer Stunde wieder.`
        : `⚠️ ${name}: Das hat nicht geklappt (Kennung ${stage.id}). Bitte versuchen Sie es in einigen Minuten noch einmal mit /bericht.`
  }
}

const noPdf =
  'Auf diesem Rechner lässt sich keine PDF-Fassung erstellen. Word und LibreOffice machen eine aus der DOCX-Datei.'

/** What stands with the files. */
export function reportAnnouncement(
  period: Period,
  keyFigures: readonly { label: string; shown: string }[],
  hasPdf: boolean,
): string {
  return [
    `*Bericht (${periodName(period)})*`,
    ...keyFigures.map(({ label, shown }) => `• ${label}: ${shown}`),
    'Das ist ein Entwurf. Bitte ergänzen Sie in der DOCX-Datei die markierten Stellen, bevor er an die Geschäftsstelle geht.',
    ...(hasPdf ? [] : [noPdf]),
  ].join('\n')
}

export const experienceFormWords = {
  title: 'Erfahrung notieren',
  submit: 'Notieren',
  text: {
    label: 'Was soll im Bericht nicht fehlen?',
    hint: 'Steht danach im Entwurf des Quartalsberichts (Kapitel 10). Bitte ohne Namen und ohne @-Konten.',
    placeholder: 'Was hat gut geklappt, was nicht?',
  },
  topic: { label: 'Thema', placeholder: 'Thema wählen' },
} as const

export const experienceFlaws = {
  empty: 'Bitte schreiben Sie einen Satz.',
  handle: 'Bitte ohne @-Konto: Im Bericht stehen keine Namen.',
  long: (surplus: number) => `Bitte kürzen Sie um ${surplus} Zeichen.`,
} as const

/** After a note was taken. */
export const experienceNoted = 'Notiert. Es steht als Stichpunkt im Entwurf des nächsten Berichts.'
export const experienceTakeBack = 'Wieder löschen'
export const experienceGone = 'Diese Notiz ist schon zurückgenommen.'
export const experienceTakenBack = 'Die Notiz ist gelöscht.'

/** Where the files cannot be written. */
export function folderRefuses(folder: string): string {
  return `In den Ordner „${folder}“ lässt sich nichts schreiben. Bitte nennen Sie mit --out einen anderen.`
}
