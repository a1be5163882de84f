// One write to one network, from its beginning to its end.
import { describe, expect, test } from 'vitest'
import {
  attemptsBeforeAsking,
  endOfAttempt,
  errandDue,
  evolveErrand,
  longestWait,
  lookAfter,
  mayFollowInErrand,
  passesWithin,
  retryAfter,
  type Aim,
  type Errand,
  type ErrandEvent,
  type ErrandKind,
  type Target,
} from '../../src/core/errand.ts'
import type { DoubtBecause, NotSentBecause, RefusalByNetwork } from '../../src/core/outcome.ts'
import { monday } from '../support/lives.ts'

type Told = ErrandEvent & { at: number }

const ten = monday('10:00')
const minute = 60_000
const post: Aim = { errand: 'post', network: 'x', part: 0 }
const online = { id: '9', url: 'https://x.com/bergedorf/status/9' }

/** What can happen to the errand with this aim. */
function events(aim: Aim) {
  return {
    begun: (attempt = 1, at = ten, target: Target = null): Told => {
      return { type: 'begun', ...aim, attempt, target, hash: `hash-${attempt}`, at }
    },
    posted: (how: 'sent' | 'found' | 'told' = 'sent', at = ten): Told => {
      return { type: 'posted', ...aim, ...online, how, at }
    },
    done: (how: 'sent' | 'told' = 'sent', at = ten): Told => ({ type: 'done', ...aim, how, at }),
    refused: (because: RefusalByNetwork = 'too-long', at = ten): Told => {
      return { type: 'refused', ...aim, because, status: 403, detail: 'Forbidden', at }
    },
    notSent: (
      because: NotSentBecause = 'unreachable',
      until: number | null = null,
      at = ten,
    ): Told => {
      return { type: 'not-sent', ...aim, because, until, at }
    },
    doubted: (because: DoubtBecause = 'timeout', at = ten): Told => {
      return { type: 'in-doubt', ...aim, because, at }
    },
    looked: (sighting: 'absent' | 'unreadable' = 'absent', at = ten): Told => {
      return { type: 'looked', ...aim, sighting, at }
    },
    released: (at = ten): Told => ({ type: 'released', ...aim, at }),
  }
}

const { begun, posted, done, refused, notSent, doubted, looked, released } = events(post)
const hiding = events({ errand: 'hide', network: 'x', part: 0 })

function after(...life: readonly Told[]): Errand {
  const errand = life.reduce<Errand | null>(evolveErrand, null)
  if (errand === null) throw new Error('this cannot have happened')
  return errand
}

const lost = [begun(), doubted()] as const
const unsettled = [...lost, looked(), looked(), looked()] as const

describe('an errand', () => {
  test('begins with its target, the fingerprint of what is sent and its first attempt', () => {
    expect(after(begun(1, ten, { post: '8' }))).toEqual({
      ...post,
      target: { post: '8' },
      targetMoved: false,
      hash: 'hash-1',
      attempts: 1,
      triedSince: ten,
      insistsSince: ten,
      doubted: null,
      doubts: 0,
      stage: { is: 'under-way', since: ten },
    })
  })

  test('keeps since when it is tried, and its last target and fingerprint', () => {
    const again = begun(2, monday('10:05'), { mention: 1, version: 2 })
    expect(after(begun(), notSent(), again)).toMatchObject({
      target: { mention: 1, version: 2 },
      hash: 'hash-2',
      attempts: 2,
      triedSince: ten,
      insistsSince: ten,
      stage: { is: 'under-way', since: monday('10:05') },
    })
  })

  test('keeps that an attempt was in doubt', () => {
    expect(after(...unsettled, released(), looked(), begun(2)).doubted).toBe('timeout')
  })

  test('cannot begin with another attempt than the next', () => {
    expect(evolveErrand(null, begun(2))).toBeNull()
    expect(evolveErrand(after(begun(), notSent()), begun(1))).toBeNull()
    expect(evolveErrand(after(begun(), notSent()), begun(3))).toBeNull()
  })

  test.each([
    ['sent', posted('sent')],
    ['found', posted('found')],
    ['told', posted('told')],
  ] as const)('is done where a post was %s', (how, event) => {
    expect(after(begun(), event).stage).toEqual({ is: 'done', at: ten, how, post: online })
  })

  test('remembers that an attempt before hung on something else', () => {
    const moved = (...targets: { mention: number; version: number }[]) =>
      after(
        ...targets.flatMap((target, index) => [
          begun(index + 1, ten, target),
          doubted(),
          looked(),
          looked(),
          looked(),
          released(),
          looked(),
        ]),
      ).targetMoved
    const [first, second] = [
      { mention: 3, version: 1 },
      { mention: 3, version: 2 },
    ]
    expect(moved(first, first)).toBe(false)
    expect(moved(first, second)).toBe(true)
    expect(moved(first, second, second)).toBe(true)
  })

  test('is done without a post where it makes none', () => {
    expect(after(hiding.begun(), hiding.done()).stage).toEqual({
      is: 'done',
      at: ten,
      how: 'sent',
      post: null,
    })
  })

  test('can be done by hand before the desk ever tried', () => {
    const since = { triedSince: ten, insistsSince: ten }
    const none = { target: null, targetMoved: false, hash: '', attempts: 0 }
    const fresh = { ...none, ...since, doubted: null, doubts: 0 }
    expect(evolveErrand(null, posted('told'))).toEqual({
      ...post,
      ...fresh,
      stage: { is: 'done', at: ten, how: 'told', post: online },
    })
    const byHand = evolveErrand(null, hiding.done('told'))
    expect(byHand?.stage).toMatchObject({ how: 'told', post: null })
  })

  test.each([refused(), notSent(), doubted(), looked(), released()])(
    'cannot have "$type" before it began',
    (event) => {
      expect(evolveErrand(null, event)).toBeNull()
    },
  )

  test('remembers what the network said when it refused', () => {
    expect(after(begun(), refused('too-long', monday('10:01'))).stage).toEqual({
      is: 'refused',
      because: 'too-long',
      status: 403,
      detail: 'Forbidden',
      at: monday('10:01'),
    })
  })

  test('may be begun anew after a refusal, for nothing was taken', () => {
    expect(after(begun(), refused(), begun(2)).stage.is).toBe('under-way')
    expect(after(begun(), refused(), released()).stage).toEqual({ is: 'free', since: ten })
  })
})

describe('what may follow what in an errand', () => {
  const stages: Record<Errand['stage']['is'], readonly Told[]> = {
    'under-way': [begun()],
    waiting: [begun(), notSent()],
    'in-doubt': lost,
    unsettled,
    refused: [begun(), refused()],
    free: [...unsettled, released(), looked()],
    done: [begun(), posted()],
  }
  const ended = ['posted', 'done', 'refused', 'not-sent', 'in-doubt']
  const open = ['posted', 'done', 'released']

  test.each([
    ['under-way', ended],
    ['waiting', ['begun', ...open]],
    ['in-doubt', ['posted', 'done', 'looked']],
    ['unsettled', open],
    ['refused', ['begun', ...open]],
    ['free', ['begun', ...open]],
    ['done', []],
  ] as const)('%s', (stage, following) => {
    const before = after(...stages[stage])
    const all = [begun(2), posted(), done(), refused(), notSent(), doubted(), looked(), released()]
    const possible = all.filter((event) => evolveErrand(before, event) !== null)
    expect(before.stage.is).toBe(stage)
    // A post ends with its address, and never otherwise.
    const ofPosts = following.filter((type) => type !== 'done')
    expect(possible.map(({ type }) => type)).toEqual(ofPosts)
    expect(mayFollowInErrand[stage]).toEqual(following)
  })
})

describe('after the network took nothing', () => {
  test.each<[NotSentBecause, number]>([
    ['rate-limit', 15 * minute],
    ['no-credit', 15 * minute],
    ['unreachable', minute],
    ['not-visible', 10_000],
  ])('because of "%s" it is asked again after %i ms', (because, wait) => {
    const errand = after(begun(), notSent(because))
    expect(errand.stage).toEqual({ is: 'waiting', because, since: ten, retryAt: ten + wait })
    expect(errandDue(errand, ten)).toEqual({ owed: 'begin', from: ten + wait })
    expect(retryAfter[because]).toBe(wait)
  })

  test.each<[string, NotSentBecause, number, number]>([
    ['when it said', 'rate-limit', 5 * minute, 5 * minute],
    ['not at once, even where it said so', 'rate-limit', 0, minute],
    ['not at once, even where its clock is behind', 'no-credit', -24 * 60 * minute, minute],
    ['not at once, even where only its index is behind', 'not-visible', 0, 10_000],
    [
      'after a quarter of an hour, though it said a year',
      'rate-limit',
      525_600 * minute,
      longestWait,
    ],
    ['after a quarter of an hour, if it said just that', 'unreachable', longestWait, 15 * minute],
  ])('it is asked again %s', (_, because, until, wait) => {
    const { stage } = after(begun(), notSent(because, ten + until))
    expect(stage).toMatchObject({ retryAt: ten + wait })
  })

  test('it is asked at once when the clock was put back', () => {
    const errand = after(begun(), notSent('rate-limit'))
    expect(errandDue(errand, ten - 1)).toEqual({ owed: 'begin', from: ten - 1 })
  })
})

describe('a doubt about what must not be done twice', () => {
  test('is looked at three times, counted from when it began', () => {
    const times = [15_000, 50_000, 110_000]
    const looks = [looked(), looked('unreadable')]
    for (const [index, wait] of times.entries()) {
      const errand = after(...lost, ...looks.slice(0, index))
      expect(errandDue(errand, ten)).toEqual({ owed: 'look', from: ten + wait })
      expect(errand.stage).toEqual({
        is: 'in-doubt',
        because: 'timeout',
        since: ten,
        looks: index,
        absent: Math.min(index, 1),
        released: false,
      })
    }
    expect(lookAfter).toEqual(times)
  })

  test('is looked at at once when the clock was put back', () => {
    expect(errandDue(after(...lost), ten - 1)).toEqual({ owed: 'look', from: ten - 1 })
  })

  test.each([
    ['absent', false],
    ['unreadable', true],
  ] as const)('is a question to a person when the last look said "%s"', (sighting, unread) => {
    const { stage } = after(...lost, looked(), looked(), looked(sighting, monday('10:02')))
    const since = monday('10:02')
    const absent = unread ? 2 : 3
    expect(stage).toEqual({ is: 'unsettled', because: 'timeout', since, absent, unread })
  })

  test('is looked at once more, at once, when a person wants it sent again', () => {
    const errand = after(...unsettled, released(monday('11:00')))
    expect(errand.stage).toEqual({
      is: 'in-doubt',
      because: 'timeout',
      since: monday('11:00'),
      looks: 0,
      absent: 0,
      released: true,
    })
    expect(errandDue(errand, monday('11:00'))).toEqual({ owed: 'look', from: monday('11:00') })
  })

  test('lets it be begun again only when the last look did not see it', () => {
    const free = after(...unsettled, released(), looked('absent', monday('11:01')))
    expect(free.stage).toEqual({ is: 'free', since: monday('11:01') })
    expect(errandDue(free, monday('11:01'))).toEqual({ owed: 'begin', from: monday('11:01') })
    const blind = after(...unsettled, released(), looked('unreadable', monday('11:01')))
    expect(blind.stage).toMatchObject({ is: 'unsettled', since: monday('11:01'), unread: true })
  })

  test('is looked at again before every further release, with its last reason', () => {
    const again = [...unsettled, released(), looked(), begun(2), doubted('crash')] as const
    expect(after(...again, looked(), looked(), looked(), released()).stage).toMatchObject({
      is: 'in-doubt',
      because: 'crash',
      released: true,
    })
    const waiting = [...unsettled, released(), looked(), begun(2), notSent(), released()] as const
    expect(after(...waiting).stage).toMatchObject({ is: 'in-doubt', because: 'timeout' })
  })
})

describe('a doubt about what can be done twice', () => {
  test.each<ErrandKind>(['hide', 'show'])('is tried again after a minute: %s', (errand) => {
    const { begun, doubted } = events({ errand, network: 'x', part: 0 })
    expect(after(begun(), doubted('server-error')).stage).toEqual({
      is: 'waiting',
      because: 'server-error',
      since: ten,
      retryAt: ten + minute,
    })
  })

  const { begun, doubted, released } = hiding
  const twice = [begun(), doubted(), begun(2), doubted(), begun(3)] as const

  test('is a question to a person after three attempts', () => {
    expect(after(...twice, doubted()).stage).toEqual({
      is: 'unsettled',
      because: 'timeout',
      since: ten,
      absent: 0,
      unread: false,
    })
    expect(attemptsBeforeAsking).toBe(3)
  })

  test('counts doubts only: what the network did not take brings no person', () => {
    const { notSent } = hiding
    const steps = [begun(), doubted(), begun(2), notSent(), begun(3), doubted(), begun(4)] as const
    expect(after(...steps, notSent()).stage.is).toBe('waiting')
    expect(after(...steps, doubted())).toMatchObject({ doubts: 3, stage: { is: 'unsettled' } })
  })

  test('needs no look when a person wants it done again, and has three more attempts', () => {
    const again = [...twice, doubted(), released(monday('11:00'))] as const
    expect(after(...again).stage).toEqual({ is: 'free', since: monday('11:00') })
    expect(after(...again, begun(4), doubted(), begun(5), doubted()).stage.is).toBe('waiting')
  })
})

describe('of an errand', () => {
  test('under way, whose end nobody recorded, the end is to be settled at once', () => {
    expect(errandDue(after(begun()), monday('10:01'))).toEqual({
      owed: 'settle-crash',
      from: monday('10:01'),
    })
  })

  test.each([
    ['that a person has to answer for', unsettled],
    ['that was refused', [begun(), refused()]],
    ['that is done', [begun(), posted()]],
  ] as const)('%s nothing is owed', (_, life) => {
    expect(errandDue(after(...life), monday('23:59'))).toBeNull()
  })
})

describe('an attempt ends', () => {
  const refusal = { outcome: 'refused', status: 404, detail: 'Not Found' } as const
  const missing = { ...refusal, because: 'target-missing' } as const
  const duplicate = { ...refusal, because: 'duplicate' } as const

  test('as the network says', () => {
    const errand = after(begun())
    expect(endOfAttempt(errand, { outcome: 'posted', ...online }, ten)).toEqual({
      type: 'posted',
      ...post,
      ...online,
      how: 'sent',
    })
    expect(endOfAttempt(errand, { ...refusal, because: 'too-long' }, ten)).toEqual({
      type: 'refused',
      ...post,
      because: 'too-long',
      status: 404,
      detail: 'Not Found',
    })
    const limit = { outcome: 'not-sent', because: 'rate-limit', until: ten } as const
    expect(endOfAttempt(errand, limit, ten)).toEqual({
      type: 'not-sent',
      ...post,
      because: 'rate-limit',
      until: ten,
    })
    expect(endOfAttempt(errand, { outcome: 'unknown', because: 'cut-connection' }, ten)).toEqual({
      type: 'in-doubt',
      ...post,
      because: 'cut-connection',
    })
  })

  test('done, where it makes no post', () => {
    expect(endOfAttempt(after(hiding.begun()), { outcome: 'done' }, ten)).toEqual({
      type: 'done',
      errand: 'hide',
      network: 'x',
      part: 0,
      how: 'sent',
    })
  })

  describe('with a target that is not seen', () => {
    const onOurs = after(begun(1, ten, { post: '8' }), notSent(), begun(2, monday('10:00:30')))
    const second = { ...onOurs, target: { post: '8' } }

    test('which passes by itself for a minute where it is our own post', () => {
      expect(endOfAttempt(second, missing, ten + passesWithin - 1)).toEqual({
        type: 'not-sent',
        ...post,
        because: 'not-visible',
        until: null,
      })
      expect(endOfAttempt(second, missing, ten + passesWithin)).toMatchObject({ type: 'refused' })
      expect(passesWithin).toBe(minute)
    })

    test('and for another minute where a person has released it', () => {
      const anew = [begun(1, ten, { post: '8' }), refused(), released()] as const
      const third = after(...anew, begun(2, monday('11:00'), { post: '8' }))
      expect(endOfAttempt(third, missing, monday('11:00'))).toMatchObject({ type: 'not-sent' })
      expect(endOfAttempt(third, missing, monday('11:01'))).toMatchObject({ type: 'refused' })
    })

    test('and not for as long as a clock that was put back needs', () => {
      expect(endOfAttempt(second, missing, ten - minute)).toMatchObject({ type: 'refused' })
    })

    test('which is a refusal where it is not ours, or there is none', () => {
      const onMention = { ...second, target: { mention: 1, version: 1 } }
      expect(endOfAttempt(onMention, missing, ten)).toMatchObject({ type: 'refused' })
      expect(endOfAttempt({ ...second, target: null }, missing, ten)).toMatchObject({
        type: 'refused',
        because: 'target-missing',
      })
    })

    test('and any other refusal does not pass', () => {
      const forbidden = { ...refusal, because: 'no-permission' } as const
      expect(endOfAttempt(second, forbidden, ten)).toMatchObject({ type: 'refused' })
    })
  })

  test('as a duplicate: after a doubt this most likely was the doubtful attempt', () => {
    const again = after(...unsettled, released(), looked(), begun(2))
    expect(endOfAttempt(again, duplicate, ten)).toEqual({
      type: 'in-doubt',
      ...post,
      because: 'duplicate',
    })
    expect(endOfAttempt(again, missing, ten)).toMatchObject({ type: 'refused' })
    expect(endOfAttempt(after(begun()), duplicate, ten)).toMatchObject({ type: 'refused' })
  })
})

test('what a released errand may have left behind is looked for since its very first attempt', () => {
  const aim = { errand: 'post', network: 'x', part: 0 } as const
  const begun = (attempt: number, at: number) =>
    ({ type: 'begun', ...aim, attempt, target: null, hash: 'h', at }) as const
  let errand = evolveErrand(null, begun(1, 1_000))
  for (const event of [
    { type: 'in-doubt', ...aim, because: 'timeout', at: 2_000 },
    { type: 'looked', ...aim, sighting: 'absent', at: 20_000 },
    { type: 'looked', ...aim, sighting: 'absent', at: 60_000 },
    { type: 'looked', ...aim, sighting: 'absent', at: 120_000 },
    { type: 'released', ...aim, at: 130_000 },
    { type: 'looked', ...aim, sighting: 'absent', at: 131_000 },
    begun(2, 132_000),
  ] as const) {
    errand = evolveErrand(errand, event)
  }
  expect(errand).toMatchObject({ triedSince: 1_000, insistsSince: 132_000, attempts: 2 })
})
