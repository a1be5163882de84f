// A backup is put back while Slack and X went on: cards speak of texts that history does not have.
import { copyFileSync, rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readDatabase } from '../../db/database.ts'
import type { Office } from '../../src/office.ts'
import { eventually, openedOffice, openWorld, publishedIn, type World } from '../support/office.ts'
import { proposes } from '../support/steps.ts'

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
    expect(after.desk.life(1).map(({ type }) => type)).toEqual(['proposed'])
    expect(publishedIn(world)).toEqual([])

    await petra.presses('Freigeben', card)
    await eventually(() => publishedIn(world).length === 1)
  } finally {
    await after.close()
  }
})
