// A report as a quarter of a small district office could give it.
import type { Block, Cell, Figure, ReportDocument } from '../../src/report/document.ts'

const german = new Intl.NumberFormat('de-DE')

/** A figure as the report shows it; null is "keine Daten" unless other words are given. */
export function figure(value: number | null, shown?: string): Figure {
  return { value, shown: shown ?? (value === null ? 'keine Daten' : german.format(value)) }
}

const counted = (...values: (number | null)[]): Cell[] =>
  values.map((value) => ({ figure: figure(value) }))
const column = (title: string, numeric = true) => ({ title, numeric })

const followers: Block[] = [
  { is: 'heading', level: 1, text: '3. Auftritt und Nutzung' },
  { is: 'heading', level: 2, text: '3.1 Reichweite' },
  {
    is: 'paragraph',
    text: 'Zum Stichtag 31.12.2026 folgten dem Auftritt 1.284 Konten. Gegenüber dem Vorquartal ist das ein Zuwachs von 5,4 Prozent. Für die Kalenderwoche 46 liegen wegen einer Störung der Schnittstelle keine Ablesungen vor.',
  },
  {
    is: 'chart',
    id: 'follower',
    title: 'Konten, die dem Auftritt folgen',
    message:
      'Die Zahl der Konten stieg im IV. Quartal 2026 von 1.218 auf 1.284; für KW 46 gibt es keine Ablesung.',
    unit: 'Konten',
    drawing: {
      is: 'line',
      points: [1218, 1221, 1225, 1232, 1230, 1241, null, 1255, 1260, 1266, 1271, 1279, 1284].map(
        (value, at) => ({ label: `KW ${40 + at}`, figure: figure(value) }),
      ),
    },
  },
  {
    is: 'table',
    caption: 'Auftritt im Vergleich der Quartale',
    columns: [column('Kennzahl', false), column('III. Quartal 2026'), column('IV. Quartal 2026')],
    rows: [
      { head: 'Konten, die dem Auftritt folgen (Stichtag)', cells: counted(1218, 1284) },
      { head: 'Veröffentlichte Beiträge', cells: counted(31, 38) },
      { head: 'Einblendungen, Summe', cells: counted(48210, 61377) },
      { head: 'Einblendungen je Beitrag, Median', cells: counted(1190.5, 1312) },
      { head: 'Aufrufe des Profils', cells: counted(null, 904) },
    ],
    unit: 'Anzahl',
    note: 'Stichtage: 30.09.2026 und 31.12.2026. Aufrufe des Profils werden seit 01.10.2026 abgelesen.',
  },
  { is: 'heading', level: 2, text: '3.2 Beiträge nach Thema' },
  {
    is: 'chart',
    id: 'themen',
    title: 'Veröffentlichte Beiträge nach Thema',
    message:
      'Die meisten Beiträge galten Verkehr und Baustellen (12) sowie Grün, Spielplätzen und Friedhof (8).',
    unit: 'Beiträge',
    drawing: {
      is: 'bars',
      bars: [
        ['Verkehr und Baustellen', 12],
        ['Grün, Spielplätze, Friedhof', 8],
        ['Umwelt, Klimaschutz, Wirtschaftsförderung und Überschwemmungsgebiete', 6],
        ['Bürgerservice und Standorte', 5],
        ['Kultur und Veranstaltungen', 4],
        ['Warnung und Lage', 3],
        ['Beteiligung und Gremien', 0],
      ].map(([label, value]) => ({ label: String(label), figure: figure(Number(value)) })),
    },
  },
]

const dialogue: Block[] = [
  { is: 'heading', level: 1, text: '4. Dialog mit den Bürgerinnen und Bürgern' },
  {
    is: 'paragraph',
    text: 'Gezählt sind Erwähnungen des Auftritts. Fallzahlen unter drei werden nicht genannt, damit niemand erkennbar wird.',
  },
  {
    is: 'table',
    caption: 'Erwähnungen nach Anliegen und Ausgang',
    columns: [
      column('Anliegen', false),
      column('Eingegangen'),
      column('Beantwortet'),
      column('Verwiesen'),
      column('Zur Kenntnis'),
      column('Innerhalb eines Arbeitstages'),
    ],
    rows: [
      { head: 'Hinweis oder Schadensmeldung', cells: counted(41, 17, 22, 2, 35) },
      { head: 'Frage', cells: counted(28, 24, 3, 1, 22) },
      { head: 'Kritik', cells: counted(19, 6, 0, 13, 5) },
      { head: 'Lob', cells: counted(11, 4, 0, 7, 4) },
      {
        head: 'Presse',
        cells: [
          { figure: figure(null, 'unter 3') },
          { figure: figure(null, 'unter 3') },
          ...counted(0, 0),
          { figure: figure(null, 'unter 3') },
        ],
      },
      { head: 'Summe', cells: counted(101, 52, 25, 23, 67), isSum: true },
    ],
    unit: 'Anzahl',
    note: null,
  },
  {
    is: 'chart',
    id: 'verweise',
    title: 'Verweise an zuständige Stellen',
    message: 'Am häufigsten wurde auf den Melde-Michel verwiesen (14 von 25 Verweisen).',
    unit: 'Verweise',
    drawing: {
      is: 'bars',
      bars: [
        { label: 'Melde-Michel', figure: figure(14) },
        { label: 'Behördennummer 115', figure: figure(7) },
        { label: 'Stadtreinigung Hamburg', figure: figure(4) },
        { label: 'Polizei Hamburg', figure: figure(null, 'unter 3') },
        { label: 'Autobahn GmbH', figure: figure(null) },
      ],
    },
  },
]

const moderation: Block[] = [
  { is: 'heading', level: 1, text: '5. Moderation und Netiquette' },
  {
    is: 'table',
    caption: 'Maßnahmen nach Regel der Netiquette',
    columns: [column('Regel', false), column('Hinweise'), column('Verborgen'), column('Blockiert')],
    rows: [],
    unit: 'Anzahl',
    note: 'Im Berichtszeitraum wurde keine Maßnahme ergriffen.',
  },
  { is: 'heading', level: 1, text: '8. Aufwand und Nutzen' },
  {
    is: 'table',
    caption: 'Geschätzter Aufwand',
    columns: [column('Tätigkeit', false), column('Anzahl'), column('Richtwert'), column('Minuten')],
    rows: [
      { head: 'Beitrag', cells: counted(35, 45, 1575) },
      { head: 'Warnung oder Thread', cells: counted(3, 60, 180) },
      { head: 'Antwort', cells: counted(52, 15, 780) },
      { head: 'Summe', cells: [{ text: '' }, { text: '' }, { figure: figure(2535) }], isSum: true },
    ],
    unit: 'Minuten',
    note: 'Richtwerte, keine Zeiterfassung.',
  },
  { is: 'prompt', text: 'Wie bewertet das Bezirksamt Aufwand und Nutzen (§ 7 LHO)?' },
  { is: 'heading', level: 1, text: '10. Erfahrungen und Schlussfolgerungen' },
  { is: 'prompt', text: 'Was hat sich bewährt, was nicht? Sollen weitere Netzwerke folgen?' },
]

const annex: Block[] = [
  { is: 'heading', level: 1, text: 'Anlage 2: Liste der Beiträge', newPage: true },
  {
    is: 'table',
    caption: 'Veröffentlichte Beiträge im IV. Quartal 2026',
    columns: [
      column('Veröffentlicht', false),
      column('Thema', false),
      column('Beginn des Textes', false),
      column('Verweis', false),
    ],
    rows: Array.from({ length: 38 }, (_, at) => ({
      head: `${String(1 + (at % 28)).padStart(2, '0')}.${10 + Math.floor(at / 13)}.2026`,
      cells: [
        { text: at % 3 === 0 ? 'Verkehr und Baustellen' : 'Grün, Spielplätze, Friedhof' },
        {
          text:
            at % 3 === 0
              ? 'Die Vierlandenstraße ist ab Montag zwischen Ernst-Mantius-Straße und Neuer Weg gesperrt …'
              : 'Der Spielplatz am Sander Damm ist wieder offen 🎉 …',
        },
        { text: `Beitrag ${at + 1}`, url: `https://x.com/ba_bergedorf/status/19876543210${at}` },
      ],
    })),
    unit: 'Anzahl',
    note: null,
  },
]

/** A believable report with every kind of block; what is given replaces its part. */
export function reportDocument(given: Partial<ReportDocument> = {}): ReportDocument {
  return {
    title: 'Erfahrungen mit den sozialen Medien im IV. Quartal 2026',
    subtitle: 'Bericht des Bezirksamtes Bergedorf an den Hauptausschuss',
    author: 'Bezirksamt Bergedorf',
    drawnUpAt: Date.UTC(2027, 0, 8, 9, 30),
    form: [
      { label: 'Drucksache', text: 'wird von der Geschäftsstelle vergeben' },
      { label: 'Art', text: 'Mitteilungsvorlage Bezirksamt' },
      { label: 'Beratungsfolge', text: 'Hauptausschuss' },
      { label: 'Berichtszeitraum', text: '01.10.2026 bis 31.12.2026' },
      { label: 'Petitum', text: 'Der Hauptausschuss nimmt Kenntnis.' },
    ],
    blocks: [
      { is: 'heading', level: 1, text: '1. Anlass und Auftrag' },
      {
        is: 'paragraph',
        text: 'Die Bezirksversammlung hat das Bezirksamt mit Drucksache 21-1344 vom 28.04.2022, Buchstabe d), gebeten, dem Hauptausschuss vierteljährlich über die Erfahrungen mit den sozialen Medien zu berichten.',
      },
      { is: 'heading', level: 1, text: '2. Das Wichtigste in Kürze' },
      {
        is: 'list',
        items: [
          '1.284 Konten folgen dem Auftritt, 66 mehr als im Vorquartal.',
          '38 Beiträge wurden veröffentlicht, alle mit Freigabe nach dem Vier-Augen-Prinzip.',
          '67 von 101 Erwähnungen wurden innerhalb eines Arbeitstages bearbeitet.',
        ],
      },
      { is: 'prompt', text: 'Drei bis fünf Sätze zur Einordnung.' },
      ...followers,
      ...dialogue,
      ...moderation,
      ...annex,
    ],
    keyFigures: [
      { label: 'Konten', figure: figure(1284) },
      { label: 'Beiträge', figure: figure(38) },
      { label: 'Erwähnungen', figure: figure(101) },
      { label: 'Blockierte Konten', figure: figure(0) },
    ],
    preview: 'follower',
    ...given,
  }
}
