// An errand is one write to one network: begun with its exact target, then done, refused, not sent or in doubt,
// looked for, released. Posting a part or hiding a reply are errands; a proposal or a measure only owns them.
import type { Instant, MentionVersion, NetworkName } from './content.ts'
import { lasted, type Due } from './matter.ts'
import type {
  DoubtBecause,
  HideOutcome,
  NotSentBecause,
  Outcome,
  RefusalByNetwork,
} from './outcome.ts'

/** The kinds of writes, and the event each ends with. What has the same end when it is done twice is tried again
 * after a doubt; what has not is looked for, and never sent again by itself. */
export const errandKinds = {
  post: { repeatable: false, ends: 'posted' },
  hide: { repeatable: true, ends: 'done' },
  show: { repeatable: true, ends: 'done' },
  mute: { repeatable: true, ends: 'done' },
  unmute: { repeatable: true, ends: 'done' },
  delete: { repeatable: true, ends: 'done' },
} as const satisfies Record<string, { repeatable: boolean; ends: 'posted' | 'done' }>
export type ErrandKind = keyof typeof errandKinds

/** Which errand of its owner: one for each network and part, parts counted from 0. */
export type Aim = { errand: ErrandKind; network: NetworkName; part: number }

/** What it is about: a version of a mention, a post of our own, or nothing where it stands alone. Never the id of
 * a citizen's post: history cannot be erased. */
export type Target = MentionVersion | { post: string } | null

/** A post the public can read. */
export type OnNetwork = { id: string; url: string }

/** `hash` is the fingerprint of what is sent; `how` says whether the network told us, a look found it, or a person
 * said so. */
export type ErrandEvent =
  | ({ type: 'begun'; attempt: number; target: Target; hash: string } & Aim)
  | ({ type: 'posted'; how: 'sent' | 'found' | 'told' } & OnNetwork & Aim)
  | ({ type: 'done'; how: 'sent' | 'told' } & Aim)
  | ({ type: 'refused'; because: RefusalByNetwork; status: number; detail: string } & Aim)
  | ({ type: 'not-sent'; because: NotSentBecause; until: Instant | null } & Aim)
  | ({ type: 'in-doubt'; because: DoubtBecause } & Aim)
  | ({ type: 'looked'; sighting: 'absent' | 'unreadable' } & Aim)
  | ({ type: 'released' } & Aim)

export type ErrandStage =
  | { is: 'under-way'; since: Instant }
  | { is: 'waiting'; because: NotSentBecause | DoubtBecause; since: Instant; retryAt: Instant }
  /** `released`: a person wants it sent again, and one more look decides whether that is needed. `absent`: how many of
   * the looks could read the network and did not find it. */
  | {
      is: 'in-doubt'
      because: DoubtBecause
      since: Instant
      looks: number
      absent: number
      released: boolean
    }
  /** Every look was in vain, or a repeatable write ended in doubt too often: a person says what is true.
   * `unread`: the network could not be read by the last look, so nothing is known. */
  | { is: 'unsettled'; because: DoubtBecause; since: Instant; absent: number; unread: boolean }
  | { is: 'refused'; because: RefusalByNetwork; status: number; detail: string; at: Instant }
  /** Free to be begun (again): a person released it and it is not on the network. */
  | { is: 'free'; since: Instant }
  | { is: 'done'; at: Instant; how: 'sent' | 'found' | 'told'; post: OnNetwork | null }

export type Errand = Aim & {
  target: Target
  /** An earlier attempt had another target: what it left may hang there. */
  targetMoved: boolean
  hash: string
  attempts: number
  /** Since when it was tried without an end: what is looked for may have been taken by any of these attempts. */
  triedSince: Instant
  /** Since when it was tried without a person's word: for so long a refusal may pass by itself. */
  insistsSince: Instant
  /** Why one of these attempts ended in doubt, if one did. */
  doubted: DoubtBecause | null
  /** How many of them ended in doubt since a person last looked. */
  doubts: number
  stage: ErrandStage
}

/** How often the own timeline is read before a person is asked, and when after the doubt began, in milliseconds
 * (docs/regeln.md, "Höchstens einmal"). */
export const lookAfter = [15_000, 50_000, 110_000] as const

/** How often a repeatable write may end in doubt before a person looks. */
export const attemptsBeforeAsking = 3

/** How long to wait before trying again where the network does not say, in milliseconds; the shortest of them is
 * kept even where the network says "at once" or its clock is behind. */
export const retryAfter: Record<NotSentBecause, number> = {
  'rate-limit': 15 * 60_000,
  'no-credit': 15 * 60_000,
  unreachable: 60_000,
  'not-visible': 10_000,
  'held-back': 1_000,
  'picture-gone': 1_000,
}

/** However long a network wants us to wait: it is asked again after so long at most, in milliseconds. */
export const longestWait = 15 * 60_000

/** For how long a refusal that passes by itself is tried again, in milliseconds: the network does not see yet what
 * it has just taken from us. */
export const passesWithin = 60_000

/** What can happen to an errand at each stage; what is missing here is impossible. */
export const mayFollowInErrand: Record<ErrandStage['is'], readonly ErrandEvent['type'][]> = {
  'under-way': ['posted', 'done', 'refused', 'not-sent', 'in-doubt'],
  waiting: ['begun', 'posted', 'done', 'released'],
  'in-doubt': ['posted', 'done', 'looked'],
  unsettled: ['posted', 'done', 'released'],
  // Nothing was taken, so who decides anew may begin it anew.
  refused: ['begun', 'posted', 'done', 'released'],
  free: ['begun', 'posted', 'done', 'released'],
  done: [],
}

/** What is true of an errand after an event; null before it was begun, and again where it may not be. */
export function evolveErrand(
  before: Errand | null,
  event: ErrandEvent & { at: Instant },
): Errand | null {
  const { at } = event
  if (before !== null && !mayFollowInErrand[before.stage.is].includes(event.type)) return null
  const { errand, network, part } = event
  const isEnd = event.type === 'posted' || event.type === 'done'
  if (isEnd && event.type !== errandKinds[errand].ends) return null
  if (event.type === 'begun') {
    const { attempt, target, hash } = event
    if (attempt !== (before?.attempts ?? 0) + 1) return null
    return {
      errand,
      network,
      part,
      target,
      targetMoved: before !== null && (before.targetMoved || !isSameTarget(before.target, target)),
      hash,
      attempts: attempt,
      triedSince: before?.triedSince ?? at,
      insistsSince: before?.stage.is === 'waiting' ? before.insistsSince : at,
      doubted: before?.doubted ?? null,
      doubts: before?.doubts ?? 0,
      stage: { is: 'under-way', since: at },
    }
  }
  if (before === null) {
    // Done by hand before the desk ever tried.
    if (event.type !== 'posted' && event.type !== 'done') return null
    const stage = doneBy(event)
    const since = { triedSince: at, insistsSince: at }
    const none = { target: null, targetMoved: false, hash: '', attempts: 0 }
    const fresh = { ...none, ...since, doubted: null, doubts: 0 }
    return { errand, network, part, ...fresh, stage }
  }
  return { ...before, ...changeOf(before, event) }
}

function isSameTarget(one: Target, other: Target): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function changeOf(
  before: Errand,
  event: Exclude<ErrandEvent, { type: 'begun' }> & { at: Instant },
): Partial<Errand> {
  const { at } = event
  switch (event.type) {
    case 'posted':
    case 'done':
      return { stage: doneBy(event) }
    case 'refused': {
      const { because, status, detail } = event
      return { stage: { is: 'refused', because, status, detail, at } }
    }
    case 'not-sent': {
      const { because, until } = event
      return { stage: { is: 'waiting', because, since: at, retryAt: retryAt(because, until, at) } }
    }
    case 'in-doubt': {
      const doubts = before.doubts + 1
      return { doubted: event.because, doubts, stage: afterDoubt(before, doubts, event) }
    }
    case 'looked':
      return { stage: afterLook(before, event.sighting, at) }
    case 'released':
      return { doubts: 0, stage: afterRelease(before, at) }
  }
}

function doneBy(
  event: Extract<ErrandEvent, { type: 'posted' } | { type: 'done' }> & { at: Instant },
): ErrandStage {
  const post = event.type === 'posted' ? { id: event.id, url: event.url } : null
  return { is: 'done', at: event.at, how: event.how, post }
}

/** When something the network did not take is tried again: `at` is when that was, `until` what the network said. */
export function retryAt(because: NotSentBecause, until: Instant | null, at: Instant): Instant {
  const wanted = until ?? at + retryAfter[because]
  const shortest = Math.min(retryAfter[because], retryAfter.unreachable)
  return Math.min(Math.max(wanted, at + shortest), at + longestWait)
}

function afterDoubt(
  { errand }: Errand,
  doubts: number,
  { because, at }: { because: DoubtBecause; at: Instant },
): ErrandStage {
  if (!errandKinds[errand].repeatable) {
    return { is: 'in-doubt', because, since: at, looks: 0, absent: 0, released: false }
  }
  return doubts >= attemptsBeforeAsking
    ? { is: 'unsettled', because, since: at, absent: 0, unread: false }
    : { is: 'waiting', because, since: at, retryAt: at + retryAfter.unreachable }
}

function afterLook({ stage }: Errand, sighting: 'absent' | 'unreadable', at: Instant): ErrandStage {
  if (stage.is !== 'in-doubt') return stage
  if (stage.released && sighting === 'absent') return { is: 'free', since: at }
  const looks = stage.looks + 1
  const unread = sighting === 'unreadable'
  const absent = stage.absent + (unread ? 0 : 1)
  return stage.released || looks >= lookAfter.length
    ? { is: 'unsettled', because: stage.because, since: at, absent, unread }
    : { ...stage, looks, absent }
}

function afterRelease({ errand, doubted }: Errand, at: Instant): ErrandStage {
  return errandKinds[errand].repeatable || doubted === null
    ? { is: 'free', since: at }
    : { is: 'in-doubt', because: doubted, since: at, looks: 0, absent: 0, released: true }
}

/** The end of a write nobody recorded is to be settled, the network to be looked at, or the write to be begun
 * again. */
export type ErrandOwed = 'settle-crash' | 'look' | 'begin'

/** What is owed for an errand that was begun; null where it is over or a person has the word. */
export function errandDue({ stage }: Errand, now: Instant): Due<ErrandOwed> {
  switch (stage.is) {
    case 'under-way':
      return { owed: 'settle-crash', from: now }
    case 'waiting':
      return { owed: 'begin', from: lasted(stage.since, stage.retryAt - stage.since, now) }
    case 'free':
      return { owed: 'begin', from: now }
    case 'in-doubt': {
      const wait = stage.released ? 0 : (lookAfter[stage.looks] ?? 0)
      return { owed: 'look', from: lasted(stage.since, wait, now) }
    }
    case 'unsettled':
    case 'refused':
    case 'done':
      return null
  }
}

/** Which errand it is, for the events about it. */
export function aimOf({ errand, network, part }: Aim): Aim {
  return { errand, network, part }
}

/** The event that records how an attempt ended. A refusal that passes by itself is no end yet: what hangs on our
 * own post is tried again for about a minute. After a doubt, "duplicate" most likely means that the doubtful
 * attempt did arrive. */
export function endOfAttempt(
  errand: Errand,
  outcome: Outcome | HideOutcome,
  now: Instant,
): ErrandEvent {
  const { target, insistsSince, doubted } = errand
  const aim = aimOf(errand)
  switch (outcome.outcome) {
    case 'posted':
      return { type: 'posted', ...aim, id: outcome.id, url: outcome.url, how: 'sent' }
    case 'done':
      return { type: 'done', ...aim, how: 'sent' }
    case 'refused': {
      const { because, status, detail } = outcome
      const isOurs = target !== null && 'post' in target
      const passes =
        because === 'target-missing' && isOurs && now < lasted(insistsSince, passesWithin, now)
      if (passes) return { type: 'not-sent', ...aim, because: 'not-visible', until: null }
      return because === 'duplicate' && doubted !== null
        ? { type: 'in-doubt', ...aim, because: 'duplicate' }
        : { type: 'refused', ...aim, because, status, detail }
    }
    case 'not-sent':
      return { type: 'not-sent', ...aim, because: outcome.because, until: outcome.until }
    case 'unknown':
      return { type: 'in-doubt', ...aim, because: outcome.because }
  }
}
