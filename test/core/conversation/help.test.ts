// The recogniser of calls for help, measured (docs/regeln.md, "Notfälle").
import { expect, test } from 'vitest'
import { soundsLikeEmergency } from '../../../src/core/conversation/concerns.ts'
import { calls, ordinary } from './help-sentences.ts'

test('there is enough of both to measure by, and nothing twice', () => {
  expect(calls.length).toBeGreaterThanOrEqual(200)
  expect(ordinary.length).toBeGreaterThanOrEqual(200)
  expect(new Set([...calls, ...ordinary]).size).toBe(calls.length + ordinary.length)
})

test('at least 95 of 100 calls for help are heard', () => {
  const missed = calls.filter((text) => !soundsLikeEmergency(text))
  expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(calls.length * 0.05)
})

test('at most one of ten ordinary mentions raises the alarm', () => {
  const alarmed = ordinary.filter((text) => soundsLikeEmergency(text))
  expect(alarmed.length, alarmed.join('\n')).toBeLessThanOrEqual(ordinary.length * 0.1)
})
