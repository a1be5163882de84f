// Somebody who typed or pressed something: who it is, where to answer, and a form to open while there is time.
import { setTimeout as pause } from 'node:timers/promises'
import type { types } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import type { Visitor } from '../desk/works.ts'
import { faultSentence, notOpenedSentence, standingUnknownSentence } from '../wording/faults.ts'
import { cut, escapeWithin, limits } from './limits.ts'
import type { Membership } from './membership.ts'
import { line, quote, rich, words } from './pieces.ts'
import type { Team } from './team.ts'
import type { Where, Words } from './tell.ts'

/** Somebody who typed or pressed something. */
export type Visit = {
  user: string
  where: Where
  /** Who it is, asked of Slack. Where Slack does not tell, the work ends here and the person reads so. */
  visitor(): Promise<Visitor>
  /** The same from what is known already, without waiting. */
  asKnown(): Visitor
  /** Whether Slack has told already who it is. */
  isKnown(): boolean
  /** The same, asked of Slack for a second at most where nothing is known: a form has to open within three. */
  soon(): Promise<Visitor>
  /** The same, asked of Slack, or from what is known where Slack does not tell: for holding back, which is always
   * safe. */
  visitorOrKnown(): Promise<Visitor>
  /** Whether they are in a channel. Where Slack does not tell, the work ends here and the person reads so. */
  isIn(channel: Membership): Promise<boolean>
  /** Opens a form; the answer names it as it is now. Where it does not open, the work ends here, and the person reads
   * so and gets back what was typed. */
  opens(form: types.ModalView, typed?: string): Promise<Opened>
  /** Opens a form over the one in which something was pressed, which stays as it is below. */
  pushes(form: types.ModalView): Promise<void>
}

/** A form somebody sees, and what tells whether it still shows the same. */
export type Opened = { id: string; hash: string | null }

const second = 1_000

/** Slack does not tell who somebody is. */
class StandingUnknown extends Error {}

/** A form did not open. */
class NotOpened extends Error {
  readonly typed: string
  constructor(typed: string, cause: unknown) {
    super('a form did not open', { cause })
    this.typed = typed
  }
}

const withId = z.object({ id: z.string() })
const openForm = z.object({
  id: z.string(),
  hash: z.string(),
  /** Our own name for it; empty where it has none. */
  external_id: z.string().default(''),
  private_metadata: z.string().default(''),
  state: z.object({ values: z.unknown() }).default({ values: {} }),
})
/** What Slack says of who does something and where; commands say it in words of their own. */
const doing = z.object({
  user: withId.optional(),
  user_id: z.string().optional(),
  channel: withId.nullish(),
  channel_id: z.string().optional(),
  container: z.object({ thread_ts: z.string().optional() }).optional(),
  trigger_id: z.string().default(''),
  response_url: z.string().optional(),
  view: openForm.nullish().catch(null),
})

/** A form that is open while something in it is used. */
export type OpenForm = z.infer<typeof openForm>

/** The form something was used in, null in a message. */
export function formOf(body: unknown): OpenForm | null {
  return doing.parse(body).view ?? null
}

/** Reads who does something and where from what Slack sends. `fault` hears of what was gone on without. */
export function visits(given: {
  client: WebClient
  team: Team
  fault: (what: string, error: unknown) => void
}): (body: unknown) => Visit {
  const { client, team, fault } = given
  return (body) => {
    const { user, user_id, channel, channel_id, container, trigger_id, response_url } =
      doing.parse(body)
    const id = user?.id ?? user_id ?? ''
    const asKnown = () => ({ user: id, standing: team.standingAsKnown(id) })
    const visitor = async () => {
      try {
        return { user: id, standing: await team.standing(id) }
      } catch (error) {
        throw new StandingUnknown('Slack does not tell who somebody is', { cause: error })
      }
    }
    return {
      user: id,
      where: {
        channel: channel?.id ?? channel_id ?? null,
        thread: container?.thread_ts ?? null,
        answer: response_url ?? null,
      },
      visitor,
      asKnown,
      isKnown: () => team.isKnown(id),
      async soon() {
        if (team.isKnown(id)) return asKnown()
        const patience = pause(second, undefined, { ref: false })
        return Promise.race([visitor().catch(asKnown), patience.then(asKnown)])
      },
      visitorOrKnown: () =>
        visitor().catch((error: unknown) => {
          fault('somebody was taken for what was known', error)
          return asKnown()
        }),
      async isIn(channel) {
        try {
          return await channel.has(id)
        } catch (error) {
          throw new StandingUnknown('Slack does not tell who is in a channel', { cause: error })
        }
      },
      async opens(view, typed = '') {
        try {
          const opened = await client.views.open({ trigger_id, view })
          return { id: opened.view?.id ?? '', hash: opened.view?.hash ?? null }
        } catch (error) {
          throw new NotOpened(typed, error)
        }
      },
      async pushes(view) {
        try {
          await client.views.push({ trigger_id, view })
        } catch (error) {
          throw new NotOpened('', error)
        }
      },
    }
  }
}

/** What a person is told of work that broke off; `id` is the one in the log. */
export function sorry(error: unknown, id: string): Words {
  if (error instanceof StandingUnknown) return standingUnknownSentence(id)
  return error instanceof NotOpened ? givenBack(error.typed, id) : faultSentence(id)
}

/** What was typed, so that it can be copied: nobody writes a text twice because a form did not open. */
function givenBack(typed: string, id: string): Words {
  const says = notOpenedSentence(id, typed !== '')
  if (typed === '') return says
  return {
    text: escapeWithin(says, limits.section),
    blocks: [rich([line(words(says)), quote(cut(typed, limits.input))])],
  }
}
