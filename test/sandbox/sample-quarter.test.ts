// The invented quarter, whenever somebody visits: its texts fit, its dates are right, and it lies in the quarter
// the report tells.
import { describe, expect, test } from 'vitest'
import { localOf } from '../../src/core/time/calendar.ts'
import { concerns, suggestConcern } from '../../src/core/conversation/concerns.ts'
import { isHamburgHoliday } from '../../src/core/time/holidays.ts'
import { fachamtLabels, referralLabels } from '../../src/wording/moderation/lists.ts'
import { topicLabels } from '../../src/wording/topics.ts'
import { weigh } from '../../src/networks/x/weigh.ts'
import { beginningOf, samplePast } from '../../sandbox/past.ts'
import { quarterPast } from '../../sandbox/sample-quarter.ts'
import type { Past } from '../../sandbox/story.ts'

const zone = 'Europe/Berlin'

/** Visits, and the first and the last day of the quarter they are told. */
const visits: readonly [visit: string, from: string, to: string][] = [
  ['2026-01-01T00:30:00+01:00', '2025-10-01', '2025-12-31'],
  ['2026-03-31T23:30:00+02:00', '2025-10-01', '2025-12-31'],
  ['2026-04-01T00:30:00+02:00', '2026-01-01', '2026-03-31'],
  ['2026-09-30T12:00:00+02:00', '2026-04-01', '2026-06-30'],
  ['2026-10-01T00:30:00+02:00', '2026-07-01', '2026-09-30'],
  ['2026-10-05T10:00:00+02:00', '2026-07-01', '2026-09-30'],
  ['2026-11-23T17:00:00+01:00', '2026-07-01', '2026-09-30'],
  ['2026-12-24T10:00:00+01:00', '2026-07-01', '2026-09-30'],
  ['2028-02-29T10:00:00+01:00', '2027-10-01', '2027-12-31'],
  // The first day of a quarter is a Monday, a Tuesday, a Sunday, and Easter falls into its weeks.
  ['2029-04-03T10:00:00+02:00', '2029-01-01', '2029-03-31'],
  ['2024-12-31T23:59:00+01:00', '2024-07-01', '2024-09-30'],
  ['2025-02-03T08:00:00+01:00', '2024-10-01', '2024-12-31'],
  ['2029-01-02T08:00:00+01:00', '2028-10-01', '2028-12-31'],
  ['2027-05-05T08:00:00+02:00', '2027-01-01', '2027-03-31'],
  ['2030-07-01T08:00:00+02:00', '2030-04-01', '2030-06-30'],
]

const weekdays = 'Sonntag, Montag, Dienstag, Mittwoch, Donnerstag, Freitag, Samstag'.split(', ')

/** Everything that is published or answered in a past, with the instant of its story. */
function textsOf({ stories, mentions }: Past): { text: string; at: number }[] {
  return [
    ...stories.flatMap((story) => {
      if (!('instant' in story)) return []
      const { text, link, fate, instant: at } = story
      const versions = fate.is === 'revised' ? [text, fate.text] : [text]
      return versions.map((one) => ({ text: link === null ? one : `${one}\n${link}`, at }))
    }),
    ...mentions.flatMap((story) =>
      'instant' in story && story.then.is === 'answered'
        ? [{ text: story.then.text, at: story.instant }]
        : [],
    ),
  ]
}

describe.each(visits)('at a visit on %s', (written, from, to) => {
  const visit = Date.parse(written)
  const past = quarterPast(visit)

  test('every text fits on X', () => {
    const tooLong = textsOf(past).filter(({ text }) => {
      const { length, limit, valid } = weigh(text)
      return !valid || length > limit
    })
    expect(tooLong).toEqual([])
  })

  test('every weekday is that of its date', () => {
    const named = textsOf(past).flatMap(({ text, at }) =>
      [...text.matchAll(/(\p{Lu}\p{Ll}+tag|Mittwoch), (\d\d)\.(\d\d)\./gu)].map(
        ([, weekday, day, month]) => ({ weekday, day: Number(day), month: Number(month), at }),
      ),
    )
    expect(named.length).toBeGreaterThanOrEqual(12)
    for (const { weekday, day, month, at } of named) {
      // The year in which the date is nearest to the story.
      const year = new Date(at).getUTCFullYear()
      const meant = [year - 1, year, year + 1]
        .map((one) => Date.UTC(one, month - 1, day))
        .sort((one, other) => Math.abs(one - at) - Math.abs(other - at))[0]!
      expect(Math.abs(meant - at)).toBeLessThan(60 * 24 * 60 * 60_000)
      expect(weekday).toBe(weekdays[new Date(meant).getUTCDay()])
    }
  })

  test('everything happens in working hours of the quarter', () => {
    const instants = [
      ...past.stories.map((story) => ('instant' in story ? story.instant : 0)),
      ...past.mentions.flatMap((story) => [
        'instant' in story ? story.instant : 0,
        story.takenUpAt ?? 0,
      ]),
    ]
    for (const instant of instants) {
      const { date, time } = localOf(instant, zone)
      expect(date >= from && date <= to).toBe(true)
      expect([0, 6]).not.toContain(new Date(date).getUTCDay())
      expect(isHamburgHoliday(date)).toBe(false)
      expect(time >= '08:00' && time <= '16:30').toBe(true)
    }
    expect(localOf(beginningOf(past, visit), zone).date < localOf(instants[0]!, zone).date).toBe(
      true,
    )
    expect(beginningOf(samplePast(visit), visit)).toBe(beginningOf(past, visit))
  })

  test('a mention comes before somebody takes care of it, and below the post it is about', () => {
    for (const story of past.mentions) {
      if (!('instant' in story)) continue
      expect(story.takenUpAt).toBeGreaterThan(story.instant + 10 * 60_000)
      if (story.below === undefined) continue
      const latest = past.stories
        .filter(
          (post) =>
            'instant' in post &&
            publishedBy(post) < story.instant &&
            (post.fate.is === 'approved' || post.fate.is === 'revised'),
        )
        .at(-1)
      expect([story.text, latest?.topic]).toEqual([story.text, topicOf(story.handle)])
    }
  })
})

/** When a post is public at the latest: it takes its time until somebody approves it. */
function publishedBy({ instant, fate }: Extract<Past['stories'][number], { instant: number }>) {
  return instant + (fate.is === 'revised' ? 60 : 15) * 60_000
}

/** What the post is about below which somebody writes. */
function topicOf(handle: string): string | undefined {
  return {
    parkt_gern: 'Verkehr & Baustellen',
    hoert_gern_zu: 'Beteiligung & Gremien',
    drei_kinder: 'Grün, Spielplätze, Friedhof',
    plan_leserin: 'Stadtplanung & Bauen',
    schlossgespenst: 'Kultur & Veranstaltungen',
    wut_im_bauch: 'Ausschreibungen & Stellen',
    gose_elbe_gundi: 'Verkehr & Baustellen',
    hund_und_halter: 'Warnung & Lage',
    waldlaeufer_wim: 'Warnung & Lage',
    oma_auf_rad: 'Grün, Spielplätze, Friedhof',
    tatenberg_toni: 'Bürgerservice & Standorte',
  }[handle]
}

describe('the quarter', () => {
  const { stories, mentions } = quarterPast(Date.parse('2026-11-23T17:00:00+01:00'))

  test('shows most of what an office writes about', () => {
    const published = stories.filter(({ fate }) => ['approved', 'revised'].includes(fate.is))
    expect(published.length).toBeGreaterThanOrEqual(14)
    const topics = new Set(published.map(({ topic }) => topic))
    expect(topics.size).toBeGreaterThanOrEqual(7)
    expect(Object.values(topicLabels)).toEqual(expect.arrayContaining([...topics]))
    for (const { link, noLinkBecause } of stories) expect(link === null).toBe(noLinkBecause !== '')
  })

  test('has enough answers for a median, and every end a mention can have', () => {
    const ends = mentions.map(({ then }) => then.is)
    expect(ends.filter((end) => end === 'answered').length).toBeGreaterThanOrEqual(10)
    expect(new Set(ends)).toEqual(
      new Set(['answered', 'noted', 'referred', 'forwarded', 'not-responsible', 'spam', 'measure']),
    )
    for (const { then } of mentions) {
      if (then.is === 'referred') expect(Object.values(referralLabels)).toContain(then.to)
      if (then.is === 'forwarded') expect(Object.values(fachamtLabels)).toContain(then.to)
    }
  })

  test('has people who want many things, under names X takes', () => {
    const wanted = mentions.map(({ text, concern }) => concern ?? suggestConcern(text))
    for (const one of wanted) expect(concerns).toContain(one)
    expect(new Set(wanted).size).toBeGreaterThanOrEqual(8)
    for (const { handle } of mentions) expect(handle).toMatch(/^\w{1,15}$/)
    expect(new Set(mentions.map(({ handle }) => handle)).size).toBe(mentions.length)
  })
})
