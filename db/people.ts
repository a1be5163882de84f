// Who the numbers in history are. The only table that knows, and it can be emptied (docs/regeln.md, "Geschichte").
import type { Actor } from '../src/core/people.ts'
import type { Db } from './database.ts'

export type People = ReturnType<typeof people>

/** The people of one database. */
export function people(db: Db) {
  const add = db.prepare<[string]>(
    'INSERT INTO person (slack_user) VALUES (?) ON CONFLICT DO NOTHING',
  )
  const actorOf = db
    .prepare<[string], number>('SELECT actor FROM person WHERE slack_user = ?')
    .pluck()
  const userOf = db
    .prepare<[number], string>('SELECT slack_user FROM person WHERE actor = ?')
    .pluck()
  return {
    /** The number of a Slack user; a new one for somebody not seen before. */
    actor(slackUser: string): Actor {
      const known = actorOf.get(slackUser)
      if (known !== undefined) return known
      add.run(slackUser)
      const added = actorOf.get(slackUser)
      if (added === undefined) throw new Error('a person could not be numbered')
      return added
    },
    /** The Slack user of a number; null for the desk itself and for people who were forgotten. */
    slackUser(actor: Actor): string | null {
      return userOf.get(actor) ?? null
    },
  }
}
