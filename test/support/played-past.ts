// The sample past, lived through by a whole office up to a visit.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beginningOf, playPast, samplePast } from '../../sandbox/past.ts'
import type { Prepared } from '../../sandbox/prepared/prepared.ts'
import { openOffice } from '../../src/office/office.ts'
import { openWorld, officeLog, type World } from './office.ts'

/** The visit that is prepared: a Monday morning, with a full quarter to report. */
export const preparedVisit = Date.parse('2026-11-23T10:00:00+01:00')

/** A world in which everything up to a visit has happened; its office is closed again. */
export async function playedPast(visit: number): Promise<World> {
  const past = samplePast(visit)
  // It is lived through from its beginning: what was read up to the visit is not read again.
  const world = await openWorld({}, beginningOf(past, visit))
  const { sandbox, clock, config } = world
  const office = await openOffice({
    ...{ config, clock, log: officeLog(world), rests: true },
    deaf: () => undefined,
  })
  if ('problem' in office) throw new Error(JSON.stringify(office))
  const moved = async () => {
    await office.desk.settle()
    await office.inbox?.read()
    await office.desk.settle()
  }
  const looks = async () => {
    await office.readings.readIfDue()
    await office.reports.orderByItself()
  }
  await playPast({ sandbox, clock, moved, looks, visit }, past)
  office.wake()
  await office.close()
  return world
}

/** All that is kept of a world whose office is closed. */
export function keptOf({ sandbox, config }: World, visit: number): Prepared {
  const folder = mkdtempSync(join(tmpdir(), 'amtsfunk-kept-'))
  const copy = join(folder, 'office.db')
  // One file without what is left over of earlier writes.
  const db = new Database(config.DATABASE_PATH)
  db.prepare('VACUUM INTO ?').run(copy)
  db.close()
  const office = readFileSync(copy)
  rmSync(folder, { recursive: true })
  return { visit, documents: sandbox.remembers(), office }
}
