// The forms behind a step that needs more than a click: what a conversation waits for, where it goes, and evidence.
import {
  awaited,
  fachaemter,
  referrals,
  type Conversation,
} from '../../core/conversation/conversation.ts'
import type { ConversationCommand } from '../../core/conversation/decide.ts'
import type { ConversationRefusal } from '../../core/conversation/refusal.ts'
import type { MeasureRefusal } from '../../core/measure/refusal.ts'
import { instantOf, monthsLater } from '../../core/time/calendar.ts'
import { unknownForm } from '../../wording/faults.ts'
import { moderationRefusal } from '../../wording/moderation/refusals.ts'
import type { Entrance, FormEnd, Sent } from '../entrance.ts'
import { readValues, type Values } from '../form-values.ts'
import { measureForm } from '../measure/form.ts'
import type { ModeratingParts } from '../parts.ts'
import type { SlackNewsroom } from '../slack-newsroom.ts'
import { readerOf } from '../target.ts'
import { stepForm } from './forms.ts'

/** How long a Strafantrag may take: evidence is looked at again then. */
const evidenceMonths = 3

/** What each form asks of its conversation; null where Slack sends a choice we do not know. */
const commands: Readonly<
  Record<
    'wait' | 'forward' | 'refer',
    (values: Values, hours: { opens: string; zone: string }) => ConversationCommand | null
  >
> = {
  wait(values, { opens, zone }) {
    const named = instantOf(values.date('until') ?? '', opens, zone)
    const what = awaited.find((one) => one === values.option('for'))
    const fachamt = fachaemter.find((one) => one === values.option('fachamt')) ?? null
    const until = 'instant' in named ? named.instant : 0
    return what === undefined ? null : { do: 'wait', for: what, fachamt, until }
  },
  forward(values) {
    const to = fachaemter.find((one) => one === values.option('fachamt'))
    return to === undefined ? null : { do: 'forward', to }
  },
  refer(values) {
    const to = referrals.find((one) => one === values.option('target'))
    return to === undefined ? null : { do: 'refer', to }
  },
}

/** Registers the forms. */
export function stepListeners(door: Entrance, parts: ModeratingParts): void {
  const { moderation, newsroom, now, zone } = parts
  type Step = (
    sent: Sent,
    values: Values,
    about: { conversation: Conversation; mention: number },
  ) => Promise<FormEnd>
  const form = (name: string, does: Step) => {
    door.form(name, readerOf('mention'), async (sent, { number }) => {
      const about = moderation.mention(number)
      if (about === null) return complaint(newsroom, { refused: 'unknown-mention' })
      const { conversation } = about
      return does(sent, readValues(sent.values), { conversation, mention: number })
    })
  }
  const ended = (said: ReturnType<typeof moderation.answer>): FormEnd | Promise<FormEnd> => {
    if ('refused' in said) return complaint(newsroom, said)
    void moderation.settleOne(said.conversation.number)
    return null
  }

  for (const [name, read] of Object.entries(commands)) {
    form(name, async (sent, values, { conversation }) => {
      const command = read(values, parts)
      return command === null
        ? { errors: { '': unknownForm } }
        : ended(moderation.answer(conversation.number, command, await sent.visitor(), sent.id))
    })
  }

  form('more', async (sent, values, { conversation, mention }) => {
    const step = values.option('step')
    if (step === 'measure') return { next: measureForm(mention) }
    if (step === 'end-evidence') return { next: stepForm(step, conversation, mention) }
    const visitor = await sent.visitor()
    switch (step) {
      case 'hold-evidence': {
        const until = monthsLater(now(), evidenceMonths, zone)
        return ended(moderation.holdEvidence(mention, until, visitor, sent.id))
      }
      case 'mark-spam':
      case 'tell-answered':
        return ended(moderation.answer(conversation.number, { do: step }, visitor, sent.id))
      default:
        return { errors: { '': unknownForm } }
    }
  })

  form('end-evidence', async (sent, values, { conversation, mention }) => {
    const evidence = conversation.evidence.find((one) => one.mention === mention)?.number ?? 0
    const decision = values.option('decision') === 'handed-over' ? 'handed-over' : 'released'
    const visitor = await sent.visitor()
    return ended(moderation.endEvidence(conversation.number, evidence, decision, visitor, sent.id))
  })
}

/** Beside which field a refusal stands, where it is about one. */
const fieldOf: Partial<Record<(ConversationRefusal | MeasureRefusal)['refused'], string>> = {
  'date-past': 'until',
  'fachamt-missing': 'fachamt',
  'rule-only-hint': 'rule',
  'milder-missing': 'milder',
  'reason-missing': 'reason',
  'review-missing': 'reviewOn',
  'review-past': 'reviewOn',
  'not-hideable': 'kind',
}

/** A refusal as a sentence in the form. */
export async function complaint(
  newsroom: SlackNewsroom,
  refusal: ConversationRefusal | MeasureRefusal,
): Promise<FormEnd> {
  const sentence = await newsroom.draw((setting) => moderationRefusal(refusal, setting))
  return { errors: { [fieldOf[refusal.refused] ?? '']: sentence } }
}
