// What people can do about proposals, and what the desk is told of it. Forms open before anything is asked of
// Slack; what was typed is never lost.
import { draftOf } from '../../core/proposal/draft.ts'
import { current } from '../../core/proposal/proposal.ts'
import type { Refusal } from '../../core/proposal/refusal.ts'
import type { Answer, Request } from '../../desk/proposal-requests.ts'
import { refusalSentence } from '../../wording/refusals.ts'
import {
  nothingToRead,
  type Entrance,
  type FormEnd,
  type Press,
  type Said,
  type Visit,
} from '../entrance.ts'
import { plainText } from '../escape.ts'
import { readProposalForm, readSentence } from '../form-values.ts'
import type { Parts } from '../parts.ts'
import { readTarget, type Target } from '../target.ts'
import { flawErrors, proposalForm, sentenceForm, type Seen, type SentenceForm } from './forms.ts'

/** Buttons that do at once what they say. */
const atOnce = {
  approve: ({ version }) => ({ do: 'approve', version, via: 'button', since: null }),
  stop: ({ version }) => ({ do: 'stop', version, via: 'button' }),
  withdraw: () => ({ do: 'withdraw' }),
  release: () => ({ do: 'release' }),
} satisfies Record<string, (seen: Seen) => Request>

/** Buttons that need a sentence first: the form asks for it, and this is what it then means. */
const withSentence = {
  reject: ({ version }, reason) => ({ do: 'reject', version, reason, via: 'button' }),
  ask: ({ version }, question) => ({ do: 'ask', version, question, via: 'button' }),
  'give-reason': (_, reason) => ({ do: 'give-reason', reason }),
  'confirm-posted': (_, link) => ({ do: 'confirm-posted', link }),
} satisfies Record<SentenceForm, (seen: Seen, sentence: string) => Request>

/** Registers what people can do about proposals. */
export function proposalListeners(door: Entrance, parts: Parts): void {
  const { desk, proposals, newsroom, zone } = parts
  const sentence = (refusal: Refusal) =>
    newsroom.draw((setting) => refusalSentence(refusal, setting))

  /** The version a seal names; null for a text that history does not have: nobody saw the one it has under this
   * number. */
  const seen = ({ seal }: Target): Seen | null => {
    const named = desk.sealed(seal)
    const proposal = named?.about === 'proposal' ? proposals.load(named.number) : null
    const index = proposal?.versions.findIndex(({ position }) => position === named?.position) ?? -1
    return proposal === null || index < 0
      ? null
      : { seal, number: proposal.number, version: index + 1 }
  }
  const unknown = { refused: 'unknown-proposal' } as const
  const button = (id: string, does: (press: Press, about: Seen) => Promise<Said>) => {
    door.button(id, readTarget, async (press, target) => {
      const about = seen(target)
      return about === null ? sentence(unknown) : does(press, about)
    })
  }

  door.shortcut('propose-message', (text, visit) => openProposal(parts, plainText(text), visit))
  door.button('propose', nothingToRead, (press) => openProposal(parts, '', press))

  // A form for a new proposal is about nothing yet.
  const readRevised = (written: string) => (written === '' ? 'new' : readTarget(written))
  door.form('proposal', readRevised, async (sent, target) => {
    const draft = readProposalForm(sent.values)
    const visitor = await sent.visitor()
    const form = sent.id
    const revise = (about: Seen | null): Answer =>
      about === null
        ? unknown
        : proposals.answer(
            about.number,
            { do: 'revise', version: about.version, draft, form },
            visitor,
          )
    const said = target === 'new' ? proposals.submit(draft, form, visitor) : revise(seen(target))
    if ('refused' in said) {
      return said.refused === 'flawed'
        ? { errors: flawErrors(said.flaws) }
        : { errors: { text: await sentence(said) } }
    }
    void proposals.settle(said.proposal.number)
    return null
  })

  for (const [name, request] of Object.entries(atOnce)) {
    button(name, async (press, about) => {
      const visitor = await (name === 'stop' ? press.visitorOrKnown() : press.visitor())
      const said = proposals.answer(about.number, request(about), visitor)
      if ('refused' in said) return sentence(said)
      void proposals.settle(about.number)
      return null
    })
  }

  for (const [name, request] of Object.entries(withSentence)) {
    const form = name as SentenceForm
    button(form, async (press, about) => {
      // Nobody should write a sentence for nothing: what is known already refuses before the form opens.
      const refusal = proposals.refusalOf(about.number, request(about, '-'), press.asKnown())
      if (refusal !== null) return sentence(refusal)
      await press.opens(sentenceForm(form, about))
      return null
    })
    door.form(form, readTarget, async (sent, target): Promise<FormEnd> => {
      const typed = readSentence(sent.values)
      const visitor = await sent.visitor()
      const about = seen(target)
      const said =
        about === null ? unknown : proposals.answer(about.number, request(about, typed), visitor)
      if ('refused' in said) return { errors: { sentence: await sentence(said) } }
      void proposals.settle(said.proposal.number)
      return null
    })
  }

  button('revise', async (press, about) => {
    if (press.asKnown().standing === 'outsider') return sentence({ refused: 'outsider' })
    const proposal = proposals.load(about.number)
    if (proposal === null) return sentence(unknown)
    const version = proposal.versions.length
    const { content } = current(proposal)
    const revising = { seal: proposals.seal(proposal), number: about.number, version }
    await press.opens(proposalForm({ draft: draftOf(content, zone), revising }))
    return null
  })
}

/** Opens the form for a proposal with what was typed already. Nobody should fill it in for nothing: who is known to
 * be a guest is told at once. */
export async function openProposal({ newsroom }: Parts, text: string, visit: Visit): Promise<Said> {
  if (visit.asKnown().standing === 'outsider') {
    return newsroom.draw((setting) => refusalSentence({ refused: 'outsider' }, setting))
  }
  const empty = { topic: null, link: '', noLinkBecause: '', date: null, time: null }
  await visit.opens(proposalForm({ draft: { ...empty, text }, revising: null }), text)
  return null
}
