// The desk of what the press office declares for a time: stop, capacity, who stands in, who is away.
import type { Instant } from '../core/content.ts'
import {
  declarationMatter,
  declare,
  endDeclaration,
  held,
  holds,
  passTime,
  type Declaration,
  type DeclarationEvent,
  type DeclarationLetter,
  type DeclarationNumber,
  type DeclarationOwed,
  type DeclarationRefusal,
  type Declared,
  type Wish,
} from '../core/declaration/declaration.ts'
import { theDesk, type Actor, type Standing } from '../core/people.ts'
import type { Desk, DeskParts } from './desk.ts'
import type { Place } from './ports/newsroom.ts'
import type { Visitor, Works } from './works.ts'

export type DeclarationParts = DeskParts & {
  desk: Desk
  /** Something began or ended to hold: whoever goes by it follows, in the same transaction. */
  changed: (declaration: Declaration) => void
  /** What a stop held back and nobody has decided about since, with their cards. */
  heldBack: () => readonly { number: number; card: Place | null }[]
  settings: { approvalChannel: string }
}

/** Somebody who is to stand in: by Slack user id, with what they may do without that. */
export type StandIn = { user: string; standing: Standing }

/** What came of it: the declaration as it is now, or why not. */
export type DeclarationAnswer = { declaration: Declaration } | DeclarationRefusal

export type Declarations = ReturnType<typeof declarations>

/** Opens the desk of declarations. */
export function declarations(given: DeclarationParts) {
  const { db, desk, now, changed, heldBack, settings } = given

  const works: Works<Declaration, DeclarationEvent, DeclarationOwed, DeclarationLetter> = {
    matter: declarationMatter,
    carryOut: (_, { number }) => Promise.resolve(order(number)),
    follows: changed,
    draw(declaration, letter) {
      const { number } = declaration
      const ended = declarationMatter.rests(declaration)
      const card = docket.place(`declaration/${number}/card`)
      const seal = docket.seal(number)
      switch (letter.letter) {
        case 'card':
          return {
            ...{ once: false, needed: !ended, ended },
            address: { channel: settings.approvalChannel, thread: null },
            drawing: () => ({ draw: 'declaration', declaration, seal }),
          }
        case 'to-deputy': {
          const user = desk.slackUser(letter.to)
          return {
            ...{ once: false, needed: false, ended },
            address: user === null ? 'nobody' : { channel: user, thread: null },
            drawing: () => ({ draw: 'stand-in', declaration }),
          }
        }
        case 'released':
          return {
            ...{ once: true, needed: false, ended },
            address: card === null ? 'not-yet' : { channel: card.channel, thread: card.ts },
            drawing: () => ({ draw: 'released', held: heldBack() }),
          }
      }
    },
  }
  const docket = desk.open(works)

  function order(number: number): boolean {
    return 'state' in docket.apply(number, (one) => passTime(one, now()), theDesk)
  }

  function open(): Declaration[] {
    return docket.open().flatMap((number) => docket.load(number) ?? [])
  }

  function inForce(): Declaration[] {
    const at = now()
    return open().filter((one) => holds(one, at))
  }

  function declaredAs<Is extends Declared['is']>(is: Is) {
    return inForce().flatMap((one) => {
      const { declared } = one
      return declared.is === is
        ? [{ ...one, declared: declared as Extract<Declared, { is: Is }> }]
        : []
    })
  }

  function personOf({ user, standing }: Visitor) {
    return { actor: desk.actor(user), standing }
  }

  return {
    /** Declares something; `deputy` is who is to stand in, where somebody is. What it takes the place of ends with it. The
     * same form does it once. */
    declare(
      wish: Omit<Wish, 'declared'> & { declared: Exclude<Declared, { is: 'deputy' }> | StandIn },
      visitor: Visitor,
    ): DeclarationAnswer {
      const by = personOf(visitor)
      return db
        .transaction((): DeclarationAnswer => {
          const { declared: wanted } = wish
          const deputy = 'user' in wanted ? wanted : null
          const declared: Declared =
            'user' in wanted ? { is: 'deputy', person: desk.actor(wanted.user) } : wanted
          const said = declare({ ...wish, declared }, by, {
            ...{ now: now(), open: open(), deputy: deputy?.standing ?? null },
          })
          if ('refused' in said) return said
          for (const number of said.replaces) {
            docket.apply(number, () => ({ events: [{ type: 'replaced' }] }), by.actor)
          }
          return { declaration: docket.begin(said.events, by.actor) }
        })
        .immediate()
    },

    /** Ends a declaration before its time. */
    end(number: DeclarationNumber, visitor: Visitor): DeclarationAnswer {
      const by = personOf(visitor)
      const said = docket.apply(number, (one) => endDeclaration(one, by), by.actor)
      if (!('refused' in said)) return { declaration: said.state }
      return said.refused === 'unknown' ? { refused: 'unknown-declaration' } : said
    },

    /** Ends what holds now of a kind; refuses where nothing does. */
    endAll(is: 'stop' | 'capacity', visitor: Visitor): DeclarationAnswer {
      const [one] = declaredAs(is)
      return one === undefined ? { refused: 'nothing-declared' } : this.end(one.number, visitor)
    },

    /** What holds now, oldest first. */
    inForce: () => inForce().filter(({ declared }) => declared.is !== 'profile'),
    /** The last look at the own profile; null for none. */
    profile: (): Declaration | null => declaredAs('profile').at(-1) ?? null,
    /** What is declared for later, oldest first. */
    planned: (): Declaration[] => {
      const at = now()
      return open().filter(({ from }) => from > at)
    },
    /** What leaves while there is a stop; null where there is none. */
    stop: (): 'nothing' | 'warnings' | null => declaredAs('stop')[0]?.declared.lets ?? null,
    /** What the press office takes on; null where it takes on everything. */
    capacity: (): 'yellow' | 'red' | null => declaredAs('capacity')[0]?.declared.level ?? null,
    /** The Slack user ids of those who stand in now. */
    deputies: (): string[] =>
      declaredAs('deputy').flatMap(({ declared }) => desk.slackUser(declared.person) ?? []),
    /** The Slack user ids of those who are away now, and until when. */
    absent: (): Map<string, Instant | null> =>
      new Map(
        declaredAs('absence').flatMap(({ by, until }) => {
          const user = desk.slackUser(by)
          return user === null ? [] : [[user, until] as const]
        }),
      ),
    /** When the first of those who are away is back; null where nobody says. */
    backAt: (): Instant | null => {
      const ends = declaredAs('absence').flatMap(({ until }) => until ?? [])
      return ends.length === 0 ? null : Math.min(...ends)
    },
    /** Whether somebody stood in at an instant. */
    stoodIn(actor: Actor, at: Instant): boolean {
      for (let number = 1; ; number += 1) {
        const one = docket.load(number)
        if (one === null) return false
        if (one.declared.is === 'deputy' && one.declared.person === actor && held(one, at))
          return true
      }
    },
    /** The declaration a seal names; null for what history does not have. */
    seen(seal: string): DeclarationNumber | null {
      const named = desk.sealed(seal)
      return named?.about === 'declaration' ? named.number : null
    },
    load: docket.load,
    settle: docket.settle,
  }
}
