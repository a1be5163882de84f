// Lives of proposals for tests: each step is told only what the test is about, the rest follows from
// what happened before. Without a time of its own a step happens when the one before it did.
import type { AttachedPicture, Content, Instant } from '../../src/core/content.ts'
import type { Kind } from '../../src/core/kinds.ts'
import type { Person } from '../../src/core/people.ts'
import { evolve, replay } from '../../src/core/proposal/evolve.ts'
import { fingerprint } from '../../src/core/proposal/fingerprint.ts'
import type { DoubtBecause, NotSentBecause, RefusalByNetwork } from '../../src/core/outcome.ts'
import type { Aim } from '../../src/core/errand.ts'
import { targetOf } from '../../src/core/proposal/decide-for-desk.ts'
import {
  current,
  nextAim,
  nextConsentEnd,
  nextErrand,
  type HeldBecause,
  type Proposal,
  type ProposalEvent,
  type Recorded,
  type Reminder,
  type Round,
  type UploadAim,
  type Via,
} from '../../src/core/proposal/proposal.ts'
import { theDesk, type Actor } from '../../src/core/people.ts'

export const anna: Person = { actor: 1, standing: 'staff' }
export const ben: Person = { actor: 2, standing: 'staff' }
export const petra: Person = { actor: 3, standing: 'officer' }
export const vera: Person = { actor: 4, standing: 'officer' }
export const guest: Person = { actor: 5, standing: 'outsider' }

/** Monday, 23 November 2026, at a time of day in Bergedorf, as "14:30" or "14:30:05.500". */
export function monday(time: string): Instant {
  return Date.parse(`2026-11-23T${time}+01:00`)
}

export const theNumber = 7

/** A post as it would be after the form was read. */
export function post(changes: Partial<Content> = {}): Content {
  return {
    kind: 'post',
    networks: ['x'],
    text: 'Die Chrysanderstraße ist wieder frei.',
    link: { noLinkBecause: 'Kurzmeldung' },
    topic: 'verkehr',
    plannedAt: null,
    replyTo: null,
    ...changes,
  }
}

/** An answer to the first version of the first mention. */
export function answer(changes: Partial<Content> = {}): Content {
  const replyTo = { mention: 1, version: 1 }
  return post({ kind: 'reply', link: null, topic: null, replyTo, ...changes })
}

/** A thread of so many parts. */
export function thread(length: number): Content {
  return post({ text: Array.from({ length }, (_, part) => `Teil ${part + 1}`).join('\n---\n') })
}

export type Step = (before: Proposal | null) => {
  event: ProposalEvent
  by: Actor
  at: Instant | undefined
}
type When = { by?: Person; at?: Instant }

/** What happened, with positions, times and actors as history keeps them. */
export function life(...steps: readonly Step[]): readonly Recorded[] {
  let proposal: Proposal | null = null
  let at = monday('10:00')
  return steps.map((step, index) => {
    const told = step(proposal)
    at = told.at ?? at
    const event: Recorded = { ...told.event, position: index + 1, at, actor: told.by }
    proposal = evolve(proposal, event, theNumber)
    return event
  })
}

/** The proposal after these steps. */
export function after(...steps: readonly Step[]): Proposal {
  return born(replay(theNumber, life(...steps)))
}

export function proposed({ by = anna, at, ...changes }: When & Partial<Content> = {}): Step {
  const content = post(changes)
  const event = { type: 'proposed', content, hash: fingerprint(content), form: 'form-1' } as const
  return () => ({ event, by: by.actor, at })
}

export function revised({ by = anna, at, ...changes }: When & Partial<Content> = {}): Step {
  return (before) => {
    const content = { ...current(born(before)).content, ...changes }
    const event = { type: 'revised', content, hash: fingerprint(content), form: 'form-2' } as const
    return { event, by: by.actor, at }
  }
}

export function mended({ by = petra, at, ...changes }: When & Partial<Content> = {}): Step {
  return (before) => {
    const content = { ...current(born(before)).content, ...changes }
    const event = { type: 'mended', content, hash: fingerprint(content), form: 'form-3' } as const
    return { event, by: by.actor, at }
  }
}

export function rescheduled({
  by = petra,
  at,
  plannedAt = null,
  isApproved = false,
}: When & { plannedAt?: Instant | null; isApproved?: boolean } = {}): Step {
  return (before) => {
    const content = { ...current(born(before)).content, plannedAt }
    delete content.stock
    const event = { type: 'rescheduled', content, hash: fingerprint(content), isApproved } as const
    return { event, by: by.actor, at }
  }
}

/** A second person has seen what an officer mended. */
export function seenBySecond({
  by = anna,
  via = 'button',
  ...when
}: When & { via?: Via } = {}): Step {
  return person({ by, ...when }, (before) => ({
    type: 'confirmed',
    ...version(before),
    hash: current(before).hash,
    via,
    sendAt: current(before).content.plannedAt ?? when.at ?? lastAt(before),
    since: when.at ?? lastAt(before),
  }))
}

/** The first of two approvals before an election. */
export function approvedOnce({
  by = petra,
  via = 'button',
  ...when
}: When & { via?: Via } = {}): Step {
  return person({ by, ...when }, (before) => ({
    type: 'approved-once',
    ...version(before),
    hash: current(before).hash,
    via,
  }))
}

export function approved({
  by = petra,
  via = 'button',
  sendAt,
  since,
  hash,
  isOwn = false,
  ...when
}: When & {
  via?: Via
  sendAt?: Instant
  since?: Instant
  hash?: string
  isOwn?: boolean
} = {}): Step {
  return person({ by, ...when }, (before) => ({
    type: 'approved',
    ...version(before),
    hash: hash ?? current(before).hash,
    via,
    sendAt: sendAt ?? current(before).content.plannedAt ?? when.at ?? lastAt(before),
    since: since ?? when.at ?? lastAt(before),
    ...(isOwn && { isOwn }),
  }))
}

export function stopped({ by = petra, via = 'button', ...when }: When & { via?: Via } = {}): Step {
  return person({ by, ...when }, (before) => ({ type: 'stopped', ...version(before), via }))
}

export function rejected({
  by = petra,
  via = 'button',
  reason = 'Zu früh',
  ...when
}: When & { via?: Via; reason?: string | null } = {}): Step {
  return person({ by, ...when }, (before) => ({
    type: 'rejected',
    ...version(before),
    reason,
    via,
  }))
}

export function reasonGiven({
  by = petra,
  reason = 'Zu früh',
  ...when
}: When & { reason?: string } = {}): Step {
  return person({ by, ...when }, () => ({ type: 'reason-given', reason }))
}

export function asked({
  by = petra,
  via = 'button',
  question = 'Wer sagt das?',
  ...when
}: When & { via?: Via; question?: string | null } = {}): Step {
  return person({ by, ...when }, (before) => ({
    type: 'question-asked',
    ...version(before),
    question,
    via,
  }))
}

export function answered({
  by = anna,
  answer = 'Ja, seit heute.',
  ...when
}: When & { answer?: string } = {}): Step {
  return person({ by, ...when }, (before) => ({
    ...{ type: 'question-answered', ...version(before), answer },
  }))
}

export function withdrawn({ by = anna, ...when }: When = {}): Step {
  return person({ by, ...when }, () => ({ type: 'withdrawn' }))
}

/** An officer wants it to go out after all; what was ever in doubt is looked for once more. */
export function released({ by = petra, ...when }: When = {}): Step {
  return (before) => {
    const isDoubted = (nextErrand(born(before))?.doubted ?? null) !== null
    return (isDoubted ? freed({ by, ...when }) : resumed({ by, ...when }))(before)
  }
}

export function freed({ by = petra, ...when }: When = {}): Step {
  return person({ by, ...when }, (before) => ({ type: 'released', ...part(before) }))
}

export function resumed({ by = petra, ...when }: When = {}): Step {
  return person({ by, ...when }, () => ({ type: 'resumed' }))
}

/** The citizen changed the mention that is answered. */
export function rebound(version: number, at?: Instant): Step {
  return desk(at, (before) => {
    const { content } = current(before)
    const replyTo = { mention: content.replyTo?.mention ?? 1, version }
    const bound = { ...content, replyTo }
    return { type: 'rebound', content: bound, hash: fingerprint(bound) }
  })
}

export function confirmed({
  by = petra,
  id = 'told-1',
  ...when
}: When & { id?: string } = {}): Step {
  const how = 'told' as const
  return person({ by, ...when }, (before) => ({
    type: 'posted',
    ...part(before),
    ...seen(id),
    how,
  }))
}

export function stoppedOnItsWay({ by = ben, ...when }: When = {}): Step {
  return person({ by, ...when }, () => ({ type: 'held', because: 'stopped' }))
}

export function expired(at?: Instant): Step {
  return desk(at, () => ({ type: 'expired' }))
}

export function held(because: HeldBecause = 'late', at?: Instant): Step {
  return desk(at, () => ({ type: 'held', because }))
}

export function sending(at?: Instant): Step {
  return desk(at, (before) => ({
    type: 'begun',
    ...part(before),
    attempt: (nextErrand(before)?.attempts ?? 0) + 1,
    target: targetOf(before),
    hash: current(before).hash,
  }))
}

export function sent(at?: Instant): Step {
  return desk(at, (before) => {
    const id = `id-${before.published.length}`
    return { type: 'posted', ...part(before), ...seen(id), how: 'sent' }
  })
}

export function found(at?: Instant): Step {
  return desk(at, (before) => ({ type: 'posted', ...part(before), ...seen('found'), how: 'found' }))
}

export function refused(because: RefusalByNetwork = 'too-long', at?: Instant): Step {
  const because403 = { because, status: 403, detail: 'Forbidden' }
  return desk(at, (before) => ({ type: 'refused', ...part(before), ...because403 }))
}

export function notSent(
  because: NotSentBecause = 'rate-limit',
  { until = null, at }: { until?: Instant | null; at?: Instant } = {},
): Step {
  return desk(at, (before) => ({ type: 'not-sent', ...part(before), because, until }))
}

export function doubted(because: DoubtBecause = 'timeout', at?: Instant): Step {
  return desk(at, (before) => ({ type: 'in-doubt', ...part(before), because }))
}

export function looked(sighting: 'absent' | 'unreadable' = 'absent', at?: Instant): Step {
  return desk(at, (before) => ({ type: 'looked', ...part(before), sighting }))
}

/** Three looks that saw nothing: a person must be asked. */
export const lookedInVain: readonly Step[] = [looked(), looked(), looked()]

function person(
  { by, at }: { by: Person; at?: Instant },
  event: (before: Proposal) => ProposalEvent,
): Step {
  return (before) => ({ event: event(born(before)), by: by.actor, at })
}

function desk(at: Instant | undefined, event: (before: Proposal) => ProposalEvent): Step {
  return (before) => ({ event: event(born(before)), by: theDesk, at })
}

function born(proposal: Proposal | null): Proposal {
  if (proposal === null) throw new Error('a life begins with proposed()')
  return proposal
}

function version(before: Proposal): { version: number } {
  return { version: before.versions.length }
}

function part(before: Proposal): Aim {
  const aim = nextAim(before)
  if (aim === null) throw new Error('all of it is public')
  return aim
}

function seen(id: string): { id: string; url: string } {
  return { id, url: `https://x.com/bergedorf/status/${id}` }
}

function lastAt(before: Proposal): Instant {
  return current(before).at
}

export function cosigned({
  by = ben,
  department = 'vs',
  via = 'reaction',
  ...when
}: When & { department?: string; via?: Via } = {}): Step {
  return person({ by, ...when }, (before) => ({
    ...{ type: 'cosigned', ...version(before), department, via },
  }))
}

export function cosignatureWithdrawn({
  by = ben,
  department = 'vs',
  ...when
}: When & { department?: string } = {}): Step {
  return person({ by, ...when }, (before) => ({
    ...{ type: 'cosignature-withdrawn', ...version(before), department, via: 'reaction' },
  }))
}

const firstPicture = { network: 'x', part: 0, picture: 0 } as const

export function uploaded(
  given: Partial<UploadAim> & { id?: string; until?: Instant } = {},
  at?: Instant,
): Step {
  const { id = '880', until, part = 0, picture = 0 } = given
  return desk(at, (before) => ({
    ...{ type: 'uploaded', network: 'x', part, picture, id },
    until: until ?? (at ?? lastAt(before)) + 24 * 60 * 60_000,
  }))
}

export function notUploaded(because: NotSentBecause = 'unreachable', at?: Instant): Step {
  return desk(at, () => ({ type: 'not-uploaded', ...firstPicture, because, until: null }))
}

export function uploadRefused(because: RefusalByNetwork = 'bad-media', at?: Instant): Step {
  return desk(at, () => ({
    ...{ type: 'upload-refused', ...firstPicture, because, status: 400, detail: 'No picture.' },
  }))
}

/** Another proposal about it became public. */
export function followed(kind: Kind = 'correction', by = 12, at?: Instant): Step {
  const url = kind === 'retraction' ? null : `https://x.com/i/status/${by}`
  return desk(at, () => ({ type: 'followed', by, kind, url }))
}

export function lapsed(at?: Instant): Step {
  return desk(at, () => ({ type: 'lapsed' }))
}

export function closed({ by = petra, ...when }: When = {}): Step {
  return person({ by, ...when }, () => ({ type: 'closed' }))
}

export function called(
  { round = 1, people = [petra.actor] }: { round?: Round; people?: readonly Actor[] } = {},
  at?: Instant,
): Step {
  return desk(at, (before) => ({ type: 'called', ...version(before), round, people }))
}

export function reminded(
  { of = 'planned', people = [petra.actor] }: { of?: Reminder; people?: readonly Actor[] } = {},
  at?: Instant,
): Step {
  return desk(at, (before) => ({ type: 'reminded', ...version(before), of, people }))
}

export function heeded({ by = petra, via = 'reaction', ...when }: When & { via?: Via } = {}): Step {
  return person({ by, ...when }, (before) => ({ type: 'heeded', ...version(before), via }))
}

/** A consent to a picture has ended, and somebody is asked; without one, any does. */
export function consentEnded(at?: Instant): Step {
  return desk(at, (before) => ({
    ...{ type: 'consent-ended', until: nextConsentEnd(before) ?? lastAt(before) },
  }))
}

export function consentRenewed({ by = petra, ...when }: When = {}): Step {
  return person({ by, ...when }, () => ({ type: 'consent-renewed' }))
}

/** The network deleted what the next errand names. */
export function deleted(at?: Instant): Step {
  return desk(at, (before) => ({ type: 'done', ...part(before), how: 'sent' }))
}

/** A warning that holds until Monday evening. */
export function warning(changes: Partial<Content> = {}): Content {
  const words = { what: 'Blaualgen im Boberger See.', area: 'Boberger See' }
  const said = { advice: 'Bitte nicht baden.', source: 'Institut für Hygiene und Umwelt' }
  const held = { sourceAt: monday('09:00'), validUntil: monday('20:00') }
  return post({
    kind: 'warning',
    topic: 'lage',
    text: 'Warnung: Blaualgen im Boberger See. Bitte nicht baden.',
    warning: { ...words, ...said, ...held },
    cosigners: ['vs'],
    ...changes,
  })
}

/** A picture without people. */
export function picture(changes: Partial<AttachedPicture> = {}): AttachedPicture {
  return {
    sha256: 'ab'.repeat(32),
    altText: 'Ein Bagger hebt eine Grube aus.',
    part: 0,
    credit: 'Foto: Anna Ahlers',
    shown: { people: 'none' },
    ...changes,
  }
}

/** Takes back the first post of proposal 3. */
export function retraction(changes: Partial<Content> = {}): Content {
  const original = { proposal: 3, posts: ['301'] }
  return post({ kind: 'retraction', text: '', link: null, original, reason: 'Falsch', ...changes })
}
