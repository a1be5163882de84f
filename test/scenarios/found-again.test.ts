// What somebody wrote is found again, and need not be written twice.
import { expect, test } from 'vitest'
import { eventually, openTestOffice } from '../support/office.ts'
import { cardOf, openModerationOffice, writes } from '../support/moderation.ts'
import { now, offers, proposes, reaches, shows } from '../support/steps.ts'

/** Monday, 23 November 2026, 10:00 in Bergedorf. */
const ten = Date.parse('2026-11-23T10:00:00+01:00')
const allgemein = 'C0ALLGEMEIN'

test('what was rejected is proposed anew with its text, but for when', async () => {
  await using office = await openTestOffice(
    { HANDBOOK_URL: 'https://intranet.example/handbuch' },
    ten,
  )
  const { anna, petra } = office
  const card = await proposes(anna, 'Morgen ist Markt.', { date: '2026-11-24', time: '10:00' })
  await petra.presses('Ablehnen', card)
  await petra.submits({ sentence: 'Zu früh' })
  await offers(card, ['Neu vorschlagen mit diesem Text'], office)
  await anna.presses('Neu vorschlagen mit diesem Text', now(card, office))
  const form = await eventually(() => anna.form())
  expect(JSON.stringify(form.view)).not.toContain('initial_date')
  await anna.submits({})
  expect(anna.errors()).toEqual({})
  const again = await eventually(() => petra.cards()[1])
  await shows(again, 'Morgen ist Markt.', office)
  await shows(again, 'Vorschlag 2, Fassung 1', office)
  // What is public is corrected or deleted, not proposed again.
  await petra.presses('Freigeben', again)
  await reaches(office, 'published', 2)
  await shows(again, 'Veröffentlicht am', office)
  await offers(again, [], office)
})

test('a number shows its proposal, a word finds all that have it', async () => {
  await using office = await openTestOffice(
    { HANDBOOK_URL: 'https://intranet.example/handbuch' },
    ten,
  )
  const { anna, petra, guel } = office
  const card = await proposes(anna, 'Der Wochenmarkt fällt aus.')
  await petra.presses('Freigeben', card)
  await reaches(office, 'published')
  await proposes(anna, 'Neue Stände auf dem WOCHENMARKT!')
  await proposes(anna, 'Die Bücherhalle ist zu.')
  await anna.types('/suche wochenmarkt')
  const found = await eventually(() =>
    anna.toldIn(allgemein).find(({ text }) => text.includes('gibt es 2 Treffer')),
  )
  const words = JSON.stringify(found.blocks)
  expect(words.indexOf('Vorschlag 2')).toBeLessThan(words.indexOf('Vorschlag 1'))
  expect(words).toContain(card.ts)
  expect(words).not.toContain('Bücherhalle')
  await anna.types('/suche Einhorn')
  await eventually(() => anna.heard('gibt es keinen Vorschlag') === 1)
  await guel.types('/suche wochenmarkt')
  await eventually(() => guel.heard('Hier wirken nur Beschäftigte') === 1)

  await petra.types('/vorschlag 2')
  const form = await eventually(() => petra.form())
  expect(form.view).toMatchObject({ submit: { text: 'Freigeben' } })
  await petra.submits({})
  await reaches(office, 'published', 2)
  await anna.types('/vorschlag 3')
  const read = await eventually(() => anna.form())
  expect(JSON.stringify(read.view)).toContain('Die Bücherhalle ist zu.')
  expect(read.view).toMatchObject({ submit: null })
  await anna.closes()
  await anna.types('/vorschlag 99')
  await eventually(() => anna.heard('Diesen Vorschlag kennt Amtsfunk nicht') === 1)
  await anna.types('/hilfe')
  await eventually(() => anna.heard('/auslastung grün | gelb | rot') === 1)
  expect(anna.heard('https://intranet.example/handbuch')).toBe(1)
})

test('what citizens wrote is not shown by number to who cannot decide', async () => {
  await using office = await openModerationOffice()
  const { anna, petra, joerg } = office
  writes(office, '@BABergedorf Wann ist Sperrmüll in der Geheimstraße?')
  await office.reads()
  await anna.presses('Antworten', await cardOf(office, 1))
  await eventually(() => anna.form())
  await anna.submits({ text: 'Am Montag.' })
  await eventually(() => petra.cards()[0])
  await joerg.types('/vorschlag 1')
  const form = await eventually(() => joerg.form())
  expect(JSON.stringify(form.view)).toContain('Am Montag.')
  expect(JSON.stringify(form.view)).not.toContain('Geheimstraße')
})
