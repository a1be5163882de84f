// One write to one network: what may happen to it, what is owed for it, and what its outcomes become.
import { describe, expect, test } from 'vitest'
import {
  aimOf,
  attemptsBeforeAsking,
  endOfAttempt,
  errandDue,
  evolveErrand,
  longestWait,
  lookAfter,
  passesWithin,
  retryAfter,
  type Errand,
  type ErrandEvent,
  type ErrandKind,
  type Target,
} from '../../src/core/errand.ts'
import type { NotSentBecause, Outcome } from '../../src/core/outcome.ts'
import { monday } from '../support/lives.ts'
import { cells, rows } from '../support/table.ts'

const ten = monday('10:00')
const post = { id: '9', url: 'https://x.com/bergedorf/status/9' }
const hash = 'f'.repeat(64)

type Happens = (
  aim: { errand: ErrandKind; network: 'x'; part: number },
  attempt: number,
) => ErrandEvent

const begun =
  (target: Target = null): Happens =>
  (aim, attempt) => ({ type: 'begun', ...aim, attempt, target, hash })
const posted: Happens = (aim) => ({ type: 'posted', ...aim, ...post, how: 'sent' })
const done: Happens = (aim) => ({ type: 'done', ...aim, how: 'told' })
const refused: Happens = (aim) => ({
  type: 'refused',
  ...aim,
  because: 'no-permission',
  status: 403,
  detail: 'Forbidden',
})
const notSent =
  (until: number | null = null, because: NotSentBecause = 'rate-limit'): Happens =>
  (aim) => ({ type: 'not-sent', ...aim, because, until })
const inDoubt: Happens = (aim) => ({ type: 'in-doubt', ...aim, because: 'timeout' })
const looked =
  (sighting: 'absent' | 'unreadable' = 'absent'): Happens =>
  (aim) => ({ type: 'looked', ...aim, sighting })
const released: Happens = (aim) => ({ type: 'released', ...aim })

/** The errand after these events, a minute apart from ten o'clock; null where that is impossible. */
function after(errand: ErrandKind, ...events: readonly Happens[]): Errand | null {
  const aim = { errand, network: 'x' as const, part: 0 }
  let now: Errand | null = null
  for (const [minute, happens] of events.entries()) {
    const next = evolveErrand(now, {
      ...happens(aim, (now?.attempts ?? 0) + 1),
      at: ten + minute * 60_000,
    })
    if (next === null) return null
    now = next
  }
  return now
}

function known(errand: Errand | null): Errand {
  if (errand === null) throw new Error('that cannot happen')
  return errand
}

const thrice = (happens: Happens) => [happens, happens, happens]

const lives: Record<string, readonly [ErrandKind, ...Happens[]]> = {
  'post, new': ['post'],
  'post, under way': ['post', begun()],
  'post, waiting': ['post', begun(), notSent()],
  'post, in doubt': ['post', begun(), inDoubt],
  'post, looked once': ['post', begun(), inDoubt, looked()],
  'post, last look': ['post', begun(), inDoubt, looked(), looked()],
  'post, unsettled': ['post', begun(), inDoubt, ...thrice(looked())],
  'post, refused': ['post', begun(), refused],
  'post, refused after a doubt': [
    'post',
    begun(),
    inDoubt,
    ...thrice(looked()),
    released,
    looked(),
    begun(),
    refused,
  ],
  'post, waiting after a doubt': [
    'post',
    begun(),
    inDoubt,
    ...thrice(looked()),
    released,
    looked(),
    begun(),
    notSent(),
  ],
  'post, released': ['post', begun(), inDoubt, ...thrice(looked()), released],
  'post, free': ['post', begun(), refused, released],
  'post, done': ['post', begun(), posted],
  'hide, new': ['hide'],
  'hide, under way': ['hide', begun()],
  'hide, waiting': ['hide', begun(), inDoubt],
  'hide, second doubt': ['hide', begun(), inDoubt, begun(), inDoubt, begun()],
  'hide, unsettled': ['hide', begun(), inDoubt, begun(), inDoubt, begun(), inDoubt],
  'hide, refused': ['hide', begun(), refused],
  'hide, free': ['hide', begun(), refused, released],
  'show, done': ['show', begun(), done],
}

const happenings: Record<string, Happens> = {
  begun: begun(),
  posted,
  done,
  refused,
  'not sent': notSent(),
  'in doubt': inDoubt,
  looked: looked(),
  released,
}

// A cell is the stage afterwards; a dash means that it cannot happen.
const everyStage = `
  | life                        | begun     | posted | done | refused | not sent | in doubt  | looked    | released |
  | post, new                   | under-way | done   | -    | -       | -        | -         | -         | -        |
  | post, under way             | -         | done   | -    | refused | waiting  | in-doubt  | -         | -        |
  | post, waiting               | under-way | done   | -    | -       | -        | -         | -         | free     |
  | post, in doubt              | -         | done   | -    | -       | -        | -         | in-doubt  | -        |
  | post, looked once           | -         | done   | -    | -       | -        | -         | in-doubt  | -        |
  | post, last look             | -         | done   | -    | -       | -        | -         | unsettled | -        |
  | post, unsettled             | -         | done   | -    | -       | -        | -         | -         | in-doubt |
  | post, refused               | -         | done   | -    | -       | -        | -         | -         | free     |
  | post, refused after a doubt | -         | done   | -    | -       | -        | -         | -         | in-doubt |
  | post, waiting after a doubt | under-way | done   | -    | -       | -        | -         | -         | in-doubt |
  | post, released              | -         | done   | -    | -       | -        | -         | free      | -        |
  | post, free                  | under-way | done   | -    | -       | -        | -         | -         | -        |
  | post, done                  | -         | -      | -    | -       | -        | -         | -         | -        |
  | hide, new                   | under-way | -      | done | -       | -        | -         | -         | -        |
  | hide, under way             | -         | -      | done | refused | waiting  | waiting   | -         | -        |
  | hide, waiting               | under-way | -      | done | -       | -        | -         | -         | free     |
  | hide, second doubt          | -         | -      | done | refused | waiting  | unsettled | -         | -        |
  | hide, unsettled             | -         | -      | done | -       | -        | -         | -         | free     |
  | hide, refused               | -         | -      | done | -       | -        | -         | -         | free     |
  | hide, free                  | under-way | -      | done | -       | -        | -         | -         | -        |
  | show, done                  | -         | -      | -    | -       | -        | -         | -         | -        |
`

test.each(cells(everyStage))('$row: $heading leads to $cell', ({ row, heading, cell }) => {
  const life = lives[row]
  const next = happenings[heading]
  if (life === undefined || next === undefined) throw new Error('the table names what is not there')
  expect(after(...life, next)?.stage.is ?? '-').toBe(cell)
})

test('no life is missing in the table', () => {
  expect(rows(everyStage).map(({ life }) => life)).toEqual(Object.keys(lives))
})

describe('what an errand knows of itself', () => {
  test('it begins with its exact target and the fingerprint of what is sent', () => {
    const target = { mention: 3, version: 2 }
    expect(after('hide', begun(target))).toEqual({
      errand: 'hide',
      network: 'x',
      part: 0,
      target,
      hash,
      attempts: 1,
      triedSince: ten,
      doubted: null,
      doubts: 0,
      stage: { is: 'under-way', since: ten },
    })
  })

  test('attempts are counted, and none is left out', () => {
    const twice = known(after('post', begun(), notSent(), begun()))
    expect(twice.attempts).toBe(2)
    const waiting = known(after('post', begun(), notSent()))
    const third = { ...begun()(aimOf(waiting), 3), at: ten }
    expect(evolveErrand(waiting, third)).toBeNull()
    expect(evolveErrand(null, { ...begun()(aimOf(waiting), 2), at: ten })).toBeNull()
  })

  test('what a person did before the desk ever tried has no attempt', () => {
    expect(after('post', posted)).toMatchObject({
      attempts: 0,
      target: null,
      hash: '',
      stage: { is: 'done', how: 'sent', at: ten, post },
    })
  })

  test('a post remembers where it stands, a hiding only that it is done', () => {
    expect(after('post', begun(), posted)?.stage).toEqual({
      is: 'done',
      at: ten + 60_000,
      how: 'sent',
      post,
    })
    expect(after('hide', begun(), done)?.stage).toMatchObject({ how: 'told', post: null })
  })

  test('a refusal keeps what the network said, and a doubt why', () => {
    expect(after('post', begun(), refused)?.stage).toEqual({
      is: 'refused',
      because: 'no-permission',
      status: 403,
      detail: 'Forbidden',
      at: ten + 60_000,
    })
    expect(after('post', begun(), inDoubt)).toMatchObject({
      doubted: 'timeout',
      doubts: 1,
      stage: { because: 'timeout', since: ten + 60_000, looks: 0, released: false },
    })
  })

  test('the last look says whether the network could be read', () => {
    const unread = after('post', begun(), inDoubt, looked(), looked(), looked('unreadable'))
    expect(unread?.stage).toEqual({
      is: 'unsettled',
      because: 'timeout',
      since: ten + 4 * 60_000,
      unread: true,
    })
    const absent = after('post', begun(), inDoubt, ...thrice(looked()))
    expect(absent?.stage).toMatchObject({ is: 'unsettled', unread: false })
    // Nobody sends again what could not be looked for.
    const again = after(
      'post',
      begun(),
      inDoubt,
      ...thrice(looked()),
      released,
      looked('unreadable'),
    )
    expect(again?.stage).toMatchObject({ is: 'unsettled', unread: true, because: 'timeout' })
  })

  test('a release looks once more, and tells why it does', () => {
    const again = after('post', begun(), inDoubt, ...thrice(looked()), released)
    expect(again?.stage).toMatchObject({
      is: 'in-doubt',
      because: 'timeout',
      looks: 0,
      released: true,
    })
    const later = after(
      'post',
      ...(lives['post, refused after a doubt']?.slice(1) as Happens[]),
      released,
    )
    expect(later?.stage).toMatchObject({ is: 'in-doubt', because: 'timeout', released: true })
  })
})

describe('waiting', () => {
  test.each<[string, NotSentBecause, number | null, number]>([
    ['a rate limit, until it ends', 'rate-limit', 5 * 60_000, 5 * 60_000],
    ['a rate limit without a word', 'rate-limit', null, retryAfter['rate-limit']],
    ['a rate limit of a year', 'rate-limit', 365 * 86_400_000, longestWait],
    ['a rate limit that ended already', 'rate-limit', -60_000, retryAfter.unreachable],
    ['no credit', 'no-credit', null, retryAfter['no-credit']],
    ['out of reach', 'unreachable', null, retryAfter.unreachable],
    ['not visible yet', 'not-visible', null, retryAfter['not-visible']],
    ['not visible, "at once"', 'not-visible', 0, retryAfter['not-visible']],
  ])('%s', (_, because, until, wait) => {
    const at = ten + 60_000
    const waiting = after('post', begun(), notSent(until === null ? null : at + until, because))
    expect(waiting?.stage).toEqual({ is: 'waiting', because, since: at, retryAt: at + wait })
  })

  test('the waits are as the rules say', () => {
    expect(retryAfter).toEqual({
      'rate-limit': 900_000,
      'no-credit': 900_000,
      unreachable: 60_000,
      'not-visible': 10_000,
    })
    expect([longestWait, passesWithin, attemptsBeforeAsking]).toEqual([900_000, 60_000, 3])
    expect(lookAfter).toEqual([15_000, 50_000, 110_000])
  })

  test('what may be repeated is tried again a minute after a doubt', () => {
    const at = ten + 60_000
    expect(after('hide', begun(), inDoubt)?.stage).toEqual({
      is: 'waiting',
      because: 'timeout',
      since: at,
      retryAt: at + 60_000,
    })
  })

  test('only doubts bring a person: two of them among refusals to take it do not', () => {
    const steps = [begun(), inDoubt, begun(), notSent(), begun(), inDoubt, begun(), notSent()]
    expect(after('hide', ...steps)?.stage.is).toBe('waiting')
    const third = after('hide', ...steps, begun(), inDoubt)
    expect(third?.stage).toEqual({
      is: 'unsettled',
      because: 'timeout',
      since: ten + 9 * 60_000,
      unread: false,
    })
  })

  test('who looked gives it three more doubts', () => {
    const asked = [begun(), inDoubt, begun(), inDoubt, begun(), inDoubt, released]
    expect(after('hide', ...asked)?.stage).toEqual({ is: 'free', since: ten + 6 * 60_000 })
    expect(after('hide', ...asked, begun(), inDoubt)?.stage.is).toBe('waiting')
    expect(after('hide', ...asked, begun(), inDoubt, begun(), inDoubt)?.stage.is).toBe('waiting')
  })
})

describe('what is owed', () => {
  test.each<[string, readonly Happens[], string | null, number]>([
    ['an attempt nobody ended', [begun()], 'settle-crash', 0],
    ['a wait', [begun(), notSent(null, 'unreachable')], 'begin', ten + 120_000],
    ['a doubt', [begun(), inDoubt], 'look', ten + 75_000],
    ['a doubt after a look', [begun(), inDoubt, looked()], 'look', ten + 110_000],
    ['a doubt after two', [begun(), inDoubt, looked(), looked()], 'look', ten + 170_000],
    [
      'a release in doubt',
      [begun(), inDoubt, ...thrice(looked()), released],
      'look',
      ten + 300_000,
    ],
    ['a release', [begun(), refused, released], 'begin', 0],
    ['a refusal', [begun(), refused], null, 0],
    ['what nobody can settle', [begun(), inDoubt, ...thrice(looked())], null, 0],
    ['a post', [begun(), posted], null, 0],
  ])('for %s', (_, steps, owed, from) => {
    const now = ten + 600_000
    const due = errandDue(known(after('post', ...steps)), now)
    // Zero stands for: at once.
    expect(due).toEqual(owed === null ? null : { owed, from: from === 0 ? now : from })
  })

  test('a clock that is put back ends every wait instead of making it longer', () => {
    const before = ten - 3_600_000
    const waiting = known(after('post', begun(), notSent()))
    const doubtful = known(after('post', begun(), inDoubt))
    expect(errandDue(waiting, before)).toEqual({ owed: 'begin', from: before })
    expect(errandDue(doubtful, before)).toEqual({ owed: 'look', from: before })
  })
})

describe('the end of an attempt', () => {
  const end = (errand: Errand | null, outcome: Outcome | { outcome: 'done' }, now = ten) =>
    endOfAttempt(known(errand), outcome, now)
  const aim = { errand: 'post', network: 'x', part: 0 } as const
  const gone: Outcome = {
    outcome: 'refused',
    because: 'target-missing',
    status: 403,
    detail: 'not visible',
  }
  const duplicate: Outcome = { outcome: 'refused', because: 'duplicate', status: 403, detail: 'no' }

  test.each<[string, Outcome | { outcome: 'done' }, ErrandEvent]>([
    ['posted', { outcome: 'posted', ...post }, { type: 'posted', ...aim, ...post, how: 'sent' }],
    ['done', { outcome: 'done' }, { type: 'done', ...aim, how: 'sent' }],
    [
      'refused',
      gone,
      { type: 'refused', ...aim, because: 'target-missing', status: 403, detail: 'not visible' },
    ],
    [
      'not sent',
      { outcome: 'not-sent', because: 'no-credit', until: 7 },
      { type: 'not-sent', ...aim, because: 'no-credit', until: 7 },
    ],
    [
      'unknown',
      { outcome: 'unknown', because: 'crash' },
      { type: 'in-doubt', ...aim, because: 'crash' },
    ],
    [
      'a duplicate without a doubt',
      duplicate,
      { type: 'refused', ...aim, because: 'duplicate', status: 403, detail: 'no' },
    ],
  ])('%s', (_, outcome, event) => {
    expect(end(after('post', begun()), outcome)).toEqual(event)
  })

  test('after a doubt a duplicate most likely means that the first one arrived', () => {
    const again = after(
      'post',
      ...(lives['post, released']?.slice(1) as Happens[]),
      looked(),
      begun(),
    )
    expect(end(again, duplicate)).toEqual({ type: 'in-doubt', ...aim, because: 'duplicate' })
    expect(end(again, gone)).toMatchObject({ type: 'refused' })
  })

  test('what hangs on our own post is tried again for a minute, then a person is asked', () => {
    const hanging = after('post', begun({ post: '8' }))
    const passing = { type: 'not-sent', ...aim, because: 'not-visible', until: null }
    expect(end(hanging, gone, ten)).toEqual(passing)
    expect(end(hanging, gone, ten + 59_999)).toEqual(passing)
    expect(end(hanging, gone, ten + 60_000)).toMatchObject({ type: 'refused' })
    expect(end(hanging, duplicate, ten)).toMatchObject({ type: 'refused' })
  })

  test('the minute runs from the first try, begins anew with a release, and ends with the clock', () => {
    const second = known(
      after('post', begun({ post: '8' }), notSent(null, 'not-visible'), begun({ post: '8' })),
    )
    expect(second.triedSince).toBe(ten)
    expect(end(second, gone, ten + 120_000)).toMatchObject({ type: 'refused' })
    const released2 = known(
      after('post', begun({ post: '8' }), refused, released, begun({ post: '8' })),
    )
    expect(end(released2, gone, ten + 180_000)).toMatchObject({ because: 'not-visible' })
    expect(end(second, gone, ten - 1)).toMatchObject({ type: 'refused' })
  })

  test('what hangs on a citizen’s post is refused at once', () => {
    const answer = after('post', begun({ mention: 3, version: 1 }))
    expect(end(answer, gone)).toMatchObject({ type: 'refused', because: 'target-missing' })
  })
})
