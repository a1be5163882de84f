// The office itself: its cards, its history, who did what by its record, what was ordered.
import { wordsOf } from '../../support/person.ts'
import type { Hands } from '../deeds.ts'
import { marksIn, type Ledger } from '../ledger.ts'
import type { Past } from '../past.ts'
import type { CampaignWorld } from '../world.ts'
import type { Violation } from './violation.ts'

/** Cards that are needed and do not stand exactly once, and reports that did not come. */
export function judgeCards(
  world: CampaignWorld,
  ledger: Ledger,
  past: Past,
  hands: Hands,
): Violation[] {
  // Of a history that was put back, cards of what is lost stand beside those of what has their numbers now.
  const isRestored = world.isRestored()
  const judge = (title: string, mark: string | undefined): Violation[] => {
    const standing = hands.cards(title).filter((one) => {
      const words = wordsOf(one)
      // The card may have lost its words after the backup was taken: it shows less than history has, never more.
      const isIt = mark === undefined || words.includes(mark) || words.includes('gelöscht')
      return !isRestored || isIt
    })
    if (standing.length === 1 || (isRestored && standing.length > 0)) return []
    const expected = `one card “${title} …” ${mark ?? ''}`
    return [{ rule: 6, expected, seen: `${standing.length} of them` }]
  }
  return [
    ...past.openProposals.flatMap(({ number, version, text }) =>
      judge(`Vorschlag ${number}, Fassung ${version}:`, markOf(text)),
    ),
    ...past.openMentions.flatMap(({ number, text }) =>
      judge(`Erwähnung ${number}:`, text === null ? undefined : markOf(text)),
    ),
    ...judgeReports(world, ledger),
  ]
}

function markOf(text: string): string | undefined {
  return /\b[PM]\d+[a-z]?-\d+\b/.exec(text)?.[0]
}

function judgeReports(world: CampaignWorld, { deeds }: Ledger): Violation[] {
  return deeds.flatMap(({ who, how, from, settled }): Violation[] => {
    if (how !== '/bericht' || settled === null || world.isLost(from)) return []
    const letters = world.people[who].letters()
    const isThere = letters.some(({ files }) => files.length > 0)
    // Slack took none: whoever asked reads so and can ask again.
    const isExcused = letters.some((one) => wordsOf(one).includes('Kennung'))
    if (isThere || isExcused) return []
    const expected = `the report that ${who} ordered, or why it does not come`
    return [{ rule: 8, expected, seen: 'neither' }]
  })
}

/** History that is not whole, and deeds on record that nobody did about that matter. */
export function judgeHistory(world: CampaignWorld, ledger: Ledger, past: Past): Violation[] {
  const { verdict, byPeople } = past
  const whole: Violation[] = verdict.whole
    ? []
    : [{ rule: 6, expected: 'a chain that is whole', seen: JSON.stringify(verdict) }]
  const nameOf = (user: string) =>
    Object.entries(world.people).find(([, { id }]) => id === user)?.[0] ?? user
  const strange = byPeople.flatMap(
    ({ about, matter, type, user, text, mentions, isErased }): Violation[] => {
      // Whose erasure and access it was is not on record.
      if (about !== 'proposal' && about !== 'conversation' && about !== 'measure') return []
      const who = nameOf(user)
      const posts = ledger.said.filter(({ first }) => {
        const known = past.mentionOf(first)
        return known !== null && known !== 'erased' && mentions.includes(known.number)
      })
      const isIt = (one: string) =>
        posts.some((post) => post.matter === one) || marksIn(text, one).length > 0
      // Which post it was that somebody dealt with is forgotten with its words.
      if (isErased) return []
      if (ledger.deeds.some((deed) => deed.who === who && isIt(deed.matter))) return []
      const seen = `${about} ${matter}: ${type}, though ${who} did nothing about it`
      return [{ rule: 5, expected: 'on record only what somebody did', seen }]
    },
  )
  return [...whole, ...strange]
}
