// Code cites rules by the heading they stand under in docs/regeln.md.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

test('every rule that is cited is written down', () => {
  const rules = readFileSync('docs/regeln.md', 'utf8')
  const headings = [...rules.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading)
  const files = ['src', 'db', 'commands', 'sandbox', 'test'].flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' }).map((file) => join(room, file)),
  )
  const cited = files
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/docs\/regeln\.md, "([^"]+)"/g)])
    .map(([, heading]) => heading)
  expect(cited.length).toBeGreaterThan(10)
  expect(cited.filter((heading) => !headings.includes(heading))).toEqual([])
})
