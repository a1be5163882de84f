// A disk that is full, for real: a file system of two megabytes where the machine lets us mount one, else a limit on
// how long this process may make a file.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'

export type SmallDisk = {
  folder: string
  /** From now on nothing can be written beside or into a database there any more. */
  fill(database: string): void
  /** There is room again. */
  empty(): void
  [Symbol.dispose](): void
}

/** A small disk of the test's own. */
export function smallDisk(): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'amtsfunk-disk-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m,mode=700', 'tmpfs', folder])
  return mounted.status === 0 ? ofItsOwn(folder) : limited(folder)
}

function ofItsOwn(folder: string): SmallDisk {
  const ballast = join(folder, 'ballast')
  return {
    folder,
    fill(database) {
      emptyLog(database)
      for (let size = 2_000_000; size >= 1; size = Math.floor(size / 2)) {
        try {
          for (;;) writeFileSync(ballast, Buffer.alloc(size), { flag: 'a' })
        } catch {
          // No room for so much: then for half of it.
        }
      }
    },
    empty: () => {
      rmSync(ballast, { force: true })
    },
    [Symbol.dispose]() {
      execFileSync('umount', ['--lazy', folder])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function limited(folder: string): SmallDisk {
  const limit = (bytes: number | 'unlimited') => {
    execFileSync('prlimit', ['--pid', String(process.pid), `--fsize=${bytes}:`])
  }
  return {
    folder,
    fill(database) {
      emptyLog(database)
      limit(1)
    },
    empty: () => {
      limit('unlimited')
    },
    [Symbol.dispose]() {
      limit('unlimited')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Room within the write-ahead log would be used again without asking the disk. */
function emptyLog(database: string): void {
  if (statSync(database, { throwIfNoEntry: false }) === undefined) return
  const db = new Database(database)
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
}
