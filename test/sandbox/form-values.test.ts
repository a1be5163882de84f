import { expect, test } from 'vitest'
import { readBlocks } from '../../sandbox/page/blocks/block.ts'
import { checkForm } from '../../sandbox/page/blocks/check-form.ts'
import { stateValues } from '../../sandbox/page/blocks/values.ts'

const plain = (text: string) => ({ type: 'plain_text', text })
const option = (value: string) => ({ text: plain(value), value })

const form = readBlocks([
  { type: 'section', text: plain('Nur zu lesen') },
  {
    type: 'input',
    block_id: 'text',
    label: plain('Text'),
    element: { type: 'plain_text_input', action_id: 'v', initial_value: 'Moin' },
  },
  {
    type: 'input',
    block_id: 'link',
    label: plain('Link'),
    optional: true,
    element: { type: 'url_text_input', action_id: 'v' },
  },
  {
    type: 'input',
    block_id: 'topic',
    label: plain('Thema'),
    element: { type: 'static_select', action_id: 'v', options: [option('1'), option('2')] },
  },
  {
    type: 'actions',
    block_id: 'extra',
    elements: [
      { type: 'button', action_id: 'look', text: plain('Vorschau') },
      { type: 'datepicker', action_id: 'day', initial_date: '2026-11-23' },
    ],
  },
])

test('an untouched form is sent with what it began with, buttons left out', () => {
  expect(stateValues(form, {})).toEqual({
    text: { v: { type: 'plain_text_input', value: 'Moin' } },
    link: { v: { type: 'url_text_input', value: null } },
    topic: { v: { type: 'static_select', selected_option: null } },
    extra: { day: { type: 'datepicker', selected_date: '2026-11-23' } },
  })
})

test('what was typed wins over what it began with, even when it was emptied', () => {
  const emptied = { text: { v: { type: 'plain_text_input', value: null } } }
  expect(stateValues(form, emptied).text).toEqual(emptied.text)
})

test('what is missing or no address is said beside its field', () => {
  expect(checkForm(form, {})).toEqual({ topic: 'Bitte wählen Sie etwas aus.' })
  const typed = {
    text: { v: { type: 'plain_text_input', value: null } },
    link: { v: { type: 'url_text_input', value: 'hamburg.de' } },
    topic: { v: { type: 'static_select', selected_option: option('1') } },
  }
  expect(checkForm(form, typed)).toEqual({
    text: 'Bitte füllen Sie dieses Feld aus.',
    link: 'Bitte geben Sie eine vollständige Adresse an, die mit https:// beginnt.',
  })
})
