// trigger_id: the three seconds in which the bot may open a form for somebody, once.

import { limits } from './blocks/limits.ts'
import { Refused } from './refused.ts'

export type Trigger = {
  user: string
  /** The view the person was in, null outside of views. */
  viewId: string | null
}

export type Triggers = {
  issue(trigger: Trigger): string
  /** Uses it up. Refuses invalid_, exchanged_ and expired_trigger_id. */
  redeem(id: string): Trigger
  clear(): void
}

type Issued = Trigger & { until: number; used: boolean }

/** Trigger ids outlive no restart: three seconds are shorter than one. */
export function openTriggers(now: () => number, newId: (prefix: string) => string): Triggers {
  const issued = new Map<string, Issued>()
  return {
    issue(trigger) {
      const id = `${Math.floor(now())}.${issued.size}.${newId('').toLowerCase()}`
      issued.set(id, { ...trigger, until: now() + limits.trigger.milliseconds, used: false })
      return id
    },
    redeem(id) {
      const found = issued.get(id)
      if (found === undefined) throw new Refused('invalid_trigger_id')
      if (found.used) throw new Refused('exchanged_trigger_id')
      if (now() > found.until) throw new Refused('expired_trigger_id')
      found.used = true
      return { user: found.user, viewId: found.viewId }
    },
    clear() {
      issued.clear()
    },
  }
}
