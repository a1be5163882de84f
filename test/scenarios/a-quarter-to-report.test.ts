// The invented quarter of the sandbox, lived through by a whole office on a clock that is moved: this is how
// examples for a fixed date are made, too.
import { expect, test } from 'vitest'
import { readDatabase } from '../../db/database.ts'
import { verify } from '../../db/history.ts'
import { isClosed } from '../../src/core/conversation/conversation.ts'
import { beginningOf, playPast } from '../../sandbox/past.ts'
import { quarterPast } from '../../sandbox/sample-quarter.ts'
import { openModerationOffice } from '../support/moderation.ts'
import { wordsOf } from '../support/person.ts'

test('a quarter is lived through for a visit on a fixed date, and every matter comes to its end', async () => {
  const visit = Date.parse('2026-10-05T10:00:00+02:00')
  const past = quarterPast(visit)
  await using office = await openModerationOffice({}, beginningOf(past, visit))
  const { sandbox, clock, petra, config, measures } = office
  await playPast({ sandbox, clock, moved: () => office.reads(), visit }, past)

  expect(Math.abs(clock.now() - visit)).toBeLessThan(60_000)
  const public_ = past.stories.flatMap(({ fate, text, link, warning }) => {
    const said = fate.is === 'revised' ? fate.text : text
    if (fate.is !== 'approved' && fate.is !== 'revised') return []
    if (warning !== undefined) return [expect.stringContaining(`Warnung: ${said}`) as string]
    return link === null ? [said] : [`${said}\n${link}`]
  })
  const later = past.stories.flatMap((story) => story.later ?? [])
  const answers = past.mentions.flatMap(({ then }) => (then.is === 'answered' ? [then.text] : []))
  const published = office.published()
  expect(published).toHaveLength(public_.length + later.length + answers.length)
  expect(
    published.filter((text) => text.startsWith('Entwarnung: Unsere Warnung vom')),
  ).toHaveLength(1)
  expect(published.filter((text) => text.startsWith('Korrektur zu '))).toHaveLength(1)
  const pictures = sandbox.x.sight().posts.flatMap(({ media }) => media)
  expect(pictures.map(({ alt }) => alt.split(':')[0])).toEqual(['Termin', 'Warnung'])
  expect(published).toEqual(expect.arrayContaining([...public_, ...answers]))

  const conversations = past.mentions.map(
    (_, index) => office.conversations.mention(index + 1)!.conversation,
  )
  expect(conversations.filter((one) => !isClosed(one))).toEqual([])
  const ends = conversations.map(({ stage }) => stage.is)
  expect(ends.filter((end) => end === 'answered')).toHaveLength(answers.length)
  expect(measures.all().map(({ kind, stage }) => [kind, stage.is])).toEqual([
    ['verbergen', 'in-force'],
    ['hinweis', 'in-force'],
  ])
  const hidden = sandbox.x.sight().posts.filter((post) => post.hidden)
  expect(hidden.map(({ author }) => author.handle)).toEqual(['wut_im_bauch'])
  expect(petra.mentions().map(wordsOf).join('\n')).toContain('Beantwortet am')

  const db = readDatabase(config.DATABASE_PATH)
  expect(verify(db).whole).toBe(true)
  db.close()
}, 60_000)
