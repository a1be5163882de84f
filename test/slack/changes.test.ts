// What changed as it is read, by eyes and ears.
import { expect, test } from 'vitest'
import { changeLines } from '../../src/slack/proposal/changes.ts'
import { content } from './stories.ts'

/** The lines, as a screen reader says them. */
function read(before: string, after: string): string[] {
  const version = (text: string) => ({
    ...{ content: content({ text }), hash: '', by: 1, at: 0, position: 1, isMended: false },
  })
  const lines = changeLines({ version: version(before), number: 1 }, version(after), 'UTC')
  return lines.map(({ elements }) =>
    elements.map((one) => ('text' in one ? one.text : '')).join(''),
  )
}

test('words in marks that can be heard, with the space behind them where it belongs', () => {
  expect(read('Das Bad ist bis Mai zu.', 'Das Bad ist bis Anfang Mai auf.')).toEqual([
    'Geändert gegenüber Fassung 1:',
    expect.stringContaining('bis [neu: Anfang] Mai [gestrichen: zu][neu: auf].'),
  ])
})
