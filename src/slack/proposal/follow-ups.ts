// What becomes of something public: it is corrected, taken back, or declared over; and who no longer agrees to be seen.
import type { types } from '@slack/bolt'
import { kinds, type Kind } from '../../core/kinds.ts'
import { current, type Proposal } from '../../core/proposal/proposal.ts'
import { draftOf } from '../../core/proposal/draft.ts'
import { unknownButton } from '../../wording/faults.ts'
import { close as closeLabel } from '../../wording/moderation/forms.ts'
import { allClearText, correctionText, retractionText } from '../../wording/kinds.ts'
import { homeItemLabel, homeItemLine } from '../../wording/home.ts'
import {
  consentHeld,
  consentWithdrawnTitle,
  deletionsProposed,
  samePictureWords as said,
  pictureTitle,
} from '../../wording/proposal-card.ts'
import { noDepartments, refusalSentence } from '../../wording/refusals.ts'
import type { Entrance, Said } from '../entrance.ts'
import { field, notice } from '../fields.ts'
import { readValues } from '../form-values.ts'
import { cut, limits, shares } from '../limits.ts'
import type { Parts } from '../parts.ts'
import { line, link, plain, rich, strong, words } from '../pieces.ts'
import { readFormTarget, readTarget, writeFormTarget, type Target } from '../target.ts'
import type { Visit } from '../visit.ts'
import { publicLinks, shortNames } from '../shown.ts'
import { imageBlock } from './pictures.ts'
import { openReschedule } from '../plan/reschedule.ts'
import { openForm } from './submitting.ts'

/** What can be done about something public, and what kind of proposal that is. */
const followUps = {
  correct: 'correction',
  retract: 'retraction',
  'all-clear': 'all-clear',
  extend: 'warning',
} as const satisfies Record<string, Kind>
type FollowUp = keyof typeof followUps

/** Registers what can be done about something public. */
export function followUpListeners(door: Entrance, parts: Parts): void {
  const { proposals, newsroom } = parts

  door.button('follow-up', readTarget, async (press, target) => {
    switch (target.choice) {
      case 'reschedule': {
        const seen = proposals.seen(target.seal)
        return openReschedule(parts, press, seen === null ? null : proposals.load(seen.number))
      }
      case 'correct':
      case 'retract':
        return follow(parts, press, target, target.choice)
      case 'same-picture':
        return showSamePicture(parts, press, target)
      default:
        return unknownButton
    }
  })
  for (const name of ['all-clear', 'extend', 'retract'] as const) {
    door.button(name, readTarget, (press, target) => follow(parts, press, target, name))
  }

  door.form('withdraw-consent', readFormTarget, async (sent, { form, seal }) => {
    const seen = seal === null ? null : proposals.seen(seal)
    const chosen = Number(readValues(sent.values).option('picture') ?? '-1')
    const sha256 = seen === null ? undefined : picturesOf(parts, seen.number)[chosen]?.sha256
    if (sha256 === undefined) return { errors: { picture: unknownButton } }
    const visitor = await sent.visitor()
    const done = proposals.withdrawConsent(sha256, visitor, form)
    if ('refused' in done) {
      return { errors: { picture: await newsroom.draw((named) => refusalSentence(done, named)) } }
    }
    for (const number of [...done.deletions, ...done.held]) void proposals.settle(number)
    return { next: outcome(done) }
  })
}

async function follow(
  parts: Parts,
  visit: Visit,
  { seal }: Pick<Target, 'seal'>,
  how: FollowUp,
): Promise<Said> {
  const { proposals, zone, newsroom } = parts
  const seen = proposals.seen(seal)
  const proposal = seen === null ? null : proposals.load(seen.number)
  const first = proposal?.published[0]
  if (proposal === null || first === undefined) {
    return newsroom.draw((named) => refusalSentence({ refused: 'unknown-proposal' }, named))
  }
  const kind = followUps[how]
  // Nobody should fill in a form for nothing.
  const refusal = proposals.refusalToFollow(proposal, kind)
  if (refusal !== null) return newsroom.draw((named) => refusalSentence(refusal, named))
  if (kinds[kind].needsCosigner && parts.formSetting.departments.length === 0) return noDepartments
  const { content } = current(proposal)
  const posts = [...proposal.published].sort((one, other) => one.part - other.part)
  const original = { proposal: proposal.number, posts: posts.map(({ id }) => id) }
  const { text: words, warning, cosigners = [], ...before } = draftOf(content, zone)
  const { link: url, noLinkBecause, topic } = before
  const same = { original, topic, link: url, noLinkBecause }
  // What a department stood for it stands for again.
  const signed = { ...same, ...(content.kind === 'warning' && { cosigners }) }
  switch (how) {
    case 'correct':
      return openForm(parts, visit, {
        kind,
        draft: { ...signed, text: correctionText(first.at, zone) },
      })
    case 'retract':
      return openForm(parts, visit, {
        kind,
        draft: { ...same, text: retractionText(first.at, zone) },
      })
    case 'all-clear': {
      const text = content.warning && allClearText(content.warning, first.at, zone)
      return openForm(parts, visit, { kind, draft: { ...signed, text: text ?? '' } })
    }
    case 'extend': {
      // Since when the source says so, and until when it holds, is to be said anew.
      const moments = { sourceDate: null, sourceTime: null, validDate: null, validTime: null }
      const renewed = warning && { warning: { ...warning, ...moments } }
      return openForm(parts, visit, { kind, draft: { ...signed, text: words, ...renewed } })
    }
  }
}

function picturesOf({ proposals }: Parts, number: number) {
  const proposal = proposals.load(number)
  return proposal === null ? [] : (current(proposal).content.pictures ?? [])
}

/** Every post with a picture of this one; who no longer agrees to be seen is taken out of all of them at once. */
async function showSamePicture(parts: Parts, visit: Visit, { seal }: Target): Promise<Said> {
  const { proposals, newsroom } = parts
  const seen = proposals.seen(seal)
  if (seen === null) {
    return newsroom.draw((named) => refusalSentence({ refused: 'unknown-proposal' }, named))
  }
  const pictures = picturesOf(parts, seen.number).map((picture) => ({
    ...picture,
    preview: proposals.pictures.get(picture.sha256)?.preview ?? null,
    users: proposals.withPicture(picture.sha256),
  }))
  const cards = new Map<number, string | null>()
  const linked = (proposal: Proposal) => cards.get(proposal.number) ?? null
  const drawn = () =>
    newsroom.draw((setting): types.ModalView => {
      const choices = pictures.flatMap(({ shown, altText }, index) =>
        shown.people !== 'none'
          ? [
              {
                text: plain(cut(`${index + 1}: ${altText}`, limits.option), limits.option),
                value: String(index),
              },
            ]
          : [],
      )
      const only = choices.length === 1 ? choices[0] : undefined
      return {
        type: 'modal',
        callback_id: 'withdraw-consent',
        private_metadata: writeFormTarget({ form, seal, where: visit.where }),
        title: plain(pictures.length === 1 ? said.title : said.titleOfSeveral, limits.viewTitle),
        close: plain(closeLabel, limits.viewTitle),
        ...(choices.length > 0 && { submit: plain(said.submit, limits.viewTitle) }),
        blocks: [
          ...pictures.flatMap(({ altText, preview, users }, index) => {
            const title = pictureTitle(index + 1, pictures.length, 1, 1)
            return [
              ...(preview === null ? [] : [imageBlock({ file: preview, altText, title })]),
              rich([
                line(strong(title), words(` ${cut(altText, shares.excerpt)}`)),
                ...users.slice(0, mostListed).flatMap((proposal) => {
                  const card = linked(proposal)
                  const label = homeItemLabel(proposal.number)
                  return [
                    line(
                      card === null ? strong(label) : link(card, label),
                      words(` ${homeItemLine(proposal, shortNames(setting))}`),
                    ),
                    ...publicLinks(proposal),
                  ]
                }),
              ]),
            ]
          }),
          ...(choices.length === 0
            ? []
            : [
                notice(said.notice),
                field('picture', said.picture, {
                  type: 'radio_buttons',
                  action_id: 'picture',
                  options: choices,
                  ...(only !== undefined && { initial_option: only }),
                }),
              ]),
        ],
      }
    })
  const form = parts.newId()
  const { id } = await visit.opens(await drawn())
  await Promise.all(
    pictures
      .flatMap(({ users }) => users)
      .map(async (proposal) => {
        const place = proposals.cardOf(proposal)
        cards.set(proposal.number, place === null ? null : await newsroom.permalink(place))
      }),
  )
  await newsroom.redraw({ id, hash: null }, await drawn())
  return null
}

/** How many posts with one picture are listed. */
const mostListed = 30

/** What came of a withdrawn consent. */
function outcome(done: { deletions: readonly number[]; held: readonly number[] }): types.ModalView {
  return {
    type: 'modal',
    callback_id: 'withdraw-consent',
    title: plain(consentWithdrawnTitle, limits.viewTitle),
    close: plain(closeLabel, limits.viewTitle),
    blocks: [
      notice(deletionsProposed(done.deletions)),
      ...(done.held.length === 0 ? [] : [notice(consentHeld(done.held))]),
    ],
  }
}
