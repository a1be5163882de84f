// Every event at every stage of an errand, so that no combination is unconsidered.
import { expect, test } from 'vitest'
import {
  evolveErrand,
  type Aim,
  type Errand,
  type ErrandEvent,
  type ErrandKind,
} from '../../../src/core/errand.ts'
import { monday } from '../../support/lives.ts'
import { cells, rows } from '../../support/table.ts'

const ten = monday('10:00')
const post = { id: '9', url: 'https://x.com/bergedorf/status/9' }

type Happens = (aim: Aim, attempt: number) => ErrandEvent

const happenings = {
  begun: (aim, attempt) => ({ type: 'begun', ...aim, attempt, target: null, hash: 'f' }),
  posted: (aim) => ({ type: 'posted', ...aim, ...post, how: 'sent' }),
  done: (aim) => ({ type: 'done', ...aim, how: 'told' }),
  refused: (aim) => {
    return { type: 'refused', ...aim, because: 'no-permission', status: 403, detail: 'no' }
  },
  'not sent': (aim) => ({ type: 'not-sent', ...aim, because: 'rate-limit', until: null }),
  'in doubt': (aim) => ({ type: 'in-doubt', ...aim, because: 'timeout' }),
  looked: (aim) => ({ type: 'looked', ...aim, sighting: 'absent' }),
  released: (aim) => ({ type: 'released', ...aim }),
} satisfies Record<string, Happens>
const { begun, posted, done, refused, looked, released } = happenings
const notSent = happenings['not sent']
const inDoubt = happenings['in doubt']

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

const thrice = (happens: Happens) => [happens, happens, happens]

const lives: Record<string, readonly [ErrandKind, ...Happens[]]> = {
  'post, new': ['post'],
  'post, under way': ['post', begun],
  'post, waiting': ['post', begun, notSent],
  'post, in doubt': ['post', begun, inDoubt],
  'post, looked once': ['post', begun, inDoubt, looked],
  'post, last look': ['post', begun, inDoubt, looked, looked],
  'post, unsettled': ['post', begun, inDoubt, ...thrice(looked)],
  'post, refused': ['post', begun, refused],
  'post, refused after a doubt': [
    'post',
    begun,
    inDoubt,
    ...thrice(looked),
    released,
    looked,
    begun,
    refused,
  ],
  'post, waiting after a doubt': [
    'post',
    begun,
    inDoubt,
    ...thrice(looked),
    released,
    looked,
    begun,
    notSent,
  ],
  'post, released': ['post', begun, inDoubt, ...thrice(looked), released],
  'post, free': ['post', begun, refused, released],
  'post, done': ['post', begun, posted],
  'hide, new': ['hide'],
  'hide, under way': ['hide', begun],
  'hide, waiting': ['hide', begun, inDoubt],
  'hide, second doubt': ['hide', begun, inDoubt, begun, inDoubt, begun],
  'hide, unsettled': ['hide', begun, inDoubt, begun, inDoubt, begun, inDoubt],
  'hide, refused': ['hide', begun, refused],
  'hide, free': ['hide', begun, refused, released],
  'show, done': ['show', begun, done],
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
  | post, refused               | under-way | done   | -    | -       | -        | -         | -         | free     |
  | post, refused after a doubt | under-way | done   | -    | -       | -        | -         | -         | in-doubt |
  | post, waiting after a doubt | under-way | done   | -    | -       | -        | -         | -         | in-doubt |
  | post, released              | -         | done   | -    | -       | -        | -         | free      | -        |
  | post, free                  | under-way | done   | -    | -       | -        | -         | -         | free     |
  | post, done                  | -         | -      | -    | -       | -        | -         | -         | -        |
  | hide, new                   | under-way | -      | done | -       | -        | -         | -         | -        |
  | hide, under way             | -         | -      | done | refused | waiting  | waiting   | -         | -        |
  | hide, waiting               | under-way | -      | done | -       | -        | -         | -         | free     |
  | hide, second doubt          | -         | -      | done | refused | waiting  | unsettled | -         | -        |
  | hide, unsettled             | -         | -      | done | -       | -        | -         | -         | free     |
  | hide, refused               | under-way | -      | done | -       | -        | -         | -         | free     |
  | hide, free                  | under-way | -      | done | -       | -        | -         | -         | free     |
  | show, done                  | -         | -      | -    | -       | -        | -         | -         | -        |
`

test.each(cells(everyStage))('$row: $heading leads to $cell', ({ row, heading, cell }) => {
  const life = lives[row]
  const next = (happenings as Record<string, Happens>)[heading]
  if (life === undefined || next === undefined) throw new Error('the table names what is not there')
  expect(after(...life, next)?.stage.is ?? '-').toBe(cell)
})

test('no life is missing in the table', () => {
  expect(rows(everyStage).map(({ life }) => life)).toEqual(Object.keys(lives))
})
