// What is planned goes out at its minute and not before, or not at all.
import { expect, test } from 'vitest'
import {
  eventually,
  openedOffice,
  openTestOffice,
  openWorld,
  publishedIn,
} from '../support/office.ts'
import { labels, wordsOf } from '../support/person.ts'
import { happenedTo, now, offers, proposes, reaches, sends } from '../support/steps.ts'

const text = 'Ab heute gilt der neue Fahrplan der Linie 12.'

const plans = [
  { what: 'an ordinary afternoon', date: '2031-05-12', time: '14:30', at: '2031-05-12T12:30:00Z' },
  {
    what: 'the hour after the clocks go forward',
    date: '2031-03-30',
    time: '03:00',
    at: '2031-03-30T01:00:00Z',
  },
  {
    what: 'the morning after the clocks go back',
    date: '2031-10-26',
    time: '08:00',
    at: '2031-10-26T07:00:00Z',
  },
]

test.for(plans)('planned for $what: posted at that minute and not before', async (plan) => {
  await using office = await openTestOffice({ UNDO_SECONDS: 30 })
  const { anna, petra, clock } = office
  const at = Date.parse(plan.at)
  // Planned the day before, on the other side of the clock change.
  clock.moveTo(at - 24 * 3_600_000)
  const card = await proposes(anna, text, { date: plan.date, time: plan.time })
  expect(wordsOf(card)).toContain(`${plan.time} Uhr ME`)
  await petra.reacts('✅', card)
  await reaches(office, 'approved')
  // The clock runs on while the test does: half a minute before is before.
  for (const before of [23 * 3_600_000, 3_600_000, 60_000, 30_000]) {
    clock.moveTo(at - before)
    await office.office.desk.settle()
    expect(office.published()).toEqual([])
  }
  clock.moveTo(at)
  await reaches(office, 'published')
  expect(office.published()).toEqual([text])
  const [post] = office.sandbox.x.sight().posts
  expect(Date.parse(post?.createdAt ?? '')).toBeGreaterThanOrEqual(at)
  expect(Date.parse(post?.createdAt ?? '')).toBeLessThan(at + 60_000)
  expect(sends(office)).toBe(1)
})

test('without a decision by then it expires, and a late yes changes nothing', async () => {
  await using office = await openTestOffice()
  const { anna, petra, clock } = office
  clock.moveTo(Date.parse('2031-05-12T08:00:00Z'))
  const card = await proposes(anna, text, { date: '2031-05-12', time: '14:30' })
  expect(wordsOf(card)).toContain(
    'Ohne Freigabe bis 14:30 Uhr wird der Beitrag nicht veröffentlicht.',
  )
  clock.moveTo(Date.parse('2031-05-12T12:30:01Z'))
  await reaches(office, 'expired')
  await eventually(() => wordsOf(now(card, office)).includes('Abgelaufen'))
  await eventually(() => now(card, office).replies[0])
  await eventually(() => wordsOf(anna.letters()[0]).includes('Abgelaufen'))
  await petra.reacts('✅', card)
  await eventually(() => petra.told().length === 1)
  expect(petra.told()[0]).toContain('ohne Freigabe verstrichen')
  expect(sends(office)).toBe(0)
})

test('a yes given in time counts, even if nobody heard it before the minute', async () => {
  await using world = await openWorld()
  const { anna, petra, clock } = world
  clock.moveTo(Date.parse('2031-05-12T12:00:00Z'))
  const first = await openedOffice(world)
  const card = await proposes(anna, text, { date: '2031-05-12', time: '14:30' })
  await first.close()
  await petra.reacts('✅', card)
  clock.moveTo(Date.parse('2031-05-12T12:50:00Z'))
  const second = await openedOffice(world)
  try {
    await eventually(() => publishedIn(world).length === 1)
    expect(second.proposals.life(1).map(({ type }) => type)).toEqual([
      'proposed',
      'approved',
      'begun',
      'posted',
    ])
  } finally {
    await second.close()
  }
})

test('overdue after a night without the desk: it asks first, then sends once', async () => {
  await using world = await openWorld()
  const { anna, petra, clock } = world
  clock.moveTo(Date.parse('2031-05-12T12:00:00Z'))
  const first = await openedOffice(world)
  const card = await proposes(anna, text, { date: '2031-05-12', time: '14:30' })
  await petra.reacts('✅', card)
  await eventually(() => first.proposals.load(1)?.stage.is === 'approved')
  await first.close()

  clock.moveTo(Date.parse('2031-05-13T06:00:00Z'))
  const second = await openedOffice(world)
  try {
    await offers(card, ['Jetzt senden', 'Überarbeiten', 'Zurückziehen'], world)
    expect(wordsOf(now(card, world))).toContain('Prüfung nötig')
    expect(wordsOf(now(card, world))).toContain('mehr als eine Stunde verspätet')
    const note = await eventually(() => now(card, world).replies[0])
    expect(note.text).toContain(`<@${petra.id}>`)
    expect(sends(world)).toBe(0)

    await anna.presses('Jetzt senden', card)
    await eventually(() => anna.told().length === 1)
    expect(sends(world)).toBe(0)
    await petra.presses('Jetzt senden', card)
    await eventually(() => publishedIn(world).length === 1)
    await eventually(() => labels(now(card, world)).length === 0)
    expect(sends(world)).toBe(1)
  } finally {
    await second.close()
  }
})

test('stopped after its minute has come, it waits for a new yes instead of expiring', async () => {
  await using office = await openTestOffice({ UNDO_SECONDS: 600 })
  const { anna, petra, joerg, clock } = office
  clock.moveTo(Date.parse('2031-05-12T12:29:00Z'))
  const card = await proposes(anna, text, { date: '2031-05-12', time: '14:30' })
  await petra.reacts('✅', card)
  await reaches(office, 'approved')
  await office.wait({ minutes: 3 })
  await joerg.presses('Stopp', card)
  await reaches(office, 'submitted')
  await eventually(() => wordsOf(now(card, office)).includes('Gestoppt von Jörg Jürgens'))
  await office.wait({ minutes: 30 })
  expect(happenedTo(office)).toEqual(['proposed', 'approved', 'stopped'])
  await petra.presses('Freigeben', card)
  await reaches(office, 'approved')
  await office.wait({ minutes: 10, seconds: 1 })
  await reaches(office, 'published')
  expect(sends(office)).toBe(1)
})
