// What a network does not find is erased here, once a second look does not find it either.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { secondLookAfter, vanished, type Doubted } from '../../../src/core/conversation/vanished.ts'

const now = Date.parse('2026-11-23T10:00:00Z')
const later = now + secondLookAfter
const nothing: Doubted<number> = new Map()

/** The first so many of so many are missing. */
function look(missing: number, asked: number) {
  const ids = Array.from({ length: asked }, (_, index) => index + 1)
  return { gone: new Set(ids.slice(0, missing)), answered: new Set(ids) }
}

const first = (count: number) => [...look(count, count).gone]

test.each([
  [1, 1],
  [5, 5],
  [5, 100],
  [50, 100],
  [6, 12],
  [6, 6],
  [6, 11],
  [1000, 1000],
])('%d missing of %d are doubted, and none is erased at one look', (missing, asked) => {
  const seen = vanished(look(missing, asked), nothing, now)
  expect(seen.erase).toEqual([])
  expect(seen.doubted).toEqual(new Map(first(missing).map((id) => [id, now])))
})

test.each([
  [5, 5, false],
  [6, 12, false],
  [50, 100, false],
  [6, 6, true],
  [6, 11, true],
  [51, 100, true],
])('whether people hear of %d missing of %d: %s', (missing, asked, hear) => {
  expect(vanished(look(missing, asked), nothing, now).suspicionBegan).toBe(hear)
})

test('an office of five mentions loses none to a network that errs for a round', () => {
  const { doubted } = vanished(look(5, 5), nothing, now)
  const found = vanished({ gone: new Set<number>(), answered: look(5, 5).answered }, doubted, later)
  expect(found).toEqual({ erase: [], doubted: nothing, suspicionBegan: false })
})

test('few at a time become many: people hear of it once', () => {
  const { doubted } = vanished(look(5, 5), nothing, now)
  const next = new Set([6, 7])
  const seen = vanished({ gone: next, answered: next }, doubted, now + 1)
  expect(seen.suspicionBegan).toBe(true)
  const more = new Set([8, 9])
  expect(vanished({ gone: more, answered: more }, seen.doubted, now + 2).suspicionBegan).toBe(false)
})

test('a few that are really gone do not hide that X errs about all of them', () => {
  const account = vanished(look(7, 100), nothing, now)
  expect(account.suspicionBegan).toBe(false)
  const all = vanished(look(300, 300), account.doubted, now + 60 * 60_000)
  expect(all.suspicionBegan).toBe(true)
  expect(vanished(look(300, 300), all.doubted, now + 90 * 60_000).suspicionBegan).toBe(false)
})

test('what the network says of posts nobody asked for, or leaves out, is nothing', () => {
  const seen = vanished({ gone: new Set([7, 8]), answered: new Set([1, 7]) }, nothing, now)
  expect(seen.doubted).toEqual(new Map([[7, now]]))
  const { doubted } = vanished(look(6, 6), nothing, now)
  const leftOut = vanished({ gone: new Set<number>(), answered: new Set<number>() }, doubted, later)
  expect(leftOut).toEqual({ erase: [], doubted, suspicionBegan: false })
})

test('a second look two hours later erases those it does not find either, each for itself', () => {
  const { doubted } = vanished(look(8, 8), nothing, now)
  const again = { gone: new Set([1, 2, 3]), answered: new Set(first(7)) }
  const seen = vanished(again, doubted, later)
  expect(seen.erase).toEqual([1, 2, 3])
  // The eighth was left out.
  expect(seen.doubted).toEqual(new Map([[8, now]]))
})

test('a second look that comes early erases nothing', () => {
  const { doubted } = vanished(look(8, 8), nothing, now)
  const seen = vanished(look(8, 8), doubted, later - 1)
  expect(seen).toEqual({ erase: [], doubted, suspicionBegan: false })
  expect(vanished(look(8, 8), seen.doubted, later).erase).toEqual(first(8))
})

test('a clock that was put back does not make a doubt last longer than two hours', () => {
  const { doubted } = vanished(look(8, 8), nothing, now)
  const before = now - 24 * 60 * 60_000
  const seen = vanished(look(8, 8), doubted, before)
  expect(seen.erase).toEqual([])
  expect(vanished(look(8, 8), seen.doubted, before + secondLookAfter).erase).toEqual(first(8))
})

test('whatever a network says, nothing is erased that it did not miss twice, two hours apart', () => {
  const ids = fc.uniqueArray(fc.nat(40))
  const looks = fc.array(fc.record({ gone: ids, answered: ids, after: fc.nat(3 * 60) }))
  fc.assert(
    fc.property(looks, (all) => {
      let doubted = nothing
      let at = now
      for (const { gone, answered, after } of all) {
        at += after * 60_000
        const before = doubted
        const one = { gone: new Set(gone), answered: new Set(answered) }
        const seen = vanished(one, before, at)
        for (const id of seen.erase) {
          expect(one.gone.has(id) && one.answered.has(id)).toBe(true)
          expect(at - (before.get(id) ?? at)).toBeGreaterThanOrEqual(secondLookAfter)
        }
        doubted = seen.doubted
      }
    }),
  )
})
