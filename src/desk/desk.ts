// The desk: one engine for every matter. It applies what the core decides, carries out what the core says is owed,
// keeps every message true and hears what people say by reaction. It keeps nothing in memory that a crash could
// lose; whatever breaks off is owed again.
import type { Db } from '../../db/database.ts'
import { lives, type Lives } from '../../db/lives.ts'
import { people } from '../../db/people.ts'
import { slackMessages } from '../../db/slack-messages.ts'
import type { Instant } from '../core/content.ts'
import { replay, type Numbered } from '../core/matter.ts'
import type { Actor } from '../core/people.ts'
import { lanes } from './lanes.ts'
import type { Mailroom } from './mailroom.ts'
import { decidingByReactions, reactionRound, type Given } from './reactions.ts'
import type { Newsroom, Place, Reactions } from './ports/newsroom.ts'
import { beginningOf, readSeal, sealText, type Seal } from './seal.ts'
import { states } from './states.ts'
import type { Applied, Docket, Hears, Works } from './works.ts'

/** The two clocks: instants for what people see (UTC milliseconds), and how long something takes (milliseconds,
 * never put back). */
export type Clocks = { now: () => Instant; elapsed: () => number }

export type DeskParts = Clocks & {
  db: Db
  newsroom: Newsroom
  mail: Mailroom
  fault: (what: string, error: unknown) => void
  /** Hears which work on a matter broke off, and which went well. */
  works?: { broke(lane: string): void; went(lane: string): void }
}

/** How many matters are begun in one round; the rest waits for the next second. */
const mostAtOnce = 100
/** When a thing that could not be done is tried again, in milliseconds: with the next second, which must not miss it
 * by a hair. */
const again = 900

type Bench = {
  lives: Lives<{ type: string }>
  settle(number: number): Promise<void>
  /** The same; what is being carried out already is told of only. */
  settleIfIdle(number: number): Promise<void>
  hears: Hears | undefined
  isNeeded(number: number, key: string): boolean
}

export type Desk = ReturnType<typeof desk>

/** Opens the desk on a database. Nothing happens until a kind of matter is opened and `settle` is called. */
export function desk(given: DeskParts) {
  const { db, newsroom, mail, now, elapsed, fault } = given
  const who = people(db)
  const written = slackMessages(db)
  const work = lanes({
    broke(lane, error) {
      fault(`the work on ${lane} broke off`, error)
      given.works?.broke(lane)
    },
    went: (lane) => given.works?.went(lane),
  })
  const benches = new Map<string, Bench>()
  const decide = decidingByReactions({ db, who, written, newsroom, now })
  const round = reactionRound({ written, newsroom, elapsed, now, fault, heard })
  let stopping = false
  let steppedAt = -Infinity

  /** Opens a kind of matter at this desk. */
  function open<
    State extends Numbered,
    Event extends { type: string },
    Owed,
    Letter extends object,
  >(works: Works<State, Event, Owed, Letter>): Docket<State, Event> {
    const { matter } = works
    const { about } = matter
    const all = lives<Event>(db, about)
    const { load, remember, forget } = states(db, all, matter)

    function append(number: number, state: State | null, events: readonly Event[], actor: Actor) {
      const recorded = all.append(number, state?.position ?? 0, events, { actor, at: now() })
      let after = state
      for (const event of recorded) after = matter.evolve(after, event, number)
      if (after === null) throw new Error(`${about} ${number} was not begun`)
      remember(after)
      works.follows?.(after)
      return after
    }

    function key(number: number): string {
      return `${about} ${number}`
    }

    function lettersOf(number: number): string {
      return `letters of ${key(number)}`
    }

    async function settle(number: number): Promise<void> {
      // Whatever takes long, people see what is the case meanwhile.
      if (work.isBusy(key(number))) void tell(number)
      await work.run(key(number), () => carryOut(number))
      await tell(number)
    }

    /** The same, but what is being carried out is not asked for once more. */
    async function settleIfIdle(number: number): Promise<void> {
      if (!work.isBusy(key(number))) await settle(number)
      else if (!work.isBusy(lettersOf(number))) await tell(number)
    }

    // One lane each: a network that hangs holds up nothing else, and not the telling either.
    async function carryOut(number: number): Promise<void> {
      for (;;) {
        const state = load(number)
        const next = state === null ? null : matter.due(state, now())
        if (state === null || next === null || next.from > now()) return
        if (stopping && works.mustEnd?.(next.owed, state) !== true) return
        // Whatever takes long, people see what is the case meanwhile.
        void tell(number)
        if (!(await works.carryOut(next.owed, state))) return
      }
    }

    function tell(number: number): Promise<void> {
      return work.run(lettersOf(number), async () => {
        const life = all.life(number)
        const state = replay(matter.evolve, number, life)
        if (state === null) return
        const outdates = mail.outdates()
        const beginning = beginningOf(all.hashOf(number, 1))
        let allTrue = true
        for (const letter of matter.letters(number, life)) {
          const drawn = works.draw(state, letter)
          const mark = `${letter.key}#${beginning}`
          const { key: own, shows } = letter
          const isTrue =
            !mail.isPaused() && (await mail.keepTrue({ ...drawn, key: own, shows, mark }, found))
          written.listen(own, drawn.needed)
          allTrue = isTrue && allTrue
        }
        // What was drawn first may be outdated by what came after it.
        rest(number, state.position, allTrue && mail.outdates() === outdates)
      })
    }

    /** Closes what rests, and notes when the rest is to be looked at again. */
    function rest(number: number, position: number, allTrue: boolean): void {
      db.transaction(() => {
        const state = load(number)
        if (state === null) return
        // What came meanwhile is looked at with the next round.
        if (state.position !== position) return
        if (allTrue && matter.rests(state)) {
          all.close(number)
          return
        }
        const from = matter.due(state, now())?.from ?? null
        const soon = now() + again
        const next = from === null ? null : Math.max(from, work.isBusy(key(number)) ? soon : from)
        const overdue = next !== null && next <= now() ? soon : next
        all.setDue(number, allTrue ? overdue : Math.min(overdue ?? soon, soon))
      }).immediate()
    }

    const docket: Docket<State, Event> = {
      load,
      life: (number) => all.life(number),
      begin(events, actor) {
        return append(all.next(), null, events, actor)
      },
      apply(number, decision, actor) {
        return db
          .transaction((): Applied<State, never> | ReturnType<typeof decision> => {
            const state = load(number)
            if (state === null) return { refused: 'unknown' }
            const decided = decision(state)
            if (!('events' in decided)) return decided
            return { state: append(number, state, decided.events, actor) }
          })
          .immediate() as Applied<State, Exclude<ReturnType<typeof decision>, { events: unknown }>>
      },
      settle,
      redraw(number) {
        mail.outdate(`${about}/${number}/`)
        all.reopen(number)
      },
      erase(number, mention = null) {
        all.erase(number, mention)
        forget(number)
        mail.redact(`${about}/${number}/`)
        all.reopen(number)
      },
      open: () => all.open(),
      seal: (number, position = 1) =>
        sealText({ about, number, position, hash: beginningOf(all.hashOf(number, position)) }),
      place,
    }
    benches.set(about, {
      lives: all,
      settle,
      settleIfIdle,
      hears: works.hears,
      isNeeded(number, own) {
        const state = load(number)
        const letter = matter.letters(number, all.life(number)).find((one) => one.key === own)
        return state !== null && letter !== undefined && works.draw(state, letter).needed
      },
    })
    return docket
  }

  function place(key: string): Place | null {
    const message = written.get(key)
    return message?.ts == null ? null : { channel: message.channel, ts: message.ts }
  }

  // While nobody knew where a message was, nobody read what people said on it.
  function found(where: Place): void {
    hear(where, null).catch((error: unknown) => {
      fault('the reactions of a message that was found could not be read', error)
    })
  }

  /** Reads the reactions at a place, if a message of ours stands there, and decides what they say; whether Slack
   * told. `event` is the one that woke us: it says when it was given. */
  async function hear(where: Place, event: Given | null): Promise<boolean> {
    // People react to everything in the channel; only our own messages are worth a question to Slack.
    if (written.at(where.channel, where.ts) === null) return true
    return round.read(where, event)
  }

  // Reads of one message never overlap: an older answer would look like a reaction taken back.
  async function heard(
    key: string,
    where: Place,
    reactions: Reactions | 'gone',
    since: (user: string, name: string) => Instant,
  ): Promise<void> {
    const [, about = '', number = ''] = /^([a-z-]+)\/(\d+)\//.exec(key) ?? []
    const bench = benches.get(about)
    if (bench === undefined) return
    const matter = Number(number)
    if (reactions === 'gone') {
      // Deleting a card takes nothing back that people said on it.
      if (!bench.isNeeded(matter, key)) return
      written.forget(key)
    } else if (bench.hears === undefined) {
      return
    } else {
      await decide(bench.hears, matter, { key, where, reactions, since })
    }
    void bench.settle(matter)
  }

  return {
    open,

    /** Does everything that is owed by now. What takes long goes on in lanes of its own; the promise resolves when
     * all of it rests. */
    async settle(): Promise<void> {
      if (stopping) return
      const due = [...benches.values()].flatMap((bench) =>
        bench.lives.openDue(now(), mostAtOnce).map((number) => bench.settleIfIdle(number)),
      )
      await Promise.all(due)
    },
    /** Everything that is open is looked at again: at the start, and when the clock was put forward or back. */
    wake(): void {
      for (const bench of benches.values()) bench.lives.wakeAll(now())
    },
    /** The wall clock was put forward or back: what was reckoned by it is reckoned anew. */
    stepped(): void {
      steppedAt = elapsed()
      round.stepped()
      for (const bench of benches.values()) bench.lives.wakeAll(now())
    },
    /** For how long the wall clock has run evenly, in milliseconds. */
    evenFor: (): number => elapsed() - steppedAt,

    hear,
    /** Whether somebody reacted on a message and nobody could read yet what that says. */
    isUnheard: (where: Place): boolean => round.isUnheard(where),
    /** Reads the reactions on the message that was not read for longest, if it is time for it. */
    readNextReactions: () => round.next(),
    /** Reads the reactions on every message people still decide on: what events missed is made up for. */
    readAllReactions: () => round.all(),

    /** What a seal names, null for what history does not have or anybody made up. */
    sealed(text: string): Omit<Seal, 'hash'> | null {
      const seal = readSeal(text)
      const bench = seal === null ? undefined : benches.get(seal.about)
      if (seal === null || bench === undefined) return null
      const { about, number, position, hash } = seal
      const known = bench.lives.hashOf(number, position)
      return known !== null && beginningOf(known) === hash ? { about, number, position } : null
    },
    /** The number of a Slack user in history. */
    actor: (user: string): Actor => who.actor(user, now()),
    slackUser: (actor: Actor): string | null => who.slackUser(actor),

    isStopping: (): boolean => stopping,
    /** Begins nothing more and resolves when what runs has ended. */
    async stop(): Promise<void> {
      stopping = true
      mail.stop()
      await work.idle()
    },
  }
}
