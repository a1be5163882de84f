/** Guide values in minutes (docs/regeln.md, "Richtwerte"): what a piece of work takes as a rule. Nobody's time is
 * measured. A warning takes as long as a thread. */
export const guideMinutes = { post: 45, thread: 60, answer: 15, referral: 5, measure: 30 } as const
