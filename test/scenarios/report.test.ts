// The quarter is told: on demand to one person, by itself on the first working day to the press office.
import { unzipSync, strFromU8 } from 'fflate'
import { expect, test, vi } from 'vitest'
import type { Fault, File, Message } from '../../sandbox/contract.ts'
import {
  eventually,
  openedOffice,
  openTestOffice,
  openWorld,
  type TestOffice,
} from '../support/office.ts'
import { labels, wordsOf } from '../support/person.ts'
import { startProgram } from '../support/process.ts'

const autumn = Date.parse('2026-10-01T07:55:00+02:00')
const summer = Date.parse('2026-07-07T10:00:00+02:00')
/** Charts and documents take seconds, more where the machine is busy. */
vi.setConfig({ testTimeout: 60_000 })

const link = 'https://www.hamburg.de/bergedorf'

/** An office that published one post in the third quarter, and whose clock now stands `at` an instant. */
async function officeAfterSummer(at: number): Promise<TestOffice> {
  const office = await openTestOffice({ UNDO_SECONDS: 0 }, summer)
  const { anna, petra } = office
  await anna.types('/vorschlag Der Wochenmarkt in Lohbrügge öffnet wieder.')
  await anna.submits({ topic: 'Kultur & Veranstaltungen', link })
  const card = await eventually(() => petra.cards()[0])
  await petra.presses('Freigeben', card)
  // Published in summer, and on record as such, before the clock moves on.
  await eventually(() => office.office.proposals.load(1)?.published.length === 1)
  office.clock.moveTo(at)
  return office
}

function withFiles(messages: readonly Message[]): Message | undefined {
  return messages.find(({ files }) => files.length > 0)
}

async function bytesOf({ url }: File): Promise<Uint8Array> {
  const answer = await fetch(url)
  expect(answer.status).toBe(200)
  return new Uint8Array(await answer.arrayBuffer())
}

test('who asks for a quarter gets its files in one message, with the key figures and a described picture', async () => {
  await using office = await officeAfterSummer(autumn)
  const { petra } = office
  await petra.types('/bericht 2026-Q3')
  const shared = await eventually(() => withFiles(petra.letters()), 40_000)
  expect(shared.files.map(({ name }) => name)).toEqual([
    'bericht-2026-Q3.docx',
    'bericht-2026-Q3.pdf',
    'bericht-2026-Q3-kennzahlen.csv',
    'bericht-2026-Q3-beitraege.csv',
    'bericht-2026-Q3.png',
  ])
  expect(shared.text).toContain('• Beiträge: 1')
  expect(shared.files.at(-1)?.altText).toContain('Kultur & Veranstaltungen')
  const [docx, pdf, csv] = await Promise.all(shared.files.slice(0, 3).map(bytesOf))
  expect(strFromU8(unzipSync(docx!)['word/document.xml']!)).toContain(
    'Der Hauptausschuss wird um Kenntnisnahme gebeten.',
  )
  expect(Buffer.from(pdf!.subarray(0, 5)).toString()).toBe('%PDF-')
  expect(Buffer.from(csv!).toString('utf8')).toContain(
    'Kennzahlen im Überblick;Beiträge;III/2026;1;',
  )
  const progress = await eventually(() =>
    petra.letters().find((message) => wordsOf(message).includes('Der Entwurf ist fertig')),
  )
  expect(progress.files).toEqual([])
})

test.for<Fault['kind']>(['hang', 'hang-after-commit'])(
  'a report that was asked for survives a crash while it is handed over ("%s"), and comes once',
  { timeout: 90_000 },
  async (kind) => {
    await using world = await openWorld()
    const { petra, sandbox } = world
    const shared = () => petra.letters().filter(({ files }) => files.length > 0)
    const handsOver = () =>
      sandbox.slack.calls().filter((method) => method === 'files.completeUploadExternal')
    {
      await using first = startProgram(world.config)
      await first.ready
      sandbox.slack.setFaults([{ kind, method: 'files.completeUploadExternal', times: 1 }])
      await petra.types('/bericht 2026-Q1')
      await eventually(() => handsOver().length === 1, 30_000)
      await first.kill()
    }
    sandbox.slack.setFaults([])
    await using second = startProgram(world.config)
    await second.ready
    await eventually(
      () => petra.letters().some((one) => wordsOf(one).includes('ist fertig')),
      30_000,
    )
    expect(shared()).toHaveLength(1)
    expect(handsOver()).toHaveLength(kind === 'hang' ? 2 : 1)
  },
)

test('who asks again right away gets the files again', async () => {
  await using office = await officeAfterSummer(autumn)
  const { petra } = office
  const shared = () => petra.letters().filter(({ files }) => files.length > 0)
  await petra.types('/bericht')
  await eventually(() => shared().length === 1, 40_000)
  await petra.types('/bericht')
  await eventually(() => shared().length === 2, 40_000)
})

test('what is no period gets the usage, what lies ahead a sentence, and a guest nothing', async () => {
  await using office = await openTestOffice({}, autumn)
  const { anna, guel } = office
  const toldHere = (who: typeof anna) =>
    who.messagesIn(office.sandbox.slack.ids.channels.allgemein).filter(({ ephemeral }) => ephemeral)
  await anna.types('/bericht letztes Jahr')
  const usage = await eventually(() => toldHere(anna).at(-1))
  expect(usage.text).toContain('„/bericht 2026-Q3“')
  await anna.types('/bericht IV/2027')
  await eventually(() => toldHere(anna).at(-1)?.text.includes('noch nicht begonnen'))
  await guel.types('/bericht').catch(() => undefined)
  expect(withFiles(guel.letters())).toBeUndefined()
})

test('on the first working day of a quarter the report comes by itself at eight, once, whatever happens', async () => {
  await using office = await officeAfterSummer(autumn)
  const { petra, clock } = office
  await office.office.reports.orderByItself()
  expect(withFiles(petra.cards())).toBeUndefined()
  clock.moveTo(autumn + 6 * 60_000)
  // The answer to the last step is lost although Slack did it.
  office.sandbox.slack.setFaults([
    { kind: 'lost-answer', method: 'files.completeUploadExternal', times: 1 },
  ])
  await office.office.reports.orderByItself()
  const shared = await eventually(() => withFiles(petra.cards()), 40_000)
  expect(shared.text).toContain('Bericht (III. Quartal 2026)')
  await office.office.close()
  clock.moveTo(autumn + 26 * 3_600_000)
  const again = await openedOffice(office)
  await again.reports.orderByItself()
  expect(petra.cards().filter(({ files }) => files.length > 0)).toHaveLength(1)
  const said = petra
    .cards()
    .filter((message) => wordsOf(message).includes('Bericht (III. Quartal 2026)'))
  expect(said).toHaveLength(1)
  expect(wordsOf(said[0])).toContain('Der Entwurf ist fertig')
  await again.close()
})

test('an office that begins in a quarter has no report of the one before', async () => {
  await using office = await officeAfterSummer(Date.parse('2026-07-08T09:00:00+02:00'))
  await office.office.reports.orderByItself()
  expect(office.petra.cards().filter(({ files }) => files.length > 0)).toEqual([])
  expect(office.petra.cards().map(wordsOf).join()).not.toContain('Bericht (')
})

test('a note is taken with its topic, refuses names of accounts, and can be taken back', async () => {
  await using office = await officeAfterSummer(summer + 60_000)
  const { anna } = office
  const { allgemein } = office.sandbox.slack.ids.channels
  await anna.types('/erfahrung Der Hinweis auf den Markt hat @kim_beispiel gefreut')
  await anna.submits({})
  await eventually(() => anna.errors().text?.includes('ohne @-Konto'))
  await anna.submits({
    text: 'Der Hinweis auf den Markt kam gut an.',
    topic: 'Kultur & Veranstaltungen',
  })
  const told = await eventually(() =>
    anna
      .messagesIn(allgemein)
      .find(({ ephemeral, text }) => ephemeral && text.startsWith('Notiert.')),
  )
  expect(labels(told)).toEqual(['Wieder löschen'])
  await anna.types('/erfahrung Noch etwas')
  await anna.submits({})
  const second = await eventually(() =>
    anna
      .messagesIn(allgemein)
      .filter(({ text }) => text.startsWith('Notiert.'))
      .at(1),
  )
  await anna.presses('Wieder löschen', second)
  await eventually(() =>
    anna.messagesIn(allgemein).some(({ text }) => text.includes('Die Notiz ist gelöscht.')),
  )
  await anna.types('/bericht III/2026')
  const shared = await eventually(() => withFiles(anna.letters()), 40_000)
  const docx = strFromU8(unzipSync(await bytesOf(shared.files[0]!))['word/document.xml']!)
  expect(docx).toContain('Der Hinweis auf den Markt kam gut an.')
  expect(docx).not.toContain('Noch etwas')
})
