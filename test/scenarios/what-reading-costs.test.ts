// Each post that people write costs the office money to read. It is not emptied by a crowd, and not silenced either.
import { expect, test } from 'vitest'
import { readDatabase } from '../../db/database.ts'
import { spending } from '../../db/spending.ts'
import { eventually } from '../support/office.ts'
import {
  cardOf,
  mondayTen,
  openModerationOffice,
  writes,
  type ModerationOffice,
} from '../support/moderation.ts'
import { wordsOf } from '../support/person.ts'

const hour = 60
const day = 24 * 60 * 60_000
const week = 7 * 24 * hour

/** What was said about costs where posts are approved. */
const said = ({ petra }: ModerationOffice) =>
  petra.cards().flatMap((one) => (wordsOf(one).includes('Das Lesen auf X') ? [wordsOf(one)] : []))

/** How many posts X was asked about by their ids from now on, as it charges them. */
function lookUps({ config, clock }: ModerationOffice): () => number {
  const charged = () => {
    const db = readDatabase(config.DATABASE_PATH)
    try {
      const spent = spending(db, 'Europe/Berlin').between(0, clock.now() + day)
      return spent
        .filter(({ charge }) => charge === 'readPost')
        .reduce((sum, { count }) => sum + count, 0)
    } finally {
      db.close()
    }
  }
  const before = charged()
  return () => charged() - before
}

test('a crowd is read on when the budget of the day is used up, but seldom, and people hear of it', async () => {
  const thrifty = { READING_USD_PER_DAY: 1, MENTION_POLL_SECONDS: 90 }
  await using office = await openModerationOffice(thrifty)
  const { sandbox, inbox, conversations } = office
  const rhythm = 90_000
  /** So many people write, and later it is read twice: what was spent is known with the next reading. */
  async function come(count: number, later: number): Promise<void> {
    sandbox.x.citizen({ act: 'flood', count })
    for (const minutes of [later, 2]) {
      await office.waits(minutes)
      await inbox.readIfDue(rhythm)
    }
  }
  await come(500, 2)
  expect(said(office)).toEqual([])
  await come(300, 65)
  await eventually(() => said(office).length > 0)
  expect(said(office)).toEqual([
    'Das Lesen auf X hat heute 0,82 USD gekostet; vorgesehen sind 1,00 USD. Ist das aufgebraucht, liest Amtsfunk seltener.',
  ])
  await come(220, 65)
  await eventually(() => said(office).length > 1)
  expect(said(office)[1]).toContain('Bis morgen früh liest Amtsfunk seltener')
  const { length: known } = conversations.open()
  // A question of a citizen comes a quarter of an hour late, but it comes.
  writes(office, '@BABergedorf Wann öffnet das Freibad?', { handle: 'lea' })
  await office.waits(5)
  await inbox.readIfDue(rhythm)
  expect(conversations.open()).toHaveLength(known)
  await office.waits(11)
  await inbox.readIfDue(rhythm)
  // The office itself may be reading just then.
  await eventually(() => conversations.open().length === known + 1)
  await inbox.readIfDue(rhythm)
  expect(said(office)).toHaveLength(2)
}, 60_000)

// The office itself looks once in each hour that passes.
test('a mention is looked up daily while somebody works at it, and weekly after that', async () => {
  await using office = await openModerationOffice()
  const { anna } = office
  writes(office, '@BABergedorf Wann öffnet das Freibad?', { handle: 'lea' })
  const thanks = writes(office, '@BABergedorf Danke!', { handle: 'kim' })
  await office.reads()
  await anna.reacts('🗂️', await cardOf(office, 2))
  await eventually(() => office.conversations.open().length === 1)
  const asked = lookUps(office)
  await office.waits(19 * hour)
  await eventually(() => asked() === 2)
  await office.waits(19 * hour)
  await eventually(() => asked() === 3)
  await office.waits(week)
  await eventually(() => asked() === 5)
  // Whoever writes again is worked at again.
  writes(office, '@BABergedorf Noch etwas!', { handle: 'kim', inReplyTo: thanks })
  await office.reads()
  await office.waits(19 * hour)
  await eventually(() => asked() === 8)
})

test('once the budget is used up ten are looked up in an hour, those that were missed first', async () => {
  // A week later all of it is in one month.
  const monday = mondayTen + 7 * day
  await using office = await openModerationOffice({ READING_USD_PER_MONTH: 1 }, monday)
  const { sandbox, conversations } = office
  const posts = Array.from({ length: 40 }, (_, index) =>
    writes(office, `@BABergedorf Frage ${index + 1}?`, { handle: `kim${index + 1}` }),
  )
  await office.reads()
  for (const count of [500, 500]) {
    sandbox.x.citizen({ act: 'flood', count })
    await office.waits(65)
    await office.reads()
  }
  sandbox.x.citizen({ act: 'delete', id: posts[0] ?? '' })
  const asked = lookUps(office)
  await office.waits(18 * hour)
  // What is gone costs nothing.
  await eventually(() => asked() === 9)
  await office.waits(hour)
  await eventually(() => asked() === 19)
  await office.waits(hour)
  // The one that was missed does not wait for its turn.
  await eventually(() => conversations.mention(1)?.view.words === null)
  await eventually(() => asked() === 28)
}, 60_000)
