// What people can do about a conversation by button or menu: take it, sort it, note it, or open a form for more.
import { z } from 'zod'
import { concerns } from '../../core/conversation/concerns.ts'
import { unknownButton } from '../../wording/faults.ts'
import type { Entrance, Said } from '../entrance.ts'
import type { ModeratingParts } from '../parts.ts'
import { readTarget, type Target } from '../target.ts'
import { stepForm } from './forms.ts'
import { mentionList } from './list.ts'
import { mentionChosen, refusal, seenIn, triage } from './seen.ts'
import type { Visit } from '../visit.ts'

const atOnce = {
  claim: { do: 'claim' },
  'take-over': { do: 'take-over' },
  'note-mention': { do: 'note' },
  'give-back': { do: 'give-back' },
  reopen: { do: 'reopen' },
} as const

/** Steps of the menu that need a form. */
const steps = z.enum(['wait', 'pass-on', 'forward', 'refer', 'more'])

/** Registers what people can do about a conversation at once. */
export function conversationListeners(door: Entrance, parts: ModeratingParts): void {
  for (const [name, command] of Object.entries(atOnce)) {
    door.button(name, readTarget, (press, target) => triage(parts, press, target, command))
  }
  door.button('sort', readTarget, async (press, target) => {
    const concern = concerns.find((one) => one === target.choice)
    return concern === undefined
      ? unknownButton
      : triage(parts, press, target, { do: 'sort', concern })
  })
  door.button('step', readTarget, async (press, target) => {
    const { choice } = target
    if (choice === 'not-responsible') return triage(parts, press, target, { do: choice })
    const step = steps.safeParse(choice)
    return step.success
      ? openStep(parts, press, step.data, { ...target, choice: null })
      : unknownButton
  })
  door.button('more', readTarget, (press, target) => openStep(parts, press, 'more', target))
}

async function openStep(
  parts: ModeratingParts,
  visit: Visit,
  step: z.infer<typeof steps>,
  target: Target,
): Promise<Said> {
  const about = seenIn(parts, target)
  const mention = about === null ? null : mentionChosen(about.conversation, target.choice)
  if (about === null || mention === null) return refusal(parts, { refused: 'unknown-mention' })
  const { contacts } = parts
  await visit.opens(stepForm(step, { ...about, seal: target.seal, mention, contacts }))
  return null
}

/** Shows the list of open mentions. It opens at once; the links to the cards follow. */
export async function showMentions(
  { conversations, newsroom, now, zone }: ModeratingParts,
  visit: Visit,
): Promise<Said> {
  const open = conversations.open().map((entry) => ({ ...entry, card: null as string | null }))
  const setting = { now: now(), zone }
  const { id } = await visit.opens(mentionList(open, setting))
  const linked = await Promise.all(
    open.map(async (entry) => {
      const place = conversations.cardOf(entry.conversation.number)
      return { ...entry, card: place === null ? null : await newsroom.permalink(place) }
    }),
  )
  await newsroom.redraw({ id, hash: null }, mentionList(linked, setting))
  return null
}
