import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { chromium } from 'playwright-core'

/** The two widths at which the page must hold. */
export const widths = {
  desk: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
}

/** Starts a browser that fetches nothing by itself. Its place comes from CHROMIUM_PATH. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** A window on the sandbox, drawn and ready. Every window is a visitor of its own. */
export async function visit(
  browser: Browser,
  address: string,
  viewport = widths.desk,
): Promise<Page> {
  const page = await browser.newPage({ viewport, locale: 'de-DE', reducedMotion: 'reduce' })
  page.setDefaultTimeout(10_000)
  await page.goto(address)
  await page.getByRole('heading', { name: 'Amtsfunk' }).waitFor()
  return page
}

type Finding = { id: string; impact: string | null; nodes: { html: string }[] }

/** What axe finds in the page as it stands, one line per rule. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const findings = await page.evaluate<Finding[]>('axe.run().then((found) => found.violations)')
  return findings.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0]?.html}`)
}
