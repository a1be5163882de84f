import { describe, expect, test } from 'vitest'
import { replay } from '../../../src/core/proposal/evolve.ts'
import { fingerprint } from '../../../src/core/proposal/fingerprint.ts'
import {
  current,
  endOf,
  hasEnded,
  nextErrand,
  type Stage,
} from '../../../src/core/proposal/proposal.ts'
import { theDesk } from '../../../src/core/people.ts'
import {
  after,
  anna,
  answer,
  approved,
  asked,
  ben,
  confirmed,
  doubted,
  expired,
  found,
  held,
  life,
  looked,
  lookedInVain,
  monday,
  notSent,
  petra,
  post,
  proposed,
  reasonGiven,
  rebound,
  refused,
  rejected,
  released,
  revised,
  sending,
  sent,
  stopped,
  theNumber,
  thread,
  withdrawn,
  type Step,
} from '../../support/lives.ts'
import { stages } from '../../support/stages.ts'

const ten = monday('10:00')
const url = (id: string) => `https://x.com/bergedorf/status/${id}`

function stage(...steps: readonly Step[]): Stage {
  return after(...steps).stage
}

test('a proposal begins with one version and no decision', () => {
  expect(after(proposed({ at: ten }))).toEqual({
    number: theNumber,
    position: 1,
    versions: [
      {
        ...{ content: post(), hash: fingerprint(post()), by: anna.actor, at: ten, position: 1 },
        isMended: false,
      },
    ],
    approval: null,
    first: null,
    errands: [],
    published: [],
    cosignatures: [],
    uploads: [],
    uploadTrouble: null,
    followed: [],
    lapsedAt: null,
    closed: null,
    consent: null,
    calls: null,
    heeded: null,
    reminded: [],
    halted: false,
    stage: { is: 'submitted', question: null, stopped: null },
  })
})

test('nothing has happened to nothing', () => {
  expect(replay(theNumber, [])).toBeNull()
})

describe('deciding', () => {
  test('an answer to a mention that changed is a new version of whose words they were', () => {
    const at = monday('10:05')
    const life = [proposed(answer()), revised({ by: ben, text: 'Neu' }), approved()]
    const proposal = after(...life, rebound(2, at))
    const content = answer({ text: 'Neu', replyTo: { mention: 1, version: 2 } })
    const by = ben.actor
    expect(current(proposal)).toEqual({
      content,
      hash: fingerprint(content),
      by,
      isMended: false,
      at,
      position: 4,
    })
    expect(proposal.versions).toHaveLength(3)
    expect(proposal.approval).toBeNull()
    expect(proposal.stage).toEqual({ is: 'submitted', question: null, stopped: null })
  })

  test('a revision is a new version, and voids the approval and what was asked', () => {
    const proposal = after(
      proposed(),
      approved(),
      stopped(),
      asked(),
      revised({ by: ben, text: 'Neu' }),
    )
    expect(current(proposal)).toMatchObject({
      content: { text: 'Neu' },
      by: ben.actor,
      position: 5,
    })
    expect(proposal.versions).toHaveLength(2)
    expect(proposal.stage).toEqual({ is: 'submitted', question: null, stopped: null })
    expect(after(proposed(), approved(), revised({ text: 'Neu' })).approval).toBeNull()
  })

  test('an approval is remembered with who, when, how and for which words', () => {
    const proposal = after(
      proposed(),
      approved({ at: ten, via: 'reaction', sendAt: monday('10:01') }),
    )
    const hash = fingerprint(post())
    expect(proposal.approval).toEqual({
      version: 1,
      ...{ confirmedBy: null, first: null, isOwn: false },
      hash,
      by: petra.actor,
      at: ten,
      via: 'reaction',
    })
    expect(proposal.stage).toEqual({
      is: 'approved',
      sendAt: monday('10:01'),
      since: ten,
      dueSince: monday('10:01'),
    })
  })

  test('a Stopp takes the approval back and is remembered', () => {
    const proposal = after(proposed(), approved(), stopped({ by: ben, at: ten }))
    expect(proposal.approval).toBeNull()
    expect(proposal.stage).toEqual({
      is: 'submitted',
      question: null,
      stopped: { by: ben.actor, at: ten, via: 'button' },
    })
  })

  test('a question is remembered beside a Stopp', () => {
    const by = petra.actor
    expect(stage(proposed(), asked({ at: ten }))).toEqual({
      is: 'submitted',
      question: { by, at: ten, text: 'Wer sagt das?' },
      stopped: null,
    })
    expect(stage(proposed(), approved(), stopped({ at: ten }), asked())).toMatchObject({
      question: { by },
      stopped: { by, at: ten },
    })
  })

  test('an approval after a question or a Stopp leaves both behind', () => {
    expect(stage(proposed(), asked(), approved(), stopped())).toMatchObject({ question: null })
  })

  test('a rejection is remembered with its reason', () => {
    const by = petra.actor
    expect(stage(proposed(), rejected({ at: ten }))).toEqual({
      is: 'rejected',
      reason: 'Zu früh',
      by,
      at: ten,
    })
  })

  test('a reason given afterwards does not change who rejected and when', () => {
    const steps = [proposed(), rejected({ via: 'reaction', reason: null, at: ten })]
    expect(stage(...steps, reasonGiven({ at: monday('11:00') }))).toEqual({
      is: 'rejected',
      reason: 'Zu früh',
      by: petra.actor,
      at: ten,
    })
  })

  test('withdrawing and expiring are remembered', () => {
    const by = ben.actor
    expect(stage(proposed(), withdrawn({ by: ben, at: ten }))).toEqual({
      is: 'withdrawn',
      by,
      at: ten,
    })
    expect(stage(proposed(), expired(ten))).toEqual({ is: 'expired', at: ten })
  })

  test('holding is remembered with its reason', () => {
    expect(stage(proposed(), approved(), held('changed', ten))).toEqual({
      is: 'check-needed',
      because: 'changed',
      since: ten,
    })
  })
})

describe('sending', () => {
  const begun = [proposed(), approved({ sendAt: ten }), sending(monday('10:01'))]

  test('counts attempts and knows since when it tried', () => {
    const proposal = after(...begun, notSent('unreachable'), sending(monday('10:05')))
    expect(proposal.errands).toMatchObject([{ attempts: 2, triedSince: monday('10:01') }])
    expect(proposal.stage).toEqual({
      is: 'sending',
      attempt: 2,
      since: monday('10:05'),
      dueSince: ten,
    })
  })

  test('waits, and says why and until when', () => {
    expect(stage(...begun, notSent('no-credit', { at: monday('10:02') }))).toEqual({
      is: 'waiting',
      because: 'no-credit',
      retryAt: monday('10:17'),
      since: monday('10:02'),
      dueSince: ten,
    })
  })

  test('fails with what the network said', () => {
    expect(stage(...begun, refused('no-permission', monday('10:02')))).toEqual({
      is: 'failed',
      because: 'no-permission',
      status: 403,
      detail: 'Forbidden',
      at: monday('10:02'),
    })
  })

  test('the last part makes it published', () => {
    const proposal = after(...begun, sent(monday('10:02')))
    expect(proposal.published).toEqual([
      { network: 'x', part: 0, id: 'id-0', url: url('id-0'), at: monday('10:02') },
    ])
    expect(proposal.stage).toEqual({ is: 'published', at: monday('10:02') })
  })

  test('every other part makes the next one due, with attempts of its own', () => {
    const steps = [proposed(thread(3)), approved(), sending(), doubted(), found(monday('10:02'))]
    const proposal = after(...steps)
    expect(nextErrand(proposal)).toBeNull()
    expect(proposal.stage).toMatchObject({ is: 'approved', sendAt: monday('10:02') })
    const complete = after(...steps, sending(), sent(), sending(), sent())
    expect(complete.published.map(({ part, id }) => [part, id])).toEqual([
      [0, 'found'],
      [1, 'id-1'],
      [2, 'id-2'],
    ])
    expect(complete.stage.is).toBe('published')
  })

  test('a Stopp on its way changes nothing but what comes next', () => {
    const underway = [proposed(thread(2)), approved(), sending()]
    const before = after(...underway)
    expect(after(...underway, held('stopped'))).toEqual({ ...before, halted: true, position: 4 })
    const next = { is: 'check-needed', because: 'stopped', since: monday('10:02') }
    const told = [doubted(), ...lookedInVain, confirmed({ at: monday('10:02') })]
    expect(stage(...underway, held('stopped'), sent(monday('10:02')))).toEqual(next)
    expect(stage(...underway, held('stopped'), ...told)).toEqual(next)
    expect(
      stage(...underway, held('stopped'), notSent('unreachable', { at: monday('10:02') })),
    ).toEqual(next)
  })

  test('a Stopp on the way of a part that turns out to be the last is too late', () => {
    expect(stage(...begun, held('stopped'), sent()).is).toBe('published')
  })
})

describe('a doubt', () => {
  const inDoubt = [proposed(), approved(), sending(ten), doubted('timeout', monday('10:01'))]

  test('remembers why and since when, and how often it was looked at', () => {
    const times = { since: monday('10:01'), dueSince: ten }
    const doubt = { is: 'in-doubt', because: 'timeout', ...times, released: false }
    expect(stage(...inDoubt)).toEqual({ ...doubt, looks: 0 })
    expect(stage(...inDoubt, looked('unreadable'))).toEqual({ ...doubt, looks: 1 })
    expect(stage(...inDoubt, looked(), looked())).toEqual({ ...doubt, looks: 2 })
  })

  test('is a question to a person after three looks', () => {
    expect(stage(...inDoubt, looked(), looked(), looked('unreadable', monday('10:04')))).toEqual({
      is: 'check-needed',
      because: 'doubt',
      since: monday('10:04'),
    })
  })

  test('is looked at once more after a release', () => {
    expect(stage(...inDoubt, ...lookedInVain, released({ at: monday('10:30') }))).toMatchObject({
      is: 'in-doubt',
      because: 'timeout',
      since: monday('10:30'),
      looks: 0,
      released: true,
    })
  })

  const again = [...inDoubt, ...lookedInVain, released({ at: monday('10:30') })]

  test('the last look that sees nothing lets it be sent', () => {
    expect(stage(...again, looked('absent', monday('10:31')))).toEqual({
      is: 'approved',
      sendAt: monday('10:31'),
      since: monday('10:31'),
      dueSince: monday('10:30'),
    })
  })

  test('the last look that cannot see asks again', () => {
    expect(stage(...again, looked('unreadable', monday('10:31')))).toEqual({
      is: 'check-needed',
      because: 'doubt',
      since: monday('10:31'),
    })
  })

  test('stays with the part through Stopp and revision', () => {
    const stop = [...again, looked(), stopped()]
    const doubt = { doubted: 'timeout', attempts: 1, triedSince: ten }
    expect(nextErrand(after(...stop))).toMatchObject(doubt)
    expect(nextErrand(after(...stop, revised({ text: 'Neu' })))).toMatchObject(doubt)
  })

  test('a release without any doubt needs no look', () => {
    expect(stage(proposed(), approved(), held('late'), released({ at: ten }))).toEqual({
      is: 'approved',
      sendAt: ten,
      since: ten,
      dueSince: ten,
    })
  })
})

test('the desk acts under a number of its own', () => {
  expect(life(proposed(), expired()).map((event) => event.actor)).toEqual([anna.actor, theDesk])
})

test.each(Object.entries(stages))('%s: whether it has ended, and how', (name, steps) => {
  const ends = ['published', 'rejected', 'rejected, no reason', 'withdrawn', 'expired', 'failed']
  const proposal = after(...steps)
  expect(hasEnded(proposal)).toBe(ends.includes(name))
  expect(endOf(proposal)).toBe(ends.includes(name) ? proposal.stage.is : null)
})
