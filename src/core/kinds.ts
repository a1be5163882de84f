// The kinds of posts, a row each.

/** What is particular about a kind of post. */
type KindRow = {
  /** It says something about a post of ours, and stands on its card. */
  follows: boolean
  /** What it is about is deleted on the network. */
  deletes: boolean
  /** Somebody has to say why, for the record. */
  needsReason: boolean
  /** A department has to sign it. */
  needsCosigner: boolean
}

const none = {
  follows: false,
  deletes: false,
  needsReason: false,
  needsCosigner: false,
} as const satisfies KindRow

/** Every kind there is (docs/regeln.md, "Arten von Beiträgen"). */
export const kinds = {
  post: none,
  reply: none,
  warning: { ...none, needsCosigner: true },
  /** A warning is over. */
  'all-clear': { ...none, follows: true, needsCosigner: true },
  correction: { ...none, follows: true, needsReason: true },
  /** A post is taken back: deleted, and said so in public unless that would show again what must not be shown. */
  retraction: { ...none, follows: true, deletes: true, needsReason: true },
} as const satisfies Record<string, KindRow>

export type Kind = keyof typeof kinds
