// The public page of one post, for everybody who follows a link.
import type { Post } from './posts.ts'

const style = `body{font:1rem/1.5 system-ui,sans-serif;margin:0;background:#f4f5f2;color:#1b1f23}
main{max-width:36rem;margin:2rem auto;padding:1.5rem;background:#fff;border:1px solid #d5d8d2;border-radius:.75rem}
h1{font-size:1.1rem;margin:0}p{white-space:pre-wrap;overflow-wrap:anywhere}small{color:#555}`

/** Draws a post, or says that there is none. */
export function postPage(
  post: Post | undefined,
  all: readonly Post[],
): { status: number; html: string } {
  if (post === undefined || post.deleted) {
    return { status: 404, html: page('Kein Beitrag', '<h1>Diesen Beitrag gibt es nicht.</h1>') }
  }
  const { author, text, createdAt, inReplyTo } = post
  const parent = all.find(({ id }) => id === inReplyTo)
  const at = new Intl.DateTimeFormat('de-DE', {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: 'Europe/Berlin',
  }).format(createdAt)
  const answer =
    parent === undefined ? '' : `<small>Antwort an @${safe(parent.author.handle)}</small>`
  const name = `${safe(author.name)} (@${safe(author.handle)})`
  return {
    status: 200,
    html: page(
      `Beitrag von ${name}`,
      `<h1>${name}</h1>${answer}<p>${safe(text)}</p><small>${at} Uhr · Übungsraum: nicht das echte X</small>`,
    ),
  }
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="de"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${style}</style><main>${body}</main></html>`
}

function safe(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
