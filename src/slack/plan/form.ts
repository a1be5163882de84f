// The editorial plan of a week: day by day what goes out, what to mind, and where there is room.
import type { types } from '@slack/bolt'
import type { Declaration } from '../../core/declaration/declaration.ts'
import type { Entry, Plan, PlanDay, PlanSettings } from '../../core/plan.ts'
import { isWaitingToBeSent, isUnsent } from '../../core/proposal/stage.ts'
import { current, hasEnded, type Proposal } from '../../core/proposal/proposal.ts'
import { weeksLater } from '../../core/time/period.ts'
import { declarationLine } from '../../wording/declarations.ts'
import { cancelLabel } from '../../wording/forms.ts'
import { close as closeLabel } from '../../wording/moderation/forms.ts'
import { preElectionNotice } from '../../wording/house-rules.ts'
import { andMore, homeItemLabel } from '../../wording/home.ts'
import {
  dayHeading,
  effortLine,
  emptyDay,
  entryChoices,
  entryLine,
  entryNotes,
  fillAloud,
  fillForm,
  fillLabel,
  freeLine,
  planTitle,
  stockChoice,
  stockHeading,
  undatedLine,
  weekHeading,
  weekLabel,
  withdrawForm,
  type EntryChoice,
} from '../../wording/plan.ts'
import type { SeenPage } from '../../desk/ports/views.ts'
import { field, notice } from '../fields.ts'
import { cut, limits, shares } from '../limits.ts'
import { actions, header, line, plain, rich, strong, words } from '../pieces.ts'
import { excerptOf, shortNames } from '../shown.ts'
import { writeTarget } from '../target.ts'
import type { Setting } from '../view.ts'

/** How many entries a week shows, and how many of the stock: a form has at most a hundred blocks. */
const most = { entries: 50, stock: 15 }

/** How many times before an election are named: two elections may be near, more are a mistake. */
const mostPeriods = 2

export type PlanView = Setting & {
  plan: Plan
  stock: readonly Proposal[]
  undated: number
  settings: PlanSettings
  declared: readonly Declaration[]
  seal: (proposal: Proposal) => string
  /** Its official page, while it is still to go out. */
  page: (proposal: Proposal) => SeenPage | null
}

/** Draws the plan. */
export function planForm(view: PlanView): types.ModalView {
  const { plan, zone, stock, undated, settings, declared } = view
  const { week } = plan
  const setting = shortNames(view)
  const effort = effortLine(plan, settings.hoursPerWeek)
  const waits = undatedLine(undated)
  const room = { entries: most.entries }
  const turn = (id: string, by: number): types.Button => {
    const other = weeksLater(week, by, zone)
    return {
      type: 'button',
      action_id: id,
      text: plain(weekLabel(other), limits.button),
      value: other.monday,
    }
  }
  const said = [
    ...declared
      .slice(0, shares.accidentalLinks)
      .map((one) => strong(declarationLine(one, setting))),
    ...plan.preElection.slice(0, mostPeriods).map((one) => strong(preElectionNotice(one))),
    ...(effort === null ? [] : [words(effort)]),
    ...(waits === null ? [] : [words(waits)]),
  ]
  return {
    type: 'modal',
    callback_id: 'plan',
    private_metadata: week.monday,
    title: plain(planTitle, limits.viewTitle),
    close: plain(closeLabel, limits.viewTitle),
    blocks: [
      header(weekHeading(week, zone)),
      actions([turn('plan-before', -1), turn('plan-after', 1)]),
      ...(said.length === 0 ? [] : [rich(said.map((one) => line(one)))]),
      ...plan.days.flatMap((day) => dayBlocks(day, view, room)),
      ...stockBlocks(stock, view),
    ],
  }
}

function dayBlocks(day: PlanDay, view: PlanView, room: { entries: number }): types.KnownBlock[] {
  const { zone } = view
  const shown = day.entries.slice(0, Math.max(0, room.entries))
  room.entries -= shown.length
  const rest = day.entries.length - shown.length
  const isEmpty = day.entries.length + day.free.length === 0
  const heading = line(strong(dayHeading(day, zone)))
  if (isEmpty) return [rich([line(strong(dayHeading(day, zone)), words(` – ${emptyDay}`))])]
  return [
    rich([heading]),
    ...shown.map((entry) => entryBlock(entry, view)),
    ...(rest === 0 ? [] : [rich([line(words(andMore(rest)))])]),
    ...day.free.map((slot): types.KnownBlock => ({
      type: 'section',
      text: plain(freeLine(slot, zone), limits.section),
      accessory: {
        type: 'button',
        action_id: 'plan-fill',
        text: plain(fillLabel, limits.button),
        value: String(slot.at),
        accessibility_label: cut(fillAloud(slot.name), limits.accessibilityLabel),
      },
    })),
  ]
}

function entryBlock(entry: Entry, view: PlanView): types.SectionBlock {
  const { proposal } = entry
  const said = [
    entryLine(entry, view.zone),
    excerptOf(current(proposal).content),
    ...entryNotes(entry, view.page(proposal), view.zone),
  ]
  return proposalBlock(proposal, said, view)
}

function proposalBlock(
  proposal: Proposal,
  said: readonly string[],
  { seal }: PlanView,
): types.SectionBlock {
  return {
    type: 'section',
    text: plain(said.join('\n'), limits.section),
    accessory: {
      type: 'overflow',
      action_id: 'plan-entry',
      options: choicesFor(proposal).map((choice) => ({
        text: plain(entryChoices[choice], limits.option),
        value: writeTarget(seal(proposal), choice),
      })),
    },
  }
}

/** Only what the desk would do. */
function choicesFor(proposal: Proposal): EntryChoice[] {
  const { content } = current(proposal)
  const canChange = !hasEnded(proposal) && isUnsent(proposal)
  return [
    'review',
    ...(canChange && content.kind === 'post' ? (['reschedule'] as const) : []),
    ...(isWaitingToBeSent(proposal) ? (['stop'] as const) : []),
    ...(canChange ? (['withdraw'] as const) : []),
  ]
}

function stockBlocks(stock: readonly Proposal[], view: PlanView): types.KnownBlock[] {
  if (stock.length === 0) return []
  const rest = stock.length - most.stock
  return [
    { type: 'divider' },
    header(stockHeading(stock.length)),
    ...stock
      .slice(0, most.stock)
      .map((one) =>
        proposalBlock(one, [homeItemLabel(one.number), excerptOf(current(one).content)], view),
      ),
    ...(rest <= 0 ? [] : [rich([line(words(andMore(rest)))])]),
  ]
}

/** Asks before a proposal is withdrawn. `monday` is the week the plan below shows. */
export function withdrawPlanned(
  number: number,
  { seal, monday }: { seal: string; monday: string },
): types.ModalView {
  return {
    type: 'modal',
    callback_id: 'withdraw-planned',
    private_metadata: writeTarget(seal, monday),
    title: plain(withdrawForm.title, limits.viewTitle),
    submit: plain(withdrawForm.submit, limits.viewTitle),
    close: plain(cancelLabel, limits.viewTitle),
    blocks: [notice(withdrawForm.says(number))],
  }
}

/** Asks which proposal in stock fills a slot. */
export function fillSlot(
  stock: readonly Proposal[],
  given: { name: string; at: number; monday: string; seal: (proposal: Proposal) => string },
): types.ModalView {
  const { name, at, monday } = given
  const options = stock.slice(0, 100).map((one) => ({
    text: plain(stockChoice(one, excerptOf(current(one).content)), limits.option),
    value: given.seal(one),
  }))
  return {
    type: 'modal',
    callback_id: 'fill-slot',
    private_metadata: `${at} ${monday}`,
    title: plain(fillForm.title, limits.viewTitle),
    ...(options.length > 0 && { submit: plain(fillForm.submit, limits.viewTitle) }),
    close: plain(cancelLabel, limits.viewTitle),
    blocks: [
      notice(name),
      options.length === 0
        ? notice(fillForm.empty)
        : field('stock', fillForm.field, {
            type: 'static_select',
            action_id: 'stock',
            placeholder: plain(fillForm.field.placeholder, limits.placeholder),
            options,
          }),
    ],
  }
}
