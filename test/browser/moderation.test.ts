// The moderation desk played through the page: citizens on one side, the team on the other.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openModerationOffice, writes as writesFrom } from '../support/moderation.ts'
import { axeFindings, become, goTo, visit, widths } from './support/browser.ts'

const log = (page: Page) => page.getByRole('log', { name: 'Nachrichten in' })
const card = (page: Page, text: string) =>
  log(page).getByRole('article').filter({ hasText: text }).first()

async function writes(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Text an das Bezirksamt' }).fill(text)
  await page.getByRole('button', { name: 'Schreiben', exact: true }).click()
}

const quick = { MENTION_POLL_SECONDS: 1 }

test('two people triage at once: one has it, and the other reads who', async () => {
  await using office = await openModerationOffice(quick)
  const [anna, joerg] = await Promise.all([
    visit(office.sandbox, widths.desk),
    visit(office.sandbox, widths.desk),
  ])
  await become(anna, /Anna/)
  await become(joerg, /Jörg/)
  await goTo(anna, /moderation/)
  await goTo(joerg, /moderation/)
  await writes(anna, '@BABergedorf Wann öffnet das Freibad?')
  await card(anna, 'Erwähnung 1: Neu').waitFor()
  await card(joerg, 'Erwähnung 1: Neu').waitFor()
  expect(await axeFindings(anna)).toEqual([])
  const buttons = await Promise.all(
    [anna, joerg].map((page) =>
      card(page, 'Erwähnung 1')
        .getByRole('button', { name: 'Übernehmen: Erwähnung 1', exact: true })
        .elementHandle(),
    ),
  )
  await Promise.all(buttons.map((button) => button.dispatchEvent('click')))
  await card(anna, 'In Bearbeitung: ').waitFor()
  const told = (page: Page) =>
    log(page)
      .getByText(/hat diese Erwähnung schon in Bearbeitung/)
      .count()
  await expect.poll(async () => (await told(anna)) + (await told(joerg))).toBe(1)
  await Promise.all([anna.close(), joerg.close()])
})

test.each(Object.entries(widths))(
  'an answer goes from the mention to the public reply at %s width',
  async (_, size) => {
    await using office = await openModerationOffice(quick)
    office.sandbox.x.citizen({
      act: 'post',
      handle: 'kim_beispiel',
      name: 'Kim Beispiel',
      text: '@BABergedorf Wann ist Sperrmüll?',
    })
    const page = await visit(office.sandbox, size)
    await become(page, /Anna/)
    await goTo(page, /moderation/)
    await card(page, 'Wann ist Sperrmüll?').waitFor()
    await card(page, 'Erwähnung 1').getByRole('button', { name: 'Antworten: Erwähnung 1' }).click()
    const form = page.getByRole('dialog', { name: 'Antworten' })
    await form.getByText('Wann ist Sperrmüll?').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await form
      .getByLabel('Antwort', { exact: true })
      .fill('Am Freitag, bitte ab 6 Uhr an die Straße.')
    await form.getByRole('button', { name: 'Zur Freigabe einreichen' }).click()
    await form.waitFor({ state: 'detached' })
    await card(page, 'Antwort liegt zur Freigabe').waitFor()
    await become(page, /Petra/)
    await goTo(page, /freigabe/)
    const proposal = card(page, 'Antwort auf Erwähnung 1')
    await proposal.getByText('Wann ist Sperrmüll?').waitFor()
    await proposal.getByRole('button', { name: /^Freigeben/ }).click()
    await expect
      .poll(() => office.published())
      .toEqual(['Am Freitag, bitte ab 6 Uhr an die Straße.'])
    await goTo(page, /moderation/)
    await card(page, 'Beantwortet am').waitFor()
    await page.close()
  },
)

test('an insult below a post is hidden by two people, and the record can be counted', async () => {
  await using office = await openModerationOffice(quick)
  const { anna, petra, sandbox } = office
  await anna.types('/vorschlag Morgen ist Markt.')
  await anna.submits({ topic: 'Kultur & Veranstaltungen', noLinkBecause: 'kurzfristig' })
  const page = await visit(sandbox, widths.desk)
  await become(page, /Petra/)
  await goTo(page, /freigabe/)
  await card(page, 'Morgen ist Markt.')
    .getByRole('button', { name: /^Freigeben/ })
    .click()
  await expect.poll(() => office.published()).toEqual(['Morgen ist Markt.'])
  const inReplyTo = sandbox.x.sight().posts[0]?.id ?? ''
  const insult = 'Ihr Verbrecher!'
  sandbox.x.citizen({ act: 'post', handle: 'wut', name: 'Wut', text: insult, inReplyTo })
  await become(page, /Anna/)
  await goTo(page, /moderation/)
  await card(page, insult).getByRole('button', { name: 'Weitere Schritte' }).click()
  await page.getByRole('button', { name: 'Mehr …' }).click()
  const more = page.getByRole('dialog', { name: 'Weitere Schritte' })
  await more.getByLabel('Maßnahme vorschlagen oder festhalten').check()
  await more.getByRole('button', { name: 'Weiter', exact: true }).click()
  const form = page.getByRole('dialog', { name: 'Maßnahme' })
  await form.getByLabel('Maßnahme', { exact: true }).selectOption({ label: 'Verbergen' })
  await form
    .getByLabel('Gegen welche Regel der Netiquette verstößt der Beitrag?')
    .selectOption({ label: '1 Beleidigung, Verleumdung, Bedrohung' })
  await form.getByLabel('Begründung').fill('Pauschale Beleidigung.')
  await form.getByLabel('Hinweis auf die Netiquette').check()
  await form.getByLabel('nein').check()
  expect(await axeFindings(page)).toEqual([])
  await form.getByRole('button', { name: 'Einreichen' }).click()
  await form.waitFor({ state: 'detached' })
  await become(page, /Petra/)
  await goTo(page, /freigabe/)
  await card(page, 'Maßnahme 1, Verbergen')
    .getByRole('button', { name: /^Freigeben/ })
    .click()
  await card(page, 'In Kraft seit').waitFor()
  expect(sandbox.x.sight().posts.find(({ text }) => text === insult)?.hidden).toBe(true)
  await petra.types('/erwaehnungen maßnahmen')
  await page.getByRole('dialog', { name: 'Maßnahmen' }).getByText('1 Fall').waitFor()
  await page.close()
})

test('an erasure empties the card before one’s eyes', async () => {
  await using office = await openModerationOffice(quick)
  const page = await visit(office.sandbox, widths.desk)
  await become(page, /Petra/)
  await goTo(page, /moderation/)
  await writes(page, '@BABergedorf Mein Name ist Hase und ich wohne am Weidenbaumsweg.')
  await card(page, 'Mein Name ist Hase').waitFor()
  await office.petra.types('/loeschung @kim_beispiel')
  await card(page, 'Löschersuchen 1').waitFor()
  await become(page, /Deniz/)
  await goTo(page, /moderation/)
  await card(page, 'Löschersuchen 1')
    .getByRole('button', { name: 'Löschen: Löschersuchen 1', exact: true })
    .click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Löschen' }).click()
  await card(page, 'Der Text ist gelöscht: auf Wunsch der Person.').waitFor()
  expect(await log(page).getByText('Mein Name ist Hase').count()).toBe(0)
  expect(await log(page).getByText('kim_beispiel').count()).toBe(0)
  await page.close()
})

test.each(Object.entries(widths))(
  'the card of a flood stays within its column at %s width, and its list opens',
  async (_, size) => {
    await using office = await openModerationOffice({ FLOOD_MENTIONS: 6 })
    for (let citizen = 1; citizen <= 30; citizen += 1) {
      writesFrom(office, '@BABergedorf Warum ist das Freibad an meinem freien Tag zu?', {
        handle: `person_${citizen}`,
      })
    }
    await office.reads()
    const page = await visit(office.sandbox, size)
    await become(page, /Petra/)
    await goTo(page, /moderation/)
    const flood = card(page, 'Gerade kommen sehr viele Erwähnungen')
    await flood.waitFor()
    const inside = await flood.evaluate(
      (one: { scrollWidth: number; clientWidth: number }) => one.scrollWidth <= one.clientWidth,
    )
    expect(inside).toBe(true)
    await flood.getByRole('button', { name: 'Liste öffnen' }).click()
    await page.getByText('Seite 1 von 2').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.close()
  },
)
