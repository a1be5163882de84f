// Every wrong click in triage can be taken back, by button and by the reaction that did it.
import { expect, test } from 'vitest'
import { eventually } from '../support/office.ts'
import { cardOf, openModerationOffice, says, writes } from '../support/moderation.ts'
import { labels } from '../support/person.ts'

test('what was taken is given back, and what was closed is opened again', async () => {
  await using office = await openModerationOffice()
  const { anna, joerg } = office
  writes(office, '@BABergedorf Wann ist Sperrmüll?')
  await office.reads()
  const card = await cardOf(office, 1)
  await anna.presses('Übernehmen', card)
  await says(office, card, 'In Bearbeitung: Anna Ahlers')
  await joerg.presses('Zurückgeben', card)
  await eventually(() => joerg.toldAtModeration().some((one) => one.includes('Anna Ahlers')))
  await anna.presses('Zurückgeben', card)
  await says(office, card, 'Noch niemand kümmert sich darum.')
  await anna.presses('Zur Kenntnis', card)
  const closed = await says(office, card, 'Zur Kenntnis genommen')
  expect(labels(closed)).toEqual(['Antworten', 'Wieder öffnen', 'Mehr …'])
  await joerg.presses('Wieder öffnen', card)
  await says(office, card, 'Noch niemand kümmert sich darum.')
})

test('a reaction taken back takes back what it did, and nothing of others', async () => {
  await using office = await openModerationOffice()
  const { anna, joerg } = office
  writes(office, '@BABergedorf Wann ist Sperrmüll?')
  await office.reads()
  const card = await cardOf(office, 1)
  await anna.reacts('👀', card)
  await says(office, card, 'In Bearbeitung: Anna Ahlers')
  await anna.takesBack('👀', card)
  await says(office, card, 'Noch niemand kümmert sich darum.')
  await anna.reacts('🗂️', card)
  await says(office, card, 'Zur Kenntnis genommen')
  await anna.takesBack('🗂️', card)
  await says(office, card, 'Noch niemand kümmert sich darum.')
  // Somebody else has closed it meanwhile: what Anna takes back is not theirs.
  await anna.reacts('👀', card)
  await says(office, card, 'In Bearbeitung: Anna Ahlers')
  await joerg.presses('Zur Kenntnis', card)
  await says(office, card, 'Zur Kenntnis genommen')
  await anna.takesBack('👀', card)
  await office.settle()
  await says(office, card, 'Zur Kenntnis genommen')
})
