/** What the public gets; 'image/gif' is always an animation, a still GIF becomes a PNG. */
export type PictureType = 'image/jpeg' | 'image/png' | 'image/gif'

/** A picture as the public will see it: made anew from its dots, without any metadata. `sha256` in hex, of `bytes`;
 * width and height in dots, as it is looked at. */
export type Picture = {
  sha256: string
  type: PictureType
  width: number
  height: number
  bytes: Uint8Array
}

/** What a file is instead of a picture, by its content; null where nobody knows. */
export type NoPicture =
  'pdf' | 'svg' | 'video' | 'heic' | 'raw' | 'text' | 'archive' | 'office' | null

/** Why a file cannot be used: `bytes` and `limit` of a file in bytes, `pixels`, `width` and `height` in dots. */
export type PictureRefusal =
  | { refused: 'empty' }
  | { refused: 'too-large'; bytes: number; limit: number }
  | { refused: 'not-a-picture'; looksLike: NoPicture }
  /** Cut off, or not to be decoded. */
  | { refused: 'broken' }
  | { refused: 'too-many-pixels'; pixels: number; limit: number }
  | { refused: 'too-small'; width: number; height: number; atLeast: number }
  /** So long and thin that nothing is left of it once its longer side fits. */
  | { refused: 'too-narrow'; width: number; height: number }
  /** A document of several pages. */
  | { refused: 'several-pages'; pages: number }
  /** An animation in a format that networks do not move. */
  | { refused: 'animated'; format: 'png' | 'webp' | 'avif' }
  /** An animated GIF that is too much for X: in bytes, dots, frames, or dots of all frames together. */
  | { refused: 'animation-too-large'; too: 'heavy'; bytes: number; limit: number }
  | {
      refused: 'animation-too-large'
      too: 'big'
      width: number
      height: number
      limit: { width: number; height: number }
    }
  | { refused: 'animation-too-large'; too: 'long'; frames: number; limit: number }
  | { refused: 'animation-too-large'; too: 'much'; pixels: number; limit: number }
  /** Not ready within the deadline. */
  | { refused: 'too-long'; seconds: number }
  /** Whatever worked on it died of it. */
  | { refused: 'crashed' }

/** How large a file may be that somebody brings along, in bytes. */
export const fileLimit = 25_000_000
