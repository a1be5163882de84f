// A text in several parts goes out as one chain, part after part, and goes on where it broke off.
import { expect, test } from 'vitest'
import type { Fault, Message } from '../../sandbox/contract.ts'
import { eventually, openTestOffice, type TestOffice } from '../support/office.ts'
import { labels, wordsOf } from '../support/person.ts'
import { happenedTo, now, offers, proposes, reaches, sends, shows } from '../support/steps.ts'

const parts = [
  'Stromausfall in Allermöhe: Was wir wissen.',
  'Das Bürgerzentrum ist geöffnet und hat eine Notversorgung.',
  'Bitte rufen Sie 112 nur im Notfall.\nhttps://www.hamburg.de/bergedorf',
]

function proposesThread(office: TestOffice): Promise<Message> {
  const link = 'https://www.hamburg.de/bergedorf'
  return proposes(office.anna, parts.join('\n---\n').replace(`\n${link}`, ''), {
    topic: 'Warnung & Lage',
    noLinkBecause: '',
    link,
  })
}

/** What the public reads is one chain, in order, each part once. */
function expectChain({ sandbox }: TestOffice, texts: readonly string[]): void {
  const posts = sandbox.x.sight().posts.toReversed()
  expect(posts.map(({ text }) => text)).toEqual(texts)
  expect(posts.map(({ inReplyTo }) => inReplyTo)).toEqual(
    posts.map((_, index) => posts[index - 1]?.id ?? null),
  )
}

/** Something goes wrong when a part is sent, counted from 1. */
function goesWrong({ sandbox }: TestOffice, part: number, kind: Fault['kind']): void {
  const method = 'POST /2/tweets'
  sandbox.x.setFaults([{ kind, method, times: 1, skips: part - 1, seconds: 600 }])
}

test('three parts go out as a chain, and the card shows and links each of them', async () => {
  await using office = await openTestOffice()
  const card = await proposesThread(office)
  const words = wordsOf(card)
  expect(words).toContain('Thread für X mit 3 Teilen:')
  expect(words).toContain('Teil 3 von 3')
  for (const part of parts) expect(words).toContain(part)
  await office.petra.reacts('✅', card)
  await reaches(office, 'published')
  expectChain(office, parts)
  await shows(card, 'Teil 3 auf X ansehen', office)
  for (const { url } of office.sandbox.x.sight().posts) {
    expect(wordsOf(now(card, office))).toContain(url)
  }
  expect(sends(office)).toBe(3)
})

test('the answer to part 2 is lost: it is found, part 3 follows it, nothing twice', async () => {
  await using office = await openTestOffice()
  const card = await proposesThread(office)
  goesWrong(office, 2, 'lost-answer')
  await office.petra.reacts('✅', card)
  await reaches(office, 'in-doubt')
  await shows(card, 'ob Teil 2 von 3 dort steht', office)
  expect(labels(now(card, office))).toEqual(['Stopp'])
  await office.wait({ seconds: 16 })
  await reaches(office, 'published')
  expectChain(office, parts)
  expect(sends(office)).toBe(3)
  await eventually(() => now(card, office).replies.length === 1)
})

test('part 2 is nowhere to be found: a person decides, and the chain goes on from part 1', async () => {
  await using office = await openTestOffice()
  const { petra, sandbox } = office
  const card = await proposesThread(office)
  goesWrong(office, 2, 'dropped')
  await petra.reacts('✅', card)
  await reaches(office, 'in-doubt')
  for (const seconds of [16, 35, 60]) await office.wait({ seconds })
  await offers(
    card,
    ['Steht schon auf X', 'Erneut senden', 'Zurückziehen', 'X-Konto ansehen'],
    office,
  )
  await shows(
    card,
    'Amtsfunk hat dreimal auf X nachgesehen und Teil 2 von 3 nicht gefunden.',
    office,
  )
  // The link of part 1 is not the link of part 2.
  await petra.presses('Steht schon auf X', card)
  await petra.submits({ sentence: sandbox.x.sight().posts[0]?.url ?? '' })
  expect(petra.errors().sentence).toContain('gehört schon zu Vorschlag 1.')
  await petra.closes()
  await petra.presses('Erneut senden', card)
  await reaches(office, 'published')
  expectChain(office, parts)
  expect(sends(office)).toBe(4)
})

test('stopped midway: the rest stays away until somebody who may says otherwise', async () => {
  await using office = await openTestOffice()
  const { anna, joerg, petra, deniz } = office
  const card = await proposesThread(office)
  goesWrong(office, 2, 'rate-limit')
  await petra.reacts('✅', card)
  await reaches(office, 'waiting')
  await shows(card, 'Freigegeben, wartet auf X', office)
  expect(labels(now(card, office))).toEqual(['Stopp'])
  await joerg.presses('Stopp', card)
  await reaches(office, 'check-needed')
  await offers(card, ['Jetzt senden', 'Zurückziehen'], office)
  await shows(card, 'Gestoppt: Teil 1 ist veröffentlicht, Teil 2 und 3 noch nicht.', office)
  await office.wait({ minutes: 30 })
  expectChain(office, parts.slice(0, 1))

  await anna.presses('Jetzt senden', card)
  await eventually(() => anna.told().length === 1)
  await deniz.presses('Jetzt senden', card)
  await reaches(office, 'published')
  expectChain(office, parts)
})

test('stopped while part 2 is in doubt: its outcome is found, part 3 is not sent', async () => {
  await using office = await openTestOffice()
  const { joerg, petra, anna } = office
  const card = await proposesThread(office)
  goesWrong(office, 2, 'lost-answer')
  await petra.reacts('✅', card)
  await reaches(office, 'in-doubt')
  await shows(card, 'Wird geprüft', office)
  await joerg.presses('Stopp', card)
  await shows(card, 'Danach sendet Amtsfunk nichts mehr von selbst.', office)
  await office.wait({ seconds: 16 })
  await reaches(office, 'check-needed')
  await office.wait({ minutes: 30 })
  expectChain(office, parts.slice(0, 2))

  await offers(card, ['Jetzt senden', 'Zurückziehen'], office)
  await anna.presses('Zurückziehen', card)
  await reaches(office, 'withdrawn')
  await office.wait({ minutes: 30 })
  expectChain(office, parts.slice(0, 2))
  await shows(card, 'Zurückgezogen von Anna Ahlers', office)
})

test('taking the ✅ back midway stops the rest as well', async () => {
  await using office = await openTestOffice()
  const { petra } = office
  const card = await proposesThread(office)
  goesWrong(office, 2, 'rate-limit')
  await petra.reacts('✅', card)
  await reaches(office, 'waiting')
  await petra.takesBack('✅', card)
  await reaches(office, 'check-needed')
  await office.wait({ minutes: 30 })
  expectChain(office, parts.slice(0, 1))
  expect(happenedTo(office).at(-1)).toBe('held')
})
