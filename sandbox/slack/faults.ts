// Ways to fail, counted: each strikes so many calls and is then over.

import type { Fault } from '../contract.ts'

/** Kinds that strike a call over HTTP. */
const httpKinds = new Set<Fault['kind']>([
  'rate-limit',
  'server-error',
  'html',
  'hang',
  'hang-after-commit',
  'lost-answer',
  'dropped',
  'half-body',
  'down',
  'invalid-auth',
  'account-inactive',
  'slow',
])

/** How late an event comes unless the fault says otherwise, in seconds. */
const usualLateness = 60

export type Faults = {
  list(): Fault[]
  replace(faults: readonly Fault[]): void
  /** The fault that strikes this call, used up by one; undefined where the call may succeed. */
  strike(method: string): Fault | undefined
  isDown: () => boolean
  /** How many copies of this event are sent: 1, and one more per "twice" fault, up to 4. */
  copies(eventType: string): number
  /** How late this event is sent first, in milliseconds. */
  lateness(eventType: string): number
  /** Whether the app's acknowledgement of this command or interaction comes too late. */
  unheard(type: string): boolean
}

/** Keeps the faults. struck is called when one was used, so that its count can be shown. */
export function openFaults(struck: () => void): Faults {
  let faults: Fault[] = []

  function use(fault: Fault): void {
    if (fault.times !== null) fault.times -= 1
    faults = faults.filter((one) => one.times === null || one.times > 0)
    struck()
  }
  // A fault that lets calls through first counts those it would have struck.
  const meets = (fault: Fault, method: string) => {
    const isMeant = fault.method === undefined || fault.method === method
    if (!isMeant || fault.skips === undefined || fault.skips === 0) return isMeant
    fault.skips -= 1
    return false
  }

  return {
    list: () => structuredClone(faults),
    replace(next) {
      faults = structuredClone([...next]).filter((one) => one.times === null || one.times > 0)
    },
    strike(method) {
      const fault = faults.find((one) => httpKinds.has(one.kind) && meets(one, method))
      if (fault === undefined) return undefined
      const struckBy = { ...fault }
      use(fault)
      return struckBy
    },
    isDown: () => faults.some((one) => one.kind === 'down' && one.method === undefined),
    copies(eventType) {
      const doubling = faults.filter((one) => one.kind === 'twice' && meets(one, eventType))
      const used = doubling.slice(0, 3)
      used.forEach(use)
      return 1 + used.length
    },
    lateness(eventType) {
      const delaying = faults.find((one) => one.kind === 'late' && meets(one, eventType))
      if (delaying === undefined) return 0
      use(delaying)
      return (delaying.seconds ?? usualLateness) * 1000
    },
    unheard(type) {
      const deafening = faults.find((one) => one.kind === 'unheard' && meets(one, type))
      if (deafening !== undefined) use(deafening)
      return deafening !== undefined
    },
  }
}
