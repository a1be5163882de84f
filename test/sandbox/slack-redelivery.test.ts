import type { ReceiverEvent } from '@slack/bolt'
import { expect, test } from 'vitest'
import { listen, reactions, reactsTo } from './slack-fixture-listen.ts'
import { eventually, startSlack } from './slack-fixture.ts'

test('an event that is not acknowledged comes again with the same event_id', async () => {
  const running = await startSlack()
  const heard: ReceiverEvent[] = []
  await listen(running, async (event) => {
    heard.push(event)
    if (reactions([event]).length === 0 || event.retryNum === 1) await event.ack()
  })
  await reactsTo(running)
  await eventually(() => {
    expect(reactions(heard)).toHaveLength(2)
  }, 5_000)
  const [first, second] = reactions(heard)
  expect(first).toMatchObject({ retryNum: 0, retryReason: '' })
  expect(second).toMatchObject({ retryNum: 1, retryReason: 'timeout' })
  expect(second?.body.event_id).toBe(first?.body.event_id)
})

test('what happened while no socket was open is tried again after a minute', async () => {
  const running = await startSlack()
  await reactsTo(running)
  const heard: ReceiverEvent[] = []
  // The first try and its immediate repetition find nobody.
  await eventually(() => {
    expect(running.slack.pending().every(({ attempts }) => attempts === 2)).toBe(true)
  }, 8_000)
  await listen(running, async (event) => {
    heard.push(event)
    await event.ack()
  })
  running.clock.ms += 60_001
  await eventually(() => {
    expect(reactions(heard)).toMatchObject([{ retryNum: 2, retryReason: 'connection_failed' }])
    expect(running.slack.pending()).toEqual([])
  })
})

test('one event can come up to four times', async () => {
  const running = await startSlack()
  const heard: ReceiverEvent[] = []
  await listen(running, async (event) => {
    heard.push(event)
    await event.ack()
  })
  const twice = { kind: 'twice' as const, method: 'reaction_added', times: 1 }
  running.slack.setFaults([twice, twice, twice])
  await reactsTo(running)
  await eventually(() => {
    expect(reactions(heard)).toHaveLength(4)
  })
  expect(new Set(reactions(heard).map(({ body }) => body.event_id as string)).size).toBe(1)
  expect(running.slack.sight('U0ANNA').faults).toEqual([])
})

test('an event can come late: not before its time, and once', async () => {
  const running = await startSlack()
  const heard: ReceiverEvent[] = []
  await listen(running, async (event) => {
    heard.push(event)
    await event.ack()
  })
  running.slack.setFaults([{ kind: 'late', method: 'reaction_added', times: 1, seconds: 30 }])
  await reactsTo(running)
  running.clock.ms += 29_000
  await new Promise((resolve) => setTimeout(resolve, 600))
  expect(reactions(heard)).toEqual([])
  running.clock.ms += 1_001
  await eventually(() => {
    expect(reactions(heard)).toHaveLength(1)
    expect(running.slack.pending()).toEqual([])
  })
})
