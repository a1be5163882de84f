// What can be done in a schedule, and by whom.
import type { Fault } from '../../sandbox/contract.ts'

export type Staff = 'anna' | 'joerg' | 'petra' | 'deniz'
export const staff: readonly Staff[] = ['anna', 'joerg', 'petra', 'deniz']
export const officers: readonly Staff[] = ['petra', 'deniz']

/** How somebody decides about a proposal: a reaction, one's own ✅ taken back, or a button's label. */
export type How = '✅' | '❌' | '❓' | '✅ zurück' | Button
type Button =
  'Freigeben' | 'Bestätigen' | 'Ablehnen' | 'Stopp' | 'Zurückziehen' | 'Rückfrage' | 'Erneut senden'

/** What is proposed; `picture` is a single post with one. */
export type Shape = 'single' | 'thread' | 'planned' | 'picture'

export type Act =
  /** Proposals are P1, P2, …; mentions M1, M2, …, each a citizen of its own. */
  | { do: 'propose'; matter: string; by: Staff; shape: Shape }
  | { do: 'revise'; matter: string; by: Staff }
  /** An officer changes somebody else's words and releases them with that. */
  | { do: 'mend'; matter: string; by: Staff }
  | { do: 'decide'; matter: string; by: Staff; how: How }
  /** `below`: the proposal whose post it answers, once that is public. */
  | { do: 'write'; matter: string; urgent: boolean; below: string | null }
  | { do: 'write again'; matter: string; urgent: boolean }
  | { do: 'edit' | 'delete'; matter: string }
  | { do: 'flood'; count: number }
  | { do: 'triage'; matter: string; by: Staff; how: 'Übernehmen' | 'Zur Kenntnis' | '👀' | '🗂️' }
  | { do: 'answer'; matter: string; by: Staff; reply: string }
  | { do: 'measure'; matter: string; by: Staff }
  | {
      do: 'decide measure'
      matter: string
      by: Staff
      how: 'Freigeben' | 'Ablehnen' | 'Zurückziehen' | 'Aufheben'
    }
  | { do: 'ask erasure'; matter: string; by: Staff }
  | { do: 'decide erasure'; matter: string; by: Staff; how: 'Löschen' | 'Nicht löschen' }
  | { do: 'order report'; by: Staff }
  /** An administrator of the workspace deletes the card. */
  | { do: 'delete card'; matter: string }
  | { do: 'fault'; at: 'slack' | 'x'; fault: Fault }
  | { do: 'lift faults' }
  /** Time that goes by, and the program's wall clock put forward or back alone; in seconds. */
  | { do: 'pass' | 'jump'; seconds: number }
  /** SIGKILL after so many more calls to Slack and X, or a second later. */
  | { do: 'kill'; calls: number }
  | { do: 'leave' }
  | { do: 'start'; officers: readonly Staff[] }
  | { do: 'backup' }
  /** SIGKILL, the backup put back, and a start. */
  | { do: 'restore' }

/** `wait`: milliseconds of real time before it. */
export type Step = Act & { wait: number }
