// Slack is slow for four seconds: the form says it failed, the person sends it again. It is read once.
import { expect, test } from 'vitest'
import { experiences } from '../../db/experiences.ts'
import { readDatabase } from '../../db/database.ts'
import type { Message } from '../../sandbox/contract.ts'
import type { Office } from '../../src/office/office.ts'
import { bridgeTo, type Bridge } from '../support/bridge.ts'
import { mondayTen } from '../support/moderation.ts'
import { eventually, openedOffice, openWorld, type World } from '../support/office.ts'
import { labels, wordsOf, type FormWords, type TestPerson } from '../support/person.ts'
import { now, offers, proposes } from '../support/steps.ts'

type Story = { world: World; office: Office; bridge: Bridge }

/** Somebody sends a form whose acknowledgement comes late, and sends it again. */
async function sendsTwice({ world, bridge }: Story, who: TestPerson, words: FormWords) {
  await eventually(() => who.form())
  // Who somebody is must be asked anew, and Slack takes its time to say so.
  world.clock.moveTo(world.clock.now() + 120_000)
  bridge.hold()
  await expect(who.submits(words)).rejects.toThrow('operation_timeout')
  bridge.release()
  await eventually(() => who.form())
  await who.submits(words)
  await eventually(() => who.form() === undefined)
}

async function tells(story: (given: Story) => Promise<void>): Promise<void> {
  await using world = await openWorld({ UNDO_SECONDS: 0 }, mondayTen)
  using bridge = await bridgeTo(world.sandbox.address)
  world.config.SLACK_API_URL = `${bridge.address}/api/`
  const office = await openedOffice(world)
  try {
    await story({ world, office, bridge })
  } finally {
    bridge.release()
    await office.close()
  }
}

async function mentionCard({ world, office }: Story) {
  world.sandbox.x.citizen({ act: 'post', handle: 'kim', name: 'Kim', text: '@BABergedorf Hm!' })
  await office.inbox?.read()
  await office.desk.settle()
  return eventually(() => world.petra.mentions()[0])
}

test('a measure', () =>
  tells(async (story) => {
    const { anna } = story.world
    await anna.chooses('step', 'Mehr …', await mentionCard(story))
    await anna.submits({ step: 'Maßnahme vorschlagen oder festhalten' })
    await eventually(() => JSON.stringify(anna.form()?.view).includes('Netiquette'))
    const rule = '1 Beleidigung, Verleumdung, Bedrohung'
    const words = { kind: 'Hinweis geben', rule, reason: 'Beleidigung.', informed: 'ja' }
    await sendsTwice(story, anna, { ...words, milder: [] })
    expect(story.office.measures?.all()).toHaveLength(1)
  }))

test('a note for the report, which is then taken back once', () =>
  tells(async (story) => {
    const { anna, sandbox, config } = story.world
    const { kantine } = sandbox.slack.ids.channels
    const notes = () => {
      const db = readDatabase(config.DATABASE_PATH)
      const all = experiences(db).between(0, Date.UTC(2100, 0))
      db.close()
      return all.length
    }
    await anna.types('/erfahrung', kantine)
    await sendsTwice(story, anna, { text: 'Hat gut geklappt.' })
    expect(notes()).toBe(1)
    const [first, second] = await eventually(() => {
      const told = anna.toldIn(kantine)
      return told.length === 2 && told
    })
    await anna.presses('Wieder löschen', first!)
    await eventually(() => anna.toldIn(kantine)[0]?.text === 'Die Notiz ist gelöscht.')
    await anna.presses('Wieder löschen', second!)
    await eventually(() => anna.toldIn(kantine)[1]?.text.includes('schon'))
    expect(notes()).toBe(0)
  }))

test('a step of a conversation, and evidence', () =>
  tells(async (story) => {
    const { office, world } = story
    const { petra } = world
    const card = await mentionCard(story)
    await petra.chooses('step', 'Verwiesen auf', card)
    await sendsTwice(story, petra, { target: 'Melde-Michel' })
    const more = async () => {
      await office.desk.settle()
      await eventually(() => labels(petra.mentions()[0]!).includes('Mehr …'))
      await petra.presses('Mehr …', card)
    }
    await more()
    await sendsTwice(story, petra, { step: 'Beweissicherung (nur Pressestelle, drei Monate)' })
    expect(office.conversations?.life(1).map(({ type }) => type)).toEqual([
      'received',
      'referred',
      'evidence-held',
    ])
    await more()
    await petra.submits({ step: 'Beweissicherung beenden (nur Pressestelle)' })
    await eventually(() => JSON.stringify(petra.form()?.view).includes('Rechtsamt'))
    const decision = 'Nicht mehr nötig: Kopie hier löschen'
    await sendsTwice(story, petra, { decision })
    expect(
      office.conversations?.life(1).filter(({ type }) => type === 'evidence-ended'),
    ).toHaveLength(1)
  }))

/** Sends the form behind a button of a proposal's card twice; how often that came to be on record. */
async function asksTwice(story: Story, button: string, card: Message, sentence: string) {
  const { world, office } = story
  await world.petra.presses(button, card)
  const before = office.proposals.life(1).length
  await sendsTwice(story, world.petra, { sentence })
  await office.desk.settle()
  return office.proposals
    .life(1)
    .slice(before)
    .map(({ type }) => type)
}

test('a Rückfrage, with one note, and a rejection', () =>
  tells(async (story) => {
    const card = await proposes(story.world.anna, 'Morgen ist Markt.')
    expect(await asksTwice(story, 'Rückfrage', card, 'Auf welchem Platz?')).toEqual([
      'question-asked',
    ])
    const replies = () => now(card, story.world).replies
    await eventually(() => replies().length > 0)
    expect(await asksTwice(story, 'Ablehnen', card, 'Zu spät.')).toEqual(['rejected'])
    await eventually(() => wordsOf(replies().at(-1)).includes('Zu spät.'))
    expect(replies().filter((one) => wordsOf(one).includes('Auf welchem Platz?'))).toHaveLength(1)
  }))

test('the reason for a rejection', () =>
  tells(async (story) => {
    const { anna, petra } = story.world
    const card = await proposes(anna, 'Morgen ist Markt.')
    await petra.reacts('❌', card)
    await offers(card, ['Grund nennen', 'Neu vorschlagen mit diesem Text'], story.world)
    expect(await asksTwice(story, 'Grund nennen', card, 'Zu spät.')).toEqual(['reason-given'])
  }))

test('the link of a post that X took', () =>
  tells(async (story) => {
    const { world, office } = story
    const { anna, petra, sandbox, clock } = world
    const card = await proposes(anna, 'Morgen ist Markt.')
    sandbox.x.setFaults([
      { kind: 'lost-answer', method: 'POST /2/tweets', times: 1 },
      { kind: 'late-index', times: null, seconds: 24 * 3_600 },
    ])
    await petra.reacts('✅', card)
    await eventually(() => office.proposals.load(1)?.stage.is === 'in-doubt')
    for (const seconds of [16, 35, 60]) {
      clock.moveTo(clock.now() + seconds * 1_000)
      await office.desk.settle()
    }
    await offers(
      card,
      ['Steht schon auf X', 'Erneut senden', 'Zurückziehen', 'X-Konto ansehen'],
      world,
    )
    const link = sandbox.x.sight().posts[0]?.url ?? ''
    expect(await asksTwice(story, 'Steht schon auf X', card, link)).toEqual(['posted'])
  }))
