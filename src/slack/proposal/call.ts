// The call to departments to sign, or to say what becomes of a warning, in the thread of the card.
import { current } from '../../core/proposal/proposal.ts'
import { kindLabels } from '../../wording/kinds.ts'
import { callWords, lapsedWords } from '../../wording/messages.ts'
import { departmentNames } from '../../wording/people.ts'
import { cut, limits } from '../limits.ts'
import { calling, type Drawn } from '../pieces.ts'
import type { CallView } from '../view.ts'

/** Draws the call: whoever has to act is mentioned. */
export function call(view: CallView): Drawn {
  const { proposal, departments, people, officers, asks, zone } = view
  const kind = kindLabels[current(proposal).content.kind]
  const names = cut(departmentNames(view, departments), limits.header)
  const { text, section } =
    asks === 'to-sign'
      ? calling(people, callWords(kind, names))
      : calling([...officers, ...people], lapsedWords(proposal, zone))
  return { text, blocks: [section] }
}
