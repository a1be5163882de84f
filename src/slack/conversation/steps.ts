// The forms behind a step that needs more than a click: what a conversation waits for, where it goes, and evidence.
import {
  awaited,
  fachaemter,
  referrals,
  type RecordedInConversation,
} from '../../core/conversation/conversation.ts'
import type { ConversationCommand } from '../../core/conversation/decide.ts'
import type { ConversationAnswer } from '../../desk/conversation-requests.ts'
import type { ConversationRefusal } from '../../core/conversation/refusal.ts'
import type { MeasureRefusal } from '../../core/measure/refusal.ts'
import { instantOf, monthsLater } from '../../core/time/calendar.ts'
import { unknownForm } from '../../wording/faults.ts'
import { contactTroubles } from '../../wording/moderation/passing-on.ts'
import { moderationRefusal } from '../../wording/moderation/refusals.ts'
import type { Entrance, FormEnd, Sent } from '../entrance.ts'
import { readValues, type Values } from '../form-values.ts'
import { measureForm } from '../measure/form.ts'
import type { ModeratingParts } from '../parts.ts'
import type { SlackNewsroom } from '../slack-newsroom.ts'
import { readTarget } from '../target.ts'
import { stepForm } from './forms.ts'
import { mentionChosen, seenIn, type SeenConversation } from './seen.ts'

/** How long a Strafantrag may take: evidence is looked at again then. */
const evidenceMonths = 3

/** What each form asks of its conversation; null where Slack sends a choice we do not know. */
const commands: Readonly<
  Record<
    'wait' | 'forward' | 'refer',
    (
      values: Values,
      given: { seen: number; opens: string; zone: string },
    ) => ConversationCommand | null
  >
> = {
  wait(values, given) {
    const what = awaited.find((one) => one === values.option('for'))
    const fachamt = fachaemter.find((one) => one === values.option('fachamt')) ?? null
    const until = dayOf(values, given)
    return what === undefined ? null : { do: 'wait', for: what, fachamt, until, seen: given.seen }
  },
  forward(values, { seen }) {
    const to = fachaemter.find((one) => one === values.option('fachamt'))
    return to === undefined ? null : { do: 'forward', to, seen }
  },
  refer(values, { seen }) {
    const to = referrals.find((one) => one === values.option('target'))
    return to === undefined ? null : { do: 'refer', to, seen }
  },
}

/** When the office opens on the day that was chosen; long past where there is no such day. */
function dayOf(values: Values, { opens, zone }: { opens: string; zone: string }): number {
  const named = instantOf(values.date('until') ?? '', opens, zone)
  return 'instant' in named ? named.instant : 0
}

/** Registers the forms. */
export function stepListeners(door: Entrance, parts: ModeratingParts): void {
  const { conversations, contacts, newsroom, now, zone } = parts
  type Step = (
    sent: Sent,
    values: Values,
    about: SeenConversation & { seal: string; mention: number },
  ) => Promise<FormEnd>
  const form = (name: string, does: Step) => {
    door.form(name, readTarget, async (sent, target) => {
      const about = seenIn(parts, target)
      const mention = about === null ? null : mentionChosen(about.conversation, target.choice)
      return about === null || mention === null
        ? complaint(newsroom, { refused: 'unknown-mention' })
        : does(sent, readValues(sent.values), { ...about, seal: target.seal, mention })
    })
  }
  const ended = (said: ConversationAnswer): FormEnd | Promise<FormEnd> => {
    if ('refused' in said) return complaint(newsroom, said)
    void conversations.settle(said.conversation.number)
    return null
  }

  for (const [name, read] of Object.entries(commands)) {
    form(name, async (sent, values, { conversation: { number }, seen }) => {
      const command = read(values, { ...parts, seen })
      return command === null
        ? { errors: { '': unknownForm } }
        : ended(conversations.answer(number, command, await sent.visitor(), sent.id))
    })
  }

  form('pass-on', async (sent, values, { conversation: { number }, seen }) => {
    const fachamt = fachaemter.find((one) => one === values.option('fachamt'))
    const contact = fachamt === undefined ? undefined : contacts.get(fachamt)
    if (fachamt === undefined || contact === undefined) return { errors: { '': unknownForm } }
    const trouble = await parts.readers.trouble(contact)
    if (trouble !== null) return { errors: { fachamt: contactTroubles[trouble] } }
    const until = dayOf(values, parts)
    const question = values.text('question')
    const command = { do: 'pass-on', fachamt, until, question, seen } as const
    return ended(conversations.answer(number, command, await sent.visitor(), sent.id))
  })

  form('more', async (sent, values, about) => {
    const { conversation, mention, seen } = about
    const step = values.option('step')
    if (step === 'measure') {
      const measured = conversations.measured(mention)
      if (measured === null) return complaint(newsroom, { refused: 'unknown-mention' })
      const canHide = measured.hideable !== null
      return { next: measureForm({ seal: about.seal, mention: measured.view, canHide, zone }) }
    }
    if (step === 'forward') return { next: stepForm(step, { ...about, contacts }) }
    // The form shows what is kept now, and decides about that copy only.
    if (step === 'end-evidence') {
      return {
        next: stepForm(step, { ...about, contacts, seal: conversations.seal(conversation) }),
      }
    }
    const visitor = await sent.visitor()
    switch (step) {
      case 'hold-evidence': {
        const until = monthsLater(now(), evidenceMonths, zone)
        return ended(conversations.holdEvidence(mention, until, visitor, sent.id))
      }
      case 'mark-spam':
      case 'tell-answered': {
        const command = { do: step, seen } as const
        return ended(conversations.answer(conversation.number, command, visitor, sent.id))
      }
      default:
        return { errors: { '': unknownForm } }
    }
  })

  form('end-evidence', async (sent, values, { conversation, mention, seen }) => {
    const { number } = conversation
    const evidence = copySeen(conversations.life(number).slice(0, seen), mention)
    const decision = values.option('decision') === 'handed-over' ? 'handed-over' : 'released'
    const visitor = await sent.visitor()
    return ended(conversations.endEvidence(number, evidence, decision, visitor, sent.id))
  })
}

/** The copy of a mention that was kept last in what somebody saw of a conversation; 0 where none was. */
function copySeen(life: readonly RecordedInConversation[], mention: number): number {
  return life.reduce(
    (copy, event) =>
      event.type === 'evidence-held' && event.mention === mention ? event.evidence : copy,
    0,
  )
}

/** Beside which field a refusal stands, where it is about one. */
const fieldOf: Partial<Record<(ConversationRefusal | MeasureRefusal)['refused'], string>> = {
  'date-past': 'until',
  'fachamt-missing': 'fachamt',
  'nothing-said': 'contribution',
  'rule-only-hint': 'rule',
  'words-changed': 'reason',
  'milder-missing': 'milder',
  'reason-missing': 'reason',
  'review-missing': 'reviewOn',
  'review-past': 'reviewOn',
  'not-hideable': 'kind',
  'address-gone': 'kind',
}

/** A refusal as a sentence in the form. */
export async function complaint(
  newsroom: SlackNewsroom,
  refusal: ConversationRefusal | MeasureRefusal,
): Promise<FormEnd> {
  const sentence = await newsroom.draw((setting) => moderationRefusal(refusal, setting))
  return { errors: { [fieldOf[refusal.refused] ?? '']: sentence } }
}
