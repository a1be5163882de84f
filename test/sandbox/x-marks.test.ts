// What the local X shows as a link is what the office counts and pays as one.
import { expect, test } from 'vitest'
import { marksIn } from '../../sandbox/x/marks.ts'
import { weigh } from '../../src/networks/x/weigh.ts'

test.each([
  'Mehr: https://www.hamburg.de/bergedorf.',
  'hamburg.de/bergedorf, bergedorf.de und (www.hamburg.de)',
  'Ab 9 Uhr.Info im Rathaus',
  'https://www.hamburg.de/a^b und http://intranet/x',
  'Schreiben Sie an presse@bergedorf.hamburg.de',
])('%s', (text) => {
  const links = marksIn(text).filter(({ href }) => href !== null)
  expect(links.map(({ from, to }) => text.slice(from, to))).toEqual(weigh(text).links)
})

test('names and topics are marked, too, in the order of the text', () => {
  const text = '#Bergedorf hamburg.de @hamburg_de'
  expect(marksIn(text).map(({ from, to, href }) => [text.slice(from, to), href])).toEqual([
    ['#Bergedorf', null],
    ['hamburg.de', 'http://hamburg.de'],
    ['@hamburg_de', null],
  ])
})

test('a text that nobody writes holds up nobody', () => {
  const before = performance.now()
  expect(marksIn('.'.repeat(30_000))).toEqual([])
  expect(performance.now() - before).toBeLessThan(500)
})
