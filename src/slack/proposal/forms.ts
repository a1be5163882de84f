// The forms. Block and action ids are the names of the fields, so that what was typed survives an error.
import type { types } from '@slack/bolt'
import { picturesInAll } from '../../core/content.ts'
import type { PreElection } from '../../core/house-rules.ts'
import { kinds, type Kind } from '../../core/kinds.ts'
import type { Draft, Flaw } from '../../core/proposal/draft.ts'
import { flawSentence } from '../../wording/flaws.ts'
import {
  cancelLabel,
  dividedNotice,
  proposalFormTitles,
  proposalFormWords as said,
  revisingNotice,
  sentenceFormWords,
  type FieldWords,
  type SentenceAction,
} from '../../wording/forms.ts'
import { occasionField, occasionNotice } from '../../wording/house-rules.ts'
import { fromReleaseLabel } from '../../wording/press-release.ts'
import { cardTitle } from '../../wording/card.ts'
import { limits } from '../limits.ts'
import { makeTileLabel } from '../../wording/tiles.ts'
import { actions, plain } from '../pieces.ts'
import {
  datepicker,
  field,
  formErrors,
  notice,
  tick,
  ticks,
  timepicker,
  topicSelect,
  typed,
} from '../fields.ts'
import { writeFormTarget, writeTarget, type FormWhere } from '../target.ts'
import type { Template } from '../conversation/forms.ts'
import type { Department } from '../team.ts'

export type SentenceForm = SentenceAction

/** A version of a proposal as somebody saw it; `seal` is what its card carries. */
export type Seen = { seal: string; number: number; version: number }

/** What the office has that forms ask about. */
export type FormSetting = {
  departments: readonly Department[]
  asksForAi: boolean
  /** Textbausteine for posts. */
  templates: readonly Template[]
}

/** What can stand in the form besides the text. */
type FieldName =
  | 'warning'
  | 'reason'
  | 'topic'
  | 'link'
  | 'moment'
  | 'urgent'
  | 'occasion'
  | 'cosigners'
  | 'madeWithAi'
  | 'pictures'

/** A picture that comes along, as the form lists it. */
export type Listed = { label: string; isTicked: boolean }

/** What each kind asks for, in this order; what it does not ask is fixed by what it is about. */
const asked: Record<Kind, readonly FieldName[]> = {
  post: ['occasion', 'topic', 'link', 'moment', 'cosigners', 'urgent', 'madeWithAi', 'pictures'],
  reply: [],
  warning: ['occasion', 'warning', 'cosigners', 'link', 'madeWithAi', 'pictures'],
  'all-clear': ['occasion', 'link', 'cosigners', 'urgent', 'pictures'],
  correction: ['reason', 'link', 'cosigners', 'urgent', 'pictures'],
  retraction: ['reason', 'cosigners', 'urgent'],
}

/** The form for a proposal, filled with a draft. `revising` is the version it is to replace; `carried` are the pictures it
 * brings along. `divided`: the desk divided the text into parts of so many weighted characters. `block` is
 * that of the text, another one where text and link were changed: Slack shows them only then. `asides`: what is to be said of
 * what it was made from. */
export function proposalForm(given: {
  form: string
  kind: Kind
  draft: Draft | null
  revising: Seen | null
  /** Where it was opened. */
  where: FormWhere
  setting: FormSetting
  carried?: readonly Listed[]
  divided?: { lengths: readonly number[]; limit: number } | null
  block?: string
  /** Whether they may decide with a new version that it goes out. */
  mayMend?: boolean
  asides?: string | null
  /** The time before an election it would go out in, where somebody has to say why; null otherwise. */
  period: PreElection | null
}): types.ModalView {
  const {
    form,
    kind,
    draft,
    revising,
    where,
    divided = null,
    asides = null,
    block = 'text',
  } = given
  const isExtension = kind === 'warning' && draft?.original !== undefined
  const first = isExtension ? 'extend' : kind
  const title = revising === null && first !== 'reply' ? first : 'revise'
  return {
    type: 'modal',
    callback_id: 'proposal',
    private_metadata: writeFormTarget({ form, seal: revising?.seal ?? null, where }),
    title: plain(proposalFormTitles[title], limits.viewTitle),
    submit: plain(said.submit, limits.viewTitle),
    close: plain(cancelLabel, limits.viewTitle),
    blocks: [
      ...(revising === null ? [] : [notice(revisingNotice(revising.number, revising.version))]),
      ...(divided === null ? [] : [notice(dividedNotice(divided.lengths, divided.limit))]),
      ...(asides === null ? [] : [notice(asides)]),
      ...(given.period == null || !asked[kind].includes('occasion')
        ? []
        : [notice(occasionNotice(given.period))]),
      ...(kind === 'post' && revising === null ? templateMenu(given.setting.templates) : []),
      textField(kind, draft, block),
      ...(kind === 'post' && revising === null ? [releaseButton] : []),
      ...(divided === null && draft?.numbered !== true
        ? []
        : [
            optional(
              field(
                'numbered',
                said.numbered,
                tick('numbered', said.numbered.choice, draft?.numbered === true),
              ),
            ),
          ]),
      ...asked[kind].flatMap((name) => fieldsOf(name, given)),
      ...(asked[kind].includes('pictures') ? [tileButton] : []),
      ...(given.mayMend === true
        ? [
            optional(
              field(
                'releases',
                said.releases,
                tick('releases', said.releases.choice, draft?.releases === true),
              ),
            ),
          ]
        : []),
    ],
  }
}

/** Words to begin with; nothing where the office has none. */
function templateMenu(templates: readonly Template[]): types.KnownBlock[] {
  if (templates.length === 0) return []
  const { label, placeholder } = said.template
  return [
    {
      type: 'section',
      block_id: 'post-template',
      text: plain(label, limits.section),
      accessory: {
        type: 'static_select',
        action_id: 'post-template',
        placeholder: plain(placeholder, limits.placeholder),
        options: templates.slice(0, 100).map(({ title }, index) => ({
          text: plain(title, limits.option),
          value: String(index + 1),
        })),
      },
    },
  ]
}

/** A draft for who has a press release. */
const releaseButton = actions([
  { type: 'button', action_id: 'from-release', text: plain(fromReleaseLabel, limits.button) },
])

/** A picture for who has none. */
const tileButton = actions([
  { type: 'button', action_id: 'make-tile', text: plain(makeTileLabel, limits.button) },
])

const textWords: Record<Kind, FieldWords> = {
  post: said.text,
  reply: said.text,
  warning: said.what,
  'all-clear': said.followUp,
  correction: said.followUp,
  retraction: said.publicWords,
}

function textField(kind: Kind, draft: Draft | null, block: string): types.InputBlock {
  const words = textWords[kind]
  const one = field('text', words, typed('text', words, draft?.text, true))
  const placed = { ...one, block_id: block }
  return kind === 'retraction' ? optional(placed) : placed
}

function optional(block: types.InputBlock): types.InputBlock {
  return { ...block, optional: true }
}

function fieldsOf(
  name: FieldName,
  {
    kind,
    draft,
    setting,
    carried = [],
    block = 'text',
    period,
  }: Parameters<typeof proposalForm>[0],
): types.InputBlock[] {
  switch (name) {
    case 'warning':
      return warningFields(draft?.warning)
    case 'reason':
      return [field('reason', said.reason, typed('reason', said.reason, draft?.reason, true))]
    case 'topic':
      return [field('topic', said.topic, topicSelect(draft?.topic ?? null))]
    case 'link':
      return [
        optional(
          field(
            'link',
            said.link,
            typed(block.replace('text', 'link'), said.link, draft?.link, false),
          ),
        ),
        optional(
          field(
            'noLinkBecause',
            said.noLinkBecause,
            typed('noLinkBecause', said.noLinkBecause, draft?.noLinkBecause, false),
          ),
        ),
      ]
    case 'moment':
      return [
        optional(field('date', said.date, datepicker('date', said.date, draft?.date))),
        optional(field('time', said.time, timepicker('time', said.time, draft?.time))),
        optional(field('schedule', said.schedule, schedule(draft))),
      ]
    case 'cosigners':
      return setting.departments.length === 0 ? [] : [cosigners(kind, draft, setting.departments)]
    case 'occasion': {
      const said = draft?.occasion
      if (period === null && said === undefined) return []
      const box = field('occasion', occasionField, typed('occasion', occasionField, said, true))
      return [period === null ? optional(box) : box]
    }
    case 'urgent':
      return [
        optional(field('urgent', said.urgent, typed('urgent', said.urgent, draft?.urgent, false))),
      ]
    case 'madeWithAi': {
      if (!setting.asksForAi) return []
      const isChosen = draft?.madeWithAi === true
      const box = tick('madeWithAi', said.madeWithAi.choice, isChosen)
      return [optional(field('madeWithAi', said.madeWithAi, box))]
    }
    case 'pictures':
      return pictureFields(carried)
  }
}

function schedule(draft: Draft | null): types.InputBlock['element'] {
  const choices = (['embargo', 'stock'] as const).map((value) => ({
    value,
    label: said.schedule[value],
  }))
  const chosen = choices.filter(({ value }) => draft?.[value] === true)
  return ticks(
    'schedule',
    choices,
    chosen.map(({ value }) => value),
  )
}

function warningFields(draft: Draft['warning']): types.InputBlock[] {
  return [
    field('area', said.area, typed('area', said.area, draft?.area, false)),
    field('advice', said.advice, typed('advice', said.advice, draft?.advice, true)),
    field('source', said.source, typed('source', said.source, draft?.source, false)),
    field(
      'sourceDate',
      said.sourceDate,
      datepicker('sourceDate', said.sourceDate, draft?.sourceDate),
    ),
    field(
      'sourceTime',
      said.sourceTime,
      timepicker('sourceTime', said.sourceTime, draft?.sourceTime),
    ),
    field('validDate', said.validDate, datepicker('validDate', said.validDate, draft?.validDate)),
    field('validTime', said.validTime, timepicker('validTime', said.validTime, draft?.validTime)),
  ]
}

function cosigners(
  kind: Kind,
  draft: Draft | null,
  departments: readonly Department[],
): types.InputBlock {
  const choices = departments.map(({ key, name }) => ({
    text: plain(name, limits.option),
    value: key,
  }))
  const chosen = choices.filter(({ value }) => draft?.cosigners?.includes(value))
  const block = field('cosigners', said.cosigners, {
    type: 'multi_static_select',
    action_id: 'cosigners',
    placeholder: plain(said.cosigners.placeholder, limits.placeholder),
    options: choices,
    ...(chosen.length > 0 && { initial_options: chosen }),
  })
  return kinds[kind].needsCosigner ? block : optional(block)
}

function pictureFields(carried: readonly Listed[]): types.InputBlock[] {
  const choices = carried.map(({ label }, index) => ({ value: String(index), label }))
  const ticked = choices.filter((_, index) => carried[index]?.isTicked === true)
  // Slack keeps what was ticked below the same action, and would not tick what is new: a longer list has another.
  const list = ticks(
    `carried-${carried.length}`,
    choices,
    ticked.map(({ value }) => value),
  )
  return [
    ...(carried.length === 0 ? [] : [optional(field('carried', said.carried, list))]),
    optional(
      field('files', said.files, {
        type: 'file_input',
        action_id: 'files',
        filetypes: ['jpg', 'jpeg', 'png', 'webp', 'gif'],
        max_files: picturesInAll,
      }),
    ),
  ]
}

/** A form that asks for one sentence: a reason, a question or a link. */
export function sentenceForm(form: SentenceForm, seen: Seen): types.ModalView {
  const words = sentenceFormWords[form]
  return {
    type: 'modal',
    callback_id: form,
    private_metadata: writeTarget(seen.seal),
    title: plain(words.title, limits.viewTitle),
    submit: plain(words.submit, limits.viewTitle),
    close: plain(cancelLabel, limits.viewTitle),
    blocks: [
      notice(cardTitle(seen.number, seen.version)),
      field(
        'sentence',
        words.field,
        typed('sentence', words.field, undefined, words.multiline, true),
      ),
    ],
  }
}

/** Every flaw beside its field, and what else is to be said there; `text` is the block of the text. */
export function flawErrors(
  flaws: readonly Flaw[],
  text = 'text',
  more: readonly { block: string; sentence: string }[] = [],
): Record<string, string> {
  return formErrors([
    ...flaws.map((flaw) => ({
      block:
        flaw.field === 'text'
          ? text
          : 'picture' in flaw
            ? `${flaw.field}-${flaw.picture}`
            : flaw.field,
      sentence: flawSentence(flaw),
    })),
    ...more,
  ])
}
