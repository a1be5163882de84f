// The words that every report has, whatever it is about.

/** Begins what a person still has to write. */
export const promptLead = 'Bitte ergänzen:'
/** Stands in a table that has nothing to list. */
export const noRows = 'Keine Einträge'
export const tableWord = 'Tabelle'
export const chartWord = 'Abbildung'
/** "Seite 3 von 7": the numbers come from the program that sets the pages. */
export const pageWords = { page: 'Seite', of: 'von' }

/** The first line of the CSV with one row per figure. */
export const figureColumns = [
  'Kapitel',
  'Tabelle',
  'Zeile',
  'Spalte',
  'Wert',
  'Einheit',
  'Angezeigt',
]
