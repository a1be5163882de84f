// A new press release on the office's page comes into the approval channel, once; a person makes a proposal of it.
import { expect, test } from 'vitest'
import { openLog } from '../../src/log.ts'
import { openOffice } from '../../src/office/office.ts'
import type { Ways } from '../../src/web/ask-public.ts'
import { feedPage } from '../support/feed-page.ts'
import { eventually, openWorld, type World } from '../support/office.ts'
import { wordsOf } from '../support/person.ts'
import { someWords } from '../support/steps.ts'

/** An office with a feed, as it opens in its world. */
async function opened({ config, clock, log }: World, ways: Ways) {
  const office = await openOffice({
    ...{ config, clock, ways },
    log: openLog('warn', { write: (line) => void log.push(line) }),
    deaf: () => undefined,
  })
  if ('problem' in office) throw new Error(office.problem)
  const feed = office.feed
  if (feed === null) throw new Error('it has no feed')
  return { feed, close: office.close }
}

const world = () => openWorld({ FEED_URL: 'http://www.hamburg.de/feed.xml' })
const news = ({ petra }: World) =>
  petra.cards().filter(({ text }) => text.startsWith('Neue Meldung'))

test('what the feed has at first is known; a new item comes once, whatever is edited, and nobody is called', async () => {
  await using one = await world()
  const { told, ways } = await feedPage()
  told.items = [{ id: '1', title: 'Alt' }]
  const office = await opened(one, ways)
  await office.feed.lookNow()
  expect(one.petra.cards()).toEqual([])

  told.items = [{ id: '2', title: 'Freibad &amp; Sauna öffnen' }, ...told.items]
  await office.feed.lookNow()
  told.items = [
    { id: '2', title: 'Freibad öffnet doch nicht' },
    { id: '1', title: 'Alt' },
  ]
  await office.feed.lookNow()
  expect(news(one)).toHaveLength(1)
  const [item] = news(one)
  expect(wordsOf(item)).toContain('Freibad & Sauna öffnen')
  expect(wordsOf(item)).toContain('http://www.hamburg.de/pm/2')
  expect(JSON.stringify(item)).not.toMatch(/<[@!]/)
  await office.close()

  // Nor again after a restart.
  const next = await opened(one, ways)
  await next.feed.lookNow()
  expect(news(one)).toHaveLength(1)
  await next.close()
})

test('its button opens a short draft with title, first sentence and link, and a person submits it', async () => {
  await using one = await world()
  const { told, ways } = await feedPage()
  const office = await opened(one, ways)
  await office.feed.lookNow()
  const text = `Das Freibad Lohbrügge öffnet am 2. Mai um acht Uhr. ${'Noch ein Satz dazu. '.repeat(60)}`
  told.items = [{ id: '2', title: 'Freibad öffnet', text }]
  await office.feed.lookNow()
  const { anna, petra } = one
  const item = await eventually(() => news(one)[0])
  await petra.presses('Als Beitrag vorschlagen', item)
  const form = await eventually(() => petra.form())
  expect(JSON.stringify(form.view)).toMatch(
    /Ein Vorschlag aus der Pressemitteilung\. [\d.]+ Zeichen der Mitteilung stehen nicht darin/,
  )
  await petra.submits({ topic: someWords.topic })
  const card = await eventually(() => anna.cards().find(({ text }) => text.startsWith('Vorschlag')))
  expect(wordsOf(card)).toContain(
    'Freibad öffnet\n\nDas Freibad Lohbrügge öffnet am 2. Mai um acht Uhr.\nhttp://www.hamburg.de/pm/2',
  )
  await office.close()
})

test('of many new items five come one by one, the rest is one line', async () => {
  await using one = await world()
  const { told, ways } = await feedPage()
  const office = await opened(one, ways)
  await office.feed.lookNow()
  told.items = Array.from({ length: 40 }, (_, index) => ({
    id: String(40 - index),
    title: `Nr. ${40 - index}`,
  }))
  await office.feed.lookNow()
  expect(news(one).map(({ text }) => text)).toEqual(
    [36, 37, 38, 39, 40].map((number) => `Neue Meldung: Nr. ${number}`),
  )
  expect(wordsOf(one.petra.cards().at(-1))).toBe(
    'Auf www.hamburg.de stehen noch 35 neue Meldungen, die hier nicht einzeln erscheinen.',
  )
  await office.feed.lookNow()
  expect(one.petra.cards()).toHaveLength(6)
  await office.close()
})

test('a feed that cannot be read is logged once, and nothing of it is lost', async () => {
  await using one = await world()
  const { told, ways } = await feedPage()
  const office = await opened(one, ways)
  await office.feed.lookNow()
  told.broken = true
  await office.feed.lookNow()
  await office.feed.lookNow()
  expect(one.log.filter((line) => line.includes('the feed cannot be read'))).toHaveLength(1)
  told.broken = false
  told.items = [{ id: '2', title: 'Da', link: 'javascript:alert(1)' }]
  await office.feed.lookNow()
  expect(wordsOf(news(one)[0])).not.toContain('javascript')
  await office.close()
})

test('it is looked at every quarter of an hour, and what Slack did not take comes later', async () => {
  await using one = await world()
  const { told, ways } = await feedPage()
  const office = await opened(one, ways)
  await office.feed.lookIfDue()
  told.items = [{ id: '2', title: 'Neu' }]
  await office.feed.lookIfDue()
  expect(news(one)).toEqual([])
  one.sandbox.slack.setFaults([{ kind: 'dropped', method: 'chat.postMessage', times: null }])
  one.clock.moveTo(one.clock.now() + 15 * 60_000)
  await office.feed.lookIfDue()
  expect(news(one)).toEqual([])
  one.sandbox.slack.setFaults([])
  one.clock.moveTo(one.clock.now() + 2 * 60_000)
  await office.feed.lookIfDue()
  await eventually(() => news(one).length === 1)
  await office.close()
})
