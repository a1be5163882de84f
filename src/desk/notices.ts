// What the team hears of the reading of mentions: each thing once, as soon as Slack takes it, also after a crash.
import type { Db } from '../../db/database.ts'
import { untold as untoldOf } from '../../db/untold.ts'
import type { Mailroom } from './mailroom.ts'
import type { Drawing } from './ports/newsroom.ts'

/** What is told of the reading of mentions. */
export type Notice = Extract<
  Drawing,
  { draw: 'trouble' | 'readable-again' | 'many-vanished' | 'mentions-missing' | 'reading-costs' }
>

export type Notices = ReturnType<typeof notices>

/** Opens the notices about one network, written where posts are approved. */
export function notices(given: {
  db: Db
  mail: Pick<Mailroom, 'tellOnce'>
  network: string
  channel: string
}) {
  const { db, mail, network, channel } = given
  const untold = untoldOf<Notice>(db, 'reading/')
  let telling: Promise<void> | null = null

  async function tellAll(): Promise<void> {
    for (const { key, told } of untold.all()) {
      // In their order: "readable again" before what it is about would be the last word on it.
      if (!(await mail.tellOnce(key, channel, () => told))) return
      untold.remove(key)
    }
  }

  return {
    /** It is to be told, under a name of its own. Call it within the transaction after which nobody would find it out
     * again. */
    add(name: string, notice: Notice): void {
      untold.add(`reading/${network}/${name}`, notice)
    },
    /** Tells what is still to be told, as far as Slack takes it; never the same thing twice at a time. */
    tell(): Promise<void> {
      telling ??= tellAll().finally(() => {
        telling = null
      })
      return telling
    },
  }
}
