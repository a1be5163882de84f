// App Home is drawn whenever somebody opens it.
import { z } from 'zod'
import {
  current,
  hasEnded,
  isConsentOver,
  isOpenWarning,
  type Proposal,
} from '../../core/proposal/proposal.ts'
import { isUrgent } from '../../core/proposal/urgency.ts'
import type { Entrance } from '../entrance.ts'
import type { Parts } from '../parts.ts'
import type { Team } from '../team.ts'
import { brokenHome, home } from './view.ts'

const opened = z.object({ tab: z.literal('home'), user: z.string() })

/** Registers what happens when somebody opens App Home. */
export function homeListeners(door: Entrance, parts: Parts & { team: Team }): void {
  const { desk, proposals, declarations, team, newsroom } = parts
  const draws = async ({ user }: { user: string }) => {
    const standing = await team.standing(user)
    const open = proposals.open()
    const own = desk.actor(user)
    const item = async (proposal: Proposal) => {
      const place = proposals.cardOf(proposal)
      return { proposal, card: place === null ? null : await newsroom.permalink(place) }
    }
    const undecided = open.filter((proposal) => !hasEnded(proposal))
    const recent = proposals.lastPublished(10).filter((one) => !isOpenWarning(one))
    const [warnings, consents, waiting, mine, published] = await Promise.all([
      Promise.all(open.filter(isOpenWarning).map(item)),
      Promise.all(open.filter(isConsentOver).map(item)),
      Promise.all(undecided.filter(waitsForDecision).sort(byUrgency).map(item)),
      Promise.all(undecided.filter(({ versions }) => versions[0].by === own).map(item)),
      Promise.all(recent.slice(0, 5).map(item)),
    ])
    const declared = [...declarations.inForce(), ...declarations.planned()]
    await newsroom.publishHome(
      user,
      await newsroom.draw((setting) =>
        home({ ...setting, standing, declared, warnings, consents, waiting, mine, published }),
      ),
    )
  }
  door.event('app_home_opened', opened, draws, ({ user }, sentence) =>
    newsroom.publishHome(user, brokenHome(sentence)),
  )
}

function waitsForDecision({ stage }: Proposal): boolean {
  return stage.is === 'submitted' || stage.is === 'check-needed'
}

/** What cannot wait first, then what is planned soonest, then the oldest. */
function byUrgency(one: Proposal, other: Proposal): number {
  const weight = (proposal: Proposal) => {
    const { content } = current(proposal)
    return [isUrgent(content) ? 0 : 1, content.plannedAt ?? Infinity, proposal.number]
  }
  const [first, second] = [weight(one), weight(other)]
  const at = first.findIndex((value, index) => value !== second[index])
  return at === -1 ? 0 : (first[at] ?? 0) < (second[at] ?? 0) ? -1 : 1
}
