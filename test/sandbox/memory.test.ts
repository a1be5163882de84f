// What the sandbox remembers.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openMemory } from '../../sandbox/memory.ts'

test('documents keep their place, also when replaced, and survive', () => {
  const folder = mkdtempSync(join(tmpdir(), 'memory-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  const path = join(folder, 'new', 'sandbox.db')
  const first = openMemory(path)
  first.put('x-post', 'b', { text: 'eins' })
  first.put('x-post', 'a', { text: 'zwei' })
  first.put('x-post', 'b', { text: 'drei' })
  first.close()
  const second = openMemory(path)
  expect(second.all('x-post')).toEqual([{ text: 'drei' }, { text: 'zwei' }])
  expect(second.get('x-post', 'a')).toEqual({ text: 'zwei' })
  second.remove('x-post', 'a')
  expect(second.get('x-post', 'a')).toBeUndefined()
  second.close()
})

test('one service is forgotten without the other', () => {
  const memory = openMemory(':memory:')
  memory.put('x-post', '1', 1)
  memory.put('slack_message', '1', 2)
  memory.clear('x-')
  expect([memory.all('x-post'), memory.all('slack_message')]).toEqual([[], [2]])
  memory.clear()
  expect(memory.all('slack_message')).toEqual([])
  memory.close()
})
