// What could not be written down, because the disk was full or somebody else held the file: logged once and not
// every second, and made up for as soon as it can be written again.
import type { Logger } from 'pino'
import { isBusyOrFull } from '../../db/database.ts'

/** `probe` writes something small and throws where that fails; `makeUp` does again what nobody asks for a second
 * time by itself. */
export function storage(given: { probe: () => void; makeUp: () => Promise<unknown>; log: Logger }) {
  const { probe, makeUp, log } = given
  /** What failed in the outage that goes on, with its Kennung. */
  const failed = new Map<string, string>()
  return {
    /** Takes in a fault of storage and answers with the Kennung under which the log has it; null for any other
     * fault. The same fault has one Kennung as long as the outage lasts. */
    heard(what: string, error: unknown, id: string): string | null {
      if (!isBusyOrFull(error)) return null
      const known = failed.get(what)
      if (known !== undefined) return known
      failed.set(what, id)
      log.error({ id, err: error }, what)
      return id
    },
    /** Looks whether an outage is over. Call it every few seconds. */
    async look(): Promise<void> {
      if (failed.size === 0) return
      try {
        probe()
      } catch (error) {
        if (isBusyOrFull(error)) return
        throw error
      }
      log.warn({ faults: failed.size }, 'the database can be written again')
      failed.clear()
      await makeUp()
    },
  }
}
