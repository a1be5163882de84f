import type { ComponentChildren } from 'preact'
import { messageLink, placeHref } from '../place.ts'
import { useSandbox } from '../sandbox-context.ts'
import { page } from '../wording.ts'

/** A link in a text. Messages of this sandbox open here, as the same person; everything else in a new
 * tab. Only web, mail and phone addresses become links at all. */
export function Link({ href, children }: { href: string; children: ComponentChildren }) {
  const { me } = useSandbox()
  if (!/^(https?:|mailto:|tel:)/.test(href)) return <>{children}</>
  const message = messageLink(href)
  if (message !== null) return <a href={placeHref({ as: me.id, ...message })}>{children}</a>
  return (
    <a href={here(href)} target="_blank" rel="noreferrer noopener">
      {children}
      <span class="unseen"> {page.opensNewTab}</span>
    </a>
  )
}

/** A link into a sandbox leads into this one: the port may have been another when it was written. */
function here(href: string): string {
  const url = new URL(href)
  return url.hostname === location.hostname && url.protocol === location.protocol
    ? location.origin + url.pathname + url.search
    : href
}
