// The desk of floods: one list for what would be too many cards, and what people do with many at once.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Db } from '../../db/database.ts'
import { patiently } from '../../db/turns.ts'
import {
  hasCard,
  isClosed,
  type Conversation,
  type ConversationNumber,
} from '../core/conversation/conversation.ts'
import type { FloodLimit } from '../core/flood/collect.ts'
import {
  bulkOf,
  decideInFlood,
  type BulkCommand,
  type FloodDeskCommand,
  type FloodRefusal,
} from '../core/flood/decide.ts'
import type { Flood, FloodEvent, FloodNumber, Post } from '../core/flood/flood.ts'
import { floodMatter, floodRests, type FloodLetter } from '../core/flood/matter.ts'
import { groupsOf, type Group } from '../core/flood/groups.ts'
import { pageOf } from '../core/flood/pages.ts'
import type { MentionVersion } from '../core/content.ts'
import { theDesk } from '../core/people.ts'
import type { Conversations } from './conversations.ts'
import type { Desk } from './desk.ts'
import type { Visitor, Works } from './works.ts'
import type { MentionViews } from './mention-views.ts'
import type { Drawing } from './ports/newsroom.ts'
import type { GroupView, ListedView } from './ports/views.ts'

export type FloodParts = {
  db: Db
  desk: Desk
  views: MentionViews
  /** Asked when it is needed: the desks of conversations and floods know each other. */
  conversations: () => Conversations
  settings: { moderationChannel: string; approvalChannel: string; flood: FloodLimit }
}

/** How many groups the list shows: the largest. */
const groupsShown = 5

/** How many newest mentions the collecting card shows; the rest stands in the list. */
const shown = 20
/** How many conversations are closed at once before others have their turn. */
const atOnce = 25

export type Floods = ReturnType<typeof floods>

/** Opens the desk of floods. */
export function floods({ db, desk, views, conversations, settings }: FloodParts) {
  const works: Works<Flood, FloodEvent, 'end', FloodLetter> = {
    matter: floodMatter(settings.flood),
    carryOut: (_, { number }) => Promise.resolve(order(number, { do: 'end' })),
    draw(flood, { kind }) {
      const isCard = kind === 'card'
      return {
        once: !isCard,
        needed: isCard && !floodRests(flood),
        ended: floodRests(flood),
        address: {
          channel: isCard ? settings.moderationChannel : settings.approvalChannel,
          thread: null,
        },
        drawing: () => (isCard ? cardOf(flood) : alarmOf(flood)),
      }
    },
  }
  const docket = desk.open(works)

  function order(number: number, command: FloodDeskCommand): boolean {
    return 'state' in docket.apply(number, (flood) => decideInFlood(flood, command), theDesk)
  }

  /** The floods that go on, or in whose list somebody still waits. */
  function open(): Flood[] {
    return docket.open().flatMap((number) => docket.load(number) ?? [])
  }

  /** Those in whose list a conversation waits. */
  function listing(number: ConversationNumber): Flood[] {
    return open().filter(({ listed }) => listed.some(({ conversation }) => conversation === number))
  }

  function relist(conversation: ConversationNumber, but: FloodNumber | null = null): void {
    for (const { number } of listing(conversation)) {
      if (number !== but) order(number, { do: 'relist', conversation })
    }
  }

  function cardOf(flood: Flood): Drawing {
    return {
      draw: 'flood',
      seal: docket.seal(flood.number, flood.position),
      isOver: flood.ended !== null,
      collected: flood.collected,
      waiting: flood.listed.length,
      newest: flood.listed.slice(-shown).flatMap(({ conversation }) => listedView(conversation)),
    }
  }

  function alarmOf({ number, position, collected }: Flood): Drawing {
    const card = docket.place(`flood/${number}/card`)
    return { draw: 'flood-alarm', seal: docket.seal(number, position), mentions: collected, card }
  }

  /** What a list shows of a conversation: its first mention, and how many followed. */
  function listedView(number: number): ListedView[] {
    const conversation = conversations().load(number)
    if (conversation === null) return []
    const [first, ...further] = conversation.mentions
    const seal = conversations().seal(conversation)
    const newest = further.at(-1)
    const last = newest === undefined ? null : views.view(newest)
    return [{ number, seal, mention: views.view(first), further: further.length, last }]
  }

  /** What many in the list ask in the same words. Who wrote more than once is in no group: a person reads that. */
  function groupsIn({ listed }: Flood): readonly Group[] {
    return groupsOf(
      listed.flatMap(({ conversation }) => {
        const [first, ...further] = conversations().load(conversation)?.mentions ?? []
        const text = first === undefined || further.length > 0 ? '' : views.view(first).words?.text
        return text === undefined ? [] : [{ conversation, text }]
      }),
    )
  }

  function groupViews(flood: Flood): GroupView[] {
    return groupsIn(flood)
      .slice(0, groupsShown)
      .flatMap(({ conversations: members }) => {
        const [first] = members.slice(0, 1).flatMap(listedView)
        const [reply] = conversations().load(members[0] ?? 0)?.replies ?? []
        const proposal = reply?.proposal ?? null
        return first === undefined ? [] : [{ first, count: members.length, proposal }]
      })
  }

  /** Closes those that are as they were seen, and answers how many that were. */
  function closeSome(
    number: FloodNumber,
    some: readonly ConversationNumber[],
    seen: number,
    closing: BulkCommand['closing'],
    visitor: Visitor,
  ): number {
    const flood = docket.load(number)
    // Whatever changes in a listed conversation lists it anew: what it is now is what was seen.
    const these = flood === null ? [] : stillAsSeen(flood, some, seen)
    return these.filter((one) => {
      const position = conversations().load(one)?.position ?? 0
      return 'conversation' in conversations().answer(one, { ...closing, seen: position }, visitor)
    }).length
  }

  return {
    load: docket.load,
    settle: docket.settle,

    /** Collects what a reading brought. Call it within the transaction that took it in. */
    collect(posts: readonly Post[]): void {
      if (posts.length === 0) return
      let number = open().find(({ ended }) => ended === null)?.number ?? null
      if (number !== null) order(number, { do: 'collect', posts })
      else {
        const begun = decideInFlood(null, { do: 'collect', posts })
        if ('events' in begun) ({ number } = docket.begin(begun.events, theDesk))
      }
      // Whoever looks at the list of an earlier flood has not seen this.
      for (const conversation of new Set(posts.map((post) => post.conversation))) {
        relist(conversation, number)
      }
    },
    /** Words of a listed conversation changed. Call it within the transaction that took them in. */
    relist(conversation: ConversationNumber): void {
      relist(conversation)
    },
    /** Words of a conversation were erased: cards that show them are drawn again. */
    wordsGone(conversation: ConversationNumber): void {
      for (const { number } of listing(conversation)) docket.redraw(number)
    },
    /** A conversation moved on: it leaves the lists that it needs no more. */
    follow(conversation: Conversation): void {
      const cameInFlood = conversation.mentions.some(({ collected }) => collected)
      if (!cameInFlood || (!isClosed(conversation) && !hasCard(conversation))) return
      for (const { number } of listing(conversation.number)) {
        order(number, { do: 'clear', conversations: [conversation] })
      }
    },

    /** What a seal on a flood's card or list says was seen; null for what history does not have. */
    seen(seal: string): { number: number; seen: number } | null {
      const named = desk.sealed(seal)
      return named?.about === 'flood' ? { number: named.number, seen: named.position } : null
    },
    /** A page of a flood's list as it is now; null if there is no such flood. */
    page(number: number, wanted: number) {
      const flood = docket.load(number)
      if (flood === null) return null
      const { listed, page, pages } = pageOf(flood, wanted)
      const entries = listed.flatMap(({ conversation }) => listedView(conversation))
      const groups = groupViews(flood)
      return { seal: docket.seal(number, flood.position), entries, groups, page, pages, flood }
    },
    /** Everybody in the list who asks the same as one of them in the same words, that one among them. */
    sameAs(number: number, conversation: ConversationNumber): readonly ConversationNumber[] {
      const flood = docket.load(number)
      const group = (flood === null ? [] : groupsIn(flood)).find((one) =>
        one.conversations.includes(conversation),
      )
      return group?.conversations ?? [conversation]
    },
    /** The mentions of everybody who asks the same as one of them, as they read now, as far as no answer to them is
     * proposed; but for calls for help: these are answered one by one. `proposal` is what answers that one already. */
    askedAlike(
      number: number,
      conversation: ConversationNumber,
    ): { answers: MentionVersion[]; proposal: number | null } {
      const answers = this.sameAs(number, conversation).flatMap((one): MentionVersion[] => {
        const { mentions = [], replies = [] } = conversations().load(one) ?? {}
        const [first] = mentions
        if (first === undefined || first.emergency || replies.length > 0) return []
        return [{ mention: first.number, version: first.versions.length }]
      })
      const [reply] = conversations().load(conversation)?.replies ?? []
      return { answers, proposal: reply?.proposal ?? null }
    },
    /** Closes many at once: what was chosen, or everything, as far as it is as it was seen. Answers how many were
     * closed. What is closed stays closed where it breaks off, which throws. */
    async close(
      number: number,
      { closing, of, seen }: BulkCommand,
      { user, standing }: Visitor,
    ): Promise<{ closed: number } | FloodRefusal> {
      const bulk = await patiently(() => {
        const flood = docket.load(number)
        if (flood === null) return { refused: 'unknown-flood' } as const
        return bulkOf(flood, { of, seen }, { actor: desk.actor(user), standing })
      })
      if ('refused' in bulk) return bulk
      let closed = 0
      for (let done = 0; done < bulk.conversations.length; done += atOnce) {
        await nextTurn()
        const some = bulk.conversations.slice(done, done + atOnce)
        const close = db.transaction(() =>
          closeSome(number, some, seen, closing, { user, standing }),
        )
        closed += await patiently(() => close.immediate())
      }
      return { closed }
    },
  }
}

function stillAsSeen(
  flood: Flood,
  some: readonly ConversationNumber[],
  seen: number,
): readonly ConversationNumber[] {
  const listed = flood.listed.filter(({ since }) => since <= seen)
  const asSeen = new Set(listed.map(({ conversation }) => conversation))
  return some.filter((number) => asSeen.has(number))
}
