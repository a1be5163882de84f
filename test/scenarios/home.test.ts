// App Home shows everybody what waits, what is theirs, and what was published.
import { expect, test } from 'vitest'
import { eventually, openTestOffice } from '../support/office.ts'
import type { TestPerson } from '../support/person.ts'
import { proposes, reaches, someWords } from '../support/steps.ts'

/** What somebody reads who opens App Home, under the three headings. */
async function readsAtHome(who: TestPerson, until: string): Promise<Record<string, string>> {
  await who.opensHome()
  const words = await eventually(() => who.home().includes(until) && who.home())
  const headings = ['Wartet auf Freigabe', 'Meine Vorschläge', 'Zuletzt veröffentlicht']
  const lists: Record<string, string> = {}
  let heading = ''
  for (const line of words.split('\n')) {
    if (headings.includes(line)) heading = line
    else lists[heading] = `${lists[heading] ?? ''}${line}\n`
  }
  return lists
}

test('an empty home says that there is nothing, and leads to the form', async () => {
  await using office = await openTestOffice()
  const { anna } = office
  const lists = await readsAtHome(anna, 'Zuletzt veröffentlicht')
  expect(lists['Wartet auf Freigabe']).toContain('Zurzeit wartet kein Vorschlag')
  expect(lists['Meine Vorschläge']).toContain('Sie haben zurzeit keinen offenen Vorschlag.')
  expect(lists['Zuletzt veröffentlicht']).toContain('Noch ist nichts veröffentlicht.')
  await anna.pressesAtHome('Beitrag vorschlagen')
  await anna.submits({ ...someWords, text: 'Von zu Hause vorgeschlagen.' })
  await eventually(() => anna.cards().length === 1)
})

test('what waits, what is mine and what is published stand where they belong, with links', async () => {
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

  const forAnna = await readsAtHome(anna, 'Vorschlag 3')
  expect(forAnna['Wartet auf Freigabe']).toContain('Annas offener Vorschlag & <mehr>.')
  expect(forAnna['Wartet auf Freigabe']).toContain('Jörgs offener Vorschlag.')
  expect(forAnna['Wartet auf Freigabe']).not.toContain('Jörgs freigegebener Vorschlag.')
  expect(forAnna['Wartet auf Freigabe']).toContain(annas.ts)
  expect(forAnna['Meine Vorschläge']).toContain('Annas offener Vorschlag & <mehr>.')
  expect(forAnna['Meine Vorschläge']).not.toContain('Jörgs')
  expect(forAnna['Zuletzt veröffentlicht']).toContain('Der Weg ist frei.')
  expect(forAnna['Zuletzt veröffentlicht']).toContain(sandbox.x.sight().posts[0]?.url)

  const forJoerg = await readsAtHome(joerg, 'Vorschlag 4')
  expect(forJoerg['Meine Vorschläge']).toContain('Jörgs offener Vorschlag.')
  expect(forJoerg['Meine Vorschläge']).toContain('Jörgs freigegebener Vorschlag.')
  expect(forJoerg['Meine Vorschläge']).not.toContain('Annas')
})

test('who decides sees first what waits for a decision', async () => {
  await using office = await openTestOffice()
  const { anna, petra } = office
  await proposes(anna, 'Wer liest mich zuerst?')
  await readsAtHome(petra, 'Wer liest mich zuerst?')
  await readsAtHome(anna, 'Wer liest mich zuerst?')
  const place = (who: TestPerson, heading: string) => who.home().indexOf(heading)
  expect(place(petra, 'Wartet auf Freigabe')).toBeLessThan(place(petra, 'Meine Vorschläge'))
  expect(place(anna, 'Meine Vorschläge')).toBeLessThan(place(anna, 'Wartet auf Freigabe'))
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
