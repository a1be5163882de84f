// What people can do in a flood: look through its list, give a mention a card of its own, close many at once, and
// hold back what is planned.
import { setTimeout } from 'node:timers/promises'
import {
  chooseSome,
  closedSentence,
  closingGoesOn,
  floodReason,
  floodRefusal,
  groupProposed,
} from '../../wording/moderation/flood.ts'
import { unknownForm } from '../../wording/faults.ts'
import { declareStop } from '../declaration/listeners.ts'
import { triage } from '../conversation/seen.ts'
import { type Entrance, type FormEnd, type Press, type Said } from '../entrance.ts'
import { readValues } from '../form-values.ts'
import { openForm } from '../proposal/submitting.ts'
import type { Visit } from '../visit.ts'
import type { ModeratingParts } from '../parts.ts'
import { readTarget, type Target } from '../target.ts'
import { floodList, readClosing, readPage } from './list.ts'

/** How long a form waits for what it asked, in milliseconds: Slack waits three seconds, and the work itself may wait
 * for two. */
const patience = 1_500

/** Over the list, which stays as it is below; what is said of it afterwards is said in the channel of mentions. */
function openedAbove(press: Press, channel: string): Visit {
  return {
    ...press,
    where: { channel, thread: null, answer: null },
    opens: async (form) => {
      await press.pushes(form)
      return { id: '', hash: null }
    },
  }
}

/** Registers what people can do in a flood. */
export function floodListeners(door: Entrance, parts: ModeratingParts): void {
  const { newsroom, floods, zone } = parts

  function pageOf({ seal }: Pick<Target, 'seal'>, wanted: number, says: string | null = null) {
    const seen = floods.seen(seal)
    const page = seen === null ? null : floods.page(seen.number, wanted)
    return page === null ? null : floodList(page, zone, says)
  }

  door.button('want-card', readTarget, (press, target) =>
    triage(parts, press, target, { do: 'want-card' }),
  )

  door.button('flood-list', readTarget, async (press, target) => {
    const list = pageOf(target, 1)
    if (list === null) return floodRefusal({ refused: 'unknown-flood' })
    await press.opens(list)
    return null
  })
  for (const name of ['flood-page-before', 'flood-page-after']) {
    door.button(name, readTarget, async ({ form }, target) => {
      const list = pageOf(target, Number(target.choice))
      if (list === null || form === null) return floodRefusal({ refused: 'unknown-flood' })
      await newsroom.redraw(form, list)
      return null
    })
  }

  // In the list: what was done is seen there, and what cannot be done is said there.
  const inList = async (press: Press, work: Promise<Said>): Promise<Said> => {
    const said = await work
    const list = press.form === null ? null : readTarget(press.form.private_metadata)
    const says = typeof said === 'string' ? said : null
    const drawn = list === null ? null : pageOf(list, readPage(list.choice).page, says)
    if (press.form === null || drawn === null) return said
    await newsroom.redraw(press.form, drawn)
    return null
  }
  door.button('listed-card', readTarget, (press, target) =>
    inList(press, triage(parts, press, target, { do: 'want-card' })),
  )
  door.button('listed-note', readTarget, (press, target) =>
    inList(press, triage(parts, press, target, { do: 'note' })),
  )

  door.button('group-answer', readTarget, async (press, target): Promise<Said> => {
    const seen = floods.seen(target.seal)
    const listed = Number(target.choice)
    const asked = seen === null ? null : floods.askedAlike(seen.number, listed)
    if (asked === null || (asked.answers.length === 0 && asked.proposal === null)) {
      return floodRefusal({ refused: 'unknown-flood' })
    }
    const { answers, proposal } = asked
    // The list below the form that was sent is as it was: it offers what is done.
    if (proposal !== null) return inList(press, Promise.resolve(groupProposed(proposal)))
    return openForm(parts, openedAbove(press, parts.moderationChannel), {
      draft: { answers },
      asides: [{ is: 'together', count: answers.length }],
    })
  })

  door.button('group-note', readTarget, async (press, target) => {
    const seen = floods.seen(target.seal)
    const listed = Number(target.choice)
    const visitor = await press.visitor()
    const close = async (): Promise<Said> => {
      if (seen === null) return floodRefusal({ refused: 'unknown-flood' })
      const of = floods.sameAs(seen.number, listed)
      const bulk = { closing: { do: 'note' }, of, seen: seen.seen } as const
      const said = await floods.close(seen.number, bulk, visitor)
      return 'refused' in said ? floodRefusal(said) : closedSentence(said.closed)
    }
    return inList(press, close())
  })

  door.form('flood-list', readTarget, async (sent, target): Promise<FormEnd> => {
    const flood = floods.seen(target.seal)
    const values = readValues(sent.values)
    const closing = readClosing(values.option('as'))
    if (flood === null) return { errors: { as: floodRefusal({ refused: 'unknown-flood' }) } }
    if (closing === null) return { errors: { as: unknownForm } }
    const { page, conversations } = readPage(target.choice)
    const which = values.option('which')
    const chosen = which === 'page' ? conversations : values.options('chosen').map(Number)
    const of = which === 'all' ? 'all' : chosen
    if (of.length === 0) return { errors: { chosen: chooseSome } }
    const { seen, number } = flood
    const work = floods.close(number, { closing, of, seen }, await sent.visitor())
    const said = await Promise.race([work, setTimeout(patience, null, { ref: false })])
    if (said === null) sent.goesOn(work)
    else if ('refused' in said) return { errors: { which: floodRefusal(said) } }
    const says = said === null ? closingGoesOn : closedSentence(said.closed)
    const next = pageOf(target, page, says)
    return next === null ? null : { next }
  })

  door.button('hold-planned', readTarget, async (press, { seal }) => {
    if (floods.seen(seal) === null) return floodRefusal({ refused: 'unknown-flood' })
    return declareStop(parts, { about: 'stop', wants: 'nothing', reason: floodReason }, press)
  })
}
