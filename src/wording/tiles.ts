// The words of Kacheln: what stands in their form, and what is wrong with them.
import { headingAtMost, type Motif, type Shape, type TileFlaw } from '../core/tile.ts'
import type { Instant } from '../core/content.ts'
import type { FieldWords } from './forms.ts'
import { count, decimal } from './numbers.ts'
import { momentWithoutYear } from './time.ts'

export const motifLabels: Record<Motif, string> = {
  notice: 'Hinweis',
  event: 'Termin',
  roadworks: 'Baustelle',
  warning: 'Warnung',
  number: 'Zahl',
  quote: 'Zitat',
}

export const shapeLabels: Record<Shape, string> = {
  wide: 'Quer (16:9)',
  square: 'Quadratisch (1:1)',
}

/** The button that leads to the form. */
export const makeTileLabel = 'Kachel erstellen'

/** The form for a Kachel. */
export const tileFormWords = {
  title: 'Kachel erstellen',
  submit: 'Anfügen',
  close: 'Zurück',
  motif: { label: 'Motiv', placeholder: 'Motiv wählen' },
  heading: {
    label: 'Überschrift',
    hint: `Höchstens ${headingAtMost} Zeichen. Bei „Zahl“ die Zahl, bei „Zitat“ wer es sagt.`,
  },
  text: { label: 'Text', hint: 'Etwa 220 Zeichen passen.' },
  date: { label: 'Datum', placeholder: 'Sa., 28.11.2026' },
  time: { label: 'Uhrzeit', placeholder: '15 bis 20 Uhr' },
  place: { label: 'Ort', placeholder: 'Marktplatz Bergedorf' },
  shape: { label: 'Format' },
} as const satisfies Record<string, FieldWords | string>

/** What a Kachel is called among the pictures of a form. */
export function tileName(heading: string): string {
  return `Kachel: ${heading}`
}

/** Until when a warning holds, where a Kachel says when something is. */
export function tileUntil(until: Instant, zone: string): string {
  return `Gültig bis ${momentWithoutYear(until, zone)}`
}

/** By whom a Kachel is. */
export function tileCredit(office: string): string {
  return `Kachel: ${office}`
}

/** That the form lists no more pictures. */
export function pictureListFull(most: number): string {
  return `Die Liste der Bilder ist voll (${most}). Bitte reichen Sie den Vorschlag mit den Bildern ein, die Sie haben, und überarbeiten Sie ihn dann.`
}

/** What is wrong with one field of a Kachel and how to mend it. */
export function tileFlawSentence(flaw: TileFlaw): string {
  switch (flaw.flaw) {
    case 'empty':
      return flaw.field === 'heading'
        ? 'Bitte geben Sie eine Überschrift ein.'
        : 'Bitte geben Sie einen Text ein.'
    case 'too-long':
      return flaw.field === 'heading'
        ? `Die Überschrift ist ${count(flaw.surplus)} Zeichen zu lang.`
        : `Der Text ist ${count(flaw.surplus)} Zeichen zu lang. Kleiner ließe er sich auf dem Handy nicht mehr lesen.`
    case 'too-wide':
      return `„${flaw.word}“ ist zu lang für eine Zeile. Bitte kürzen Sie das Wort oder nehmen Sie das breite Format.`
    case 'no-glyph':
      return `Das lässt sich nicht zeichnen: ${flaw.characters}. Bitte lassen Sie es weg.`
  }
}

const colourNames = {
  ground: 'ground (Hintergrund)',
  ink: 'ink (Schrift)',
  accent: 'accent (Farbe)',
  onAccent: 'onAccent (Schrift auf der Farbe)',
} as const

/** The colours of the look, as the settings call them. */
export type ColourName = keyof typeof colourNames

/** Why two colours cannot stand on one another. */
export function weakContrast(one: ColourName, other: ColourName, ratio: number): string {
  return `Die Farben ${colourNames[one]} und ${colourNames[other]} haben zu wenig Kontrast (${decimal(ratio)} : 1, nötig sind 4,5 : 1). Bitte wählen Sie eine dunklere oder hellere.`
}
