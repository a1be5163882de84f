// The editorial plan as it is now, for a form that opens or lies below another.
import type { types } from '@slack/bolt'
import { weekOf, type Week } from '../../core/time/period.ts'
import type { Parts } from '../parts.ts'
import type { Opened, Visit } from '../visit.ts'
import { planForm } from './form.ts'

/** Opens the plan of a week at once; what is found out of its pages afterwards follows, as long as it shows that week. */
export async function opensDrawn(parts: Parts, week: Week, visit: Visit): Promise<void> {
  let form: Promise<Opened | null> = Promise.resolve(null)
  const again = async (shown: Opened | null) =>
    shown === null ? null : parts.newsroom.redraw(shown, await drawn(parts, week))
  const view = await drawn(parts, week, () => {
    form = form.then(again).catch(() => null)
  })
  form = visit.opens(view)
  await form
}

/** Draws the plan that lies below a form anew. */
export async function redrawBelow(parts: Parts, id: string, monday: string | null): Promise<void> {
  if (monday === null) return
  const week = weekOf(monday, parts.zone)
  await parts.newsroom.redraw({ id, hash: null }, await drawn(parts, week))
}

/** The plan of a week as the form shows it. `changed` is called when more is known of one of its pages. */
export function drawn(
  { proposals, declarations, newsroom, planSettings }: Parts,
  week: Week,
  changed: () => void = () => undefined,
): Promise<types.ModalView> {
  const declared = [...declarations.inForce(), ...declarations.planned()]
  return newsroom.draw((setting) =>
    planForm({
      ...{ ...setting, ...proposals.plan(week), settings: planSettings, declared },
      seal: (proposal) => proposals.latest(proposal).seal,
      page: (proposal) => proposals.pageOf(proposal, changed),
    }),
  )
}
