// What people do in the sandbox's Slack, and how the app's answer shows.
import type { Act, ActAnswer } from '../contract.ts'
import { written } from './methods/chat.ts'
import { react, unreact } from './methods/reactions.ts'
import { made, push } from './methods/views.ts'
import { messageObject, Refused, type Workplace } from './method.ts'
import {
  commandPayload,
  messageActionPayload,
  shortcutPayload,
  viewActionPayload,
  viewPayload,
} from './payloads.ts'
import { app, people } from './people.ts'
import type { Taken } from './sockets.ts'
import { escaped, type Stored, type View } from './world.ts'

type Deed<Kind extends Act['act']> = Extract<Act, { act: Kind }>

const sentences: Record<string, string> = {
  dispatch_failed: 'Das hat nicht geklappt: Die App ist gerade nicht erreichbar (dispatch_failed).',
  operation_timeout: 'Das hat nicht geklappt: Die App hat nicht geantwortet (operation_timeout).',
  unknown_command: 'Diesen Befehl gibt es hier nicht.',
  not_in_channel: 'Sie sind nicht in diesem Kanal.',
  not_allowed: 'Das dürfen Personen aus anderen Organisationen nicht.',
  already_reacted: 'Diese Reaktion haben Sie schon gegeben.',
}

/** Does one act. Never throws for what a person does wrong: the answer says it. */
export async function perform(place: Workplace, act: Act): Promise<ActAnswer> {
  try {
    if (!people.some(({ id }) => id === act.as)) throw new Refused('user_not_found')
    await deed(place, act)
    return { ok: true }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const sentence = sentences[error.message] ?? `Das hat nicht geklappt (${error.message}).`
    return { ok: false, error: error.message, sentence }
  }
}

async function deed(place: Workplace, act: Act): Promise<void> {
  switch (act.act) {
    case 'command':
      return typeCommand(place, act)
    case 'message':
      say(place, act)
      return
    case 'react':
      react(place, seen(place, act), act.as, act.name)
      return
    case 'unreact':
      unreact(place, seen(place, act), act.as, act.name)
      return
    case 'shortcut': {
      const message = seen(place, act)
      const declared = place.manifest.features.shortcuts.some(
        ({ type, callback_id }) => type === 'message' && callback_id === act.callbackId,
      )
      if (!declared) throw new Refused('unknown_command')
      const { as: user, callbackId } = act
      taken(await interact(place, shortcutPayload(place, { user, callbackId, message })))
      return
    }
    case 'action':
      return press(place, act)
    case 'submit':
      return submit(place, act)
    case 'close':
      return close(place, act)
    case 'home': {
      const view = place.world.homes.get(act.as)
      place.events.tell('app_home_opened', null, {
        type: 'app_home_opened',
        user: act.as,
        channel: place.world.directWith(act.as),
        tab: 'home',
        ...(view !== undefined && { view }),
      })
    }
  }
}

async function typeCommand(place: Workplace, act: Deed<'command'>): Promise<void> {
  const { as: user, channel, command, text } = act
  member(place, user, channel)
  // Slack Connect: people of other organisations have no use of our app's commands.
  if (people.find(({ id }) => id === user)?.foreign === true) throw new Refused('not_allowed')
  if (!place.manifest.features.slash_commands.some((one) => one.command === command)) {
    throw new Refused('unknown_command')
  }
  const payload = commandPayload(place, { user, channel, command, text })
  const answer = taken(
    await place.sockets.deliver({
      type: 'slash_commands',
      payload,
      accepts_response_payload: true,
    }),
  )
  const said = (answer ?? {}) as Record<string, unknown>
  // An acknowledgement may be empty; then nothing is said.
  if (said.text !== undefined || said.blocks !== undefined) {
    const onlyFor = said.response_type === 'in_channel' ? null : user
    botSays(place, channel, said, { onlyFor })
  }
}

function say(place: Workplace, act: Deed<'message'>): void {
  const { world, events } = place
  const channel = member(place, act.as, act.channel)
  if (act.text.trim() === '') throw new Refused('no_text')
  const message: Stored = {
    channel: channel.id,
    ts: world.nextTs(),
    user: act.as,
    text: escaped(act.text),
    blocks: [],
    reactions: [],
    files: [],
    threadTs: act.threadTs ?? null,
    edited: false,
    onlyFor: null,
    metadata: null,
    sample: false,
  }
  world.keep(message)
  const type = channel.direct ? 'im' : channel.isPrivate ? 'groups' : 'channels'
  events.tell(`message.${type}`, channel.id, {
    ...messageObject(message, false),
    channel: channel.id,
    channel_type: channel.direct ? 'im' : channel.isPrivate ? 'group' : 'channel',
  })
}

async function press(place: Workplace, act: Deed<'action'>): Promise<void> {
  const { as: user, container } = act
  if (container.type === 'message') {
    const message = seen(place, { as: user, channel: container.channel, ts: container.ts })
    const action = known(message.blocks, act.action)
    taken(await interact(place, messageActionPayload(place, { user, message, action })))
    return
  }
  const view =
    container.type === 'home'
      ? place.world.homes.get(user)
      : open(place, user, container.viewId).view
  if (view === undefined) throw new Refused('not_found')
  const action = known(view.blocks as Record<string, unknown>[], act.action)
  taken(await interact(place, viewActionPayload(place, { user, view, action })))
}

async function submit(place: Workplace, act: Deed<'submit'>): Promise<void> {
  const { as: user, viewId, values } = act
  const form = open(place, user, viewId)
  form.errors = missing(form.view, values)
  if (Object.keys(form.errors).length > 0) return
  const view = { ...form.view, state: { values } }
  const answer = taken(
    await interact(place, viewPayload(place, { type: 'view_submission', user, view })),
  )
  respond(place, user, form, answer)
}

function respond(
  place: Workplace,
  user: string,
  form: { view: View; errors: Record<string, string> },
  answer: unknown,
): void {
  const stack = place.world.modals.get(user) ?? []
  const said = (answer ?? {}) as { response_action?: string; errors?: unknown; view?: unknown }
  switch (said.response_action) {
    case 'errors': {
      const errors = said.errors as Record<string, string>
      const blocks = new Set(
        (form.view.blocks as { block_id: string }[]).map((one) => one.block_id),
      )
      // Slack shows nothing beside a field that is not there: a bug of the app.
      if (Object.keys(errors).some((id) => !blocks.has(id))) throw new Refused('invalid_errors')
      form.errors = errors
      return
    }
    case 'update':
      form.view = { ...made(place, said.view), id: form.view.id }
      return
    case 'push':
      push(place, user, said.view, 3)
      return
    case 'clear':
      place.world.modals.delete(user)
      return
    default:
      place.world.modals.set(
        user,
        stack.filter((one) => one !== form),
      )
  }
}

async function close(place: Workplace, act: Deed<'close'>): Promise<void> {
  const { as: user, viewId } = act
  const form = open(place, user, viewId)
  const stack = place.world.modals.get(user) ?? []
  place.world.modals.set(
    user,
    stack.filter((one) => one !== form),
  )
  if (form.view.notify_on_close === true) {
    await interact(place, viewPayload(place, { type: 'view_closed', user, view: form.view }))
  }
}

/** Writes as the bot where an answer says so. */
export function botSays(
  place: Workplace,
  channel: string,
  said: Record<string, unknown>,
  { onlyFor }: { onlyFor: string | null },
): void {
  place.world.keep({
    channel,
    ts: place.world.nextTs(),
    user: app.userId,
    ...written(place, said),
    reactions: [],
    files: [],
    threadTs: typeof said.thread_ts === 'string' ? said.thread_ts : null,
    edited: false,
    onlyFor,
    metadata: null,
    sample: false,
  })
}

function interact(place: Workplace, payload: unknown): Promise<Taken> {
  if (!place.manifest.settings.interactivity.is_enabled) throw new Refused('not_enabled')
  return place.sockets.deliver({ type: 'interactive', payload, accepts_response_payload: true })
}

function taken(how: Taken): unknown {
  if (how.acked) return how.payload
  throw new Refused(how.because === 'nobody' ? 'dispatch_failed' : 'operation_timeout')
}

function member({ world }: Workplace, user: string, id: string) {
  const channel = world.channel(id)
  if (channel?.members.includes(user) !== true) throw new Refused('not_in_channel')
  return channel
}

function seen(place: Workplace, at: { as: string; channel: string; ts: string }): Stored {
  member(place, at.as, at.channel)
  const message = place.world.message(at.channel, at.ts)
  if (message === undefined || (message.onlyFor !== null && message.onlyFor !== at.as)) {
    throw new Refused('message_not_found')
  }
  return message
}

function open({ world }: Workplace, user: string, viewId: string) {
  const form = (world.modals.get(user) ?? []).find(({ view }) => view.id === viewId)
  if (form === undefined) throw new Refused('not_found')
  return form
}

// Nobody can press what is not there; a button's value comes from the message, not from the page.
function known(
  blocks: Record<string, unknown>[],
  action: Record<string, unknown>,
): Record<string, unknown> {
  const block = blocks.find(({ block_id }) => block_id === action.block_id)
  const inside = [
    ...((block?.elements as Record<string, unknown>[] | undefined) ?? []),
    ...(block?.accessory === undefined ? [] : [block.accessory as Record<string, unknown>]),
    ...(block?.element === undefined ? [] : [block.element as Record<string, unknown>]),
  ]
  const element = inside.find(({ action_id }) => action_id === action.action_id)
  if (element === undefined) throw new Refused('not_found')
  const { type, value, text } = element
  return type === 'button'
    ? { block_id: action.block_id, action_id: action.action_id, type, value, text }
    : { ...action, type }
}

function missing(
  view: View,
  values: Record<string, Record<string, unknown>>,
): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const block of view.blocks as Record<string, unknown>[]) {
    if (block.type !== 'input' || block.optional === true) continue
    const { action_id } = block.element as { action_id: string }
    const given = values[String(block.block_id)]?.[action_id] as Record<string, unknown> | undefined
    const isEmpty = Object.entries(given ?? {}).every(
      ([key, value]) => key === 'type' || value === null || value === undefined || value === '',
    )
    if (isEmpty) errors[String(block.block_id)] = 'Bitte füllen Sie dieses Feld aus.'
  }
  return errors
}
