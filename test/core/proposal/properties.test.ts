// Whatever people do in whatever order, and however the network fails: what must never happen.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Content } from '../../../src/core/content.ts'
import type { Command } from '../../../src/core/proposal/decide.ts'
import type { Person } from '../../../src/core/people.ts'
import { due } from '../../../src/core/proposal/due.ts'
import { replay } from '../../../src/core/proposal/evolve.ts'
import { letters } from '../../../src/core/proposal/letters.ts'
import { endOf, type End, type Recorded } from '../../../src/core/proposal/proposal.ts'
import {
  anna,
  answer,
  ben,
  guest,
  monday,
  petra,
  post,
  theNumber,
  thread,
  vera,
} from '../../support/lives.ts'
import { isAgreedOn, isConsent, isVersion } from '../../support/agreed.ts'
import { faults, office, type Office } from '../../support/core-office.ts'

type Act = (office: Office) => void

const anybody = fc.constantFrom(anna, ben, petra, petra, vera, vera, vera, guest)
const via = fc.constantFrom('button' as const, 'reaction' as const)
const words = fc.constantFrom(null, '', 'Warum?')

const contents = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<Content>(post(), post({ topic: 'lage' })) },
  { weight: 4, arbitrary: fc.constantFrom<Content>(thread(2), thread(3)) },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Content>(answer(), answer({ text: thread(2).text })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Content>(post({ plannedAt: monday('10:30') }), {
      ...thread(2),
      plannedAt: monday('11:00'),
    }),
  },
)

const often = (weight: number, arbitrary: fc.Arbitrary<Command>) => ({ weight, arbitrary })
const version = 0

/** What people ask for; the version is filled in when they ask. */
const commands: fc.Arbitrary<Command> = fc.oneof(
  often(
    16,
    via.map((via) => ({ do: 'approve', version, via, since: null })),
  ),
  often(
    4,
    via.map((via) => ({ do: 'stop', version, via })),
  ),
  often(
    3,
    contents.map((content) => ({ do: 'revise', version, content, form: 'form-2' })),
  ),
  often(
    1,
    fc.tuple(via, words).map(([via, reason]) => ({ do: 'reject', version, reason, via })),
  ),
  often(
    1,
    fc.tuple(via, words).map(([via, question]) => ({ do: 'ask', version, question, via })),
  ),
  often(1, fc.constant({ do: 'give-reason', reason: 'Zu früh' })),
  often(1, fc.constant({ do: 'withdraw' })),
)

/** For how long a reaction may have waited on the card for the desk. */
const waits = fc.constantFrom(0, 0, 0, 30 * 60_000, 59.5 * 60_000, 90 * 60_000)

/** Mostly they saw the version that counts, sometimes the one before. */
const asks: fc.Arbitrary<Act> = fc
  .tuple(anybody, commands, fc.constantFrom(0, 0, 0, 0, 0, 1), waits)
  .map(([by, command, back, waited]) => (office) => {
    const seen = 'version' in command ? { version: office.version() - back } : {}
    const isReaction = 'via' in command && command.via === 'reaction'
    office.ask({ by, command: { ...command, ...seen }, waited: isReaction ? waited : 0 })
  })

const pauses = fc.constantFrom(1, 15_000, 35_000, 60_000, 61_000, 61_000, 15 * 60_000, 61 * 60_000)

/** Some time passes, and then the desk does what is due, in whatever weather. */
const settles: fc.Arbitrary<Act> = fc
  .record({
    pause: pauses,
    faults: fc.array(fc.constantFrom(...faults), { maxLength: 4, size: 'max' }),
    sights: fc.array(fc.constantFrom('clear' as const, 'unreadable' as const), { maxLength: 3 }),
    late: fc.constantFrom(0, 20_000, 200_000),
  })
  .map(({ pause, ...weather }) => (office) => {
    office.wait(pause)
    office.settle(weather)
  })

const idles: fc.Arbitrary<Act> = pauses.map((pause) => (office) => {
  office.wait(pause)
})

const clocks: fc.Arbitrary<Act> = fc
  .constantFrom(-2 * 3_600_000, -60_000, 0, 0, 60_000, 2 * 3_600_000)
  .map((ms) => (office) => {
    office.setClock(ms)
  })

const happenings: fc.Arbitrary<Act> = fc.constantFrom<Act>(
  (office) => {
    office.answer()
  },
  (office) => {
    office.crash()
  },
  (office) => {
    office.stopEverything()
  },
  (office) => {
    office.changeMention()
  },
  (office) => {
    office.loseMention()
  },
  (office) => {
    office.loseApprover()
  },
)

const answers: fc.Arbitrary<Act> = fc
  .tuple(fc.constantFrom(anna, petra, vera, vera), fc.boolean())
  .map(([by, isHonest]) => (office) => {
    if (isHonest) office.lookAndAnswer(by)
    else office.releaseBlindly(by)
  })

const days: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: asks },
    { weight: 12, arbitrary: settles },
    { weight: 1, arbitrary: idles },
    { weight: 1, arbitrary: clocks },
    { weight: 4, arbitrary: happenings },
    { weight: 4, arbitrary: answers },
  ),
  { minLength: 10, maxLength: 60, size: 'max' },
)

/** Most days begin with an approval: what is never sent has little to tell. */
const beginnings: fc.Arbitrary<Act> = fc.constantFrom(true, true, true, false).map((isApproved) => {
  return (office) => {
    const command: Command = { do: 'approve', version: 1, via: 'button', since: null }
    if (isApproved) office.ask({ by: vera, command })
  }
})

const lives = fc.tuple(contents, fc.constantFrom(anna, petra), beginnings, days)

/** An office in which a proposal was just made, and the day that follows. */
function opened([content, author, begin, day]: [Content, Person, Act, readonly Act[]]) {
  const it = office(content, author)
  return { it, acts: [begin, ...day] }
}

const runs = { numRuns: 1_000 }

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
    const refusals = ['stopped', 'held', 'rejected', 'withdrawn', 'revised', 'rebound', 'expired']
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
        const approval = before.findLast(({ type }) => type === 'approved')
        const version = approval?.type === 'approved' ? approval.version : 0
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
        const since = consent?.type === 'approved' ? consent.since : (consent?.at ?? 0)
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
