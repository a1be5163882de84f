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
  // Fire, smoke, gas, poison, electricity.
  'brennt, brennen, brennend*, *brand, braende, brandgeruch, brandstift*, feuer*, flammen*, lodert*, lichterloh',
  'rauch*, qualm*, verraucht*, explosion*, explodier*, *knall, gasgeruch*, nach gas, *gas, gasleck*, gasaustritt*',
  'gasleitung… angebohrt, gasleitung… zischt, riecht… chlor, stinkt… chlor, kohlenmonoxid*, co vergiftung',
  'co-vergiftung, co melder, co-melder, gefahrgut*, giftig*, *saeure, aetzende fluessigkeit, benzin… aus',
  'stromkabel*, in die stromleitung, hochspannung*, oberleitung*, stromschlag*',
  // Somebody is ill or hurt.
  'notfall*, notarzt*, notaerzt*, notruf*, rettungswagen*, krankenwagen*, rettungsdienst*, lebensgefahr',
  'verletzt*, schwerverletzt*, verblut*, blutet*, bluten, ueberall blut, viel blut, bewusstlos*, ohnmaechtig*',
  'leblos*, nicht ansprechbar, nicht mehr ansprechbar, atmet nicht, atmet kaum, keine luft, kaum luft, kriegt… luft',
  'atemnot, erstick*, roechelt, keinen puls, kein puls, reanim*, herzinfarkt*, herzstillstand*, schlaganfall*',
  '*schmerzen, stoehn*, zusammengebrochen, umgekippt, reagiert nicht, regungslos*, ruehrt sich nicht',
  'bewegt sich nicht, am boden, auf der strasse liegt, liegt… strasse, liegt… fahrbahn, liegt… gehweg',
  'liegen leute, liegen menschen, nicht aufstehen, nicht mehr hoch, *krampf, krampft, krampfanfall*',
  'schaum vor dem mund, schwillt, allergischer schock, verschluckt, tabletten genommen, ueberdosis',
  'reiniger getrunken, vergiftung*, vergiftet*, pilze gegessen, schwindelig, wird schlecht, ganz schlecht',
  'verbrueht*, verbrannt*, kochendem wasser, abgesaegt*, abgetrennt*, aufgeschnitten, *gebissen, beisst, greift… an',
  'bekommt das kind, in den wehen, wehen haben, fruchtblase*, sauerstoffgeraet*, beatmungsgeraet*, beatmet',
  'insulin*, asthma*, schockzustand, stromstoss*, blut, leiche, schlaftabletten, wird nicht wach, zittert… wirr',
  'kind… gefallen, kleinkind… gefallen, frau… gefallen, mann… gefallen, jemand… gefallen, liegt unter, umgefallen',
  // Accidents, and who cannot get out.
  '*unfall, zusammenstoss*, zusammengestossen, zusammengeprallt, angefahren, ueberfahren, bus erfasst',
  'auto erfasst, zug erfasst, lkw erfasst, unter den zug, unter den bus, unter den lkw, unter ein auto, gestuerzt',
  'abgestuerzt… berg, *sturz, vom dach, vom geruest, aus dem fenster gefallen, in den kanal, im gleis, ins gleis',
  'auf den gleisen, auf die gleise, eingeklemmt*, eingequetscht*, eingeschlossen, eingesperrt, steckt… fest',
  'haengt… fest, haengen… fest, sitzen… fest, sitzt… fest, nicht raus, nicht heraus, jemand drin, menschen drin',
  'leute… drin, da haengt wer, da haengt jemand, kind im auto, kinder im auto, baby… auto, massenpanik',
  'verschuettet*, einsturz*, eingestuerzt*, umgestuerzt auf, umgestuerzt… haus, dach… eingebrochen, decke… eingebrochen',
  // Water and ice.
  'havarie*, ins wasser, rohr… geplatzt, heizoel… bille, kopf getroffen, fahrstuhl… drin, aufzug… drin',
  'vor ein auto, ertrink*, ertrunken*, treibt… wasser, jemand… im wasser, mann… im wasser, frau… im wasser, kind… im wasser',
  'leute im wasser, person… im wasser, im hafenbecken, geht unter, taucht nicht mehr auf, gekentert',
  'ins wasser gefallen, in die bille gefallen, in die elbe gefallen, in den see gefallen, ins eis, im eis',
  'eis eingebrochen, see eingebrochen, hochwasser im, wasser im keller, keller laeuft, keller unter wasser',
  'wasser steigt, wasser abgeschnitten, deich bricht, deichbruch, deich… riss, auf dem dach und, sitzen auf dem dach',
  // Violence.
  'ueberfall, ueberfallen, ausgeraubt*, beraubt*, messer, messerangriff*, messerattacke*, messerstech*, machete*',
  'mit einer axt, mit axt, niedergestochen, zugestochen, bewaffnet*, waffe, waffen, pistole*, gewehr*, schuss',
  'schuesse, schiess*, geschossen, amok*, bombe*, bombendrohung*, fliegerbombe*, granate*, handgranate*',
  'verdaechtiger koffer, herrenloser koffer, tickt, vergewaltig*, schlaegerei*, *pruegelt*, zusammengeschlagen',
  'schlagen… ein, treten… ein, tritt… ein, schlaegt mich, schlaegt… frau, schlaegt… kind, bedroht mich, bedroht uns',
  'bedroht ihn, werde verfolgt, verfolgt mich, gezerrt, gewuergt, wuergt, einbrecher im, festgehalten, entfuehr*',
  'geisel*, jagt… jungen, jagt… maedchen, jagt… frau, stechen… ein, sticht… ein, bedroht… leute, anzuzuenden',
  'menschenmenge, in menschen, schreie, um hilfe, schreit, schickt… polizei, schickt… feuerwehr, schickt… jemand',
  // Despair.
  'suizid*, selbstmord*, umbringen, umbringt, umzubringen, bring mich um, bringe mich um, das leben nehmen',
  'nicht mehr leben, nur noch sterben, will sterben, moechte sterben, etwas antun, was antun, *springen will',
  'abschiedsnachricht*, abschiedsbrief*, pulsader*, springt von*, springe… bruecke, will springen, auf dem gelaender',
  'auf der bruecke und',
  // Who is gone, and who calls.
  'wir suchen seit, nicht aus der schule gekommen, vermisst, verschwunden, irrt… herum, kind ist weg, tochter ist weg, sohn ist weg, in gefahr, hilfe, hilfeee*',
  'hilferuf*, hilfeschrei*, helft mir, helft uns, wer kann helfen, sos, help, emergency, on fire, 112 geht nicht',
  '110 geht nicht, erreiche die 112, erreiche die 110, 112 ist besetzt, rennt auf die kinder',
)

/** What is only named like danger; nothing that people in danger would say. */
const harmless = oneOf(
  'freiwillige feuerwehr, freiwilligen feuerwehr, freiwilliger feuerwehr, feuerwehr feiert*, jugendfeuerwehr*',
  'feuerwehr laedt, feuerwehrfest*, feuerwehrfeier*, feuerwehrmuseum*, feuerwehrhaus*, feuerwehrzufahrt*',
  'uebung der feuerwehr, tuer bei der feuerwehr, feuerwerk*, feuerzeug*, feuer und flamme',
  'brennende frage*, brennenden frage*, brennendes thema, brennt mir unter, brennt mir auf',
  'brennt… unter den naegeln, brennt uns unter, brennt uns auf, grossen brand von, sonnenbrand*, weinbrand*',
  'rauchen, raucher*, rauchverbot*, rauchfrei*, rauchmelderpflicht, notarztwesen, notfallplan*',
  'notfalltreffpunkt*, notfallfalt*, notfallnummer*, unfallschwerpunkt*, unfallversicherung*, unfallstatistik*',
  'unfallkasse*, kein notfall, keinen notfall, kein unfall, keinen unfall, kein brand, keinen brand',
  'unfall von letzter woche, unfall von gestern, bei dem unfall gestern, seelsorge-notruf*',
  'niemand verletzt, niemand wurde verletzt, gestern niemand verletzt, keine verletzt*, verletztes tempolimit',
  'rechte… verletzt, datenschutz… verletzt, bombenstimmung, bombenwetter, bombennaecht*, bombennacht',
  'vermisse, kopfschmerzen… plan, kopfschmerzen… haushalt, einsatz der feuerwehr, erdgas, biogas, *autogas',
  'messer und gabel, schiessanlage*, schiesssport*, schiessstand*, schuss ging nach hinten',
  'explosion der, kostenexplosion*, katze vermisst, hund vermisst, kater vermisst, katze… vermisst',
  'mit hilfe, hilfe beim ausfuellen, hilfe beim antrag, hilfe beim umzug, hilfe zur pflege, grosse hilfe',
  'hilfe zur erziehung, hilfe zum lebensunterhalt, fuer die hilfe, fuer eure hilfe, fuer ihre hilfe',
  'fuer die schnelle hilfe, hilfe fuer senioren, hilfe fuer familien, erste hilfe, erste-hilfe-kurs*',
)

/** Whether a text may be a call for help (docs/regeln.md, "Notfälle"). Pure. */
export function soundsLikeEmergency(text: string): boolean {
  return isDanger(spelledOut(text))
}

function isDanger(plain: string): boolean {
  return danger.test(plain.replaceAll(new RegExp(harmless, 'g'), ' '))
}

/** Any of these words and phrases, given between commas: "feuer*" stands for every word that begins so, "*brand" for every
 * word that ends so, "kind… auto" for both in one sentence. */
function oneOf(...lists: readonly string[]): RegExp {
  const words = lists
    .flatMap((list) => list.split(', '))
    .map((word) => word.replaceAll('*', '\\w*').replaceAll('…', '\\b[^.!?]{0,60}?'))
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
    .replaceAll('🆘', ' sos ')
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replace(/([a-z])\1{2,}/g, '$1')
    .replace(/\s+/g, ' ')
}
