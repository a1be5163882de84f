import type { NoRight } from '../people.ts'
import type { MeasureStage } from './measure.ts'

/** Why something may not happen to a measure. A value, never an exception; src/wording has a sentence for each. */
export type MeasureRefusal =
  | NoRight
  | { refused: 'unknown-measure' }
  /** Rule 8 is only for a hint, never for more. */
  | { refused: 'rule-only-hint' }
  /** What hides, mutes or blocks needs the milder means that were considered. */
  | { refused: 'milder-missing' }
  | { refused: 'reason-missing' }
  | { refused: 'review-missing' }
  | { refused: 'review-past' }
  /** The network hides only what answers the office's own posts. */
  | { refused: 'not-hideable' }
  /** Where the post stands is not kept any more: nothing can be asked of the network about its account. */
  | { refused: 'address-gone' }
  /** The citizen changed the words after they were read. */
  | { refused: 'words-changed' }
  /** Something else is the case by now; `now` says what. */
  | { refused: 'measure-moved-on'; now: MeasureStage['is'] }
