// Random conversations and measures, and citizens who write whatever breaks a drawing.
import fc from 'fast-check'
import { concerns } from '../../src/core/conversation/concerns.ts'
import {
  awaited,
  fachaemter,
  referrals,
  waitingIn,
  type Conversation,
  type ConversationEvent,
  type ErasedBecause,
  type RecordedInConversation,
} from '../../src/core/conversation/conversation.ts'
import { evolveConversation, replayConversation } from '../../src/core/conversation/evolve.ts'
import { replay } from '../../src/core/matter.ts'
import { evolveMeasure } from '../../src/core/measure/evolve.ts'
import {
  measureKinds,
  milderMeans,
  rules,
  type Measure,
  type MeasureEvent,
  type RecordedInMeasure,
} from '../../src/core/measure/measure.ts'
import type { MentionCardView } from '../../src/slack/view.ts'
import type { ListedView, MentionView } from '../../src/desk/ports/views.ts'
import { begun, hide, proposal, show } from '../support/measures.ts'
import { text } from './lives.ts'
import { noon, setting } from './stories.ts'

const day = 86_400_000

/** One look at a conversation: right after this event. */
export type Look = { conversation: Conversation; event: RecordedInConversation }

/** A citizen's first post; `mention` 12 is what the tests talk about. */
export function received(
  given: Partial<Extract<ConversationEvent, { type: 'received' }>> = {},
): Extract<ConversationEvent, { type: 'received' }> {
  return {
    type: 'received',
    mention: 12,
    postedAt: noon,
    concern: 'frage',
    emergency: false,
    about: null,
    collected: false,
    ...given,
  }
}

/** The conversation after these events, an hour apart; who did it is Anna. */
export function conversationAfter(...events: ConversationEvent[]): Conversation {
  const life = [received(), ...events].map((event, index): RecordedInConversation => {
    return { ...event, position: index + 1, at: noon + index * 3_600_000, actor: 1 }
  })
  return replayConversation(7, life)!
}

/** The measure after these events, an hour apart; Anna proposes it. */
export function measureAfter(
  given: Partial<Extract<MeasureEvent, { type: 'proposed' }>> = {},
  ...events: MeasureEvent[]
): Measure {
  const life = [proposal(given), ...events].map((event, index): RecordedInMeasure => {
    return { ...event, position: index + 1, at: noon + index * 3_600_000, actor: (index % 3) + 1 }
  })
  return replay(evolveMeasure, 3, life)!
}

export const question =
  'Hallo @bezirksamt, wann öffnet das Freibad? <!channel> & Grüße https://evil.example'

/** What a flood's list shows of a mention. */
export function listed(mention: MentionView, further = 0): ListedView {
  const last = further === 0 ? null : { ...mention, number: mention.number + further }
  return { number: 7, seal: conversationSeal, mention, further, last }
}

/** A mention as the desk hands it out. */
export function mentionView(given: Partial<MentionView> = {}): MentionView {
  return {
    number: 12,
    words: {
      text: question,
      handle: 'kim_beispiel',
      name: 'Kim Beispiel',
      link: 'https://x.com/kim_beispiel/status/1',
      media: 0,
    },
    erased: null,
    postedAt: noon,
    edited: false,
    emergency: false,
    ...given,
  }
}

export function erasedView(because: ErasedBecause): MentionView {
  return mentionView({ words: null, erased: because })
}

/** What buttons about a conversation carry. */
export const conversationSeal = 'conversation/7/1/0123456789abcdef'

/** What the card of a conversation is drawn from. */
export function cardView(
  conversation: Conversation,
  given: Partial<MentionCardView> = {},
): MentionCardView {
  return {
    ...setting,
    seal: conversationSeal,
    now: noon + 60_000,
    conversation,
    mention: mentionView(),
    about: null,
    deadline: null,
    answeredAfter: null,
    byHand: null,
    canPassOn: true,
    hasDamageText: true,
    ...given,
  }
}

const citizensText = fc.oneof(
  text,
  fc.constantFrom(
    '<!channel> '.repeat(2_300),
    '👩‍👩‍👧‍👦'.repeat(200),
    '\u202Egnalb\u202C \u200F\u2067مرحبا',
    '&amp;&lt;!here&gt;',
    '[hamburg.de](https://evil.example) <https://evil.example|hamburg.de>',
    'x'.repeat(25_000),
    '',
    '\n\n',
    '\uD83D',
    'ÄÖÜ'.repeat(1_000),
    `Frau ${'Ä'.repeat(500)}`,
  ),
)

/** Whatever may be there of a mention. */
export const mentionViews: fc.Arbitrary<MentionView> = fc
  .record({
    number: fc.constantFrom(1, 12, 99_999_999),
    words: fc.option(
      fc.record({
        text: citizensText,
        handle: fc.constantFrom('kim_beispiel', 'a', ''),
        name: fc.oneof(citizensText, fc.constant('Kim\n<@U0ANNA>\u202E')),
        link: fc.constantFrom('https://x.com/i/status/1', 'javascript:alert(1)'),
        media: fc.integer({ min: 0, max: 4 }),
      }),
    ),
    erased: fc.constantFrom<ErasedBecause[]>('gone', 'retention', 'request'),
    postedAt: fc.constant(noon),
    edited: fc.boolean(),
    emergency: fc.boolean(),
  })
  .map((view) => ({ ...view, erased: view.words === null ? view.erased : null }))

const happening: fc.Arbitrary<ConversationEvent> = fc.oneof(
  fc.constantFrom<ConversationEvent[]>(
    { type: 'edited', mention: 12, version: 2, emergency: true },
    { type: 'edited', mention: 12, version: 3, emergency: false },
    { type: 'card-wanted' },
    { type: 'claimed', from: null },
    { type: 'claimed', from: 2 },
    { type: 'noted', mentions: [12] },
    { type: 'not-responsible', mentions: [12] },
    { type: 'marked-spam', mentions: [12] },
    { type: 'measure-taken', measure: 3, mentions: [12] },
    { type: 'reply-proposed', proposal: 17, mention: 12, version: 1 },
    { type: 'reply-proposed', proposal: 18, mention: 12, version: 1 },
    { type: 'reply-dropped', proposal: 17 },
    { type: 'answered', proposal: 17, mentions: [12] },
    { type: 'answered', proposal: null, mentions: [12] },
    { type: 'reminded', mention: 12, of: 'half' },
    { type: 'reminded', mention: 12, of: 'full' },
    { type: 'resubmitted' },
    { type: 'evidence-held', mention: 12, evidence: 1, until: noon + 90 * day },
    { type: 'evidence-reminded', evidence: 1, days: 14 },
    { type: 'evidence-ended', evidence: 1, decision: 'released' },
    { type: 'erased', mentions: [12], because: 'gone' },
  ),
  fc.integer({ min: 13, max: 900 }).map((mention) => received({ mention })),
  fc.record({
    type: fc.constant('set-waiting' as const),
    mentions: fc.constant([]),
    for: fc.constantFrom(...awaited),
    fachamt: fc.constantFrom(null, ...fachaemter),
    until: fc.constant(noon + 7 * day),
  }),
  fc.constantFrom(...concerns).map((concern): ConversationEvent => ({ type: 'sorted', concern })),
  fc.record({
    type: fc.constant('passed-on' as const),
    mentions: fc.constant([]),
    fachamt: fc.constantFrom(...fachaemter),
    until: fc.constant(noon + 7 * day),
    question: fc.constantFrom('', 'Seit wann?'),
  }),
  fc.record({
    type: fc.constant('contributed' as const),
    mentions: fc.constant([]),
    request: fc.integer({ min: 2, max: 4 }),
    text: fc.constantFrom('', 'Am Freitag.'),
  }),
  fc
    .constantFrom(...fachaemter)
    .map((to): ConversationEvent => ({ type: 'forwarded', to, mentions: [] })),
  fc
    .constantFrom(...referrals)
    .map((to): ConversationEvent => ({ type: 'referred', to, mentions: [] })),
)

/** The same event about everything that waits by now. */
function about(now: Conversation | null, event: ConversationEvent): ConversationEvent {
  return now !== null && 'mentions' in event && event.type !== 'erased'
    ? { ...event, mentions: waitingIn(now).map(({ number }) => number) }
    : event
}

/** What the core makes of it; null where it calls that impossible. */
function orNull<After>(evolve: () => After): After | null {
  try {
    return evolve()
  } catch {
    return null
  }
}

/** The looks of random lives: whatever may follow happens, by anybody. */
export const looks: fc.Arbitrary<Look[]> = fc
  .tuple(
    fc.constantFrom(null, ...concerns),
    fc.array(fc.tuple(happening, fc.integer({ min: 0, max: 4 })), { maxLength: 12 }),
  )
  .map(([concern, happenings]) => {
    const seen: Look[] = []
    let now: Conversation | null = null
    const first: [ConversationEvent, number] = [received({ concern }), 0]
    for (const [event, actor] of [first, ...happenings]) {
      const position = seen.length + 1
      const recorded: RecordedInConversation = {
        ...about(now, event),
        position,
        at: noon + position,
        actor,
      }
      const before: Conversation | null = now
      const after: Conversation | null = orNull(() => evolveConversation(before, recorded, 7))
      if (after === null) continue
      now = after
      seen.push({ conversation: now, event: recorded })
    }
    return seen
  })

const act: fc.Arbitrary<MeasureEvent> = fc.constantFrom<MeasureEvent[]>(
  { type: 'approved' },
  { type: 'approved' },
  { type: 'rejected' },
  { type: 'withdrawn' },
  begun('hide', 1),
  begun('hide', 2),
  begun('show', 1),
  begun('show', 2),
  { type: 'done', ...hide, how: 'sent' },
  { type: 'taken' },
  { type: 'refused', ...hide, because: 'target-missing', status: 403, detail: '<!channel>' },
  { type: 'refused', ...show, because: 'no-permission', status: 403, detail: '<!channel>' },
  { type: 'not-sent', ...hide, because: 'rate-limit', until: null },
  { type: 'in-doubt', ...hide, because: 'timeout' },
  { type: 'in-doubt', ...show, because: 'timeout' },
  { type: 'released', ...hide },
  { type: 'informed' },
  { type: 'lift-wanted' },
  { type: 'done', ...show, how: 'told' },
  { type: 'lifted' },
  { type: 'lapsed' },
  { type: 'reviewed', next: noon + 400 * day },
  { type: 'review-due' },
)

/** Random measures with the event that came last. */
export const measures: fc.Arbitrary<{ measure: Measure; event: RecordedInMeasure }[]> = fc
  .tuple(
    fc.record({
      kind: fc.constantFrom(...measureKinds),
      rule: fc.constantFrom(...rules),
      milder: fc.subarray([...milderMeans]),
      informed: fc.boolean(),
      reviewOn: fc.constantFrom(null, noon + 180 * day),
    }),
    fc.array(act, { maxLength: 14 }),
  )
  .map(([first, acts]) => {
    const seen: { measure: Measure; event: RecordedInMeasure }[] = []
    let now: Measure | null = null
    for (const event of [proposal(first), ...acts]) {
      const position = seen.length + 1
      const recorded: RecordedInMeasure = { ...event, position, at: noon + position, actor: 1 }
      const after = orNull(() => evolveMeasure(now, recorded, 3))
      if (after === null) continue
      now = after
      seen.push({ measure: now, event: recorded })
    }
    return seen
  })
