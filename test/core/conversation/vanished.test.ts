// What a network does not find is erased here, unless it finds suspiciously little.
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
  [6, 12],
  [50, 100],
])('%d missing of %d are nothing strange, and are erased', (missing, asked) => {
  const seen = vanished(look(missing, asked), nothing, now)
  expect(seen).toEqual({ erase: first(missing), doubted: nothing, suspicionBegan: false })
})

test.each([
  [6, 6],
  [6, 11],
  [51, 100],
  [1000, 1000],
])('%d missing of %d at once are doubted, and none is erased', (missing, asked) => {
  const seen = vanished(look(missing, asked), nothing, now)
  const doubted = new Map(first(missing).map((id) => [id, now]))
  expect(seen).toEqual({ erase: [], doubted, suspicionBegan: true })
})

test('what the network says of posts nobody asked for, or leaves out, is nothing', () => {
  const seen = vanished({ gone: new Set([7, 8]), answered: new Set([1, 7]) }, nothing, now)
  expect(seen.erase).toEqual([7])
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

test('while anything is in doubt, whatever else is missing is doubted, too, and told once', () => {
  const { doubted } = vanished(look(8, 8), nothing, now)
  const seen = vanished({ gone: new Set([9]), answered: new Set([9]) }, doubted, now + 1)
  expect(seen.erase).toEqual([])
  expect(seen.doubted.get(9)).toBe(now + 1)
  const many = new Set([11, 12, 13, 14, 15, 16])
  const more = vanished({ gone: many, answered: many }, seen.doubted, now + 2)
  expect(more.suspicionBegan).toBe(false)
})

test('a clock that was put back does not make a doubt last longer than two hours', () => {
  const { doubted } = vanished(look(8, 8), nothing, now)
  const before = now - 24 * 60 * 60_000
  const seen = vanished(look(8, 8), doubted, before)
  expect(seen.erase).toEqual([])
  expect(vanished(look(8, 8), seen.doubted, before + secondLookAfter).erase).toEqual(first(8))
})

test('whatever a network says, nothing is erased that it did not miss, nor a suspicion at one look', () => {
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
          const since = before.get(id)
          if (since !== undefined) expect(at - since).toBeGreaterThanOrEqual(secondLookAfter)
        }
        const fresh = seen.erase.filter((id) => !before.has(id))
        expect(fresh.length <= 5 || fresh.length * 2 <= one.answered.size).toBe(true)
        doubted = seen.doubted
      }
    }),
  )
})
