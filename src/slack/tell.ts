// Answers to one person: they arrive wherever the person is, also where the bot is no member.
import type { types } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import { escape } from './escape.ts'

/** Where somebody typed or pressed. `answer` is Slack's address for answers there (response_url): half an hour, five
 * times, and the bot need not be a member. Null what is not known. */
export type Where = { channel: string | null; thread: string | null; answer: string | null }

/** Where nothing is known but the person. */
export const nowhere: Where = { channel: null, thread: null, answer: null }

/** What a person is told: a plain sentence, or a message (its text is mrkdwn already). `replaces` puts it in the place
 * of the answer whose button was pressed. `isQuiet`: no device rings for it, and where that cannot be it is not said. */
export type Words =
  string | { text: string; blocks?: types.KnownBlock[]; replaces?: true; isQuiet?: true }

/** Tells one person something that only this person sees. Tries the address for answers, then the channel, and
 * last a direct message. Never throws: what reaches nobody is a fault for the log. */
export type Tell = (user: string, where: Where, words: Words) => Promise<void>

/** How long an answer may take, in milliseconds. */
const patience = 5_000

/** The way to people of one workspace. */
export function teller(given: {
  client: WebClient
  fault: (what: string, error: unknown) => void
}): Tell {
  const { client, fault } = given
  return async (user, { channel, thread, answer }, words) => {
    const {
      replaces = false,
      isQuiet = false,
      ...message
    } = typeof words === 'string' ? { text: escape(words) } : words
    const inThread = thread !== null && { thread_ts: thread }
    const answered = { ...message, ...inThread, replace_original: replaces }
    const ways = [
      answer !== null && (() => respond(answer, answered)),
      channel !== null &&
        (() => client.chat.postEphemeral({ channel, user, ...message, ...inThread })),
      !isQuiet && (() => client.chat.postMessage({ channel: user, ...message })),
    ].filter((way) => way !== false)
    let broke: unknown = null
    for (const way of ways) {
      try {
        await way()
        return
      } catch (error) {
        broke = error
      }
    }
    if (!isQuiet) fault('a person could not be told something', broke)
  }
}

async function respond(address: string, message: object): Promise<void> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ response_type: 'ephemeral', ...message }),
    signal: AbortSignal.timeout(patience),
  })
  if (!answer.ok) throw new Error(`Slack did not take an answer: HTTP ${answer.status}`)
}
