// Every German sentence the page says itself, in one place. What the bot says comes from the bot.

import type { Fault, Person, Ping } from '../contract.ts'

/** The page around both services. */
export const page = {
  brand: 'Amtsfunk',
  room: 'Übungsraum',
  promise: 'Alles bleibt auf diesem Rechner, nichts geht an X.',
  today: (day: string) => `Heute ist hier ${day}.`,
  skip: 'Zum Gespräch springen',
  iAm: 'Ich bin',
  views: 'Ansicht',
  slackView: 'Slack',
  xView: 'X',
  loading: 'Der Übungsraum wird geladen …',
  lost: 'Die Verbindung ist unterbrochen. Läuft „npm start“ noch? Die Seite versucht es weiter.',
  close: 'Schließen',
  cancel: 'Abbrechen',
  sample: 'Beispiel',
  failed: (sentence: string, service: string, error: string) =>
    sentence.includes(error) ? sentence : `${sentence} (${service} meldet: ${error})`,
  opensNewTab: '(öffnet einen neuen Tab)',
}

/** The first steps of a newcomer. */
export const firstSteps = {
  title: 'Probieren Sie:',
  propose: (name: string) => `Als ${name} „/vorschlag“ eintippen`,
  approve: (name: string) => `Als ${name} in #freigabe ✅ geben`,
  watch: 'Den Beitrag auf X ansehen',
  report: (name: string) => `Als ${name} „/bericht“ eintippen`,
  dismiss: 'Erste Schritte ausblenden',
}

/** The reset of all sample data. */
export const reset = {
  open: 'Zurücksetzen',
  title: 'Von vorn beginnen?',
  text: 'Alle Nachrichten, Vorschläge und Beiträge im Übungsraum werden gelöscht. Danach ist wieder der Anfang mit den Beispielen zu sehen.',
  confirm: 'Alles zurücksetzen',
  busy: 'Einen Moment …',
}

/** What a person may do, in one line. Depends on role and kind of account only. */
export function mayDo(person: Person): string {
  if (person.foreign) return 'ist extern; Reaktionen zählen hier nicht'
  if (person.guest) return 'ist Gast und darf nichts freigeben'
  if (/vertret/i.test(person.role)) return 'gibt frei, solange die Vertretung gilt'
  if (/presse/i.test(person.role)) return 'gibt Beiträge frei: ✅ ❌ ❓'
  return 'schlägt Beiträge vor mit „/vorschlag“'
}

/** The local Slack. */
export const slack = {
  region: 'Slack',
  note: 'intern',
  channels: 'Kanäle',
  app: 'App',
  people: 'Personen',
  home: 'Start',
  activity: 'Aktivität',
  searchPlace: 'Suche',
  otherPlaces: 'andere Orte',
  wander: 'Mit den Pfeiltasten von einem zum nächsten',
  news: (n: number) => `${n} neu`,
  privateChannel: 'privat',
  sharedChannel: 'mit einer anderen Organisation geteilt',
  sharedTag: 'extern geteilt',
  conversation: (place: string) => `Nachrichten in ${place}`,
  empty: 'Hier ist noch nichts geschrieben worden.',
  homeEmpty: 'Die Startseite füllt sich, sobald Amtsfunk läuft.',
  homeTitle: 'Startseite von Amtsfunk',
  composer: (place: string) => `Nachricht an ${place}`,
  composerHint: 'Enter sendet, Umschalt + Enter: neue Zeile, / für Befehle, @ für Personen',
  readOnly: 'Hier schreibt nur Amtsfunk. Befehle tippen Sie in einem Kanal.',
  send: 'Senden',
  attach: 'Bild anhängen',
  attached: (names: string) => `Hängt an: ${names}`,
  detach: 'Entfernen',
  commands: 'Befehle',
  commandCount: (n: number) =>
    n === 1
      ? '1 Befehl passt. Mit Tab übernehmen.'
      : `${n} Befehle passen. Mit Pfeiltasten wählen, mit Tab übernehmen.`,
  at: (time: string) => `${time} Uhr`,
  message: (name: string, time: string) => `${name}, ${time} Uhr`,
  edited: 'bearbeitet',
  ephemeral: 'Nur für dich sichtbar',
  botTag: 'App',
  guestTag: 'Gast',
  foreignTag: 'extern',
  reply: 'Im Thread antworten',
  replyTo: (name: string) => `Antwort an ${name}`,
  threadTitle: 'Thread',
  threadIn: (place: string) => `Thread in ${place}`,
  closeThread: 'Schließen',
  lastAnswer: (when: string) => `Letzte: ${when}`,
  newsBelow: 'Neues weiter unten',
  forYouBelow: 'Neues nur für Sie weiter unten',
  foundAt: (place: string, isAnswer: boolean) => (isAnswer ? `${place}, im Thread` : place),
  thread: (n: number) => (n === 1 ? '1 Antwort' : `${n} Antworten`),
  react: 'Reagieren',
  moreActions: 'Weitere Aktionen',
  moreSteps: 'Weitere Schritte',
}

const why: Record<Ping['why'], string> = {
  name: 'Mit Namen gerufen',
  group: 'Mit der Gruppe gerufen',
  everybody: 'Mit allen gerufen',
  direct: 'Direktnachricht',
  thread: 'Antwort im Thread',
}

/** What rang for a person, and why. */
export const activity = {
  title: 'Aktivität',
  why,
  sum: (counts: Record<Ping['why'], number>) => {
    const all = Object.values(counts).reduce((sum, n) => sum + n, 0)
    if (all === 0) return 'Noch hat hier nichts geklingelt.'
    const parts = [
      `${counts.name} mit Namen`,
      `${counts.group} mit der Gruppe`,
      `${counts.everybody} mit allen`,
      `${counts.direct} direkt`,
      `${counts.thread} in Threads`,
    ].filter((part) => !part.startsWith('0 '))
    return `${all}-mal geklingelt: ${parts.join(', ')}.`
  },
  gone: (name: string) => `${name}: Diese Nachricht gibt es nicht mehr.`,
}

/** The search in the local Slack. */
export const search = {
  label: 'Nachrichten durchsuchen',
  placeholder: 'Suchen',
  title: 'Suche',
  how: 'Gesucht wird in allem, was Sie sehen dürfen.',
  sum: (n: number, words: string) =>
    n === 0
      ? `Keine Nachricht mit „${words.trim()}“.`
      : `${n === 1 ? '1 Nachricht' : `${n} Nachrichten`} mit „${words.trim()}“.`,
}

/** Forms that are open. */
export const forms = {
  layAside: 'Beiseitelegen',
  laidAside: (title: string) => `Offenes Formular: „${title}“`,
  goOn: 'Weiter ausfüllen',
}

/** What a reaction means at this desk; the same words as on the buttons. */
export const reactionMeaning: Record<string, string> = {
  white_check_mark: 'freigeben',
  x: 'ablehnen',
  question: 'Rückfrage',
  eyes: 'in Bearbeitung',
  card_index_dividers: 'zur Kenntnis',
  '+1': 'gut',
  tada: 'Applaus',
}

/** A reaction as a screen reader (and a test) hears it. */
export function reactionName(sign: string, meaning: string, names: string[]): string {
  const count = names.length === 1 ? '1 Reaktion' : `${names.length} Reaktionen`
  const what = meaning === '' ? sign : `${sign} ${meaning}`
  return `${what}, ${count}, gesetzt von ${names.join(', ')}`
}

/** Forms and Block Kit elements. */
export const blocks = {
  required: 'Bitte füllen Sie dieses Feld aus.',
  chooseRequired: 'Bitte wählen Sie etwas aus.',
  badUrl: 'Bitte geben Sie eine vollständige Adresse an, die mit https:// beginnt.',
  tooShort: (n: number) => `Bitte schreiben Sie mindestens ${n} Zeichen.`,
  optional: 'freiwillig',
  choose: 'Bitte wählen',
  date: 'Datum',
  time: 'Uhrzeit',
  submit: 'Senden',
  close: 'Abbrechen',
  formError: (n: number) =>
    n === 1 ? 'Ein Feld braucht noch Ihre Hilfe.' : `${n} Felder brauchen noch Ihre Hilfe.`,
  unknown: (type: string) => `[Der Übungsraum kann „${type}“ nicht zeigen.]`,
}

/** The local X. */
export const x = {
  region: (handle: string) => `X-Zeitlinie von @${handle}`,
  note: 'öffentlich',
  profile: (name: string) => `Profil von ${name}`,
  followers: (n: number) => `${n.toLocaleString('de-DE')} folgen dem Konto`,
  empty: 'Noch kein Beitrag. Was freigegeben wird, erscheint hier.',
  replyingTo: (handle: string) => `Antwort an @${handle}`,
  hidden: 'Verborgen durch das Bezirksamt',
  muted: 'Vom Bezirksamt stummgeschaltet; öffentlich bleibt es trotzdem.',
  alt: 'Alternativtext:',
  madeWithAi: 'Mit KI erstellt',
  deleted: 'Gelöscht: In der Öffentlichkeit ist dieser Beitrag nicht mehr zu sehen.',
  noAlt: 'kein Alternativtext',
  reply: 'Antworten',
  edit: 'Ändern',
  remove: 'Löschen',
  post: (name: string, time: string) => `${name}, ${time} Uhr`,
  open: 'Einzeln ansehen',
}

/** The box in which a citizen writes. */
export const citizen = {
  title: 'Als Bürgerin oder Bürger schreiben',
  who: 'Wer schreibt?',
  text: 'Text an das Bezirksamt',
  textHint: (handle: string) => `Mit @${handle} im Text ist es eine Erwähnung.`,
  replyTo: (name: string, text: string) => `Antwort auf ${name}: „${text}“`,
  replyOff: 'Nicht antworten, sondern neu schreiben',
  send: 'Schreiben',
  more: 'Schwieriger machen',
  closed: 'Die Person lässt keine Antworten zu',
  flood: '30 Erwähnungen auf einmal',
  protect: (name: string) => `Konto von ${name} schützen`,
  unprotect: (name: string) => `Konto von ${name} wieder öffnen`,
  protectedNow: 'geschützt',
  edit: 'Beitrag ändern',
  editText: 'Neuer Text',
  save: 'Ändern',
  removeTitle: 'Beitrag löschen?',
  removeText: 'Der Beitrag verschwindet von X, so wie wenn die Person ihn selbst löscht.',
  people: [
    { handle: 'kim_beispiel', name: 'Kim Beispiel' },
    { handle: 'moor_und_deich', name: 'Uwe Deichgraf' },
    { handle: 'selin_bergedorf', name: 'Selin Yılmaz' },
  ],
}

/** The switches that let a service fail. */
export const faults = {
  open: 'Störungen',
  openCount: (n: number) => `Störungen: ${n} an`,
  title: 'Störungen ausprobieren',
  intro:
    'Was tut Amtsfunk, wenn ein Dienst ausfällt? Schalten Sie hier eine Störung ein und sehen Sie zu.',
  active: 'Zurzeit gestört',
  none: 'Beide Dienste arbeiten normal.',
  which: 'Welcher Dienst?',
  kind: 'Was passiert?',
  method: 'Bei welchem Aufruf?',
  everyMethod: 'bei jedem Aufruf',
  times: 'Wie oft?',
  once: 'Beim nächsten Aufruf',
  thrice: 'Bei den nächsten 3 Aufrufen',
  untilLifted: 'Bis ich sie aufhebe',
  seconds: 'Wie viele Sekunden?',
  add: 'Störung einschalten',
  lift: 'Aufheben',
  liftNamed: (what: string) => `Aufheben: ${what}`,
  left: (n: number) => (n === 1 ? 'noch 1 Aufruf' : `noch ${n} Aufrufe`),
  leftForEver: 'bis zum Aufheben',
  banner: { slack: 'Slack gestört:', x: 'X gestört:' },
}

/** Each kind of fault in plain words; the services it can strike. */
export const faultKinds: Record<
  Fault['kind'],
  { name: string; what: string; slack: boolean; x: boolean }
> = {
  'lost-answer': {
    name: 'Antwort geht verloren (nach dem Speichern)',
    what: 'Der Dienst hat es getan, aber die Leitung bricht vor der Antwort ab.',
    slack: true,
    x: true,
  },
  'hang-after-commit': {
    name: 'Hängt (nach dem Speichern)',
    what: 'Der Dienst hat es getan, antwortet aber nie.',
    slack: true,
    x: true,
  },
  'too-large': {
    name: 'Bild zu groß (413)',
    what: 'Der Dienst hält die Datei für zu groß.',
    slack: false,
    x: true,
  },
  'media-fails': {
    name: 'Bild lässt sich nicht verarbeiten',
    what: 'Der Dienst nimmt die Datei an, macht aber kein Bild daraus.',
    slack: false,
    x: true,
  },
  'media-gone': {
    name: 'Bild vergessen (400)',
    what: 'Der Dienst kennt das hochgeladene Bild nicht mehr, wenn der Beitrag kommt.',
    slack: false,
    x: true,
  },
  hang: {
    name: 'Hängt',
    what: 'Der Dienst tut nichts und antwortet nie.',
    slack: true,
    x: true,
  },
  dropped: {
    name: 'Verbindung bricht ab',
    what: 'Die Leitung reißt, bevor etwas gespeichert ist.',
    slack: true,
    x: true,
  },
  'server-error': {
    name: 'Interner Fehler (500/503)',
    what: 'Der Dienst meldet, dass bei ihm etwas kaputt ist.',
    slack: true,
    x: true,
  },
  'rate-limit': {
    name: 'Zu viele Aufrufe (429)',
    what: 'Der Dienst bittet, eine Weile zu warten.',
    slack: true,
    x: true,
  },
  'no-credit': {
    name: 'Guthaben verbraucht (402)',
    what: 'X nimmt nichts mehr an, bis bezahlt ist.',
    slack: false,
    x: true,
  },
  'half-body': {
    name: 'Halbe Antwort (nach dem Speichern)',
    what: 'Der Dienst hat es getan, die Antwort bricht mittendrin ab.',
    slack: true,
    x: true,
  },
  html: {
    name: 'Falsche Antwort (HTML)',
    what: 'Statt Daten kommt eine Webseite, etwa von einem Wartungsserver.',
    slack: true,
    x: true,
  },
  'late-index': {
    name: 'Beitrag erscheint verspätet',
    what: 'X hat den Beitrag, zeigt ihn beim Nachsehen aber erst nach einer Weile.',
    slack: false,
    x: true,
  },
  twice: {
    name: 'Meldung kommt doppelt',
    what: 'Slack liefert das nächste Ereignis zweimal.',
    slack: true,
    x: false,
  },
  late: {
    name: 'Meldung kommt verspätet',
    what: 'Slack liefert das nächste Ereignis erst nach einer Weile.',
    slack: true,
    x: false,
  },
  unheard: {
    name: 'Bestätigung kommt zu spät',
    what: 'Die App hat es getan, Slack sagt der Person aber, dass es nicht geklappt hat.',
    slack: true,
    x: false,
  },
  slow: {
    name: 'Antwort dauert',
    what: 'Der Dienst antwortet richtig, aber erst nach zwei Sekunden.',
    slack: true,
    x: true,
  },
  forgetful: {
    name: 'Doppelte Beiträge gehen durch',
    what: 'X nimmt denselben Text an derselben Stelle noch einmal an.',
    slack: false,
    x: true,
  },
  'invalid-auth': {
    name: 'Zugang ungültig',
    what: 'Slack nimmt das Token der App nicht mehr an.',
    slack: true,
    x: false,
  },
  'account-inactive': {
    name: 'App deaktiviert',
    what: 'Das Konto der App wurde abgeschaltet.',
    slack: true,
    x: false,
  },
  down: {
    name: 'Ist kurz weg',
    what: 'Der Dienst ist gar nicht erreichbar.',
    slack: true,
    x: true,
  },
}
