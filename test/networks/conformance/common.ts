// What the parts of the suite have in common: how to write, how to look, and how things go wrong.
import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import type { Part } from '../../../src/core/content.ts'
import type { DoubtBecause, Outcome } from '../../../src/core/outcome.ts'
import type { Writing } from '../../../src/desk/ports/network.ts'
import type { Asking, NetworkUnderTest, Trouble } from '../under-test.ts'

/** Gives a fresh network, which ends with the test; a patient one waits for slow answers. */
export type Start = (given?: { patient: boolean }) => Promise<NetworkUnderTest>

export function part(text: string): Part {
  return { text, media: [] }
}

/** Without pictures, and not made with AI. */
const bare = { uploads: [], madeWithAi: false }

export function post(text: string, hangsOn: string | null = null): Writing {
  return { kind: 'post', part: part(text), hangsOn, ...bare }
}

export function answer(text: string, hangsOn: string): Writing {
  return { kind: 'answer', part: part(text), hangsOn, ...bare }
}

export function posted(outcome: Outcome): { id: string; url: string } {
  if (outcome.outcome !== 'posted') throw new Error(`It was not posted: ${inspect(outcome)}`)
  return outcome
}

/** For every trouble that this network's stand-in can make. */
export function each<Row extends { trouble: Trouble }>(
  rows: readonly Row[],
  can: readonly Trouble[],
) {
  return test.each(rows.filter(({ trouble }) => can.includes(trouble)))
}

export const nothingKnown: ReadonlySet<string> = new Set()

/** Whether the public sees it, and how it ended. */
export const ends: readonly { trouble: Trouble; isTaken: boolean; outcome: object }[] = [
  { trouble: 'taken-and-cut', isTaken: true, outcome: unknown('cut-connection') },
  { trouble: 'taken-and-silent', isTaken: true, outcome: unknown('timeout') },
  { trouble: 'taken-and-half', isTaken: true, outcome: unknown('cut-connection') },
  { trouble: 'cut', isTaken: false, outcome: unknown('cut-connection') },
  { trouble: 'silent', isTaken: false, outcome: unknown('timeout') },
  { trouble: 'broken', isTaken: false, outcome: unknown('server-error') },
  { trouble: 'nonsense', isTaken: false, outcome: unknown('unreadable-answer') },
  { trouble: 'busy', isTaken: false, outcome: { outcome: 'not-sent', because: 'rate-limit' } },
  {
    trouble: 'unpaid',
    isTaken: false,
    outcome: { outcome: 'not-sent', because: 'no-credit', until: null },
  },
]

function unknown(because: DoubtBecause): Outcome {
  return { outcome: 'unknown', because }
}

/** Why a read fails. */
export const failures: readonly { trouble: Trouble; failed: readonly string[] }[] = [
  { trouble: 'taken-and-half', failed: ['unreachable', 'unreadable'] },
  { trouble: 'cut', failed: ['unreachable'] },
  { trouble: 'silent', failed: ['unreachable'] },
  { trouble: 'broken', failed: ['unreachable'] },
  { trouble: 'nonsense', failed: ['unreadable'] },
  { trouble: 'busy', failed: ['rate-limit'] },
  { trouble: 'unpaid', failed: ['no-credit'] },
]

/** The trouble is told as what it is, with the instant if there is one, and the next reading goes well. */
export async function failsAs(
  read: () => Promise<unknown>,
  { trouble, failed }: (typeof failures)[number],
  asking: Asking,
  { strike, clock }: NetworkUnderTest,
): Promise<void> {
  strike(trouble, asking, 90)
  const until = trouble === 'busy' ? clock.at + 90_000 : null
  const told = await read()
  expect(Object.keys(told as object).sort()).toEqual(['failed', 'until'])
  expect(failed).toContain((told as { failed: string }).failed)
  expect(told).toMatchObject({ until })
  expect(await read()).not.toHaveProperty('failed')
}
