import type { ComponentChildren } from 'preact'
import { fillDateTokens } from '../time.ts'
import { Link } from '../ui/link.tsx'
import type { RichElement } from './block.ts'
import { emojiOrCode } from './emoji.ts'
import { ChannelName, UserName } from './mrkdwn.tsx'

function inner(element: RichElement): ComponentChildren {
  switch (element.type) {
    case 'text':
      return element.text ?? ''
    case 'link':
      return <Link href={element.url ?? ''}>{element.text ?? element.url}</Link>
    case 'emoji':
      return emojiOrCode(element.name ?? '')
    case 'user':
      return <UserName id={element.user_id ?? ''} />
    case 'channel':
      return <ChannelName id={element.channel_id ?? ''} label="" />
    case 'broadcast':
      return <span class="mention">@{element.range}</span>
    case 'date':
      return fillDateTokens(element.format ?? '', new Date((element.timestamp ?? 0) * 1000))
    default:
      return element.text ?? element.fallback ?? ''
  }
}

function Piece({ element }: { element: RichElement }) {
  const style = typeof element.style === 'object' ? element.style : {}
  let piece = <>{inner(element)}</>
  if (style.code === true) piece = <code>{piece}</code>
  if (style.strike === true) piece = <s>{piece}</s>
  if (style.italic === true) piece = <em>{piece}</em>
  if (style.bold === true) piece = <strong>{piece}</strong>
  return piece
}

function Pieces({ elements }: { elements: RichElement[] | undefined }) {
  return (
    <>
      {(elements ?? []).map((element, at) => (
        <Piece key={at} element={element} />
      ))}
    </>
  )
}

function Part({ part }: { part: RichElement }) {
  const pieces = <Pieces elements={part.elements} />
  switch (part.type) {
    case 'rich_text_preformatted':
      return <pre>{pieces}</pre>
    case 'rich_text_quote':
      return <blockquote>{pieces}</blockquote>
    case 'rich_text_list': {
      const items = (part.elements ?? []).map((item, at) => (
        <li key={at}>
          <Pieces elements={item.elements} />
        </li>
      ))
      return part.style === 'ordered' ? <ol>{items}</ol> : <ul>{items}</ul>
    }
    default:
      return <div class="lines">{pieces}</div>
  }
}

/** A rich_text block or a rich_text cell. */
export function RichText({ elements }: { elements: RichElement[] | undefined }) {
  return (
    <>
      {(elements ?? []).map((part, at) => (
        <Part key={at} part={part} />
      ))}
    </>
  )
}
