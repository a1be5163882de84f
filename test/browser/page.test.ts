import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Sandbox } from '../../sandbox/sandbox.ts'
import { startSandbox } from '../../sandbox/sandbox.ts'
import { axeFindings, browser, visit, widths } from './support/browser.ts'

const manifest: unknown = JSON.parse(
  await readFile(new URL('../../manifest.json', import.meta.url), 'utf8'),
)

function sandbox(onReset = () => Promise.resolve()): Promise<Sandbox> {
  return startSandbox({ port: 0, directory: null, manifest, clock: Date, onReset })
}

/** Becomes somebody by name, as a visitor does. */
async function become(page: Page, name: RegExp): Promise<void> {
  const choice = page.getByLabel('Ich bin')
  const label = (await choice.getByRole('option').allTextContents()).find((one) => name.test(one))
  await choice.selectOption({ label: label ?? '' })
  await expect.poll(() => page.locator('#person-may').textContent()).toMatch(name)
}

const composer = (page: Page) => page.getByRole('textbox', { name: 'Nachricht an' })
const messages = (page: Page) => page.getByRole('log', { name: 'Nachrichten in' })

test.each(Object.entries(widths))('nobody is shut out of the page at %s width', async (_, size) => {
  await using world = await sandbox()
  const page = await visit(world, size)
  expect(await axeFindings(page)).toEqual([])
  await composer(page).fill('/')
  await page.getByRole('listbox', { name: 'Befehle' }).waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Störungen' }).click()
  await page.getByRole('dialog', { name: 'Störungen ausprobieren' }).waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.close()
})

test('on a phone everything is large enough for a finger and nothing runs out of the window', async () => {
  await using world = await sandbox()
  const page = await visit(world, widths.phone)
  for (const side of ['X', 'Slack']) {
    await page.getByRole('button', { name: side, exact: true }).click()
    const small = await page.evaluate<string[]>(`
      [...document.querySelectorAll('button, select, textarea, nav a')]
        .filter((one) => one.offsetHeight > 0 && one.offsetHeight < 44)
        .map((one) => one.outerHTML)`)
    expect(small).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
  }
  await page.close()
})

test('a message is written, and answered with a reaction, without a mouse', async () => {
  await using world = await sandbox()
  const page = await visit(world)
  await page.getByRole('link', { name: '#allgemein' }).focus()
  await page.keyboard.press('Enter')
  await composer(page).focus()
  await page.keyboard.type('Moin zusammen')
  await page.keyboard.press('Enter')
  const message = messages(page).getByRole('article').filter({ hasText: 'Moin zusammen' })
  await message.getByRole('button', { name: 'Reagieren' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  expect(await page.evaluate('document.activeElement.ariaLabel')).toBe('Reagieren')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const mine = message.getByRole('button', { name: /^❌ ablehnen, 1 Reaktion, gesetzt von Anna/ })
  await mine.press('Enter')
  await mine.waitFor({ state: 'detached' })
  await page.close()
})

test('the commands of the bot are offered, chosen by arrow and taken over by Tab', async () => {
  await using world = await sandbox()
  const page = await visit(world)
  await composer(page).focus()
  await page.keyboard.type('/vor')
  await page.getByRole('option', { name: '/vorschlag' }).waitFor()
  await page.keyboard.press('Tab')
  expect(await composer(page).inputValue()).toBe('/vorschlag ')
  await page.getByText('[Text des Beitrags]').waitFor()
  await page.close()
})

test('whoever one is, one writes as that person and finds again what one had typed', async () => {
  await using world = await sandbox()
  const page = await visit(world)
  await page.getByRole('link', { name: '#allgemein' }).click()
  await composer(page).fill('noch nicht fertig')
  await become(page, /Petra/)
  expect(await composer(page).inputValue()).toBe('')
  await composer(page).fill('Guten Morgen')
  await page.keyboard.press('Enter')
  await messages(page).getByRole('article', { name: 'Petra' }).getByText('Guten Morgen').waitFor()
  await become(page, /Anna/)
  expect(await composer(page).inputValue()).toBe('noch nicht fertig')
  await page.close()
})

test('a reload keeps who one is and where', async () => {
  await using world = await sandbox()
  const page = await visit(world)
  await become(page, /Petra/)
  await page.getByRole('link', { name: '#allgemein' }).click()
  await page.reload()
  await page.getByRole('textbox', { name: 'Nachricht an #allgemein' }).waitFor()
  expect(await page.getByLabel('Ich bin').inputValue()).toBe(world.slack.ids.people.petra)
  await page.close()
})

test('a link to a message leads to it', async () => {
  await using world = await sandbox()
  const { petra } = world.slack.ids.people
  const channel = world.slack.ids.channels.allgemein
  await world.slack.act({ as: petra, act: 'message', channel, text: 'Hier entlang' })
  const messages = world.slack.sight(petra).channels.find(({ id }) => id === channel)?.messages
  const ts = messages?.at(-1)?.ts ?? ''
  const page = await visit(world, widths.desk, `#/${channel}/${ts}`)
  await expect.poll(() => page.evaluate('document.activeElement.innerText')).toMatch('Hier entlang')
  await page.close()
})

test('a citizen writes to the office, changes the post and takes it back', async () => {
  await using world = await sandbox()
  const page = await visit(world)
  const timeline = page.getByRole('region', { name: 'X-Zeitlinie von @' })
  await timeline
    .getByRole('textbox', { name: 'Text an das Bezirksamt' })
    .fill('Wann öffnet das Bad?')
  await timeline.getByRole('button', { name: 'Schreiben' }).click()
  const post = (text: string) => timeline.getByRole('article').filter({ hasText: text })
  await post('Wann öffnet das Bad?').getByRole('button', { name: 'Ändern' }).click()
  await page.getByRole('textbox', { name: 'Neuer Text' }).fill('Wann schließt das Bad?')
  await page.getByRole('dialog').getByRole('button', { name: 'Ändern' }).click()
  await post('Wann schließt das Bad?').getByRole('button', { name: 'Löschen' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Löschen' }).click()
  await post('Wann schließt das Bad?').waitFor({ state: 'detached' })
  await page.close()
})

test('a disturbance is switched on, shown where it strikes, and lifted', async () => {
  await using world = await sandbox()
  const page = await visit(world)
  await page.getByRole('button', { name: 'Störungen' }).click()
  const dialog = page.getByRole('dialog', { name: 'Störungen ausprobieren' })
  await dialog.getByRole('radio', { name: 'Antwort geht verloren (nach dem Speichern)' }).check()
  await dialog.getByRole('radio', { name: 'Bis ich sie aufhebe' }).check()
  await dialog.getByRole('button', { name: 'Störung einschalten' }).click()
  await expect
    .poll(() => world.x.sight().faults)
    .toEqual([{ kind: 'lost-answer', times: null, method: 'POST /2/tweets' }])
  await dialog.waitFor({ state: 'detached' })
  const x = page.getByRole('region', { name: 'X-Zeitlinie von @' })
  await x.getByRole('button', { name: 'Aufheben: Antwort geht verloren' }).click()
  await expect.poll(() => world.x.sight().faults).toEqual([])
  await page.close()
})

test('the reset asks first and does nothing when one thinks better of it', async () => {
  let resets = 0
  await using world = await sandbox(() => {
    resets += 1
    return Promise.resolve()
  })
  const page = await visit(world)
  await composer(page).fill('Das ist gleich weg')
  await page.keyboard.press('Enter')
  const message = messages(page).getByText('Das ist gleich weg')
  await message.waitFor()
  const question = page.getByRole('alertdialog', { name: 'Von vorn beginnen?' })
  await page.getByRole('button', { name: 'Zurücksetzen' }).click()
  await page.keyboard.press('Escape')
  await question.waitFor({ state: 'detached' })
  expect(resets).toBe(0)
  await page.getByRole('button', { name: 'Zurücksetzen' }).click()
  await question.getByRole('button', { name: 'Alles zurücksetzen' }).click()
  await message.waitFor({ state: 'detached' })
  expect(resets).toBe(1)
  await page.close()
})

test('the page asks nobody but this machine', async () => {
  await using world = await sandbox()
  const page = await browser.newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).host))
  await page.goto(world.entry.address)
  await composer(page).waitFor()
  expect(new Set(asked)).toEqual(new Set([new URL(world.address).host]))
  await page.close()
})
