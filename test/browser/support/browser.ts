import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import type { Sandbox } from '../../../sandbox/sandbox.ts'

/** The windows in which the page must hold; the last is a desk's at twice its size. */
export const widths = {
  desk: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
  zoomed: { width: 640, height: 400 },
}

/** The browser of a test file that imports this: it starts before the tests and ends after them. It fetches nothing by itself.
 * Its place comes from CHROMIUM_PATH. */
export let browser: Browser

/** What pages did that their own policy forbids. */
const violations: string[] = []

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    // Days and times as a German reader types them.
    env: { ...process.env, LANGUAGE: 'de' },
    args: [
      '--lang=de',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
})

afterAll(async () => {
  await browser.close()
  if (violations.length > 0) throw new Error(violations.join('\n'))
})

/** A window on the sandbox, drawn and ready, at a place in it ("#/CHANNEL/TS"). Every window is a visitor of its own. */
export async function visit(
  { entry }: Pick<Sandbox, 'entry'>,
  viewport = widths.desk,
  place = '',
): Promise<Page> {
  const page = await browser.newPage({
    ...{ viewport, locale: 'de-DE', reducedMotion: 'reduce' },
    // What is twice as large on the screen has twice the dots.
    deviceScaleFactor: viewport === widths.zoomed ? 2 : 1,
  })
  page.setDefaultTimeout(10_000)
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) violations.push(message.text())
  })
  await page.goto(`${entry.address}${place}`)
  await page.getByRole('heading', { name: 'Amtsfunk', level: 1 }).waitFor()
  return page
}

type Finding = { id: string; impact: string | null; nodes: { html: string }[] }

/** What axe finds in the page as it stands, one line per rule. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const findings = await page.evaluate<Finding[]>('axe.run().then((found) => found.violations)')
  return findings.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0]?.html}`)
}

/** Somebody plays a person of the office. */
export async function become(page: Page, name: RegExp): Promise<void> {
  const choice = page.getByLabel('Ich bin')
  const label = (await choice.getByRole('option').allTextContents()).find((one) => name.test(one))
  await choice.selectOption({ label: label ?? '' })
  await expect.poll(() => page.locator('#person-may').textContent()).toMatch(name)
}

/** Opens a channel. */
export async function goTo(page: Page, channel: string | RegExp): Promise<void> {
  // Where there is little room the places fold away.
  const places = page.getByRole('button', { name: 'andere Orte' })
  if (await places.isVisible()) await places.click()
  await page.getByRole('link', { name: channel }).first().click()
  await page.getByRole('heading', { name: channel }).first().waitFor()
}

/** Nobody is kept out by the pages as they stand; where SHOTS names a folder, they are kept to look at, scrolled to what is
 * named. */
export async function look(pages: readonly Page[], name: string, at?: string): Promise<void> {
  for (const page of pages) {
    if (at !== undefined) {
      // The page is drawn anew while things happen.
      await page.getByText(at).last().evaluate('one => one.scrollIntoView()')
    }
    expect([name, await axeFindings(page)]).toEqual([name, []])
    const folder = process.env.SHOTS
    if (folder === undefined) continue
    const { width = 0 } = page.viewportSize() ?? {}
    await page.screenshot({ path: `${folder}/${name}-${width}.png` })
  }
}
