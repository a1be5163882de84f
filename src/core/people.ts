// Who is who at the desk, and who may decide what. The only place where rights are weighed.

/** People are numbers in history; who a number is stands in a table of its own that can be emptied. */
export type Actor = number & { readonly is?: 'actor' }

/** The desk itself, when nobody but the clock or a network moved a matter. */
export const theDesk: Actor = 0

/** What a person may do here. Officers are the press officer and active deputies; outsiders are guests,
 * people of other organisations and bots, whatever else they are. */
export type Standing = 'officer' | 'staff' | 'outsider'

/** Who asks. */
export type Person = { actor: Actor; standing: Standing }

/** Why somebody may not do a thing. A value, never an exception; src/wording has a sentence for each. */
export type NoRight =
  /** Guests, people of other organisations and bots do nothing here. */
  | { refused: 'outsider' }
  | { refused: 'not-an-officer' }
  /** Four eyes: nobody decides about what is their own. */
  | { refused: 'own' }
  | { refused: 'not-yours' }

type Right = {
  who: readonly Standing[]
  /** Whether those whose own it is may: like everybody, always, or never. */
  own: 'alike' | 'always' | 'never'
  otherwise: NoRight
}

/** What can be done at the desk, a row each. */
const rights = {
  takePart: { who: ['staff', 'officer'], own: 'alike', otherwise: { refused: 'outsider' } },
  decide: { who: ['officer'], own: 'never', otherwise: { refused: 'not-an-officer' } },
  answerFor: { who: ['officer'], own: 'alike', otherwise: { refused: 'not-an-officer' } },
  withdraw: { who: ['officer'], own: 'always', otherwise: { refused: 'not-yours' } },
} as const satisfies Record<string, Right>

/** Taking part: proposing, taking over, asking, noting. Refuses outsiders; null means yes, as below. */
export function mayTakePart(by: Person): NoRight | null {
  return weigh(rights.takePart, by, [])
}

/** Deciding with four eyes about what `owners` wrote, changed or asked for. Refuses all but officers, and the
 * owners themselves. */
export function mayDecide(by: Person, owners: readonly Actor[]): NoRight | null {
  return weigh(rights.decide, by, owners)
}

/** Answering for the office where two pairs of eyes are not needed: whether a post is online, what becomes of
 * evidence, asking for an erasure. Refuses all but officers. */
export function mayAnswerFor(by: Person): NoRight | null {
  return weigh(rights.answerFor, by, [])
}

/** Taking something back before it has an effect. Refuses all but officers and the owners. */
export function mayWithdraw(by: Person, owners: readonly Actor[]): NoRight | null {
  return weigh(rights.withdraw, by, owners)
}

function weigh(
  { who, own, otherwise }: Right,
  { actor, standing }: Person,
  owners: readonly Actor[],
): NoRight | null {
  if (standing === 'outsider') return { refused: 'outsider' }
  const isOwn = owners.includes(actor)
  if (isOwn && own === 'always') return null
  if (!who.includes(standing)) return otherwise
  return isOwn && own === 'never' ? { refused: 'own' } : null
}
