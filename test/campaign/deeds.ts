// How people do what a schedule says: they look at the card as it is, press, react, fill in, and it is written down.
import type { Message } from '../../sandbox/contract.ts'
import { openListLabel, pageAfter } from '../../src/wording/moderation/flood.ts'
import { labels, wordsOf, type TestPerson } from '../support/person.ts'
import { until } from '../support/until.ts'
import { marksIn, mentionsIn, type Deed, type Ledger } from './ledger.ts'
import type { Staff } from './acts.ts'
import type { CampaignWorld } from './world.ts'

/** How long somebody waits for a card or form before going on with something else, in milliseconds. */
const patience = 1_200

export type Hands = ReturnType<typeof hands>

/** The hands of all staff in a world. */
export function hands(world: CampaignWorld, ledger: Ledger) {
  const { sandbox, people } = world
  const watching: Promise<void>[] = []

  /** Does something and writes it down; whether Slack took it. */
  async function does(
    deed: Pick<Deed, 'who' | 'matter' | 'version' | 'how' | 'beside'>,
    work: () => Promise<void>,
  ): Promise<boolean> {
    const [from, at] = [Date.now(), world.clock.now()]
    const noted: Deed = { ...deed, from, at, done: false, heard: null, settled: null }
    ledger.deeds.push(noted)
    const life = world.lived().at(-1)
    const before = new Set(sandbox.slack.pending().map(({ id }) => id))
    const wasDisturbed = world.faults() > 0
    const isReaction = /^(✅|❌|❓|👀|🗂️)/u.test(deed.how)
    const done = await work().then(
      () => true,
      () => false,
    )
    if (!done) return false
    noted.done = true
    // Events are heard when they are acknowledged; commands and interactions were waited for.
    const event = isReaction ? sandbox.slack.pending().find(({ id }) => !before.has(id)) : undefined
    const isHeard = () => !sandbox.slack.pending().some(({ id }) => id === event?.id)
    const settle = async () => {
      if ((await until(() => isHeard() || undefined, 8_000, 10)) === undefined) return
      noted.heard = Date.now()
      await world.quiet()
      const isSame = life === world.lived().at(-1) && life?.to === null
      if (isSame && !wasDisturbed && world.faults() === 0) noted.settled = Date.now()
    }
    watching.push(settle())
    return true
  }

  function cards(kind: string): Message[] {
    const { petra } = people
    return [...petra.cards(), ...petra.mentions()].filter((one) => wordsOf(one).startsWith(kind))
  }

  /** The newest card of a kind that shows a matter's mark; undefined if none comes. */
  function card(kind: string, matter: string): Promise<Message | undefined> {
    return until(
      () => cards(kind).findLast((one) => marksIn(wordsOf(one), matter).length > 0),
      world.isAlive() ? patience : 0,
      60,
    )
  }

  return {
    does,
    card,
    cards,
    /** Presses a button if the card offers it; whether Slack took it. */
    async presses(who: Staff, label: string, on: Message, matter: string): Promise<boolean> {
      if (!labels(now(people[who], on)).includes(label)) return false
      const deed = { who, matter, how: label, ...seenOn(now(people[who], on), matter) }
      return does(deed, () => people[who].presses(label, on))
    },
    /** Reacts, or takes a reaction back. */
    async reacts(who: Staff, sign: string, on: Message, matter: string): Promise<boolean> {
      const seen = seenOn(now(people[who], on), matter)
      const [emoji = '', back] = sign.split(' ')
      return does({ who, matter, how: sign, ...seen }, () =>
        back === undefined ? people[who].reacts(emoji, on) : people[who].takesBack(emoji, on),
      )
    },
    /** Fills in the form on top and sends it, a second time if Slack says that it failed; whether it was taken. */
    async fills(
      deed: Pick<Deed, 'who' | 'matter' | 'version' | 'how'>,
      words: Parameters<TestPerson['submits']>[0],
      files?: Parameters<TestPerson['submits']>[1],
    ): Promise<boolean> {
      const { who } = deed
      const form = people[who].form()
      if (form === undefined) return false
      const before = ledger.deeds.length
      const send = () => does(deed, () => people[who].submits(words, files))
      const taken = await send()
      const isTaken = () => {
        const top = people[who].form()
        return top?.viewId !== form.viewId || top.view.callback_id !== form.view.callback_id
      }
      if (!taken && !isTaken()) await send()
      if (!isTaken()) {
        for (const sent of ledger.deeds.slice(before)) if (sent.how === deed.how) sent.done = false
      }
      return isTaken()
    },
    /** The form on top once it shows some words; undefined if it does not come. */
    form: (who: Staff, words: string) =>
      until(() => {
        const top = people[who].form()
        return top !== undefined && JSON.stringify(top.view).includes(words) ? top : undefined
      }, patience),
    /** Closes whatever form is open. */
    async closes(who: Staff): Promise<void> {
      for (let n = 0; n < 3 && people[who].form() !== undefined; n += 1) {
        await people[who].closes().catch(() => undefined)
      }
    },
    /** What the lists of all floods show, page by page: what waits there is reached by turning pages. */
    async listed(): Promise<string[]> {
      const { petra } = people
      const pages: string[] = []
      const top = () => JSON.stringify(petra.form()?.view ?? null)
      for (const flood of petra.mentions().filter((one) => labels(one).includes(openListLabel))) {
        await this.closes('petra')
        await petra.presses(openListLabel, flood).catch(() => undefined)
        let shown = await until(() => (petra.form() === undefined ? undefined : top()), patience)
        while (shown !== undefined) {
          pages.push(shown)
          const before = shown
          if (!before.includes(pageAfter)) break
          await petra.pressesInForm(pageAfter).catch(() => undefined)
          shown = await until(() => (top() === before ? undefined : top()), patience)
        }
        await this.closes('petra')
      }
      return pages
    },
    /** Resolves when it is known of every deed whether it was heard. */
    watched: () => Promise.all(watching),
  }
}

/** What somebody sees of a matter on a card. */
function seenOn(card: Message, matter: string) {
  const words = wordsOf(card)
  return { version: marksIn(words, matter).at(-1) ?? null, beside: mentionsIn(words) }
}

/** A message as it looks now. */
function now(person: TestPerson, message: Message): Message {
  const all = person.messagesIn(message.channel)
  return all.find(({ ts }) => ts === message.ts) ?? message
}
