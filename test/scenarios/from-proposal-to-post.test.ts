import { expect, test } from 'vitest'
import { eventually, openTestOffice } from '../support/office.ts'
import { labels, wordsOf } from '../support/person.ts'

const words = {
  topic: 'Verkehr & Baustellen',
  noLinkBecause: 'steht noch nicht auf hamburg.de',
}

test('a proposal is approved by reaction, posted, told and remembered', async () => {
  await using office = await openTestOffice({ UNDO_SECONDS: 30 })
  const { anna, petra, sandbox } = office

  await anna.types('/vorschlag Ab Montag ist der Curslacker Deich gesperrt & umgeleitet <Süd>.')
  await anna.submits(words)
  const card = await eventually(() => petra.cards()[0])
  expect(wordsOf(card)).toContain('Ab Montag ist der Curslacker Deich gesperrt & umgeleitet <Süd>.')
  expect(wordsOf(card)).toContain('Anna Ahlers')
  expect(labels(card)).toEqual([
    'Freigeben',
    'Ablehnen',
    'Rückfrage',
    'Überarbeiten',
    'Zurückziehen',
  ])
  // What she did herself is confirmed where she did it, and rings nowhere.
  const [confirmed] = await eventually(() => {
    const told = anna.toldIn(sandbox.slack.ids.channels.allgemein)
    return told.length > 0 && told
  })
  expect(confirmed?.text).toBe('Vorschlag 1 liegt zur Freigabe.')
  expect(JSON.stringify(confirmed?.blocks)).toContain(card.ts)

  await petra.reacts('✅', card)
  const approved = await eventually(() => {
    const [now] = petra.cards()
    return now !== undefined && labels(now).includes('Stopp') && now
  })
  expect(wordsOf(approved)).toContain('Freigegeben von Petra Petersen')
  expect(office.published()).toEqual([])

  await office.wait({ seconds: 29 })
  expect(office.published()).toEqual([])
  await office.wait({ seconds: 1 })
  await eventually(() => office.published().length > 0)
  expect(office.published()).toEqual([
    'Ab Montag ist der Curslacker Deich gesperrt & umgeleitet <Süd>.',
  ])
  const told = await eventually(() => petra.cards()[0]?.replies[0])
  expect(JSON.stringify(told)).toContain('Veröffentlicht am')
  // Once for the one thing that is news to her, with the way to the card and to the post.
  const letter = await eventually(() => anna.letters()[0])
  expect(JSON.stringify(letter.blocks)).toContain(card.ts)
  expect(anna.pings().map(({ why }) => why)).toEqual(['direct'])
  const [post] = sandbox.x.sight().posts
  await eventually(() => wordsOf(petra.cards()[0]).includes(post?.url ?? '?'))
  expect(office.office.proposals.life(1).map(({ type }) => type)).toEqual([
    'proposed',
    'approved',
    'begun',
    'posted',
  ])
  expect(sandbox.x.calls().filter(({ route }) => route === 'POST /2/tweets')).toHaveLength(1)
})

test('taking the reaction back stops the post, and giving it anew approves it again', async () => {
  await using office = await openTestOffice({ UNDO_SECONDS: 30 })
  const { anna, petra } = office
  await anna.types('/vorschlag Das Rathaus bleibt am Freitag geschlossen.')
  await anna.submits(words)
  const card = await eventually(() => petra.cards()[0])
  await petra.reacts('✅', card)
  await eventually(() => office.office.proposals.load(1)?.stage.is === 'approved')
  await petra.takesBack('✅', card)
  await eventually(() => office.office.proposals.load(1)?.stage.is === 'submitted')
  await office.wait({ minutes: 5 })
  expect(office.published()).toEqual([])
  await petra.reacts('✅', card)
  await eventually(() => office.office.proposals.load(1)?.stage.is === 'approved')
  await office.wait({ seconds: 31 })
  await eventually(() => office.published().length === 1)
})
