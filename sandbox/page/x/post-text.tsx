import { Link } from '../ui/link.tsx'

const parts = /(https?:\/\/[^\s]+[^\s.,;:!?)\]"'])|((?<![\p{L}\p{N}_])[@#][\p{L}\p{N}_]+)/gu

/** The text of a post: newlines kept, addresses as links, names and topics coloured. */
export function PostText({ text }: { text: string }) {
  const nodes: preact.ComponentChildren[] = []
  let done = 0
  for (const match of text.matchAll(parts)) {
    nodes.push(text.slice(done, match.index))
    const [all, url] = match
    nodes.push(
      url === undefined ? <span class="post__topic">{all}</span> : <Link href={url}>{url}</Link>,
    )
    done = match.index + all.length
  }
  nodes.push(text.slice(done))
  return <p class="post__text">{nodes}</p>
}
