// Bolt, wired so that nothing is lost and nothing is sent twice.
import { App, LogLevel, SocketModeReceiver, type Logger as BoltLogger } from '@slack/bolt'
import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRequestError } from '@slack/web-api'
import type { Logger } from 'pino'
import type { StartProblem } from '../wording/start.ts'
import { passesByItself } from './failures.ts'

export type Connection = {
  app: App
  /** Who the bot is in the workspace. Throws a fault with Slack's error word for a bad token. */
  identify(): Promise<{ bot: string; home: string }>
  /** Opens the sockets. Throws a fault for a bad app-level token. */
  open(): Promise<void>
  /** Milliseconds that have passed since the last socket went away; 0 while one is open. */
  deafFor(): number
  /** Closes the sockets: nothing more comes in. */
  close(): Promise<void>
}

/** Two sockets: when Slack renews one, which takes seconds, the other still hears. */
const sockets = 2

/** Connects to a workspace by Socket Mode. `apiUrl` is another Web API address, null for Slack's own; `elapsed`
 * tells how much time passes, in milliseconds. */
export function connect(given: {
  botToken: string
  appToken: string
  apiUrl: string | null
  log: Logger
  elapsed: () => number
}): Connection {
  const { botToken, appToken, apiUrl, log, elapsed } = given
  const logger = boltLogger(log)
  const address = { ...(apiUrl !== null && { slackApiUrl: apiUrl }), timeout: 10_000 }
  const receivers = Array.from(
    { length: sockets },
    // Options of their own: Bolt would hand the other object on and change it.
    () =>
      new SocketModeReceiver({
        appToken,
        logger,
        installerOptions: { clientOptions: address },
      }),
  )
  const [first] = receivers
  if (first === undefined) throw new Error('no socket')
  const app = new App({
    token: botToken,
    receiver: first,
    deferInitialization: true,
    convoStore: false,
    logger,
    // No retries: only the desk knows whether a write may be repeated.
    clientOptions: {
      ...address,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
    },
  })
  const open = new Set<SocketModeReceiver>()
  let lastOpen = elapsed()
  for (const receiver of receivers) {
    receiver.client.on('connected', () => open.add(receiver))
    receiver.client.on('close', () => {
      if (open.delete(receiver) && open.size === 0) lastOpen = elapsed()
    })
  }

  return {
    app,
    async identify() {
      await app.init()
      const { user_id: bot, team_id: home } = await app.client.auth.test()
      if (bot === undefined || home === undefined)
        throw new Error('Slack does not say who the bot is')
      for (const receiver of receivers.slice(1)) receiver.init(app)
      return { bot, home }
    },
    async open() {
      await Promise.all(receivers.map((receiver) => receiver.start()))
    },
    deafFor: () => (open.size > 0 ? 0 : elapsed() - lastOpen),
    async close() {
      await Promise.all(receivers.map((receiver) => receiver.client.disconnect()))
    },
  }
}

/** What keeps Slack from being connected; `variable` is the token that was used. Throws what is no failure of Slack. */
export function slackProblem(
  variable: 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN',
  error: unknown,
): StartProblem {
  // Slack has no time or a fault of its own: the next start may find it well.
  if (passesByItself(error)) return { problem: 'slack-unreachable' }
  if (error instanceof WebAPIPlatformError) {
    return { problem: 'slack-token', variable, error: error.data.error }
  }
  if (error instanceof WebAPIRequestError || error instanceof WebAPIHTTPError) {
    return { problem: 'slack-unreachable' }
  }
  throw new Error('Slack could not be connected', { cause: error })
}

// Bolt and its clients log through ours. Their debug lines hold whole messages, so these go nowhere.
function boltLogger(log: Logger): BoltLogger {
  const nowhere = () => undefined
  return {
    debug: nowhere,
    info: nowhere,
    warn: (...said) => {
      log.warn({ from: 'slack' }, said.map(String).join(' '))
    },
    error: (...said) => {
      log.error({ from: 'slack' }, said.map(String).join(' '))
    },
    setLevel: nowhere,
    getLevel: () => LogLevel.WARN,
    setName: nowhere,
  }
}
