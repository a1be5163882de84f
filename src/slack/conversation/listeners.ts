// What people can do about a conversation by button or menu: take it, sort it, note it, or open a form for more.
import { z } from 'zod'
import { concerns } from '../../core/conversation/concerns.ts'
import type { ConversationCommand } from '../../core/conversation/decide.ts'
import type { ConversationRefusal } from '../../core/conversation/refusal.ts'
import { moderationRefusal } from '../../wording/moderation/refusals.ts'
import { unknownButton } from '../../wording/faults.ts'
import type { Entrance, Said, Visit } from '../entrance.ts'
import type { ModeratingParts } from '../parts.ts'
import { readerOf } from '../target.ts'
import { stepForm } from './forms.ts'
import { mentionList } from './list.ts'

const atOnce: Readonly<Record<string, ConversationCommand>> = {
  claim: { do: 'claim' },
  'take-over': { do: 'take-over' },
  'note-mention': { do: 'note' },
}

/** Steps of the menu that need a form. */
const steps = z.enum(['wait', 'forward', 'refer', 'more'])

/** Registers what people can do about a conversation at once. */
export function conversationListeners(door: Entrance, parts: ModeratingParts): void {
  const readMention = readerOf('mention')
  for (const [name, command] of Object.entries(atOnce)) {
    door.button(name, readMention, (press, { number }) => triage(parts, press, number, command))
  }
  door.button('sort', readMention, async (press, { number, choice }) => {
    const concern = concerns.find((one) => one === choice)
    return concern === undefined
      ? unknownButton
      : triage(parts, press, number, { do: 'sort', concern })
  })
  door.button('step', readMention, async (press, { number, choice }) => {
    if (choice === 'not-responsible') return triage(parts, press, number, { do: choice })
    const step = steps.safeParse(choice)
    return step.success ? openStep(parts, press, step.data, number) : unknownButton
  })
  door.button('more', readMention, (press, { number }) => openStep(parts, press, 'more', number))
}

/** Does what was asked of the conversation a mention belongs to; what there is to say of it. */
export async function triage(
  parts: ModeratingParts,
  visit: Visit,
  mention: number,
  command: ConversationCommand,
): Promise<Said> {
  const { moderation } = parts
  const visitor = await visit.visitor()
  const about = moderation.mention(mention)
  if (about === null) return refusal(parts, { refused: 'unknown-mention' })
  const said = moderation.answer(about.conversation.number, command, visitor)
  if ('refused' in said) return refusal(parts, said)
  void moderation.settleOne(about.conversation.number)
  return null
}

async function openStep(
  parts: ModeratingParts,
  visit: Visit,
  step: z.infer<typeof steps>,
  mention: number,
): Promise<Said> {
  const about = parts.moderation.mention(mention)
  if (about === null) return refusal(parts, { refused: 'unknown-mention' })
  await visit.opens(stepForm(step, about.conversation, mention))
  return null
}

function refusal({ newsroom }: ModeratingParts, refused: ConversationRefusal): Promise<string> {
  return newsroom.draw((setting) => moderationRefusal(refused, setting))
}

/** Shows the list of open mentions. It opens at once; the links to the cards follow. */
export async function showMentions(
  { moderation, newsroom, now, zone }: ModeratingParts,
  visit: Visit,
): Promise<Said> {
  const open = moderation.open().map((entry) => ({ ...entry, card: null as string | null }))
  const setting = { now: now(), zone }
  const form = await visit.opens(mentionList(open, setting))
  const linked = await Promise.all(
    open.map(async (entry) => {
      const place = moderation.cardOf(entry.conversation.number)
      return { ...entry, card: place === null ? null : await newsroom.permalink(place) }
    }),
  )
  await newsroom.redraw({ id: form, hash: null }, mentionList(linked, setting))
  return null
}
