// Nobody decides about their own words, and only the press office decides at all (docs/regeln.md, "Vier Augen").
import { expect, test } from 'vitest'
import type { Message } from '../../sandbox/contract.ts'
import { eventually, openTestOffice, type TestOffice } from '../support/office.ts'
import type { TestPerson } from '../support/person.ts'
import { happenedTo, now, proposes, reaches } from '../support/steps.ts'

/** Who reacts in vain hears one sentence, however often the desk looks at the card again. */
async function isToldOnce(office: TestOffice, who: TestPerson, sentence: string): Promise<void> {
  const told = () => who.told().filter((one) => one.includes(sentence)).length
  await eventually(() => told() > 0)
  await office.office.desk.readAllReactions()
  await office.wait({ minutes: 5 })
  await office.office.desk.readAllReactions()
  expect(told()).toBe(1)
}

async function isPostedOnce(office: TestOffice, card: Message, text: string): Promise<void> {
  await reaches(office, 'published')
  expect(office.published()).toEqual([text])
  expect(now(card, office).reactions.map(({ name }) => name)).toContain('white_check_mark')
}

test('an author, a colleague and a guest cannot approve, and each hears why once', async () => {
  await using office = await openTestOffice()
  const { anna, joerg, guel, petra } = office
  const card = await proposes(anna, 'Der Spielplatz am Schleusengraben ist wieder offen.')
  await anna.reacts('✅', card)
  await isToldOnce(office, anna, 'Das kann nur die Pressestelle entscheiden.')
  await joerg.reacts('✅', card)
  await isToldOnce(office, joerg, 'Das kann nur die Pressestelle entscheiden.')
  await guel.reacts('✅', card)
  await isToldOnce(office, guel, 'Hier wirken nur Beschäftigte des Amtes mit.')
  expect(office.published()).toEqual([])
  expect(happenedTo(office)).toEqual(['proposed'])

  await petra.reacts('✅', card)
  await isPostedOnce(office, card, 'Der Spielplatz am Schleusengraben ist wieder offen.')
  expect(petra.told()).toEqual([])
})

test('a colleague and a guest cannot reject or ask either, by reaction or by button', async () => {
  await using office = await openTestOffice()
  const { anna, joerg, guel } = office
  const card = await proposes(anna, 'Am Freitag endet die Anmeldung zum Ferienpass.')
  await joerg.reacts('❌', card)
  await eventually(() => joerg.told().length === 1)
  await guel.reacts('❓', card)
  await eventually(() => guel.told().length === 1)
  await joerg.presses('Freigeben', card)
  await eventually(() => joerg.told().length === 2)
  await joerg.presses('Ablehnen', card)
  await eventually(() => joerg.told().length === 3)
  expect(joerg.form()).toBeUndefined()
  await guel.presses('Zurückziehen', card)
  await eventually(() => guel.told().length === 2)
  expect(new Set(joerg.told())).toEqual(
    new Set(['Das kann nur die Pressestelle entscheiden. Am Vorschlag hat sich nichts geändert.']),
  )
  expect(happenedTo(office)).toEqual(['proposed'])
})

test('the press officer cannot approve her own proposal, her deputy can', async () => {
  await using office = await openTestOffice()
  const { petra, deniz } = office
  const text = 'Die Sprechstunde der Pressestelle fällt am Dienstag aus.'
  const card = await proposes(petra, text)
  await petra.reacts('✅', card)
  await isToldOnce(office, petra, 'Vier-Augen-Prinzip')
  await petra.presses('Freigeben', card)
  await eventually(() => petra.told().length === 2)
  expect(office.published()).toEqual([])
  expect(happenedTo(office)).toEqual(['proposed'])

  await deniz.reacts('✅', card)
  await isPostedOnce(office, card, text)
})

test('an officer who revised a text is its author too: somebody else approves it', async () => {
  await using office = await openTestOffice()
  const { anna, petra, deniz } = office
  const card = await proposes(anna, 'Das Freibad öffnet am Sonnabend.')
  await petra.presses('Überarbeiten', card)
  await petra.submits({ text: 'Das Freibad öffnet am Sonnabend um 10 Uhr.' })
  const next = await eventually(() => petra.cards()[1])
  await petra.reacts('✅', next)
  await isToldOnce(office, petra, 'Vier-Augen-Prinzip')
  expect(office.published()).toEqual([])

  await deniz.reacts('✅', next)
  await isPostedOnce(office, next, 'Das Freibad öffnet am Sonnabend um 10 Uhr.')
})

test('reactions that decide nothing are nobody’s mistake: nobody is told anything', async () => {
  await using office = await openTestOffice()
  const { anna, joerg, petra } = office
  const card = await proposes(anna, 'Der Wochenmarkt ist am Mittwoch schon ab 7 Uhr da.')
  await joerg.reacts('tada', card)
  await petra.reacts('+1', card)
  await eventually(() => now(card, office).reactions.length === 2)
  await office.office.desk.readAllReactions()
  await office.wait({ minutes: 5 })
  expect([...joerg.told(), ...petra.told(), ...anna.told()]).toEqual([])
  expect(happenedTo(office)).toEqual(['proposed'])
})
