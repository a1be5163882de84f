// A post in doubt is found again, or is known to be absent, or nobody can tell.
import { expect, test } from 'vitest'
import { startOffice, writing } from './office-on-x.ts'

const nothingKnown: ReadonlySet<string> = new Set()

test('names that X puts before a reply do not hide it', async () => {
  const { network, local, clock } = await startOffice()
  const first = await network.publish(writing('eins'))
  if (first.outcome !== 'posted') throw new Error(first.outcome)
  await network.publish(writing('@anna_b @BABergedorf Morgen', first.id))
  const sighting = await network.find(writing('Morgen', first.id), clock.at, nothingKnown)
  expect(sighting).toMatchObject({ sighting: 'found', id: local.sight().posts[0]!.id })
})

test('it is found on a later page', async () => {
  const { network, local, clock } = await startOffice()
  await network.publish(writing('Baubeginn'))
  const { id } = local.sight().posts.at(-1)!
  // The limit of 100 posts in 15 minutes is real, too.
  for (let each = 0; each < 99; each++) await network.publish(writing(`Hinweis ${each}`))
  clock.at += 15 * 60_000
  await network.publish(writing('Hinweis 100'))
  const since = clock.at - 15 * 60_000
  const sighting = await network.find(writing('Baubeginn'), since, nothingKnown)
  expect(sighting).toMatchObject({ sighting: 'found', id })
  expect(await network.find(writing('Nichts'), since, nothingKnown)).toEqual({ sighting: 'absent' })
})
