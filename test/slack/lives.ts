// Random proposals and lives, made by the core itself: whatever can happen, drawings must cope with it.
import fc from 'fast-check'
import { parts, topics, type Content } from '../../src/core/content.ts'
import { type Command, type Decision } from '../../src/core/proposal/command.ts'
import { decide, propose } from '../../src/core/proposal/decide.ts'
import { decideForDesk, type DeskCommand } from '../../src/core/proposal/decide-for-desk.ts'
import type { Person } from '../../src/core/people.ts'
import { evolve } from '../../src/core/proposal/evolve.ts'
import type {
  DoubtBecause,
  NotSentBecause,
  Outcome,
  RefusalByNetwork,
} from '../../src/core/outcome.ts'
import { nextErrand, type Proposal, type Recorded } from '../../src/core/proposal/proposal.ts'
import { theDesk } from '../../src/core/people.ts'
import type { Sheet } from '../../src/desk/ports/views.ts'

const start = Date.UTC(2026, 10, 23, 13, 30, 5)
export const zone = 'Europe/Berlin'

/** Somebody whose display name is an attack. */
export const nastyNames = (actor: number) => `<!channel> *Anna* & "Ben" ${actor} ${'ß'.repeat(200)}`

/** A version as a simple network would weigh it. */
export function sheetOf(content: Content): Sheet {
  return {
    parts: parts(content).map(({ text }, part) => ({
      text,
      pictures: (content.pictures ?? [])
        .filter((picture) => picture.part === part)
        .map(({ altText, credit, shown }) => ({
          ...{
            file: 'F0BILD',
            altText,
            credit,
            shown,
            consent: 'ends-soon' as const,
            isErased: false,
          },
        })),
      weighed: {
        length: text.length,
        limit: 280,
        links: [],
        accidentalLinks: text.match(/\p{L}+\.Info/gu) ?? [],
        valid: !text.includes('\uFEFF'),
      },
    })),
    price: 0.215,
    strain: null,
    repeats: [],
    original: null,
    waiting: [],
    near: [],
    minded: [],
    preElection: null,
    account: null,
    page:
      content.link !== null && 'url' in content.link
        ? { url: content.link.url, seen: { is: 'there', title: '<!channel> *Titel*' } }
        : null,
  }
}

const piece = fc.constantFrom(
  'Die B 5 ist gesperrt. ',
  '<!channel>',
  '<@U0ANNA>',
  '<https://evil.example|hamburg.de>',
  '&amp;',
  '&lt;',
  '*fett* _kursiv_ ~weg~ `code`',
  ':sun_with_face:',
  '👨‍👩‍👧‍👦',
  '🇩🇪',
  '\u202E\u200Fmirrored\u202C',
  '\uD83D',
  'Uhr.Info',
  '\n---\n',
  '\n  eingerückt\n\n',
  '„Zitat“ & <b>',
  'ä'.repeat(300),
)

export const text = fc.oneof(
  fc.array(piece, { minLength: 1, maxLength: 40 }).map((all) => all.join('').slice(0, 3_000)),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }),
  fc.constant('x\n---\n'.repeat(500)),
  fc.constant('&'.repeat(3_000)),
)

const contents: fc.Arbitrary<Content> = fc.record({
  kind: fc.constant('post' as const),
  networks: fc.constant(['x'] as const),
  text,
  link: fc.oneof(
    fc.record({ url: fc.constant('https://www.hamburg.de/bergedorf?a=1&b=<2>') }),
    fc.record({ noLinkBecause: text }),
  ),
  topic: fc.constantFrom(...topics),
  plannedAt: fc.constantFrom(null, start + 60_000, start + 86_400_000),
  replyTo: fc.constant(null),
})

const people: readonly Person[] = [
  { actor: 1, standing: 'staff' },
  { actor: 2, standing: 'officer' },
  { actor: 3, standing: 'officer' },
]

type Ask = (proposal: Proposal, position: number) => Command | DeskCommand
/** The first of the wishes that the core allows comes true. */
type Step = { by: Person; wait: number; wishes: Ask[] }

const via = fc.constantFrom('reaction' as const, 'button' as const)
const sentence = fc.oneof(fc.constant(null), text)

const asks: fc.Arbitrary<Ask> = fc.oneof(
  {
    weight: 12,
    arbitrary: via.map((via): Ask => (p) => ({ do: 'approve', version: of(p), via, since: null })),
  },
  fc.tuple(contents, fc.boolean()).map(([content, releases]): Ask => (p, position) => {
    return { do: 'revise', version: of(p), content, form: `V${position}`, releases }
  }),
  fc.boolean().map((stock): Ask => (p) => {
    const plannedAt = stock ? null : start + 43_200_000
    return { do: 'reschedule', version: of(p), plannedAt, stock }
  }),
  via.map((via): Ask => (p) => ({ do: 'stop', version: of(p), via })),
  fc.tuple(sentence, via).map(([reason, via]): Ask => (p) => {
    return { do: 'reject', version: of(p), reason, via }
  }),
  fc.tuple(sentence, via).map(([question, via]): Ask => (p) => {
    return { do: 'ask', version: of(p), question, via }
  }),
  text.map((reason): Ask => () => ({ do: 'give-reason', reason })),
  fc.constant<Ask>(() => ({ do: 'withdraw' })),
  { weight: 3, arbitrary: fc.constant<Ask>(() => ({ do: 'release' })) },
  fc.constant<Ask>((_, position) => ({ do: 'confirm-posted', ...post(`1${position}`) })),
  { weight: 14, arbitrary: fc.constant<Ask>(() => ({ do: 'begin-sending' })) },
  {
    weight: 14,
    arbitrary: outcomes().map((outcome): Ask => (p) => {
      return { do: 'record-outcome', attempt: nextErrand(p)?.attempts ?? 0, outcome: outcome(p) }
    }),
  },
  fc
    .constantFrom('late' as const, 'stopped' as const, 'changed' as const)
    .map((because): Ask => () => ({ do: 'hold', because })),
  fc.constant<Ask>(() => ({ do: 'record-crash' })),
  {
    weight: 10,
    arbitrary: fc
      .constantFrom('absent' as const, 'unreadable' as const)
      .map((sighting): Ask => () => ({ do: 'record-look', sighting: { sighting } })),
  },
  fc.constant<Ask>(() => ({ do: 'expire' })),
)

function of(proposal: Proposal): number {
  return proposal.versions.length
}

function post(id: string): { id: string; url: string } {
  return { id, url: `https://x.com/amt/status/${id}` }
}

function outcomes(): fc.Arbitrary<(proposal: Proposal) => Outcome> {
  return fc.oneof<fc.MaybeWeightedArbitrary<(proposal: Proposal) => Outcome>[]>(
    {
      weight: 6,
      arbitrary: fc.constant((p: Proposal): Outcome => {
        return { outcome: 'posted', ...post(`2${p.position}`) }
      }),
    },
    fc
      .record({
        outcome: fc.constant<'refused'>('refused'),
        because: fc.constantFrom<RefusalByNetwork>(
          'duplicate',
          'too-long',
          'reply-not-allowed',
          'no-permission',
          'unauthorized',
          'bad-media',
          'account-locked',
          'other',
        ),
        status: fc.constant(403),
        detail: fc.oneof(fc.constant(''), text),
      })
      .map((outcome) => () => outcome),
    fc
      .record({
        outcome: fc.constant('not-sent' as const),
        because: fc.constantFrom<NotSentBecause>('rate-limit', 'no-credit', 'unreachable'),
        until: fc.constantFrom(null, start + 900_000, start + 200_000_000),
      })
      .map((outcome) => () => outcome),
    fc
      .constantFrom<DoubtBecause>(
        'timeout',
        'cut-connection',
        'server-error',
        'unreadable-answer',
        'crash',
        'duplicate',
      )
      .map((because) => () => ({ outcome: 'unknown', because })),
  )
}

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    by: fc.constantFrom(...people),
    wait: fc.constantFrom(0, 31_000, 120_000, 3_700_000, 86_400_000),
    wishes: fc.array(asks, { minLength: 4, maxLength: 4 }),
  }),
  { maxLength: 20 },
)

/** One moment of a life: an event and the proposal right after it. */
export type Moment = { event: Recorded; after: Proposal; now: number }

/** Lives as the core allows them: whatever it refuses does not happen. */
export const lives: fc.Arbitrary<readonly Moment[]> = fc
  .tuple(contents, steps)
  .map(([content, all]) => {
    const moments: Moment[] = []
    let now = start
    let proposal: Proposal | null = null
    const append = (decision: Decision, actor: number) => {
      for (const event of 'events' in decision ? decision.events : []) {
        const recorded = { ...event, position: (proposal?.position ?? 0) + 1, at: now, actor }
        proposal = evolve(proposal, recorded, 17)
        moments.push({ event: recorded, after: proposal, now })
      }
    }
    append(propose(content, 'V0', { actor: 1, standing: 'staff' }), 1)
    for (const { by, wait, wishes } of all) {
      now += wait
      for (const wish of wishes) {
        const before = moments.at(-1)!.after
        const command = wish(before, before.position)
        const { stage } = before
        if (command.do === 'begin-sending') {
          // Who sends waits until it may.
          now = Math.max(
            now,
            'sendAt' in stage ? stage.sendAt : 'retryAt' in stage ? stage.retryAt : 0,
          )
        }
        const decision = isForDesk(command)
          ? decideForDesk(before, command, now)
          : decide(before, command, by, { now, undo: 30_000 })
        if ('refused' in decision) continue
        append(decision, isForDesk(command) ? theDesk : by.actor)
        break
      }
    }
    return moments
  })

function isForDesk(command: Command | DeskCommand): command is DeskCommand {
  return /^(expire|hold|begin|record)/.test(command.do)
}
