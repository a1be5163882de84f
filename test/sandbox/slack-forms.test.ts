import type { App } from '@slack/bolt'
import { expect, test } from 'vitest'
import { startApp, startSlack, type Running, eventually } from './slack-fixture.ts'
import { form, input, plain, typed } from './slack-fixture-views.ts'

/** The command opens the form; sent() is what the app does with it. */
async function withForm(register: (app: App) => void = () => undefined, view = form()) {
  const running = await startSlack()
  await startApp(running, (app) => {
    app.command('/vorschlag', async ({ ack, client, command }) => {
      await ack()
      await client.views.open({ trigger_id: command.trigger_id, view })
    })
    register(app)
  })
  await opens(running, 'U0ANNA')
  return running
}

async function opens(running: Running, as: string): Promise<void> {
  const place = { channel: 'C0FREIGABE', command: '/vorschlag', text: '' }
  await running.does(as, { act: 'command', ...place })
  await eventually(() => {
    expect(running.slack.sight(as).modals).not.toEqual([])
  })
}

const modals = (running: Running, as = 'U0ANNA') => running.slack.sight(as).modals
const top = (running: Running) => modals(running).at(-1)?.viewId ?? 'none'

test('a command opens a form for the person who typed it, and for nobody else', async () => {
  const running = await withForm()
  expect(modals(running)[0]?.view).toMatchObject({
    type: 'modal',
    callback_id: 'propose',
    title: { type: 'plain_text', text: 'Vorschlag', emoji: true },
    state: { values: { text: { typed: { type: 'plain_text_input', value: null } } } },
    root_view_id: top(running),
    previous_view_id: null,
  })
  expect(modals(running, 'U0JOERG')).toEqual([])
})

test('a form shows the errors of the app and closes when there are none', async () => {
  const heard: unknown[] = []
  const running = await withForm((app) => {
    app.view('propose', async ({ ack, view }) => {
      const value = view.state.values.text?.typed?.value
      heard.push(value)
      if (value === 'kurz') {
        await ack({ response_action: 'errors', errors: { text: 'Bitte ausführlicher.' } })
      } else await ack()
    })
  })
  const submit = (value: string) =>
    running.does('U0ANNA', { act: 'submit', viewId: top(running), values: typed(value) })
  expect(await submit('kurz')).toEqual({ ok: true })
  expect(modals(running)[0]?.errors).toEqual({ text: 'Bitte ausführlicher.' })
  expect(await submit('lang & <gut>')).toEqual({ ok: true })
  expect(modals(running)).toEqual([])
  expect(heard).toEqual(['kurz', 'lang & <gut>'])
})

test('an empty required field never reaches the app', async () => {
  let heard = 0
  const running = await withForm((app) => {
    app.view('propose', async ({ ack }) => {
      heard += 1
      await ack()
    })
  })
  await running.does('U0ANNA', { act: 'submit', viewId: top(running), values: {} })
  expect(modals(running)[0]?.errors).toEqual({ text: 'Bitte füllen Sie dieses Pflichtfeld aus.' })
  expect(heard).toBe(0)
})

test('what was filled in at first counts where nothing was typed', async () => {
  let value: unknown
  const running = await withForm(
    (app) => {
      app.view('propose', async ({ ack, view }) => {
        value = view.state.values.text?.typed?.value
        await ack()
      })
    },
    form({ blocks: [input('text', 'schon da')] }),
  )
  await running.does('U0ANNA', { act: 'submit', viewId: top(running), values: {} })
  expect(value).toBe('schon da')
})

test('an answer can replace the form, put another on top and clear them all', async () => {
  const running = await withForm((app) => {
    app.view('propose', ({ ack, view }) =>
      view.title.text === 'Vorschlag'
        ? ack({ response_action: 'update', view: form({ title: plain('Zweite Fassung') }) })
        : ack({ response_action: 'push', view: form({ callback_id: 'sure' }) }),
    )
    app.view('sure', ({ ack }) => ack({ response_action: 'clear' }))
  })
  const send = () =>
    running.does('U0ANNA', { act: 'submit', viewId: top(running), values: typed('Hallo') })
  await send()
  expect(modals(running).map(({ view }) => view.title)).toMatchObject([{ text: 'Zweite Fassung' }])
  await send()
  expect(modals(running)).toHaveLength(2)
  await send()
  expect(modals(running)).toEqual([])
})

test('errors for a field that is not there leave the person with a broken form', async () => {
  const running = await withForm((app) => {
    app.view('propose', ({ ack }) => ack({ response_action: 'errors', errors: { nichts: 'Hm' } }))
  })
  const act = { act: 'submit' as const, viewId: top(running), values: typed('Hallo') }
  expect(await running.does('U0ANNA', act)).toMatchObject({ error: 'invalid_response_action' })
  expect(modals(running)).toHaveLength(1)
})

test('a trigger opens one form within three seconds', async () => {
  const running = await startSlack()
  const triggers: string[] = []
  await startApp(running, (app) => {
    app.command('/vorschlag', async ({ ack, command }) => {
      triggers.push(command.trigger_id)
      await ack()
    })
  })
  const place = { act: 'command' as const, channel: 'C0FREIGABE', command: '/vorschlag', text: '' }
  await running.does('U0ANNA', place)
  await running.does('U0ANNA', place)
  const [first = '', second = ''] = triggers
  const open = (id: string) => running.web.views.open({ trigger_id: id, view: form() })
  await open(first)
  await expect(open(first)).rejects.toThrow('exchanged_trigger_id')
  running.clock.ms += 3_001
  await expect(open(second)).rejects.toThrow('expired_trigger_id')
  await expect(open('1.2.abc')).rejects.toThrow('invalid_trigger_id')
})

test('a view changes only for who knows its hash, and not after it was closed', async () => {
  const running = await withForm()
  const { web } = running
  const id = top(running)
  const hash = String(modals(running)[0]?.view.hash)
  const changed = await web.views.update({ view_id: id, hash, view: form({ title: plain('Neu') }) })
  expect(changed.view?.title?.text).toBe('Neu')
  expect(changed.view?.hash).not.toBe(hash)
  const again = web.views.update({ view_id: id, hash, view: form() })
  await expect(again).rejects.toThrow('hash_conflict')
  await running.does('U0ANNA', { act: 'close', viewId: id })
  await expect(web.views.update({ view_id: id, view: form() })).rejects.toThrow('not_found')
})

test('forms stack three high, opened from within each other', async () => {
  const running = await withForm(
    (app) => {
      app.action('deeper', async ({ ack, client, body }) => {
        await ack()
        if (!('trigger_id' in body)) return
        await client.views
          .push({ trigger_id: body.trigger_id, view: deep })
          .catch((error: unknown) => refusals.push(String(error)))
      })
    },
    // The form below is also what the button puts on top.
    form({ blocks: [deeper()] }),
  )
  const refusals: string[] = []
  const deep = form({ blocks: [deeper()] })
  const press = () =>
    running.does('U0ANNA', {
      act: 'action',
      container: { type: 'view', viewId: top(running) },
      action: { block_id: 'deep', action_id: 'deeper', type: 'button' },
    })
  for (const height of [2, 3]) {
    await press()
    await eventually(() => {
      expect(modals(running)).toHaveLength(height)
    })
  }
  await press()
  await eventually(() => {
    expect(refusals[0]).toContain('push_limit_reached')
  })
})

function deeper() {
  const button = { type: 'button' as const, action_id: 'deeper', text: plain('Weiter') }
  return { type: 'actions' as const, block_id: 'deep', elements: [button] }
}

test('the app hears of a closed form where it asked for it', async () => {
  let cleared: boolean | undefined
  const running = await withForm(
    (app) => {
      app.view({ callback_id: 'propose', type: 'view_closed' }, async ({ ack, body }) => {
        cleared = 'is_cleared' in body ? body.is_cleared : undefined
        await ack()
      })
    },
    form({ notify_on_close: true }),
  )
  await running.does('U0ANNA', { act: 'close', viewId: top(running) })
  await eventually(() => {
    expect(cleared).toBe(false)
  })
})

test('a file chosen in a form can be fetched with the token of the bot only', async () => {
  let url = ''
  const running = await withForm(
    (app) => {
      app.view('propose', async ({ ack, view }) => {
        url = view.state.values.file?.file?.files?.[0]?.url_private_download ?? ''
        await ack()
      })
    },
    form({
      blocks: [
        {
          type: 'input',
          block_id: 'file',
          label: plain('Bild'),
          element: { type: 'file_input', action_id: 'file', max_files: 1 },
        },
      ],
    }),
  )
  const data = Buffer.from('Bild').toString('base64')
  const files = [{ name: 'Straße.png', mimetype: 'image/png', data }]
  const values = { file: { file: { type: 'file_input', files } } }
  await running.does('U0ANNA', { act: 'submit', viewId: top(running), values })
  const get = async (token: string) => {
    const response = await fetch(url, { headers: { Authorization: `Bearer ${token}` } })
    return [response.status, response.headers.get('content-type'), await response.text()]
  }
  const right = await get(running.slack.credentials.botToken)
  expect(right).toEqual([200, 'image/png', 'Bild'])
  const [status, type] = await get('xoxb-wrong')
  expect([status, type]).toEqual([200, 'text/html; charset=utf-8'])
})

test('a button in a form is told what is typed and chosen around it, and sending it sends the same file', async () => {
  const seen: unknown[] = []
  const idOf = (values: unknown) => /"id":"(F\w+)"/.exec(JSON.stringify(values))?.[1]
  const running = await withForm(
    (app) => {
      app.action('deeper', async ({ ack, body }) => {
        await ack()
        seen.push('view' in body ? body.view.state.values : null)
      })
      app.view('propose', async ({ ack, view }) => {
        await ack()
        seen.push(view.state.values)
      })
    },
    form({
      blocks: [
        {
          type: 'input',
          block_id: 'file',
          label: plain('Bild'),
          element: { type: 'file_input', action_id: 'file', max_files: 1 },
        },
        deeper(),
      ],
    }),
  )
  const data = Buffer.from('Bild').toString('base64')
  const files = [{ name: 'Wiese.png', mimetype: 'image/png', data }]
  const values = { file: { file: { type: 'file_input', files } } }
  await running.does('U0ANNA', {
    act: 'action',
    container: { type: 'view', viewId: top(running) },
    action: { block_id: 'deep', action_id: 'deeper', type: 'button' },
    values,
  })
  await running.does('U0ANNA', { act: 'submit', viewId: top(running), values })
  const [pressed, sent] = seen.map(idOf)
  expect(pressed).toMatch(/^F/)
  expect(sent).toBe(pressed)
})
