// A backup is put back: the cards that stay in Slack speak of matters history does not have any more.
import { copyFileSync, rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readDatabase } from '../../db/database.ts'
import { eventually, openedOffice, openWorld } from '../support/office.ts'
import { wordsOf } from '../support/person.ts'

test('the second yes on a card of a lost request erases nobody else', async () => {
  await using world = await openWorld({ UNDO_SECONDS: 0 }, Date.UTC(2026, 10, 30, 9))
  const { petra, deniz, sandbox, config, folder } = world
  for (const handle of ['kim', 'lea']) {
    const text = `@BABergedorf Worte von ${handle}`
    sandbox.x.citizen({ act: 'post', handle, name: handle, text })
  }
  const first = await openedOffice(world)
  await first.inbox!.read()
  await first.desk.settle()
  const db = readDatabase(config.DATABASE_PATH)
  await db.backup(`${folder}/backup.db`)
  db.close()
  const requests = () => petra.mentions().filter((one) => wordsOf(one).includes('Löschersuchen 1'))
  await petra.types('/loeschung @kim')
  const old = await eventually(() => requests()[0])
  await first.close()
  for (const end of ['-wal', '-shm']) rmSync(`${config.DATABASE_PATH}${end}`, { force: true })
  copyFileSync(`${folder}/backup.db`, config.DATABASE_PATH)
  const second = await openedOffice(world)
  try {
    await petra.types('/loeschung @lea')
    await eventually(() => requests().length === 2)
    const told = deniz.toldAtModeration().length
    await deniz.presses('Löschen', old)
    await eventually(() => deniz.toldAtModeration().length > told)
    expect(second.mentions!.ofHandle('lea')).toHaveLength(1)
    expect(second.mentions!.ofHandle('kim')).toHaveLength(1)
  } finally {
    await second.close()
  }
})
