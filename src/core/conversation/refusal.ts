import type { Actor } from '../people.ts'
import type { Closed } from './conversation.ts'

/** Why something may not happen at the moderation desk. A value; src/wording has a sentence for each. */
export type ConversationRefusal =
  | { refused: 'outsider' }
  | { refused: 'not-an-officer' }
  | { refused: 'unknown-mention' }
  /** Somebody was faster: who has it, and since when. */
  | { refused: 'already-claimed'; by: Actor; at: number }
  | { refused: 'already-closed'; as: Closed }
  /** The citizen wrote or changed something that whoever decides has not seen. */
  | { refused: 'not-seen' }
  | { refused: 'already-so' }
  /** It is not closed, or what closed it cannot be taken back. */
  | { refused: 'not-reopenable' }
  | { refused: 'date-past' }
  | { refused: 'fachamt-missing' }
  /** Zuarbeit without a word. */
  | { refused: 'nothing-said' }
  /** Its words were erased: nothing can be answered or kept any more. */
  | { refused: 'erased' }
  | { refused: 'evidence-held' }
  | { refused: 'no-evidence' }
