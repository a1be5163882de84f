// The invented past of the sandbox, played as people would have lived it: what the cards showed is what the
// public reads, to the letter.
import { expect, test } from 'vitest'
import { readDatabase } from '../../db/database.ts'
import { verify } from '../../db/history.ts'
import type { Message } from '../../sandbox/contract.ts'
import { playPast } from '../../sandbox/past.ts'
import { sampleStories } from '../../sandbox/sample.ts'
import { openTestOffice } from '../support/office.ts'
import { sends } from '../support/steps.ts'

type RichText = { type: string; elements?: RichText[]; text?: unknown }

/** What a card showed as the text for X: the quotes below the announcement of the text. */
function previewOf(card: Message): string[] {
  const blocks = card.blocks as RichText[]
  const shown = blocks.find((block) => JSON.stringify(block).includes('Text für X ('))
  return (shown?.elements ?? [])
    .filter(({ type }) => type === 'rich_text_quote')
    .map(({ elements = [] }) => elements.map(({ text }) => String(text)).join(''))
}

test('ten approved posts are public once each, exactly as their cards showed them', async () => {
  await using office = await openTestOffice({ UNDO_SECONDS: 30 })
  const { sandbox, clock, petra, config } = office
  const stories = sampleStories(Date.now())
  const approved = stories.filter(({ fate }) => fate.is === 'approved')
  expect(approved).toHaveLength(10)
  const moved = () => office.office.desk.settle()
  await playPast({ sandbox, clock, moved }, { stories, mentions: [] })

  expect(office.published()).toEqual(
    approved.map(({ text, link }) => (link === null ? text : `${text}\n${link}`)),
  )
  expect(sends(office)).toBe(10)
  expect(petra.cards()).toHaveLength(stories.length)
  const lives = stories.map((_, index) => office.office.proposals.life(index + 1))
  for (const [index, life] of lives.entries()) {
    const isApproved = stories[index]?.fate.is === 'approved'
    const posted = life.flatMap((event) => (event.type === 'posted' ? [event] : []))
    expect(posted).toHaveLength(isApproved ? 1 : 0)
    const post = sandbox.x.sight().posts.find(({ id }) => id === posted[0]?.id)
    if (isApproved) {
      expect(Buffer.from(post?.text ?? '')).toEqual(
        Buffer.from(previewOf(petra.cards()[index]!).join('')),
      )
    }
  }
  const db = readDatabase(config.DATABASE_PATH)
  expect(verify(db).whole).toBe(true)
  db.close()
}, 60_000)
