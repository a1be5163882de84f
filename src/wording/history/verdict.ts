// What `npm run history` says besides lives.
import { anchorText, type Anchor, type Anchored, type Verdict } from '../../core/anchor.ts'
import { count } from '../numbers.ts'
import { dateOnly } from '../time.ts'
import { matterNames } from './lives.ts'

/** The chain of hashes holds. */
export function wholeSentence(
  { events, end }: { events: number; end: Anchor },
  path: string,
): string {
  return `Die Aufzeichnung in ${path} ist vollständig und unverändert: ${count(events)} Einträge. Siegel: ${anchorText(end)}`
}

const besideNames = {
  person: 'die Person mit der Nummer',
  evidence: 'die Beweissicherung',
  measure_reason: 'die Begründung der Maßnahme',
  erasable: 'der Wortlaut zu Eintrag',
  spending: 'die Ausgaben vom',
} as const

/** The chain of hashes is broken, something beside it was changed, or it does not fit an anchor noted outside. */
export function brokenSentence(verdict: Exclude<Verdict, { whole: true }>): string {
  return `Die Aufzeichnung ist nicht mehr unversehrt: ${whatIsBroken(verdict)}. Bitte sichern Sie die Datei sofort und vergleichen Sie sie mit der letzten Sicherung.`
}

function whatIsBroken(verdict: Exclude<Verdict, { whole: true }>): string {
  switch (verdict.because) {
    case 'missing':
      return `Eintrag ${count(verdict.brokenAt)} fehlt`
    case 'changed':
      return `Eintrag ${count(verdict.brokenAt)} oder einer davor wurde verändert`
    case 'beside': {
      const { table, row } = verdict
      const which = table === 'spending' ? dateOnly(Date.parse(row), 'UTC') : row
      return `${besideNames[table]} ${which} wurde verändert`
    }
    case 'ends-before':
      return `Sie endet mit Eintrag ${count(verdict.events)}, das Siegel gehört zu Eintrag ${count(verdict.anchor.number)}: Der Schluss fehlt, oder es ist eine ältere Datei`
    case 'not-as-anchored':
      return `Eintrag ${count(verdict.anchor.number)} trägt ein anderes Siegel: Die Aufzeichnung wurde neu geschrieben, oder es ist eine andere Datei`
  }
}

/** At the start: the history here does not fit the seal that the morning's message in Slack carries. */
export function differsSentence(found: {
  how: Exclude<Anchored, 'same'>
  anchor: Anchor
  here: Anchor
}): string {
  const { how, anchor, here } = found
  return how === 'ends-before'
    ? `Die Aufzeichnung endet mit Eintrag ${count(here.number)}, das letzte Siegel in diesem Workspace gehört zu Eintrag ${count(anchor.number)}. Wurde eine Sicherung eingespielt, fehlt, was danach geschah: Bitte sehen Sie die Karten seitdem durch. Sonst fehlt der Schluss der Aufzeichnung; sagen Sie bitte der Technik Bescheid.`
    : `Die Aufzeichnung trägt bei Eintrag ${count(anchor.number)} ein anderes Siegel als die letzte Morgennachricht (${anchorText(anchor)}). Wurde eine ältere Sicherung eingespielt und damit weitergearbeitet, ist das zu erwarten. Sonst wurde die Aufzeichnung verändert; sagen Sie bitte der Technik Bescheid.`
}

/** The seal at the end of the morning's message. */
export function anchorLine(anchor: Anchor): string {
  return `Siegel der Aufzeichnung: ${anchorText(anchor)}`
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
  '  npm run history -- verify --seal SIEGEL  prüft auch, ob sie zu einem notierten Siegel passt',
  '  npm run history -- show NUMMER           zeigt das Leben eines Vorschlags',
  `  npm run history -- show ART NUMMER       zeigt, was sonst geschah; ART ist ${kinds}`,
].join('\n')
