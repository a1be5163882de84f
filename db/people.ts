// Who the numbers in history are. The only table that knows, and it can be emptied (docs/regeln.md, "Geschichte").
import type { Instant } from '../src/core/content.ts'
import type { Actor } from '../src/core/people.ts'
import type { Db } from './database.ts'
import { newSalt } from './erasable.ts'
import { register } from './register.ts'

export type People = ReturnType<typeof people>

/** The people of one database. */
export function people(db: Db) {
  const insert = db.prepare<[string, string]>('INSERT INTO person (slack_user, salt) VALUES (?, ?)')
  const registered = register(db)
  const actorOf = db
    .prepare<[string], number>('SELECT actor FROM person WHERE slack_user = ?')
    .pluck()
  const userOf = db
    .prepare<[number], string>('SELECT slack_user FROM person WHERE actor = ?')
    .pluck()
  const add = db.transaction((slackUser: string, at: Instant): Actor => {
    const known = actorOf.get(slackUser)
    if (known !== undefined) return known
    const salt = newSalt()
    const actor = Number(insert.run(slackUser, salt).lastInsertRowid)
    registered.keep('person', actor, { salt, said: slackUser }, at)
    return actor
  })
  return {
    /** The number of a Slack user; a new one for somebody not seen before. */
    actor: (slackUser: string, at: Instant): Actor =>
      actorOf.get(slackUser) ?? add.immediate(slackUser, at),
    /** The Slack user of a number; null for the desk itself and for people who were forgotten. */
    slackUser(actor: Actor): string | null {
      return userOf.get(actor) ?? null
    },
  }
}
