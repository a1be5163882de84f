// The forms of the moderation desk, as people read them.
import { expect, test } from 'vitest'
import type { Conversation, ConversationEvent } from '../../src/core/conversation/conversation.ts'
import { hintsFor } from '../../src/core/hints.ts'
import { mentionList } from '../../src/slack/conversation/list.ts'
import { measureForm } from '../../src/slack/measure/form.ts'
import { readTarget } from '../../src/slack/target.ts'
import { answerForm, stepForm } from '../../src/slack/conversation/forms.ts'
import {
  conversationAfter,
  conversationSeal,
  erasedView,
  mentionView,
  question,
} from './conversations.ts'
import { readAloud } from './read-aloud.ts'
import { noon, zone } from './stories.ts'

type Step = Parameters<typeof stepForm>[0] | 'measure'

const seal = conversationSeal
const about12 = { seal, choice: '12' }

function formOf(step: Step, conversation: Conversation, mention: number) {
  return step === 'measure'
    ? measureForm({ seal, mention: mentionView({ number: mention }), canHide: true, zone })
    : stepForm(step, { seal, conversation, mention, contacts: new Map([['mr', 'U0ANNA']]) })
}

type Field = {
  type: string
  block_id: string
  optional?: boolean
  hint?: { text: string }
  element: { action_id: string; initial_value?: string; options?: { text: { text: string } }[] }
}

function fieldsOf(view: { blocks: unknown[] }): Field[] {
  return (view.blocks as Field[]).filter(({ type }) => type === 'input')
}

function optionsOf(view: { blocks: unknown[] }, id: string): string[] {
  const field = fieldsOf(view).find(({ block_id }) => block_id === id)
  return field?.element.options?.map(({ text }) => text.text) ?? []
}

test('who answers reads the mention, chooses a Textbaustein and sees what deserves a second look', () => {
  const text = 'Bitte schicken Sie uns Ihre Adresse.'
  const view = answerForm({
    seal,
    mention: mentionView(),
    offered: [],
    templates: [{ title: 'Schaden melden', text: 'Vielen Dank für den Hinweis.' }],
    text,
    chosen: 1,
    hints: hintsFor({ kind: 'reply', text }),
    zone,
  })
  expect(readAloud(view)).toEqual([
    'Erwähnung 12:',
    'Kim Beispiel (@kim_beispiel), Mo., 23.11.2026, 14:30 Uhr',
    `> ${question}`,
    'Textbaustein',
    '(input)',
    'Bitte noch einmal ansehen: „schicken Sie uns Ihre Adresse“: bitte keine persönlichen Daten über X erfragen, besser auf 115 verweisen',
  ])
  expect(fieldsOf(view)[0]).toMatchObject({ block_id: 'text-1', element: { initial_value: text } })
  expect([view.callback_id, readTarget(view.private_metadata ?? '')]).toEqual(['answer', about12])
})

test('fields are called as they are read, and what may stay empty may', () => {
  const conversation = conversationAfter()
  const fields = (step: Step) =>
    fieldsOf(formOf(step, conversation, 12)).map(({ block_id, element, optional }) => {
      expect(element.action_id).toBe(block_id)
      return optional === true ? `${block_id}?` : block_id
    })
  expect(fields('wait')).toEqual(['for', 'fachamt?', 'until'])
  expect(fields('forward')).toEqual(['fachamt'])
  expect(fields('refer')).toEqual(['target'])
  expect(fields('more')).toEqual(['step'])
  expect(fields('measure')).toEqual(['kind', 'rule', 'reason', 'milder?', 'informed', 'reviewOn?'])
  expect(fields('end-evidence')).toEqual(['decision'])
})

test('every form says which mention it is about', () => {
  for (const step of ['wait', 'forward', 'refer', 'more', 'end-evidence'] as const) {
    const view = formOf(step, conversationAfter(), 12)
    expect(readAloud(view)[0]).toBe('Erwähnung 12')
    expect([view.callback_id, readTarget(view.private_metadata ?? '')]).toEqual([step, about12])
  }
})

test('a measure says which mention it is about', () => {
  const view = measureForm({ seal, mention: mentionView(), canHide: true, zone })
  expect(readAloud(view)[0]).toBe('Erwähnung 12:')
  expect(readTarget(view.private_metadata ?? '')).toEqual(about12)
})

test('who passes something on chooses among the Fachämter that can be reached', () => {
  expect(optionsOf(formOf('pass-on', conversationAfter(), 12), 'fachamt')).toEqual([
    'Management des öffentlichen Raumes (MR)',
  ])
})

test('who notes a forwarding or refers reads that the desk tells nobody', () => {
  const hint = (step: 'forward' | 'refer') =>
    fieldsOf(formOf(step, conversationAfter(), 12))[0]?.hint?.text
  expect(hint('forward')).toContain('Bitte geben Sie das Anliegen selbst an das Fachamt weiter.')
  expect(hint('refer')).toContain('Der Person schreiben Sie es mit „Antworten“.')
})

test('who proposes a measure reads the words, and chooses among what is possible for this post', () => {
  const draw = (canHide: boolean) => measureForm({ seal, mention: mentionView(), canHide, zone })
  expect(readAloud(draw(false)).join('\n')).toContain(question)
  expect(optionsOf(draw(true), 'kind')).toContain('Verbergen')
  expect(optionsOf(draw(false), 'kind')).not.toContain('Verbergen')
  expect(readAloud(draw(false)).join('\n')).toContain('Verbergen geht nur bei Antworten unter')
})

test('a measure names each rule with its number and words, uncut', () => {
  const form = measureForm({ seal, mention: mentionView(), canHide: true, zone })
  expect(optionsOf(form, 'rule')).toEqual([
    '1 Beleidigung, Verleumdung, Bedrohung',
    '2 Diskriminierung, Hass, Gewalt',
    '3 Strafbare Inhalte',
    '4 Personenbezogene Daten Dritter',
    '5 Urheberrecht',
    '6 Werbung, Spam, Links ohne Bezug',
    '7 Wiederholung, Kommentarflut',
    '8 Ohne Bezug zum Thema (nur ein Hinweis)',
  ])
  for (const step of ['wait', 'forward', 'refer', 'measure', 'end-evidence'] as const) {
    const view = formOf(step, conversationAfter(), 12)
    const all = fieldsOf(view).flatMap(({ block_id }) => optionsOf(view, block_id))
    expect(all.filter((label) => label.endsWith('…'))).toEqual([])
  }
})

const held: ConversationEvent = {
  type: 'evidence-held',
  mention: 12,
  evidence: 1,
  until: noon + 1,
}
const measure = 'Maßnahme vorschlagen oder festhalten'
const hold = 'Beweissicherung (nur Pressestelle, drei Monate)'
const end = 'Beweissicherung beenden (nur Pressestelle)'
const byHand = 'Von Hand auf X beantwortet'
const spam = 'Als Spam abschließen'
const noted = 'Als weitergeleitet vermerken'

test.each<[string, ConversationEvent[], string[]]>([
  ['an open mention', [], [byHand, spam, noted, measure, hold]],
  ['an open mention with evidence', [held], [byHand, spam, noted, measure, end]],
  ['a closed mention', [{ type: 'noted', mentions: [12] }], [measure, hold]],
  ['a closed mention with evidence', [{ type: 'noted', mentions: [12] }, held], [measure, end]],
  [
    'a closed and erased mention',
    [
      { type: 'noted', mentions: [12] },
      { type: 'erased', mentions: [12], because: 'gone' },
    ],
    [measure],
  ],
])('further steps for %s are those that can happen', (_, events, steps) => {
  const view = formOf('more', conversationAfter(...events), 12)
  expect(optionsOf(view, 'step')).toEqual(steps)
})

test('the list names state, beginning and deadline of what is open, and leads to each card', () => {
  const card = 'https://amt.slack.com/archives/C1/p1'
  const claimed = conversationAfter({ type: 'claimed', from: null })
  const entries = [
    { conversation: conversationAfter(), view: mentionView(), due: noon, card },
    { conversation: claimed, view: erasedView('gone'), due: null, card: null },
  ]
  expect(readAloud(mentionList(entries, { now: noon + 1, zone }))).toEqual([
    `Erwähnung 12 → ${card}: Neu`,
    `„${question}“`,
    'Überfällig: Eine Antwort war bis Mo., 23.11.2026, 14:30 Uhr vorgesehen.',
    'Erwähnung 12: In Bearbeitung',
  ])
  expect(readAloud(mentionList([], { now: noon, zone }))).toEqual([
    'Gerade ist keine Erwähnung offen.',
  ])
})
