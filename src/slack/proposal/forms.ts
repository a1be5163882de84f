// The forms. Block and action ids are the names of the fields, so that what was typed survives an error.
import type { types } from '@slack/bolt'
import type { Draft, Flaw } from '../../core/proposal/draft.ts'
import { flawSentence } from '../../wording/flaws.ts'
import {
  cancelLabel,
  dividedNotice,
  proposalFormWords as said,
  revisingNotice,
  sentenceFormWords,
  type SentenceAction,
} from '../../wording/forms.ts'
import { cardTitle } from '../../wording/card.ts'
import { cut, limits, shares } from '../limits.ts'
import { plain } from '../pieces.ts'
import { field, notice, topicSelect, typed } from '../fields.ts'
import { writeTarget } from '../target.ts'

export type SentenceForm = SentenceAction

/** A version of a proposal as somebody saw it; `seal` is what its card carries. */
export type Seen = { seal: string; number: number; version: number }

/** The form for a proposal, filled with a draft. `revising` is the version it is to replace; an answer has a text and
 * nothing else. `divided`: the desk divided the text into parts of so many weighted characters. */
export function proposalForm(given: {
  draft: Draft | null
  revising: Seen | null
  isAnswer?: boolean
  divided?: { lengths: readonly number[]; limit: number; block: string } | null
}): types.ModalView {
  const { draft, revising, isAnswer = false, divided = null } = given
  return {
    type: 'modal',
    callback_id: 'proposal',
    private_metadata: revising === null ? '' : writeTarget(revising.seal),
    title: plain(revising === null ? said.title.propose : said.title.revise, limits.viewTitle),
    submit: plain(said.submit, limits.viewTitle),
    close: plain(cancelLabel, limits.viewTitle),
    blocks: [
      ...(revising === null ? [] : [notice(revisingNotice(revising.number, revising.version))]),
      ...(divided === null ? [] : [notice(dividedNotice(divided.lengths, divided.limit))]),
      {
        ...field('text', said.text, typed('text', said.text, draft?.text, true)),
        // Slack shows a text that was changed only in a new block.
        ...(divided !== null && { block_id: divided.block }),
      },
      ...(divided === null ? [] : [numberedField(draft?.numbered === true)]),
      ...(isAnswer ? [] : furtherFields(draft)),
    ],
  }
}

/** Whether the parts of a thread are to be numbered. */
function numberedField(isChosen: boolean): types.InputBlock {
  const option = { text: plain(said.numbered.choice, limits.option), value: 'yes' }
  const chosen = isChosen ? { initial_options: [option] } : {}
  const element = {
    type: 'checkboxes' as const,
    action_id: 'numbered',
    options: [option],
    ...chosen,
  }
  return { ...field('numbered', said.numbered, element), optional: true }
}

/** What a post of our own has besides its text. */
function furtherFields(draft: Draft | null): types.InputBlock[] {
  return [
    field('topic', said.topic, topicSelect(draft?.topic ?? null)),
    { ...field('link', said.link, typed('link', said.link, draft?.link, false)), optional: true },
    {
      ...field(
        'noLinkBecause',
        said.noLinkBecause,
        typed('noLinkBecause', said.noLinkBecause, draft?.noLinkBecause, false),
      ),
      optional: true,
    },
    {
      ...field('date', said.date, {
        type: 'datepicker',
        action_id: 'date',
        placeholder: plain(said.date.placeholder, limits.placeholder),
        ...(draft?.date != null && { initial_date: draft.date }),
      }),
      optional: true,
    },
    {
      ...field('time', said.time, {
        type: 'timepicker',
        action_id: 'time',
        placeholder: plain(said.time.placeholder, limits.placeholder),
        ...(draft?.time != null && { initial_time: draft.time }),
      }),
      optional: true,
    },
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

/** Every flaw beside its field, as Slack wants it: one text for each block id; `text` is that of the text's block. */
export function flawErrors(flaws: readonly Flaw[], text = 'text'): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const flaw of flaws) {
    const block = flaw.field === 'text' ? text : flaw.field
    const before = errors[block]
    const sentence = flawSentence(flaw)
    errors[block] = cut(before === undefined ? sentence : `${before} ${sentence}`, shares.formError)
  }
  return errors
}
