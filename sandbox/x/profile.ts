// What the office's account says of itself. Whoever reads it must find whose account it is, when somebody answers, whom to
// call in danger, and the way to Impressum, Datenschutz and Netiquette.
import type { XProfile } from '../contract.ts'

const description =
  'Offizieller Kanal. Servicezeiten Mo–Fr 9–16 Uhr. Kein Notruf: bei Gefahr 110 oder 112. Impressum, Datenschutz und Netiquette hinter dem Link.'

/** The profile as of an instant (UTC milliseconds). X takes up to 160 characters as its description. */
export function profileAt(now: number): XProfile {
  return {
    description,
    location: 'Hamburg-Bergedorf',
    website: 'https://www.hamburg.de/politik-und-verwaltung/bezirke/bergedorf',
    followers: followersAt(now),
  }
}

/** A small office's account: a few more each week, sometimes a few fewer. */
function followersAt(now: number): number {
  const days = (now - Date.UTC(2026, 0, 1)) / (24 * 60 * 60_000)
  return Math.round(640 + days * 0.7 + 4 * Math.sin(days / 5))
}
