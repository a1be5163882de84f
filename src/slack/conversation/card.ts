// What the moderation channel shows of a conversation: its card, later posts in the thread, notes, alerts.
// Citizens' words stand in rich text only: nothing in them can ping, link or format.
import type { types } from '@slack/bolt'
import { concerns } from '../../core/conversation/concerns.ts'
import {
  canBeReopened,
  isClosed,
  takenBy,
  waitingIn,
  type Conversation,
  type RecordedInConversation,
} from '../../core/conversation/conversation.ts'
import {
  aboutLabel,
  answeredAfterLine,
  alertDone,
  alertSentence,
  alertTitle,
  authorLine,
  byHandLabel,
  byHandLine,
  concernLine,
  contributionErased,
  conversationSentence,
  conversationState,
  cutLine,
  deadlineLine,
  earlierToo,
  emergencyCallWords,
  emergencyLine,
  editedLine,
  erasedSentences,
  evidenceLine,
  furtherLine,
  furtherTitle,
  mediaLine,
  mentionAloud,
  mentionLabels,
  mentionNote,
  mentionReactionsHint,
  mentionTitle,
  takeOverAloud,
  takeOverConfirm,
  takeOverLabel,
  toMentionCard,
  viewOnX,
  type MentionAction,
} from '../../wording/moderation/conversation.ts'
import { concernLabels } from '../../wording/moderation/lists.ts'
import type { Round } from '../../core/proposal/proposal.ts'
import type { Drawn } from '../pieces.ts'
import { sendable } from '../escape.ts'
import { cut, cutLines, escapeWithin, limits, shares } from '../limits.ts'
import { writeTarget } from '../target.ts'
import {
  actions,
  calling,
  confirmation,
  context,
  header,
  line,
  link,
  plain,
  quote,
  rich,
  words,
} from '../pieces.ts'
import { shortNames, withinLine } from '../shown.ts'
import type { MentionCardView, Setting } from '../view.ts'
import type { MentionView } from '../../desk/ports/views.ts'

/** Draws the card of a conversation: one look, and what can be done about it. */
export function mentionCard(view: MentionCardView): Drawn {
  const { conversation, mention, deadline, now, zone } = view
  const setting = shortNames(view)
  const title = `${mentionTitle(mention.number)}: ${conversationState(conversation)}`
  const further = conversation.mentions.length - 1
  const isInHand = conversation.stage.is === 'new' || conversation.stage.is === 'claimed'
  const facts = [
    conversationSentence(conversation, setting),
    ...(isCallForHelp(conversation)
      ? [emergencyLine]
      : deadline !== null && !isClosed(conversation)
        ? [deadlineLine(deadline.full, now, zone)]
        : []),
    concernLine(conversation.concern, conversation.sortedBy !== null),
    ...(further > 0 ? [furtherLine(further)] : []),
    ...(conversation.evidence.length > 0 ? [evidenceLine(conversation, zone)] : []),
    ...(view.answeredAfter !== null ? [answeredAfterLine(view.answeredAfter)] : []),
    ...(view.byHand !== null ? [byHandLine] : []),
  ]
  const row = steps(view)
  return {
    // A notification shows no citizen's words: it may stand on a locked screen.
    text: escapeWithin(title, limits.header),
    blocks: [
      header(title),
      rich([...wordsOf(mention, zone), ...links(view)]),
      rich(facts.map((fact) => line(words(fact)))),
      ...(row.length === 0 ? [] : [actions(row)]),
      ...(isInHand ? [context(mentionReactionsHint)] : []),
    ],
  }
}

/** Draws a later mention in the thread of its conversation's card. */
export function mentionMessage(
  view: Setting & { seal: string; conversation: Conversation; mention: MentionView },
): Drawn {
  const { seal, mention, zone } = view
  const title = furtherTitle(mention.number)
  const { words: said } = mention
  return {
    text: escapeWithin(title, limits.header),
    blocks: [
      rich([
        line(words(title)),
        ...wordsOf(mention, zone),
        ...(said === null ? [] : [line(link(said.link, viewOnX))]),
      ]),
      ...(said === null ? [] : [actions([button('answer', { seal, mention })])]),
    ],
  }
}

/** Draws a word in the thread; `to` is the Slack user who must be reached, null for nobody. */
export function mentionNoteMessage(
  view: Setting & {
    conversation: Conversation
    event: RecordedInConversation
    to: string | null
  },
): Drawn {
  const says = mentionNote(view.event, view.conversation, shortNames(view))
  const { text, section } = calling([view.to], says)
  const { event } = view
  const quoted = event.type === 'contributed' ? [rich([contributed(event.text)])] : []
  return { text, blocks: [section, ...quoted] }
}

function contributed(text: string): types.RichTextSection | types.RichTextQuote {
  return text === '' ? line(words(contributionErased)) : quote(cut(text, shares.mention))
}

/** Draws that people are called because of a call for help: whoever is to act is mentioned. `card` is the permalink of
 * its card where it does not stand above. */
export function emergencyCall(view: {
  mention: number
  round: Round
  people: readonly string[]
  card: string | null
}): Drawn {
  const { text, section } = calling(view.people, emergencyCallWords(view.mention, view.round))
  return {
    text,
    blocks: [
      section,
      ...(view.card === null ? [] : [rich([line(link(view.card, toMentionCard))])]),
    ],
  }
}

/** Later calls for help of the same account, oldest first. */
type Further = readonly { number: number; link: string }[]

/** How many later calls for help an alert leads to. */
const shownInAlert = 20

/** Draws the alert for a call for help. `card` is the permalink of its card. */
export function alert(view: {
  seal: string
  mention: MentionView
  further: Further
  isDone: boolean
  card: string | null
  escalates: boolean
}): Drawn {
  const { seal, mention, further, isDone, card, escalates } = view
  const says = (isDone ? alertDone : alertSentence)(mention.number, further.length)
  const isOffered = !isDone && !escalates
  return {
    text: escapeWithin(`${alertTitle}. ${says}`, limits.section),
    blocks: [
      header(alertTitle),
      rich([
        line(words(says)),
        ...furtherLinks(further),
        ...(card === null ? [] : [line(link(card, toMentionCard))]),
      ]),
      ...(isOffered
        ? [
            actions([
              button('claim', { seal, mention }, 'primary'),
              button('answer-emergency', { seal, mention }, 'danger'),
            ]),
          ]
        : []),
    ],
  }
}

/** Where the newest of them stand on X, in one line; those before are in the thread of the card. */
function furtherLinks(further: Further): types.RichTextSection[] {
  const shown = further.slice(-shownInAlert)
  const earlier = further.length - shown.length
  const links = shown.flatMap((one, index) => [
    ...(index === 0 ? [] : [words(', ')]),
    link(one.link, mentionTitle(one.number)),
  ])
  if (earlier > 0) links.push(words(earlierToo(earlier)))
  return links.length === 0 ? [] : [line(...links)]
}

/** Who wrote, when, and the words as they are; or why they are no longer there. */
export function wordsOf(
  mention: MentionView,
  zone: string,
  room: number = shares.mention,
): (types.RichTextSection | types.RichTextQuote)[] {
  const { words: said, postedAt } = mention
  if (said === null) return passageOf(mention, room)
  const name = cut(withinLine(said.name), shares.name)
  return [line(words(authorLine({ ...said, name }, postedAt, zone))), ...passageOf(mention, room)]
}

/** A citizen's words as they are, without a name. */
export function passageOf(
  { words: said, erased, edited }: MentionView,
  room: number = shares.mention,
): (types.RichTextSection | types.RichTextQuote)[] {
  if (said === null) return [line(words(erasedSentences[erased ?? 'retention']))]
  const { media } = said
  const whole = sendable(said.text)
  const text = cut(cutLines(whole, shares.mentionLines), room)
  return [
    quote(text === '' ? '…' : text),
    ...(text === whole ? [] : [line(words(cutLine))]),
    ...(edited ? [line(words(editedLine))] : []),
    ...(media > 0 ? [line(words(mediaLine(media)))] : []),
  ]
}

function links({ mention, about, byHand }: MentionCardView): types.RichTextSection[] {
  const { words: said } = mention
  return [
    ...(said === null ? [] : [line(link(said.link, viewOnX))]),
    ...(about === null ? [] : [line(link(about.url, aboutLabel(about.number)))]),
    ...(byHand === null ? [] : [line(link(byHand, byHandLabel))]),
  ]
}

function steps(view: MentionCardView): types.ActionsBlockElement[] {
  const { conversation, mention } = view
  const more = button('more', view)
  const isOpen = !isClosed(conversation)
  const answer = mention.words === null ? [] : [button('answer', view, isOpen ? 'primary' : null)]
  if (!isOpen) {
    const isDone = mention.words === null && conversation.evidence.length === 0
    const undo = canBeReopened(conversation) ? [button('reopen', view)] : []
    return isDone ? [] : [...answer, ...undo, more]
  }
  const taken = takenBy(conversation.stage)
  return [
    taken === null ? button('claim', view) : takeOver(view, shortNames(view).name(taken.by)),
    ...answer,
    ...(isDamage(view) ? [button('answer-damage', view)] : []),
    button('note-mention', view),
    ...(taken === null ? [] : [button('give-back', view)]),
    sortMenu(view),
    stepMenu(view),
  ]
}

/** Whether a call for help is among what still waits. */
function isCallForHelp(conversation: Conversation): boolean {
  return waitingIn(conversation).some(({ emergency }) => emergency)
}

function isDamage({ conversation, mention, hasDamageText }: MentionCardView): boolean {
  return conversation.concern === 'hinweis' && hasDamageText && mention.words !== null
}

/** What a button is about: a mention, in the conversation as it is shown. */
type Shown = { seal: string; mention: MentionView }

/** Names who has it: the card is the same for everybody. */
function takeOver(shown: Shown, name: string): types.Button {
  const { number } = shown.mention
  return {
    ...button('take-over', shown),
    text: plain(takeOverLabel(name), limits.button),
    accessibility_label: cut(takeOverAloud(number, name), limits.accessibilityLabel),
    confirm: confirmation(takeOverConfirm(name)),
  }
}

function sortMenu({ seal, conversation }: MentionCardView): types.StaticSelect {
  const options = concerns.map((one): types.PlainTextOption => ({
    text: plain(concernLabels[one], limits.option),
    value: writeTarget(seal, one),
  }))
  const chosen = options[concerns.findIndex((one) => one === conversation.concern)]
  return {
    type: 'static_select',
    action_id: 'sort',
    placeholder: plain(mentionLabels.sort, limits.placeholder),
    options,
    ...(chosen !== undefined && { initial_option: chosen }),
  }
}

/** A menu that opens anew each time: a choice that was broken off can be made again. */
function stepMenu({ seal, canPassOn }: MentionCardView): types.Overflow {
  const forward = canPassOn ? 'pass-on' : 'forward'
  const choices: MentionAction[] = ['wait', forward, 'refer', 'not-responsible', 'more']
  return {
    type: 'overflow',
    action_id: 'step',
    options: choices.map((choice) => ({
      text: plain(mentionLabels[choice], limits.option),
      value: writeTarget(seal, choice),
    })),
  }
}

/** A button about a mention. */
function button(
  action: MentionAction,
  { seal, mention: { number } }: Shown,
  style: 'primary' | 'danger' | null = null,
): types.Button {
  return {
    type: 'button',
    action_id: action,
    text: plain(mentionLabels[action], limits.button),
    value: writeTarget(seal, String(number)),
    accessibility_label: cut(mentionAloud(action, number), limits.accessibilityLabel),
    ...(style !== null && { style }),
  }
}
