// Another time for the same words: who moves it, and what becomes of its approval.
import { describe, expect, test } from 'vitest'
import type { Instant } from '../../../src/core/content.ts'
import type { Command } from '../../../src/core/proposal/command.ts'
import { letters } from '../../../src/core/proposal/letters.ts'
import { current } from '../../../src/core/proposal/proposal.ts'
import { turnOf } from '../../../src/core/proposal/turn.ts'
import { given, undo } from '../../support/decisions.ts'
import {
  after,
  anna,
  answer,
  approved,
  ben,
  cosigned,
  guest,
  held,
  life,
  monday,
  petra,
  proposed,
  rescheduled,
  revised,
  sending,
  sent,
  theNumber,
  uploaded,
  vera,
  type Step,
} from '../../support/lives.ts'
import { due } from '../../support/owed.ts'

const three = monday('15:00')
const four = monday('16:00')

function moves(plannedAt: Instant | null, version = 1, stock = false): Command {
  return { do: 'reschedule', version, plannedAt, stock }
}

describe('an approval', () => {
  test('stands for the new time, when an officer who did not write it moves it', () => {
    given(proposed({ plannedAt: three }), approved())
      .when(petra, moves(four))
      .then(
        { type: 'rescheduled', isApproved: true },
        { type: 'approved', version: 2, via: 'button', sendAt: four, since: monday('10:15') },
      )
  })

  test('given anew for at once leaves the time for undoing', () => {
    given(proposed({ plannedAt: three }), approved())
      .when(petra, moves(null))
      .then({ type: 'rescheduled' }, { type: 'approved', sendAt: monday('10:15') + undo })
  })

  test('does not stand when anybody else moves it: whoever approved hears of it', () => {
    given(proposed({ plannedAt: three }), approved())
      .when(anna, moves(four))
      .then({ type: 'rescheduled', isApproved: false })
    const moved = life(
      proposed({ plannedAt: three }),
      approved(),
      rescheduled({ by: anna, plannedAt: four }),
    )
    const notes = letters(theNumber, moved).filter(({ kind }) => kind === 'note')
    expect(notes.map((note) => 'to' in note && note.to)).toEqual([petra.actor])
  })

  test('of another officer who moves it is news to nobody', () => {
    const moved = life(
      proposed({ plannedAt: three }),
      approved(),
      rescheduled({ by: vera, plannedAt: four, isApproved: true }),
      approved({ by: vera }),
    )
    expect(letters(theNumber, moved).filter(({ kind }) => kind === 'note')).toEqual([])
  })

  test('does not stand when the officer wrote the last words', () => {
    given(proposed({ by: petra, plannedAt: three }))
      .when(petra, moves(four))
      .then({ type: 'rescheduled' })
  })

  test('of what came too late stands for a new time', () => {
    given(proposed(), approved(), held('late'))
      .when(petra, moves(four))
      .then({ type: 'rescheduled' }, { type: 'approved', sendAt: four })
  })

  test.each(['consent-withdrawn', 'changed', 'office-stopped', 'approver-gone'] as const)(
    'of what is held back (%s) is to be given anew',
    (because) => {
      given(proposed(), approved(), held(because))
        .when(petra, moves(four))
        .then({ type: 'rescheduled' })
    },
  )
})

test('words and who signed them stay, and so do pictures the network has', () => {
  const steps: Step[] = [
    proposed({ cosigners: ['vs'] }),
    cosigned({ department: 'vs' }),
    approved(),
    uploaded(),
  ]
  const moved = after(...steps, rescheduled({ plannedAt: four }))
  expect(moved.cosignatures.map(({ department }) => department)).toEqual(['vs'])
  expect(moved.uploads).toHaveLength(1)
  expect(current(moved)).toMatchObject({ by: anna.actor, content: { plannedAt: four } })
  expect(moved.approval).toBeNull()
})

describe('nobody moves', () => {
  const planned = proposed({ plannedAt: three })
  test.each<[string, readonly Step[], Command, string]>([
    ['what is an answer', [proposed(answer())], moves(four), 'not-planned'],
    ['to what is over', [planned], moves(monday('10:15')), 'in-the-past'],
    ['to where it is', [planned], moves(three), 'nothing-changed'],
    [
      'what they saw as it was',
      [planned, revised({ text: 'Neu' })],
      moves(four),
      'outdated-version',
    ],
    ['what is on its way', [planned, approved(), sending()], moves(four), 'already-publishing'],
    ['what is public', [planned, approved(), sending(), sent()], moves(four), 'already-ended'],
  ])('%s', (_, steps, command, refused) => {
    const { versions } = after(...steps)
    const told = {
      ...(refused === 'outdated-version' && { current: versions.length }),
      ...(refused === 'already-ended' && { stage: 'published' }),
    }
    given(...steps)
      .when(petra, command)
      .refuses(refused as 'not-planned', told)
  })

  test('as a guest', () => {
    given(planned).when(guest, moves(four)).refuses('outsider')
  })

  test('before an embargo ends, neither to an earlier time nor to at once', () => {
    const embargoed = proposed({ plannedAt: three, embargo: three })
    for (const time of [monday('14:59'), null]) {
      given(embargoed, approved()).when(petra, moves(time)).refuses('embargo', { until: three })
    }
    given(embargoed).when(ben, moves(four)).then({ type: 'rescheduled' })
    given(embargoed)
      .when(ben, moves(null, 1, true))
      .then({ type: 'rescheduled' })
  })
})

describe('what is in stock', () => {
  const stock = proposed({ stock: true })

  test('is not approved before it has a day', () => {
    given(stock)
      .when(petra, { do: 'approve', version: 1, via: 'reaction', since: null })
      .refuses('in-stock')
  })

  test("is nobody's turn, and nothing is owed to it", () => {
    const proposal = after(stock)
    const viewer = { ...petra, departments: [] }
    expect(turnOf(proposal, viewer)).toBe('stock')
    expect(due(proposal, monday('10:15'))).toBeNull()
    expect(due(after(proposed({ stock: true, urgent: 'x' })), monday('10:15'))).toBeNull()
  })

  test('gets a day from anybody, and is decided about then', () => {
    given(stock).when(ben, moves(four)).then({ type: 'rescheduled' })
    const moved = after(stock, rescheduled({ plannedAt: four }))
    expect(current(moved).content.stock).toBeUndefined()
    expect(turnOf(moved, { ...petra, departments: [] })).toBe('now')
  })

  test('is what a planned post can become, and its approval ends with that', () => {
    given(proposed({ plannedAt: three }), approved())
      .when(petra, moves(null, 1, true))
      .then({ type: 'rescheduled', content: expect.objectContaining({ stock: true }) as never })
  })
})
