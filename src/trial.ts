// Trying it on one machine: the sandbox as the outside world, and an office that does not know it is in one.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { movableClock } from './clock.ts'
import { databasePath, sandboxFolder, type LiveConfig, type SandboxConfig } from './config.ts'
import { openOffice, type Office } from './office/office.ts'
import { readPrepared } from '../sandbox/prepared/prepared.ts'
import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts'
import type { StartProblem } from './wording/start.ts'

/** `address`: what opens the page, until the next start. */
export type Trial = { address: string; close(): Promise<void> }

/** Opens the sandbox and an office in it. The first start begins with a believable past, right before a certain day; from
 * there on time passes as everywhere. */
export async function openTrial(given: {
  config: SandboxConfig
  log: Logger
  deaf: () => void
}): Promise<Trial | StartProblem> {
  const { config, log, deaf } = given
  const clock = movableClock()
  const database = databasePath({ mode: 'sandbox', config })
  let office: Office | undefined

  let sandbox: Sandbox
  try {
    sandbox = await startSandbox({
      port: config.SANDBOX_PORT,
      directory: sandboxFolder(config),
      manifest: JSON.parse(
        readFileSync(join(import.meta.dirname, '..', 'manifest.json'), 'utf8'),
      ) as unknown,
      clock,
      onReset: async () => {
        await office?.close()
        forget(database)
        await begin()
      },
    })
  } catch (error) {
    if (!isPortTaken(error)) throw error
    return { problem: 'sandbox-port', port: config.SANDBOX_PORT }
  }

  async function begin(): Promise<StartProblem | null> {
    if (!existsSync(database)) {
      const { visit, documents, office: past } = readPrepared()
      sandbox.begin(documents, visit)
      writeFileSync(database, past, { mode: 0o600 })
    }
    clock.moveTo(Date.now() + sandbox.ahead())
    const opened = await openOffice({
      config: {
        // Shown to whoever tries it out, unless they have their own.
        POST_TEMPLATES_PATH: 'docs/textbausteine-beitraege.md',
        ...liveIn(sandbox, config, database),
      },
      clock,
      log,
      deaf,
    })
    if ('problem' in opened) return opened
    office = opened
    return null
  }

  const problem = await begin()
  if (problem !== null) {
    await sandbox.stop()
    return problem
  }
  return {
    address: sandbox.entry.address,
    async close() {
      await office?.close()
      await sandbox.stop()
    },
  }
}

/** The configuration of an office whose outside world is a sandbox. */
export function liveIn(sandbox: Sandbox, config: SandboxConfig, database: string): LiveConfig {
  const { slack, x, address } = sandbox
  return {
    ...config,
    DATABASE_PATH: database,
    // Who tries it out does not wait a minute and a half.
    MENTION_POLL_SECONDS: 2,
    SLACK_BOT_TOKEN: slack.credentials.botToken,
    SLACK_APP_TOKEN: slack.credentials.appToken,
    SLACK_API_URL: `${address}/api/`,
    APPROVAL_CHANNEL: slack.ids.channels.freigabe,
    MODERATION_CHANNEL: slack.ids.channels.moderation,
    PRESS_OFFICERS: [slack.ids.people.petra, slack.ids.people.deniz].join(','),
    X_APP_KEY: x.credentials.appKey,
    X_APP_SECRET: x.credentials.appSecret,
    X_ACCESS_TOKEN: x.credentials.accessToken,
    X_ACCESS_SECRET: x.credentials.accessSecret,
    X_API_URL: address,
  }
}

function isPortTaken(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : null
  return cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE'
}

function forget(database: string): void {
  for (const file of ['', '-wal', '-shm', '.lock']) rmSync(`${database}${file}`, { force: true })
}
