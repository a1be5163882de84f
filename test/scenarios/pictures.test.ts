// A photo goes from a phone to the public: cleaned, described, approved as it will be seen, uploaded and posted.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebClient } from '@slack/web-api'
import sharp from 'sharp'
import { expect, onTestFinished, test } from 'vitest'
import type { Fault } from '../../sandbox/contract.ts'
import { eventually, openTestOffice, type TestOffice } from '../support/office.ts'
import { wordsOf, type FormWords, type TypedFile } from '../support/person.ts'
import { happenedTo, now, reaches, sends, shows, someWords } from '../support/steps.ts'

/** A photo as a phone takes it: lying on its side, with the place where it was taken. */
async function photo(name = 'IMG_4711.jpg', colour = '#2d6a4f'): Promise<TypedFile> {
  const dots = sharp({ create: { width: 640, height: 480, channels: 3, background: colour } })
  const bytes = await dots
    .withExif({ IFD0: { Copyright: 'GEHEIM' }, IFD3: { GPSLatitude: '53/1 29/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  return { name, mimetype: 'image/jpeg', data: bytes.toString('base64') }
}

const described = {
  'altText-1': 'Eine grüne Fläche von oben.',
  'credit-1': 'Foto: Anna Ahlers',
  'people-1': 'Keine Person zu erkennen',
} satisfies FormWords

/** Anna fills in the first step with files and reaches the second. */
async function chooses({ anna }: TestOffice, files: TypedFile[], words: FormWords = {}) {
  await anna.types('/vorschlag')
  await anna.submits({ ...someWords, text: 'Die Wiese ist fertig.', ...words }, files)
  expect(anna.errors()).toEqual({})
  expect(anna.form()?.view).toMatchObject({ callback_id: 'pictures' })
}

/** What the public sees of the pictures of the last post: what is told of each, and its bytes. */
async function publicPictures({ sandbox }: TestOffice) {
  const [post] = sandbox.x.sight().posts
  return Promise.all(
    (post?.media ?? []).map(async ({ url, alt }) => {
      const answer = await fetch(url, { headers: { cookie: sandbox.entry.cookie } })
      return { alt, bytes: Buffer.from(await answer.arrayBuffer()) }
    }),
  )
}

test('a photo with a place is posted without it, upright, with its alternative text', async () => {
  await using office = await openTestOffice()
  const { anna, petra, sandbox } = office
  await chooses(office, [await photo()])
  await anna.submits(described)
  expect(anna.errors()).toEqual({})
  expect(anna.form()).toBeUndefined()
  const card = await eventually(() => petra.cards()[0])
  const ready = await eventually(() => imageOn(card, office))
  expect(ready.blocks).toContainEqual(
    expect.objectContaining({
      ...{ type: 'image', alt_text: 'Eine grüne Fläche von oben.' },
      title: { type: 'plain_text', text: 'Bild', emoji: false },
    }),
  )
  expect(wordsOf(ready)).toContain('Foto: Anna Ahlers · keine Person zu erkennen')
  await petra.reacts('✅', card)
  await reaches(office, 'published')
  const [picture] = await publicPictures(office)
  expect(picture?.alt).toBe('Eine grüne Fläche von oben.')
  const { width, height, exif, icc, xmp } = await sharp(picture?.bytes).metadata()
  expect({ width, height, exif, icc, xmp }).toEqual({ width: 480, height: 640 })
  expect(picture?.bytes.includes('GEHEIM')).toBe(false)
  // One call for the bytes, one for the words, one for the post.
  const calls = sandbox.x.calls().map(({ route }) => route)
  // Numbers of followers and mentions are read by the clock.
  expect(calls.filter((route) => route.startsWith('POST'))).toEqual([
    'POST /2/media/upload',
    'POST /2/media/metadata',
    'POST /2/tweets',
  ])
  expect(happenedTo(office)).toEqual(['proposed', 'approved', 'uploaded', 'begun', 'posted'])
})

test('what is said about a picture is asked for beside it, and what is no picture is told there', async () => {
  await using office = await openTestOffice()
  const { anna } = office
  const text = {
    name: 'liste.png',
    mimetype: 'image/png',
    data: Buffer.from('a,b').toString('base64'),
  }
  await chooses(office, [await photo(), text])
  await anna.submits({
    ...described,
    'altText-2': 'Eine Liste.',
    'credit-2': 'Amt',
    'people-2': 'Keine Person zu erkennen',
  })
  expect(anna.errors()).toEqual({
    'altText-2': expect.stringMatching(/^„liste\.png“: Das ist eine Textdatei\./) as string,
  })
  await anna.closes()
  // The first step is still there, with what was typed.
  expect(anna.form()?.view).toMatchObject({ callback_id: 'proposal' })
  await anna.submits({ ...someWords, text: 'Die Wiese ist fertig.' }, [await photo()])
  await anna.submits({ ...described, 'altText-1': 'IMG_4711.jpg' })
  expect(anna.errors()).toEqual({
    'altText-1':
      'Das ist ein Dateiname. Bitte beschreiben Sie in einem Satz, was auf dem Bild zu sehen ist.',
  })
  // What only Slack shows is asked about as in the text, and with everything else at once.
  await anna.submits({
    ...described,
    'altText-1': 'Die Wiese :bergedorf: von oben.',
    'people-1': 'Personen zu erkennen, ohne Rechtsgrundlage',
  })
  expect(anna.errors()).toEqual({
    'altText-1': expect.stringContaining(':bergedorf: ist kein Emoji') as string,
    'people-1': expect.stringContaining('§ 23 KUG') as string,
  })
  await anna.submits({ ...described, 'people-1': 'Personen zu erkennen, ohne Rechtsgrundlage' })
  expect(anna.errors()).toEqual({
    'people-1':
      'Ohne Einwilligung oder § 23 KUG darf das Bild nicht veröffentlicht werden. Bitte nehmen Sie ein anderes.',
  })
  expect(anna.cards()).toEqual([])
})

test('pictures are revised: put in another order, left out, described anew, and the text stays', async () => {
  await using office = await openTestOffice()
  const { anna, petra } = office
  await chooses(office, [await photo('eins.jpg'), await photo('zwei.jpg', '#aa3300')])
  await anna.submits({
    ...described,
    'altText-2': 'Eine rote Fläche.',
    'credit-2': 'Foto: Amt',
    'people-2': 'Keine Person zu erkennen',
    'place-2': 'an 1. Stelle',
  })
  expect(anna.errors()).toEqual({})
  const altTexts = () =>
    (office.office.proposals.load(1)?.versions.at(-1)?.content.pictures ?? []).map(
      ({ altText }) => altText,
    )
  const card = await eventually(() => petra.cards()[0])
  expect(altTexts()).toEqual(['Eine rote Fläche.', 'Eine grüne Fläche von oben.'])
  await anna.presses('Überarbeiten', card)
  await anna.submits({
    text: 'Die Wiese ist fertig, der Platz auch.',
    carried: ['Eine grüne Fläche von oben.'],
  })
  await anna.submits({
    'altText-1': 'Die neue Wiese von oben.',
    'people-1': 'Keine Person zu erkennen',
  })
  expect(anna.errors()).toEqual({})
  expect(altTexts()).toEqual(['Die neue Wiese von oben.'])
  const { content } = office.office.proposals.load(1)?.versions.at(-1) ?? {}
  expect(content?.text).toBe('Die Wiese ist fertig, der Platz auch.')
})

test('who goes back to the first step finds in the second what was said there', async () => {
  await using office = await openTestOffice()
  const { anna } = office
  const files = [await photo('eins.jpg'), await photo('zwei.jpg', '#aa3300')]
  await chooses(office, files)
  await anna.submits({
    ...described,
    'people-1': 'Personen zu erkennen, ohne Rechtsgrundlage',
    'altText-2': 'Eine rote Fläche.',
    'credit-2': 'Foto: Amt',
    'people-2': 'Keine Person zu erkennen',
  })
  expect(Object.keys(anna.errors())).toEqual(['people-1'])
  await anna.closes()
  // The first picture is left out; of the second nothing has to be said again.
  await anna.submits({ ...someWords, text: 'Die Wiese ist fertig und offen.' }, files.slice(1))
  await anna.submits({})
  expect(anna.errors()).toEqual({})
  const { content } = office.office.proposals.load(1)?.versions.at(-1) ?? {}
  expect(content?.text).toBe('Die Wiese ist fertig und offen.')
  expect(content?.pictures?.map(({ altText }) => altText)).toEqual(['Eine rote Fläche.'])
})

test('a picture that X does not take waits with a sentence, and nothing goes out without it', async () => {
  await using office = await openTestOffice()
  const { anna, petra, sandbox } = office
  await chooses(office, [await photo()])
  await anna.submits(described)
  const card = await eventually(() => petra.cards()[0])
  sandbox.x.setFaults([{ kind: 'server-error', method: 'POST /2/media/upload', times: null }])
  await petra.presses('Freigeben', await eventually(() => imageOn(card, office)))
  await shows(card, 'Das Bild ist noch nicht bei X: X ist gerade nicht erreichbar.', office)
  expect(sends(office)).toBe(0)
  sandbox.x.setFaults([])
  await office.wait({ minutes: 2 })
  await reaches(office, 'published')
  expect(await publicPictures(office)).toHaveLength(1)
})

test('a picture that waits for its post longer than X keeps it is uploaded anew', async () => {
  await using office = await openTestOffice({}, Date.parse('2026-11-23T09:00:00Z'))
  const { anna, petra, sandbox } = office
  await chooses(office, [await photo()])
  await anna.submits(described)
  const card = await eventually(() => petra.cards()[0])
  await petra.presses('Freigeben', await eventually(() => imageOn(card, office)))
  await reaches(office, 'published')
  const uploads = () => sandbox.x.calls().filter(({ route }) => route === 'POST /2/media/upload')
  expect(uploads()).toHaveLength(1)
  // The same for one whose post was refused for a day.
  await chooses(office, [await photo()], { text: 'Die zweite Wiese ist fertig.' })
  await anna.submits(described)
  const second = await eventually(() => petra.cards()[1])
  sandbox.x.setFaults([{ kind: 'no-credit', method: 'POST /2/tweets', times: null }])
  await petra.presses('Freigeben', await eventually(() => imageOn(second, office)))
  await eventually(() => happenedTo(office, 2).includes('not-sent'))
  for (let hour = 0; hour < 2; hour += 1) await office.wait({ minutes: 61 })
  await reaches(office, 'check-needed', 2)
  await office.wait({ minutes: 24 * 60 })
  sandbox.x.setFaults([])
  await petra.presses('Jetzt senden', now(second, office))
  await reaches(office, 'published', 2)
  expect(uploads()).toHaveLength(3)
  expect(happenedTo(office, 2).filter((type) => type === 'uploaded')).toHaveLength(2)
})

function imageOn(card: { ts: string }, office: TestOffice) {
  const found = office.petra.cards().find(({ ts }) => ts === card.ts)
  return JSON.stringify(found?.blocks).includes('"type":"image"') && found
}

test.each<[string, Fault, string]>([
  [
    'is too large for X',
    { kind: 'too-large', method: 'POST /2/media/upload', times: 1 },
    'X nimmt das Bild oder Video nicht an.',
  ],
  [
    'X makes no picture of',
    { kind: 'media-fails', method: 'POST /2/media/upload', times: 1 },
    'X nimmt das Bild oder Video nicht an.',
  ],
])('a picture that %s ends its post with a sentence', async (_, fault, sentence) => {
  await using office = await openTestOffice()
  const { anna, petra, sandbox } = office
  await chooses(office, [await photo()])
  await anna.submits(described)
  const card = await eventually(() => petra.cards()[0])
  sandbox.x.setFaults([fault])
  await petra.presses('Freigeben', await eventually(() => imageOn(card, office)))
  await reaches(office, 'failed')
  await shows(card, sentence, office)
  expect(sends(office)).toBe(0)
})

test('a picture that X has forgotten when its post comes is uploaded anew, once', async () => {
  await using office = await openTestOffice()
  const { anna, petra, sandbox } = office
  await chooses(office, [await photo()])
  await anna.submits(described)
  const card = await eventually(() => petra.cards()[0])
  sandbox.x.setFaults([{ kind: 'media-gone', method: 'POST /2/tweets', times: 1 }])
  await petra.presses('Freigeben', await eventually(() => imageOn(card, office)))
  await reaches(office, 'published')
  const uploads = sandbox.x.calls().filter(({ route }) => route === 'POST /2/media/upload')
  expect([uploads.length, sends(office)]).toEqual([2, 2])
  expect(await publicPictures(office)).toHaveLength(1)
  expect(happenedTo(office).filter((type) => type === 'not-sent')).toHaveLength(1)
})

test('a ✅ on a card that does not show its picture yet approves nothing', async () => {
  await using office = await openTestOffice()
  const { anna, petra, sandbox } = office
  sandbox.slack.setFaults([{ kind: 'server-error', method: 'files.upload', times: null }])
  await chooses(office, [await photo()])
  await anna.submits(described)
  const card = await eventually(() => petra.cards()[0])
  await shows(card, 'Das Bild wird noch geladen.', office)
  expect(wordsOf(card)).not.toContain('Freigeben')
  await petra.reacts('✅', card)
  await eventually(() => petra.toldIn(card.channel)[0]?.text.startsWith('Die Bilder werden noch'))
  expect(happenedTo(office)).toEqual(['proposed'])
})

test('a card whose picture somebody deleted in Slack goes on telling what is the case', async () => {
  await using office = await openTestOffice()
  const { anna, petra, sandbox, config } = office
  await chooses(office, [await photo()])
  await anna.submits(described)
  const card = await eventually(() => petra.cards()[0])
  const ready = await eventually(() => imageOn(card, office))
  const file = /"id":"(F\w+)"/.exec(JSON.stringify(ready.blocks))?.[1] ?? ''
  await petra.presses('Freigeben', ready)
  const client = new WebClient(config.SLACK_BOT_TOKEN, { slackApiUrl: `${sandbox.address}/api/` })
  await client.files.delete({ file })
  await reaches(office, 'published')
  await shows(card, 'Veröffentlicht am', office)
})

test('four pictures take two calls each, and none more', async () => {
  await using office = await openTestOffice()
  const { anna, petra, sandbox } = office
  const colours = ['#111111', '#444444', '#777777', '#aaaaaa']
  await chooses(office, await Promise.all(colours.map((colour) => photo('a.jpg', colour))))
  const words = colours.map((colour, index): FormWords => {
    const of = (field: string) => `${field}-${index + 1}`
    return {
      [of('altText')]: `Eine Fläche in ${colour}.`,
      ...{ [of('credit')]: 'Foto: Amt', [of('people')]: 'Keine Person zu erkennen' },
    }
  })
  await anna.submits(Object.assign({}, ...words) as FormWords)
  expect(anna.errors()).toEqual({})
  const card = await eventually(() => petra.cards()[0])
  await eventually(() => JSON.stringify(now(card, office).blocks).split('slack_file').length === 5)
  const before = sandbox.x.calls().length
  await petra.presses('Freigeben', now(card, office))
  await reaches(office, 'published')
  const calls = sandbox.x
    .calls()
    .slice(before)
    .filter(({ route }) => route.startsWith('POST'))
  const of = (route: string) => calls.filter((call) => call.route === route).length
  expect([of('POST /2/media/upload'), of('POST /2/media/metadata'), calls.length]).toEqual([
    4, 4, 9,
  ])
  expect((await publicPictures(office)).map(({ alt }) => alt)).toEqual(
    colours.map((colour) => `Eine Fläche in ${colour}.`),
  )
})

test('a picture nobody submitted is erased after two days, one that is needed stays', async () => {
  await using office = await openTestOffice()
  const { anna, sandbox, config } = office
  const { pictures, forgetPictures } = office.office.proposals
  const { allgemein } = sandbox.slack.ids.channels
  const taken = async (file: string) => {
    const end = await pictures.take(file)
    if ('refused' in end) throw new Error(end.refused)
    return end.sha256
  }
  const file = await photo('a.jpg', '#123456')
  await anna.tries({ as: anna.id, act: 'message', channel: allgemein, text: '', files: [file] })
  const shared = anna.messagesIn(allgemein).at(-1)?.files[0]?.id ?? ''
  const unused = await taken(shared)
  const preview = await pictures.preview(unused)
  await chooses(office, [await photo()])
  await anna.submits(described)
  await eventually(() => anna.cards()[0])
  const [used] = office.office.proposals.load(1)?.versions[0].content.pictures ?? []
  await office.wait({ minutes: 3 * 24 * 60 })
  await forgetPictures()
  expect(pictures.get(unused)).toBeNull()
  expect(pictures.get(used?.sha256 ?? '')).not.toBeNull()
  const client = new WebClient(config.SLACK_BOT_TOKEN, { slackApiUrl: `${sandbox.address}/api/` })
  await expect(client.files.info({ file: preview ?? '' })).rejects.toThrow('file_not_found')
  // Whoever brings the same file along again gets it again.
  expect(pictures.get(await taken(shared))).not.toBeNull()
  // What has been public for a year is on X, and needs no bytes here.
  await office.wait({ minutes: 366 * 24 * 60 })
  await forgetPictures()
  expect(pictures.get(used?.sha256 ?? '')).not.toBeNull()
})

test('a Kachel in a form that was open for days is asked for anew, not submitted without its dots', async () => {
  await using office = await openTestOffice()
  const { anna } = office
  await anna.types('/vorschlag')
  await eventually(() => anna.form())
  await wantsTile(office)
  await anna.submits({ motif: 'Hinweis', heading: 'Sprechzeit', text: 'Morgen ab 9 Uhr.' })
  await eventually(() => JSON.stringify(anna.form()?.view).includes('Kachel: Sprechzeit'))
  await anna.submits({ ...someWords, text: 'Morgen ist Sprechzeit.' })
  expect(anna.form()?.view).toMatchObject({ callback_id: 'pictures' })
  await office.wait({ minutes: 3 * 24 * 60 })
  await office.office.proposals.forgetPictures()
  await anna.submits({ 'people-1': 'Keine Person zu erkennen' })
  expect(Object.keys(anna.errors())).toEqual(['altText-1'])
  expect(anna.cards()).toEqual([])
})

/** Anna proposes a message of hers with these photos. */
async function proposesPhotos({ anna, sandbox }: TestOffice, files: TypedFile[]): Promise<void> {
  const { allgemein } = sandbox.slack.ids.channels
  await anna.tries({ as: anna.id, act: 'message', channel: allgemein, text: 'Fertig!', files })
  await anna.proposesMessage(await eventually(() => anna.messagesIn(allgemein).at(-1)))
  await eventually(() => anna.form())
}

/** Anna opens the form for a Kachel, with what is filled in below it so far. */
async function wantsTile({ anna }: TestOffice, words: FormWords = {}): Promise<void> {
  await anna.pressesInForm('Kachel erstellen', words)
  await eventually(() => anna.form()?.view.callback_id === 'tile')
}

/** The list of pictures in Anna's form: its action, every picture in it, and what is ticked. */
function listIn({ anna }: TestOffice) {
  type List = Record<'options' | 'initial_options', { text: { text: string } }[] | undefined>
  type Block = { block_id: string; element: List & { action_id: string } }
  const blocks = (anna.form()?.view.blocks ?? []) as Block[]
  const list = blocks.find(({ block_id }) => block_id === 'carried')?.element
  const labels = (all: List['options']) => (all ?? []).map(({ text }) => text.text)
  return {
    action: list?.action_id,
    all: labels(list?.options),
    ticked: labels(list?.initial_options),
  }
}

test('who thinks better of a Kachel finds the pictures as they were ticked', async () => {
  await using office = await openTestOffice()
  const { anna } = office
  await proposesPhotos(office, [await photo('eins.jpg'), await photo('zwei.jpg', '#aa3300')])
  await wantsTile(office, { carried: ['zwei.jpg'] })
  await anna.closes()
  await anna.submits({ ...someWords, carried: ['zwei.jpg'] })
  expect(anna.errors()).toEqual({})
  const described = JSON.stringify(anna.form()?.view)
  expect(described).toContain('zwei.jpg')
  expect(described).not.toContain('eins.jpg')
})

test('a Kachel joins the pictures as they were ticked, in a list that Slack ticks anew', async () => {
  await using office = await openTestOffice()
  const { anna } = office
  await proposesPhotos(office, [await photo('eins.jpg'), await photo('zwei.jpg', '#aa3300')])
  const before = listIn(office)
  await wantsTile(office, { carried: ['zwei.jpg'] })
  await anna.submits({ motif: 'Hinweis', heading: 'Sprechzeit', text: 'Morgen ab 9 Uhr.' })
  const joined = await eventually(() => listIn(office).all.length === 3 && listIn(office))
  expect(joined).toMatchObject({
    all: ['eins.jpg', 'zwei.jpg', 'Kachel: Sprechzeit'],
    ticked: ['zwei.jpg', 'Kachel: Sprechzeit'],
  })
  // Slack keeps what was ticked in a list of the same name, and would not tick what is new in it.
  expect(joined.action).not.toBe(before.action)
  // Drawn a second time, it can be told from the first.
  await wantsTile(office)
  await anna.submits({ motif: 'Hinweis', heading: 'Sprechzeit', text: 'Morgen ab 10 Uhr.' })
  const again = await eventually(() => listIn(office).all.length === 4 && listIn(office))
  expect(again.all.at(-1)).toBe('Kachel: Sprechzeit (2)')
  await anna.submits({ ...someWords, carried: ['Kachel: Sprechzeit (2)'] })
  const described = JSON.stringify(anna.form()?.view)
  expect(described).toContain('Hinweis: Sprechzeit. Morgen ab 10 Uhr.')
  expect(described).not.toContain('Morgen ab 9 Uhr.')
})

test('one Kachel more than Slack can list is refused with what to do', async () => {
  await using office = await openTestOffice()
  const { anna } = office
  await anna.types('/vorschlag')
  await eventually(() => anna.form())
  for (let tile = 1; tile <= 10; tile += 1) {
    await wantsTile(office)
    await anna.submits({ motif: 'Zahl', heading: String(tile) })
    await eventually(() => listIn(office).all.length === tile)
  }
  await wantsTile(office)
  await anna.submits({ motif: 'Zahl', heading: '11' })
  expect(anna.errors().heading).toMatch(/^Die Liste der Bilder ist voll \(10\)\./)
})

test('a text that is divided leaves the pictures as they were ticked', async () => {
  await using office = await openTestOffice()
  const { anna } = office
  await proposesPhotos(office, [await photo('eins.jpg'), await photo('zwei.jpg', '#aa3300')])
  const long = 'Die Wiese ist fertig. '.repeat(20)
  await anna.submits({ ...someWords, text: long, carried: ['zwei.jpg'] })
  await eventually(() => JSON.stringify(anna.form()?.view).includes('"numbered"'))
  expect(listIn(office).ticked).toEqual(['zwei.jpg'])
  const numbered = 'Am Ende nummerieren (1/3)'
  await wantsTile(office, { carried: ['zwei.jpg'], numbered })
  await anna.submits({ motif: 'Hinweis', heading: 'Sprechzeit', text: 'Morgen ab 9 Uhr.' })
  await eventually(() => listIn(office).all.length === 3)
  expect(anna.form()?.view.blocks).toContainEqual(
    expect.objectContaining({
      element: expect.objectContaining({
        ...{ action_id: 'numbered', initial_options: expect.anything() as unknown },
      }) as unknown,
    }),
  )
})

test('a post that was made with AI says so where the office wants it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'amtsfunk-buero-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  const settings = JSON.parse(readFileSync('docs/buero.json', 'utf8')) as Record<string, object>
  const tile = { ...settings.tile, logo: null }
  const path = join(folder, 'buero.json')
  writeFileSync(path, JSON.stringify({ ...settings, tile, madeWithAi: true }))
  await using office = await openTestOffice({ OFFICE_PATH: path })
  const { anna, petra, sandbox } = office
  await anna.types('/vorschlag Ein Bild vom neuen Platz.')
  await anna.submits({ ...someWords, madeWithAi: 'Mit KI erstellt: X kennzeichnet es' })
  const card = await eventually(() => petra.cards()[0])
  expect(wordsOf(card)).toContain('X zeigt dazu: mit KI erstellt.')
  await petra.presses('Freigeben', card)
  await reaches(office, 'published')
  expect(sandbox.x.sight().posts[0]).toMatchObject({ madeWithAi: true })
})
