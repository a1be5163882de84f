// A flood's list: every mention it brought that still waits, page by page, and what can be done about many at once.
import type { types } from '@slack/bolt'
import type { Closing } from '../../core/conversation/decide.ts'
import { referrals } from '../../core/conversation/conversation.ts'
import type { Flood } from '../../core/flood/flood.ts'
import type { GroupView, ListedView } from '../../desk/ports/views.ts'
import { mentionLabels, mentionTitle } from '../../wording/moderation/conversation.ts'
import {
  closeMany,
  closingLabels,
  floodListTitle,
  groupAnswer,
  groupLine,
  groupNote,
  groupNoteConfirm,
  groupProposed,
  groupsTitle,
  sameAnswersHint,
  listEmptied,
  listFormWords as said,
  pageAfter,
  pageBefore,
  pageLine,
  whichLabels,
} from '../../wording/moderation/flood.ts'
import { close } from '../../wording/moderation/forms.ts'
import { field, notice, options, select } from '../fields.ts'
import { cut, limits, shares } from '../limits.ts'
import { actions, confirmation, context, line, plain, rich, strong, words } from '../pieces.ts'
import { withinLine } from '../shown.ts'
import { writeTarget } from '../target.ts'
import { listedLine } from './card.ts'

/** A page of the list as the desk knows it. */
export type Page = {
  seal: string
  entries: readonly ListedView[]
  groups: readonly GroupView[]
  page: number
  pages: number
  flood: Flood
}

/** Which page a list shows, and which conversations stood on it: what "this page" means when the form is sent. */
export type PageShown = { page: number; conversations: readonly number[] }

/** Draws a page; `says` stands above it. */
export function floodList(shown: Page, zone: string, says: string | null = null): types.ModalView {
  const { seal, entries, groups, page, pages, flood } = shown
  const waiting = flood.listed.length
  const onPage: PageShown = { page, conversations: entries.map(({ number }) => number) }
  return {
    type: 'modal',
    callback_id: 'flood-list',
    private_metadata: writeTarget(seal, writePage(onPage)),
    title: plain(floodListTitle, limits.viewTitle),
    ...(entries.length > 0 && { submit: plain(closeMany, limits.viewTitle) }),
    close: plain(close, limits.viewTitle),
    blocks: [
      ...(says === null ? [] : [notice(says)]),
      ...(entries.length === 0
        ? [rich([line(words(listEmptied))])]
        : [
            ...grouped(seal, groups),
            rich([line(words(pageLine(page, pages, waiting)))]),
            ...entries.flatMap((entry) => [
              rich([line(words(listedLine(entry, zone)))]),
              actions(buttonsOf(entry)),
            ]),
            ...turning(seal, page, pages),
            ...together(entries, waiting),
          ]),
    ],
  }
}

/** What many ask in the same words: to be closed together, or answered once. */
function grouped(seal: string, groups: readonly GroupView[]): types.KnownBlock[] {
  if (groups.length === 0) return []
  return [
    rich([line(strong(groupsTitle))]),
    ...groups.flatMap(({ first, count, proposal }) => [
      rich([
        line(words(groupLine(count, withinWords(first)))),
        ...(proposal === null ? [] : [line(words(groupProposed(proposal)))]),
      ]),
      actions([
        ...(proposal === null ? [answerTogether(seal, first.number)] : []),
        {
          type: 'button',
          action_id: 'group-note',
          text: plain(groupNote(count), limits.button),
          value: writeTarget(seal, String(first.number)),
          confirm: confirmation(groupNoteConfirm(count)),
        },
      ]),
    ]),
    context(sameAnswersHint),
  ]
}

function answerTogether(seal: string, conversation: number): types.Button {
  return {
    type: 'button',
    action_id: 'group-answer',
    text: plain(groupAnswer, limits.button),
    value: writeTarget(seal, String(conversation)),
  }
}

function withinWords({ mention }: ListedView): string {
  return cut(withinLine(mention.words?.text ?? ''), shares.excerpt)
}

function buttonsOf({ seal, mention }: ListedView): types.Button[] {
  const acts = [
    { id: 'listed-card', label: mentionLabels['want-card'] },
    ...(mention.words === null ? [] : [{ id: 'answer', label: mentionLabels.answer }]),
    { id: 'listed-note', label: mentionLabels['note-mention'] },
  ]
  return acts.map(({ id, label }) => ({
    type: 'button',
    action_id: id,
    text: plain(label, limits.button),
    value: writeTarget(seal, String(mention.number)),
    accessibility_label: cut(
      `${label}: ${mentionTitle(mention.number)}`,
      limits.accessibilityLabel,
    ),
  }))
}

/** The way to the pages before and after. */
function turning(seal: string, page: number, pages: number): types.KnownBlock[] {
  const to = (id: string, label: string, wanted: number): types.Button[] =>
    wanted < 1 || wanted > pages
      ? []
      : [
          {
            type: 'button',
            action_id: id,
            text: plain(label, limits.button),
            value: writeTarget(seal, String(wanted)),
          },
        ]
  const buttons = [
    ...to('flood-page-before', pageBefore, page - 1),
    ...to('flood-page-after', pageAfter, page + 1),
  ]
  return buttons.length === 0 ? [] : [actions(buttons)]
}

/** What is done about many at once. */
function together(entries: readonly ListedView[], waiting: number): types.InputBlock[] {
  const labels = whichLabels(entries.length, waiting)
  const closings = Object.keys(closingLabels) as (keyof typeof closingLabels)[]
  return [
    field('as', said.as, select('as', closings, closingLabels)),
    field('which', said.which, {
      type: 'radio_buttons',
      action_id: 'which',
      options: options(['chosen', 'page', 'all'] as const, labels),
    }),
    {
      ...field('chosen', said.chosen, {
        type: 'multi_static_select',
        action_id: 'chosen',
        options: entries.map(({ number, mention }) => ({
          text: plain(
            `${mentionTitle(mention.number)}: ${withinLine(mention.words?.text ?? '')}`,
            limits.option,
          ),
          value: String(number),
        })),
      }),
      optional: true,
    },
  ]
}

/** How many are closed; null for a choice we do not know. */
export function readClosing(chosen: string | null): Closing | null {
  switch (chosen) {
    case 'note':
    case 'tell-answered':
    case 'not-responsible':
      return { do: chosen }
    case 'mark-spam':
      return { do: chosen }
    default: {
      const to = referrals.find((one) => chosen === `refer-${one}`)
      return to === undefined ? null : { do: 'refer', to }
    }
  }
}

/** "3:31,32,40" */
function writePage({ page, conversations }: PageShown): string {
  return `${page}:${conversations.join(',')}`
}

/** Reads what `writePage` wrote; the first page for anything else. */
export function readPage(written: string | null): PageShown {
  const [, page = '1', numbers = ''] = /^(\d+):([\d,]*)$/.exec(written ?? '') ?? []
  const conversations = numbers === '' ? [] : numbers.split(',').map(Number)
  return { page: Number(page), conversations }
}
