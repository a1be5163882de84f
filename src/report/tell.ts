// The report of a period, chapter by chapter (docs/regeln.md, "Vierteljahresbericht").
import type { Topic } from '../core/content.ts'
import { office } from '../wording/office.ts'
import {
  draftOf,
  formLabels,
  formTexts,
  headings,
  notedIntro,
  notedItem,
  nothingNoted,
  orderText,
  petition,
  prompts,
  reportSubtitle,
  reportTitle,
} from '../wording/report/chapters.ts'
import { periodDates } from '../wording/report/period.ts'
import {
  beginsLate,
  lateIntro,
  lateItems,
  methodTexts,
  noLate,
  notYet,
} from '../wording/report/sentences.ts'
import { captions, columns, rows } from '../wording/report/tables.ts'
import { dateOnly } from '../wording/time.ts'
import { topicLabels } from '../wording/topics.ts'
import { dialogue, inTime, moderation } from './chapters/dialogue.ts'
import {
  followersAtEnd,
  listOfPosts,
  presence,
  topicsChartId,
  viewsOf,
  weeksTable,
} from './chapters/presence.ts'
import { heads, row, table } from './chapters/table.ts'
import {
  compared,
  comparedDialogue,
  comparedShares,
  guardedAlone,
  periodColumns,
  type Told,
} from './chapters/told.ts'
import { effort, privacy, warnings, working } from './chapters/work.ts'
import type { Block, Cell, ReportDocument, Table } from './document.ts'

/** The whole report. Pure: the same figures and date give the same document. */
export function tell(told: Told): ReportDocument {
  const { now, zone, drawnUpAt } = told
  const isInterim = drawnUpAt < now.span.to
  const key = keyRows(told)
  const blocks = blocksOf(told, key)
  const charts = blocks.flatMap((block) => (block.is === 'chart' ? [block.id] : []))
  return {
    title: reportTitle,
    subtitle: reportSubtitle(now.period),
    author: office.name,
    drawnUpAt,
    form: [
      { label: formLabels.number, text: formTexts.number },
      { label: formLabels.kind, text: formTexts.kind },
      { label: formLabels.order, text: formTexts.order },
      { label: formLabels.span, text: periodDates(now.period) },
      {
        label: formLabels.state,
        text: draftOf(dateOnly(drawnUpAt, zone), isInterim),
      },
      { label: formLabels.annexes, text: formTexts.annexes },
    ],
    blocks,
    keyFigures: key.flatMap(({ head, cells: [cell] }) =>
      cell !== undefined && 'figure' in cell && head !== rows.followers
        ? [{ label: head, figure: cell.figure }]
        : [],
    ),
    preview: charts.find((id) => id === topicsChartId) ?? charts[0] ?? null,
  }
}

function blocksOf(told: Told, key: Table['rows']): Block[] {
  const { now } = told
  return [
    { is: 'heading', level: 1, text: headings.order },
    { is: 'paragraph', text: orderText(now.period) },
    { is: 'heading', level: 1, text: headings.brief },
    { is: 'prompt', text: prompts.brief },
    table(captions.key, [heads(columns.figure), ...periodColumns(told)], key),
    ...presence(told),
    ...dialogue(told),
    ...moderation(told),
    ...warnings(told),
    ...working(told),
    ...effort(told),
    ...privacy(told),
    ...experiences(told),
    { is: 'heading', level: 1, text: headings.petition },
    { is: 'paragraph', text: petition },
    { is: 'heading', level: 1, text: headings.annex1, newPage: true },
    weeksTable(told),
    { is: 'heading', level: 1, text: headings.annex2 },
    listOfPosts(told),
    { is: 'heading', level: 1, text: headings.annex3 },
    ...method(told),
  ]
}

function keyRows(told: Told): Table['rows'] {
  const posts: Cell[] = compared(told, (each) => each.posts.posts.length)
  return [
    row(rows.posts, posts),
    row(rows.views, compared(told, viewsOf)),
    row(rows.followers, compared(told, followersAtEnd)),
    row(
      rows.mentions,
      comparedDialogue(told, (each) => each.dialogue.mentions),
    ),
    row(rows.inTime, comparedShares(told, inTime)),
  ]
}

/** Chapter 10: what only people can write, and what they noted for it. */
function experiences({ now, zone, experiences: noted }: Told): Block[] {
  const isLastOfYear = now.period.quarter === 4 || now.period.quarter === null
  const items = noted.map(({ notedAt, topic, text }) => {
    const label = topic !== null && topic in topicLabels ? topicLabels[topic as Topic] : null
    return notedItem(dateOnly(notedAt, zone), label, text)
  })
  return [
    { is: 'heading', level: 1, text: headings.experiences },
    { is: 'prompt', text: prompts.experiences },
    ...(items.length === 0
      ? [{ is: 'paragraph' as const, text: nothingNoted }]
      : [
          { is: 'paragraph' as const, text: notedIntro },
          { is: 'list' as const, items },
        ]),
    { is: 'prompt', text: prompts.platforms },
    ...(isLastOfYear ? [{ is: 'prompt' as const, text: prompts.evaluation }] : []),
  ]
}

/** How it was counted, what is missing, and what came late. */
function method(told: Told): Block[] {
  const { now, zone } = told
  const gaps = [told.now, ...told.earlier].flatMap(({ period, since, span }) => {
    if (since === null) return [notYet(period)]
    return since > span.from ? [beginsLate(period, dateOnly(since, zone))] : []
  })
  const late = (Object.keys(lateItems) as (keyof typeof lateItems)[]).flatMap((kind) =>
    now.late[kind] === 0 ? [] : [lateItems[kind](guardedAlone(now.late[kind]).shown)],
  )
  return [
    { is: 'list', items: [...Object.values(methodTexts), ...gaps] },
    { is: 'paragraph', text: late.length === 0 ? noLate : lateIntro },
    ...(late.length === 0 ? [] : [{ is: 'list' as const, items: late }]),
  ]
}
