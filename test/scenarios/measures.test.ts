// What the office does about a post that breaks the Netiquette: with a second person, on record, countable.
import { expect, test } from 'vitest'
import { readDatabase } from '../../db/database.ts'
import { evidence } from '../../db/evidence.ts'
import type { Fault } from '../../sandbox/contract.ts'
import { eventually } from '../support/office.ts'
import {
  hides,
  insult,
  insulted,
  isHidden,
  measureAsked,
  measureForm,
  offered,
} from '../support/insult.ts'
import {
  cardOf,
  openModerationOffice,
  says,
  writes,
  type ModerationOffice,
} from '../support/moderation.ts'
import { labels, wordsOf } from '../support/person.ts'

test('a reply is hidden after a second person approved it, counted, and shown again', async () => {
  await using office = await openModerationOffice()
  const { anna, petra, deniz } = office
  const card = await insulted(office)
  expect(wordsOf(card)).toContain('Antwortet auf unseren Beitrag (Vorschlag 1)')
  const measure = await measureAsked(office, card)
  expect(wordsOf(measure)).toContain('Netiquette, Regel 1')
  expect(wordsOf(measure)).toContain('Pauschale Beleidigung der Beschäftigten.')
  expect(hides(office)).toBe(0)
  await anna.presses('Freigeben', measure)
  await eventually(() => anna.told().some((sentence) => sentence.includes('Pressestelle')))
  await petra.presses('Freigeben', measure)
  await eventually(() => isHidden(office))
  await office.settle()
  await says(office, card, 'Maßnahme 1, abgeschlossen')
  const done = await eventually(() => {
    const now = petra.cards().find(({ ts }) => ts === measure.ts)
    return now !== undefined && wordsOf(now).includes('In Kraft seit') && now
  })
  expect(labels(done)).toEqual(['Aufheben'])

  await petra.types('/erwaehnungen maßnahmen')
  const table = await eventually(() => petra.form())
  expect(JSON.stringify(table.view)).toContain(
    'Verbergen, Regel 1 (Beleidigung, Verleumdung, Bedrohung): 1 Fall, davon informiert 1, aufgehoben 0',
  )
  await petra.closes()
  await deniz.presses('Aufheben', done)
  await eventually(() => !isHidden(office))
  expect(hides(office)).toBe(2)
  // The words of the reason are in no history.
  expect(JSON.stringify(office.conversations.life(1))).not.toContain('Beleidigung')
})

test('who proposed a measure does not approve it, officer or not', async () => {
  await using office = await openModerationOffice()
  const { petra, deniz } = office
  const card = await insulted(office)
  await petra.chooses('step', 'Mehr …', card)
  await petra.submits({ step: 'Maßnahme vorschlagen oder festhalten' })
  await eventually(() => JSON.stringify(petra.form()?.view).includes('Netiquette'))
  await petra.submits(measureForm)
  const measure = await eventually(() =>
    petra.cards().find((one) => wordsOf(one).includes('Maßnahme 1')),
  )
  await petra.presses('Freigeben', measure)
  await eventually(() => petra.told().some((sentence) => sentence.includes('Vier-Augen')))
  expect(hides(office)).toBe(0)
  await deniz.presses('Ablehnen', measure)
  await eventually(() => office.measures.load(1)?.stage.is === 'rejected')
  expect(isHidden(office)).toBe(false)
})

test('the form says what is missing, beside the field, and keeps what was typed', async () => {
  await using office = await openModerationOffice()
  const { anna } = office
  const card = await insulted(office)
  await anna.chooses('step', 'Mehr …', card)
  await anna.submits({ step: 'Maßnahme vorschlagen oder festhalten' })
  await eventually(() => JSON.stringify(anna.form()?.view).includes('Netiquette'))
  await anna.submits({ ...measureForm, milder: [] })
  expect(anna.errors()).toHaveProperty('milder')
  await anna.submits({ ...measureForm, rule: '8 Ohne Bezug zum Thema (nur ein Hinweis)' })
  expect(anna.errors()).toHaveProperty('rule')
  await anna.submits({ ...measureForm, kind: 'Blockieren' })
  expect(anna.errors()).toHaveProperty('reviewOn')
})

test('words that become a call for help while the form is open are not settled by a measure', async () => {
  await using office = await openModerationOffice()
  const { anna, sandbox } = office
  const card = await insulted(office)
  await anna.chooses('step', 'Mehr …', card)
  await anna.submits({ step: 'Maßnahme vorschlagen oder festhalten' })
  await eventually(() => JSON.stringify(anna.form()?.view).includes('Netiquette'))
  const post = sandbox.x.sight().posts.find(({ text }) => text === insult)
  const text = 'Hilfe, im Rathaus ist jemand bewusstlos!'
  sandbox.x.citizen({ act: 'edit', id: post?.id ?? '', text })
  await office.reads()
  await eventually(() => office.conversations.life(1).some(({ type }) => type === 'edited'))
  await anna.submits({ ...measureForm, kind: 'Hinweis geben' })
  expect(anna.errors().reason).toContain('Inzwischen hat die Person ihren Beitrag geändert.')
  expect(office.measures.all()).toEqual([])
  expect(office.conversations.open()).toHaveLength(1)
  await anna.closes()

  // Who has read the new words decides about these.
  await says(office, card, 'bewusstlos')
  await anna.chooses('step', 'Mehr …', card)
  await anna.submits({ step: 'Maßnahme vorschlagen oder festhalten' })
  await eventually(() => JSON.stringify(anna.form()?.view).includes('Netiquette'))
  await anna.submits({ ...measureForm, kind: 'Hinweis geben' })
  await eventually(() => office.measures.load(1)?.version === 2)
})

test('a form that ends evidence does not end the copy that came after it', async () => {
  await using office = await openModerationOffice()
  const { petra, deniz } = office
  const card = await insulted(office)
  const holds = async () => {
    await petra.chooses('step', 'Mehr …', card)
    await petra.submits({ step: 'Beweissicherung (nur Pressestelle, drei Monate)' })
    await says(office, card, 'Beweissicherung besteht')
  }
  const asksToEnd = async (who: typeof petra) => {
    await who.chooses('step', 'Mehr …', card)
    await who.submits({ step: 'Beweissicherung beenden (nur Pressestelle)' })
    await eventually(() => JSON.stringify(who.form()?.view).includes('Wie wurde entschieden'))
  }
  const decision = 'Nicht mehr nötig: Kopie hier löschen'
  await holds()
  await asksToEnd(deniz)
  await asksToEnd(petra)
  await petra.submits({ decision })
  await eventually(() => keptOf(office, 'kim_beispiel').length === 0)
  await office.settle()
  await holds()
  await deniz.submits({ decision })
  expect(Object.values(deniz.errors())[0]).toContain('besteht keine Beweissicherung')
  expect(keptOf(office, 'kim_beispiel')).toHaveLength(1)
})

test('a mute is carried out and ended by the desk, also where the post is not in our conversation', async () => {
  await using office = await openModerationOffice()
  const { anna, petra, sandbox } = office
  writes(office, '@BABergedorf Ihr Nichtskönner!', { handle: 'kim_beispiel' })
  await office.reads()
  const card = await cardOf(office, 1)
  const measure = await measureAsked(office, card, {
    ...{ kind: 'Stummschalten', reviewOn: '2027-05-31' },
  })
  const isMuted = () =>
    sandbox.x.sight().posts.find(({ author }) => author.handle === 'kim_beispiel')?.author.muted
  await petra.presses('Freigeben', measure)
  await eventually(() => office.measures.load(1)?.stage.is === 'in-force')
  expect(isMuted()).toBe(true)
  await petra.presses('Aufheben', await offered(office, measure, 'Aufheben'))
  await eventually(() => office.measures.load(1)?.stage.is === 'lifted')
  expect(isMuted()).toBe(false)
  // Nobody is found by a post that is gone: a person says what is true.
  const again = await measureAsked(office, card, {
    ...{ kind: 'Stummschalten', reviewOn: '2027-05-31' },
  })
  const { id } = sandbox.x.sight().posts.find(({ author }) => author.handle === 'kim_beispiel')!
  sandbox.x.citizen({ act: 'delete', id })
  await petra.presses('Freigeben', again)
  const stuck = await offered(office, again, 'Erneut versuchen')
  expect(labels(stuck)).toContain('Ausgeführt')
  expect(labels(stuck)).not.toContain('Beitrag ist weg')
  await anna.presses('Ausgeführt', stuck)
  await eventually(() => office.measures.load(2)?.stage.is === 'in-force')
})

test('a block is done by hand, said so, and looked at again on its day', async () => {
  await using office = await openModerationOffice()
  const { anna, petra } = office
  const card = await insulted(office)
  const measure = await measureAsked(office, card, { kind: 'Blockieren', reviewOn: '2027-05-31' })
  await petra.presses('Freigeben', measure)
  await eventually(() => office.measures.load(1)?.stage.is === 'approved')
  await eventually(() => {
    const now = petra.cards().find(({ ts }) => ts === measure.ts)
    return now !== undefined && labels(now).includes('Ausgeführt')
  })
  expect(JSON.stringify(petra.cards().find(({ ts }) => ts === measure.ts)?.blocks)).toMatch(
    /http[^"]+\/kim_beispiel"/,
  )
  await anna.presses('Ausgeführt', measure)
  await eventually(() => office.measures.load(1)?.stage.is === 'in-force')
  expect(hides(office)).toBe(0)
  await office.waits(183 * 24 * 60)
  await eventually(() => petra.cards().find(({ ts }) => ts === measure.ts)?.replies[0])
  const before = office.measures.load(1)?.reviewOn ?? 0
  await eventually(() => {
    const now = petra.cards().find(({ ts }) => ts === measure.ts)
    return now !== undefined && labels(now).includes('Geprüft, bleibt bestehen')
  })
  await petra.presses('Geprüft, bleibt bestehen', measure)
  // And so on every half year, as long as the block stands.
  const half = 180 * 24 * 60 * 60_000
  await eventually(() => (office.measures.load(1)?.reviewOn ?? 0) > before + half)
})

test.for<Fault['kind']>(['lost-answer', 'server-error', 'html', 'half-body', 'rate-limit'])(
  'hiding meets "%s": asked again, hidden in the end, and on record',
  async (kind) => {
    await using office = await openModerationOffice()
    const { petra, sandbox } = office
    const card = await insulted(office)
    const measure = await measureAsked(office, card)
    sandbox.x.setFaults([{ kind, method: 'PUT /2/tweets/:id/hidden', times: 1 }])
    await petra.presses('Freigeben', measure)
    await eventually(() => hides(office) === 1)
    await eventually(() => office.measures.load(1)?.doing?.stage.is !== 'under-way')
    await office.waits(16)
    await eventually(() => isHidden(office))
    await eventually(() => office.measures.load(1)?.stage.is === 'in-force')
  },
)

test('evidence is kept past the purge, for officers only, and ends by decision', async () => {
  await using office = await openModerationOffice()
  const { anna, petra } = office
  const card = await insulted(office)
  await anna.chooses('step', 'Mehr …', card)
  await anna.submits({ step: 'Beweissicherung (nur Pressestelle, drei Monate)' })
  expect(Object.values(anna.errors())[0]).toContain('Pressestelle')
  await anna.closes()
  await petra.chooses('step', 'Mehr …', card)
  await petra.submits({ step: 'Beweissicherung (nur Pressestelle, drei Monate)' })
  await says(office, card, 'Beweissicherung besteht')
  await petra.presses('Zur Kenntnis', card)
  await says(office, card, 'Zur Kenntnis genommen')
  await office.waits(31 * 24 * 60)
  await office.settle()
  await office.settle()
  await says(office, card, 'Die Aufbewahrungsfrist ist abgelaufen')
  expect(keptOf(office, 'kim_beispiel')[0]?.content.text).toBe(insult)
  await office.waits(46 * 24 * 60)
  const note = await eventually(() => petra.mentions()[0]?.replies.at(-1))
  expect(wordsOf(note)).toContain('noch höchstens 14 Tage')
  await petra.presses('Mehr …', card)
  await petra.submits({ step: 'Beweissicherung beenden (nur Pressestelle)' })
  await eventually(() => JSON.stringify(petra.form()?.view).includes('Wie wurde entschieden'))
  await petra.submits({ decision: 'Nicht mehr nötig: Kopie hier löschen' })
  await eventually(() => keptOf(office, 'kim_beispiel').length === 0)
})

function keptOf({ config }: ModerationOffice, handle: string) {
  const db = readDatabase(config.DATABASE_PATH)
  const kept = evidence(db).ofHandle(handle)
  db.close()
  return kept
}
