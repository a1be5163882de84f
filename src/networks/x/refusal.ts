// Why did X refuse? Its error bodies come in three dialects; all of them end as one complaint.
import { z } from 'zod'
import type { RefusalByNetwork } from '../../core/outcome.ts'

/** What X complains about. `problem` is the last segment of the problem's address ("usage-capped"), '' for
 * none; `codes` are those of the old API, which still turn up; `detail` has at most 300 characters. */
export type Complaint = { problem: string; codes: readonly number[]; detail: string }

const body = z.object({
  type: z.string().catch(''),
  title: z.string().catch(''),
  detail: z.string().catch(''),
  errors: z
    .array(z.object({ code: z.number().nullish().catch(null), message: z.string().catch('') }))
    .catch([]),
})

/** Reads the body of an error; a page of HTML gives its words. */
export function complaint(data: unknown): Complaint {
  if (typeof data === 'string') return { problem: '', codes: [], detail: trimmed(wordsOf(data)) }
  const parsed = body.safeParse(data)
  if (!parsed.success) return { problem: '', codes: [], detail: '' }
  const { type, title, detail, errors } = parsed.data
  const messages = errors.map(({ message }) => message).filter((message) => message !== '')
  return {
    // The same problem stands under api.x.com and api.twitter.com.
    problem: type.split('/').at(-1) ?? '',
    codes: errors.flatMap(({ code }) => code ?? []),
    detail: trimmed(messages.join(' ') || detail || title),
  }
}

type Sign = {
  because: RefusalByNetwork
  codes: readonly number[]
  problems?: string[]
  says: RegExp
}

// The codes are those of the old API. Sentences first: most problems have no type of their own.
const signs: readonly Sign[] = [
  { because: 'duplicate', codes: [187], says: /duplicate content/i },
  { because: 'too-long', codes: [186], says: /text is too long/i },
  {
    because: 'target-missing',
    codes: [144, 385],
    problems: ['resource-not-found', 'not-authorized-for-resource'],
    says: /that is deleted or not visible|not visible to you|(could not find|not authorized to see) (the )?(tweet|post)/i,
  },
  { because: 'reply-not-allowed', codes: [433], says: /reply to this conversation/i },
  { because: 'bad-media', codes: [324], says: /media ids? (are|is) invalid|invalid media/i },
  {
    because: 'account-locked',
    codes: [64, 326],
    says: /account is (temporarily )?(locked|suspended)/i,
  },
  {
    because: 'no-permission',
    codes: [261, 453],
    problems: ['oauth1-permissions', 'client-not-enrolled', 'client-forbidden'],
    says: /not permitted to (access this feature|perform this action)/i,
  },
]

/** The office's word for a refusal. */
export function refusal(status: number, said: Complaint): RefusalByNetwork {
  const sign = signs.find(
    ({ codes, problems = [], says }) =>
      said.codes.some((code) => codes.includes(code)) ||
      problems.includes(said.problem) ||
      says.test(said.detail),
  )
  return sign?.because ?? (status === 401 ? 'unauthorized' : 'other')
}

/** How much of a page is read, in characters. */
const longestPage = 50_000

/** The words between the tags of a page; in one pass, whatever is open or never closed. */
function wordsOf(html: string): string {
  const [begins = '', ...tags] = html.slice(0, longestPage).split('<')
  const words = [begins]
  let skips: string | null = null
  for (const tag of tags) {
    const [, ends, name = ''] = /^(\/?)(style|script)\b/i.exec(tag) ?? []
    if (ends === '') skips ??= name.toLowerCase()
    else if (name.toLowerCase() === skips) skips = null
    const end = tag.indexOf('>')
    if (skips === null && end !== -1) words.push(tag.slice(end + 1))
  }
  return words.join(' ').split(/\s+/).filter(Boolean).join(' ')
}

function trimmed(text: string): string {
  return text.slice(0, 300)
}
