// Errands: carries one write to a network, once, and looks for it where nobody knows how it ended.
import type { History } from '../../db/history.ts'
import type { Instant, MentionVersion, Part } from '../core/content.ts'
import type { Errand, Target } from '../core/errand.ts'
import type { HideOutcome, Outcome, Sighting } from '../core/outcome.ts'
import type { Network, Writing } from './ports/network.ts'

/** Where the words of mentions stand, as far as they are still there. */
export type Targets = {
  /** The network's id of a mention in the version somebody dealt with; null once erased. */
  postOf(mention: MentionVersion): string | null
}

export type Errands = ReturnType<typeof errands>

/** Opens the errands to a network. */
export function errands(given: { network: Network; targets: Targets; past: History }) {
  const { network, targets, past } = given
  /** Owners whose write this process has begun and not ended yet. What is not in here and still under way was begun
   * by a process that is no more. */
  const ours = new Set<string>()

  /** The id of what it hangs on, null where it stands alone; "gone" where that was erased meanwhile. */
  function idOf(target: Target): string | null | 'gone' {
    if (target === null) return null
    return 'post' in target ? target.post : (targets.postOf(target) ?? 'gone')
  }

  function writingOf({ target }: Pick<Errand, 'target'>, part: Part): Writing | null {
    const hangsOn = idOf(target)
    if (hangsOn === 'gone') return null
    return { part, replyTo: hangsOn }
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
    async post(errand: Errand, part: Part): Promise<Outcome> {
      const writing = writingOf(errand, part)
      return writing === null ? targetGone : network.publish(writing)
    },

    /** Hides what an errand names, or shows it again. Never throws. */
    async setHidden(post: string, hidden: boolean): Promise<HideOutcome> {
      return network.setHidden(post, hidden)
    },

    /** Looks whether a part is public, among posts made since an instant, with the very target it was sent to.
     * Never throws. */
    async look(errand: Pick<Errand, 'target'>, part: Part, since: Instant): Promise<Sighting> {
      const hangsOn = idOf(errand.target)
      if (hangsOn === 'gone') return { sighting: 'unreadable' }
      return network.find({ part, replyTo: hangsOn }, since, past.postsSince(since - 60_000))
    },
  }
}

const targetGone: Outcome = {
  outcome: 'refused',
  because: 'target-missing',
  status: 0,
  detail: 'What it answers was erased.',
}
