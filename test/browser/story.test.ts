// The main story played through the page as people would, with the real bot behind it.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { eventually, openTestOffice } from '../support/office.ts'
import { axeFindings, become, goTo, visit, widths } from './support/browser.ts'

const form = (page: Page) => page.getByRole('dialog', { name: 'Beitrag vorschlagen' })
const log = (page: Page) => page.getByRole('log', { name: 'Nachrichten in' })
const card = (page: Page) =>
  log(page).getByRole('article').filter({ hasText: 'Vorschlag 1, Fassung 1' })
const composer = (page: Page) => page.getByRole('textbox', { name: 'Nachricht an' })
const timeline = (page: Page) => page.getByRole('region', { name: 'X-Zeitlinie von @BABergedorf' })

async function showX(page: Page): Promise<void> {
  const tab = page.getByRole('button', { name: 'X', exact: true })
  if (await tab.isVisible()) await tab.click()
}

test.each(Object.entries(widths))(
  'a post goes from the command to the public timeline at %s width',
  async (_, size) => {
    await using office = await openTestOffice({ UNDO_SECONDS: 2 })
    const page = await visit(office.sandbox, size)
    await become(page, /Anna/)
    await goTo(page, '#freigabe')
    await composer(page).fill(
      '/vorschlag Der Wochenmarkt am Sonnabend fällt aus & wird nachgeholt.',
    )
    await page.getByRole('button', { name: 'Senden' }).click()

    // Something is missing: the sentence stands beside the field and nothing typed is lost.
    await form(page).waitFor()
    await form(page).getByLabel('Thema').selectOption({ label: 'Kultur & Veranstaltungen' })
    await form(page).getByRole('button', { name: 'Einreichen' }).click()
    await form(page).getByText('Bitte geben Sie einen Link an').waitFor()
    expect(await axeFindings(page)).toEqual([])
    const text = form(page).getByRole('textbox').first()
    expect(await text.inputValue()).toBe(
      'Der Wochenmarkt am Sonnabend fällt aus & wird nachgeholt.',
    )
    await form(page).getByLabel('Link zur Seite').fill('https://www.hamburg.de/bergedorf')
    await form(page).getByRole('button', { name: 'Einreichen' }).click()
    await form(page).waitFor({ state: 'detached' })

    await log(page).getByText('Vorschlag 1 liegt zur Freigabe.').waitFor()
    await become(page, /Petra/)
    await card(page).getByRole('button', { name: 'Reagieren' }).click()
    await page.getByRole('button', { name: '✅ freigeben' }).first().click()
    await card(page).getByText('Freigegeben von Petra Petersen').waitFor()
    await card(page)
      .getByRole('button', { name: /^Stopp/ })
      .waitFor()
    expect(office.published()).toEqual([])
    await card(page).getByText('Veröffentlicht am').waitFor()
    await showX(page)
    await timeline(page).getByText('Der Wochenmarkt am Sonnabend fällt aus').waitFor()
    expect(office.published()).toEqual([
      'Der Wochenmarkt am Sonnabend fällt aus & wird nachgeholt.\nhttps://www.hamburg.de/bergedorf',
    ])
    await page.close()
  },
)

test('the keyboard alone is enough to propose and to approve', async () => {
  await using office = await openTestOffice()
  const page = await visit(office.sandbox)
  await become(page, /Anna/)
  await goTo(page, '#freigabe')
  await composer(page).focus()
  await page.keyboard.type('/vorschlag Das Rathaus ist heute bis 18 Uhr offen.')
  await page.keyboard.press('Enter')
  await form(page).waitFor()
  // The form puts the focus into its text, where one would begin.
  const focused = "document.activeElement.closest('[role=dialog], dialog')?.tagName ?? ''"
  await expect.poll(() => page.evaluate(focused)).not.toBe('')
  await form(page).getByLabel('Thema').focus()
  await page.keyboard.type('Kultur')
  await form(page).getByLabel('Warum gibt es keinen Link?').focus()
  await page.keyboard.type('nur heute')
  await form(page).getByRole('button', { name: 'Einreichen' }).focus()
  await page.keyboard.press('Enter')
  await form(page).waitFor({ state: 'detached' })
  await become(page, /Petra/)
  await card(page)
    .getByRole('button', { name: /^Freigeben/ })
    .focus()
  await page.keyboard.press('Enter')
  await card(page).getByText('Veröffentlicht am').waitFor()
  expect(office.published()).toEqual(['Das Rathaus ist heute bis 18 Uhr offen.'])
  await page.close()
})

test('an answer that X loses is looked for, found, and told on the card', async () => {
  await using office = await openTestOffice()
  const page = await visit(office.sandbox)
  await page.getByRole('button', { name: 'Störungen' }).click()
  const faults = page.getByRole('dialog', { name: 'Störungen ausprobieren' })
  await faults.waitFor()
  office.sandbox.x.setFaults([{ kind: 'lost-answer', method: 'POST /2/tweets', times: 1 }])
  await page.keyboard.press('Escape')
  const { anna, petra } = office
  await anna.types('/vorschlag Die Brücke ist wieder offen.')
  await anna.submits({ topic: 'Verkehr & Baustellen', noLinkBecause: 'eilig' })
  await petra.reacts('✅', await eventually(() => petra.cards()[0]))
  await become(page, /Petra/)
  await goTo(page, '#freigabe')
  await card(page).getByText('Wird geprüft').waitFor()
  await office.wait({ seconds: 16 })
  await card(page).getByText('Veröffentlicht am').waitFor()
  expect(office.published()).toEqual(['Die Brücke ist wieder offen.'])
  await page.close()
})

test('App Home shows what waits and opens the form', async () => {
  await using office = await openTestOffice()
  const { anna, petra } = office
  await anna.types('/vorschlag Die Bücherhalle zieht um.')
  await anna.submits({ topic: 'Bürgerservice & Standorte', noLinkBecause: 'folgt' })
  await eventually(() => petra.cards()[0])
  const page = await visit(office.sandbox)
  await become(page, /Petra/)
  await page.getByRole('link', { name: 'Start' }).click()
  await page.getByText('Wartet auf Freigabe').first().waitFor()
  await page.getByText('Die Bücherhalle zieht um.').first().waitFor()
  await page.getByRole('button', { name: 'Beitrag vorschlagen' }).first().click()
  await form(page).waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.close()
})
