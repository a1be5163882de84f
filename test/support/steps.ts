// What people in the stories do again and again.
import type { Message } from '../../sandbox/contract.ts'
import { eventually, type TestOffice, type World } from './office.ts'
import { labels, wordsOf, type FormWords, type TestPerson } from './person.ts'

/** Everything a form needs besides its text. */
export const someWords = {
  topic: 'Verkehr & Baustellen',
  noLinkBecause: 'steht noch nicht auf hamburg.de',
} satisfies FormWords

/** Somebody proposes a post; the answer is its card. Fails with the form's errors if it is not taken. */
export async function proposes(
  who: TestPerson,
  text: string,
  more: FormWords = {},
): Promise<Message> {
  const before = who.cards().length
  await who.types('/vorschlag')
  await who.submits({ ...someWords, text, ...more })
  if (who.form() !== undefined) throw new Error(JSON.stringify(who.errors()))
  return eventually(() => who.cards()[before])
}

/** A card as it looks now. */
export function now(card: Message, { petra }: World): Message {
  const found = petra.cards().find(({ ts }) => ts === card.ts)
  if (found === undefined) throw new Error(`the card ${card.ts} is gone`)
  return found
}

/** Resolves when a card has exactly these buttons. */
export function offers(card: Message, buttons: readonly string[], world: World): Promise<Message> {
  return eventually(() => {
    const found = now(card, world)
    return labels(found).join() === buttons.join() && found
  })
}

/** Resolves when a card shows these words. */
export function shows(card: Message, words: string, world: World): Promise<Message> {
  return eventually(() => {
    const found = now(card, world)
    return wordsOf(found).includes(words) && found
  })
}

/** Resolves when a proposal is at a stage. */
export function reaches({ office }: TestOffice, stage: string, number = 1): Promise<true> {
  return eventually(() => office.proposals.load(number)?.stage.is === stage)
}

/** The types of everything that happened to a proposal. */
export function happenedTo({ office }: TestOffice, number = 1): string[] {
  return office.proposals.life(number).map(({ type }) => type)
}

/** How often a post was sent to X. */
export function sends({ sandbox }: World): number {
  return sandbox.x.calls().filter(({ route }) => route === 'POST /2/tweets').length
}
