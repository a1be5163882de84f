// What can wait pings nobody: in the morning of a service day each of those for whom something waits gets one message.
import { expect, test } from 'vitest'
import { cardOf, openModerationOffice, writes } from '../support/moderation.ts'
import { eventually, openTestOffice } from '../support/office.ts'
import { wordsOf, type TestPerson } from '../support/person.ts'
import { proposes, shows } from '../support/steps.ts'

/** Monday, 23 November 2026, 10:00 in Bergedorf. */
const ten = Date.parse('2026-11-23T10:00:00+01:00')
const untilNextMorning = { minutes: 22 * 60 + 31 }

/** What somebody was told of a morning, the messages one after the other. */
const mornings = (who: TestPerson) =>
  who.letters().flatMap((one) => (one.text.startsWith('Guten Morgen') ? [wordsOf(one)] : []))

test('who has to decide, to answer or to sign hears of it once, and nobody else', async () => {
  await using office = await openTestOffice({}, ten)
  const { anna, joerg, petra, deniz } = office
  await proposes(anna, 'Der Radweg ist frei.')
  const asked = await proposes(anna, 'Das Freibad ist zu.')
  await petra.reacts('❓', asked)
  await shows(asked, 'Rückfrage von Petra', office)
  await office.wait(untilNextMorning)
  for (const officer of [petra, deniz]) await eventually(() => mornings(officer).length === 1)
  expect(mornings(petra)[0]).toContain('Guten Morgen. Auf Sie wartet ein Vorschlag.')
  expect(mornings(petra)[0]).toContain('Wartet auf Freigabe')
  await eventually(() => mornings(anna).length === 1)
  expect(mornings(anna)[0]).toContain('Vorschlag 2')
  expect(mornings(anna)[0]).not.toContain('Vorschlag 1')
  // What was asked a service day ago is brought up in its thread, once.
  await office.wait({ minutes: 95 })
  const inThread = () =>
    anna
      .cards()
      .flatMap(({ replies }) => replies)
      .filter(({ text }) => text.includes('ist noch offen'))
  await eventually(() => inThread().length === 1)
  expect(inThread()[0]?.text).toContain(`<@${anna.id}>`)
  expect([petra, anna, joerg].map((who) => mornings(who).length)).toEqual([1, 1, 0])
  await office.wait({ minutes: 23 * 60 - 35 })
  await eventually(() => mornings(petra).length === 2)
})

test('nobody is told on a Saturday, nor while nothing waits', async () => {
  const friday = Date.parse('2026-11-27T10:00:00+01:00')
  await using office = await openTestOffice({}, friday)
  const { anna, petra } = office
  await proposes(anna, 'Der Radweg ist frei.')
  await office.wait(untilNextMorning)
  await office.wait({ minutes: 24 * 60 })
  expect(mornings(petra)).toEqual([])
  await office.wait({ minutes: 24 * 60 })
  await eventually(() => mornings(petra).length === 1)
})

test('a mention in hand is told of with when it is due', async () => {
  await using office = await openModerationOffice()
  const { anna } = office
  writes(office, '@BABergedorf Wann öffnet das Freibad?', { handle: 'lea' })
  await office.reads()
  await anna.reacts('👀', await cardOf(office, 1))
  await eventually(() => office.conversations.open()[0]?.conversation.stage.is === 'claimed')
  await office.waits(22 * 60 + 31)
  await eventually(() => mornings(anna).length === 1)
  expect(mornings(anna)[0]).toContain('Auf Sie wartet eine Erwähnung.')
  expect(mornings(anna)[0]).toContain('Eine Erwähnung in Ihrer Hand, fällig ')
})
