// Reads the app's manifest as Slack does at installation: what it does not declare does not exist.

import { isObject, items } from './blocks/shape.ts'
import { limits } from './blocks/limits.ts'

export type SlashCommand = {
  command: string
  description: string
  usageHint: string
  shouldEscape: boolean
}

export type Manifest = {
  botName: string
  commands: SlashCommand[]
  messageShortcuts: { name: string; callbackId: string }[]
  scopes: Set<string>
  events: Set<string>
  homeTab: boolean
  messagesTab: boolean
  messagesTabReadOnly: boolean
  interactivity: boolean
}

/** Which scope an event needs; events that need none are missing here. */
const eventScopes: Record<string, string> = {
  reaction_added: 'reactions:read',
  reaction_removed: 'reactions:read',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.im': 'im:history',
  channel_archive: 'channels:read',
  channel_left: 'channels:read',
  channel_shared: 'channels:read',
  channel_unarchive: 'channels:read',
  channel_unshared: 'channels:read',
  group_archive: 'groups:read',
  group_left: 'groups:read',
  group_unarchive: 'groups:read',
  member_joined_channel: 'channels:read',
  member_left_channel: 'channels:read',
  subteam_members_changed: 'usergroups:read',
  subteam_updated: 'usergroups:read',
  file_shared: 'files:read',
}

/** Understands a parsed manifest.json. Throws one error that names all its faults. */
export function readManifest(source: unknown): Manifest {
  const at = (...path: string[]) =>
    path.reduce<unknown>((value, name) => (isObject(value) ? value[name] : undefined), source)
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  const declared = (...path: string[]) => items(at(...path)).filter(isObject)
  const tab = (name: string) => at('features', 'app_home', name) === true

  const commands = declared('features', 'slash_commands').map((one) => ({
    command: text(one.command),
    description: text(one.description),
    usageHint: text(one.usage_hint),
    shouldEscape: one.should_escape === true,
  }))
  const shortcuts = declared('features', 'shortcuts')
  const manifest: Manifest = {
    botName: text(at('features', 'bot_user', 'display_name')),
    commands,
    messageShortcuts: shortcuts
      .filter((one) => one.type === 'message')
      .map((one) => ({ name: text(one.name), callbackId: text(one.callback_id) })),
    scopes: new Set(items(at('oauth_config', 'scopes', 'bot')).map(text)),
    events: new Set(items(at('settings', 'event_subscriptions', 'bot_events')).map(text)),
    homeTab: tab('home_tab_enabled'),
    messagesTab: tab('messages_tab_enabled'),
    messagesTabReadOnly: tab('messages_tab_read_only_enabled'),
    interactivity: at('settings', 'interactivity', 'is_enabled') === true,
  }
  const faults = faultsOf(manifest, {
    name: text(at('display_information', 'name')),
    description: text(at('display_information', 'description')),
    shortcuts: shortcuts.length,
    socketMode: at('settings', 'socket_mode_enabled') === true,
  })
  if (faults.length > 0) throw new Error(`Slack refuses this manifest: ${faults.join('; ')}`)
  return manifest
}

type Outside = { name: string; description: string; shortcuts: number; socketMode: boolean }

function faultsOf(manifest: Manifest, outside: Outside): string[] {
  const { commands, scopes, events } = manifest
  const max = limits.manifest
  const faults: string[] = []
  const must = (condition: boolean, sentence: string) => {
    if (!condition) faults.push(sentence)
  }
  must(outside.name.length > 0 && outside.name.length <= max.name, `name: 1 to ${max.name}`)
  must(outside.description.length <= max.description, `description: up to ${max.description}`)
  must(outside.socketMode, 'settings.socket_mode_enabled must be true')
  must(manifest.botName !== '', 'features.bot_user.display_name is missing')
  must(commands.length <= max.commands, `at most ${max.commands} commands`)
  must(outside.shortcuts <= max.shortcuts, `at most ${max.shortcuts} shortcuts`)
  must(
    scopes.has('commands') || commands.length + outside.shortcuts === 0,
    'commands and shortcuts need the scope commands',
  )
  for (const { command, description } of commands) {
    const fits = /^\/[^\sA-Z]+$/.test(command) && command.length <= max.command
    must(fits, `command ${command}: "/", no capitals, no spaces, up to ${max.command}`)
    must(description !== '', `command ${command}: description is missing`)
  }
  for (const event of events) {
    const scope = eventScopes[event]
    must(scope === undefined || scopes.has(scope), `event ${event} needs the scope ${scope ?? ''}`)
  }
  return faults
}
