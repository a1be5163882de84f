// The form takes what people type as they typed it, or says beside each field what is wrong with it.
import { expect, test } from 'vitest'
import { eventually, openTestOffice, type TestOffice } from '../support/office.ts'
import { wordsOf, type FormWords } from '../support/person.ts'
import { happenedTo, now, proposes, reaches, sends, someWords } from '../support/steps.ts'

/** Anna types something wrong and reads what stands beside the fields. */
async function errorsOf({ anna }: TestOffice, words: FormWords): Promise<Record<string, string>> {
  await anna.types('/vorschlag')
  await anna.submits({ ...someWords, text: 'Ein Text.', ...words })
  const errors = anna.errors()
  await anna.closes()
  return errors
}

/** What stands in a field of the form on top. */
function fieldOf({ anna }: TestOffice, field: string): string | undefined {
  const blocks = (anna.form()?.view.blocks ?? []) as {
    block_id: string
    element?: { initial_value?: string }
  }[]
  return blocks.find(({ block_id }) => block_id === field)?.element?.initial_value
}

test('a text that is too long is refused with the exact surplus, the link counted in', async () => {
  await using office = await openTestOffice()
  const { anna, petra } = office
  const link = 'https://www.hamburg.de/politik-und-verwaltung/bezirke/bergedorf'
  expect(await errorsOf(office, { text: 'ä'.repeat(281) })).toEqual({
    text: 'Der Text ist 1 Zeichen zu lang.',
  })
  expect(await errorsOf(office, { text: `${'€'.repeat(140)}ß`, link: '' })).toEqual({
    text: 'Der Text ist 1 Zeichen zu lang.',
  })
  expect(await errorsOf(office, { text: 'a'.repeat(258), link, noLinkBecause: '' })).toEqual({
    text: 'Der Text ist mit Link 2 Zeichen zu lang.',
  })
  expect(await errorsOf(office, { text: `kurz\n---\n${'ü'.repeat(300)}\n---\nkurz` })).toEqual({
    text: 'Teil 2 ist 20 Zeichen zu lang.',
  })
  expect(petra.cards()).toEqual([])

  const card = await proposes(anna, 'a'.repeat(256), { link, noLinkBecause: '' })
  expect(wordsOf(card)).toContain('(280 von 280 Zeichen)')
  await petra.reacts('✅', card)
  await reaches(office, 'published')
  expect(office.published()).toEqual([`${'a'.repeat(256)}\n${link}`])
})

test('a text that is much too long comes back in parts that fit, to be looked at, numbered and sent', async () => {
  await using office = await openTestOffice()
  const { anna, petra } = office
  const sentence = 'Am Sonnabend, 14.11.2026, fällt der Wochenmarkt in der Chrysanderstraße aus.'
  await anna.types('/vorschlag')
  await anna.submits({ ...someWords, text: Array(7).fill(sentence).join(' ') })
  expect(petra.cards()).toEqual([])
  const text = fieldOf(office, 'text-1')
  expect(text?.split('\n---\n').map((part) => part.split('fällt').length - 1)).toEqual([3, 3, 1])
  expect(JSON.stringify(anna.form()?.view)).toContain(
    'deshalb steht er hier in 3 Teilen (230, 230 und 76 von 280 Zeichen)',
  )
  // What is still wrong is said beside the text, where it stands now.
  await anna.submits({ text: `${text ?? ''}\n---\n` })
  expect(anna.errors()).toEqual({
    'text-1': expect.stringContaining('Teil 4 ist leer') as string,
  })
  // Divided anew, the field shows the new division, and what was ticked stays ticked.
  const ticked = { numbered: 'Am Ende nummerieren (1/3)' }
  await anna.submits({ text: `${Array(7).fill(sentence).join(' ')} Noch ein Satz.`, ...ticked })
  expect(fieldOf(office, 'text-2')).toContain('Noch ein Satz.')
  expect(fieldOf(office, 'text-2')).toContain('\n---\n')
  expect(JSON.stringify(anna.form()?.view)).toContain('initial_options')
  await anna.submits({ text: text ?? '', numbered: 'Am Ende nummerieren (1/3)' })
  const card = await eventually(() => petra.cards()[0])
  expect(wordsOf(card)).toContain('Thread für X mit 3 Teilen:')
  expect(wordsOf(card)).toContain(`${sentence} 3/3`)
  await petra.reacts('✅', card)
  await reaches(office, 'published')
  expect(office.published()).toHaveLength(3)
  // The same for a version that is revised.
  const second = await proposes(anna, 'Kurz.')
  await anna.presses('Überarbeiten', second)
  await anna.submits({ text: Array(5).fill(sentence).join(' ') })
  expect(fieldOf(office, 'text-1')).toContain('\n---\n')
  await anna.submits({})
  await eventually(() =>
    petra
      .cards()
      .find((one) => wordsOf(one).includes('Fassung 2') && wordsOf(one).includes('Teil 2 von 2')),
  )
})

test('the linked page is one click away for who decides, and looked at where the office wants that', async () => {
  const link = 'https://www.hamburg.de/bergedorf'
  const more = { link, noLinkBecause: '' }
  {
    await using office = await openTestOffice()
    const card = await proposes(office.anna, 'Der Markt fällt aus.', more)
    expect(wordsOf(card)).toContain(link)
    expect(JSON.stringify(card.blocks)).toContain('Verlinkte Seite öffnen')
    expect(wordsOf(card)).not.toContain('Die Seite')
  }
  await using office = await openTestOffice({ LINK_CHECK: 'on' })
  const card = await proposes(office.anna, 'Der Markt fällt aus.', more)
  // Nobody knows whether this machine can see the internet; the card says what was seen.
  await eventually(() => {
    void office.office.desk.settle()
    return /Die Seite (heißt|antwortet|hat nicht geantwortet)/.test(wordsOf(now(card, office)))
  })
  await office.petra.reacts('✅', card)
  await reaches(office, 'published')
})

test('every mistake is said at once, each beside its field', async () => {
  await using office = await openTestOffice()
  expect(await errorsOf(office, { text: '  \n ', noLinkBecause: '', date: '2031-05-12' })).toEqual({
    text: 'Bitte geben Sie einen Text ein.',
    link: 'Bitte geben Sie einen Link an oder im nächsten Feld einen Grund, warum es keinen gibt.',
    time: 'Bitte wählen Sie zum Tag auch eine Uhrzeit oder löschen Sie den Tag.',
  })
  expect(await errorsOf(office, { link: 'siehe Aushang', time: '10:00' })).toEqual({
    link: '„siehe Aushang“ ist keine Adresse im Netz. So sieht eine aus: https://www.hamburg.de/bergedorf',
    date: 'Bitte wählen Sie zur Uhrzeit auch einen Tag oder löschen Sie die Uhrzeit.',
  })
  expect(await errorsOf(office, { text: 'eins\n---\n---\ndrei' })).toEqual({
    text: 'Teil 2 ist leer. Bitte ergänzen Sie Text oder löschen Sie die Trennlinie (---).',
  })
  expect(office.office.proposals.load(1)).toBeNull()
})

test('a planned time must be in the future, within a year, and exist exactly once', async () => {
  await using office = await openTestOffice({}, Date.UTC(2031, 0, 15, 9))
  const { petra, anna } = office
  const past = { time: expect.stringContaining('Dieser Zeitpunkt ist schon vorbei.') as string }
  expect(await errorsOf(office, { date: '2021-05-12', time: '10:00' })).toEqual(past)
  // The clocks of 2031: forward on 30 March at two, back on 26 October at three.
  expect(await errorsOf(office, { date: '2031-03-30', time: '02:30' })).toEqual({
    time: 'Diese Uhrzeit gibt es an diesem Tag nicht, weil die Sommerzeit beginnt. Bitte wählen Sie eine andere.',
  })
  expect(await errorsOf(office, { date: '2031-10-26', time: '02:30' })).toEqual({
    time: 'Diese Uhrzeit gibt es an diesem Tag zweimal, weil die Sommerzeit endet. Bitte wählen Sie eine andere.',
  })
  expect(await errorsOf(office, { date: '2033-03-30', time: '12:00' })).toEqual({
    date: 'Das ist mehr als ein Jahr voraus. Bitte prüfen Sie die Jahreszahl.',
  })
  expect(petra.cards()).toEqual([])
  const summer = await proposes(anna, 'Sommerzeit.', { date: '2031-03-30', time: '03:00' })
  expect(wordsOf(summer)).toContain('Geplant für So., 30.03.2031, 03:00 Uhr MESZ')
  const winter = await proposes(anna, 'Winterzeit.', { date: '2031-10-26', time: '03:00' })
  expect(wordsOf(winter)).toContain('Geplant für So., 26.10.2031, 03:00 Uhr MEZ')
})

test('signs that mean something to Slack or X go out exactly as typed', async () => {
  await using office = await openTestOffice()
  const { anna, petra } = office
  // The ü of "früh" is typed as two characters; people see one, and X counts one.
  const typed = 'A&B <!channel> *fett* _kursiv_ ~weg~ `code` :tada: &amp; 👨‍👩‍👧 Größe fru\u0308h „Tür“'
  // What Slack has a name for is an emoji.
  const text = typed.replace(':tada:', '🎉').normalize('NFC')
  const card = await proposes(anna, typed)
  expect(wordsOf(card)).toContain(text)
  // An emoji counts 2, a family too, however many people it has; everything else here counts 1.
  const { length } = text.replace('👨‍👩‍👧', '..')
  expect(wordsOf(card)).toContain(`(${length} von 280 Zeichen)`)
  expect(card.text).toContain('A&amp;B &lt;!channel&gt;')
  expect(card.text).not.toContain('<!channel>')
  await petra.reacts('✅', card)
  await reaches(office, 'published')
  expect(office.published()).toEqual([text])
})

test('what is typed behind the command stands in the form; "hilfe" explains', async () => {
  await using office = await openTestOffice()
  const { anna, sandbox } = office
  await anna.types('/vorschlag Grüße & <Dank> an alle')
  await eventually(() => fieldOf(office, 'text') === 'Grüße & <Dank> an alle')
  await anna.closes()
  await anna.types('/vorschlag hilfe')
  expect(anna.form()).toBeUndefined()
  const said = anna.messagesIn(sandbox.slack.ids.channels.allgemein).at(-1)
  expect(said).toMatchObject({ ephemeral: true })
  expect(said?.text).toContain('So schlagen Sie einen Beitrag vor:')
  // A text that merely begins so is a text.
  await anna.types('/vorschlag Hilfe für Eltern: neue Sprechstunde')
  await eventually(() => fieldOf(office, 'text') === 'Hilfe für Eltern: neue Sprechstunde')
})

test('a message becomes a proposal by its menu, whoever wrote it', async () => {
  await using office = await openTestOffice()
  const { anna, joerg, petra } = office
  const text = 'Der Sperrmüll & die <Tonnen> kommen am Montag.'
  await anna.proposesMessage(await joerg.says(text))
  await eventually(() => fieldOf(office, 'text') === text)
  await anna.submits(someWords)
  const card = await eventually(() => petra.cards()[0])
  expect(wordsOf(card)).toContain(text)
  expect(wordsOf(card)).toContain('Vorgeschlagen von Anna Ahlers')
})

test('what people wrote in Slack becomes a draft without marks, and what did not become words is said', async () => {
  await using office = await openTestOffice()
  const { anna, joerg, petra } = office
  const elements = [
    { type: 'text', text: 'Danke, ' },
    { type: 'user', user_id: anna.id },
    { type: 'text', text: '! Das Bad öffnet ' },
    { type: 'text', text: 'morgen', style: { bold: true } },
    { type: 'emoji', name: 'tada', unicode: '1f389' },
    { type: 'emoji', name: 'bergedorf' },
  ]
  const blocks = [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }]
  const text = 'Danke, [Name]! Das Bad öffnet morgen🎉:bergedorf:'
  await anna.proposesMessage(await joerg.says('Danke!', { blocks }))
  await eventually(() => fieldOf(office, 'text') === text)
  const form = JSON.stringify(anna.form()?.view)
  expect(form).toContain('Namen aus Slack werden nicht veröffentlicht')
  expect(form).toContain(':bergedorf: ist kein Emoji')
  // Sent as it is, everything is asked at once.
  await anna.submits({ topic: someWords.topic })
  expect(anna.errors()).toEqual({
    text: expect.stringMatching(/:bergedorf: ist kein Emoji.*steht noch \[Name\]/) as string,
    link: expect.stringContaining('Bitte geben Sie einen Link an') as string,
  })
  await anna.submits({ ...someWords, text: 'Das Bad öffnet morgen :tada:' })
  const card = await eventually(() => petra.cards()[0])
  expect(wordsOf(card)).toContain('Das Bad öffnet morgen 🎉')
})

test('a forwarded message is proposed with its words; a card of Amtsfunk has buttons for that', async () => {
  await using office = await openTestOffice()
  const { anna, joerg, petra } = office
  const attachments = [
    { is_share: true, is_msg_unfurl: true, author_name: 'Jörg Jansen', text: '*Brücke* frei' },
  ]
  await anna.proposesMessage(await joerg.says('', { attachments }))
  await eventually(() => fieldOf(office, 'text') === 'Brücke frei')
  await anna.submits(someWords)
  const card = await eventually(() => petra.cards()[0])
  await petra.proposesMessage(card)
  await eventually(() => petra.told().some((said) => said.includes('von Amtsfunk selbst')))
  expect(petra.form()).toBeUndefined()
})

test('a message longer than the field says what stands no more in it', async () => {
  await using office = await openTestOffice()
  const { anna, joerg } = office
  const said = await joerg.says(`${'Wort '.repeat(700)}Ende gut`)
  await anna.proposesMessage(said)
  await eventually(() => fieldOf(office, 'text')?.endsWith('Wort'))
  expect(JSON.stringify(anna.form()?.view)).toMatch(
    /Der Text ist länger als das Feld: \d+ Zeichen stehen nicht mehr darin. Sie beginnen mit „Wort /,
  )
})

test('a form sent twice makes one proposal, and a revision sent twice one version', async () => {
  await using office = await openTestOffice()
  const { anna, petra } = office
  await anna.types('/vorschlag Nur einmal.')
  await eventually(() => anna.form())
  await Promise.all([anna.submits(someWords), anna.submits(someWords)])
  const card = await eventually(() => petra.cards()[0])
  await eventually(() => anna.heard('liegt zur Freigabe') === 1)
  expect(office.office.proposals.load(2)).toBeNull()

  await anna.presses('Überarbeiten', card)
  await eventually(() => anna.form())
  const words = { text: 'Nur einmal, aber besser.' }
  await Promise.all([anna.submits(words), anna.submits(words)])
  const next = await eventually(() => petra.cards()[1])
  expect(anna.form()).toBeUndefined()
  expect(happenedTo(office)).toEqual(['proposed', 'revised'])
  await petra.reacts('✅', next)
  await reaches(office, 'published')
  expect(petra.cards()).toHaveLength(2)
  expect(sends(office)).toBe(1)
})

test('a guest is offered no form and reads why, and one they made up is not read', async () => {
  await using office = await openTestOffice()
  const { guel, sandbox } = office
  await guel.types('/vorschlag Ein Gruß aus dem Praktikum')
  const heard = () =>
    JSON.stringify([guel.letters(), guel.toldIn(sandbox.slack.ids.channels.allgemein)])
  await eventually(() => heard().includes('Hier wirken nur Beschäftigte des Amtes mit.'))
  expect(guel.form()).toBeUndefined()
  const team = { id: 'T0AMT', domain: 'amt' }
  const view = { id: 'V0FORGED', type: 'modal', callback_id: 'proposal', private_metadata: '' }
  const blocks = [{ type: 'input', block_id: 'text' }]
  const { payload } = await sandbox.slack.forge('interactive', {
    ...{ type: 'view_submission', team, user: { id: guel.id, team_id: team.id } },
    view: { ...view, blocks, state: { values: {} }, hash: '1.a' },
  })
  expect(JSON.stringify(payload)).toContain('Hier wirken nur Beschäftigte des Amtes mit.')
  expect(office.office.proposals.load(1)).toBeNull()
})

test('a pasted press release becomes a short draft in the form, and what was filled in stays', async () => {
  await using office = await openTestOffice()
  const { anna, petra } = office
  await anna.types('/vorschlag Ein Entwurf')
  await eventually(() => fieldOf(office, 'text') === 'Ein Entwurf')
  await anna.pressesInForm('Aus einer Pressemitteilung', { topic: someWords.topic })
  await eventually(() => anna.form()?.view.callback_id === 'press-release')
  await anna.submits({
    heading: 'Freibad Lohbrügge öffnet',
    release: `Hamburg freut sich: Das Bad öffnet am 2. Mai. ${'Noch ein Satz. '.repeat(100)}`,
    address: 'https://www.hamburg.de/bad',
  })
  await eventually(() => JSON.stringify(anna.form()?.view).includes('Ein Vorschlag aus der Presse'))
  expect(JSON.stringify(anna.form()?.view)).toMatch(/[\d.]+ Zeichen der Mitteilung stehen nicht/)
  await anna.submits({})
  const card = await eventually(() => petra.cards()[0])
  expect(wordsOf(card)).toMatch(
    /Freibad Lohbrügge öffnet\n\nHamburg freut sich: Das Bad öffnet am 2. Mai\.\nhttps:\/\/www\.hamburg\.de\/bad/,
  )
  expect(wordsOf(card)).toContain('Verkehr & Baustellen')
})

test('a long message with a title above it comes as a short draft, and how much it leaves out is said', async () => {
  await using office = await openTestOffice()
  const { anna, joerg } = office
  const body = `Ab Montag wird gebaut. ${'Die Umleitung ist lang. '.repeat(60)}https://www.hamburg.de/pm`
  await anna.proposesMessage(await joerg.says(`Wentorfer Straße gesperrt\n\n${body}`))
  await eventually(
    () => fieldOf(office, 'text') === 'Wentorfer Straße gesperrt\n\nAb Montag wird gebaut.',
  )
  expect(fieldOf(office, 'link')).toBe('https://www.hamburg.de/pm')
  expect(JSON.stringify(anna.form()?.view)).toMatch(/1\.\d{3} Zeichen der Mitteilung stehen nicht/)
})

test('a Textbaustein fills the text behind what was typed, and its dots have to be filled in', async () => {
  await using office = await openTestOffice({
    POST_TEMPLATES_PATH: 'docs/textbausteine-beitraege.md',
  })
  const { anna } = office
  await anna.types('/vorschlag Achtung:')
  await eventually(() => anna.form())
  await anna.choosesInForm('post-template', 'Straßensperrung')
  const words = await eventually(() => {
    const shown = anna.formWords()
    return JSON.stringify(anna.form()?.view).includes('Die Umleitung ist ausgeschildert') && shown
  })
  expect(words).toContain('Textbaustein')
  expect(JSON.stringify(anna.form()?.view)).toContain('Achtung:\\n\\nAb …, dem …')
  await anna.submits({ ...someWords })
  expect(Object.values(anna.errors())).toEqual([
    'Im Text stehen noch Punkte (…). Bitte füllen Sie sie aus oder löschen Sie den Satz.',
  ])
  await anna.submits({ ...someWords, text: 'Ab Montag ist die Chrysanderstraße gesperrt.' })
  await eventually(() => anna.cards()[0])
})

test('an office without Textbausteine for posts is asked for none', async () => {
  await using office = await openTestOffice()
  await office.anna.types('/vorschlag')
  await eventually(() => office.anna.form())
  expect(office.anna.formWords()).not.toContain('Textbaustein')
})
