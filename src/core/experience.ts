// Notes for the human chapters of the report.
import { tidied, topics, type Topic } from './content.ts'

export type ExperienceFlaw =
  { flaw: 'empty' } | { flaw: 'handle' } | { flaw: 'long'; surplus: number }

/** How long a note may be, in characters. */
const longest = 1_000

/** Reads a note. Refuses an empty one, one that names an account (nobody is named in the report), and one that
 * is no note any more. */
export function readExperience(
  typed: string,
  topic: string | null,
): { text: string; topic: Topic | null } | ExperienceFlaw {
  const text = tidied(typed).replace(/\s+/g, ' ')
  if (!/[\p{L}\p{N}]/u.test(text)) return { flaw: 'empty' }
  if (/(?<![\w.])@\w/.test(text)) return { flaw: 'handle' }
  if (text.length > longest) return { flaw: 'long', surplus: text.length - longest }
  return { text, topic: topics.find((one) => one === topic) ?? null }
}
