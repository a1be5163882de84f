import { theDesk, type Actor } from '../../core/people.ts'
import { forgottenPerson } from '../people.ts'

/** What sentences about lives need: the names of actors, null where nobody knows them any more, and the office's IANA
 * time zone. */
export type Telling = { name: (actor: Actor) => string | null; zone: string }

/** Who did it. */
export function actorName(actor: Actor, { name }: Telling): string {
  return actor === theDesk ? 'Amtsfunk' : (name(actor) ?? forgottenPerson)
}
