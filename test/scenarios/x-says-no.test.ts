// X answers, and the answer is not yes: the card says why, and what happens next.
import { expect, test } from 'vitest'
import { bridgeTo, freePort, type Bridge } from '../support/bridge.ts'
import {
  eventually,
  openedOffice,
  openTestOffice,
  openWorld,
  publishedIn,
} from '../support/office.ts'
import { labels, wordsOf } from '../support/person.ts'
import { happenedTo, now, offers, proposes, reaches, sends, shows } from '../support/steps.ts'

const text = 'Die Ausländerbehörde ist am Donnerstag nur telefonisch erreichbar.'
const method = 'POST /2/tweets'

test('a rate limit is waited out, and the card says until when', async () => {
  await using office = await openTestOffice()
  const { anna, petra, sandbox, clock } = office
  clock.moveTo(Date.parse('2031-05-12T12:00:00Z'))
  const card = await proposes(anna, text)
  sandbox.x.setFaults([{ kind: 'rate-limit', method, times: 1, seconds: 600 }])
  await petra.reacts('✅', card)
  await reaches(office, 'waiting')
  const waiting = await shows(card, 'Freigegeben, wartet auf X', office)
  expect(wordsOf(waiting)).toContain(
    'X nimmt von unserem Konto gerade keine weiteren Beiträge an. Amtsfunk versucht es um 14:10 Uhr wieder. Klappt es bis 15:00 Uhr nicht, fragt Amtsfunk nach.',
  )
  expect(labels(waiting)).toEqual(['Stopp', 'Überarbeiten', 'Zurückziehen'])
  await office.wait({ minutes: 9 })
  expect(sends(office)).toBe(1)
  await office.wait({ minutes: 1, seconds: 5 })
  await reaches(office, 'published')
  expect(office.published()).toEqual([text])
  expect(sends(office)).toBe(2)
  // A limit passes by itself: the only note is the good one.
  await eventually(() => now(card, office).replies.length === 1)
  expect(now(card, office).replies[0]?.text).toContain('Veröffentlicht')
})

test('an empty account is told once to the one who approved; after topping up it goes out', async () => {
  await using office = await openTestOffice()
  const { anna, petra, sandbox } = office
  const card = await proposes(anna, text)
  sandbox.x.setFaults([{ kind: 'no-credit', method, times: null }])
  await petra.reacts('✅', card)
  const note = await eventually(() => now(card, office).replies[0])
  expect(note.text).toContain(`<@${petra.id}>`)
  expect(note.text).toContain('Das Guthaben bei X ist aufgebraucht. Bitte laden Sie es auf.')
  await office.wait({ minutes: 15, seconds: 1 })
  await eventually(() => sends(office) === 2)
  await reaches(office, 'waiting')
  sandbox.x.setFaults([])
  await office.wait({ minutes: 15, seconds: 1 })
  await reaches(office, 'published')
  await eventually(() => now(card, office).replies.length === 2)
  expect(now(card, office).replies[1]?.text).toContain('Veröffentlicht')
  expect(office.published()).toEqual([text])
  expect(sends(office)).toBe(3)
})

test('after an hour of waiting nothing goes out by itself any more', async () => {
  await using office = await openTestOffice()
  const { anna, petra, sandbox } = office
  const card = await proposes(anna, text)
  sandbox.x.setFaults([{ kind: 'no-credit', method, times: null }])
  await petra.reacts('✅', card)
  await reaches(office, 'waiting')
  for (let quarter = 0; quarter < 4; quarter += 1) await office.wait({ minutes: 15, seconds: 5 })
  await reaches(office, 'check-needed')
  sandbox.x.setFaults([])
  await offers(card, ['Jetzt senden', 'Überarbeiten', 'Zurückziehen'], office)
  await office.wait({ minutes: 120 })
  expect(office.published()).toEqual([])
  await petra.presses('Jetzt senden', card)
  await reaches(office, 'published')
  expect(office.published()).toEqual([text])
})

test('while it waits it can be stopped, and then it does not go out', async () => {
  await using office = await openTestOffice()
  const { anna, joerg, petra, sandbox } = office
  const card = await proposes(anna, text)
  sandbox.x.setFaults([{ kind: 'rate-limit', method, times: 1, seconds: 600 }])
  await petra.reacts('✅', card)
  await shows(card, 'Freigegeben, wartet auf X', office)
  await joerg.presses('Stopp', card)
  await reaches(office, 'submitted')
  await office.wait({ minutes: 30 })
  expect(office.published()).toEqual([])
  expect(sends(office)).toBe(1)
})

test('a refusal is final, and people read X’s own reason', async () => {
  await using office = await openTestOffice()
  const { anna, joerg, petra } = office
  const first = await proposes(anna, text)
  await petra.reacts('✅', first)
  await reaches(office, 'published')
  const twin = await proposes(joerg, text)
  await petra.reacts('✅', twin)
  await reaches(office, 'failed', 2)
  const words = wordsOf(await shows(twin, 'Vorschlag 2, Fassung 1: Fehlgeschlagen', office))
  expect(labels(now(twin, office))).toEqual(['Neu vorschlagen mit diesem Text'])
  expect(words).toContain('Auf dem Konto gibt es schon einen Beitrag mit genau diesem Text.')
  expect(words).toContain('You are not allowed to create a Tweet with duplicate content.')
  await eventually(() => now(twin, office).replies[0])
  await eventually(() => wordsOf(joerg.letters()[0]).includes('Fehlgeschlagen'))
  await office.wait({ minutes: 120 })
  expect(sends(office)).toBe(2)
  expect(office.published()).toEqual([text])
})

test('the same words again, and the connection breaks: the older post is not taken for the new one', async () => {
  await using office = await openTestOffice()
  const { anna, petra, sandbox } = office
  const first = await proposes(anna, text)
  await petra.reacts('✅', first)
  await reaches(office, 'published')
  const twin = await proposes(anna, text)
  sandbox.x.setFaults([{ kind: 'dropped', method, times: 1 }])
  await petra.reacts('✅', twin)
  await reaches(office, 'in-doubt', 2)
  for (const seconds of [16, 35, 60]) await office.wait({ seconds })
  await reaches(office, 'check-needed', 2)
  expect(happenedTo(office, 2).slice(-3)).toEqual(['looked', 'looked', 'looked'])
  expect(office.published()).toEqual([text])
})

test('X cannot be reached at all: it waits, and goes out once X is back', async () => {
  await using world = await openWorld()
  const { anna, petra, clock, sandbox } = world
  const port = await freePort()
  world.config.X_API_URL = `http://127.0.0.1:${port}`
  const office = await openedOffice(world)
  let bridge: Bridge | undefined
  try {
    const card = await proposes(anna, text)
    await petra.reacts('✅', card)
    await eventually(() => wordsOf(now(card, world)).includes('X ist gerade nicht erreichbar.'))
    expect(sends(world)).toBe(0)
    bridge = await bridgeTo(sandbox.address, port)
    clock.moveTo(clock.now() + 61_000)
    await eventually(() => publishedIn(world).length === 1)
    await eventually(() => office.proposals.load(1)?.stage.is === 'published')
    expect(office.proposals.life(1).map(({ type }) => type)).toEqual([
      'proposed',
      'approved',
      'begun',
      'not-sent',
      'begun',
      'posted',
    ])
    expect(sends(world)).toBe(1)
  } finally {
    await office.close()
    bridge?.[Symbol.dispose]()
  }
})
