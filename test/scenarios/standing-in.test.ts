// Somebody stands in for the press office, for a time and not a minute longer; and who waits knows it.
import { expect, test } from 'vitest'
import { eventually, openTestOffice } from '../support/office.ts'
import { wordsOf } from '../support/person.ts'
import { now, proposes, reaches, shows } from '../support/steps.ts'

/** Monday, 23 November 2026, 10:00 in Bergedorf. */
const ten = Date.parse('2026-11-23T10:00:00+01:00')
const day = 24 * 60

test('who stands in decides in that time, and what they approved then still goes out afterwards', async () => {
  await using office = await openTestOffice({}, ten)
  const { anna, petra, joerg } = office
  const early = await proposes(anna, 'Der Markt ist offen.')
  await joerg.reacts('✅', early)
  await eventually(() => joerg.told().some((one) => one.includes('nur die Pressestelle')))
  await petra.types('/vertretung @joerg.juergens 24.11. bis 25.11.')
  const form = await eventually(() => petra.form())
  expect(JSON.stringify(form.view)).toContain('"initial_user":"U0JOERG"')
  await petra.submits({})
  expect(petra.errors()).toEqual({})
  const entered = await eventually(() =>
    petra.cards().find((one) => wordsOf(one).includes('Vertretung (geplant)')),
  )
  expect(wordsOf(entered)).toContain(
    'Jörg Jürgens vertritt die Pressestelle, eingetragen von Petra Petersen, ab 24.11.2026 bis einschließlich 25.11.2026.',
  )
  await eventually(() =>
    joerg.letters().some((one) => wordsOf(one).includes('als Vertretung der Pressestelle')),
  )
  await office.wait({ minutes: day })
  await shows(entered, 'Vertretung', office)
  const late = await proposes(anna, 'Am Donnerstag ist Lesung.', {
    ...{ date: '2026-11-26', time: '10:00' },
  })
  await joerg.presses('Freigeben', late)
  await reaches(office, 'approved', 2)
  // On Thursday it is over: nothing more by Jörg, but what he approved stands.
  await office.wait({ minutes: 2 * day })
  await shows(entered, 'Beendet: Vertretung', office)
  await reaches(office, 'published', 2)
  const again = await proposes(anna, 'Der Markt ist zu.')
  await joerg.presses('Freigeben', again)
  await eventually(
    () => joerg.told().filter((one) => one.includes('nur die Pressestelle')).length === 2,
  )
})

test('what cannot be entered is said beside its field', async () => {
  await using office = await openTestOffice({}, ten)
  const { anna, petra } = office
  await anna.types('/vertretung')
  await eventually(() => anna.heard('Das legt die Pressestelle fest') === 1)
  const days = { from: '2026-11-24', until: '2026-11-25' }
  await petra.types('/vertretung nächste Woche')
  await petra.submits({ person: 'U0PETRA' })
  expect(petra.errors()).toMatchObject({ person: expect.stringContaining('Sich selbst') as string })
  await petra.submits({ person: 'U0DENIZ' })
  expect(petra.errors()).toMatchObject({ person: expect.stringContaining('ohnehin') as string })
  await petra.submits({ person: 'U0GUEL' })
  expect(petra.errors()).toMatchObject({ person: expect.stringContaining('Gastkonten') as string })
  await petra.submits({ ...days, away: [] })
  expect(petra.errors()).toMatchObject({
    person: expect.stringContaining('Bitte wählen Sie eine Person') as string,
  })
  await petra.submits({ ...days, person: 'U0JOERG', from: '2026-11-26', away: [] })
  expect(petra.errors()).toMatchObject({
    until: 'Das Ende liegt vor dem Anfang. Bitte prüfen Sie die Tage.',
  })
  await petra.submits({ ...days, person: 'U0JOERG', away: [] })
  expect(petra.errors()).toEqual({})
  await petra.types('/vertretung 25.11.')
  await petra.submits({ person: 'U0JOERG', away: [] })
  expect(petra.errors()).toMatchObject({ person: expect.stringContaining('schon') as string })
})

test('where nobody is there the author hears when somebody is again, and warnings go to the escalation', async () => {
  await using office = await openTestOffice({ ESCALATION_CONTACT: 'U0GUEL' }, ten)
  const { anna, petra, deniz, joerg, guel } = office
  for (const officer of [petra, deniz]) {
    await officer.types('/vertretung heute')
    await officer.submits({})
    expect(officer.errors()).toEqual({})
  }
  await eventually(() => petra.cards().length === 2)
  const card = await proposes(anna, 'Der Markt ist offen.')
  await eventually(
    () =>
      anna.heard(
        'liegt zur Freigabe. Zurzeit kann niemand freigeben. Ab Di., 24.11.2026, 00:00 Uhr ist wieder jemand da.',
      ) === 1,
  )
  await anna.types('/warnung')
  await anna.submits({
    ...{ text: 'Glatteis.', area: 'Bergedorf', advice: 'Vorsicht.', source: 'DWD' },
    ...{ sourceDate: '2026-11-23', sourceTime: '09:30', validDate: '2026-11-23' },
    ...{ validTime: '18:00', noLinkBecause: 'eilt' },
    cosigners: ['Fachamt Verbraucherschutz, Gewerbe und Umwelt'],
  })
  const warning = await eventually(() =>
    petra.cards().find((one) => wordsOf(one).includes('Glatteis')),
  )
  await joerg.presses('Mitzeichnen', warning)
  await eventually(() =>
    now(warning, office).replies.some(({ text }) => text.startsWith('<@U0GUEL> Eilt: Warnung')),
  )
  await eventually(() => guel.letters().some((one) => wordsOf(one).includes('Eilt: Warnung')))
  const absent = await eventually(() =>
    petra.cards().find((one) => wordsOf(one).includes('Petra Petersen ist nicht da')),
  )
  await petra.presses('Wieder da', absent)
  expect(wordsOf(now(card, office))).toContain('Wartet auf Freigabe')
})
