// The clock for an answer runs while the office is open; nobody is pinged for every case.
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { eventually } from '../support/office.ts'
import { cardOf, mondayTen, openModerationOffice, says, writes } from '../support/moderation.ts'
import { wordsOf } from '../support/person.ts'

const hour = 60
const day = 24 * hour

test('the thread reminds at half time and at full time, once each, and never at night', async () => {
  await using office = await openModerationOffice()
  const { anna, petra } = office
  writes(office, '@BABergedorf Wann öffnet das Freibad?')
  await office.reads()
  const card = await cardOf(office, 1)
  // Seven hours of service from Monday, ten o'clock: the same time on Tuesday.
  expect(wordsOf(card)).toContain('Antwort bis Di., 01.12.2026, 10:00 Uhr')
  await anna.presses('Übernehmen', card)
  await says(office, card, 'In Bearbeitung: Anna Ahlers')
  await office.waits(3.4 * hour)
  expect(petra.mentions()[0]?.replies).toEqual([])
  await office.waits(0.2 * hour)
  const half = await eventually(() => petra.mentions()[0]?.replies[0])
  expect(wordsOf(half)).toContain('Die Hälfte der Zeit')
  // In the thread, without a ping.
  expect(half.text).not.toContain('<@')
  // Overnight nobody is disturbed.
  await office.waits(14 * hour)
  expect(petra.mentions()[0]?.replies).toHaveLength(1)
  await office.waits(7 * hour)
  await eventually(() => petra.mentions()[0]?.replies[1])
  await office.waits(1)
  await office.waits(1)
  expect(petra.mentions()[0]?.replies).toHaveLength(2)
  await says(office, card, 'In Bearbeitung: Anna Ahlers')
})

test('what waits comes back on its day', async () => {
  await using office = await openModerationOffice()
  const { anna, petra } = office
  writes(office, '@BABergedorf Wann wird der Spielplatz gebaut?')
  await office.reads()
  const card = await cardOf(office, 1)
  await anna.chooses('step', 'Wartet auf …', card)
  await anna.submits({ for: 'ein Fachamt', until: '2026-12-03' })
  expect(anna.errors()).toEqual({ fachamt: expect.stringContaining('Fachamt') as string })
  await anna.submits({
    for: 'ein Fachamt',
    fachamt: 'Management des öffentlichen Raumes (MR)',
    until: '2020-12-03',
  })
  expect(anna.errors()).toEqual({ until: expect.stringContaining('Zukunft') as string })
  await anna.submits({
    for: 'ein Fachamt',
    fachamt: 'Management des öffentlichen Raumes (MR)',
    until: '2026-12-03',
  })
  await says(
    office,
    card,
    'Wartet auf Management des öffentlichen Raumes (MR), Wiedervorlage am Do., 03.12.2026, 09:00 Uhr',
  )
  await office.waits(2 * day)
  expect(petra.mentions()[0]?.replies).toEqual([])
  await office.waits(day)
  const note = await eventually(() => petra.mentions()[0]?.replies[0])
  expect(wordsOf(note)).toContain('Wiedervorlage')
})

test('in the morning one message says what waits, once and on service days only', async () => {
  await using office = await openModerationOffice({}, mondayTen - 26 * hour * 60_000)
  const { petra } = office
  const said = () => petra.mentions().filter((one) => wordsOf(one).includes('Guten Morgen'))
  writes(office, '@BABergedorf Wann öffnet das Freibad?')
  await office.reads()
  await cardOf(office, 1)
  // Sunday, half past eight, and Monday, a quarter to nine: whoever looks late is not too late.
  office.clock.moveTo(mondayTen - 25.5 * hour * 60_000)
  await sleep(1_500)
  expect(said()).toEqual([])
  office.clock.moveTo(mondayTen - 1.25 * hour * 60_000)
  await eventually(() => said().length > 0)
  office.clock.moveTo(mondayTen + 2 * hour * 60_000)
  await sleep(1_500)
  expect(said()).toHaveLength(1)
  expect(wordsOf(said()[0])).toContain('Guten Morgen! Erwähnungen: 1 neu.')
})

test('sixty calls for help of one account are three messages at night, each with its way', async () => {
  const night = mondayTen + 13 * hour * 60_000
  await using office = await openModerationOffice({ ESCALATION_CONTACT: 'U0DENIZ' }, night)
  const { petra, deniz, sandbox } = office
  const calm = writes(office, '@BABergedorf Schöner Abend.', { handle: 'kim' })
  for (let one = 1; one <= 60; one += 1) {
    writes(office, `@BABergedorf Hilfe! Es brennt, Haus ${one}!`, { handle: 'kim' })
  }
  await office.reads()
  for (let second = 0; second < 12; second += 1) await office.waits(1 / 30)
  const alerts = () => petra.mentions().filter((one) => wordsOf(one).includes('110/112'))
  const grown = () => alerts().find((one) => wordsOf(one).includes('und 57 weitere'))
  await eventually(() => grown())
  expect(alerts()).toHaveLength(3)
  // One card for the calm one, three for the calls for help.
  expect(petra.mentions()).toHaveLength(7)
  const letters = () => deniz.letters().filter((one) => one.text.includes('110/112'))
  expect(letters()).toHaveLength(3)
  const nightly = () => letters().map((letter) => JSON.stringify(letter.blocks))
  await eventually(() => nightly().every((letter) => letter.includes('Zur Erwähnung')))
  const grownLetter = (letter: string) => letter.includes('(37 frühere im Thread der Erwähnung)')
  await eventually(() => nightly().some(grownLetter))
  // What becomes one by being changed is told of there, too.
  sandbox.x.citizen({ act: 'edit', id: calm, text: '@BABergedorf Hilfe, hier brennt es!' })
  await office.reads()
  await eventually(() => alerts().some((one) => wordsOf(one).includes('und 58 weitere')))
  expect(alerts()).toHaveLength(3)
  // And somebody else is heard by themselves.
  writes(office, '@BABergedorf Hilfe! Unfall am Curslacker Deich!', { handle: 'lea' })
  await office.reads()
  await eventually(() => letters().length === 4)
})

test('who called three times by day is heard at night all the same', async () => {
  await using office = await openModerationOffice({ ESCALATION_CONTACT: 'U0DENIZ' }, mondayTen)
  const { petra, deniz } = office
  for (let one = 1; one <= 4; one += 1) {
    writes(office, `@BABergedorf Hilfe! Es brennt, Haus ${one}!`, { handle: 'kim' })
  }
  await office.reads()
  for (let second = 0; second < 12; second += 1) await office.waits(1 / 30)
  const alerts = () => petra.mentions().filter((one) => wordsOf(one).includes('110/112'))
  await eventually(() => alerts().length === 3)
  expect(deniz.letters().filter((one) => one.text.includes('110/112'))).toEqual([])
  await office.waits(13 * hour)
  writes(office, '@BABergedorf Hilfe! Jemand liegt bewusstlos im Keller!', { handle: 'kim' })
  await office.reads()
  for (let second = 0; second < 4; second += 1) await office.waits(1 / 30)
  await eventually(() => deniz.letters().find((one) => one.text.includes('110/112')))
  expect(alerts()).toHaveLength(4)
})

test('an alert says that nothing is open when that is so, wherever its calls stand', async () => {
  await using office = await openModerationOffice()
  const { anna, petra } = office
  const kim = { handle: 'kim' }
  const calm = writes(office, '@BABergedorf Wann ist Markt?', kim)
  await office.reads()
  for (let one = 2; one <= 4; one += 1) {
    writes(office, `@BABergedorf Hilfe! Es brennt, Haus ${one}!`, kim)
  }
  await office.reads()
  for (let second = 0; second < 12; second += 1) await office.waits(1 / 30)
  // The fourth call answers the calm question and stands there; the third alert tells of it.
  writes(office, '@BABergedorf Hilfe, bitte, jetzt brennt es auch hier!', {
    ...kim,
    inReplyTo: calm,
  })
  await office.reads()
  for (let second = 0; second < 4; second += 1) await office.waits(1 / 30)
  const alert = await eventually(() =>
    petra.mentions().find((one) => wordsOf(one).includes('Erwähnung 4 und 1 weitere')),
  )
  await anna.presses('Zur Kenntnis', await cardOf(office, 4))
  await says(office, alert, 'Bitte sofort ansehen')
  await anna.presses('Zur Kenntnis', await cardOf(office, 1))
  await says(
    office,
    alert,
    'Bei Erwähnung 4 und 1 weiteren desselben Kontos ist nichts mehr offen.',
  )
})

test('a call for help at night reaches whoever is on call, with the answer one click away', async () => {
  const night = mondayTen + 13 * hour * 60_000
  await using office = await openModerationOffice({ ESCALATION_CONTACT: 'U0DENIZ' }, night)
  const { anna, petra, deniz } = office
  writes(office, '@BABergedorf Hilfe! Im Keller am Sander Damm brennt es!')
  await office.reads()
  for (let second = 0; second < 3; second += 1) await office.waits(1 / 30)
  const alert = await eventually(() =>
    petra.mentions().find((one) => wordsOf(one).includes('Kein Notruf über X – 110/112')),
  )
  await eventually(() => deniz.letters().find((one) => one.text.includes('110/112')))
  await anna.presses('Antwort vorbereiten', alert)
  await eventually(() => JSON.stringify(anna.form()?.view).includes('wählen Sie bitte sofort 110'))
  await anna.submits({})
  await eventually(() => petra.cards()[0])
  expect(office.published()).toEqual([])
})
