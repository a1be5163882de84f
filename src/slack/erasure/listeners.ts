// What people can ask about an account: what is kept of it, as a file, and that it is erased with four eyes.
import { readHandle } from '../../core/erasure/erasure.ts'
import { conversationSentence } from '../../wording/moderation/conversation.ts'
import {
  accessSent,
  accessText,
  erasureAsked,
  erasureRefusal,
} from '../../wording/moderation/erasure.ts'
import type { Entrance, Said, Visit } from '../entrance.ts'
import type { ModeratingParts } from '../parts.ts'
import { readerOf } from '../target.ts'

/** Registers the two decisions about a request. */
export function erasureListeners(door: Entrance, parts: ModeratingParts): void {
  const { erasures, moderation, measures, desk } = parts
  for (const name of ['approve-erasure', 'reject-erasure']) {
    door.button(name, readerOf('erasure'), async (press, { number }) => {
      const visitor = await press.visitor()
      const said = erasures.decide(number, name === 'approve-erasure', visitor)
      if ('refused' in said) return erasureRefusal(said)
      // Before one's eyes: the cards lose their words now, not with the next tick.
      await Promise.all([
        erasures.settleOne(number),
        moderation.settle(),
        measures.settle(),
        desk.settle(),
      ])
      return null
    })
  }
}

/** Puts a request for erasure before a second person. */
export async function requestErasure(
  { erasures }: ModeratingParts,
  handle: string,
  visit: Visit,
): Promise<Said> {
  const said = erasures.request(handle, await visit.visitor())
  if ('refused' in said) return erasureRefusal(said)
  void erasures.settleOne(said.number)
  return erasureAsked
}

/** Gives an officer everything that is kept of an account, as a file in a direct message. */
export async function giveAccess(
  parts: ModeratingParts,
  typed: string,
  visit: Visit,
): Promise<Said> {
  const visitor = await visit.visitor()
  if (visitor.standing !== 'officer') return erasureRefusal({ refused: 'not-an-officer' })
  const handle = readHandle(typed)
  if (handle === null) return erasureRefusal({ refused: 'handle-missing' })
  await parts.newsroom.hand(visit.user, await accessOf(parts, handle))
  parts.erasures.recordAccess(visitor)
  return accessSent
}

function accessOf(parts: ModeratingParts, handle: string): Promise<string> {
  const { moderation, newsroom, zone, now } = parts
  const { mentions, evidence } = moderation.about(handle)
  return newsroom.draw((setting) =>
    accessText(handle, {
      at: now(),
      zone,
      mentions: mentions.flatMap(({ number, words, postedAt, receivedAt }) => {
        const known = moderation.mention(number)
        if (words === null || known === null) return []
        const state = conversationSentence(known.conversation, setting)
        const address = known.view.words?.link ?? ''
        return [{ ...words, number, address, postedAt, receivedAt, state }]
      }),
      evidence: evidence.map(({ number, content, sha256 }) => ({
        number,
        sha256,
        text: content.text,
        handle: content.handle,
        name: content.name,
        address: content.address,
        postedAt: Date.parse(content.postedAt),
        receivedAt: Date.parse(content.receivedAt),
      })),
    }),
  )
}
