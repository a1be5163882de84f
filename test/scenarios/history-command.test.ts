// Anybody with the database can read what happened and see whether somebody touched it.
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { insult, insulted, measureAsked } from '../support/insult.ts'
import { openModerationOffice } from '../support/moderation.ts'
import { openTestOffice, openWorld, type TestOffice, type World } from '../support/office.ts'
import { startProgram } from '../support/process.ts'
import { proposes, reaches } from '../support/steps.ts'

/** What somebody reads who types "npm run history -- …". */
async function reads(
  { config }: World,
  ...words: string[]
): Promise<{ code: unknown; said: string }> {
  await using program = startProgram(config, ['src/cli/history.ts', ...words])
  const code = await program.ended
  return { code, said: program.said() }
}

async function somethingHappened(office: TestOffice): Promise<void> {
  const { anna, petra } = office
  const card = await proposes(anna, 'Der Markt zieht um.\nBitte beachten Sie die Schilder.')
  await petra.reacts('✅', card)
  await reaches(office, 'published')
}

/** Changes the file behind the back of the program. */
function touch({ config }: World, ...sql: string[]): void {
  const db = new Database(config.DATABASE_PATH)
  try {
    for (const one of sql) db.exec(one)
  } finally {
    db.close()
  }
}

test('the life of a proposal is readable while the office is open, one line per event', async () => {
  await using office = await openTestOffice()
  await somethingHappened(office)
  const { code, said } = await reads(office, 'show', '1')
  expect(code).toBe(0)
  const lines = said.trim().split('\n')
  expect(lines).toHaveLength(5)
  expect(lines[0]).toBe('Vorschlag 1:')
  expect(lines[1]).toMatch(/^1\. .*Vorschlag eingereicht\..*Der Markt zieht um\. \/ Bitte beachten/)
  expect(lines[2]).toMatch(/^2\. .*Fassung 1 per Reaktion freigegeben/)
  expect(lines[3]).toMatch(/^3\. .*, Amtsfunk: Teil 1 wird gesendet \(Versuch 1\)\.$/)
  expect(lines[4]).toMatch(/^4\. .*Teil 1 ist veröffentlicht \(gesendet\): http/)
  const whole = await reads(office, 'verify')
  expect(whole).toMatchObject({ code: 0 })
  expect(whole.said).toMatch(/vollständig und unverändert: 6 Einträge\. Siegel: 6:[0-9a-f]{16}/)
})

test('the life of a mention and of a measure is readable, too, by the numbers people know', async () => {
  await using office = await openModerationOffice()
  await measureAsked(office, await insulted(office))
  const mention = await reads(office, 'show', 'erwähnung', '1')
  expect(mention.code).toBe(0)
  expect(mention.said).toMatch(/^Erwähnung 1:\n1\. .*Erwähnung 1 ist eingegangen, .*Vorschlag 1\./)
  expect(mention.said).not.toContain(insult)
  const measure = await reads(office, 'show', 'maßnahme', '1')
  expect(measure.said).toMatch(/^Maßnahme 1:\n1\. .*Vorgeschlagen: Verbergen zu Erwähnung 1/)
  expect(await reads(office, 'show', 'massnahme', '2')).toEqual({
    code: 1,
    said: 'Maßnahme 2 gibt es nicht.\n',
  })
})

test('the file itself refuses changes; who forces one is found out', async () => {
  await using office = await openTestOffice()
  await somethingHappened(office)
  expect(() => {
    touch(office, `UPDATE event SET actor = 3 WHERE number = 2`)
  }).toThrow('history is never changed')
  expect(() => {
    touch(office, `DELETE FROM event WHERE number = 2`)
  }).toThrow('history is never deleted')
  touch(office, 'DROP TRIGGER event_stays', 'UPDATE event SET actor = 3 WHERE number = 2')
  const changed = await reads(office, 'verify')
  expect(changed.code).toBe(1)
  expect(changed.said).toContain('Eintrag 2 oder einer davor wurde verändert.')
  touch(office, 'DROP TRIGGER event_is_kept', 'DELETE FROM event WHERE number = 2')
  const missing = await reads(office, 'verify')
  expect(missing.code).toBe(1)
  expect(missing.said).toContain('Eintrag 2 fehlt.')
})

test('questions without an answer get a sentence, not a stack', async () => {
  await using world = await openWorld()
  const none = await reads(world, 'verify')
  expect(none).toMatchObject({ code: 1 })
  expect(none.said).toContain('gibt es noch keine lesbare Aufzeichnung.')
  await using office = await openTestOffice()
  const unknown = await reads(office, 'show', '7')
  expect(unknown).toEqual({ code: 1, said: 'Vorschlag 7 gibt es nicht.\n' })
  const help = await reads(office, 'show', 'alles')
  expect(help.code).toBe(1)
  expect(help.said).toContain('npm run history -- show NUMMER')
})
