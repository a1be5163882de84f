// Public errors are corrected where everybody reads them, and what must not stay is deleted, with four eyes.
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { Message } from '../../sandbox/contract.ts'
import { eventually, openTestOffice, type TestOffice } from '../support/office.ts'
import { wordsOf } from '../support/person.ts'
import { happenedTo, now, offers, proposes, reaches, shows, someWords } from '../support/steps.ts'

/** Monday, 23 November 2026, 10:00 in Bergedorf. */
const ten = Date.parse('2026-11-23T10:00:00+01:00')

/** A public post of Anna's, approved by Petra: its card. */
async function isPublic(office: TestOffice, text: string): Promise<Message> {
  const { anna, petra } = office
  const number = petra.cards().length + 1
  const card = await proposes(anna, text)
  await petra.presses('Freigeben', card)
  await reaches(office, 'published', number)
  return eventually(
    () => wordsOf(now(card, office)).includes('Veröffentlicht') && now(card, office),
  )
}

const wrong = 'Das Bürgerfest beginnt am Sonnabend, 28.11., um 14 Uhr auf dem Marktplatz.'

test('a correction says what was wrong below the post, and the card of the post leads to it', async () => {
  await using office = await openTestOffice({}, ten)
  const { petra, deniz, sandbox } = office
  const card = await isPublic(office, wrong)
  await petra.chooses('follow-up', 'Korrigieren', card)
  await petra.submits({ reason: 'Uhrzeit falsch übertragen' })
  expect(petra.errors()).toEqual({
    text: 'Im Text stehen noch Punkte (…). Bitte füllen Sie sie aus oder löschen Sie den Satz.',
  })
  await petra.submits({
    text: 'Korrektur zu unserem Beitrag: Das Bürgerfest beginnt um 15 Uhr. Wir bitten, den Fehler zu entschuldigen.',
    reason: '',
  })
  expect(petra.errors()).toMatchObject({ reason: expect.any(String) as string })
  await petra.submits({
    text: 'Korrektur zu unserem Beitrag: Das Bürgerfest beginnt um 15 Uhr. Wir bitten, den Fehler zu entschuldigen.',
    reason: 'Uhrzeit falsch übertragen',
  })
  const correction = await eventually(() => petra.cards()[1])
  expect(wordsOf(correction)).toContain('Korrektur zu Vorschlag 1')
  expect(wordsOf(correction)).toContain('Korrigiert wird:')
  expect(wordsOf(correction)).toContain(wrong)
  await shows(card, 'Korrektur liegt zur Freigabe (Vorschlag 2)', office)
  expect(wordsOf(correction)).toContain('Grund (nicht auf X): Uhrzeit falsch übertragen')
  await deniz.presses('Freigeben', correction)
  await reaches(office, 'published', 2)
  const [below, post] = sandbox.x.sight().posts
  expect(below?.inReplyTo).toBe(post?.id)
  await shows(card, 'Veröffentlicht, korrigiert', office)
  await shows(card, 'Korrigiert am Mo., 23.11.2026, 10:00 Uhr (Vorschlag 2)', office)
})

test('a correction names what else repeats the wrong words', async () => {
  await using office = await openTestOffice({}, ten)
  const { petra } = office
  const card = await isPublic(office, wrong)
  await isPublic(
    office,
    'Zur Erinnerung: Es beginnt am Sonnabend, 28.11., um 14 Uhr auf dem Marktplatz!',
  )
  await petra.chooses('follow-up', 'Korrigieren', now(card, office))
  await petra.submits({ text: 'Korrektur: Das Bürgerfest beginnt um 15 Uhr.', reason: 'Falsch' })
  const correction = await eventually(() => petra.cards()[2])
  expect(wordsOf(correction)).toContain(
    'Beitrag 2 wiederholt die Stelle: „beginnt am Sonnabend, 28.11., um 14 Uhr auf dem Marktplatz!“',
  )
})

test('a retraction deletes the post, looks whether it is gone, and says so', async () => {
  await using office = await openTestOffice({}, ten)
  const { petra, deniz } = office
  const card = await isPublic(office, `${wrong}\n---\nDer Eintritt ist frei.`)
  await petra.chooses('follow-up', 'Auf X löschen', card)
  await petra.submits({
    text: 'Wir haben unseren Beitrag zum Bürgerfest gelöscht, weil Tag und Ort falsch waren.',
    reason: 'Tag und Ort falsch',
  })
  expect(petra.errors()).toEqual({})
  const retraction = await eventually(() => petra.cards()[1])
  expect(wordsOf(retraction)).toContain('Rückzug zu Vorschlag 1')
  // Who decides sees what would be deleted, and where it stands.
  expect(wordsOf(retraction)).toContain('Gelöscht wird:')
  expect(wordsOf(retraction)).toContain('Der Eintritt ist frei.')
  expect(wordsOf(retraction)).toContain('Teil 2 auf X ansehen')
  expect(office.published()).toHaveLength(2)
  await deniz.presses('Freigeben', retraction)
  await reaches(office, 'published', 2)
  expect(office.published()).toEqual([
    'Wir haben unseren Beitrag zum Bürgerfest gelöscht, weil Tag und Ort falsch waren.',
  ])
  expect(happenedTo(office, 2)).toEqual([
    ...['proposed', 'approved', 'begun', 'done', 'begun', 'done', 'begun', 'posted'],
  ])
  await shows(
    retraction,
    'Auf X gelöscht am Mo., 23.11.2026, 10:00 Uhr, freigegeben von Deniz Dağ.',
    office,
  )
  await shows(card, 'Veröffentlicht, wieder gelöscht', office)
  expect(wordsOf(now(retraction, office))).not.toContain('Gelöscht wird:')
  expect(wordsOf(now(card, office))).not.toContain('auf X ansehen')
  await petra.opensHome()
  await eventually(() => petra.home().includes('Vorschlag 1 gelöscht am Mo., 23.11.2026'))
  expect(petra.home()).toContain(
    'veröffentlicht am Mo., 23.11.2026, 10:00 Uhr, gelöscht am Mo., 23.11.2026, 10:00 Uhr',
  )
  // What is deleted offers neither correction nor deletion.
  expect(JSON.stringify(now(card, office).blocks)).not.toContain('follow-up')
})

test('a retraction names what would stay, and is not proposed twice', async () => {
  await using office = await openTestOffice({}, ten)
  const { petra, deniz } = office
  const card = await isPublic(office, wrong)
  await petra.chooses('follow-up', 'Korrigieren', card)
  await petra.submits({ text: 'Korrektur: Es beginnt um 15 Uhr.', reason: 'Falsch' })
  const correction = await eventually(() => petra.cards()[1])
  await deniz.presses('Freigeben', correction)
  await shows(card, 'Veröffentlicht, korrigiert', office)
  await deniz.chooses('follow-up', 'Auf X löschen', now(card, office))
  await petra.chooses('follow-up', 'Auf X löschen', now(card, office))
  await petra.submits({ text: '', reason: 'Falsch' })
  const retraction = await eventually(() => petra.cards()[2])
  await shows(retraction, 'Bleibt auf X: Korrektur, Vorschlag 2', office)
  await shows(card, 'Rückzug liegt zur Freigabe (Vorschlag 3)', office)
  await deniz.submits({ text: '', reason: 'Falsch' })
  expect(deniz.errors()).toEqual({ text: 'Das liegt schon zur Freigabe: Rückzug, Vorschlag 3.' })
})

test('a consent that has ended is asked about, holds back the rest, and is renewed or followed by a deletion', async () => {
  await using office = await openTestOffice({}, ten)
  const { anna, petra } = office
  const dots = sharp({ create: { width: 64, height: 48, channels: 3, background: '#225588' } })
  const data = (await dots.png().toBuffer()).toString('base64')
  for (const text of ['Der Kinderchor singt.', 'Der Kinderchor singt bald.']) {
    await anna.types('/vorschlag')
    await anna.submits({ ...someWords, text }, [
      { name: 'gruppe.png', mimetype: 'image/png', data },
    ])
    await anna.submits({
      ...{ 'altText-1': 'Zehn Kinder singen.', 'credit-1': 'Foto: Amt' },
      'people-1': 'Kinder zu erkennen, mit Einwilligung der Sorgeberechtigten',
    })
    await anna.submits({ 'reference-1': 'Ordner 7', 'until-1': '2026-11-23' })
    expect(anna.errors()).toEqual({})
  }
  const [card, later] = await eventually(() => {
    const all = petra.cards()
    return (
      all.length === 2 &&
      all.every((one) => JSON.stringify(one.blocks).includes('slack_file')) &&
      all
    )
  })
  if (card === undefined || later === undefined) throw new Error('no cards')
  expect(wordsOf(card)).toContain('Foto: Amt · Kinder zu erkennen, Einwilligung bis 23.11.2026')
  await petra.presses('Freigeben', card)
  await reaches(office, 'published', 1)
  await office.wait({ minutes: 14 * 60 })
  await shows(card, 'Einwilligung abgelaufen, Entscheidung nötig', office)
  await shows(card, 'Die Einwilligung ist am 23.11.2026 abgelaufen.', office)
  await eventually(() =>
    now(card, office).replies.find(({ text }) =>
      text.startsWith(
        '<@U0PETRA> Die Einwilligung zu einem Bild in Vorschlag 1 ist am 23.11.2026 abgelaufen,',
      ),
    ),
  )
  await petra.opensHome()
  await eventually(() => petra.home().includes('Einwilligung abgelaufen'))
  // What would show the picture now is held back.
  await petra.presses('Freigeben', now(later, office))
  await shows(later, 'Die Einwilligung zu einem Bild ist abgelaufen.', office)
  await petra.presses('Auf X löschen', now(card, office))
  await petra.submits({ text: '', reason: 'Einwilligung abgelaufen' })
  await offers(card, ['Neue Einwilligung liegt vor'], office)
  await petra.presses('Neue Einwilligung liegt vor', now(card, office))
  await offers(card, [], office)
  await petra.opensHome()
  await eventually(() => !petra.home().includes('Einwilligung abgelaufen'))
  expect(office.published()).toEqual(['Der Kinderchor singt.'])
})

test('a deletion that X does not confirm is tried again, then asked about, and confirmed by a person', async () => {
  await using office = await openTestOffice({}, ten)
  const { petra, deniz, sandbox } = office
  const card = await isPublic(office, wrong)
  await petra.chooses('follow-up', 'Auf X löschen', card)
  await petra.submits({ text: '', reason: 'Persönlichkeitsrechte' })
  expect(petra.errors()).toEqual({})
  const retraction = await eventually(() => petra.cards()[1])
  expect(wordsOf(retraction)).toContain('Dazu erscheint kein Hinweis auf X.')
  sandbox.x.setFaults([{ kind: 'server-error', method: 'DELETE /2/tweets/:id', times: null }])
  await deniz.presses('Freigeben', retraction)
  const doubts = () => happenedTo(office, 2).filter((type) => type === 'in-doubt').length
  for (const tries of [1, 2, 3]) {
    await eventually(() => doubts() === tries)
    await office.wait({ minutes: 1.1 })
  }
  await shows(retraction, 'X bestätigt nicht, dass der Beitrag gelöscht ist.', office)
  await petra.presses('Steht nicht mehr auf X', now(retraction, office))
  await reaches(office, 'published', 2)
  await shows(card, 'Veröffentlicht, wieder gelöscht', office)
})

test('who no longer agrees to be seen is taken out of every post with the picture', async () => {
  await using office = await openTestOffice({}, ten)
  const { anna, petra, deniz } = office
  const dots = sharp({ create: { width: 64, height: 48, channels: 3, background: '#225588' } })
  const data = (await dots.png().toBuffer()).toString('base64')
  const file = { name: 'gruppe.png', mimetype: 'image/png', data }
  for (const text of ['Der Kinderchor singt.', 'Der Kinderchor singt wieder.', 'Der Chor übt.']) {
    await anna.types('/vorschlag')
    await anna.submits({ ...someWords, text }, [file])
    await anna.submits({
      ...{ 'altText-1': 'Zehn Kinder singen.', 'credit-1': 'Foto: Amt' },
      'people-1': 'Personen zu erkennen, mit Einwilligung',
    })
    // Where the consent is filed is asked once there is one.
    await anna.submits({ 'reference-1': '', 'until-1': '2026-11-22' })
    expect(anna.errors()).toEqual({
      'reference-1': 'Bitte füllen Sie dieses Pflichtfeld aus.',
    })
    await anna.submits({ 'reference-1': 'Ordner 7', 'until-1': '2026-12-01' })
    expect(anna.errors()).toEqual({})
  }
  const [first, second, third] = await eventually(() => {
    const all = petra.cards()
    return (
      all.length === 3 &&
      all.every((card) => JSON.stringify(card.blocks).includes('slack_file')) &&
      all
    )
  })
  if (first === undefined || second === undefined || third === undefined)
    throw new Error('no cards')
  await shows(first, 'Die Einwilligung endet am 01.12.2026.', office)
  await petra.presses('Freigeben', first)
  await petra.presses('Freigeben', second)
  await reaches(office, 'published', 1)
  await reaches(office, 'published', 2)
  await anna.chooses('follow-up', 'Alle Beiträge mit diesem Bild', now(first, office))
  const form = () => JSON.stringify(anna.form()?.view ?? {})
  await eventually(() => form().includes('Vorschlag 3'))
  await anna.submits({ picture: '1: Zehn Kinder singen.' })
  expect(form()).toContain('Vorschlag 4, Vorschlag 5')
  expect(form()).toContain('Angehalten: Vorschlag 3.')
  await shows(third, 'Die Einwilligung zu einem Bild ist widerrufen.', office)
  for (const card of petra.cards().slice(3)) await deniz.presses('Freigeben', card)
  await reaches(office, 'published', 4)
  await reaches(office, 'published', 5)
  expect(office.published()).toEqual([])
  // A month later nothing of it is left but that there was one.
  await petra.presses('Zurückziehen', now(third, office))
  await office.wait({ minutes: 31 * 24 * 60 })
  const { pictures, forgetPictures, load } = office.office.proposals
  const [shown] = load(1)?.versions[0].content.pictures ?? []
  await forgetPictures()
  expect(pictures.get(shown?.sha256 ?? '')).toBeNull()
  await shows(first, 'Das Bild ist gelöscht.', office)
})
