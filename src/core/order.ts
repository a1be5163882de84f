// An order: files are drawn up and handed over once, to who asked for them or to the channel. Drawing up takes
// seconds and may take the whole process with it, so that each try is on record before it begins.
import type { Instant } from './content.ts'
import {
  impossible,
  lasted,
  type About,
  type Due,
  type Matter,
  type Message,
  type Numbered,
  type Recorded,
} from './matter.ts'
import type { Actor } from './people.ts'

/** `to` is whoever asked, or the channel where the clock did. `id` names the fault for person and operator. */
export type OrderEvent<Wish> =
  | { type: 'ordered'; to: Actor | 'channel'; wish: Wish }
  | { type: 'begun'; attempt: number }
  | { type: 'failed'; id: string }
  /** `files` are the newsroom's own names for them, as far as it told. */
  | { type: 'shared'; files?: readonly string[] }
  /** They were taken back: whoever needed them has them by then. */
  | { type: 'taken-back' }

export type OrderStage =
  | { is: 'waiting' }
  | { is: 'drawing'; since: Instant }
  | { is: 'failed'; at: Instant; id: string }
  | { is: 'shared'; at: Instant; files: readonly string[] }
  | { is: 'taken-back'; at: Instant }

export type Order<Wish> = Numbered & {
  /** For how long the files stay where they were handed over, in milliseconds; null for good. */
  keepFor: number | null
  to: Actor | 'channel'
  wish: Wish
  attempts: number
  /** How many of them began since the last one that ended. */
  unended: number
  stage: OrderStage
}

/** Files are to be drawn up; or a try without an end was left behind by a crash, and somebody must look whether the
 * files were handed over before. */
export type OrderOwed = 'draw-up' | 'settle-crash' | 'take-back'

export type OrderCommand =
  | { do: 'begin' }
  | { do: 'record-shared'; files: readonly string[] }
  | { do: 'record-failed'; id: string }
  | { do: 'record-taken-back' }

/** An order's progress, told in one message. */
export type OrderLetter = { letter: 'progress' }

/** For how long what comes by itself rests after a failure, in milliseconds. */
export const tryAgainAfter = 60 * 60_000

/** How often in a row a try may end with the process before it is given up. */
export const triesWithoutEnd = 3

const mayFollow: Record<OrderStage['is'], readonly OrderEvent<unknown>['type'][]> = {
  waiting: ['begun'],
  drawing: ['begun', 'shared', 'failed'],
  failed: ['begun'],
  shared: ['taken-back'],
  'taken-back': [],
}

/** Decides what the desk does for an order. Refuses what is not due or has ended: nothing is done then. */
export function decideOrder<Wish>(
  order: Order<Wish>,
  command: OrderCommand,
  now: Instant,
): { events: readonly OrderEvent<Wish>[] } | { refused: 'order-moved-on' } {
  const isDrawing = order.stage.is === 'drawing'
  switch (command.do) {
    case 'begin': {
      const due = orderDue(order, now)
      return due === null || due.from > now || isGivenUp(order)
        ? { refused: 'order-moved-on' }
        : { events: [{ type: 'begun', attempt: order.attempts + 1 }] }
    }
    case 'record-shared':
      return isDrawing
        ? { events: [{ type: 'shared', files: command.files }] }
        : { refused: 'order-moved-on' }
    case 'record-taken-back':
      return order.stage.is === 'shared'
        ? { events: [{ type: 'taken-back' }] }
        : { refused: 'order-moved-on' }
    case 'record-failed':
      return isDrawing
        ? { events: [{ type: 'failed', id: command.id }] }
        : { refused: 'order-moved-on' }
  }
}

/** Whether every try ended with the process: the next one would, too. */
export function isGivenUp({ stage, unended }: Order<unknown>): boolean {
  return stage.is === 'drawing' && unended >= triesWithoutEnd
}

/** What is owed for an order. Who asked for one that failed was told, and asks again; what comes by itself is tried
 * again. */
function orderDue({ stage, to, keepFor }: Order<unknown>, now: Instant): Due<OrderOwed> {
  switch (stage.is) {
    case 'waiting':
      return { owed: 'draw-up', from: now }
    case 'drawing':
      return { owed: 'settle-crash', from: now }
    case 'failed':
      return to === 'channel'
        ? { owed: 'draw-up', from: lasted(stage.at, tryAgainAfter, now) }
        : null
    case 'shared':
      return keepFor === null ? null : { owed: 'take-back', from: lasted(stage.at, keepFor, now) }
    case 'taken-back':
      return null
  }
}

/** A kind of order as the engine sees it; `keepFor` is how long its files stay where they were handed over, in
 * milliseconds, null for good. */
export function orderMatter<Wish>(
  about: About,
  keepFor: number | null = null,
): Matter<Order<Wish>, OrderEvent<Wish>, OrderOwed, OrderLetter> {
  return {
    about,
    evolve: (before, event, number) => evolve({ about, keepFor }, before, event, number),
    due: orderDue,
    letters: (number, life) => letters(about, number, life),
    rests: ({ stage, to }) =>
      stage.is === 'taken-back' ||
      (stage.is === 'shared' && keepFor === null) ||
      (stage.is === 'failed' && to !== 'channel'),
  }
}

function evolve<Wish>(
  { about, keepFor }: { about: About; keepFor: number | null },
  before: Order<Wish> | null,
  event: Recorded<OrderEvent<Wish>>,
  number: number,
): Order<Wish> {
  const { position, at } = event
  if (before === null) {
    if (event.type !== 'ordered' || position !== 1) {
      throw impossible(about, number, event, 'not begun')
    }
    const { to, wish } = event
    const fresh = { attempts: 0, unended: 0, stage: { is: 'waiting' } } as const
    return { number, position, to, wish, keepFor, ...fresh }
  }
  const { stage, attempts } = before
  const fits = position === before.position + 1 && mayFollow[stage.is].includes(event.type)
  if (!fits) throw impossible(about, number, event, stage.is)
  switch (event.type) {
    case 'ordered':
      return before
    case 'begun': {
      const unended = before.unended + 1
      return {
        ...before,
        position,
        attempts: attempts + 1,
        unended,
        stage: { is: 'drawing', since: at },
      }
    }
    case 'failed':
      return { ...before, position, unended: 0, stage: { is: 'failed', at, id: event.id } }
    case 'shared': {
      const { files = [] } = event
      return { ...before, position, unended: 0, stage: { is: 'shared', at, files } }
    }
    case 'taken-back':
      return { ...before, position, stage: { is: 'taken-back', at } }
  }
}

/** One message, changed where there is something new to tell: that a try begins is not. */
function letters(
  about: About,
  number: number,
  life: readonly Recorded<OrderEvent<unknown>>[],
): readonly (OrderLetter & Message)[] {
  const shows = life.findLast(({ type }) => type !== 'begun')?.position
  return shows === undefined
    ? []
    : [{ letter: 'progress', key: `${about}/${number}/progress`, shows }]
}
