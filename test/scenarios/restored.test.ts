// A backup is put back while Slack and X went on: cards speak of texts that history does not have.
import { copyFileSync, rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readDatabase } from '../../db/database.ts'
import type { Office } from '../../src/office.ts'
import { eventually, openedOffice, openWorld, publishedIn, type World } from '../support/office.ts'
import { labels } from '../support/person.ts'
import { proposes, sends } from '../support/steps.ts'

async function backup({ config, folder }: World): Promise<void> {
  const db = readDatabase(config.DATABASE_PATH)
  await db.backup(`${folder}/backup.db`)
  db.close()
}

async function restored(office: Office, world: World): Promise<Office> {
  const { config, folder } = world
  await office.close()
  for (const end of ['-wal', '-shm']) rmSync(`${config.DATABASE_PATH}${end}`, { force: true })
  copyFileSync(`${folder}/backup.db`, config.DATABASE_PATH)
  return openedOffice(world)
}

test('a card of a lost proposal decides nothing about the new one with its number', async () => {
  await using world = await openWorld()
  const { anna, petra } = world
  const before = await openedOffice(world)
  await backup(world)
  const lost = await proposes(anna, 'Das Freibad öffnet am Sonnabend.')
  const after = await restored(before, world)
  try {
    const card = await proposes(anna, 'Das Freibad bleibt am Sonnabend geschlossen.')
    for (const button of ['Freigeben', 'Ablehnen', 'Überarbeiten', 'Zurückziehen']) {
      const told = petra.told().length
      await petra.presses(button, lost)
      await eventually(() => petra.told().length > told)
      expect(petra.told().at(-1)).toContain('Diesen Vorschlag kennt Amtsfunk nicht.')
    }
    expect(petra.form()).toBeUndefined()
    expect(after.proposals.life(1).map(({ type }) => type)).toEqual(['proposed'])
    expect(publishedIn(world)).toEqual([])

    await petra.presses('Freigeben', card)
    await eventually(() => publishedIn(world).length === 1)
  } finally {
    await after.close()
  }
})

test('a ✅ that history lost does not send a second time what is public already', async () => {
  await using world = await openWorld()
  const { anna, petra, clock } = world
  const before = await openedOffice(world)
  const text = 'Der Wochenmarkt fällt am Mittwoch aus.'
  const card = await proposes(anna, text)
  await eventually(() => before.proposals.cardOf(before.proposals.load(1)!))
  await backup(world)
  await petra.reacts('✅', card)
  await eventually(() => before.proposals.load(1)?.stage.is === 'published')
  // By then X has forgotten that it had these words before.
  clock.moveTo(clock.now() + 48 * 3_600_000)
  const after = await restored(before, world)
  try {
    // Nobody knows when the ✅ was given: a person says whether it still counts, and then it is looked for first.
    await eventually(() => after.proposals.load(1)?.stage.is === 'check-needed')
    await eventually(() => labels(petra.cards()[0]!).includes('Jetzt senden'))
    await petra.presses('Jetzt senden', petra.cards()[0]!)
    await eventually(() => after.proposals.load(1)?.stage.is === 'in-doubt')
    clock.moveTo(clock.now() + 16_000)
    await after.desk.settle()
    expect(after.proposals.life(1).at(-1)).toMatchObject({ type: 'posted', how: 'found' })
    expect(publishedIn(world)).toEqual([text])
    expect(sends(world)).toBe(1)
  } finally {
    await after.close()
  }
})
