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
  const call = await eventually(() => petra.cards()[0]?.replies.find(({ bot }) => bot))
  expect(call.text).toBe(
    `Warnung: Bitte zeichnen Sie für ${vs} mit, mit ✍️ auf der Karte oder der Schaltfläche. <@U0JOERG> Danach entscheidet die Pressestelle: <@U0PETRA> <@U0DENIZ>`,
  )
  await petra.reacts('✅', card)
  await eventually(() =>
    petra
      .toldIn(card.channel)
      .find(({ text }) => text.startsWith('Noch nicht freigegeben: Es fehlt')),
  )
  // Who belongs to another department signs nothing.
  await anna.presses('Mitzeichnen', card)
  await eventually(() =>
    anna.toldIn(card.channel).find(({ text }) => text.includes('ein anderes Fachamt mit')),
  )
  await joerg.reacts('✍️', card)
  await offers(card, ['Freigeben', 'Ablehnen', 'Rückfrage', 'Überarbeiten', 'Zurückziehen'], office)
  await shows(
    card,
    `Mitgezeichnet für ${vs} von Jörg Jürgens am Mo., 23.11.2026, 10:00 Uhr`,
    office,
  )
  // Taken back, it is missing again.
  await joerg.takesBack('✍️', card)
  await shows(card, `Es fehlt die Mitzeichnung von ${vs}.`, office)
  await joerg.presses('Mitzeichnen', now(card, office))
  await shows(card, 'Mitgezeichnet', office)
  await petra.presses('Freigeben', now(card, office))
  await reaches(office, 'published')
  expect(office.published()).toEqual([inPublic])
  expect(happenedTo(office)).toEqual([
    'proposed',
    'cosigned',
    'cosignature-withdrawn',
    'cosigned',
    'approved',
    'begun',
    'posted',
  ])
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
  await shows(second, `Es fehlt die Mitzeichnung von ${vs}.`, office)
  expect(wordsOf(second)).toContain('Bitte nicht baden, auch keine Hunde.')
})

test('when a warning is over people are asked, and the all-clear stands below it', async () => {
  await using office = await openTestOffice({}, ten)
  const { petra, deniz, joerg, sandbox } = office
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
        '<@U0PETRA> Die Warnung aus Vorschlag 1 gilt nicht mehr, steht aber noch auf X.',
      ),
    ),
  )
  await petra.opensHome()
  await eventually(() => petra.home().includes('Offene Warnungen'))
  expect(petra.home()).toContain('galt bis Mo., 23.11.2026, 18:00 Uhr: Entscheidung nötig')
  await petra.presses('Entwarnung geben', now(card, office))
  await petra.submits({})
  expect(petra.errors()).toEqual({})
  const allClear = await eventually(() => petra.cards()[1])
  expect(wordsOf(allClear)).toContain('Entwarnung zu Vorschlag 1')
  await deniz.presses('Freigeben', allClear)
  await reaches(office, 'published', 2)
  expect(office.published()[1]).toBe(
    'Entwarnung: Die Warnung für Boberger See vom Mo., 23.11., 10:00 Uhr ist aufgehoben.\nhttps://www.hamburg.de/bergedorf/badeseen',
  )
  const [answer, warning] = sandbox.x.sight().posts
  expect(answer?.inReplyTo).toBe(warning?.id)
  await shows(card, 'Warnung beendet', office)
  await shows(card, 'Entwarnung gegeben am Mo., 23.11.2026, 18:00 Uhr (Vorschlag 2)', office)
  await offers(card, [], office)
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
  await petra.submits({ validDate: '2026-11-24', validTime: '18:00' })
  expect(petra.errors()).toEqual({})
  const longer = await eventually(() => petra.cards()[1])
  expect(wordsOf(longer)).toContain('Verlängerte Warnung zu Vorschlag 1')
  await joerg.presses('Mitzeichnen', longer)
  await shows(longer, 'Mitgezeichnet', office)
  await deniz.presses('Freigeben', now(longer, office))
  await reaches(office, 'published', 2)
  await shows(card, 'Warnung verlängert', office)
  await petra.presses('Ohne Entwarnung abschließen', now(longer, office))
  await shows(longer, 'Warnung beendet', office)
  await offers(longer, [], office)
})

test('a warning that is too long is not divided: what is too much stands beside its words', async () => {
  await using office = await openTestOffice({}, ten)
  const { anna } = office
  await anna.types('/warnung')
  await anna.submits({ ...words, advice: 'Bitte nicht baden. '.repeat(12).trim() })
  expect(anna.errors()).toEqual({
    text: 'Die Warnung ist 155 Zeichen zu lang (435 von 280). Bitte kürzen Sie hier, beim Gebiet, beim Rat oder bei der Quelle.',
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
