// What X does not find: only a second look hours later decides, and it comes in time.
import { expect, test } from 'vitest'
import { readDatabase } from '../../db/database.ts'
import { mentions } from '../../db/mentions.ts'
import { openModerationOffice, writes, type ModerationOffice } from '../support/moderation.ts'
import { openedOffice } from '../support/office.ts'

/** Those in doubt. */
function doubted({ config }: ModerationOffice): number[] {
  const db = readDatabase(config.DATABASE_PATH)
  try {
    return [...mentions(db).missed().keys()]
  } finally {
    db.close()
  }
}

test('what X does not find for an hour only stays, also in an office of two mentions', async () => {
  await using office = await openModerationOffice()
  const { sandbox, inbox, conversations } = office
  writes(office, '@BABergedorf Wann öffnet das Freibad?')
  writes(office, '@BABergedorf Danke!')
  await office.reads()
  await office.waits(19 * 60)
  sandbox.x.citizen({ act: 'protect', handle: 'kim_beispiel' })
  expect(await inbox.recheck()).toBeNull()
  expect(doubted(office)).toEqual([1, 2])
  sandbox.x.citizen({ act: 'unprotect', handle: 'kim_beispiel' })
  await office.waits(3 * 60)
  expect(await inbox.recheck()).toBeNull()
  expect(doubted(office)).toEqual([])
  expect(conversations.mention(1)?.view.words).not.toBeNull()
})

test('a doubt outlasts an office that stops while it looks again, and is decided by the next one', async () => {
  await using office = await openModerationOffice()
  const { sandbox, inbox } = office
  const id = writes(office, '@BABergedorf Wann öffnet das Freibad?')
  await office.reads()
  sandbox.x.citizen({ act: 'delete', id })
  await office.waits(19 * 60)
  expect(await inbox.recheck()).toBeNull()
  await office.waits(3 * 60)
  inbox.stop()
  expect(await inbox.recheck()).toBeNull()
  expect(doubted(office)).toEqual([1])
  await office.office.close()
  const next = await openedOffice(office)
  try {
    expect(await next.inbox?.recheck()).toBeNull()
    expect(next.conversations?.mention(1)?.view.words).toBeNull()
  } finally {
    await next.close()
  }
})

test('what is gone on X is gone here within a day, looked for each hour', async () => {
  await using office = await openModerationOffice()
  const { sandbox, inbox, conversations } = office
  const id = writes(office, '@BABergedorf Wann öffnet das Freibad?')
  await office.reads()
  sandbox.x.citizen({ act: 'delete', id })
  for (let hour = 1; hour <= 23; hour += 1) {
    await office.waits(60)
    expect(await inbox.recheck()).toBeNull()
  }
  expect(conversations.mention(1)?.view.words).toBeNull()
})
