// Short-lived permissions: trigger ids for opening forms, response addresses for answering.
import { randomUUID } from 'node:crypto'

/** Slack's limits (interactivity reference): a trigger works once and 3 seconds, a response address
 * five times and 30 minutes. Real time, however the sandbox's clock is moved. */
const limits = { trigger: 3_000, responseUses: 5, response: 30 * 60_000 }

export type Answering = { user: string; channel: string; messageTs: string | null }

export type Tickets = ReturnType<typeof tickets>

export function tickets() {
  const triggers = new Map<string, { user: string; at: number; used: boolean }>()
  const responses = new Map<string, Answering & { at: number; uses: number }>()
  return {
    trigger(user: string): string {
      const id = `${Date.now()}.${randomUUID().slice(0, 12)}`
      triggers.set(id, { user, at: Date.now(), used: false })
      return id
    },
    /** Whose trigger it is, or Slack's word for why it does not work. */
    redeem(id: string): { user: string } | { error: string } {
      const trigger = triggers.get(id)
      if (trigger === undefined) return { error: 'invalid_trigger_id' }
      if (trigger.used) return { error: 'exchanged_trigger_id' }
      if (Date.now() - trigger.at > limits.trigger) return { error: 'expired_trigger_id' }
      trigger.used = true
      return { user: trigger.user }
    },
    response(answering: Answering): string {
      const id = randomUUID()
      responses.set(id, { ...answering, at: Date.now(), uses: 0 })
      return id
    },
    /** Where an answer goes, or why it does not. */
    answer(id: string): Answering | { error: string } {
      const response = responses.get(id)
      if (response === undefined) return { error: 'not_found' }
      const isOver = Date.now() - response.at > limits.response
      response.uses += 1
      return isOver || response.uses > limits.responseUses ? { error: 'used_url' } : response
    },
  }
}
