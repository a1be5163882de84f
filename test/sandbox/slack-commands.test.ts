import { expect, test } from 'vitest'
import { startApp, startSlack } from './slack-fixture.ts'

test('a slash command opens a form', async () => {
  const running = await startSlack()
  await startApp(running, (app) => {
    app.command('/vorschlag', async ({ ack, client, command }) => {
      await ack()
      await client.views.open({
        trigger_id: command.trigger_id,
        view: {
          type: 'modal',
          callback_id: 'propose',
          title: { type: 'plain_text', text: 'Vorschlag' },
          submit: { type: 'plain_text', text: 'Senden' },
          blocks: [
            {
              type: 'input',
              block_id: 'text',
              label: { type: 'plain_text', text: 'Text' },
              element: { type: 'plain_text_input', action_id: 'text', initial_value: command.text },
            },
          ],
        },
      })
    })
  })
  const answer = await running.does('U0ANNA', {
    act: 'command',
    channel: 'C0FREIGABE',
    command: '/vorschlag',
    text: 'Hallo & <Welt>',
  })
  expect(answer).toEqual({ ok: true })
  await expect.poll(() => running.slack.sight('U0ANNA').modals.length).toBe(1)
  expect(JSON.stringify(running.slack.sight('U0ANNA').modals)).toContain('Hallo &amp; &lt;Welt&gt;')
  expect(running.slack.sight('U0JOERG').modals).toEqual([])
})
