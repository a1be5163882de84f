// What is said about things to look at again: half a sentence each. They block nothing.
import type { Hint, HintName } from '../core/hints.ts'

const sentences: Record<HintName, (words: string) => string> = {
  'asks-personal-data': (words) =>
    `„${words}“: bitte keine persönlichen Daten über X erfragen, besser auf 115 verweisen`,
  'names-person': (words) => `„${words}“: eine Privatperson? Dann ohne Namen`,
  party: (words) => `„${words}“: bleibt das neutral?`,
  'begins-with-name': (words) => `beginnt mit „${words}“: das sehen auf X nur wenige`,
  irony: (words) => `„${words}“: kann ironisch wirken`,
  'no-weekday': (words) => `„${words}“: mit Wochentag leichter zu merken`,
  'odd-letters': (words) => `„${words}“: Sonderschrift wird nicht vorgelesen`,
  capitals: (words) => `„${words}“: Großbuchstaben wirken wie Schreien`,
  emoji: (words) => `„${words}“: höchstens drei Emojis, keines statt eines Wortes`,
  'many-hashtags': () => 'höchstens drei Hashtags, am besten am Ende',
  'hashtag-within': (words) => `„${words}“: Hashtags am Ende lesen sich leichter`,
  'hashtag-case': (words) =>
    `„${words}“: jedes Wort groß beginnen, dann wird es richtig vorgelesen`,
  abbreviation: (words) => `„${words}“: ausgeschrieben leichter zu lesen`,
  'thin-alt-text': (words) =>
    `Alternativtext „${words}“: was davon ist wichtig, wenn man das Bild nicht sieht?`,
  'long-sentence': (words) => `„${words} …“: mehr als 20 Wörter, lieber zwei Sätze`,
}

/** All hints in one line, each about the words it names. */
export function hintsLine(hints: readonly Hint[]): string {
  const said = hints.map(({ hint, words }) => sentences[hint](words))
  return `Bitte noch einmal ansehen: ${said.join(' · ')}`
}
