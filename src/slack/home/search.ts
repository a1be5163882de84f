// What a search among proposals and own posts finds.
import { current, type Proposal } from '../../core/proposal/proposal.ts'
import { foundWords } from '../../wording/help.ts'
import { homeItemLabel, homeItemLine } from '../../wording/home.ts'
import { outsiderSentence, refusalSentence } from '../../wording/refusals.ts'
import type { Said } from '../entrance.ts'
import { cut, escapeWithin, limits, shares } from '../limits.ts'
import type { Parts } from '../parts.ts'
import { line, link, rich, strong, words } from '../pieces.ts'
import { excerptOf, publicLinks, shortNames, withinLine } from '../shown.ts'
import type { Team } from '../team.ts'
import type { Visit } from '../visit.ts'
import { openReview } from './listeners.ts'

/** How many are listed. */
const most = 10

/** Lists what has some words in it, each with the way to its card and to the public. */
export async function search(parts: Parts, sought: string, visit: Visit): Promise<Said> {
  const { proposals, newsroom } = parts
  const { standing } = await visit.visitor()
  if (standing === 'outsider') return outsiderSentence
  const found = proposals.find(sought, most)
  const says = foundWords(cut(withinLine(sought), shares.listed), found.length, most)
  const cards = await Promise.all(
    found.slice(0, most).map(async (proposal) => {
      const place = proposals.cardOf(proposal)
      return { proposal, card: place === null ? null : await newsroom.permalink(place) }
    }),
  )
  return newsroom.draw((named) => {
    const setting = shortNames(named)
    const entry = ({ proposal, card }: { proposal: Proposal; card: string | null }) => {
      const label = homeItemLabel(proposal.number)
      return [
        line(
          card === null ? strong(label) : link(card, label),
          words(` ${homeItemLine(proposal, setting)}`),
        ),
        line(words(excerptOf(current(proposal).content))),
        ...publicLinks(proposal),
      ]
    }
    return {
      text: escapeWithin(says, limits.section),
      blocks: [rich([line(words(says))]), ...cards.map((one) => rich(entry(one)))],
    }
  })
}

/** Opens a proposal by its number. */
export async function showProposal(
  parts: Parts & { team: Team },
  number: number,
  visit: Visit,
): Promise<Said> {
  const { proposals, newsroom } = parts
  if (visit.asKnown().standing === 'outsider') return outsiderSentence
  const proposal = proposals.load(number)
  if (proposal === null) {
    return newsroom.draw((named) => refusalSentence({ refused: 'unknown-proposal' }, named))
  }
  await openReview(parts, visit, proposal)
  return null
}
