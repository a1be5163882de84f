// What is true of a conversation after each thing that happens to it. One step costs little, however long the life:
// a shitstorm below one post must not hold anything up. All events stand in this one file: what may follow what is
// only understood side by side.
import { impossible, replay } from '../matter.ts'
import { theDesk } from '../people.ts'
import { alarmAfter } from './calls.ts'
import {
  isClosed,
  isThere,
  mentionIn,
  placeOf,
  takenBy,
  unanswered,
  type Conversation,
  type ConversationEvent,
  type ConversationNumber,
  type ConversationStage,
  type ErasedBecause,
  type Mention,
  type MentionNumber,
  type RecordedInConversation,
  type Settled,
  type Wait,
} from './conversation.ts'

type Happens = ConversationEvent['type']
const whileOpen: readonly Happens[] = [
  'claimed',
  'returned',
  'set-waiting',
  'passed-on',
  'reminded',
  'called',
  'noted',
  'forwarded',
  'referred',
  'not-responsible',
  'marked-spam',
]
const always: readonly Happens[] = [
  'received',
  'edited',
  'card-wanted',
  'sorted',
  'measure-taken',
  'contributed',
  'reply-proposed',
  'reply-dropped',
  'answered',
  'evidence-held',
  'evidence-reminded',
  'evidence-ended',
  'erased',
]

/** What can happen to a conversation at each stage; what is missing here is impossible. */
export const mayFollowInConversation: Record<ConversationStage['is'], readonly Happens[]> = {
  new: [...always, ...whileOpen],
  claimed: [...always, ...whileOpen],
  waiting: [...always, ...whileOpen, 'resubmitted'],
  answered: [...always, 'reopened'],
  noted: [...always, 'reopened'],
  forwarded: [...always, 'reopened'],
  referred: [...always, 'reopened'],
  'not-responsible': [...always, 'reopened'],
  measure: always,
  spam: [...always, 'reopened'],
  forgotten: always,
}

/** What is true after an event. Null before the first one. Throws on an impossible history: a fault of the
 * program or a touched file, never something a person did. */
export function evolveConversation(
  before: Conversation | null,
  event: RecordedInConversation,
  number: ConversationNumber,
): Conversation {
  if (before === null) {
    if (event.type !== 'received' || event.position !== 1) {
      throw impossible('conversation', number, event, 'not begun')
    }
    return {
      number,
      position: 1,
      mentions: [mentionOf(event)],
      concern: event.concern,
      sortedBy: null,
      stage: { is: 'new' },
      settled: null,
      slip: null,
      firstAnsweredAt: null,
      waited: null,
      alarm: alarmAfter(null, { mentions: [mentionOf(event)] }, event),
      replies: [],
      requests: [],
      evidence: [],
      measures: [],
      cardWanted: false,
    }
  }
  const follows =
    event.position === before.position + 1 &&
    mayFollowInConversation[before.stage.is].includes(event.type)
  const after = follows ? changed({ ...before, position: event.position }, event) : null
  if (after === null) throw impossible('conversation', number, event, before.stage.is)
  return { ...after, alarm: alarmAfter(before.alarm, after, event) }
}

/** Folds a whole life; null for an empty one. */
export function replayConversation(
  number: ConversationNumber,
  life: Iterable<RecordedInConversation>,
): Conversation | null {
  return replay(evolveConversation, number, life)
}

/** A conversation with what an event changes; null where it speaks of what is not there. */
function changed(before: Conversation, event: RecordedInConversation): Conversation | null {
  const { at, actor: by } = event
  const { stage } = before
  switch (event.type) {
    case 'received':
      return received(before, event)
    case 'edited':
      return edited(before, event)
    case 'erased': {
      const after = erased(before, event.mentions, event.because, at)
      return after && { ...after, waited: event.waited ?? before.waited }
    }
    case 'card-wanted':
      return { ...before, cardWanted: true }
    case 'claimed':
      return { ...takenUp(before), stage: { is: 'claimed', by, at }, cardWanted: true }
    case 'returned':
      return takenBy(stage)?.by === event.from ? { ...takenUp(before), stage: { is: 'new' } } : null
    case 'reopened':
      return reopenedBySlip(before, event)
    case 'set-waiting':
      return putOff(before, event, event)
    case 'passed-on': {
      const { fachamt, until, mentions, question, position } = event
      const put = putOff(before, event, { for: 'fachamt', fachamt, until })
      const request = { position, by, fachamt, until, mentions, question, contributions: [] }
      return put && { ...put, requests: [...before.requests, request] }
    }
    case 'contributed':
      return contributed(before, event)
    case 'resubmitted':
      return stage.is === 'waiting' && !stage.resubmitted
        ? { ...before, stage: { ...stage, resubmitted: true } }
        : null
    case 'sorted':
      return { ...before, concern: event.concern, sortedBy: by }
    case 'noted':
      return closed(before, event, { is: 'noted', at })
    case 'forwarded':
      return closed(before, event, { is: 'forwarded', to: event.to, at })
    case 'referred':
      return closed(before, event, { is: 'referred', to: event.to, at })
    case 'not-responsible':
      return closed(before, event, { is: 'not-responsible', at })
    case 'marked-spam':
      return closed(before, event, { is: 'spam', at })
    case 'measure-taken': {
      const { measure, mentions } = event
      if (before.measures.includes(measure)) return null
      const after = settled(before, mentions, { is: 'measure', measure, at })
      return after && { ...after, measures: [...before.measures, measure], slip: null }
    }
    case 'answered': {
      const { proposal, mentions } = event
      const replies = before.replies.filter((reply) => reply.proposal !== proposal)
      if (proposal !== null && replies.length === before.replies.length) return null
      const after = settled(before, mentions, { is: 'answered', at })
      const { firstAnsweredAt } = before
      const slip = proposal === null ? slipOf(event, firstAnsweredAt === null) : null
      return after && { ...after, replies, firstAnsweredAt: firstAnsweredAt ?? at, slip }
    }
    case 'reply-proposed':
      return proposed(before, event)
    case 'reply-dropped': {
      const replies = before.replies.filter(({ proposal }) => proposal !== event.proposal)
      return replies.length < before.replies.length ? { ...before, replies } : null
    }
    case 'reminded': {
      const remind = (wait: Wait): Wait | null =>
        wait.reminded === event.of || wait.reminded === 'full'
          ? null
          : { ...wait, reminded: event.of }
      return renew(before, [event.mention], remind)
    }
    case 'called':
      return before.alarm === null ? null : before
    case 'evidence-held':
    case 'evidence-reminded':
    case 'evidence-ended':
      return evidence(before, event)
  }
}

type Of<Type extends Happens> = Extract<RecordedInConversation, { type: Type }>

function mentionOf(event: Of<'received'>): Mention {
  const { mention: number, postedAt, emergency, about, collected, position, at } = event
  return {
    number,
    postedAt,
    receivedAt: at,
    versions: [position],
    emergency,
    about,
    collected,
    erased: null,
    wait: { since: at, reminded: null, putOff: false },
  }
}

/** A citizen who writes again is heard again, whatever was settled before: nobody has it, and it waits anew. */
function received(before: Conversation, event: Of<'received'>): Conversation | null {
  const { mentions, stage } = before
  const last = mentions.at(-1) ?? mentions[0]
  if (event.mention <= last.number) return null
  return { ...before, mentions: [...mentions, mentionOf(event)], stage: reopened(stage) }
}

/** New words of a mention that was settled wait only if they have become a call for help. A call for help stays
 * one, whatever is made of it later, and waits for no Wiedervorlage: the team was told so. */
function edited(before: Conversation, event: Of<'edited'>): Conversation | null {
  const mention = mentionIn(before, event.mention)
  if (mention?.erased !== null || event.version !== mention.versions.length + 1) return null
  const isNewAlarm = event.emergency && !mention.emergency
  const { wait } = mention
  const begins: Wait | null = isNewAlarm ? { since: event.at, reminded: null, putOff: false } : null
  const mentions = replaced(before, {
    ...mention,
    versions: [...mention.versions, event.position],
    emergency: mention.emergency || event.emergency,
    wait: wait === null ? begins : { ...wait, putOff: wait.putOff && !isNewAlarm },
  })
  if (!isNewAlarm) return { ...before, mentions }
  const stage = stageWith({ stage: reopened(before.stage) }, mentions, { is: 'new' })
  return { ...before, mentions, stage }
}

/** These mentions wait for somebody else; who has it keeps it. */
function putOff(
  before: Conversation,
  { mentions, actor: by, at }: Of<'set-waiting' | 'passed-on'>,
  { for: awaited, fachamt, until }: Pick<Of<'set-waiting'>, 'for' | 'fachamt' | 'until'>,
): Conversation | null {
  const put = renew(before, mentions, (wait) => ({ ...wait, putOff: true }))
  const taken = takenBy(before.stage) ?? { by, at }
  const waits = { is: 'waiting', for: awaited, fachamt, until, taken, resubmitted: false } as const
  return put && { ...put, stage: waits, cardWanted: true }
}

/** Once every Fachamt has said what it was asked, the office has the word again. */
function contributed(before: Conversation, event: Of<'contributed'>): Conversation | null {
  const { actor: by, at, text } = event
  if (!before.requests.some(({ position }) => position === event.request)) return null
  const requests = before.requests.map((one) =>
    one.position === event.request
      ? { ...one, contributions: [...one.contributions, { by, at, text }] }
      : one,
  )
  const after = { ...before, requests }
  const { stage } = before
  return stage.is === 'waiting' && stage.for === 'fachamt' && unanswered(after).length === 0
    ? { ...takenUp(after), stage: { is: 'claimed', ...stage.taken } }
    : after
}

function reopened(stage: ConversationStage): ConversationStage {
  return stage.is === 'claimed' || stage.is === 'waiting' ? stage : { is: 'new' }
}

/** Words that are gone wait for nobody: when they were the last that waited, the conversation is over. */
function erased(
  before: Conversation,
  numbers: readonly MentionNumber[],
  because: ErasedBecause,
  at: number,
): Conversation | null {
  const mentions = mapped(before, numbers, (mention) =>
    mention.erased === null ? { ...mention, erased: because, wait: null } : null,
  )
  if (mentions === null || numbers.length === 0) return null
  const end = before.settled ?? { is: 'forgotten', because, at }
  return { ...before, mentions, stage: stageWith(before, mentions, end) }
}

/** Closed by a person who looked at something. */
function closed(
  before: Conversation,
  event: Of<'noted' | 'forwarded' | 'referred' | 'not-responsible' | 'marked-spam'>,
  as: Settled,
): Conversation | null {
  const { mentions } = event
  const after = mentions.length === 0 ? null : settled(before, mentions, as)
  return after && { ...after, slip: slipOf(event, false) }
}

function slipOf(
  {
    position,
    actor: by,
    mentions,
  }: RecordedInConversation & { mentions: readonly MentionNumber[] },
  answered: boolean,
): Conversation['slip'] {
  return { position, by, mentions, answered }
}

/** What is still there of what was closed by a slip waits as if nothing had been. */
function reopenedBySlip(before: Conversation, event: Of<'reopened'>): Conversation | null {
  const { slip } = before
  if (slip?.position !== event.undoes || event.mentions.length === 0) return null
  const mentions = mapped(before, event.mentions, (mention) =>
    mention.wait !== null || mention.erased !== null || !slip.mentions.includes(mention.number)
      ? null
      : { ...mention, wait: { since: mention.receivedAt, reminded: null, putOff: false } },
  )
  return (
    mentions && {
      ...before,
      ...{ mentions, slip: null, settled: null, stage: { is: 'new' } },
      firstAnsweredAt: slip.answered ? null : before.firstAnsweredAt,
    }
  )
}

function settled(
  before: Conversation,
  numbers: readonly MentionNumber[],
  as: Settled,
): Conversation | null {
  const mentions = mapped(before, numbers, (mention) =>
    mention.wait === null ? null : { ...mention, wait: null },
  )
  if (mentions === null) return null
  const stage = isClosed(before) ? as : stageWith(before, mentions, as)
  return { ...before, mentions, settled: as, stage }
}

/** What still waits keeps the conversation open, with who has it. Where nothing waits for the Wiedervorlage any
 * more, it is in hand again. */
function stageWith(
  { stage }: Pick<Conversation, 'stage'>,
  mentions: Conversation['mentions'],
  end: ConversationStage,
): ConversationStage {
  if (stage.is !== 'new' && stage.is !== 'claimed' && stage.is !== 'waiting') return stage
  if (mentions.every(({ wait }) => wait === null)) return end
  return stage.is === 'waiting' && !mentions.some(({ wait }) => wait?.putOff === true)
    ? { is: 'claimed', ...stage.taken }
    : stage
}

/** Whoever takes a conversation up ends its waiting for others. */
function takenUp(before: Conversation): Conversation {
  if (before.stage.is !== 'waiting') return before
  const [first, ...later] = before.mentions
  const taken = (mention: Mention): Mention =>
    mention.wait === null ? mention : { ...mention, wait: { ...mention.wait, putOff: false } }
  return { ...before, mentions: [taken(first), ...later.map(taken)] }
}

/** Who answers cares: a conversation that nobody has is theirs. Where the desk notes that an answer is meant for later
 * words now, nobody has looked at anything: it covers what was there when a person last did. */
function proposed(before: Conversation, event: Of<'reply-proposed'>): Conversation | null {
  const { proposal, mention: number, version, position, at, actor: by } = event
  const mention = mentionIn(before, number)
  if (mention?.erased !== null || version < 1 || version > mention.versions.length) return null
  const known = before.replies.find((reply) => reply.proposal === proposal)
  if (known !== undefined && (known.mention !== number || known.version >= version)) return null
  const others = before.replies.filter((reply) => reply !== known)
  if (known !== undefined && by === theDesk) {
    return { ...before, replies: [...others, { ...known, version }] }
  }
  return {
    ...before,
    replies: [...others, { proposal, mention: number, version, proposedAt: position }],
    // What answers many leaves them in the list in which they stand.
    cardWanted: before.cardWanted || event.joint !== true,
    stage: before.stage.is === 'new' ? { is: 'claimed', by, at } : before.stage,
  }
}

function evidence(
  before: Conversation,
  event: Of<'evidence-held' | 'evidence-reminded' | 'evidence-ended'>,
): Conversation | null {
  const { evidence: number, at } = event
  const held = before.evidence.find((one) => one.number === number)
  const others = before.evidence.filter((one) => one !== held)
  if (event.type === 'evidence-held') {
    const { mention, until } = event
    if (held !== undefined || !isThere(before, mention)) return null
    return {
      ...before,
      evidence: [...others, { number, mention, until, since: at, remindedFor: null }],
      cardWanted: true,
    }
  }
  if (held === undefined) return null
  if (event.type === 'evidence-ended') return { ...before, evidence: others }
  const { days: remindedFor } = event
  return {
    ...before,
    evidence: before.evidence.map((one) => (one === held ? { ...one, remindedFor } : one)),
  }
}

function renew(
  before: Conversation,
  numbers: readonly MentionNumber[],
  change: (wait: Wait) => Wait | null,
): Conversation | null {
  const mentions = mapped(before, numbers, (mention) => {
    const wait = mention.wait && change(mention.wait)
    return wait && { ...mention, wait }
  })
  return mentions && numbers.length > 0 ? { ...before, mentions } : null
}

/** The mentions with a change to some of them; null if one of these is not there or cannot change so. */
function mapped(
  before: Conversation,
  numbers: readonly MentionNumber[],
  change: (mention: Mention) => Mention | null,
): Conversation['mentions'] | null {
  if (numbers.length === 0) return before.mentions
  const [first, ...later] = before.mentions
  const all: [Mention, ...Mention[]] = [first, ...later]
  for (const number of numbers) {
    const place = placeOf(before, number)
    const mention = all[place]
    const changed = mention === undefined ? null : change(mention)
    if (changed === null) return null
    all[place] = changed
  }
  return all
}

function replaced(before: Conversation, mention: Mention): Conversation['mentions'] {
  return mapped(before, [mention.number], () => mention) ?? before.mentions
}
