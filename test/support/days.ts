// Days in an office as fast-check makes them up: who asks what, what the network does, what the clock shows.
import * as fc from 'fast-check'
import type { Content } from '../../src/core/content.ts'
import type { Command } from '../../src/core/proposal/command.ts'
import type { Person } from '../../src/core/people.ts'
import { picture, anna, answer, ben, guest, monday, petra, post, thread, vera } from './lives.ts'
import { faults, office, type Office } from './core-office.ts'

export type Act = (office: Office) => void

const anybody = fc.constantFrom(anna, ben, petra, petra, vera, vera, vera, guest)
export const via = fc.constantFrom('button' as const, 'reaction' as const)
const words = fc.constantFrom(null, '', 'Warum?')

export const contents = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<Content>(post(), post({ topic: 'lage' })) },
  { weight: 4, arbitrary: fc.constantFrom<Content>(thread(2), thread(3)) },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Content>(answer(), answer({ text: thread(2).text })),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Content>(
      post({ pictures: [picture(), picture({ altText: 'Ein Kran.' })] }),
      { ...thread(2), pictures: [picture({ part: 1 })] },
      post({ cosigners: ['vs'] }),
    ),
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
    fc.tuple(contents, fc.boolean()).map(([content, releases]) => ({
      ...{ do: 'revise', version, content, form: 'form-2', releases },
    })),
  ),
  often(
    2,
    fc
      .tuple(fc.constantFrom(null, monday('10:30'), monday('12:00')), fc.boolean())
      .map(([plannedAt, stock]) => ({ do: 'reschedule', version, plannedAt, stock })),
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
  often(
    2,
    via.map((via) => ({ do: 'cosign', version, departments: ['vs'], via })),
  ),
  often(1, fc.constant({ do: 'withdraw-cosignature', version })),
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

export const pauses = fc.constantFrom(
  1,
  15_000,
  35_000,
  60_000,
  61_000,
  61_000,
  15 * 60_000,
  61 * 60_000,
)

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

export const lives = fc.tuple(contents, fc.constantFrom(anna, petra), beginnings, days)

/** An office in which a proposal was just made, and the day that follows. */
export function opened([content, author, begin, day]: [Content, Person, Act, readonly Act[]]) {
  const it = office(content, author)
  return { it, acts: [begin, ...day] }
}
