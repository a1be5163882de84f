// What one is used to from Slack: a thread beside its channel, what rang and why, the search, one Tab to the messages, and
// a page that keeps still under the hand that presses.
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Sandbox } from '../../sandbox/sandbox.ts'
import { startSandbox } from '../../sandbox/sandbox.ts'
import { manifest, openTestOffice } from '../support/office.ts'
import { proposes, reaches } from '../support/steps.ts'
import { axeFindings, become, goTo, visit, widths } from './support/browser.ts'

const sandbox = () =>
  startSandbox({
    port: 0,
    directory: null,
    manifest,
    clock: Date,
    onReset: () => Promise.resolve(),
  })

/** Anna asks something in #allgemein and Petra answers below it; the ts of the question. */
async function anAnswer({ slack }: Sandbox): Promise<string> {
  const { anna, petra } = slack.ids.people
  const channel = slack.ids.channels.allgemein
  const said = { act: 'message', channel } as const
  await slack.act({ as: anna, ...said, text: 'Wer kennt den Stand am Freibad?' })
  const place = slack.sight(anna).channels.find(({ id }) => id === channel)
  const threadTs = place?.messages[0]?.ts ?? ''
  await slack.act({ as: petra, ...said, text: 'Es öffnet am Montag.', threadTs })
  return threadTs
}

const pane = (page: Page) => page.getByRole('complementary', { name: 'Thread' })
const focused = (page: Page) => page.evaluate<string>('document.activeElement.id')
const question = (page: Page) =>
  page.getByRole('log', { name: 'Nachrichten in' }).getByText('Wer kennt den Stand am Freibad?')

test.each(Object.entries(widths))('a thread is read and answered, at %s width', async (_, size) => {
  await using world = await sandbox()
  const ts = await anAnswer(world)
  const page = await visit(world, size)
  await goTo(page, '#allgemein')
  await page.getByRole('link', { name: '1 Antwort' }).click()
  await pane(page).getByText('Es öffnet am Montag.').waitFor()
  expect(await axeFindings(page)).toEqual([])
  // Beside the channel where there is room for both, else in its place.
  expect(await question(page).isVisible()).toBe(size === widths.desk)
  await pane(page).getByRole('textbox', { name: 'Antwort an Anna' }).fill('Danke!')
  await page.keyboard.press('Enter')
  await pane(page).getByRole('article').getByText('Danke!').waitFor()
  await page.keyboard.press('Escape')
  await pane(page).waitFor({ state: 'detached' })
  await page.getByRole('link', { name: '2 Antworten' }).waitFor()
  await expect.poll(() => focused(page)).toBe(`message-${ts}`)
  await page.close()
})

test('one answers in the thread of a message from the keyboard, and the way back is the browser’s, too', async () => {
  await using world = await sandbox()
  await anAnswer(world)
  const page = await visit(world)
  await goTo(page, '#allgemein')
  await page.getByRole('button', { name: 'Im Thread antworten' }).press('Enter')
  await expect.poll(() => focused(page)).toBe('thread-reply')
  await pane(page).getByRole('button', { name: 'Schließen' }).click()
  await page.getByRole('link', { name: '1 Antwort' }).press('Enter')
  await pane(page).waitFor()
  await page.goBack()
  await pane(page).waitFor({ state: 'detached' })
  await page.close()
})

test('what rang is listed with its reason, and leads to the answer in its thread', async () => {
  await using world = await sandbox()
  const page = await visit(world)
  await goTo(page, 'Aktivität')
  await page.getByText('Noch hat hier nichts geklingelt.').waitFor()
  await goTo(page, '#freigabe')
  await anAnswer(world)
  await page.getByRole('link', { name: 'Aktivität 1 neu' }).click()
  await page.getByText('1-mal geklingelt: 1 in Threads.').waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('link', { name: 'Antwort im Thread #allgemein, im Thread' }).click()
  await pane(page).getByText('Es öffnet am Montag.').waitFor()
  await expect.poll(() => focused(page)).toMatch(/^answer-/)
  await become(page, /Petra/)
  await goTo(page, 'Aktivität')
  await page.getByText('Noch hat hier nichts geklingelt.').waitFor()
  await page.close()
})

test('the search finds what one may see, in any order of the words, and nothing else', async () => {
  await using world = await sandbox()
  await anAnswer(world)
  const { petra, frauke } = world.slack.ids.people
  const channel = world.slack.ids.channels.partner
  await world.slack.act({ as: petra, act: 'message', channel, text: 'Freibad: nur unter uns' })
  const page = await visit(world)
  await page.getByRole('searchbox', { name: 'Nachrichten durchsuchen' }).fill('montag öffnet')
  await page.getByText('1 Nachricht mit „montag öffnet“.').waitFor()
  expect(await page.locator('mark').allTextContents()).toEqual(['öffnet', 'Montag'])
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('searchbox').fill('freibad')
  await page.getByText('2 Nachrichten mit „freibad“.').waitFor()
  const choice = page.getByLabel('Ich bin')
  await choice.selectOption(frauke)
  await page.getByText('1 Nachricht mit „freibad“.').waitFor()
  await page.getByRole('link', { name: '#stadtteilfest' }).last().click()
  await expect.poll(() => focused(page)).toMatch(/^message-/)
  await page.close()
})

test('the newest message is at most fifteen stops of the Tab key away, and the arrows go on from there', async () => {
  await using world = await sandbox()
  const { anna } = world.slack.ids.people
  const channel = world.slack.ids.channels.freigabe
  for (const text of ['eins', 'zwei', 'drei']) {
    await world.slack.act({ as: anna, act: 'message', channel, text })
  }
  const page = await visit(world)
  await page.getByText('drei').waitFor()
  const here = () => page.evaluate<string>('document.activeElement.innerText')
  let stops = 0
  do {
    await page.keyboard.press('Tab')
    stops += 1
  } while (!(await focused(page)).startsWith('message-') && stops < 30)
  expect(stops).toBeLessThanOrEqual(15)
  expect(await here()).toContain('drei')
  await page.keyboard.press('ArrowUp')
  expect(await here()).toContain('zwei')
  await page.keyboard.press('Tab')
  expect(await page.evaluate('document.activeElement.closest(".message").innerText')).toMatch(
    'zwei',
  )
  // The first stop of all leads there at once.
  await page.reload()
  await page.getByText('drei').waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await here()).toContain('drei')
  await page.close()
})

test.each([widths.phone, widths.zoomed])(
  'in a small window messages are in sight and nothing moves sideways',
  async (size) => {
    await using world = await sandbox()
    await anAnswer(world)
    const page = await visit(world, size)
    await goTo(page, '#allgemein')
    const log = page.getByRole('log', { name: 'Nachrichten in' })
    expect((await log.boundingBox())?.height).toBeGreaterThan(140)
    for (const side of ['Slack', 'X']) {
      await page.getByRole('button', { name: side, exact: true }).click()
      expect(await sideways(page)).toEqual([])
    }
    await page.getByRole('button', { name: 'Probieren Sie:' }).click()
    await page.getByRole('button', { name: 'Als Petra in #freigabe' }).waitFor()
    expect(await sideways(page)).toEqual([])
    await page.close()
  },
)

/** What can be moved sideways. */
function sideways(page: Page): Promise<string[]> {
  return page.evaluate(`
    [...document.querySelectorAll('*')]
      .filter((one) => one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1)
      .filter((one) => one === document.documentElement || /auto|scroll/.test(getComputedStyle(one).overflowX))
      .map((one) => one.outerHTML)`)
}

test('nothing moves under the hand that presses, whatever is said below', async () => {
  await using office = await openTestOffice({}, Date.parse('2026-11-23T10:00:00+01:00'))
  const { anna, joerg, sandbox: world } = office
  await proposes(anna, 'Der Radweg am Deich ist frei.')
  await proposes(joerg, 'Der Wochenmarkt beginnt um 8 Uhr.')
  const page = await visit(world)
  await page.getByRole('heading', { name: 'Vorschlag 2' }).waitFor()

  // Anna may not decide about her own words; she is told so at the end, out of her sight.
  const own = card(page, 'Vorschlag 1')
  await still(own, async () => {
    await own.getByRole('button', { name: 'Freigeben' }).click()
    await page.getByRole('button', { name: 'Neues nur für Sie weiter unten' }).waitFor()
  })
  await page.getByRole('button', { name: 'Neues nur für Sie weiter unten' }).click()
  await page.getByRole('article').filter({ hasText: 'Nur für dich sichtbar' }).waitFor()

  await become(page, /Petra/)
  const last = card(page, 'Vorschlag 2')
  await still(last, async () => {
    await last.getByRole('button', { name: 'Freigeben' }).click()
    await reaches(office, 'published', 2)
    await last.getByText('Veröffentlicht').first().waitFor()
  })
  // The button is gone; whoever pressed it goes on from the same card.
  await expect.poll(() => page.evaluate('document.activeElement.innerText')).toMatch('Vorschlag 2')
  await page.close()
})

const card = (page: Page, name: string) => page.getByRole('article').filter({ hasText: name })

/** Expects that a message stays where it is while something happens. */
async function still(message: Locator, happens: () => Promise<void>): Promise<void> {
  await message.getByRole('button', { name: 'Freigeben' }).scrollIntoViewIfNeeded()
  const before = await message.boundingBox()
  await happens()
  await expect.poll(async () => (await message.boundingBox())?.y).toBe(before?.y)
}
