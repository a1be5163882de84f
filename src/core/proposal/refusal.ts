import type { PreElection } from '../house-rules.ts'
import type { Kind } from '../kinds.ts'
import type { NoRight, Actor } from '../people.ts'
import type { Flaw } from './draft.ts'
import type { End } from './proposal.ts'

/** Why something may not happen. A value, never an exception; src/wording has a sentence for each. */
export type Refusal =
  | NoRight
  | { refused: 'flawed'; flaws: readonly Flaw[] }
  | { refused: 'unknown-proposal' }
  | { refused: 'outdated-version'; current: number }
  | { refused: 'nothing-changed' }
  | { refused: 'already-approved'; by: Actor; at: number }
  /** Somebody stopped it: a reaction that may still be on the card since before does not approve again,
   * the button does. */
  | { refused: 'stopped'; by: Actor; at: number }
  | { refused: 'already-ended'; stage: End }
  /** It waits for a day. */
  | { refused: 'in-stock' }
  /** Posts of the office's own are planned; everything else goes out as soon as it is approved. */
  | { refused: 'not-planned' }
  | { refused: 'in-the-past' }
  /** Nobody may read it before that instant. */
  | { refused: 'embargo'; until: number }
  /** It is on its way to the public or already partly there. */
  | { refused: 'already-publishing' }
  /** It must be answered first whether the public can read it. */
  | { refused: 'in-doubt' }
  | { refused: 'not-approved' }
  | { refused: 'nothing-to-check' }
  | { refused: 'too-early' }
  | { refused: 'changed-since-approval' }
  | { refused: 'reason-missing' }
  | { refused: 'reason-known' }
  | { refused: 'not-our-post' }
  /** Keys of the departments that have not signed. */
  | { refused: 'cosignature-missing'; departments: readonly string[] }
  | { refused: 'not-your-department' }
  /** Publishing it would cost more than the month's budget has, in USD: who decides says so once more. */
  | { refused: 'over-budget'; spent: number; budget: number }
  /** Pictures that are not ready yet. */
  | { refused: 'pictures-not-ready' }
  | { refused: 'post-known'; number: number }
  /** The same is proposed already. */
  | { refused: 'follow-up-waiting'; number: number; kind: Kind }
  /** Nobody has to be told any more whether a warning holds. */
  | { refused: 'warning-over' }
  /** Nothing leaves the house for now. */
  | { refused: 'office-stopped' }
  /** Before an election: nobody has said why it is necessary, who asks has approved already, or what an officer mended
   * needs more than somebody who has seen it. */
  | ({ refused: 'occasion-missing' } & PreElection)
  | ({ refused: 'approved-once' } & PreElection)
  | ({ refused: 'two-officers' } & PreElection)
  /** By the rules of the office its approval is not enough. */
  | { refused: 'approval-missing' }
  /** The public cannot read it, or not any more. */
  | { refused: 'not-public' }
