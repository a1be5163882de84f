// Whoever types, presses or fills in something gets an answer: when the program breaks off, when Slack does, and when
// what was pressed means nothing any more.
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { eventually, manifest, openedOffice, openTestOffice, openWorld } from '../support/office.ts'
import { cardOf, openModerationOffice, writes } from '../support/moderation.ts'
import { asBot, oldButton } from '../support/old-slack.ts'
import { wordsOf } from '../support/person.ts'
import { proposes, reaches, someWords } from '../support/steps.ts'

const kennung = /Kennung [0-9a-f]{4}/

/** Keeps the database for itself, as a backup program or a full disk would, until it is let go. */
function locked(path: string): { [Symbol.dispose](): void } {
  const other = new Database(path)
  other.exec('BEGIN IMMEDIATE')
  return {
    [Symbol.dispose]() {
      other.exec('ROLLBACK')
      other.close()
    },
  }
}

test('a button that cannot be carried out says so with its Kennung, and nothing is decided', async () => {
  await using office = await openModerationOffice({ UNDO_SECONDS: 3600 })
  const { anna, petra, config } = office
  const card = await proposes(anna, 'Ein Beitrag.')
  await petra.presses('Freigeben', card)
  await reaches(office, 'approved')
  writes(office, '@BABergedorf Hallo?')
  await office.reads()
  const mention = await cardOf(office, 1)
  {
    using _lock = locked(config.DATABASE_PATH)
    // Slack may show its own sign meanwhile, because everything waits for the file.
    await anna.presses('Stopp', card).catch(() => undefined)
    await eventually(() => anna.told().length === 1, 60_000)
    await petra.presses('Übernehmen', mention).catch(() => undefined)
    await eventually(() => petra.toldAtModeration().length === 1, 60_000)
  }
  expect(anna.told()[0]).toMatch(kennung)
  expect(petra.toldAtModeration()[0]).toMatch(kennung)
  await anna.presses('Stopp', card)
  await reaches(office, 'submitted')
  expect(anna.told()).toHaveLength(1)
}, 180_000)

test('a form that cannot be taken keeps what was typed and says so in the form', async () => {
  await using office = await openTestOffice()
  const { anna, petra, config } = office
  await anna.types('/vorschlag Ein Beitrag.')
  await eventually(() => anna.form())
  {
    using _lock = locked(config.DATABASE_PATH)
    await anna.submits(someWords).catch(() => undefined)
    await eventually(() => anna.errors().text, 60_000)
  }
  expect(anna.errors().text).toMatch(kennung)
  await anna.submits(someWords)
  await eventually(() => petra.cards()[0])
  expect(anna.form()).toBeUndefined()
  expect(office.office.proposals.load(2)).toBeNull()
}, 180_000)

test('a form that does not open gives the typed text back, wherever it was typed', async () => {
  await using office = await openTestOffice()
  const { anna, sandbox } = office
  const { allgemein, kantine, freigabe } = sandbox.slack.ids.channels
  sandbox.slack.setFaults([{ kind: 'server-error', method: 'views.open', times: null }])
  for (const [line, channel] of [
    ['/vorschlag Der *Laternenumzug* & mehr', allgemein],
    ['/erfahrung Der *Laternenumzug* & mehr', kantine],
  ] as const) {
    await anna.types(line, channel)
    const told = await eventually(() => anna.toldIn(channel)[0])
    expect(told.text).toMatch(kennung)
    expect(wordsOf(told)).toContain('Der *Laternenumzug* & mehr')
  }
  await anna.proposesMessage(await anna.says('Der Sperrmüll kommt.'))
  const told = await eventually(() => anna.toldIn(allgemein)[1])
  expect(wordsOf(told)).toContain('Der Sperrmüll kommt.')
  sandbox.slack.setFaults([])
  const card = await proposes(anna, 'Ein Beitrag.')
  sandbox.slack.setFaults([{ kind: 'server-error', method: 'views.open', times: null }])
  await anna.presses('Überarbeiten', card)
  expect((await eventually(() => anna.toldIn(freigabe)[0])).text).toMatch(kennung)
  await anna.opensHome()
  await eventually(() => anna.home() !== '')
  await anna.pressesAtHome('Beitrag vorschlagen')
  await eventually(() => anna.letters().some(({ text }) => kennung.test(text)))
})

test('buttons of another version of the program are answered, whatever they carry', async () => {
  await using office = await openTestOffice()
  const { petra, sandbox } = office
  const card = await proposes(office.anna, 'Ein Beitrag.')
  const seal = `1/1/${'0123456789abcdef'.repeat(4)}`
  await oldButton(office, { action_id: 'boost', value: '1', label: 'Bewerben' })
  await oldButton(office, { action_id: 'approve', value: seal, label: 'Freigeben' })
  await oldButton(office, { action_id: 'claim', value: 'mention/77', label: 'Übernehmen' })
  const [boost, approve, claim] = await eventually(() => {
    const old = petra.cards().filter(({ text }) => text === 'Eine alte Karte')
    return old.length === 3 && old
  })
  await petra.presses('Bewerben', boost!)
  await eventually(() => petra.told().length === 1)
  await petra.presses('Freigeben', approve!)
  await eventually(() => petra.told().length === 2)
  expect(petra.told().every((said) => said.includes('ältere') && said.includes('nichts'))).toBe(
    true,
  )
  await petra.presses('Übernehmen', claim!)
  await eventually(() => petra.told()[2]?.includes('kennt Amtsfunk nicht'))
  expect(office.office.proposals.load(1)?.stage.is).toBe('submitted')
  // Where even Slack's address for answers fails, the sentence comes another way.
  sandbox.slack.setFaults([{ kind: 'server-error', method: 'response_url', times: null }])
  await petra.presses('Bewerben', boost!)
  await eventually(() => petra.told().length === 4)
  sandbox.slack.setFaults([
    { kind: 'server-error', method: 'response_url', times: null },
    { kind: 'server-error', method: 'chat.postEphemeral', times: null },
  ])
  await petra.presses('Bewerben', boost!)
  await eventually(() => petra.letters().some(({ text }) => text.includes('ältere')))
  expect(card.ts).toBeTruthy()
})

test('a form of another version of the program is answered in the form', async () => {
  await using office = await openTestOffice()
  const { anna } = office
  await anna.types('/vorschlag Ein Beitrag.')
  const { view, viewId } = await eventually(() => anna.form())
  const { type, title, submit, close, blocks } = view
  const shown = { type, title, submit, close, blocks }
  for (const changed of [
    { callback_id: 'poll', private_metadata: '' },
    { callback_id: 'proposal', private_metadata: '1/1/abc' },
  ]) {
    await asBot(office, 'views.update', { view_id: viewId, view: { ...shown, ...changed } })
    await anna.submits(someWords)
    expect(anna.errors().text).toContain('älteren Fassung')
  }
  expect(office.office.proposals.load(1)).toBeNull()
})

test('answers to commands arrive where they were typed, also where the bot is no member', async () => {
  await using office = await openModerationOffice()
  const { anna, petra, sandbox } = office
  const { kantine } = sandbox.slack.ids.channels
  writes(office, '@BABergedorf Hallo?')
  await office.reads()
  const answers = async (who: typeof anna, line: string, words: string) => {
    const before = who.toldIn(kantine).length
    await who.types(line, kantine)
    const told = await eventually(() => who.toldIn(kantine)[before])
    expect(told.text).toContain(words)
  }
  await answers(anna, '/bericht übermorgen', '/bericht 2026-Q3')
  await answers(anna, '/bericht 2199-Q1', 'noch nicht begonnen')
  await answers(anna, '/bericht 2026-Q3', 'III. Quartal 2026')
  await answers(anna, '/auskunft @kim_beispiel', 'bearbeitet die Pressestelle')
  await answers(petra, '/auskunft', 'Bitte nennen Sie das Konto')
  await answers(petra, '/auskunft @kim_beispiel', 'in Ihre Direktnachrichten')
  await answers(petra, '/loeschung @niemand_da', 'nichts gespeichert')
  await answers(petra, '/loeschung @kim_beispiel', 'im Moderationskanal')
  await answers(anna, '/erwaehnungen bald', '`/erwaehnungen` zeigt alle offenen')
  for (const command of ['/vorschlag', '/bericht', '/erfahrung', '/auskunft', '/loeschung']) {
    await answers(anna, `${command} hilfe`, command)
  }
  await anna.types('/erfahrung', kantine)
  await anna.submits({ text: 'Hat gut geklappt.' })
  const noted = await eventually(() => anna.toldIn(kantine).find(({ blocks }) => blocks.length > 0))
  await anna.presses('Wieder löschen', noted)
  await eventually(() => anna.toldIn(kantine).some(({ text }) => text.includes('gelöscht')))
  await anna.presses('Wieder löschen', noted).catch(() => undefined)
})

test('a command that Slack knows and the program does not is answered with those there are', async () => {
  const installed = structuredClone(manifest) as {
    features: { slash_commands: Record<string, unknown>[] }
  }
  installed.features.slash_commands.push({
    command: '/umfrage',
    description: 'Eine Umfrage beginnen',
    should_escape: false,
  })
  await using world = await openWorld({}, undefined, installed)
  const office = await openedOffice(world)
  const { anna, sandbox } = world
  const { kantine } = sandbox.slack.ids.channels
  await anna.types('/umfrage Was gibt es heute?', kantine)
  const [told] = anna.toldIn(kantine)
  expect(told?.text).toContain('Diesen Befehl kennt Amtsfunk nicht.')
  expect(told?.text).toContain('/vorschlag, /warnung, /plan, /erwaehnungen, /bericht')
  await office.close()
})

test('who somebody is cannot be read: the button says so and names a Kennung', async () => {
  await using office = await openTestOffice()
  const { anna, petra, sandbox } = office
  const card = await proposes(anna, 'Ein Beitrag.')
  await office.wait({ minutes: 2 })
  sandbox.slack.setFaults([{ kind: 'server-error', method: 'users.info', times: null }])
  await petra.presses('Freigeben', card)
  const [said] = await eventually(() => petra.told().length === 1 && petra.told())
  expect(said).toMatch(kennung)
  expect(said).toContain('Slack antwortet gerade nicht')
})

test('a home whose lists cannot be drawn says so, and leads to a proposal all the same', async () => {
  await using office = await openTestOffice()
  const { anna, sandbox } = office
  await office.wait({ minutes: 2 })
  sandbox.slack.setFaults([{ kind: 'server-error', method: 'users.info', times: null }])
  await anna.opensHome()
  await eventually(() => kennung.test(anna.home()))
  await anna.pressesAtHome('Beitrag vorschlagen')
  await eventually(() => anna.form())
})
