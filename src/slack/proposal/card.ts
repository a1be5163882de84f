// The card in the approval channel: exactly what will be published, and what can be decided about it.
import type { types } from '@slack/bolt'
import { hintsFor } from '../../core/hints.ts'
import { awaitsConfirmation } from '../../core/proposal/approve.ts'
import { canBeHalted } from '../../core/proposal/stage.ts'
import {
  current,
  hasEnded,
  missingCosigners,
  type Proposal,
  type Version,
} from '../../core/proposal/proposal.ts'
import {
  authorLines,
  embargoLine,
  latestCardLabel,
  latestCardMissing,
  answersLine,
  noLinkLine,
  openAccountLabel,
  openPage,
  pageLine,
  plannedLine,
  reactionsHint,
  type YesByReaction,
  topicLine,
} from '../../wording/card.ts'
import { occasionLine, preElectionLine, secondLine } from '../../wording/house-rules.ts'
import { exceededLine, priceLine } from '../../wording/budget.ts'
import { kindLine } from '../../wording/kinds.ts'
import { summary } from '../../wording/messages.ts'
import {
  closedLine,
  cosignLines,
  followedLine,
  madeWithAiLine,
  reasonLine,
  repeatsLine,
  waitingLine,
  withoutWords,
} from '../../wording/proposal-card.ts'
import { heededLine, urgentLine } from '../../wording/urgency.ts'
import { answeredLabel, byHandLabel, byHandLine } from '../../wording/moderation/conversation.ts'
import { mindedLine, nearLine } from '../../wording/plan.ts'
import { outdatedState, stateOf, type State } from '../../wording/state.ts'
import { decisions } from './buttons.ts'
import { changeLines } from './changes.ts'
import { cut, escapeWithin, limits, shares } from '../limits.ts'
import { wordsOf } from '../conversation/card.ts'
import {
  actions,
  header,
  line,
  link,
  plain,
  quote,
  rich,
  strong,
  words,
  type Drawn,
} from '../pieces.ts'
import { originalBlocks } from './original.ts'
import { pictureBlocks } from './pictures.ts'
import { preview } from './preview.ts'
import { excerptOf, hintLines, publicLinks, shortNames, withinLine } from '../shown.ts'
import type { CardView } from '../view.ts'
import type { Sheet } from '../../desk/ports/views.ts'

/** Whether a card has room for all of a version, and every picture of it can be seen. */
export function showsAll(sheet: Sheet): boolean {
  return preview(sheet).showsAll && pictureBlocks(sheet, 'UTC').showsAll
}

/** Draws the card of one version. All but the last version are outdated: no buttons, a link instead. */
export function card(view: CardView): Drawn {
  const { proposal, version, sheet } = view
  const setting = shortNames(view)
  const latest = proposal.versions.length
  const isOutdated = version < latest
  const state = isOutdated ? outdatedState(latest) : stateOf(proposal, setting)
  const shown = proposal.versions[version - 1] ?? current(proposal)
  const text = preview(sheet)
  const shownPictures = pictureBlocks(sheet, view.zone)
  const isWhole = text.showsAll && shownPictures.showsAll
  const given = {
    showsAll: isWhole,
    waiting: sheet.waiting.map((one) => one.kind),
    strain: sheet.strain,
  }
  const row = isOutdated ? null : decisions(proposal, view.seal, given)
  const { stage } = proposal
  const hint =
    stage.is === 'submitted' && !isOutdated && isWhole
      ? [plain(reactionsHint(reactionFor(proposal, sheet)), limits.section)]
      : []
  const kind = kindLine(shown.content)
  const embargo = embargoLine(shown.content, view.zone)
  const urgent = urgentLine(shown.content.urgent)
  const title = summary(proposal, version, state.title)
  return {
    text: escapeWithin(`${title}. ${excerptOf(shown.content)} ${state.says}`, 1_000),
    blocks: [
      header(title),
      stateBlock(view, state, isOutdated),
      // Who wants to stop it is in a hurry.
      ...(row !== null && canBeHalted(proposal) ? [row] : []),
      ...answered(view),
      ...(isOutdated ? [] : originalBlocks(shown.content.kind, sheet.original)),
      rich([
        ...(embargo === null || hasEnded(proposal) || isOutdated ? [] : [line(strong(embargo))]),
        ...(urgent === null || hasEnded(proposal) ? [] : [line(strong(urgent))]),
        ...(kind === null ? [] : [line(strong(kind))]),
        ...(isOutdated || !isToBePlanned(proposal)
          ? []
          : [line(strong(plannedLine(shown.content, view.zone)))]),
        ...(sheet.parts.length === 0 ? [line(words(withoutWords))] : text.elements),
      ]),
      ...shownPictures.blocks,
      ...(isOutdated || hasEnded(proposal) ? [] : changed(view)),
      facts(view, shown),
      ...(row === null || canBeHalted(proposal) ? [] : [row]),
      ...(sheet.account === null || isOutdated ? [] : [actions([accountButton(sheet.account)])]),
      ...(hint.length === 0 ? [] : [{ type: 'context' as const, elements: hint }]),
    ],
  }
}

/** Whether somebody still decides about when it goes out: later its state says that, and a time that was not kept matters
 * only to who is asked. */
function isToBePlanned({ stage, versions }: Proposal): boolean {
  const isPlanned = current({ versions }).content.plannedAt !== null
  return stage.is === 'submitted' || (stage.is === 'check-needed' && isPlanned)
}

/** What a reaction says yes to. */
function reactionFor(proposal: Proposal, { strain }: Sheet): YesByReaction {
  const { stage } = proposal
  if (current(proposal).content.stock === true) return null
  if (missingCosigners(proposal).length > 0) return 'cosign'
  // Only the button can ask.
  if (strain?.is === 'exceeded') return null
  if (awaitsConfirmation(proposal)) return 'confirm'
  return stage.is === 'submitted' && stage.stopped === null ? 'approve' : null
}

/** Leads to the account: whoever is asked whether a post is public sees it there. */
function accountButton(url: string): types.Button {
  return {
    type: 'button',
    action_id: 'open-account',
    text: plain(openAccountLabel, limits.button),
    url,
  }
}

function stateBlock(view: CardView, state: State, isOutdated: boolean): types.RichTextBlock {
  const { latestCard, proposal, sheet } = view
  const { stage } = proposal
  const exceeded = exceededLine(sheet.strain)
  const lines: types.RichTextSection[] = isOutdated
    ? [line(latestCard === null ? words(latestCardMissing) : link(latestCard, latestCardLabel))]
    : [
        ...publicLinks(proposal),
        ...proposal.followed.map((one) => {
          const says = followedLine(one, view.zone)
          return line(one.url === null ? words(says) : link(one.url, says))
        }),
        ...(proposal.heeded === null || stage.is !== 'submitted'
          ? []
          : [line(words(heededLine(proposal.heeded, shortNames(view))))]),
        ...(proposal.closed === null
          ? []
          : [line(words(closedLine(proposal.closed, shortNames(view))))]),
        ...sheet.waiting.map((one) => line(strong(waitingLine(one)))),
        ...(exceeded === null ? [] : [line(strong(exceeded))]),
      ]
  const period = isOutdated ? null : sheet.preElection
  const second = period?.second ?? null
  return rich([
    line(words(state.says)),
    ...(period === null ? [] : [line(strong(preElectionLine(period, period.isTwice)))]),
    ...(second === null ? [] : [line(words(secondLine(second, shortNames(view))))]),
    ...(state.quote === null ? [] : [quote(cut(state.quote, shares.quote))]),
    ...lines,
  ])
}

/** What is new since the version before. */
function changed({ proposal, version, zone }: CardView): types.RichTextBlock[] {
  const before = proposal.versions[version - 2]
  if (before === undefined) return []
  const lines = changeLines({ version: before, number: version - 1 }, current(proposal), zone)
  return lines.length === 0 ? [] : [rich(lines)]
}

/** What it answers, for who decides at one look. */
function answered({ answers, zone }: CardView): types.RichTextBlock[] {
  if (answers === null) return []
  const { mention, byHand } = answers
  return [
    rich([
      line(strong(answeredLabel(mention.number))),
      ...wordsOf(mention, zone, shares.quote),
      ...(byHand === null ? [] : [line(words(byHandLine)), line(link(byHand, byHandLabel))]),
    ]),
  ]
}

function facts(view: CardView, version: Version): types.RichTextBlock {
  const { content } = version
  const noLink = noLinkLine(content)
  const answers = answersLine(content)
  const why = reasonLine(content)
  const occasion = occasionLine(content)
  const price = priceLine(view.sheet.price, view.sheet.strain)
  return rich([
    ...pageLines(view),
    ...[
      ...authorLines(view.proposal, version, shortNames(view)),
      // What an answer answers stands above its text.
      ...(content.kind === 'reply' ? [] : [topicLine(content)]),
      ...(price === null ? [] : [price]),
      ...view.sheet.near.slice(0, shares.accidentalLinks).map((one) => nearLine(one, view.zone)),
      ...(view.sheet.minded.length === 0 ? [] : [mindedLine(view.sheet.minded)]),
      ...(answers === null ? [] : [answers]),
      ...(noLink === null ? [] : [cut(noLink, shares.reason)]),
      ...(why === null ? [] : [cut(why, shares.reason)]),
      ...(occasion === null ? [] : [cut(occasion, shares.reason)]),
      ...view.sheet.repeats
        .slice(0, shares.accidentalLinks)
        .map(({ number, kind, words: said }) =>
          repeatsLine(number, kind, cut(withinLine(said), shares.excerpt)),
        ),
      ...(content.madeWithAi === undefined ? [] : [madeWithAiLine]),
      ...(version === current(view.proposal) ? cosignLines(view.proposal, shortNames(view)) : []),
      ...hintLines(hintsFor(content)),
    ].map((text) => line(words(text))),
  ])
}

/** The official page, to be opened by whoever decides, and what was seen of it. */
function pageLines({ sheet: { page } }: CardView): types.RichTextSection[] {
  if (page === null) return []
  const seen = page.seen === null ? '' : ` · ${withinLine(pageLine(page.seen))}`
  return [line(link(page.url, openPage), ...(seen === '' ? [] : [words(seen)]))]
}
