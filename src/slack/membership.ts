// Who is in a channel: asked of Slack and kept for a minute, so that a door opens at once.
import type { WebClient } from '@slack/web-api'

export type Membership = {
  /** Whether a person is in the channel. Throws a fault if Slack does not answer and nothing is known. */
  has(user: string): Promise<boolean>
}

/** The ids of everybody in a channel, bots among them. Throws if Slack does not answer. */
export async function membersOf(client: WebClient, channel: string): Promise<ReadonlySet<string>> {
  const members = new Set<string>()
  let cursor: string | undefined
  do {
    const page = await client.conversations.members({
      ...{ channel, limit: 1_000 },
      ...(cursor !== undefined && { cursor }),
    })
    for (const member of page.members ?? []) members.add(member)
    cursor = page.response_metadata?.next_cursor
  } while (cursor !== undefined && cursor !== '')
  return members
}

/** How long an answer holds, and how long a No does: somebody may just have been invited. In milliseconds. */
const freshFor = { yes: 60_000, no: 2_000 }

/** The members of one channel. `elapsed` tells how much time passes, in milliseconds. */
export function membership(given: {
  client: WebClient
  channel: string
  elapsed: () => number
}): Membership {
  const { client, channel, elapsed } = given
  let known: { members: ReadonlySet<string>; readAt: number } | null = null
  let reading: Promise<void> | null = null

  async function readNow(): Promise<void> {
    known = { members: await membersOf(client, channel), readAt: elapsed() }
  }

  /** One question at a time, whoever asks. */
  function read(): Promise<void> {
    reading ??= readNow().finally(() => {
      reading = null
    })
    return reading
  }

  return {
    async has(user) {
      const age = known === null ? Infinity : elapsed() - known.readAt
      const isIn = known?.members.has(user) === true
      if (age > (isIn ? freshFor.yes : freshFor.no)) await read()
      return known?.members.has(user) === true
    },
  }
}
