// What happens again and again in the stories of the moderation desk.
import type { Message } from '../../sandbox/contract.ts'
import type { LiveConfig } from '../../src/config.ts'
import type { Ways } from '../../src/web/ask-public.ts'
import { eventually, openTestOffice, type TestOffice } from './office.ts'
import { wordsOf } from './person.ts'

/** A Monday in November, 10:00 in Bergedorf: the office is open. */
export const mondayTen = Date.UTC(2026, 10, 30, 9)

/** An open office on a Monday at ten, where mentions are read when `reads` is called. */
export async function openModerationOffice(
  change: Partial<LiveConfig> = {},
  at = mondayTen,
  ways?: Ways,
): Promise<ModerationOffice> {
  const office = await openTestOffice({ UNDO_SECONDS: 0, ...change }, at, ways)
  const { conversations, inbox, floods, measures } = office.office
  if (!conversations || !inbox || !floods || !measures)
    throw new Error('this office only publishes')
  const settle = () => office.office.desk.settle()
  return {
    ...office,
    conversations,
    inbox,
    floods,
    measures,
    async reads() {
      const failed = await inbox.read()
      if (failed !== null) throw new Error(failed.failed)
      await settle()
    },
    async waits(minutes) {
      await office.wait({ minutes })
      await settle()
    },
    settle,
  }
}

type Desks = Required<Pick<TestOffice['office'], 'conversations' | 'inbox' | 'floods' | 'measures'>>

export type ModerationOffice = TestOffice &
  Desks & {
    /** Reads mentions now and keeps everything true. Fails if X tells nothing. */
    reads(): Promise<void>
    /** Moves the clock on and lets the desk look again. */
    waits(minutes: number): Promise<void>
    settle(): Promise<void>
  }

/** A citizen writes to the office; the answer is the post's id. */
export function writes(
  { sandbox }: TestOffice,
  text: string,
  more: { handle?: string; name?: string; inReplyTo?: string; closed?: boolean } = {},
): string {
  const handle = more.handle ?? 'kim_beispiel'
  const name = more.name ?? 'Kim Beispiel'
  const { inReplyTo, closed } = more
  const done = sandbox.x.citizen({
    act: 'post',
    handle,
    name,
    text,
    ...(inReplyTo !== undefined && { inReplyTo }),
    ...(closed !== undefined && { closed }),
  })
  if (!done.ok) throw new Error(done.sentence)
  return done.id
}

/** The card of a mention in #moderation, as soon as it is there. */
export function cardOf({ petra }: TestOffice, number: number): Promise<Message> {
  return eventually(() =>
    petra.mentions().find((one) => wordsOf(one).includes(`Erwähnung ${number}:`)),
  )
}

/** Resolves when a message of #moderation shows these words. */
export function says({ petra }: TestOffice, card: Message, words: string): Promise<Message> {
  return eventually(() => {
    const all = petra.mentions().flatMap((one) => [one, ...one.replies])
    const now = all.find(({ ts }) => ts === card.ts)
    return now !== undefined && wordsOf(now).includes(words) && now
  })
}

/** A citizen asks and Anna answers: the post's id, the mention's card, and the card on which the answer waits. */
export async function answered(office: ModerationOffice, question: string, answer: string) {
  const { anna, petra } = office
  const id = writes(office, question)
  await office.reads()
  const card = await cardOf(office, 1)
  await anna.presses('Antworten', card)
  await anna.submits({ text: answer })
  return { id, card, answer: await eventually(() => petra.cards()[0]) }
}
