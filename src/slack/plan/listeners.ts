// The editorial plan: who opens it, turns its weeks, and moves, holds or withdraws what stands in it.
import { localOf } from '../../core/time/calendar.ts'
import { readWeek } from '../../core/time/spoken.ts'
import { weekOf } from '../../core/time/period.ts'
import type { Proposal } from '../../core/proposal/proposal.ts'
import type { Refusal } from '../../core/proposal/refusal.ts'
import { unknownButton } from '../../wording/faults.ts'
import { outsiderSentence, refusalSentence } from '../../wording/refusals.ts'
import { freeLine, weekUnread } from '../../wording/plan.ts'
import { nothingToRead, type Entrance, type FormEnd, type Press, type Said } from '../entrance.ts'
import { readValues } from '../form-values.ts'
import { openReview } from '../home/listeners.ts'
import type { Parts } from '../parts.ts'
import { readTarget, type Target } from '../target.ts'
import type { Team } from '../team.ts'
import type { Visit } from '../visit.ts'
import { drawn, opensDrawn, redrawBelow } from './drawn.ts'
import { fillSlot, withdrawPlanned } from './form.ts'
import { openReschedule, rescheduleListeners } from './reschedule.ts'

type Planning = Parts & { team: Team }

/** Registers what can be done in the plan. */
export function planListeners(door: Entrance, parts: Planning): void {
  const { proposals, newsroom, zone } = parts
  const sentence = (refusal: Refusal) => newsroom.draw((named) => refusalSentence(refusal, named))

  rescheduleListeners(door, parts)
  door.button('plan', nothingToRead, (press) => openPlan(parts, '', press))

  for (const name of ['plan-before', 'plan-after']) {
    door.button(name, readMonday, async ({ form }, monday) => {
      if (form === null) return unknownButton
      await newsroom.redraw(form, await drawn(parts, weekOf(monday, zone)))
      return null
    })
  }

  door.button('plan-entry', readTarget, async (press, target): Promise<Said> => {
    const seen = proposals.seen(target.seal)
    const proposal = seen === null ? null : proposals.load(seen.number)
    const monday = mondayOf(press)
    if (seen === null || proposal === null || monday === null) return unknownButton
    switch (target.choice) {
      case 'review':
        await openReview(parts, { ...press, opens: pushes(press) }, proposal)
        return null
      case 'reschedule':
        return openReschedule(parts, { ...press, opens: pushes(press) }, proposal, monday)
      case 'withdraw': {
        const refusal = proposals.refusalOf(proposal.number, { do: 'withdraw' }, press.asKnown())
        if (refusal !== null) return sentence(refusal)
        await press.pushes(withdrawPlanned(proposal.number, { seal: target.seal, monday }))
        return null
      }
      case 'stop':
        return stop(press, target, monday)
      default:
        return unknownButton
    }
  })

  async function stop(press: Press, { seal }: Target, monday: string): Promise<Said> {
    const seen = proposals.seen(seal)
    if (seen === null) return unknownButton
    const { number, version } = seen
    const visitor = await press.visitorOrKnown()
    const said = proposals.answer(number, { do: 'stop', version, via: 'button' }, visitor)
    if ('refused' in said) return sentence(said)
    void proposals.settle(number)
    if (press.form !== null) {
      await newsroom.redraw(press.form, await drawn(parts, weekOf(monday, zone)))
    }
    return null
  }

  door.form('withdraw-planned', readTarget, async (sent, { seal, choice }): Promise<FormEnd> => {
    const seen = proposals.seen(seal)
    const where = { channel: null, thread: null, answer: null }
    if (seen === null) return { says: unknownButton, where }
    const said = proposals.answer(seen.number, { do: 'withdraw' }, await sent.visitor())
    if ('refused' in said) return { says: await sentence(said), where }
    sent.goesOn(proposals.settle(seen.number).then(() => redrawBelow(parts, sent.rootId, choice)))
    return null
  })

  door.button('plan-fill', Number, async (press, at): Promise<Said> => {
    const monday = mondayOf(press)
    if (monday === null) return unknownButton
    const { plan, stock } = proposals.plan(weekOf(monday, zone))
    const slot = plan.days.flatMap(({ free }) => free).find((one) => one.at === at)
    if (slot === undefined) {
      if (press.form !== null) {
        await newsroom.redraw(press.form, await drawn(parts, weekOf(monday, zone)))
      }
      return null
    }
    const seal = (proposal: Proposal) => proposals.latest(proposal).seal
    await press.pushes(fillSlot(stock, { name: freeLine(slot, zone), at, monday, seal }))
    return null
  })

  door.form('fill-slot', readSlot, async (sent, { at, monday }): Promise<FormEnd> => {
    // What was planned or changed meanwhile is another version, and stays as it is.
    const seen = proposals.seen(readValues(sent.values).option('stock') ?? '')
    if (seen === null) return { errors: { stock: await sentence({ refused: 'unknown-proposal' }) } }
    const { number, version } = seen
    const said = proposals.answer(
      number,
      { do: 'reschedule', version, stock: false, ...localOf(at, zone) },
      await sent.visitor(),
      sent.id,
    )
    if ('refused' in said) return { errors: { stock: await sentence(said) } }
    sent.goesOn(proposals.settle(number).then(() => redrawBelow(parts, sent.rootId, monday)))
    return null
  })
}

/** Opens the plan of the week somebody typed. */
export async function openPlan(parts: Planning, typed: string, visit: Visit): Promise<Said> {
  const { zone, now } = parts
  if (visit.asKnown().standing === 'outsider') return outsiderSentence
  const week = readWeek(typed, now(), zone)
  if (week === null) return weekUnread
  await opensDrawn(parts, week, visit)
  return null
}

function mondayOf({ form }: Press): string | null {
  return form === null ? null : readMonday(form.private_metadata)
}

function readMonday(written: string): string | null {
  return /^\d{4}-\d{2}-\d{2}$/.test(written) ? written : null
}

function readSlot(written: string): { at: number; monday: string } | null {
  const [, at, monday] = /^(\d{1,15}) (\d{4}-\d{2}-\d{2})$/.exec(written) ?? []
  return at === undefined || monday === undefined ? null : { at: Number(at), monday }
}

/** Over the plan, which stays as it is below. */
function pushes(press: Press): Visit['opens'] {
  return async (form) => {
    await press.pushes(form)
    return { id: '', hash: null }
  }
}
