// What is shown of a mention: its newest words and where they stand, as far as they are still there.
import type { Mentions } from '../../db/mentions.ts'
import { tidied } from '../core/content.ts'
import { soundsLikeEmergency } from '../core/conversation/concerns.ts'
import { isEdited, type Mention } from '../core/conversation/conversation.ts'
import type { Network } from './ports/network.ts'
import type { MentionView } from './ports/views.ts'
import type { Answered } from './proposal-requests.ts'

export type MentionViews = ReturnType<typeof mentionViews>

/** The views of the mentions of one database. */
export function mentionViews({ mentions, network }: { mentions: Mentions; network: Network }) {
  function wordsOf(number: number): MentionView['words'] {
    const known = mentions.get(number)
    if (known?.words == null) return null
    const { text, handle, name, latest } = known.words
    return { text, handle, name, link: network.linkToMention(latest, handle), media: known.media }
  }

  /** Where a person answers by hand; null where the network takes our answer, or nothing is left to answer. */
  function byHand(number: number, text: string): string | null {
    const known = mentions.get(number)
    return known?.words == null || known.summons
      ? null
      : network.answerByHand(known.words.latest, tidied(text))
  }

  return {
    byHand,
    /** A mention of a conversation as its card shows it. */
    view(mention: Mention): MentionView {
      const { number, postedAt, emergency, erased } = mention
      return {
        number,
        postedAt,
        edited: isEdited(mention),
        emergency,
        erased,
        words: wordsOf(number),
      }
    },
    /** What an answer answers, as the card of the answer shows it; null where there is no such mention. */
    answered(number: number, text: string): Answered | null {
      const known = mentions.get(number)
      if (known === null) return null
      const { postedAt, summons, words } = known
      const version = words?.version ?? 1
      return {
        version,
        isErased: words === null,
        summons,
        view: {
          mention: {
            number,
            postedAt,
            edited: version > 1,
            emergency: words !== null && soundsLikeEmergency(words.text),
            erased: null,
            words: wordsOf(number),
          },
          byHand: byHand(number, text),
        },
      }
    },
  }
}
