// What a citizen wants: the office's list, suggested by a few words, decided by a person.

/** The Anliegen (docs/regeln.md, "Themen, Anliegen, Stellen"). */
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

/** Which words suggest what; the first line that fits counts: what needs a person most comes first, and a bare
 * question last. As `oneOf` reads them. */
const suggestions: readonly (readonly [Concern, RegExp])[] = [
  [
    'verstoss',
    oneOf(
      'arschl*, wichser*, hurensohn*, schlampe*, drecksack*, dreckspack*, drecks pack, nazischwein*',
      'abknallen, umbringen, an die wand stellen, aufhaengen sollte man',
    ),
  ],
  [
    'spam',
    oneOf(
      'bitcoin*, krypto*, crypto*, gewinnspiel*, follower kaufen, onlyfans, kredit ohne schufa',
    ),
  ],
  [
    'presse',
    oneOf('presseanfrage*, redaktion*, fuer unsere zeitung, interviewanfrage*, recherchier*'),
  ],
  [
    'terminwunsch',
    oneOf(
      'termin, termine, terminbuch*, terminvergabe*, terminwunsch*, ausweis, ausweise*, personalausweis*',
      'reisepass*, ummeld*, anmeldung wohn*',
    ),
  ],
  [
    'hinweis',
    oneOf(
      'defekt*, kaputt*, schlagloch*, schlagloecher*, laterne*, muell, muellt*, muellsaeck*, muellhaufen',
      'sperrmuell*, scherben*, umgestuerzt*, verstopft*, ueberflutet*, gesperrt*, beschaedigt*, graffiti*',
      'ampel*, loch im, ratten',
    ),
  ],
  [
    'beschwerde',
    oneOf(
      'beschwer*, unverschaemt*, skandal*, frechheit*, unmoeglich*, seit wochen, seit monaten',
      'niemand antwortet, keine antwort, zumutung*',
    ),
  ],
  [
    'kritik',
    oneOf(
      'schlecht*, versag*, steuergeld*, verschwend*, enttaeusch*, warum wird nicht, unfaehig*, peinlich*',
      'danke fuer nichts',
    ),
  ],
  [
    'lob',
    oneOf(
      'danke, vielen dank, herzlichen dank, super, toll, tolle*, klasse, grossartig*, gut gemacht, prima',
      'freut mich, freue mich, freuen uns',
    ),
  ],
  ['nicht-zustaendig', oneOf('autobahn*, a25, hvv, s-bahn*, deutsche bahn, finanzamt, jobcenter')],
  [
    'frage',
    oneOf(
      'wann, wo, wie, wer, warum, weshalb, welche*, gibt es, kann man, darf man, wisst ihr, wissen sie',
    ),
  ],
  ['frage', /\?/],
]

/** What a text may be about; null where no line fits. A suggestion, never more. Pure. */
export function suggestConcern(text: string): Concern | null {
  const plain = spelledOut(text)
  if (isDanger(plain)) return 'notfall'
  return suggestions.find(([, words]) => words.test(plain))?.[0] ?? null
}

/** Words of danger. Rather an alarm too many than one too few (docs/regeln.md, "Notfälle"). */
const danger = oneOf(
  'brennt, brennen, brennend*, brand, braende, brandgeruch, brandstift*, grossbrand, wohnungsbrand',
  'dachstuhlbrand, kellerbrand, waldbrand, feuer*, flammen*, rauch*, qualm*',
  'notfall*, notarzt*, notaerzt*, notruf*, rettungswagen*, krankenwagen*, rettungsdienst*, lebensgefahr*',
  'verletzt*, schwerverletzt*, verblut*, blutet*, bewusstlos*, ohnmaechtig*, atmet nicht, reanim*',
  'herzinfarkt*, herzstillstand*, schlaganfall*, zusammengebrochen, stromschlag*, ertrink*, ertrunken*',
  'suizid*, selbstmord*, umbringen, bring mich um, bringe mich um, bringt sich um, nicht mehr leben',
  'will sterben, moechte sterben, springt von*, ueberfall, ueberfallen, messer, messerangriff*',
  'messerattacke*, messerstech*, bewaffnet*, waffe, waffen, pistole*, schuss, schuesse, schiess*',
  'geschossen, amok*, bombe*, vergewaltig*, schlaegerei*, explosion*, explodier*, gasgeruch*, nach gas, gasleck*',
  'gasaustritt*, unfall*, verkehrsunfall*, autounfall*, badeunfall*, arbeitsunfall*, eingeklemmt*',
  'verschuettet*, einsturz*, eingestuerzt*, ins eis, im eis, hochwasser im, wasser im keller',
  'keller laeuft, keller unter wasser, vermisst, in gefahr, hilfe, hilferuf*, hilfeschrei*, helft mir',
  'helft uns, sos, help, emergency, on fire',
)

/** What is only named like danger; nothing that people in danger would say. */
const harmless = oneOf(
  'freiwillige feuerwehr, freiwilligen feuerwehr, freiwilliger feuerwehr, feuerwehr feiert*',
  'feuerwehr laedt, feuerwehrfest*, feuerwehrfeier*, feuerwehrmuseum*, feuerwehrhaus*, feuerwerk*',
  'feuerzeug*, feuer und flamme, brennende frage*, brennenden frage*, brennendes thema, brennt mir unter, brennt mir auf',
  'brennt uns unter, brennt uns auf, rauchen, raucher*, rauchverbot*, rauchfrei*, rauchmelderpflicht',
  'notfallplan*, notfalltreffpunkt*, unfallschwerpunkt*, unfallversicherung*, unfallstatistik*',
  'unfallkasse*, kein notfall, keinen notfall, kein unfall, keinen unfall, kein brand, keinen brand',
  'niemand verletzt, niemand wurde verletzt, keine verletzt*, bombenstimmung, bombenwetter',
  'mit hilfe, hilfe beim ausfuellen, hilfe beim antrag, hilfe beim umzug, hilfe zur pflege',
  'hilfe zur erziehung, hilfe zum lebensunterhalt, fuer die hilfe, fuer eure hilfe, fuer ihre hilfe',
  'fuer die schnelle hilfe, erste hilfe kurs*, erste-hilfe-kurs*',
)

/** Whether a text may be a call for help (docs/regeln.md, "Notfälle"). Pure. */
export function soundsLikeEmergency(text: string): boolean {
  return isDanger(spelledOut(text))
}

function isDanger(plain: string): boolean {
  return danger.test(plain.replaceAll(new RegExp(harmless, 'g'), ' '))
}

/** Any of these words and phrases, given between commas; "feuer*" stands for every word that begins so. */
function oneOf(...lists: readonly string[]): RegExp {
  const words = lists
    .flatMap((list) => list.split(', '))
    .map((word) => (word.endsWith('*') ? `${word.slice(0, -1)}\\w*` : word))
  return new RegExp(`\\b(?:${words.join('|')})\\b`)
}

/** Signs of other scripts of which one becomes up to eighteen letters: thirty thousand of them would hold up everybody,
 * and no German word is written with them. */
const swelling = /[\u3200-\u33ff\ufb50-\ufdff\ufe70-\ufefc]+/g

/** Small plain letters, umlauts written out, one space between words; without addresses, the names of
 * accounts, and letters drawn out in excitement. */
function spelledOut(text: string): string {
  return text
    .replace(swelling, ' ')
    .replace(/(\p{M}{4})\p{M}+/gu, '$1')
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .toLowerCase()
    .replace(/https?:\/\/\S+|@\w+/g, ' ')
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replace(/([a-z])\1{2,}/g, '$1')
    .replace(/\s+/g, ' ')
}
