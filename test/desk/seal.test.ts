// What buttons, forms and cards carry, so that what is pressed is what was seen.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kindsOfMatter } from '../../src/core/matter.ts'
import { beginningOf, readSeal, sealText } from '../../src/desk/seal.ts'

test('a seal survives its way through Slack', () => {
  const seals = fc.record({
    about: fc.constantFrom(...kindsOfMatter),
    number: fc.integer({ min: 1, max: 999_999_999 }),
    position: fc.integer({ min: 1, max: 99_999 }),
    hash: fc.stringMatching(/^[0-9a-f]{16}$/),
  })
  fc.assert(
    fc.property(seals, (seal) => {
      expect(readSeal(sealText(seal))).toEqual(seal)
    }),
  )
})

test.each([
  '',
  '17',
  'proposal/17',
  'proposal/17/1',
  'proposal/0/1/0123456789abcdef',
  'proposal/17/0/0123456789abcdef',
  'proposal/17/1/0123456789abcde',
  'proposal/17/1/0123456789abcdefg',
  'proposal/17/1/0123456789ABCDEF',
  'nothing/17/1/0123456789abcdef',
  ' proposal/17/1/0123456789abcdef',
  'proposal/17/1/0123456789abcdef\n',
])('%j is no seal', (text) => {
  expect(readSeal(text)).toBeNull()
})

test('what history does not have has no hash anybody could guess', () => {
  expect(beginningOf(null)).toBe('0'.repeat(16))
  expect(beginningOf(`0123456789abcdef${'e'.repeat(48)}`)).toBe('0123456789abcdef')
})
