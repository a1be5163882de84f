// How the desk sends, and what it makes of how that ended.
import { describe, test } from 'vitest'
import { current } from '../../../src/core/proposal/proposal.ts'
import { given } from '../../support/decisions.ts'
import {
  after,
  answer,
  approved,
  ben,
  doubted,
  held,
  lookedInVain,
  looked,
  monday,
  notSent,
  petra,
  post,
  proposed,
  rebound,
  released,
  revised,
  sending,
  sent,
  stopped,
  thread,
} from '../../support/lives.ts'

const send = { do: 'begin-sending' } as const
const { hash } = current(after(proposed()))
const inDoubt = [proposed(), approved(), sending(), doubted(), ...lookedInVain] as const
const online = { id: '9', url: 'https://x.com/bergedorf/status/9' }

function ended(outcome: 'posted' | 'refused' | 'duplicate' | 'not-sent' | 'unknown', attempt = 1) {
  const refused = { outcome: 'refused', status: 403, detail: 'Forbidden' } as const
  return {
    do: 'record-outcome',
    attempt,
    outcome: {
      posted: { outcome: 'posted', ...online } as const,
      refused: { ...refused, because: 'too-long' } as const,
      duplicate: { ...refused, because: 'duplicate' } as const,
      'not-sent': { outcome: 'not-sent', because: 'rate-limit', until: monday('11:00') } as const,
      unknown: { outcome: 'unknown', because: 'timeout' } as const,
    }[outcome],
  } as const
}

describe('sending begins', () => {
  test('with the intent: which part, which attempt, which words', () => {
    given(proposed(), approved())
      .whenTheDesk(send)
      .then({ type: 'begun', part: 0, attempt: 1, hash })
  })

  test('with the next part of a thread, whose attempts count anew', () => {
    given(proposed(thread(2)), approved(), sending(), notSent(), sending(), sent())
      .whenTheDesk(send)
      .then({ type: 'begun', part: 1, attempt: 1 })
  })

  test('with the next attempt after the network took nothing', () => {
    given(proposed(), approved(), sending(), notSent())
      .whenTheDesk(send, monday('10:15'))
      .then({ type: 'begun', part: 0, attempt: 2 })
  })

  test('never with a number of attempt that was used for this part before', () => {
    given(proposed(), approved(), sending(), notSent(), stopped(), approved())
      .whenTheDesk(send)
      .then({ type: 'begun', attempt: 2 })
  })

  test('not a millisecond before the time it was approved for', () => {
    const life = [proposed(), approved({ sendAt: monday('10:16') })]
    given(...life)
      .whenTheDesk(send, monday('10:15:59.999'))
      .refuses('too-early')
    given(...life)
      .whenTheDesk(send, monday('10:16'))
      .then({ type: 'begun' })
  })

  test('not a millisecond before the embargo, whatever was reckoned before', () => {
    const life = [proposed({ plannedAt: monday('14:00') }), approved({ sendAt: monday('10:16') })]
    given(...life)
      .whenTheDesk(send, monday('13:59:59.999'))
      .refuses('too-early')
    given(...life)
      .whenTheDesk(send, monday('14:00'))
      .then({ type: 'begun' })
  })

  test('not before the network wants to be asked again', () => {
    const waiting = notSent('rate-limit', { until: monday('10:20'), at: monday('10:10') })
    const life = [proposed(), approved(), sending(), waiting]
    given(...life)
      .whenTheDesk(send, monday('10:19:59.999'))
      .refuses('too-early')
    given(...life)
      .whenTheDesk(send, monday('10:20'))
      .then({ type: 'begun' })
  })

  test('not before the embargo even after a release, should the clock have gone back', () => {
    given(
      proposed({ plannedAt: monday('14:00') }),
      approved(),
      held('late'),
      released({ at: monday('15:10') }),
    )
      .whenTheDesk(send, monday('13:59:59.999'))
      .refuses('too-early')
  })

  test('with what it hangs on: nothing, the mention in its version, or the part before', () => {
    given(proposed(), approved()).whenTheDesk(send).then({ type: 'begun', target: null })
    given(proposed(answer()), approved())
      .whenTheDesk(send)
      .then({ type: 'begun', target: { mention: 1, version: 1 } })
    given(proposed(answer()), rebound(2), approved())
      .whenTheDesk(send)
      .then({ type: 'begun', target: { mention: 1, version: 2 } })
    given(proposed(thread(3)), approved(), sending(), sent(), sending(), sent())
      .whenTheDesk(send)
      .then({ type: 'begun', part: 2, target: { post: 'id-1' } })
  })

  test('not with words that nobody approved', () => {
    given(proposed(), approved({ hash: 'of another text' }))
      .whenTheDesk(send)
      .refuses('changed-since-approval')
    given(proposed({ by: petra }), approved({ by: petra }))
      .whenTheDesk(send)
      .refuses('changed-since-approval')
  })

  test('not after a Stopp', () => {
    given(proposed(), approved(), stopped()).whenTheDesk(send).refuses('not-approved')
  })
})

describe('an attempt ends', () => {
  const underway = [proposed(), approved(), sending()] as const

  test('posted', () => {
    given(...underway)
      .whenTheDesk(ended('posted'))
      .then({ type: 'posted', part: 0, ...online, how: 'sent' })
  })

  test('refused', () => {
    given(...underway)
      .whenTheDesk(ended('refused'))
      .then({ type: 'refused', part: 0, because: 'too-long', status: 403, detail: 'Forbidden' })
  })

  test('not sent', () => {
    given(...underway)
      .whenTheDesk(ended('not-sent'))
      .then({ type: 'not-sent', part: 0, because: 'rate-limit', until: monday('11:00') })
  })

  test('in doubt', () => {
    given(...underway)
      .whenTheDesk(ended('unknown'))
      .then({ type: 'in-doubt', part: 0, because: 'timeout' })
  })

  test('in doubt, because the desk stopped in between', () => {
    given(...underway)
      .whenTheDesk({ do: 'record-crash' })
      .then({ type: 'in-doubt', part: 0, because: 'crash' })
  })

  test('refused as a duplicate of something older, where this was never in doubt', () => {
    given(...underway)
      .whenTheDesk(ended('duplicate'))
      .then({ type: 'refused', because: 'duplicate' })
  })

  test('and an answer to an earlier attempt says nothing about this one', () => {
    given(proposed(), approved(), sending(), notSent(), sending())
      .whenTheDesk(ended('posted', 1))
      .refuses('nothing-to-check')
  })

  test('and an answer that comes after the doubt is left to the look', () => {
    given(...underway, doubted('crash'))
      .whenTheDesk(ended('posted'))
      .refuses('nothing-to-check')
  })
})

describe('a duplicate after a doubt most likely is the doubtful attempt', () => {
  test.each([
    ['after a release', [...inDoubt, released(), looked(), sending()]],
    [
      'after a release, a Stopp and a new approval',
      [...inDoubt, released(), looked(), stopped(), approved(), sending()],
    ],
    [
      'after a release and a revision of nothing but the topic',
      [
        ...inDoubt,
        released(),
        looked(),
        revised({ by: ben, topic: 'lage' }),
        approved(),
        sending(),
      ],
    ],
  ])('%s', (_, steps) => {
    given(...steps)
      .whenTheDesk(ended('duplicate', 2))
      .then({ type: 'in-doubt', part: 0, because: 'duplicate' })
  })

  test('but any other refusal is a refusal', () => {
    given(...inDoubt, released(), looked(), sending())
      .whenTheDesk(ended('refused', 2))
      .then({ type: 'refused' })
  })

  test('and the next part of the thread has no doubt of its own', () => {
    const life = [
      proposed(thread(2)),
      approved(),
      sending(),
      doubted(),
      ...lookedInVain,
      released(),
    ]
    given(...life, looked(), sending(), sent(), sending())
      .whenTheDesk(ended('duplicate'))
      .then({ type: 'refused', part: 1, because: 'duplicate' })
  })
})

describe('a look', () => {
  const look = (sighting: 'absent' | 'unreadable') =>
    ({ do: 'record-look', sighting: { sighting } }) as const

  test('that finds the post adopts it', () => {
    given(...inDoubt.slice(0, 4))
      .whenTheDesk({ do: 'record-look', sighting: { sighting: 'found', ...online } })
      .then({ type: 'posted', part: 0, ...online, how: 'found' })
  })

  test('that finds nothing, or cannot see, is remembered', () => {
    given(...inDoubt.slice(0, 4))
      .whenTheDesk(look('absent'))
      .then({ type: 'looked', part: 0, sighting: 'absent' })
    given(...inDoubt.slice(0, 4))
      .whenTheDesk(look('unreadable'))
      .then({ type: 'looked', sighting: 'unreadable' })
  })
})

test('the fingerprint that is sent is the one of the words', () => {
  given(proposed(), revised({ text: 'Neu' }), approved())
    .whenTheDesk(send)
    .then({ type: 'begun', hash: current(after(proposed(post({ text: 'Neu' })))).hash })
})
