import { expect, test } from 'vitest'
import type { Content } from '../../../src/core/content.ts'
import { fingerprint, isFingerprintOf } from '../../../src/core/proposal/fingerprint.ts'
import { answer, monday, post } from '../../support/lives.ts'

const url = 'https://www.hamburg.de/bergedorf/1'

// What later kinds and networks will be called; the types know only today's.
const later = { kind: 'repost', networks: ['x', 'mastodon'] } as unknown as Content

test.each<[string, Partial<Content>]>([
  ['the text', { text: 'Die Chrysanderstraße ist wieder zu.' }],
  ['one space in the text', { text: 'Die Chrysanderstraße  ist wieder frei.' }],
  ['the border between two parts', { text: 'Die Chrysanderstraße\n---\nist wieder frei.' }],
  ['a link where there was none', { link: { url } }],
  ['the planned time', { plannedAt: monday('14:00') }],
  ['the mention that is answered', { replyTo: { mention: 1, version: 1 } }],
  ['the target', { networks: later.networks }],
  ['the kind', { kind: later.kind }],
])('changing %s changes the fingerprint', (_, change) => {
  expect(fingerprint(post(change))).not.toBe(fingerprint(post()))
})

test('changing the link changes the fingerprint', () => {
  const one = fingerprint(post({ link: { url } }))
  expect(fingerprint(post({ link: { url: `${url}2` } }))).not.toBe(one)
})

test('changing the link to another that the text has too changes the fingerprint', () => {
  const text = `${url} und ${url}2`
  const one = fingerprint(post({ text, link: { url } }))
  expect(fingerprint(post({ text, link: { url: `${url}2` } }))).not.toBe(one)
})

test('moving the planned time by a millisecond changes the fingerprint', () => {
  const one = fingerprint(post({ plannedAt: monday('14:00') }))
  expect(fingerprint(post({ plannedAt: monday('14:00') + 1 }))).not.toBe(one)
})

test.each<[string, Partial<Content>]>([
  ['the topic', { topic: 'lage' }],
  ['the reason for no link', { link: { noLinkBecause: 'Eilmeldung' } }],
  ['space that nobody will see', { text: ' Die Chrysanderstraße ist wieder frei.\r\n' }],
  ['another code for the same letters', { text: post().text.normalize('NFD') }],
])('changing %s does not change the fingerprint', (_, change) => {
  expect(fingerprint(post(change))).toBe(fingerprint(post()))
})

test.each<[string, Content['replyTo']]>([
  ['another mention', { mention: 2, version: 1 }],
  ['another version of the mention', { mention: 1, version: 2 }],
])('answering %s changes the fingerprint', (_, replyTo) => {
  expect(fingerprint(answer({ replyTo }))).not.toBe(fingerprint(answer()))
})

test('a fingerprint says how it was reckoned, is a SHA-256 in hex and stays what it was', () => {
  expect(fingerprint(post({ text: 'Eins', link: { url }, plannedAt: 0 }))).toMatchInlineSnapshot(
    `"1:73446234551b94c209af53cdcbef42ff62e9d25a989f195560c77ad2aa320195"`,
  )
  expect(fingerprint(answer({ text: 'Eins' }))).toMatchInlineSnapshot(
    `"1:5951aae4092b57cb24fe7fe9cefffb1297590fb29ca637e7e1adc8a7ea687539"`,
  )
})

test('a fingerprint is known again as that of its content and of no other', () => {
  expect(isFingerprintOf(fingerprint(post()), post())).toBe(true)
  expect(isFingerprintOf(fingerprint(post()), answer())).toBe(false)
  expect(isFingerprintOf('', post())).toBe(false)
})
