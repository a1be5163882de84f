// The forms, what is typed into them, and what comes back.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { topics } from '../../src/core/content.ts'
import { draftOf, type Draft } from '../../src/core/proposal/draft.ts'
import { readProposalForm, readSentence } from '../../src/slack/form-values.ts'
import {
  flawErrors,
  proposalForm,
  sentenceForm,
  type Seen,
  type SentenceForm,
} from '../../src/slack/proposal/forms.ts'
import { withEmoji } from '../../src/slack/emoji.ts'
import { limits } from '../../src/slack/limits.ts'
import { readFormTarget, readTarget, writeTarget } from '../../src/slack/target.ts'
import { text } from './lives.ts'
import { readAloud } from './read-aloud.ts'
import { complaints } from './slack-limits.ts'
import { content, tomorrow, zone } from './stories.ts'

const empty: Draft = { text: '', topic: null, link: '', noLinkBecause: '', date: null, time: null }
const seal = 'proposal/17/2/0123456789abcdef'
const target = { seal, number: 17, version: 2 }

type Element = {
  type: string
  action_id: string
  initial_value?: string
  initial_option?: { value: string }
  initial_date?: string
  initial_time?: string
}

/** What Slack sends when somebody submits the form untouched. */
function untouched(view: ReturnType<typeof proposalForm>) {
  const inputs = view.blocks as { type: string; block_id: string; element: Element }[]
  return Object.fromEntries(
    inputs
      .filter(({ type }) => type === 'input')
      .map(({ block_id, element }) => [
        block_id,
        {
          [element.action_id]: {
            type: element.type,
            value: element.initial_value ?? null,
            selected_option: element.initial_option ?? null,
            selected_date: element.initial_date ?? null,
            selected_time: element.initial_time ?? null,
          },
        },
      ]),
  )
}

const inChannel = { channel: 'C0ALLGEMEIN', answer: 'http://127.0.0.1:3000/response/1' }
const formFor = (draft: Draft | null, revising: Seen | null) =>
  proposalForm({
    ...{ form: 'f-1', kind: 'post', draft, revising, where: inChannel },
    setting: { departments: [], asksForAi: false, templates: [] },
    period: null,
  })

test('a form submitted untouched gives the draft it was filled with', () => {
  const draft = draftOf(content({ plannedAt: tomorrow }), zone)
  expect(readProposalForm(untouched(formFor(draft, target)))).toEqual(draft)
  expect(readProposalForm(untouched(formFor(null, null)))).toEqual(empty)
})

test('whatever was typed of a warning is read, however little it is', () => {
  const fields = ['area', 'advice', 'source'] as const
  for (const name of fields) {
    const typed = { [name]: { [name]: { type: 'plain_text_input', value: 'Boberger See' } } }
    expect(readProposalForm(typed).warning).toMatchObject({ [name]: 'Boberger See' })
  }
  const since = { sourceTime: { sourceTime: { type: 'timepicker', selected_time: '09:30' } } }
  expect(readProposalForm(since).warning).toMatchObject({ sourceTime: '09:30', area: '' })
})

test('whatever is typed, a form opens: everything in it fits into Slack', () => {
  const drafts = fc.record({
    text: fc.oneof(text, fc.constant('🚲'.repeat(4_000))),
    topic: fc.oneof(fc.constantFrom(null, 'unknown'), fc.constantFrom(...topics)),
    link: text,
    noLinkBecause: text,
    date: fc.constantFrom(null, '2026-11-24'),
    time: fc.constantFrom(null, '14:30'),
  })
  fc.assert(
    fc.property(drafts, (draft) => {
      const view = formFor(draft, target)
      expect(complaints(view, limits.viewBlocks)).toEqual([])
      const back = readProposalForm(untouched(view))
      // Names of emoji are emoji when they come back.
      if (draft.text.length <= limits.input) expect(back.text).toBe(withEmoji(draft.text))
      else expect(back.text.endsWith('…')).toBe(true)
    }),
    { numRuns: 50 },
  )
})

test('who revises reads that the old approval ends and that four eyes are needed', () => {
  const [first] = readAloud(formFor(empty, target))
  expect(first).toBe(
    'Vorschlag 17: Aus Fassung 2 wird Fassung 3. Eine Freigabe der alten Fassung gilt dann nicht mehr. Wer den Vorschlag verfasst oder zuletzt überarbeitet hat, kann ihn nicht selbst freigeben (Vier-Augen-Prinzip).',
  )
})

test('each form knows its proposal, and a new proposal has none yet', () => {
  expect(readFormTarget(formFor(null, target).private_metadata ?? '')).toEqual({
    form: 'f-1',
    seal,
    where: inChannel,
  })
  expect(readFormTarget(formFor(null, null).private_metadata ?? '')).toEqual({
    ...{ form: 'f-1', seal: null, where: inChannel },
  })
  const forms: SentenceForm[] = ['reject', 'ask', 'give-reason', 'confirm-posted']
  for (const form of forms) {
    const view = sentenceForm(form, target)
    expect([view.callback_id, readTarget(view.private_metadata ?? '')?.seal]).toEqual([form, seal])
    expect(complaints(view, limits.viewBlocks)).toEqual([])
    expect(readAloud(view)[0]).toBe('Vorschlag 17, Fassung 2')
  }
})

test('every flaw stands beside its field, several on one field together', () => {
  expect(
    flawErrors([
      { field: 'text', flaw: 'too-long', part: 1, of: 2, surplus: 3, limit: 280 },
      { field: 'text', flaw: 'empty-part', part: 2 },
      { field: 'topic', flaw: 'no-topic' },
    ]),
  ).toEqual({
    text: 'Teil 1 ist 3 Zeichen zu lang. Teil 2 ist leer. Bitte ergänzen Sie Text oder löschen Sie die Trennlinie (---).',
    topic: 'Bitte wählen Sie ein Thema.',
  })
})

test('hundreds of flaws become one short text', () => {
  const flaws = Array.from({ length: 500 }, (_, part) => {
    return { field: 'text', flaw: 'empty-part', part } as const
  })
  expect(flawErrors(flaws).text?.length).toBeLessThanOrEqual(500)
})

test('a sentence is read without the space around it; nothing typed is nothing', () => {
  expect(readSentence({ sentence: { sentence: { type: 'x', value: '  Weil.\n' } } })).toBe('Weil.')
  expect(readSentence({ sentence: { sentence: { type: 'x', value: null } } })).toBe('')
  expect(readSentence({})).toBe('')
  expect(() => readSentence('nonsense')).toThrow()
})

test('a target survives its way through Slack, and nothing else is read as one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 1, max: 99 }), (n, v) => {
      const written = `proposal/${n}/${v}/0123456789abcdef`
      expect(readTarget(writeTarget(written))).toEqual({ seal: written, choice: null })
      const chosen = { seal: written, choice: 'not-responsible' }
      expect(readTarget(writeTarget(written, chosen.choice))).toEqual(chosen)
    }),
  )
  for (const wrong of ['', '17', '0/1', '1/0', '-1/1', '1/1/1', ' 1/1', '1e3/1', '1/1\n']) {
    expect(readTarget(wrong)).toBeNull()
  }
  expect(readTarget(`mention/17 ${'x'.repeat(2_000)}`)).toBeNull()
})
