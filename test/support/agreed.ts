// What was agreed on, told from the raw history alone and never by asking the core.
import type { Content } from '../../src/core/content.ts'
import { fingerprint } from '../../src/core/proposal/fingerprint.ts'
import type { ProposalEvent, Recorded } from '../../src/core/proposal/proposal.ts'
import { petra, vera } from './lives.ts'

/** Whether somebody wants it to go out. */
export function isConsent({ type }: ProposalEvent): boolean {
  return type === 'approved' || type === 'released' || type === 'resumed'
}

/** Whether an officer who is neither author nor last editor has approved exactly the last words, in answer to
 * exactly that version of a mention, and nobody took that back; told from the raw history alone. */
export function isAgreedOn(life: readonly Recorded[]): boolean {
  const versions = life.filter(isVersion)
  const editors = versions.filter(({ type }) => type !== 'rebound').map(({ actor }) => actor)
  const decisive = life.findLast((event) => {
    return event.type === 'approved' || event.type === 'stopped' || isVersion(event)
  })
  const last = versions.at(-1)
  if (decisive?.type !== 'approved' || last === undefined) return false
  const responsible = [decisive.actor, life.findLast(isConsent)?.actor ?? decisive.actor]
  return (
    responsible.every((actor) => actor === petra.actor || actor === vera.actor) &&
    responsible.every((actor) => actor !== editors[0] && actor !== editors.at(-1)) &&
    decisive.version === versions.length &&
    decisive.hash === fingerprint(last.content)
  )
}

/** A version of the words, whoever made it. */
export function isVersion(event: Recorded): event is Extract<Recorded, { content: Content }> {
  return 'content' in event
}

export function lastContent(life: readonly Recorded[]): Content | undefined {
  return life.findLast(isVersion)?.content
}
