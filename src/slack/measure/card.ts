// What the approval channel shows of a measure, and how measures are counted.
import type { types } from '@slack/bolt'
import {
  isForHands,
  measureKinds,
  needsApproval,
  stuckErrand,
  type Measure,
  type RecordedInMeasure,
} from '../../core/measure/measure.ts'
import { toMentionCard, viewOnX } from '../../wording/moderation/conversation.ts'
import { close } from '../../wording/moderation/forms.ts'
import {
  measureAbout,
  measureActionLabels,
  measureAloud,
  measureFacts,
  measureNote,
  measuresLine,
  measureSentence,
  openOnX,
  measuresTitle,
  measureTitle,
  noMeasures,
  reasonForgotten,
  reasonLabel,
  type MeasureAction,
} from '../../wording/moderation/measures.ts'
import type { Drawn } from '../pieces.ts'
import { cut, escapeWithin, limits, shares } from '../limits.ts'
import { writeTarget } from '../target.ts'
import { passageOf } from '../conversation/card.ts'
import {
  actions,
  calling,
  header,
  line,
  link,
  plain,
  quote,
  rich,
  strong,
  words,
} from '../pieces.ts'
import { shortNames } from '../shown.ts'
import type { Setting } from '../view.ts'
import type { MentionView } from '../../desk/ports/views.ts'

/** Draws the card of a measure: the passage and why, but not whose it is; that stands behind the links.
 * `card` is the permalink of the mention's card. */
export function measureCard(
  view: Setting & {
    measure: Measure
    seal: string
    reason: string | null
    mention: MentionView | null
    card: string | null
    /** Where a person does it by hand. */
    address: string | null
  },
): Drawn {
  const { measure, seal, reason, mention, card, address } = view
  const setting = shortNames(view)
  const title = measureTitle(measure)
  const offered = offers(measure)
  return {
    text: escapeWithin(title, limits.header),
    blocks: [
      header(title),
      rich([
        line(words(measureSentence(measure, setting))),
        ...(address === null ? [] : [line(link(address, openOnX))]),
      ]),
      rich([
        line(strong(measureAbout(measure.mention))),
        ...(mention === null ? [] : passageOf(mention)),
        ...(card === null ? [] : [line(link(card, toMentionCard))]),
        ...(mention?.words == null ? [] : [line(link(mention.words.link, viewOnX))]),
        line(strong(reason === null ? reasonForgotten : reasonLabel)),
        ...(reason === null ? [] : [quote(cut(reason, shares.quote))]),
        ...measureFacts(measure, setting).map((fact) => line(words(fact))),
      ]),
      ...(offered.length === 0
        ? []
        : [actions(offered.map((action) => button(action, measure.number, seal)))]),
    ],
  }
}

/** Draws a word in the thread of a measure. `to` is the Slack user who must be reached. */
export function measureNoteMessage({
  event,
  to,
}: {
  event: RecordedInMeasure
  to: string | null
}): Drawn {
  const { text, section } = calling([to], measureNote(event))
  return { text, blocks: [section] }
}

/** In how many cases, by which rule, how many informed, how many lifted (Drs. 21/12047): a view. */
export function measuresTable(all: readonly Measure[]): types.ModalView {
  const rows = countMeasures(all)
  return {
    type: 'modal',
    title: plain(measuresTitle, limits.viewTitle),
    close: plain(close, limits.viewTitle),
    blocks: [
      rich(
        rows.length === 0
          ? [line(words(noMeasures))]
          : rows.map((row) => line(words(measuresLine(row)))),
      ),
    ],
  }
}

type Row = {
  kind: Measure['kind']
  rule: Measure['rule']
  count: number
  informed: number
  lifted: number
}

/** Counts what was carried out, by kind and rule, the mildest kind first; what was rejected or withdrawn did not happen. */
function countMeasures(all: readonly Measure[]): Row[] {
  const rows = new Map<string, Row>()
  for (const { kind, rule, informed, stage, takenAt } of all) {
    if (takenAt === null) continue
    const key = `${kind} ${rule}`
    const row = rows.get(key) ?? { kind, rule, count: 0, informed: 0, lifted: 0 }
    row.count += 1
    if (informed) row.informed += 1
    if (stage.is === 'lifted') row.lifted += 1
    rows.set(key, row)
  }
  return [...rows.values()].sort(
    (one, other) =>
      measureKinds.indexOf(one.kind) - measureKinds.indexOf(other.kind) || one.rule - other.rule,
  )
}

function offers(measure: Measure): MeasureAction[] {
  const { kind, stage, informed, reviewReminded } = measure
  const stuck = stuckErrand(measure)
  switch (stage.is) {
    case 'proposed':
      return ['approve-measure', 'reject-measure', 'withdraw-measure']
    case 'approved':
    case 'lifting':
      return [
        ...(isForHands(measure) ? (['tell-done'] as const) : []),
        ...(stuck?.stage.because === 'target-missing' && kind === 'verbergen'
          ? (['tell-gone'] as const)
          : []),
        ...(stuck === null ? [] : (['try-again'] as const)),
        ...(stage.is === 'approved' ? (['withdraw-measure'] as const) : []),
      ]
    case 'in-force':
      return [
        ...(needsApproval(kind) ? (['lift'] as const) : []),
        ...(reviewReminded ? (['reviewed'] as const) : []),
        ...(informed ? [] : (['tell-informed'] as const)),
      ]
    case 'lifted':
    case 'lapsed':
    case 'rejected':
    case 'withdrawn':
      return []
  }
}

function button(action: MeasureAction, number: number, seal: string): types.Button {
  return {
    type: 'button',
    action_id: action,
    text: plain(measureActionLabels[action], limits.button),
    value: writeTarget(seal),
    accessibility_label: cut(measureAloud(action, number), limits.accessibilityLabel),
    ...(action === 'approve-measure' && { style: 'primary' as const }),
  }
}
