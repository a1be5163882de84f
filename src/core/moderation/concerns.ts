// What a citizen wants: the office's list, suggested by a few words, decided by a person.

/** The Anliegen (office.md section 5). */
export const concerns = [
  'frage',
  'hinweis',
  'lob',
  'kritik',
  'beschwerde',
  'terminwunsch',
  'presse',
  'spam',
  'verstoss',
  'notfall',
  'nicht-zustaendig',
] as const
export type Concern = (typeof concerns)[number]

/** What a text may be about; null where no rule fits. A suggestion, never more. Pure. */
export declare function suggestConcern(text: string): Concern | null

/** Whether a text may be a call for help. Rather too often than too seldom. Pure. */
export declare function soundsLikeEmergency(text: string): boolean
