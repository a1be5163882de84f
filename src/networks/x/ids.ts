// X's ids: numbers that grow with time, far beyond exact ones.
import { z } from 'zod'

/** An id of X: 64 bits, so nineteen digits at most. */
export const id = z.string().regex(/^\d{1,19}$/)

/** Whether a post is newer than another. */
export function isNewer(a: { id: string }, b: { id: string }): boolean {
  return BigInt(a.id) > BigInt(b.id)
}
