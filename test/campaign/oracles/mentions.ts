// What citizens wrote: on record, within reach, hidden or erased only where people decided so.
import { wordsOf } from '../../support/person.ts'
import type { Hands } from '../deeds.ts'
import { marksIn, type Ledger } from '../ledger.ts'
import type { Past } from '../past.ts'
import type { CampaignWorld } from '../world.ts'
import type { Violation } from './violation.ts'

const handle = /@BABergedorf\b/i

/** Mentions that are not on record, or that no card and no flood's list leads to. `listed` is what those lists show,
 * page by page. */
export function judgeMentions(
  world: CampaignWorld,
  ledger: Ledger,
  past: Past,
  listed: readonly string[],
): Violation[] {
  const { posts } = world.sandbox.x.sight()
  const ours = new Set(posts.filter(({ author }) => author.office).map(({ id }) => id))
  const everywhere = world.people.petra.mentions().flatMap((one) => [one, ...one.replies])
  const shown = [...listed, ...everywhere.map(({ blocks }) => JSON.stringify(blocks))]
  // A list names the first of a conversation and how many followed: its card shows them all.
  const isListed = (first: number) =>
    listed.some((words) => new RegExp(String.raw`Erwähnung ${first}\b`).test(words))
  return posts.flatMap(({ id, author, text, inReplyTo }): Violation[] => {
    if (author.office) return []
    if (!handle.test(text) && (inReplyTo === null || !ours.has(inReplyTo))) return []
    const said = ledger.said.find((one) => one.id === id)
    const known = past.mentionOf(said?.first ?? id)
    // Whether a card that somebody deleted must come back is judged with the cards.
    if (known !== null && ledger.withoutCard.has(said?.matter ?? '')) return []
    // Whether it was rightly erased is judged with the decisions; a day later nothing tells any more which one it was.
    if (known === 'erased' || (known === null && isErasedByTwo(ledger, said?.matter))) return []
    if (known === null) return [{ rule: 4, expected: 'a record of it', seen: `none of “${text}”` }]
    const named = new RegExp(String.raw`Erwähnung ${known.number}\b`)
    const isReached = shown.some((words) => {
      const isIt = said === undefined || marksIn(words, said.matter).length > 0
      return named.test(words) && (isIt || words.includes('Der Text ist gelöscht'))
    })
    if (isReached || isListed(known.first) || !known.hasWords) return []
    const seen = `nothing leads to mention ${known.number}, “${text}”`
    return [{ rule: 4, expected: 'a card or a list that leads to it', seen }]
  })
}

/** Words that are gone without a decision, and hidden posts without one. */
export function judgeDecisions(
  world: CampaignWorld,
  ledger: Ledger,
  past: Past,
  hands: Hands,
): Violation[] {
  return [...judgeErased(ledger, past), ...judgeHidden(world, ledger, past, hands)]
}

function judgeErased(ledger: Ledger, past: Past): Violation[] {
  return ledger.said.flatMap((post): Violation[] => {
    if (post.id !== post.first || ledger.deleted.has(post.first)) return []
    const known = past.mentionOf(post.first)
    const isErased = known === 'erased' || known?.hasWords === false
    if (!isErased || isErasedByTwo(ledger, post.matter)) return []
    const { asked, decided } = erasureOf(ledger, post.matter)
    const seen = `asked by ${asked.join() || 'nobody'}, decided by ${decided.join() || 'nobody'}`
    return [{ rule: 5, expected: `the words of @${post.handle} erased by two officers`, seen }]
  })
}

/** Who asked for the erasure of what a story's citizen wrote, and who decided. */
function erasureOf(ledger: Ledger, matter: string | undefined) {
  const about = ledger.deeds.filter((deed) => deed.matter === matter)
  return {
    asked: about.filter(({ how }) => how === '/loeschung').map(({ who }) => who),
    decided: about.filter(({ how }) => how === 'Löschen').map(({ who }) => who),
  }
}

function isErasedByTwo(ledger: Ledger, matter: string | undefined): boolean {
  const { asked, decided } = erasureOf(ledger, matter)
  return decided.some((one) => asked.some((other) => other !== one))
}

function judgeHidden(world: CampaignWorld, ledger: Ledger, past: Past, hands: Hands): Violation[] {
  const { posts } = world.sandbox.x.sight()
  return ledger.said.flatMap((post): Violation[] => {
    const shown = posts.find(({ id }) => id === post.id)
    if (shown === undefined) return []
    const about = ledger.deeds.filter(({ matter }) => matter === post.matter)
    const proposed = about.filter(({ how }) => how === 'Maßnahme').map(({ who }) => who)
    const approved = about.filter(({ how }) => how === 'Freigeben').map(({ who }) => who)
    const isDecided = approved.some((one) => proposed.some((other) => other !== one))
    const known = past.mentionOf(post.first)
    const number = known === null || known === 'erased' ? 0 : known.number
    const cards = hands
      .cards('Maßnahme')
      .filter((one) => new RegExp(String.raw`Zu Erwähnung ${number}\b`).test(wordsOf(one)))
    const states = cards.map((one) => /^Maßnahme \d+, Verbergen: (.*)$/m.exec(wordsOf(one))?.[1])
    const isRestored = world.isRestored()
    return [
      ...(shown.hidden && !isDecided
        ? [{ rule: 5 as const, expected: `${post.mark} hidden by two people`, seen: 'hidden' }]
        : []),
      ...(!isRestored && shown.hidden && states.length === 1 && states[0] === 'Aufgehoben'
        ? [{ rule: 5 as const, expected: `${post.mark} shown, as the card says`, seen: 'hidden' }]
        : []),
      ...(!isRestored && !shown.hidden && states.length === 1 && states[0] === 'In Kraft'
        ? [{ rule: 5 as const, expected: `${post.mark} hidden, as the card says`, seen: 'shown' }]
        : []),
      ...(past.measuresAbout(number) > new Set(formsOf(ledger, post.matter)).size && number > 0
        ? [
            {
              rule: 8 as const,
              expected: `one measure for each form about ${post.matter}`,
              seen: `${past.measuresAbout(number)} measures`,
            },
          ]
        : []),
    ]
  })
}

/** The forms for a measure that were sent about a matter, sent again or not. */
function formsOf({ forms }: Ledger, matter: string): string[] {
  return forms.filter((form) => form.matter === matter).map(({ id }) => id)
}
