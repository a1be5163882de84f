// Messages kept true in place: what changes while one is on its way to Slack is not forgotten.
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../db/database.ts'
import { slackMessages } from '../../db/slack-messages.ts'
import { mailroom, type Letter } from '../../src/desk/mailroom.ts'
import type { Newsroom, Written } from '../../src/desk/ports/newsroom.ts'

/** A mailroom whose Slack takes a message when `takes` is called, and not before. */
function opened() {
  const database = openDatabase(':memory:')
  if ('refused' in database) throw new Error(database.detail)
  onTestFinished(database.close)
  const written = slackMessages(database.db)
  const waiting: (() => void)[] = []
  const sent: string[] = []
  let last = 0
  const taken = (what: string, ts?: string) =>
    new Promise<Written>((resolve) => {
      sent.push(what)
      waiting.push(() => {
        last += 1
        resolve({ written: { channel: 'C1', ts: ts ?? `${last}` } })
      })
    })
  const newsroom: Pick<Newsroom, 'write' | 'update' | 'find'> = {
    write: (key) => taken(`write ${key}`),
    update: ({ ts }) => taken(`update ${ts}`, ts),
    find: () => Promise.resolve('absent'),
  }
  const mail = mailroom({
    newsroom,
    written,
    now: () => 0,
    elapsed: () => 0,
    fault: (what) => expect.fail(what),
    pace: () => 0,
  })
  return {
    mail,
    sent,
    keepTrue: (key: string, shows: number) => mail.keepTrue(letter(key, shows), () => undefined),
    takes: () => {
      for (const take of waiting.splice(0)) take()
    },
    shows: (key: string) => written.get(key)?.shows,
  }
}

function letter(key: string, shows: number): Letter {
  return {
    key,
    mark: key,
    shows,
    once: false,
    needed: true,
    ended: false,
    address: { channel: 'C1', thread: null },
    drawing: () => ({ draw: 'warning', because: 'one-officer' }),
  }
}

async function stands(office: ReturnType<typeof opened>, key: string, shows = 1): Promise<void> {
  const written = office.keepTrue(key, shows)
  office.takes()
  expect(await written).toBe(true)
}

test('what is outdated while it is on its way is drawn once more', async () => {
  const office = opened()
  await stands(office, 'measure/1/card')
  const changed = office.keepTrue('measure/1/card', 2)
  office.mail.outdate('measure/1/')
  office.takes()
  expect(await changed).toBe(false)
  await stands(office, 'measure/1/card', 2)
  expect(office.shows('measure/1/card')).toBe(2)
  expect(office.sent).toEqual(['write measure/1/card', 'update 1', 'update 1'])
})

test('what is outdated of another matter is not', async () => {
  const office = opened()
  const first = office.keepTrue('measure/1/card', 1)
  office.mail.outdate('measure/2/')
  office.mail.outdate('measure/1/', 'measure/1/card')
  office.takes()
  expect(await first).toBe(true)
  expect(office.shows('measure/1/card')).toBe(1)
})

test('a card that stands anew is linked to anew, a message in its thread changes nothing else', async () => {
  const office = opened()
  await stands(office, 'conversation/1/card')
  await stands(office, 'conversation/1/mention/2')
  expect(office.shows('conversation/1/card')).toBe(1)
  await stands(office, 'proposal/1/card/1')
  await stands(office, 'proposal/1/card/2')
  expect(office.shows('proposal/1/card/1')).toBe(0)
  expect(office.shows('conversation/1/mention/2')).toBe(1)
})

test('a message whose answer was lost is found though our clock was hours ahead when it was sent', async () => {
  const result = openDatabase(':memory:')
  if ('refused' in result) throw new Error(result.refused)
  const hour = 60 * 60_000
  const trueTime = Date.UTC(2026, 10, 30, 9)
  let [passed, writes] = [0, 0]
  const mail = mailroom({
    newsroom: {
      write: () => Promise.resolve(writes++ === 0 ? { failed: 'unknown' } : { failed: 'gone' }),
      update: (place) => Promise.resolve({ written: place }),
      // Slack goes by its own clock.
      find: (_key, channel, _thread, since) =>
        Promise.resolve(since <= trueTime ? { channel, ts: '1' } : 'absent'),
    },
    written: slackMessages(result.db),
    now: () => trueTime + 8 * hour + passed,
    elapsed: () => passed,
    fault: (what) => expect.fail(what),
    pace: () => 0,
  })
  const card = letter('proposal/1/card/1', 1)
  expect(await mail.keepTrue(card, () => undefined)).toBe(false)
  passed = 60_000
  expect(await mail.keepTrue(card, () => undefined)).toBe(false)
  expect(await mail.keepTrue(card, () => undefined)).toBe(true)
  expect(writes).toBe(1)
})

test('what is written once is touched again only where words in it were erased', async () => {
  const office = opened()
  const quoting = { ...letter('proposal/1/note/2', 2), once: true, quotes: true, needed: false }
  const plain = { ...letter('proposal/1/note/3', 3), once: true, needed: false }
  const send = async (one: Letter) => {
    const written = office.mail.keepTrue(one, () => undefined)
    office.takes()
    return written
  }
  await send(quoting)
  await send(plain)
  office.mail.outdate('proposal/1/')
  await send(quoting)
  await send(plain)
  expect(office.sent).toEqual(['write proposal/1/note/2', 'write proposal/1/note/3'])
  office.mail.redact('proposal/1/')
  office.mail.outdate('proposal/1/')
  expect(await send(quoting)).toBe(true)
  expect(await send(plain)).toBe(true)
  expect(await send(quoting)).toBe(true)
  expect(office.sent.slice(2)).toEqual(['update 1'])
})

test('words erased while they are on their way are taken out again', async () => {
  const office = opened()
  const quoting = { ...letter('proposal/1/note/2', 2), once: true, quotes: true, needed: false }
  const sent = office.mail.keepTrue(quoting, () => undefined)
  office.mail.redact('proposal/1/')
  office.takes()
  expect(await sent).toBe(false)
  const again = office.mail.keepTrue(quoting, () => undefined)
  office.takes()
  expect(await again).toBe(true)
  expect(office.sent).toEqual(['write proposal/1/note/2', 'update 1'])
})
