// Small Block Kit pieces the tests build their forms and cards of.

import type { KnownBlock, ModalView } from '@slack/web-api'

export const plain = (text: string) => ({ type: 'plain_text' as const, text })

export const input = (blockId: string, initial?: string): KnownBlock => ({
  type: 'input',
  block_id: blockId,
  label: plain('Text'),
  element: {
    type: 'plain_text_input',
    action_id: 'typed',
    ...(initial === undefined ? {} : { initial_value: initial }),
  },
})

export const form = (more: Partial<ModalView> = {}): ModalView => ({
  type: 'modal',
  callback_id: 'propose',
  title: plain('Vorschlag'),
  submit: plain('Senden'),
  blocks: [input('text')],
  ...more,
})

export const typed = (value: string) => ({
  text: { typed: { type: 'plain_text_input', value } },
})

export const buttons = (): KnownBlock[] => [
  { type: 'section', text: { type: 'mrkdwn', text: '*Entwurf 12*' } },
  {
    type: 'actions',
    block_id: 'decide',
    elements: [
      { type: 'button', action_id: 'approve', text: plain('Freigeben'), value: '12' },
      { type: 'button', action_id: 'reject', text: plain('Ablehnen'), value: '12' },
    ],
  },
]

export const press = (actionId: string) => ({
  block_id: 'decide',
  action_id: actionId,
  type: 'button',
})
