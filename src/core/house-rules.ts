// What an office has set for itself about approvals: times before an election, in which some kinds of posts need a reason
// and two approvals, and harmless kinds that an officer may approve alone (docs/regeln.md, "Vorwahlzeit" and
// "Eigenfreigabe").
import { textsOf, type Content, type Instant } from './content.ts'
import { kinds, type Kind } from './kinds.ts'
import { localOf } from './time/calendar.ts'

/** Kinds as the settings name them: a post of several parts is a thread. */
export const namedKinds = [
  ...['post', 'thread', 'reply'],
  ...['warning', 'all-clear', 'correction', 'retraction'],
] as const satisfies readonly (Kind | 'thread')[]
export type NamedKind = (typeof namedKinds)[number]

/** Kinds nobody may ever approve alone: what warns, what answers citizens, and what says something about a post of ours. */
export const neverAlone: readonly NamedKind[] = namedKinds.filter(
  (kind) => kind !== 'post' && kind !== 'thread',
)

/** A time before an election by its days, both included ("2027-01-12"), and what is approved twice in it. */
export type PreElection = {
  name: string
  from: string
  until: string
  kinds: readonly NamedKind[]
}

/** What counts when somebody approves; `zone` is the office's IANA time zone. */
export type HouseRules = {
  zone: string
  preElection: readonly PreElection[]
  selfApproval: readonly NamedKind[]
}

/** An office that has set nothing. */
export const noHouseRules: HouseRules = { zone: 'UTC', preElection: [], selfApproval: [] }

/** What the settings call a content. Pure. */
function namedKind({ kind, text }: Pick<Content, 'kind' | 'text'>): NamedKind {
  return kind === 'post' && textsOf(text).length > 1 ? 'thread' : kind
}

/** The times before an election that an instant lies in. Pure. */
export function preElectionsAt(at: Instant, { zone, preElection }: HouseRules): PreElection[] {
  if (preElection.length === 0) return []
  const { date } = localOf(at, zone)
  return preElection.filter(({ from, until }) => from <= date && date <= until)
}

/** The time before an election in which a content that goes out at an instant needs two approvals; null where one is
 * enough. Of several that overlap, the one that lasts longest. Pure. */
export function twiceApprovedIn(
  content: Pick<Content, 'kind' | 'text'>,
  at: Instant,
  house: HouseRules,
): PreElection | null {
  const named = namedKind(content)
  const all = preElectionsAt(at, house).filter((one) => one.kinds.includes(named))
  return all.reduce<PreElection | null>(
    (last, one) => (last === null || one.until > last.until ? one : last),
    null,
  )
}

/** Why a post is necessary before an election, as somebody said; null where nobody did. What corrects or takes back says
 * so already, and an answer is asked for by the citizen. Pure. */
export function occasionOf({ kind, occasion, reason }: Content): string | null {
  if (kind === 'reply') return ''
  const said = (occasion ?? (kinds[kind].needsReason ? reason : undefined))?.trim() ?? ''
  return said === '' ? null : said
}

/** Whether somebody has to be asked for the occasion of a kind of post. */
export function asksForOccasion(kind: Kind): boolean {
  return kind !== 'reply' && !kinds[kind].needsReason
}

/** Whether an officer may approve a content of their own that goes out at an instant. Pure. */
export function mayApproveAlone(
  content: Pick<Content, 'kind' | 'text'>,
  at: Instant,
  house: HouseRules,
): boolean {
  const named = namedKind(content)
  return (
    house.selfApproval.includes(named) &&
    !neverAlone.includes(named) &&
    twiceApprovedIn(content, at, house) === null
  )
}
