import { expect, test } from 'vitest'
import type { Content } from '../../../src/core/content.ts'
import { fingerprint } from '../../../src/core/proposal/fingerprint.ts'
import { monday, post } from '../../support/lives.ts'

const url = 'https://www.hamburg.de/bergedorf/1'

// What later kinds and networks will be called; the types know only today's.
const later = { kind: 'repost', networks: ['x', 'mastodon'] } as unknown as Content

test.each<[string, Partial<Content>]>([
  ['the text', { text: 'Die Chrysanderstraße ist wieder zu.' }],
  ['one space in the text', { text: 'Die Chrysanderstraße  ist wieder frei.' }],
  ['the border between two parts', { text: 'Die Chrysanderstraße\n---\nist wieder frei.' }],
  ['a link where there was none', { link: { url } }],
  ['the planned time', { plannedAt: monday('14:00') }],
  ['the mention that is answered', { replyTo: 1 }],
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

test('a fingerprint is a SHA-256 in hex and stays what it was', () => {
  expect(fingerprint(post({ text: 'Eins', link: { url }, plannedAt: 0 }))).toMatchInlineSnapshot(
    `"73446234551b94c209af53cdcbef42ff62e9d25a989f195560c77ad2aa320195"`,
  )
})
