// What a version changed, for who read the one before.
import { expect, test } from 'vitest'
import { changes, type Change } from '../../../src/core/proposal/changes.ts'
import { monday, picture, post, thread } from '../../support/lives.ts'

/** "um [-10-][+11+] Uhr" */
function read(all: readonly Change[]): unknown[] {
  const marks = { kept: ['', ''], struck: ['[-', '-]'], added: ['[+', '+]'] } as const
  return all.map((change) =>
    'stretches' in change
      ? `${change.what}: ${change.stretches.map(({ text, is }) => marks[is].join(text)).join('')}`
      : change,
  )
}

test('words that are gone and words that are new, where they stand', () => {
  const [before, after] = ['Treffen um 10 Uhr am Markt', 'Treffen um 11 Uhr am Markt']
  expect(read(changes(post({ text: before }), post({ text: after })))).toEqual([
    'words: Treffen um [-10-][+11+] Uhr am Markt',
  ])
})

test('nothing where nothing the public reads is different', () => {
  expect(changes(post(), post())).toEqual([])
  expect(changes(post({ text: 'Eins\u00ad' }), post({ text: 'Eins' }))).toEqual([])
})

test('a text that is mostly new is said to be, however long both are, and at once', () => {
  expect(changes(post({ text: 'Ja, gern' }), post({ text: 'Nein, leider' }))).toEqual([
    { what: 'rewritten' },
  ])
  const long = (sign: string) =>
    Array.from({ length: 4_000 }, (_, index) => `${sign}${index * 7}`).join('.')
  const began = performance.now()
  expect(changes(post({ text: long('a') }), post({ text: long('b') }))).toEqual([
    { what: 'rewritten' },
  ])
  expect(performance.now() - began).toBeLessThan(500)
})

test('another time, also from stock', () => {
  const planned = post({ plannedAt: monday('15:00') })
  expect(changes(planned, post())).toEqual([
    { what: 'time', plannedAt: monday('15:00'), wasInStock: false },
  ])
  expect(changes(post({ stock: true }), planned)).toEqual([
    { what: 'time', plannedAt: null, wasInStock: true },
  ])
})

test('pictures that came or went, and what is said of those that stayed', () => {
  const one = picture()
  expect(changes(post(), post({ pictures: [one] }))).toEqual([
    { what: 'pictures', all: 1, before: 0 },
  ])
  const other = { ...one, altText: `${one.altText} am Abend` }
  expect(read(changes(post({ pictures: [one] }), post({ pictures: [other] })))).toEqual([
    `alt-text: ${one.altText}[+ am Abend+]`,
  ])
  const fresh = { ...one, altText: 'Etwas' }
  expect(changes(post({ pictures: [one] }), post({ pictures: [fresh] }))).toEqual([
    { what: 'new-alt-text', picture: 1 },
  ])
})

test('a thread that became longer', () => {
  expect(read(changes(thread(2), thread(3)))).toEqual(['words: Teil 1\nTeil 2[+\nTeil 3+]'])
})

test('why there is no link', () => {
  const [before, after] = ['Die Seite fehlt.', 'Die Seite kommt.']
  expect(
    changes(post({ link: { noLinkBecause: before } }), post({ link: { noLinkBecause: after } })),
  ).toEqual([{ what: 'no-link', because: after }])
})
