// Emoji by their names in Slack.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emojiNamed, notEmoji, withEmoji } from '../../src/slack/emoji.ts'
import { text } from './lives.ts'

test.each([
  ['Das Freibad öffnet :tada:', 'Das Freibad öffnet 🎉'],
  [':tada::tada: :+1::skin-tone-3:', '🎉🎉 👍🏼'],
  [':wave::skin-tone-6: Hallo:tada:', '👋🏿 Hallo🎉'],
  [':flag-de: :de: :male-cook::skin-tone-2: :heart:', '🇩🇪 🇩🇪 👨🏻‍🍳 ❤️'],
  [':thumbsup: und :x:', '👍 und ❌'],
  ['um 10:30:tada:', 'um 10:30🎉'],
])('%s becomes %s', (typed, said) => {
  expect(withEmoji(typed)).toBe(said)
  expect(notEmoji(typed)).toEqual([])
})

test.each([
  'Punkt 10:30:00 Uhr, 5:100:3, 10:x:12',
  'Liebe Nutzer:innen: ab Montag. Bürger:in:nen',
  'https://example.org/:tada:/a https://example.org:8080:tada:',
  'Achtung: wichtig: heute',
  'a::b:: ::: :: : :Tada:',
])('what is no name stays as it is and nobody is asked: %s', (typed) => {
  expect(withEmoji(typed)).toBe(typed)
  expect(notEmoji(typed)).toEqual([])
})

test('who names what only this workspace has is asked about it once, and it stays', () => {
  const typed = ':bergedorf: grüßt :tada: (:bergedorf:) und :bürger_innen:'
  expect(notEmoji(typed)).toEqual(['bergedorf', 'bürger_innen'])
  expect(withEmoji(typed)).toBe(':bergedorf: grüßt 🎉 (:bergedorf:) und :bürger_innen:')
})

test('a skin tone goes to whoever has one, and never twice', () => {
  expect(emojiNamed('tada::skin-tone-3')).toBe('🎉')
  expect(emojiNamed('wave::skin-tone-3')).toBe('👋🏼')
  expect(emojiNamed('wave::skin-tone-9')).toBe('👋')
  expect(emojiNamed('nobody')).toBeNull()
})

test('whatever is typed, reading it twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.oneof(text, fc.stringMatching(/^[a-z0-9:_ +-]{0,40}$/)), (typed) => {
      const said = withEmoji(typed)
      expect(withEmoji(said)).toBe(said)
    }),
  )
})
