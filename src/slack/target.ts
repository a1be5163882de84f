// What a button or form is about: what Slack carries for us and gives back. The only file that knows how it is
// written.
import { limits } from './limits.ts'

/** `seal` says what was seen, `choice` what was chosen there, null where there is one thing to do only. */
export type Target = { seal: string; choice: string | null }

/** "proposal/17/2/9f86d081884c7d65" or "conversation/12/3/9f86d081884c7d65 wait" */
export function writeTarget(seal: string, choice: string | null = null): string {
  return choice === null ? seal : `${seal} ${choice}`
}

/** Reads what `writeTarget` wrote; null for what nobody could have written. */
export function readTarget(written: string): Target | null {
  if (written.length > limits.value) return null
  const [, seal, choice] = /^([a-z-]+\/[0-9a-f/]+)(?: (\S+))?$/.exec(written) ?? []
  return seal === undefined ? null : { seal, choice: choice ?? null }
}

/** What the form for a proposal carries: its own id, by which what belongs to it is kept; the seal of the version it
 * replaces, null for a first one; and where it was opened, so that an answer finds its way back. */
export type FormTarget = { form: string; seal: string | null; where: FormWhere }

/** Where a form was opened: the channel, and Slack's address for answers there; nulls for App Home. */
export type FormWhere = { channel: string | null; answer: string | null }

/** "f-0b6c… proposal/17/2/9f86d081884c7d65 #C0ALLGEMEIN https://hooks.slack.com/…" */
export function writeFormTarget({ form, seal, where }: FormTarget): string {
  const { channel, answer } = where
  const said = [form, seal, channel === null ? null : `#${channel}`, answer]
  return said.filter((one) => one !== null).join(' ')
}

/** Reads what `writeFormTarget` wrote; null for what nobody could have written. */
export function readFormTarget(written: string): FormTarget | null {
  const [, form, seal = null, channel = null, answer = null] = formTarget.exec(written) ?? []
  return form === undefined ? null : { form, seal, where: { channel, answer } }
}

const formTarget =
  /^([\w-]{1,64})(?: ([a-z-]+\/[0-9a-f/]+))?(?: #([A-Z0-9]+))?(?: (https?:\/\/\S+))?$/
