// /api/METHOD: tokens, scopes and faults around the methods. Business errors are HTTP 200.

import express, { type ErrorRequestHandler, type Request, type Router } from 'express'
import { requireScope } from './access.ts'
import { json, type Answering, type Reply } from './answering.ts'
import { readArgs } from './args.ts'
import { isObject } from './blocks/shape.ts'
import type { Method } from './methods/method.ts'
import { methods } from './methods/methods.ts'
import { Refused } from './refused.ts'
import type { Slack } from './slack.ts'
import { credentials } from './world.ts'

const bodyLimit = '2mb'

/** The router of the Web API; it writes the name of every call into calls. */
export function apiRouter(slack: Slack, answering: Answering, calls: string[]): Router {
  const router = express.Router()
  const bodies = [
    express.urlencoded({ extended: false, limit: bodyLimit, parameterLimit: 1_000 }),
    express.json({ limit: bodyLimit }),
  ]
  router.all('/api/:method', ...bodies, (request, response) => {
    const name = request.params.method
    calls.push(name)
    const fault = slack.faults.strike(name)
    answering.answer(response, fault, () => reply(slack, name, request))
  })
  router.use('/api', notUnderstood)
  return router
}

/** A body that is no JSON is a business error, too. */
const notUnderstood: ErrorRequestHandler = (error, _request, response, next) => {
  if (error instanceof SyntaxError) response.json({ ok: false, error: 'invalid_json' })
  else next(error)
}

function reply(slack: Slack, name: string, request: Request): Reply {
  const scopes = { 'X-OAuth-Scopes': [...slack.manifest.scopes].join(',') }
  try {
    const body: unknown = request.body
    const source = { ...request.query, ...(isObject(body) ? body : {}) }
    const result = call(slack, name, source, tokenOf(request, source))
    return json({ ok: true, ...result }, scopes)
  } catch (error) {
    if (error instanceof Refused) {
      return json({ ok: false, error: error.error, ...error.more }, scopes)
    }
    throw error
  }
}

function call(
  slack: Slack,
  name: string,
  source: Record<string, unknown>,
  token: string | undefined,
): Record<string, unknown> {
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined
  if (method === undefined) throw new Refused('unknown_method', { req_method: name })
  checkToken(method, token)
  if (slack.isRevoked() && method.token !== 'app') throw new Refused('token_revoked')
  if (method.scope !== undefined) requireScope(slack, method.scope)
  return method.run(slack, readArgs(source))
}

function checkToken(method: Method, token: string | undefined): void {
  if (token === undefined) throw new Refused('not_authed')
  const { botToken, appToken } = credentials
  if (token !== botToken && token !== appToken) throw new Refused('invalid_auth')
  const wanted = method.token === 'app' ? appToken : botToken
  if (token !== wanted) throw new Refused('not_allowed_token_type')
}

function tokenOf(request: Request, source: Record<string, unknown>): string | undefined {
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  if (bearer !== undefined) return bearer
  return typeof source.token === 'string' ? source.token : undefined
}
