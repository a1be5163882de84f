// The newsroom over the real wire: how Slack says that it is busy, and what strangers never get to read.
import type { Erasure } from '../../src/core/erasure/erasure.ts'
import { WebClient } from '@slack/web-api'
import { expect, test } from 'vitest'
import { readers } from '../../src/slack/readers.ts'
import { slackFiles } from '../../src/slack/files.ts'
import { slackNewsroom } from '../../src/slack/slack-newsroom.ts'
import { team } from '../../src/slack/team.ts'
import { openWorld, type World } from '../support/office.ts'
import { setting } from './stories.ts'

function newsroomIn({ sandbox, clock, config }: World, shared: readonly string[] = []) {
  const client = new WebClient(config.SLACK_BOT_TOKEN, {
    slackApiUrl: `${sandbox.address}/api/`,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  })
  const { now, elapsed } = clock
  const { bot } = sandbox.slack.ids
  const everybody = team({ client, officers: 'U0PETRA', home: 'T0BEZIRK', now, elapsed })
  return slackNewsroom({
    client,
    team: everybody,
    readers: readers({ client, team: everybody, bot }),
    tell: () => Promise.resolve(),
    isShared: (channel) => shared.includes(channel),
    bot,
    files: slackFiles({ client, token: config.SLACK_BOT_TOKEN, apiUrl: sandbox.address }),
    zone: setting.zone,
    slackUser: () => null,
    forgotten: 'eine Person',
    fault: () => undefined,
  })
}

test('while Slack is busy reactions are not read, for as long as it says, but a quarter of an hour at most', async () => {
  await using world = await openWorld()
  const newsroom = newsroomIn(world)
  const place = { channel: world.sandbox.slack.ids.channels.freigabe, ts: '1.000100' }
  const busy = (seconds: number) => {
    world.sandbox.slack.setFaults([
      { kind: 'rate-limit', method: 'reactions.get', times: 1, seconds },
    ])
    return newsroom.reactions(place)
  }
  expect(await busy(7)).toEqual({ busy: 7_000 })
  expect(await busy(365 * 24 * 3600)).toEqual({ busy: 15 * 60_000 })
  expect(await newsroom.reactions(place)).toBe('gone')
})

test('where strangers read, a name is not written, and its removal is', async () => {
  await using world = await openWorld()
  const { moderation } = world.sandbox.slack.ids.channels
  const newsroom = newsroomIn(world, [moderation])
  const erasure: Erasure = {
    number: 1,
    position: 1,
    by: 1,
    at: 0,
    stage: { is: 'requested' },
  }
  const seal = 'erasure/1/1/0123456789abcdef'
  const named = { draw: 'erasure', erasure, seal, handle: 'kim_beispiel' } as const
  const refused = { failed: 'refused', error: 'shared' }
  expect(await newsroom.write('a', moderation, null, named)).toEqual(refused)
  const written = await newsroomIn(world).write('a', moderation, null, named)
  if (!('written' in written)) throw new Error(written.failed)
  expect(await newsroom.update(written.written, named)).toEqual(refused)
  expect(await newsroom.update(written.written, { ...named, handle: null })).toEqual(written)
  expect(JSON.stringify(world.petra.mentions())).not.toContain('kim_beispiel')
})
