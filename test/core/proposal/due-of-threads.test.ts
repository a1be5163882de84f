import { describe, expect, test } from 'vitest'
import {
  approved,
  confirmed,
  doubted,
  found,
  held,
  looked,
  lookedInVain,
  monday,
  notSent,
  proposed,
  released,
  sending,
  sent,
  stopped,
  thread,
} from '../../support/lives.ts'
import { owed, owedAt } from '../../support/owed.ts'

describe('the rest of a thread', () => {
  const first = [
    proposed(thread(2)),
    approved({ sendAt: monday('10:00') }),
    sending(monday('10:00')),
  ]

  test('goes out at once after the first part', () => {
    expect(owedAt([...first, sent(monday('10:02'))], monday('10:02'))).toEqual(['send'])
  })

  test('has an hour of its own', () => {
    const steps = [...first, sent(monday('10:59'))]
    expect(owedAt(steps, monday('11:59'), monday('11:59:00.001'))).toEqual(['send', 'hold'])
  })

  test('goes out when the first part was found within the hour', () => {
    const steps = [...first, doubted('crash', monday('10:05')), found(monday('10:06'))]
    expect(owedAt(steps, monday('10:06'), monday('11:00'))).toEqual(['send', 'send'])
    expect(owed(steps, monday('11:00:00.001'))).toEqual({ do: 'hold', because: 'late' })
  })

  test('asks when the first part was found hours later, after the desk was down', () => {
    const steps = [...first, doubted('crash', monday('15:00')), found(monday('15:01'))]
    expect(owed(steps, monday('15:01'))).toEqual({ do: 'hold', because: 'late' })
  })

  test('has the hour of who let it go out late, though its first part was found', () => {
    const late = [held('late', monday('11:01')), released({ at: monday('15:00') })]
    const doubt = [doubted('timeout', monday('15:00')), found(monday('15:01'))]
    const steps = [...first, notSent(), ...late, sending(monday('15:00')), ...doubt]
    expect(owedAt(steps, monday('15:01'), monday('16:00'))).toEqual(['send', 'send'])
    expect(owed(steps, monday('16:00:00.001'))).toEqual({ do: 'hold', because: 'late' })
  })

  test.each([
    ['told of the first part', [confirmed({ at: monday('15:01') })]],
    ['wanted it sent again', [released({ at: monday('15:01') }), found()]],
  ])('goes out when an officer %s, however late', (_, steps) => {
    const doubt = [doubted('crash', monday('10:05')), ...lookedInVain]
    expect(owedAt([...first, ...doubt, ...steps], monday('15:01'))).toEqual(['send'])
  })

  test.each([
    ['sent', [sent()]],
    ['found', [doubted(), found()]],
    ['not taken', [notSent()]],
    ['told', [doubted(), ...lookedInVain, confirmed()]],
  ])('is not due when somebody stopped it before its first part was %s', (_, steps) => {
    expect(owedAt([...first, held('stopped'), ...steps], monday('10:59'), monday('20:00'))).toEqual(
      [null, null],
    )
  })

  test('is not due when somebody stopped it before the last look', () => {
    const doubt = [doubted(), ...lookedInVain, released(), held('stopped')]
    expect(owedAt([...first, ...doubt, looked()], monday('10:59'))).toEqual([null])
    expect(owedAt([...first, ...doubt, found()], monday('10:59'))).toEqual([null])
  })

  test('goes out when an officer released what was stopped', () => {
    const steps = [...first, held('stopped'), sent(), released({ at: monday('12:00') })]
    expect(owedAt(steps, monday('12:00'))).toEqual(['send'])
    const next = [...steps, sending(), notSent('unreachable', { at: monday('12:00') })]
    expect(owedAt(next, monday('12:01'))).toEqual(['send'])
  })

  test('goes out again when what was stopped is approved again', () => {
    const again = [held('stopped'), notSent(), stopped(), approved({ at: monday('12:00') })]
    expect(owedAt([...first, ...again, sending(), sent()], monday('12:00'))).toEqual(['send'])
  })
})
