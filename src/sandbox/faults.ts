// Ways to fail, taken one call at a time.
import type { Fault } from './contract.ts'

/** The faults that are switched on for a service. */
export function faults() {
  let list: Fault[] = []
  return {
    set(faults: Fault[]): void {
      list = faults.map((fault) => ({ ...fault }))
    },
    list: (): Fault[] => list.map((fault) => ({ ...fault })),
    /** The fault that strikes this call, if any; it is used up by it. An event twice and a late index can
     * come with another fault: they only strike where they are asked for. */
    strike(method: string, kinds?: readonly Fault['kind'][]): Fault | null {
      const isMeant = (one: Fault) =>
        (one.method === undefined || one.method === method) &&
        (kinds?.includes(one.kind) ?? (one.kind !== 'twice' && one.kind !== 'late-index'))
      const fault = list.find((one) => {
        if (!isMeant(one)) return false
        if (one.skips === undefined || one.skips === 0) return true
        one.skips -= 1
        return false
      })
      if (fault === undefined) return null
      if (fault.times !== null) {
        fault.times -= 1
        list = list.filter((one) => one.times !== 0)
      }
      return { ...fault }
    },
    isDown: (): boolean => list.some(({ kind }) => kind === 'down'),
  }
}
