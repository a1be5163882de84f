// How the office's Kacheln look, and whether everybody can read them.
import { z } from 'zod'

const colour = z.string().regex(/^#[0-9a-f]{6}$/i)

/** Colours as "#rrggbb". */
export const lookShape = z.strictObject({
  ground: colour,
  ink: colour,
  accent: colour,
  onAccent: colour,
})

/** The look of an office: its name, its colours, and its logo as SVG, null for none. */
export type Look = { name: string; colours: z.infer<typeof lookShape>; logo: string | null }

/** What is wrong with a look: `ratio` is the contrast of two colours that stand on one another. */
export type LookFlaw =
  | { flaw: 'contrast'; one: keyof Look['colours']; other: keyof Look['colours']; ratio: number }
  | { flaw: 'logo' }

/** The least contrast of letters with what is behind them (WCAG 2.2, success criterion 1.4.3). */
const leastContrast = 4.5

/** Every flaw of a look. Pure. */
export function lookFlaws({ colours, logo }: Look): LookFlaw[] {
  const pairs = [
    ['ink', 'ground'],
    ['onAccent', 'accent'],
    ['accent', 'ground'],
  ] as const
  const weak = pairs.flatMap(([one, other]): LookFlaw[] => {
    const ratio = contrast(colours[one], colours[other])
    return ratio < leastContrast ? [{ flaw: 'contrast', one, other, ratio }] : []
  })
  return logo !== null && !isPlainDrawing(logo) ? [...weak, { flaw: 'logo' }] : weak
}

/** The contrast of two colours, from 1 to 21 (WCAG 2.2, definition of contrast ratio). Pure. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

/** WCAG 2.2, definition of relative luminance. */
function luminance(colour: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

/** A drawing of shapes: nothing that runs, nothing from elsewhere, no letters in a font we do not have. */
function isPlainDrawing(svg: string): boolean {
  const isForeign =
    /<(script|image|foreignObject|text|style|use\s[^>]*href="(?!#))|\son\w+\s*=|url\((?!#)|<!(DOCTYPE|ENTITY)/i
  return /^\s*(<\?xml[^>]*>\s*)?<svg\b/.test(svg) && !isForeign.test(svg) && svg.length < 100_000
}
