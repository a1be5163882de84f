// What people and the desk may do to a measure, and what comes of it.
import { describe, expect, test } from 'vitest'
import {
  decideMeasure,
  decideMeasureForDesk,
  proposeMeasure,
  type MeasureCommand,
  type MeasureDecision,
  type MeasureDeskCommand,
} from '../../../src/core/measure/decide.ts'
import {
  addressGone,
  isOver,
  measureKinds,
  type Measure,
  type MeasureDraft,
  type MeasureEvent,
} from '../../../src/core/measure/measure.ts'
import type { Person } from '../../../src/core/people.ts'
import { anna, ben, guest, monday, petra, vera } from '../../support/lives.ts'
import { begun, hide, measured, proposal, show, type Happened } from '../../support/measures.ts'
import { cells, rows } from '../../support/table.ts'

const now = monday('12:00')
const day = 86_400_000
const draft: MeasureDraft = {
  kind: 'verbergen',
  rule: 1,
  milder: ['hinweis'],
  informed: false,
  reviewOn: null,
}
const about = {
  conversation: 7,
  network: 'x',
  mention: 12,
  version: 2,
  reason: 'Pauschale Beleidigung.',
} as const

const hidden: Happened[] = [
  proposal(),
  { type: 'approved' },
  begun('hide'),
  { type: 'done', ...hide, how: 'sent' },
  { type: 'taken' },
]
const doubt = (act: typeof hide, attempt: number): MeasureEvent[] => [
  begun(act.errand === 'hide' ? 'hide' : 'show', attempt),
  { type: 'in-doubt', ...act, because: 'timeout' },
]
const refused = (
  act: typeof hide,
  because: 'no-permission' | 'target-missing' = 'no-permission',
): MeasureEvent => ({ type: 'refused', ...act, because, status: 403, detail: 'no' })
const block = proposal({ kind: 'blockieren', reviewOn: now + day })
const lift: MeasureEvent = { type: 'lift-wanted' }
const tellDone: MeasureCommand = { do: 'tell-done' }

/** What happened, or why not: "approved", "done taken", "measure-moved-on". */
function inAWord(decided: MeasureDecision): string {
  return 'refused' in decided ? decided.refused : decided.events.map(({ type }) => type).join(' ')
}

const stages: Record<string, readonly Happened[]> = {
  proposed: [proposal()],
  rejected: [proposal(), { type: 'rejected' }],
  withdrawn: [proposal(), { type: 'withdrawn' }],
  approved: [proposal(), { type: 'approved' }],
  hiding: [proposal(), { type: 'approved' }, begun('hide')],
  'not taken': [
    proposal(),
    { type: 'approved' },
    begun('hide'),
    { type: 'not-sent', ...hide, because: 'rate-limit', until: null },
  ],
  'in doubt': [proposal(), { type: 'approved' }, ...doubt(hide, 1)],
  unsettled: [proposal(), { type: 'approved' }, ...[1, 2, 3].flatMap((n) => doubt(hide, n))],
  refused: [proposal(), { type: 'approved' }, begun('hide'), refused(hide)],
  gone: [proposal(), { type: 'approved' }, begun('hide'), refused(hide, 'target-missing')],
  'in force': hidden,
  lifting: [...hidden, lift],
  showing: [...hidden, lift, begun('show')],
  'show refused': [...hidden, lift, begun('show'), refused(show)],
  'show gone': [...hidden, lift, begun('show'), refused(show, 'target-missing')],
  lifted: [
    ...hidden,
    lift,
    begun('show'),
    { type: 'done', ...show, how: 'sent' },
    { type: 'lifted' },
  ],
  lapsed: [...hidden, lift, begun('show'), refused(show, 'target-missing'), { type: 'lapsed' }],
  'block approved': [block, { type: 'approved' }],
  'block in force': [block, { type: 'approved' }, { type: 'taken' }],
  'block lifting': [block, { type: 'approved' }, { type: 'taken' }, lift],
  'hint given': [proposal({ kind: 'hinweis' }), { type: 'taken' }],
}

const commands: Record<string, MeasureCommand> = {
  approve: { do: 'approve' },
  reject: { do: 'reject' },
  withdraw: { do: 'withdraw' },
  done: { do: 'tell-done' },
  gone: { do: 'tell-gone' },
  again: { do: 'try-again' },
  lift: { do: 'lift' },
  informed: { do: 'tell-informed' },
  review: { do: 'review', next: now + day },
}

const deskCommands: Record<string, MeasureDeskCommand> = {
  begin: { do: 'begin' },
  end: { do: 'record-end', attempt: 1, outcome: { outcome: 'done' } },
  crash: { do: 'record-crash' },
  remind: { do: 'remind-of-review' },
}

function at(stage: string): Measure {
  const steps = stages[stage]
  if (steps === undefined) throw new Error(`no stage is called "${stage}"`)
  return measured(...steps)
}

function known<Known>(all: Record<string, Known>, name: string): Known {
  const one = all[name]
  if (one === undefined) throw new Error(`nothing is called "${name}"`)
  return one
}

const dash = (cell: string) => (cell === '-' ? 'measure-moved-on' : cell)

// A cell is what happens; a dash means that the measure has moved on.
const officers = `
  | stage          | approve  | reject   | withdraw    | done        | gone   | again    | lift        | informed | review   |
  | proposed       | approved | rejected | withdrawn   | -           | -      | -        | -           | informed | -        |
  | rejected       | -        | -        | -           | -           | -      | -        | -           | -        | -        |
  | withdrawn      | -        | -        | -           | -           | -      | -        | -           | -        | -        |
  | approved       | -        | -        | withdrawn   | -           | -      | -        | -           | informed | -        |
  | hiding         | -        | -        | lift-wanted | -           | -      | -        | -           | informed | -        |
  | not taken      | -        | -        | withdrawn   | -           | -      | -        | -           | informed | -        |
  | in doubt       | -        | -        | lift-wanted | -           | -      | -        | -           | informed | -        |
  | unsettled      | -        | -        | lift-wanted | done taken  | -      | released | -           | informed | -        |
  | refused        | -        | -        | withdrawn   | done taken  | -      | released | -           | informed | -        |
  | gone           | -        | -        | withdrawn   | done taken  | lapsed | released | -           | informed | -        |
  | in force       | -        | -        | -           | -           | -      | -        | lift-wanted | informed | reviewed |
  | lifting        | -        | -        | -           | -           | -      | -        | -           | informed | -        |
  | showing        | -        | -        | -           | -           | -      | -        | -           | informed | -        |
  | show refused   | -        | -        | -           | done lifted | -      | released | -           | informed | -        |
  | show gone      | -        | -        | -           | done lifted | lapsed | released | -           | informed | -        |
  | lifted         | -        | -        | -           | -           | -      | -        | -           | informed | -        |
  | lapsed         | -        | -        | -           | -           | -      | -        | -           | informed | -        |
  | block approved | -        | -        | withdrawn   | taken       | -      | -        | -           | informed | -        |
  | block in force | -        | -        | -           | -           | -      | -        | lift-wanted | informed | reviewed |
  | block lifting  | -        | -        | -           | lifted      | -      | -        | -           | informed | -        |
  | hint given     | -        | -        | -           | -           | -      | -        | -           | informed | reviewed |
`

const desk = `
  | stage          | begin | end         | crash    | remind     |
  | proposed       | -     | -           | -        | -          |
  | rejected       | -     | -           | -        | -          |
  | withdrawn      | -     | -           | -        | -          |
  | approved       | begun | -           | -        | -          |
  | hiding         | -     | done taken  | in-doubt | -          |
  | not taken      | begun | -           | -        | -          |
  | in doubt       | begun | -           | -        | -          |
  | unsettled      | -     | -           | -        | -          |
  | refused        | -     | -           | -        | -          |
  | gone           | -     | -           | -        | -          |
  | in force       | -     | -           | -        | -          |
  | lifting        | begun | -           | -        | -          |
  | showing        | -     | done lifted | in-doubt | -          |
  | show refused   | -     | -           | -        | -          |
  | show gone      | -     | -           | -        | -          |
  | lifted         | -     | -           | -        | -          |
  | lapsed         | -     | -           | -        | -          |
  | block approved | -     | -           | -        | -          |
  | block in force | -     | -           | -        | -          |
  | block lifting  | -     | -           | -        | -          |
  | hint given     | -     | -           | -        | -          |
`

test.each(cells(officers))('$row, an officer: $heading', ({ row, heading, cell }) => {
  const decided = decideMeasure(at(row), known(commands, heading), petra, now)
  expect(inAWord(decided)).toBe(dash(cell))
})

test.each(cells(desk))('$row, the desk: $heading', ({ row, heading, cell }) => {
  const decided = decideMeasureForDesk(at(row), known(deskCommands, heading), now)
  expect(inAWord(decided)).toBe(dash(cell))
})

test('no stage is missing in the tables', () => {
  for (const table of [officers, desk]) {
    expect(rows(table).map(({ stage }) => stage)).toEqual(Object.keys(stages))
  }
})

describe('four eyes', () => {
  const petras = measured({ event: proposal(), by: petra })
  const annas = at('proposed')
  test.each<[string, Measure, MeasureCommand, Person, string]>([
    ['an officer approves what staff proposed', annas, { do: 'approve' }, petra, 'approved'],
    ['an officer does not approve her own', petras, { do: 'approve' }, petra, 'own'],
    ['nor reject it', petras, { do: 'reject' }, petra, 'own'],
    ['another one does', petras, { do: 'approve' }, vera, 'approved'],
    ['staff do not', annas, { do: 'approve' }, ben, 'not-an-officer'],
    ['nor reject', annas, { do: 'reject' }, ben, 'not-an-officer'],
    ['who proposed it takes it back', annas, { do: 'withdraw' }, anna, 'withdrawn'],
    ['others do not', annas, { do: 'withdraw' }, ben, 'not-yours'],
    ['an officer may', annas, { do: 'withdraw' }, vera, 'withdrawn'],
    ['staff do not lift', at('in force'), { do: 'lift' }, anna, 'not-an-officer'],
    ['staff tell that it is done', at('block approved'), { do: 'tell-done' }, anna, 'taken'],
    ['and that the post is gone', at('gone'), { do: 'tell-gone' }, anna, 'lapsed'],
    ['and want it tried again', at('refused'), { do: 'try-again' }, anna, 'released'],
    ['and tell the person', at('in force'), { do: 'tell-informed' }, anna, 'informed'],
    ['and look again', at('in force'), { do: 'review', next: null }, anna, 'reviewed'],
  ])('%s', (_, measure, command, by, expected) => {
    expect(inAWord(decideMeasure(measure, command, by, now))).toBe(expected)
  })

  test.each(Object.entries(commands))('guests do nothing: %s', (_, command) => {
    expect(inAWord(decideMeasure(annas, command, guest, now))).toBe('outsider')
  })
})

describe('a button pressed as things were a while ago', () => {
  test.each<[string, MeasureCommand, string, string, string]>([
    ['hidden by hand is not shown by hand', { do: 'tell-done' }, 'refused', 'show refused', '-'],
    ['a block done is not a block undone', tellDone, 'block approved', 'block lifting', '-'],
    ['nor is hiding showing', { do: 'try-again' }, 'refused', 'show refused', '-'],
    ['gone while hiding, looked at while showing', { do: 'tell-gone' }, 'gone', 'show gone', '-'],
    ['the same stage, the same meaning', tellDone, 'unsettled', 'refused', 'done taken'],
    ['holding back always holds back', { do: 'withdraw' }, 'proposed', 'in doubt', 'lift-wanted'],
    ['who was told was told', { do: 'tell-informed' }, 'proposed', 'in force', 'informed'],
  ])('%s', (_, command, before, after, expected) => {
    const decided = decideMeasure(at(after), command, petra, now, at(before))
    expect(inAWord(decided)).toBe(dash(expected))
  })

  test('each time to look again is looked at once', () => {
    const steps = [...known(stages, 'block in force'), { type: 'review-due' } as const]
    const before = measured(...steps)
    const after = measured(...steps, { type: 'reviewed', next: now + 9 * day })
    const again = decideMeasure(after, { do: 'review', next: now + 10 * day }, anna, now, before)
    expect(again).toEqual({ refused: 'measure-moved-on', now: 'in-force' })
  })

  test('who may not do it reads that first', () => {
    const decided = decideMeasure(at('lifting'), { do: 'tell-done' }, guest, now, at('approved'))
    expect(inAWord(decided)).toBe('outsider')
  })
})

describe('proposing', () => {
  test.each<[string, Partial<MeasureDraft>, string]>([
    ['hiding waits for a second person', {}, 'proposed'],
    ['a hint is on record at once', { kind: 'hinweis' }, 'proposed taken'],
    ['so is a report to the network', { kind: 'melden' }, 'proposed taken'],
    ['off topic is no reason to hide', { rule: 8 }, 'rule-only-hint'],
    ['but for a hint', { rule: 8, kind: 'hinweis' }, 'proposed taken'],
    ['hiding needs milder means', { milder: [] }, 'milder-missing'],
    ['a hint does not', { milder: [], kind: 'hinweis' }, 'proposed taken'],
    ['a block needs a day to look again', { kind: 'blockieren' }, 'review-missing'],
    ['so does muting', { kind: 'stummschalten' }, 'review-missing'],
    ['with one it is proposed', { kind: 'blockieren', reviewOn: now + 1 }, 'proposed'],
    ['that day is not today', { kind: 'blockieren', reviewOn: now }, 'review-past'],
    ['not even for a hint', { kind: 'hinweis', reviewOn: now }, 'review-past'],
  ])('%s', (_, changes, expected) => {
    const decided = proposeMeasure({ ...draft, ...changes }, about, 'form-1', anna, now)
    expect(inAWord(decided)).toBe(expected)
  })

  test('outsiders do not, and nobody without a reason', () => {
    expect(inAWord(proposeMeasure(draft, about, 'f', guest, now))).toBe('outsider')
    const without = { ...about, reason: ' \n' }
    expect(inAWord(proposeMeasure(draft, without, 'f', anna, now))).toBe('reason-missing')
  })

  test('history has the form and what was read, but not a word of the reason', () => {
    const decided = proposeMeasure(draft, about, 'form-1', anna, now)
    const { reason, ...target } = about
    const proposed = { type: 'proposed', form: 'form-1', ...draft, ...target }
    expect(decided).toEqual({ events: [proposed] })
    expect(JSON.stringify(decided)).not.toContain(reason)
  })
})

describe('reviews', () => {
  test('the next one lies ahead', () => {
    const measure = at('in force')
    expect(inAWord(decideMeasure(measure, { do: 'review', next: now }, petra, now))).toBe(
      'review-past',
    )
    const decided = decideMeasure(measure, { do: 'review', next: now + 1 }, petra, now)
    expect(decided).toEqual({ events: [{ type: 'reviewed', next: now + 1 }] })
  })

  test('the desk reminds on that day, once', () => {
    const blocked = at('block in force')
    const remind = (measure: Measure, then: number) =>
      inAWord(decideMeasureForDesk(measure, { do: 'remind-of-review' }, then))
    expect(remind(blocked, now + day - 1)).toBe('measure-moved-on')
    expect(remind(blocked, now + day)).toBe('review-due')
    const reminded = measured(...known(stages, 'block in force'), { type: 'review-due' })
    expect(remind(reminded, now + day)).toBe('measure-moved-on')
  })

  test('who was told once is not told again', () => {
    const told = measured(proposal({ informed: true }))
    expect(inAWord(decideMeasure(told, { do: 'tell-informed' }, anna, now))).toBe(
      'measure-moved-on',
    )
  })
})

describe('at the network', () => {
  test('the intent names the version that was read, and no address', () => {
    expect(decideMeasureForDesk(at('approved'), { do: 'begin' }, now)).toEqual({
      events: [
        {
          type: 'begun',
          ...hide,
          attempt: 1,
          target: { mention: 12, version: 1 },
          hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        },
      ],
    })
    const [hiding, showing] = ['not taken', 'lifting'].map((stage) =>
      decideMeasureForDesk(at(stage), { do: 'begin' }, now),
    )
    expect(hiding).toMatchObject({ events: [{ ...hide, attempt: 2 }] })
    expect(showing).toMatchObject({ events: [{ ...show, attempt: 1 }] })
    const hashOf = (decided: MeasureDecision | undefined) =>
      decided !== undefined && 'events' in decided && decided.events[0]?.type === 'begun'
        ? decided.events[0].hash
        : ''
    expect(hashOf(hiding)).not.toBe(hashOf(showing))
  })

  test('nothing is begun before its time', () => {
    const waiting = at('not taken')
    const tooEarly = monday('10:03') + 15 * 60_000 - 1
    expect(inAWord(decideMeasureForDesk(waiting, { do: 'begin' }, tooEarly))).toBe(
      'measure-moved-on',
    )
    expect(inAWord(decideMeasureForDesk(waiting, { do: 'begin' }, tooEarly + 1))).toBe('begun')
  })

  test('an end belongs to its attempt', () => {
    const late = { do: 'record-end', attempt: 2, outcome: { outcome: 'done' } } as const
    expect(inAWord(decideMeasureForDesk(at('hiding'), late, now))).toBe('measure-moved-on')
  })

  test.each([
    [{ outcome: 'not-sent', because: 'no-credit', until: null } as const, 'not-sent'],
    [{ outcome: 'unknown', because: 'timeout' } as const, 'in-doubt'],
    [addressGone, 'refused'],
  ])('what the network answered is on record: %j', (outcome, expected) => {
    const end: MeasureDeskCommand = { do: 'record-end', attempt: 1, outcome }
    expect(inAWord(decideMeasureForDesk(at('hiding'), end, now))).toBe(expected)
    expect(inAWord(decideMeasureForDesk(at('showing'), end, now))).toBe(expected)
  })

  test('hiding that ends after it was withdrawn never was in force', () => {
    const withdrawn = measured(...known(stages, 'hiding'), lift)
    const end: MeasureDeskCommand = {
      do: 'record-end',
      attempt: 1,
      outcome: { outcome: 'done' },
    }
    expect(inAWord(decideMeasureForDesk(withdrawn, end, now))).toBe('done')
    const shown = measured(...known(stages, 'hiding'), lift, { type: 'done', ...hide, how: 'sent' })
    expect(decideMeasureForDesk(shown, { do: 'begin' }, now)).toMatchObject({
      events: [{ type: 'begun', ...show, attempt: 1 }],
    })
    expect(shown.takenAt).toBeNull()
  })
})

test('every kind of measure comes to an end or stays in force', () => {
  for (const kind of measureKinds) {
    const measure = measured(proposal({ kind }), { type: 'approved' }, { type: 'taken' })
    expect(isOver(measure)).toBe(false)
    expect(measure.takenAt).toBe(monday('10:02'))
  }
})
