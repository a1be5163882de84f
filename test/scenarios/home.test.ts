// App Home is the list of the day: what needs the viewer now, what lies with others, what is planned, what was done.
import { expect, test } from 'vitest'
import { eventually, openTestOffice } from '../support/office.ts'
import { cardOf, openModerationOffice, says, writes } from '../support/moderation.ts'
import type { TestPerson } from '../support/person.ts'
import { proposes, reaches, shows, someWords } from '../support/steps.ts'

/** What somebody reads who opens App Home, under its headings without their numbers. */
async function readsAtHome(who: TestPerson, until: string): Promise<Record<string, string>> {
  await who.opensHome()
  const words = await eventually(() => who.home().includes(until) && who.home())
  const headings = /^(Offene Warnungen|Jetzt für Sie|Liegt bei anderen|Geplant|Zuletzt)( \(\d+\))?$/
  const lists: Record<string, string> = {}
  let heading = ''
  for (const line of words.split('\n')) {
    const found = headings.exec(line)
    if (found === null) lists[heading] = `${lists[heading] ?? ''}${line}\n`
    else heading = found[1] ?? ''
  }
  return lists
}

test('an empty home says that there is nothing, and leads to the form', async () => {
  await using office = await openTestOffice()
  const { anna } = office
  const lists = await readsAtHome(anna, 'Zuletzt')
  expect(lists['Jetzt für Sie']).toContain('Zurzeit wartet nichts auf Sie.')
  expect(lists.Zuletzt).toContain('Noch ist nichts veröffentlicht.')
  expect(Object.keys(lists)).toEqual(['', 'Jetzt für Sie', 'Zuletzt'])
  await anna.pressesAtHome('Beitrag vorschlagen')
  await anna.submits({ ...someWords, text: 'Von zu Hause vorgeschlagen.' })
  await eventually(() => anna.cards().length === 1)
})

test('everything stands in one place, with whose turn it is and the way to its card', async () => {
  await using office = await openTestOffice({ UNDO_SECONDS: 600 })
  const { anna, joerg, petra, sandbox } = office
  const published = await proposes(anna, 'Veröffentlicht: Der Weg ist frei.')
  await petra.reacts('✅', published)
  await reaches(office, 'approved')
  await office.wait({ minutes: 11 })
  await reaches(office, 'published')
  const annas = await proposes(anna, 'Annas offener Vorschlag & <mehr>.')
  await proposes(joerg, 'Jörgs offener Vorschlag.')
  const approved = await proposes(joerg, 'Jörgs freigegebener Vorschlag.')
  await petra.reacts('✅', approved)
  await reaches(office, 'approved', 4)
  await petra.reacts('❓', annas)
  await shows(annas, 'Rückfrage von Petra', office)

  const forAnna = await readsAtHome(anna, 'Vorschlag 4')
  expect(forAnna['Jetzt für Sie']).toContain('Annas offener Vorschlag & <mehr>.')
  expect(forAnna['Jetzt für Sie']).toContain(annas.ts)
  expect(forAnna['Jetzt für Sie']).toContain(': Rückfrage')
  expect(forAnna['Liegt bei anderen']).toContain('von Jörg Jürgens: bei der Pressestelle')
  expect(forAnna.Geplant).toContain('Jörgs freigegebener Vorschlag.')
  expect(forAnna.Zuletzt).toContain(sandbox.x.sight().posts[0]?.url)
  for (const number of [1, 2, 3, 4]) {
    expect(anna.home().split(`Vorschlag ${number}`)).toHaveLength(2)
  }
  const forPetra = await readsAtHome(petra, 'Jetzt für Sie (1)')
  expect(forPetra['Jetzt für Sie']).toContain('Jörgs offener Vorschlag.')
  expect(forPetra['Liegt bei anderen']).toContain('Rückfrage an Anna Ahlers')
})

test('what is planned stands below its day, in the order in which it goes out', async () => {
  await using office = await openTestOffice({}, Date.parse('2026-11-23T10:00:00+01:00'))
  const { anna, petra } = office
  const times = [
    ['2026-11-25', '14:30'],
    ['2026-11-24', '16:00'],
    ['2026-11-24', '09:15'],
  ] as const
  for (const [date, time] of times) {
    const card = await proposes(anna, `Am ${date} um ${time}.`, { date, time })
    await petra.reacts('✅', card)
    await shows(card, 'Freigegeben', office)
  }
  const { Geplant } = await readsAtHome(anna, 'Geplant (3)')
  const lines = Geplant?.split('\n').filter((line) => /^(\w\w\., |„|Vorschlag)/.test(line))
  expect(lines).toEqual([
    ...['Di., 24.11.', 'Vorschlag 3', '„Am 2026-11-24 um 09:15.“'],
    ...['Vorschlag 2', '„Am 2026-11-24 um 16:00.“'],
    ...['Mi., 25.11.', 'Vorschlag 1', '„Am 2026-11-25 um 14:30.“'],
  ])
  expect(Geplant).toContain('09:15 Uhr, von Anna Ahlers: ')
})

test('from home an officer reads the exact text and decides in two taps', async () => {
  await using office = await openTestOffice()
  const { anna, petra } = office
  await proposes(anna, 'Der Markt ist offen.\n---\nUnd der zweite Teil.')
  await readsAtHome(petra, 'Jetzt für Sie (1)')
  await petra.pressesAtHome('Ansehen')
  const form = await eventually(() => petra.form())
  const words = JSON.stringify(form.view)
  expect(words).toContain('Der Markt ist offen.')
  expect(words).toContain('Und der zweite Teil.')
  expect(form.view).toMatchObject({ submit: { text: 'Freigeben' } })
  await petra.submits({})
  await reaches(office, 'published')
  expect(office.published()).toEqual(['Der Markt ist offen.', 'Und der zweite Teil.'])
  // Home follows by itself.
  await eventually(() => petra.home().includes('Zurzeit wartet nichts auf Sie.'))
})

test('a version that was replaced meanwhile is not approved from home', async () => {
  await using office = await openTestOffice()
  const { anna, petra } = office
  const card = await proposes(anna, 'Der Markt ist offen.')
  await readsAtHome(petra, 'Jetzt für Sie (1)')
  await petra.pressesAtHome('Ansehen')
  await eventually(() => petra.form())
  await anna.presses('Überarbeiten', card)
  await anna.submits({ text: 'Der Markt ist zu.' })
  await eventually(() => anna.cards()[1])
  await petra.submits({})
  await eventually(() => JSON.stringify(petra.form() ?? {}).includes('Fassung 2'))
  expect(office.published()).toEqual([])
})

test('a mention that somebody took stands on their list, with when it is due', async () => {
  await using office = await openModerationOffice()
  const { anna, joerg } = office
  writes(office, '@BABergedorf Wann ist Sperrmüll?')
  await office.reads()
  const card = await cardOf(office, 1)
  await anna.presses('Übernehmen', card)
  await says(office, card, 'In Bearbeitung: Anna')
  const lists = await readsAtHome(anna, 'Erwähnung 1')
  expect(lists['Jetzt für Sie']).toContain('von Ihnen übernommen, fällig ')
  await readsAtHome(joerg, 'Jetzt für Sie')
  expect(joerg.home()).not.toContain('Erwähnung 1')
})

test('more than fits has pages', async () => {
  await using office = await openTestOffice()
  const { anna, petra } = office
  for (let number = 1; number <= 17; number += 1) await proposes(anna, `Beitrag ${number}.`)
  await readsAtHome(petra, 'Jetzt für Sie (17)')
  expect(petra.home()).toContain('Seite 1 von 2')
  expect(petra.home()).not.toContain('Beitrag 17.')
  await petra.pressesAtHome('Weiter')
  await eventually(() => petra.home().includes('Beitrag 17.'))
  expect(petra.home()).not.toContain('Beitrag 1.')
})

test('a guest reads at home what is public, and nothing that is still to be decided', async () => {
  await using office = await openTestOffice()
  const { anna, guel, petra } = office
  const published = await proposes(anna, 'Der Weg ist frei.')
  await petra.reacts('✅', published)
  await reaches(office, 'published')
  await proposes(anna, 'Gesperrt bis morgen früh.')
  await readsAtHome(anna, 'Gesperrt bis morgen früh.')
  await readsAtHome(guel, 'Der Weg ist frei.')
  expect(guel.home()).not.toContain('Gesperrt')
})

test('what is proposed from App Home stands there at once, and rings for nobody', async () => {
  await using office = await openTestOffice()
  const { anna, petra } = office
  await anna.opensHome()
  await eventually(() => anna.home().includes('Beitrag vorschlagen'))
  await anna.pressesAtHome('Beitrag vorschlagen')
  await anna.submits({ ...someWords, text: 'Der Steg am Boberger See ist neu.' })
  await eventually(() => anna.home().includes('Der Steg am Boberger See ist neu.'))
  expect(anna.home()).toContain('bei der Pressestelle')
  expect([...anna.pings(), ...petra.pings()]).toEqual([])
  expect(anna.letters()).toEqual([])
})
