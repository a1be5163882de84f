// What many ask in the same words is one group; what only sounds alike is not.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bareWords, groupsOf } from '../../../src/core/flood/groups.ts'

function asked(...texts: readonly string[]) {
  return texts.map((text, index) => ({ conversation: index + 1, text }))
}

test('the same question is one group, whatever its case, marks, accounts and links', () => {
  const all = asked(
    '@BABergedorf Wann öffnet das Freibad?',
    'Lob fürs Fest!',
    'wann öffnet das FREIBAD??? @BABergedorf https://example.org/bad',
    'Wann öffnet das Freibad Lohbrügge?',
  )
  expect(groupsOf(all)).toEqual([
    { conversations: [1, 3], text: '@BABergedorf Wann öffnet das Freibad?' },
  ])
})

test('the largest group comes first, of equal ones the one that came first', () => {
  const all = asked('a', 'b', 'c', 'c', 'b', 'a', 'a')
  expect(groupsOf(all).map(({ text }) => text)).toEqual(['a', 'b', 'c'])
})

test.each(['', '@BABergedorf', '🔥🔥', 'https://example.org/1', '?!'])(
  'what says nothing in words is in no group: "%s"',
  (text) => {
    expect(groupsOf(asked(text, text))).toEqual([])
  },
)

test('nobody is in two groups, and everybody in a group asks the same', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[ab?! @]{0,4}$/)), (texts) => {
      const groups = groupsOf(asked(...texts))
      const members = groups.flatMap(({ conversations }) => conversations)
      expect(new Set(members).size).toBe(members.length)
      for (const { conversations, text } of groups) {
        for (const one of conversations) expect(bareWords(texts[one - 1]!)).toBe(bareWords(text))
      }
    }),
  )
})
