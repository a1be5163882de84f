// Days on which the press office took on less or held everything, and the last look at the profile.
import { describe, expect, test } from 'vitest'
import type { Declared, DeclarationEvent } from '../../src/core/declaration/declaration.ts'
import type { ProposalEvent } from '../../src/core/proposal/proposal.ts'
import { officeOf } from '../../src/report/figures/office.ts'
import { prices } from '../../src/networks/x/prices.ts'
import { chargeName } from '../../src/wording/report/tables.ts'
import { fourEyes, profileSaid } from '../../src/wording/report/sentences.ts'
import { approved, figuresFrom, life, proposed, summer } from '../support/quarter.ts'

const zone = 'Europe/Berlin'
const at = (day: string, time = '10:00') => summer(`2026-${day}`, time)
const span = { from: at('07-01', '00:00'), to: at('10-01', '00:00') }
const yellow: Declared = { is: 'capacity', level: 'yellow' }
const red: Declared = { is: 'capacity', level: 'red' }

/** What was declared from an instant until somebody ended it, or until an end that was said. */
function declared(
  number: number,
  what: Declared,
  from: number,
  { until = null, ended = null }: { until?: number | null; ended?: number | null },
) {
  return life<DeclarationEvent>(number, [
    [from, { type: 'declared', declared: what, from, until, reason: '' }],
    [from, { type: 'began' }],
    ...(ended === null ? [] : [[ended, { type: 'ended' }] as const]),
  ])
}

const days = (...declarations: ReturnType<typeof declared>[]) =>
  officeOf({ declarations }, span, { zone, now: at('10-05') })

describe('days', () => {
  test('count from the first to the last, and hours of a day make it one', () => {
    const hours = declared(1, yellow, at('07-06'), { ended: at('07-06', '16:00') })
    const week = declared(2, yellow, at('08-03'), { until: at('08-08', '00:00') })
    expect(days(hours, week)).toMatchObject({ yellow: 6, red: 0 })
  })

  test('count once, with the strictest that held', () => {
    const first = declared(1, yellow, at('07-06'), { ended: at('07-08', '12:00') })
    const then = declared(2, red, at('07-08', '12:00'), { until: at('07-10', '00:00') })
    expect(days(first, then)).toMatchObject({ yellow: 2, red: 2 })
    const crisis = declared(3, { is: 'stop', lets: 'warnings' }, at('09-01'), {
      ended: at('09-02'),
    })
    const stop = declared(4, { is: 'stop', lets: 'nothing' }, at('09-02'), {
      ended: at('09-02', '11:00'),
    })
    expect(days(crisis, stop)).toMatchObject({ crisis: 1, stopped: 1 })
  })

  test('of the span only, also of what began before it and still holds', () => {
    const before = declared(1, red, at('06-01'), { ended: at('07-02', '09:00') })
    expect(days(before)).toMatchObject({ red: 2 })
    const open = declared(1, yellow, at('09-29'), {})
    expect(days(open)).toMatchObject({ yellow: 2 })
    const running = officeOf({ declarations: [open] }, span, { zone, now: at('09-29', '18:00') })
    expect(running).toMatchObject({ yellow: 1 })
  })

  test('of what was ended before it began are none', () => {
    const planned = life<DeclarationEvent>(1, [
      [
        at('07-01'),
        { type: 'declared', declared: red, from: at('07-20'), until: null, reason: '' },
      ],
      [at('07-02'), { type: 'ended' }],
    ])
    expect(days(planned)).toMatchObject({ red: 0 })
  })
})

test('the last look at the profile is the last until the end of the span', () => {
  const has = { imprint: true, privacy: true, hours: false, 'no-emergency': true, automated: true }
  const look = (number: number, on: number) => declared(number, { is: 'profile', has }, on, {})
  expect(days(look(1, at('06-01')), look(2, at('08-03')), look(3, at('10-02'))).profile).toEqual({
    at: at('08-03'),
    missing: 1,
  })
  expect(days().profile).toBeNull()
  expect(profileSaid({ day: '03.08.2026', missing: 1 })).toMatch(
    'zuletzt am 03.08.2026 geprüft; eine Angabe fehlte.',
  )
})

test('every charge of X has a German name in the report', () => {
  for (const charge of Object.keys(prices)) expect(chargeName(charge)).not.toBe(charge)
})

test('what officers approved of their own is counted, and four eyes are not claimed for it', () => {
  const own = life<ProposalEvent>(1, [
    [at('07-06'), proposed()],
    [at('07-06'), { ...approved(at('07-06')), isOwn: true } as ProposalEvent],
  ])
  const other = life<ProposalEvent>(2, [
    [at('07-06'), proposed()],
    [at('07-06'), approved(at('07-06'))],
  ])
  const { proposals } = figuresFrom({ proposals: [own, other] })
  expect(proposals).toMatchObject({ approved: 2, selfApproved: 1 })
  expect(fourEyes(1)).toContain('mit Ausnahme von einer Eigenfreigabe')
  expect(fourEyes(0)).not.toContain('Ausnahme')
})
