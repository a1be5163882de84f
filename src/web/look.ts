// Is a public page there, and what is its title? Asked before a post with its address is approved; whatever goes wrong
// only means that nobody knows.
import type { LookAtPage } from '../core/page.ts'
import { askPublic, NotPublic, theInternet, type Ways } from './ask-public.ts'

/** For all of it, redirects included, in milliseconds. */
const patience = 2_000
/** How much of a page is read for its title, in bytes. */
const longestHead = 100_000
const longestTitle = 120

/** A look at pages of the public internet, two seconds at most. */
export function lookAtPage(ways: Ways = theInternet): LookAtPage {
  return async (url) => {
    try {
      const signal = AbortSignal.timeout(patience)
      return await askPublic(
        new URL(url),
        { ways, signal, accept: 'text/html' },
        async ({ status, body }) => {
          if (status < 200 || status > 299) return { is: 'missing', status }
          let head = ''
          const decoder = new TextDecoder()
          for await (const chunk of body) {
            head += decoder.decode(chunk, { stream: true })
            if (head.length > longestHead || /<\/title/i.test(head)) break
          }
          return { is: 'there', title: titleIn(head) }
        },
      )
    } catch (error) {
      return error instanceof NotPublic ? { is: 'not-public' } : { is: 'silent' }
    }
  }
}

function titleIn(html: string): string | null {
  const from = html.search(/<title[\s>]/i)
  if (from === -1) return null
  const begin = html.indexOf('>', from) + 1
  const end = html.indexOf('<', begin)
  const title = html
    .slice(begin, end === -1 ? begin + 1_000 : Math.min(end, begin + 1_000))
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (entity) => entities[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim()
  return title === '' ? null : title.slice(0, longestTitle)
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
}
