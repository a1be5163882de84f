// What people decide where the desk stopped and asks them.
import { describe, expect, test } from 'vitest'
import type { HeldBecause, Via } from '../../../src/core/proposal/proposal.ts'
import { given } from '../../support/decisions.ts'
import {
  after,
  anna,
  answer,
  approved,
  ben,
  confirmed,
  doubted,
  found,
  held,
  looked,
  lookedInVain,
  monday,
  notSent,
  petra,
  proposed,
  refused,
  released,
  resumed,
  sending,
  sent,
  stopped,
  thread,
  vera,
} from '../../support/lives.ts'

const version = 1
const release = { do: 'release' } as const
const send = { do: 'begin-sending' } as const
const online = { id: '9', url: 'https://x.com/bergedorf/status/9' }
const confirm = { do: 'confirm-posted', ...online } as const

describe('a post in doubt', () => {
  const inDoubt = [proposed(), approved(), sending(), doubted(), ...lookedInVain] as const

  test('an officer has seen it online', () => {
    given(...inDoubt)
      .when(petra, confirm)
      .then({ type: 'posted', part: 0, ...online, how: 'told' })
  })

  test('even the officer who wrote it may say that it is online', () => {
    given(proposed({ by: petra }), approved({ by: vera }), sending(), doubted(), ...lookedInVain)
      .when(petra, confirm)
      .then({ type: 'posted', how: 'told' })
  })

  test('an officer cannot take part one for part two', () => {
    given(proposed(thread(2)), approved(), sending(), sent(), sending(), doubted(), ...lookedInVain)
      .when(petra, { ...confirm, id: 'id-0' })
      .refuses('post-known', { number: 7 })
  })

  test('an officer releases it to be sent again', () => {
    given(...inDoubt)
      .when(petra, release)
      .then({ type: 'released', part: 0 })
  })

  test('an officer releases part two', () => {
    const second = [sending(), sent(), sending(), doubted(), ...lookedInVain]
    given(proposed(thread(2)), approved(), ...second)
      .when(vera, release)
      .then({ type: 'released', errand: 'post', network: 'x', part: 1 })
  })

  test('nobody releases words that nobody approved', () => {
    given(proposed(), approved({ hash: 'of another text' }), held('changed'))
      .when(petra, release)
      .refuses('changed-since-approval')
  })

  test.each([
    ['found by a look', [...inDoubt.slice(0, 4), found()]],
    ['told by an officer', [...inDoubt, confirmed()]],
    ['found by the last look', [...inDoubt, released(), found()]],
  ])('%s, it is not sent again', (_, steps) => {
    given(...steps)
      .whenTheDesk(send)
      .refuses('already-ended', {
        stage: 'published',
      })
  })

  test('released and still not found, it is sent again', () => {
    given(...inDoubt, released(), looked())
      .whenTheDesk(send)
      .then({ type: 'begun', part: 0, attempt: 2 })
  })
})

describe('what is not in doubt', () => {
  const single = [proposed(), approved()] as const

  test.each<HeldBecause>(['late', 'stopped', 'approver-gone'])(
    'is released without a look: %s',
    (because) => {
      given(...single, held(because))
        .when(petra, release)
        .then({ type: 'resumed' })
    },
  )

  test('but was in doubt once is looked for once more', () => {
    given(...single, sending(), doubted(), ...lookedInVain, released(), looked(), held('late'))
      .when(petra, release)
      .then({ type: 'released', part: 0 })
  })

  test('is not for an officer to call published', () => {
    given(...single, held('late'))
      .when(petra, confirm)
      .refuses('nothing-to-check')
  })
})

describe('who lets it go out answers for it from then on', () => {
  const at = monday('10:12')
  const gone = [proposed(), approved({ via: 'reaction' }), held('approver-gone')] as const
  const doubt = [proposed(), approved(), sending(), doubted(), ...lookedInVain] as const

  test('after the approver has gone', () => {
    const { approval, versions } = after(...gone, resumed({ by: vera, at }))
    expect(approval).toEqual({
      version,
      hash: versions[0].hash,
      by: vera.actor,
      at,
      via: 'button',
      ...{ confirmedBy: null, first: null, isOwn: false },
    })
  })

  test('after a doubt', () => {
    const { approval } = after(...doubt, released({ by: vera, at }))
    expect(approval).toMatchObject({ by: vera.actor, at, via: 'button' })
  })

  test('so that who once approved by reaction takes nothing back any more', () => {
    const via: Via = 'reaction'
    given(...gone, resumed({ by: vera }))
      .when(petra, { do: 'stop', version, via })
      .refuses('not-yours')
  })

  test('and nobody answers for what is their own', () => {
    given(proposed({ by: vera }), approved(), held('approver-gone'))
      .when(vera, release)
      .refuses('own')
    given(...gone)
      .when(anna, release)
      .refuses('not-an-officer')
  })

  test('and a released thread is not stopped any more', () => {
    const life = [proposed(thread(2)), approved(), sending(), held('stopped'), sent()] as const
    given(...life, released({ by: vera }))
      .whenTheDesk(send)
      .then({ type: 'begun', part: 1 })
  })
})

describe('the rest of a thread that the network refused', () => {
  const half = [proposed(thread(2)), approved(), sending(), sent()] as const
  const life = [...half, sending(), refused()] as const

  test('is asked of a person', () => {
    expect(after(...life).stage).toMatchObject({ is: 'check-needed', because: 'rest-refused' })
  })

  test('is tried again when an officer wants it', () => {
    given(...life)
      .when(petra, release)
      .then({ type: 'resumed' })
    given(...life, released({ at: monday('10:12') }))
      .whenTheDesk(send, monday('10:12'))
      .then({ type: 'begun', part: 1, attempt: 2 })
  })

  test('may be online already, as an officer can see', () => {
    given(...life)
      .when(petra, confirm)
      .then({ type: 'posted', part: 1, ...online, how: 'told' })
    given(...life)
      .when(petra, { ...confirm, id: 'id-0' })
      .refuses('post-known', { number: 7 })
  })

  test('may be given up', () => {
    given(...life)
      .when(anna, { do: 'withdraw' })
      .then({ type: 'withdrawn' })
  })

  test('is looked for first where it was in doubt before', () => {
    const doubt = [sending(), doubted(), ...lookedInVain, released(), looked(), sending()]
    given(...half, ...doubt, refused())
      .when(petra, release)
      .then({ type: 'released', part: 1 })
  })
})

describe('an answer the network does not take', () => {
  const tried = [proposed(answer()), approved(), sending()] as const
  const byHand = [...tried, refused('reply-not-allowed')] as const

  test.each([
    ['reply-not-allowed', 'by-hand'],
    ['target-missing', 'mention-gone'],
  ] as const)('"%s" is asked of a person: %s', (because, check) => {
    expect(after(...tried, refused(because)).stage).toMatchObject({
      is: 'check-needed',
      because: check,
    })
  })

  test.each(['reply-not-allowed', 'target-missing'] as const)(
    'a post of its own simply fails: %s',
    (because) => {
      const { stage } = after(proposed(), approved(), sending(), refused(because))
      expect(stage).toMatchObject({ is: 'failed', because })
    },
  )

  test('for any other reason has failed', () => {
    expect(after(...tried, refused('too-long')).stage.is).toBe('failed')
  })

  test('may be given by hand, and then an officer says so', () => {
    given(...byHand)
      .when(petra, confirm)
      .then({ type: 'posted', part: 0, ...online, how: 'told' })
    expect(after(...byHand, confirmed()).stage.is).toBe('published')
  })

  test('is not sent again as it is', () => {
    given(...byHand)
      .when(petra, release)
      .refuses('nothing-to-check')
    given(...tried, refused('target-missing'))
      .when(petra, release)
      .refuses('nothing-to-check')
  })

  test('whose mention is gone is not given by hand either', () => {
    given(...tried, refused('target-missing'))
      .when(petra, confirm)
      .refuses('nothing-to-check')
  })

  test('is tried again when it was approved anew', () => {
    given(...byHand, stopped({ by: ben }), approved())
      .whenTheDesk(send)
      .then({ type: 'begun', attempt: 2 })
    given(...byHand, stopped({ by: ben }), approved(), sending(), notSent())
      .whenTheDesk(send)
      .then({ type: 'begun', attempt: 3 })
  })
})
