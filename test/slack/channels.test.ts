// What a channel must not be, asked of a real web client: Slack's answers as they come over the wire.
import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { WebClient } from '@slack/web-api'
import { expect, onTestFinished, test } from 'vitest'
import { checkChannels } from '../../src/slack/channels.ts'

/** A client of a Slack in which a channel is as said. */
async function clientWhere(channels: Record<string, object>): Promise<WebClient> {
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (piece: Buffer) => (body += piece.toString('utf8')))
    request.on('end', () => {
      const channel = channels[new URLSearchParams(body).get('channel') ?? '']
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(channel ? { ok: true, channel } : notFound))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  return new WebClient('xoxb-1', { slackApiUrl: `http://127.0.0.1:${port}/api/` })
}

const notFound = { ok: false, error: 'channel_not_found' }
const good = {
  is_private: true,
  id: 'C1',
  is_member: true,
  is_archived: false,
  is_ext_shared: false,
}
const ids = { APPROVAL_CHANNEL: 'C1', MODERATION_CHANNEL: 'C2' }

test('two channels of the office alone are fine', async () => {
  const client = await clientWhere({ C1: good, C2: { ...good, id: 'C2' } })
  expect(await checkChannels(client, ids)).toBeNull()
})

test.for([
  ['archived', { ...good, is_archived: true }],
  ['shared', { ...good, is_ext_shared: true }],
  ['not-a-member', { ...good, is_member: false }],
  ['not-found', null],
] as const)('a channel that is %s is refused', async ([because, channel]) => {
  const client = await clientWhere({ C1: good, ...(channel && { C2: channel }) })
  expect(await checkChannels(client, ids)).toEqual({
    problem: 'channel',
    variable: 'MODERATION_CHANNEL',
    because,
  })
})
