import type { Topic } from '../core/content.ts'

/** The office's topics as its press releases call them. */
export const topicLabels: Record<Topic, string> = {
  verkehr: 'Verkehr & Baustellen',
  badeseen: 'Badeseen & Gesundheit',
  stadtplanung: 'Stadtplanung & Bauen',
  gruen: 'Grün, Spielplätze, Friedhof',
  buergerservice: 'Bürgerservice & Standorte',
  umwelt: 'Umwelt, Klima, Wirtschaft',
  kultur: 'Kultur & Veranstaltungen',
  beteiligung: 'Beteiligung & Gremien',
  lage: 'Warnung & Lage',
  ausschreibungen: 'Ausschreibungen & Stellen',
}
