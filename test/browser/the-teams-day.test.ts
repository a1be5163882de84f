// The team's day through the page with the real bot behind it: what is urgent, what Home says, a decision in two taps, a
// stop and who stands in; nobody is kept out at either width.
import { expect, test } from 'vitest'
import { eventually, openTestOffice } from '../support/office.ts'
import { wordsOf } from '../support/person.ts'
import { proposes, reaches } from '../support/steps.ts'
import { become, goTo, look, visit, widths } from './support/browser.ts'

test('an urgent post, Home, two taps, a stop and its end', async () => {
  await using office = await openTestOffice({}, Date.parse('2026-11-23T10:00:00+01:00'))
  const { anna, joerg, petra, sandbox } = office
  const page = await visit(sandbox, widths.desk)
  const phone = await visit(sandbox, widths.phone)
  const both = [page, phone]
  for (const one of both) await become(one, /Petra/)
  await proposes(anna, 'Die Ampel am Markt ist aus.', { urgent: 'Unfallgefahr' })
  const planned = { date: '2026-11-24', time: '10:00' }
  await proposes(joerg, 'Morgen ist Wochenmarkt.', planned)
  await petra.presses('Freigeben', petra.cards()[1]!)
  await reaches(office, 'approved', 2)
  await petra.types('/vertretung 30.11. bis 4.12.')
  await petra.submits({ person: 'U0JOERG' })
  await eventually(() => petra.cards().length === 4)
  for (const one of both) await goTo(one, 'Start')
  for (const one of both) await one.getByText('Jetzt für Sie (1)').waitFor()
  await look(both, 'day-1-home')
  await page.getByRole('button', { name: 'Ansehen: Vorschlag 1' }).click()
  const form = page.getByRole('dialog', { name: 'Vorschlag 1, Fassung 1' })
  await form.getByText('Die Ampel am Markt ist aus.').waitFor()
  await look([page], 'day-2-review')
  await form.getByRole('button', { name: 'Freigeben' }).click()
  await reaches(office, 'published')
  await page.getByText('Zurzeit wartet nichts auf Sie.').waitFor()
  await anna.types('/stopp Falschmeldung im Umlauf')
  await reaches(office, 'check-needed', 2)
  for (const one of both) await goTo(one, '#freigabe')
  for (const one of both) {
    await one.getByRole('heading', { name: 'Stopp: Nichts wird veröffentlicht' }).waitFor()
  }
  const card = petra.cards().find((one) => wordsOf(one).includes('Stopp: Nichts'))
  await petra.presses('Stopp aufheben', card!)
  const thread = page.locator(`[id="message-${card!.ts}"]`).getByRole('link', { name: /Antwort/ })
  await thread.click()
  await page.getByText('Ein Beitrag ist noch angehalten.').waitFor()
  await look(both, 'day-3-stop')
}, 60_000)

test('the plan of a week, a post moved in it, and a small correction that a second person confirms', async () => {
  await using office = await openTestOffice({}, Date.parse('2026-11-23T10:00:00+01:00'))
  const { anna, joerg, petra, sandbox } = office
  const page = await visit(sandbox, widths.desk)
  const phone = await visit(sandbox, widths.phone)
  const both = [page, phone]
  for (const one of both) await become(one, /Petra/)
  await proposes(anna, 'Der Radweg am Weidenbaumsweg ist wieder frei.', {
    ...{ date: '2026-11-24', time: '10:00' },
  })
  await proposes(joerg, 'Das Freibad bleibt bis Mai geschlossen.', {
    ...{ date: '2026-11-24', time: '10:15' },
  })
  await proposes(anna, 'So melden Sie eine defekte Laterne.', {
    schedule: 'Noch ohne Termin: in den Vorrat',
  })
  await petra.reacts('✅', petra.cards()[0]!)
  await reaches(office, 'approved')
  for (const one of both) await goTo(one, 'Start')
  // What somebody opens stands in each of their windows.
  await page.getByRole('button', { name: 'Redaktionsplan' }).click()
  for (const one of both) {
    await one.getByRole('dialog', { name: 'Redaktionsplan' }).getByText('KW 48:').waitFor()
    // Its title is not broken within a word.
    const title = await one.getByRole('heading', { name: 'Redaktionsplan' }).boundingBox()
    expect(title?.height).toBeLessThan(30)
  }
  await look(both, 'day-4-plan')
  await look(both, 'day-4-plan-stock', 'So melden Sie eine defekte Laterne.')
  const plan = page.getByRole('dialog', { name: 'Redaktionsplan' })
  await plan.getByRole('button', { name: 'KW 49' }).click()
  await plan.getByText('KW 49: 30.11. bis 06.12.2026').waitFor()
  await page.keyboard.press('Escape')
  await plan.waitFor({ state: 'detached' })
  await petra.presses('Überarbeiten', petra.cards()[1]!)
  await petra.submits({
    text: 'Das Freibad bleibt bis Anfang Mai 2027 geschlossen.',
    time: '11:00',
    releases: 'Mit dieser Fassung freigeben',
  })
  await eventually(() => petra.cards().length === 4)
  for (const one of both) await become(one, /Jörg/)
  for (const one of both) {
    await goTo(one, '#freigabe')
    await one.getByRole('heading', { name: 'Wartet auf Bestätigung' }).waitFor()
  }
  await look(both, 'day-5-mended', 'Geändert gegenüber Fassung 1:')
  await page.getByRole('button', { name: 'Bestätigen: Vorschlag 2, Fassung 2' }).click()
  await reaches(office, 'approved', 2)
  await look([page], 'day-6-confirmed')
}, 60_000)
