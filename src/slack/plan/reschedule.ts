// Another time for a proposal: a day and an hour, as soon as it is approved, or some day.
import type { types } from '@slack/bolt'
import { draftOf } from '../../core/proposal/draft.ts'
import { current, type Proposal } from '../../core/proposal/proposal.ts'
import type { Refusal } from '../../core/proposal/refusal.ts'
import {
  cancelLabel,
  proposalFormWords,
  rescheduleNotice,
  rescheduleWords as said,
} from '../../wording/forms.ts'
import { refusalSentence } from '../../wording/refusals.ts'
import type { Entrance, FormEnd, Said } from '../entrance.ts'
import { datepicker, field, notice, tick, timepicker } from '../fields.ts'
import { readValues } from '../form-values.ts'
import { limits } from '../limits.ts'
import type { Parts } from '../parts.ts'
import { plain } from '../pieces.ts'
import { excerptOf } from '../shown.ts'
import { readTarget, writeTarget } from '../target.ts'
import type { Visit } from '../visit.ts'
import { flawErrors } from '../proposal/forms.ts'
import { redrawBelow } from './drawn.ts'

/** Registers what happens when somebody wants another time. */
export function rescheduleListeners(door: Entrance, parts: Parts): void {
  const { proposals, newsroom } = parts

  door.button('reschedule', readTarget, async (press, { seal }) => {
    const seen = proposals.seen(seal)
    const proposal = seen === null ? null : proposals.load(seen.number)
    return openReschedule(parts, press, proposal)
  })

  door.form('reschedule', readTarget, async (sent, { seal, choice: monday }): Promise<FormEnd> => {
    const seen = proposals.seen(seal)
    const { date, time, options } = readValues(sent.values)
    const visitor = await sent.visitor()
    const answer =
      seen === null
        ? ({ refused: 'unknown-proposal' } as const)
        : proposals.answer(
            seen.number,
            {
              ...{
                do: 'reschedule',
                version: seen.version,
                stock: options('stock').includes('yes'),
              },
              ...{ date: date('date'), time: time('time') },
            },
            visitor,
            sent.id,
          )
    if (!('refused' in answer)) {
      const { number } = answer.proposal
      sent.goesOn(proposals.settle(number).then(() => redrawBelow(parts, sent.rootId, monday)))
      return null
    }
    if (answer.refused === 'flawed') return { errors: flawErrors(answer.flaws) }
    const sentence = await newsroom.draw((named) => refusalSentence(answer, named))
    return { errors: { date: sentence } }
  })
}

/** Opens the form that asks for another time. `monday` is the week of the plan it is opened from, null for a card. */
export async function openReschedule(
  { proposals, newsroom, zone }: Parts,
  visit: Visit,
  proposal: Proposal | null,
  monday: string | null = null,
): Promise<Said> {
  const refusal: Refusal | null =
    proposal === null
      ? { refused: 'unknown-proposal' }
      : visit.asKnown().standing === 'outsider'
        ? { refused: 'outsider' }
        : null
  if (proposal === null || refusal !== null) {
    return newsroom.draw((named) => refusalSentence(refusal ?? { refused: 'outsider' }, named))
  }
  const { seal } = proposals.latest(proposal)
  await visit.opens(rescheduleForm(proposal, writeTarget(seal, monday), zone))
  return null
}

/** The form, with the time as it is. */
function rescheduleForm(proposal: Proposal, target: string, zone: string): types.ModalView {
  const { content } = current(proposal)
  const { date, time, stock = false } = draftOf(content, zone)
  const optional = (block: types.InputBlock) => ({ ...block, optional: true })
  return {
    type: 'modal',
    callback_id: 'reschedule',
    private_metadata: target,
    title: plain(said.title, limits.viewTitle),
    submit: plain(said.submit, limits.viewTitle),
    close: plain(cancelLabel, limits.viewTitle),
    blocks: [
      notice(rescheduleNotice(proposal, excerptOf(content))),
      optional(
        field('date', proposalFormWords.date, datepicker('date', proposalFormWords.date, date)),
      ),
      optional(
        field('time', proposalFormWords.time, timepicker('time', proposalFormWords.time, time)),
      ),
      optional(field('stock', said.stock, tick('stock', said.stock.choice, stock))),
    ],
  }
}
