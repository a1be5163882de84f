// What the office published in the last full quarter before the visit: invented posts on the real topics of the
// Bezirksamt Bergedorf. Most fit every season; where one does not, there is one for each quarter.
import {
  dayIn,
  instantIn,
  lastFullQuarter,
  saturdayAfter,
  workdaysAfter,
  written,
  type Quarter,
  type Weekday,
} from './quarter.ts'
import { quarterMentions } from './sample-quarter-mentions.ts'
import type { Past, Story } from './story.ts'

/** Everything of the last full quarter before a visit (UTC milliseconds). */
export function quarterPast(visit: number): Past {
  const quarter = lastFullQuarter(visit)
  return { stories: quarterStories(quarter), mentions: quarterMentions(quarter) }
}

/** What a text may name: days counted from the one it was written on. */
type Days = { workday(count: number): string; saturday(weeks?: number): string; quarter: Quarter }

type Told = Omit<Extract<Story, { instant: number }>, 'instant' | 'text' | 'fate'> & {
  week: number
  weekday: Weekday
  at: string
  text: (days: Days) => string
  fate:
    | Exclude<Story['fate'], { is: 'revised' }>
    | { is: 'revised'; by: 'petra' | 'deniz'; question: string; text: (days: Days) => string }
}

/** The posts of a quarter in the order in which they were proposed. */
function quarterStories(quarter: Quarter): Story[] {
  return told.map(({ week, weekday, at, text, fate, ...rest }) => {
    const day = dayIn(quarter, week, weekday)
    const days: Days = {
      workday: (count) => written(workdaysAfter(day, count)),
      saturday: (weeks) => written(saturdayAfter(day, weeks)),
      quarter,
    }
    return {
      ...rest,
      instant: instantIn(day, at),
      text: text(days),
      fate: fate.is === 'revised' ? { ...fate, text: fate.text(days) } : fate,
    }
  })
}

const page = 'https://www.hamburg.de/politik-und-verwaltung/bezirke/bergedorf'
const approved = (by: 'petra' | 'deniz', how: 'reaction' | 'button') =>
  ({ is: 'approved', by, with: how }) as const

const told: readonly Told[] = [
  {
    week: 3,
    weekday: 2,
    at: '08:55',
    by: 'anna',
    topic: 'Warnung & Lage',
    text: () => 'Nach einem Rohrbruch kommt trübes Wasser aus dem Hahn.',
    link: `${page}/aktuelles`,
    noLinkBecause: '',
    tile: {
      motif: 'Warnung',
      heading: 'Trübes Wasser in Lohbrügge',
      text: 'Bitte das Wasser vor dem Trinken abkochen, bis wir Entwarnung geben.',
    },
    warning: {
      area: 'Lohbrügge, rund um die Leuschnerstraße',
      advice: 'Bitte vor dem Trinken abkochen.',
      source: 'Hamburg Wasser',
      department: 'Fachamt Verbraucherschutz, Gewerbe und Umwelt',
      signedBy: 'joerg',
      hours: 8,
    },
    fate: approved('petra', 'button'),
    later: { is: 'all-clear', hours: 6, by: 'petra', approvedBy: 'deniz' },
  },
  {
    week: 7,
    weekday: 2,
    at: '11:30',
    by: 'joerg',
    topic: 'Kultur & Veranstaltungen',
    text: ({ saturday }) =>
      `Büchertausch im Körberhaus am ${saturday()} ab 11 Uhr: Bringen Sie mit, was Sie gelesen haben, und nehmen Sie Neues mit nach Hause. Der Eintritt ist frei. #Bergedorf`,
    link: `${page}/aktuelles`,
    noLinkBecause: '',
    tile: {
      motif: 'Termin',
      heading: 'Büchertausch im Körberhaus',
      text: 'Bringen Sie Gelesenes mit und nehmen Sie Neues mit nach Hause. Der Eintritt ist frei.',
    },
    fate: approved('petra', 'button'),
    later: {
      ...{ is: 'correct', hours: 3, by: 'petra', approvedBy: 'deniz' },
      text: 'Korrektur zu unserem Beitrag von heute: Der Büchertausch beginnt um 10 Uhr. Wir bitten, den Fehler zu entschuldigen.',
      reason: 'Anfangszeit falsch übertragen',
    },
  },
  {
    week: 0,
    weekday: 3,
    at: '09:20',
    by: 'anna',
    topic: 'Verkehr & Baustellen',
    text: ({ workday }) =>
      `Der Weidenbaumsweg in Bergedorf bekommt ab ${workday(4)} eine neue Fahrbahn. Bis voraussichtlich ${workday(24)} ist je Richtung eine Spur frei. Zu Fuß kommen Sie immer durch, die Bushaltestellen bleiben in Betrieb. #Bergedorf`,
    link: `${page}/aktuelles/baustellen`,
    noLinkBecause: '',
    fate: approved('petra', 'reaction'),
  },
  {
    week: 1,
    weekday: 3,
    at: '10:05',
    by: 'joerg',
    topic: 'Bürgerservice & Standorte',
    text: ({ workday }) =>
      `Ausweis oder Pass fertig? Ab ${workday(3)} holen Sie beides im Hamburg Service vor Ort in Bergedorf ohne Termin ab, montags bis freitags von 8 bis 12 Uhr. Bitte bringen Sie das alte Dokument mit. Mehr dazu:`,
    link: 'https://www.hamburg.de/service',
    noLinkBecause: '',
    fate: approved('petra', 'button'),
  },
  {
    week: 2,
    weekday: 1,
    at: '11:30',
    by: 'joerg',
    topic: 'Beteiligung & Gremien',
    text: ({ workday }) =>
      `Der Hauptausschuss der Bezirksversammlung tagt am ${workday(3)} um 18 Uhr im Rathaus Bergedorf, großer Saal. Die Sitzung ist öffentlich, der Zugang stufenlos. Tagesordnung und Vorlagen:`,
    link: 'https://bv-hh.de/bergedorf',
    noLinkBecause: '',
    fate: approved('deniz', 'reaction'),
  },
  {
    week: 3,
    weekday: 4,
    at: '08:50',
    by: 'anna',
    topic: 'Grün, Spielplätze, Friedhof',
    text: ({ workday }) =>
      `Der Spielplatz an der Von-Haeften-Straße in Neuallermöhe wird bis ${workday(9)} überholt: neuer Sand, neue Netzbrücke, neue Bänke. Der Bolzplatz nebenan bleibt offen. Danke für Ihre Geduld!`,
    link: null,
    noLinkBecause: 'Kurze Bauzeit, keine eigene Seite',
    fate: approved('petra', 'reaction'),
  },
  {
    week: 4,
    weekday: 2,
    at: '13:15',
    by: 'anna',
    topic: 'Stadtplanung & Bauen',
    text: ({ workday }) =>
      `Wie soll sich das Gebiet rund um den Lohbrügger Markt entwickeln? Darüber möchten wir am ${workday(7)} um 18:30 Uhr im Haus brügge mit Ihnen sprechen. Pläne liegen dort ab 18 Uhr aus, auch in großer Schrift. #Lohbrügge`,
    link: `${page}/themen/bebauungsplaene`,
    noLinkBecause: '',
    fate: approved('petra', 'reaction'),
  },
  {
    week: 5,
    weekday: 3,
    at: '10:40',
    by: 'joerg',
    topic: 'Kultur & Veranstaltungen',
    text: ({ saturday }) =>
      `Tag der offenen Tür im Bergedorfer Schloss am ${saturday(1)} von 11 bis 17 Uhr: Führungen, ein Rätsel für Kinder und Musik im Landherrenzimmer. Der Eintritt ist frei, eine Rampe führt über den Schlosshof. #Bergedorf`,
    link: `${page}/aktuelles/veranstaltungen`,
    noLinkBecause: '',
    fate: approved('deniz', 'button'),
  },
  {
    week: 5,
    weekday: 5,
    at: '14:20',
    by: 'anna',
    topic: 'Kultur & Veranstaltungen',
    text: () =>
      'Hoher Besuch im Jugendzentrum! Die Kandidatin der Bürgerliste war begeistert von unseren neuen Räumen. Wir sagen: Das hat unsere Wahl verdient.',
    link: null,
    noLinkBecause: 'Rückblick',
    fate: {
      is: 'rejected',
      by: 'petra',
      reason:
        'Als Bezirksamt sind wir neutral: bitte ohne Parteien, Kandidaturen und Wahlaufruf. Gern neu über das Jugendzentrum selbst.',
    },
  },
  {
    week: 6,
    weekday: 1,
    at: '09:45',
    by: 'joerg',
    topic: 'Umwelt, Klima, Wirtschaft',
    text: ({ saturday }) =>
      `Reparieren statt wegwerfen: Am ${saturday()} helfen Ehrenamtliche von 10 bis 14 Uhr im Körberhaus bei Toaster, Fahrrad und Jacke. Das ist kostenlos; eine Spende für Ersatzteile ist willkommen. #Bergedorf`,
    link: null,
    noLinkBecause: 'Veranstaltung eines Vereins ohne eigene Seite bei uns',
    fate: approved('petra', 'reaction'),
  },
  {
    week: 7,
    weekday: 2,
    at: '11:10',
    by: 'joerg',
    topic: 'Badeseen & Gesundheit',
    text: ({ workday, quarter }) => health[quarter.number](workday),
    link: `${page}/themen/gesundheit`,
    noLinkBecause: '',
    fate: approved('petra', 'reaction'),
  },
  {
    week: 7,
    weekday: 4,
    at: '15:05',
    by: 'anna',
    topic: 'Ausschreibungen & Stellen',
    text: ({ workday }) =>
      `Kinder und Familien stärken: Das Fachamt Jugend- und Familienhilfe in Bergedorf sucht eine Sozialpädagogin oder einen Sozialpädagogen. Bewerbungen sind bis ${workday(15)} möglich. Alle Informationen zur Stelle:`,
    link: 'https://www.hamburg.de/stellen',
    noLinkBecause: '',
    fate: approved('petra', 'button'),
  },
  {
    week: 8,
    weekday: 2,
    at: '09:05',
    by: 'joerg',
    topic: 'Kultur & Veranstaltungen',
    text: ({ saturday }) =>
      `Der Wochenmarkt am Lohbrügger Markt fällt am ${saturday()} aus, weil der Platz für eine Veranstaltung gebraucht wird. #Lohbrügge`,
    link: null,
    noLinkBecause: 'Kurzfristig',
    fate: { is: 'withdrawn' },
  },
  {
    week: 8,
    weekday: 3,
    at: '10:30',
    by: 'anna',
    topic: 'Verkehr & Baustellen',
    text: ({ workday }) =>
      `Die Brücke über die Gose Elbe am Kirchwerder Landweg wird am ${workday(2)} von 8 bis 14 Uhr geprüft und ist so lange für Autos gesperrt. Zu Fuß und mit dem Rad kommen Sie hinüber. Umleitung und Plan: #VierUndMarschlande`,
    link: `${page}/aktuelles/baustellen`,
    noLinkBecause: '',
    fate: approved('deniz', 'reaction'),
  },
  {
    week: 9,
    weekday: 1,
    at: '08:15',
    by: 'anna',
    topic: 'Warnung & Lage',
    text: () =>
      'Nach dem Sturm der vergangenen Nacht: Bitte meiden Sie heute das Bergedorfer Gehölz und die Boberger Niederung, Äste können noch herabfallen. Wir prüfen die Wege und sagen hier Bescheid. Bei Gefahr wählen Sie 112. #Bergedorf',
    link: null,
    noLinkBecause: 'Eilt; Bericht auf der Seite folgt',
    fate: approved('petra', 'button'),
  },
  {
    week: 9,
    weekday: 3,
    at: '12:00',
    by: 'anna',
    topic: 'Warnung & Lage',
    text: ({ workday }) =>
      `Entwarnung: Die Wege im Bergedorfer Gehölz und in der Boberger Niederung sind geprüft und wieder frei. Unsere Warnung nach dem Sturm ist seit heute, ${workday(0)}, aufgehoben. Danke für Ihre Geduld. #Bergedorf`,
    link: null,
    noLinkBecause: 'Entwarnung zu einem Beitrag ohne Seite',
    fate: approved('petra', 'reaction'),
  },
  {
    week: 10,
    weekday: 3,
    at: '09:30',
    by: 'anna',
    topic: 'Grün, Spielplätze, Friedhof',
    text: ({ workday }) =>
      `Auf dem Friedhof Bergedorf wird das Pflaster am Haupteingang erneuert. Bis ${workday(8)} nutzen Sie bitte den Nebeneingang; der Weg dorthin ist stufenlos und ausgeschildert. Die Kapelle ist wie gewohnt erreichbar.`,
    link: `${page}/themen/friedhof`,
    noLinkBecause: '',
    fate: approved('deniz', 'button'),
  },
  {
    week: 11,
    weekday: 2,
    at: '10:15',
    by: 'joerg',
    topic: 'Bürgerservice & Standorte',
    text: () => 'Das Standesamt Bergedorf hat nächste Woche einen Tag zu. #Bergedorf',
    link: `${page}/themen/standesamt`,
    noLinkBecause: '',
    fate: {
      is: 'revised',
      by: 'petra',
      question:
        'Bitte mit Wochentag, Datum und Grund. Und wohin wendet man sich an diesem Tag, wenn es eilt?',
      text: ({ workday }) =>
        `Das Standesamt Bergedorf bleibt am ${workday(4)} wegen einer Fortbildung geschlossen. Trauungen finden statt. Was eilt, nimmt der Hamburg Service unter 115 auf. Urkunden können Sie jederzeit online bestellen: #Bergedorf`,
    },
  },
]

/** What concerns health changes with the season. */
const health: Record<Quarter['number'], (workday: Days['workday']) => string> = {
  1: () =>
    'Bitte nicht betreten: Das Eis auf dem Allermöher See, dem Hohendeicher See und auf Gräben trägt nicht sicher, auch nach kalten Nächten nicht. Bitte sprechen Sie auch mit Kindern darüber. Bei Gefahr wählen Sie 112. Mehr dazu:',
  2: () =>
    'Die Badesaison hat begonnen: Am Allermöher See und am Hohendeicher See prüfen wir nun regelmäßig das Wasser. Die ersten Proben sind ohne Beanstandung. Alle Messwerte zum Nachlesen:',
  3: (workday) =>
    `Allermöher See und Hohendeicher See: Die Wasserproben von ${workday(-3)} sind ohne Beanstandung. Bitte achten Sie an warmen Tagen auf Schlieren und baden Sie nicht an trüben Stellen. Alle Messwerte:`,
  4: (workday) =>
    `Das Gesundheitsamt Bergedorf bietet am ${workday(6)} von 14 bis 17 Uhr eine Impfsprechstunde an, auch gegen Grippe. Bitte bringen Sie Ihren Impfpass mit. Eine Anmeldung ist nicht nötig. Mehr dazu:`,
}
