// Whatever happens to a proposal and whatever people type: every drawing fits, tells the truth and is tame.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Command } from '../../src/core/proposal/command.ts'
import { decide } from '../../src/core/proposal/decide.ts'
import { mayFollow } from '../../src/core/proposal/evolve.ts'
import type { PreElection } from '../../src/core/house-rules.ts'
import type { Proposal } from '../../src/core/proposal/proposal.ts'
import { card } from '../../src/slack/proposal/card.ts'
import type { Drawn } from '../../src/slack/pieces.ts'
import { home } from '../../src/slack/home/view.ts'
import { limits, shares } from '../../src/slack/limits.ts'
import { note } from '../../src/slack/proposal/note.ts'
import { receipt } from '../../src/slack/proposal/receipt.ts'
import { readTarget } from '../../src/slack/target.ts'
import { lives, nastyNames, sheetOf, zone, type Moment } from './lives.ts'
import { allCharacters, complaints, textsIn } from './slack-limits.ts'

const setting = { name: nastyNames, zone }
const seal = 'proposal/17/1/0123456789abcdef'
const latestCard = 'https://amt.slack.com/archives/C1/p1'
const runs = { numRuns: 60 }

function cardOf(proposal: Proposal, version = proposal.versions.length): Drawn {
  const { content } = proposal.versions[version - 1]!
  const sheet = sheetOf(content)
  return card({ ...setting, seal, proposal, version, sheet, latestCard, answers: null })
}

function everyDrawing({ after, event }: Moment): Drawn[] {
  return [
    ...after.versions.map((_, index) => cardOf(after, index + 1)),
    receipt({ ...setting, proposal: after, card: latestCard, waits: null }),
    note({ ...setting, seal, proposal: after, event, to: 'U0ANNA' }),
  ]
}

test('the lives that are drawn here come to every stage', () => {
  const seen = new Set(
    fc
      .sample(lives, { numRuns: 400, seed: 17 })
      .flatMap((life) =>
        life.map(({ after: { stage } }) =>
          stage.is === 'check-needed' ? `${stage.is} ${stage.because}` : stage.is,
        ),
      ),
  )
  const checks = ['doubt', 'late', 'stopped', 'changed', 'rest-refused'].map(
    (why) => `check-needed ${why}`,
  )
  const others = Object.keys(mayFollow).filter((is) => is !== 'check-needed')
  expect([...seen].sort()).toEqual([...others, ...checks].sort())
})

test('every drawing of every moment fits into Slack', () => {
  fc.assert(
    fc.property(lives, (life) => {
      for (const moment of life) {
        for (const drawn of everyDrawing(moment)) {
          expect(complaints(drawn, limits.messageBlocks)).toEqual([])
          expect(allCharacters(drawn)).toBeLessThanOrEqual(limits.message)
          expect(drawn.text.length).toBeLessThanOrEqual(limits.section)
        }
      }
    }),
    runs,
  )
})

test('nothing anybody typed is live: no mention, no link, no half of an escape, no half of a character', () => {
  fc.assert(
    fc.property(lives, (life) => {
      for (const moment of life) {
        for (const drawn of everyDrawing(moment)) {
          const parsed = [
            drawn.text,
            ...textsIn(drawn).flatMap(({ kind, text }) => (kind === 'mrkdwn' ? [text] : [])),
          ]
          for (const text of parsed) {
            const unmentioned = text.replace(/^<@U0ANNA> /, '')
            expect(unmentioned).not.toMatch(/[<>]/)
            expect(unmentioned).not.toMatch(/&(?!(?:amp|lt|gt);)/)
            expect(text).not.toMatch(/\p{Surrogate}/u)
          }
        }
      }
    }),
    runs,
  )
})

test('no sentence says undefined, null, NaN or an object', () => {
  fc.assert(
    fc.property(lives, (life) => {
      for (const moment of life) {
        for (const drawn of everyDrawing(moment)) {
          const said = [drawn.text, ...textsIn(drawn).map(({ text }) => text)].join('\n')
          expect(said).not.toMatch(/undefined|\bnull\b|NaN|\[object|Invalid Date/)
        }
      }
    }),
    runs,
  )
})

test('a card shows every part byte for byte, or offers no approval and says why', () => {
  fc.assert(
    fc.property(lives, (life) => {
      const { after } = life.at(-1)!
      for (const [index, { content }] of after.versions.entries()) {
        const drawn = cardOf(after, index + 1)
        const texts = sheetOf(content).parts.map(({ text }) => text)
        const shown = literally(drawn)
        const isWhole = texts.every((text) => text === '' || shown.includes(text))
        if (!isWhole) {
          expect(buttonsOf(drawn).map(({ action_id }) => action_id)).not.toContain('approve')
          expect(textsIn(drawn).some(({ text }) => text.includes('zu lang für diese Karte'))).toBe(
            true,
          )
        }
        const fits = texts.length <= shares.parts && texts.join('').length <= shares.post
        if (fits) expect(isWhole).toBe(true)
      }
    }),
    runs,
  )
})

test('every button on a card does what it says when an officer with fresh eyes presses it', () => {
  fc.assert(
    fc.property(lives, (life) => {
      for (const { after, now } of life) {
        for (const { action_id, value } of buttonsOf(cardOf(after))) {
          expect(readTarget(value)).toEqual({ seal, choice: null })
          // Opens a form, and changes nothing of this one.
          if (action_id === 'again') continue
          const decision = decide(
            after,
            commandOf(action_id, after),
            { actor: 9, standing: 'officer' },
            { now, undo: 30_000 },
          )
          expect([action_id, after.stage.is, decision]).toEqual([
            action_id,
            after.stage.is,
            { events: [expect.anything()] },
          ])
        }
      }
    }),
    runs,
  )
})

test('buttons have distinct names for screen readers, and an outdated card has none', () => {
  fc.assert(
    fc.property(lives, (life) => {
      const { after } = life.at(-1)!
      const aloud = buttonsOf(cardOf(after)).map(({ accessibility_label }) => accessibility_label)
      expect(new Set(aloud).size).toBe(aloud.length)
      for (const label of aloud)
        expect(label).toContain(`Vorschlag 17, Fassung ${after.versions.length}`)
      if (after.versions.length > 1) expect(buttonsOf(cardOf(after, 1))).toEqual([])
    }),
    runs,
  )
})

const standings = fc.constantFrom('officer', 'staff', 'outsider')

const elections: PreElection[] = Array.from({ length: 12 }, () => ({
  ...{ name: 'W'.repeat(60), from: '2026-11-01', until: '2026-11-30' },
  kinds: ['post'],
}))

test('App Home fits, however much there is', () => {
  const pages = fc.integer({ min: 1, max: 30 })
  const some = fc.array(lives, { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(some, standings, pages, (known, standing, page) => {
      const items = Array.from({ length: 300 }, (_, index) => ({
        proposal: known[index % known.length]!.at(-1)!.after,
        card: index % 2 === 0 ? latestCard : null,
        step: index % 3 === 0 ? ('withdraw' as const) : ('approve' as const),
        ...{ isQueued: index % 3 === 0, seal: 'proposal/1/1/0123' },
      }))
      const mentions = items.map(({ card }, index) => ({ number: index + 1, due: 0, card }))
      const view = home({
        ...{ ...setting, standing, page, declared: [], mentions, warnings: items },
        ...{ preElection: elections, begun: elections, profile: null },
        ...{ now: items, others: items, planned: items, recent: items },
        budget: { at: 0, spent: 31.5, promised: 0, budget: 40 },
      })
      expect(complaints(view, limits.viewBlocks)).toEqual([])
    }),
    { numRuns: 20 },
  )
})

type ButtonSeen = { action_id: string; value: string; accessibility_label: string }

function buttonsOf({ blocks }: Drawn): ButtonSeen[] {
  return blocks.flatMap((block) =>
    block.type === 'actions'
      ? (block.elements.filter(({ type }) => type === 'button') as unknown as ButtonSeen[])
      : [],
  )
}

function literally({ blocks }: Drawn): string[] {
  return blocks
    .flatMap((block) => (block.type === 'rich_text' ? block.elements : []))
    .flatMap((element) => (element.type === 'rich_text_quote' ? element.elements : []))
    .flatMap((element) => (element.type === 'text' ? [element.text] : []))
}

function commandOf(action: string, { versions, position }: Proposal): Command {
  const version = versions.length
  switch (action) {
    case 'approve':
      return { do: 'approve', version, via: 'button', since: null }
    case 'stop':
      return { do: 'stop', version, via: 'button' }
    case 'reject':
      return { do: 'reject', version, reason: 'Weil.', via: 'button' }
    case 'ask':
      return { do: 'ask', version, question: 'Wann?', via: 'button' }
    case 'give-reason':
      return { do: 'give-reason', reason: 'Weil.' }
    case 'confirm-posted':
      return { do: 'confirm-posted', id: `9${position}`, url: 'https://x.com/amt/status/9' }
    case 'revise': {
      const { content } = versions.at(-1)!
      return { do: 'revise', version, content: { ...content, text: 'Neu.' }, form: 'neu' }
    }
    case 'reschedule':
      return { do: 'reschedule', version, plannedAt: Date.parse('2026-12-24T10:00Z'), stock: false }
    case 'withdraw':
      return { do: 'withdraw' }
    case 'release':
      return { do: 'release' }
    case 'confirm-deleted':
      return { do: 'confirm-deleted' }
    case 'close-warning':
      return { do: 'close' }
    case 'answer-question':
      return { do: 'answer-question', version, answer: 'Morgen.' }
    case 'heed':
      return { do: 'heed', version, via: 'button' }
    case 'renew-consent':
      return { do: 'renew-consent' }
    case 'cosign':
      return { do: 'cosign', version, departments: ['vs'], via: 'button' }
    default:
      throw new Error(`an unknown button: ${action}`)
  }
}
