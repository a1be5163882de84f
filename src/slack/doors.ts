// Who may come in through which door: every command, button, form and shortcut has a row here, and the entrance asks this
// table alone. What is decided behind a door is weighed once more by the core.

/** `office`: staff, known guests and strangers not; `moderation`: staff who are in the moderation channel, because
 * behind it stand words of citizens. */
export type Room = 'office' | 'moderation'

const doors: Readonly<Record<string, Room>> = {
  '/vorschlag': 'office',
  '/bericht': 'office',
  '/erfahrung': 'office',
  // Proposals.
  'propose-message': 'office',
  propose: 'office',
  'propose-item': 'office',
  'from-release': 'office',
  'press-release': 'office',
  'post-template': 'office',
  'propose-warning': 'office',
  review: 'office',
  'home-page-before': 'office',
  'home-page-after': 'office',
  proposal: 'office',
  pictures: 'office',
  'make-tile': 'office',
  tile: 'office',
  'picture-people': 'office',
  cosign: 'office',
  'confirm-deleted': 'office',
  '/warnung': 'office',
  'follow-up': 'office',
  'all-clear': 'office',
  extend: 'office',
  'close-warning': 'office',
  retract: 'office',
  'renew-consent': 'office',
  heed: 'office',
  again: 'office',
  'answer-question': 'office',
  '/suche': 'office',
  '/hilfe': 'office',
  'withdraw-consent': 'office',
  approve: 'office',
  stop: 'office',
  withdraw: 'office',
  'withdraw-queued': 'office',
  release: 'office',
  resume: 'office',
  reject: 'office',
  ask: 'office',
  'give-reason': 'office',
  'confirm-posted': 'office',
  'open-account': 'office',
  revise: 'office',
  reschedule: 'office',
  // The editorial plan.
  '/plan': 'office',
  plan: 'office',
  'plan-before': 'office',
  'plan-after': 'office',
  'plan-entry': 'office',
  'plan-fill': 'office',
  'fill-slot': 'office',
  'withdraw-planned': 'office',
  // What the press office declares.
  '/stopp': 'office',
  '/auslastung': 'office',
  '/vertretung': 'office',
  'end-declaration': 'office',
  'stand-in': 'office',
  '/profilcheck': 'office',
  profile: 'office',
  'election-list': 'office',
  'check-profile': 'office',
  // Notes for the report.
  experience: 'office',
  'take-back-experience': 'office',
  // Measures: their cards stand in the approval channel.
  'approve-measure': 'office',
  'reject-measure': 'office',
  'withdraw-measure': 'office',
  'tell-done': 'office',
  'tell-gone': 'office',
  'try-again': 'office',
  lift: 'office',
  'tell-informed': 'office',
  reviewed: 'office',
  // Holding back is always safe.
  'hold-planned': 'office',
  '/erwaehnungen': 'moderation',
  '/auskunft': 'moderation',
  '/loeschung': 'moderation',
  // Conversations.
  claim: 'moderation',
  'take-over': 'moderation',
  'note-mention': 'moderation',
  sort: 'moderation',
  step: 'moderation',
  more: 'moderation',
  wait: 'moderation',
  forward: 'moderation',
  refer: 'moderation',
  'end-evidence': 'moderation',
  'pass-on': 'moderation',
  'answer-damage': 'moderation',
  'use-contribution': 'moderation',
  // Who is asked for Zuarbeit is not in the moderation channel, and sees no more than what was sent there.
  contribute: 'office',
  answer: 'moderation',
  'answer-emergency': 'moderation',
  'give-back': 'moderation',
  reopen: 'moderation',
  template: 'moderation',
  // Floods.
  'want-card': 'moderation',
  'flood-list': 'moderation',
  'flood-page-before': 'moderation',
  'flood-page-after': 'moderation',
  'listed-card': 'moderation',
  'listed-note': 'moderation',
  'group-answer': 'moderation',
  'group-note': 'moderation',
  // Measures and erasures.
  measure: 'moderation',
  'approve-erasure': 'moderation',
  'reject-erasure': 'moderation',
}

/** The room behind a door. Throws for one without a row: whoever adds a door says who may come in. */
export function roomBehind(door: string): Room {
  const room = doors[door]
  if (room === undefined) throw new Error(`nobody says who may come in through "${door}"`)
  return room
}

/** Every door there is. */
export const doorNames: readonly string[] = Object.keys(doors)
