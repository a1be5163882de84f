import type { NoPicture, PictureRefusal } from '../core/picture.ts'
import { count, decimal } from './numbers.ts'

/** How much of a file's name is shown, in characters. */
const longestName = 40

/** Why a file cannot be used, and what to do; with its name, shortened in the middle. */
export function pictureRefusal(refusal: PictureRefusal, name: string): string {
  return `„${fileName(name)}“: ${sentence(refusal)}`
}

function sentence(refusal: PictureRefusal): string {
  switch (refusal.refused) {
    case 'empty':
      return 'Die Datei ist leer. Bitte laden Sie das Bild noch einmal hoch.'
    case 'too-large': {
      const { bytes, limit } = refusal
      return `Die Datei ist ${megabytes(bytes, limit)} groß, erlaubt sind ${megabytes(limit)}. Bitte verkleinern Sie das Bild.`
    }
    case 'not-a-picture':
      return notAPicture[refusal.looksLike ?? 'unknown']
    case 'broken':
      return 'Das Bild ist beschädigt oder nicht vollständig. Bitte speichern Sie es neu und laden Sie es noch einmal hoch.'
    case 'too-many-pixels': {
      const { pixels, limit } = refusal
      return `Das Bild hat ${megapixels(pixels, limit)} Megapixel, erlaubt sind ${megapixels(limit)}. Bitte verkleinern Sie es.`
    }
    case 'too-small': {
      const { width, height, atLeast } = refusal
      return `Das Bild ist nur ${size(width, height)} groß. Jede Seite braucht mindestens ${atLeast} Pixel. Bitte nehmen Sie ein größeres.`
    }
    case 'too-narrow':
      return `Das Bild ist mit ${size(refusal.width, refusal.height)} zu schmal, um etwas zu zeigen. Bitte schneiden Sie es zu.`
    case 'several-pages':
      return `Die Datei hat ${count(refusal.pages)} Seiten. Bitte speichern Sie die gewünschte Seite als JPEG oder PNG.`
    case 'animated':
      return `Bewegte Bilder im Format ${formats[refusal.format]} zeigt X nicht. Bitte nehmen Sie ein GIF oder ein Bild, das sich nicht bewegt.`
    case 'animation-too-large':
      return `${tooMuch(refusal)}. Bitte nehmen Sie ein kürzeres oder kleineres GIF.`
    case 'too-long':
      return `Das Bild war nach ${decimal(refusal.seconds)} Sekunden nicht fertig. Bitte verkleinern Sie es oder speichern Sie es neu als JPEG.`
    case 'crashed':
      return 'Das Bild ließ sich nicht verarbeiten. Bitte speichern Sie es neu als JPEG und laden Sie es noch einmal hoch.'
  }
}

const notAPicture: Record<NonNullable<NoPicture> | 'unknown', string> = {
  pdf: 'Das ist ein PDF. Bitte speichern Sie die gewünschte Seite als PNG oder JPEG.',
  svg: 'Das ist eine Vektorgrafik (SVG). Bitte speichern Sie sie als PNG.',
  video: 'Das ist ein Video. Amtsfunk nimmt nur Bilder: JPEG, PNG, WebP oder GIF.',
  heic: 'Das ist ein HEIC-Foto vom Handy. Bitte speichern Sie es als JPEG; auf dem iPhone unter Fotos: Teilen, Optionen, Maximal kompatibel.',
  raw: 'Das ist ein Rohbild der Kamera (RAW). Bitte speichern Sie es als JPEG.',
  text: 'Das ist eine Textdatei. Bitte laden Sie ein Bild hoch: JPEG, PNG, WebP oder GIF.',
  archive: 'Das ist ein Archiv. Bitte entpacken Sie es und laden Sie das Bild selbst hoch.',
  office: 'Das ist ein Office-Dokument. Bitte speichern Sie das Bild daraus als PNG oder JPEG.',
  unknown: 'Das ist kein Bild, das Amtsfunk lesen kann. Bitte nehmen Sie JPEG, PNG, WebP oder GIF.',
}

const formats = { png: 'PNG', webp: 'WebP', avif: 'AVIF' }

function tooMuch(refusal: Extract<PictureRefusal, { refused: 'animation-too-large' }>): string {
  switch (refusal.too) {
    case 'heavy':
      return `Das bewegte GIF ist ${megabytes(refusal.bytes, refusal.limit)} groß, X erlaubt ${megabytes(refusal.limit)}`
    case 'big':
      return `Das bewegte GIF hat ${size(refusal.width, refusal.height)}, X erlaubt ${size(refusal.limit.width, refusal.limit.height)}`
    case 'long':
      return `Das GIF hat ${count(refusal.frames)} Einzelbilder, X erlaubt ${count(refusal.limit)}`
    case 'much':
      return `Das GIF hat zusammen ${megapixels(refusal.pixels, refusal.limit)} Megapixel, X erlaubt ${megapixels(refusal.limit)}`
  }
}

/** "1.280 × 1.080 Pixel" */
function size(width: number, height: number): string {
  return `${count(width)} × ${count(height)} Pixel`
}

/** "31 MB": what is over a limit never reads as if it were not. */
function megabytes(bytes: number, limit?: number): string {
  return `${over(bytes, limit)} MB`
}

function megapixels(pixels: number, limit?: number): string {
  return over(pixels, limit)
}

function over(amount: number, limit?: number): string {
  const millions = amount / 1_000_000
  if (limit === undefined) return decimal(millions)
  const tenths = Math.ceil(millions * 10) / 10
  return tenths >= limit / 1_000_000 + 1 ? count(Math.round(millions)) : decimal(tenths)
}

/** A name as a line of text can show it: nothing invisible, nothing that turns the line around, and the end, which says
 * what it is thought to be. */
function fileName(name: string): string {
  const characters = Array.from(name.replace(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ').trim())
  if (characters.length === 0) return 'Datei ohne Namen'
  if (characters.length <= longestName) return characters.join('')
  return `${characters.slice(0, longestName - 11).join('')}…${characters.slice(-10).join('')}`
}
