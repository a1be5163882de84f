// Whatever people do in whatever order, and however the network fails: what must never happen.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Content } from '../../src/core/content.ts'
import type { Command, Person } from '../../src/core/decide.ts'
import { due } from '../../src/core/due.ts'
import { replay } from '../../src/core/evolve.ts'
import { messages } from '../../src/core/messages.ts'
import { hasEnded, type Recorded } from '../../src/core/proposal.ts'
import { anna, ben, guest, monday, petra, post, theNumber, thread, vera } from '../support/lives.ts'
import { faults, isAgreedOn, office, type Office } from '../support/office.ts'

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

const runs = { numRuns: 1_500 }

/** Lives through a day, act by act; `check` sees the office after each. */
function always(check: (office: Office) => void): void {
  fc.assert(
    fc.property(proposals, days, ([content, author], day) => {
      const it = office(content, author)
      for (const act of day) {
        act(it)
        check(it)
      }
    }),
    runs,
  )
}

const approvals: Recorded['type'][] = ['approved', 'released']

describe('whatever happens', () => {
  test('nothing goes out twice, unapproved, too early or again by itself; nothing throws', () => {
    // The office itself throws as soon as one of these happens.
    always((office) => {
      expect(office.timeline.map(({ part }) => part)).toEqual([
        ...new Set(office.timeline.map(({ part }) => part)),
      ])
    })
  })

  test('what is public was approved by somebody else, word by word', () => {
    always(({ life }) => {
      for (const [index, event] of life.entries()) {
        if (event.type === 'posted') expect(isAgreedOn(life.slice(0, index))).toBe(true)
      }
    })
  })

  test('after a Stopp nothing begins until an officer approves or releases again', () => {
    always(({ life }) => {
      const stop = life.findLastIndex(
        (event) =>
          event.type === 'stopped' || (event.type === 'held' && event.because === 'stopped'),
      )
      const afterwards = stop === -1 ? [] : life.slice(stop)
      const begun = afterwards.findIndex(({ type }) => type === 'sending')
      if (begun === -1) return
      expect(afterwards.slice(0, begun).some(({ type }) => approvals.includes(type))).toBe(true)
    })
  })

  test('an end is final', () => {
    fc.assert(
      fc.property(proposals, days, ([content, author], day) => {
        const it = office(content, author)
        let end: string | null = null
        for (const act of day) {
          act(it)
          if (end !== null) expect(it.proposal().stage.is).toBe(end)
          if (hasEnded(it.proposal())) {
            end = it.proposal().stage.is
            expect(due(it.proposal(), it.now() + 10 * 3_600_000)).toBeNull()
          }
        }
      }),
      runs,
    )
  })

  test('every event has the next position, and replaying them tells the same', () => {
    always((office) => {
      expect(office.life.map(({ position }) => position)).toEqual(office.life.map((_, i) => i + 1))
      expect(replay(theNumber, office.life)).toEqual(office.proposal())
    })
  })

  test('every message has its own key and keeps it', () => {
    always(({ life }) => {
      const keysOf = (events: readonly Recorded[]) =>
        messages(theNumber, events).map(({ key }) => key)
      const keys = keysOf(life)
      expect(new Set(keys).size).toBe(keys.length)
      expect(keys).toEqual(expect.arrayContaining(keysOf(life.slice(0, -1))))
    })
  })

  test('the live card shows the whole life, and every version has a card', () => {
    always((office) => {
      const { life } = office
      const cards = messages(theNumber, life).filter((message) => message.kind === 'card')
      expect(cards.map((card) => card.version)).toEqual(
        Array.from({ length: office.version() }, (_, index) => office.version() - index),
      )
      expect(cards[0]?.shows).toBe(life.length)
    })
  })

  test('nothing is forgotten: what has not ended is due, will be due, or is asked of a person', () => {
    always((office) => {
      const { stage } = office.proposal()
      const isWithPeople = stage.is === 'submitted' || stage.is === 'check-needed'
      if (hasEnded(office.proposal()) || isWithPeople) return
      expect(due(office.proposal(), office.now() + 10 * 3_600_000)).not.toBeNull()
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
