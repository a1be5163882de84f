// Whatever networks answer, people press and clocks show: what must never happen to an errand.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  aimOf,
  endOfAttempt,
  errandDue,
  errandKinds,
  evolveErrand,
  mayFollowInErrand,
  type Errand,
  type ErrandEvent,
  type ErrandKind,
} from '../../../src/core/errand.ts'
import type { HideOutcome, Outcome } from '../../../src/core/outcome.ts'
import { monday } from '../../support/lives.ts'

type Heard = 'refused' | 'passing' | 'duplicate' | 'not-sent' | 'unknown' | 'taken'
type Step =
  /** The desk does what is owed, and the network answers so. */
  | { does: Heard; sees: 'absent' | 'unreadable' | 'found'; later: number }
  /** A person releases it, or says that it is done. */
  | { says: 'released' | 'done'; later: number }

const later = fc.constantFrom(0, 1_000, 20_000, 120_000, 1_000_000, -3_600_000)
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        does: fc.constantFrom<Heard[]>(
          'refused',
          'passing',
          'duplicate',
          'not-sent',
          'unknown',
          'unknown',
          'taken',
        ),
        sees: fc.constantFrom(
          'absent' as const,
          'absent' as const,
          'unreadable' as const,
          'found' as const,
        ),
        later,
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        says: fc.constantFrom('released' as const, 'released' as const, 'done' as const),
        later,
      }),
    },
  ),
  { minLength: 1, maxLength: 40 },
)

const post = { id: '9', url: 'https://x.com/bergedorf/status/9' }

function outcomeOf(kind: ErrandKind, heard: Heard): Outcome | HideOutcome {
  const refusal = { outcome: 'refused', status: 403, detail: '' } as const
  switch (heard) {
    case 'refused':
      return { ...refusal, because: 'no-permission' }
    case 'passing':
      return { ...refusal, because: 'target-missing' }
    case 'duplicate':
      return { ...refusal, because: 'duplicate' }
    case 'not-sent':
      return { outcome: 'not-sent', because: 'rate-limit', until: null }
    case 'unknown':
      return { outcome: 'unknown', because: 'timeout' }
    case 'taken':
      return kind === 'post' ? { outcome: 'posted', ...post } : { outcome: 'done' }
  }
}

/** Lives an errand as the desk does, and tells every event with what was true before and after it. */
function* livedThrough(kind: ErrandKind, taken: readonly Step[]) {
  let now = monday('10:00')
  let errand: Errand | null = null
  for (const step of taken) {
    now += step.later
    for (const event of eventsOf(kind, errand, step, now)) {
      const before: Errand | null = errand
      const after = evolveErrand(before, { ...event, at: now })
      if (after === null) throw new Error(`"${event.type}" cannot follow`)
      errand = after
      yield { before, event, after, now }
    }
  }
}

function eventsOf(
  kind: ErrandKind,
  errand: Errand | null,
  step: Step,
  now: number,
): readonly ErrandEvent[] {
  const aim = { errand: kind, network: 'x', part: 0 } as const
  const stage = errand?.stage.is
  if ('says' in step) {
    const end: ErrandEvent =
      kind === 'post'
        ? { type: 'posted', ...aim, ...post, how: 'told' }
        : { type: 'done', ...aim, how: 'told' }
    const event: ErrandEvent = step.says === 'done' ? end : { type: 'released', ...aim }
    const may =
      stage === undefined ? step.says === 'done' : mayFollowInErrand[stage].includes(event.type)
    return may ? [event] : []
  }
  const due = errand === null ? { owed: 'begin', from: now } : errandDue(errand, now)
  if (due === null || due.from > now) return []
  switch (due.owed) {
    case 'look':
      return step.sees === 'found'
        ? [{ type: 'posted', ...aim, ...post, how: 'found' }]
        : [{ type: 'looked', ...aim, sighting: step.sees }]
    case 'begin': {
      const attempt = (errand?.attempts ?? 0) + 1
      return [{ type: 'begun', ...aim, attempt, target: { post: '8' }, hash: 'f' }]
    }
    default: {
      if (errand === null) return []
      return [endOfAttempt(errand, outcomeOf(kind, step.does), now)]
    }
  }
}

const kinds = fc.constantFrom(...(Object.keys(errandKinds) as ErrandKind[]))

test('what must not be repeated is never begun again after a doubt without a look and a release', () => {
  fc.assert(
    fc.property(steps, (taken) => {
      let since: ErrandEvent[] | null = null
      for (const { event } of livedThrough('post', taken)) {
        if (event.type === 'in-doubt') since = []
        else since?.push(event)
        if (event.type === 'begun' && since !== null) {
          expect(since.map(({ type }) => type)).toEqual(
            expect.arrayContaining(['looked', 'released']),
          )
          expect(since.at(-2)).toMatchObject({ type: 'looked', sighting: 'absent' })
          since = null
        }
      }
    }),
    { numRuns: 2_000 },
  )
})

test('what may be repeated ends in doubt three times at most before a person says a word', () => {
  fc.assert(
    fc.property(steps, (taken) => {
      let doubts = 0
      for (const { event, after } of livedThrough('hide', taken)) {
        if (event.type === 'in-doubt') doubts += 1
        if (event.type === 'released') doubts = 0
        expect(doubts).toBeLessThanOrEqual(3)
        expect(after.stage.is === 'unsettled').toBe(doubts === 3 && event.type === 'in-doubt')
        expect(after.stage.is).not.toBe('in-doubt')
      }
    }),
    { numRuns: 1_000 },
  )
})

test('attempts are counted, and each has one end', () => {
  fc.assert(
    fc.property(kinds, steps, (kind, taken) => {
      let begun = 0
      let open = false
      for (const { event, after } of livedThrough(kind, taken)) {
        if (event.type === 'begun') {
          expect(open).toBe(false)
          begun += 1
          open = true
          expect(event.attempt).toBe(begun)
        } else open = false
        expect(after.attempts).toBe(begun)
        expect(after.stage.is === 'under-way').toBe(open)
        expect(aimOf(after)).toEqual({ errand: kind, network: 'x', part: 0 })
      }
    }),
    { numRuns: 1_000 },
  )
})

test('something is owed, from an instant that comes, or a person has the word, or it is done', () => {
  fc.assert(
    fc.property(kinds, steps, (kind, taken) => {
      for (const { after, now } of livedThrough(kind, taken)) {
        const due = errandDue(after, now)
        const rests = ['unsettled', 'refused', 'done'].includes(after.stage.is)
        expect(due === null).toBe(rests)
        if (due === null) continue
        // Nobody waits longer than the longest wait, whatever the clock did.
        expect(due.from).toBeLessThanOrEqual(now + 15 * 60_000)
        expect(errandDue(after, now)).toEqual(due)
        const then = errandDue(after, due.from)
        expect(then).toEqual(
          after.stage.is === 'under-way' || after.stage.is === 'free'
            ? { ...due, from: due.from }
            : due,
        )
        expect(errandDue(after, now - 7_200_000)?.from).toBeLessThanOrEqual(now)
      }
    }),
    { numRuns: 1_000 },
  )
})

test('what is done stays done', () => {
  fc.assert(
    fc.property(kinds, steps, (kind, taken) => {
      let isDone = false
      for (const { after } of livedThrough(kind, taken)) {
        expect(isDone).toBe(false)
        isDone = after.stage.is === 'done'
      }
    }),
    { numRuns: 500 },
  )
})
