// The office's X behind the port, talking to a local X of its own.
import { x } from '../../../src/networks/x/x.ts'
import { startLocalX } from '../../sandbox/local.ts'

/** Deadlines are short; the local X answers within milliseconds or not at all. */
export async function startOffice(deadlineMs = 1000) {
  const started = await startLocalX()
  const { local, address, clock } = started
  const network = x({ keys: local.credentials, apiUrl: address, now: clock.now, deadlineMs })
  return { ...started, network }
}

export function writing(text: string, replyTo: string | null = null) {
  return { part: { text, media: [] }, replyTo }
}

/** Every call of X that wrote or tried to. */
export function posts(local: { calls(): readonly { route: string }[] }): number {
  return local.calls().filter(({ route }) => route === 'POST /2/tweets').length
}
