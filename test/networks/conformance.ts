// What every network must do as the port promises it, whatever it is called. A network passes with its stand-in's
// levers; what is its own is tested in its own folder.
import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import type { Part } from '../../src/core/content.ts'
import type { DoubtBecause, Outcome } from '../../src/core/outcome.ts'
import type { Incoming, Mentions, Sought, Writing } from '../../src/desk/ports/network.ts'
import { troubles, type Asking, type NetworkUnderTest, type Trouble } from './under-test.ts'

type Start = () => Promise<NetworkUnderTest>

/** Declares the tests for one network. `start` gives a fresh one for each test, which it ends with the test. `can` are
 * the ways in which its stand-in can go wrong. */
export function conforms(
  name: string,
  { start, can = troubles }: { start: Start; can?: readonly Trouble[] },
): void {
  describe(`${name}, as any network`, () => {
    aboutPublishing(start, can)
    aboutLooking(start, can)
    aboutHiding(start, can)
    aboutMentions(start, can)
    aboutWhatIsGone(start, can)
    aboutNumbers(start, can)
    aboutLinks(start)
    aboutWeighing(start)
    aboutSecrets(start, can)
  })
}

function part(text: string): Part {
  return { text, media: [] }
}

function post(text: string, hangsOn: string | null = null): Writing {
  return { kind: 'post', part: part(text), hangsOn }
}

function answer(text: string, hangsOn: string): Writing {
  return { kind: 'answer', part: part(text), hangsOn }
}

function posted(outcome: Outcome): { id: string; url: string } {
  if (outcome.outcome !== 'posted') throw new Error(`It was not posted: ${inspect(outcome)}`)
  return outcome
}

/** For every trouble that this network's stand-in can make. */
function each<Row extends { trouble: Trouble }>(rows: readonly Row[], can: readonly Trouble[]) {
  return test.each(rows.filter(({ trouble }) => can.includes(trouble)))
}

const nothingKnown: ReadonlySet<string> = new Set()

/** Whether the public sees it, and how it ended. */
const ends: readonly { trouble: Trouble; isTaken: boolean; outcome: object }[] = [
  { trouble: 'taken-and-cut', isTaken: true, outcome: unknown('cut-connection') },
  { trouble: 'taken-and-silent', isTaken: true, outcome: unknown('timeout') },
  { trouble: 'taken-and-half', isTaken: true, outcome: unknown('cut-connection') },
  { trouble: 'cut', isTaken: false, outcome: unknown('cut-connection') },
  { trouble: 'silent', isTaken: false, outcome: unknown('timeout') },
  { trouble: 'broken', isTaken: false, outcome: unknown('server-error') },
  { trouble: 'nonsense', isTaken: false, outcome: unknown('unreadable-answer') },
  { trouble: 'busy', isTaken: false, outcome: { outcome: 'not-sent', because: 'rate-limit' } },
  {
    trouble: 'unpaid',
    isTaken: false,
    outcome: { outcome: 'not-sent', because: 'no-credit', until: null },
  },
]

function unknown(because: DoubtBecause): Outcome {
  return { outcome: 'unknown', because }
}

function aboutPublishing(start: Start, can: readonly Trouble[]): void {
  test('what is posted is online once, at the address it tells', async () => {
    const { network, online, attempts } = await start()
    await network.account()
    const { id, url } = posted(await network.publish(post('Baubeginn am Weidenbaumsweg')))
    const text = 'Baubeginn am Weidenbaumsweg'
    expect(online()).toMatchObject([{ id, url, text, answers: null, ours: true }])
    expect(attempts()).toBe(1)
  })

  test('parts hang on each other, and an answer on what it answers', async () => {
    const { network, online, citizen, name } = await start()
    const asked = citizen.writes(`${name} Wann?`)
    const first = posted(await network.publish(answer('Morgen,', asked)))
    const second = posted(await network.publish(post('spätestens übermorgen.', first.id)))
    expect(online()).toMatchObject([
      { id: second.id, answers: first.id },
      { id: first.id, answers: asked },
      { id: asked },
    ])
  })

  each(ends, can)(
    'publishing, $trouble: the end is told, and it is asked for once',
    async ({ trouble, isTaken, outcome }) => {
      const { network, strike, online, attempts } = await start()
      strike(trouble, 'publish')
      const ended = await network.publish(post('Baubeginn'))
      expect(ended).toMatchObject(outcome)
      expect(online()).toHaveLength(isTaken ? 1 : 0)
      expect(attempts()).toBe(1)
    },
  )

  each([{ trouble: 'busy' as const }], can)(
    'when it takes posts again is told, and then it does',
    async () => {
      const { network, strike, clock } = await start()
      strike('busy', 'publish', 90)
      const until = clock.at + 90_000
      const ended = await network.publish(post('Baubeginn'))
      expect(ended).toEqual({ outcome: 'not-sent', because: 'rate-limit', until })
      clock.at = until
      posted(await network.publish(post('Baubeginn')))
    },
  )

  test('where nobody is at the other end, nothing was sent', async () => {
    const { away } = await start()
    const outcome = { outcome: 'not-sent', because: 'unreachable', until: null }
    expect(await away.publish(post('Baubeginn'))).toEqual(outcome)
  })

  test('keys that are not accepted are a refusal', async () => {
    const { lockedOut, online } = await start()
    const refused = { outcome: 'refused', because: 'unauthorized' }
    expect(await lockedOut.publish(post('Baubeginn'))).toMatchObject(refused)
    expect(online()).toEqual([])
  })

  test.each(['deleted', 'protected', 'nowhere', 'nothing'])(
    'an answer to what is %s is refused, never posted alone',
    async (what) => {
      const { network, citizen, online, name } = await start()
      const id = citizen.writes(`${name} Hallo`, { by: 'uwe' })
      if (what === 'deleted') citizen.deletes(id)
      if (what === 'protected') citizen.protects('uwe')
      const target = { nowhere: '7', nothing: '' }[what] ?? id
      const refused = { outcome: 'refused', because: 'target-missing' }
      expect(await network.publish(answer('Guten Tag', target))).toMatchObject(refused)
      expect(online().filter(({ ours }) => ours)).toEqual([])
    },
  )

  test('where the author lets nobody answer, that is a refusal of its own', async () => {
    const { network, citizen, name } = await start()
    const id = citizen.writes(`${name} Nein!`, { closed: true })
    const refused = { outcome: 'refused', because: 'reply-not-allowed' }
    expect(await network.publish(answer('Doch', id))).toMatchObject(refused)
  })
}

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

function aboutLooking(start: Start, can: readonly Trouble[]): void {
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

async function withInsult(start: Start) {
  const world = await start()
  const { id } = posted(await world.network.publish(post('Baubeginn')))
  const insult = world.citizen.writes('Pfui!', { answers: id, by: 'uwe' })
  return {
    ...world,
    insult,
    isHidden: () => world.online().find((one) => one.id === insult)?.hidden,
  }
}

function aboutHiding(start: Start, can: readonly Trouble[]): void {
  test('an answer to us is hidden and shown again, as often as one likes', async () => {
    const { network, insult, isHidden } = await withInsult(start)
    for (const hidden of [true, true, false, false, true]) {
      expect(await network.setHidden(insult, hidden)).toEqual({ outcome: 'done' })
      expect(isHidden()).toBe(hidden)
    }
  })

  test('what is deleted cannot be hidden, and the reason is told', async () => {
    const { network, citizen, insult } = await withInsult(start)
    citizen.deletes(insult)
    for (const hidden of [true, false]) {
      const refused = { outcome: 'refused', because: 'target-missing' }
      expect(await network.setHidden(insult, hidden)).toMatchObject(refused)
    }
  })

  test('what stands elsewhere cannot be hidden', async () => {
    const { network, citizen, name } = await withInsult(start)
    const elsewhere = citizen.writes(`${name} Pfui!`)
    const refused = { outcome: 'refused', because: 'no-permission' }
    expect(await network.setHidden(elsewhere, true)).toMatchObject(refused)
  })

  each(ends, can)(
    'hiding, $trouble: the end is told, and done again it is done',
    async ({ trouble, isTaken, outcome }) => {
      const { network, strike, insult, isHidden, clock } = await withInsult(start)
      strike(trouble, 'setHidden', 90)
      const ended = await network.setHidden(insult, true)
      expect(ended).toMatchObject(outcome)
      if (trouble === 'busy') expect(ended).toMatchObject({ until: clock.at + 90_000 })
      expect(isHidden()).toBe(isTaken)
      expect(await network.setHidden(insult, true)).toEqual({ outcome: 'done' })
    },
  )
}

function all(read: Mentions | { failed: string }): readonly Incoming[] {
  if ('failed' in read) throw new Error(`Nothing was read: ${read.failed}`)
  return read.pages.flat()
}

/** Why a read fails. */
const failures: readonly { trouble: Trouble; failed: readonly string[] }[] = [
  { trouble: 'taken-and-half', failed: ['unreachable', 'unreadable'] },
  { trouble: 'cut', failed: ['unreachable'] },
  { trouble: 'silent', failed: ['unreachable'] },
  { trouble: 'broken', failed: ['unreachable'] },
  { trouble: 'nonsense', failed: ['unreadable'] },
  { trouble: 'busy', failed: ['rate-limit'] },
  { trouble: 'unpaid', failed: ['no-credit'] },
]

/** The trouble is told as what it is, with the instant if there is one, and the next reading goes well. */
async function failsAs(
  read: () => Promise<unknown>,
  { trouble, failed }: (typeof failures)[number],
  asking: Asking,
  { strike, clock }: NetworkUnderTest,
): Promise<void> {
  strike(trouble, asking, 90)
  const until = trouble === 'busy' ? clock.at + 90_000 : null
  const told = await read()
  expect(Object.keys(told as object).sort()).toEqual(['failed', 'until'])
  expect(failed).toContain((told as { failed: string }).failed)
  expect(told).toMatchObject({ until })
  expect(await read()).not.toHaveProperty('failed')
}

const weapons = [
  '<!channel> <@U0ANNA> <https://evil.example|hier>',
  'AT&T &amp; &lt;b&gt; &amp;lt; "quer" \'hoch\'',
  '\u202Eredrün\u202C \u200Flinks\u200E \u2066isoliert\u2069',
  '*fett* _kursiv_ ~weg~ `code` ```block``` > Zitat',
  '👨‍👩‍👧‍👦🏳️‍🌈 Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!',
  "'; DROP TABLE mention; -- $1 $& {{7*7}} ${7*7} %s",
  'https://evil.example/?a=1&b=https://t.co/abcdefghij und https://t.co/abcdefghij',
  '\n\n\nerste\r\nzweite\tdritte',
]

function aboutMentions(start: Start, can: readonly Trouble[]): void {
  test('a mention comes with everything the desk needs to know', async () => {
    const { network, citizen, clock, name } = await start()
    const text = `Wann ist Sperrmüll, ${name}?`
    const id = citizen.writes(text, { by: 'anna_b' })
    const read = await network.mentions({ since: clock.at })
    const [mention] = all(read)
    expect(mention).toEqual({
      first: id,
      id,
      thread: id,
      inReplyTo: null,
      text,
      handle: 'anna_b',
      name: expect.any(String) as string,
      postedAt: clock.at,
      media: 0,
      answerable: true,
    })
    expect(read).toEqual({ pages: [[mention]], missing: null })
  })

  test('where nobody wrote, nothing is missing either', async () => {
    const { network, clock } = await start()
    expect(await network.mentions({ since: clock.at })).toEqual({ pages: [], missing: null })
  })

  test('an answer to us comes without a name, at its place in the conversation', async () => {
    const { network, citizen, clock } = await start()
    const { id } = posted(await network.publish(post('Baubeginn')))
    const answered = citizen.writes('Endlich!', { answers: id })
    expect(all(await network.mentions({ since: clock.at }))).toMatchObject([
      { id: answered, thread: id, inReplyTo: id, answerable: true },
    ])
  })

  test('an answer to somebody else that names us comes, too', async () => {
    const { network, citizen, clock, name } = await start()
    const root = citizen.writes('Schon wieder Stau')
    const id = citizen.writes(`Frag doch ${name}`, { answers: root, by: 'uwe' })
    expect(all(await network.mentions({ since: clock.at }))).toMatchObject([
      { id, thread: root, inReplyTo: root, handle: 'uwe' },
    ])
  })

  test('our own posts are no mentions', async () => {
    const { network, clock, name } = await start()
    const { id } = posted(await network.publish(post(`Wir sind ${name}`)))
    await network.publish(post('und bleiben es', id))
    expect(all(await network.mentions({ since: clock.at }))).toEqual([])
  })

  test('they come oldest first, from the instant on', async () => {
    const { network, citizen, clock, name } = await start()
    const begun = clock.at
    const ids = ['eins', 'zwei', 'drei'].map((word) => {
      clock.at += 2_500
      return citizen.writes(`${name} ${word}`)
    })
    const read = async (since: number) => all(await network.mentions({ since })).map(({ id }) => id)
    expect(await read(begun)).toEqual(ids)
    expect(await read(clock.at)).toEqual(ids.slice(2))
    expect(await read(clock.at + 10_000)).toEqual([])
  })

  test('what is edited keeps its first id and comes once, with its new words', async () => {
    const { network, citizen, clock, name } = await start()
    const first = citizen.writes(`${name} Wann ist Spermüll?`)
    const second = citizen.edits(first, `${name} Wann ist Sperrmüll?`)
    const id = citizen.edits(second, `${name} Und wann ist Sperrmüll?`)
    expect(all(await network.mentions({ since: clock.at }))).toMatchObject([
      { first, id, text: `${name} Und wann ist Sperrmüll?` },
    ])
  })

  test('what is shown late is found by a reading that goes back far enough', async () => {
    const { network, citizen, clock, findLate, name } = await start()
    const begun = clock.at
    findLate(120)
    const late = citizen.writes(`${name} spät`)
    clock.at += 1000
    const early = citizen.writes(`${name} früh`)
    const read = async () => all(await network.mentions({ since: begun })).map(({ id }) => id)
    expect(await read()).toEqual([early])
    clock.at += 120_000
    expect(await read()).toEqual([late, early])
  })

  test.each(weapons)('what somebody wrote comes as written: %j', async (words) => {
    const { network, citizen, clock, name } = await start()
    const text = `${name} ${words}`
    citizen.writes(text)
    expect(all(await network.mentions({ since: clock.at }))).toMatchObject([{ text }])
  })

  test.each([1, 100, 150, 1_100])(
    'of %d at once all come in slices, each once, or what is missing is told',
    async (count) => {
      const { network, citizen, clock, online } = await start()
      for (let left = count; left > 0; left -= 500) citizen.flood(Math.min(left, 500))
      clock.at += 60_000
      const begun = clock.at - 60_000
      const read = await network.mentions({ since: begun })
      const ids = all(read).map(({ id }) => id)
      const wrote = online().map(({ id }) => id)
      const oldestFirst = wrote.toReversed()
      if ('failed' in read) throw new Error(read.failed)
      expect(read.pages.every((page) => page.length > 0 && page.length <= 100)).toBe(true)
      if (read.missing === null) expect(ids).toEqual(oldestFirst)
      else {
        expect(ids).toEqual(oldestFirst.slice(-ids.length))
        expect(read.missing.since).toBeLessThanOrEqual(begun)
        expect(read.missing.until).toBeGreaterThanOrEqual(begun)
      }
    },
    30_000,
  )

  each(failures, can)('reading mentions, $trouble: none is told, and later all', async (row) => {
    const world = await start()
    const { network, citizen, clock, name } = world
    citizen.writes(`${name} Hallo`)
    const read = () => network.mentions({ since: clock.at })
    await failsAs(read, row, 'account', world)
    await failsAs(read, row, 'mentions', world)
    expect(all(await read())).toHaveLength(1)
  })

  test('nobody there and keys that are not accepted are told', async () => {
    const { away, lockedOut } = await start()
    const told = async (from: typeof away) => from.mentions({ since: 0 })
    expect(await told(away)).toEqual({ failed: 'unreachable', until: null })
    expect(await told(lockedOut)).toEqual({ failed: 'unauthorized', until: null })
  })
}

function aboutWhatIsGone(start: Start, can: readonly Trouble[]): void {
  test('deleted posts, those of people who left and those for followers are gone, others not', async () => {
    const { network, citizen, name } = await start()
    const there = citizen.writes(`${name} bleibt`)
    const deleted = citizen.writes(`${name} geht`)
    const departed = citizen.writes(`${name} geht auch`, { by: 'uwe' })
    const guarded = citizen.writes(`${name} nur für Freunde`, { by: 'ida' })
    citizen.deletes(deleted)
    citizen.leaves('uwe')
    citizen.protects('ida')
    const ids = [there, deleted, departed, guarded]
    const answered = new Set(ids)
    const gone = new Set([deleted, departed, guarded])
    expect(await network.gone(ids)).toEqual({ gone, answered })
    citizen.unprotects('ida')
    gone.delete(guarded)
    expect(await network.gone(ids)).toEqual({ gone, answered })
  })

  test('an edited post is there under each of its ids, until it is deleted', async () => {
    const { network, citizen, name } = await start()
    const first = citizen.writes(`${name} eins`)
    const second = citizen.edits(first, `${name} zwei`)
    const ids = new Set([first, second])
    expect(await network.gone([...ids])).toEqual({ gone: new Set(), answered: ids })
    citizen.deletes(second)
    expect(await network.gone([...ids])).toEqual({ gone: ids, answered: ids })
  })

  test('nothing asked, nothing told', async () => {
    const { network } = await start()
    expect(await network.gone([])).toEqual({ gone: new Set(), answered: new Set() })
  })

  each(failures, can)('looking what is gone, $trouble: nothing is', async (row) => {
    const world = await start()
    const id = world.citizen.writes('Hallo')
    await failsAs(() => world.network.gone([id]), row, 'gone', world)
  })
}

function aboutNumbers(start: Start, can: readonly Trouble[]): void {
  test('the counters of our posts are numbers that do not shrink, and those of others are not told', async () => {
    const { network, citizen, clock, name } = await start()
    const ids: string[] = []
    for (const text of ['eins', 'zwei']) {
      ids.push(posted(await network.publish(post(text))).id)
    }
    citizen.writes(`${name} dazwischen`)
    const views = async () => {
      const told = await network.counters(ids)
      if ('failed' in told) throw new Error(told.failed)
      expect([...told.counters.keys()].sort()).toEqual(ids)
      for (const counters of told.counters.values()) {
        expect(Object.keys(counters).sort()).toEqual(
          ['likes', 'quotes', 'replies', 'reposts', 'views'].sort(),
        )
        expect(Object.values(counters).every((count) => Number.isInteger(count))).toBe(true)
      }
      return told.counters.get(ids[0]!)!.views
    }
    const first = await views()
    clock.at += 24 * 60 * 60_000
    expect(await views()).toBeGreaterThanOrEqual(first)
  })

  test('what is not there has no counters', async () => {
    const { network, citizen } = await start()
    const never = citizen.writes('Hallo')
    expect(await network.counters([never])).toEqual({ counters: new Map() })
    expect(await network.counters([])).toEqual({ counters: new Map() })
  })

  test('followers are a number and nothing about anybody', async () => {
    const { network } = await start()
    const told = await network.audience()
    expect(told).toEqual({ followers: expect.any(Number) as number })
  })

  each(failures, can)('reading numbers, $trouble: none is told', async (row) => {
    const world = await start()
    const { network } = world
    const { id } = posted(await network.publish(post('Baubeginn')))
    await network.account()
    await failsAs(() => network.counters([id]), row, 'counters', world)
    await failsAs(() => network.audience(), row, 'audience', world)
  })
}

function aboutLinks(start: Start): void {
  test('the address of a post of ours leads back to it, that of another does not', async () => {
    const { network, citizen } = await start()
    await network.account()
    const { id, url } = posted(await network.publish(post('Baubeginn')))
    expect(network.linkTo(id)).toBe(url)
    expect(network.idFromLink(url)).toBe(id)
    expect(network.idFromLink(` ${url} `)).toBe(id)
    const other = citizen.writes('Hallo', { by: 'uwe' })
    expect(network.idFromLink(network.linkToMention(other, 'uwe'))).toBeNull()
    for (const link of ['', id, 'https://example.org/', 'kein Link']) {
      expect(network.idFromLink(link)).toBeNull()
    }
  })

  test('an answer by hand keeps its text and its place', async () => {
    const { network } = await start()
    const text = '50 % + 1 & mehr?\n"zweite" Zeile #Ort'
    const address = new URL(network.answerByHand('12', text))
    expect([...address.searchParams.values()].sort()).toEqual(['12', text].sort())
    expect(address.protocol).toMatch(/^https?:$/)
  })

  test('who the office is, is asked for once', async () => {
    const { network, account, strike } = await start()
    const asked = await Promise.all([network.account(), network.account()])
    strike('broken', 'account')
    expect([...asked, await network.account()]).toEqual([account, account, account])
  })
}

function aboutWeighing(start: Start): void {
  const pieces = ['a', 'ä', '€', '👨‍👩‍👧‍👦', 'hamburg.de ', '„Wort“ – ', 'Zeile\n', 'u\u0308']
  test.each(pieces)('as many %j as it weighs are taken, and not one more', async (piece) => {
    const { network } = await start()
    const { limit } = network.weigh('')
    const fits = (text: string) => network.weigh(text.trim()).length <= limit
    let text = ''
    while (fits(text + piece)) text += piece
    posted(await network.publish(post(text.trim())))
    const refused = { outcome: 'refused', because: 'too-long' }
    let longer = text
    while (fits(longer)) longer += `${piece}x`
    expect(await network.publish(post(longer.trim()))).toMatchObject(refused)
  })

  test('what it says is invalid is refused', async () => {
    const { network, online } = await start()
    for (const text of ['a\uFFFEb', 'a\uFFFFb', 'a\uFEFFb']) {
      if (network.weigh(text).valid) continue
      expect(await network.publish(post(text))).toMatchObject({ outcome: 'refused' })
    }
    expect(online()).toEqual([])
  })

  test('a price is never less than nothing, and parts cost more than one', async () => {
    const { network } = await start()
    const parts = ['eins', 'siehe hamburg.de'].map(part)
    expect(network.price([], false)).toBe(0)
    for (const answers of [false, true]) {
      const one = network.price(parts.slice(0, 1), answers)
      expect(network.price(parts, answers)).toBeGreaterThanOrEqual(one)
      expect(one).toBeGreaterThanOrEqual(0)
    }
  })
}

function aboutSecrets(start: Start, can: readonly Trouble[]): void {
  test('whatever goes wrong, no key is told', async () => {
    const { network, away, lockedOut, strike, secrets, clock } = await start()
    const told: unknown[] = []
    const asks = (from: typeof network): [Asking, () => Promise<unknown>][] => [
      ['account', () => from.account()],
      ['publish', () => from.publish(post('Baubeginn'))],
      ['find', () => from.find(post('Baubeginn'), clock.at, nothingKnown)],
      ['mentions', () => from.mentions({ since: clock.at })],
      ['gone', () => from.gone(['1'])],
      ['counters', () => from.counters(['1'])],
      ['audience', () => from.audience()],
      ['setHidden', () => from.setHidden('1', true)],
    ]
    for (const [, ask] of [...asks(away), ...asks(lockedOut)]) told.push(await ask())
    for (const trouble of can.filter((one) => !one.includes('silent'))) {
      for (const [asking, ask] of asks(network)) {
        strike(trouble, asking)
        told.push(await ask())
      }
    }
    const seen = inspect(told, { depth: 9, showHidden: true })
    for (const secret of secrets) expect(seen).not.toContain(secret)
  })
}
