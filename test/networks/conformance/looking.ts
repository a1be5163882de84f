// In doubt: it is found, or it is not there, or nobody can tell.
import { expect, test } from 'vitest'
import type { Sought } from '../../../src/desk/ports/network.ts'
import type { Trouble } from '../under-test.ts'
import { answer, each, ends, nothingKnown, part, post, posted, type Start } from './common.ts'

const hardToFind = [
  'Öffnungszeiten: größer, früher, länger',
  'Fähre & Brücke <gesperrt>, "ab heute"',
  'Wörtlich: &amp; und &lt;b&gt;',
  'erste Zeile\n\nzweite Zeile\nhttps://www.hamburg.de/bergedorf?a=1&b=2#ort',
  'Mehr auf hamburg.de/bergedorf und https://hamburg.de/straße.',
  'Zweimal https://hamburg.de und https://hamburg.de',
  'Bis 18 Uhr.Info folgt',
  'Preis: $1 und $& statt 2 € 👨‍👩‍👧 #Bergedorf @polizeihamburg',
  'zusammengesetzt: a\u0308o\u0308u\u0308',
]

/** Declares them. */
export function aboutLooking(start: Start, can: readonly Trouble[]): void {
  const taken = can.find((trouble) => trouble.startsWith('taken')) ?? 'taken-and-cut'

  test.each(hardToFind)('in doubt, it is found with its id and address: %j', async (text) => {
    const { network, strike, online, clock, attempts } = await start()
    await network.account()
    strike(taken, 'publish')
    await network.publish(post(text))
    const [{ id, url } = { id: '', url: '' }] = online()
    const found = { sighting: 'found', id, url }
    expect(await network.find(post(text), clock.at, nothingKnown)).toEqual(found)
    expect(attempts()).toBe(1)
  })

  test('what was never sent is absent', async () => {
    const { network, clock } = await start()
    const sighting = await network.find(post('Baubeginn'), clock.at, nothingKnown)
    expect(sighting).toEqual({ sighting: 'absent' })
  })

  test('other words, another place, other people and what is known are not it', async () => {
    const { network, citizen, clock, name } = await start()
    citizen.writes('Baubeginn')
    const asked = citizen.writes(`${name} Wann?`)
    const { id } = posted(await network.publish(answer('Morgen', asked)))
    posted(await network.publish(post('Baubeginn!')))
    const look = async (sought: Sought, known: readonly string[] = []) =>
      (await network.find(sought, clock.at, new Set(known))).sighting
    expect(await look(post('Baubeginn'))).toBe('absent')
    expect(await look(post('Baubeginn!', id))).toBe('absent')
    expect(await look(post('Morgen'))).toBe('absent')
    expect(await look(answer('Morgen', '77'))).toBe('absent')
    expect(await look(answer('Morgen', asked), [id])).toBe('absent')
    expect(await look(answer('Morgen', asked))).toBe('found')
  })

  test('a post of before is not it, but for a minute of clock difference', async () => {
    const { network, clock } = await start()
    await network.publish(post('Baubeginn'))
    const look = async (since: number) =>
      (await network.find(post('Baubeginn'), since, nothingKnown)).sighting
    expect(await look(clock.at + 61_000)).toBe('absent')
    expect(await look(clock.at + 59_000)).toBe('found')
  })

  test('an answer whose target nobody knows any more is found among the answers only', async () => {
    const { network, citizen, clock, name } = await start()
    const asked = citizen.writes(`${name} Wann?`)
    const sought = { kind: 'answer-somewhere', part: part('Morgen') } as const
    const first = posted(await network.publish(post('Morgen')))
    await network.publish(post('Morgen', first.id))
    const look = () => network.find(sought, clock.at, nothingKnown)
    expect(await look()).toEqual({ sighting: 'absent' })
    const { id } = posted(await network.publish(answer('Morgen', asked)))
    expect(await look()).toMatchObject({ sighting: 'found', id })
    citizen.deletes(asked)
    expect(await look()).toMatchObject({ sighting: 'found', id })
  })

  test('shown late, it is absent before it is found', async () => {
    const { network, findLate, clock } = await start()
    findLate(30)
    const since = clock.at
    posted(await network.publish(post('Baubeginn')))
    const look = () => network.find(post('Baubeginn'), since, nothingKnown)
    expect(await look()).toEqual({ sighting: 'absent' })
    clock.at += 30_000
    expect(await look()).toMatchObject({ sighting: 'found' })
  })

  each(ends, can)('looking, $trouble: nothing is known', async ({ trouble }) => {
    const { network, strike, clock } = await start()
    const look = () => network.find(post('Baubeginn'), clock.at, nothingKnown)
    strike(trouble, 'account')
    expect(await look()).toEqual({ sighting: 'unreadable' })
    await network.account()
    strike(trouble, 'find')
    expect(await look()).toEqual({ sighting: 'unreadable' })
    expect(await look()).toEqual({ sighting: 'absent' })
  })

  test('nobody can look where nobody is at the other end', async () => {
    const { away, clock } = await start()
    const sighting = await away.find(post('Baubeginn'), clock.at, nothingKnown)
    expect(sighting).toEqual({ sighting: 'unreadable' })
  })
}
