// The form for a measure, and what was filled in.
import type { types } from '@slack/bolt'
import { measureKinds, milderMeans, rules, type MeasureDraft } from '../../core/measure/measure.ts'
import { instantOf } from '../../core/time/calendar.ts'
import { cancelLabel } from '../../wording/forms.ts'
import {
  no,
  notHideableHint,
  quotedLabel,
  stepFormWords,
  yes,
} from '../../wording/moderation/forms.ts'
import { measureLabels, milderLabels, ruleOption } from '../../wording/moderation/lists.ts'
import { field, options, select } from '../fields.ts'
import { readValues } from '../form-values.ts'
import { limits } from '../limits.ts'
import type { MentionView } from '../../desk/ports/views.ts'
import { wordsOf } from '../conversation/card.ts'
import { context, line, plain, rich, strong } from '../pieces.ts'
import { writeTarget } from '../target.ts'

const said = stepFormWords.measure

/** The form for a measure about a mention, as the card of its conversation (`seal`) showed it: with the words, and with
 * what is possible for this post only. */
export function measureForm(given: {
  seal: string
  mention: MentionView
  canHide: boolean
  zone: string
}): types.ModalView {
  const { seal, mention, canHide, zone } = given
  const possible = measureKinds.filter((kind) => canHide || kind !== 'verbergen')
  return {
    type: 'modal',
    callback_id: 'measure',
    private_metadata: writeTarget(seal, String(mention.number)),
    title: plain(said.title, limits.viewTitle),
    submit: plain(said.submit, limits.viewTitle),
    close: plain(cancelLabel, limits.viewTitle),
    blocks: [
      rich([line(strong(quotedLabel(mention.number))), ...wordsOf(mention, zone)]),
      ...(canHide ? [] : [context(notHideableHint)]),
      field('kind', said.kind, select('kind', possible, measureLabels)),
      field(
        'rule',
        said.rule,
        select(
          'rule',
          rules.map(String),
          Object.fromEntries(rules.map((rule) => [rule, ruleOption(rule)])),
        ),
      ),
      field('reason', said.reason, {
        type: 'plain_text_input',
        action_id: 'reason',
        multiline: true,
        max_length: 600,
      }),
      {
        ...field('milder', said.milder, {
          type: 'checkboxes',
          action_id: 'milder',
          options: options(milderMeans, milderLabels),
        }),
        optional: true,
      },
      field('informed', said.informed, {
        type: 'radio_buttons',
        action_id: 'informed',
        options: options(['no', 'yes'], { no, yes }),
      }),
      {
        ...field('reviewOn', said.reviewOn, {
          type: 'datepicker',
          action_id: 'reviewOn',
        }),
        optional: true,
      },
    ],
  }
}

/** What was filled in; null where Slack sends a kind or rule we do not know. A day means its opening hour `opens`. */
export function readMeasureForm(
  state: unknown,
  { opens, zone }: { opens: string; zone: string },
): { draft: MeasureDraft; reason: string } | null {
  const values = readValues(state)
  const kind = measureKinds.find((one) => one === values.option('kind'))
  const rule = rules.find((one) => String(one) === values.option('rule'))
  if (kind === undefined || rule === undefined) return null
  const date = values.date('reviewOn')
  const named = date === null ? null : instantOf(date, opens, zone)
  const draft = {
    kind,
    rule,
    milder: milderMeans.filter((one) => values.options('milder').includes(one)),
    informed: values.option('informed') === 'yes',
    reviewOn: named !== null && 'instant' in named ? named.instant : null,
  }
  return { draft, reason: values.text('reason') }
}
