// The one entrance: every command, button, form, shortcut and event comes in here. It acknowledges, knows who it is,
// runs the work, and tells the person if that breaks off. Nobody speaks into silence.
import type { App, types } from '@slack/bolt'
import { z } from 'zod'
import {
  faultSentence,
  ownMessage,
  unknownButton,
  unknownCommand,
  unknownForm,
} from '../wording/faults.ts'
import { notInModerationSentence } from '../wording/moderation/refusals.ts'
import { outsiderSentence } from '../wording/refusals.ts'
import { roomBehind } from './doors.ts'
import { withEmoji } from './emoji.ts'
import { unescape } from './escape.ts'
import type { Membership } from './membership.ts'
import { cut, escapeWithin, limits, shares } from './limits.ts'
import type { Team } from './team.ts'
import { formOf, sorry, visits, type OpenForm, type Visit } from './visit.ts'
import { type Tell, type Where, type Words } from './tell.ts'

/** A button or menu that was used; `form` is the form it stands in, null in a message. */
export type Press = Visit & { form: OpenForm | null }

/** A form that was sent. `id` is its own: sent again after an error, it is the same. */
export type Sent = Pick<Visit, 'user' | 'visitor'> & {
  id: string
  /** The form below it, or itself where there is none. */
  rootId: string
  values: unknown
  /** Work that takes longer than the form waits: it runs on, and the person hears if it breaks off. */
  goesOn(work: Promise<unknown>): void
  /** What the person hears once it is known; null for nothing. */
  hears(where: Where, words: Promise<Said>): void
}

/** What the person is told of it; null for nothing. */
export type Said = Words | null

/** How a form ends: it closes, alone or with all that are below it, stays open with sentences beside its fields, makes
 * room for the next one, or goes on in one above it. */
export type FormEnd =
  | null
  | { closes: 'all' }
  | { errors: Readonly<Record<string, string>> }
  | { next: types.ModalView }
  | { push: types.ModalView }
  | { says: Words; where: Where }

/** Reads what a button or form is about; null for what cannot be read. */
type Read<About> = (written: string) => About | null

export type Entrance = {
  /** What was typed behind a command. A plain sentence goes with the acknowledgement. */
  command(name: string, does: (typed: string, visit: Visit) => Said | Promise<Said>): void
  button<About>(
    id: string,
    read: Read<About>,
    does: (press: Press, about: About) => Promise<Said>,
  ): void
  form<About>(
    id: string,
    read: Read<About>,
    does: (sent: Sent, about: About) => Promise<FormEnd>,
  ): void
  shortcut(id: string, does: Shortcut): void
  /** What is not of this shape is passed over. `apologises` tells whoever waits for what comes of it that it broke
   * off. */
  event<Event>(
    name: string,
    shape: z.ZodType<Event>,
    does: (event: Event) => Promise<void>,
    apologises?: (event: Event, sentence: string) => Promise<void>,
  ): void
  /** Resolves when no work runs. */
  drained(): Promise<void>
}

/** What a shortcut does on a message, as Slack sends it. */
type Shortcut = (message: unknown, visit: Visit) => Promise<Said>

const used = z.object({
  value: z.string().optional(),
  selected_option: z.object({ value: z.string() }).nullish(),
})

/** Opens the entrance of a connected app. */
export function entrance(given: {
  app: App
  team: Team
  /** Who is in the moderation channel. */
  moderators: Membership
  tell: Tell
  /** Logs a fault and answers with the id that person and operator can both name. */
  fault: (what: string, error: unknown) => string
}): Entrance {
  const { app, team, moderators, tell, fault } = given
  const visitOf = visits({ client: app.client, team, fault })
  const running = new Set<Promise<unknown>>()
  const known = {
    commands: new Map<string, (typed: string, visit: Visit) => Said | Promise<Said>>(),
    buttons: new Map<string, (press: Press, written: string) => Promise<Said>>(),
    forms: new Map<string, (sent: Sent, written: string) => Promise<FormEnd>>(),
    shortcuts: new Map<string, Shortcut>(),
  }

  /** Why somebody may not come in through a door; null means yes. What Slack does not tell is no yes where words of
   * citizens stand behind it; elsewhere what somebody sends is weighed again. */
  async function closedFor(door: string, visit: Visit): Promise<string | null> {
    if (roomBehind(door) === 'office') {
      return (await visit.soon()).standing === 'outsider' ? outsiderSentence : null
    }
    const { standing } = await visit.visitor()
    if (standing === 'outsider') return outsiderSentence
    return (await visit.isIn(moderators)) ? null : notInModerationSentence
  }

  async function counted(work: () => Promise<unknown>): Promise<void> {
    const one = work()
    running.add(one)
    try {
      await one
    } finally {
      running.delete(one)
    }
  }

  /** Slack itself shows the person that nothing was acknowledged; what was wanted is done all the same. */
  async function acknowledged(ack: Promise<unknown>): Promise<void> {
    try {
      await ack
    } catch (error) {
      fault('Slack did not take an acknowledgement', error)
    }
  }

  /** What to say of work that broke off, with the id under which the log has it. */
  function apology(what: string, error: unknown): Words {
    return sorry(error, fault(`${what} broke off`, error))
  }

  /** Does what somebody wants and tells them what there is to say. */
  async function attempt(what: string, visit: Visit, work: () => Said | Promise<Said>) {
    const { user, where } = visit
    let said: Said
    try {
      said = await work()
    } catch (error) {
      said = apology(what, error)
    }
    if (said !== null) await tell(user, where, said)
  }

  app.command(/.*/, ({ ack, body }) =>
    counted(async () => {
      const visit = visitOf(body)
      const does = known.commands.get(body.command)
      const said =
        does === undefined
          ? unknownCommand([...known.commands.keys()])
          : roomBehind(body.command) === 'office' && visit.isKnown()
            ? (outsiderAt(visit) ?? does(typedText(body.text), visit))
            : closedFor(body.command, visit).then(
                (closed) => closed ?? does(typedText(body.text), visit),
              )
      if (typeof said === 'string') {
        const text = escapeWithin(said, limits.section)
        await acknowledged(ack({ response_type: 'ephemeral', text }))
        return
      }
      await Promise.all([acknowledged(ack()), attempt(body.command, visit, () => said)])
    }),
  )

  app.action(/.*/, ({ ack, action, body }) =>
    counted(async () => {
      // Forms open within three seconds: the work does not wait for the acknowledgement to be on its way.
      const isAcknowledged = acknowledged(ack())
      const name = 'action_id' in action ? action.action_id : ''
      const does = known.buttons.get(name)
      const { value, selected_option } = used.parse(action)
      const form = formOf(body)
      const visit = visitOf(body)
      await attempt(`the button ${name}`, visit, () =>
        does === undefined
          ? unknownButton
          : closedFor(name, visit).then(
              (closed) => closed ?? does({ ...visit, form }, value ?? selected_option?.value ?? ''),
            ),
      )
      await isAcknowledged
    }),
  )

  app.view(/.*/, ({ ack, view, body }) =>
    counted(async () => {
      const visit = visitOf(body)
      const { user, visitor, where } = visit
      const does = known.forms.get(view.callback_id)
      const what = `the form ${view.callback_id}`
      const goesOn = (work: Promise<unknown>) =>
        void counted(() => work.catch((error: unknown) => tell(user, where, apology(what, error))))
      const hears = (place: Where, words: Promise<Said>) =>
        goesOn(words.then((said) => (said === null ? undefined : tell(user, place, said))))
      const inputs = view.blocks.flatMap((block) =>
        block.type === 'input' && block.block_id !== undefined ? [block.block_id] : [],
      )
      const [first = ''] = inputs
      let end: FormEnd
      try {
        const sent = {
          ...{ user, visitor, id: view.id, values: view.state.values, goesOn, hears },
          rootId: view.root_view_id ?? view.id,
        }
        const closed = does === undefined ? unknownForm : await closedFor(view.callback_id, visit)
        end =
          does === undefined || closed !== null
            ? { errors: { [first]: closed ?? unknownForm } }
            : await does(sent, view.private_metadata)
      } catch (error) {
        const says = apology(what, error)
        end = { errors: { [first]: typeof says === 'string' ? says : says.text } }
      }
      if (end === null) await acknowledged(ack())
      else if ('errors' in end) {
        const errors = placed(end.errors, inputs)
        await acknowledged(ack({ response_action: 'errors', errors }))
      } else if ('next' in end) {
        await acknowledged(ack({ response_action: 'update', view: end.next }))
      } else if ('push' in end) {
        await acknowledged(ack({ response_action: 'push', view: end.push }))
      } else if ('closes' in end) {
        await acknowledged(ack({ response_action: 'clear' }))
      } else {
        await acknowledged(ack())
        await tell(user, end.where, end.says)
      }
    }),
  )

  app.shortcut(/.*/, ({ ack, body, context }) =>
    counted(async () => {
      const isAcknowledged = acknowledged(ack())
      const visit = visitOf(body)
      const does = known.shortcuts.get(body.callback_id)
      const message = body.type === 'message_action' ? body.message : null
      // Cards have buttons for what can be done with them, and may show words of citizens.
      const isOurs = message?.user !== undefined && message.user === context.botUserId
      await attempt(`the shortcut ${body.callback_id}`, visit, () =>
        does === undefined
          ? unknownButton
          : closedFor(body.callback_id, visit).then(
              (closed) => closed ?? (isOurs ? ownMessage : does(message, visit)),
            ),
      )
      await isAcknowledged
    }),
  )

  app.error(async (error) => {
    fault('a listener broke off', error)
    return Promise.resolve()
  })

  return {
    command(name, does) {
      roomBehind(name)
      known.commands.set(name, does)
    },
    button(id, read, does) {
      roomBehind(id)
      known.buttons.set(id, async (press, written) => {
        const about = read(written)
        return about === null ? unknownButton : does(press, about)
      })
    },
    form(id, read, does) {
      roomBehind(id)
      known.forms.set(id, async (sent, written) => {
        const about = read(written)
        return about === null ? { errors: { '': unknownForm } } : does(sent, about)
      })
    },
    shortcut(id, does) {
      roomBehind(id)
      known.shortcuts.set(id, does)
    },
    event(name, shape, does, apologises) {
      app.event(name, ({ event }) =>
        counted(async () => {
          const read = shape.safeParse(event)
          if (!read.success) return
          try {
            await does(read.data)
          } catch (error) {
            const id = fault(`the event ${name} broke off`, error)
            await apologises?.(read.data, faultSentence(id))
          }
        }),
      )
    },
    async drained() {
      while (running.size > 0) await Promise.allSettled(running)
    },
  }
}

/** What somebody typed behind a command: Slack writes its signs escaped, and emoji as names. */
function typedText(text: string): string {
  return withEmoji(unescape(text))
}

function outsiderAt(visit: Visit): string | null {
  return visit.asKnown().standing === 'outsider' ? outsiderSentence : null
}

/** For what has nothing to read. */
export function nothingToRead(): true {
  return true
}

/** Sentences below fields that the form has: Slack shows no others. */
function placed(
  errors: Readonly<Record<string, string>>,
  inputs: readonly string[],
): Record<string, string> {
  const [first = ''] = inputs
  const beside: Record<string, string> = {}
  for (const [field, sentence] of Object.entries(errors)) {
    const block = inputs.includes(field) ? field : first
    const before = beside[block]
    beside[block] = cut(before === undefined ? sentence : `${before} ${sentence}`, shares.formError)
  }
  return beside
}
