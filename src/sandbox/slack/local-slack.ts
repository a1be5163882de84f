// The local Slack: composes its rooms into the one thing the sandbox serves.

import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Router } from 'express'
import type { Act, ActAnswer, Clock, Fault, SlackSight } from '../contract.ts'
import type { Memory } from '../memory.ts'
import type { ids } from './world.ts'

export type LocalSlackOptions = {
  /** manifest.json, parsed: the same file a real workspace is given. */
  manifest: unknown
  memory: Memory
  clock: Clock
  /** The sandbox's own address once it listens, e.g. "http://127.0.0.1:4000", without a slash. */
  address: () => string
  /** Called whenever what somebody sees may differ. */
  changed: () => void
  /** Makes the random part of ids: a word of that many capital letters and digits. */
  random?: (length: number) => string
  /** False for a plan without user groups: usergroups.* answer plan_upgrade_required. */
  userGroups?: boolean
}

export type LocalSlack = {
  /** Serves /api/METHOD, /files/… and /hooks/… (response_url); mount it at the root. */
  router: Router
  /** Takes the WebSocket of /link; false when the address is somebody else's. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean
  /** Does what a person does. Never rejects. */
  act(act: Act): Promise<ActAnswer>
  /** What one person sees. Throws for an unknown person. */
  sight(as: string): SlackSight
  /** Replaces all faults. */
  setFaults(faults: Fault[]): void
  /** Sends the disconnect frame of Socket Mode to every socket. */
  disconnect(reason: 'warning' | 'refresh_requested' | 'link_disabled'): void
  /** Forgets everything that was said and done. */
  reset(): void
  /** Marks everything made up to that ts as sample; 'now' for everything made so far. */
  setSampleUntil(ts: string): void
  credentials: { botToken: string; appToken: string }
  ids: typeof ids
  /** Closes sockets, held answers and timers. */
  stop(): Promise<void>
}
