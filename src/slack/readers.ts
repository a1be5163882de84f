// Who reads where a Fachamt is asked about a citizen's words: only people of the office may.
import type { WebClient } from '@slack/web-api'
import type { ContactTrouble } from '../wording/moderation/passing-on.ts'
import { channelTrouble } from './channels.ts'
import { membersOf } from './membership.ts'
import type { Team } from './team.ts'

export type Readers = {
  /** Why citizens' words must not be sent to a channel or Slack user, null where they may. What was written to a person
   * stands in a channel of theirs, which nobody else can enter. Throws if Slack does not answer. */
  trouble(contact: string): Promise<ContactTrouble | null>
}

/** Looks at who reads in a workspace. Guests, strangers and other bots may not. */
export function readers(given: {
  client: WebClient
  team: Pick<Team, 'standing'>
  /** The bot's own user id. */
  bot: string
}): Readers {
  const { client, team, bot } = given
  return {
    async trouble(contact) {
      if (contact.startsWith('D')) return null
      if (/^[UW]/.test(contact)) {
        return (await team.standing(contact)) === 'outsider' ? 'outsider' : null
      }
      const trouble = await channelTrouble(client, contact, true)
      if (trouble !== null) return trouble
      const members = [...(await membersOf(client, contact))].filter((user) => user !== bot)
      const standings = await Promise.all(members.map((user) => team.standing(user)))
      return standings.includes('outsider') ? 'guests' : null
    },
  }
}
