// One message in the morning of a service day to each of those for whom something waits, and none to anybody else
// (docs/regeln.md, "Was eilt").
import type { Instant } from '../core/content.ts'
import { takenBy } from '../core/conversation/conversation.ts'
import type { Declaration } from '../core/declaration/declaration.ts'
import type { HouseRules } from '../core/house-rules.ts'
import type { Actor } from '../core/people.ts'
import { current, type Proposal } from '../core/proposal/proposal.ts'
import { byTurn, turnOf } from '../core/proposal/turn.ts'
import type { Conversations } from './conversations.ts'
import type { Desk } from './desk.ts'
import type { Mailroom } from './mailroom.ts'
import type { Newsroom } from './ports/newsroom.ts'
import type { Proposals } from './proposals.ts'

/** Opens the morning's messages. The answer writes those of a date; it says whether nothing of it is owed any more.
 * `conversations` is null where the office only publishes. */
export function morningOf(given: {
  proposals: Proposals
  conversations: Pick<Conversations, 'open'> | null
  desk: Desk
  house: HouseRules
  /** The last look at the own profile, where that is long ago; null otherwise. */
  profileDue: () => Declaration | null
  mail: Pick<Mailroom, 'tellOnce'>
  newsroom: Pick<Newsroom, 'standing' | 'onDuty' | 'departmentsOf' | 'signers'>
}): (date: string) => Promise<boolean> {
  const { proposals, desk, mail, newsroom } = given

  /** Whoever can have something to do: who decides, who signs, who wrote, and who has a mention in hand. */
  function everybody(open: readonly Proposal[], taken: ReadonlyMap<Actor, unknown>): Set<string> {
    const authors = open.flatMap((one) => [one.versions[0].by, current(one).by])
    const known = [...authors, ...taken.keys()].flatMap((actor) => desk.slackUser(actor) ?? [])
    return new Set([...newsroom.onDuty(), ...newsroom.signers(), ...known])
  }

  /** The mentions somebody has in hand, and when the first of them is due. */
  function inHand(): Map<Actor, { count: number; due: Instant | null }> {
    const taken = new Map<Actor, { count: number; due: Instant | null }>()
    for (const { conversation, due } of given.conversations?.open() ?? []) {
      const { stage } = conversation
      const actor = takenBy(stage)?.by
      // What waits for somebody else comes back with its Wiedervorlage.
      if (actor === undefined || (stage.is === 'waiting' && !stage.resubmitted)) continue
      const before = taken.get(actor)
      const first = Math.min(before?.due ?? Infinity, due ?? Infinity)
      taken.set(actor, {
        count: (before?.count ?? 0) + 1,
        due: first === Infinity ? null : first,
      })
    }
    return taken
  }

  return async (date) => {
    const open = proposals.open().filter((one) => !proposals.isQueued(one))
    const taken = inHand()
    const due = given.profileDue()
    // Where nothing else waits, once a week is enough.
    const isMonday = new Date(date).getUTCDay() === 1
    const told = await Promise.all(
      [...everybody(open, taken)].map(async (user) => {
        const actor = desk.actor(user)
        const standing = await newsroom.standing(user)
        const viewer = {
          actor,
          standing,
          departments: newsroom.departmentsOf(user),
          house: given.house,
        }
        const waits = open.filter((one) => turnOf(one, viewer) === 'now').sort(byTurn)
        const mentions = taken.get(actor) ?? null
        const profile = standing === 'officer' ? due : null
        const isAny = waits.length > 0 || mentions !== null || (profile !== null && isMonday)
        if (standing === 'outsider' || !isAny) return true
        const items = waits.map((proposal) => ({ proposal, card: proposals.cardOf(proposal) }))
        const drawing = () => ({ draw: 'morning', items, mentions, profile }) as const
        return mail.tellOnce(`morning/${date}/${actor}`, user, drawing)
      }),
    )
    return told.every(Boolean)
  }
}
