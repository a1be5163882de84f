// A post never goes out without its pictures, and waits for none longer than for anything else.
import { describe, expect, test } from 'vitest'
import { decideForDesk, type UploadEnd } from '../../../src/core/proposal/decide-for-desk.ts'
import { missingUploads } from '../../../src/core/proposal/proposal.ts'
import {
  after,
  approved,
  life,
  monday,
  notUploaded,
  picture,
  proposed,
  revised,
  sending,
  sent,
  stopped,
  thread,
  uploaded,
  uploadRefused,
} from '../../support/lives.ts'
import { due } from '../../support/owed.ts'

const two = { pictures: [picture(), picture({ altText: 'Ein Kran.' })] }
const ten = monday('10:00')
const minute = 60_000
const first = { network: 'x', part: 0, picture: 0 } as const
const second = { ...first, picture: 1 }
const taken = (aim: UploadEnd['aim'], id: string): UploadEnd => ({
  ...{ aim, outcome: { outcome: 'uploaded', id, until: ten + 24 * 60 * minute } },
})

describe('what is owed', () => {
  test('at once after the approval, while it can still be stopped', () => {
    const proposal = after(proposed(two), approved({ sendAt: ten + minute }))
    expect(due(proposal, ten)).toEqual({ owed: { do: 'upload' }, from: ten - 4 * minute })
  })

  test('five minutes before a planned time', () => {
    const plannedAt = monday('14:00')
    const proposal = after(proposed({ ...two, plannedAt }), approved())
    expect(due(proposal, ten)).toEqual({ owed: { do: 'upload' }, from: monday('13:55') })
  })

  test('once all are there the post, at its time', () => {
    const sendAt = ten + minute
    const steps = [proposed(two), approved({ sendAt }), uploaded(), uploaded({ picture: 1 })]
    expect(due(after(...steps), ten)).toEqual({ owed: { do: 'send' }, from: sendAt })
  })

  test('anew where the network will have forgotten them by then', () => {
    const until = ten + 20 * minute
    const plannedAt = ten + 11 * minute
    const steps = [proposed({ pictures: [picture()], plannedAt }), approved(), uploaded({ until })]
    expect(due(after(...steps), ten)).toEqual({ owed: { do: 'upload' }, from: ten + 6 * minute })
    expect(missingUploads(after(...steps), until - 1)).toEqual([])
    expect(missingUploads(after(...steps), until)).toEqual([first])
  })

  test('again after a minute where the network did not take one, and after an hour a person is asked', () => {
    const steps = [proposed(two), approved({ sendAt: ten }), notUploaded('unreachable', ten)]
    expect(due(after(...steps), ten)).toEqual({ owed: { do: 'upload' }, from: ten + minute })
    const late = ten + 60 * minute + 1
    expect(due(after(...steps), late)).toEqual({
      ...{ owed: { do: 'hold', because: 'late' }, from: late },
    })
  })

  test('for a thread all of them before its first part, so that it does not stop halfway', () => {
    const content = { ...thread(2), pictures: [picture(), picture({ part: 1 })] }
    const steps = [proposed(content), approved()]
    const ofSecond = { ...first, part: 1 }
    expect(missingUploads(after(...steps), ten)).toEqual([first, ofSecond])
    const half = [...steps, uploaded(), uploaded({ part: 1 }), sending(), sent()]
    expect(missingUploads(after(...half), ten)).toEqual([])
    expect(missingUploads(after(...half), ten + 25 * 60 * minute)).toEqual([ofSecond])
  })
})

describe('what the desk may do', () => {
  test('nothing is sent while one is missing', () => {
    const proposal = after(proposed(two), approved({ sendAt: ten }), uploaded())
    expect(decideForDesk(proposal, { do: 'begin-sending' }, ten)).toEqual({ refused: 'too-early' })
  })

  test('every picture that was taken is noted, and the worst of what went wrong', () => {
    const proposal = after(proposed(two), approved({ sendAt: ten }))
    const ends: UploadEnd[] = [
      taken(second, '882'),
      { aim: first, outcome: { outcome: 'unknown', because: 'timeout' } },
    ]
    expect(decideForDesk(proposal, { do: 'record-uploads', version: 1, ends }, ten)).toEqual({
      events: [
        { type: 'uploaded', ...second, id: '882', until: ten + 24 * 60 * minute },
        { type: 'not-uploaded', ...first, because: 'unreachable', until: null },
      ],
    })
  })

  test('one that was taken before is not noted twice', () => {
    const proposal = after(proposed(two), approved({ sendAt: ten }), uploaded())
    const ends = [taken(first, '883')]
    expect(decideForDesk(proposal, { do: 'record-uploads', version: 1, ends }, ten)).toEqual({
      refused: 'nothing-changed',
    })
  })

  test.each([
    ['stopped', [stopped()], 1, { refused: 'not-approved' }],
    ['written anew', [revised({ text: 'Neu' })], 1, { refused: 'not-approved' }],
  ] as const)(
    'what comes for a post that was %s counts for nothing',
    (_, steps, version, refused) => {
      const proposal = after(proposed(two), approved({ sendAt: ten }), ...steps)
      const ends = [taken(first, '881')]
      expect(decideForDesk(proposal, { do: 'record-uploads', version, ends }, ten)).toEqual(refused)
    },
  )
})

test('a new version has to be uploaded anew', () => {
  const steps = [proposed(two), approved(), uploaded(), uploaded({ picture: 1 })]
  expect(after(...steps, revised({ text: 'Neu' })).uploads).toEqual([])
})

test('a picture the network refuses is the end of a post, and a question in the middle of a thread', () => {
  expect(after(proposed(two), approved(), uploadRefused()).stage).toMatchObject({
    ...{ is: 'failed', because: 'bad-media' },
  })
  const content = { ...thread(2), pictures: [picture({ part: 1 })] }
  const half = [proposed(content), approved(), sending(), sent()]
  expect(after(...half, uploadRefused()).stage).toMatchObject({
    ...{ is: 'check-needed', because: 'rest-refused' },
  })
})

test('what was in the way is forgotten once it is taken', () => {
  const steps = [proposed(two), approved({ sendAt: ten }), notUploaded('no-credit', ten)]
  expect(after(...steps).uploadTrouble).toEqual({
    ...{ because: 'no-credit', since: ten, retryAt: ten + 15 * minute },
  })
  expect(after(...steps, uploaded()).uploadTrouble).toBeNull()
  expect(life(...steps)).toHaveLength(3)
})
