// Trying it out, from the first start to the next one.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Sight } from '../../sandbox/contract.ts'
import { readConfig } from '../../src/config.ts'
import { openLog } from '../../src/log.ts'
import { openTrial, type Trial } from '../../src/trial.ts'

const morning = '2026-11-23T09:00'

test('a first start, a new beginning and a second start: time goes on, and what was done is there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'amtsfunk-trial-'))
  const opens = () => openTrial({ config: configFor(folder), log: openLog('fatal'), deaf: fail })
  const first = await visited(await opens())
  const begun = await first.sight()
  expect(begun.now).toMatch(morning)
  expect(begun.slack.people.length).toBeGreaterThan(3)
  const posts = begun.x.posts.length
  expect(posts).toBeGreaterThan(30)
  await first.says('Vor dem Zurücksetzen.')
  expect(JSON.stringify(await first.sight())).toContain('Vor dem Zurücksetzen.')
  await first.posts('/sandbox/reset', {})
  expect(JSON.stringify(await first.sight())).not.toContain('Vor dem Zurücksetzen.')
  expect((await first.sight()).x.posts).toHaveLength(posts)
  await first.says('Bleibt bis zum nächsten Start.')
  await first.close()

  const second = await visited(await opens())
  const again = await second.sight()
  expect(again.now).toMatch(morning)
  expect(Date.parse(again.now)).toBeGreaterThan(Date.parse(begun.now))
  expect(JSON.stringify(again)).toContain('Bleibt bis zum nächsten Start.')
  await second.close()
  rmSync(folder, { recursive: true })
})

function configFor(folder: string) {
  const read = readConfig({ DATABASE_PATH: join(folder, 'amtsfunk.db'), SANDBOX_PORT: '0' })
  if ('problems' in read || read.mode !== 'sandbox') throw new Error(JSON.stringify(read))
  return read.config
}

function fail(): void {
  throw new Error('Slack is not heard')
}

/** Somebody whose browser came in by the printed address. */
async function visited(trial: Awaited<ReturnType<typeof openTrial>>) {
  if ('problem' in trial) throw new Error(JSON.stringify(trial))
  const { address, close }: Trial = trial
  const { origin } = new URL(address)
  const cookie = (await fetch(address)).headers.get('set-cookie')?.split(';')[0] ?? ''
  const sight = async () =>
    (await (await fetch(`${origin}/sandbox/sight`, { headers: { cookie } })).json()) as Sight
  const posts = async (path: string, body: unknown) => {
    const headers = { cookie, 'content-type': 'application/json' }
    const answer = await fetch(`${origin}${path}`, {
      ...{ method: 'POST', headers, body: JSON.stringify(body) },
    })
    expect(await answer.json()).toMatchObject({ ok: true })
  }
  const says = async (text: string) => {
    const { slack } = await sight()
    const channel = slack.channels.find(({ name }) => name === 'allgemein')?.id
    await posts('/sandbox/act', { as: slack.me.id, act: 'message', channel, text })
  }
  return { close: () => close(), sight, posts, says }
}
