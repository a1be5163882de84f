import type { ComponentChildren } from 'preact'
import { page } from '../wording.ts'

/** A link out of the page. Only web, mail and phone addresses become links at all. */
export function ExternalLink({ href, children }: { href: string; children: ComponentChildren }) {
  if (!/^(https?:|mailto:|tel:|\/)/.test(href)) return <>{children}</>
  return (
    <a href={href} target="_blank" rel="noreferrer noopener">
      {children}
      <span class="unseen"> {page.opensNewTab}</span>
    </a>
  )
}
