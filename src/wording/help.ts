// How the commands work, for who asks.

/** The answer to "/vorschlag hilfe". */
export function help(): string {
  return [
    'So schlagen Sie einen Beitrag vor:',
    '1. Geben Sie `/vorschlag` ein, gern gleich mit dem Text dahinter. Ein Formular öffnet sich.',
    '2. Ergänzen Sie Thema, Link und, wenn Sie möchten, Tag und Uhrzeit. Dann „Einreichen“.',
    '3. Die Pressestelle sieht Ihren Vorschlag als Karte im Freigabekanal und entscheidet. Den Stand erfahren Sie als Nachricht von Amtsfunk.',
    '',
    'Mehrere Beiträge hintereinander (Thread): Schreiben Sie zwischen zwei Teile eine Zeile mit ---.',
    'Vier-Augen-Prinzip: Wer einen Text verfasst oder zuletzt überarbeitet hat, gibt ihn nicht selbst frei.',
  ].join('\n')
}

export const accessHelp =
  'So geht es: „/auskunft @konto“. Sie bekommen als Datei, was zu diesem X-Konto gespeichert ist. Nur für die Pressestelle.'

export const erasureHelp =
  'So geht es: „/loeschung @konto“. Danach entscheidet im Moderationskanal eine zweite Person der Pressestelle, ob alles zu diesem X-Konto gelöscht wird.'

export const experienceHelp =
  'So geht es: „/erfahrung Was gut lief oder nicht“. Ein Formular öffnet sich; die Notiz steht als Stichpunkt im nächsten Quartalsbericht.'
