// Some random lives of the office over the real wire; `npm run campaign` lives thousands.
import { expect, test } from 'vitest'
import { runCampaign } from '../campaign/run.ts'

test('a dozen random lives violate nothing that must never be', { timeout: 240_000 }, async () => {
  const said: string[] = []
  const { violated, faults } = await runCampaign({
    seed: 172,
    schedules: 12,
    parallel: 3,
    only: null,
    say: (line) => said.push(line),
  })
  expect({ violated, faults }, said.join('\n')).toEqual({ violated: [], faults: 0 })
})
