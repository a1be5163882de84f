// A press release becomes a few words of a post: never more than fit, and what is left out is known.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { onlyLink, releaseIn, shortened } from '../../src/core/press-release.ts'

/** A link counts 23, as on X. */
const weigh = (text: string) => ({
  length: text.replace(/https?:\/\/\S+/g, 'x'.repeat(23)).length,
  limit: 280,
  links: [],
  accidentalLinks: [],
  valid: true,
})
const link = 'https://www.hamburg.de/pm/1'

test('title and first sentence are proposed, and how much is left out is known', () => {
  const text = 'Ab Montag, 30. November, wird gebaut. Die Umleitung ist ausgeschildert.'
  expect(shortened({ title: 'Wentorfer  Straße gesperrt', text, link }, weigh)).toEqual({
    text: 'Wentorfer Straße gesperrt\n\nAb Montag, 30. November, wird gebaut.',
    left: 34,
    isTitleCut: false,
  })
})

test('a first sentence that does not fit beside the link stays out', () => {
  const title = 'T'.repeat(100)
  const release = (length: number) => ({ title, text: `${'s'.repeat(length - 1)}.`, link })
  expect(shortened(release(154), weigh)).toMatchObject({ left: 0 })
  expect(shortened(release(155), weigh)).toEqual({ text: title, left: 156, isTitleCut: false })
})

test('a title that does not fit is cut after a word, with a mark', () => {
  const title = 'Wort, '.repeat(100).trim()
  const said = shortened({ title, text: 'Satz.', link }, weigh)
  expect(said).toMatchObject({ isTitleCut: true })
  expect(said.text).toMatch(/^(Wort, )+Wort …$/)
  expect(shortened({ title: 'W'.repeat(400), text: '', link: null }, weigh).text).toBe('')
})

test('without a title the first sentence is one, and a sentence that only says the title again is none', () => {
  const said = (title: string, text: string) => shortened({ title, text, link: null }, weigh).text
  expect(said('', 'Erster Satz. Zweiter Satz. Dritter.')).toBe('Erster Satz.\n\nZweiter Satz.')
  expect(said('Bad geöffnet.', 'Bad geöffnet. Heute ab acht.')).toBe(
    'Bad geöffnet.\n\nHeute ab acht.',
  )
  expect(said('Bad', 'Es ist so weit: Das Bad öffnet. Mehr.')).toBe(
    'Bad\n\nEs ist so weit: Das Bad öffnet.',
  )
  expect(said('', '')).toBe('')
})

test('whatever the release is, what is proposed fits beside its link', () => {
  const words = fc.stringMatching(/^[a-zäöü .,!?\n]{0,400}$/)
  fc.assert(
    fc.property(words, words, fc.constantFrom(link, null), (title, text, url) => {
      const said = shortened({ title, text, link: url }, weigh)
      const whole = url === null ? said.text : `${said.text}\n${url}`
      expect(weigh(whole).length).toBeLessThanOrEqual(280)
      expect(said.left).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('a long text with a title above it is a release; a short one and one without are none', () => {
  const body = `${'Ein Satz über die Baustelle. '.repeat(40)}Mehr: ${link}.`
  expect(releaseIn(`Wentorfer Straße gesperrt\n\n${body}`)).toEqual({
    title: 'Wentorfer Straße gesperrt',
    text: body,
    link,
  })
  expect(releaseIn(body)).toBeNull()
  expect(releaseIn('Titel\nKurz.')).toBeNull()
  expect(releaseIn(`Liebe Kolleginnen und Kollegen,\n${body}`)).toBeNull()
})

test('only one address is the address', () => {
  expect(onlyLink(`Siehe ${link}, auch (${link})`)).toBe(link)
  expect(onlyLink(`${link} https://x.de/b`)).toBeNull()
  expect(onlyLink('keine')).toBeNull()
})
