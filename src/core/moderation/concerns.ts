// What a citizen wants: the office's list, suggested by a few words, decided by a person.

/** The Anliegen (office.md section 5). */
export const concerns = [
  'frage',
  'hinweis',
  'lob',
  'kritik',
  'beschwerde',
  'terminwunsch',
  'presse',
  'spam',
  'verstoss',
  'notfall',
  'nicht-zustaendig',
] as const
export type Concern = (typeof concerns)[number]

/** Which word beginnings suggest what; the first line that fits counts. Umlauts are written out. */
const suggestions: readonly (readonly [Concern, RegExp])[] = [
  ['verstoss', /\b(arschl|wichser|hurensohn|schlampe|drecks?pack|nazischwein|abknallen|umbringen)/],
  ['spam', /\b(gratis crypto|bitcoin|gewinnspiel|follower kaufen|onlyfans|kredit ohne schufa)/],
  ['presse', /\b(presseanfrage|redaktion|fuer unsere zeitung|interviewanfrage|recherchier)/],
  [
    'terminwunsch',
    /\b(termin|terminvergabe|ausweis|reisepass|personalausweis|ummeld|anmeldung wohn)/,
  ],
  [
    'hinweis',
    /\b(defekt|kaputt|schlagloch|schlagloecher|laterne|muell|scherben|umgestuerzt|verstopft|ueberflutet|gesperrt|beschaedigt|graffiti|wilde[rn]? muell|ampel|loch im)/,
  ],
  [
    'beschwerde',
    /\b(beschwer|unverschaemt|skandal|frechheit|unmoeglich|seit wochen|seit monaten|niemand antwortet)/,
  ],
  [
    'lob',
    /\b(danke|vielen dank|super|toll|klasse|grossartig|gut gemacht|prima|freut mich|freue mich)/,
  ],
  [
    'kritik',
    /\b(schlecht|versag|steuergeld|verschwend|enttaeusch|warum wird nicht|unfaehig|peinlich)/,
  ],
  ['frage', /\?|\b(wann|wo|wie|wer|warum|weshalb|welche|gibt es|kann man|darf man|wisst ihr)\b/],
]

/** What a text may be about; null where no line fits. A suggestion, never more. Pure. */
export function suggestConcern(text: string): Concern | null {
  if (soundsLikeEmergency(text)) return 'notfall'
  const plain = spelledOut(text)
  return suggestions.find(([, words]) => words.test(plain))?.[0] ?? null
}

/** Words of danger, and what is only named like one. Rather an alarm too many than one too few. */
const danger =
  /\b(es brennt|brennt|brand|feuer|rauch|notfall|notarzt|rettungswagen|krankenwagen|verletzt|verblutet|bewusstlos|blutet|ertrinkt|ertrunken|suizid|selbstmord|umbringen|ueberfall|messer|bewaffnet|schiesst|schuesse|gasgeruch|explosion|unfall|eingeklemmt|hilfe)/g
const harmless =
  /\b(feuerwehrfest|feuerwehr feiert|freiwillige[nr]? feuerwehr|feuerwerk|lagerfeuer|osterfeuer|feierabend|brandneu|brandenburg|brandschutz|brandbrief|brandaktuell|brennende frage|brennende fragen|es brennt mir|hilfestellung|hilfeseite|hilfeplan|hilfe zur|hilfe fuer|mit hilfe|um hilfe bei|danke fuer (die|eure|ihre) hilfe|nachbarschaftshilfe|jugendhilfe|rauchen|rauchverbot|rauchmelder|messerscharf|unfallschwerpunkt|unfallversicherung|unfallstatistik|kein(en)? (notfall|unfall|brand))/g

/** Whether a text may be a call for help. Pure. */
export function soundsLikeEmergency(text: string): boolean {
  const plain = spelledOut(text).replace(harmless, ' ')
  return (plain.match(danger) ?? []).length > 0
}

/** Small letters, umlauts written out, one space between words. */
function spelledOut(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replace(/\s+/g, ' ')
}
