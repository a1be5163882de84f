// Can what is decided still be written down? Nobody should learn it from the first decision that is lost.
import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Done } from '../../db/done.ts'
import type { Health } from './health.ts'
import type { Why } from '../wording/health.ts'

/** Less room than this beside the database is told, in bytes. */
const little = 100 * 1024 * 1024

/** Writes a row into the database and looks at the room on its disk; health hears of both. Never throws. */
export async function probe(given: {
  done: Done
  path: string
  now: () => number
  health: Health
}): Promise<void> {
  const { done, path, now, health } = given
  try {
    done.mark('probe', now())
    health.ok('database')
  } catch (error) {
    health.bad('database', troubleOf(error))
  }
  try {
    const { bavail, bsize } = await statfs(dirname(path))
    if (bavail * bsize < little) health.bad('disk', 'nearly-full')
    else health.ok('disk')
  } catch {
    // Some file systems do not tell; whether there is room shows in writing.
    health.ok('disk')
  }
}

function troubleOf(error: unknown): Why {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code.startsWith('SQLITE_BUSY')) return 'busy'
  return code === 'SQLITE_FULL' ? 'full' : 'not-writable'
}
