// A Fachamt is asked: it reads what the citizen wrote, its Zuarbeit comes back to who answers, and all of it is erased
// with the mention.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readDatabase } from '../../db/database.ts'
import { ids } from '../../sandbox/slack/world.ts'
import {
  cardOf,
  mondayTen,
  openModerationOffice,
  says,
  writes,
  type ModerationOffice,
} from '../support/moderation.ts'
import { eventually } from '../support/office.ts'
import { labels, wordsOf, type TestPerson } from '../support/person.ts'

const words = '@BABergedorf Am Weidenbaumsweg ist die Laterne dunkel.'
const vs = 'Verbraucherschutz, Gewerbe und Umwelt (VS)'

/** A mention that Anna has sent to the Fachamt whose contact Jörg is. */
async function passedOn(office: ModerationOffice, more: { question?: string } = {}) {
  const { anna, joerg } = office
  const id = writes(office, words)
  await office.reads()
  const card = await cardOf(office, 1)
  await anna.chooses('step', 'Weiterleiten an …', card)
  await anna.submits({ fachamt: vs, until: '2026-12-02', ...more })
  const request = await eventually(() => asked(joerg)[0])
  return { id, card, request }
}

/** What somebody is asked in direct messages, as it reads now. */
function asked(person: TestPerson) {
  return person.letters().filter((one) => wordsOf(one).includes('Bitte um Zuarbeit'))
}

function threadOf({ petra }: ModerationOffice): string {
  return petra
    .mentions()
    .flatMap(({ replies }) => replies)
    .map(wordsOf)
    .join('\n')
}

function rowsIn({ config }: ModerationOffice, table: string): string {
  const db = readDatabase(config.DATABASE_PATH)
  try {
    return JSON.stringify(db.prepare(`SELECT * FROM ${table}`).all())
  } finally {
    db.close()
  }
}

test('the Fachamt reads the words and the deadline, and its Zuarbeit stands in the thread and in the form', async () => {
  await using office = await openModerationOffice()
  const { anna, petra, joerg } = office
  const { card, request } = await passedOn(office, { question: 'Seit wann ist das bekannt?' })
  const read = wordsOf(request)
  expect(read).toContain(`Anna Ahlers bittet ${vs} um Zuarbeit bis Mi., 02.12.2026, 09:00 Uhr.`)
  expect(read).toContain(words)
  expect(read).toContain('Seit wann ist das bekannt?')
  expect(read).not.toContain('Kim Beispiel')
  await says(office, card, `Weitergeleitet an ${vs}, Zuarbeit bis Mi., 02.12.2026, 09:00 Uhr.`)

  await joerg.presses('Zuarbeit geben', request)
  await joerg.submits({ contribution: 'Die Laterne wird am Freitag repariert. <!channel>' })
  await office.waits(1)
  await eventually(() => threadOf(office).includes('Zuarbeit von Jörg Jürgens'))
  expect(threadOf(office)).toContain('Die Laterne wird am Freitag repariert. <!channel>')
  await says(office, card, `Zuarbeit steht im Thread: ${vs}.`)
  expect(wordsOf(asked(joerg)[0])).toContain('Zuarbeit von Jörg Jürgens, Mo., 30.11.2026')
  // Who has it is called by name.
  const [note] = petra.mentions().flatMap(({ replies }) => replies)
  expect(note?.text).toContain('<@U0ANNA>')

  await anna.presses('Antworten', card)
  await eventually(() => JSON.stringify(anna.form()?.view).includes('Zuarbeit, Verbraucherschutz'))
  await anna.pressesInForm('In die Antwort übernehmen')
  await eventually(() => JSON.stringify(anna.form()?.view).includes('initial_value'))
  await anna.submits({})
  const proposal = await eventually(() => petra.cards()[0])
  expect(wordsOf(proposal)).toContain('Die Laterne wird am Freitag repariert.')
  await petra.reacts('✅', proposal)
  await eventually(() => office.published().length === 1)
  await office.settle()
  await eventually(() => wordsOf(asked(joerg)[0]).includes('Sie brauchen nichts mehr zu tun.'))
  expect(labels(asked(joerg)[0]!)).toEqual([])
})

test('on its day both sides are reminded', async () => {
  await using office = await openModerationOffice()
  await passedOn(office)
  await office.waits(47 * 60)
  await office.waits(1)
  await eventually(() => threadOf(office).includes('Wiedervorlage'))
  await eventually(() => asked(office.joerg)[0]?.replies.length === 1)
  expect(wordsOf(asked(office.joerg)[0]?.replies[0])).toContain('ist heute fällig')
})

test('what is erased goes from the message, from the thread and from the database', async () => {
  await using office = await openModerationOffice()
  const { sandbox, joerg, card, request } = { ...office, ...(await passedOn(office)) }
  await joerg.presses('Zuarbeit geben', request)
  await joerg.submits({ contribution: 'Die Nachbarin Frau Muster hat das gemeldet.' })
  await office.waits(1)
  await eventually(() => threadOf(office).includes('Frau Muster'))
  for (const table of ['event', 'slack_message']) {
    expect(rowsIn(office, table)).not.toMatch(/Frau Muster|Laterne/)
  }
  expect(rowsIn(office, 'erasable')).toContain('Frau Muster')

  office.conversations.erase([1], 'gone')
  await office.settle()
  await office.waits(1)
  await says(office, card, 'Der Text ist gelöscht')
  await eventually(() => !wordsOf(asked(joerg)[0]).includes('Laterne'))
  await eventually(() => !threadOf(office).includes('Frau Muster'))
  expect(threadOf(office)).toContain('Die Zuarbeit ist mit dem Beitrag gelöscht.')
  expect(rowsIn(office, 'erasable')).not.toContain('Frau Muster')
  expect(JSON.stringify(sandbox.slack.sight(joerg.id))).not.toContain('Frau Muster')
  // Whoever still has the form open is told; nothing is taken in.
  await eventually(() => labels(asked(joerg)[0]!).length === 0)
})

test('a changed mention is changed in front of the Fachamt, too', async () => {
  await using office = await openModerationOffice()
  const { id, joerg } = { ...office, ...(await passedOn(office)) }
  const done = office.sandbox.x.citizen({
    act: 'edit',
    id,
    text: '@BABergedorf Es sind zwei Laternen.',
  })
  expect(done.ok).toBe(true)
  await office.reads()
  await eventually(() => wordsOf(asked(joerg)[0]).includes('Es sind zwei Laternen.'))
})

test('a Fachamt that reacts with eyes takes nothing over', async () => {
  await using office = await openModerationOffice()
  const { request } = await passedOn(office)
  await office.joerg.reacts('👀', request)
  await office.waits(5)
  expect(office.conversations.life(1).map(({ type }) => type)).toEqual(['received', 'passed-on'])
})

/** Settings with the contacts of the two Fachämter set anew. */
function settingsWith(contact: string | null): string {
  const folder = mkdtempSync(join(tmpdir(), 'amtsfunk-settings-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  const settings = JSON.parse(readFileSync('docs/buero.json', 'utf8')) as {
    departments: { contact?: string | null }[]
    tile: { logo: string | null }
  }
  for (const one of settings.departments) one.contact = contact
  settings.tile.logo = null
  const path = join(folder, 'buero.json')
  writeFileSync(path, JSON.stringify(settings))
  return path
}

test.each([
  ['a channel with guests', ids.channels.moderation, 'lesen Gäste, Fremde oder andere Apps mit'],
  ['a public channel', ids.channels.allgemein, 'ist nicht privat'],
  [
    'a channel of two organisations',
    ids.channels.partner,
    'mit einer anderen Organisation geteilt',
  ],
  ['a channel without the bot', ids.channels.kantine, 'nicht im Kanal dieses Fachamts'],
  ['a guest', ids.people.guel, 'hat kein Konto des Amtes'],
])('nothing is sent to %s, and who wanted to reads why', async (_, contact, why) => {
  const path = settingsWith(contact)
  await using office = await openModerationOffice({ OFFICE_PATH: path }, mondayTen)
  const { anna } = office
  writes(office, words)
  await office.reads()
  const card = await cardOf(office, 1)
  await anna.chooses('step', 'Weiterleiten an …', card)
  await anna.submits({ fachamt: vs, until: '2026-12-02' })
  await eventually(() => (anna.errors().fachamt ?? '').includes(why))
  expect(office.conversations.life(1).map(({ type }) => type)).toEqual(['received'])
})

test('without a contact it is only noted that somebody passed it on', async () => {
  const path = settingsWith(null)
  await using office = await openModerationOffice({ OFFICE_PATH: path }, mondayTen)
  const { anna } = office
  writes(office, words)
  await office.reads()
  const card = await cardOf(office, 1)
  await expect(anna.chooses('step', 'Weiterleiten an …', card)).rejects.toThrow('no "Weiterleiten')
  await anna.chooses('step', 'Als weitergeleitet vermerken', card)
  await anna.submits({ fachamt: vs })
  await says(office, card, `Weitergeleitet an ${vs}`)
  expect(office.conversations.life(1).map(({ type }) => type)).toEqual(['received', 'forwarded'])
})

test('a damage report is answered with the Melde-Michel in one click', async () => {
  await using office = await openModerationOffice()
  const { anna } = office
  writes(office, '@BABergedorf Am Weidenbaumsweg ist die Laterne kaputt.')
  await office.reads()
  const card = await cardOf(office, 1)
  expect(labels(card)).toContain('Melde-Michel nennen')
  await anna.presses('Melde-Michel nennen', card)
  await eventually(() => JSON.stringify(anna.form()?.view).includes('hamburg.de/melde-michel'))
})
