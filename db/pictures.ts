// The pictures of proposals: as the public sees them, by their hash. They are nobody's history: what no proposal needs
// any more is erased, and history keeps what was said about it.
import type { Instant } from '../src/core/content.ts'
import type { Picture, PictureType } from '../src/core/picture.ts'
import type { Db } from './database.ts'

/** What is known of a picture without its bytes. `preview` is the newsroom's name for the file that shows it there, null
 * before there is one. */
export type KeptPicture = Omit<Picture, 'bytes'> & { preview: string | null }

/** The pictures of one database. */
export function pictures(db: Db) {
  const insert = db.prepare<[string, PictureType, number, number, Uint8Array, string]>(
    `INSERT INTO picture (sha256, type, width, height, bytes, kept_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET kept_at = excluded.kept_at`,
  )
  const one = db.prepare<[string], KeptPicture>(
    'SELECT sha256, type, width, height, preview FROM picture WHERE sha256 = ?',
  )
  const bytes = db.prepare<[string], Buffer>('SELECT bytes FROM picture WHERE sha256 = ?').pluck()
  const setPreview = db.prepare<[string | null, string]>(
    'UPDATE picture SET preview = ? WHERE sha256 = ?',
  )
  const keptBefore = db.prepare<[string], { sha256: string; preview: string | null }>(
    'SELECT sha256, preview FROM picture WHERE kept_at < ?',
  )
  const remove = db.prepare<[string]>('DELETE FROM picture WHERE sha256 = ?')
  const usedBy = db
    .prepare<[string], number>(
      `SELECT DISTINCT matter FROM event JOIN erasable ON erasable.event = event.number,
         json_each(said, '$.content.pictures') AS picture
       WHERE about = 'proposal' AND json_extract(picture.value, '$.sha256') = ?
       ORDER BY matter`,
    )
    .pluck()

  return {
    /** Keeps a picture, or keeps it anew. `at` in UTC milliseconds. */
    keep({ sha256, type, width, height, bytes }: Picture, at: Instant): void {
      insert.run(sha256, type, width, height, bytes, new Date(at).toISOString())
    },
    /** What is known of a picture; null for one that is not kept. */
    get: (sha256: string): KeptPicture | null => one.get(sha256) ?? null,
    /** Its bytes; null for one that is not kept. */
    bytes: (sha256: string): Uint8Array | null => bytes.get(sha256) ?? null,
    /** Notes which file shows it in the newsroom, null for none. */
    previewed(sha256: string, file: string | null): void {
      setPreview.run(file, sha256)
    },
    /** Pictures last kept before an instant (UTC milliseconds). */
    keptBefore: (at: Instant) => keptBefore.all(new Date(at).toISOString()),
    remove(sha256: string): void {
      remove.run(sha256)
    },
    /** The proposals of which some version has the picture. */
    usedBy: (sha256: string): number[] => usedBy.all(sha256),
  }
}
