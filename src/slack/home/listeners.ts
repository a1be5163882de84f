// App Home is drawn whenever somebody opens it, and after what was done there.
import { z } from 'zod'
import { preElectionsAt, type PreElection } from '../../core/house-rules.ts'
import { takenBy } from '../../core/conversation/conversation.ts'
import { isOpenWarning, owners, type Proposal } from '../../core/proposal/proposal.ts'
import { byGoingOut, byTurn, nextStep, turnOf, type Viewer } from '../../core/proposal/turn.ts'
import { localOf } from '../../core/time/calendar.ts'
import { electionListComes, electionListForOfficers } from '../../wording/house-rules.ts'
import { unknownButton } from '../../wording/faults.ts'
import { homeItemLabel, reviewLabel, type HomeList } from '../../wording/home.ts'
import { refusalSentence } from '../../wording/refusals.ts'
import type { Entrance, FormEnd } from '../entrance.ts'
import type { ModeratingParts, Parts } from '../parts.ts'
import { despiteBudget } from '../proposal/buttons.ts'
import { readTarget } from '../target.ts'
import type { Team } from '../team.ts'
import type { Visit } from '../visit.ts'
import { notDone, reviewForm } from './review.ts'
import { brokenHome, home, isShown } from './view.ts'

const opened = z.object({ tab: z.literal('home'), user: z.string() })

/** What draws App Home, for one person and a page of what needs them. `moderating` is null where the office only
 * publishes. */
export function homeDrawer(
  parts: Parts & { team: Team; moderating: Pick<ModeratingParts, 'conversations'> | null },
) {
  const { proposals, declarations, newsroom, moderating } = parts

  const stepOf = (proposal: Proposal, viewer: Viewer) =>
    proposals.isQueued(proposal) && owners(proposal).includes(viewer.actor)
      ? ('withdraw' as const)
      : nextStep(proposal, viewer)

  return async (user: string, page: number): Promise<void> => {
    const viewer = await viewerOf(parts, user)
    const open = proposals.open()
    // Where a card stands is asked of Slack only for what is shown.
    const item = (list: HomeList) => async (proposal: Proposal, index: number) => {
      const place = isShown(list, index, page) ? proposals.cardOf(proposal) : null
      return {
        proposal,
        ...{ card: place === null ? null : await newsroom.permalink(place) },
        ...{ step: stepOf(proposal, viewer), isQueued: proposals.isQueued(proposal) },
        seal: proposals.latest(proposal).seal,
      }
    }
    const those = (turn: 'now' | 'others' | 'planned') => {
      const all = open.filter(
        (one) => (proposals.isQueued(one) ? 'others' : turnOf(one, viewer)) === turn,
      )
      return Promise.all(all.sort(turn === 'planned' ? byGoingOut : byTurn).map(item(turn)))
    }
    // Each stands in one place.
    const holding = open.filter((one) => isOpenWarning(one) && turnOf(one, viewer) === null)
    const last = proposals.lastPublished(10).filter((one) => !isOpenWarning(one))
    const [now, others, planned, warnings, recent] = await Promise.all([
      those('now'),
      those('others'),
      those('planned'),
      Promise.all(holding.map(item('warnings'))),
      Promise.all(last.slice(0, 5).map(item('recent'))),
    ])
    const taken = moderating?.conversations.open() ?? []
    const mentions = await Promise.all(
      taken
        .filter(({ conversation: { stage } }) => {
          // What waits for somebody else comes back with its Wiedervorlage.
          const isPutOff = stage.is === 'waiting' && !stage.resubmitted
          return takenBy(stage)?.by === viewer.actor && !isPutOff
        })
        .map(async ({ conversation, due }) => {
          const place = moderating?.conversations.cardOf(conversation.number) ?? null
          const card = place === null ? null : await newsroom.permalink(place)
          return { number: conversation.mentions[0].number, due, card }
        }),
    )
    const declared = [...declarations.inForce(), ...declarations.planned()]
    const { standing } = viewer
    await newsroom.publishHome(
      user,
      await newsroom.draw((setting) =>
        home({
          ...{ ...setting, standing, declared, page, mentions },
          ...(standing === 'officer' && { profile: declarations.profile(), begun: begun(parts) }),
          preElection: preElectionsAt(parts.now(), parts.house),
          ...{ now, others, planned, warnings, recent },
          budget: proposals.monthBudget(),
        }),
      ),
    )
  }
}

/** The times before an election that have begun, the newest first. */
function begun({ now, zone, house }: Pick<Parts, 'now' | 'zone' | 'house'>): PreElection[] {
  const { date } = localOf(now(), zone)
  return house.preElection
    .filter(({ from }) => from <= date)
    .sort((one, other) => (one.from < other.from ? 1 : -1))
}

/** Registers what happens when somebody opens App Home. */
export function homeListeners(
  door: Entrance,
  parts: Parts & { team: Team },
  draws: ReturnType<typeof homeDrawer>,
): void {
  const { proposals, newsroom } = parts

  door.event(
    'app_home_opened',
    opened,
    ({ user }) => draws(user, 1),
    ({ user }, sentence) => newsroom.publishHome(user, brokenHome(sentence)),
  )
  for (const name of ['home-page-before', 'home-page-after']) {
    door.button(name, Number, async ({ user }, page) => {
      await draws(user, page)
      return null
    })
  }

  door.button('election-list', String, async (press, days) => {
    const { standing } = await press.visitor()
    if (standing !== 'officer') return electionListForOfficers
    const period = begun(parts).find(({ from, until }) => `${from} ${until}` === days)
    if (period === undefined) return unknownButton
    await parts.shareElection(period)
    return electionListComes
  })

  door.button('review', readTarget, async (press, { seal }) => {
    const seen = proposals.seen(seal)
    const proposal = seen === null ? null : proposals.load(seen.number)
    if (proposal === null) return unknownButton
    await openReview(parts, press, proposal)
    return null
  })

  door.button('withdraw-queued', readTarget, async (press, { seal }) => {
    const seen = proposals.seen(seal)
    if (seen === null) return unknownButton
    const { number } = seen
    const said = proposals.answer(number, { do: 'withdraw' }, await press.visitor())
    if ('refused' in said) return newsroom.draw((named) => refusalSentence(said, named))
    void proposals.settle(number)
    await draws(press.user, 1)
    return null
  })

  door.form('review', readTarget, async (sent, { seal, choice }): Promise<FormEnd> => {
    const seen = proposals.seen(seal)
    if (seen === null) return { next: notDone(reviewLabel, unknownButton) }
    const visitor = await sent.visitor()
    const { number, version } = seen
    const departments = newsroom.departmentsOf(visitor.user)
    const said =
      choice === 'cosign'
        ? proposals.answer(number, { do: 'cosign', version, departments, via: 'button' }, visitor)
        : proposals.answer(
            number,
            {
              ...{ do: 'approve', version, via: 'button', since: null },
              ...(choice === despiteBudget && { despite: 'budget' as const }),
            },
            visitor,
          )
    if ('refused' in said) {
      const sentence = await newsroom.draw((named) => refusalSentence(said, named))
      return { next: notDone(homeItemLabel(number), sentence) }
    }
    sent.goesOn(proposals.settle(number).then(() => draws(visitor.user, 1)))
    // Opened from the plan, it closes with it: what stands below is not true any more.
    return sent.rootId === sent.id ? null : { closes: 'all' }
  })
}

type Asking = Pick<Parts, 'desk' | 'proposals' | 'newsroom' | 'house'> & { team: Team }

async function viewerOf({ desk, team, house }: Asking, user: string): Promise<Viewer> {
  const standing = await team.standing(user)
  return { actor: desk.actor(user), standing, departments: team.departmentsOf(user), house }
}

/** Opens a proposal as its card shows it, with the one button that the viewer may press. What citizens wrote is shown on
 * its card only. */
export async function openReview(parts: Asking, visit: Visit, proposal: Proposal): Promise<void> {
  const { proposals, newsroom } = parts
  // A form opens at once, whoever Slack says it is.
  const { user, standing } = await visit.soon()
  const departments = newsroom.departmentsOf(user)
  const step = nextStep(proposal, {
    ...{ actor: parts.desk.actor(user), standing, departments, house: parts.house },
  })
  const { answers, ...drawing } = proposals.drawing(proposal)
  const shown = step === null ? null : answers
  await visit.opens(
    await newsroom.draw((setting) => reviewForm({ ...setting, ...drawing, answers: shown, step })),
  )
}
