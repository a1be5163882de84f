// One working day of a press office, played through the page by its people, with the real bot behind it. Every task is
// counted: how many steps it takes (a click, a choice, a field that is filled in), and for whom something rings.
import { writeFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { feedPage } from '../support/feed-page.ts'
import { openModerationOffice, writes, type ModerationOffice } from '../support/moderation.ts'
import { eventually } from '../support/office.ts'
import { wordsOf } from '../support/person.ts'
import { proposes, reaches } from '../support/steps.ts'
import { become, goTo, look, visit, widths } from './support/browser.ts'

/** Monday, 23 November 2026, 15:00 in Bergedorf: the afternoon before. */
const afternoon = Date.parse('2026-11-23T15:00:00+01:00')
const vs = 'Fachamt Verbraucherschutz, Gewerbe und Umwelt'

/** A hand at the page, whose steps are counted. */
function hand(page: Page) {
  let steps = 0
  const step = async (done: Promise<unknown>) => {
    steps += 1
    await done
  }
  const button = (name: string | RegExp, within: Page | Locator = page) =>
    within.getByRole('button', { name }).first()
  return {
    presses: (name: string | RegExp, within?: Page | Locator) => step(button(name, within).click()),
    fills: (field: string, text: string, within: Locator) =>
      step(within.getByLabel(field).first().fill(text)),
    chooses: (field: string, label: string, within: Locator) =>
      step(within.getByLabel(field).first().selectOption({ label })),
    ticks: (label: string | RegExp, within: Locator) =>
      step(within.getByLabel(label).first().check()),
    clicks: (what: Locator) => step(what.click()),
    opens: (place: string) => step(page.getByRole('link', { name: place }).first().click()),
    /** Types a line where one stands, and sends it: two steps. */
    async types(line: string) {
      await step(page.getByRole('textbox', { name: 'Nachricht an' }).fill(line))
      await step(page.getByRole('button', { name: 'Senden' }).click())
    },
    taken: () => steps,
  }
}

const nobody = 'niemand'
type Counted = { task: string; steps: number; rang: string }

/** Counts the steps of tasks, and whom they called. */
function counting({ sandbox, ...office }: ModerationOffice, page: Page) {
  const { anna, joerg, petra, deniz, guel } = office
  const everybody = Object.entries({
    Anna: anna,
    Jörg: joerg,
    Petra: petra,
    Deniz: deniz,
    Gül: guel,
  })
  const pings = () =>
    everybody.map(([name, who]) => [name, sandbox.slack.pings(who.id).length] as const)
  const counted: Counted[] = []
  return {
    counted,
    /** Does a task; `settled` is what must be so before the pings are counted. */
    async task(name: string, does: (by: ReturnType<typeof hand>) => Promise<void>) {
      const before = new Map(pings())
      const by = hand(page)
      await does(by).catch((cause: unknown) => {
        throw new Error(`${name}: step ${by.taken()}`, { cause })
      })
      await office.settle()
      const rang = pings().flatMap(([who, now]) => {
        const more = now - (before.get(who) ?? 0)
        return more === 0 ? [] : [more === 1 ? who : `${who} ${more}×`]
      })
      counted.push({
        task: name,
        steps: by.taken(),
        rang: rang.length === 0 ? nobody : rang.join(', '),
      })
    },
  }
}

test('a whole day, counted', async () => {
  const { told, ways } = await feedPage()
  const settings = { FEED_URL: 'http://www.hamburg.de/feed.xml', FLOOD_MENTIONS: 5 }
  await using office = await openModerationOffice(settings, afternoon, ways)
  const { anna, petra, sandbox, clock } = office
  const { feed } = office.office
  await feed?.lookNow()
  await proposes(anna, 'Die Bücherhalle öffnet am Sonnabend früher.')
  const page = await visit(sandbox, widths.desk)
  const small = [await visit(sandbox, widths.phone), await visit(sandbox, widths.zoomed)]
  const all = [page, ...small]
  const { task, counted } = counting(office, page)
  const dialog = (name: string) => page.getByRole('dialog', { name })
  const card = (words: string) =>
    page.getByRole('log').getByRole('article').filter({ hasText: words }).last()
  const as = async (name: RegExp, place: string | RegExp) => {
    await become(page, name)
    await goTo(page, place)
  }
  /** Everybody looks at the same, and nothing is out of the window. */
  const seen = async (name: string, who: RegExp, place: string | RegExp, at?: string) => {
    for (const one of small) {
      await become(one, who)
      await goTo(one, place)
    }
    await look(all, name, at)
    for (const one of all) expect([name, await tooWide(one)]).toEqual([name, []])
  }

  await become(page, /Petra/)
  await task('Morgens lesen, was wartet', async (by) => {
    clock.moveTo(Date.parse('2026-11-24T08:31:00+01:00'))
    await office.settle()
    await eventually(() => petra.letters().some((one) => one.text.startsWith('Guten Morgen')))
    await by.opens('Amtsfunk')
    await page.getByText('Guten Morgen.').waitFor()
  })
  await seen('day-01-digest', /Petra/, 'Amtsfunk', 'Guten Morgen.')

  clock.moveTo(Date.parse('2026-11-24T09:30:00+01:00'))
  await as(/Anna/, '#allgemein')
  await task('Beitrag vorschlagen', async (by) => {
    await by.types('/vorschlag Der Radweg am Weidenbaumsweg ist wieder frei.')
    const form = dialog('Beitrag vorschlagen')
    await by.chooses('Thema', 'Verkehr & Baustellen', form)
    await by.fills('Link zur Seite', 'https://www.hamburg.de/bergedorf/radweg', form)
    await by.presses('Einreichen', form)
    await form.waitFor({ state: 'detached' })
  })
  await as(/Petra/, 'Start')
  await page.getByText('Jetzt für Sie (2)').waitFor()
  await seen('day-02-home', /Petra/, 'Start')
  await task('Von der Startseite freigeben', async (by) => {
    await by.presses('Ansehen: Vorschlag 2')
    await by.presses('Freigeben', dialog('Vorschlag 2, Fassung 1'))
    await reaches(office, 'published', 2)
  })

  told.items = [
    { id: '1', title: 'Freibad öffnet am 2. Mai', text: 'Das Freibad öffnet um acht Uhr.' },
  ]
  await task('Die Meldung der Webseite kommt', async () => {
    await feed?.lookNow()
  })
  await as(/Jörg/, '#freigabe')
  await task('Aus der Meldung vorschlagen', async (by) => {
    await by.presses(/^Als Beitrag vorschlagen/, card('Neue Meldung'))
    const form = dialog('Beitrag vorschlagen')
    await by.chooses('Thema', 'Kultur & Veranstaltungen', form)
    await by.presses('Einreichen', form)
    await form.waitFor({ state: 'detached' })
  })
  await seen('day-03-feed', /Jörg/, '#freigabe')

  await as(/Petra/, '#freigabe')
  await task('Kleine Korrektur', async (by) => {
    await by.presses(/^Überarbeiten/, card('Vorschlag 3'))
    const form = dialog('Vorschlag überarbeiten')
    await by.fills('Text', 'Das Freibad öffnet am 2. Mai 2027 um 8 Uhr.', form)
    await by.ticks('Mit dieser Fassung freigeben', form)
    await by.presses('Einreichen', form)
    await form.waitFor({ state: 'detached' })
  })
  await as(/Jörg/, '#freigabe')
  await seen('day-04-mended', /Jörg/, '#freigabe', 'Geändert gegenüber Fassung 1:')
  await task('Die Korrektur bestätigen', async (by) => {
    await by.presses('Bestätigen: Vorschlag 3, Fassung 2')
    await reaches(office, 'published', 3)
  })

  await as(/Petra/, '#allgemein')
  await task('Auslastung auf gelb', async (by) => {
    await by.types('/auslastung gelb bis 25.11.')
    await eventually(() => office.office.declarations.capacity() === 'yellow')
  })
  await as(/Anna/, '#allgemein')
  await task('Bei gelb vorschlagen', async (by) => {
    await by.types('/vorschlag So melden Sie eine defekte Laterne.')
    const form = dialog('Beitrag vorschlagen')
    await by.chooses('Thema', 'Bürgerservice & Standorte', form)
    await by.fills('Link zur Seite', 'https://www.hamburg.de/bergedorf/laterne', form)
    await by.presses('Einreichen', form)
    await form.waitFor({ state: 'detached' })
    await card('Vorgemerkt').waitFor()
  })
  await task('Bei gelb warnen', async (by) => {
    await by.types('/warnung Blaualgen im Boberger See.')
    const form = dialog('Warnung vorschlagen')
    await by.fills('Gebiet', 'Boberger See', form)
    await by.fills('Was sollen die Menschen tun?', 'Bitte nicht baden.', form)
    await by.fills('Quelle', 'Institut für Hygiene', form)
    await by.fills('Stand der Quelle: Tag', '2026-11-24', form)
    await by.fills('Stand der Quelle: Uhrzeit', '09:00', form)
    await by.fills('Gültig bis: Tag', '2026-11-24', form)
    await by.fills('Gültig bis: Uhrzeit', '18:00', form)
    await by.ticks(vs, form)
    await by.fills('Link zur Seite', 'https://www.hamburg.de/bergedorf/badeseen', form)
    await look([page], 'day-05-warning-form')
    await by.presses('Einreichen', form)
    await form.waitFor({ state: 'detached' })
  })
  await as(/Jörg/, '#freigabe')
  await task('Mitzeichnen', async (by) => {
    await by.presses(/^Mitzeichnen/, card('Blaualgen'))
    await card('Mitgezeichnet für').waitFor()
  })
  await seen('day-06-warning', /Petra/, '#freigabe', 'Mitgezeichnet für')
  await as(/Petra/, '#freigabe')
  await task('Die Warnung freigeben', async (by) => {
    await by.presses(/^Freigeben/, card('Blaualgen'))
    await reaches(office, 'published', 5)
  })

  await goTo(page, '#allgemein')
  await task('Vertretung eintragen', async (by) => {
    await by.types('/vertretung @joerg.juergens heute')
    const form = dialog('Vertretung')
    await by.presses('Eintragen', form)
    await form.waitFor({ state: 'detached' })
  })
  await task('Auslastung auf grün', async (by) => {
    await by.types('/auslastung grün')
    await eventually(() => petra.cards().some((one) => wordsOf(one).includes('Laterne')))
  })
  await as(/Jörg/, 'Start')
  await seen('day-07-deputy', /Jörg/, 'Start')
  await task('Als Vertretung freigeben', async (by) => {
    await by.presses('Ansehen: Vorschlag 1')
    await by.presses('Freigeben', dialog('Vorschlag 1, Fassung 1'))
    await reaches(office, 'published', 1)
  })

  const asks = ['kim_a', 'kim_b', 'kim_c', 'kim_d', 'kim_e', 'kim_f', 'kim_g', 'kim_h']
  await task('Viele fragen dasselbe', async () => {
    for (const handle of asks) {
      writes(office, '@BABergedorf Ist der Weidenbaumsweg schon frei?', { handle })
    }
    await office.reads()
    for (let second = 0; second < 12; second += 1) await office.waits(1 / 30)
    await eventually(() => petra.mentions().some((one) => wordsOf(one).includes('sehr viele')))
  })
  await seen('day-08-flood', /Anna/, '#moderation')
  await as(/Anna/, '#moderation')
  await task('Eine davon beantworten', async (by) => {
    await by.presses('Antworten: Erwähnung 1', card('Erwähnung 1:'))
    const form = dialog('Antworten')
    await by.fills('Antwort', 'Ja, seit heute früh ist er wieder frei.', form)
    await by.presses('Zur Freigabe einreichen', form)
    await form.waitFor({ state: 'detached' })
  })
  await task('Die übrigen gemeinsam beantworten', async (by) => {
    await by.presses('Liste öffnen', card('sehr viele Erwähnungen'))
    const list = dialog('Gesammelte Erwähnungen')
    await list.getByText('3-mal dieselben Worte').waitFor()
    await look([page], 'day-09-list')
    await by.presses('Gemeinsam beantworten', list)
    const form = dialog('Beitrag vorschlagen')
    await form.getByText('beantwortet 3 Erwähnungen mit denselben Worten').waitFor()
    await by.fills('Text', 'Der Weidenbaumsweg ist seit heute früh wieder frei.', form)
    await by.chooses('Thema', 'Verkehr & Baustellen', form)
    await by.fills('Warum gibt es keinen Link?', 'Die Seite wird gerade geändert.', form)
    await by.presses('Einreichen', form)
    await form.waitFor({ state: 'detached' })
    await list.getByText('3-mal dieselben Worte').waitFor()
    await page.keyboard.press('Escape')
    await list.waitFor({ state: 'detached' })
  })
  await as(/Petra/, '#freigabe')
  await seen('day-09-one-answer', /Petra/, '#freigabe')
  await task('Die gemeinsame Antwort freigeben', async (by) => {
    await by.presses(/^Freigeben/, card('Beantwortet 3 Erwähnungen'))
    await reaches(office, 'published', 7)
  })
  await as(/Anna/, '#moderation')
  await task('Ein falscher Klick', async (by) => {
    await by.presses('Zur Kenntnis: Erwähnung 2', card('Erwähnung 2:'))
    await card('Zur Kenntnis genommen').waitFor()
  })
  await task('… und zurück', async (by) => {
    await by.presses('Wieder öffnen: Erwähnung 2', card('Erwähnung 2:'))
    await page.getByText('Noch niemand kümmert sich darum.').first().waitFor()
  })

  await goTo(page, '#allgemein')
  await task('Beitrag mit Termin vorschlagen', async (by) => {
    await by.types('/vorschlag Am Freitag ist Lange Nacht der Vereine.')
    const form = dialog('Beitrag vorschlagen')
    await by.chooses('Thema', 'Kultur & Veranstaltungen', form)
    await by.fills('Link zur Seite', 'https://www.hamburg.de/bergedorf/nacht', form)
    await by.fills('Veröffentlichen am', '2026-11-26', form)
    await by.fills('Uhrzeit', '10:00', form)
    await by.presses('Einreichen', form)
    await form.waitFor({ state: 'detached' })
  })
  const last = 8
  await as(/Petra/, '#freigabe')
  await task('Mit Termin freigeben', async (by) => {
    await by.presses(/^Freigeben/, card('Lange Nacht'))
    await reaches(office, 'approved', last)
  })
  await goTo(page, 'Start')
  await task('Im Plan verschieben', async (by) => {
    await by.presses('Redaktionsplan')
    const plan = dialog('Redaktionsplan')
    await plan.getByText('Do., 26.11.').waitFor()
    await by.clicks(plan.getByRole('button', { name: 'Weitere Schritte' }).last())
    await by.presses('Termin ändern')
    const form = dialog('Termin ändern')
    await by.fills('Veröffentlichen am', '2026-11-27', form)
    await by.presses('Termin ändern', form)
    await plan.getByText('Fr., 27.11.').waitFor()
  })
  await look([page], 'day-10-plan')
  await page.keyboard.press('Escape')
  await dialog('Redaktionsplan').waitFor({ state: 'detached' })
  await as(/Anna/, '#allgemein')
  await task('Alles stoppen', async (by) => {
    await by.types('/stopp Falschmeldung im Umlauf')
    await reaches(office, 'check-needed', last)
  })
  await seen('day-11-stop', /Petra/, '#freigabe')
  await as(/Petra/, '#freigabe')
  await task('Den Stopp aufheben', async (by) => {
    await by.presses('Stopp aufheben', card('Stopp: Nichts'))
    await card('Beendet: Stopp').waitFor()
  })
  await task('Den angehaltenen Beitrag bestätigen', async (by) => {
    await by.presses(/^Jetzt senden/, card('Lange Nacht'))
    await by.presses('Jetzt senden', page.getByRole('alertdialog'))
    await reaches(office, 'approved', last)
  })

  expect(counted.map(({ task: done, steps }) => [done, steps])).toEqual([
    ['Morgens lesen, was wartet', 1],
    ['Beitrag vorschlagen', 5],
    ['Von der Startseite freigeben', 2],
    ['Die Meldung der Webseite kommt', 0],
    ['Aus der Meldung vorschlagen', 3],
    ['Kleine Korrektur', 4],
    ['Die Korrektur bestätigen', 1],
    ['Auslastung auf gelb', 2],
    ['Bei gelb vorschlagen', 5],
    ['Bei gelb warnen', 12],
    ['Mitzeichnen', 1],
    ['Die Warnung freigeben', 1],
    ['Vertretung eintragen', 3],
    ['Auslastung auf grün', 2],
    ['Als Vertretung freigeben', 2],
    ['Viele fragen dasselbe', 0],
    ['Eine davon beantworten', 3],
    ['Die übrigen gemeinsam beantworten', 6],
    ['Die gemeinsame Antwort freigeben', 1],
    ['Ein falscher Klick', 1],
    ['… und zurück', 1],
    ['Beitrag mit Termin vorschlagen', 7],
    ['Mit Termin freigeben', 1],
    ['Im Plan verschieben', 5],
    ['Alles stoppen', 2],
    ['Den Stopp aufheben', 1],
    ['Den angehaltenen Beitrag bestätigen', 2],
  ])
  // What is not urgent calls no officer: the digest does that once, and what warns or stops.
  const calls = ['Morgens lesen, was wartet', 'Bei gelb warnen', 'Mitzeichnen', 'Alles stoppen']
  // Their own words went out.
  const own = ['Die Korrektur bestätigen', 'Die Warnung freigeben']
  const quiet = counted.filter(({ task: done }) => ![...calls, ...own].includes(done))
  expect(quiet.filter(({ rang }) => rang.includes('Deniz') || rang.includes('Petra'))).toEqual([])
  // And nobody rings for what is proposed, for what citizens write, for triage or for the plan.
  const still =
    /vorschlagen|beantworten|Meldung der|Viele|übrigen|Klick|zurück|verschieben|Auslastung/
  expect(counted.filter(({ task: done, rang }) => still.test(done) && rang !== nobody)).toEqual([])
  if (process.env.SHOTS !== undefined) {
    const lines = counted.map(({ task: done, steps, rang }) => `${done} | ${steps} | ${rang}`)
    writeFileSync(`${process.env.SHOTS}/counted.txt`, lines.join('\n'))
  }
}, 180_000)

/** What can be moved sideways. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(`
    [...document.querySelectorAll('*')]
      .filter((one) => one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1)
      .filter((one) => one === document.documentElement || /auto|scroll/.test(getComputedStyle(one).overflowX))
      .map((one) => one.outerHTML.slice(0, 200))`)
}
