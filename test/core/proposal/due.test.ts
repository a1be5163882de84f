import { describe, expect, test } from 'vitest'
import { lookAfter } from '../../../src/core/errand.ts'
import { latestDelay } from '../../../src/core/proposal/due.ts'
import {
  after,
  approved,
  ben,
  doubted,
  held,
  looked,
  lookedInVain,
  monday,
  notSent,
  proposed,
  released,
  reminded,
  revised,
  sending,
  stopped,
} from '../../support/lives.ts'
import { due, owed, owedAt } from '../../support/owed.ts'
import { stages } from '../../support/stages.ts'

const minute = 60_000

describe('sending', () => {
  test('begins at the very millisecond it was approved for', () => {
    const steps = [proposed(), approved({ sendAt: monday('10:16') })]
    expect(owedAt(steps, monday('10:15:59.999'), monday('10:16'))).toEqual([null, 'send'])
  })

  test('an embargo until 14:00 is never broken at 13:59:59.999', () => {
    const steps = [proposed({ plannedAt: monday('14:00') }), approved()]
    expect(owedAt(steps, monday('13:59:59.999'), monday('14:00'))).toEqual([null, 'send'])
  })

  test('is asked of a person when it is more than an hour late', () => {
    const steps = [proposed(), approved({ sendAt: monday('10:16') })]
    expect(owedAt(steps, monday('11:16'), monday('11:16:00.001'))).toEqual(['send', 'hold'])
    expect(owed(steps, monday('11:16:00.001'))).toEqual({ do: 'hold', because: 'late' })
  })

  test('goes on at once when a person released what was late', () => {
    const steps = [proposed(), approved(), held('late'), released({ at: monday('18:00') })]
    expect(owedAt(steps, monday('18:00'), monday('19:00'))).toEqual(['send', 'send'])
    expect(owed(steps, monday('19:00:00.001'))).toEqual({ do: 'hold', because: 'late' })
  })

  test('waits for the embargo even when a person released it before, and is not late then', () => {
    const planned = proposed({ plannedAt: monday('14:00') })
    const steps = [planned, approved(), held('stopped'), released({ at: monday('10:15') })]
    const times = [monday('10:15'), monday('13:59:59.999'), monday('14:00'), monday('15:00')]
    expect(owedAt(steps, ...times)).toEqual([null, null, 'send', 'send'])
    expect(after(...steps).stage).toMatchObject({ sendAt: monday('14:00') })
  })

  test('does not wait for a clock that was put back to be there again', () => {
    const steps = [proposed(), approved({ at: monday('10:15'), sendAt: monday('10:16') })]
    expect(owedAt(steps, monday('09:16'), monday('10:15'), monday('10:16'))).toEqual([
      'send',
      null,
      'send',
    ])
  })

  test('keeps the embargo whatever the clock did', () => {
    const planned = proposed({ plannedAt: monday('14:00') })
    const steps = [planned, approved({ at: monday('13:30') })]
    expect(due(after(...steps), monday('12:30'))).toEqual({
      owed: { do: 'send' },
      from: monday('14:00'),
    })
  })

  test('is late on the hour, whatever the network wants', () => {
    const steps = [proposed(), approved({ sendAt: monday('10:00') }), sending(monday('10:50'))]
    const waiting = notSent('rate-limit', { at: monday('10:50') })
    expect(due(after(...steps, waiting), monday('10:50'))).toEqual({
      owed: { do: 'hold', because: 'late' },
      from: monday('11:00:00.001'),
    })
  })

  test('what is not what was approved is held', () => {
    const steps = [proposed(), approved({ hash: 'of another text' })]
    expect(owed(steps, monday('10:15'))).toEqual({ do: 'hold', because: 'changed' })
  })

  test('what changed is held no sooner than it would be sent', () => {
    const steps = [proposed(), approved({ hash: 'of another text', sendAt: monday('10:16') })]
    expect(owedAt(steps, monday('10:15:59.999'))).toEqual([null])
  })
})

describe('an approval that comes late', () => {
  const planned = proposed({ plannedAt: monday('14:00') })

  test('by a reaction found within an hour still counts', () => {
    const at = { at: monday('14:30'), sendAt: monday('14:31') }
    const steps = [planned, approved({ via: 'reaction', since: monday('13:00'), ...at })]
    expect(owedAt(steps, monday('14:31'), monday('15:00'))).toEqual(['send', 'send'])
  })

  test('by a reaction found hours later asks: it may have been put there before', () => {
    const at = { at: monday('18:00'), sendAt: monday('18:01') }
    const steps = [planned, approved({ via: 'reaction', since: monday('13:00'), ...at })]
    expect(owed(steps, monday('18:00'))).toEqual({ do: 'hold', because: 'late' })
  })

  test('by a reaction that was certainly put there after the planned time is meant now', () => {
    const at = { at: monday('18:00'), sendAt: monday('18:01') }
    const steps = [planned, approved({ via: 'reaction', since: monday('17:59'), ...at })]
    expect(owedAt(steps, monday('18:01'), monday('19:00'))).toEqual(['send', 'send'])
    expect(owed(steps, monday('19:00:00.001'))).toEqual({ do: 'hold', because: 'late' })
  })

  test('by a reaction that may have waited for more than an hour asks', () => {
    const at = { at: monday('18:00'), sendAt: monday('18:01') }
    const waited = (since: string) => [
      proposed(),
      approved({ via: 'reaction', since: monday(since), ...at }),
    ]
    expect(owed(waited('16:58'), monday('18:00'))).toEqual({ do: 'hold', because: 'late' })
    expect(due(after(...waited('16:59:59.999')), monday('18:00'))).toEqual({
      owed: { do: 'hold', because: 'late' },
      from: monday('18:01'),
    })
    expect(owedAt(waited('17:00'), monday('18:00'), monday('18:01'))).toEqual([null, 'send'])
  })

  test('the time in which it can be undone makes nothing late', () => {
    const at = { at: monday('18:00'), sendAt: monday('19:00') }
    const steps = [proposed(), approved({ via: 'reaction', since: monday('17:59'), ...at })]
    expect(owedAt(steps, monday('18:59:59.999'), monday('19:00'))).toEqual([null, 'send'])
  })

  test('by a reaction that waited is in time where the planned time is yet to come', () => {
    const steps = [planned, approved({ via: 'reaction', since: monday('08:00') })]
    expect(owedAt(steps, monday('13:59:59.999'), monday('15:00'))).toEqual([null, 'send'])
  })

  test('by a button is meant now', () => {
    const stop = stopped({ at: monday('14:10') })
    const steps = [
      planned,
      approved(),
      stop,
      approved({ at: monday('18:00'), sendAt: monday('18:01') }),
    ]
    expect(owedAt(steps, monday('18:01'), monday('19:01'))).toEqual(['send', 'send'])
  })
})

describe('a network that takes nothing', () => {
  const tried = [proposed(), approved({ sendAt: monday('10:00') }), sending(monday('10:00'))]

  test.each([
    ['rate-limit', '10:15'],
    ['no-credit', '10:15'],
    ['unreachable', '10:01'],
  ] as const)('after "%s" without a time is asked again at %s', (because, time) => {
    const steps = [...tried, notSent(because)]
    expect(owedAt(steps, monday(time) - 1, monday(time))).toEqual([null, 'send'])
  })

  test('is asked again when it said, to the millisecond', () => {
    const steps = [...tried, notSent('rate-limit', { until: monday('10:07:30') })]
    expect(owedAt(steps, monday('10:07:29.999'), monday('10:07:30'))).toEqual([null, 'send'])
  })

  test('is not asked without a pause, even where its clock is behind', () => {
    const steps = [...tried, notSent('rate-limit', { until: monday('09:58') })]
    expect(owedAt(steps, monday('10:00:59.999'), monday('10:01'))).toEqual([null, 'send'])
  })

  test('does not make the hour longer by being tried again', () => {
    const again = [notSent('unreachable'), sending(monday('10:30')), notSent('unreachable')]
    const steps = [...tried, ...again]
    expect(owedAt(steps, monday('11:00'), monday('11:00:00.001'))).toEqual(['send', 'hold'])
  })

  test('is asked again after a quarter of an hour, however long it wants to be left alone', () => {
    const steps = [...tried, notSent('rate-limit', { until: monday('20:00') })]
    expect(owedAt(steps, monday('10:14:59.999'), monday('10:15'))).toEqual([null, 'send'])
  })

  test('is asked again at once when the clock was put back', () => {
    const steps = [...tried, notSent('rate-limit', { at: monday('10:05') })]
    expect(owedAt(steps, monday('09:30'), monday('10:05'))).toEqual(['send', null])
  })

  test('does not send what was not approved', () => {
    const steps = [
      proposed(),
      approved({ hash: 'of another text' }),
      sending(),
      notSent('unreachable'),
    ]
    expect(owed(steps, monday('10:01'))).toEqual({ do: 'hold', because: 'changed' })
  })
})

describe('a doubt', () => {
  const since = monday('10:00')
  const steps = [proposed(), approved(), sending(), doubted('timeout', since)]

  test('is looked at after 15, 50 and 110 seconds, each time to the millisecond', () => {
    expect(owedAt(steps, since + 14_999, since + 15_000)).toEqual([null, 'look'])
    const once = [...steps, looked('absent', since + 15_000)]
    expect(owedAt(once, since + 49_999, since + 50_000)).toEqual([null, 'look'])
    const twice = [...once, looked('unreadable', since + 50_000)]
    expect(owedAt(twice, since + 109_999, since + 110_000)).toEqual([null, 'look'])
  })

  test('that three looks did not settle is a question to a person, not to the clock', () => {
    expect(owedAt([...steps, ...lookedInVain], since + 110_000, since + 24 * 60 * minute)).toEqual([
      null,
      null,
    ])
  })

  test('of an intent nobody knows the end of is settled at once', () => {
    expect(owedAt([proposed(), approved(), sending(since)], since)).toEqual(['settle-crash'])
  })

  test('is looked at once more, at once, when a person wants to send again', () => {
    const again = [...steps, ...lookedInVain, released({ at: monday('12:00') })]
    expect(owedAt(again, monday('12:00'), monday('20:00'))).toEqual(['look', 'look'])
  })

  test('that the last look confirmed is sent at once', () => {
    const sure = [...steps, ...lookedInVain, released({ at: monday('12:00') }), looked()]
    expect(owedAt(sure, monday('12:00'), monday('13:00'))).toEqual(['send', 'send'])
  })

  test('that the last look confirmed hours after the release asks again', () => {
    const look = looked('absent', monday('13:00:00.001'))
    const sure = [...steps, ...lookedInVain, released({ at: monday('12:00') }), look]
    expect(owed(sure, monday('13:00:00.001'))).toEqual({ do: 'hold', because: 'late' })
  })
})

describe('an undecided proposal', () => {
  const planned = proposed({ plannedAt: monday('14:00') })

  test('expires at the planned time', () => {
    const steps = [planned, reminded()]
    expect(owedAt(steps, monday('13:59:59.999'), monday('14:00'))).toEqual([null, 'expire'])
    // Nobody is told that a time comes which is over.
    expect(owedAt([planned], monday('13:59:59.999'), monday('14:00'))).toEqual(['remind', 'expire'])
  })

  test('without a planned time waits as long as it takes', () => {
    expect(owedAt([proposed()], monday('23:59'))).toEqual([null])
  })

  test('whose planned time was taken away waits as long as it takes', () => {
    expect(owedAt([planned, revised({ plannedAt: null })], monday('23:59'))).toEqual([null])
  })

  test('is left alone when somebody stopped it after its time, to correct it', () => {
    const steps = [planned, approved(), stopped({ by: ben, at: monday('14:00:10') })]
    expect(owedAt(steps, monday('14:00:10'), monday('20:00'))).toEqual([null, null])
  })
})

test.each([
  'check, in doubt',
  'check, late',
  'check, changed',
  'check, stopped and not sent',
  'check, stopped, half out',
  'check, approver gone',
  'check, rest refused',
  'check, mention gone',
  'check, by hand',
  'published',
  'rejected',
  'withdrawn',
  'expired',
  'failed',
] as const)('%s: nothing is due, ever', (stage) => {
  expect(owedAt(stages[stage], monday('10:00'), monday('23:59'))).toEqual([null, null])
})

test('the times are those the handbook names', () => {
  expect([latestDelay, ...lookAfter]).toEqual([60 * minute, 15_000, 50_000, 110_000])
})
