// Before an election some kinds of posts need a reason and two approvals; and some offices let harmless posts of their
// own go out after one.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { approvalStands, isEnough } from '../../../src/core/proposal/approve.ts'
import type { Command, Rules } from '../../../src/core/proposal/command.ts'
import { decide } from '../../../src/core/proposal/decide.ts'
import { decideForDesk } from '../../../src/core/proposal/decide-for-desk.ts'
import { replay } from '../../../src/core/proposal/evolve.ts'
import type { Recorded } from '../../../src/core/proposal/proposal.ts'
import { read } from '../../../src/core/proposal/draft.ts'
import { letters } from '../../../src/core/proposal/letters.ts'
import { turnOf } from '../../../src/core/proposal/turn.ts'
import { occasionOf, twiceApprovedIn, type HouseRules } from '../../../src/core/house-rules.ts'
import type { Person } from '../../../src/core/people.ts'
import { inAWord, undo } from '../../support/decisions.ts'
import { due } from '../../support/owed.ts'
import {
  after,
  anna,
  answer,
  approved,
  approvedOnce,
  ben,
  held,
  life,
  mended,
  monday,
  petra,
  post,
  proposed,
  resumed,
  revised,
  stopped,
  theNumber,
  thread,
  vera,
  type Step,
} from '../../support/lives.ts'

const zone = 'Europe/Berlin'
const house: HouseRules = {
  zone,
  preElection: [
    { name: 'Wahl', from: '2026-11-23', until: '2026-11-30', kinds: ['post', 'thread'] },
  ],
  selfApproval: [],
}
const alone: HouseRules = { zone, preElection: [], selfApproval: ['post'] }
const ten = monday('10:15')
const occasion = 'Die Straße ist ab morgen gesperrt.'
const carla: Person = { actor: 77, standing: 'officer' }
const because = proposed({ occasion })

function says(
  steps: readonly Step[],
  by: Person,
  command: Partial<Command> & { do: Command['do'] },
  rules: Partial<Rules> = { house },
): string {
  const proposal = after(...steps)
  const version = proposal.versions.length
  const whole = { version, via: 'button', since: null, ...command } as Command
  return inAWord(decide(proposal, whole, by, { now: ten, undo, ...rules }))
}

const yes = { do: 'approve' } as const
const unstop = { do: 'stop', via: 'reaction' } as const

describe('before an election', () => {
  test('two different officers approve, and neither wrote it', () => {
    expect(says([because], petra, yes)).toBe('approved-once')
    expect(says([because, approvedOnce()], petra, yes)).toBe('approved-once')
    expect(
      decide(
        after(because, approvedOnce()),
        { do: 'approve', version: 1, via: 'button', since: null },
        petra,
        { now: ten, undo, house },
      ),
    ).toMatchObject({ refused: 'approved-once', until: '2026-11-30' })
    expect(says([because, approvedOnce()], vera, yes)).toBe('approved')
    expect(says([because, approvedOnce()], anna, yes)).toBe('not-an-officer')
    expect(says([proposed({ by: vera, occasion }), approvedOnce()], vera, yes)).toBe('own')
  })

  test('nobody approves what nobody has said the occasion of', () => {
    expect(says([proposed()], petra, yes)).toBe('occasion-missing')
    expect(says([proposed({ occasion: '  ' })], petra, yes)).toBe('occasion-missing')
  })

  test('what counts is when it goes out: its planned time, or now', () => {
    const late = [proposed({ plannedAt: Date.parse('2026-12-01T09:00:00Z') })]
    expect(says(late, petra, yes)).toBe('approved')
    // The last day is included, in the office's zone.
    const before = [proposed({ plannedAt: Date.parse('2026-11-30T22:59:00Z') })]
    expect(says(before, petra, yes)).toBe('occasion-missing')
    const next = [proposed({ plannedAt: Date.parse('2026-11-30T23:00:00Z') })]
    expect(says(next, petra, yes)).toBe('approved')
    // The time for undoing begins a minute before the first day.
    const evening = Date.parse('2026-11-22T22:59:30Z')
    expect(says([proposed()], petra, yes, { house, now: evening })).toBe('occasion-missing')
  })

  test('an approval binds one version, the first one too', () => {
    const steps = [because, approvedOnce(), revised({ text: 'Neu' })]
    expect(after(...steps).first).toBeNull()
    expect(says(steps, vera, yes)).toBe('approved-once')
  })

  test('the first can take theirs back, by reaction or button, and others hold it back by Stopp', () => {
    const steps = [because, approvedOnce({ via: 'reaction' })]
    expect(says(steps, petra, unstop)).toBe('stopped')
    expect(says(steps, vera, unstop)).toBe('not-yours')
    expect(says(steps, ben, { do: 'stop' })).toBe('stopped')
    const undone = [...steps, stopped({ via: 'reaction' })]
    expect(after(...undone).first).toBeNull()
    expect(says(undone, vera, yes)).toBe('approved-once')
    expect(says([because], petra, { do: 'stop' })).toBe('not-approved')
  })

  test('after both, each can take back the reaction they gave', () => {
    const steps = [because, approvedOnce({ via: 'reaction' }), approved({ by: vera })]
    expect(says(steps, petra, unstop)).toBe('stopped')
    expect(says(steps, vera, unstop)).toBe('not-yours')
    expect(after(...steps, stopped({ via: 'reaction' })).stage).toMatchObject({ is: 'submitted' })
  })

  test('the first hears that somebody else took it back', () => {
    const notes = letters(theNumber, life(because, approvedOnce(), stopped({ by: ben })))
    expect(notes.flatMap((one) => (one.kind === 'note' ? [one.to] : []))).toEqual([petra.actor])
  })

  test('both stand, and it is enough; one is not', () => {
    const both = after(because, approvedOnce(), approved({ by: vera }))
    expect(both.approval).toMatchObject({ by: vera.actor, first: { by: petra.actor } })
    expect(approvalStands(both)).toBe(true)
    expect(isEnough(both, { now: ten, undo, house })).toBe(true)
    const one = after(because, approved())
    expect(isEnough(one, { now: ten, undo, house })).toBe(false)
    expect(isEnough(one, { now: ten, undo })).toBe(true)
    const unsaid = after(proposed(), approvedOnce(), approved({ by: vera }))
    expect(isEnough(unsaid, { now: ten, undo, house })).toBe(false)
  })

  test('the same person twice, or the author first, is no second pair of eyes', () => {
    expect(after(because, approvedOnce(), approved()).approval?.first).toBeNull()
    expect(approvalStands(after(because, approvedOnce({ by: anna }), approved()))).toBe(false)
  })

  test('what waited past the first day is held, and released only once it is decided anew', () => {
    const steps = [proposed(), approved()]
    const decided = decideForDesk(after(...steps), { do: 'hold', because: 'approval-missing' }, ten)
    expect(inAWord(decided)).toBe('held')
    const waits = [...steps, held('approval-missing')]
    expect(says(waits, vera, { do: 'release' })).toBe('nothing-to-check')
    const content = post({ occasion })
    expect(says(waits, anna, { do: 'revise', content, form: 'f' })).toBe('revised')
    expect(says(waits, anna, { do: 'revise', content: post(), form: 'f' })).toBe('revised')
  })

  test('whoever releases what was late keeps another one beside them', () => {
    const late = [because, approvedOnce(), approved({ by: vera }), held('late')]
    for (const [by, other] of [
      [petra, vera],
      [vera, petra],
    ] as const) {
      expect(says(late, by, { do: 'release' })).toBe('resumed')
      const { approval } = after(...late, resumed({ by }))
      expect(approval).toMatchObject({ by: by.actor, first: { by: other.actor } })
    }
    expect(says([because, approved(), held('late')], vera, { do: 'release' })).toBe(
      'approval-missing',
    )
  })

  test('a small correction is no second officer', () => {
    const steps = [because, mended({ text: 'Ohne Fehler' })]
    const revise = {
      do: 'revise',
      content: post({ text: 'x' }),
      form: 'f',
      releases: true,
    } as const
    expect(says([because], petra, revise)).toBe('two-officers')
    expect(says(steps, anna, yes)).toBe('two-officers')
    expect(says(steps, vera, yes)).toBe('approved-once')
  })

  test('moving it there needs the occasion, and both decide anew', () => {
    const later = Date.parse('2026-12-03T09:00:00Z')
    const there = Date.parse('2026-11-27T09:00:00Z')
    const move = { do: 'reschedule', plannedAt: there, stock: false } as const
    expect(says([proposed({ plannedAt: later }), approved()], petra, move)).toBe('occasion-missing')
    const known = [proposed({ plannedAt: later, occasion }), approved()]
    expect(says(known, petra, move)).toBe('rescheduled')
    expect(says(known, petra, { ...move, plannedAt: null, stock: true })).toBe('rescheduled')
  })

  test('it is the turn of those who have not approved yet', () => {
    const proposal = after(because, approvedOnce())
    const turn = (person: Person) => turnOf(proposal, { ...person, departments: [] })
    expect([petra, vera, anna].map(turn)).toEqual(['others', 'now', 'others'])
  })

  test('what warns, corrects and answers is not meant unless it is named', () => {
    for (const one of [answer(), post({ kind: 'correction', reason: 'Falsches Datum' })]) {
      expect(twiceApprovedIn(one, ten, house)).toBeNull()
    }
    const named: HouseRules = {
      ...house,
      preElection: [{ ...house.preElection[0]!, kinds: ['reply', 'correction'] }],
    }
    expect(says([proposed(answer())], petra, yes, { house: named })).toBe('approved-once')
    expect(occasionOf(post({ kind: 'correction', reason: 'Falsch' }))).toBe('Falsch')
    expect(twiceApprovedIn(thread(2), ten, house)?.name).toBe('Wahl')
    expect(twiceApprovedIn(post(), ten, named)).toBeNull()
  })

  test('of two periods the longer one is told', () => {
    const second = { ...house.preElection[0]!, name: 'Zweite', until: '2026-12-24' }
    const both = { ...house, preElection: [second, ...house.preElection] }
    expect(twiceApprovedIn(post(), ten, both)?.name).toBe('Zweite')
  })

  test('the form asks for the occasion where it is missing', () => {
    const draft = {
      ...{ text: 'Neu', topic: 'verkehr', link: '', noLinkBecause: 'Keine Seite' },
      ...{ date: null, time: null },
    }
    const weigh = () => ({ length: 1, limit: 280, links: [], accidentalLinks: [], valid: true })
    const scales = { now: ten, zone, weigh, house }
    expect(read(draft, scales)).toEqual({
      flaws: [{ field: 'occasion', flaw: 'no-occasion', until: '2026-11-30' }],
    })
    expect(read({ ...draft, occasion: ` ${occasion}` }, scales)).toMatchObject({
      content: { occasion },
    })
    expect(read({ ...draft, stock: true }, scales)).toHaveProperty('content')
    expect(read(draft, { ...scales, house: alone })).toHaveProperty('content')
  })
})

/** Whether two officers who did not write it have agreed on the last version since somebody last said no, told from the
 * raw history alone. */
function isAgreedByTwo(all: readonly Recorded[]): boolean {
  const versions = all.filter((event) => 'content' in event)
  const words = versions.filter(({ type }) => type !== 'rescheduled')
  const no = all.findLastIndex((event) => 'content' in event || event.type === 'stopped')
  const yes = all
    .slice(no + 1)
    .filter(({ type }) => ['approved-once', 'approved', 'resumed'].includes(type))
    .map(({ actor }) => actor)
    .filter((actor) => actor === petra.actor || actor === vera.actor || actor === carla.actor)
    .filter((actor) => actor !== words[0]?.actor && actor !== words.at(-1)?.actor)
  return new Set(yes).size >= 2
}

test('whatever people do in whatever order, nothing leaves before two officers agreed', () => {
  const people = fc.constantFrom(anna, ben, petra, vera, carla)
  const via = fc.constantFrom('button' as const, 'reaction' as const)
  const words = fc.constantFrom('Eins', 'Zwei', 'Drei')
  const plannedAt = fc.constantFrom(null, monday('12:00'))
  const acts = fc.oneof(
    { weight: 6, arbitrary: fc.record({ do: fc.constant('approve'), via }) },
    fc.record({ do: fc.constant('stop'), via }),
    fc.record({ do: fc.constant('ask'), via, question: fc.constant('Warum?') }),
    fc.record({
      do: fc.constant('revise'),
      content: words.map((text) => post({ text, occasion })),
      releases: fc.boolean(),
      form: fc.constant('f'),
    }),
    fc.record({ do: fc.constant('reschedule'), plannedAt, stock: fc.boolean() }),
    fc.record({ do: fc.constant('release') }),
    fc.constantFrom({ do: 'hold', because: 'late' }, { do: 'hold', because: 'approval-missing' }),
  )
  const both: HouseRules = { ...house, selfApproval: ['post', 'thread'] }
  const rules = { now: ten, undo, house: both }
  let left = 0
  fc.assert(
    fc.property(
      people,
      fc.array(fc.tuple(people, acts), { minLength: 12, maxLength: 30 }),
      (author, said) => {
        const all: Recorded[] = [...life(proposed({ by: author, occasion }))]
        for (const [by, act] of said) {
          const proposal = replay(theNumber, all)!
          const version = proposal.versions.length
          const decided =
            act.do === 'hold'
              ? decideForDesk(proposal, act, ten)
              : decide(proposal, { version, since: null, ...act } as Command, by, rules)
          for (const event of 'events' in decided ? decided.events : []) {
            const actor = act.do === 'hold' ? 0 : by.actor
            all.push({ ...event, position: all.length + 1, at: ten, actor })
          }
          const after = replay(theNumber, all)!
          const leaves = due(after, monday('11:00'))?.owed.do === 'send' && isEnough(after, rules)
          if (leaves) left += 1
          if (leaves) expect(isAgreedByTwo(all)).toBe(true)
        }
      },
    ),
    { numRuns: 1_000 },
  )
  expect(left).toBeGreaterThan(100)
})

describe('where the office lets harmless posts go out so', () => {
  const own = [proposed({ by: petra })]

  test('an officer approves what they wrote, and that is on record', () => {
    const decided = decide(
      after(...own),
      { do: 'approve', version: 1, via: 'button', since: null },
      petra,
      { now: ten, undo, house: alone },
    )
    expect(decided).toMatchObject({ events: [{ type: 'approved', isOwn: true }] })
    const proposal = after(...own, approved({ isOwn: true }))
    expect(proposal.approval).toMatchObject({ isOwn: true })
    expect(approvalStands(proposal)).toBe(true)
    expect(isEnough(proposal, { now: ten, undo, house: alone })).toBe(true)
  })

  test('only what is named, only an officer, and never without the setting', () => {
    expect(says(own, petra, yes, {})).toBe('own')
    expect(says([proposed()], anna, yes, { house: alone })).toBe('not-an-officer')
    expect(says([proposed({ ...thread(2), by: petra })], petra, yes, { house: alone })).toBe('own')
    const careless: HouseRules = { ...alone, selfApproval: ['reply'] }
    expect(says([proposed({ ...answer(), by: petra })], petra, yes, { house: careless })).toBe(
      'own',
    )
    expect(approvalStands(after(...own, approved()))).toBe(false)
  })

  test('somebody else may approve it as ever, and that is no approval of their own', () => {
    const decided = decide(
      after(...own),
      { do: 'approve', version: 1, via: 'button', since: null },
      vera,
      { now: ten, undo, house: alone },
    )
    expect(decided).toMatchObject({ events: [expect.not.objectContaining({ isOwn: true })] })
  })

  test('before an election nobody approves alone', () => {
    const both = { ...house, selfApproval: ['post'] as const }
    expect(says([proposed({ by: petra, occasion })], petra, yes, { house: both })).toBe('own')
  })

  test('is not enough any more once the office has changed its mind', () => {
    const proposal = after(...own, approved({ isOwn: true }))
    expect(isEnough(proposal, { now: ten, undo })).toBe(false)
  })

  test('it is their turn', () => {
    const turn = (rules: HouseRules) =>
      turnOf(after(...own), { ...petra, departments: [], house: rules })
    expect([turn(alone), turn(house)]).toEqual(['now', 'others'])
  })
})
