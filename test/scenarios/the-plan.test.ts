// The editorial plan: a week at a look, what stands too close, where there is room; and everything in it can be moved.
import { expect, test } from 'vitest'
import { eventually, openTestOffice } from '../support/office.ts'
import { happenedTo, offers, proposes, reaches, shows } from '../support/steps.ts'

/** Monday, 23 November 2026, 10:00 in Bergedorf: KW 48. */
const ten = Date.parse('2026-11-23T10:00:00+01:00')

test('a week shows what goes out when, what is too close, and what is free', async () => {
  await using office = await openTestOffice({}, ten)
  const { anna, petra } = office
  const first = await proposes(anna, 'Der Radweg ist frei.', { date: '2026-11-24', time: '10:00' })
  const second = await proposes(anna, 'Das Freibad ist zu.', { date: '2026-11-24', time: '10:15' })
  await proposes(anna, 'Ohne Termin.')
  await shows(second, 'Dicht dabei: Vorschlag 1 ist für 10:00 Uhr geplant.', office)
  await petra.reacts('✅', first)
  await reaches(office, 'approved')
  await petra.types('/plan')
  const words = await eventually(() => petra.form() !== undefined && petra.formWords())
  expect(words).toContain('KW 48: 23.11. bis 29.11.2026')
  expect(words).toContain('Aufwand nach Richtwerten: etwa 1 Std. 30 Min. von 8 Std. in der Woche.')
  expect(words).toContain('Außerdem wartet ein Beitrag, der sofort nach der Freigabe hinausgeht.')
  expect(words).toContain(
    'Di., 24.11.\n10:00 Uhr, freigegeben: Vorschlag 1\n„Der Radweg ist frei.“',
  )
  expect(words).toContain(
    '10:15 Uhr, wartet auf Freigabe: Vorschlag 2\n„Das Freibad ist zu.“\nNur 15 Minuten nach Vorschlag 1\nOhne eigene Seite',
  )
  expect(words).toContain('10:00 Uhr, noch frei: Tipp der Woche')
  await petra.pressesInForm('KW 49')
  await eventually(() => petra.formWords().includes('KW 49: 30.11. bis 06.12.2026'))
  await petra.closes()
  await petra.types('/plan 24.12.')
  await eventually(() => petra.formWords().includes('Do., 24.12. · Weihnachtsferien'))
  expect(petra.formWords()).toContain('Fr., 25.12. · Feiertag: 1. Weihnachtstag · Weihnachtsferien')
})

test('the official page stands in its row, and a missing one is seen before the day', async () => {
  await using office = await openTestOffice({ LINK_CHECK: 'on' }, ten)
  const { anna, petra } = office
  const link = 'https://gibt-es-nicht.example.org/radweg'
  await proposes(anna, 'Der Radweg ist frei.', {
    ...{ link, noLinkBecause: '', date: '2026-11-24', time: '10:00' },
  })
  await petra.types('/plan')
  // What is found out after the plan was opened follows by itself.
  const isMissing = /Seite (antwortet nicht|fehlt noch .*): gibt-es-nicht\.example\.org\/radweg/
  await eventually(() => isMissing.test(petra.formWords()))
})

test('an officer moves an approved post from the plan, and it stays approved', async () => {
  await using office = await openTestOffice({}, ten)
  const { anna, petra } = office
  const card = await proposes(anna, 'Der Radweg ist frei.', { date: '2026-11-24', time: '10:00' })
  await petra.reacts('✅', card)
  await reaches(office, 'approved')
  await petra.types('/plan')
  await eventually(() => petra.formWords().includes('Vorschlag 1'))
  await petra.choosesInForm('plan-entry', 'Termin ändern')
  await eventually(() => petra.formWords().includes('Ändert die Pressestelle den Termin'))
  await petra.submits({ date: '2026-11-25', time: '09:00' })
  await eventually(() => petra.formWords().includes('Mi., 25.11.\n09:00 Uhr, freigegeben'))
  expect(happenedTo(office)).toEqual(['proposed', 'approved', 'rescheduled', 'approved'])
  const moved = await eventually(() => petra.cards()[1])
  await shows(moved, 'Wird am Mi., 25.11.2026, 09:00 Uhr MEZ veröffentlicht', office)
  await shows(moved, 'Termin: bisher Di., 24.11.2026, 10:00 Uhr.', office)
  // Nothing goes out at the old time.
  await office.wait({ minutes: 24 * 60 + 5 })
  expect(office.sandbox.x.sight().posts).toHaveLength(0)
  await office.wait({ minutes: 23 * 60 })
  await reaches(office, 'published')
})

test('what is approved is held, what waits is withdrawn, from the plan', async () => {
  await using office = await openTestOffice({}, ten)
  const { anna, petra } = office
  const card = await proposes(anna, 'Der Radweg ist frei.', { date: '2026-11-24', time: '10:00' })
  await proposes(anna, 'Das Freibad ist zu.', { date: '2026-11-24', time: '15:00' })
  await petra.reacts('✅', card)
  await reaches(office, 'approved')
  await anna.types('/plan')
  await eventually(() => anna.formWords().includes('Vorschlag 2'))
  await anna.choosesInForm('plan-entry', 'Stopp', 'Vorschlag 1')
  await eventually(() => anna.formWords().includes('10:00 Uhr, wartet auf Freigabe: Vorschlag 1'))
  await anna.choosesInForm('plan-entry', 'Zurückziehen', 'Vorschlag 2')
  await eventually(() => anna.formWords().includes('Das lässt sich nicht rückgängig machen.'))
  await anna.submits({})
  await reaches(office, 'withdrawn', 2)
  await eventually(() => !anna.formWords().includes('Vorschlag 2'))
})

test('what lies in stock fills a free slot, and is decided about then', async () => {
  await using office = await openTestOffice({}, ten)
  const { anna, petra } = office
  const card = await proposes(anna, 'So melden Sie eine defekte Laterne.', {
    schedule: 'Noch ohne Termin: in den Vorrat',
  })
  await offers(card, ['Termin ändern', 'Überarbeiten', 'Zurückziehen'], office)
  await petra.reacts('✅', card)
  await eventually(() => petra.told().some((one) => one.includes('liegt im Vorrat')))
  await anna.types('/plan')
  await eventually(() => anna.formWords().includes('Vorrat (1)'))
  await anna.pressesInForm('Füllen: Tipp der Woche')
  await eventually(() => anna.formWords().includes('Aus dem Vorrat'))
  await anna.submits({ stock: '1: „So melden Sie eine defekte Laterne.“' })
  await eventually(() => anna.formWords().includes('10:00 Uhr, wartet auf Freigabe: Vorschlag 1'))
  expect(anna.formWords()).not.toContain('noch frei')
  const planned = await eventually(() => petra.cards()[1])
  await petra.reacts('✅', planned)
  await reaches(office, 'approved')
})

test('what somebody else took from stock meanwhile is not moved once more', async () => {
  await using office = await openTestOffice({}, ten)
  const { anna, petra } = office
  const card = await proposes(anna, 'So melden Sie eine defekte Laterne.', {
    schedule: 'Noch ohne Termin: in den Vorrat',
  })
  await anna.types('/plan')
  await eventually(() => anna.formWords().includes('Vorrat (1)'))
  await anna.pressesInForm('Füllen: Tipp der Woche')
  await eventually(() => anna.formWords().includes('Aus dem Vorrat'))
  await petra.presses('Termin ändern', card)
  await eventually(() => petra.form())
  await petra.submits({ date: '2026-12-01', time: '09:00', stock: [] })
  await eventually(() => petra.cards()[1])
  await anna.submits({ stock: '1: „So melden Sie eine defekte Laterne.“' })
  await eventually(() => anna.errors().stock?.includes('Inzwischen gibt es Fassung 2'))
  expect(happenedTo(office)).toEqual(['proposed', 'rescheduled'])
})

test('an embargo is the first thing on a card, and nobody moves it forward', async () => {
  await using office = await openTestOffice({}, ten)
  const { anna, petra } = office
  const card = await proposes(anna, 'Das Ergebnis steht fest.', {
    ...{ date: '2026-11-24', time: '10:00' },
    schedule: 'Sperrfrist: auf keinen Fall früher',
  })
  await shows(card, 'Sperrfrist bis Di., 24.11.2026, 10:00 Uhr MEZ', office)
  await petra.chooses('follow-up', 'Termin ändern', card)
  await eventually(() => petra.form())
  await petra.submits({ date: '2026-11-24', time: '09:59' })
  await eventually(() => petra.errors().date?.includes('gilt eine Sperrfrist'))
})

test('a week that is none gets a sentence', async () => {
  await using office = await openTestOffice({}, ten)
  const { anna } = office
  await anna.types('/plan übermorgen vielleicht')
  await eventually(() => anna.heard('Diese Woche hat Amtsfunk nicht verstanden') === 1)
  expect(anna.form()).toBeUndefined()
})

test('who moves a post into the hour that is not there, or there twice, is asked', async () => {
  await using office = await openTestOffice({}, ten)
  const { anna, petra } = office
  const card = await proposes(anna, 'Der Radweg ist frei.', { date: '2026-11-24', time: '10:00' })
  const clocks = [
    ['2027-03-28', 'Diese Uhrzeit gibt es an diesem Tag nicht, weil die Sommerzeit beginnt.'],
    ['2027-10-31', 'Diese Uhrzeit gibt es an diesem Tag zweimal, weil die Sommerzeit endet.'],
  ] as const
  const isAsked = async () => {
    for (const [date, sentence] of clocks) {
      await petra.submits({ date, time: '02:30' })
      expect(petra.errors()).toEqual({
        time: expect.stringMatching(`^${sentence} Bitte wählen`) as string,
      })
    }
  }
  await petra.types('/plan')
  await eventually(() => petra.formWords().includes('Vorschlag 1'))
  await petra.choosesInForm('plan-entry', 'Termin ändern')
  await eventually(() => petra.form()?.view.callback_id === 'reschedule')
  await isAsked()
  await petra.submits({ date: '2027-03-28', time: '03:00' })
  await eventually(() => petra.cards().length === 2)
  await shows(petra.cards()[1]!, 'Geplant für So., 28.03.2027, 03:00 Uhr MESZ', office)
  expect(happenedTo(office)).not.toContain('approved')
  expect(card.ts).not.toBe(petra.cards()[1]!.ts)
})

test('an embargo over the night the clocks change holds to the second', async () => {
  // Saturday, 27 March 2027: the clocks go forward at two in the night.
  await using office = await openTestOffice({}, Date.parse('2027-03-27T12:00:00+01:00'))
  const { anna, petra } = office
  const embargo = { schedule: 'Sperrfrist: auf keinen Fall früher' }
  const card = await proposes(anna, 'Der Haushalt ist beschlossen.', {
    ...{ date: '2027-03-28', time: '03:30', ...embargo },
  })
  await petra.reacts('✅', card)
  await reaches(office, 'approved')
  office.clock.moveTo(Date.parse('2027-03-28T01:29:57Z'))
  await office.office.desk.settle()
  expect(office.published()).toEqual([])
  office.clock.moveTo(Date.parse('2027-03-28T01:30:00Z'))
  await office.office.desk.settle()
  await reaches(office, 'published')
})
