// What was agreed on, told from the raw history alone and never by asking the core.
import type { Content } from '../../src/core/content.ts'
import { fingerprint } from '../../src/core/proposal/fingerprint.ts'
import type { Actor } from '../../src/core/people.ts'
import type { ProposalEvent, Recorded } from '../../src/core/proposal/proposal.ts'
import { petra, vera } from './lives.ts'

/** Whether somebody wants it to go out. */
export function isConsent({ type }: ProposalEvent): boolean {
  return type === 'approved' || type === 'confirmed' || type === 'released' || type === 'resumed'
}

/** Whether an officer who is neither author nor last editor has approved exactly the last words, in answer to
 * exactly that version of a mention, and nobody took that back; or whether an officer mended what somebody else wrote and
 * a second person has confirmed exactly that. Told from the raw history alone. */
export function isAgreedOn(life: readonly Recorded[]): boolean {
  const versions = life.filter(isVersion)
  const written = versions.filter(({ type }) => type !== 'rebound' && type !== 'rescheduled')
  const editors = written.map(({ actor }) => actor)
  const decisive = life.findLast((event) => {
    const { type } = event
    return type === 'approved' || type === 'confirmed' || type === 'stopped' || isVersion(event)
  })
  const last = versions.at(-1)
  if (last === undefined) return false
  if (decisive?.type !== 'approved' && decisive?.type !== 'confirmed') return false
  const consent = life.findLast(isConsent)
  const isByOthers = consent !== undefined && consent.type !== 'confirmed'
  const mender = written.at(-1)
  const isConfirmed =
    decisive.type === 'confirmed' &&
    mender?.type === 'mended' &&
    isOfficer(mender.actor) &&
    mender.actor !== editors[0] &&
    decisive.actor !== mender.actor
  const responsible = [
    ...(decisive.type === 'approved' ? [decisive.actor] : []),
    ...(isByOthers ? [consent.actor] : []),
  ]
  return (
    (decisive.type === 'approved' || isConfirmed) &&
    responsible.every(isOfficer) &&
    responsible.every((actor) => actor !== editors[0] && actor !== editors.at(-1)) &&
    decisive.version === versions.length &&
    decisive.hash === fingerprint(last.content)
  )
}

function isOfficer(actor: Actor): boolean {
  return actor === petra.actor || actor === vera.actor
}

/** A version of the words, whoever made it. */
export function isVersion(event: Recorded): event is Extract<Recorded, { content: Content }> {
  return 'content' in event
}

export function lastContent(life: readonly Recorded[]): Content | undefined {
  return life.findLast(isVersion)?.content
}
