// Every door, tried by everybody: what may not be entered says so, opens nothing and decides nothing.
import { expect, test } from 'vitest'
import { ids } from '../../sandbox/slack/world.ts'
import { readDatabase } from '../../db/database.ts'
import { doorNames, roomBehind } from '../../src/slack/doors.ts'
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

test('nobody comes in where they may not, through any door', { timeout: 60_000 }, async () => {
  await using office = await openModerationOffice()
  const { sandbox, anna, joerg, guel } = office
  const { moderation } = sandbox.slack.ids.channels
  writes(office, '@BABergedorf Wann öffnet das Freibad?')
  await office.reads()
  await cardOf(office, 1)
  sandbox.slack.administration.member(moderation, joerg.id, false)
  // Whoever was seen once is known.
  for (const one of [anna, joerg, guel]) await one.types('/vorschlag hilfe')
  const seal = office.conversations.docket.seal(1)

  const people = [
    { who: 'guest', user: guel.id, may: [] as string[] },
    { who: 'foreign', user: 'U0FRAUKE', may: [] },
    { who: 'bot', user: 'U0AMTSFUNK', may: [] },
    { who: 'gone', user: 'U0NOBODY', may: [] },
    { who: 'staff outside', user: joerg.id, may: ['office'] },
  ]
  const before = eventsIn(office)
  let [tried, closed] = [0, 0]
  for (const { who, user, may } of people) {
    for (const door of doorNames) {
      const room = roomBehind(door)
      if (may.includes(room)) continue
      // Nothing but a look at what is known stands before these; what is sent there is decided by the core.
      if (room === 'office' && (who === 'bot' || who === 'gone' || who === 'foreign')) continue
      for (const { type, payload } of knocks(door, user, seal)) {
        const calls = sandbox.slack.calls().length
        const { payload: answer } = await sandbox.slack.forge(type, payload)
        tried += 1
        const since = sandbox.slack.calls().slice(calls)
        expect([who, door, since.filter((method) => opening.includes(method))]).toEqual([
          who,
          door,
          [],
        ])
        const said = JSON.stringify(answer ?? '')
        if (said.includes(outsiderSentence) || said.includes(notInModerationSentence)) closed += 1
      }
    }
  }
  await office.settle()
  expect(eventsIn(office)).toBe(before)
  expect(closed).toBeGreaterThan(20)
  expect(tried).toBeGreaterThan(250)
  for (const one of [joerg, guel]) expect(heard(one)).not.toContain('Freibad')
  expect(heard(joerg)).toContain(notInModerationSentence)
  expect(heard(guel)).toContain(outsiderSentence)
})

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
