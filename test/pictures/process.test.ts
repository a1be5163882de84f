// The process that pictures are worked on in: apart from everything else, and replaced when it goes.
import { readFile } from 'node:fs/promises'
import { afterEach, expect, test, vi } from 'vitest'
import type { Picture, PictureRefusal } from '../../src/core/picture.ts'
import { pictures, type Pictures } from '../../src/pictures/pictures.ts'
import { noise, photo, png } from './files.ts'

const open: Pictures[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((room) => room.stop()))
})

function aRoom(deadline?: number): { room: Pictures; processes: number[] } {
  const processes: number[] = []
  const started = (pid: number) => void processes.push(pid)
  const room = pictures(deadline === undefined ? { started } : { started, deadline })
  open.push(room)
  return { room, processes }
}

const outcome = (made: Picture | PictureRefusal) => ('refused' in made ? made : made.type)
const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('one process serves every picture, and none is started for what is refused unseen', async () => {
  const { room, processes } = aRoom()
  expect(await room.ready(Buffer.alloc(0))).toEqual({ refused: 'empty' })
  expect(processes).toEqual([])
  expect(outcome(await room.ready(await png()))).toBe('image/png')
  expect(outcome(await room.ready(await png()))).toBe('image/png')
  expect(processes).toHaveLength(1)
})

test('pictures are ready in the order in which they came', async () => {
  const { room } = aRoom()
  const order: string[] = []
  const files = [await noise(2_000, 2_000, 3).jpeg().toBuffer(), await png(), Buffer.from('text')]
  await Promise.all(
    files.map(async (file, at) => {
      const made = outcome(await room.ready(file))
      order.push(`${at} ${typeof made === 'string' ? made : made.refused}`)
    }),
  )
  expect(order).toEqual(['0 image/jpeg', '1 image/png', '2 not-a-picture'])
})

test('a process that is killed at work is replaced; its picture is refused, the next is not', async () => {
  const { room, processes } = aRoom()
  await room.ready(await png())
  const broken = room.ready(await photo())
  const next = room.ready(await png())
  process.kill(processes[0]!, 'SIGKILL')
  expect(outcome(await broken)).toEqual({ refused: 'crashed' })
  expect(outcome(await next)).toBe('image/png')
  expect(processes).toHaveLength(2)
})

test('a process that dies while nobody needs it is replaced unseen', async () => {
  const { room, processes } = aRoom()
  await room.ready(await png())
  process.kill(processes[0]!, 'SIGKILL')
  await vi.waitFor(() => expect(isAlive(processes[0]!)).toBe(false))
  await vi.waitFor(async () => expect(outcome(await room.ready(await png()))).toBe('image/png'))
  expect(processes).toHaveLength(2)
})

test('a process that hangs is ended at the deadline and replaced', async () => {
  const { room, processes } = aRoom(400)
  await room.ready(await png())
  process.kill(processes[0]!, 'SIGSTOP')
  expect(await room.ready(await png())).toEqual({ refused: 'too-long', seconds: 0.4 })
  expect(isAlive(processes[0]!)).toBe(false)
  expect(outcome(await room.ready(await png()))).toBe('image/png')
  expect(processes).toHaveLength(2)
})

test('a picture that takes too long is given up, whatever the decoder does', async () => {
  const { room } = aRoom(100)
  await room.ready(await png())
  expect(await room.ready(await photo())).toEqual({ refused: 'too-long', seconds: 0.1 })
})

// Only Linux shows what a process was given.
test.runIf(process.platform === 'linux')('the process is given no secret', async () => {
  vi.stubEnv('X_ACCESS_TOKEN', 'GEHEIM')
  const { room, processes } = aRoom()
  await room.ready(await png())
  vi.unstubAllEnvs()
  const environment = await readFile(`/proc/${processes[0]!}/environ`, 'utf8')
  const names = environment.split('\0').map((entry) => entry.split('=')[0]!)
  expect(names.filter((name) => name !== '').sort()).toEqual([
    'MALLOC_ARENA_MAX',
    'NODE_CHANNEL_FD',
    'NODE_CHANNEL_SERIALIZATION_MODE',
  ])
})

test('once stopped, nothing is left running and nothing is taken in', async () => {
  const { room, processes } = aRoom()
  await room.ready(await png())
  const unfinished = room.ready(await photo())
  const waiting = room.ready(await png())
  const all = Promise.allSettled([unfinished, waiting])
  await vi.waitFor(() => expect(processes).toHaveLength(1))
  await room.stop()
  expect((await all).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(isAlive(processes[0]!)).toBe(false)
  await expect(room.ready(await png())).rejects.toThrow('the office closes')
})

test('nobody waits while a photo of 12 megapixels is worked on', async () => {
  const { room } = aRoom()
  const file = await photo()
  await room.ready(await png())
  let longest = 0
  let last = performance.now()
  const ticking = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 1)
  expect(outcome(await room.ready(file))).toBe('image/jpeg')
  clearInterval(ticking)
  expect(longest).toBeLessThan(100)
})
