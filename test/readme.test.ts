import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { commands } from '../commands/index.ts'
import { mayFollow } from '../src/core/proposal/evolve.ts'

const readme = readFileSync('README.md', 'utf8')

test('the diagram in the README shows what can happen at each stage, and nothing else', () => {
  const arrows = [...readme.matchAll(/^ {2}([a-z-]+) --> [a-z-]+: ([a-z-]+)$/gm)]
  const drawn = new Set(arrows.map(([, stage, event]) => `${stage}: ${event}`))
  const real = Object.entries(mayFollow).flatMap(([stage, events]) =>
    events.map((event) => `${stage}: ${event}`),
  )
  expect([...drawn].sort()).toEqual(real.sort())
})

test('manifest.json declares the commands that exist, in their own words', () => {
  const manifest = JSON.parse(readFileSync('manifest.json', 'utf8')) as {
    features: { slash_commands: unknown[] }
  }
  expect(manifest.features.slash_commands).toEqual(
    commands.map(({ name, description, usage, namesPeople = false }) => ({
      command: name,
      description,
      usage_hint: usage,
      should_escape: namesPeople,
    })),
  )
})
