// What stands in Slack from another version of the program: the bot's own token writes it past the office.
import type { World } from './office.ts'

/** Calls a method of the Web API as the bot. Fails the test if Slack refuses. */
export async function asBot(
  { sandbox, config }: World,
  method: string,
  args: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const answer = await fetch(`${sandbox.address}/api/${method}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${config.SLACK_BOT_TOKEN}`,
      'content-type': 'application/json; charset=utf-8',
    },
    body: JSON.stringify(args),
  })
  const body = (await answer.json()) as Record<string, unknown>
  if (body.ok !== true) throw new Error(`${method}: ${String(body.error)}`)
  return body
}

/** A message in #freigabe with one button. */
export async function oldButton(
  world: World,
  button: { action_id: string; value: string; label: string },
): Promise<void> {
  const { action_id, value, label } = button
  await asBot(world, 'chat.postMessage', {
    channel: world.sandbox.slack.ids.channels.freigabe,
    text: 'Eine alte Karte',
    blocks: [
      {
        type: 'actions',
        elements: [{ type: 'button', action_id, value, text: { type: 'plain_text', text: label } }],
      },
    ],
  })
}
