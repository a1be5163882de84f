import type { XPost } from '../../contract.ts'
import { Link } from '../ui/link.tsx'

/** The text of a post: newlines kept, links, names and topics as X marks them. */
export function PostText({ text, marks }: Pick<XPost, 'text' | 'marks'>) {
  const nodes: preact.ComponentChildren[] = []
  let done = 0
  for (const { from, to, href } of marks) {
    const marked = text.slice(from, to)
    nodes.push(
      text.slice(done, from),
      href === null ? <span class="post__topic">{marked}</span> : <Link href={href}>{marked}</Link>,
    )
    done = to
  }
  nodes.push(text.slice(done))
  return <p class="post__text">{nodes}</p>
}
