// What all orders have in common: files are drawn up and handed over once, below the message that tells how far they
// are. After a crash, or a hand-over whose answer was lost, somebody looks before it is done again.
import {
  decideOrder,
  isGivenUp,
  type Order,
  type OrderCommand,
  type OrderEvent,
  type OrderLetter,
  type OrderOwed,
} from '../core/order.ts'
import type { Matter } from '../core/matter.ts'
import { theDesk } from '../core/people.ts'
import type { Desk, DeskParts } from './desk.ts'
import type { Works } from './works.ts'
import type { Drawing, Handed, Place } from './ports/newsroom.ts'

export type OrderParts = Omit<DeskParts, 'fault'> & {
  desk: Desk
  /** Where goes what comes by itself. */
  settings: { approvalChannel: string }
  /** Logs a fault and answers with the Kennung person and operator can both name. */
  fault: (what: string, error: unknown) => string
}

/** What is different from one kind of order to the next. */
export type Orders<Wish> = {
  matter: Matter<Order<Wish>, OrderEvent<Wish>, OrderOwed, OrderLetter>
  /** Draws up what is handed over. Throws if that does not work out. */
  drawUp: (order: Order<Wish>) => Promise<Handed>
  /** How the name of the first file begins. */
  fileName: (order: Order<Wish>) => string
  progress: (order: Order<Wish>) => Drawing
  /** Nothing more comes of it: what was kept for it can go. Called within the transaction that says so. */
  ended?: (order: Order<Wish>) => void
}

/** Opens a kind of order at the desk. */
export function orders<Wish>(given: OrderParts, kind: Orders<Wish>) {
  const { desk, newsroom, now, settings, fault } = given
  const { matter, drawUp, fileName } = kind
  const works: Works<Order<Wish>, OrderEvent<Wish>, OrderOwed, OrderLetter> = {
    matter,
    carryOut,
    draw(order) {
      const ended = matter.rests(order)
      const channel = order.to === 'channel' ? settings.approvalChannel : desk.slackUser(order.to)
      return {
        once: false,
        needed: !ended,
        ended,
        address: channel === null ? 'nobody' : { channel, thread: null },
        drawing: () => kind.progress(order),
      }
    },
  }
  const docket = desk.open(works)

  async function carryOut(owed: OrderOwed, order: Order<Wish>): Promise<boolean> {
    const { number, to, attempts } = order
    if (owed === 'take-back') return takeBack(order)
    if (to !== 'channel' && desk.slackUser(to) === null) {
      record(number, { do: 'begin' })
      return failed(number, new Error('nobody knows any more who ordered it'))
    }
    // First the person reads that it comes, then it comes.
    const place = docket.place(`${matter.about}/${number}/progress`)
    if (place === null) return false
    const there = attempts > 0 ? await shared(place, order) : []
    if (there === null) return false
    const isThere = there.length > 0
    const sharedBefore = { do: 'record-shared', files: there } as const
    if (isGivenUp(order)) {
      return isThere
        ? record(number, sharedBefore)
        : failed(number, new Error('the process ended each time it was drawn up'))
    }
    if (!record(number, { do: 'begin' })) return false
    return isThere ? record(number, sharedBefore) : deliver(place, order)
  }

  async function deliver(place: Place, order: Order<Wish>): Promise<boolean> {
    const { number } = order
    let files: readonly string[] | null
    try {
      files = await newsroom.share(place.channel, await drawUp(order))
    } catch (error) {
      // The answer may be all that got lost.
      files = await shared(place, order)
      if (files === null || files.length === 0) return failed(number, error)
    }
    return record(number, { do: 'record-shared', files })
  }

  /** Whoever needed the files has them by now. */
  async function takeBack({ number, stage }: Order<Wish>): Promise<boolean> {
    if (stage.is !== 'shared') return false
    for (const file of stage.files) {
      if (!(await newsroom.takeBack(file))) return false
    }
    return record(number, { do: 'record-taken-back' })
  }

  /** The files that were handed over; null where Slack does not tell. */
  async function shared(place: Place, order: Order<Wish>): Promise<readonly string[] | null> {
    try {
      return await newsroom.shared(place, fileName(order))
    } catch {
      return null
    }
  }

  function failed(number: number, error: unknown): boolean {
    const id = fault(`the files of ${matter.about} ${number} could not be handed over`, error)
    return record(number, { do: 'record-failed', id })
  }

  function record(number: number, command: OrderCommand): boolean {
    return given.db
      .transaction(() => {
        const said = docket.apply(number, (one) => decideOrder(one, command, now()), theDesk)
        if (!('state' in said)) return false
        if (matter.rests(said.state)) kind.ended?.(said.state)
        return true
      })
      .immediate()
  }

  return {
    begin: docket.begin,
    load: docket.load,
    open: docket.open,
    /** Takes back what was handed over, before its time. False where that did not work out; it is tried again when
     * its time has come. */
    takeBack: async (number: number): Promise<boolean> => {
      const order = docket.load(number)
      return order === null || (await takeBack(order))
    },
    /** Tells that it comes, then hands it over; resolves when that is done or has failed. */
    async settle(number: number): Promise<void> {
      await docket.settle(number)
      await docket.settle(number)
    },
  }
}
