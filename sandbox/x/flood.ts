// What many different people write to the office when the lights go out: believable, and none like another.

/** How many there are before one comes again. */
export const mostInFlood = 500

const firstNames = [
  'Anke, Bilal, Carla, Dirk, Elif, Fiete, Gesa, Hauke, Ines, Jannik, Kaya, Lale, Malte, Nadine, Olga',
  'Paul, Quirin, Rieke, Svenja, Timo, Ulla, Vera, Wiebke, Yusuf, Zoe',
].flatMap((names) => names.split(', '))

const lastNames = [
  'Petersen, Yılmaz, Timmann, Kowalski, Harden, Nguyen, Eggers, Öztürk, Buhk, Schröder',
  'Garbers, Ivanova, Meyer, Rieck, Demir, Wulff, Haase, Lütten, Kröger, Soltau',
].flatMap((names) => names.split(', '))

/** With the short form that handles have room for. */
const places = [
  ['in Lohbrügge', 'lohbr'],
  ['am Sander Damm', 'sander'],
  ['in Neuallermöhe', 'allerm'],
  ['in der Chrysanderstraße', 'chrys'],
  ['in Bergedorf-West', 'west'],
  ['am Weidenbaumsweg', 'weiden'],
  ['in Nettelnburg', 'nettel'],
  ['in Kirchwerder', 'kirchw'],
  ['am Curslacker Neuer Deich', 'deich'],
  ['in Boberg', 'boberg'],
  ['in der Holtenklinker Straße', 'holten'],
  ['in Ochsenwerder', 'ochsen'],
  ['am Reinbeker Redder', 'redder'],
  ['in Neuengamme', 'neueng'],
  ['am Bergedorfer Hafen', 'hafen'],
  ['in der Wentorfer Straße', 'wentor'],
  ['in Altengamme', 'alteng'],
  ['am Ladenbeker Furtweg', 'furt'],
  ['in Moorfleet', 'moorfl'],
  ['am Mohnhof', 'mohn'],
] as const

const sentences: readonly ((office: string, place: string) => string)[] = [
  (office, place) => `${office} Seit einer Stunde kein Strom ${place}. Wie lange dauert das noch?`,
  (office, place) => `Stromausfall ${place}! Weiß das Bezirksamt ${office} schon davon?`,
  (office, place) => `${office} Bei uns ${place} ist alles dunkel. Wer ist zuständig?`,
  (office, place) =>
    `${office} Die Ampeln ${place} gehen nicht, das ist gefährlich für die Kinder.`,
  (office, place) => `Moin ${office}, hat das Bürgerbüro heute trotz Stromausfall ${place} auf?`,
  (office, place) => `${office} Wieder kein Strom ${place}, zum dritten Mal in diesem Jahr 😡`,
  (office, place) => `${office} Gibt es ${place} irgendwo warmes Wasser und Platz zum Aufwärmen?`,
  (office, place) => `Weiß jemand mehr? ${place} ist seit heute früh der Strom weg. ${office}`,
  (office, place) => `${office} Fällt ${place} morgen die Schule aus?`,
  (office, place) =>
    `${office} Meine Mutter wohnt allein ${place} und der Aufzug steht. Wen rufe ich an?`,
  (office, place) => `Danke an alle, die ${place} gerade arbeiten! ${office}`,
  (office, place) => `${office} Stimmt es, dass ${place} erst heute Abend wieder Strom da ist?`,
  (office, place) =>
    `${office} warum erfährt man ${place} nichts??? Keine Durchsage, keine Warn-App.`,
  (office, place) => `Gerücht oder wahr: Ist ein Bagger ${place} ins Kabel gefahren? ${office}`,
  (office, place) => `${office} Mein Termin ist um 14 Uhr, der Bus ${place} fährt nicht. Was nun?`,
  (office, place) => `${office} ${place} läuft der Kühlraum aus. Wer zahlt mir die Ware im Laden?`,
  (office, place) => `Internet tot, Telefon tot, nur das Handy geht noch ${place}. ${office}`,
  (office, place) => `${office} Könnt ihr ${place} bitte Lautsprecherwagen schicken?`,
  (office, place) => `${office} Nur zur Info: ${place} ist der Strom wieder da. 👍`,
  (office, place) => `Und was ist mit dem Wochenmarkt ${place}, findet der statt? ${office}`,
  (office, place) => `${office} Seit 40 Minuten in der Warteschleife. Was ist denn ${place} los?`,
  (office, place) => `Hier ${place} flackert das Licht nur noch. Noch jemand? ${office}`,
  (office, place) => `${office} Kommt heute die Müllabfuhr ${place} trotzdem?`,
  (office, place) => `${office} Wo kann man ${place} sein Telefon laden?`,
  (office, place) => `${office} Ich arbeite ${place} von zu Hause. Ab wann ist wieder Strom da?`,
]

/** The n-th person of a flood and what this person writes, beginning with 0. Pure. */
export function inFlood(n: number, office: string): { handle: string; name: string; text: string } {
  // Each number has a person and a sentence that no smaller one below 500 has.
  const [place, short] = at(places, n)
  const round = Math.floor(n / places.length)
  const first = at(firstNames, n + round)
  const words = at(sentences, n * 7 + round)(`@${office}`, place)
  const text = words.charAt(0).toUpperCase() + words.slice(1)
  const name = `${first} ${at(lastNames, n)}`
  return { handle: `${first.toLowerCase()}_${short}`, name, text }
}

function at<Of>(list: readonly Of[], n: number): Of {
  const found = list[n % list.length]
  if (found === undefined) throw new Error('There is nothing to choose from')
  return found
}
