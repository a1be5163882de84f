// The signs of the motifs: a few shapes each, drawn by us, in a square of 100.
import type { Motif } from '../core/tile.ts'

const shapes: Record<Motif, string> = {
  notice:
    '<circle cx="50" cy="50" r="42"/><circle class="hole" cx="50" cy="29" r="7"/><rect class="hole" x="43.5" y="43" width="13" height="32" rx="4"/>',
  event:
    '<rect x="10" y="20" width="80" height="70" rx="9"/><rect x="26" y="8" width="11" height="22" rx="4"/><rect x="63" y="8" width="11" height="22" rx="4"/><rect class="hole" x="20" y="42" width="60" height="38" rx="4"/><rect x="55" y="56" width="17" height="17" rx="3"/>',
  roadworks:
    '<path d="M50 8 L94 88 L6 88 Z" stroke-width="8" stroke-linejoin="round"/><path class="hole" d="M50 24 L81 81 L19 81 Z"/><rect x="30" y="66" width="40" height="9" rx="2"/><path d="M38 62 L58 42 L65 49 L45 66 Z"/><circle cx="66" cy="41" r="7"/>',
  warning:
    '<path d="M50 8 L94 88 L6 88 Z" stroke-width="8" stroke-linejoin="round"/><rect class="hole" x="44" y="34" width="12" height="28" rx="5"/><circle class="hole" cx="50" cy="74" r="7"/>',
  number:
    '<rect x="12" y="56" width="18" height="34" rx="4"/><rect x="41" y="36" width="18" height="54" rx="4"/><rect x="70" y="12" width="18" height="78" rx="4"/>',
  quote:
    '<path d="M10 78 L10 46 Q10 22 38 20 L38 33 Q27 35 26 46 L42 46 L42 78 Z"/><path d="M56 78 L56 46 Q56 22 84 20 L84 33 Q73 35 72 46 L88 46 L88 78 Z"/>',
}

/** The sign of a motif as SVG, in one colour on another. Pure. */
export function signOf(motif: Motif, { front, back }: { front: string; back: string }): string {
  const shape = shapes[motif].replaceAll('class="hole"', `fill="${back}" stroke="none"`)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" fill="${front}" stroke="${front}" stroke-width="0">${shape}</svg>`
}
