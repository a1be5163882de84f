// What the app declares; the sandbox refuses everything else, as a real workspace does.
import { z } from 'zod'

const shape = z.object({
  display_information: z.object({
    name: z.string().max(35),
    description: z.string().max(140).optional(),
  }),
  features: z.object({
    app_home: z.object({ home_tab_enabled: z.boolean().default(false) }).prefault({}),
    slash_commands: z
      .array(
        z.object({
          command: z.string().startsWith('/').max(32),
          description: z.string(),
          usage_hint: z.string().default(''),
        }),
      )
      .max(50)
      .default([]),
    shortcuts: z
      .array(
        z.object({
          name: z.string().max(24),
          type: z.enum(['message', 'global']),
          callback_id: z.string().max(255),
        }),
      )
      .max(10)
      .default([]),
  }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
  settings: z.object({
    event_subscriptions: z.object({ bot_events: z.array(z.string()) }),
    interactivity: z.object({ is_enabled: z.boolean() }),
    socket_mode_enabled: z.literal(true),
  }),
})

export type Manifest = z.infer<typeof shape>

/** Reads manifest.json. Throws where a real workspace would not take it. */
export function readManifest(manifest: unknown): Manifest {
  return shape.parse(manifest)
}

const neededFor: Record<string, readonly string[]> = {
  reaction_added: ['reactions:read'],
  reaction_removed: ['reactions:read'],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
}

/** Whether an event type reaches the app: subscribed to, and with the scope it needs. */
export function hears(manifest: Manifest, type: string): boolean {
  const { bot_events } = manifest.settings.event_subscriptions
  const { bot: scopes } = manifest.oauth_config.scopes
  const needed = neededFor[type] ?? []
  return bot_events.includes(type) && needed.every((scope) => scopes.includes(scope))
}
