// What people can do about proposals, and what the desk is told of it. Forms open before anything is asked of
// Slack; what was typed is never lost.
import { current } from '../../core/proposal/proposal.ts'
import { releaseIn } from '../../core/press-release.ts'
import type { Refusal } from '../../core/proposal/refusal.ts'
import type { Visitor } from '../../desk/works.ts'
import type { Answer, Request } from '../../desk/proposal-requests.ts'
import type { Proposals } from '../../desk/proposals.ts'
import { unknownButton } from '../../wording/faults.ts'
import { noDepartments, refusalSentence } from '../../wording/refusals.ts'
import { nothingToRead, type Entrance, type FormEnd, type Said } from '../entrance.ts'
import { readSentence } from '../form-values.ts'
import { readMessage } from '../message/read-message.ts'
import type { Parts } from '../parts.ts'
import { readTarget } from '../target.ts'
import { despiteBudget } from './buttons.ts'
import type { DrawsHome } from './confirming.ts'
import { followUpListeners } from './follow-ups.ts'
import { releaseListeners } from './release-form.ts'
import { sentenceForm, type Seen, type SentenceForm } from './forms.ts'
import { openAgain, openForm, openRelease, openRevision, submitting } from './submitting.ts'
import { templateListeners } from './template-listeners.ts'
import { tileListeners } from './tile-listeners.ts'
import type { Visit } from '../visit.ts'

/** Buttons that do at once what they say. */
const atOnce = {
  approve: ({ version }, choice) => ({
    ...{ do: 'approve', version, via: 'button', since: null },
    ...(choice === despiteBudget && { despite: 'budget' }),
  }),
  stop: ({ version }) => ({ do: 'stop', version, via: 'button' }),
  withdraw: () => ({ do: 'withdraw' }),
  release: () => ({ do: 'release' }),
  'confirm-deleted': () => ({ do: 'confirm-deleted' }),
  'close-warning': () => ({ do: 'close' }),
  'renew-consent': () => ({ do: 'renew-consent' }),
  heed: ({ version }) => ({ do: 'heed', version, via: 'button' }),
} satisfies Record<string, (seen: Seen, choice: string | null) => Request>

/** Buttons that need a sentence first: the form asks for it, and this is what it then means. */
const withSentence = {
  reject: ({ version }, reason) => ({ do: 'reject', version, reason, via: 'button' }),
  ask: ({ version }, question) => ({ do: 'ask', version, question, via: 'button' }),
  'give-reason': (_, reason) => ({ do: 'give-reason', reason }),
  'answer-question': ({ version }, answer) => ({ do: 'answer-question', version, answer }),
  'confirm-posted': (_, link) => ({ do: 'confirm-posted', link }),
} satisfies Record<SentenceForm, (seen: Seen, sentence: string) => Request>

/** Registers what people can do about proposals. */
export function proposalListeners(door: Entrance, parts: Parts & DrawsHome): void {
  const { proposals, newsroom } = parts
  const sentence = (refusal: Refusal) =>
    newsroom.draw((setting) => refusalSentence(refusal, setting))

  submitting(door, parts)
  tileListeners(door, parts)
  releaseListeners(door, parts)
  templateListeners(door, parts)
  followUpListeners(door, parts)
  door.shortcut('propose-message', (message, visit) => {
    const { text, pictures, asides } = readMessage(message, parts.zone)
    const release = releaseIn(text)
    if (release !== null) return openRelease(parts, visit, release, { files: pictures, asides })
    return openForm(parts, visit, { draft: { text }, files: pictures, asides, typed: text })
  })
  door.button('propose-item', readTarget, async (press, { seal }) => {
    const release = parts.releaseOf(seal)
    return release === null ? unknownButton : openRelease(parts, press, release)
  })
  door.button('propose', nothingToRead, (press) => openProposal(parts, '', press))
  // The address opens by itself.
  door.button('open-account', nothingToRead, () => Promise.resolve(null))
  door.button('propose-warning', nothingToRead, (press) => openWarning(parts, '', press))

  for (const [name, request] of Object.entries(atOnce)) {
    door.button(name, readTarget, async (press, target) => {
      const visitor = await (name === 'stop' ? press.visitorOrKnown() : press.visitor())
      const said = answer(proposals, target, visitor, (seen) => request(seen, target.choice))
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
    await openRevision(parts, press, proposal)
    return null
  })

  door.button('again', readTarget, async (press, { seal }) => {
    if (press.asKnown().standing === 'outsider') return sentence({ refused: 'outsider' })
    const seen = proposals.seen(seal)
    const proposal = seen === null ? null : proposals.load(seen.number)
    if (proposal === null) return sentence(unknown)
    const { kind, original } = current(proposal).content
    const about = original === undefined ? null : proposals.load(original.proposal)
    const refusal = about === null ? null : proposals.refusalToFollow(about, kind)
    if (refusal !== null) return sentence(refusal)
    await openAgain(parts, press, proposal)
    return null
  })

  door.button('cosign', readTarget, async (press, target) => {
    const visitor = await press.visitor()
    const departments = newsroom.departmentsOf(visitor.user)
    const said = answer(proposals, target, visitor, ({ version }) => ({
      ...{ do: 'cosign', version, departments, via: 'button' },
    }))
    if ('refused' in said) return sentence(said)
    void proposals.settle(said.proposal.number)
    return null
  })
}

const unknown: Refusal = { refused: 'unknown-proposal' }

/** Opens the form for a proposal with what was typed already. */
export function openProposal(parts: Parts, text: string, visit: Visit): Promise<Said> {
  return openForm(parts, visit, { draft: { text }, typed: text })
}

/** Opens the form for a warning. Without a department that could sign it, there is none. */
export async function openWarning(parts: Parts, text: string, visit: Visit): Promise<Said> {
  return parts.formSetting.departments.length === 0
    ? noDepartments
    : openForm(parts, visit, { kind: 'warning', draft: { text, topic: 'lage' }, typed: text })
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
