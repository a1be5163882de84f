// Events to the app: once each, again when nobody acknowledged, as Slack does it.
import type { Clock } from '../contract.ts'
import { hears, type Manifest } from './manifest.ts'
import { app, workspace } from './people.ts'
import type { Sockets } from './sockets.ts'
import type { World } from './world.ts'

/** When an unacknowledged event comes again, in milliseconds after the first time. */
const again = [100, 60_000, 300_000]

export type Events = ReturnType<typeof events>

/** `twice` says whether the next event is to be delivered twice. */
export function events(given: {
  manifest: Manifest
  world: World
  sockets: Sockets
  clock: Clock
  twice: () => boolean
  isDown: () => boolean
}) {
  const { manifest, world, sockets, clock, twice, isDown } = given
  const timers = new Set<NodeJS.Timeout>()

  async function deliver(payload: unknown, attempt: number): Promise<void> {
    const taken = isDown()
      ? ({ acked: false, because: 'nobody' } as const)
      : await sockets.deliver({
          type: 'events_api',
          payload,
          accepts_response_payload: false,
          ...(attempt > 0 && { retry_attempt: attempt, retry_reason: 'timeout' }),
        })
    const wait = again[attempt]
    if (taken.acked || wait === undefined) return
    const timer = setTimeout(() => {
      timers.delete(timer)
      void deliver(payload, attempt + 1)
    }, wait)
    timer.unref()
    timers.add(timer)
  }

  return {
    /** Tells the app of an event in a channel (null: of no channel), if it subscribed and is a member. */
    tell(type: string, channel: string | null, event: Record<string, unknown>): void {
      const place = channel === null ? null : world.channel(channel)
      if (!hears(manifest, type) || (place !== null && !place.members.includes(app.userId))) return
      const payload = {
        token: 'sandbox',
        team_id: workspace.id,
        api_app_id: app.id,
        event: { event_ts: world.nextTs(), ...event },
        type: 'event_callback',
        event_id: world.nextId('Ev'),
        event_time: Math.floor(clock.now() / 1000),
        authorizations: [
          {
            enterprise_id: null,
            team_id: workspace.id,
            user_id: app.userId,
            is_bot: true,
            is_enterprise_install: false,
          },
        ],
        is_ext_shared_channel: place?.shared ?? false,
        context_team_id: workspace.id,
      }
      void deliver(payload, 0)
      if (twice()) void deliver(payload, again.length)
    },
    stop(): void {
      for (const timer of timers) clearTimeout(timer)
    },
  }
}
