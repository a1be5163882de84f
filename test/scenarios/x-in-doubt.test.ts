// Nobody knows whether the public can read it: the desk looks, then asks, and never sends by itself again.
import { expect, test } from 'vitest'
import type { Fault, Message } from '../../sandbox/contract.ts'
import { eventually, openTestOffice, type TestOffice } from '../support/office.ts'
import { labels, wordsOf } from '../support/person.ts'
import { happenedTo, now, offers, proposes, reaches, sends, shows } from '../support/steps.ts'

const text = 'Hochwasser: Bitte meiden Sie heute Abend die Ufer. https://www.hamburg.de/ & <Lage>'
const inDoubt = ['Steht schon auf X', 'Erneut senden', 'Zurückziehen', 'X-Konto ansehen']

/** Petra approves a post whose sending goes wrong in some way. */
async function sentInDoubt(office: TestOffice, ...faults: Fault[]): Promise<Message> {
  const { anna, petra, sandbox } = office
  const card = await proposes(anna, text)
  sandbox.x.setFaults(faults)
  await petra.reacts('✅', card)
  await eventually(() => office.office.proposals.load(1)?.stage.is === 'in-doubt', 15_000)
  return card
}

/** The three looks at the timeline come and find nothing. */
async function looksInVain(office: TestOffice, card: Message): Promise<void> {
  for (const [looks, seconds] of [16, 35, 60].entries()) {
    expect(happenedTo(office).filter((type) => type === 'looked')).toHaveLength(looks)
    await office.wait({ seconds })
  }
  await reaches(office, 'check-needed')
  await offers(card, inDoubt, office)
}

const once = (kind: Fault['kind']): Fault => ({ kind, method: 'POST /2/tweets', times: 1 })

const online: [Fault['kind'], string][] = [
  ['lost-answer', 'Die Verbindung zu X ist abgebrochen.'],
  ['half-body', 'Die Verbindung zu X ist abgebrochen.'],
]

test.for(online)(
  'X took it and answers with "%s": it is found and adopted',
  async ([kind, why]) => {
    await using office = await openTestOffice()
    const card = await sentInDoubt(office, once(kind))
    await shows(card, why, office)
    expect(labels(now(card, office))).toEqual(['Stopp'])
    await office.wait({ seconds: 14 })
    expect(happenedTo(office)).not.toContain('looked')
    await office.wait({ seconds: 2 })
    await reaches(office, 'published')
    const [post] = office.sandbox.x.sight().posts
    expect(office.office.proposals.life(1).at(-1)).toMatchObject({ id: post?.id, how: 'found' })
    await eventually(() => wordsOf(now(card, office)).includes(post?.url ?? '?'))
    await eventually(() => now(card, office).replies.length === 1)
    expect(office.published()).toEqual([text])
    expect(sends(office)).toBe(1)
  },
)

const absent: [Fault['kind'], string][] = [
  ['dropped', 'Die Verbindung zu X ist abgebrochen.'],
  ['server-error', 'X hat eine Störung gemeldet.'],
  ['html', 'Die Antwort von X war nicht lesbar.'],
]

test.for(absent)(
  'X did not take it ("%s"): a person is asked, nothing is resent',
  async ([kind, why]) => {
    await using office = await openTestOffice()
    const card = await sentInDoubt(office, once(kind))
    await shows(card, why, office)
    await looksInVain(office, card)
    const words = wordsOf(now(card, office))
    expect(words).toContain('Prüfung nötig')
    expect(words).toContain('Von selbst sendet Amtsfunk nichts mehr.')
    const note = await eventually(() => now(card, office).replies[0])
    expect(note.text).toContain(`<@${office.petra.id}>`)
    await office.wait({ minutes: 600 })
    expect(sends(office)).toBe(1)
    expect(office.published()).toEqual([])

    await office.anna.presses('Erneut senden', card)
    await eventually(() => office.anna.told().length === 1)
    expect(sends(office)).toBe(1)
    await office.petra.presses('Erneut senden', card)
    await reaches(office, 'published')
    await office.wait({ minutes: 10 })
    expect(office.published()).toEqual([text])
    expect(sends(office)).toBe(2)
  },
)

test.concurrent.for(['hang', 'hang-after-commit'] as const)(
  'X never answers ("%s"): the desk does not wait for ever',
  { timeout: 40_000 },
  async (kind, { expect }) => {
    await using office = await openTestOffice()
    const card = await sentInDoubt(office, once(kind))
    await eventually(() =>
      wordsOf(now(card, office)).includes('X hat nicht rechtzeitig geantwortet.'),
    )
    if (kind === 'hang') await looksInVain(office, card)
    else {
      await office.wait({ seconds: 16 })
      await reaches(office, 'published')
    }
    expect(sends(office)).toBe(1)
    expect(office.published()).toEqual(kind === 'hang' ? [] : [text])
  },
)

/** The answer is lost, and reads do not find the post before so many seconds have passed. */
function lostAndLate(seconds: number): Fault[] {
  return [once('lost-answer'), { ...once('late-index'), seconds }]
}

test('a post that X shows late, or a timeline that cannot be read, is found by a later look', async () => {
  await using office = await openTestOffice()
  await sentInDoubt(office, ...lostAndLate(40), {
    kind: 'server-error',
    method: 'GET /2/users/:id/tweets',
    times: 2,
  })
  await office.wait({ seconds: 16 })
  await eventually(() => happenedTo(office).filter((type) => type === 'looked').length === 1)
  await office.wait({ seconds: 35 })
  await eventually(() => happenedTo(office).filter((type) => type === 'looked').length === 2)
  await office.wait({ seconds: 60 })
  await reaches(office, 'published')
  expect(office.published()).toEqual([text])
  expect(sends(office)).toBe(1)
})

test('"Steht schon auf X" takes the link of our post, and no other', async () => {
  await using office = await openTestOffice()
  const { anna, joerg, petra, deniz, sandbox } = office
  const card = await sentInDoubt(office, ...lostAndLate(24 * 3_600))
  await looksInVain(office, card)
  const [ours] = sandbox.x.sight().posts
  const foreign = sandbox.x.citizen({ act: 'post', handle: 'lise', name: 'Lise', text: 'Moin' })
  const other = await proposes(joerg, 'Ein anderer Beitrag.')
  await deniz.reacts('✅', other)
  await reaches(office, 'published', 2)
  const known = sandbox.x.sight().posts.find((post) => post.text === 'Ein anderer Beitrag.')

  await anna.presses('Steht schon auf X', card)
  await eventually(() => anna.told().length === 1)
  expect(anna.form()).toBeUndefined()
  await petra.presses('Steht schon auf X', card)
  for (const link of [
    sandbox.x.sight().posts.find(({ id }) => foreign.ok && id === foreign.id)?.url,
    'https://x.com/lise/status/1830000000000000001',
    'https://www.hamburg.de/bergedorf',
    'gestern',
  ]) {
    await petra.submits({ sentence: link ?? '' })
    expect(petra.errors().sentence).toContain('kein Link zu einem Beitrag auf unserem X-Konto')
  }
  await petra.submits({ sentence: known?.url ?? '' })
  expect(petra.errors().sentence).toContain('Dieser Beitrag gehört schon zu Vorschlag 2.')
  expect(happenedTo(office)).not.toContain('posted')

  await petra.submits({ sentence: ` ${ours?.url ?? ''}?s=20 ` })
  expect(petra.form()).toBeUndefined()
  await reaches(office, 'published')
  expect(office.office.proposals.life(1).at(-1)).toMatchObject({ id: ours?.id, how: 'told' })
  await eventually(() => wordsOf(now(card, office)).includes(ours?.url ?? '?'))
  expect(sends(office)).toBe(2)
})

test('"Erneut senden" looks once more, and adopts what turned up meanwhile', async () => {
  await using office = await openTestOffice()
  const card = await sentInDoubt(office, ...lostAndLate(300))
  await looksInVain(office, card)
  await office.wait({ minutes: 10 })
  await office.petra.presses('Erneut senden', card)
  await reaches(office, 'published')
  expect(happenedTo(office).slice(-2)).toEqual(['released', 'posted'])
  expect(office.published()).toEqual([text])
  expect(sends(office)).toBe(1)
})

test('sent again, X calls it a duplicate: that is a doubt, not a failure', async () => {
  await using office = await openTestOffice()
  const card = await sentInDoubt(office, ...lostAndLate(3_600))
  await looksInVain(office, card)
  await office.petra.presses('Erneut senden', card)
  await eventually(() =>
    wordsOf(now(card, office)).includes('X meldet, dass es diesen Beitrag schon gibt.'),
  )
  await office.wait({ minutes: 61 })
  await reaches(office, 'published')
  expect(office.office.proposals.life(1).at(-1)).toMatchObject({ how: 'found' })
  expect(office.published()).toEqual([text])
  expect(sends(office)).toBe(2)
})

test('two officers press "Erneut senden" at once: it is sent once', async () => {
  await using office = await openTestOffice()
  const { petra, deniz } = office
  const card = await sentInDoubt(office, once('dropped'))
  await looksInVain(office, card)
  await Promise.all([
    petra.presses('Erneut senden', card),
    deniz.presses('Erneut senden', card),
    petra.presses('Erneut senden', card),
  ])
  await reaches(office, 'published')
  await office.wait({ minutes: 5 })
  expect(happenedTo(office).filter((type) => type === 'released')).toHaveLength(1)
  expect(office.published()).toEqual([text])
  expect(sends(office)).toBe(2)
})
