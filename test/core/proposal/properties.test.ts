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
  ben,
  guest,
  monday,
  petra,
  post,
  theNumber,
  thread,
  vera,
} from '../../support/lives.ts'
import { faults, isAgreedOn, office, type Office } from '../../support/core-office.ts'

type Act = (office: Office) => void

const anybody = fc.constantFrom(anna, ben, petra, petra, vera, vera, vera, guest)
const via = fc.constantFrom('button' as const, 'reaction' as const)
const words = fc.constantFrom(null, '', 'Warum?')

const contents = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<Content>(post(), post({ topic: 'lage' })) },
  { weight: 4, arbitrary: fc.constantFrom<Content>(thread(2), thread(3)) },
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
    via.map((via) => ({ do: 'approve', version, via })),
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

/** Mostly they saw the version that counts, sometimes the one before. */
const asks: fc.Arbitrary<Act> = fc
  .tuple(anybody, commands, fc.constantFrom(0, 0, 0, 0, 0, 1))
  .map(([by, command, back]) => (office) => {
    const seen = 'version' in command ? { version: office.version() - back } : {}
    office.ask({ by, command: { ...command, ...seen } })
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

const waits: fc.Arbitrary<Act> = pauses.map((pause) => (office) => {
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
    { weight: 1, arbitrary: waits },
    { weight: 1, arbitrary: clocks },
    { weight: 2, arbitrary: happenings },
    { weight: 4, arbitrary: answers },
  ),
  { minLength: 10, maxLength: 60, size: 'max' },
)

const proposals = fc.tuple(contents, fc.constantFrom(anna, petra))

const runs = { numRuns: 1_000 }

/** Lives through a day; `check` sees the office after every act. */
function always(check: (office: Office, end: End | null) => void): void {
  fc.assert(
    fc.property(proposals, days, ([content, author], day) => {
      const it = office(content, author)
      let end: End | null = null
      for (const act of day) {
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
    fc.property(proposals, days, ([content, author], day) => {
      const it = office(content, author)
      for (const act of day) act(it)
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

  test('after a Stopp nothing begins until an officer approves or releases again', () => {
    inTheEnd(({ life }) => {
      let isStopped = false
      for (const event of life) {
        if (event.type === 'stopped') isStopped = true
        if (event.type === 'held' && event.because === 'stopped') isStopped = true
        if (event.type === 'approved' || event.type === 'released') isStopped = false
        if (event.type === 'sending') expect(isStopped).toBe(false)
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

  test('nothing is forgotten: it has ended, is asked of a person, or will be due', () => {
    always((office) => {
      const { stage } = office.proposal()
      const isWithPeople = stage.is === 'submitted' || stage.is === 'check-needed'
      if (isWithPeople || endOf(office.proposal()) !== null) return
      expect(due(office.proposal(), office.now() + tenHours)).not.toBeNull()
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
        it.ask({ by: approver, command: { do: 'approve', version: 1, via } })
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
