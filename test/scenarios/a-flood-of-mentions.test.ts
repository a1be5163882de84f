// More comes in than one card each could bear: nothing is lost, nobody is flooded.
import { expect, test } from 'vitest'
import { eventually } from '../support/office.ts'
import { cardOf, openModerationOffice, says, writes } from '../support/moderation.ts'
import { wordsOf } from '../support/person.ts'
import { proposes, reaches } from '../support/steps.ts'

test('a flood becomes one collecting card, an alarm, and each mention stays a record', async () => {
  await using office = await openModerationOffice({ FLOOD_MENTIONS: 5, UNDO_SECONDS: 30 })
  const { anna, petra, conversations } = office
  const planned = await proposes(anna, 'Morgen ist Markt.')
  await petra.reacts('✅', planned)
  await reaches(office, 'approved')
  for (let number = 1; number <= 30; number += 1) {
    writes(office, `@BABergedorf Frage ${number}?`, { handle: `kim${number}` })
  }
  await office.reads()
  for (let second = 0; second < 12; second += 1) await office.waits(1 / 30)
  const collecting = await eventually(() =>
    petra.mentions().find((one) => wordsOf(one).includes('sehr viele Erwähnungen: 25')),
  )
  // Five stand alone, the others on one card.
  expect(petra.mentions()).toHaveLength(6)
  expect(conversations.open()).toHaveLength(30)
  expect(wordsOf(collecting)).toContain('Frage 30?')
  expect(wordsOf(collecting)).toContain('… und 5 weitere in der Liste.')

  const alarm = await eventually(() =>
    petra.cards().find((one) => wordsOf(one).includes('Gerade kommen sehr viele Erwähnungen')),
  )
  // Holding back is everybody's; ending it is the press office's.
  await anna.presses('Geplantes anhalten', alarm)
  await eventually(() => anna.told().includes('Der Stopp gilt. Angehalten: Vorschlag 1.'))
  await reaches(office, 'check-needed')
  expect(office.published()).toEqual([])

  await anna.chooses('want-card', 'Erwähnung 30', collecting)
  await office.waits(1 / 30)
  await cardOf(office, 30)
  await office.waits(60)
  await says(office, collecting, 'inzwischen abgeebbt: 25')
  expect(conversations.open()).toHaveLength(30)
})

test('five hundred at once, while Slack refuses and breaks: each is a record, none is lost', async () => {
  await using office = await openModerationOffice()
  const { petra, conversations, sandbox } = office
  sandbox.x.citizen({ act: 'flood', count: 500 })
  sandbox.slack.setFaults([
    { kind: 'rate-limit', method: 'chat.postMessage', times: 2, skips: 5, seconds: 2 },
    { kind: 'server-error', method: 'chat.postMessage', times: 2, skips: 9 },
    { kind: 'lost-answer', method: 'chat.update', times: 1 },
  ])
  await office.reads()
  const collecting = () =>
    petra.mentions().find((one) => wordsOf(one).includes('sehr viele Erwähnungen: 480'))
  for (let second = 0; second < 60; second += 1) {
    if (petra.mentions().length === 21 && collecting() !== undefined) break
    await office.waits(1 / 20)
  }
  expect(petra.mentions()).toHaveLength(21)
  expect(collecting()).toBeDefined()
  expect(conversations.open()).toHaveLength(500)
  const posts = sandbox.x.sight().posts.map(({ id }) => id)
  const records = conversations
    .open()
    .map(({ view }) => office.office.mentions?.get(view.number)?.words?.latest)
  expect(new Set(records)).toEqual(new Set(posts))
}, 60_000)

test('a backlog after an outage is no flood: what counts is when it was written', async () => {
  await using office = await openModerationOffice({ FLOOD_MENTIONS: 5 })
  for (let number = 1; number <= 8; number += 1) {
    writes(office, `@BABergedorf Frage ${number}?`, { handle: `kim${number}` })
    await office.wait({ minutes: 20 })
  }
  await office.reads()
  for (let second = 0; second < 10; second += 1) await office.waits(1 / 30)
  await eventually(() => office.petra.mentions().length === 8)
  await cardOf(office, 8)
})

test('a call for help in a flood still stands alone', async () => {
  await using office = await openModerationOffice({ FLOOD_MENTIONS: 2 })
  for (let number = 1; number <= 6; number += 1) {
    writes(office, `@BABergedorf Frage ${number}?`, { handle: `kim${number}` })
  }
  writes(office, '@BABergedorf Hilfe, hier brennt es am Sander Damm!', { handle: 'lea' })
  await office.reads()
  for (let second = 0; second < 10; second += 1) await office.waits(1 / 30)
  await eventually(() =>
    office.petra.mentions().find((one) => wordsOf(one).includes('Kein Notruf über X – 110/112')),
  )
  await cardOf(office, 7)
})

test('everyone in a flood can be reached: page by page, answered, noted, and closed in bulk', async () => {
  await using office = await openModerationOffice({ FLOOD_MENTIONS: 5 })
  const { anna, petra, conversations, sandbox } = office
  sandbox.x.citizen({ act: 'flood', count: 80 })
  await office.reads()
  for (let second = 0; second < 12; second += 1) await office.waits(1 / 30)
  const collecting = await eventually(() =>
    petra.mentions().find((one) => wordsOf(one).includes('sehr viele Erwähnungen: 75')),
  )
  const form = () => JSON.stringify(anna.form()?.view)
  await anna.presses('Liste öffnen', collecting)
  await eventually(() => form().includes('Seite 1 von 4, 75 offen'))
  await anna.pressesInForm('Weiter')
  await eventually(() => form().includes('Seite 2 von 4'))

  await anna.pressesInForm('Zur Kenntnis: Erwähnung 27')
  await eventually(() => form().includes('74 offen'))
  expect(conversations.mention(27)?.conversation.stage.is).toBe('noted')
  await anna.pressesInForm('Karte holen: Erwähnung 28')
  await eventually(() => form().includes('73 offen'))
  await anna.pressesInForm('Antworten: Erwähnung 29')
  await eventually(() => form().includes('Zur Freigabe einreichen'))
  await anna.submits({ text: 'Wir kümmern uns.' })
  await eventually(() => petra.cards().find((one) => wordsOf(one).includes('Erwähnung 29')))

  await anna.presses('Liste öffnen', collecting)
  await eventually(() => form().includes('72 offen'))
  await anna.submits({ as: 'Zur Kenntnis genommen', which: 'Nur die ausgewählten' })
  expect(anna.errors()).toEqual({ chosen: expect.stringContaining('wählen') as string })
  await anna.submits({
    as: 'Verwiesen auf Melde-Michel',
    which: 'Alle auf dieser Seite (20)',
  })
  await eventually(() => form().includes('20 Erwähnungen sind abgeschlossen.'))
  expect(conversations.mention(6)?.conversation.stage).toMatchObject({
    is: 'referred',
    to: 'melde-michel',
  })
  // Somebody changes a post meanwhile: nobody has decided about that.
  const [post] = sandbox.x
    .sight()
    .posts.filter(({ text }) => text !== '')
    .slice(-40)
  sandbox.x.citizen({ act: 'edit', id: post!.id, text: '@BABergedorf Ganz andere Worte' })
  await office.reads()
  await anna.submits({ as: 'Zur Kenntnis genommen', which: 'Alle in der Liste (52)' })
  await eventually(() => form().includes('51 Erwähnungen sind abgeschlossen.'))
  expect(conversations.open().map(({ view }) => view.words?.text)).toContain(
    '@BABergedorf Ganz andere Worte',
  )
  // Five with a card from the beginning, two that got one, and the changed one.
  expect(conversations.open()).toHaveLength(8)
}, 60_000)

test('a flood below one mention is a flood, too: everybody can be answered alone', async () => {
  await using office = await openModerationOffice({ FLOOD_MENTIONS: 5 })
  const { petra, conversations, floods } = office
  const first = writes(office, '@BABergedorf Was soll das?')
  await office.reads()
  await cardOf(office, 1)
  for (let number = 1; number <= 30; number += 1) {
    writes(office, `@BABergedorf Genau, Nummer ${number}!`, {
      handle: `kim${number}`,
      inReplyTo: first,
    })
  }
  await office.reads()
  for (let second = 0; second < 12; second += 1) await office.waits(1 / 30)
  await eventually(() =>
    petra.mentions().find((one) => wordsOf(one).includes('sehr viele Erwähnungen: 26')),
  )
  // The card, its thread, and the collecting card: the channel stays readable.
  expect(petra.mentions()).toHaveLength(2)
  expect(petra.mentions()[0]?.replies).toHaveLength(4)
  expect(conversations.open()).toHaveLength(27)
  expect(floods.load(1)?.listed).toHaveLength(26)
})

test('small crowds below many cards are a flood, too: the threads stay readable', async () => {
  await using office = await openModerationOffice({ FLOOD_MENTIONS: 10 })
  const { conversations, floods } = office
  const posts = Array.from({ length: 10 }, (_, index) =>
    writes(office, `@BABergedorf Frage ${index}?`, { handle: `kim${index}` }),
  )
  await office.reads()
  await office.waits(60)
  for (const [index, inReplyTo] of posts.entries()) {
    for (let number = 1; number <= 15; number += 1) {
      const handle = `lea${index}x${number}`
      writes(office, `@BABergedorf Genau, Nummer ${number}!`, { handle, inReplyTo })
    }
  }
  await office.reads()
  // The first ten as they come; in the other threads the first three.
  expect(floods.load(1)?.collected).toBe(113)
  expect(conversations.open()).toHaveLength(123)
  const inThreads = conversations.open().map(({ conversation }) => conversation.mentions.length - 1)
  expect(Math.max(...inThreads)).toBeLessThanOrEqual(10)
}, 60_000)

test('a flood ends, also where the channel bears no post at all; after ninety-one days nobody waits any more', async () => {
  await using office = await openModerationOffice({ FLOOD_MENTIONS: 0 })
  const { petra, conversations, floods } = office
  writes(office, '@BABergedorf Hallo?')
  await office.reads()
  await office.waits(1)
  const card = await eventually(() =>
    petra.mentions().find((one) => wordsOf(one).includes('sehr viele Erwähnungen: 1')),
  )
  await office.waits(11)
  await says(office, card, 'inzwischen abgeebbt')
  await office.waits(91 * 24 * 60)
  await office.settle()
  await eventually(() => conversations.open().length === 0)
  expect(conversations.mention(1)?.view.words).toBeNull()
  expect(conversations.load(1)?.stage.is).toBe('forgotten')
  await office.waits(1)
  await says(office, card, 'Alle sind bearbeitet')
  expect(floods.load(1)?.listed).toEqual([])
})
