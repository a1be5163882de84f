// The arguments of a Web API call: strings from a form, values from JSON.

import { refusedBecause } from './refused.ts'

export type Args = {
  /** A string; refuses invalid_arguments when it is missing. */
  text(name: string): string
  optional(name: string): string | undefined
  flag(name: string): boolean
  /** A whole number between 1 and max, or the default. */
  limit(fallback: number, max: number): number
  /** A nested value, sent as a JSON string in a form; refuses with the given error word. */
  json(name: string, error: string): unknown
}

export function readArgs(source: Record<string, unknown>): Args {
  function optional(name: string): string | undefined {
    const value = source[name]
    if (value === undefined || value === null || value === '') return undefined
    return typeof value === 'string' ? value : JSON.stringify(value)
  }
  return {
    optional,
    text(name) {
      const value = optional(name)
      if (value !== undefined) return value
      throw refusedBecause('invalid_arguments', [`[ERROR] missing required field: ${name}`])
    },
    flag: (name) => ['true', '1'].includes(optional(name) ?? ''),
    limit(fallback, max) {
      const value = optional('limit')
      if (value === undefined) return fallback
      const number = Number(value)
      if (Number.isInteger(number) && number >= 1) return Math.min(number, max)
      throw refusedBecause('invalid_limit', [
        '[ERROR] must be a whole number [json-pointer:/limit]',
      ])
    },
    json(name, error) {
      const value = source[name]
      if (typeof value !== 'string' || value === '') return value === '' ? undefined : value
      try {
        return JSON.parse(value) as unknown
      } catch {
        throw refusedBecause(error, [`[ERROR] not JSON [json-pointer:/${name}]`])
      }
    },
  }
}

/** Cuts one page out of a list; the cursor is the place to go on, in base64 as Slack has it. */
export function page<T>(all: readonly T[], args: Args, fallback: number, max: number) {
  const limit = args.limit(fallback, max)
  const cursor = args.optional('cursor')
  const start = cursor === undefined ? 0 : Number(Buffer.from(cursor, 'base64').toString())
  if (!Number.isInteger(start) || start < 0 || start > all.length) {
    throw refusedBecause('invalid_cursor', [])
  }
  const more = start + limit < all.length
  const next = more ? Buffer.from(String(start + limit)).toString('base64') : ''
  const metadata = { response_metadata: { next_cursor: next } }
  return { items: all.slice(start, start + limit), more, metadata }
}
