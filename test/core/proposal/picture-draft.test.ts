// What has to be said about a picture before anybody can propose it (docs/regeln.md, "Bilder").
import { describe, expect, test } from 'vitest'
import { hintsFor } from '../../../src/core/hints.ts'
import { draftOf, read, type Draft } from '../../../src/core/proposal/draft.ts'
import type { PictureDraft } from '../../../src/core/proposal/picture-draft.ts'
import { monday, picture, post } from '../../support/lives.ts'

const zone = 'Europe/Berlin'
const weigh = (text: string) => ({
  ...{ length: text.length, limit: 280, links: [], accidentalLinks: [], valid: true },
})
const scales = { now: monday('10:00'), zone, weigh }

const draft: Draft = {
  ...{ text: 'Die Wiese ist fertig.', topic: 'gruen', link: '', noLinkBecause: 'Kurzmeldung' },
  ...{ date: null, time: null },
}
const good: PictureDraft = {
  ...{ sha256: 'ab'.repeat(32), altText: 'Eine Wiese von oben.', credit: 'Foto: Amt' },
  ...{ people: 'none', reference: '', until: null, part: null },
}
const consent: PictureDraft = { ...good, people: 'consent', reference: 'Ordner 7' }

function flawsOf(pictures: readonly PictureDraft[], text = draft.text): unknown[] {
  const said = read({ ...draft, text, pictures }, scales)
  return 'flaws' in said ? [...said.flaws] : []
}

test('a picture with all that is needed becomes part of the content, and comes back into the form', () => {
  const said = read({ ...draft, pictures: [{ ...consent, until: '2026-12-31' }] }, scales)
  if ('flaws' in said) throw new Error(JSON.stringify(said.flaws))
  expect(said.content.pictures).toEqual([
    {
      ...{ sha256: good.sha256, altText: good.altText, credit: good.credit, part: 0 },
      shown: {
        ...{ people: 'consent', reference: 'Ordner 7' },
        // To the end of its last day, in Bergedorf.
        until: Date.parse('2027-01-01T00:00:00+01:00'),
      },
    },
  ])
  expect(draftOf(said.content, zone).pictures).toEqual([
    { ...consent, until: '2026-12-31', part: 1 },
  ])
})

test.each<[string, Partial<PictureDraft>, unknown]>([
  ['no alternative text', { altText: ' \u200B' }, { field: 'altText', flaw: 'no-alt-text' }],
  ['a file name', { altText: 'IMG_4711.JPG' }, { field: 'altText', flaw: 'file-name' }],
  ['what a camera counts', { altText: 'DSC 0815' }, { field: 'altText', flaw: 'file-name' }],
  [
    'a screenshot',
    { altText: 'Bildschirmfoto 2026-11-23' },
    { field: 'altText', flaw: 'file-name' },
  ],
  [
    'a novel',
    { altText: 'a'.repeat(1_003) },
    { field: 'altText', flaw: 'alt-text-too-long', surplus: 3 },
  ],
  ['no credit', { credit: '' }, { field: 'credit', flaw: 'no-credit' }],
  ['no word about people', { people: null }, { field: 'people', flaw: 'people-unsaid' }],
  [
    'people without a basis',
    { people: 'unfounded' },
    { field: 'people', flaw: 'people-unfounded' },
  ],
  [
    'a consent nobody can find',
    { people: 'consent' },
    { field: 'reference', flaw: 'no-reference' },
  ],
  [
    'a consent that is over',
    { ...consent, until: '2026-11-22' },
    { field: 'until', flaw: 'consent-over' },
  ],
  [
    'a consent until a day that does not exist',
    { ...consent, until: '2026-11-31' },
    { field: 'until', flaw: 'consent-over' },
  ],
  ['a part that is not there', { part: 2 }, { field: 'part', flaw: 'no-such-part', parts: 1 }],
])('%s is told', (_, change, flaw) => {
  expect(flawsOf([{ ...good, ...change }])).toEqual([{ picture: 1, ...(flaw as object) }])
})

test('for children those agree who care for them', () => {
  expect(flawsOf([{ ...consent, people: 'guardians', reference: '' }])).toEqual([
    { picture: 1, field: 'reference', flaw: 'no-reference' },
  ])
  const said = read({ ...draft, pictures: [{ ...consent, people: 'guardians' }] }, scales)
  expect('content' in said && said.content.pictures?.[0]?.shown).toEqual({
    ...{ people: 'guardians', reference: 'Ordner 7', until: null },
  })
})

test('a consent must hold when the post is planned for', () => {
  const flawsAt = (date: string) => {
    const pictures = [{ ...consent, until: '2026-11-30' }]
    const said = read({ ...draft, date, time: '09:00', pictures }, scales)
    return 'flaws' in said ? said.flaws : []
  }
  expect(flawsAt('2026-11-30')).toEqual([])
  expect(flawsAt('2026-12-01')).toEqual([{ picture: 1, field: 'until', flaw: 'consent-over' }])
})

describe('how many', () => {
  const two = 'Teil eins.\n---\nTeil zwei.'
  const inPart = (part: number) => ({ ...good, part })
  test('four stand in one part, in two parts eight', () => {
    expect(flawsOf([1, 1, 1, 1, 2, 2, 2, 2].map(inPart), two)).toEqual([])
  })
  test('a fifth does not fit', () => {
    const flaw = { picture: 6, field: 'part', flaw: 'too-many-in-part', limit: 4 }
    expect(flawsOf([2, 1, 1, 1, 1, 1].map(inPart), two)).toEqual([flaw])
  })
  test('what moves stands alone', () => {
    const moving = { ...good, isMoving: true }
    expect(flawsOf([moving])).toEqual([])
    const flaw = { picture: 2, field: 'altText', flaw: 'gif-not-alone' }
    expect(flawsOf([good, moving])).toEqual([flaw])
    expect(flawsOf([inPart(1), { ...moving, part: 2 }], two)).toEqual([])
  })
})

test.each([
  ['Bild von Wiese', true],
  ['Foto', true],
  ['Ein Bild', true],
  ['Bild von der neuen Wiese am Schleusengraben', false],
  ['Eine Wiese von oben.', false],
])('whether %j says too little is a hint: %s', (altText, isThin) => {
  const hints = hintsFor(post({ pictures: [picture({ altText })] }))
  expect(hints.some(({ hint }) => hint === 'thin-alt-text')).toBe(isThin)
})
