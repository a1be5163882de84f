// A comma does not need a second officer: the press officer mends it and releases it, and whoever wrote it looks once more.
import { expect, test } from 'vitest'
import { eventually, openTestOffice, publishedIn } from '../support/office.ts'
import { wordsOf } from '../support/person.ts'
import { happenedTo, offers, proposes, reaches, shows } from '../support/steps.ts'

const change = { UNDO_SECONDS: 0 }

test('the author confirms what the officer mended, and exactly that becomes public', async () => {
  await using office = await openTestOffice(change)
  const { anna, petra } = office
  const card = await proposes(anna, 'Treffen um 10 Uhr am Markt')
  await petra.presses('Überarbeiten', card)
  await petra.submits({
    text: 'Treffen um 11 Uhr am Markt.',
    releases: 'Mit dieser Fassung freigeben',
  })
  const mended = await eventually(() => petra.cards()[1])
  await shows(mended, 'Petra Petersen hat den Text geändert und freigegeben.', office)
  await shows(mended, '[gestrichen: \n10\n]\n[neu: \n11\n]', office)
  await offers(
    mended,
    ['Bestätigen', 'Ablehnen', 'Rückfrage', 'Überarbeiten', 'Zurückziehen'],
    office,
  )
  await petra.opensHome()
  await eventually(() => petra.home().includes('Bestätigung durch Anna Ahlers'))
  // Who mended it cannot confirm it; a message asks the author.
  await petra.reacts('✅', mended)
  await eventually(() => petra.told().some((one) => one.includes('Vier-Augen-Prinzip')))
  await eventually(() => wordsOf(anna.letters()[0]).includes('bestätigen Sie sie auf der Karte'))
  expect(publishedIn(office)).toEqual([])
  await anna.presses('Bestätigen', mended)
  await reaches(office, 'published')
  expect(publishedIn(office)).toEqual(['Treffen um 11 Uhr am Markt.'])
  expect(happenedTo(office).slice(0, 3)).toEqual(['proposed', 'mended', 'confirmed'])
  await shows(mended, 'freigegeben von Petra Petersen (bestätigt von Anna', office)
})

test('staff are not offered it, nor an officer for her own words', async () => {
  await using office = await openTestOffice(change)
  const { anna, petra } = office
  const card = await proposes(anna, 'Treffen um 10 Uhr')
  await anna.presses('Überarbeiten', card)
  await eventually(() => anna.formWords().includes('Vorschlag 1'))
  expect(anna.formWords()).not.toContain('Kleine Korrektur')
  await anna.closes()
  const own = await proposes(petra, 'Von Petra')
  await petra.presses('Überarbeiten', own)
  await eventually(() => petra.formWords().includes('Vorschlag 2'))
  expect(petra.formWords()).not.toContain('Kleine Korrektur')
})

test('any colleague may confirm by reaction, and take it back in time', async () => {
  await using office = await openTestOffice({ UNDO_SECONDS: 600 })
  const { anna, petra, joerg } = office
  const card = await proposes(anna, 'Treffen um 10 Uhr')
  await petra.presses('Überarbeiten', card)
  await petra.submits({
    text: 'Treffen um 11 Uhr',
    releases: 'Mit dieser Fassung freigeben',
  })
  const mended = await eventually(() => petra.cards()[1])
  await joerg.reacts('✅', mended)
  await reaches(office, 'approved')
  await joerg.takesBack('✅', mended)
  await reaches(office, 'submitted')
  // After a stop somebody of the press office decides.
  await anna.reacts('✅', mended)
  await eventually(() => anna.told().some((one) => one.includes('nur die Pressestelle')))
  expect(publishedIn(office)).toEqual([])
})
