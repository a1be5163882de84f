// The quarterly report as the press officer meets it in the page: asked for, drawn up, there to be saved.
import { expect, test } from 'vitest'
import { openModerationOffice } from '../support/moderation.ts'
import { reaches } from '../support/steps.ts'
import { axeFindings, goTo, visit, widths } from './support/browser.ts'

test.each(Object.entries(widths))(
  'the report of a quarter lies in the direct messages, with its picture described, at %s width',
  async (_, size) => {
    await using office = await openModerationOffice({}, Date.parse('2026-07-06T10:00:00+02:00'))
    const { anna, petra, clock, sandbox } = office
    await anna.types('/vorschlag Der Wochenmarkt in Lohbrügge öffnet wieder.')
    await anna.submits({
      topic: 'Kultur & Veranstaltungen',
      link: 'https://www.hamburg.de/bergedorf',
    })
    await expect.poll(() => petra.cards().length).toBe(1)
    await petra.presses('Freigeben', petra.cards()[0]!)
    // On record, too, before the quarter is over.
    await reaches(office, 'published')
    clock.moveTo(Date.parse('2026-10-06T10:00:00+02:00'))
    const page = await visit(sandbox, size)
    await petra.types('/bericht')
    await expect
      .poll(() => petra.letters().some(({ files }) => files.length > 0), { timeout: 40_000 })
      .toBe(true)

    const choice = page.getByLabel('Ich bin')
    const names = await choice.getByRole('option').allTextContents()
    await choice.selectOption({ label: names.find((name) => name.startsWith('Petra')) ?? '' })
    await goTo(page, /Amtsfunk/)
    const messages = page.getByRole('log', { name: 'Nachrichten in' })
    await messages.getByText('Bericht (III. Quartal 2026)').first().waitFor()
    const picture = messages.getByRole('img', { name: /häufigste Thema/ })
    // The page draws anew whenever something happens, and the picture with it.
    const widthOf = (image: { naturalWidth: number; scrollIntoView(): void }) => {
      image.scrollIntoView()
      return image.naturalWidth
    }
    await expect
      .poll(() => picture.evaluate(widthOf).catch(() => 0), { timeout: 10_000 })
      .toBeGreaterThan(600)
    const files = messages.getByRole('link', { name: /MB|KB|Byte/ })
    expect(await files.count()).toBe(5)
    const saved = page.waitForEvent('download')
    await files.first().click()
    expect((await saved).suggestedFilename()).toBe('bericht-2026-Q3.docx')
    const findings = await axeFindings(page)
    expect(findings.filter((finding) => !finding.startsWith('moderate'))).toEqual([])
    await page.close()
  },
  90_000,
)
