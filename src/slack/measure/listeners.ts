// What people can do about measures: put one up, decide about it, and say what a person did by hand.
import type { MeasureCommand } from '../../core/measure/decide.ts'
import { monthsLater } from '../../core/time/calendar.ts'
import { unknownForm } from '../../wording/faults.ts'
import type { MeasureAction } from '../../wording/moderation/measures.ts'
import { moderationRefusal } from '../../wording/moderation/refusals.ts'
import { mentionChosen, seenIn } from '../conversation/seen.ts'
import { complaint } from '../conversation/steps.ts'
import type { Entrance, Said } from '../entrance.ts'
import type { ModeratingParts } from '../parts.ts'
import { readTarget } from '../target.ts'
import { measuresTable } from './card.ts'
import { readMeasureForm } from './form.ts'
import type { Visit } from '../visit.ts'

/** A measure that was looked at is looked at again after half a year. */
const reviewMonths = 6

const atOnce: Readonly<Record<MeasureAction, (nextReview: number) => MeasureCommand>> = {
  'approve-measure': () => ({ do: 'approve' }),
  'reject-measure': () => ({ do: 'reject' }),
  'withdraw-measure': () => ({ do: 'withdraw' }),
  'tell-done': () => ({ do: 'tell-done' }),
  'tell-gone': () => ({ do: 'tell-gone' }),
  'try-again': () => ({ do: 'try-again' }),
  lift: () => ({ do: 'lift' }),
  'tell-informed': () => ({ do: 'tell-informed' }),
  reviewed: (next) => ({ do: 'review', next }),
}

/** Registers what people can do about measures. */
export function measureListeners(door: Entrance, parts: ModeratingParts): void {
  const { conversations, measures, newsroom, zone, now } = parts

  door.form('measure', readTarget, async (sent, target) => {
    const seen = seenIn(parts, target)
    const mention = seen === null ? null : mentionChosen(seen.conversation, target.choice)
    if (seen === null || mention === null)
      return complaint(newsroom, { refused: 'unknown-mention' })
    const version = conversations.versionSeen(seen.conversation.number, mention, seen.seen)
    const read = readMeasureForm(sent.values, parts)
    if (read === null) return { errors: { '': unknownForm } }
    const visitor = await sent.visitor()
    const said = measures.propose({ about: { mention, version }, ...read }, visitor, sent.id)
    if ('refused' in said) return complaint(newsroom, said)
    void measures.settle(said.measure.number)
    return null
  })

  for (const [name, command] of Object.entries(atOnce)) {
    door.button(name, readTarget, async (press, { seal }) => {
      const visitor = await press.visitor()
      const seen = measures.seen(seal)
      const next = monthsLater(now(), reviewMonths, zone)
      const said =
        seen === null
          ? ({ refused: 'unknown-measure' } as const)
          : measures.answer(seen, command(next), visitor)
      if ('refused' in said) return newsroom.draw((setting) => moderationRefusal(said, setting))
      void measures.settle(said.measure.number)
      return null
    })
  }
}

/** Shows how many measures there were, by kind and rule. */
export async function showMeasures({ measures }: ModeratingParts, visit: Visit): Promise<Said> {
  await visit.opens(measuresTable(measures.all()))
  return null
}
