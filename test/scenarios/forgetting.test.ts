// Citizens' words are gone when they must be: in the database, its log and on every card; what happened stays.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verify } from '../../db/history.ts'
import { readDatabase } from '../../db/database.ts'
import { eventually } from '../support/office.ts'
import {
  cardOf,
  openModerationOffice,
  says,
  writes,
  type ModerationOffice,
} from '../support/moderation.ts'
import { labels, wordsOf } from '../support/person.ts'

const secret = 'Unverwechselbarer Rosenkohl am Weidenbaumsweg'
const text = `@BABergedorf ${secret}, was tun Sie?`
const day = 24 * 60

/** Every trace of some words in the files of the office, as file names. */
function traces({ folder }: ModerationOffice, ...words: string[]): string[] {
  return readdirSync(folder).filter((name) => {
    const bytes = readFileSync(join(folder, name))
    return words.some((word) => bytes.includes(Buffer.from(word)))
  })
}

function onSlack({ petra }: ModerationOffice): string {
  return JSON.stringify([petra.mentions(), petra.cards(), petra.letters()])
}

test('after its time a mention is forgotten everywhere; that it came, and what was done, stays', async () => {
  await using office = await openModerationOffice()
  const { anna, petra, conversations, config } = office
  const id = writes(office, text)
  await office.reads()
  const card = await cardOf(office, 1)
  await anna.presses('Antworten', card)
  await anna.submits({ text: 'Wir sehen nach.' })
  const proposal = await eventually(() => petra.cards()[0])
  await petra.reacts('✅', proposal)
  await eventually(() => office.published().length === 1)
  await office.settle()
  await says(office, card, 'Beantwortet am')
  expect(traces(office, secret)).not.toEqual([])
  expect(onSlack(office)).toContain(secret)

  await office.waits(29 * day)
  await office.reads()
  await office.settle()
  expect(conversations.mention(1)?.view.words).not.toBeNull()
  await office.waits(2 * day)
  await office.settle()
  await office.settle()
  await says(office, card, 'Die Aufbewahrungsfrist ist abgelaufen')
  await eventually(() => !onSlack(office).includes(secret))
  expect(onSlack(office)).not.toContain('kim_beispiel')
  expect(traces(office, secret, 'kim_beispiel', 'Kim Beispiel', id)).toEqual([])
  const reader = readDatabase(config.DATABASE_PATH)
  expect(verify(reader).whole).toBe(true)
  reader.close()
  expect(conversations.life(1).map(({ type }) => type)).toEqual([
    'received',
    'reply-proposed',
    'answered',
    'erased',
  ])
  // It still stands on X, and is not taken in a second time.
  await office.reads()
  expect(petra.mentions()).toHaveLength(1)
})

test('what is still open is forgotten ninety days after receipt', async () => {
  await using office = await openModerationOffice()
  writes(office, text)
  await office.reads()
  const card = await cardOf(office, 1)
  await office.waits(89 * day)
  await office.settle()
  expect(office.conversations.mention(1)?.view.words).not.toBeNull()
  await office.waits(2 * day)
  await office.settle()
  await office.settle()
  await says(office, card, 'gelöscht')
})

test('a post deleted on X is gone from the card within a day, in thread and in the form too', async () => {
  await using office = await openModerationOffice()
  const { sandbox, inbox } = office
  const first = writes(office, text)
  const second = writes(office, `@BABergedorf ${secret} die Zweite`, { inReplyTo: first })
  await office.reads()
  const card = await cardOf(office, 1)
  await office.waits(1)
  await eventually(() => office.petra.mentions()[0]?.replies[0])
  sandbox.x.citizen({ act: 'delete', id: first })
  sandbox.x.citizen({ act: 'delete', id: second })
  await office.waits(19 * 60)
  await office.reads()
  expect(await inbox.recheck()).toBeNull()
  expect(onSlack(office)).toContain(secret)
  await office.waits(3 * 60)
  expect(await inbox.recheck()).toBeNull()
  await office.settle()
  await says(office, card, 'auf X nicht mehr öffentlich')
  await eventually(() => !onSlack(office).includes(secret))
  expect(traces(office, secret, first, second)).toEqual([])
  expect(labels(card)).toContain('Übernehmen')
})

test('an edited mention shows its new words, and the old ones are gone', async () => {
  await using office = await openModerationOffice()
  const id = writes(office, text)
  await office.reads()
  const card = await cardOf(office, 1)
  office.sandbox.x.citizen({ act: 'edit', id, text: '@BABergedorf Guten Tag!' })
  await office.reads()
  await says(office, card, 'Auf X nachträglich geändert')
  expect(onSlack(office)).not.toContain(secret)
  expect(office.petra.mentions()).toHaveLength(1)
})

test('who asks gets everything as a file, and only the asking officer', async () => {
  await using office = await openModerationOffice()
  const { anna, petra, deniz } = office
  writes(office, text)
  writes(office, '@BABergedorf Etwas anderes', { handle: 'jemand_anders' })
  await office.reads()
  await cardOf(office, 1)
  await anna.types('/auskunft @kim_beispiel')
  await eventually(() => told(anna).some((one) => one.includes('Pressestelle')))
  await petra.types('/auskunft @Kim_Beispiel')
  const file = await eventually(() => petra.letters().flatMap(({ files }) => files)[0])
  const content = await (await fetch(new URL(file.url, office.sandbox.address))).text()
  expect(content).toContain(secret)
  expect(content).not.toContain('Etwas anderes')
  expect(deniz.letters().flatMap(({ files }) => files)).toEqual([])
})

test('an erasure needs a second person, empties the cards at once, and logs only the fact', async () => {
  await using office = await openModerationOffice()
  const { petra, deniz } = office
  const id = writes(office, text)
  await office.reads()
  const card = await cardOf(office, 1)
  await petra.types('/loeschung @kim_beispiel')
  const request = await eventually(() =>
    petra.mentions().find((one) => wordsOf(one).includes('Löschersuchen 1')),
  )
  await petra.presses('Löschen', request)
  await eventually(() => petra.toldAtModeration().some((one) => one.includes('Vier-Augen')))
  expect(onSlack(office)).toContain(secret)
  await deniz.presses('Löschen', request)
  await says(office, card, 'auf Wunsch der Person')
  await says(office, request, '1 Erwähnung ist gelöscht')
  await eventually(() => !onSlack(office).includes('kim_beispiel'))
  expect(traces(office, secret, 'kim_beispiel')).toEqual([])
  // X still shows the post, and readings go back for an hour: it does not come again, and then its id goes, too.
  await office.reads()
  await office.waits(61)
  await office.reads()
  await office.waits(1)
  await office.reads()
  expect(office.conversations.mention(2)).toBeNull()
  expect(traces(office, secret, 'kim_beispiel', id)).toEqual([])
  await petra.types('/loeschung @kim_beispiel')
  await eventually(() => told(petra).some((one) => one.includes('nichts gespeichert')))
})

function told(person: ModerationOffice['anna']): string[] {
  return person
    .sight()
    .channels.flatMap(({ messages }) => messages)
    .filter(({ ephemeral }) => ephemeral)
    .map(({ text: said }) => said)
}
