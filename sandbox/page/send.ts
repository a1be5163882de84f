// What the page tells the sandbox. Every answer is a value; a broken line becomes one, too.

import type { Act, ActAnswer, CitizenAct, Fault } from '../contract.ts'
import { page } from './wording.ts'

async function call(method: string, path: string, body: unknown): Promise<ActAnswer> {
  try {
    const response = await fetch(path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return (await response.json()) as ActAnswer
  } catch {
    return { ok: false, error: 'offline', sentence: page.lost }
  }
}

/** A person acts in Slack. */
export const sendAct = (act: Act) => call('POST', '/sandbox/act', act)

/** A citizen acts on X. */
export const sendCitizen = (act: CitizenAct) => call('POST', '/sandbox/citizen', act)

/** Replaces the faults of one service. */
export const sendFaults = (service: 'slack' | 'x', faults: Fault[]) =>
  call('PUT', `/sandbox/${service}/faults`, faults)

/** Back to the sample data. */
export const sendReset = () => call('POST', '/sandbox/reset', {})
