// The press office takes on what it can; the rest waits without a ping and comes back in its order.
import { expect, test } from 'vitest'
import { eventually, openTestOffice } from '../support/office.ts'
import { wordsOf } from '../support/person.ts'
import { proposes, someWords } from '../support/steps.ts'

/** Monday, 23 November 2026, 10:00 in Bergedorf. */
const ten = Date.parse('2026-11-23T10:00:00+01:00')

test('red: a post waits out of sight, its author knows it, and both come back in their order', async () => {
  await using office = await openTestOffice({}, ten)
  const { anna, joerg, petra } = office
  const before = await proposes(anna, 'Der Markt ist offen.')
  await anna.types('/auslastung rot')
  await eventually(() => anna.heard('Das legt die Pressestelle fest') === 1)
  await petra.types('/auslastung rot bis 24.11.')
  const level = await eventually(() =>
    petra.cards().find((one) => wordsOf(one).includes('Auslastung rot')),
  )
  expect(wordsOf(level)).toContain(
    'Gesetzt von Petra Petersen seit Mo., 23.11.2026, 10:00 Uhr bis einschließlich 24.11.2026.',
  )
  for (const [who, text] of [
    [anna, 'Die Bücherhalle öffnet früher.'],
    [joerg, 'Der Radweg ist frei.'],
  ] as const) {
    await who.types('/vorschlag')
    await who.submits({ ...someWords, text })
    await eventually(() => who.heard('ist vorgemerkt') === 1)
  }
  await office.wait({ minutes: 60 })
  expect(petra.cards()).toHaveLength(2)
  // What warns or corrects comes at once, and who was there before stays.
  await petra.presses('Freigeben', before)
  await eventually(() => office.published().length === 1)
  // Two days later it is over by itself.
  await office.wait({ minutes: 2 * 24 * 60 })
  const cards = await eventually(() => petra.cards().length === 4 && petra.cards())
  expect(cards.slice(2).map((one) => /Vorschlag \d/.exec(wordsOf(one))?.[0])).toEqual([
    'Vorschlag 2',
    'Vorschlag 3',
  ])
  expect(joerg.pings()).toEqual([])
})

test('what waits out of sight is withdrawn from home by who wrote it', async () => {
  await using office = await openTestOffice({}, ten)
  const { anna, petra } = office
  await petra.types('/auslastung gelb')
  await eventually(() => office.office.declarations.capacity() === 'yellow')
  await anna.types('/vorschlag')
  await anna.submits({ ...someWords, text: 'Der Markt ist offen.' })
  await eventually(() => office.office.proposals.load(1) !== null)
  await petra.opensHome()
  await eventually(() => petra.home().includes('vorgemerkt'))
  await expect(petra.pressesAtHome('Zurückziehen')).rejects.toThrow('no button')
  await anna.opensHome()
  await eventually(() => anna.home().includes('vorgemerkt'))
  await anna.pressesAtHome('Zurückziehen')
  await eventually(() => !anna.home().includes('vorgemerkt'))
  expect(office.office.proposals.load(1)?.stage.is).toBe('withdrawn')
  await petra.types('/auslastung grün')
  await eventually(() => office.office.declarations.capacity() === null)
  expect(petra.cards().filter((one) => wordsOf(one).includes('Vorschlag 1'))).toEqual([])
})

test('green ends it, and what nobody understands is explained', async () => {
  await using office = await openTestOffice({}, ten)
  const { anna, petra } = office
  for (const typed of ['/auslastung', '/auslastung lila', '/auslastung gelb bis irgendwann']) {
    await petra.types(typed)
  }
  await eventually(() => petra.heard('So geht es: „/auslastung gelb“') === 3)
  await petra.types('/auslastung gelb')
  await eventually(() => office.office.declarations.capacity() === 'yellow')
  await anna.types('/vorschlag')
  await anna.submits({ ...someWords, text: 'Der Markt ist offen.' })
  await eventually(() => anna.heard('ist vorgemerkt') === 1)
  await petra.types('/auslastung grün')
  await eventually(() => petra.cards().some((one) => wordsOf(one).includes('Der Markt ist offen.')))
  await petra.types('/auslastung grün')
  await eventually(() => petra.heard('Zurzeit gilt nichts') === 1)
})

test('a day on which the clocks change is a whole day: red holds to its last minute', async () => {
  await using office = await openTestOffice({}, Date.parse('2026-10-24T12:00:00+02:00'))
  const { petra } = office
  const { declarations } = office.office
  await petra.types('/auslastung rot bis 25.10.')
  await eventually(() => declarations.capacity() === 'red')
  // A day of 25 hours.
  office.clock.moveTo(Date.parse('2026-10-25T23:59:00+01:00'))
  expect(declarations.capacity()).toBe('red')
  office.clock.moveTo(Date.parse('2026-10-26T00:00:01+01:00'))
  await office.office.desk.settle()
  await eventually(() => declarations.capacity() === null)
})
