// Somebody asks what is kept about them: an officer gets it as a file, and only the fact is on record. Whose data
// it is about stands in a table that is emptied once the file is gone from Slack.
import { orderMatter, type Order, type OrderEvent } from '../order.ts'
import { mayAnswerFor, type NoRight, type Person } from '../people.ts'

export type AccessNumber = number & { readonly is?: 'access' }

export type Access = Order<null>
export type AccessEvent = OrderEvent<null>

/** How long the file stays in Slack, in milliseconds: a week, so that it can be sent after a long weekend, too. */
const keepFor = 7 * 24 * 60 * 60_000

/** An access as the engine sees it. */
export const accessMatter = orderMatter<null>('access', keepFor)

/** Asks for what is kept about an account. Refuses all but officers. */
export function askForAccess(by: Person): { events: readonly AccessEvent[] } | NoRight {
  return mayAnswerFor(by) ?? { events: [{ type: 'ordered', to: by.actor, wish: null }] }
}
