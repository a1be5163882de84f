// Who wrote a post, in X's own numbers: asked at the moment in which it is needed, and kept nowhere.
import { z } from 'zod'
import type { ReadFailed } from '../../core/outcome.ts'
import type { Call } from './call.ts'
import { id } from './ids.ts'
import { readFailed } from './read-failed.ts'

const lookedUp = z
  .object({
    data: z.array(z.object({ id, author_id: id })).optional(),
    errors: z.array(z.unknown()).optional(),
  })
  // One or the other, or X said nothing.
  .refine(({ data, errors }) => data !== undefined || errors !== undefined)

/** The number of the account that wrote a post; null where X does not show the post. `read` hears the ids X gave. Never
 * throws. */
export async function readAuthor(
  post: string,
  { call, now, read }: { call: Call; now: () => number; read: (ids: readonly string[]) => void },
): Promise<{ author: string | null } | ReadFailed> {
  let body: unknown
  try {
    const fields = { ids: post, 'tweet.fields': 'author_id' }
    body = await call((client) => client.v2.get<unknown>('tweets', fields))
  } catch (error) {
    return readFailed(error, now())
  }
  const parsed = lookedUp.safeParse(body)
  if (!parsed.success) return { failed: 'unreadable', until: null }
  const found = parsed.data.data?.find((one) => one.id === post)
  if (found !== undefined) read([post])
  return { author: found?.author_id ?? null }
}
