// Who is who, asked of a real web client and the local Slack.
import { WebClient } from '@slack/web-api'
import { expect, test } from 'vitest'
import type { MovableClock } from '../../src/clock.ts'
import { team } from '../../src/slack/team.ts'
import { openWorld, type World } from '../support/office.ts'

function teamOf({ config, clock }: World) {
  const client = new WebClient(config.SLACK_BOT_TOKEN, {
    ...(config.SLACK_API_URL !== undefined && { slackApiUrl: config.SLACK_API_URL }),
    retryConfig: { retries: 0 },
  })
  const asked = client.auth.test()
  return asked.then(({ team_id: home = '' }) =>
    team({ client, officers: config.PRESS_OFFICERS, home, ...clock }),
  )
}

test('whom Slack does not show us is an outsider, and no fault', async () => {
  await using world = await openWorld()
  const known = await teamOf(world)
  expect(await known.standing('U0STRANGER')).toBe('outsider')
  expect(await known.standing(world.petra.id)).toBe('officer')
  await expect(known.standing(world.anna.id)).resolves.toBe('staff')
})

test('while Slack does not answer, nobody gets a standing, but names stay', async () => {
  await using world = await openWorld()
  const known = await teamOf(world)
  expect(await known.name(world.anna.id)).toBe('Anna Ahlers')
  world.clock.moveTo(world.clock.now() + 2 * 3_600_000)
  world.sandbox.slack.setFaults([{ kind: 'server-error', method: 'users.info', times: null }])
  expect(await known.name(world.anna.id)).toBe('Anna Ahlers')
  await expect(known.standing(world.anna.id)).rejects.toThrow()
})

test.each([
  [
    'put back by an hour a minute ago',
    (clock: MovableClock) => {
      clock.set(-3_600_000)
      clock.moveTo(clock.now() + 61_000)
    },
  ],
  ['that slept for eight hours', (clock: MovableClock) => clock.set(8 * 3_600_000)],
])('on a machine %s an old answer about rights is old', async (_, happens) => {
  await using world = await openWorld()
  const known = await teamOf(world)
  await known.standing(world.anna.id)
  const asked = () => world.sandbox.slack.calls().filter((one) => one === 'users.info').length
  const before = asked()
  await known.standing(world.anna.id)
  expect(asked()).toBe(before)
  happens(world.clock)
  await known.standing(world.anna.id)
  expect(asked()).toBe(before + 1)
})
