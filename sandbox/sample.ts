// What happened before the visitor came: invented posts on the real topics of the Bezirksamt Bergedorf,
// told by the people of the sandbox. Dates count from the day of the visit, so nothing looks stale.
import type { MentionStory, Story } from './story.ts'

const page = 'https://www.hamburg.de/politik-und-verwaltung/bezirke/bergedorf'
const approved = (by: 'petra' | 'deniz', how: 'reaction' | 'button'): Story['fate'] => ({
  is: 'approved',
  by,
  with: how,
})

/** A working day counted from the visit, as the office writes it: "Montag, 30.11." */
function day(now: number, workdays: number): string {
  return new Intl.DateTimeFormat('de-DE', {
    weekday: 'long',
    day: '2-digit',
    month: '2-digit',
    timeZone: 'Europe/Berlin',
  }).format(workdayBefore(now, -workdays))
}

/** The instant `count` working days before (or, below zero, after) another. */
export function workdayBefore(now: number, count: number): number {
  const step = count < 0 ? 1 : -1
  let at = now
  for (let left = Math.abs(count); left > 0;) {
    at += step * 86_400_000
    const weekday = new Date(at).getUTCDay()
    if (weekday !== 0 && weekday !== 6) left -= 1
  }
  return at
}

/** The stories in the order in which they happened. `now` in UTC milliseconds. */
export function sampleStories(now: number): readonly Story[] {
  return [
    {
      daysAgo: 19,
      at: '09:12',
      by: 'anna',
      topic: 'Verkehr & Baustellen',
      text: `Ab ${day(now, -18)} wird die Wentorfer Straße in Bergedorf zwischen Pool- und Hassestraße saniert. Bis voraussichtlich ${day(now, 12)} gilt dort eine Einbahnregelung stadteinwärts. Gehwege bleiben frei, der Busverkehr wird umgeleitet. #Bergedorf`,
      link: `${page}/aktuelles/baustellen`,
      noLinkBecause: '',
      fate: approved('petra', 'reaction'),
    },
    {
      daysAgo: 17,
      at: '10:40',
      by: 'joerg',
      topic: 'Badeseen & Gesundheit',
      text: 'Die Badesaison am Allermöher See und am Hohendeicher See ist beendet. Die Messergebnisse des Sommers: durchgehend gute bis ausgezeichnete Wasserqualität. Alle Werte zum Nachlesen:',
      link: 'https://www.hamburg.de/badegewaesser',
      noLinkBecause: '',
      fate: approved('petra', 'reaction'),
    },
    {
      daysAgo: 15,
      at: '11:05',
      by: 'anna',
      topic: 'Stadtplanung & Bauen',
      text: `Wie soll das Quartier am Bahnhof Nettelnburg aussehen? Der Entwurf des Bebauungsplans liegt bis ${day(now, 9)} öffentlich aus: im Bezirksamt, Wentorfer Straße 38a, und online. Anregungen sind willkommen. #Bergedorf`,
      link: `${page}/themen/bebauungsplaene`,
      noLinkBecause: '',
      fate: approved('deniz', 'reaction'),
    },
    {
      daysAgo: 13,
      at: '08:55',
      by: 'anna',
      topic: 'Grün, Spielplätze, Friedhof',
      text: 'Der Spielplatz am Grünen Zentrum in Lohbrügge ist wieder offen: neue Kletterlandschaft, eine Schaukel für Kinder mit und ohne Rollstuhl und mehr Schatten. Danke an die Kinder, die mitgeplant haben! #Lohbrügge',
      link: null,
      noLinkBecause: 'Pressemitteilung folgt mit der offiziellen Einweihung',
      fate: approved('petra', 'button'),
    },
    {
      daysAgo: 11,
      at: '13:20',
      by: 'joerg',
      topic: 'Bürgerservice & Standorte',
      text: `Das Hamburg Service vor Ort in Bergedorf bleibt am ${day(now, -10)} wegen einer Personalversammlung bis 13 Uhr geschlossen. Vereinbarte Termine ab 13 Uhr finden statt. Viele Anliegen lassen sich auch online erledigen:`,
      link: 'https://www.hamburg.de/service',
      noLinkBecause: '',
      fate: approved('petra', 'reaction'),
    },
    {
      daysAgo: 9,
      at: '09:30',
      by: 'joerg',
      topic: 'Umwelt, Klima, Wirtschaft',
      text: 'Weniger Plastik auf dem Wochenmarkt: 14 Stände auf dem Bergedorfer Markt nehmen jetzt mitgebrachte Dosen und Beutel an. Welche das sind, zeigt ein grüner Aufkleber am Stand. #Bergedorf',
      link: null,
      noLinkBecause: 'Keine eigene Seite; Liste hängt am Markt aus',
      fate: approved('petra', 'reaction'),
    },
    {
      daysAgo: 8,
      at: '15:10',
      by: 'anna',
      topic: 'Kultur & Veranstaltungen',
      text: 'Großartig!!! Das beste Stadtfest aller Zeiten war wieder bei uns in Bergedorf, da können die anderen Bezirke einpacken.',
      link: null,
      noLinkBecause: 'Rückblick',
      fate: {
        is: 'rejected',
        by: 'petra',
        reason:
          'Bitte sachlich und ohne Seitenhieb auf andere Bezirke. Gern neu mit Zahlen und Dank an die Helfenden.',
      },
    },
    {
      daysAgo: 6,
      at: '10:00',
      by: 'anna',
      topic: 'Kultur & Veranstaltungen',
      text: `Lange Nacht der Vereine im Bergedorfer Schloss am ${day(now, 4)}, 17 bis 22 Uhr: 32 Vereine stellen sich vor, mit Musik, Mitmachen und Führungen durchs Museum. Eintritt frei, barrierefreier Zugang über den Schlosshof. #Bergedorf`,
      link: `${page}/aktuelles/veranstaltungen`,
      noLinkBecause: '',
      fate: approved('petra', 'reaction'),
    },
    {
      daysAgo: 4,
      at: '14:45',
      by: 'joerg',
      topic: 'Beteiligung & Gremien',
      text: `Die Bezirksversammlung Bergedorf tagt am ${day(now, 2)} um 18 Uhr im Rathaus, Spiegelsaal. Die Sitzung ist öffentlich und beginnt mit einer Fragestunde für Bürgerinnen und Bürger. Tagesordnung und Vorlagen:`,
      link: 'https://bv-hh.de/bergedorf',
      noLinkBecause: '',
      fate: approved('deniz', 'button'),
    },
    {
      daysAgo: 2,
      at: '07:35',
      by: 'joerg',
      topic: 'Warnung & Lage',
      text: 'Sturmflut: Für heute Abend gegen 21 Uhr wird in den Vier- und Marschlanden Hochwasser bis 2,5 m über dem mittleren Hochwasser erwartet. Bitte meiden Sie Deichvorland und Ufer. Amtliche Warnungen finden Sie in der App NINA. #VierUndMarschlande',
      link: null,
      noLinkBecause: 'Maßgeblich ist die amtliche Warnung in NINA',
      fate: approved('petra', 'reaction'),
    },
    {
      daysAgo: 1,
      at: '11:25',
      by: 'anna',
      topic: 'Ausschreibungen & Stellen',
      text: 'Mitgestalten statt nur vorbeifahren: Das Fachamt Management des öffentlichen Raumes sucht eine Bauingenieurin oder einen Bauingenieur für Straßen und Radwege. Alle Informationen zur Stelle:',
      link: 'https://www.hamburg.de/stellen',
      noLinkBecause: '',
      fate: approved('petra', 'reaction'),
    },
    {
      daysAgo: 1,
      at: '15:30',
      by: 'joerg',
      topic: 'Umwelt, Klima, Wirtschaft',
      text: 'Laub gehört nicht in den Gully: Bitte fegen Sie Laub vom Gehweg und stellen Sie es in Laubsäcken an den Straßenrand. Die Stadtreinigung holt sie kostenlos ab.',
      link: 'https://www.stadtreinigung.hamburg/laub',
      noLinkBecause: '',
      fate: {
        is: 'asked',
        by: 'petra',
        question:
          'Ist die Abholung in Bergedorf wirklich kostenlos? Bitte kurz mit der Stadtreinigung klären.',
      },
    },
    {
      daysAgo: 0,
      at: 'soeben',
      by: 'anna',
      topic: 'Verkehr & Baustellen',
      text: `Der Radweg am Curslacker Neuer Deich ist ab ${day(now, 1)} wieder durchgehend befahrbar. Die Wurzelschäden sind beseitigt, die Oberfläche ist neu. Gute Fahrt! #VierUndMarschlande`,
      link: `${page}/aktuelles/baustellen`,
      noLinkBecause: '',
      fate: { is: 'open' },
    },
  ]
}

/** What citizens wrote meanwhile, the oldest first. */
export const sampleMentions: readonly MentionStory[] = [
  {
    daysAgo: 12,
    handle: 'lohbruegge_lise',
    name: 'Lise aus Lohbrügge',
    text: '@BABergedorf Die neue Schaukel ist toll, unsere Tochter war gar nicht mehr runterzukriegen. Danke!',
    then: { is: 'noted', by: 'anna' },
  },
  {
    daysAgo: 8,
    handle: 'moor_und_deich',
    name: 'Uwe Deichgraf',
    text: '@BABergedorf Bis wann kann man sich zur Planung am Weidensteg äußern?',
    then: {
      is: 'answered',
      by: 'joerg',
      text: 'Bis Ende des Monats, schriftlich oder persönlich im Stadtplanungsamt. Wir freuen uns über jeden Hinweis.',
      approvedBy: 'petra',
    },
  },
  {
    daysAgo: 5,
    handle: 'neuengamme_nele',
    name: 'Nele aus Neuengamme',
    text: '@BABergedorf An der Bushaltestelle Kirche liegt seit Tagen Sperrmüll auf dem Gehweg.',
    then: { is: 'referred', by: 'joerg', to: 'Melde-Michel' },
  },
  {
    daysAgo: 3,
    handle: 'deichradler',
    name: 'Der Deichradler',
    text: '@BABergedorf Seit Wochen ist die Laterne an der Ecke Reetwerder kaputt. Wer kümmert sich?',
    then: { is: 'claimed', by: 'anna' },
  },
  {
    daysAgo: 0,
    handle: 'kim_beispiel',
    name: 'Kim Beispiel',
    text: '@BABergedorf Wann öffnet das Freibad am Billebad wieder?',
    then: { is: 'open' },
  },
]
