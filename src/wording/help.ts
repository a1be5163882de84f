// How the commands work, for who asks.

/** The answer to "/vorschlag hilfe". */
export function help(): string {
  return [
    'So schlagen Sie einen Beitrag vor:',
    '1. Geben Sie `/vorschlag` ein, gern gleich mit dem Text dahinter. Ein Formular öffnet sich.',
    '2. Ergänzen Sie Thema, Link und, wenn Sie möchten, Tag und Uhrzeit. Dann „Einreichen“.',
    '3. Die Pressestelle sieht Ihren Vorschlag als Karte im Freigabekanal und entscheidet. Rückfragen und das Ergebnis erfahren Sie als Nachricht von Amtsfunk.',
    '',
    'Bilder: Laden Sie sie im Formular hoch, oder schlagen Sie eine Nachricht mit Bildern über deren Menü vor. Danach beschreiben Sie jedes Bild für alle, die es nicht sehen.',
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

export const warningHelp =
  'So geht es: „/warnung Wovor wird gewarnt?“. Ein Formular fragt nach Gebiet, Quelle und Gültigkeit. Das Fachamt zeichnet mit ✍️ mit, danach entscheidet die Pressestelle. Läuft die Warnung ab, fragt Amtsfunk nach Entwarnung oder Verlängerung.'

export const searchHelp =
  'So geht es: „/suche Wochenmarkt“ findet Vorschläge und eigene Beiträge, in denen das steht, die neuesten zuerst.'

/** One line of "/hilfe". */
export function commandLine(command: { name: string; usage: string; description: string }): string {
  const { name, usage, description } = command
  return `\`${usage === '' ? name : `${name} ${usage}`}\`: ${description}`
}

/** The last line of "/hilfe". */
export function handbookLine(address: string | null): string {
  return `Zum Nachlesen, Kapitel für Kapitel: das Handbuch, ${address ?? ''}`
}

/** What a search found: how many, or that there is nothing. */
export function foundWords(words: string, found: number, most: number): string {
  if (found === 0) return `Zu „${words}“ gibt es keinen Vorschlag und keinen Beitrag.`
  return found > most
    ? `Zu „${words}“ gibt es viel. Die neuesten ${most}:`
    : `Zu „${words}“ ${found === 1 ? 'gibt es einen Treffer' : `gibt es ${found} Treffer`}:`
}
