// Chapters 6 to 9: special situations, how the desk worked, what it cost, and data protection.
import type { ErasedBecause } from '../../core/conversation/conversation.ts'
import { guideMinutes } from '../../core/guide-minutes.ts'
import type { Block, Table } from '../document.ts'
import { type Work } from '../figures/costs.ts'
import type { Figures } from '../figures/figures.ts'
import type { FollowUpFigures } from '../figures/follow-ups.ts'
import type { OfficeFigures } from '../figures/office.ts'
import type { ProposalFigures } from '../figures/proposals.ts'
import { amount, count, decimal } from '../../wording/numbers.ts'
import { kindLabels } from '../../wording/kinds.ts'
import { headings, prompts } from '../../wording/report/chapters.ts'
import { fourEyes, profileSaid, texts } from '../../wording/report/sentences.ts'
import {
  captions,
  chargeName,
  columns,
  erasedRows,
  few,
  guideValue,
  notes,
  rateNote,
  rows,
  units,
  workRows,
} from '../../wording/report/tables.ts'
import { dateOnly } from '../../wording/time.ts'
import { heads, numbers, orSentence, row, table } from './table.ts'
import {
  compared,
  comparedGuarded,
  figure,
  guardedRows,
  isSmall,
  periodColumns,
  type Told,
} from './told.ts'

/** Chapter 6 as blocks. */
export function warnings(told: Told): Block[] {
  const counted = (head: string, value: (figures: FollowUpFigures) => number) =>
    row(
      head,
      compared(told, ({ followUps }) => value(followUps)),
    )
  return [
    { is: 'heading', level: 1, text: headings.warnings },
    table(
      captions.special,
      [heads(columns.figure), ...periodColumns(told)],
      [
        row(
          rows.lage,
          compared(
            told,
            ({ posts: { posts } }) => posts.filter(({ topic }) => topic === 'lage').length,
          ),
        ),
        counted(rows.warnings, ({ warnings: all }) => all),
        counted(rows.allClears, ({ allClears }) => allClears),
        counted(rows.corrections, ({ corrections }) => corrections),
        counted(rows.retractions, ({ retractions }) => retractions),
        row(
          rows.floods,
          compared(told, ({ dialogue }) => dialogue.floods),
        ),
      ],
    ),
    corrections(told),
    { is: 'prompt', text: prompts.warnings },
  ]
}

/** What was wrong in public, and why. */
function corrections({ now, zone }: Told): Block {
  const { list } = now.followUps
  if (list.length === 0) return { is: 'paragraph', text: texts.noCorrections }
  return table(
    captions.corrections,
    [heads(columns.date), heads(columns.kind), heads(columns.reason), heads(columns.link)],
    list.map(({ at, kind, reason, url }) =>
      row(dateOnly(at, zone), [
        { text: kindLabels[kind] },
        { text: reason },
        url === null ? { text: '' } : { text: url.replace(/^https?:\/\//, ''), url },
      ]),
    ),
  )
}

/** Chapter 7 as blocks. */
export function working(told: Told): Block[] {
  const counted = (head: string, value: (figures: ProposalFigures) => number) =>
    row(
      head,
      compared(told, ({ proposals }) => value(proposals)),
    )
  const days = (head: string, value: (figures: OfficeFigures) => number) =>
    row(
      head,
      compared(told, ({ office }) => value(office)),
    )
  return [
    { is: 'heading', level: 1, text: headings.working },
    { is: 'paragraph', text: fourEyes(told.now.proposals.selfApproved) },
    table(
      captions.desk,
      [heads(columns.figure), ...periodColumns(told)],
      [
        counted(rows.submitted, ({ submitted }) => submitted),
        counted(rows.submittedAnswers, ({ submittedAnswers }) => submittedAnswers),
        counted(rows.asked, ({ asked }) => asked),
        counted(rows.revised, ({ revised }) => revised),
        counted(rows.approved, ({ approved }) => approved),
        counted(rows.selfApproved, ({ selfApproved }) => selfApproved),
        counted(rows.declined, ({ rejected }) => rejected),
        counted(rows.withdrawn, ({ withdrawn }) => withdrawn),
        counted(rows.expired, ({ expired }) => expired),
        counted(rows.failed, ({ failed }) => failed),
      ],
    ),
    orSentence(
      table(
        captions.doubts,
        [heads(columns.figure), ...periodColumns(told)],
        [
          counted(rows.doubts, ({ doubts }) => doubts.all),
          counted(rows.found, ({ doubts }) => doubts.found),
          counted(rows.told, ({ doubts }) => doubts.told),
          counted(rows.again, ({ doubts }) => doubts.again),
          counted(rows.open, ({ doubts }) => doubts.open),
        ],
      ),
      texts.noDoubts,
    ),
    orSentence(
      table(
        captions.days,
        [heads(columns.figure), ...periodColumns(told)],
        [
          days(rows.yellow, ({ yellow }) => yellow),
          days(rows.red, ({ red }) => red),
          days(rows.crisis, ({ crisis }) => crisis),
          days(rows.stopped, ({ stopped }) => stopped),
        ],
        { unit: units.days, note: notes.days },
      ),
      texts.noDays,
    ),
  ]
}

/** Chapter 8 as blocks. */
export function effort(told: Told): Block[] {
  return [
    { is: 'heading', level: 1, text: headings.effort },
    effortTable(told.now),
    costTable(told),
    { is: 'prompt', text: prompts.benefit },
  ]
}

function effortTable({ effort: efforts, since }: Figures): Block {
  const works = Object.keys(workRows) as Work[]
  const isHidden = (work: Work) => isAboutPersons(work) && isSmall(efforts[work].count)
  const known = (value: number) => (since === null ? null : value)
  const minutes = works
    .filter((work) => !isHidden(work))
    .reduce((total, work) => total + efforts[work].minutes, 0)
  return table(
    captions.effort,
    [heads(columns.work), numbers(columns.guide), numbers(columns.count), numbers(columns.minutes)],
    [
      ...works.map((work) =>
        row(workRows[work], [
          { text: guideValue(guideMinutes[work]) },
          ...(isHidden(work)
            ? [{ figure: { value: null, shown: few } }, { text: '' }]
            : [
                { figure: figure(known(efforts[work].count)) },
                { figure: figure(known(efforts[work].minutes), count, units.minutes) },
              ]),
        ]),
      ),
      {
        head: rows.sum,
        cells: [
          { text: '' },
          { text: '' },
          { figure: figure(known(minutes), hours, units.minutes) },
        ],
        isSum: true,
      },
    ],
    { note: works.some(isHidden) ? `${notes.guide} ${notes.withoutFew}` : notes.guide },
  )
}

// How often somebody was pointed elsewhere or met with a measure is told of persons elsewhere.
function isAboutPersons(work: Work): boolean {
  return work === 'referral' || work === 'measure'
}

function hours(minutes: number): string {
  return `${count(minutes)} (${decimal(minutes / 60)} Std.)`
}

// What was done about persons is shown no more exactly than they are counted.
const ofMeasures = new Set(['hideReply', 'mute', 'unmute'])

function costTable({ now: { costs, since }, eurPerUsd }: Told): Block {
  const shown = costs.byCharge.filter(
    ({ charge, count: times }) => !ofMeasures.has(charge) || !isSmall(times),
  )
  const sum = shown.reduce((total, { usd }) => total + usd, 0)
  if (shown.length === 0 && since !== null) {
    return { is: 'paragraph', text: texts.noCosts }
  }
  const eur = (usd: number) =>
    figure(eurPerUsd === null ? null : Math.round(usd * eurPerUsd * 100) / 100, amount, units.eur)
  const line = (name: string, times: number | null, usd: number | null): Table['rows'][number] =>
    row(name, [
      times === null ? { text: '' } : { figure: figure(times) },
      { figure: figure(usd, amount, units.usd) },
      { figure: usd === null ? figure(null) : eur(usd) },
    ])
  return table(
    captions.costs,
    [heads(columns.charge), numbers(columns.count), numbers(columns.usd), numbers(columns.eur)],
    [
      ...shown.map((each) => line(chargeName(each.charge), each.count, each.usd)),
      {
        ...line(rows.sum, null, since === null ? null : Math.round(sum * 1000) / 1000),
        isSum: true,
      },
    ],
    { note: costNote(eurPerUsd, shown.length < costs.byCharge.length) },
  )
}

function costNote(eurPerUsd: number | null, isReduced: boolean): string {
  const converted = eurPerUsd === null ? notes.noRate : rateNote(rate(eurPerUsd))
  return isReduced ? `${converted} ${notes.withoutHiding}` : converted
}

function rate(eurPerUsd: number): string {
  return String(eurPerUsd).replace('.', ',')
}

/** Chapter 9 as blocks. */
export function privacy(told: Told): Block[] {
  const erased = guardedRows<ErasedBecause>(told, erasedRows, (each) => each.privacy.erased)
  return [
    { is: 'heading', level: 1, text: headings.privacy },
    table(
      captions.requests,
      [heads(columns.figure), ...periodColumns(told)],
      [
        row(
          rows.accesses,
          comparedGuarded(told, (each) => each.privacy.accesses),
        ),
        row(
          rows.requested,
          comparedGuarded(told, (each) => each.privacy.requested),
        ),
        row(
          rows.erasureDone,
          comparedGuarded(told, (each) => each.privacy.done),
        ),
        row(
          rows.erasureRejected,
          comparedGuarded(told, (each) => each.privacy.rejected),
        ),
      ],
    ),
    ...(erased === null
      ? []
      : [table(captions.erased, [heads(columns.figure), ...periodColumns(told)], erased)]),
    { is: 'paragraph', text: profile(told) },
    {
      is: 'prompt',
      text: told.now.office.profile === null ? prompts.incidentsAndProfile : prompts.incidents,
    },
  ]
}

/** When the office last looked at its own profile. */
function profile({ now: { office }, zone }: Told): string {
  const { profile: last } = office
  return profileSaid(last && { day: dateOnly(last.at, zone), missing: last.missing })
}
