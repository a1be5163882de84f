// What officers approve, told as sentences. That every combination is considered, see every-stage.
import { describe, expect, test } from 'vitest'
import { approvalStands } from '../../../src/core/proposal/approve.ts'
import { owners } from '../../../src/core/proposal/proposal.ts'
import { decide, propose } from '../../../src/core/proposal/decide.ts'
import { fingerprint } from '../../../src/core/proposal/fingerprint.ts'
import { given, undo } from '../../support/decisions.ts'
import {
  after,
  anna,
  approved,
  ben,
  guest,
  held,
  monday,
  petra,
  post,
  proposed,
  rejected,
  revised,
  stopped,
  vera,
} from '../../support/lives.ts'

const version = 1
const button = 'button' as const
const approve = { do: 'approve', version, via: button, since: null } as const
const stop = { do: 'stop', version, via: button } as const
const reject = { do: 'reject', version, reason: 'Zu früh', via: button } as const
const ask = { do: 'ask', version, question: 'Wer sagt das?', via: button } as const
const release = { do: 'release' } as const

describe('proposing', () => {
  test('staff propose', () => {
    expect(propose(post(), 'form-1', anna)).toEqual({
      events: [{ type: 'proposed', content: post(), hash: fingerprint(post()), form: 'form-1' }],
    })
  })

  test('officers propose', () => {
    expect(propose(post(), 'form-1', petra)).toHaveProperty('events')
  })

  test('a guest cannot propose', () => {
    expect(propose(post(), 'form-1', guest)).toEqual({ refused: 'outsider' })
  })
})

describe('four eyes', () => {
  test('an officer approves what somebody else proposed', () => {
    given(proposed()).when(petra, approve).then({ type: 'approved', version, via: button })
  })

  test('an approval binds to exactly the words that were read', () => {
    given(proposed({ text: 'Eins' }))
      .when(petra, approve)
      .then({ type: 'approved', hash: fingerprint(post({ text: 'Eins' })) })
  })

  test('an officer cannot approve her own proposal', () => {
    given(proposed({ by: petra }))
      .when(petra, approve)
      .refuses('own')
  })

  test('an officer cannot approve her own proposal after somebody else revised it', () => {
    given(proposed({ by: petra }), revised({ by: anna, text: 'Neu' }))
      .when(petra, { ...approve, version: 2 })
      .refuses('own')
  })

  test('an officer cannot approve what she revised last', () => {
    given(proposed(), revised({ by: petra, text: 'Neu' }))
      .when(petra, { ...approve, version: 2 })
      .refuses('own')
  })

  test('an officer approves what she once revised and somebody else revised since', () => {
    given(proposed(), revised({ by: petra, text: 'Neu' }), revised({ by: ben, text: 'Neuer' }))
      .when(petra, { ...approve, version: 3 })
      .then({ type: 'approved', version: 3 })
  })

  test('another officer approves what an officer proposed', () => {
    given(proposed({ by: petra }))
      .when(vera, approve)
      .then({ type: 'approved' })
  })

  test('staff cannot approve', () => {
    given(proposed()).when(ben, approve).refuses('not-an-officer')
  })

  test('an officer can neither reject nor question her own proposal', () => {
    given(proposed({ by: petra }))
      .when(petra, reject)
      .refuses('own')
    given(proposed({ by: petra }))
      .when(petra, ask)
      .refuses('own')
  })

  test('an officer cannot release her own proposal to be sent again', () => {
    given(proposed({ by: petra }), approved({ by: vera }), held('late'))
      .when(petra, release)
      .refuses('own')
  })

  test('author and last editor own a proposal, whoever came between does not', () => {
    const proposal = after(
      proposed(),
      revised({ by: petra, text: 'Neu' }),
      revised({ by: ben, text: 'Neuer' }),
    )
    expect(owners(proposal)).toEqual([anna.actor, ben.actor])
  })
})

describe('an approval stands', () => {
  test('for what was approved', () => {
    expect(approvalStands(after(proposed(), approved()))).toBe(true)
  })

  test.each([
    ['without any', [proposed()]],
    ['after a revision', [proposed(), approved(), revised({ text: 'Neu' })]],
    ['after a Stopp', [proposed(), approved(), stopped()]],
    ['for another text', [proposed(), approved({ hash: fingerprint(post({ text: 'Neu' })) })]],
    ['by the author', [proposed({ by: petra }), approved({ by: petra })]],
    ['by the last editor', [proposed(), revised({ by: petra, text: 'Neu' }), approved()]],
  ])('not %s', (_, steps) => {
    expect(approvalStands(after(...steps))).toBe(false)
  })

  test('not for a version that was changed under it', () => {
    const proposal = after(proposed(), approved())
    const [first] = proposal.versions
    const touched = { ...first, content: post({ text: 'Heimlich' }) }
    expect(approvalStands({ ...proposal, versions: [touched] })).toBe(false)
    expect(approvalStands({ ...proposal, versions: [first, first] })).toBe(false)
  })
})

describe('when an approved post goes out', () => {
  test('after the time to think again', () => {
    given(proposed())
      .when(petra, approve, monday('10:15'))
      .then({ type: 'approved', sendAt: monday('10:15') + undo })
  })

  test('at the planned time', () => {
    given(proposed({ plannedAt: monday('14:00') }))
      .when(petra, approve, monday('10:15'))
      .then({ type: 'approved', sendAt: monday('14:00') })
  })

  test('after the time to think again where that ends after the planned time', () => {
    given(proposed({ plannedAt: monday('14:00') }))
      .when(petra, approve, monday('13:59:30'))
      .then({ type: 'approved', sendAt: monday('14:00:30') })
  })
})

describe('since when an approval can have been given', () => {
  const now = monday('10:15')

  test.each([
    ['now, where nobody says otherwise', null, now],
    ['since the desk last looked', monday('09:00'), monday('09:00')],
    ['never later than now', monday('10:16'), now],
  ])('%s', (_, since, remembered) => {
    given(proposed())
      .when(petra, { ...approve, via: 'reaction', since }, now)
      .then({ type: 'approved', since: remembered })
  })
})

describe('the first decision counts', () => {
  test('a second officer is told who approved and when', () => {
    given(proposed(), approved({ by: petra, at: monday('10:05') }))
      .when(vera, approve)
      .refuses('already-approved', { by: petra.actor, at: monday('10:05') })
  })

  test('a decision about an outdated version is refused and names the version that counts', () => {
    const life = [proposed(), revised({ text: 'Neu' })] as const
    given(...life)
      .when(petra, approve)
      .refuses('outdated-version', { current: 2 })
    given(...life)
      .when(petra, reject)
      .refuses('outdated-version', { current: 2 })
    given(...life)
      .when(petra, ask)
      .refuses('outdated-version', { current: 2 })
    given(...life, approved())
      .when(ben, stop)
      .refuses('outdated-version', { current: 2 })
    given(...life)
      .when(ben, { do: 'revise', version, content: post(), form: 'form-2' })
      .refuses('outdated-version', { current: 2 })
  })

  test('an ended proposal says how it ended', () => {
    given(proposed(), rejected())
      .when(petra, approve)
      .refuses('already-ended', { stage: 'rejected' })
  })
})

test('what costs more than the month has is approved by who says so knowingly, and by no other rule', () => {
  const exceeds = { spent: 40.2, budget: 40 }
  const rules = { now: monday('10:00'), undo, exceeds }
  const open = after(proposed())
  expect(decide(open, approve, petra, rules)).toEqual({ refused: 'over-budget', ...exceeds })
  expect(decide(open, { ...approve, via: 'reaction' }, petra, rules)).toMatchObject({
    refused: 'over-budget',
  })
  const knowing = { ...approve, despite: 'budget' } as const
  expect(decide(open, knowing, petra, rules)).toMatchObject({ events: [{ type: 'approved' }] })
  // Four eyes come first.
  expect(decide(open, knowing, anna, rules)).toMatchObject({ refused: 'not-an-officer' })
})
