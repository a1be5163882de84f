// A post in doubt is found again, or is known to be absent, or nobody can tell.
import { expect, test } from 'vitest'
import { posts, startOffice, writing } from './office-on-x.ts'

const nothingKnown: ReadonlySet<string> = new Set()

test.each([
  'Öffnungszeiten: größer, früher, länger',
  'Fähre & Brücke <gesperrt>, "ab heute"',
  'Wörtlich: &amp; und &lt;b&gt;',
  'erste Zeile\n\nzweite Zeile\nhttps://www.hamburg.de/bergedorf?a=1&b=2#ort',
  'Mehr auf hamburg.de/bergedorf und https://hamburg.de/straße.',
  'Zweimal https://hamburg.de und https://hamburg.de',
  'Bis 18 Uhr.Info folgt',
  'Preis: $1 und $& statt 2 € 👨‍👩‍👧 #Bergedorf @polizeihamburg',
])('an answer lost, the post is found: %j', async (text) => {
  const { network, local, clock, address } = await startOffice()
  local.setFaults([{ method: 'POST /2/tweets', kind: 'lost-answer', times: 1 }])
  expect(await network.publish(writing(text))).toMatchObject({ outcome: 'unknown' })
  const { id } = local.sight().posts[0]!
  const url = `${address}/BABergedorf/status/${id}`
  const sighting = await network.find(writing(text), clock.at, nothingKnown)
  expect(sighting).toEqual({ sighting: 'found', id, url })
  expect(posts(local)).toBe(1)
})

test('a reply is found at its place only', async () => {
  const { network, local, clock } = await startOffice()
  const asked = local.citizen({
    act: 'post',
    handle: 'anna_b',
    name: 'Anna',
    text: '@BABergedorf wann?',
  })
  if (!asked.ok) throw new Error(asked.sentence)
  await network.publish(writing('Morgen', asked.id))
  const look = (replyTo: string | null) =>
    network.find(writing('Morgen', replyTo), clock.at, nothingKnown)
  expect(await look(asked.id)).toMatchObject({ sighting: 'found' })
  expect(await look(null)).toEqual({ sighting: 'absent' })
  expect(await look('77')).toEqual({ sighting: 'absent' })
})

test('names that X puts before a reply do not hide it', async () => {
  const { network, local, clock } = await startOffice()
  const first = await network.publish(writing('eins'))
  if (first.outcome !== 'posted') throw new Error(first.outcome)
  await network.publish(writing('@anna_b @BABergedorf Morgen', first.id))
  const sighting = await network.find(writing('Morgen', first.id), clock.at, nothingKnown)
  expect(sighting).toMatchObject({ sighting: 'found', id: local.sight().posts[0]!.id })
})

test('what is known already is passed over', async () => {
  const { network, local, clock } = await startOffice()
  await network.publish(writing('Baubeginn'))
  const known = new Set([local.sight().posts[0]!.id])
  expect(await network.find(writing('Baubeginn'), clock.at, known)).toEqual({ sighting: 'absent' })
})

test('other words, other accounts and older posts are not it', async () => {
  const { network, local, clock } = await startOffice()
  local.citizen({ act: 'post', handle: 'anna_b', name: 'Anna', text: 'Baubeginn' })
  await network.publish(writing('Baubeginn!'))
  const look = (text: string, since: number) => network.find(writing(text), since, nothingKnown)
  expect(await look('Baubeginn', clock.at)).toEqual({ sighting: 'absent' })
  expect(await look('Baubeginn!', clock.at + 61_000)).toEqual({ sighting: 'absent' })
  expect(await look('Baubeginn!', clock.at + 59_000)).toMatchObject({ sighting: 'found' })
})

test('indexed late, it is absent before it is found', async () => {
  const { network, local, clock } = await startOffice()
  local.setFaults([
    { method: 'POST /2/tweets', kind: 'late-index', times: 1, seconds: 30 },
    { method: 'POST /2/tweets', kind: 'lost-answer', times: 1 },
  ])
  const since = clock.at
  await network.publish(writing('Baubeginn'))
  const look = () => network.find(writing('Baubeginn'), since, nothingKnown)
  expect(await look()).toEqual({ sighting: 'absent' })
  clock.at += 30_000
  expect(await look()).toMatchObject({ sighting: 'found' })
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

test.each([
  'rate-limit',
  'no-credit',
  'server-error',
  'html',
  'hang',
  'dropped',
  'half-body',
  'down',
] as const)('%s while looking tells nothing', async (kind) => {
  const { network, local, clock } = await startOffice()
  const look = () => network.find(writing('Baubeginn'), clock.at, nothingKnown)
  // Not even who we are.
  local.setFaults([{ method: 'GET /2/users/me', kind, times: null }])
  expect(await look()).toEqual({ sighting: 'unreadable' })
  local.setFaults([])
  await network.account()
  local.setFaults([{ method: 'GET /2/users/:id/tweets', kind, times: null }])
  expect(await look()).toEqual({ sighting: 'unreadable' })
  local.setFaults([])
  expect(await look()).toEqual({ sighting: 'absent' })
})
