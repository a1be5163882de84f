// For whom a device rings, and why.
import { expect, test } from 'vitest'
import type { Ping } from '../../sandbox/contract.ts'
import { startSlack, type Running } from './slack-fixture.ts'

const { anna, petra, deniz, joerg, guel, frauke } = {
  ...{ anna: 'U0ANNA', petra: 'U0PETRA', deniz: 'U0DENIZ' },
  ...{ joerg: 'U0JOERG', guel: 'U0GUEL', frauke: 'U0FRAUKE' },
}
const channel = 'C0FREIGABE'

const whys = ({ slack }: Running, person: string): Ping['why'][] =>
  slack.pings(person).map(({ why }) => why)

/** For how many each of the office's people something rang. */
const rings = ({ slack }: Running) =>
  Object.fromEntries(
    [anna, joerg, petra, deniz, guel].flatMap((person) => {
      const count = slack.pings(person).length
      return count === 0 ? [] : [[person, count]]
    }),
  )

async function says(running: Running, text: string, more: Record<string, unknown> = {}) {
  const { ts } = await running.web.chat.postMessage({ channel, text, ...more })
  return ts ?? ''
}

const section = (text: string, type: 'mrkdwn' | 'plain_text' = 'mrkdwn') => ({
  blocks: [{ type: 'section', text: { type, text } }],
})

test('a message in a channel rings for nobody, and one that names Anna rings for Anna alone', async () => {
  const running = await startSlack()
  await says(running, 'Ein neuer Vorschlag')
  expect(rings(running)).toEqual({})
  const ts = await says(running, 'Bitte ansehen, <@U0ANNA>')
  expect(rings(running)).toEqual({ [anna]: 1 })
  expect(running.slack.pings(anna)).toEqual([
    { channel, ts, threadTs: null, by: 'U0AMTSFUNK', why: 'name' },
  ])
})

test.each([
  ['in a section', section('Für <@U0ANNA>')],
  [
    'in a rich text',
    {
      blocks: [
        {
          type: 'rich_text',
          elements: [
            { type: 'rich_text_section', elements: [{ type: 'user', user_id: 'U0ANNA' }] },
          ],
        },
      ],
    },
  ],
])('Anna is also named %s', async (_, blocks) => {
  const running = await startSlack()
  await says(running, 'Ein Vorschlag', blocks)
  expect(rings(running)).toEqual({ [anna]: 1 })
})

test('what cannot name anybody rings for nobody: plain text, and what a person types', async () => {
  const running = await startSlack()
  await says(running, 'Ein Vorschlag', section('Für <@U0ANNA>', 'plain_text'))
  await running.does(petra, { act: 'message', channel, text: '<@U0ANNA> und <!channel>' })
  expect(rings(running)).toEqual({})
})

test('a user group rings for those in it, everybody for everybody but who writes', async () => {
  const running = await startSlack()
  await says(running, '<!subteam^S0PRESSE> bitte')
  expect(rings(running)).toEqual({ [petra]: 1, [deniz]: 1 })
  expect(whys(running, petra)).toEqual(['group'])
  running.slack.administration.setGroup([petra])
  await says(running, '<!subteam^S0PRESSE> und <!here>')
  expect(rings(running)).toEqual({ [anna]: 1, [joerg]: 1, [petra]: 2, [deniz]: 2, [guel]: 1 })
  expect([whys(running, petra)[0], whys(running, deniz)[0]]).toEqual(['group', 'everybody'])
})

test('whoever is not in the channel hears nothing of it', async () => {
  const running = await startSlack()
  running.slack.administration.member(channel, joerg, false)
  await says(running, '<@U0JOERG> <@U0FRAUKE> <!channel>')
  expect([whys(running, joerg), whys(running, frauke)]).toEqual([[], []])
})

test('every direct message rings, once', async () => {
  const running = await startSlack()
  await says(running, 'Guten Morgen, <@U0ANNA>', { channel: anna })
  await says(running, 'Noch etwas', { channel: anna })
  expect(whys(running, anna)).toEqual(['direct', 'name'])
  expect(rings(running)).toEqual({ [anna]: 2 })
})

test('a reply rings for whoever began the thread, replied in it or was named in it', async () => {
  const running = await startSlack()
  const { does, messages } = running
  await does(anna, { act: 'message', channel, text: 'Wer weiß das?' })
  const thread_ts = messages(anna, channel)[0]?.ts ?? ''
  const reply = (as: string) =>
    does(as, { act: 'message', channel, text: 'So', threadTs: thread_ts })
  await reply(joerg)
  expect(rings(running)).toEqual({ [anna]: 1 })
  await says(running, 'Danke, <@U0PETRA>', { thread_ts })
  expect(rings(running)).toEqual({ [anna]: 2, [joerg]: 1, [petra]: 1 })
  await says(running, 'Erledigt', { thread_ts })
  expect(rings(running)).toEqual({ [anna]: 3, [joerg]: 2, [petra]: 2 })
  expect(whys(running, petra)).toEqual(['thread', 'name'])
  // Nobody rings for their own words.
  await reply(petra)
  expect(whys(running, petra)).toHaveLength(2)
})

test('a group that was called once does not follow the thread', async () => {
  const running = await startSlack()
  const thread_ts = await says(running, '<!subteam^S0PRESSE> bitte ansehen')
  await says(running, 'Ist erledigt', { thread_ts })
  expect(rings(running)).toEqual({ [petra]: 1, [deniz]: 1 })
})

test('a change, a reaction and what only one person sees ring for nobody', async () => {
  const running = await startSlack()
  const ts = await says(running, 'Ein Vorschlag')
  await running.web.chat.update({ channel, ts, text: 'Ein Vorschlag für <@U0ANNA>' })
  await running.web.chat.postEphemeral({ channel, user: anna, text: '<@U0ANNA> Nur für dich' })
  await running.does(petra, { act: 'react', channel, ts, name: 'eyes' })
  expect(rings(running)).toEqual({})
})

test('a ping stays on record when its message is deleted, until everything is forgotten', async () => {
  const running = await startSlack()
  const ts = await says(running, '<@U0ANNA>')
  await running.web.chat.delete({ channel, ts })
  expect(whys(running, anna)).toEqual(['name'])
  running.slack.reset()
  expect(whys(running, anna)).toEqual([])
})

test.each([
  ['@Anna, bitte ansehen', 'Anna at the beginning', { [anna]: ['name'] }],
  ['Liebe @anna ahlers!', 'a whole name', { [anna]: ['name'] }],
  ['Frag @joerg.juergens.', 'a handle', { [joerg]: ['name'] }],
  ['@Petra @Deniz', 'two', { [petra]: ['name'], [deniz]: ['name'] }],
  ['@pressestelle schaut drauf', 'the group', { [deniz]: ['group'] }],
  ['An anna@petra.de und @Annalena', 'a mailbox and somebody else', {}],
])('typing %s names %s, as a message typed in Slack does', async (text, _, expected) => {
  const running = await startSlack()
  const as = text.includes('pressestelle') ? petra : guel
  expect(await running.slack.act({ as, act: 'message', channel, text })).toEqual({ ok: true })
  const rang = [anna, joerg, petra, deniz].map((who) => [who, whys(running, who)] as const)
  expect(Object.fromEntries(rang.filter(([, why]) => why.length > 0))).toEqual(expected)
})

test('everybody can be written to, and neither the bot nor anybody else reads it', async () => {
  const running = await startSlack()
  const { slack } = running
  const withAnna = (who: string) =>
    slack.sight(who).channels.find(({ kind, name }) => kind === 'person' && name === 'Anna Ahlers')
  for (const [place, who] of [joerg, petra, deniz, guel, frauke].entries()) {
    const to = withAnna(who)?.id ?? ''
    const written = { act: 'message', channel: to, text: 'Hast du kurz Zeit?' } as const
    expect(await slack.act({ as: who, ...written })).toEqual({ ok: true })
    expect(slack.pings(anna)).toHaveLength(place + 1)
    expect(slack.pings(anna)[0]).toMatchObject({ by: who, why: 'direct' })
  }
  const own = slack.sight(anna).channels.filter(({ kind }) => kind === 'person')
  expect(own.map(({ name, messages }) => [name, messages.length])).toEqual([
    ['Jörg Jürgens', 1],
    ['Petra Petersen', 1],
    ['Deniz Dağ', 1],
    ['Gül Güneş', 1],
    ['Frauke Fößel', 1],
  ])
  // Those who meet nowhere do not find each other.
  const others = slack.sight(frauke).channels.filter(({ kind }) => kind === 'person')
  expect(others.map(({ name }) => name)).toEqual(['Anna Ahlers', 'Petra Petersen'])
  const { channels } = await running.web.conversations.list({ types: 'im' })
  expect(channels).toEqual([])
  const channelOfAnna = withAnna(petra)?.id ?? ''
  await expect(running.web.conversations.history({ channel: channelOfAnna })).rejects.toThrow(
    'channel_not_found',
  )
})
