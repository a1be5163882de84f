// What the listeners of every matter are given: the desks they speak for, and what they need to answer.
import type { HouseRules, PreElection } from '../core/house-rules.ts'
import type { PressRelease } from '../core/press-release.ts'
import type { Standing } from '../core/people.ts'
import type { PlanSettings } from '../core/plan.ts'
import type { TileFlaw, TileWords } from '../core/tile.ts'
import type { Fachamt } from '../core/conversation/conversation.ts'
import type { Desk } from '../desk/desk.ts'
import type { Accesses } from '../desk/accesses.ts'
import type { Declarations } from '../desk/declarations.ts'
import type { Erasures } from '../desk/erasures.ts'
import type { Measures } from '../desk/measures.ts'
import type { Conversations } from '../desk/conversations.ts'
import type { Floods } from '../desk/floods.ts'
import type { Proposals } from '../desk/proposals.ts'
import type { Reports } from '../desk/reports.ts'
import type { Template } from './conversation/forms.ts'
import type { FormSetting } from './proposal/forms.ts'
import type { Readers } from './readers.ts'
import type { SlackNewsroom } from './slack-newsroom.ts'

export type Parts = {
  desk: Desk
  declarations: Declarations
  proposals: Proposals
  reports: Reports
  newsroom: SlackNewsroom
  zone: string
  now: () => number
  /** What a person may do without standing in for anybody. Throws a fault if Slack does not answer. */
  standing: (user: string) => Promise<Standing>
  /** What the office has that forms ask about. */
  formSetting: FormSetting
  planSettings: PlanSettings
  /** What the office has set for itself about approvals. */
  house: HouseRules
  /** Shares the list of what was published before an election in the approval channel. Throws a fault if Slack does not take
   * it. */
  shareElection: (period: PreElection) => Promise<void>
  /** Where everybody sees the office's account; null while nobody has told. */
  accountLink: () => string | null
  /** A name nobody can guess, for a form. */
  newId: () => string
  /** What the item of the feed behind a button says; null where there is none. */
  releaseOf: (seal: string) => PressRelease | null
  /** Where staff read the handbook; null where nobody has said so. */
  handbook: string | null
  /** What the office is called. */
  office: string
  /** Draws a Kachel; `name` is what its motif is called on it. */
  drawTile: (
    words: TileWords,
    name: string,
  ) => { bytes: Uint8Array; width: number; height: number } | { flaws: readonly TileFlaw[] }
}

/** The same with the desks of moderation, which are not there where the office only publishes. */
export type ModeratingParts = Parts & {
  conversations: Conversations
  floods: Floods
  measures: Measures
  erasures: Erasures
  accesses: Accesses
  templates: readonly Template[]
  /** The channel in which mentions stand. */
  moderationChannel: string
  /** Which channel or Slack user of a Fachamt is sent what it is asked. */
  contacts: ReadonlyMap<Fachamt, string>
  readers: Readers
  /** Service hours begin then: when something comes up on its day. */
  opens: string
}
