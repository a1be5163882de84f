// An answer belongs to the words it was written for: it neither goes out under others, nor alone, nor does it close
// what came after it.
import { expect, test } from 'vitest'
import { bridgeTo } from '../support/bridge.ts'
import { cardOf, openModerationOffice, writes } from '../support/moderation.ts'
import { eventually, openedOffice, openWorld, publishedIn } from '../support/office.ts'
import { labels, wordsOf } from '../support/person.ts'

test('a call for help that comes while an older answer waits stays open when that answer is published', async () => {
  await using office = await openModerationOffice()
  const { anna, petra, conversations } = office
  const first = writes(office, '@BABergedorf Wann öffnet das Freibad?')
  await office.reads()
  const card = await cardOf(office, 1)
  await anna.presses('Antworten', card)
  await anna.submits({ text: 'Das Freibad öffnet um zehn.' })
  const proposal = await eventually(() => petra.cards()[0])
  writes(office, '@BABergedorf Hilfe, im Becken ist jemand bewusstlos!', { inReplyTo: first })
  await office.waits(2)
  await office.reads()
  await eventually(() => petra.mentions().some((one) => wordsOf(one).includes('Kein Notruf')))
  await petra.reacts('✅', proposal)
  await eventually(() => office.published().length === 1)
  await office.waits(1)
  expect(conversations.open()).toHaveLength(1)
  expect(conversations.open()[0]?.due).not.toBeNull()
})

test('when the citizen edits, the approval is void, the card shows the new words, and a person decides again', async () => {
  await using office = await openModerationOffice({ UNDO_SECONDS: 60 })
  const { anna, petra, sandbox } = office
  const first = writes(office, '@BABergedorf Darf mein Sommerfest am Samstag im Park stattfinden?')
  await office.reads()
  await anna.presses('Antworten', await cardOf(office, 1))
  await anna.submits({ text: 'Ja, sehr gern! Wir freuen uns mit Ihnen.' })
  const proposal = await eventually(() => petra.cards()[0])
  await petra.reacts('✅', proposal)
  await eventually(() => office.office.proposals.load(1)?.stage.is === 'approved')
  sandbox.x.citizen({
    act: 'edit',
    id: first,
    text: '@BABergedorf Wollen Sie alle aus dem Park werfen?',
  })
  await office.reads()
  await eventually(() => office.office.proposals.load(1)?.versions.length === 2)
  await office.waits(5)
  expect(office.published()).toEqual([])
  const renewed = await eventually(() =>
    petra.cards().find((one) => wordsOf(one).includes('Fassung 2:')),
  )
  expect(wordsOf(renewed)).toContain('aus dem Park werfen')
  expect(labels(renewed)).toContain('Freigeben')
  await petra.presses('Freigeben', renewed)
  await eventually(() => office.office.proposals.load(1)?.stage.is === 'approved')
  await office.waits(2)
  await eventually(() => office.published().length === 1)
})

test('what is erased while its answer is on the way leaves no answer standing alone', async () => {
  await using world = await openWorld({ UNDO_SECONDS: 30 }, Date.UTC(2026, 10, 30, 9))
  using bridge = await bridgeTo(world.sandbox.address)
  world.config.X_API_URL = bridge.address
  const { anna, petra, deniz, sandbox, clock } = world
  const text = '@BABergedorf Mein Kind ist in der Kita krank geworden, was tun?'
  sandbox.x.citizen({ act: 'post', handle: 'kim_beispiel', name: 'Kim', text })
  const office = await openedOffice(world)
  await office.inbox!.read()
  await office.desk.settle()
  await anna.presses('Antworten', await eventually(() => petra.mentions()[0]))
  await anna.submits({ text: 'Das tut uns leid. Bitte rufen Sie das Gesundheitsamt an.' })
  await petra.reacts('✅', await eventually(() => petra.cards()[0]))
  await eventually(() => office.proposals.load(1)?.stage.is === 'approved')
  await office.close()
  const second = await openedOffice(world)
  try {
    await petra.types('/loeschung @kim_beispiel')
    const request = await eventually(() =>
      petra.mentions().find((one) => wordsOf(one).includes('Löschersuchen 1')),
    )
    bridge.hold()
    clock.moveTo(clock.now() + 31_000)
    void second.desk.settle()
    await eventually(() =>
      sandbox.x.calls().some(({ route }) => route === 'GET /2/users/:id/tweets'),
    )
    await deniz.presses('Löschen', request)
    await eventually(() => second.conversations!.mention(1)?.view.words === null)
    bridge.release()
    await eventually(() => second.proposals.load(1)?.stage.is === 'check-needed')
    await eventually(() => wordsOf(petra.cards()[0]).includes('gelöscht'))
    const answers = sandbox.x.sight().posts.filter(({ author }) => author.office)
    expect(answers.filter(({ inReplyTo }) => inReplyTo === null)).toEqual([])
    expect(publishedIn(world)).toEqual([])
  } finally {
    bridge.release()
    await second.close()
  }
})
