// What whoever supervises the process reads of its health. Never a person, a text or a number of a matter.
import type { SlackTrouble } from './watch.ts'

/** What the office is made of, as far as it can be well or not. */
export type Part =
  'desk' | 'jobs' | 'database' | 'disk' | 'slack' | 'network' | 'mentions' | SlackTrouble['part']

/** Why a part is not well. */
export type Why =
  | 'silent'
  | 'broke-off'
  | 'not-writable'
  | 'busy'
  | 'full'
  | 'nearly-full'
  | 'deaf'
  | 'unreachable'
  | 'rate-limit'
  | 'no-credit'
  | 'unauthorized'
  | 'account-locked'
  | 'unreadable'
  | SlackTrouble['why']

/** What is wrong with a part, and for how long. `isPassing`: a restart does not mend it, and nobody here can. */
export type Trouble = { part: Part; why: Why; seconds: number; isPassing: boolean }

const parts: Record<Part, string> = {
  desk: 'Bearbeitung',
  jobs: 'Regelmäßige Arbeiten',
  database: 'Datenbank',
  disk: 'Speicherplatz',
  slack: 'Slack',
  network: 'X',
  mentions: 'Erwähnungen von X lesen',
  workspace: 'Zugang zu Slack',
  'approval-channel': 'Freigabekanal',
  'moderation-channel': 'Moderationskanal',
  officers: 'Pressestelle in Slack',
}

const reasons: Record<Why, string> = {
  silent: 'kein Erfolg mehr',
  'broke-off': 'bricht mit einem Fehler ab, siehe Protokoll',
  'not-writable': 'lässt sich nicht schreiben',
  busy: 'von einem anderen Programm gesperrt',
  full: 'kein Platz mehr',
  'nearly-full': 'wird knapp',
  deaf: 'nicht zu hören',
  unreachable: 'nicht erreichbar',
  'rate-limit': 'bittet zu warten',
  'no-credit': 'kein Guthaben oder nicht im Tarif',
  unauthorized: 'erkennt die Zugangsdaten nicht an',
  'account-locked': 'das Konto ist gesperrt',
  unreadable: 'Antwort nicht zu verstehen',
  closed: 'von Slack entzogen',
  public: 'ist öffentlich',
  shared: 'mit einer anderen Organisation geteilt',
  archived: 'archiviert',
  'not-a-member': 'Amtsfunk ist nicht mehr Mitglied',
  'not-found': 'nicht mehr zu finden',
  'no-group': 'die Nutzergruppe gibt es nicht mehr',
  'no-plan': 'der Slack-Tarif kennt keine Nutzergruppen mehr',
  nobody: 'niemand kann freigeben',
  'unknown-user': 'eine Kennung gehört zu keinem Konto mehr',
}

/** The state in one word, then a line for each trouble. */
export function healthText(troubles: readonly Trouble[]): string {
  const isWell = troubles.every(({ isPassing }) => isPassing)
  const state = troubles.length === 0 ? 'ok' : isWell ? 'Warnung' : 'Störung'
  const lines = troubles.map(
    ({ part, why, seconds }) => `${parts[part]}: ${reasons[why]} (seit ${lasting(seconds)})`,
  )
  return [state, ...lines, ''].join('\n')
}

function lasting(seconds: number): string {
  if (seconds < 120) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  return minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h`
}
