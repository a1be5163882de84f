// A warning is signed by its department before anybody can approve it, and does not simply grow old in public.
import { expect, test } from 'vitest'
import { eventually, openTestOffice, type TestOffice } from '../support/office.ts'
import { labels, wordsOf, type FormWords } from '../support/person.ts'
import { happenedTo, now, offers, reaches, shows } from '../support/steps.ts'

const vs = 'Fachamt Verbraucherschutz, Gewerbe und Umwelt'

/** Monday, 23 November 2026, 10:00 in Bergedorf. */
const ten = Date.parse('2026-11-23T10:00:00+01:00')

const words = {
  text: 'Blaualgen im Boberger See.',
  area: 'Boberger See',
  advice: 'Bitte nicht baden.',
  source: 'Institut für Hygiene und Umwelt',
  sourceDate: '2026-11-23',
  sourceTime: '09:30',
  validDate: '2026-11-23',
  validTime: '18:00',
  cosigners: [vs],
  link: 'https://www.hamburg.de/bergedorf/badeseen',
} satisfies FormWords

async function warns({ anna, petra }: TestOffice, more: FormWords = {}) {
  await anna.types('/warnung')
  await anna.submits({ ...words, ...more })
  expect(anna.errors()).toEqual({})
  return eventually(() => petra.cards()[0])
}

const inPublic = [
  'Warnung: Blaualgen im Boberger See.',
  'Gebiet: Boberger See',
  'Bitte nicht baden.',
  'Quelle: Institut für Hygiene und Umwelt, Mo., 23.11., 09:30 Uhr',
  'Gültig bis Mo., 23.11., 18:00 Uhr',
  'Amtliche Warnungen: App NINA',
  'https://www.hamburg.de/bergedorf/badeseen',
].join('\n')

test('nobody approves a warning before its department has signed it', async () => {
  await using office = await openTestOffice({}, ten)
  const { petra, joerg, anna } = office
  const card = await warns(office)
  expect(labels(card)).toEqual([
    'Mitzeichnen',
    'Ablehnen',
    'Rückfrage',
    'Überarbeiten',
    'Zurückziehen',
  ])
  await shows(card, `Zuerst zeichnet ${vs} mit, dann entscheidet die Pressestelle.`, office)
  await shows(card, 'Wartet auf Mitzeichnung', office)
  const call = await eventually(() => petra.cards()[0]?.replies.find(({ bot }) => bot))
  expect(call.text).toBe(
    `<@U0JOERG> Bitte mitzeichnen, mit ✍️ auf der Karte oder der Schaltfläche: Warnung, ${vs}.`,
  )
  await petra.reacts('✅', card)
  await eventually(() =>
    petra
      .toldIn(card.channel)
      .find(({ text }) => text.startsWith(`Noch nicht freigegeben. Mitzeichnung fehlt: ${vs}.`)),
  )
  // Who belongs to another department signs nothing.
  await anna.presses('Mitzeichnen', card)
  await eventually(() =>
    anna.toldIn(card.channel).find(({ text }) => text.includes('ein anderes Fachamt mit')),
  )
  await joerg.reacts('✍️', card)
  const decided = ['Freigeben', 'Ablehnen', 'Rückfrage', 'Überarbeiten', 'Zurückziehen']
  await offers(card, [...decided, 'Ich kümmere mich'], office)
  await shows(
    card,
    `Mitgezeichnet für ${vs} von Jörg Jürgens am Mo., 23.11.2026, 10:00 Uhr`,
    office,
  )
  // Taken back, it is missing again.
  await joerg.takesBack('✍️', card)
  await shows(card, `Mitzeichnung fehlt: ${vs}`, office)
  await joerg.presses('Mitzeichnen', now(card, office))
  await shows(card, 'Mitgezeichnet', office)
  await petra.presses('Freigeben', now(card, office))
  await reaches(office, 'published')
  expect(office.published()).toEqual([inPublic])
  expect(happenedTo(office).filter((type) => type !== 'called')).toEqual([
    'proposed',
    'cosigned',
    'cosignature-withdrawn',
    'cosigned',
    'approved',
    'begun',
    'posted',
  ])
})

test('a warning can be proposed from the home', async () => {
  await using office = await openTestOffice({}, ten)
  const { anna } = office
  await anna.opensHome()
  await eventually(() => anna.home().includes('Warnung vorschlagen'))
  await anna.pressesAtHome('Warnung vorschlagen')
  await anna.submits(words)
  expect(anna.errors()).toEqual({})
})

test('a new version needs a new signature', async () => {
  await using office = await openTestOffice({}, ten)
  const { anna, petra, joerg } = office
  const card = await warns(office)
  await joerg.presses('Mitzeichnen', card)
  await shows(card, 'Mitgezeichnet', office)
  await anna.presses('Überarbeiten', now(card, office))
  await anna.submits({ advice: 'Bitte nicht baden, auch keine Hunde.' })
  expect(anna.errors()).toEqual({})
  const second = await eventually(() => petra.cards()[1])
  await shows(second, `Mitzeichnung fehlt: ${vs}`, office)
  expect(wordsOf(second)).toContain('Bitte nicht baden, auch keine Hunde.')
})

test('when a warning is over people are asked, and the all-clear stands below it', async () => {
  await using office = await openTestOffice({}, ten)
  const { anna, petra, deniz, joerg, sandbox } = office
  const card = await warns(office)
  await joerg.presses('Mitzeichnen', card)
  await shows(card, 'Mitgezeichnet', office)
  await petra.presses('Freigeben', now(card, office))
  await offers(card, ['Entwarnung geben', 'Verlängern', 'Ohne Entwarnung abschließen'], office)
  await office.wait({ minutes: 8 * 60 })
  await shows(card, 'Warnung abgelaufen, Entscheidung nötig', office)
  await eventually(() =>
    now(card, office).replies.find(({ text }) =>
      text.startsWith(
        '<@U0PETRA> <@U0DENIZ> <@U0JOERG> Die Warnung aus Vorschlag 1 galt bis Mo., 23.11.2026, 18:00 Uhr und steht noch auf X. Besteht die Gefahr noch?',
      ),
    ),
  )
  await petra.opensHome()
  await eventually(() => petra.home().includes('Jetzt für Sie (1)'))
  expect(petra.home()).toContain('galt bis Mo., 23.11.2026, 18:00 Uhr: Entscheidung nötig')
  // Open, it stands among what is open and not once more among what is public.
  expect(petra.home().split('Blaualgen im Boberger See')).toHaveLength(2)
  await deniz.presses('Verlängern', now(card, office))
  await petra.presses('Entwarnung geben', now(card, office))
  await petra.submits({})
  expect(petra.errors()).toEqual({})
  const allClear = await eventually(() => petra.cards()[1])
  expect(wordsOf(allClear)).toContain('Entwarnung zu Vorschlag 1')
  // Who decides sees what it is about, and the warning says that it waits: nobody gives a second one.
  await shows(allClear, 'Die Warnung auf X:', office)
  await shows(allClear, 'Quelle: Institut für Hygiene und Umwelt, Mo., 23.11., 09:30 Uhr', office)
  await shows(card, 'Entwarnung liegt zur Freigabe (Vorschlag 2)', office)
  await offers(card, [], office)
  const longer = { sourceDate: '2026-11-23', sourceTime: '18:00', validDate: '2026-11-24' }
  await deniz.submits({ ...longer, validTime: '18:00' })
  expect(deniz.errors()).toEqual({
    text: 'Das liegt schon zur Freigabe: Entwarnung, Vorschlag 2.',
  })
  await deniz.closes()
  await offers(
    allClear,
    ['Mitzeichnen', 'Ablehnen', 'Rückfrage', 'Überarbeiten', 'Zurückziehen'],
    office,
  )
  await joerg.presses('Mitzeichnen', now(allClear, office))
  await shows(allClear, 'Mitgezeichnet', office)
  await deniz.presses('Freigeben', now(allClear, office))
  await reaches(office, 'published', 2)
  expect(office.published()[1]).toBe(
    'Entwarnung: Unsere Warnung vom Mo., 23.11., 10:00 Uhr ist aufgehoben (Boberger See).\nhttps://www.hamburg.de/bergedorf/badeseen',
  )
  const [answer, warning] = sandbox.x.sight().posts
  expect(answer?.inReplyTo).toBe(warning?.id)
  await shows(card, 'Entwarnung gegeben am Mo., 23.11.2026, 18:00 Uhr (Vorschlag 2)', office)
  await offers(card, [], office)
  expect(wordsOf(now(card, office))).not.toContain('liegt zur Freigabe')
  // The author hears of it, too.
  await eventually(() => anna.letters().some((one) => wordsOf(one).includes('Entwarnung gegeben')))
})

test('an all-clear that is not approved can be given again', async () => {
  await using office = await openTestOffice({}, ten)
  const { petra, joerg } = office
  const card = await warns(office)
  await joerg.presses('Mitzeichnen', card)
  await shows(card, 'Mitgezeichnet', office)
  await petra.presses('Freigeben', now(card, office))
  const open = ['Entwarnung geben', 'Verlängern', 'Ohne Entwarnung abschließen']
  await offers(card, open, office)
  await petra.presses('Entwarnung geben', now(card, office))
  await petra.submits({})
  const allClear = await eventually(() => petra.cards()[1])
  await offers(card, [], office)
  await petra.presses('Zurückziehen', allClear)
  await offers(card, open, office)
})

test('a warning is prolonged by a new one that hangs on it, and closed without one', async () => {
  await using office = await openTestOffice({}, ten)
  const { petra, deniz, joerg } = office
  const card = await warns(office)
  await joerg.presses('Mitzeichnen', card)
  await shows(card, 'Mitgezeichnet', office)
  await petra.presses('Freigeben', now(card, office))
  await offers(card, ['Entwarnung geben', 'Verlängern', 'Ohne Entwarnung abschließen'], office)
  await petra.presses('Verlängern', now(card, office))
  const form = await eventually(() => petra.form())
  expect(form.view).toMatchObject({ title: { text: 'Warnung verlängern' } })
  // How old the source is is to be said anew.
  await petra.submits({ validDate: '2026-11-24', validTime: '18:00' })
  expect(Object.keys(petra.errors())).toEqual(['sourceDate', 'sourceTime'])
  const since = { sourceDate: '2026-11-23', sourceTime: '10:00' }
  await petra.submits({ ...since, validDate: '2026-11-24', validTime: '18:00' })
  expect(petra.errors()).toEqual({})
  const longer = await eventually(() => petra.cards()[1])
  expect(wordsOf(longer)).toContain('Verlängerte Warnung zu Vorschlag 1')
  await joerg.presses('Mitzeichnen', longer)
  await shows(longer, 'Mitgezeichnet', office)
  await deniz.presses('Freigeben', now(longer, office))
  await reaches(office, 'published', 2)
  await shows(card, 'Warnung verlängert', office)
  expect(office.published()[1]).toMatch(/^Warnung verlängert: Blaualgen im Boberger See\.$/m)
  await petra.presses('Ohne Entwarnung abschließen', now(longer, office))
  await shows(longer, 'Ohne Entwarnung abgeschlossen von Petra', office)
  await offers(longer, [], office)
})

test('a warning that is too long is not divided: what is too much stands beside its words', async () => {
  await using office = await openTestOffice({}, ten)
  const { anna } = office
  await anna.types('/warnung')
  await anna.submits({ ...words, advice: 'Bitte nicht baden. '.repeat(12).trim() })
  expect(anna.errors()).toEqual({
    text: 'Die Warnung ist zusammen 155 Zeichen zu lang. Bitte kürzen Sie hier, beim Gebiet, beim Rat oder bei der Quelle.',
  })
  await anna.submits(words)
  expect(anna.errors()).toEqual({})
})

test('a warning that nobody approved in time expires, and one without its words is not taken', async () => {
  await using office = await openTestOffice({}, ten)
  const { anna } = office
  await anna.types('/warnung')
  await anna.submits({ ...words, validTime: '09:00', sourceTime: '11:00' })
  expect(anna.errors()).toEqual({
    sourceDate: 'Der Stand der Quelle liegt in der Zukunft. Bitte prüfen Sie Tag und Uhrzeit.',
    validDate: 'Dieser Zeitpunkt ist schon vorbei. Bitte wählen Sie einen späteren.',
  })
  await anna.closes()
  const card = await warns(office)
  await office.wait({ minutes: 8 * 60 })
  await shows(
    card,
    'Die Warnung galt bis Mo., 23.11.2026, 18:00 Uhr und wurde bis dahin nicht freigegeben.',
    office,
  )
})
