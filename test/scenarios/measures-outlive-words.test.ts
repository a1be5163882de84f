// A measure lives longer than the words it is about: it is lifted and carried out all the same, and says so where
// it cannot be.
import { expect, test } from 'vitest'
import { eventually } from '../support/office.ts'
import { openModerationOffice, says, type ModerationOffice } from '../support/moderation.ts'
import { oldButton } from '../support/old-slack.ts'
import { wordsOf } from '../support/person.ts'
import { hides, insult, insulted, isHidden, measureAsked, offered } from '../support/insult.ts'

async function inForce(office: ModerationOffice) {
  const { petra } = office
  const measure = await measureAsked(office, await insulted(office))
  await petra.presses('Freigeben', measure)
  await eventually(() => office.measures.load(1)?.stage.is === 'in-force')
  await office.settle()
  return measure
}

function cardNow({ petra }: ModerationOffice, { ts }: { ts: string }) {
  return petra.cards().find((card) => card.ts === ts)
}

test('a reply is shown again although its words were erased long ago', async () => {
  await using office = await openModerationOffice()
  const measure = await inForce(office)
  expect(isHidden(office)).toBe(true)
  await office.waits(31 * 24 * 60)
  await office.settle()
  await office.settle()
  await office.deniz.presses('Aufheben', await offered(office, measure, 'Aufheben'))
  await eventually(() => office.measures.load(1)?.stage.is === 'lifted')
  expect(isHidden(office)).toBe(false)
  expect(hides(office)).toBe(2)
})

test('a reply is hidden although its words were erased on request before', async () => {
  await using office = await openModerationOffice()
  const { petra, deniz } = office
  const measure = await measureAsked(office, await insulted(office))
  await petra.types('/loeschung @kim_beispiel')
  const request = await eventually(() =>
    petra.mentions().find((one) => wordsOf(one).includes('Löschersuchen 1')),
  )
  await deniz.presses('Löschen', request)
  await says(office, request, '1 Erwähnung ist gelöscht')
  await petra.presses('Freigeben', measure)
  await eventually(() => office.measures.load(1)?.stage.is === 'in-force')
  expect(isHidden(office)).toBe(true)
})

test('where the citizen deleted the post, a person is asked instead of "Aufgehoben"', async () => {
  await using office = await openModerationOffice()
  const { deniz, anna, sandbox } = office
  const measure = await inForce(office)
  const post = sandbox.x.sight().posts.find(({ text }) => text === insult)
  sandbox.x.citizen({ act: 'delete', id: post?.id ?? '' })
  await deniz.presses('Aufheben', await offered(office, measure, 'Aufheben'))
  const asks = await offered(office, measure, 'Beitrag ist weg')
  expect(wordsOf(asks)).toContain('X zeigt den Beitrag nicht mehr.')
  expect(office.measures.load(1)?.stage.is).toBe('lifting')
  await eventually(() => cardNow(office, measure)?.replies.length === 1)
  await anna.presses('Beitrag ist weg', asks)
  await eventually(() => office.measures.load(1)?.stage.is === 'lapsed')
  await eventually(() =>
    wordsOf(cardNow(office, measure)).includes('Den Beitrag gibt es auf X nicht mehr'),
  )
})

test('hiding that is withdrawn in doubt is shown again, not left as it may be', async () => {
  await using office = await openModerationOffice()
  const { petra, anna, sandbox } = office
  const measure = await measureAsked(office, await insulted(office))
  sandbox.x.setFaults([{ kind: 'lost-answer', method: 'PUT /2/tweets/:id/hidden', times: 1 }])
  await petra.presses('Freigeben', measure)
  await eventually(() => office.measures.load(1)?.doing?.stage.is === 'waiting')
  expect(isHidden(office)).toBe(true)
  await anna.presses('Zurückziehen', await offered(office, measure, 'Zurückziehen'))
  await eventually(() => office.measures.load(1)?.stage.is === 'lifted')
  expect(isHidden(office)).toBe(false)
})

test('"Ausgeführt" pressed late, when the block is to be lifted, says what is the case instead', async () => {
  await using office = await openModerationOffice()
  const { petra, anna, joerg, deniz } = office
  const more = { kind: 'Blockieren', reviewOn: '2027-05-31' }
  const measure = await measureAsked(office, await insulted(office), more)
  await petra.presses('Freigeben', measure)
  const asBefore = await offered(office, measure, 'Ausgeführt')
  await anna.presses('Ausgeführt', measure)
  await deniz.presses('Aufheben', await offered(office, measure, 'Aufheben'))
  await eventually(() => office.measures.load(1)?.stage.is === 'lifting')
  await offered(office, measure, 'Ausgeführt')
  // What his screen showed a while ago.
  const [value = ''] = /measure\/1\/\d+\/[0-9a-f]{16}/.exec(JSON.stringify(asBefore.blocks)) ?? []
  await oldButton(office, { action_id: 'tell-done', value, label: 'Ausgeführt' })
  const old = await eventually(() => petra.cards().find(({ text }) => text === 'Eine alte Karte'))
  await joerg.presses('Ausgeführt', old)
  await eventually(() => joerg.told().at(-1)?.includes('Die Maßnahme soll jetzt aufgehoben werden'))
  expect(office.measures.load(1)?.stage.is).toBe('lifting')
})

test('a block is on record as lifted only once a person has done it', async () => {
  await using office = await openModerationOffice()
  const { petra, anna, deniz } = office
  const more = { kind: 'Blockieren', reviewOn: '2027-05-31' }
  const measure = await measureAsked(office, await insulted(office), more)
  await petra.presses('Freigeben', measure)
  await anna.presses('Ausgeführt', await offered(office, measure, 'Ausgeführt'))
  await deniz.presses('Aufheben', await offered(office, measure, 'Aufheben'))
  const asks = await offered(office, measure, 'Ausgeführt')
  expect(office.measures.load(1)?.stage.is).toBe('lifting')
  await anna.presses('Ausgeführt', asks)
  await eventually(() => office.measures.load(1)?.stage.is === 'lifted')
  expect(hides(office)).toBe(0)
})
