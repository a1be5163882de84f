// Who speaks, and on whose order: the only place that knows which office this is.

export const office = {
  name: 'Bezirksamt Bergedorf',
  committee: 'Hauptausschuss',
  order: 'Drs. 21-1344, Buchstabe d)',
  orderedBy: 'Die Bezirksversammlung Bergedorf',
  orderedOn: '28.04.2022',
} as const
