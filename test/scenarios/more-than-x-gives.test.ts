// More is written than X gives, and what it does not give it does not let us search: a person hears of it, once.
import { expect, test } from 'vitest'
import { readDatabase } from '../../db/database.ts'
import { mentionCursors } from '../../db/mention-cursors.ts'
import type { Fault } from '../../sandbox/contract.ts'
import { openModerationOffice } from '../support/moderation.ts'
import { eventually, openWorld, type World } from '../support/office.ts'
import { wordsOf } from '../support/person.ts'
import { startProgram } from '../support/process.ts'

const noSearch: Fault = { kind: 'html', method: 'GET /2/tweets/search/recent', times: null }

function thousandsWrite({ sandbox }: World): void {
  for (const count of [500, 401]) sandbox.x.citizen({ act: 'flood', count })
  sandbox.x.setFaults([noSearch])
}

function alarms({ petra }: World) {
  return petra.cards().filter((one) => wordsOf(one).includes('konnte nicht alle Erwähnungen lesen'))
}

/** Up to when X was read, 0 before. */
function readUpTo({ config }: World): number {
  const db = readDatabase(config.DATABASE_PATH)
  try {
    return mentionCursors(db).of('x')?.upTo ?? 0
  } finally {
    db.close()
  }
}

test('a gap that every reading meets again is one alarm', async () => {
  await using office = await openModerationOffice()
  thousandsWrite(office)
  await office.reads()
  await eventually(() => alarms(office).length === 1)
  for (let reading = 0; reading < 3; reading += 1) {
    await office.wait({ minutes: 2 })
    await office.reads()
  }
  expect(alarms(office)).toHaveLength(1)
}, 60_000)

test('an office that is killed before it could tell of a gap tells of it after its start, once', async () => {
  const hour = 60 * 60_000
  await using world = await openWorld({ MENTION_POLL_SECONDS: 15 }, Date.now() - 2 * hour)
  thousandsWrite(world)
  // No later reading goes back that far.
  world.clock.moveTo(Date.now())
  world.sandbox.slack.setFaults([{ kind: 'server-error', method: 'chat.postMessage', times: null }])
  await using first = startProgram(world.config)
  await first.ready
  await eventually(() => readUpTo(world) > 0, 40_000)
  await first.kill()
  expect(alarms(world)).toEqual([])
  const before = readUpTo(world)
  world.sandbox.slack.setFaults([])
  await using second = startProgram(world.config)
  await second.ready
  await eventually(() => alarms(world).length > 0, 40_000)
  await eventually(() => readUpTo(world) > before, 40_000)
  await new Promise((resolve) => setTimeout(resolve, 2_500))
  expect(alarms(world)).toHaveLength(1)
}, 120_000)
