// Floods: when more came in than one card each could bear.
import type { ConversationNumber } from '../src/core/conversation/conversation.ts'
import {
  evolveFlood,
  type Flood,
  type FloodEvent,
  type FloodNumber,
} from '../src/core/flood/flood.ts'
import { replay } from '../src/core/matter.ts'
import type { Db } from './database.ts'
import { lives } from './lives.ts'

/** The floods of one database. */
export function floods(db: Db) {
  const all = lives<FloodEvent>(db, 'flood')
  const get = (number: FloodNumber): Flood | null => replay(evolveFlood, number, all.life(number))
  return {
    ...all,
    get,
    /** The flood that goes on now, null if none. */
    current(): Flood | null {
      const last = get(all.next() - 1)
      return last?.ended === null ? last : null
    },
    /** The floods in whose list a conversation waits. */
    listing(conversation: ConversationNumber): Flood[] {
      return all
        .open()
        .flatMap((number) => get(number) ?? [])
        .filter(({ listed }) => listed.some((one) => one.conversation === conversation))
    },
  }
}
