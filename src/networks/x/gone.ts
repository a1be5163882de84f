// Are these posts still there? What is gone on X must go here, too.
import { z } from 'zod'
import type { ReadFailed } from '../../core/outcome.ts'
import type { Call } from './call.ts'
import { readFailed } from './read-failed.ts'

/** How many posts one look-up names. */
const batch = 100

const lookedUp = z
  .object({
    data: z
      .array(
        z.object({
          id: z.string(),
          withheld: z.object({ country_codes: z.array(z.string()).catch([]) }).optional(),
        }),
      )
      .optional(),
    errors: z
      .array(
        z.object({
          type: z.string().catch(''),
          resource_id: z.string().optional(),
          value: z.string().optional(),
        }),
      )
      .optional(),
  })
  // One or the other, or X said nothing.
  .refine(({ data, errors }) => data !== undefined || errors !== undefined)

/** The problems of posts nobody sees: deleted or suspended, and protected. */
const absent = ['resource-not-found', 'not-authorized-for-resource']
/** Withheld where our public is; XX and XY stand for everywhere. */
const here = ['DE', 'XX', 'XY']

/** Which of these posts the public cannot read any more, and of which X said anything: what it names neither as
 * there nor as missing is neither, and what it says of posts nobody asked for is nothing. `read` hears the ids X
 * gave. Never throws. */
export async function readGone(
  ids: readonly string[],
  given: { call: Call; now: () => number; read: (ids: readonly string[]) => void },
): Promise<{ gone: ReadonlySet<string>; answered: ReadonlySet<string> } | ReadFailed> {
  const gone = new Set<string>()
  const there = new Set<string>()
  for (let from = 0; from < ids.length; from += batch) {
    const asked = ids.slice(from, from + batch)
    const query = { ids: asked.join(','), 'tweet.fields': 'withheld' }
    let body: unknown
    try {
      body = await given.call((client) => client.v2.get<unknown>('tweets', query))
    } catch (error) {
      return readFailed(error, given.now())
    }
    const parsed = lookedUp.safeParse(body)
    if (!parsed.success) return { failed: 'unreadable', until: null }
    const { data = [], errors = [] } = parsed.data
    given.read(data.map(({ id }) => id))
    for (const { type, resource_id, value } of errors) {
      if (!absent.includes(type.split('/').at(-1) ?? '')) continue
      const missing = asked.find((id) => id === resource_id || id === value)
      if (missing !== undefined) gone.add(missing)
    }
    for (const { id, withheld } of data) {
      if (!asked.includes(id)) continue
      if (withheld?.country_codes.some((code) => here.includes(code))) gone.add(id)
      else there.add(id)
    }
  }
  // There after all, whatever else X says of it.
  for (const id of there) gone.delete(id)
  return { gone, answered: new Set([...gone, ...there]) }
}
