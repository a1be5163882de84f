// Officers look at the profile of the office's account, and are reminded after three months.
import { expect, test } from 'vitest'
import { eventually, openTestOffice } from '../support/office.ts'
import { wordsOf, type TestPerson } from '../support/person.ts'

/** Monday, 23 November 2026, 10:00 in Bergedorf. */
const ten = Date.parse('2026-11-23T10:00:00+01:00')
const cards = (who: TestPerson) =>
  who.cards().flatMap((one) => (wordsOf(one).includes('Profil geprüft') ? [wordsOf(one)] : []))

test('an officer ticks what is there, the card says what is missing, home says when', async () => {
  await using office = await openTestOffice({}, ten)
  const { anna, petra } = office
  await anna.types('/profilcheck')
  await eventually(() => anna.heard('prüft die Pressestelle') === 1)
  await petra.opensHome()
  await eventually(() => petra.home().includes('noch nicht geprüft'))
  await petra.types('/profilcheck')
  await eventually(() => petra.formWords().includes('Das Profil zeigt'))
  expect(petra.formWords()).toContain('X-Konto ansehen')
  await petra.submits({ items: ['Impressum, mit höchstens zwei Klicks', 'Servicezeiten'] })
  await eventually(() => cards(petra).length === 1)
  expect(cards(petra)[0]).toContain('Profil geprüft: 3 Angaben fehlen')
  expect(cards(petra)[0]).toContain(
    'Es fehlt: Datenschutz, „Kein Notruf“, Kennzeichnung der Automatisierung.',
  )
  await petra.opensHome()
  await eventually(() => petra.home().includes('zuletzt am 23.11.2026 geprüft'))
  expect(petra.home()).not.toContain('Angaben fehlen')
  await anna.opensHome()
  await eventually(() => anna.home().includes('Beitrag vorschlagen'))
  expect(anna.home()).not.toContain('Profil')
  // The next look begins with what was found.
  await petra.types('/profilcheck')
  await eventually(() => petra.formWords().includes('zuletzt am 23.11.2026'))
  await petra.submits({
    items: [
      ...['Impressum, mit höchstens zwei Klicks', 'Servicezeiten', 'Datenschutzhinweise'],
      ...['„Kein Notruf: 110 und 112“', 'Kennzeichnung als automatisiertes Konto'],
    ],
  })
  await eventually(() => cards(petra).length === 2)
  expect(cards(petra)[1]).toContain('Profil geprüft: alles vorhanden')
  // After three months it is said on a Monday morning, where nothing else waits.
  const mornings = () =>
    petra.letters().flatMap((one) => (one.text.startsWith('Guten Morgen') ? [wordsOf(one)] : []))
  office.clock.moveTo(Date.parse('2027-02-22T08:31:00+01:00'))
  await office.office.desk.settle()
  office.clock.moveTo(Date.parse('2027-03-01T08:31:00+01:00'))
  await eventually(() => mornings().length === 1)
  expect(mornings()[0]).toContain('zuletzt am 23.11.2026 geprüft. Bitte sehen Sie es wieder an')
})
