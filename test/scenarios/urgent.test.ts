// What cannot wait calls who can decide, by name and directly, until somebody answers; everything else pings nobody.
import { expect, test } from 'vitest'
import { eventually, openTestOffice, type TestOffice } from '../support/office.ts'
import { cardOf, openModerationOffice, writes } from '../support/moderation.ts'
import { wordsOf } from '../support/person.ts'
import { happenedTo, now, offers, proposes, reaches, shows } from '../support/steps.ts'

/** Monday, 23 November 2026, 10:00 in Bergedorf. */
const ten = Date.parse('2026-11-23T10:00:00+01:00')
const change = { ESCALATION_CONTACT: 'U0JOERG' }

/** Who was called in the thread of a card, in order. */
function callsOn(card: Awaited<ReturnType<typeof proposes>>, office: TestOffice): string[] {
  return now(card, office)
    .replies.filter(({ bot }) => bot)
    .map(({ text }) => text.replace(/(Eilt[^:]*).*/s, '$1'))
}

test('who can decide is called at once, after ten minutes, and then the escalation', async () => {
  await using office = await openTestOffice(change, ten)
  const { anna, petra, deniz, joerg } = office
  const card = await proposes(anna, 'Die Ampel am Markt ist aus.', { urgent: 'Unfallgefahr' })
  expect(wordsOf(card)).toContain('Eilt: Unfallgefahr')
  await eventually(() => callsOn(card, office).length === 1)
  expect(callsOn(card, office)).toEqual(['<@U0PETRA> <@U0DENIZ> Eilt'])
  for (const officer of [petra, deniz]) {
    await eventually(() =>
      officer
        .letters()
        .some((one) => wordsOf(one).includes('Eilt: Beitrag, Vorschlag 1, wartet auf eine')),
    )
  }
  await office.wait({ minutes: 9 })
  expect(callsOn(card, office)).toHaveLength(1)
  await office.wait({ minutes: 1 })
  await eventually(() => callsOn(card, office).length === 2)
  expect(joerg.letters()).toHaveLength(0)
  await office.wait({ minutes: 10 })
  await eventually(() => callsOn(card, office).length === 3)
  expect(callsOn(card, office).slice(1)).toEqual([
    '<@U0PETRA> <@U0DENIZ> Eilt, noch einmal',
    '<@U0JOERG> Eilt',
  ])
  await eventually(() => joerg.letters().some((one) => wordsOf(one).includes('seit 20 Minuten')))
  // Nobody is called a fourth time.
  await office.wait({ minutes: 60 })
  expect(callsOn(card, office)).toHaveLength(3)
})

test('an ordinary proposal rings for nobody, an urgent one for those who can decide', async () => {
  await using office = await openTestOffice(change, ten)
  const { anna, joerg, petra, deniz, guel } = office
  await proposes(joerg, 'Morgen ist Wochenmarkt.')
  const rings = () => [joerg, petra, deniz, guel].map((one) => one.pings().length)
  // Its author has it in writing, too.
  await eventually(() => joerg.heard('Vorschlag 1 liegt zur Freigabe.') === 1)
  expect(rings()).toEqual([0, 0, 0, 0])
  await proposes(anna, 'Die Ampel am Markt ist aus.', { urgent: 'Unfallgefahr' })
  for (const officer of [petra, deniz]) {
    await eventually(() => officer.pings().length === 2)
    expect(officer.pings().map(({ why }) => why)).toEqual(
      expect.arrayContaining(['name', 'direct']),
    )
  }
  expect(rings()).toEqual([0, 2, 2, 0])
})

test('who reacts stops the calls, and the card says who sees to it', async () => {
  await using office = await openTestOffice(change, ten)
  const { anna, petra, joerg } = office
  const card = await proposes(anna, 'Die Ampel am Markt ist aus.', { urgent: 'Unfallgefahr' })
  const all = ['Freigeben', 'Ablehnen', 'Rückfrage', 'Überarbeiten', 'Zurückziehen']
  await offers(card, [...all, 'Ich kümmere mich'], office)
  // Who was not called and cannot decide stops nothing.
  await joerg.reacts('👀', card)
  await eventually(() => joerg.told().some((one) => one.includes('nur die Pressestelle')))
  await petra.reacts('👀', card)
  await shows(card, 'Petra Petersen kümmert sich (um 10:00 Uhr)', office)
  await offers(card, all, office)
  await office.wait({ minutes: 30 })
  expect(callsOn(card, office)).toHaveLength(1)
  expect(happenedTo(office)).toEqual(['proposed', 'called', 'heeded'])
  await petra.presses('Freigeben', now(card, office))
  await reaches(office, 'published')
})

test('a question or a decision stops them, too, and a new version calls anew', async () => {
  await using office = await openTestOffice(change, ten)
  const { anna, petra } = office
  const card = await proposes(anna, 'Die Ampel am Markt ist aus.', { urgent: 'Unfallgefahr' })
  await eventually(() => callsOn(card, office).length === 1)
  await petra.reacts('❓', card)
  await shows(card, 'Rückfrage von Petra', office)
  await office.wait({ minutes: 30 })
  expect(happenedTo(office).filter((type) => type === 'called')).toHaveLength(1)
  await anna.presses('Überarbeiten', now(card, office))
  await anna.submits({ text: 'Die Ampel am Markt ist seit 9 Uhr aus.' })
  const second = await eventually(() => petra.cards()[1])
  await eventually(() => callsOn(second, office).length === 1)
})

test('a warning calls once it is signed; a post that can wait calls nobody', async () => {
  await using office = await openTestOffice(change, ten)
  const { anna, petra, deniz, joerg } = office
  const post = await proposes(anna, 'Der Markt ist offen.')
  await anna.types('/warnung')
  await anna.submits({
    ...{ text: 'Glatteis.', area: 'Bergedorf', advice: 'Vorsicht.', source: 'DWD' },
    ...{ sourceDate: '2026-11-23', sourceTime: '09:30', validDate: '2026-11-23' },
    ...{ validTime: '18:00', noLinkBecause: 'eilt' },
    cosigners: ['Fachamt Verbraucherschutz, Gewerbe und Umwelt'],
  })
  const warning = await eventually(() => petra.cards()[1])
  await office.wait({ minutes: 15 })
  // Whose signature is missing is reminded of it once.
  expect(happenedTo(office, 2)).toEqual(['proposed', 'reminded'])
  await joerg.presses('Mitzeichnen', warning)
  await eventually(() => happenedTo(office, 2).includes('called'))
  await office.wait({ minutes: 60 })
  expect(now(post, office).replies).toEqual([])
  expect([petra, deniz].map((one) => one.letters().length)).toEqual([2, 2])
  // What cannot wait stands first.
  await petra.opensHome()
  await eventually(() => petra.home().includes('Eilt, '))
  expect(petra.home().indexOf('Vorschlag 2')).toBeLessThan(petra.home().indexOf('Vorschlag 1'))
})

test('an answer to a possible call for help cannot wait', async () => {
  await using office = await openModerationOffice()
  const { anna, petra } = office
  writes(office, '@BABergedorf Hilfe! Es brennt im Keller!')
  await office.reads()
  await anna.presses('Antworten', await cardOf(office, 1))
  await eventually(() => anna.form())
  await anna.submits({ text: 'Bitte rufen Sie sofort die 112 an.' })
  const card = await eventually(() =>
    petra.cards().find((one) => wordsOf(one).includes('Antwort auf Erwähnung 1')),
  )
  expect(wordsOf(card)).toContain('Eilt: Antwort auf einen möglichen Notruf')
  await eventually(() => office.office.proposals.life(1).some(({ type }) => type === 'called'))
})

test('a planned time that comes undecided is told of once, to whose turn it is', async () => {
  await using office = await openTestOffice(change, ten)
  const { anna, petra } = office
  const card = await proposes(anna, 'Heute Abend ist Lesung.', {
    ...{ date: '2026-11-23', time: '18:00' },
  })
  await office.wait({ minutes: 6 * 60 })
  await eventually(() =>
    now(card, office).replies.some(({ text }) =>
      text.startsWith(
        '<@U0PETRA> <@U0DENIZ> Vorschlag 1 ist für Mo., 23.11.2026, 18:00 Uhr geplant',
      ),
    ),
  )
  await office.wait({ minutes: 60 })
  expect(now(card, office).replies).toHaveLength(1)
  await petra.presses('Freigeben', now(card, office))
  await reaches(office, 'approved')
})
