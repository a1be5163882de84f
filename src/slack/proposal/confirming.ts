// Whoever submitted something reads that it is in, where they are and without a ring: only this person sees it.
import { submittedWords, toTheCardLabel } from '../../wording/messages.ts'
import type { Sent } from '../entrance.ts'
import { escapeWithin, limits } from '../limits.ts'
import type { Parts } from '../parts.ts'
import { line, link, rich, words } from '../pieces.ts'
import { shortNames } from '../shown.ts'
import type { FormWhere } from '../target.ts'
import type { Words } from '../tell.ts'

/** Shows somebody's App Home as it is now. Throws a fault if Slack does not take it. */
export type DrawsHome = { drawHome: (user: string) => Promise<void> }

/** Opens the way to whoever submitted something. What does not arrive is no loss: the card stands, and App Home has it. */
export function confirming({ proposals, newsroom, drawHome }: Parts & DrawsHome) {
  async function confirmation(number: number): Promise<Words | null> {
    await proposals.settle(number)
    const proposal = proposals.load(number)
    if (proposal === null) return null
    const place = proposals.cardOf(proposal)
    const card = place === null ? null : await newsroom.permalink(place)
    const waits = proposals.waitsFor(proposal)
    const says = await newsroom.draw((named) => submittedWords(proposal, waits, shortNames(named)))
    return {
      text: escapeWithin(says, limits.section),
      blocks: [
        rich([line(words(says)), ...(card === null ? [] : [line(link(card, toTheCardLabel))])]),
      ],
      isQuiet: true,
    }
  }

  /** A form that is sent twice at once is confirmed once. */
  const underWay = new Set<string>()

  return (sent: Sent, { channel, answer }: FormWhere, number: number): void => {
    const { rootId } = sent
    if (underWay.has(rootId)) return
    underWay.add(rootId)
    const done = () => underWay.delete(rootId)
    if (channel === null && answer === null) {
      sent.goesOn(
        proposals
          .settle(number)
          .then(() => drawHome(sent.user))
          .finally(done),
      )
    } else {
      sent.hears({ channel, thread: null, answer }, confirmation(number).finally(done))
    }
  }
}
