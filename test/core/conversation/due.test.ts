import { describe, expect, test } from 'vitest'
import {
  deadlineOf,
  evidenceDue,
  evidenceNotice,
  reminderDue,
  retentionDue,
} from '../../../src/core/conversation/due.ts'
import { conversationAfter, happens, officeHours, writes } from '../../support/conversations.ts'
import { anna, monday, petra } from '../../support/lives.ts'

const day = 24 * 3_600_000
const tuesday = (time: string) => monday(time) + day
const reminded = (of: 'half' | 'full' | 'resubmission') => happens({ type: 'reminded', of })
const noted = (at: number) => happens({ type: 'noted' }, { by: anna, at })
const waits = (until: number) =>
  happens({ type: 'set-waiting', for: 'buerger', fachamt: null, until }, { by: anna })

describe('the first answer', () => {
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
})

describe('somebody is reminded', () => {
  const fresh = conversationAfter(writes())
  test.each([
    ['not before half the time is over', fresh, monday('13:30') - 1, null],
    ['at half time', fresh, monday('13:30'), 'half'],
    ['not while the office is closed', fresh, monday('16:00'), null],
    ['still of half the time the next morning', fresh, tuesday('09:00'), 'half'],
    ['at full time', fresh, tuesday('10:00'), 'full'],
    ['not at night', fresh, tuesday('16:00'), null],
    [
      'of half the time once',
      conversationAfter(writes(), reminded('half')),
      tuesday('09:00'),
      null,
    ],
    [
      'of the full time after half',
      conversationAfter(writes(), reminded('half')),
      tuesday('10:00'),
      'full',
    ],
    [
      'of the full time once',
      conversationAfter(writes(), reminded('full')),
      tuesday('12:00'),
      null,
    ],
    [
      'not of half the time after the full',
      conversationAfter(writes(), reminded('full')),
      tuesday('15:59'),
      null,
    ],
    [
      'of nothing that is closed',
      conversationAfter(writes(), noted(monday('11:00'))),
      tuesday('10:00'),
      null,
    ],
    [
      'also of what somebody has',
      conversationAfter(writes(), happens({ type: 'claimed', from: null }, { by: anna })),
      tuesday('10:00'),
      'full',
    ],
  ] as const)('%s', (_, conversation, now, reminder) => {
    expect(reminderDue(conversation, now, officeHours)).toBe(reminder)
  })

  test('anew after the citizen wrote again', () => {
    const again = writes({ mention: 2, at: monday('12:00') })
    const conversation = conversationAfter(
      writes(),
      reminded('half'),
      noted(monday('11:00')),
      again,
    )
    expect(reminderDue(conversation, monday('15:30'), officeHours)).toBe('half')
    expect(reminderDue(conversation, monday('15:30') - 1, officeHours)).toBeNull()
  })

  test('of a Wiedervorlage when its time has come, once and in service hours', () => {
    const waiting = [writes(), waits(tuesday('12:00'))] as const
    const at = (now: number) => reminderDue(conversationAfter(...waiting), now, officeHours)
    expect(at(tuesday('12:00') - 1)).toBeNull()
    expect(at(tuesday('12:00'))).toBe('resubmission')
    expect(at(tuesday('17:00'))).toBeNull()
    expect(at(tuesday('09:00') + day)).toBe('resubmission')
    const told = conversationAfter(...waiting, reminded('resubmission'))
    expect(reminderDue(told, tuesday('13:00'), officeHours)).toBeNull()
  })
})

describe('evidence', () => {
  const until = monday('12:00') + 90 * day
  const held = happens({ type: 'evidence-held', mention: 1, evidence: 3, until }, { by: petra })
  const told = (days: number) => happens({ type: 'evidence-reminded', evidence: 3, days })
  const dueAt = (now: number, ...more: ReturnType<typeof told>[]) =>
    evidenceDue(conversationAfter(writes(), held, ...more), now).map(({ days }) => days)

  test('is brought up fourteen days and three days before its date, once each', () => {
    expect(evidenceNotice).toEqual([3, 14])
    expect(dueAt(until - 14 * day - 1)).toEqual([])
    expect(dueAt(until - 14 * day)).toEqual([14])
    expect(dueAt(until - 14 * day, told(14))).toEqual([])
    expect(dueAt(until - 3 * day - 1, told(14))).toEqual([])
    expect(dueAt(until - 3 * day, told(14))).toEqual([3])
    expect(dueAt(until - 3 * day, told(14), told(3))).toEqual([])
    expect(dueAt(until + 5 * day, told(3))).toEqual([])
    expect(dueAt(until + 5 * day)).toEqual([3])
  })

  test('of several mentions is brought up each for itself', () => {
    const other = happens({
      type: 'evidence-held',
      mention: 2,
      evidence: 4,
      until: until + 90 * day,
    })
    const both = conversationAfter(writes(), writes({ mention: 2 }), held, other)
    expect(evidenceDue(both, until - 14 * day)).toEqual([{ evidence: 3, days: 14 }])
    expect(evidenceDue(both, until + 87 * day)).toEqual([
      { evidence: 3, days: 3 },
      { evidence: 4, days: 3 },
    ])
  })
})

describe("citizens' words are erased", () => {
  const retention = { afterClosing: 30 * day, afterReceipt: 90 * day }
  const first = monday('10:00')
  const closedAt = monday('11:00')

  test('thirty days after closing', () => {
    const closed = conversationAfter(writes(), noted(closedAt))
    expect(retentionDue(closed, closedAt + 30 * day - 1, retention)).toEqual([])
    expect(retentionDue(closed, closedAt + 30 * day, retention)).toEqual([1])
  })

  test('ninety days after receipt at the latest, each for itself', () => {
    const claimed = happens({ type: 'claimed', from: null }, { by: anna, at: first + 5 * day })
    const open = conversationAfter(writes(), claimed, writes({ mention: 2, at: first + 10 * day }))
    expect(retentionDue(open, first + 90 * day - 1, retention)).toEqual([])
    expect(retentionDue(open, first + 90 * day, retention)).toEqual([1])
    expect(retentionDue(open, first + 100 * day, retention)).toEqual([1, 2])
  })

  test('ninety days after receipt although it was closed only yesterday', () => {
    const closed = conversationAfter(writes(), noted(first + 89 * day))
    expect(retentionDue(closed, first + 90 * day, retention)).toEqual([1])
  })

  test('once', () => {
    const erased = happens({ type: 'erased', mention: 1, because: 'retention' })
    const closed = conversationAfter(writes(), writes({ mention: 2 }), noted(closedAt), erased)
    expect(retentionDue(closed, closedAt + 30 * day, retention)).toEqual([2])
  })

  test('although a copy is held as evidence', () => {
    const held = happens({
      type: 'evidence-held',
      mention: 1,
      evidence: 3,
      until: first + 400 * day,
    })
    const closed = conversationAfter(writes(), held, noted(closedAt))
    expect(retentionDue(closed, closedAt + 30 * day, retention)).toEqual([1])
  })
})
