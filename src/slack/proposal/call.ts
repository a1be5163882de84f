// The call to departments to sign, or to say what becomes of a warning, in the thread of the card.
import { current } from '../../core/proposal/proposal.ts'
import { kindLabels } from '../../wording/kinds.ts'
import { callWords, lapsedWords } from '../../wording/messages.ts'
import { departmentNames } from '../../wording/people.ts'
import { escapeWithin, limits } from '../limits.ts'
import type { Drawn } from '../pieces.ts'
import type { CallView } from '../view.ts'

/** Draws the call: whoever has to act is mentioned. */
export function call(view: CallView): Drawn {
  const { proposal, departments, people, officers, asks, zone } = view
  const kind = kindLabels[current(proposal).content.kind]
  const names = escapeWithin(departmentNames(view, departments), limits.header)
  const whom = people.map(mention).join(' ')
  const text =
    asks === 'to-sign'
      ? callWords(kind, names, whom)
      : lapsedWords(proposal, [...officers.map(mention), whom].join(' '), zone)
  return { text, blocks: [{ type: 'section', text: { type: 'mrkdwn', text, verbatim: true } }] }
}

/** A user or group as Slack mentions them. */
export function mention(id: string): string {
  if (/^S[A-Z0-9]+$/.test(id)) return `<!subteam^${id}>`
  return /^[UW][A-Z0-9]+$/.test(id) ? `<@${id}>` : ''
}
