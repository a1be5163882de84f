// What people can do in a flood: give a mention a card of its own, and hold back what is planned.
import { moderationRefusal } from '../../wording/moderation/refusals.ts'
import { triage } from '../conversation/listeners.ts'
import { nothingToRead, type Entrance } from '../entrance.ts'
import type { ModeratingParts } from '../parts.ts'
import { readerOf } from '../target.ts'

/** Registers what people can do in a flood. */
export function floodListeners(door: Entrance, parts: ModeratingParts): void {
  const { proposals, newsroom } = parts
  door.button('want-card', readerOf('mention'), (press, { number }) =>
    triage(parts, press, number, { do: 'want-card' }),
  )
  door.button('hold-planned', nothingToRead, async (press) => {
    const visitor = await press.visitor()
    if (visitor.standing !== 'officer') {
      const refusal = { refused: 'not-an-officer' } as const
      return newsroom.draw((setting) => moderationRefusal(refusal, setting))
    }
    proposals.stopPlanned(visitor)
    return null
  })
}
