// response_url: five answers within thirty minutes to a command or a pressed button.

import express, { type Router } from 'express'
import { json, type Answering, type Reply } from './answering.ts'
import { readArgs } from './args.ts'
import { isObject } from './blocks/shape.ts'
import { limits } from './blocks/limits.ts'
import { messageContent, messageMetadata } from './content.ts'
import { changeMessage, deleteMessage, findMessage, postMessage } from './messages.ts'
import { Refused } from './refused.ts'
import type { Slack } from './slack.ts'
import { bot, type Conversation } from './world.ts'

type Origin = { channel: string; user: string; original: string | null }

/** Makes the address for one command or interaction. */
export function newResponseUrl(slack: Slack, kind: 'commands' | 'actions', origin: Origin): string {
  for (const old of slack.responseUrls.all()) {
    if (slack.now() > old.expires) slack.responseUrls.remove(old.id)
  }
  const id = slack.newId('', 24)
  const expires = slack.now() + limits.responseUrl.milliseconds
  slack.responseUrls.put(id, { id, expires, uses: 0, ...origin })
  return `${slack.options.address()}/api/hooks/${kind}/${id}`
}

/** The router of all response_urls; their faults are named "response_url". */
export function responseUrlRouter(slack: Slack, answering: Answering): Router {
  const router = express.Router()
  router.post(
    '/api/hooks/:kind/:id',
    express.json({ limit: '2mb', type: () => true }),
    (request, response) => {
      const body: unknown = request.body
      answering.answer(response, slack.faults.strike('response_url'), () =>
        reply(slack, request.params.id, isObject(body) ? body : {}),
      )
    },
  )
  return router
}

function reply(slack: Slack, id: string, body: Record<string, unknown>): Reply {
  const found = slack.responseUrls.get(id)
  const no = (status: number, error: string) => ({ ...json({ ok: false, error }), status })
  if (found === undefined || slack.now() > found.expires) return no(404, 'expired_url')
  if (found.uses >= limits.responseUrl.uses) return no(404, 'used_url')
  const channel = slack.conversation(found.channel)
  if (channel === undefined) return no(404, 'channel_not_found')
  try {
    respond(slack, channel, found, body)
  } catch (error) {
    if (error instanceof Refused) return no(400, error.error)
    throw error
  }
  slack.responseUrls.put(id, { ...found, uses: found.uses + 1 })
  return json({ ok: true })
}

/** Does what a payload with response_type, replace_original and delete_original says; also the
 * acknowledgement of a command may carry one. */
export function respond(
  slack: Slack,
  channel: Conversation,
  origin: Origin,
  body: Record<string, unknown>,
): void {
  const original =
    origin.original === null ? undefined : findMessage(slack, channel.id, origin.original)
  if (body.delete_original === true) {
    if (original) deleteMessage(slack, channel, original)
    return
  }
  const args = readArgs(body)
  const { text = '', blocks = [] } = messageContent(slack, args)
  const metadata = messageMetadata(args) ?? null
  if (body.replace_original === true && original) {
    changeMessage(slack, channel, original, { text, blocks, metadata })
    return
  }
  const onlyFor = body.response_type === 'in_channel' ? null : origin.user
  const threadTs = args.optional('thread_ts') ?? null
  const message = { channel, user: bot.id, text, blocks, threadTs, onlyFor }
  postMessage(slack, { ...message, metadata: onlyFor === null ? metadata : null })
}
