// Chapter 3: who follows, what was published, and how far it reached.
import { datesOf, weeksOf } from '../../core/time/period.ts'
import { topics, type Topic } from '../../core/content.ts'
import type { Block, Cell, Figure } from '../document.ts'
import type { Figures } from '../figures/figures.ts'
import { mostRead, reactionsOf, type PostFigure } from '../figures/posts.ts'
import { tally } from '../figures/within.ts'
import { count } from '../../wording/numbers.ts'
import { headings } from '../../wording/report/chapters.ts'
import { dateName, weekName } from '../../wording/report/period.ts'
import {
  chartTitles,
  followersMessage,
  ofAll,
  picturesSaid,
  texts,
  topicsMessage,
} from '../../wording/report/sentences.ts'
import { captions, columns, notes, rows, units } from '../../wording/report/tables.ts'
import { dateOnly } from '../../wording/time.ts'
import { topicLabels } from '../../wording/topics.ts'
import { heads, numbers, row, table } from './table.ts'
import { compared, comparedShares, figure, periodColumns, periodsOf, type Told } from './told.ts'

/** The count of followers at the end of a period: the last reading of its last days; null if there is none. */
export function followersAtEnd({ audience, period }: Figures): number | null {
  const { last } = datesOf(period)
  // A day without an answer is no reason to say nothing; a week is.
  return (
    audience.find(({ day }) => day === last)?.count ??
    audience.findLast(({ day }) => day >= weekBefore(last))?.count ??
    null
  )
}

function weekBefore(date: string): string {
  return new Date(Date.parse(date) - 7 * 86_400_000).toISOString().slice(0, 10)
}

/** Sum of the views known, null where posts were published and none was read. */
export function viewsOf({ posts: { posts, reach } }: Figures): number | null {
  const { known, views } = reach
  return known === 0 && posts.length > 0 ? null : views
}

/** The chart that stands for the report in Slack. */
export const topicsChartId = 'beitraege-nach-thema'

/** Chapter 3 as blocks. */
export function presence(told: Told): Block[] {
  return [
    { is: 'heading', level: 1, text: headings.presence },
    { is: 'heading', level: 2, text: headings.audience },
    audienceTable(told),
    ...(told.now.audience.length === 0 ? [] : [followersChart(told)]),
    { is: 'heading', level: 2, text: headings.posts },
    ...postTables(told),
    { is: 'heading', level: 2, text: headings.mostRead },
    mostReadTable(told),
    { is: 'heading', level: 2, text: headings.accessible },
    linkTable(told),
    { is: 'paragraph', text: picturesSentence(told.now) },
  ]
}

function audienceTable(told: Told): Block {
  const change = ({ audience }: Figures) => {
    const [first, last] = [audience[0], audience.at(-1)]
    return first === undefined || last === undefined || first === last
      ? null
      : last.count - first.count
  }
  const reach = ({ posts }: Figures) => posts.reach
  return table(
    captions.audience,
    [heads(columns.figure), ...periodColumns(told)],
    [
      row(rows.followers, compared(told, followersAtEnd)),
      row(rows.followersChange, compared(told, change, signed)),
      row(rows.views, compared(told, viewsOf)),
      row(
        rows.median,
        compared(
          told,
          (figures) => medianOf(figures),
          (value) => count(Math.round(value)),
        ),
      ),
      row(
        rows.reactions,
        compared(told, (figures) => (viewsOf(figures) === null ? null : reach(figures).reactions)),
      ),
      row(
        rows.known,
        periodsOf(told).map((figures) => ({
          figure:
            figures.since === null
              ? figure(null)
              : figure(reach(figures).known, (known) => ofAll(known, figures.posts.posts.length)),
        })),
      ),
    ],
    { note: notes.readings },
  )
}

/** How many pictures there were, and how many of them everybody can read. */
function picturesSentence({ since, posts: { posts } }: Figures): string {
  const sum = (of: 'all' | 'described') =>
    posts.reduce((total, { pictures }) => total + pictures[of], 0)
  return since === null ? texts.noPictures : picturesSaid(sum('all'), sum('described'))
}

/** Of nothing there is no median; of posts that nobody read there is no data. */
function medianOf({ posts: { posts, reach } }: Figures): number | null | undefined {
  return posts.length === 0 ? undefined : reach.median
}

function signed(value: number): string {
  return value > 0 ? `+${count(value)}` : value < 0 ? `−${count(-value)}` : '0'
}

function followersChart({ now, zone }: Told): Block {
  const byWeek = weeksOf(now.period, zone).map(({ monday, week }) => {
    const days = now.audience.filter(({ day }) => mondayOf(day) === monday)
    return { label: `KW ${week}`, figure: figure(days.at(-1)?.count ?? null) }
  })
  const end = (reading: (typeof now.audience)[number] | undefined) =>
    reading === undefined ? null : { day: dateName(reading.day), count: reading.count }
  return {
    is: 'chart',
    id: 'folgende-konten',
    title: chartTitles.followers,
    message: followersMessage(end(now.audience[0]), end(now.audience.at(-1))),
    unit: units.accounts,
    drawing: { is: 'line', points: byWeek },
  }
}

function mondayOf(date: string): string {
  const at = Date.parse(date)
  const weekday = (new Date(at).getUTCDay() + 6) % 7
  return new Date(at - weekday * 86_400_000).toISOString().slice(0, 10)
}

function postTables(told: Told): Block[] {
  if (periodsOf(told).every(({ posts: { posts } }) => posts.length === 0)) {
    return [{ is: 'paragraph', text: texts.noPosts }]
  }
  const published = ({ posts: { posts } }: Figures) => posts
  const columnsOf = periodColumns(told)
  const topicCounts = (figures: Figures) =>
    tally(
      [...topics],
      published(figures).flatMap(({ topic }) => topic ?? []),
    )
  const used = topics.filter((topic) =>
    periodsOf(told).some((each) => topicCounts(each)[topic] > 0),
  )
  const sum = {
    head: rows.sum,
    cells: compared(told, (each) => published(each).length),
    isSum: true,
  }
  return [
    table(
      captions.kinds,
      [heads(columns.kind), ...columnsOf],
      [
        row(
          rows.single,
          compared(told, (each) => published(each).filter(({ parts }) => parts === 1).length),
        ),
        row(
          rows.thread,
          compared(told, (each) => published(each).filter(({ parts }) => parts > 1).length),
        ),
        sum,
      ],
    ),
    table(
      captions.topics,
      [heads(columns.topic), ...columnsOf],
      [
        ...used.map((topic) =>
          row(
            topicLabels[topic],
            compared(told, (each) => topicCounts(each)[topic]),
          ),
        ),
        sum,
      ],
      { note: notes.topics },
    ),
    ...(published(told.now).length === 0 ? [] : [topicsChart(told.now)]),
  ]
}

function topicsChart({ posts: { posts } }: Figures): Block {
  const counts = tally(
    [...topics],
    posts.flatMap(({ topic }) => topic ?? []),
  )
  const sorted = topics
    .filter((topic) => counts[topic] > 0)
    .sort((one, other) => counts[other] - counts[one])
  const most = counts[sorted[0] ?? 'lage']
  const top = sorted
    .filter((topic) => counts[topic] === most)
    .map((topic: Topic) => topicLabels[topic])
  return {
    is: 'chart',
    id: topicsChartId,
    title: chartTitles.topics,
    message: topicsMessage(posts.length, top, most),
    unit: columns.posts,
    drawing: {
      is: 'bars',
      bars: sorted.map((topic) => ({ label: topicLabels[topic], figure: figure(counts[topic]) })),
    },
  }
}

function mostReadTable({ now, zone }: Told): Block {
  const { posts } = now.posts
  if (posts.length === 0) return { is: 'paragraph', text: texts.noPosts }
  const top = mostRead(posts, 5)
  if (top.length === 0) return { is: 'paragraph', text: texts.noReadings }
  return table(
    captions.mostRead,
    [
      heads(columns.date),
      heads(columns.topic),
      numbers(columns.views),
      numbers(columns.reactions),
      heads(columns.link),
    ],
    top.map((post) =>
      row(dayOf(post, zone), [topicCell(post), ...reachCells(post), linkCell(post)]),
    ),
    { note: notes.readings },
  )
}

/** The list of all posts, for the annex. */
export function listOfPosts({ now, zone }: Told): Block {
  const { posts } = now.posts
  if (posts.length === 0) return { is: 'paragraph', text: texts.noPosts }
  return table(
    captions.list,
    [heads(columns.date), heads(columns.topic), heads(columns.link)],
    posts.map((post) => row(dayOf(post, zone), [topicCell(post), linkCell(post)])),
  )
}

/** The posts of each calendar week, for the annex. */
export function weeksTable({ now, zone }: Told): Block {
  return table(
    captions.weeks,
    [heads(columns.week), numbers(columns.posts)],
    weeksOf(now.period, zone).map((week) => {
      const found = now.posts.posts.filter(({ at }) => at >= week.from && at < week.to).length
      return row(weekName(week), [{ figure: figure(now.since === null ? null : found) }])
    }),
  )
}

function dayOf({ at }: PostFigure, zone: string): string {
  return dateOnly(at, zone)
}

function topicCell({ topic }: PostFigure): Cell {
  return { text: topic === null ? '' : topicLabels[topic] }
}

function linkCell({ url }: PostFigure): Cell {
  return { text: url.replace(/^https?:\/\//, ''), url }
}

function reachCells({ counters }: PostFigure): Cell[] {
  const read = counters['quarter-end']
  const cell = (value: number | null): { figure: Figure } => ({ figure: figure(value) })
  return [cell(read?.views ?? null), cell(read === undefined ? null : reactionsOf(read))]
}

function linkTable(told: Told): Block {
  const linked = ({ posts: { posts } }: Figures) => posts.filter(({ hasLink }) => hasLink).length
  const all = ({ posts: { posts } }: Figures) => posts.length
  return table(
    captions.link,
    [heads(columns.figure), ...periodColumns(told)],
    [
      row(
        rows.withLink,
        comparedShares(told, (each) => ({ some: linked(each), all: all(each) })),
      ),
      row(
        rows.withoutLink,
        compared(told, (each) => all(each) - linked(each)),
      ),
    ],
  )
}
