// A ✅ is given by a person at a time: who may no more, and what waited for too long, does not go out by itself.
import { expect, test } from 'vitest'
import { eventually, openedOffice, openWorld, publishedIn } from '../support/office.ts'
import { labels, wordsOf } from '../support/person.ts'
import { proposes } from '../support/steps.ts'

const hour = 3_600_000

test('who is no officer any more when the planned minute comes has not approved', async () => {
  await using world = await openWorld({ UNDO_SECONDS: 0 }, Date.UTC(2026, 10, 2, 9))
  const { anna, petra, deniz, clock } = world
  const first = await openedOffice(world)
  const card = await proposes(anna, 'Geplanter Beitrag.', { date: '2026-11-23', time: '10:00' })
  await petra.presses('Freigeben', card)
  await eventually(() => first.proposals.load(1)?.stage.is === 'approved')
  await first.close()
  world.config.PRESS_OFFICERS = deniz.id
  const second = await openedOffice(world)
  try {
    clock.moveTo(Date.UTC(2026, 10, 23, 9, 0, 5))
    await second.desk.settle()
    await eventually(() => second.proposals.load(1)?.stage.is === 'check-needed')
    expect(publishedIn(world)).toEqual([])
    await eventually(() => wordsOf(deniz.cards()[0]).includes('gehört nicht mehr zur Pressestelle'))
    // Another officer decides anew, and answers for it from then on.
    await deniz.presses('Jetzt senden', deniz.cards()[0]!)
    await eventually(() => publishedIn(world).length === 1)
    expect(second.proposals.load(1)?.approval?.by).toBe(second.desk.actor(deniz.id))
  } finally {
    await second.close()
  }
})

test('who says that a part stands on X does not approve the rest', async () => {
  await using world = await openWorld({ UNDO_SECONDS: 0 }, Date.UTC(2026, 10, 2, 9))
  const { anna, petra, deniz, sandbox, clock } = world
  const first = await openedOffice(world)
  const card = await proposes(
    anna,
    'Die Brücke ist gesperrt.\n---\nDie Umleitung ist ausgeschildert.',
  )
  const fault = { method: 'POST /2/tweets', times: 1 } as const
  sandbox.x.setFaults([
    { ...fault, kind: 'lost-answer' },
    { ...fault, kind: 'late-index', seconds: 86_400 },
  ])
  await petra.presses('Freigeben', card)
  await eventually(() => first.proposals.load(1)?.stage.is === 'in-doubt')
  await first.close()
  world.config.PRESS_OFFICERS = deniz.id
  const second = await openedOffice(world)
  try {
    for (const seconds of [16, 35, 60]) {
      clock.moveTo(clock.now() + seconds * 1000)
      await second.desk.settle()
    }
    await eventually(() => labels(deniz.cards()[0]!).includes('Steht schon auf X'))
    await deniz.presses('Steht schon auf X', deniz.cards()[0]!)
    await deniz.submits({ sentence: sandbox.x.sight().posts[0]!.url })
    await eventually(() => second.proposals.load(1)?.stage.is === 'check-needed')
    expect(second.proposals.load(1)?.stage).toMatchObject({ because: 'approver-gone' })
    expect(publishedIn(world)).toHaveLength(1)
  } finally {
    await second.close()
  }
})

test('a ✅ first seen after a weekend without the desk waits for a person', async () => {
  await using world = await openWorld({ UNDO_SECONDS: 0 }, Date.UTC(2026, 10, 27, 17))
  const { anna, petra, clock } = world
  const first = await openedOffice(world)
  const card = await proposes(anna, 'Sturmwarnung für heute Abend.')
  await eventually(() => first.proposals.cardOf(first.proposals.load(1)!))
  await first.desk.readAllReactions()
  await first.close()
  await petra.reacts('✅', card)
  clock.moveTo(clock.now() + 62 * hour)
  const second = await openedOffice(world)
  try {
    await eventually(() => second.proposals.load(1)?.stage.is === 'check-needed')
    expect(second.proposals.load(1)?.stage).toMatchObject({ because: 'late' })
    expect(publishedIn(world)).toEqual([])
    await eventually(() => labels(petra.cards()[0]!).includes('Jetzt senden'))
  } finally {
    await second.close()
  }
})

test('a ✅ seen after a short absence goes out as ever', async () => {
  await using world = await openWorld({ UNDO_SECONDS: 0 }, Date.UTC(2026, 10, 27, 17))
  const { anna, petra, clock } = world
  const first = await openedOffice(world)
  const card = await proposes(anna, 'Der Markt ist heute länger offen.')
  await eventually(() => first.proposals.cardOf(first.proposals.load(1)!))
  await first.desk.readAllReactions()
  await first.close()
  await petra.reacts('✅', card)
  clock.moveTo(clock.now() + hour / 2)
  const second = await openedOffice(world)
  try {
    await eventually(() => publishedIn(world).length === 1)
  } finally {
    await second.close()
  }
})
