import { BrandMark } from './icons.tsx'

// Dark enough for white letters (4.5:1).
const colours = ['#8a4b2d', '#2e6b57', '#5b4a8a', '#7a3a5d', '#36618c', '#6a6424']

function colourOf(id: string): string {
  let sum = 0
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973
  return colours[sum % colours.length] ?? '#36618c'
}

function initials(name: string): string {
  const words = name.split(/[\s-]+/).filter((word) => word !== '')
  const first = words[0]?.[0] ?? '?'
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''
  return (first + last).toLocaleUpperCase('de')
}

/** A picture of a person made of initials, or the mark of the bot. Decoration: the name stands beside it. */
export function Avatar({ id, name, bot }: { id: string; name: string; bot?: boolean }) {
  if (bot === true) {
    return (
      <span class="avatar" aria-hidden="true">
        <BrandMark />
      </span>
    )
  }
  return (
    <span class="avatar" aria-hidden="true" style={{ background: colourOf(id) }}>
      {initials(name)}
    </span>
  )
}
