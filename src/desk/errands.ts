// Errands: carries one write to a network, once, and looks for it where nobody knows how it ended.
import type { ProposalLives } from '../../db/proposal-lives.ts'
import type { Instant, MentionVersion, Part } from '../core/content.ts'
import type { Errand, ErrandKind } from '../core/errand.ts'
import type { HideOutcome, Outcome, Sighting } from '../core/outcome.ts'
import type { Network, Sought, Writing } from './ports/network.ts'

/** Where the words of mentions stand, as far as they are still there. */
export type Targets = {
  /** The network's id of a mention in the version somebody dealt with; null once erased. */
  postOf(mention: MentionVersion): string | null
}

/** Opens the errands to a network. */
export function errands(given: { network: Network; targets: Targets; past: ProposalLives }) {
  const { network, targets, past } = given
  /** Owners whose write this process has begun and not ended yet. What is not in here and still under way was begun
   * by a process that is no more. */
  const ours = new Set<string>()

  /** What is sent or looked for; null for an answer whose target was erased. */
  function placeOf(
    { target }: Pick<Errand, 'target'>,
    part: Part,
  ): Exclude<Sought, { kind: 'answer-somewhere' }> | null {
    if (target === null) return { kind: 'post', part, hangsOn: null }
    if ('post' in target) return { kind: 'post', part, hangsOn: target.post }
    const hangsOn = targets.postOf(target)
    return hangsOn === null ? null : { kind: 'answer', part, hangsOn }
  }

  return {
    /** Notes that this process has put a write on record and is about to send it. */
    begin(owner: string): void {
      ours.add(owner)
    },
    /** Whether the write that is under way is this process's own; it may be sent once. */
    take: (owner: string): boolean => ours.delete(owner),
    isOurs: (owner: string): boolean => ours.has(owner),

    /** Posts a part, once. An answer never goes out without what it answers. Never throws. */
    async post(
      errand: Errand,
      part: Part,
      how: Pick<Writing, 'uploads' | 'madeWithAi'>,
    ): Promise<Outcome> {
      const place = placeOf(errand, part)
      return place === null ? targetGone : network.publish({ ...place, ...how })
    },

    /** Deletes the post an errand names. Never throws. */
    async remove({ target }: Pick<Errand, 'target'>): Promise<HideOutcome> {
      return target !== null && 'post' in target ? network.remove(target.post) : targetGone
    },

    /** Does about a citizen's post, or its account, what an errand of a measure is for. Never throws. */
    act(errand: ErrandKind, post: string): Promise<HideOutcome> {
      switch (errand) {
        case 'hide':
        case 'show':
          return network.setHidden(post, errand === 'hide')
        case 'mute':
        case 'unmute':
          return network.setMuted(post, errand === 'mute')
        case 'post':
        case 'delete':
          throw new Error(`no measure has an errand to ${errand}`)
      }
    },

    /** Looks whether a part is public, among posts made since an instant, with the very target it was sent to.
     * Never throws. */
    async look(
      errand: Pick<Errand, 'target' | 'targetMoved'>,
      part: Part,
      since: Instant,
    ): Promise<Sighting> {
      const exactly = errand.targetMoved ? null : placeOf(errand, part)
      const sought = exactly ?? ({ kind: 'answer-somewhere', part } as const)
      return network.find(sought, since, past.postsSince(since - 60_000))
    },
  }
}

const targetGone: Exclude<Outcome, { outcome: 'posted' }> = {
  outcome: 'refused',
  because: 'target-missing',
  status: 0,
  detail: 'What it answers was erased.',
}
