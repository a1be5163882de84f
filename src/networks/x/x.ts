// X, the first network: the port in X's own words.
import { TwitterApi, type ITwitterApiClientPlugin, type SendTweetV2Params } from 'twitter-api-v2'
import { z } from 'zod'
import type { Account, Network } from '../network.ts'
import { agentTo } from './address.ts'
import { areCredentialsRefused, Late, outcomeOf, outcomeOfError } from './outcome.ts'
import { priceOf } from './prices.ts'
import { findOnTimeline } from './timeline.ts'
import { weigh } from './weigh.ts'

const me = z.object({
  data: z.object({ id: z.string(), username: z.string(), name: z.string() }),
})

export type Keys = { appKey: string; appSecret: string; accessToken: string; accessSecret: string }

/** The credentials were refused: nothing can be done before somebody renews them. */
export class CredentialsRefused extends Error {}

/** X for one account. `apiUrl` is another base address (http allowed), null for X itself; `deadline` is
 * how long a call may take in all, in milliseconds. */
export function x(given: { keys: Keys; apiUrl: string | null; deadline?: number }): Network {
  const { keys, apiUrl, deadline = 15_000 } = given
  // The client has no time-out of its own: this one cuts silence, `inTime` cuts everything.
  const silence: ITwitterApiClientPlugin = {
    onBeforeRequest({ requestOptions }) {
      requestOptions.timeout = Math.min(10_000, deadline)
    },
  }
  const client = new TwitterApi(keys, {
    plugins: [silence],
    ...(apiUrl !== null && { httpAgent: agentTo(apiUrl) }),
  })
  const site = apiUrl?.replace(/\/$/, '') ?? 'https://x.com'
  let known: Account | null = null

  async function inTime<Answer>(call: Promise<Answer>): Promise<Answer> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new Late('X did not answer in time'))
      }, deadline)
    })
    try {
      return await Promise.race([call, late])
    } finally {
      clearTimeout(timer)
    }
  }

  async function account(): Promise<Account> {
    if (known !== null) return known
    try {
      const { id, username, name } = me.parse(await inTime(client.v2.get('users/me'))).data
      known = { id, handle: username, name }
      return known
    } catch (error) {
      // The client's errors carry the request with its signature: only what happened goes on.
      const outcome = outcomeOfError(error)
      const what = outcome.outcome === 'refused' ? `status ${outcome.status}` : outcome.outcome
      throw areCredentialsRefused(error)
        ? new CredentialsRefused(`X refused the credentials (${what})`)
        : new Error(`X did not say who the account is (${what})`)
    }
  }

  function linkTo(id: string): string {
    return `${site}/${known?.handle ?? 'i/web'}/status/${id}`
  }

  return {
    name: 'x',
    measure: weigh,
    price: priceOf,
    linkTo,

    idFromLink(link) {
      if (!URL.canParse(link.trim())) return null
      const { host, pathname } = new URL(link.trim())
      const isX = /^(?:www\.|mobile\.)?(?:x|twitter)\.com$/.test(host)
      if (!isX && host !== new URL(site).host) return null
      const [, owner = '', id = ''] = /^\/(\w+|i\/web)\/status\/(\d+)(?:\/|$)/.exec(pathname) ?? []
      const isOurs = owner === 'i/web' || owner.toLowerCase() === known?.handle.toLowerCase()
      return id !== '' && isOurs ? id : null
    },

    account,

    async publish({ part, replyTo }) {
      const body: Partial<SendTweetV2Params> = {
        text: part.text,
        ...(replyTo !== null && { reply: { in_reply_to_tweet_id: replyTo } }),
      }
      try {
        return outcomeOf(await inTime(client.v2.post('tweets', body)), linkTo)
      } catch (error) {
        return outcomeOfError(error)
      }
    },

    async find(writing, since, passOver) {
      try {
        const { id } = await account()
        const seen = await inTime(findOnTimeline(client, id, writing, since, passOver))
        return 'found' in seen
          ? { sighting: 'found', id: seen.found, url: linkTo(seen.found) }
          : seen
      } catch {
        return { sighting: 'unreadable' }
      }
    },
  }
}
