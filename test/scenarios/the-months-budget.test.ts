// What X costs in a month: people hear of it in time, and what costs more than is left is decided knowingly.
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { spending } from '../../db/spending.ts'
import { eventually, openTestOffice, type TestOffice } from '../support/office.ts'
import { labels, wordsOf } from '../support/person.ts'
import { now, offers, proposes, reaches, shows } from '../support/steps.ts'

/** Monday, 23 November 2026, 10:00 in Bergedorf. */
const ten = Date.parse('2026-11-23T10:00:00+01:00')

/** X has charged for so many posts with a link. */
function charged({ config, clock }: TestOffice, count: number): void {
  const db = new Database(config.DATABASE_PATH)
  spending(db, 'Europe/Berlin').add('postWithUrl', count, clock.now())
  db.close()
}

const told = ({ petra }: TestOffice, words: string) =>
  petra.cards().filter((one) => wordsOf(one).includes(words)).length

test('the channel hears at four fifths, and what exceeds the month asks before it goes out', async () => {
  await using office = await openTestOffice({ MONTHLY_BUDGET_USD: 1 }, ten)
  const { anna, petra } = office
  const before = await proposes(anna, 'Die Brücke ist offen.')
  expect(wordsOf(before)).not.toContain('Kosten')
  charged(office, 4)
  for (const minutes of [1, 1]) await office.wait({ minutes })
  await eventually(
    () => told(office, 'Reicht der Rest für einen Beitrag nicht, fragt Amtsfunk') === 1,
  )
  charged(office, 1)
  for (const minutes of [1, 1]) await office.wait({ minutes })
  await eventually(() => told(office, 'Das Budget für X im November ist aufgebraucht') === 1)
  expect(told(office, 'Reicht der Rest')).toBe(1)
  await petra.opensHome()
  await eventually(() =>
    /Ausgaben für X im November: 1,0\d+ von 1 USD \(10\d %\)/.test(petra.home()),
  )

  // Neither a reaction nor a card from before knows of it.
  await petra.reacts('✅', before)
  await eventually(() => petra.told().some((one) => one.includes('„Trotzdem freigeben“')))
  await shows(before, 'Über dem Monatsbudget: Damit wären im November 1,0', office)
  await offers(
    before,
    ['Trotzdem freigeben', 'Ablehnen', 'Rückfrage', 'Überarbeiten', 'Zurückziehen'],
    office,
  )
  expect(wordsOf(now(before, office))).not.toContain('✅')
  await petra.presses('Trotzdem freigeben', before)
  await reaches(office, 'published')
  expect(wordsOf(now(before, office))).not.toContain('Über dem Monatsbudget')

  // From App Home it is one look and one button as well.
  await proposes(anna, 'Der Markt ist offen.')
  await petra.opensHome()
  await eventually(() => petra.home().includes('Der Markt ist offen.'))
  await petra.pressesAtHome('Ansehen')
  const form = await eventually(() => petra.form())
  expect(JSON.stringify(form.view)).toContain('Trotzdem freigeben')
  await petra.submits({})
  await reaches(office, 'published', 2)
}, 30_000)

test('warnings never wait for money, and a new month begins anew', async () => {
  await using office = await openTestOffice({ MONTHLY_BUDGET_USD: 1 }, ten)
  const { anna, petra, joerg } = office
  charged(office, 6)
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
  await eventually(() => labels(now(warning, office)).includes('Freigeben'))
  await petra.reacts('✅', warning)
  await reaches(office, 'published')
  await office.wait({ minutes: 2 })
  await eventually(() => told(office, 'ist aufgebraucht') === 1)
  await office.wait({ minutes: 9 * 24 * 60 })
  await office.wait({ minutes: 1 })
  await eventually(() => told(office, 'Im Dezember stehen für X wieder 1 USD bereit.') === 1)
  const card = await proposes(anna, 'Ein Tag im Dezember.')
  expect(labels(card)).toContain('Freigeben')
}, 30_000)
