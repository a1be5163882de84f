import type { KnownBlock, ModalView } from '@slack/web-api'
import { expect, test } from 'vitest'
import { startSlack } from './slack-fixture.ts'
import { form, input, plain } from './slack-fixture-views.ts'

const channel = 'C0FREIGABE'
const long = (length: number) => 'x'.repeat(length)
const section = (length: number): KnownBlock => ({
  type: 'section',
  text: { type: 'mrkdwn', text: long(length) },
})
const button = (more: Record<string, unknown>) =>
  ({ type: 'actions', elements: [{ type: 'button', text: plain('Ja'), ...more }] }) as KnownBlock
const options = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ text: plain(`${index}`), value: `${index}` }))
const select = (count: number) =>
  ({
    type: 'actions',
    elements: [{ type: 'static_select', action_id: 'a', options: options(count) }],
  }) as KnownBlock

test.each<[string, KnownBlock[], string]>([
  ['51 blocks', Array.from({ length: 51 }, () => ({ type: 'divider' })), 'no more than 50 items'],
  ['a section of 3001', [section(3_001)], 'must be less than 3001 characters'],
  ['an empty section', [section(0)], 'must be more than 0 characters'],
  ['a header of 151', [{ type: 'header', text: plain(long(151)) }], 'less than 151'],
  ['a button of 76', [button({ text: plain(long(76)) })], 'less than 76'],
  ['a button value of 2001', [button({ value: long(2_001) })], 'less than 2001'],
  ['an action_id of 256', [button({ action_id: long(256) })], 'less than 256'],
  ['a block_id of 256', [{ type: 'divider', block_id: long(256) }], 'less than 256'],
  ['101 options', [select(101)], 'no more than 100 items'],
  ['an unknown block', [{ type: 'banner' } as unknown as KnownBlock], 'unsupported type: banner'],
  ['an unknown field', [button({ colour: 'red' })], 'invalid additional property: colour'],
  [
    'a block_id used twice',
    [
      { type: 'divider', block_id: 'a' },
      { type: 'divider', block_id: 'a' },
    ],
    '`block_id` "a" already exists',
  ],
  [
    'an image without alt_text',
    [{ type: 'image', image_url: 'http://x' } as KnownBlock],
    'alt_text',
  ],
])('a message with %s is refused with a reason', async (_what, blocks, reason) => {
  const { web } = await startSlack()
  const call = web.chat.postMessage({ channel, text: 'x', blocks })
  await expect(call).rejects.toMatchObject({
    data: {
      error: 'invalid_blocks',
      response_metadata: { messages: [expect.stringContaining(reason)] },
    },
  })
})

test('all blocks together may not be too long, though each is short enough', async () => {
  const { web } = await startSlack()
  const blocks = Array.from({ length: 5 }, () => section(2_641))
  const call = web.chat.postMessage({ channel, text: 'x', blocks })
  await expect(call).rejects.toThrow('msg_blocks_too_long')
  await web.chat.postMessage({ channel, text: 'x', blocks: blocks.slice(1) })
})

test('a long text is cut with a warning, and none at all is refused', async () => {
  const { web } = await startSlack()
  const sent = await web.chat.postMessage({ channel, text: long(40_001) })
  expect(sent.message?.text).toHaveLength(40_000)
  expect(sent).toMatchObject({ warning: 'message_truncated' })
  await expect(web.chat.postMessage({ channel, text: '' })).rejects.toThrow('no_text')
  const update = web.chat.update({ channel, ts: sent.ts ?? '', text: long(40_001) })
  await expect(update).rejects.toThrow('msg_too_long')
  const missing = web.apiCall('chat.postMessage', { text: 'x' })
  await expect(missing).rejects.toThrow('invalid_arguments')
})

test.each<[string, Partial<ModalView>, string]>([
  ['a title of 25', { title: plain(long(25)) }, '/view/title/text'],
  ['a submit of 25', { submit: plain(long(25)) }, '/view/submit/text'],
  ['private_metadata of 3001', { private_metadata: long(3_001) }, '/view/private_metadata'],
  ['a callback_id of 256', { callback_id: long(256) }, '/view/callback_id'],
  [
    '101 blocks',
    { blocks: Array.from({ length: 101 }, () => ({ type: 'divider' })) },
    '/view/blocks',
  ],
  ['a first text of 3001', { blocks: [input('a', long(3_001))] }, '/element/initial_value'],
])('a form with %s is refused with the place', async (_what, change, place) => {
  const { web } = await startSlack()
  const call = web.views.open({ trigger_id: '1.2.c', view: form(change) })
  await expect(call).rejects.toMatchObject({
    data: {
      error: 'invalid_arguments',
      response_metadata: { messages: [expect.stringContaining(place)] },
    },
  })
})

test('a form that asks needs a button to send it, and 250 KB are too much', async () => {
  const { web } = await startSlack()
  const mute = form()
  delete mute.submit
  const open = (view: ModalView) => web.views.open({ trigger_id: '1.2.c', view })
  await expect(open(mute)).rejects.toThrow('invalid_arguments')
  const heavy = Array.from({ length: 90 }, () => section(3_000))
  await expect(open(form({ blocks: heavy }))).rejects.toThrow('view_too_large')
})
