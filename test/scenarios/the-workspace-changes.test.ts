// Slack's workspace changes while the office runs: it is noticed, said once, and nobody's words go where strangers
// read.
import { pino } from 'pino'
import { expect, test, vi } from 'vitest'
import { openOffice } from '../../src/office/office.ts'
import { freePort } from '../support/bridge.ts'
import { cardOf, openModerationOffice, writes } from '../support/moderation.ts'
import { eventually, openTestOffice, openWorld, type World } from '../support/office.ts'
import { proposes, reaches } from '../support/steps.ts'

/** How often a sentence with these words stands in #freigabe. */
function saidAtApproval({ petra, sandbox }: World, words: string): number {
  const { freigabe } = sandbox.slack.ids.channels
  return petra.messagesIn(freigabe).filter(({ text }) => text.includes(words)).length
}

async function health(port: number): Promise<{ status: number; says: string }> {
  const answer = await fetch(`http://127.0.0.1:${port}/healthz`)
  return { status: answer.status, says: await answer.text() }
}

test('a moderation channel that is shared gets no words of citizens until it is the office’s own again', async () => {
  const port = await freePort()
  await using office = await openModerationOffice({ HEALTH_PORT: port })
  const { petra, sandbox } = office
  const { moderation } = sandbox.slack.ids.channels
  const shown = () => JSON.stringify(petra.messagesIn(moderation))
  writes(office, '@BABergedorf Wann kommt der Bus?')
  await office.reads()
  await cardOf(office, 1)
  sandbox.slack.administration.share(moderation, true)
  await eventually(
    () => saidAtApproval(office, 'Moderationskanal ist jetzt mit einer anderen') === 1,
  )
  expect(await health(port)).toMatchObject({ status: 503 })
  expect((await health(port)).says).toContain('Moderationskanal: mit einer anderen Organisation')
  writes(office, '@BABergedorf Unverwechselbarer Rosenkohl', { handle: 'lou' })
  await office.reads()
  await office.waits(5)
  expect(shown()).not.toContain('Rosenkohl')
  // Two more looks say nothing new.
  sandbox.slack.administration.share(moderation, true)
  sandbox.slack.administration.share(moderation, false)
  await vi.waitFor(async () => {
    expect((await health(port)).status).toBe(200)
  }, 8_000)
  await office.waits(2)
  await eventually(() => shown().includes('Rosenkohl'))
  expect(saidAtApproval(office, 'mit einer anderen Organisation')).toBe(1)
})

test('what Slack would not take at first is said with a later look, once', async () => {
  await using office = await openTestOffice()
  const { sandbox } = office
  const { moderation } = sandbox.slack.ids.channels
  const refuses = { kind: 'rate-limit', method: 'chat.postMessage', times: null } as const
  sandbox.slack.setFaults([refuses])
  const asked = () => sandbox.slack.calls().filter((one) => one === 'chat.postMessage')
  sandbox.slack.administration.share(moderation, true)
  // The channel and both press officers.
  await eventually(() => asked().length === 3)
  sandbox.slack.setFaults([])
  await office.wait({ minutes: 1 })
  const said = () => saidAtApproval(office, 'Moderationskanal ist jetzt mit einer anderen')
  await eventually(() => said() === 1)
  await office.wait({ minutes: 1 })
  await office.wait({ minutes: 1 })
  expect(said()).toBe(1)
})

test('an archived approval channel is told to the press officers directly, once', async () => {
  await using office = await openTestOffice()
  const { petra, deniz, anna, sandbox } = office
  const { freigabe } = sandbox.slack.ids.channels
  const told = (who: typeof petra) =>
    who.letters().filter(({ text }) => text.includes('Freigabekanal ist archiviert')).length
  sandbox.slack.administration.archive(freigabe, true)
  await eventually(() => told(petra) === 1 && told(deniz) === 1)
  sandbox.slack.administration.archive(freigabe, true)
  await eventually(() => sandbox.slack.pending().length === 0)
  sandbox.slack.administration.archive(freigabe, false)
  await proposes(anna, 'Ein Beitrag.')
  expect([told(petra), told(deniz), told(anna)]).toEqual([1, 1, 0])
})

test('a bot that was thrown out of a channel says so', async () => {
  await using office = await openTestOffice()
  const { sandbox } = office
  sandbox.slack.administration.removeBot(sandbox.slack.ids.channels.moderation, true)
  await eventually(() => saidAtApproval(office, 'Amtsfunk findet den Moderationskanal nicht') === 1)
  sandbox.slack.administration.removeBot(sandbox.slack.ids.channels.freigabe, true)
  await eventually(() =>
    office.petra.letters().some(({ text }) => text.includes('nicht mehr im Freigabekanal')),
  )
})

test.for([
  ['emptied', [], 'niemand mehr, der freigeben kann'],
  ['deleted', null, 'Die Nutzergruppe der Pressestelle gibt es in Slack nicht mehr'],
] as const)('a group of the press office that was %s', async ([, members, words]) => {
  await using office = await openTestOffice({ PRESS_OFFICERS: 'S0PRESSE' })
  const { anna, petra, sandbox } = office
  const card = await proposes(anna, 'Ein Beitrag.')
  sandbox.slack.administration.setGroup(members)
  await eventually(() => saidAtApproval(office, words) === 1)
  await petra.presses('Freigeben', card)
  await eventually(() => petra.told().some((said) => said.includes('nur die Pressestelle')))
  sandbox.slack.administration.setGroup([petra.id])
  await vi.waitFor(async () => {
    await petra.presses('Freigeben', card)
    expect(office.office.proposals.load(1)?.approval).not.toBeNull()
  }, 8_000)
  await reaches(office, 'published')
  expect(saidAtApproval(office, words)).toBe(1)
})

test('a revoked token stands in the log once, as a sentence, and in the health', async () => {
  const port = await freePort()
  await using world = await openWorld({ HEALTH_PORT: port })
  const lines: string[] = []
  const office = await openOffice({
    config: world.config,
    clock: world.clock,
    log: pino({ level: 'error' }, { write: (line: string) => lines.push(line) }),
    deaf: () => undefined,
  })
  if ('problem' in office) throw new Error(office.problem)
  world.sandbox.slack.administration.revokeToken()
  const said = () => lines.filter((line) => line.includes('Slack lässt Amtsfunk nicht mehr hinein'))
  await eventually(() => said().length === 1)
  const { status, says } = await health(port)
  expect(status).toBe(503)
  expect(says).toContain('Zugang zu Slack: von Slack entzogen')
  await office.close()
  expect(said()).toHaveLength(1)
})

test('that only one can decide is said when it comes to that, as soon as Slack takes it, and once', async () => {
  await using office = await openTestOffice({ PRESS_OFFICERS: 'S0PRESSE' })
  const { petra, sandbox } = office
  const said = () => saidAtApproval(office, 'nur eine Person freigeben')
  const asked = () => sandbox.slack.calls().filter((one) => one === 'chat.postMessage').length
  const minutesPass = async () => {
    await office.wait({ minutes: 1 })
    return { asked: asked(), said: said() }
  }
  const poll = { timeout: 8_000, interval: 300 }
  sandbox.slack.setFaults([{ kind: 'rate-limit', method: 'chat.postMessage', times: 1 }])
  sandbox.slack.administration.setGroup([petra.id])
  await expect.poll(minutesPass, poll).toEqual({ asked: 2, said: 1 })
  // Two more beats.
  const { length } = sandbox.slack.calls()
  await expect.poll(() => sandbox.slack.calls().length > length + 2, poll).toBe(true)
  expect(await minutesPass()).toEqual({ asked: 2, said: 1 })
})
