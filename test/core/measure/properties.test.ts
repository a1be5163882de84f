// Whatever people press and the network answers, in whatever order: what must never happen to a measure.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  decideMeasure,
  decideMeasureForDesk,
  type MeasureCommand,
  type MeasureDecision,
  type MeasureDeskCommand,
} from '../../../src/core/measure/decide.ts'
import { replay } from '../../../src/core/matter.ts'
import { measureMatter } from '../../../src/core/measure/matter.ts'
import {
  isForNetwork,
  isOver,
  measureKinds,
  type Measure,
  type MeasureEvent,
  type RecordedInMeasure,
} from '../../../src/core/measure/measure.ts'
import type { HideOutcome } from '../../../src/core/outcome.ts'
import { theDesk, type Person } from '../../../src/core/people.ts'
import { anna, ben, guest, monday, petra, vera } from '../../support/lives.ts'
import { measureLife, proposal, theMeasure } from '../../support/measures.ts'

const outcomes = fc.constantFrom<HideOutcome[]>(
  { outcome: 'done' },
  { outcome: 'done' },
  { outcome: 'unknown', because: 'timeout' },
  { outcome: 'unknown', because: 'timeout' },
  { outcome: 'not-sent', because: 'rate-limit', until: null },
  { outcome: 'refused', because: 'target-missing', status: 404, detail: '' },
  { outcome: 'refused', because: 'no-permission', status: 403, detail: '' },
)
const commands = fc.constantFrom<MeasureCommand[]>(
  { do: 'approve' },
  { do: 'approve' },
  { do: 'reject' },
  { do: 'withdraw' },
  { do: 'tell-done' },
  { do: 'tell-gone' },
  { do: 'try-again' },
  { do: 'lift' },
  { do: 'lift' },
  { do: 'tell-informed' },
  { do: 'review', next: null },
)
const later = fc.constantFrom(0, 1_000, 61_000, 1_000_000, -3_600_000)

type Step = { later: number } & (
  { by: Person; asks: MeasureCommand } | { crashes: boolean; answers: HideOutcome }
)
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({ later, by: fc.constantFrom(anna, ben, petra, petra, vera, guest), asks: commands }),
    fc.record({ later, crashes: fc.boolean(), answers: outcomes }),
  ),
  { maxLength: 40 },
)
const lives = fc.tuple(
  fc.constantFrom(...measureKinds, 'verbergen' as const, 'verbergen' as const),
  fc.boolean(),
  steps,
)

/** What the public sees, and everything that happened. */
type World = { measure: Measure; life: RecordedInMeasure[]; isDone: boolean; asked: string[] }

function livedThrough([kind, needed, taken]: [Measure['kind'], boolean, Step[]]): World {
  let now = monday('10:00')
  const first = needed ? [{ type: 'taken' } as const] : []
  const world: World = {
    life: measureLife(
      proposal({ kind }),
      ...(kind === 'hinweis' || kind === 'melden' ? first : []),
    ),
    measure: undefined as unknown as Measure,
    isDone: false,
    asked: [],
  }
  const reread = () => {
    const measure = replay(measureMatter.evolve, theMeasure, world.life)
    if (measure === null) throw new Error('nobody proposed it')
    world.measure = measure
  }
  reread()
  const happens = (decided: MeasureDecision, by: number) => {
    if ('refused' in decided) return false
    for (const event of decided.events) {
      world.life.push({ ...event, position: world.life.length + 1, at: now, actor: by })
    }
    reread()
    return true
  }
  const order = (command: MeasureDeskCommand) =>
    happens(decideMeasureForDesk(world.measure, command, now), theDesk)
  for (const step of taken) {
    now += step.later
    if ('asks' in step) {
      happens(decideMeasure(world.measure, step.asks, step.by, now), step.by.actor)
      continue
    }
    const due = measureMatter.due(world.measure, now)
    if (due === null || due.from > now) continue
    if (due.owed === 'begin' && order({ do: 'begin' })) {
      const { life } = world
      const intent = life.at(-1)
      if (intent?.type !== 'begun') throw new Error('nothing was begun')
      world.asked.push(intent.errand)
      // The network does it although its answer may get lost.
      const arrives = step.answers.outcome === 'done' || step.answers.outcome === 'unknown'
      if (arrives) {
        world.isDone = intent.errand === 'hide' || intent.errand === 'mute'
      }
      if (!step.crashes) {
        order({ do: 'record-end', attempt: intent.attempt, outcome: step.answers })
      }
    } else if (due.owed === 'settle-crash') order({ do: 'record-crash' })
  }
  return world
}

const byNetwork = (life: readonly RecordedInMeasure[], type: MeasureEvent['type']) =>
  life.some((event, index) => event.type === type && event.actor === theDesk && index > 0)

test('what is decided can always be lived, and every state says when it is owed something', () => {
  fc.assert(
    fc.property(lives, (life) => {
      const { measure, life: happened } = livedThrough(life)
      const now = monday('12:00')
      const due = measureMatter.due(measure, now)
      expect(due).toEqual(measureMatter.due(measure, now))
      if (measureMatter.rests(measure)) expect(due).toBeNull()
      if (isOver(measure)) expect(measureMatter.rests(measure)).toBe(true)
      const [card] = measureMatter.letters(theMeasure, happened)
      expect(card?.shows).toBe(happened.length)
    }),
    { numRuns: 2_000 },
  )
})

test('nothing is asked of the network without an approval by an officer who did not propose it', () => {
  fc.assert(
    fc.property(lives, (life) => {
      const { measure, asked, life: happened } = livedThrough(life)
      if (asked.length === 0) return
      expect(isForNetwork(measure)).toBe(true)
      const approval = happened.find(({ type }) => type === 'approved')
      expect([petra.actor, vera.actor]).toContain(approval?.actor)
      expect(approval?.actor).not.toBe(measure.by)
    }),
    { numRuns: 2_000 },
  )
})

test('what the network took is done while in force, and undone when lifted or withdrawn', () => {
  fc.assert(
    fc.property(lives, (life) => {
      const { measure, isDone, life: happened } = livedThrough(life)
      const wasTold = happened.some((event) => event.type === 'done' && event.how === 'told')
      const { is } = measure.stage
      if (!isForNetwork(measure) || wasTold) return
      if (is === 'in-force') expect(isDone).toBe(true)
      if (is === 'lifted' || is === 'withdrawn' || is === 'rejected') expect(isDone).toBe(false)
      if (is === 'lifted') expect(byNetwork(happened, 'lifted')).toBe(true)
    }),
    { numRuns: 3_000 },
  )
})

test('whatever ended stays so', () => {
  fc.assert(
    fc.property(lives, (life) => {
      const { life: happened } = livedThrough(life)
      const ends = ['rejected', 'withdrawn', 'lifted', 'lapsed']
      const end = happened.findIndex(({ type }) => ends.includes(type))
      const after = end < 0 ? [] : happened.slice(end + 1)
      expect(after.every(({ type }) => type === 'informed')).toBe(true)
    }),
    { numRuns: 1_000 },
  )
})
