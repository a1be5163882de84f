import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { contrast, lookFlaws, type Look } from '../../src/tiles/look.ts'

const colours = { ground: '#ffffff', ink: '#14213d', accent: '#005ca9', onAccent: '#ffffff' }
const look: Look = { name: 'Bezirksamt Bergedorf', colours, logo: null }

// The examples of https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio: black on white is 21, a colour on itself 1.
test.each([
  ['#000000', '#ffffff', 21],
  ['#777777', '#777777', 1],
  ['#767676', '#ffffff', 4.54],
  ['#005ca9', '#ffffff', 6.77],
])('the contrast of %s with %s is %d, whichever stands on the other', (one, other, ratio) => {
  expect(contrast(one, other)).toBeCloseTo(ratio, 2)
  expect(contrast(other, one)).toBe(contrast(one, other))
})

test('colours that cannot be read on one another are named', () => {
  expect(lookFlaws(look)).toEqual([])
  expect(lookFlaws({ ...look, colours: { ...colours, accent: '#66b2ff' } })).toEqual([
    {
      flaw: 'contrast',
      one: 'onAccent',
      other: 'accent',
      ratio: expect.closeTo(2.24, 1) as number,
    },
    { flaw: 'contrast', one: 'accent', other: 'ground', ratio: expect.closeTo(2.24, 1) as number },
  ])
})

test.each([
  '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  '<svg onload="alert(1)"></svg>',
  '<svg><image href="http://example.org/a.png"/></svg>',
  '<svg><use href="http://example.org/a.svg#b"/></svg>',
  '<svg><rect fill="url(http://example.org/a)"/></svg>',
  '<svg><style>@import "http://example.org/a"</style></svg>',
  '<!DOCTYPE svg [<!ENTITY a "b">]><svg/>',
  '<svg><text>Amt</text></svg>',
  'no drawing at all',
])('a logo that is more than a drawing is none: %s', (logo) => {
  expect(lookFlaws({ ...look, logo })).toEqual([{ flaw: 'logo' }])
})

test('the logo that comes with the program is a drawing', () => {
  const logo = readFileSync('docs/buero-logo.svg', 'utf8')
  expect(lookFlaws({ ...look, logo })).toEqual([])
})
