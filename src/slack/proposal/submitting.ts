// From an opened form to a proposal: in one step, or in two where there are pictures. What was typed is never lost: the
// first step stays as it is below the second.
import { setTimeout as pause } from 'node:timers/promises'
import { picturesInAll, textsOf } from '../../core/content.ts'
import type { Kind } from '../../core/kinds.ts'
import { mayMend } from '../../core/proposal/revise.ts'
import { draftOf, type Draft, type Flaw } from '../../core/proposal/draft.ts'
import { current, type Proposal } from '../../core/proposal/proposal.ts'
import type { PressRelease } from '../../core/press-release.ts'
import { needsConsent, type PictureDraft } from '../../core/proposal/picture-draft.ts'
import type { Refusal } from '../../core/proposal/refusal.ts'
import type { Carried, KeptDraft } from '../../desk/proposal-requests.ts'
import type { NotTaken } from '../../desk/pictures.ts'
import type { Visitor } from '../../desk/works.ts'
import { flawSentence } from '../../wording/flaws.ts'
import { draftGone, fileUnavailable, tooManyPictures } from '../../wording/forms.ts'
import { asideSentences, type Aside } from '../../wording/from-slack.ts'
import { pictureRefusal } from '../../wording/pictures.ts'
import { refusalSentence } from '../../wording/refusals.ts'
import { unknownButton } from '../../wording/faults.ts'
import type { Entrance, FormEnd, Said, Sent } from '../entrance.ts'
import { readPictures, readProposalForm, readText, readValues } from '../form-values.ts'
import { leftInAltTexts, leftInDraft } from '../leftovers.ts'
import { cut, limits, shares } from '../limits.ts'
import type { Parts } from '../parts.ts'
import { readFormTarget, type FormTarget } from '../target.ts'
import type { Visit } from '../visit.ts'
import { confirming, type DrawsHome } from './confirming.ts'
import { flawErrors, proposalForm, type Listed } from './forms.ts'
import { picturesForm, type PictureInForm } from './picture-form.ts'

/** How long sending the second step waits for pictures that are not ready, in milliseconds: Slack waits for three
 * seconds. */
const patience = 2_000

/** How long a form that is changed waits for a picture, in milliseconds. */
const soon = 300

/** Nothing was said about a picture yet. */
export const nothingSaid = {
  ...{ altText: '', credit: '', people: null, reference: '', until: null, part: null },
} as const

/** A form nobody has typed into. */
export const typedNothing = {
  text: '',
  topic: null,
  link: '',
  noLinkBecause: '',
  date: null,
  time: null,
}

/** Opens the form for a new proposal. `draft` is what stands in it already, `files` are files it brings along, `asides` what
 * is to be said of what did not become words. Nobody should fill it in for nothing: who is known to be a guest is told at
 * once. */
export async function openForm(
  parts: Parts,
  visit: Visit,
  given: {
    kind?: Exclude<Kind, 'reply'>
    draft?: Partial<Draft>
    files?: readonly { id: string; name: string }[]
    asides?: readonly Aside[]
    typed?: string
  },
): Promise<Said> {
  const { proposals, newsroom, formSetting: setting } = parts
  const { kind = 'post', files = [], typed = '' } = given
  if (visit.asKnown().standing === 'outsider') {
    return newsroom.draw((named) => refusalSentence({ refused: 'outsider' }, named))
  }
  const form = parts.newId()
  const { text, rest } = fitting(given.draft?.text ?? '')
  const draft: Draft = { ...typedNothing, ...given.draft, text }
  const asides = asideSentences([...(given.asides ?? []), ...rest])
  const carried = files.map(({ id, name }): Carried => ({
    ...{ file: id, sha256: null, name },
    said: nothingSaid,
  }))
  if (kind !== 'post' || carried.length > 0 || draft.answers !== undefined) {
    const { original, topic, answers } = draft
    const fixed = {
      ...{ kind, topic },
      ...(original !== undefined && { original }),
      ...(answers !== undefined && { answers }),
    }
    proposals.keepDraft(form, { seal: null, fixed, carried, typed: null, chosen: [] })
  }
  await visit.opens(
    proposalForm({
      ...{ form, kind, draft, revising: null, where: visit.where, setting, asides },
      ...{ carried: listed(carried), period: proposals.periodOf(draft) },
    }),
    typed,
  )
  return null
}

/** Opens the form with what fits of a press release into one post. */
export function openRelease(
  parts: Parts,
  visit: Visit,
  release: PressRelease,
  more: Pick<Parameters<typeof openForm>[2], 'files' | 'asides'> = {},
): Promise<Said> {
  const { text, ...how } = parts.proposals.shortened(release)
  return openForm(parts, visit, {
    ...more,
    draft: { text, link: release.link ?? '' },
    asides: [{ is: 'release', ...how }, ...(more.asides ?? [])],
    typed: text,
  })
}

/** A text as far as the field takes it, to the end of a word, and what is to be said of its rest. */
function fitting(text: string): { text: string; rest: Aside[] } {
  if (text.length <= limits.input) return { text, rest: [] }
  const whole = cut(text, limits.input).slice(0, -1)
  const begins = whole.search(/\s\S*$/)
  const fits = whole.slice(0, begins > limits.input / 2 ? begins : undefined)
  const over = text.slice(fits.length).trim()
  return {
    text: fits,
    rest: [{ is: 'rest', characters: over.length, begins: cut(over, shares.listed) }],
  }
}

/** Opens the form for a new version of a proposal. */
export function openRevision(parts: Parts, visit: Visit, proposal: Proposal): Promise<void> {
  // What is revised is what counts now, also from an outdated card.
  return openWith(parts, visit, proposal, parts.proposals.latest(proposal))
}

function personOf({ desk }: Parts, { user, standing }: Visitor) {
  return { actor: desk.actor(user), standing }
}

/** Opens the form for a new proposal with everything that an older one says, but for when. */
export function openAgain(parts: Parts, visit: Visit, proposal: Proposal): Promise<void> {
  return openWith(parts, visit, proposal, null)
}

async function openWith(
  parts: Parts,
  visit: Visit,
  proposal: Proposal,
  revising: ReturnType<Parts['proposals']['latest']> | null,
): Promise<void> {
  const { proposals, zone, formSetting: setting } = parts
  const { content } = current(proposal)
  const form = parts.newId()
  const { pictures = [], ...written } = draftOf(content, zone)
  const draft = revising === null ? { ...written, date: null, time: null } : written
  // What is kept no more cannot come along.
  const carried = pictures
    .filter(({ sha256 }) => revising !== null || proposals.pictures.get(sha256) !== null)
    .map(({ sha256, ...said }): Carried => ({
      ...{ file: null, sha256, name: said.altText },
      said,
    }))
  const { kind, original, topic, answers } = draft
  const fixed = {
    topic,
    ...(kind !== undefined && { kind }),
    ...(original !== undefined && { original }),
    ...(answers !== undefined && { answers }),
  }
  const seal = revising?.seal ?? null
  proposals.keepDraft(form, { seal, fixed, carried, typed: null, chosen: [] })
  await visit.opens(
    proposalForm({
      ...{ form, kind: content.kind, draft, revising, where: visit.where, setting },
      period: content.kind === 'reply' ? null : proposals.periodOf(draft),
      carried: listed(carried),
      mayMend: revising !== null && mayMend(proposal, personOf(parts, visit.asKnown())) === null,
    }),
  )
}

/** Registers what happens when the form is sent. */
export function submitting(door: Entrance, parts: Parts & DrawsHome): void {
  const { proposals, newsroom, formSetting: setting } = parts
  const confirm = confirming(parts)
  const sentence = (refusal: Refusal) => newsroom.draw((named) => refusalSentence(refusal, named))

  door.form('proposal', readFormTarget, async (sent, target): Promise<FormEnd> => {
    const kept = proposals.draftFor(target.form)
    const draft = typedIn(sent.values, kept)
    const chosen = chosenIn(sent.values, kept)
    const visitor = await sent.visitor()
    const { block } = readText(sent.values)
    const left = [
      ...leftInDraft(draft, block),
      ...(chosen.length > picturesInAll
        ? [{ block: 'files', sentence: tooManyPictures(chosen.length, picturesInAll) }]
        : []),
    ]
    const said =
      chosen.length === 0 && left.length === 0
        ? answered(draft, target, visitor)
        : { refused: 'flawed' as const, flaws: proposals.flawsOf({ ...draft, pictures: [] }) }
    if (!('refused' in said)) {
      confirm(sent, target.where, said.proposal.number)
      return null
    }
    if (said.refused !== 'flawed') return { errors: { [block]: await sentence(said) } }
    if (said.flaws.length === 0 && left.length === 0) {
      const { seal } = target
      proposals.keepDraft(target.form, {
        ...(kept ?? { fixed: { topic: draft.topic }, carried: [] }),
        ...{ seal, typed: draft, chosen },
      })
      return describe(sent, target, chosen, draft)
    }
    // A time before an election is known once a day is chosen: then the form comes back with the field that is missing.
    const isAsked = blocksOf(sent.values).includes('occasion')
    const flaws = isAsked ? said.flaws : said.flaws.filter(({ field }) => field !== 'occasion')
    const isUnasked = flaws.length === 0 && left.length === 0
    const inParts = left.length === 0 && !isUnasked ? proposals.divided(draft) : null
    // Nothing of it may be lost because the field takes no more.
    if (!isUnasked && (inParts === null || inParts.draft.text.length > limits.input)) {
      return { errors: flawErrors(flaws, block, left) }
    }
    const [, before = '0'] = block.split('-')
    const next = inParts === null ? block : `text-${Number(before) + 1}`
    const revising = target.seal === null ? null : proposals.seen(target.seal)
    const revised = revising === null ? null : proposals.load(revising.number)
    const carried = listed(asTicked(sent.values, kept))
    const kind = kept?.fixed.kind ?? 'post'
    const { form, where } = target
    return {
      next: proposalForm({
        ...{ form, kind, draft: inParts?.draft ?? draft, divided: inParts?.divided ?? null },
        ...{ block: next, period: isUnasked || isAsked ? proposals.periodOf(draft) : null },
        ...{ revising, where, setting, carried },
        mayMend: revised !== null && mayMend(revised, personOf(parts, visitor)) === null,
      }),
    }
  })

  door.form('pictures', readFormTarget, async (sent, target): Promise<FormEnd> => {
    const kept = proposals.draftFor(target.form)
    if (kept?.typed == null) return { errors: { 'altText-1': draftGone } }
    const ends = await Promise.race([
      Promise.all(kept.chosen.map(shaOf)),
      pause(patience, null, { ref: false }),
    ])
    if (ends === null) {
      return { errors: { 'altText-1': await sentence({ refused: 'pictures-not-ready' }) } }
    }
    const left: { block: string; sentence: string }[] = []
    const described = keepSaid(target.form, kept, sent.values)
    if (described.some(({ said }, index) => isNotAsked(sent.values, said, index))) {
      const seen = await Promise.all(kept.chosen.map(soonShown))
      const pictures = seen.map((one, index) => ({
        ...one,
        said: described[index]?.said ?? one.said,
      }))
      const given = { target, name: parts.newId(), pictures, parts: partsOf(kept) }
      return { next: picturesForm(given) }
    }
    const pictures = described.flatMap(({ said, place }, index) => {
      const end = ends[index]
      if (typeof end === 'string') {
        const isMoving = proposals.pictures.get(end)?.type === 'image/gif'
        return [{ sha256: end, ...said, isMoving, place, index }]
      }
      if (end !== undefined) {
        const sentence = notTaken(end, kept.chosen[index]?.name ?? '')
        left.push({ block: `altText-${index + 1}`, sentence })
      }
      return []
    })
    left.push(...leftInAltTexts(described.map(({ said }) => said.altText)))
    // Who moves one picture to a place means that the others make room.
    const moved = ({ place, index }: (typeof pictures)[number]) =>
      place + Math.sign(place - (index + 1)) / 2
    const ordered = pictures.toSorted(
      (one, other) => moved(one) - moved(other) || one.index - other.index,
    )
    const draft = { ...kept.typed, pictures: ordered }
    if (left.length > 0) {
      return { errors: besideFields(proposals.flawsOf(draft), ordered, left) }
    }
    const said = answered(draft, { ...target, seal: kept.seal }, await sent.visitor())
    if (!('refused' in said)) {
      confirm(sent, target.where, said.proposal.number)
      return { closes: 'all' }
    }
    if (said.refused !== 'flawed') return { errors: { 'altText-1': await sentence(said) } }
    return { errors: besideFields(said.flaws, ordered) }
  })

  door.button('picture-people', nothingElse, async (press) => {
    const target = readFormTarget(press.form?.private_metadata ?? '')
    const kept = target === null ? null : proposals.draftFor(target.form)
    if (press.form === null || target === null || kept === null) return unknownButton
    const described = keepSaid(target.form, kept, press.form.state.values)
    const seen = await Promise.all(kept.chosen.map(soonShown))
    const pictures = seen.map((one, index) => ({
      ...one,
      said: described[index]?.said ?? one.said,
    }))
    const { id, hash, external_id: name } = press.form
    const view = picturesForm({ target, name, pictures, parts: partsOf(kept) })
    await newsroom.redraw({ id, hash }, view)
    return null
  })

  /** What the second step says of each picture, kept for whoever goes back to the first and comes again. */
  function keepSaid(form: string, kept: KeptDraft, values: unknown) {
    const described = readPictures(values, kept.chosen.length)
    const chosen = kept.chosen.map((one, index) => ({
      ...one,
      said: described[index]?.said ?? one.said,
    }))
    proposals.keepDraft(form, { ...kept, chosen })
    return described
  }

  /** Goes on with the second step, which opens at once; the pictures follow. */
  function describe(
    sent: Sent,
    target: FormTarget,
    chosen: readonly Carried[],
    draft: Draft,
  ): FormEnd {
    const name = parts.newId()
    const all = textsOf(draft.text).length
    const form = (pictures: readonly PictureInForm[]) =>
      picturesForm({ target, name, pictures, parts: all })
    const now = chosen.map(inForm)
    if (now.some(({ preview }) => preview === null)) {
      sent.goesOn(
        Promise.all(chosen.map(shown)).then((pictures) =>
          newsroom.redrawNamed(name, form(pictures)),
        ),
      )
    }
    return { push: form(now) }
  }

  function answered(
    draft: Draft,
    { form, seal }: Pick<FormTarget, 'form' | 'seal'>,
    visitor: Visitor,
  ) {
    if (seal === null) return proposals.submit(draft, form, visitor)
    const seen = proposals.seen(seal)
    if (seen === null) return { refused: 'unknown-proposal' } as const
    const { number, version } = seen
    return proposals.answer(number, { do: 'revise', version, draft, form }, visitor)
  }

  /** A picture as the form can show it now. */
  function inForm({ name, sha256, said }: Carried): PictureInForm {
    const preview = sha256 === null ? null : (proposals.pictures.get(sha256)?.preview ?? null)
    return { name, preview, flaw: null, said }
  }

  /** The same once it is ready. */
  async function shown(one: Carried): Promise<PictureInForm> {
    const end = await shaOf(one)
    if (typeof end !== 'string') return { ...inForm(one), flaw: notTaken(end, one.name) }
    return { ...inForm(one), preview: await proposals.pictures.preview(end) }
  }

  /** The same, or as it can be shown now where that takes long. */
  function soonShown(one: Carried): Promise<PictureInForm> {
    return Promise.race([shown(one), pause(soon, inForm(one), { ref: false })])
  }

  async function shaOf({ sha256, file }: Carried): Promise<string | NotTaken> {
    // A form that was open for days may name what is kept no more.
    if (sha256 !== null) {
      return proposals.pictures.get(sha256) === null ? { refused: 'unavailable' } : sha256
    }
    const end = await proposals.pictures.take(file ?? '')
    return 'refused' in end ? end : end.sha256
  }
}

/** The draft in the first step, with what it does not ask. */
export function typedIn(values: unknown, kept: KeptDraft | null): Draft {
  const typed = readProposalForm(values)
  if (kept === null) return typed
  const { topic, kind, original, answers } = kept.fixed
  const isAsked = kind === undefined
  return {
    ...typed,
    ...(!isAsked && { kind }),
    ...(original !== undefined && { original }),
    ...(answers !== undefined && { answers }),
    topic: isAsked || kind === 'post' ? typed.topic : topic,
  }
}

/** The pictures that came along, each as it is ticked in the first step now. */
export function asTicked(values: unknown, kept: KeptDraft | null): Carried[] {
  const ticked = readValues(values).options('carried')
  return (kept?.carried ?? []).map((one, index) => ({
    ...one,
    isLeftOut: !ticked.includes(String(index)),
  }))
}

/** The pictures that go with the first step: what is still ticked, and what was chosen. */
function chosenIn(values: unknown, kept: KeptDraft | null): Carried[] {
  const chosen = [
    ...asTicked(values, kept).filter(({ isLeftOut }) => isLeftOut !== true),
    ...readValues(values)
      .files('files')
      .map(({ id, name }) => ({
        ...{ file: id, sha256: null, name },
        said: nothingSaid,
      })),
  ]
  // Who was in the second step already finds what was said there.
  return chosen.map(({ said, ...one }) => {
    const before = kept?.chosen.find(
      ({ file, sha256 }) => file === one.file && sha256 === one.sha256,
    )
    return { ...one, said: before?.said ?? said }
  })
}

/** Whether somebody chose a consent where the fields for it have not come up yet. */
function isNotAsked(
  values: unknown,
  { people }: Pick<PictureDraft, 'people'>,
  index: number,
): boolean {
  return needsConsent(people) && !blocksOf(values).includes(`reference-${index + 1}`)
}

/** The fields a form had when it was sent. */
function blocksOf(values: unknown): string[] {
  return typeof values === 'object' && values !== null ? Object.keys(values) : []
}

function partsOf({ typed }: KeptDraft): number {
  return textsOf(typed?.text ?? '').length
}

/** The pictures that come along as the form lists them: what is called the same gets a number. */
export function listed(carried: readonly Carried[]): Listed[] {
  const names = carried.map(({ name }, index) =>
    name === '' ? `Bild ${index + 1}` : cut(name, shares.listed),
  )
  return carried.map(({ isLeftOut }, index) => {
    const name = names[index] ?? ''
    const alike = names.slice(0, index).filter((one) => one === name).length
    return { label: alike === 0 ? name : `${name} (${alike + 1})`, isTicked: isLeftOut !== true }
  })
}

function notTaken(refusal: NotTaken, name: string): string {
  return refusal.refused === 'unavailable' ? fileUnavailable : pictureRefusal(refusal, name)
}

/** Flaws of pictures beside their fields, where they stand in the form; whatever else is wrong above all. */
function besideFields(
  flaws: readonly Flaw[],
  ordered: readonly { index: number }[],
  more: readonly { block: string; sentence: string }[] = [],
): Record<string, string> {
  const placed = flaws.map((flaw) =>
    'picture' in flaw ? { ...flaw, picture: (ordered[flaw.picture - 1]?.index ?? 0) + 1 } : flaw,
  )
  const others = placed.filter((flaw) => !('picture' in flaw))
  const above = others.map((flaw) => ({ block: 'altText-1', sentence: flawSentence(flaw) }))
  const beside = placed.filter((flaw) => 'picture' in flaw)
  return flawErrors(beside, 'text', [...above, ...more])
}

/** For what has nothing to read. */
export function nothingElse(): true {
  return true
}
