// A real Socket Mode receiver without an app behind it, and something for it to hear.

import { SocketModeReceiver, type ReceiverEvent } from '@slack/bolt'
import { onTestFinished } from 'vitest'
import { quiet, type Running } from './slack-fixture.ts'

export const channel = 'C0FREIGABE'

/** A real receiver whose app decides itself whether to acknowledge. */
export async function listen(running: Running, hear: (event: ReceiverEvent) => Promise<void>) {
  const slackApiUrl = `${running.address()}/api/`
  const receiver = new SocketModeReceiver({
    appToken: running.slack.credentials.appToken,
    logger: quiet,
    installerOptions: { clientOptions: { slackApiUrl, timeout: 5_000 } },
  })
  receiver.init({ processEvent: hear } as never)
  await receiver.start()
  onTestFinished(() => receiver.client.disconnect())
  return receiver
}

/** Somebody approves a new message of the bot. */
export async function reactsTo(running: Running, as = 'U0PETRA') {
  const { ts = '' } = await running.web.chat.postMessage({ channel, text: 'Entwurf' })
  await running.does(as, { act: 'react', channel, ts, name: 'white_check_mark' })
}

/** Those about reactions; the bot's own messages come as events, too. */
export const reactions = (events: ReceiverEvent[]) =>
  events.filter(({ body }) => (body as { event?: { type: string } }).event?.type.startsWith('rea'))
