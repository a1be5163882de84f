// Pictures on their way to a post: initialize, append, finalize, wait, describe. Ids live 24 hours.
import { problems } from './problems.ts'
import type { Clock } from '../contract.ts'
import type { Call, Reply } from './routes.ts'

type Item = {
  id: string
  type: string
  bytes: number
  announced: number
  alt: string
  at: number
  state: 'open' | 'pending' | 'in_progress' | 'succeeded'
}

const lifetime = 24 * 3_600_000
const altLimit = 1000

export type MediaShelf = ReturnType<typeof mediaShelf>

export function mediaShelf(clock: Clock) {
  const items = new Map<string, Item>()
  let counter = 0n

  function known(id: string): Item | undefined {
    const item = items.get(id)
    return item !== undefined && clock.now() - item.at < lifetime ? item : undefined
  }

  function progress(item: Item): Record<string, unknown> {
    const { id, bytes: size, state } = item
    const processing =
      state === 'pending' || state === 'in_progress'
        ? { processing_info: { state, check_after_secs: 1 } }
        : { processing_info: { state } }
    return { data: { id, media_key: `3_${id}`, size, expires_after_secs: 86_400, ...processing } }
  }

  return {
    /** The files of finished uploads with their alternative texts; null if one of the ids is no good. */
    usable(ids: readonly string[]): { id: string; alt: string }[] | null {
      const found = ids.map((id) => known(id))
      const isGood = found.every((item) => item?.state === 'succeeded')
      return isGood && ids.length <= 4
        ? found.flatMap((item) => (item === undefined ? [] : { id: item.id, alt: item.alt }))
        : null
    },
    reply({ method, path, query, body }: Call): Reply | null {
      const [, , , upload = '', second = '', third = ''] = path.split('/')
      if (method === 'POST' && upload === 'upload' && second === 'initialize') {
        counter += 1n
        const id = ((BigInt(clock.now()) << 20n) + counter).toString()
        const announced = Number(body.total_bytes)
        if (!(announced > 0) || typeof body.media_type !== 'string') {
          return problems.invalid('total_bytes', body.total_bytes)
        }
        const type = body.media_type
        const item: Item = {
          id,
          type,
          bytes: 0,
          announced,
          alt: '',
          at: clock.now(),
          state: 'open',
        }
        items.set(id, item)
        return {
          status: 200,
          body: { data: { id, media_key: `3_${id}`, expires_after_secs: 86_400 } },
        }
      }
      if (method === 'POST' && upload === 'metadata') {
        const { id, metadata } = body as {
          id?: string
          metadata?: { alt_text?: { text?: string } }
        }
        const item = known(id ?? '')
        const alt = metadata?.alt_text?.text ?? ''
        if (item === undefined || alt.length > altLimit) return problems.invalid('alt_text', id)
        item.alt = alt
        return { status: 200, body: { data: { id, associated_metadata: metadata } } }
      }
      const item = known(method === 'GET' ? (query.get('media_id') ?? '') : second)
      if (upload !== 'upload' || item === undefined) return problems.badMedia([second])
      if (method === 'GET') {
        // Each look moves it on, as waiting does with the real one.
        item.state = item.state === 'pending' ? 'in_progress' : 'succeeded'
        return { status: 200, body: progress(item) }
      }
      if (third === 'append') {
        item.bytes += Number(body.bytes ?? 0)
        return {
          status: 200,
          body: { data: { expires_at: Math.floor((item.at + lifetime) / 1000) } },
        }
      }
      if (third === 'finalize') {
        if (item.bytes < item.announced) return problems.badMedia([item.id])
        item.state = 'pending'
        return { status: 200, body: progress(item) }
      }
      return null
    },
  }
}
