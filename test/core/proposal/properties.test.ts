// Whatever people do in whatever order, and however the network fails: what must never happen.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Instant } from '../../../src/core/content.ts'
import type { Person } from '../../../src/core/people.ts'
import { replay } from '../../../src/core/proposal/evolve.ts'
import { letters } from '../../../src/core/proposal/letters.ts'
import { endOf, type End, type Recorded } from '../../../src/core/proposal/proposal.ts'
import { anna, ben, petra, theNumber, vera } from '../../support/lives.ts'
import { isAgreedOn, isConsent, isVersion } from '../../support/agreed.ts'
import { office, type Office } from '../../support/core-office.ts'
import { contents, lives, opened, pauses, via } from '../../support/days.ts'
import { due } from '../../support/owed.ts'

const runs = { numRuns: 700 }

/** Lives through a day; `check` sees the office after every act. */
function always(check: (office: Office, end: End | null) => void): void {
  fc.assert(
    fc.property(lives, (life) => {
      const { it, acts } = opened(life)
      let end: End | null = null
      for (const act of acts) {
        act(it)
        check(it, end)
        end ??= endOf(it.proposal())
      }
    }),
    runs,
  )
}

/** Lives through a day and looks back at its end. */
function inTheEnd(check: (office: Office) => void): void {
  fc.assert(
    fc.property(lives, (life) => {
      const { it, acts } = opened(life)
      for (const act of acts) act(it)
      check(it)
    }),
    runs,
  )
}

const tenHours = 10 * 3_600_000

function isYes(event: Recorded): event is Extract<Recorded, { since: Instant; version: number }> {
  return event.type === 'approved' || event.type === 'confirmed'
}

describe('whatever happens', () => {
  test('nothing goes out twice, unapproved, too early or again by itself, and nothing throws', () => {
    // The office itself throws as soon as one of these happens.
    inTheEnd(({ timeline }) => {
      expect(timeline.map(({ part }) => part)).toEqual(timeline.map((_, part) => part))
    })
  })

  test('what is public was approved by somebody else, word by word', () => {
    inTheEnd(({ life }) => {
      for (const [index, event] of life.entries()) {
        if (event.type === 'posted') expect(isAgreedOn(life.slice(0, index))).toBe(true)
      }
    })
  })

  test('what somebody refused never begins until an officer approves or releases again', () => {
    const refusals = [
      ...['stopped', 'held', 'rejected', 'withdrawn', 'expired'],
      ...['revised', 'mended', 'rescheduled', 'rebound'],
    ]
    inTheEnd(({ life }) => {
      let isRefused = true
      for (const event of life) {
        if (refusals.includes(event.type)) isRefused = true
        if (isConsent(event)) isRefused = false
        if (event.type === 'begun') expect(isRefused).toBe(false)
      }
    })
  })

  test('no part is begun again after a doubt without a release and a look that does not see it', () => {
    inTheEnd(({ life }) => {
      let since: 'nothing' | 'doubt' | 'release' | 'look' = 'nothing'
      for (const event of life) {
        if (event.type === 'begun') expect(['nothing', 'look']).toContain(since)
        if (event.type === 'posted') since = 'nothing'
        if (event.type === 'in-doubt') since = 'doubt'
        if (event.type === 'released') since = 'release'
        if (event.type === 'looked' && since === 'release') {
          since = event.sighting === 'absent' ? 'look' : 'doubt'
        }
      }
    })
  })

  test('an answer is never begun for another version of the mention than was approved', () => {
    inTheEnd(({ life }) => {
      for (const [index, event] of life.entries()) {
        if (event.type !== 'begun' || event.part > 0) continue
        const before = life.slice(0, index)
        const approval = before.findLast(isYes)
        const version = approval !== undefined && isYes(approval) ? approval.version : 0
        expect(event.target).toEqual(before.filter(isVersion)[version - 1]?.content.replyTo)
      }
    })
  })

  test('nothing begins more than an hour after it was due without asking a person', () => {
    inTheEnd(({ life }) => {
      for (const [index, event] of life.entries()) {
        if (event.type !== 'begun' || event.part > 0) continue
        const before = life.slice(0, index)
        const consent = before.findLast(isConsent)
        const planned = before.findLast(isVersion)?.content.plannedAt ?? 0
        const since = consent !== undefined && isYes(consent) ? consent.since : (consent?.at ?? 0)
        // A button is pressed now, and then there is the time to think again.
        expect(event.at - Math.max(since, planned)).toBeLessThanOrEqual(61 * 60_000)
      }
    })
  })

  test('an end is final, and nothing is due afterwards', () => {
    always((office, end) => {
      if (end === null) return
      expect(endOf(office.proposal())).toBe(end)
      expect(due(office.proposal(), office.now() + tenHours)).toBeNull()
    })
  })

  test('nothing is forgotten: it has ended, is asked of a person, or is due at a known time', () => {
    always((office) => {
      const { stage } = office.proposal()
      const isWithPeople = stage.is === 'submitted' || stage.is === 'check-needed'
      if (isWithPeople || endOf(office.proposal()) !== null) return
      expect(due(office.proposal(), office.now())?.from).toBeLessThan(office.now() + tenHours)
    })
  })

  test('what is owed at a time was foreseen at any time before, whatever the clock shows', () => {
    const hour = 3_600_000
    const times = fc.tuple(fc.integer({ min: -3 * hour, max: hour }), pauses)
    fc.assert(
      fc.property(lives, times, (life, [shift, pause]) => {
        const { it, acts } = opened(life)
        for (const act of acts) {
          act(it)
          const early = it.now() + shift
          const later = due(it.proposal(), early + pause)
          if (later === null || later.from > early + pause) continue
          expect(due(it.proposal(), early)?.from).toBeLessThanOrEqual(early + pause)
        }
      }),
      runs,
    )
  })

  test('what is foreseen is owed when its time comes', () => {
    always((office) => {
      const next = due(office.proposal(), office.now())
      if (next === null || next.from <= office.now() || office.isClockPutBack()) return
      const then = due(office.proposal(), next.from)
      expect(then?.owed).toEqual(next.owed)
      expect(then?.from).toBeLessThanOrEqual(next.from)
    })
  })

  test('every event has the next position, and replaying them all tells the same', () => {
    inTheEnd((office) => {
      expect(office.life.map(({ position }) => position)).toEqual(office.life.map((_, i) => i + 1))
      expect(replay(theNumber, office.life)).toEqual(office.proposal())
    })
  })

  test('every message has its own key and keeps it', () => {
    inTheEnd(({ life }) => {
      const keysOf = (events: readonly Recorded[]) =>
        letters(theNumber, events).map(({ key }) => key)
      const keys = keysOf(life)
      expect(new Set(keys).size).toBe(keys.length)
      for (const index of life.keys()) {
        expect(keys).toEqual(expect.arrayContaining(keysOf(life.slice(0, index))))
      }
    })
  })

  test('every version has a card, and the live one shows the whole life', () => {
    inTheEnd((office) => {
      const told = letters(theNumber, office.life)
      const cards = told.filter((message) => message.kind === 'card')
      expect(cards.map(({ version }) => version)).toEqual(
        Array.from({ length: office.version() }, (_, index) => office.version() - index),
      )
      expect(cards[0]?.shows).toBe(office.life.length)
    })
  })
})

describe('in good weather', () => {
  const calm = { faults: [], sights: [], late: 0 }

  test.each<[string, Person, Person]>([
    ['what staff propose', anna, petra],
    ['what an officer proposes', petra, vera],
  ])('%s is public once, in order and to the end', (_, author, approver) => {
    fc.assert(
      fc.property(contents, via, (content, via) => {
        const it = office(content, author)
        it.ask({ by: ben, command: { do: 'cosign', version: 1, departments: ['vs'], via } })
        it.ask({ by: approver, command: { do: 'approve', version: 1, via, since: null } })
        for (let minutes = 0; minutes < 61; minutes += 1) {
          it.settle(calm)
          it.wait(60_000)
        }
        expect(it.proposal().stage.is).toBe('published')
        expect(it.timeline.map(({ part }) => part)).toEqual(
          Array.from({ length: it.length() }, (_, part) => part),
        )
      }),
    )
  })
})
