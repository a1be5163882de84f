import { describe, expect, test } from 'vitest'
import type { Conversation } from '../../../src/core/conversation/conversation.ts'
import {
  conversationDue,
  conversationRests,
  deadlineOf,
  evidenceNotice,
} from '../../../src/core/conversation/due.ts'
import {
  conversationAfter,
  edits,
  erased,
  happens,
  officeHours,
  replies,
  writes,
  type Happening,
} from '../../support/conversations.ts'
import { anna, ben, monday, petra } from '../../support/lives.ts'

const day = 24 * 3_600_000
const tuesday = (time: string) => monday(time) + day
const retention = { afterClosing: 30 * day, afterReceipt: 90 * day }
const rules = { hours: officeHours, retention }
const due = (conversation: Conversation, now: number) => conversationDue(conversation, now, rules)

const reminded = (of: 'half' | 'full', mention = 1) => happens({ type: 'reminded', mention, of })
const noted = (at: number, mentions = [1]) => happens({ type: 'noted', mentions }, { by: anna, at })
const waits = (until: number, mentions = [1]) =>
  happens(
    { type: 'set-waiting', mentions, for: 'buerger', fachamt: null, until },
    { by: anna, at: monday('10:30') },
  )

describe('the answer', () => {
  test('is due within one working day of service hours', () => {
    expect(deadlineOf(conversationAfter(writes()), officeHours)).toEqual({
      half: monday('13:30'),
      full: tuesday('10:00'),
    })
  })

  test('is due on Monday for who wrote on Friday, and from the opening for who wrote at night', () => {
    const friday = monday('15:00') - 3 * day
    expect(deadlineOf(conversationAfter(writes({ at: friday })), officeHours)?.full).toBe(
      monday('15:00'),
    )
    expect(deadlineOf(conversationAfter(writes({ at: monday('03:00') })), officeHours)).toEqual({
      half: monday('12:30'),
      full: monday('16:00'),
    })
  })

  test('is not due once it is closed, and anew when the citizen writes again', () => {
    const closed = [writes(), noted(monday('11:00'))] as const
    expect(deadlineOf(conversationAfter(...closed), officeHours)).toBeNull()
    const again = writes({ mention: 2, at: monday('12:00') })
    expect(deadlineOf(conversationAfter(...closed, again), officeHours)?.full).toBe(
      tuesday('12:00'),
    )
  })

  test('is due for the oldest that waits; what came later keeps its own time', () => {
    const both = [writes(), writes({ mention: 2, at: monday('12:00') })] as const
    expect(deadlineOf(conversationAfter(...both), officeHours)?.full).toBe(tuesday('10:00'))
    const first = conversationAfter(...both, noted(monday('12:30')))
    expect(deadlineOf(first, officeHours)?.full).toBe(tuesday('12:00'))
  })

  test('is not due for what waits for its day, but for what came since', () => {
    const off = [writes(), waits(monday('10:30') + 20 * day)] as const
    expect(deadlineOf(conversationAfter(...off), officeHours)).toBeNull()
    const help = writes({ mention: 2, emergency: true, at: monday('12:00') })
    expect(deadlineOf(conversationAfter(...off, help), officeHours)?.full).toBe(tuesday('12:00'))
  })
})

describe('somebody is reminded', () => {
  const half = { do: 'remind', mention: 1, of: 'half' }
  const full = { do: 'remind', mention: 1, of: 'full' }
  const fresh = conversationAfter(writes())
  test.each([
    ['of half the time', fresh, monday('10:00'), half, monday('13:30')],
    ['at once when half the time has come', fresh, monday('13:30'), half, monday('13:30')],
    ['at once when it was missed', fresh, monday('14:00'), half, monday('14:00')],
    ['not while the office is closed', fresh, monday('16:00'), half, tuesday('09:00')],
    ['of the whole time where both were missed', fresh, tuesday('10:00'), full, tuesday('10:00')],
    [
      'the next morning where the office is closed',
      fresh,
      tuesday('20:00'),
      half,
      tuesday('09:00') + day,
    ],
    [
      'of the whole time after half of it',
      conversationAfter(writes(), reminded('half')),
      monday('14:00'),
      full,
      tuesday('10:00'),
    ],
    [
      'also of what somebody has',
      conversationAfter(writes(), happens({ type: 'claimed', from: null }, { by: anna })),
      monday('14:00'),
      half,
      monday('14:00'),
    ],
    [
      'of the newer one when the older one is settled',
      conversationAfter(
        writes(),
        writes({ mention: 2, at: monday('12:00') }),
        reminded('full'),
        noted(monday('12:30')),
      ),
      monday('13:00'),
      { ...half, mention: 2 },
      monday('15:30'),
    ],
    [
      'of what came since it waits for its day',
      conversationAfter(
        writes(),
        waits(monday('10:30') + 20 * day),
        writes({ mention: 2, at: monday('12:00') }),
      ),
      monday('13:00'),
      { ...half, mention: 2 },
      monday('15:30'),
    ],
  ] as const)('%s', (_, conversation, now, owed, from) => {
    expect(due(conversation, now)).toEqual({ owed, from })
  })

  test.each([
    ['the whole time was told', conversationAfter(writes(), reminded('half'), reminded('full'))],
    [
      'it was told of the oldest alone',
      conversationAfter(writes(), writes({ mention: 2 }), reminded('full')),
    ],
    ['it is closed', conversationAfter(writes(), noted(monday('11:00')))],
    ['it stands in the list of a flood', conversationAfter(writes({ collected: true }))],
  ])('no more where %s', (_, conversation) => {
    expect(due(conversation, tuesday('12:00'))?.owed.do).toBe('erase')
  })

  test('of a Wiedervorlage when its time has come, once and in service hours', () => {
    const waiting = [writes(), waits(tuesday('12:00'))] as const
    const at = (now: number) => due(conversationAfter(...waiting), now)
    const owed = { do: 'resubmit' }
    expect(at(monday('11:00'))).toEqual({ owed, from: tuesday('12:00') })
    expect(at(tuesday('12:00'))).toEqual({ owed, from: tuesday('12:00') })
    expect(at(tuesday('17:00'))).toEqual({ owed, from: tuesday('09:00') + day })
    const told = conversationAfter(...waiting, happens({ type: 'resubmitted' }))
    expect(due(told, tuesday('13:00'))?.owed.do).toBe('erase')
  })
})

describe('evidence', () => {
  // A Tuesday: three and fourteen days before it the office is closed and open.
  const until = monday('12:00') + 85 * day
  const held = happens({ type: 'evidence-held', mention: 1, evidence: 3, until }, { by: petra })
  const told = (days: number) => happens({ type: 'evidence-reminded', evidence: 3, days })
  const brought = (now: number, ...more: ReturnType<typeof told>[]) =>
    due(conversationAfter(writes(), noted(monday('11:00')), held, erased(1), ...more), now)
  const remind = (days: number) => ({ do: 'remind-of-evidence', evidence: 3, days })

  test('is brought up fourteen days and three days before its date, once each, when the office is open', () => {
    expect(evidenceNotice).toEqual([3, 14])
    expect(brought(monday('12:00'))).toEqual({ owed: remind(14), from: until - 14 * day })
    expect(brought(until - 14 * day, told(14))).toMatchObject({ owed: remind(3) })
    // Saturday: it can wait for Monday.
    expect(brought(until - 3 * day, told(14))?.from).toBe(until - day - 3 * 3_600_000)
    expect(brought(until - day, told(14))).toEqual({ owed: remind(3), from: until - day })
    expect(brought(until - 3 * day, told(14), told(3))).toBeNull()
  })

  test('that nobody was told of in time is brought up once, for the nearer date', () => {
    expect(brought(until - 2 * 3_600_000)?.owed).toEqual(remind(3))
    expect(brought(until + 5 * day)).toMatchObject({ owed: remind(3), from: until - 3 * day })
  })

  test('is brought up at night rather than too late', () => {
    const night = happens(
      { type: 'evidence-held', mention: 1, evidence: 3, until: tuesday('08:00') },
      { by: petra },
    )
    const conversation = conversationAfter(writes(), noted(monday('11:00')), night)
    const late = due(conversation, monday('20:00'))
    expect(late).toMatchObject({ owed: remind(3) })
    expect(late?.from).toBeLessThanOrEqual(monday('20:00'))
  })

  test('of several mentions is brought up each for itself, the nearer one first', () => {
    const other = happens({
      type: 'evidence-held',
      mention: 2,
      evidence: 4,
      until: until + 90 * day,
    })
    const both = [writes(), writes({ mention: 2 }), held, other, erased(1, 2)] as const
    const now = until - 3 * day
    expect(due(conversationAfter(...both), now)?.owed).toEqual(remind(3))
    expect(due(conversationAfter(...both, told(3)), now)).toMatchObject({
      owed: { evidence: 4, days: 14 },
    })
  })
})

describe("citizens' words are erased", () => {
  const first = monday('10:00')
  const closedAt = monday('11:00')
  const owed = (conversation: Conversation, now: number) => {
    const next = due(conversation, now)
    return next?.owed.do === 'erase' ? [next.owed.mentions, next.from] : null
  }

  test('thirty days after closing', () => {
    const closed = conversationAfter(writes(), noted(closedAt))
    expect(owed(closed, closedAt)).toEqual([[1], closedAt + 30 * day])
    expect(owed(closed, closedAt + 31 * day)).toEqual([[1], closedAt + 30 * day])
  })

  test('ninety days after receipt at the latest, each for itself', () => {
    const late = writes({ mention: 2, at: first + 10 * day })
    const open = conversationAfter(writes(), reminded('full'), late, reminded('full', 2))
    expect(owed(open, first + 89 * day)).toEqual([[1], first + 90 * day])
    expect(owed(open, first + 100 * day)).toEqual([[1, 2], first + 90 * day])
  })

  test('ninety days after receipt although it was closed only yesterday', () => {
    const closed = conversationAfter(writes(), noted(first + 89 * day))
    expect(owed(closed, first + 89 * day)).toEqual([[1], first + 90 * day])
  })

  test('once', () => {
    const closed = conversationAfter(writes(), writes({ mention: 2 }), noted(closedAt, [1, 2]))
    expect(owed(closed, closedAt)).toEqual([[1, 2], closedAt + 30 * day])
    const half = conversationAfter(
      writes(),
      writes({ mention: 2 }),
      noted(closedAt, [1, 2]),
      erased(1),
    )
    expect(owed(half, closedAt)).toEqual([[2], closedAt + 30 * day])
  })

  test('although a copy is held as evidence', () => {
    const until = first + 400 * day
    const held = happens({ type: 'evidence-held', mention: 1, evidence: 3, until })
    const closed = conversationAfter(writes(), held, noted(closedAt))
    expect(owed(closed, closedAt)).toEqual([[1], closedAt + 30 * day])
  })

  test('not because a clock was put back: what just came stays', () => {
    expect(owed(conversationAfter(writes(), reminded('full')), first - day)).toEqual([
      [1],
      first + 90 * day,
    ])
  })

  test('not too early because somebody has it: only an end is an end', () => {
    const claimed = happens({ type: 'claimed', from: null }, { by: ben, at: first })
    const open = conversationAfter(writes(), claimed, reminded('full'))
    expect(owed(open, first + day)).toEqual([[1], first + 90 * day])
  })
})

test('a conversation rests when it is settled, decided and without a word', () => {
  const held = happens(
    { type: 'evidence-held', mention: 1, evidence: 3, until: monday('12:00') },
    { by: petra },
  )
  const ended = happens({ type: 'evidence-ended', evidence: 3, decision: 'released' })
  const rests = (...steps: readonly Happening[]) => conversationRests(conversationAfter(...steps))
  expect(rests(writes())).toBe(false)
  expect(rests(writes(), noted(monday('11:00')))).toBe(false)
  expect(rests(writes(), noted(monday('11:00')), erased(1))).toBe(true)
  expect(rests(writes(), erased(1))).toBe(true)
  expect(rests(writes(), writes({ mention: 2 }), erased(1))).toBe(false)
  expect(rests(writes(), held, erased(1))).toBe(false)
  expect(rests(writes(), held, erased(1), ended)).toBe(true)
  expect(rests(writes(), replies(7), erased(1))).toBe(false)
  expect(rests(writes(), edits(), noted(monday('11:00')), erased(1))).toBe(true)
})
