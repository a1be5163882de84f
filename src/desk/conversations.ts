// The desk of conversations: what is owed to citizens and to the team, and what people say on the cards.
import { evidence as evidenceOf } from '../../db/evidence.ts'
import type { Instant, MentionVersion } from '../core/content.ts'
import {
  isClosed,
  mentionIn,
  takenBy,
  type Conversation,
  type ConversationEvent,
  type MentionNumber,
  type Request,
} from '../core/conversation/conversation.ts'
import { decideInConversation, type ConversationCommand } from '../core/conversation/decide.ts'
import {
  decideInConversationForDesk,
  type ConversationDeskCommand,
} from '../core/conversation/decide-for-desk.ts'
import { deadlineOf, type ConversationOwed } from '../core/conversation/due.ts'
import type { ConversationMessage, ConversationLetter } from '../core/conversation/letters.ts'
import { conversationMatter } from '../core/conversation/matter.ts'
import type { Measure } from '../core/measure/measure.ts'
import { theDesk, type Actor } from '../core/people.ts'
import { current, endOf, type Proposal, type Round } from '../core/proposal/proposal.ts'
import { isOpen, serviceTimeBetween } from '../core/time/service-hours.ts'
import { conversationLists } from './conversation-lists.ts'
import { conversationRequests, type ConversationParts } from './conversation-requests.ts'
import type { Works } from './works.ts'
import { forgetting } from './forgetting.ts'
import type { Address } from './mailroom.ts'
import type { Drawing } from './ports/newsroom.ts'

function cardKey(number: number): string {
  return `conversation/${number}/card`
}

function requestKey(number: number, { position }: Request): string {
  return `conversation/${number}/request/${position}`
}

type Told = Pick<Extract<Drawing, { draw: 'alert' }>, 'further' | 'isDone'>

export type Conversations = ReturnType<typeof conversations>

/** Opens the desk of conversations. */
export function conversations(given: ConversationParts) {
  const { db, desk, network, proposals, newsroom, views, now, settings, mentions } = given

  const works: Works<Conversation, ConversationEvent, ConversationOwed, ConversationLetter> = {
    matter: conversationMatter(settings),
    carryOut,
    follows(conversation) {
      given.moved(conversation)
      // An alert that stands with another conversation says whether anything is still to be done here.
      if (!conversation.mentions.some(({ emergency }) => emergency)) return
      for (const told of mentions.alertsElsewhere(conversation.number)) docket.redraw(told)
    },
    draw,
    hears: {
      names: ['eyes', 'card_index_dividers'],
      given(number, key, name, visitor, since) {
        // A Fachamt that looks at what it is asked takes nothing over.
        if (key !== cardKey(number)) return null
        const said = requests.answer(number, asked(number, name, since), visitor)
        return 'refused' in said
          ? (channel) => void newsroom.refuseAtModeration(visitor.user, channel, said)
          : null
      },
      // A reaction taken back undoes what it did, and only that.
      takenBack(number, key, name, visitor) {
        if (key !== cardKey(number)) return
        const conversation = docket.load(number)
        const actor = desk.actor(visitor.user)
        if (conversation === null) return
        if (name === 'eyes' && takenBy(conversation.stage)?.by === actor) {
          requests.answer(number, { do: 'give-back' }, visitor)
        }
        const { stage, slip } = conversation
        if (name === 'card_index_dividers' && stage.is === 'noted' && slip?.by === actor) {
          requests.answer(number, { do: 'reopen' }, visitor)
        }
      },
    },
  }
  const docket = desk.open(works)
  const forget = forgetting({ ...given, docket, hours: settings.hours })
  const requests = conversationRequests({ ...given, docket })
  const lists = conversationLists({ ...given, docket })

  async function carryOut(owed: ConversationOwed, { number }: Conversation): Promise<boolean> {
    if (owed.do === 'call') {
      const { mention, round } = owed
      return order(number, { do: 'record-called', round, people: toBeCalled(mention, round) })
    }
    if (owed.do !== 'erase') return order(number, owed)
    await forget.inTurns(owed.mentions, 'retention')
    return true
  }

  /** Who is called: the press office and who stands in for it, else whoever the office has named for that. Where an
   * earlier alert of the same account tells of it, people were called for that one. */
  function toBeCalled(mention: MentionNumber, round: Round): Actor[] {
    const { escalation } = settings
    if (mentions.get(mention)?.alert !== mention) return []
    const there = round === 3 ? [] : newsroom.onDuty()
    const called = there.length > 0 || escalation === null ? there : [escalation]
    return called.map((user) => desk.actor(user))
  }

  function order(number: number, command: ConversationDeskCommand): boolean {
    const decide = (state: Conversation) => decideInConversationForDesk(state, command)
    return 'state' in docket.apply(number, decide, theDesk)
  }

  /** What a reaction asks for. What was recorded before it can have been given was seen by who gave it. */
  function asked(number: number, name: string, since: Instant): ConversationCommand {
    if (name === 'eyes') return { do: 'claim' }
    return { do: 'note', seen: docket.life(number).filter(({ at }) => at <= since).length }
  }

  function draw(state: Conversation, letter: ConversationMessage): ReturnType<typeof works.draw> {
    const { kind } = letter
    const ended = isClosed(state)
    const isWaitedFor = kind === 'request' && letter.request.contributions.length === 0
    return {
      once: kind === 'note' || kind === 'request-due' || kind === 'call' || kind === 'call-to',
      quotes: kind === 'note' && letter.event.type === 'contributed',
      needed: (kind === 'card' || isWaitedFor) && !ended,
      ended,
      address: addressOf(state, letter),
      drawing: () => drawing(state, letter),
    }
  }

  function addressOf({ number }: Conversation, letter: ConversationMessage): Address {
    const { moderationChannel, escalation, hours } = settings
    switch (letter.kind) {
      case 'card':
        return { channel: moderationChannel, thread: null }
      case 'alert':
      case 'escalation': {
        const { number: mention, erased, receivedAt } = letter.mention
        // Once its words are erased nobody knows any more when it came, but what was written loses them.
        if (erased !== null && docket.place(letter.key) === null) return 'nobody'
        // The alert of an earlier one tells of it.
        if (erased === null && mentions.get(mention)?.alert !== mention) return 'nobody'
        if (letter.kind === 'alert') return { channel: moderationChannel, thread: null }
        const isForUs = escalation !== null && (erased !== null || !isOpen(receivedAt, hours))
        return isForUs ? { channel: escalation, thread: null } : 'nobody'
      }
      case 'request': {
        // Where it stands already it is kept true, whatever the office has set since.
        const contact = settings.contacts.get(letter.request.fachamt)
        const channel = docket.place(letter.key)?.channel ?? contact
        return channel === undefined ? 'nobody' : { channel, thread: null }
      }
      case 'request-due': {
        const asked = docket.place(requestKey(number, letter.request))
        return asked === null ? 'not-yet' : { channel: asked.channel, thread: asked.ts }
      }
      case 'call-to': {
        const user = desk.slackUser(letter.to)
        return user === null ? 'nobody' : { channel: user, thread: null }
      }
      case 'mention':
      case 'call':
      case 'note': {
        const card = docket.place(cardKey(number))
        return card === null ? 'not-yet' : { channel: card.channel, thread: card.ts }
      }
    }
  }

  function drawing(conversation: Conversation, letter: ConversationLetter): Drawing {
    const { number, position } = conversation
    const seal = docket.seal(number, position)
    switch (letter.kind) {
      case 'card':
        return {
          draw: 'mention-card',
          seal,
          now: now(),
          conversation,
          mention: views.view(letter.mention),
          about: lists.aboutOf(letter.mention),
          deadline: deadlineOf(conversation, settings.hours),
          answeredAfter: answeredAfter(conversation),
          byHand: views.byHand(letter.mention.number, ''),
          canPassOn: settings.contacts.size > 0,
          hasDamageText: settings.hasDamageText,
        }
      case 'request':
        return {
          draw: 'request',
          seal: docket.seal(number, letter.request.position),
          request: letter.request,
          mentions: letter.request.mentions.flatMap((one) => {
            const mention = mentionIn(conversation, one)
            return mention === null ? [] : [views.view(mention)]
          }),
          isOver: isClosed(conversation),
        }
      case 'request-due':
        return { draw: 'request-due', request: letter.request }
      case 'mention':
        return { draw: 'mention', seal, conversation, mention: views.view(letter.mention) }
      case 'note':
        return {
          draw: 'mention-note',
          conversation: letter.after,
          event: letter.event,
          to: letter.to,
        }
      case 'call':
      case 'call-to': {
        const { mention, round, people } = letter.event
        return {
          draw: 'emergency-call',
          ...{ mention, round },
          people: letter.kind === 'call' ? people : [],
          card: letter.kind === 'call' ? null : docket.place(cardKey(number)),
        }
      }
      case 'alert':
      case 'escalation':
        return {
          draw: 'alert',
          seal,
          mention: views.view(letter.mention),
          ...toldWith(conversation, letter.mention.number),
          card: docket.place(cardKey(number)),
          escalates: letter.kind === 'escalation',
        }
    }
  }

  /** What else the alert of a mention tells of: later calls for help of the same account, also some that became one
   * elsewhere, and whether anything is still to be done about any of them. */
  function toldWith(conversation: Conversation, mention: MentionNumber): Told {
    const further = mentions.toldWith(mention)
    const told = [mention, ...further.map(({ number }) => number)]
    return {
      further: further.flatMap(({ number, words }) =>
        words === null ? [] : [{ number, link: network.linkToMention(words.latest, words.handle) }],
      ),
      isDone: told.every((one) => {
        const there = mentions.get(one)?.conversation ?? conversation.number
        const state = there === conversation.number ? conversation : docket.load(there)
        return state === null || mentionIn(state, one)?.wait == null
      }),
    }
  }

  /** The clock of the first answer runs in service hours only, from the first mention's arrival. */
  function answeredAfter(conversation: Conversation): number | null {
    const { firstAnsweredAt, waited } = conversation
    const [first] = conversation.mentions
    return firstAnsweredAt === null || first.erased !== null
      ? waited
      : serviceTimeBetween(first.receivedAt, firstAnsweredAt, settings.hours)
  }

  return {
    ...requests,
    ...lists,
    docket,
    order,
    load: docket.load,
    life: docket.life,
    settle: docket.settle,
    erase: forget.erase,
    eraseInTurns: forget.inTurns,

    /** A copy that was ended by decision came back with an older copy of the database: it goes again. */
    endAgain(
      number: number,
      evidence: number,
      decision: Extract<ConversationEvent, { type: 'evidence-ended' }>['decision'],
    ): void {
      db.transaction(() => {
        const ended = { type: 'evidence-ended', evidence, decision } as const
        docket.apply(number, () => ({ events: [ended] }), theDesk)
        evidenceOf(db).end(evidence)
      }).immediate()
    },

    /** A citizen changed a mention: answers to it are decided about anew, and meant for the new words. */
    edited(number: number, mention: number, emergency: boolean): void {
      order(number, { do: 'record-edit', mention, emergency })
      const answers =
        docket.load(number)?.replies.filter((reply) => reply.mention === mention) ?? []
      const version = mentions.get(mention)?.words?.version ?? 1
      proposals.mentionChanged(
        answers.map(({ proposal }) => proposal),
        version,
      )
    },
    /** An answer moved on: it was published, will never be, or is meant for other words now. */
    answerMoved(answer: Proposal): void {
      const { replyTo, answers = [] } = current(answer).content
      const { number: proposal } = answer
      const end = endOf(answer)
      for (const { mention, version } of replyTo === null ? answers : [replyTo]) {
        const conversation = mentions.get(mention)?.conversation
        if (conversation === undefined) continue
        if (end === 'published') order(conversation, { do: 'record-answered', proposal })
        else if (end !== null) order(conversation, { do: 'record-dropped', proposal })
        else order(conversation, { do: 'rebind-reply', proposal, version })
      }
    },
    /** What is answered by a post that answers others, too. */
    together: {
      isOpen({ mention, version }: MentionVersion): boolean {
        const known = mentions.get(mention)
        const conversation = known === null ? null : docket.load(known.conversation)
        if (known?.words?.version !== version || conversation === null) return false
        return !isClosed(conversation) && conversation.replies.length === 0
      },
      proposed(one: MentionVersion, proposal: number, by: Actor): void {
        const conversation = mentions.get(one.mention)?.conversation
        if (conversation === undefined) return
        const command = { do: 'propose-reply', proposal, ...one, joint: true } as const
        const person = { actor: by, standing: 'staff' } as const
        docket.apply(
          conversation,
          (state) => decideInConversation(state, command, person, now()),
          by,
        )
      },
    },
    /** A measure about a mention, as it read when it was proposed, is in force. */
    measureTaken({ number: measure, conversation, mention, version }: Measure): void {
      order(conversation, { do: 'record-measure', measure, mention, version })
    },
  }
}
