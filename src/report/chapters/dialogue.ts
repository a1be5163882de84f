// Chapters 4 and 5: what citizens wrote, what became of it, and what the office did about violations.
import type { RuleName } from '../figures/moderation.ts'
import type { Block, Table } from '../document.ts'
import { outcomes } from '../figures/dialogue.ts'
import type { Figures } from '../figures/figures.ts'
import { measureKinds } from '../../core/measure/measure.ts'
import { duration } from '../../wording/numbers.ts'
import {
  concernLabels,
  measureLabels,
  referralLabels,
  ruleLabels,
} from '../../wording/moderation/lists.ts'
import { headings } from '../../wording/report/chapters.ts'
import { chartTitles, outcomesMessage, texts } from '../../wording/report/sentences.ts'
import { captions, columns, notes, outcomeRows, rows, units } from '../../wording/report/tables.ts'
import { heads, numbers, orSentence, row, table } from './table.ts'
import {
  comparedDialogue,
  comparedGuarded,
  comparedShares,
  figure,
  guarded,
  guardedAlone,
  guardedRows,
  periodColumns,
  type Share,
  type Told,
} from './told.ts'

/** How many of the first answers came within one working day; null where mentions are not read. */
export function inTime({ readsMentions, dialogue: { answers, mentions } }: Figures): Share | null {
  return readsMentions || mentions > 0 ? { some: answers.inTime, all: answers.all } : null
}

/** Chapter 4 as blocks. */
export function dialogue(told: Told): Block[] {
  const title: Block = { is: 'heading', level: 1, text: headings.dialogue }
  const { now } = told
  if (!now.readsMentions && now.dialogue.mentions === 0) {
    return [title, { is: 'paragraph', text: texts.mentionsOff }]
  }
  return [
    title,
    mentionsTable(told),
    { is: 'heading', level: 2, text: headings.concerns },
    ...concernTables(told),
    { is: 'heading', level: 2, text: headings.answers },
    answersTable(told),
    referralTable(told),
  ]
}

function mentionsTable(told: Told): Block {
  return table(
    captions.mentions,
    [heads(columns.figure), ...periodColumns(told)],
    [
      row(
        rows.mentions,
        comparedDialogue(told, (each) => each.dialogue.mentions),
      ),
      row(
        rows.conversations,
        comparedDialogue(told, (each) => each.dialogue.conversations),
      ),
      row(
        rows.emergencies,
        comparedGuarded(told, (each) => each.dialogue.emergencies),
      ),
    ],
  )
}

function concernTables(told: Told): Block[] {
  const columnsOf = periodColumns(told)
  const labels = { ...concernLabels, unsorted: rows.unsorted }
  const byConcern = guardedRows(told, labels, (each) => each.dialogue.byConcern)
  const byOutcome = guardedRows(told, outcomeRows, (each) => each.dialogue.byOutcome)
  if (byConcern === null || byOutcome === null) {
    return [{ is: 'paragraph', text: texts.noMentions }]
  }
  return [
    table(captions.concerns, [heads(columns.concern), ...columnsOf], byConcern, {
      note: notes.empty,
    }),
    table(captions.outcomes, [heads(columns.outcome), ...columnsOf], byOutcome, {
      note: notes.empty,
    }),
    ...(told.now.dialogue.conversations === 0 ? [] : [outcomesChart(told.now)]),
  ]
}

function outcomesChart({ dialogue: { byOutcome, conversations } }: Figures): Block {
  const figures = guarded(outcomes.map((outcome) => byOutcome[outcome]))
  const bars = outcomes
    .map((outcome, index) => ({
      label: outcomeRows[outcome],
      figure: figures[index] ?? guardedAlone(byOutcome[outcome]),
      sortedBy: byOutcome[outcome],
    }))
    .filter(({ sortedBy }) => sortedBy > 0)
    .sort((one, other) => other.sortedBy - one.sortedBy)
  const [top] = bars
  return {
    is: 'chart',
    id: 'gespraeche-nach-ergebnis',
    title: chartTitles.outcomes,
    message: outcomesMessage(
      guardedAlone(conversations).shown,
      top === undefined ? null : { label: top.label, shown: top.figure.shown },
    ),
    unit: rows.conversations,
    drawing: { is: 'bars', bars: bars.map(({ label, figure }) => ({ label, figure })) },
  }
}

function answersTable(told: Told): Block {
  return table(
    captions.answers,
    [heads(columns.figure), ...periodColumns(told)],
    [
      row(
        rows.answered,
        comparedDialogue(told, (each) => each.dialogue.answers.all),
      ),
      row(rows.answeredInTime, comparedShares(told, inTime)),
      row(
        rows.medianWait,
        comparedDialogue(
          told,
          (each) =>
            each.dialogue.answers.median === null
              ? undefined
              : Math.round(each.dialogue.answers.median / 60_000),
          (minutes) => duration(minutes * 60_000),
          units.minutes,
        ),
      ),
    ],
    { note: notes.service },
  )
}

function referralTable(told: Told): Block {
  const byTarget = guardedRows(told, referralLabels, (each) => each.dialogue.byReferral)
  if (byTarget === null) return { is: 'paragraph', text: texts.noReferrals }
  return table(captions.referrals, [heads(columns.target), ...periodColumns(told)], byTarget, {
    note: notes.empty,
  })
}

/** Chapter 5 as blocks. */
export function moderation(told: Told): Block[] {
  const columnsOf = periodColumns(told)
  const byKind = guardedRows(told, measureLabels, (each) => each.moderation.byKind)
  const named = Object.fromEntries(
    Object.entries(ruleLabels).map(([rule, label]) => [rule, `${rule} ${label}`]),
  ) as Record<RuleName, string>
  const byRule = guardedRows(told, named, (each) => each.moderation.byRule)
  const about = (value: (each: Figures) => number) => comparedGuarded(told, value)
  return [
    { is: 'heading', level: 1, text: headings.moderation },
    ...(byKind === null || byRule === null
      ? [{ is: 'paragraph' as const, text: texts.noMeasures }]
      : [
          table(
            captions.measures,
            [heads(columns.measure), ...columnsOf],
            [
              ...byKind,
              row(
                rows.informed,
                about((each) => each.moderation.informed),
              ),
              row(
                rows.rejected,
                about((each) => each.moderation.rejected),
              ),
            ],
            { note: notes.measures },
          ),
          table(captions.measuresByRule, [heads(columns.rule), ...columnsOf], byRule, {
            note: notes.empty,
          }),
        ]),
    orSentence(measuresNow(told), texts.nothingInForce),
    orSentence(
      table(
        captions.evidence,
        [heads(columns.figure), ...columnsOf],
        [
          row(
            rows.held,
            about((each) => each.moderation.evidence.held),
          ),
          row(
            rows.handedOver,
            about((each) => each.moderation.evidence.handedOver),
          ),
          row(
            rows.released,
            about((each) => each.moderation.evidence.released),
          ),
        ],
      ),
      texts.noEvidence,
    ),
  ]
}

function measuresNow({ now: { moderation, since }, inForce }: Told): Table {
  const known = (value: number) => (since === null ? figure(null) : guardedAlone(value))
  return table(
    captions.measuresNow,
    [heads(columns.measure), numbers(columns.lifted), numbers(columns.inForce)],
    measureKinds.map((kind) =>
      row(measureLabels[kind], [
        { figure: known(moderation.lifted[kind]) },
        { figure: known(inForce[kind]) },
      ]),
    ),
  )
}
