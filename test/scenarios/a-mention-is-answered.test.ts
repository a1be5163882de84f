// A citizen writes; one person takes it; the answer goes through four eyes and comes out once.
import { expect, test } from 'vitest'
import { eventually } from '../support/office.ts'
import { cardOf, openModerationOffice, says, writes } from '../support/moderation.ts'
import { labels, wordsOf } from '../support/person.ts'

const question = '@BABergedorf Wann wird die Laterne am Weidenbaumsweg <!channel> repariert? &amp;'

test('a mention becomes a card, is taken, answered, approved and posted', async () => {
  await using office = await openModerationOffice()
  const { anna, petra, sandbox } = office
  const id = writes(office, question)
  await office.reads()
  const card = await cardOf(office, 1)
  expect(wordsOf(card)).toContain(question)
  expect(wordsOf(card)).toContain('Kim Beispiel (@kim_beispiel)')
  expect(wordsOf(card)).toContain('Noch niemand kümmert sich darum.')
  expect(labels(card)).toEqual(['Übernehmen', 'Antworten', 'Melde-Michel nennen', 'Zur Kenntnis'])

  await anna.presses('Übernehmen', card)
  await says(office, card, 'In Bearbeitung: Anna Ahlers')
  await petra.reacts('👀', card)
  await eventually(() => petra.toldAtModeration()[0])
  expect(petra.toldAtModeration()[0]).toContain('Anna Ahlers')

  await anna.presses('Antworten', card)
  await eventually(() => anna.form())
  await anna.choosesInForm('template', 'Schaden melden')
  await eventually(() => JSON.stringify(anna.form()?.view).includes('Melde-Michel, dort geht'))
  // Everything that is wrong is said at once.
  await anna.submits({ text: `Die Laterne :laterne: wird ${'bald '.repeat(60)}repariert.` })
  const [errors = ''] = Object.values(anna.errors())
  expect(errors).toMatch(/^Der Text ist \d+ Zeichen zu lang\. :laterne: ist kein Emoji/)
  await anna.submits({ text: 'Die Laterne wird am Freitag repariert.' })
  await eventually(() => anna.toldAtModeration().includes('Vorschlag 1 liegt zur Freigabe.'))
  const proposal = await eventually(() => petra.cards()[0])
  expect(wordsOf(proposal)).toContain('Antwort auf Erwähnung 1')
  expect(wordsOf(proposal)).toContain(question)
  await says(office, card, 'Antwort liegt zur Freigabe')

  await petra.reacts('✅', proposal)
  await eventually(() => office.published().length === 1)
  await office.settle()
  const done = await says(office, card, 'Beantwortet am')
  expect(wordsOf(done)).toContain('Erste Antwort nach weniger als einer Minute')
  const [answer] = sandbox.x.sight().posts
  expect(answer).toMatchObject({
    text: 'Die Laterne wird am Freitag repariert.',
    inReplyTo: id,
  })
  // Nothing that citizens wrote or are called is in history.
  const life =
    JSON.stringify(office.conversations.life(1)) + JSON.stringify(office.office.proposals.life(1))
  for (const secret of ['Laterne am Weidenbaumsweg', 'kim_beispiel', 'Kim', id]) {
    expect(life).not.toContain(secret)
  }
})

test('two people take a mention at the same moment: one has it, the other is told who', async () => {
  await using office = await openModerationOffice()
  const { anna, joerg } = office
  writes(office, question)
  await office.reads()
  const card = await cardOf(office, 1)
  await Promise.all([anna.presses('Übernehmen', card), joerg.presses('Übernehmen', card)])
  await eventually(() => anna.toldAtModeration().length + joerg.toldAtModeration().length === 1)
  const [told = ''] = [...anna.toldAtModeration(), ...joerg.toldAtModeration()]
  expect(told).toMatch(/^(Anna Ahlers|Jörg \S+) hat diese Erwähnung schon in Bearbeitung/)
  expect(office.conversations.life(1).map(({ type }) => type)).toEqual(['received', 'claimed'])
})

test('a further post of the same citizen goes into the thread and reopens what was closed', async () => {
  await using office = await openModerationOffice()
  const { anna } = office
  const first = writes(office, question)
  await office.reads()
  const card = await cardOf(office, 1)
  await anna.presses('Zur Kenntnis', card)
  await says(office, card, 'Zur Kenntnis genommen')
  writes(office, '@BABergedorf Und wann genau?', { inReplyTo: first })
  await office.reads()
  const opened = await says(office, card, 'Noch niemand kümmert sich darum.')
  // One message a second, and this one comes after the card.
  await office.waits(1)
  const reply = await eventually(() => office.petra.mentions()[0]?.replies[0])
  expect(wordsOf(reply)).toContain('Und wann genau?')
  expect(wordsOf(opened)).toContain('Ein weiterer Beitrag steht im Thread.')
  await office.reads()
  expect(office.petra.mentions()).toHaveLength(1)
})
