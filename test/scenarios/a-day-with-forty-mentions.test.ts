// A day with forty mentions on the real topics of Bergedorf, from arrival to purge, through the real wire.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verify } from '../../db/history.ts'
import { readDatabase } from '../../db/database.ts'
import { spending } from '../../db/spending.ts'
import { concernLabels } from '../../src/wording/moderation/lists.ts'
import { networks } from '../../src/networks/index.ts'
import { eventually } from '../support/office.ts'
import { cardOf, openModerationOffice, writes } from '../support/moderation.ts'
import { day } from '../support/forty-mentions.ts'

test('forty mentions are each taken in once, dealt with, counted, and forgotten', async () => {
  await using office = await openModerationOffice({ FLOOD_MENTIONS: 1000 })
  const { anna, petra, conversations, folder, config } = office
  expect(day).toHaveLength(40)
  expect(new Set(day.map(({ text }) => text)).size).toBe(40)
  const began = office.clock.now()
  let corrected = 0
  for (const [index, { text, concern }] of day.entries()) {
    writes(office, `@BABergedorf ${text}`, { handle: `citizen_${index + 1}` })
    await office.waits(9)
    await office.reads()
    const card = await cardOf(office, index + 1)
    const { conversation } = conversations.mention(index + 1)!
    // A person corrects what the suggestion got wrong.
    if (conversation.concern !== concern) {
      corrected += 1
      await anna.chooses('sort', concernLabels[concern], card)
    }
    const isAnswered = index % 8 === 0
    if (isAnswered) {
      await anna.presses('Antworten', card)
      await anna.submits({ text: `Vielen Dank, wir kümmern uns darum (${index}).` })
      const proposal = await eventually(() =>
        petra.cards().find((one) => JSON.stringify(one.blocks).includes(`(${index}).`)),
      )
      await petra.presses('Freigeben', proposal)
      await eventually(() => office.published().some((post) => post.includes(`(${index}).`)))
    } else if (index % 8 === 1) {
      await anna.chooses('step', 'Verwiesen auf …', card)
      await anna.submits({ target: 'Melde-Michel' })
    } else if (index % 8 === 2) {
      await anna.chooses('step', 'Mehr …', card)
      await anna.submits({ step: 'Als weitergeleitet vermerken' })
      await eventually(() => JSON.stringify(anna.form()?.view).includes('Weiterleitung vermerken'))
      await anna.submits({ fachamt: 'Management des öffentlichen Raumes (MR)' })
    } else await petra.reacts('🗂️', card)
    await office.settle()
    await eventually(() => conversations.mention(index + 1)?.conversation.stage.is !== 'new')
  }
  await office.settle()
  await eventually(() => conversations.open().length === 0)
  // Most suggestions are right, and none is taken for more than that.
  expect(corrected).toBeLessThan(12)
  expect(day.map((_, index) => conversations.mention(index + 1)!.conversation.concern)).toEqual(
    day.map(({ concern }) => concern),
  )

  // What the day cost, against the least it can cost.
  const db = readDatabase(config.DATABASE_PATH)
  const spent = spending(db, 'Europe/Berlin').between(began, office.clock.now() + 86_400_000)
  const cost = (charge: string) =>
    networks.x.usd(
      charge,
      spent.filter((one) => one.charge === charge).reduce((sum, { count }) => sum + count, 0),
    )
  expect(cost('readOwnPost')).toBeCloseTo(40 * 0.001, 3)
  expect(cost('summonedReply')).toBeCloseTo(5 * 0.01, 3)
  console.log(
    `forty mentions: ${cost('readOwnPost')} USD for reading, ${cost('summonedReply')} USD for five answers, ${corrected} suggestions corrected`,
  )

  await office.wait({ minutes: 31 * 24 * 60 })
  await office.settle()
  for (let round = 0; round < 3; round += 1) await office.settle()
  const onSlack = () => JSON.stringify([petra.mentions(), petra.cards()])
  await eventually(() => day.every(({ text }) => !onSlack().includes(text)), 20_000)
  for (const name of readdirSync(folder)) {
    const bytes = readFileSync(join(folder, name))
    for (const [index, { text }] of day.entries()) {
      expect(bytes.includes(text), `"${text}" in ${name}`).toBe(false)
      expect(bytes.includes(`citizen_${index + 1}`)).toBe(false)
    }
  }
  expect(verify(db).whole).toBe(true)
  db.close()
}, 120_000)
