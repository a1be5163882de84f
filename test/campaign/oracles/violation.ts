/** What must never be, by number. */
export const rules = {
  1: 'no post stands on X twice',
  2: 'what is public was approved by an officer who wrote none of it, and nobody held it back',
  3: 'an answer hangs below the version of the mention it was written for',
  4: 'every mention is on record and can be reached',
  5: 'people decide about what they see, and about nothing else',
  6: 'history is whole, and every open matter has its one card',
  7: 'the program ends only when it is told to, and is well',
  8: 'what was asked for is done once',
} as const

export type Violation = { rule: keyof typeof rules; expected: string; seen: string }
