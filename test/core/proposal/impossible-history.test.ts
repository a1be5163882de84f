import { describe, expect, test } from 'vitest'
import { mayFollowInErrand } from '../../../src/core/errand.ts'
import { evolve, mayFollow, replay } from '../../../src/core/proposal/evolve.ts'
import { nextErrand, type Recorded } from '../../../src/core/proposal/proposal.ts'
import {
  after,
  approved,
  approvedOnce,
  asked,
  answered,
  called,
  closed,
  heeded,
  reminded,
  consentEnded,
  consentRenewed,
  cosignatureWithdrawn,
  cosigned,
  deleted,
  doubted,
  expired,
  followed,
  freed,
  held,
  lapsed,
  life,
  looked,
  mended,
  monday,
  notSent,
  notUploaded,
  proposed,
  reasonGiven,
  rebound,
  refused,
  rejected,
  rescheduled,
  resumed,
  revised,
  seenBySecond,
  sending,
  sent,
  stopped,
  theNumber,
  thread,
  uploaded,
  uploadRefused,
  withdrawn,
  type Step,
} from '../../support/lives.ts'
import { stages } from '../../support/stages.ts'

const ten = monday('10:00')

describe('an impossible history is a fault', () => {
  const [first] = life(proposed())
  const touched = (event: Partial<Recorded>): Recorded =>
    ({
      ...first,
      type: 'approved',
      version: 1,
      hash: '',
      via: 'button',
      sendAt: ten,
      position: 2,
      ...event,
    }) as Recorded

  test('one that does not begin with a proposal', () => {
    const event = touched({ position: 1 })
    expect(() => evolve(null, event, theNumber)).toThrow(
      new Error('impossible history: event 1, "approved", in proposal 7, unborn'),
    )
  })

  test('one that does not begin with its first event', () => {
    const [begun] = life(proposed())
    expect(() => replay(theNumber, begun ? [{ ...begun, position: 2 }] : [])).toThrow('unborn')
  })

  test('one that begins twice', () => {
    const [begun] = life(proposed())
    expect(() => replay(theNumber, begun ? [begun, { ...begun, position: 2 }] : [])).toThrow(
      'impossible history: event 2, "proposed", in proposal 7, submitted after event 1',
    )
  })

  test.each([1, 3])('one whose second event is numbered %i', (position) => {
    expect(() => evolve(after(proposed()), touched({ position }), theNumber)).toThrow('impossible')
  })

  test('one that decides about another version', () => {
    const event = { ...touched({}), version: 2 } as Recorded
    expect(() => evolve(after(proposed()), event, theNumber)).toThrow('impossible')
  })

  test('one that posts a part out of turn', () => {
    const steps = [proposed(thread(2)), approved(), sending()]
    const [last] = life(...steps, sent()).slice(-1)
    const event = { ...last, part: 1 } as Recorded
    expect(() => evolve(after(...steps), event, theNumber)).toThrow('impossible')
  })

  test('one that frees what was never begun', () => {
    expect(() => after(proposed(), approved(), held(), freed())).toThrow(
      'impossible history: event 4, "released", in proposal 7, check-needed after event 3',
    )
  })

  // One example of each event; it only matters what kind it is.
  const examples: Record<string, Step> = {
    proposed: proposed(),
    revised: revised({ text: 'Neu' }),
    mended: mended({ text: 'Neu' }),
    rescheduled: rescheduled({ plannedAt: monday('15:00') }),
    confirmed: seenBySecond(),
    approved: approved(),
    'approved-once': approvedOnce(),
    stopped: stopped(),
    rejected: rejected(),
    'reason-given': reasonGiven(),
    'question-asked': asked(),
    withdrawn: withdrawn(),
    expired: expired(),
    held: held(),
    resumed: resumed(),
    rebound: rebound(2),
    begun: sending(),
    posted: sent(),
    refused: refused(),
    'not-sent': notSent(),
    'in-doubt': doubted(),
    looked: looked(),
    released: freed(),
    cosigned: cosigned(),
    'cosignature-withdrawn': cosignatureWithdrawn(),
    uploaded: uploaded(),
    'not-uploaded': notUploaded(),
    'upload-refused': uploadRefused(),
    followed: followed(),
    lapsed: lapsed(),
    closed: closed(),
    called: called(),
    'question-answered': answered(),
    heeded: heeded(),
    reminded: reminded(),
    'consent-ended': consentEnded(),
    'consent-renewed': consentRenewed(),
    done: deleted(),
  }

  test.each(Object.entries(stages))('%s: only what may follow follows', (_, steps) => {
    const following = Object.entries(examples).flatMap(([type, step]) => {
      try {
        after(...steps, step)
        return [type]
      } catch {
        return []
      }
    })
    const before = after(...steps)
    const errand = nextErrand(before)
    // What was never begun, or is just under way, has no end that could be doubted.
    const canBeFreed = errand !== null && mayFollowInErrand[errand.stage.is].includes('released')
    // None of these is to delete anything.
    const expected = mayFollow[before.stage.is].filter(
      (type) => type !== 'done' && (type !== 'released' || canBeFreed),
    )
    expect(following.toSorted()).toEqual(expected.toSorted())
  })

  test('what may follow what', () => {
    const decided = [
      ...['revised', 'mended', 'rescheduled', 'rebound'],
      ...['rejected', 'withdrawn', 'held'],
    ]
    const ended = ['posted', 'done', 'refused', 'not-sent', 'in-doubt']
    const uploads = ['uploaded', 'not-uploaded', 'upload-refused']
    const signed = ['cosigned', 'cosignature-withdrawn', 'called', 'heeded', 'reminded']
    const later = ['followed', 'consent-ended', 'consent-renewed']
    expect(mayFollow).toEqual({
      submitted: [
        ...[...decided, 'approved', 'approved-once', 'stopped', 'confirmed'],
        ...['question-asked', 'question-answered', 'expired'],
        ...signed,
      ],
      approved: [...decided, ...uploads, 'stopped', 'begun'],
      waiting: [...decided, ...uploads, 'stopped', 'begun'],
      sending: [...ended, 'held'],
      'in-doubt': ['posted', 'looked', 'held'],
      'check-needed': [...decided, 'stopped', 'posted', 'done', 'resumed', 'released', 'followed'],
      published: [...later, 'lapsed', 'closed'],
      rejected: ['reason-given'],
      withdrawn: later,
      expired: [],
      failed: later,
    })
  })
})
