import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openMemory } from '../../sandbox/memory.ts'
import { startSlack } from './slack-fixture.ts'
import { buttons } from './slack-fixture-views.ts'

const channel = 'C0FREIGABE'

function place(): string {
  const folder = mkdtempSync(join(tmpdir(), 'amtsfunk-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  return join(folder, 'neu', 'sandbox.db')
}

test('the memory keeps documents in the order they first came', () => {
  const path = place()
  const memory = openMemory(path)
  memory.put('a-one', 'x', { n: 1 })
  memory.put('a-one', 'y', { n: 2 })
  memory.put('a-one', 'x', { n: 3 })
  memory.put('a-two', 'x', 'ä')
  memory.put('b', 'x', null)
  // A second reader sees it without the first having closed: nothing waits for a farewell.
  const other = openMemory(path)
  expect(other.all('a-one')).toEqual([{ n: 3 }, { n: 2 }])
  expect([other.get('a-two', 'x'), other.get('b', 'x'), other.get('b', 'y')]).toEqual([
    'ä',
    null,
    undefined,
  ])
  memory.remove('a-one', 'x')
  expect(other.all('a-one')).toEqual([{ n: 2 }])
  memory.clear('a-')
  expect([other.all('a-one'), other.all('a-two'), other.all('b')]).toEqual([[], [], [null]])
  memory.clear()
  expect(other.all('b')).toEqual([])
  memory.close()
  other.close()
})

test('what was put survives a killed process', () => {
  const path = place()
  const script = `
    import { openMemory } from './sandbox/memory.ts'
    openMemory(${JSON.stringify(path)}).put('kind', 'id', 'noch da')
    process.kill(process.pid, 'SIGKILL')`
  const args = ['--import', 'tsx', '--input-type=module', '-e', script]
  const { signal } = spawnSync(process.execPath, args)
  expect(signal).toBe('SIGKILL')
  const memory = openMemory(path)
  expect(memory.get('kind', 'id')).toBe('noch da')
  memory.close()
})

test('a restart keeps what was said and done', async () => {
  const path = place()
  const before = await startSlack({ memory: openMemory(path) })
  const { ts = '' } = await before.web.chat.postMessage({ channel, text: 'Entwurf' })
  await before.does('U0PETRA', { act: 'react', channel, ts, name: 'x' })
  await before.does('U0ANNA', { act: 'message', channel, text: 'Antwort', threadTs: ts })
  await before.web.chat.postMessage({ channel: 'U0ANNA', text: 'Nur du' })
  const home = { type: 'home' as const, blocks: buttons() }
  await before.web.views.publish({ user_id: 'U0ANNA', view: home })
  const seen = before.slack.sight('U0ANNA')
  const pending = before.slack.pending().map(({ id }) => id)
  await before.stop()

  const after = await startSlack({ memory: openMemory(path) })
  expect(after.slack.sight('U0ANNA')).toEqual(seen)
  expect(pending.length).toBeGreaterThan(0)
  expect(after.slack.pending().map(({ id }) => id)).toEqual(pending)
  const next = await after.web.chat.postMessage({ channel, text: 'Noch einer' })
  expect(Number(next.ts)).toBeGreaterThan(Number(ts))
})

test('a reset forgets everything but never gives a timestamp twice', async () => {
  const running = await startSlack()
  const post = () => running.web.chat.postMessage({ channel, text: 'Entwurf' })
  const { ts } = await post()
  running.slack.setFaults([{ kind: 'html', method: 'auth.test', times: null }])
  running.slack.reset()
  expect(running.messages('U0ANNA', channel)).toEqual([])
  expect(running.slack.sight('U0ANNA').faults).toEqual([])
  expect(Number((await post()).ts)).toBeGreaterThan(Number(ts))
})

test('what the sample past brought is marked', async () => {
  const running = await startSlack()
  const { ts = '' } = await running.web.chat.postMessage({ channel, text: 'damals' })
  running.slack.markSample()
  await running.web.chat.postMessage({ channel, text: 'heute' })
  const marks = () => running.messages('U0ANNA', channel).map(({ sample }) => sample)
  expect(marks()).toEqual([true, false])
  running.slack.setSampleUntil(String(Number(ts) - 1))
  expect(marks()).toEqual([false, false])
})

test('whoever looks is told when something changed', async () => {
  const running = await startSlack()
  const before = running.changes()
  await running.web.chat.postMessage({ channel, text: 'neu' })
  expect(running.changes()).toBeGreaterThan(before)
  expect(() => running.slack.sight('U0NIEMAND')).toThrow('U0NIEMAND')
})
