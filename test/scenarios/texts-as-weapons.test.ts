// What a citizen with bad intent writes is shown as it is, and does nothing.
import { expect, test } from 'vitest'
import { eventually } from '../support/office.ts'
import { cardOf, openModerationOffice, writes } from '../support/moderation.ts'
import { wordsOf } from '../support/person.ts'

const weapons: [string, string][] = [
  ['a ping for everybody', '@BABergedorf <!channel> <!here> <@U0PETRA> <!subteam^S0PRESSE>'],
  [
    'a link with a tricky text',
    '@BABergedorf <https://evil.example|https://www.hamburg.de/bergedorf>',
  ],
  ['escapes', '@BABergedorf &amp;lt;!channel&amp;gt; &lt;b&gt;'],
  ['marks that turn the direction', '@BABergedorf \u202Enegoz na\u202C \u2066x\u2069'],
  ['two hundred emoji', `@BABergedorf ${'👨‍👩‍👧‍👦'.repeat(200)}`],
  ['formatting', '@BABergedorf *fett* _kursiv_ ~weg~ `code` ```block``` > Zitat'],
  ['a name that is long and strange', '@BABergedorf :tada: :flag-de: #allgemein'],
]

test.for(weapons)('%s stays text', async ([, text]) => {
  await using office = await openModerationOffice()
  writes(office, text, { name: '<!channel> *Kim* &amp; <@U0PETRA>' })
  await office.reads()
  const card = await cardOf(office, 1)
  expect(wordsOf(card)).toContain(text.normalize('NFC'))
  const live = JSON.stringify(card.blocks)
  // Slack pings and links only from these: none of our blocks holds any.
  expect(live).not.toContain('"type":"mrkdwn"')
  expect(live).not.toContain('"type":"user"')
  expect(live).not.toContain('"type":"broadcast"')
  expect(card.text).not.toContain('<')
})

test('25,000 characters are cut on the card, kept whole, and end at X', async () => {
  await using office = await openModerationOffice()
  const text = `@BABergedorf ${'Sehr lange Frage. '.repeat(1_380)}`.slice(0, 24_990).trim()
  writes(office, text)
  await office.reads()
  const card = await cardOf(office, 1)
  expect(wordsOf(card)).toContain('Der Text ist länger; ganz steht er auf X.')
  expect(office.conversations.mention(1)?.view.words?.text).toBe(text)
})

test('ids beyond 2^53 come through to the letter', async () => {
  await using office = await openModerationOffice()
  const id = writes(office, '@BABergedorf Hallo')
  expect(Number(id)).toBeGreaterThan(Number.MAX_SAFE_INTEGER)
  await office.reads()
  expect(office.office.mentions?.get(1)?.words?.latest).toBe(id)
  expect(wordsOf(await cardOf(office, 1))).toContain(`/status/${id}`)
})

test('an author who is gone by the time the post is read leaves a card without a name', async () => {
  await using office = await openModerationOffice()
  writes(office, '@BABergedorf Wer bin ich?', { handle: 'a', name: ' ' })
  await office.reads()
  await eventually(async () => wordsOf(await cardOf(office, 1)).includes('Wer bin ich?'))
})
