// A post as the public sees it: one German page without scripts, for links to be followed.
import type { XPost } from '../contract.ts'
import { marksIn } from './marks.ts'

const day = new Intl.DateTimeFormat('de-DE', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/Berlin',
})

const style = `
body { margin: 0; background: #f4f5f7; color: #14171a; font: 17px/1.5 system-ui, sans-serif }
main { max-width: 36rem; margin: 2rem auto; padding: 0 1rem }
article { background: #fff; border: 1px solid #d5d9de; border-radius: 12px; padding: 1rem 1.25rem; margin: 0 0 1rem }
article.main { border-color: #14171a }
p.text { white-space: pre-wrap; overflow-wrap: anywhere; margin: .5rem 0 }
p.note { color: #4a5560; font-size: .875rem; margin: 0 }
img { max-width: 100%; border-radius: 8px }`

/** The page of a post, with what it answers before and what answers it after. */
export function publicPage(post: XPost, before: XPost | null, answers: readonly XPost[]): string {
  const title = `${post.author.name} (@${post.author.handle})`
  const visible = answers.filter(({ hidden }) => !hidden)
  return frame(
    title,
    [
      ...(before ? [article(before, false)] : []),
      article(post, true),
      ...visible.map((answer) => article(answer, false)),
    ].join('\n'),
  )
}

/** The page of an account, with its posts in the order given. */
export function accountPage(
  { name, handle }: { name: string; handle: string },
  posts: readonly XPost[],
): string {
  const title = `${name} (@${handle})`
  return frame(
    title,
    [`<h1>${safe(title)}</h1>`, ...posts.map((post) => article(post, false))].join('\n'),
  )
}

/** The page on which a person of the office answers by hand. */
export function handPage(post: XPost, text: string): string {
  return frame(
    'Von Hand antworten',
    `${article(post, false)}
<form method="post" action="/intent/tweet">
<input type="hidden" name="in_reply_to" value="${safe(post.id)}">
<p><label for="text">Antwort als Bezirksamt Bergedorf</label></p>
<p><textarea id="text" name="text" rows="5" style="width:100%;font:inherit">${safe(text)}</textarea></p>
<p><button type="submit" style="font:inherit;padding:.5rem 1rem">Antworten</button></p>
</form>`,
  )
}

/** The page for a post that is not there. */
export function missingPage(): string {
  return frame(
    'Beitrag nicht gefunden',
    '<article class="main"><h1>Diesen Beitrag gibt es nicht (mehr).</h1></article>',
  )
}

function frame(title: string, content: string): string {
  return `<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${safe(title)} – X zum Ausprobieren</title>
<style>${style}</style>
</head>
<body>
<main>
<p class="note">X zum Ausprobieren: Nichts davon steht im Internet.</p>
${content}
</main>
</body>
</html>
`
}

function article(post: XPost, isMain: boolean): string {
  const { author, createdAt, text, url, media, sample } = post
  const name = `${safe(author.name)} <span>@${safe(author.handle)}</span>`
  const pictures = media.map(({ url: at, alt }) => `<img src="${safe(at)}" alt="${safe(alt)}">`)
  return `<article${isMain ? ' class="main"' : ''}>
${isMain ? `<h1 style="font-size:1.05rem;margin:0">${name}</h1>` : `<strong>${name}</strong>`}
<p class="text">${linked(text)}</p>
${pictures.join('\n')}
<p class="note"><a href="${safe(url)}"><time datetime="${createdAt}">${day.format(new Date(createdAt))} Uhr</time></a>${sample ? ' · Beispiel' : ''}</p>
</article>`
}

/** The text with its links; everything else is shown as written. */
function linked(text: string): string {
  let end = 0
  let html = ''
  for (const { from, to, href } of marksIn(text)) {
    if (href === null) continue
    html += `${safe(text.slice(end, from))}<a href="${safe(href)}" rel="noopener">${safe(text.slice(from, to))}</a>`
    end = to
  }
  return html + safe(text.slice(end))
}

function safe(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
