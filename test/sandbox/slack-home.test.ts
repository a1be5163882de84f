import { expect, test } from 'vitest'
import { startApp, startSlack, eventually } from './slack-fixture.ts'
import { buttons, press } from './slack-fixture-views.ts'

test('App Home is asked for when somebody looks, and its buttons work', async () => {
  const running = await startSlack()
  const opened: unknown[] = []
  const pressed: unknown[] = []
  await startApp(running, (app) => {
    app.event('app_home_opened', async ({ event, client }) => {
      opened.push(event)
      const view = { type: 'home' as const, blocks: buttons() }
      await client.views.publish({ user_id: event.user, view })
    })
    app.action('approve', async ({ ack, body }) => {
      await ack()
      pressed.push(body)
    })
  })
  expect(running.slack.sight('U0ANNA').home).toBeNull()
  await running.does('U0ANNA', { act: 'home' })
  await eventually(() => {
    expect(running.slack.sight('U0ANNA').home).toMatchObject({ type: 'home' })
  })
  expect(running.slack.sight('U0PETRA').home).toBeNull()
  expect(opened[0]).toMatchObject({ user: 'U0ANNA', channel: 'D0ANNA', tab: 'home' })

  const container = { type: 'home' as const }
  await running.does('U0ANNA', { act: 'action', container, action: press('approve') })
  expect(pressed[0]).toMatchObject({
    type: 'block_actions',
    container: { type: 'view' },
    view: { type: 'home', state: { values: {} } },
    actions: [{ action_id: 'approve', value: '12', text: { text: 'Freigeben' } }],
  })
})

test('App Home keeps its id, minds its hash and is not for other organisations', async () => {
  const running = await startSlack()
  const view = { type: 'home' as const, blocks: buttons() }
  const first = await running.web.views.publish({ user_id: 'U0ANNA', view })
  const hash = first.view?.hash ?? ''
  const second = await running.web.views.publish({ user_id: 'U0ANNA', view, hash })
  expect(second.view?.id).toBe(first.view?.id)
  const stale = running.web.views.publish({ user_id: 'U0ANNA', view, hash })
  await expect(stale).rejects.toThrow('hash_conflict')
  const foreign = running.web.views.publish({ user_id: 'U0FRAUKE', view })
  await expect(foreign).rejects.toThrow('user_not_found')
  expect(await running.does('U0FRAUKE', { act: 'home' })).toMatchObject({ error: 'not_enabled' })
})
