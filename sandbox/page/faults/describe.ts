import type { Fault } from '../../contract.ts'
import { faultKinds, faults as say } from '../wording.ts'

/** A fault that is on, in one line: what, at which call, how often still. */
export function describeFault(fault: Fault): string {
  const left = fault.times === null ? say.leftForEver : say.left(fault.times)
  const where = fault.method === undefined ? '' : ` bei ${fault.method}`
  return `${faultKinds[fault.kind].name}${where}, ${left}`
}
