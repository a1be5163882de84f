import { expect, test } from 'vitest'
import { manifest, scopes, startSlack } from './slack-fixture.ts'

const without = (scope: string) => {
  const kept = scopes.filter((one) => one !== scope)
  return startSlack({ manifest: manifest({ scopes: kept, events: [] }) })
}

test('a scope the manifest does not declare is missing', async () => {
  const { web } = await without('reactions:write')
  const call = web.reactions.add({ channel: 'C0FREIGABE', timestamp: '1.000000', name: 'x' })
  await expect(call).rejects.toMatchObject({
    data: {
      ok: false,
      error: 'missing_scope',
      needed: 'reactions:write',
      provided: expect.stringContaining('chat:write') as string,
    },
  })
})

test.each([
  ['channels:history', 'C0ALLGEMEIN'],
  ['groups:history', 'C0MODERATION'],
  ['im:history', 'D0ANNA'],
])('%s is needed to read %s', async (scope, channel) => {
  const { web } = await without(scope)
  await web.chat.postMessage({ channel: 'U0ANNA', text: 'Hallo' })
  await expect(web.conversations.history({ channel })).rejects.toThrow('missing_scope')
})

test('writing to a person needs chat:write only', async () => {
  const minimal = manifest({ scopes: ['chat:write', 'commands'], events: [] })
  const { web } = await startSlack({ manifest: minimal })
  await web.chat.postMessage({ channel: 'U0ANNA', text: 'Hallo' })
  await expect(web.conversations.open({ users: 'U0ANNA' })).rejects.toThrow('missing_scope')
})

test('channels are listed by kind, each with its scope', async () => {
  const { web } = await startSlack()
  const names = async (types?: string) => {
    const listed = await web.conversations.list(types === undefined ? {} : { types })
    return listed.channels?.map(({ name, user }) => name ?? user)
  }
  expect(await names()).toEqual(['freigabe', 'allgemein', 'stadtteilfest', 'kantine'])
  expect(await names('private_channel,im')).toEqual(['moderation'])
  await web.chat.postMessage({ channel: 'U0ANNA', text: 'Hallo' })
  expect(await names('im')).toEqual(['U0ANNA'])
  await expect(names('mpim')).rejects.toThrow('missing_scope')
  await expect(names('alles')).rejects.toThrow('invalid_types')
})

test('a channel tells who is in it and whether it is shared', async () => {
  const { web } = await startSlack()
  const { channel } = await web.conversations.info({
    channel: 'C0PARTNER',
    include_num_members: true,
  })
  expect(channel).toMatchObject({ is_ext_shared: true, is_member: true, num_members: 4 })
  const own = await web.conversations.info({ channel: 'C0MODERATION' })
  expect(own.channel).toMatchObject({ is_ext_shared: false, is_private: true })
  const { members } = await web.conversations.members({ channel: 'C0MODERATION' })
  expect(members).toEqual(['U0ANNA', 'U0JOERG', 'U0PETRA', 'U0DENIZ', 'U0GUEL', 'U0AMTSFUNK'])
})

test('where the app was never invited it neither writes nor reads', async () => {
  const { web } = await startSlack()
  const channel = 'C0KANTINE'
  await expect(web.chat.postMessage({ channel, text: 'x' })).rejects.toThrow('not_in_channel')
  await expect(web.conversations.history({ channel })).rejects.toThrow('not_in_channel')
  const named = web.chat.postMessage({ channel: '#freigabe', text: 'x' })
  await expect(named).rejects.toThrow('channel_not_found')
  const outside = { channel: 'C0FREIGABE', user: 'U0FRAUKE', text: 'x' }
  await expect(web.chat.postEphemeral(outside)).rejects.toThrow('user_not_in_channel')
})

test('people are told apart: staff, guest, stranger, bot', async () => {
  const { web } = await startSlack()
  const info = async (user: string) => {
    return (await web.users.info({ user, include_locale: true })).user
  }
  const staff = await info('U0JOERG')
  expect(staff).toMatchObject({
    real_name: 'Jörg Jürgens',
    locale: 'de-DE',
    team_id: 'T0BEZIRK',
    is_restricted: false,
    is_bot: false,
  })
  expect(staff).not.toHaveProperty('is_stranger')
  expect(await info('U0GUEL')).toMatchObject({ real_name: 'Gül Güneş', is_restricted: true })
  expect(await info('U0FRAUKE')).toMatchObject({ is_stranger: true, team_id: 'T0VEREIN' })
  expect(await info('U0AMTSFUNK')).toMatchObject({ is_bot: true })
  expect((await web.users.info({ user: 'U0ANNA' })).user).not.toHaveProperty('locale')
  await expect(info('U0NIEMAND')).rejects.toThrow('user_not_found')
  expect((await web.users.list({})).members).toHaveLength(7)
})

test('the press office is a user group, where the plan has any', async () => {
  const { web } = await startSlack()
  const groups = await web.usergroups.list({ include_users: true })
  expect(groups.usergroups).toMatchObject([{ id: 'S0PRESSE', users: ['U0PETRA', 'U0DENIZ'] }])
  const { users } = await web.usergroups.users.list({ usergroup: 'S0PRESSE' })
  expect(users).toEqual(['U0PETRA', 'U0DENIZ'])
  const wrong = web.usergroups.users.list({ usergroup: 'S0ANDERE' })
  await expect(wrong).rejects.toThrow('no_such_subteam')

  const poor = await startSlack({ userGroups: false })
  const call = poor.web.usergroups.users.list({ usergroup: 'S0PRESSE' })
  await expect(call).rejects.toThrow('plan_upgrade_required')
})

test('tokens open only their own doors', async () => {
  const { slack, web, client } = await startSlack()
  const { botToken, appToken } = slack.credentials
  await expect(client('xoxb-falsch').auth.test()).rejects.toThrow('invalid_auth')
  await expect(client(appToken).auth.test()).rejects.toThrow('not_allowed_token_type')
  const open = client(botToken).apps.connections.open()
  await expect(open).rejects.toThrow('not_allowed_token_type')
  expect(await web.auth.test()).toMatchObject({ user_id: 'U0AMTSFUNK', bot_id: 'B0AMTSFUNK' })
})

test('business errors and unknown methods are HTTP 200', async () => {
  const { address } = await startSlack()
  const call = async (method: string) => {
    const response = await fetch(`${address()}/api/${method}`, { method: 'POST' })
    return [response.status, await response.json()]
  }
  expect(await call('nonsense.do')).toMatchObject([200, { ok: false, error: 'unknown_method' }])
  expect(await call('toString')).toMatchObject([200, { ok: false, error: 'unknown_method' }])
  expect(await call('auth.test')).toMatchObject([200, { ok: false, error: 'not_authed' }])
  const headers = { 'Content-Type': 'application/json' }
  const broken = { method: 'POST', headers, body: '{' }
  const response = await fetch(`${address()}/api/auth.test`, broken)
  expect(await response.json()).toEqual({ ok: false, error: 'invalid_json' })
})

test('a manifest Slack would refuse is refused with all its faults', async () => {
  const bad = manifest({ scopes: ['chat:write'], events: ['reaction_added'] })
  await expect(startSlack({ manifest: bad })).rejects.toThrow(
    /commands and shortcuts need the scope commands; event reaction_added needs the scope reactions:read/,
  )
})
