// Which messages tell of a proposal, and how much of its life each of them must show.
import { evolve } from './evolve.ts'
import {
  current,
  hasEnded,
  missingCosigners,
  type Proposal,
  type Recorded,
  type Reminder,
  type Round,
} from './proposal.ts'
import { type Actor } from '../people.ts'

/** What tells the team of a proposal. */
export type Letter =
  /** One live card per version: reactions survive edits, so a new version gets a new card. */
  | { kind: 'card'; key: string; version: number; shows: number }
  /** A direct message to the author, from the first thing on that is news to them: number, state and the link to the
   * card. That it was submitted is none: they did that themselves. */
  | { kind: 'receipt'; key: string; to: Actor; shows: number }
  /** A word in the thread of a card where somebody must act or wants to know; written once. `to` is who must be
   * reached, `after` the proposal as it was when that happened. `calls`: it calls them by name; not where their first
   * direct message tells the same. */
  | {
      kind: 'note'
      key: string
      version: number
      to: Actor
      calls: boolean
      event: Recorded
      after: Proposal
      shows: number
    }

  /** Asks departments to sign a version; or asks them and the officers what becomes of a warning that holds no longer.
   * Written once. */
  | {
      kind: 'call'
      key: string
      version: number
      departments: readonly string[]
      asks: 'to-sign' | 'what-becomes'
      shows: number
    }

  /** Calls who can decide: in the thread, and each of them directly; written once. */
  | {
      kind: 'alarm'
      key: string
      version: number
      round: Round
      people: readonly Actor[]
      shows: number
    }
  /** Tells whose turn it is that it waits, in the thread: people, or the departments that have to sign; written once. */
  | {
      kind: 'reminder'
      key: string
      version: number
      of: Reminder
      people: readonly Actor[]
      departments: readonly string[]
      shows: number
    }
  | { kind: 'alarm-to'; key: string; version: number; round: Round; to: Actor; shows: number }

type Note = Extract<Letter, { kind: 'note' }>

/** Everything the team must be able to read about a proposal by now: the live card first, so that
 * outdated ones can link to it, notes in the order of events, the author's receipt last. Nobody's device rings twice for
 * the same. */
export function letters(number: number, life: readonly Recorded[]): readonly Letter[] {
  const cards: Letter[] = []
  const notes: Letter[] = []
  let lastNote: Note | undefined
  let receipt: Letter | null = null
  let before: Proposal | null = null
  for (const event of life) {
    const after = evolve(before, event, number)
    const version = after.versions.length
    const shows = event.position
    // An outdated card changes once more, to say that it is outdated, and never again.
    if (version > (before?.versions.length ?? version))
      cards[version - 2] = card(number, version - 1, shows)
    cards[version - 1] = card(number, version, shows)
    const to = addressee(before, event, after)
    const { cosigners = [] } = current(after).content
    if (cosigners.length > 0 && version > (before?.versions.length ?? 0)) {
      const key = `proposal/${number}/call/${version}`
      notes.push({ kind: 'call', key, version, departments: cosigners, asks: 'to-sign', shows })
    }
    if (event.type === 'called' && event.people.length > 0) {
      const { round, people } = event
      const key = `proposal/${number}/alarm/${shows}`
      notes.push({ kind: 'alarm', key, version, round, people, shows })
      for (const to of people) {
        notes.push({ kind: 'alarm-to', key: `${key}/${to}`, version, round, to, shows })
      }
    }
    if (event.type === 'reminded') {
      const { of, people } = event
      const departments = of === 'signature' ? missingCosigners(after) : []
      const key = `proposal/${number}/reminder/${shows}`
      if (people.length + departments.length > 0)
        notes.push({ kind: 'reminder', key, version, of, people, departments, shows })
    }
    if (event.type === 'lapsed') {
      const key = `proposal/${number}/lapsed/${version}`
      const asks = 'what-becomes'
      notes.push({ kind: 'call', key, version, departments: cosigners, asks, shows })
    }
    const author = after.versions[0].by
    const concerns = concernsTheAuthor(before, event, after)
    const begins = receipt === null && concerns && isNews(event, after, to)
    if (to !== null && !isRepeated(event, version, lastNote)) {
      const key = `proposal/${number}/note/${shows}`
      const calls = !(begins && to === author)
      lastNote = { kind: 'note', key, version, to, calls, event, after, shows }
      notes.push(lastNote)
    }
    if (begins || (receipt !== null && concerns)) {
      receipt = { kind: 'receipt', key: `proposal/${number}/receipt`, to: author, shows }
    }
    before = after
  }
  return [...cards.reverse(), ...notes, ...(receipt === null ? [] : [receipt])]
}

/** Whether the author must hear of an event: somebody wants something of them, or it has come to an end by somebody
 * else. */
function isNews(event: Recorded, after: Proposal, to: Actor | null): boolean {
  const author = after.versions[0].by
  return to === author || (hasEnded(after) && event.actor !== author)
}

function card(number: number, version: number, shows: number): Letter {
  return { kind: 'card', key: `proposal/${number}/card/${version}`, version, shows }
}

/** Whom an event must reach by a word in the thread; null where the card alone is enough. */
function addressee(before: Proposal | null, event: Recorded, after: Proposal): Actor | null {
  if (before === null) return null
  const editor = current(after).by
  const approver = before.approval?.by ?? editor
  if (before.stage.is !== after.stage.is) {
    switch (after.stage.is) {
      case 'published':
      case 'rejected':
      case 'expired':
      case 'failed':
        return editor
      case 'check-needed':
        // Who may not decide any more need not be asked.
        return after.stage.because === 'approver-gone' ? editor : approver
      case 'waiting':
        // Only a person can top up a balance; a rate limit passes by itself.
        return after.stage.because === 'no-credit' ? approver : null
      case 'submitted':
        if (event.type === 'rebound') return before.approval?.by ?? null
        if (event.type === 'rescheduled')
          return event.isApproved || event.actor === approver ? null : approver
        if (event.type === 'mended') return after.versions[0].by
        return event.type === 'stopped' && event.actor !== approver ? approver : null
      case 'withdrawn':
        // Officers can withdraw other people's words, and authors what somebody approved.
        return [editor, approver].find((actor) => actor !== event.actor) ?? null
      case 'approved':
      case 'sending':
      case 'in-doubt':
        return null
    }
  }
  if (event.type === 'consent-ended') return approver
  if (event.type === 'stopped') {
    const first = before.first?.by ?? null
    return first === event.actor ? null : first
  }
  if (event.type === 'mended') return after.versions[0].by
  if (event.type === 'question-answered') {
    return before.stage.is === 'submitted' ? (before.stage.question?.by ?? null) : null
  }
  return event.type === 'question-asked' || event.type === 'reason-given' ? editor : null
}

/** The desk tries again every few minutes, but asks only once for money for a part; and whoever lets it look once more
 * at a doubt reads on the card that it found the same. */
function isRepeated(event: Recorded, version: number, last: Note | undefined): boolean {
  if (last?.version !== version) return false
  const { event: told } = last
  switch (event.type) {
    case 'not-sent':
      return told.type === 'not-sent' && told.part === event.part
    case 'looked':
      return told.type === 'looked' && told.part === event.part && told.sighting === event.sighting
    default:
      return false
  }
}

/** Steps of sending are for the card; the author hears of decisions and ends. */
function concernsTheAuthor(before: Proposal | null, event: Recorded, after: Proposal): boolean {
  if (
    event.type === 'revised' ||
    event.type === 'mended' ||
    event.type === 'rescheduled' ||
    event.type === 'rebound' ||
    event.type === 'approved-once' ||
    event.type === 'stopped' ||
    event.type === 'question-asked' ||
    event.type === 'question-answered' ||
    event.type === 'reason-given' ||
    // What becomes of it in public afterwards.
    event.type === 'followed' ||
    event.type === 'lapsed' ||
    event.type === 'closed' ||
    event.type === 'consent-ended'
  ) {
    return true
  }
  return stageForAuthor(before) !== stageForAuthor(after)
}

function stageForAuthor(proposal: Proposal | null): string {
  const is = proposal?.stage.is ?? ''
  return is === 'sending' || is === 'waiting' || is === 'in-doubt' ? 'approved' : is
}
