// Slack stumbles: nothing is decided twice, nothing is said twice, and nothing is lost.
import { pino } from 'pino'
import { expect, test } from 'vitest'
import type { Fault } from '../../sandbox/contract.ts'
import { openOffice } from '../../src/office/office.ts'
import { eventually, openTestOffice, openWorld, type TestOffice } from '../support/office.ts'
import { labels, wordsOf } from '../support/person.ts'
import { happenedTo, now, proposes, reaches, sends, shows, someWords } from '../support/steps.ts'

const text = 'Der Laternenumzug beginnt um 17 Uhr am Schloss.'

/** One card, one note in its thread, one letter to the author, one post. */
async function isToldOnce(office: TestOffice): Promise<void> {
  const { anna, petra } = office
  // Whatever is still owed is done within these minutes.
  for (let round = 0; round < 6; round += 1) await office.wait({ seconds: 20 })
  await eventually(
    () =>
      petra.cards()[0]?.replies.length === 1 && wordsOf(petra.cards()[0]).includes('auf X ansehen'),
  )
  await eventually(() => wordsOf(anna.letters()[0]).includes('Veröffentlicht'))
  expect(petra.cards()).toHaveLength(1)
  expect(petra.cards()[0]?.replies).toHaveLength(1)
  expect(anna.letters()).toHaveLength(1)
  expect(office.published()).toEqual([text])
  expect(sends(office)).toBe(1)
}

test('a yes given while no socket is open counts as soon as the desk looks', async () => {
  await using office = await openTestOffice()
  const { anna, petra, sandbox } = office
  const card = await proposes(anna, text)
  await eventually(() => anna.heard('liegt zur Freigabe') === 1)
  sandbox.slack.setFaults([{ kind: 'down', times: null }])
  sandbox.slack.setFaults([])
  await eventually(() => sandbox.slack.connections() === 0)
  await petra.reacts('✅', card)
  await office.office.desk.readAllReactions()
  await reaches(office, 'published')
  await eventually(() => sandbox.slack.connections() === 2, 15_000)
  await isToldOnce(office)
  await petra.takesBack('✅', card)
  await anna.types('/vorschlag Und noch einer.')
  await eventually(() => anna.form())
})

test('while Slack is down nothing is decided; what a button approved goes out and is told later', async () => {
  await using office = await openTestOffice({ UNDO_SECONDS: 30 })
  const { anna, petra, sandbox } = office
  const card = await proposes(anna, text)
  await eventually(() => anna.heard('liegt zur Freigabe') === 1)
  await petra.presses('Freigeben', card)
  await reaches(office, 'approved')
  sandbox.slack.setFaults([{ kind: 'down', times: null }])
  await office.office.desk.readAllReactions()
  await office.wait({ seconds: 31 })
  await reaches(office, 'published')
  expect(now(card, office).replies).toEqual([])
  sandbox.slack.setFaults([])
  await isToldOnce(office)
})

test('an event that Slack delivers twice happens once', async () => {
  await using office = await openTestOffice()
  const { anna, joerg, petra, sandbox } = office
  const card = await proposes(anna, text)
  sandbox.slack.setFaults([{ kind: 'twice', times: null }])
  await joerg.reacts('✅', card)
  await eventually(() => joerg.told().length === 1)
  await petra.reacts('✅', card)
  await reaches(office, 'published')
  await isToldOnce(office)
  expect(joerg.told()).toHaveLength(1)
  expect(petra.told()).toEqual([])
  expect(happenedTo(office)).toEqual(['proposed', 'approved', 'begun', 'posted'])
})

const messages = ['card', 'note', 'letter'] as const
const kinds = ['lost-answer', 'half-body', 'server-error', 'html', 'dropped', 'rate-limit'] as const

test.for(kinds.flatMap((kind) => messages.map((message, skips) => ({ kind, message, skips }))))(
  'writing the $message ends in "$kind": it is there once',
  async ({ kind, skips }) => {
    await using office = await openTestOffice()
    const { anna, petra, sandbox } = office
    const fault: Fault = { kind, method: 'chat.postMessage', times: 1, skips, seconds: 3 }
    sandbox.slack.setFaults([fault])
    await anna.types('/vorschlag')
    await anna.submits({ ...someWords, text })
    await eventually(() => sandbox.slack.calls().includes('chat.postMessage'))
    for (let round = 0; round < 3; round += 1) await office.wait({ seconds: 10 })
    const card = await eventually(() => petra.cards()[0])
    await petra.reacts('✅', card)
    await reaches(office, 'published')
    await isToldOnce(office)
    expect(sandbox.slack.sight(petra.id).faults).toEqual([])
  },
)

test('a card that cannot be brought up to date is brought up to date later', async () => {
  await using office = await openTestOffice()
  const { anna, petra, sandbox } = office
  const card = await proposes(anna, text)
  await eventually(() => anna.heard('liegt zur Freigabe') === 1)
  sandbox.slack.setFaults([{ kind: 'server-error', method: 'chat.update', times: 3 }])
  await petra.reacts('✅', card)
  await reaches(office, 'published')
  await isToldOnce(office)
  expect(labels(now(card, office))).toEqual([])
})

test('a card somebody deleted comes back while it is undecided, and counts like the first', async () => {
  await using office = await openTestOffice()
  const { anna, petra, sandbox } = office
  const card = await proposes(anna, text)
  await eventually(() => anna.heard('liegt zur Freigabe') === 1)
  sandbox.slack.deleteMessage(card.channel, card.ts)
  expect(petra.cards()).toEqual([])
  await office.office.desk.readAllReactions()
  await office.wait({ minutes: 1 })
  const again = await eventually(() => petra.cards()[0])
  expect(labels(again)).toContain('Freigeben')
  await petra.reacts('✅', again)
  await reaches(office, 'published')
  await isToldOnce(office)
})

test('a card deleted while its approval waits comes back, and so does the way to stop it', async () => {
  await using office = await openTestOffice({ UNDO_SECONDS: 600 })
  const { anna, petra, deniz, joerg, sandbox } = office
  const card = await proposes(anna, text)
  await petra.reacts('✅', card)
  await shows(card, 'Freigegeben von Petra Petersen', office)
  sandbox.slack.deleteMessage(card.channel, card.ts)
  await office.office.desk.readAllReactions()
  const again = await eventually(() => petra.cards()[0])
  // Petra did not take anything back, and history does not say that she did.
  expect(happenedTo(office)).toEqual(['proposed', 'approved'])
  expect(labels(again)).toEqual(['Stopp', 'Überarbeiten', 'Zurückziehen'])
  await joerg.presses('Stopp', again)
  await reaches(office, 'submitted')
  await office.wait({ minutes: 11 })
  expect(sends(office)).toBe(0)
  await deniz.presses('Freigeben', again)
  await reaches(office, 'approved')
  await office.wait({ minutes: 11 })
  await reaches(office, 'published')
  expect(sends(office)).toBe(1)
})

test('a card deleted after the end stays deleted', async () => {
  await using office = await openTestOffice()
  const { anna, petra, sandbox } = office
  const card = await proposes(anna, text)
  await petra.reacts('✅', card)
  await reaches(office, 'published')
  await isToldOnce(office)
  sandbox.slack.deleteMessage(card.channel, card.ts)
  await office.office.desk.readAllReactions()
  await office.wait({ minutes: 5 })
  // Slack keeps the thread below what was deleted; nothing else is there.
  expect(petra.cards().flatMap(({ blocks }) => blocks)).toEqual([])
  expect(sends(office)).toBe(1)
})

test('a card deleted just before the end: the author still hears of it, and nothing is tried for ever', async () => {
  await using office = await openTestOffice({ UNDO_SECONDS: 30 })
  const { anna, petra, sandbox } = office
  const card = await proposes(anna, text)
  await petra.presses('Freigeben', card)
  await reaches(office, 'approved')
  sandbox.slack.deleteMessage(card.channel, card.ts)
  sandbox.slack.setFaults([{ kind: 'server-error', method: 'chat.update', times: 2 }])
  await office.wait({ seconds: 31 })
  await reaches(office, 'published')
  for (let round = 0; round < 6; round += 1) await office.wait({ seconds: 20 })
  await eventually(() => wordsOf(anna.letters()[0]).includes('Veröffentlicht'))
  await eventually(() => office.office.proposals.open().length === 0)
  expect(petra.cards()).toEqual([])
  expect(sends(office)).toBe(1)
})

test('a new version whose card comes late: the old card and the letter lead to it then', async () => {
  await using office = await openTestOffice()
  const { anna, petra, sandbox } = office
  const old = await proposes(anna, text)
  await petra.reacts('❓', old)
  await eventually(() => anna.letters().length === 1)
  sandbox.slack.setFaults([{ kind: 'server-error', method: 'chat.postMessage', times: 1 }])
  await anna.presses('Überarbeiten', old)
  await anna.submits({ text: `${text} Alle sind willkommen.` })
  await shows(old, 'Die neue Karte kommt gleich.', office)
  await office.wait({ seconds: 10 })
  const next = await eventually(() => petra.cards()[1])
  await eventually(() => JSON.stringify(now(old, office).blocks).includes(next.ts))
  await eventually(() => JSON.stringify(anna.letters()[0]?.blocks).includes(next.ts))
  expect(anna.letters()).toHaveLength(1)
})

test('a sentence that does not arrive changes nothing for anybody else', async () => {
  await using office = await openTestOffice()
  const { anna, joerg, petra, sandbox } = office
  const card = await proposes(anna, text)
  sandbox.slack.setFaults([{ kind: 'server-error', method: 'chat.postEphemeral', times: null }])
  await joerg.reacts('✅', card)
  await eventually(() => sandbox.slack.calls().includes('chat.postEphemeral'))
  expect(joerg.told()).toEqual([])
  await petra.reacts('✅', card)
  await reaches(office, 'published')
  await isToldOnce(office)
})

test('a yes whose giver Slack does not name right now counts at the next look', async () => {
  await using office = await openTestOffice()
  const { anna, petra, sandbox } = office
  const card = await proposes(anna, text)
  await office.wait({ minutes: 2 })
  sandbox.slack.setFaults([{ kind: 'server-error', method: 'users.info', times: null }])
  await petra.reacts('✅', card)
  await eventually(() => sandbox.slack.calls().at(-1) === 'users.info')
  expect(happenedTo(office)).toEqual(['proposed'])
  await petra.presses('Freigeben', card)
  await eventually(() => petra.told().length === 1)
  expect(happenedTo(office)).toEqual(['proposed'])
  sandbox.slack.setFaults([])
  await office.office.desk.readAllReactions()
  await reaches(office, 'published')
  await isToldOnce(office)
})

test.for<Fault['kind']>(['rate-limit', 'server-error'])(
  'a Slack that says "%s" at the start is a sentence, and a later start goes well',
  async (kind) => {
    await using world = await openWorld()
    const { config, clock, sandbox } = world
    const parts = { config, clock, log: pino({ level: 'silent' }), deaf: () => undefined }
    sandbox.slack.setFaults([{ kind, times: null }])
    expect(await openOffice(parts)).toEqual({ problem: 'slack-unreachable' })
    sandbox.slack.setFaults([])
    const office = await openOffice(parts)
    if ('problem' in office) throw new Error(office.problem)
    await office.close()
  },
)
