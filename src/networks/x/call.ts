// One call to X, with an end in any case.
import { TwitterApi, type ITwitterApiClientPlugin, type TwitterApiTokens } from 'twitter-api-v2'
import { agentFor, measured } from './address.ts'
import { Overdue, TooLong } from './outcome.ts'

/** The owner's four OAuth 1.0a keys. */
export type Keys = {
  appKey: string
  appSecret: string
  accessToken: string
  accessSecret: string
}

/** How long X may be silent within a call, in milliseconds; the deadline counts the whole call. */
const longestSilence = 10_000

/** How long an answer may be, in bytes: ten times a page of a hundred posts. What is longer is let go while it comes, so
 * that nobody fills the memory from outside. */
export const longestAnswer = 4_000_000

/** Does `work` with a client of its own; throws what the client throws, Overdue, or TooLong. Never tries again. */
export type Call = <Answer>(work: (client: TwitterApi) => Promise<Answer>) => Promise<Answer>

/** The client has no time-out of its own and trickling answers outlive an idle one, hence both. */
export function caller(keys: Keys, apiUrl: string | null, deadlineMs: number): Call {
  const tokens: TwitterApiTokens = { ...keys }
  return async (work) => {
    const overdue = new AbortController()
    let isTooLong: () => void = () => undefined
    const limits: ITwitterApiClientPlugin = {
      onBeforeRequest({ requestOptions }) {
        requestOptions.timeout = Math.min(longestSilence, deadlineMs)
        requestOptions.signal = overdue.signal
      },
    }
    const client = new TwitterApi(tokens, {
      httpAgent: measured(agentFor(apiUrl), longestAnswer, () => isTooLong()),
      plugins: [limits],
      // A broken compressed body would end the process: the client listens to no error of the inflater.
      compression: false,
    })
    let timer: NodeJS.Timeout | undefined
    const limit = new Promise<never>((_, reject) => {
      isTooLong = () => {
        reject(new TooLong(`an answer of more than ${longestAnswer} bytes`))
        overdue.abort()
      }
      timer = setTimeout(() => {
        reject(new Overdue())
        overdue.abort()
      }, deadlineMs)
    })
    try {
      return await Promise.race([work(client), limit])
    } finally {
      clearTimeout(timer)
    }
  }
}
