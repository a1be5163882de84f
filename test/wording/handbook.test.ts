// The handbook speaks of the same states and buttons as the cards do.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Stage } from '../../src/core/proposal/proposal.ts'
import { buttonLabel, type CardAction } from '../../src/wording/card.ts'
import { proposeLabel } from '../../src/wording/home.ts'
import { outdatedState, stateTitle } from '../../src/wording/state.ts'

const handbook = readFileSync(new URL('../../docs/handbuch.md', import.meta.url), 'utf8')
const decided = { by: 1, at: 0 }
const since = 0

const stages: Record<Stage['is'], Stage[]> = {
  submitted: [
    { is: 'submitted', question: null, stopped: null },
    { is: 'submitted', question: { ...decided, text: null }, stopped: null },
    { is: 'submitted', question: null, stopped: { ...decided, via: 'button' } },
  ],
  approved: [{ is: 'approved', sendAt: 0, since, dueSince: 0 }],
  sending: [{ is: 'sending', attempt: 1, since, dueSince: 0 }],
  waiting: [{ is: 'waiting', because: 'unreachable', retryAt: 0, since, dueSince: 0 }],
  'in-doubt': [{ is: 'in-doubt', because: 'crash', since, looks: 0, released: false, dueSince: 0 }],
  'check-needed': [{ is: 'check-needed', because: 'doubt', since }],
  published: [{ is: 'published', at: 0 }],
  rejected: [{ is: 'rejected', reason: null, ...decided }],
  withdrawn: [{ is: 'withdrawn', ...decided }],
  expired: [{ is: 'expired', at: 0 }],
  failed: [{ is: 'failed', because: 'other', status: 403, detail: '', at: 0 }],
}

test.each(Object.values(stages).flat().map(stateTitle))('explains the state %s', (title) => {
  expect(handbook).toMatch(new RegExp(`^\\| ${title} +\\|`, 'm'))
})

const actions: Record<CardAction, true> = {
  approve: true,
  reject: true,
  ask: true,
  revise: true,
  withdraw: true,
  stop: true,
  'give-reason': true,
  'confirm-posted': true,
  'confirm-deleted': true,
  release: true,
  cosign: true,
  'all-clear': true,
  extend: true,
  'close-warning': true,
}
const labels = (Object.keys(actions) as CardAction[]).map((action) => buttonLabel(action, 'doubt'))

test.each([...labels, buttonLabel('release', 'late'), proposeLabel])('names %s', (label) => {
  expect(handbook).toContain(label)
})

test('calls an outdated card what the card calls itself', () => {
  expect(handbook.replace(/\s+/g, ' ')).toContain(`„${outdatedState(2).title}“`)
})
