// The desk's pictures: what somebody brings along is cleaned, kept, and shown in the newsroom as the public will see it.
import { createHash } from 'node:crypto'
import { pictures as keptPictures, type KeptPicture } from '../../db/pictures.ts'
import { proposalLives } from '../../db/proposal-lives.ts'
import type { Instant } from '../core/content.ts'
import type { Picture, PictureRefusal } from '../core/picture.ts'
import { replay } from '../core/proposal/evolve.ts'
import { hasEnded, isStillPublic } from '../core/proposal/proposal.ts'
import type { DeskParts } from './desk.ts'
import type { FileRefusal } from './ports/newsroom.ts'

/** Why a file is no picture of ours. */
export type NotTaken = PictureRefusal | FileRefusal

/** Cleans a file. Answers with a refusal; throws only on a fault of the program. */
export type CleanPicture = (bytes: Uint8Array) => Promise<Picture | PictureRefusal>

const day = 24 * 60 * 60_000

/** How long a picture is kept, in milliseconds: one that nobody submitted, one that is public with some post, and one
 * that is not or no more. */
const keptFor = { unused: 2 * day, public: 365 * day, ended: 30 * day }

/** How many files are remembered by their names: what is older is fetched again. */
const mostRemembered = 200

export type DeskPictures = ReturnType<typeof deskPictures>

/** Opens the pictures of the desk. */
export function deskPictures(
  given: Pick<DeskParts, 'db' | 'newsroom' | 'now' | 'fault'> & { clean: CleanPicture },
) {
  const { db, newsroom, now, fault, clean } = given
  const kept = keptPictures(db)
  const lives = proposalLives(db)
  const taken = new Map<string, Promise<KeptPicture | NotTaken>>()
  const previewing = new Map<string, Promise<string | null>>()

  async function fetched(file: string): Promise<KeptPicture | NotTaken> {
    const given = await newsroom.fetchFile(file)
    if ('refused' in given) return given
    const picture = await clean(given.bytes)
    return 'refused' in picture ? picture : keep(picture)
  }

  /** Keeps a picture; what is known of it. */
  function keep(picture: Picture): KeptPicture {
    kept.keep(picture, now())
    const known = kept.get(picture.sha256)
    if (known === null) throw new Error('a picture was not kept')
    return known
  }

  async function shown(sha256: string): Promise<string | null> {
    const [known, bytes] = [kept.get(sha256), kept.bytes(sha256)]
    if (known === null || bytes === null) return null
    if (known.preview !== null) return known.preview
    const name = `bild-${sha256.slice(0, 12)}.${known.type.slice('image/'.length)}`
    const file = await newsroom.keepPreview({ name, bytes })
    if (file !== null) kept.previewed(sha256, file)
    return file
  }

  /** Whether some proposal may still need a picture at an instant. */
  function isNeeded(sha256: string, at: Instant): boolean {
    return kept.usedBy(sha256).some((number) => {
      const life = lives.life(number)
      const proposal = replay(number, life)
      if (proposal === null) return false
      const since = at - (isStillPublic(proposal) ? keptFor.public : keptFor.ended)
      return !hasEnded(proposal) || (life.at(-1)?.at ?? 0) > since
    })
  }

  return {
    /** Keeps a picture the office drew itself, as PNG without anything else in it. */
    keepDrawn({ bytes, width, height }: Pick<Picture, 'bytes' | 'width' | 'height'>): KeptPicture {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      return keep({ sha256, type: 'image/png', width, height, bytes })
    },
    get: kept.get,
    bytes: kept.bytes,
    usedBy: kept.usedBy,

    /** The picture in a file of the newsroom, or why there is none: fetched, cleaned and kept once, however often it is
     * asked for. Never throws. */
    take(file: string): Promise<KeptPicture | NotTaken> {
      const before = taken.get(file)
      if (before !== undefined) return before
      if (taken.size >= mostRemembered) taken.clear()
      const taking = fetched(file).catch((error: unknown): NotTaken => {
        fault('a picture could not be made ready', error)
        return { refused: 'unavailable' }
      })
      taken.set(file, taking)
      // What may be there the next time is asked for again.
      void taking.then((end) => {
        if ('refused' in end && end.refused === 'unavailable') taken.delete(file)
      })
      return taking
    },

    /** The newsroom's name for the file that shows a picture; null where it cannot be shown. Never throws. */
    preview(sha256: string): Promise<string | null> {
      const known = kept.get(sha256)?.preview ?? null
      if (known !== null) return Promise.resolve(known)
      const before = previewing.get(sha256)
      if (before !== undefined) return before
      const showing = shown(sha256)
        .catch((error: unknown) => {
          fault('a picture could not be shown', error)
          return null
        })
        .finally(() => previewing.delete(sha256))
      previewing.set(sha256, showing)
      return showing
    },

    /** Erases what nobody needs any more, here and in the newsroom. `changed` hears of the proposals that showed it. */
    async forget(changed: (proposal: number) => void): Promise<void> {
      const at = now()
      for (const { sha256, preview } of kept.keptBefore(at - keptFor.unused)) {
        if (isNeeded(sha256, at)) continue
        if (preview !== null) {
          if (!(await newsroom.takeBack(preview))) continue
          kept.previewed(sha256, null)
          // Somebody may have submitted it meanwhile.
          if (isNeeded(sha256, now())) continue
        }
        kept.remove(sha256)
        // Whoever brings it along again needs it again.
        taken.clear()
        for (const number of kept.usedBy(sha256)) changed(number)
      }
    },
  }
}
