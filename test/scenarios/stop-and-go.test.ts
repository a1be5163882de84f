// Nothing leaves the house while there is a stop, and afterwards each post is confirmed by itself.
import { expect, test } from 'vitest'
import { eventually, openTestOffice } from '../support/office.ts'
import { wordsOf } from '../support/person.ts'
import { now, offers, proposes, reaches, shows } from '../support/steps.ts'

/** Monday, 23 November 2026, 10:00 in Bergedorf. */
const ten = Date.parse('2026-11-23T10:00:00+01:00')

test('a stop holds what is planned and what comes, and its end lists all of it', async () => {
  await using office = await openTestOffice({}, ten)
  const { anna, petra } = office
  const planned = await proposes(anna, 'Morgen ist Markt.', { date: '2026-11-24', time: '10:00' })
  await petra.presses('Freigeben', planned)
  await reaches(office, 'approved')
  const waiting = await proposes(anna, 'Die Bücherhalle öffnet früher.')
  // Whoever sees the need stops everything.
  await anna.types('/stopp Falschmeldung im Umlauf')
  await eventually(() => anna.heard('Der Stopp gilt. Angehalten: Vorschlag 1.') === 1)
  await shows(planned, 'Ein Stopp galt, deshalb ist der Beitrag angehalten.', office)
  const card = await eventually(() =>
    petra.cards().find((one) => wordsOf(one).includes('Stopp: Nichts wird veröffentlicht')),
  )
  expect(wordsOf(card)).toContain('Angeordnet von Anna Ahlers seit Mo., 23.11.2026, 10:00 Uhr.')
  expect(wordsOf(card)).toContain('Grund: Falschmeldung im Umlauf.')
  // What is approved meanwhile does not leave either, and nobody sends it after all.
  await petra.presses('Freigeben', waiting)
  await reaches(office, 'check-needed', 2)
  await offers(waiting, ['Jetzt senden', 'Überarbeiten', 'Zurückziehen'], office)
  await petra.presses('Jetzt senden', now(waiting, office))
  await eventually(() => petra.told().some((one) => one.startsWith('Zurzeit gilt ein Stopp.')))
  await office.wait({ minutes: 26 * 60 })
  expect(office.published()).toEqual([])
  // Anna cannot end it.
  await anna.types('/stopp aus')
  await eventually(() => anna.heard('aufheben kann ihn die') === 1)
  await petra.presses('Stopp aufheben', now(card, office))
  await shows(card, 'Beendet: Stopp', office)
  const list = await eventually(() => now(card, office).replies.find(({ bot }) => bot))
  expect(wordsOf(list)).toContain('2 Beiträge sind noch angehalten.')
  expect(wordsOf(list)).toContain('Vorschlag 1')
  expect(wordsOf(list)).toContain('Vorschlag 2')
  await office.wait({ minutes: 5 })
  expect(office.published()).toEqual([])
  await petra.presses('Jetzt senden', now(waiting, office))
  await reaches(office, 'published', 2)
  expect(office.published()).toEqual(['Die Bücherhalle öffnet früher.'])
})

test('in a crisis a warning leaves, and nothing else', async () => {
  await using office = await openTestOffice({}, ten)
  const { anna, petra, joerg } = office
  await petra.types('/stopp krise Sturmflut')
  await eventually(() =>
    petra.cards().find((one) => wordsOf(one).includes('Krisenmodus: Nur Warnungen und')),
  )
  await petra.opensHome()
  await eventually(() => petra.home().includes('Krisenmodus: Nur Warnungen und Entwarnungen, seit'))
  await anna.types('/warnung')
  await anna.submits({
    ...{ text: 'Sturmflut an der Dove Elbe.', area: 'Ochsenwerder', advice: 'Ufer meiden.' },
    ...{ source: 'BSH', sourceDate: '2026-11-23', sourceTime: '09:30', validDate: '2026-11-23' },
    ...{ validTime: '18:00', noLinkBecause: 'eilt' },
    cosigners: ['Fachamt Verbraucherschutz, Gewerbe und Umwelt'],
  })
  expect(anna.errors()).toEqual({})
  const warning = await eventually(() => petra.cards()[1])
  await joerg.presses('Mitzeichnen', warning)
  await shows(warning, 'Mitgezeichnet', office)
  await petra.presses('Freigeben', now(warning, office))
  await reaches(office, 'published')
  const other = await proposes(anna, 'Der Markt ist offen.')
  await petra.presses('Freigeben', other)
  await reaches(office, 'check-needed', 2)
  expect(office.published()).toHaveLength(1)
  // A full stop takes the place of the crisis.
  await petra.types('/stopp')
  await eventually(() => petra.cards().find((one) => wordsOf(one).includes('Beendet: Krisenmodus')))
  const crisis = petra.cards().find((one) => wordsOf(one).includes('Beendet: Krisenmodus'))
  expect(crisis?.replies).toEqual([])
  await petra.types('/stopp')
  await eventually(() => petra.heard('schon eingetragen') === 1)
  await petra.types('/stopp aus')
  await eventually(() => office.office.declarations.stop() === null)
  await petra.types('/stopp aus')
  await eventually(() => petra.heard('Zurzeit gilt nichts') === 1)
})

test('a stop outlives the process', async () => {
  await using office = await openTestOffice({}, ten)
  const { anna, petra } = office
  const card = await proposes(anna, 'Morgen ist Markt.', { date: '2026-11-24', time: '10:00' })
  await petra.presses('Freigeben', card)
  await reaches(office, 'approved')
  await anna.types('/stopp')
  await reaches(office, 'check-needed')
  expect(office.office.proposals.life(1).at(-1)).toMatchObject({ because: 'office-stopped' })
  await offers(card, ['Jetzt senden', 'Überarbeiten', 'Zurückziehen'], office)
})
