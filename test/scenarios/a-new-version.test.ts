// A text is never changed under an approval: a new version is a new card, and only that one counts.
import { expect, test } from 'vitest'
import { eventually, openTestOffice } from '../support/office.ts'
import { labels, wordsOf } from '../support/person.ts'
import { happenedTo, now, proposes, reaches, sends } from '../support/steps.ts'

const text = 'Die Bücherhalle Lohbrügge öffnet am Montag.'
const better = 'Die Bücherhalle Lohbrügge öffnet am Montag um 10 Uhr.'

test('a revision shows what is there, gets a new card, and the old card points to it', async () => {
  await using office = await openTestOffice({}, Date.UTC(2031, 4, 5, 9))
  const { anna, joerg, petra } = office
  const old = await proposes(anna, text, {
    topic: 'Kultur & Veranstaltungen',
    noLinkBecause: '',
    link: 'https://www.buecherhallen.de/lohbruegge',
    date: '2031-05-12',
    time: '09:30',
  })
  await joerg.presses('Überarbeiten', old)
  const form = await eventually(() => joerg.form())
  const shown = JSON.stringify(form.view)
  expect(shown).toContain('Vorschlag 1: Aus Fassung 1 wird Fassung 2.')
  for (const typed of [
    text,
    'Kultur & Veranstaltungen',
    'https://www.buecherhallen.de/lohbruegge',
    '2031-05-12',
    '09:30',
  ]) {
    expect(shown).toContain(typed)
  }
  await joerg.submits({ text: better })

  const next = await eventually(() => petra.cards()[1])
  expect(wordsOf(next)).toContain('Vorschlag 1, Fassung 2: Wartet auf Freigabe')
  expect(wordsOf(next)).toContain(`${better}\nhttps://www.buecherhallen.de/lohbruegge`)
  expect(wordsOf(next)).toContain('Vorgeschlagen von Anna Ahlers')
  expect(wordsOf(next)).toContain('Überarbeitet von Jörg Jürgens')
  const outdated = await eventually(() => {
    const words = wordsOf(now(old, office))
    return words.includes(next.ts) && words
  })
  expect(outdated).toContain('Nicht mehr aktuell')
  expect(outdated).toContain('Fassung 2 hat diese Fassung abgelöst.')
  expect(labels(now(old, office))).toEqual([])
})

test('a yes on the old card counts for nothing, and its giver is told of the new one', async () => {
  await using office = await openTestOffice()
  const { anna, petra } = office
  const old = await proposes(anna, text)
  await anna.presses('Überarbeiten', old)
  await anna.submits({ text: better })
  const next = await eventually(() => petra.cards()[1])
  await petra.reacts('✅', old)
  await eventually(() => petra.told().length > 0)
  await office.wait({ minutes: 5 })
  expect(petra.told()).toEqual([
    'Inzwischen gibt es Fassung 2. Bitte arbeiten Sie mit der Karte dieser Fassung weiter.',
  ])
  expect(happenedTo(office)).toEqual(['proposed', 'revised'])
  expect(office.published()).toEqual([])

  await petra.reacts('✅', next)
  await reaches(office, 'published')
  expect(office.published()).toEqual([better])
  expect(sends(office)).toBe(1)
})

test('revising an approved text takes the approval away before anything is sent', async () => {
  await using office = await openTestOffice({ UNDO_SECONDS: 30 })
  const { anna, petra, deniz } = office
  const old = await proposes(anna, text)
  await petra.reacts('✅', old)
  await reaches(office, 'approved')
  await anna.presses('Überarbeiten', now(old, office))
  await anna.submits({ text: better })
  await reaches(office, 'submitted')
  await office.wait({ minutes: 10 })
  expect(office.published()).toEqual([])

  // Taking the old yes back, or giving another one, changes nothing about the new version.
  await petra.takesBack('✅', old)
  await deniz.reacts('✅', old)
  await eventually(() => deniz.told().length === 1)
  await office.wait({ minutes: 10 })
  expect(office.published()).toEqual([])
  expect(happenedTo(office)).toEqual(['proposed', 'approved', 'revised'])
})

test('of two who revise at once the second is told, and nothing typed is lost', async () => {
  await using office = await openTestOffice()
  const { anna, joerg, petra } = office
  const old = await proposes(anna, text)
  await anna.presses('Überarbeiten', old)
  await joerg.presses('Überarbeiten', old)
  await eventually(() => anna.form() !== undefined && joerg.form() !== undefined)
  await anna.submits({ text: better })
  await joerg.submits({ text: 'Jörgs lange bedachte Fassung.' })
  expect(anna.form()).toBeUndefined()
  expect(joerg.form()).toBeDefined()
  expect(joerg.errors()).toEqual({
    text: 'Inzwischen gibt es Fassung 2. Bitte arbeiten Sie mit der Karte dieser Fassung weiter.',
  })
  // What he typed is his: it is still in the form, and he can take it along.
  await eventually(() => petra.cards().length === 2)
  expect(petra.cards().map(wordsOf).join()).not.toContain('Jörgs')
  expect(happenedTo(office)).toEqual(['proposed', 'revised'])
  const next = petra.cards()[1]!
  await joerg.closes()
  await joerg.presses('Überarbeiten', next)
  await joerg.submits({ text: 'Jörgs lange bedachte Fassung.' })
  await eventually(() => petra.cards().length === 3)
  expect(happenedTo(office)).toEqual(['proposed', 'revised', 'revised'])
})

test('a revision that changes nothing is refused, and the approval stands', async () => {
  await using office = await openTestOffice({ UNDO_SECONDS: 30 })
  const { anna, petra } = office
  const card = await proposes(anna, text)
  await petra.reacts('✅', card)
  await reaches(office, 'approved')
  await anna.presses('Überarbeiten', now(card, office))
  await anna.submits({})
  expect(anna.errors()).toEqual({
    text: 'Damit ändert sich nichts: So steht es schon auf der Karte.',
  })
  await office.wait({ seconds: 31 })
  await reaches(office, 'published')
  expect(office.published()).toEqual([text])
})
