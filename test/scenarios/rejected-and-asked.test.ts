// No, not yet, and never mind: what the press office answers besides yes, and how an author takes it back.
import { expect, test } from 'vitest'
import { eventually, openTestOffice } from '../support/office.ts'
import { labels, wordsOf } from '../support/person.ts'
import { happenedTo, now, proposes, reaches, sends } from '../support/steps.ts'

const text = 'Das beste Stadtfest aller Zeiten war bei uns!'

test('the officer rejects with a reason, and the author reads it everywhere', async () => {
  await using office = await openTestOffice()
  const { anna, petra } = office
  const card = await proposes(anna, text)
  await petra.presses('Ablehnen', card)
  await petra.submits({ sentence: 'Bitte sachlich & ohne <Superlative>.' })
  await eventually(() => wordsOf(now(card, office)).includes('Abgelehnt von Petra Petersen'))
  expect(wordsOf(now(card, office))).toContain('Bitte sachlich & ohne <Superlative>.')
  expect(labels(now(card, office))).toEqual(['Neu vorschlagen mit diesem Text'])
  const note = await eventually(() => now(card, office).replies[0])
  expect(wordsOf(note)).toContain('Bitte sachlich & ohne <Superlative>.')
  await eventually(() =>
    wordsOf(anna.letters()[0]).includes('Bitte sachlich & ohne <Superlative>.'),
  )
  expect(anna.letters()).toHaveLength(1)

  await petra.reacts('✅', card)
  await eventually(() => petra.told().length === 1)
  expect(petra.told()[0]).toContain('abgelehnt. Sie können einen neuen einreichen.')
  await office.wait({ minutes: 5 })
  expect(sends(office)).toBe(0)
})

test('a reason of nothing but spaces is no reason: the form stays open', async () => {
  await using office = await openTestOffice()
  const { anna, petra } = office
  const card = await proposes(anna, text)
  await petra.presses('Ablehnen', card)
  await petra.submits({ sentence: '   ' })
  expect(petra.errors()).toEqual({
    sentence: 'Dieses Feld ist noch leer. Bitte schreiben Sie ein paar Worte.',
  })
  expect(happenedTo(office)).toEqual(['proposed'])
  await petra.submits({ sentence: 'Zu werblich.' })
  await reaches(office, 'rejected')
})

test('after a bare ❌ the reason is asked for, given once, and told', async () => {
  await using office = await openTestOffice()
  const { anna, joerg, petra, deniz } = office
  const card = await proposes(anna, text)
  await petra.reacts('❌', card)
  const note = await eventually(() => now(card, office).replies[0])
  expect(wordsOf(note)).toContain('Ein Grund ist noch nicht genannt')
  expect(labels(note)).toEqual(['Grund nennen'])
  expect(labels(now(card, office))).toEqual(['Grund nennen', 'Neu vorschlagen mit diesem Text'])

  await joerg.presses('Grund nennen', card)
  await eventually(() => joerg.told().length === 1)
  expect(joerg.form()).toBeUndefined()
  await deniz.presses('Grund nennen', note)
  await petra.presses('Grund nennen', card)
  await eventually(() => deniz.form() !== undefined && petra.form() !== undefined)
  await petra.submits({ sentence: 'Das Fest gehört in den Rückblick.' })
  await deniz.submits({ sentence: 'Doppelt hält besser.' })
  expect(deniz.errors()).toEqual({
    sentence: 'Der Grund ist schon genannt. Er steht auf der Karte.',
  })
  await eventually(() => wordsOf(now(card, office)).includes('Das Fest gehört in den Rückblick.'))
  const told = await eventually(() => now(card, office).replies[1])
  expect(wordsOf(told)).toContain('Petra Petersen hat den Grund für die Ablehnung genannt')
  // Taking the ❌ back does not revive what is rejected.
  await petra.takesBack('❌', card)
  await deniz.reacts('✅', card)
  await eventually(() => deniz.told().length === 1)
  expect(happenedTo(office)).toEqual(['proposed', 'rejected', 'reason-given'])
  expect(sends(office)).toBe(0)
})

test('an author of the press office does not give the reason for the No of her colleague', async () => {
  await using office = await openTestOffice()
  const { petra, deniz } = office
  const card = await proposes(petra, text)
  await deniz.reacts('❌', card)
  await eventually(() => labels(now(card, office))[0] === 'Grund nennen')
  await petra.presses('Grund nennen', card)
  await eventually(() => petra.told().length === 1)
  expect(petra.told()[0]).toContain('Vier-Augen-Prinzip')
  expect(petra.form()).toBeUndefined()
  expect(happenedTo(office)).toEqual(['proposed', 'rejected'])
})

test('a ❓ and a written question reach the author, and the answer can still be yes', async () => {
  await using office = await openTestOffice()
  const { anna, petra, deniz } = office
  const card = await proposes(anna, text)
  await petra.reacts('❓', card)
  const first = await eventually(() => now(card, office).replies[0])
  expect(first.text).toContain('Petra Petersen hat eine Rückfrage.')
  await eventually(() => anna.letters().length === 1)
  expect(anna.pings().map(({ why }) => why)).toEqual(['direct'])
  await eventually(() => wordsOf(now(card, office)).includes('Rückfrage von Petra Petersen'))

  await deniz.presses('Rückfrage', card)
  await deniz.submits({ sentence: 'Wie viele Gäste waren es?' })
  const second = await eventually(() => now(card, office).replies[1])
  expect(wordsOf(second)).toContain('Wie viele Gäste waren es?')
  // Her message is brought up to date and rings no more, so the thread calls her.
  expect(second.text).toContain(`<@${anna.id}>`)
  await eventually(() => wordsOf(now(card, office)).includes('Wie viele Gäste waren es?'))
  expect(now(card, office).replies).toHaveLength(2)

  await petra.reacts('✅', card)
  await reaches(office, 'published')
  expect(office.published()).toEqual([text])
  expect(happenedTo(office).slice(0, 4)).toEqual([
    'proposed',
    'question-asked',
    'question-asked',
    'approved',
  ])
})

test('yes and no given together are a no', async () => {
  await using office = await openTestOffice()
  const { anna, petra, deniz, sandbox } = office
  const card = await proposes(anna, text)
  // Both stand on the card before the desk reads it for the first time.
  sandbox.slack.setFaults([{ kind: 'server-error', method: 'reactions.get', times: null }])
  await petra.reacts('✅', card)
  await deniz.reacts('❌', card)
  sandbox.slack.setFaults([])
  await office.office.desk.readAllReactions()
  await reaches(office, 'rejected')
  await office.wait({ minutes: 5 })
  expect(sends(office)).toBe(0)
})

test('the author withdraws; a colleague may not; nothing is sent even if it was approved', async () => {
  await using office = await openTestOffice({ UNDO_SECONDS: 30 })
  const { anna, joerg, petra } = office
  const card = await proposes(anna, text)
  await petra.reacts('✅', card)
  await reaches(office, 'approved')
  await joerg.presses('Zurückziehen', card)
  await eventually(() => joerg.told().length === 1)
  await anna.presses('Zurückziehen', card)
  await reaches(office, 'withdrawn')
  await eventually(() => labels(now(card, office)).length === 1)
  expect(wordsOf(now(card, office))).toContain('Zurückgezogen von Anna Ahlers')
  const note = await eventually(() => now(card, office).replies[0])
  expect(note.text).toContain(`<@${petra.id}>`)
  await office.wait({ minutes: 5 })
  expect(sends(office)).toBe(0)
})

test('who answers the question ends it, and whoever asked reads the answer', async () => {
  await using office = await openTestOffice()
  const { anna, petra } = office
  const card = await proposes(anna, text)
  await petra.presses('Rückfrage', card)
  await petra.submits({ sentence: 'Ab wann?' })
  await eventually(() => labels(now(card, office)).includes('Frage beantworten'))
  await anna.presses('Frage beantworten', now(card, office))
  await anna.submits({ sentence: 'Ab Montag.' })
  expect(anna.errors()).toEqual({})
  const told = await eventually(() => now(card, office).replies[1])
  expect(told.text).toContain(`<@${petra.id}>`)
  expect(wordsOf(told)).toContain('Anna Ahlers antwortet auf Ihre Rückfrage:')
  expect(wordsOf(told)).toContain('Ab Montag.')
  await eventually(() => wordsOf(now(card, office)).includes('Wartet auf Freigabe'))
  expect(labels(now(card, office))).not.toContain('Frage beantworten')
  expect(happenedTo(office)).toEqual(['proposed', 'question-asked', 'question-answered'])
})
