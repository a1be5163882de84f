// The bare floor: the least a bot with Bolt and twitter-api-v2 can do. Every command is acknowledged by
// an empty handler; the one button posts to X at once. No rules, no memory, no safety.
import http from 'node:http'
import net from 'node:net'
import { App, SocketModeReceiver } from '@slack/bolt'
import { TwitterApi } from 'twitter-api-v2'

const env = (name: string) => {
  const value = process.env[name]
  if (value === undefined) throw new Error(`${name} is not set`)
  return value
}
const address = { slackApiUrl: env('SLACK_API_URL') }
const app = new App({
  token: env('SLACK_BOT_TOKEN'),
  receiver: new SocketModeReceiver({
    appToken: env('SLACK_APP_TOKEN'),
    installerOptions: { clientOptions: address },
  }),
  deferInitialization: true,
  clientOptions: address,
})
const x = new TwitterApi(
  {
    appKey: env('X_APP_KEY'),
    appSecret: env('X_APP_SECRET'),
    accessToken: env('X_ACCESS_TOKEN'),
    accessSecret: env('X_ACCESS_SECRET'),
  },
  { httpAgent: agentTo(env('X_API_URL')) },
)
let posts = 0

app.command(/.*/, ({ ack }) => ack())
app.action('post', async ({ ack }) => {
  await ack()
  posts += 1
  await x.v2.tweet(`Die Brücke ist wieder frei. (${posts})`)
})
await app.init()
await app.start()
await app.client.chat.postMessage({
  channel: env('APPROVAL_CHANNEL'),
  text: 'Freigeben?',
  blocks: [
    {
      type: 'actions',
      elements: [
        { type: 'button', action_id: 'post', text: { type: 'plain_text', text: 'Freigeben' } },
      ],
    },
  ],
})
process.stdout.write('ready\n')

// The client knows no other address than https://api.x.com: an agent that only claims to be https.
function agentTo(base: string): http.Agent {
  const { hostname, port } = new URL(base)
  return Object.assign(new http.Agent({ keepAlive: true }), {
    protocol: 'https:',
    createConnection: () => net.connect({ host: hostname, port: Number(port) }),
  })
}
