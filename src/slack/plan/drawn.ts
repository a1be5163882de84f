// The editorial plan as it is now, for a form that opens or lies below another.
import type { types } from '@slack/bolt'
import { weekOf, type Week } from '../../core/time/period.ts'
import type { Parts } from '../parts.ts'
import { planForm } from './form.ts'

/** Draws the plan that lies below a form anew. */
export async function redrawBelow(parts: Parts, id: string, monday: string | null): Promise<void> {
  if (monday === null) return
  const week = weekOf(monday, parts.zone)
  await parts.newsroom.redraw({ id, hash: null }, await drawn(parts, week))
}

/** The plan of a week as the form shows it. */
export function drawn(
  { proposals, declarations, newsroom, planSettings }: Parts,
  week: Week,
): Promise<types.ModalView> {
  const declared = [...declarations.inForce(), ...declarations.planned()]
  return newsroom.draw((setting) =>
    planForm({
      ...{ ...setting, ...proposals.plan(week), settings: planSettings, declared },
      seal: (proposal) => proposals.latest(proposal).seal,
    }),
  )
}
