// What people can do about proposals, and what the desk is told of it. Forms open before anything is asked of
// Slack; what was typed is never lost.
import { draftOf } from '../../core/proposal/draft.ts'
import { current } from '../../core/proposal/proposal.ts'
import type { Refusal } from '../../core/proposal/refusal.ts'
import type { Visitor } from '../../desk/works.ts'
import type { Answer, Request } from '../../desk/proposal-requests.ts'
import type { Proposals } from '../../desk/proposals.ts'
import { refusalSentence } from '../../wording/refusals.ts'
import { nothingToRead, type Entrance, type FormEnd, type Said } from '../entrance.ts'
import { plainText } from '../escape.ts'
import { readProposalForm, readSentence, readText } from '../form-values.ts'
import { limits } from '../limits.ts'
import type { Parts } from '../parts.ts'
import { readTarget } from '../target.ts'
import { flawErrors, proposalForm, sentenceForm, type Seen, type SentenceForm } from './forms.ts'
import type { Visit } from '../visit.ts'

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
  const { proposals, newsroom, zone } = parts
  const sentence = (refusal: Refusal) =>
    newsroom.draw((setting) => refusalSentence(refusal, setting))

  door.shortcut('propose-message', (text, visit) => openProposal(parts, plainText(text), visit))
  door.button('propose', nothingToRead, (press) => openProposal(parts, '', press))

  // A form for a new proposal is about nothing yet.
  const readRevised = (written: string) => (written === '' ? 'new' : readTarget(written))
  door.form('proposal', readRevised, async (sent, about) => {
    const draft = readProposalForm(sent.values)
    const visitor = await sent.visitor()
    const form = sent.id
    const said =
      about === 'new'
        ? proposals.submit(draft, form, visitor)
        : answer(proposals, about, visitor, ({ version }) => ({
            do: 'revise',
            version,
            draft,
            form,
          }))
    if ('refused' in said) {
      const { block } = readText(sent.values)
      if (said.refused !== 'flawed') return { errors: { [block]: await sentence(said) } }
      const inParts = proposals.divided(draft)
      // Nothing of it may be lost because the field takes no more.
      if (inParts === null || inParts.draft.text.length > limits.input) {
        return { errors: flawErrors(said.flaws, block) }
      }
      const [, before = '0'] = block.split('-')
      const divided = { ...inParts.divided, block: `text-${Number(before) + 1}` }
      return { next: proposalForm({ draft: inParts.draft, divided, revising: revisedBy(about) }) }
    }
    void proposals.settle(said.proposal.number)
    return null
  })
  const revisedBy = (about: 'new' | { seal: string }) =>
    about === 'new' ? null : proposals.seen(about.seal)

  for (const [name, request] of Object.entries(atOnce)) {
    door.button(name, readTarget, async (press, target) => {
      const visitor = await (name === 'stop' ? press.visitorOrKnown() : press.visitor())
      const said = answer(proposals, target, visitor, request)
      if ('refused' in said) return sentence(said)
      void proposals.settle(said.proposal.number)
      return null
    })
  }

  for (const [name, request] of Object.entries(withSentence)) {
    const form = name as SentenceForm
    door.button(form, readTarget, async (press, { seal }) => {
      const seen = proposals.seen(seal)
      if (seen === null) return sentence(unknown)
      // Nobody should write a sentence for nothing: what is known already refuses before the form opens.
      const refusal = proposals.refusalOf(seen.number, request(seen, '-'), press.asKnown())
      if (refusal !== null) return sentence(refusal)
      await press.opens(sentenceForm(form, seen))
      return null
    })
    door.form(form, readTarget, async (sent, target): Promise<FormEnd> => {
      const typed = readSentence(sent.values)
      const visitor = await sent.visitor()
      const said = answer(proposals, target, visitor, (seen) => request(seen, typed), sent.id)
      if ('refused' in said) return { errors: { sentence: await sentence(said) } }
      void proposals.settle(said.proposal.number)
      return null
    })
  }

  door.button('revise', readTarget, async (press, { seal }) => {
    if (press.asKnown().standing === 'outsider') return sentence({ refused: 'outsider' })
    const seen = proposals.seen(seal)
    const proposal = seen === null ? null : proposals.load(seen.number)
    if (seen === null || proposal === null) return sentence(unknown)
    // What is revised is what counts now, also from an outdated card.
    const revising = proposals.latest(proposal)
    const { content } = current(proposal)
    const isAnswer = content.kind === 'reply'
    await press.opens(proposalForm({ draft: draftOf(content, zone), revising, isAnswer }))
    return null
  })
}

const unknown: Refusal = { refused: 'unknown-proposal' }

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

/** Refuses what was pressed or filled in for something history does not have: nobody saw what it has under this
 * number. */
function answer(
  proposals: Proposals,
  { seal }: { seal: string },
  visitor: Visitor,
  request: (seen: Seen) => Request,
  form: string | null = null,
): Answer {
  const seen = proposals.seen(seal)
  return seen === null
    ? { refused: 'unknown-proposal' }
    : proposals.answer(seen.number, request(seen), visitor, form)
}
