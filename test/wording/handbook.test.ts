// The handbook speaks of the same states and buttons as the cards do.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Stage } from '../../src/core/proposal/proposal.ts'
import { buttonLabel, type CardAction } from '../../src/wording/card.ts'
import { proposeLabel } from '../../src/wording/home.ts'
import { outdatedState, stateOf } from '../../src/wording/state.ts'
import {
  after,
  approved,
  approvedOnce,
  asked,
  closed,
  consentEnded,
  cosigned,
  deleted,
  doubted,
  expired,
  followed,
  held,
  lapsed,
  mended,
  notSent,
  proposed,
  refused,
  rejected,
  retraction,
  sending,
  sent,
  stopped,
  warning,
  withdrawn,
  type Step,
} from '../support/lives.ts'

const handbook = readFileSync(new URL('../../docs/handbuch.md', import.meta.url), 'utf8')
const published = [approved(), sending(), sent()]
const aWarning = [proposed(warning()), cosigned(), ...published]
const begun = [proposed(), approved(), sending()]

/** How each stage can come about, and what can become of something public: a new stage without one does not compile. */
const lives: Record<Stage['is'], (readonly Step[])[]> = {
  submitted: [
    [proposed()],
    [proposed(warning())],
    [proposed(), asked()],
    [proposed(), mended({ text: 'Ohne Fehler' })],
    [proposed({ stock: true })],
    [proposed(), approved(), stopped()],
    [proposed(), approvedOnce()],
  ],
  approved: [[proposed(), approved()]],
  sending: [begun],
  waiting: [[...begun, notSent()]],
  'in-doubt': [[...begun, doubted()]],
  'check-needed': [[proposed(), approved(), held()]],
  published: [
    [proposed(), ...published],
    [proposed(), ...published, followed('correction')],
    [proposed(), ...published, followed('retraction')],
    [proposed(retraction()), approved(), sending(), deleted()],
    [proposed(), ...published, consentEnded()],
    aWarning,
    [...aWarning, lapsed()],
    [...aWarning, followed('warning')],
    [...aWarning, followed('all-clear')],
    [...aWarning, closed()],
  ],
  rejected: [[proposed(), rejected()]],
  withdrawn: [[proposed(), withdrawn()]],
  expired: [[proposed(), expired()]],
  failed: [[...begun, refused()]],
}
const setting = { name: String, zone: 'Europe/Berlin' }
const titles = Object.entries(lives).flatMap(([is, all]) =>
  all.map((steps) => {
    const proposal = after(...steps)
    expect(proposal.stage.is).toBe(is)
    return stateOf(proposal, setting).title
  }),
)

test.each(titles)('explains the state %s', (title) => {
  expect(handbook).toMatch(new RegExp(`^\\| ${title} +\\|`, 'm'))
})

test('explains no state twice, and none there is not', () => {
  const table = handbook.slice(handbook.indexOf('| Stand '), handbook.indexOf('## Prüfung nötig'))
  const rows = [...table.matchAll(/^\| (.+?) +\|/gm)].slice(2).map(([, title]) => title)
  expect(rows.toSorted()).toEqual([...new Set(titles)].toSorted())
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
  retract: true,
  'renew-consent': true,
  heed: true,
  again: true,
  'answer-question': true,
  reschedule: true,
}
const labels = (Object.keys(actions) as CardAction[]).map((action) => buttonLabel(action, 'doubt'))

test.each([...labels, buttonLabel('release', 'late'), proposeLabel])('names %s', (label) => {
  expect(handbook).toContain(label)
})

test('calls an outdated card what the card calls itself', () => {
  expect(handbook.replace(/\s+/g, ' ')).toContain(`„${outdatedState(2).title}“`)
})

test('its contents name every chapter, in their order, and lead there', () => {
  const chapters = [...handbook.matchAll(/^## (.+)$/gm)].map(([, title]) => title)
  const contents = [...handbook.matchAll(/^- \[(.+)\]\(#(.+)\)$/gm)]
  expect(contents.map(([, title]) => title)).toEqual(chapters)
  for (const [, title = '', anchor] of contents) {
    expect(anchor).toBe(
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N} ]/gu, '')
        .replaceAll(' ', '-'),
    )
  }
})
