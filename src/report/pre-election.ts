// The list for the file of what was published in a time before an election, and why (docs/regeln.md, "Vorwahlzeit").
import { parts, type Instant } from '../core/content.ts'
import { occasionOf, type PreElection } from '../core/house-rules.ts'
import type { Actor } from '../core/people.ts'
import { current, type Approval, type Proposal } from '../core/proposal/proposal.ts'
import { moment } from '../wording/time.ts'
import { kindLabels } from '../wording/kinds.ts'
import {
  answersWords,
  approvedAs,
  electionColumns,
  electionFileName,
  electionFileTitle,
} from '../wording/house-rules.ts'
import { wordsCsv } from './csv.ts'

/** How many characters of a text are listed. */
const most = 80

/** A file of what was published in a period, the oldest first. Who approved is told as what they were then. Pure. */
export function electionFile(
  period: PreElection,
  published: readonly Proposal[],
  given: { zone: string; stoodIn: (actor: Actor, at: Instant) => boolean },
) {
  const { zone } = given
  const rows = published
    .flatMap((proposal) => {
      const [first] = proposal.published
      return first === undefined ? [] : [{ proposal, first }]
    })
    .sort((one, other) => one.first.at - other.first.at)
    .map(({ proposal, first }) => {
      const { content } = current(proposal)
      const [text = ''] = parts(content).map((part) => part.text)
      const answers = content.replyTo === null ? null : answersWords(content.replyTo.mention)
      const [one = '', two = ''] = approvals(proposal.approval).map(({ by, at, as }) => {
        const who = as ?? (given.stoodIn(by, at) ? 'deputy' : 'officer')
        return `${approvedAs[who]}, ${moment(at, zone)}`
      })
      return [
        ...[moment(first.at, zone), String(proposal.number), kindLabels[content.kind]],
        ...[beginning(text), answers ?? occasionOf(content) ?? '', one, two, first.url],
      ]
    })
  return {
    name: electionFileName(period),
    title: electionFileTitle(period),
    bytes: wordsCsv([electionColumns, ...rows]),
    altText: null,
  }
}

/** Each who agreed, in the order in which they did; `as` where that is known of the approval itself. */
function approvals(
  approval: Approval | null,
): { by: Actor; at: Instant; as: 'colleague' | 'own' | null }[] {
  if (approval === null) return []
  const { by, at, confirmedBy, first, isOwn } = approval
  const decided = { by, at, as: isOwn ? ('own' as const) : null }
  if (first !== null) return [{ by: first.by, at: first.at, as: null }, decided]
  return confirmedBy === null ? [decided] : [decided, { by: confirmedBy, at, as: 'colleague' }]
}

function beginning(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length <= most ? line : `${line.slice(0, most).trimEnd()} …`
}
