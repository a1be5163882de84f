// Every door, tried by everybody: what may not be entered says so, opens nothing and decides nothing.
import { expect, test } from 'vitest'
import { ids } from '../../sandbox/slack/world.ts'
import { readDatabase } from '../../db/database.ts'
import { doorNames, roomBehind, type Room } from '../../src/slack/doors.ts'
import { notInModerationSentence } from '../../src/wording/moderation/refusals.ts'
import { outsiderSentence } from '../../src/wording/refusals.ts'
import {
  cardOf,
  openModerationOffice,
  writes,
  type ModerationOffice,
} from '../support/moderation.ts'
import { eventually } from '../support/office.ts'
import type { TestPerson } from '../support/person.ts'

const opening = ['views.open', 'views.update', 'views.push']

/** Everything the bot has told one person alone. */
function heard(one: TestPerson): string {
  const { allgemein, freigabe, moderation } = ids.channels
  return JSON.stringify([
    one.letters(),
    [allgemein, freigabe, moderation].map((at) => one.toldIn(at)),
  ])
}

function eventsIn({ config }: ModerationOffice): number {
  const db = readDatabase(config.DATABASE_PATH)
  const count = db
    .prepare<[], number>(`SELECT count(*) FROM event WHERE about <> 'register'`)
    .pluck()
  try {
    return count.get() ?? 0
  } finally {
    db.close()
  }
}

/** What somebody sends who goes through a door in each way there is. */
function knocks(door: string, user: string, seal: string) {
  const team = { id: 'T0AMT', domain: 'amt' }
  const who = {
    team,
    user: { id: user, team_id: team.id },
    api_app_id: 'A0',
    token: 't',
    trigger_id: '1.2.x',
  }
  const channel = { id: 'C0MODERATION', name: 'moderation' }
  if (door.startsWith('/')) {
    const text = door === '/auskunft' || door === '/loeschung' ? '@kim_beispiel' : ''
    const typed = {
      command: door,
      text,
      user_id: user,
      team_id: team.id,
      channel_id: 'C0ALLGEMEIN',
    }
    return [
      { type: 'slash_commands' as const, payload: { ...typed, trigger_id: '1.2.x', token: 't' } },
    ]
  }
  const action = { action_id: door, block_id: 'b', type: 'button', value: seal, action_ts: '1.2' }
  const view = {
    ...{ id: 'V0FORGED', type: 'modal', callback_id: door, private_metadata: seal, hash: '1.a' },
    ...{ blocks: [{ type: 'input', block_id: 'text' }], state: { values: {} } },
  }
  return [
    { ...who, type: 'block_actions', channel, container: { type: 'message' }, actions: [action] },
    { ...who, type: 'view_submission', view },
    {
      ...who,
      type: 'message_action',
      callback_id: door,
      channel,
      message: { text: 'Wort' },
      message_ts: '1.2',
    },
  ].map((payload) => ({ type: 'interactive' as const, payload }))
}

/** Who may come in, in words of doors.ts: the table this walk is compared with. */
const rights = [
  { who: 'guest', user: ids.people.guel, may: [] },
  { who: 'foreign', user: ids.people.frauke, may: [] },
  { who: 'bot', user: ids.bot, may: [] },
  { who: 'unknown', user: 'U0NOBODY', may: [] },
  { who: 'deactivated', user: 'U0DENIZ', may: [] },
  { who: 'staff outside', user: ids.people.joerg, may: ['office'] },
  { who: 'staff inside', user: 'U0ANNA', may: ['office', 'moderation'] },
  { who: 'author', user: 'U0ANNA', may: ['office', 'moderation'] },
  { who: 'officer', user: ids.people.petra, may: ['office', 'moderation'] },
] as const satisfies readonly { who: string; user: string; may: readonly Room[] }[]

test(
  'whoever goes through whatever door: the table of rights holds, and nothing else',
  { timeout: 120_000 },
  async () => {
    await using office = await openModerationOffice()
    const { sandbox, anna, joerg, guel, deniz, petra } = office
    const { moderation } = sandbox.slack.ids.channels
    writes(office, '@BABergedorf Wann öffnet das Freibad?')
    await office.reads()
    const card = await cardOf(office, 1)
    sandbox.slack.administration.member(moderation, joerg.id, false)
    // Whoever was seen once is known.
    for (const one of [anna, joerg, guel, deniz]) await one.types('/vorschlag hilfe')
    // Anna wrote an answer: the seal of her proposal is knocked with, too.
    await anna.presses('Antworten', card)
    await anna.submits({ text: 'Am 1. Mai.' })
    const answer = await eventually(() => petra.cards()[0])
    const [seal = ''] = /proposal\/1\/\d+\/[0-9a-f]+/.exec(JSON.stringify(answer.blocks)) ?? []
    expect(seal).not.toBe('')
    sandbox.slack.administration.deactivate(deniz.id)
    await office.wait({ seconds: 61 })
    const seals = { conversation: office.conversations.docket.seal(1), author: seal }

    const before = eventsIn(office)
    const closed = { outsider: 0, 'not in moderation': 0 }
    let tried = 0
    for (const { who, user, may } of rights.filter(({ may }) => may.length < 2)) {
      for (const door of doorNames) {
        const room = roomBehind(door)
        if (may.some((one) => one === room)) continue
        for (const { type, payload } of knocks(door, user, seals.conversation)) {
          const calls = sandbox.slack.calls().length
          const { payload: answer } = await sandbox.slack.forge(type, payload)
          tried += 1
          const opened = sandbox.slack
            .calls()
            .slice(calls)
            .filter((method) => opening.includes(method))
          // Whom nobody has looked up yet, or whose account was closed since, is shown an empty form at most: what
          // is sent is weighed anew.
          const isShownAtMost = room === 'office' && who !== 'guest'
          if (!isShownAtMost) expect([who, door, opened]).toEqual([who, door, []])
          const said = JSON.stringify(answer ?? '')
          if (said.includes(outsiderSentence)) closed.outsider += 1
          if (said.includes(notInModerationSentence)) closed['not in moderation'] += 1
        }
      }
    }
    await office.settle()
    expect(eventsIn(office)).toBe(before)
    expect(closed.outsider + closed['not in moderation']).toBeGreaterThan(20)
    for (const one of [joerg, guel]) expect(heard(one)).not.toContain('Freibad')
    expect(heard(joerg)).toContain(notInModerationSentence)
    expect(heard(guel)).toContain(outsiderSentence)

    // Who may come in is never told that they may not.
    for (const { who, user, may } of rights.filter(({ may }) => may.length === 2)) {
      const seal = who === 'author' ? seals.author : seals.conversation
      for (const door of doorNames) {
        expect(may).toContain(roomBehind(door))
        for (const { type, payload } of knocks(door, user, seal)) {
          const { payload: answer } = await sandbox.slack.forge(type, payload)
          tried += 1
          const said = JSON.stringify(answer ?? '')
          expect([who, door, said]).not.toContain(outsiderSentence)
          expect([who, door, said]).not.toContain(notInModerationSentence)
        }
      }
    }
    await office.settle()
    for (const one of [anna, petra]) {
      expect(heard(one)).not.toContain(outsiderSentence)
      expect(heard(one)).not.toContain(notInModerationSentence)
    }
    // And even so nobody decided about what they wrote.
    expect(office.published()).toEqual([])
    const ways = doorNames.reduce((sum, door) => sum + (door.startsWith('/') ? 1 : 3), 0)
    const officeWays = doorNames
      .filter((door) => roomBehind(door) === 'office')
      .reduce((sum, door) => sum + (door.startsWith('/') ? 1 : 3), 0)
    expect(tried).toBe(ways * rights.length - officeWays)
  },
)

test('who is in the channel comes in, and who was just invited, too', async () => {
  await using office = await openModerationOffice()
  const { sandbox, joerg, petra } = office
  const { moderation } = sandbox.slack.ids.channels
  writes(office, '@BABergedorf Wann öffnet das Freibad?')
  await office.reads()
  await petra.types('/erwaehnungen')
  await eventually(() => JSON.stringify(petra.form()?.view).includes('Freibad'))
  sandbox.slack.administration.member(moderation, joerg.id, false)
  await office.wait({ seconds: 61 })
  await joerg.types('/erwaehnungen')
  await eventually(() => heard(joerg).includes(notInModerationSentence))
  expect(joerg.form()).toBeUndefined()
  sandbox.slack.administration.member(moderation, joerg.id, true)
  await office.wait({ seconds: 3 })
  await joerg.types('/erwaehnungen')
  await eventually(() => JSON.stringify(joerg.form()?.view).includes('Freibad'))
})

test('where everybody may read, no words of citizens are written', async () => {
  await using office = await openModerationOffice()
  const { sandbox, petra } = office
  const { moderation } = sandbox.slack.ids.channels
  sandbox.slack.administration.publish(moderation, true)
  // Slack tells of no such change; the office looks each minute, and whenever it hears of another one.
  sandbox.slack.administration.share(sandbox.slack.ids.channels.freigabe, false)
  await eventually(() => JSON.stringify(petra.cards()).includes('jetzt öffentlich'))
  writes(office, '@BABergedorf Wann öffnet das Freibad?')
  await office.reads()
  expect(JSON.stringify(petra.mentions())).not.toContain('Freibad')
})
