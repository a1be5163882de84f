// A backup is put back while Slack and X went on: cards speak of texts that history does not have.
import { copyFileSync, rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readDatabase } from '../../db/database.ts'
import { experiences } from '../../db/experiences.ts'
import { mentions } from '../../db/mentions.ts'
import type { Office } from '../../src/office/office.ts'
import { insulted, measureAsked, measureForm } from '../support/insult.ts'
import { cardOf, mondayTen, openModerationOffice, writes } from '../support/moderation.ts'
import { eventually, openedOffice, openWorld, publishedIn, type World } from '../support/office.ts'
import { labels, wordsOf } from '../support/person.ts'
import { oldButton } from '../support/old-slack.ts'
import { proposes, sends } from '../support/steps.ts'

async function backup({ config, folder }: Pick<World, 'config' | 'folder'>): Promise<void> {
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

test('a second yes on the card of a lost request erases nobody else’s words', async () => {
  await using world = await openWorld({ UNDO_SECONDS: 0 }, mondayTen)
  const { petra, deniz, sandbox } = world
  for (const handle of ['kim', 'lea']) {
    const text = `@BABergedorf Worte von ${handle}`
    sandbox.x.citizen({ act: 'post', handle, name: handle, text })
  }
  const before = await openedOffice(world)
  await before.inbox?.read()
  await backup(world)
  const requests = () => petra.mentions().filter((one) => wordsOf(one).includes('Löschersuchen 1'))
  await petra.types('/loeschung @kim')
  const lost = await eventually(() => requests()[0])
  const after = await restored(before, world)
  try {
    await petra.types('/loeschung @lea')
    await eventually(() => requests().length === 2)
    await deniz.presses('Löschen', lost)
    await eventually(() =>
      deniz.toldAtModeration().some((one) => one.includes('Dieses Löschersuchen gibt es nicht')),
    )
    expect(after.erasures?.load(1)?.stage.is).toBe('requested')
    const db = readDatabase(world.config.DATABASE_PATH)
    expect(mentions(db).ofHandle('lea')).toHaveLength(1)
    db.close()
  } finally {
    await after.close()
  }
})

test('a button of a lost measure does nothing about the new one with its number', async () => {
  await using office = await openModerationOffice()
  const { petra, deniz } = office
  const card = await insulted(office)
  await backup(office)
  const lost = await measureAsked(office, card)
  const after = await restored(office.office, office)
  try {
    await measureAsked(office, card, { kind: 'Blockieren', reviewOn: '2027-05-31' })
    await eventually(() => after.measures?.load(1)?.kind === 'blockieren')
    await petra.presses('Freigeben', lost)
    await eventually(() => petra.told().at(-1)?.includes('Diese Maßnahme kennt Amtsfunk nicht'))
    await deniz.presses('Ablehnen', lost)
    await eventually(() => deniz.told().at(-1)?.includes('Diese Maßnahme kennt Amtsfunk nicht'))
    expect(after.measures?.load(1)?.stage.is).toBe('proposed')
  } finally {
    await after.close()
  }
})

test('a button of a measure that history lost in the middle of its life does nothing', async () => {
  await using office = await openModerationOffice()
  const { anna, petra } = office
  const card = await insulted(office)
  const measure = await measureAsked(office, card, { kind: 'Blockieren', reviewOn: '2027-05-31' })
  await backup(office)
  await petra.presses('Freigeben', measure)
  const asks = () =>
    petra.cards().find((one) => one.ts === measure.ts && labels(one).includes('Ausgeführt'))
  const lost = await eventually(asks)
  const after = await restored(office.office, office)
  try {
    await anna.presses('Ausgeführt', lost)
    await eventually(() => anna.told().at(-1)?.includes('Diese Maßnahme kennt Amtsfunk nicht'))
    expect(after.measures?.load(1)?.stage.is).toBe('proposed')
  } finally {
    await after.close()
  }
})

test('the form of a measure left open over a restored backup hits no other citizen', async () => {
  await using office = await openModerationOffice()
  const { anna, sandbox } = office
  await backup(office)
  const post = writes(office, '@BABergedorf Ihr seid Verbrecher!', { handle: 'kim' })
  await office.reads()
  await anna.chooses('step', 'Mehr …', await cardOf(office, 1))
  await anna.submits({ step: 'Maßnahme vorschlagen oder festhalten' })
  await eventually(() => JSON.stringify(anna.form()?.view).includes('Netiquette'))
  sandbox.x.citizen({ act: 'delete', id: post })
  const after = await restored(office.office, office)
  try {
    writes(office, '@BABergedorf Danke für den Spielplatz!', { handle: 'lea' })
    await after.inbox?.read()
    await eventually(() => after.mentions?.get(1)?.words?.handle === 'lea')
    await anna.submits({ ...measureForm, kind: 'Hinweis geben' })
    expect(Object.values(anna.errors())[0]).toContain('Diese Erwähnung kennt Amtsfunk nicht.')
    expect(after.measures?.all()).toEqual([])
    expect(after.conversations?.open()).toHaveLength(1)
  } finally {
    await after.close()
  }
})

test('a note for the report with the number of a lost one is not taken back by its button', async () => {
  await using world = await openWorld({}, mondayTen)
  const { anna, joerg, sandbox, clock } = world
  const { kantine } = sandbox.slack.ids.channels
  const notes = (who: typeof anna, text: string) =>
    who.types('/erfahrung', kantine).then(() => who.submits({ text }))
  const answer = (who: typeof anna) => eventually(() => who.toldIn(kantine)[0])
  const before = await openedOffice(world)
  await backup(world)
  await notes(anna, 'Das Bild kam gut an.')
  const lost = await answer(anna)
  const after = await restored(before, world)
  try {
    clock.moveTo(clock.now() + 60_000)
    await notes(joerg, 'Der Ton war zu förmlich.')
    await answer(joerg)
    await anna.presses('Wieder löschen', lost)
    await eventually(() => anna.toldIn(kantine)[0]?.text.includes('schon'))
    const db = readDatabase(world.config.DATABASE_PATH)
    const kept = experiences(db).between(0, Date.UTC(2100, 0))
    db.close()
    expect(kept.map(({ text }) => text)).toEqual(['Der Ton war zu förmlich.'])
  } finally {
    await after.close()
  }
})

test('the alarm of a flood that history lost holds nothing', async () => {
  await using office = await openModerationOffice()
  const { anna, petra } = office
  await proposes(anna, 'Morgen ist Markt.', { date: '2026-12-04', time: '10:00' })
  await petra.presses('Freigeben', petra.cards()[0]!)
  await eventually(() => office.office.proposals.load(1)?.stage.is === 'approved')
  const value = 'flood/1/1/0123456789abcdef'
  await oldButton(office, { action_id: 'hold-planned', value, label: 'Geplantes anhalten' })
  const old = await eventually(() => petra.cards().find(({ text }) => text === 'Eine alte Karte'))
  await petra.presses('Geplantes anhalten', old)
  await eventually(() => petra.told().at(-1)?.includes('Diese Liste kennt Amtsfunk nicht'))
  expect(office.office.proposals.load(1)?.stage.is).toBe('approved')
})

test('a database that ends before the seal of the morning in Slack is told at the start', async () => {
  await using office = await openModerationOffice()
  const { petra } = office
  writes(office, '@BABergedorf Wann öffnet das Freibad?')
  await office.reads()
  await cardOf(office, 1)
  await backup(office)
  writes(office, '@BABergedorf Und wann schließt es?', { handle: 'lea' })
  await office.reads()
  await eventually(() => petra.mentions().length === 2)
  await office.wait({ seconds: 5 })
  expect(await office.office.digest?.('2026-11-30')).toBe(true)
  await eventually(() => JSON.stringify(petra.mentions()).includes('Siegel der Aufzeichnung: '))
  const after = await restored(office.office, office)
  try {
    office.clock.moveTo(office.clock.now() + 60_000)
    const told = await eventually(
      () => petra.cards().find((one) => wordsOf(one).includes('das letzte Siegel')),
      20_000,
    )
    expect(wordsOf(told)).toMatch(/^Die Aufzeichnung endet mit Eintrag \d+, das letzte Siegel/)
  } finally {
    await after.close()
  }
})
