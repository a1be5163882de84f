// Lives of measures for tests: each step says only what the test is about.
import type { Aim } from '../../src/core/errand.ts'
import { replay, type Recorded } from '../../src/core/matter.ts'
import type { Instant } from '../../src/core/content.ts'
import { evolveMeasure } from '../../src/core/measure/evolve.ts'
import type { Measure, MeasureEvent } from '../../src/core/measure/measure.ts'
import { theDesk, type Person } from '../../src/core/people.ts'
import { anna, monday, petra } from './lives.ts'

export const theMeasure = 3

export const hide: Aim = { errand: 'hide', network: 'x', part: 0 }
export const show: Aim = { errand: 'show', network: 'x', part: 0 }

/** The first event, by default of hiding mention 12 in its first version. */
export function proposal(
  given: Partial<Extract<MeasureEvent, { type: 'proposed' }>> = {},
): MeasureEvent {
  return {
    type: 'proposed',
    form: 'form-1',
    kind: 'verbergen',
    conversation: 7,
    network: 'x',
    mention: 12,
    version: 1,
    rule: 1,
    milder: ['hinweis'],
    informed: false,
    reviewOn: null,
    ...given,
  }
}

/** The network is asked for the so many-th time. */
export function begun(errand: 'hide' | 'show', attempt = 1): MeasureEvent {
  const aim = errand === 'hide' ? hide : show
  return { type: 'begun', ...aim, attempt, target: { mention: 12, version: 1 }, hash: 'f' }
}

export type Happened = MeasureEvent | { event: MeasureEvent; by?: Person; at?: Instant }

/** What happened, as history keeps it: from ten o'clock on a minute apart; Anna proposes, Petra decides, and what the
 * network answers the desk notes. */
export function measureLife(...steps: readonly Happened[]): Recorded<MeasureEvent>[] {
  return steps.map((step, index) => {
    const { event, by, at } = 'event' in step ? step : { event: step, by: undefined, at: undefined }
    const actor = by?.actor ?? usualActor(event)
    return { ...event, position: index + 1, at: at ?? monday('10:00') + index * 60_000, actor }
  })
}

function usualActor(event: MeasureEvent): number {
  if (event.type === 'proposed') return anna.actor
  return 'errand' in event || event.type === 'review-due' ? theDesk : petra.actor
}

/** The measure after these steps. */
export function measured(...steps: readonly Happened[]): Measure {
  const measure = replay(evolveMeasure, theMeasure, measureLife(...steps))
  if (measure === null) throw new Error('nobody proposed it')
  return measure
}
