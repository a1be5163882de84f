// Where a bot is measured: the sandbox's Slack with people who type and press, and the smallest X.
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import type { Act, Message, SlackSight } from '../sandbox/contract.ts'
import { openMemory } from '../sandbox/memory.ts'
import { localSlack } from '../sandbox/slack/local-slack.ts'
import { readySentence } from '../src/wording/start.ts'
import { start, type Bot } from './process.ts'
import { publicX, type PublicX } from './public-x.ts'

const root = join(import.meta.dirname, '..')

export type Town = {
  x: PublicX
  people: Record<'anna' | 'petra', string>
  /** The approval channel. */
  channel: string
  /** The environment of a bot that lives here. */
  env: Record<string, string>
  /** Does what a person would; throws if Slack says no. */
  act(act: Act): Promise<void>
  sight(as: string): SlackSight
  /** All messages in the approval channel, oldest first. */
  cards(): readonly Message[]
} & AsyncDisposable

/** Opens a town; its bot keeps its files below a folder. */
export async function town(below = tmpdir()): Promise<Town> {
  const folder = await mkdtemp(join(below, 'amtsfunk-bench-'))
  const manifest = JSON.parse(await readFile(join(root, 'manifest.json'), 'utf8')) as unknown
  const memory = openMemory(':memory:')
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const slack = localSlack({
    manifest,
    memory,
    clock: Date,
    address: () => address,
    changed: () => {},
  })
  server.on('request', slack.answer)
  server.on('upgrade', (request, socket, head) => {
    if (!slack.upgrade(request, socket, head)) socket.destroy()
  })
  const x = await publicX()
  const { channels, people } = slack.ids
  return {
    x,
    people,
    channel: channels.freigabe,
    env: {
      DATABASE_PATH: join(folder, 'amtsfunk.db'),
      SLACK_BOT_TOKEN: slack.credentials.botToken,
      SLACK_APP_TOKEN: slack.credentials.appToken,
      SLACK_API_URL: `${address}/api/`,
      APPROVAL_CHANNEL: channels.freigabe,
      MODERATION_CHANNEL: channels.moderation,
      PRESS_OFFICERS: people.petra,
      X_APP_KEY: 'bench',
      X_APP_SECRET: 'bench',
      X_ACCESS_TOKEN: '1-bench',
      X_ACCESS_SECRET: 'bench',
      X_API_URL: x.address,
      UNDO_SECONDS: '0',
      MENTIONS: 'off',
      LOG_LEVEL: 'fatal',
    },
    async act(act) {
      const answer = await slack.act(act)
      if (!answer.ok) throw new Error(`Slack says ${answer.error} to ${JSON.stringify(act)}`)
    },
    sight: slack.sight,
    cards() {
      const { channels: seen } = slack.sight(people.petra)
      return seen.find(({ id }) => id === channels.freigabe)?.messages ?? []
    },
    async [Symbol.asyncDispose]() {
      await slack.stop()
      server.closeAllConnections()
      server.close()
      memory.close()
      await x[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Starts Amtsfunk in a town, as an office would. */
export function amtsfunk({ env }: Town): Promise<Bot> {
  const program = join(root, 'src', 'main.ts')
  return start(program, env, (said) => said.includes(readySentence))
}

/** Starts the bare floor in a town. */
export function bareBolt({ env }: Town): Promise<Bot> {
  const program = join(root, 'bench', 'bare-bolt.ts')
  return start(program, env, (said) => said.includes('ready'))
}

/** Waits, outside of what is measured, until something is there. Throws after five seconds. */
export async function seen<T>(look: () => T | undefined, what: string): Promise<T> {
  const start = performance.now()
  while (performance.now() - start < 5_000) {
    const found = look()
    if (found !== undefined) return found
    await rest(2)
  }
  throw new Error(`never seen: ${what}`)
}
