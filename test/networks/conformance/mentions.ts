// What citizens write to the office: all of it, or what is missing is told.
import { expect, test } from 'vitest'
import type { Incoming, Mentions } from '../../../src/desk/ports/network.ts'
import type { Trouble } from '../under-test.ts'
import { each, failsAs, failures, post, posted, type Start } from './common.ts'

function all(read: Mentions | { failed: string }): readonly Incoming[] {
  if ('failed' in read) throw new Error(`Nothing was read: ${read.failed}`)
  return read.pages.flat()
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

/** Declares them. */
export function aboutMentions(start: Start, can: readonly Trouble[]): void {
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
      const { network, citizen, clock, online } = await start({ patient: true })
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
    60_000,
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
