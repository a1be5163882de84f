// The call to who can decide about what cannot wait: in the thread of the card, and to each of them directly.
import { current, type Proposal, type Reminder, type Round } from '../../core/proposal/proposal.ts'
import { toTheCardLabel } from '../../wording/messages.ts'
import { alarmWords, reminderWords } from '../../wording/urgency.ts'
import { escapeWithin, limits } from '../limits.ts'
import { calling, line, link, rich, words, type Drawn } from '../pieces.ts'
import { excerptOf } from '../shown.ts'
import type { Setting } from '../view.ts'

/** Draws the call in the thread: whoever is to act is mentioned. */
export function alarm(view: {
  proposal: Proposal
  round: Round
  people: readonly string[]
}): Drawn {
  const { text, section } = calling(view.people, alarmWords(view.proposal, view.round))
  return { text, blocks: [section] }
}

/** Draws that it waits, and mentions whose turn it is. */
export function reminder(
  view: Setting & { proposal: Proposal; of: Reminder; people: readonly string[] },
): Drawn {
  const { text, section } = calling(view.people, reminderWords(view.proposal, view.of, view))
  return { text, blocks: [section] }
}

/** Draws the call to one person, with the beginning of the post and the way to its card. */
export function alarmTo(view: { proposal: Proposal; round: Round; card: string | null }): Drawn {
  const says = alarmWords(view.proposal, view.round)
  const post = excerptOf(current(view.proposal).content)
  return {
    text: escapeWithin(`${says} ${post}`, limits.section),
    blocks: [
      rich([
        line(words(says)),
        line(words(post)),
        ...(view.card === null ? [] : [line(link(view.card, toTheCardLabel))]),
      ]),
    ],
  }
}
