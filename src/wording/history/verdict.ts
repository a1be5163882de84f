// What `npm run history` says besides lives.
import { count } from '../numbers.ts'
import { matterNames } from './lives.ts'

/** The chain of hashes holds. */
export function wholeSentence(
  { events, seal }: { events: number; seal: string },
  path: string,
): string {
  return `Die Aufzeichnung in ${path} ist vollständig und unverändert: ${count(events)} Einträge. Siegel: ${seal}`
}

/** The chain of hashes is broken. */
export function brokenSentence(verdict: {
  brokenAt: number
  because: 'missing' | 'changed'
}): string {
  const { brokenAt, because } = verdict
  const what =
    because === 'missing'
      ? `Eintrag ${count(brokenAt)} fehlt`
      : `Eintrag ${count(brokenAt)} oder einer davor wurde verändert`
  return `Die Aufzeichnung ist nicht mehr unversehrt: ${what}. Bitte sichern Sie die Datei sofort und vergleichen Sie sie mit der letzten Sicherung.`
}

/** There is no database to read. */
export function noHistorySentence(path: string): string {
  return `Unter ${path} gibt es noch keine lesbare Aufzeichnung. Bitte prüfen Sie DATABASE_PATH.`
}

const kinds = Object.values(matterNames)
  .map((name) => name.toLowerCase())
  .join(', ')

export const usage = [
  'So rufen Sie die Aufzeichnung ab:',
  '  npm run history -- verify                prüft, ob sie vollständig und unverändert ist',
  '  npm run history -- show NUMMER           zeigt das Leben eines Vorschlags',
  `  npm run history -- show ART NUMMER       zeigt, was sonst geschah; ART ist ${kinds}`,
].join('\n')
