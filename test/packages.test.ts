// What an office installs: nothing of the sandbox, all that the program needs, and whose work it is.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { verdictOf } from '../.ci/audit.ts'
import { installed, nameOf } from '../.ci/notices.ts'

const { dependencies, devDependencies } = JSON.parse(
  readFileSync('package.json', 'utf8'),
) as Record<'dependencies' | 'devDependencies', Record<string, string>>

/** The packages a folder's files need to run, each with a file that needs it. */
function neededBy(folder: string, isLeftOut: (file: string) => boolean = () => false) {
  const needed = new Map<string, string>()
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = join(folder, entry)
    if (!/\.tsx?$/.test(file) || isLeftOut(file)) continue
    const code = readFileSync(file, 'utf8')
    // What is imported as a type is not there any more when it runs.
    const imports = code.matchAll(
      /^(?:import|export)\s+(?!type\b)(?:[^'"]*?\bfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm,
    )
    for (const [, still = '', later = still] of imports) {
      const [scope = '', name = ''] = later.split('/')
      if (later.startsWith('.') || later.startsWith('node:')) continue
      needed.set(scope.startsWith('@') ? `${scope}/${name}` : scope, file)
    }
  }
  return needed
}

test.each(['src', 'db', 'commands'])(
  '%s needs nothing that an office does not install',
  (folder) => {
    const needed = neededBy(folder)
    expect([...needed].filter(([name]) => !(name in dependencies))).toEqual([])
  },
)

test('what only the sandbox needs is not installed for an office', () => {
  const program = new Set(
    ['src', 'db', 'commands'].flatMap((folder) => [...neededBy(folder).keys()]),
  )
  const only = [...neededBy('sandbox').keys()].filter((name) => !program.has(name))
  expect(only).toEqual(expect.arrayContaining(['express', 'preact', 'ws', 'esbuild']))
  expect(only.filter((name) => !(name in devDependencies))).toEqual([])
})

test('every package is pinned, and its source is on record', () => {
  for (const version of Object.values({ ...dependencies, ...devDependencies })) {
    expect(version).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/)
  }
})

test('the README names every package that runs something of its own when it is installed', () => {
  const readme = readFileSync('README.md', 'utf8')
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { hasInstallScript?: boolean }>
  }
  const scripts = Object.entries(lock.packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript === true)
    .map(([folder]) => folder.split('node_modules/').at(-1) ?? '')
  const named = /Of its packages (.*) run something/.exec(readme)?.[1] ?? ''
  expect([...named.matchAll(/`([^`]+)`/g)].map(([, name]) => name).sort()).toEqual(
    [...new Set(scripts)].sort(),
  )
})

test('the notices are those of the packages that are installed now', () => {
  const lines = new Set(
    readFileSync('THIRD-PARTY-NOTICES.txt', 'utf8')
      .split('\n')
      .map((line) => line.replace(/ \(.*\)$|, the fonts in it$/, '')),
  )
  const all = installed().map(nameOf)
  expect(all.length).toBeGreaterThan(150)
  expect(all.filter((name) => !lines.has(name))).toEqual([])
})

describe('known weaknesses', () => {
  const report = (vulnerabilities: object) => JSON.stringify({ vulnerabilities, metadata: {} })
  test.each([
    ['none', report({}), 'sound'],
    ['moderate ones', report({ a: { severity: 'moderate' } }), 'sound'],
    ['a high one', report({ a: { severity: 'moderate' }, b: { severity: 'high' } }), 'weak'],
    ['a critical one', report({ a: { severity: 'critical', range: '<2' } }), 'weak'],
    ['an excepted one', report({ c: { severity: 'high' } }), 'sound'],
    ['a registry that says no', JSON.stringify({ message: '405', statusCode: 405 }), 'unanswered'],
    ['no answer at all', '', 'unanswered'],
    ['a page', '<html>', 'unanswered'],
  ])('%s', (_, said, is) => {
    const verdict = verdictOf(said, { c: 'is never given a text from outside' })
    expect(verdict.is).toBe(is)
    expect(verdict.says).toMatch(/\.|:/)
  })
  test('say which package, and why one is excepted', () => {
    expect(verdictOf(report({ a: { severity: 'high', range: '<2' } })).says).toContain(
      'a <2 (high)',
    )
    const excepted = { a: 'only draws our own pictures' }
    expect(verdictOf(report({ a: { severity: 'high' } }), excepted).says).toContain(
      'a: only draws our own pictures',
    )
  })
})
