// A quarter's records for tests: each says only what the test is about.
import type { Content, Instant } from '../../src/core/content.ts'
import { fingerprint } from '../../src/core/proposal/fingerprint.ts'
import type { ConversationEvent } from '../../src/core/conversation/conversation.ts'
import type { MeasureEvent } from '../../src/core/measure/measure.ts'
import type { ProposalEvent } from '../../src/core/proposal/proposal.ts'
import { figuresOf, type Figures } from '../../src/report/figures/figures.ts'
import type { Life, Source } from '../../src/report/source.ts'
import { officeHours } from './conversations.ts'

/** An instant in summer 2026, in Bergedorf: `summer('2026-07-06', '10:00')`. */
export function summer(date: string, time: string): Instant {
  return Date.parse(`${date}T${time}:00+02:00`)
}

const thirdQuarter = { year: 2026, quarter: 3 } as const

const nothing: Source = {
  begun: summer('2026-01-07', '09:00'),
  readsMentions: true,
  proposals: [],
  conversations: [],
  measures: [],
  erasures: [],
  declarations: [],
  accesses: [],
  floods: 0,
  readings: [],
  audience: [],
  spent: [],
  experiences: [],
}

/** The records of a quarter in which nothing happened but this. */
function sourceOf(changes: Partial<Source> = {}): Source {
  return { ...nothing, ...changes }
}

/** The figures of the third quarter of 2026. */
export function figuresFrom(changes: Partial<Source> = {}): Figures {
  const usd = (charge: string, count: number) => (charge === 'post' ? 0.015 : 0.2) * count
  return figuresOf(thirdQuarter, sourceOf(changes), {
    ...{ hours: officeHours, usd, now: summer('2026-10-01', '09:00') },
  })
}

type Step<Event> = readonly [Instant, Event]

/** A life out of what happened when. */
export function life<Event>(
  number: number,
  steps: readonly Step<Event>[],
): Life<Event & { position: number; at: Instant; actor: number }> {
  return {
    number,
    events: steps.map(([at, event], index) => ({ ...event, position: index + 1, at, actor: 1 })),
  }
}

const content: Content = {
  kind: 'post',
  networks: ['x'],
  text: 'Der Markt fällt aus.',
  link: { url: 'https://www.hamburg.de/bergedorf' },
  topic: 'kultur',
  plannedAt: null,
  replyTo: null,
}

export function proposed(changes: Partial<Content> = {}): ProposalEvent {
  const said = { ...content, ...changes }
  return { type: 'proposed', content: said, hash: fingerprint(said), form: 'form' }
}

export function approved(at: Instant): ProposalEvent {
  return {
    type: 'approved',
    version: 1,
    hash: fingerprint(content),
    via: 'button',
    sendAt: at,
    since: at,
  }
}

const aim = { errand: 'post', network: 'x' } as const

export function sending(part = 0): ProposalEvent {
  return { type: 'begun', ...aim, part, attempt: 1, target: null, hash: fingerprint(content) }
}

export function posted(
  id: string,
  part = 0,
  how: 'sent' | 'found' | 'told' = 'sent',
): ProposalEvent {
  return { type: 'posted', ...aim, part, id, url: `https://x.com/bezirksamt/status/${id}`, how }
}

/** A post that went out a minute after it was proposed. */
export function published(number: number, at: Instant, changes: Partial<Content> = {}) {
  return life<ProposalEvent>(number, [
    [at - 60_000, proposed(changes)],
    [at - 30_000, approved(at)],
    [at, sending()],
    [at, posted(String(1000 + number))],
  ])
}

export function received(
  mention: number,
  concern: 'frage' | 'lob' | null = null,
): ConversationEvent {
  return {
    type: 'received',
    mention,
    postedAt: summer('2026-07-01', '00:00'),
    concern,
    emergency: false,
    about: null,
    collected: false,
  }
}

/** A citizen wrote, and this became of it. */
export function heard(number: number, at: Instant, ...steps: readonly Step<ConversationEvent>[]) {
  return life<ConversationEvent>(number, [[at, received(number, 'frage')], ...steps])
}

export function measure(number: number, at: Instant, ...steps: readonly Step<MeasureEvent>[]) {
  const begins: MeasureEvent = {
    type: 'proposed',
    form: `form-${number}`,
    kind: 'hinweis',
    conversation: 1,
    network: 'x',
    mention: 1,
    version: 1,
    rule: 6,
    milder: [],
    informed: false,
    reviewOn: null,
  }
  return life<MeasureEvent>(number, [[at, begins], ...steps])
}
