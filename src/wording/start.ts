// What operators read on the terminal: set-up problems with their remedy, ready, stopping.

import { weakContrast, type ColourName } from './tiles.ts'

/** Every variable of the set-up. */
export type Variable =
  | 'SLACK_BOT_TOKEN'
  | 'SLACK_APP_TOKEN'
  | 'APPROVAL_CHANNEL'
  | 'MODERATION_CHANNEL'
  | 'PRESS_OFFICERS'
  | 'X_APP_KEY'
  | 'X_APP_SECRET'
  | 'X_ACCESS_TOKEN'
  | 'X_ACCESS_SECRET'
  | 'DATABASE_PATH'
  | 'SLACK_API_URL'
  | 'X_API_URL'
  | 'UNDO_SECONDS'
  | 'MENTIONS'
  | 'LINK_CHECK'
  | 'FEED_URL'
  | 'MENTION_POLL_SECONDS'
  | 'READING_USD_PER_DAY'
  | 'READING_USD_PER_MONTH'
  | 'MONTHLY_BUDGET_USD'
  | 'SERVICE_HOURS'
  | 'ESCALATION_CONTACT'
  | 'FLOOD_MENTIONS'
  | 'FLOOD_MINUTES'
  | 'KEEP_DAYS_AFTER_CLOSING'
  | 'KEEP_DAYS_AFTER_RECEIPT'
  | 'EUR_PER_USD'
  | 'TEMPLATES_PATH'
  | 'HANDBOOK_URL'
  | 'POST_TEMPLATES_PATH'
  | 'OFFICE_PATH'
  | 'TIME_ZONE'
  | 'LOG_LEVEL'
  | 'HEALTH_PORT'
  | 'SANDBOX_PORT'

/** Why the office cannot open. */
export type StartProblem =
  | {
      problem: 'database'
      because:
        | 'wide'
        | 'newer'
        | 'not-writable'
        | 'full'
        | 'in-use'
        | 'not-a-database'
        | 'damaged'
        | 'gone'
      path: string
    }
  | { problem: 'slack-token'; variable: 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN'; error: string }
  | { problem: 'slack-unreachable' }
  | {
      problem: 'channel'
      variable: 'APPROVAL_CHANNEL' | 'MODERATION_CHANNEL'
      because: 'not-found' | 'not-a-member' | 'archived' | 'shared' | 'public'
    }
  | { problem: 'officers'; because: 'no-group' | 'no-plan' | 'nobody' | 'unknown-user' }
  | { problem: 'contact'; because: 'unknown-user' | 'unreachable' }
  | { problem: 'x-credentials' }
  | { problem: 'health-port'; port: number }
  | {
      problem: 'templates'
      because: 'unreadable' | 'empty'
      path: string
      variable: 'TEMPLATES_PATH' | 'POST_TEMPLATES_PATH'
    }
  | {
      problem: 'office-settings'
      because:
        | { is: 'unreadable' }
        /** `field` is its way in the file, as "departments.0.key". */
        | { is: 'unusable'; field: string }
        /** What nobody may approve alone, as the settings call it. */
        | { is: 'never-alone'; kind: string }
        | { is: 'weak-contrast'; one: ColourName; other: ColourName; ratio: number }
      path: string
    }
  | { problem: 'sandbox-port'; port: number }
  /** It was installed without them. */
  | { problem: 'sandbox-packages' }

const channelId = 'die Kennung eines Slack-Kanals, zum Beispiel C0123ABCD (nicht sein Name)'
const fromX = 'Sie steht in der X-App unter „Keys and tokens“.'
const http =
  'eine Adresse mit https:// (auf diesem Rechner selbst auch http://), denn dorthin gehen die Schlüssel'

/** What belongs into a variable. */
const expected: Record<Variable, string> = {
  SLACK_BOT_TOKEN: 'Erwartet: das Bot-Token der Slack-App; es beginnt mit xoxb-.',
  SLACK_APP_TOKEN:
    'Erwartet: das App-Token der Slack-App mit der Berechtigung connections:write; es beginnt mit xapp-.',
  APPROVAL_CHANNEL: `Erwartet: ${channelId}. In diesem Kanal stehen die Karten.`,
  MODERATION_CHANNEL: `Erwartet: ${channelId}. Er muss privat sein und ein anderer als der aus APPROVAL_CHANNEL.`,
  PRESS_OFFICERS:
    'Erwartet: die Slack-Kennungen der Personen, die freigeben, mit Komma getrennt (U0123ABCD,U0456EFGH), oder die Kennung einer Nutzergruppe (S0123ABCD).',
  X_APP_KEY: `Erwartet: die Angabe „API Key“. ${fromX}`,
  X_APP_SECRET: `Erwartet: die Angabe „API Key Secret“. ${fromX}`,
  X_ACCESS_TOKEN: `Erwartet: die Angabe „Access Token“. ${fromX}`,
  X_ACCESS_SECRET: `Erwartet: die Angabe „Access Token Secret“. ${fromX}`,
  DATABASE_PATH: 'Erwartet: der Pfad einer Datei, die bleibt, zum Beispiel data/amtsfunk.db.',
  SLACK_API_URL: `Erwartet: ${http}, oder nichts für Slack selbst.`,
  X_API_URL: `Erwartet: ${http}, oder nichts für X selbst.`,
  UNDO_SECONDS: 'Erwartet: eine ganze Zahl von 0 bis 3600, zum Beispiel 30.',
  LINK_CHECK: 'Erwartet: on oder off.',
  FEED_URL:
    'Erwartet: die öffentliche Adresse eines Feeds (RSS 2.0 oder Atom) mit https://, oder nichts.',
  MENTIONS: 'Erwartet: on oder off.',
  MENTION_POLL_SECONDS: 'Erwartet: eine ganze Zahl von 15 bis 3600, zum Beispiel 90.',
  READING_USD_PER_DAY: 'Erwartet: eine ganze Zahl von 1 bis 10000, zum Beispiel 5.',
  READING_USD_PER_MONTH: 'Erwartet: eine ganze Zahl von 1 bis 100000, zum Beispiel 30.',
  MONTHLY_BUDGET_USD: 'Erwartet: eine ganze Zahl von 1 bis 100000, zum Beispiel 40, oder nichts.',
  SERVICE_HOURS:
    'Erwartet: Wochentage und Uhrzeiten, zum Beispiel Mo-Fr 09:00-16:00. Der erste Tag und die erste Uhrzeit stehen vorn; sonst wäre nie geöffnet.',
  ESCALATION_CONTACT: 'Erwartet: die Slack-Kennung einer Person, zum Beispiel U0123ABCD.',
  FLOOD_MENTIONS: 'Erwartet: eine ganze Zahl von 2 bis 1000, zum Beispiel 20.',
  FLOOD_MINUTES: 'Erwartet: eine ganze Zahl von 1 bis 1440, zum Beispiel 10.',
  KEEP_DAYS_AFTER_CLOSING:
    'Erwartet: eine ganze Zahl von 1 bis 365, zum Beispiel 30, und nicht mehr als KEEP_DAYS_AFTER_RECEIPT.',
  KEEP_DAYS_AFTER_RECEIPT: 'Erwartet: eine ganze Zahl von 7 bis 365, zum Beispiel 90.',
  EUR_PER_USD: 'Erwartet: wie viele Euro ein US-Dollar kostet, zum Beispiel 0,86.',
  TEMPLATES_PATH: 'Erwartet: der Pfad einer Datei, zum Beispiel docs/textbausteine.md.',
  HANDBOOK_URL: 'Erwartet: die Adresse des Handbuchs mit https://, oder nichts.',
  POST_TEMPLATES_PATH:
    'Erwartet: der Pfad einer Datei, zum Beispiel docs/textbausteine-beitraege.md, oder nichts.',
  OFFICE_PATH: 'Erwartet: der Pfad einer Datei, zum Beispiel docs/buero.json.',
  TIME_ZONE: 'Erwartet: der Name einer Zeitzone, zum Beispiel Europe/Berlin.',
  LOG_LEVEL: 'Erwartet: fatal, error, warn, info oder debug.',
  HEALTH_PORT: 'Erwartet: eine freie Portnummer von 1 bis 65535, oder nichts.',
  SANDBOX_PORT: 'Erwartet: eine freie Portnummer, zum Beispiel 3000.',
}

/** Everything that is wrong with the set-up, as one list. Values are not repeated: they may be secret. */
export function problemsSentence(
  problems: readonly { variable: Variable; problem: 'missing' | 'unusable' }[],
): string {
  return [
    'Amtsfunk kann so nicht starten:',
    ...problems.map(({ variable, problem }) => {
      const what = problem === 'missing' ? 'fehlt' : 'ist nicht brauchbar'
      return `- ${variable} ${what}. ${expected[variable]}`
    }),
    'Die Angaben stehen in der Datei .env oder in der Umgebung; .env.example zeigt alle. Ohne Angaben zu Slack und X startet der Übungsraum.',
  ].join('\n')
}

/** Why the office cannot open, and what helps. */
export function startProblemSentence(problem: StartProblem): string {
  switch (problem.problem) {
    case 'database':
      return databaseSentences[problem.because](problem.path)
    case 'slack-token':
      return `Slack nimmt ${problem.variable} nicht an (${problem.error}). Bitte prüfen Sie das Token in der Slack-App und installieren Sie die App, wenn nötig, neu im Workspace.`
    case 'slack-unreachable':
      return 'Slack ist nicht erreichbar. Bitte prüfen Sie die Netzverbindung und starten Sie Amtsfunk dann neu.'
    case 'channel':
      return channelSentences[problem.because](problem.variable)
    case 'officers':
      return officersSentences[problem.because]
    case 'contact':
      return contactSentences[problem.because]
    case 'x-credentials':
      return 'X erkennt die Zugangsdaten nicht an. Bitte prüfen Sie X_APP_KEY, X_APP_SECRET, X_ACCESS_TOKEN und X_ACCESS_SECRET. Die App braucht die Berechtigung „Read and write“, bevor die Access-Token erzeugt werden. Geht die Uhr dieses Rechners mehr als einige Minuten falsch, weist X ihn ebenfalls ab.'
    case 'health-port':
      return `Port ${problem.port} (HEALTH_PORT) ist schon belegt. Bitte wählen Sie einen anderen oder beenden Sie das Programm, das ihn nutzt.`
    case 'office-settings':
      return `${problem.path} (OFFICE_PATH): ${officeSettingsSentence(problem.because)}`
    case 'templates':
      return templatesSentences[problem.because](problem.path, problem.variable)
    case 'sandbox-packages':
      return 'Der Übungsraum ist hier nicht installiert; `npm ci` ohne --omit=dev holt ihn. Für den Betrieb fehlen die Angaben zu Slack und X: .env.example zeigt alle.'
    case 'sandbox-port':
      return `Port ${problem.port} (SANDBOX_PORT) ist schon belegt. Bitte wählen Sie einen anderen, zum Beispiel mit: SANDBOX_PORT=${problem.port === 3001 ? 3002 : 3001} npm start`
  }
}

type Because<Problem extends StartProblem['problem']> = Extract<
  StartProblem,
  { problem: Problem; because: unknown }
>['because']

function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.'
}

function restore(path: string): string {
  return `spielen Sie die letzte Sicherung ein und entfernen Sie dabei ${path}-wal und ${path}-shm (README, „Restore“).`
}

const databaseSentences: Record<Because<'database'>, (path: string) => string> = {
  wide: (path) =>
    `Der Ordner der Datenbank ${path} ist für andere auf diesem Rechner zugänglich. Darin stehen Worte von Bürgerinnen und Bürgern: Bitte geben Sie der Datenbank einen Ordner nur für Amtsfunk, mit: chmod 700 ${folderOf(path)}`,
  newer: (path) =>
    `Die Datenbank ${path} stammt von einer neueren Version von Amtsfunk. Bitte starten Sie diese neuere Version.`,
  'not-writable': (path) =>
    `Amtsfunk kann die Datenbank ${path} nicht schreiben. Bitte prüfen Sie die Rechte der Datei und ihres Ordners.`,
  full: (path) =>
    `Für die Datenbank ${path} ist kein Speicherplatz mehr frei. Bitte schaffen Sie auf diesem Datenträger Platz und starten Sie Amtsfunk dann neu.`,
  'in-use': (path) =>
    `Die Datenbank ${path} ist schon in Gebrauch. Vermutlich läuft Amtsfunk bereits; es darf nur einmal laufen. Sonst hat ein anderes Programm sie zum Schreiben geöffnet.`,
  'not-a-database': (path) =>
    `Die Datei ${path} ist keine lesbare Datenbank. Bitte prüfen Sie DATABASE_PATH. Ist die Datei beschädigt, ${restore(path)}`,
  damaged: (path) =>
    `Die Datenbank ${path} ist beschädigt oder unvollständig kopiert. Amtsfunk startet so nicht, weil sonst Freigaben verloren gehen könnten. Bitte bewahren Sie die Datei auf; ${restore(path)}`,
  gone: (path) =>
    `Die Datenbank ${path} fehlt oder ist leer, war aber schon in Gebrauch. Bitte prüfen Sie DATABASE_PATH, oder ${restore(path)} Möchten Sie ohne die bisherige Geschichte neu beginnen, entfernen Sie vorher ${path}.lock und ${path}-wal.`,
}

const channelSentences: Record<Because<'channel'>, (variable: string) => string> = {
  'not-found': (variable) =>
    `Amtsfunk findet den Kanal aus ${variable} nicht. Bitte prüfen Sie die Kennung. Ist der Kanal privat, laden Sie Amtsfunk dort mit /invite @Amtsfunk ein.`,
  'not-a-member': (variable) =>
    `Amtsfunk ist nicht im Kanal aus ${variable}. Laden Sie Amtsfunk mit /invite @Amtsfunk in den Kanal ein.`,
  archived: (variable) =>
    `Der Kanal aus ${variable} ist archiviert. Bitte nehmen Sie ihn wieder in Betrieb oder wählen Sie einen anderen.`,
  shared: (variable) =>
    `Der Kanal aus ${variable} ist mit einer anderen Organisation geteilt. Das ist nicht erlaubt, weil dort auch Fremde mitlesen und reagieren können. Bitte wählen Sie einen Kanal nur für das Amt.`,
  public: (variable) =>
    `Der Kanal aus ${variable} ist öffentlich: Alle im Workspace könnten lesen, was Bürgerinnen und Bürger schreiben. Bitte machen Sie ihn privat („Kanaleinstellungen“, „In privaten Kanal umwandeln“) oder wählen Sie einen privaten.`,
}

const officersSentences: Record<Because<'officers'>, string> = {
  'no-group':
    'Die Nutzergruppe aus PRESS_OFFICERS gibt es nicht. Bitte prüfen Sie die Kennung; sie beginnt mit S.',
  'no-plan':
    'Dieser Slack-Tarif kennt keine Nutzergruppen. Bitte tragen Sie in PRESS_OFFICERS stattdessen die Kennungen der Personen ein.',
  nobody:
    'In der Nutzergruppe aus PRESS_OFFICERS ist niemand. Ohne Pressestelle kann niemand etwas freigeben.',
  'unknown-user':
    'Eine Kennung in PRESS_OFFICERS gehört zu keinem Konto in diesem Workspace. Bitte prüfen Sie die Kennungen; sie beginnen mit U.',
}

const contactSentences: Record<Because<'contact'>, string> = {
  'unknown-user':
    'Die Kennung in ESCALATION_CONTACT gehört zu keinem Konto in diesem Workspace. Bitte prüfen Sie die Kennung; sie beginnt mit U.',
  unreachable:
    'Die Kennung in ESCALATION_CONTACT gehört zu einem Bot oder zu einem Konto, das nicht mehr aktiv ist. Ein Notfall würde dort niemanden erreichen. Bitte tragen Sie eine andere Person ein.',
}

function officeSettingsSentence(
  because: Extract<StartProblem, { problem: 'office-settings' }>['because'],
): string {
  switch (because.is) {
    case 'unreadable':
      return 'Die Einstellungen des Amtes lassen sich nicht lesen. Bitte prüfen Sie den Pfad und ob es gültiges JSON ist wie in docs/buero.json.'
    case 'unusable':
      return `Mit der Angabe „${because.field}“ lässt sich nichts anfangen. Bitte vergleichen Sie sie mit docs/buero.json.`
    case 'never-alone':
      return `„selfApproval“ nennt „${because.kind}“. Eigenfreigabe gibt es nur für „post“ und „thread“: Warnungen, Antworten, Korrekturen und Rückzüge gibt immer eine zweite Person frei.`
    case 'weak-contrast':
      return weakContrast(because.one, because.other, because.ratio)
  }
}

const templatesSentences: Record<
  Because<'templates'>,
  (path: string, variable: string) => string
> = {
  unreadable: (path, variable) =>
    `Die Textbausteine unter ${path} (${variable}) lassen sich nicht lesen. Bitte prüfen Sie den Pfad.`,
  empty: (path, variable) =>
    `In der Datei ${path} (${variable}) steht kein Textbaustein. Jeder beginnt mit einer Überschrift wie „## Dank“; darunter steht sein Text.`,
}

/** What works, but not as somebody would expect. */
export type Warning = 'one-officer'

export const warningSentences: Record<Warning, string> = {
  'one-officer':
    'Zurzeit kann hier nur eine Person freigeben (PRESS_OFFICERS). Ihre eigenen Vorschläge kann deshalb niemand freigeben, denn dafür braucht es immer eine zweite Person. Bitte tragen Sie eine Vertretung ein.',
}

export const readySentence = 'Amtsfunk ist bereit.'

/** The sandbox is open at this address. */
export function trialSentence(address: string): string {
  return [
    `Der Übungsraum ist bereit: ${address}`,
    'Slack und X sind hier nachgebildet; nichts davon wird veröffentlicht. Beenden mit Strg+C.',
  ].join('\n')
}

export const stoppingSentence =
  'Amtsfunk beendet sich. Was gerade läuft, wird noch abgeschlossen (höchstens zehn Sekunden).'
