// What people can do about proposals, and what the desk is told of it. Forms open before anything is asked of
// Slack; what was typed is never lost.
import { draftOf } from '../../core/proposal/draft.ts'
import { current } from '../../core/proposal/proposal.ts'
import type { Refusal } from '../../core/proposal/refusal.ts'
import type { Answer, Desk, Request, Visitor } from '../../desk/desk.ts'
import { refusalSentence } from '../../wording/refusals.ts'
import { nothingToRead, type Entrance, type FormEnd, type Said, type Visit } from '../entrance.ts'
import { plainText } from '../escape.ts'
import { readProposalForm, readSentence } from '../form-values.ts'
import type { Parts } from '../parts.ts'
import { readVersion, type Seen } from '../target.ts'
import { flawErrors, proposalForm, sentenceForm, type SentenceForm } from './forms.ts'

/** Buttons that do at once what they say. */
const atOnce = {
  approve: ({ version }) => ({ do: 'approve', version, via: 'button' }),
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
  const { desk, newsroom, zone } = parts
  const sentence = (refusal: Refusal) =>
    newsroom.draw((setting) => refusalSentence(refusal, setting))

  door.shortcut('propose-message', (text, visit) => openProposal(parts, plainText(text), visit))
  door.button('propose', nothingToRead, (press) => openProposal(parts, '', press))

  // A form for a new proposal is about nothing yet.
  const readRevised = (written: string) => (written === '' ? 'new' : readVersion(written))
  door.form('proposal', readRevised, async (sent, about) => {
    const draft = readProposalForm(sent.values)
    const visitor = await sent.visitor()
    const form = sent.id
    const said =
      about === 'new'
        ? desk.submit(draft, form, visitor)
        : answer(desk, about, visitor, { do: 'revise', version: about.version, draft, form })
    if ('refused' in said) {
      return said.refused === 'flawed'
        ? { errors: flawErrors(said.flaws) }
        : { errors: { text: await sentence(said) } }
    }
    void desk.settleOne(said.proposal.number)
    return null
  })

  for (const [name, request] of Object.entries(atOnce)) {
    door.button(name, readVersion, async (press, seen) => {
      const visitor = await (name === 'stop' ? press.visitorOrKnown() : press.visitor())
      const said = answer(desk, seen, visitor, request(seen))
      if ('refused' in said) return sentence(said)
      void desk.settleOne(seen.number)
      return null
    })
  }

  for (const [name, request] of Object.entries(withSentence)) {
    const form = name as SentenceForm
    door.button(form, readVersion, async (press, seen) => {
      // Nobody should write a sentence for nothing: what is known already refuses before the form opens.
      const refusal =
        unseen(desk, seen) ?? desk.refusalOf(seen.number, request(seen, '-'), press.asKnown())
      if (refusal !== null) return sentence(refusal)
      await press.opens(sentenceForm(form, seen))
      return null
    })
    door.form(form, readVersion, async (sent, seen): Promise<FormEnd> => {
      const typed = readSentence(sent.values)
      const said = answer(desk, seen, await sent.visitor(), request(seen, typed))
      if ('refused' in said) return { errors: { sentence: await sentence(said) } }
      void desk.settleOne(seen.number)
      return null
    })
  }

  door.button('revise', readVersion, async (press, seen) => {
    const isGuest = press.asKnown().standing === 'outsider'
    const refusal = isGuest ? ({ refused: 'outsider' } as const) : unseen(desk, seen)
    const proposal = desk.proposal(seen.number)
    if (refusal !== null || proposal === null) {
      return sentence(refusal ?? { refused: 'unknown-proposal' })
    }
    const { content, hash } = current(proposal)
    const revising = { number: seen.number, version: proposal.versions.length, hash }
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

function answer(desk: Desk, seen: Seen, visitor: Visitor, request: Request): Answer {
  return unseen(desk, seen) ?? desk.answer(seen.number, request, visitor)
}

/** Refuses what was pressed or filled in for a text that history does not have: nobody saw the one it has
 * under this number. */
function unseen(desk: Desk, { number, version, hash }: Seen): Refusal | null {
  const known = desk.proposal(number)?.versions[version - 1]
  return known?.hash === hash ? null : { refused: 'unknown-proposal' }
}
