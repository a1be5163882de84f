import { useSandbox } from '../sandbox-context.ts'
import { clockTime, fillDateTokens, shortDay } from '../time.ts'
import { Link } from '../ui/link.tsx'
import type { Inline } from './parse-mrkdwn.ts'
import { parseMrkdwn, withEmoji } from './parse-mrkdwn.ts'

/** The name of a person, highlighted. */
export function UserName({ id }: { id: string }) {
  const { nameOf, me } = useSandbox()
  return <span class={id === me.id ? 'mention mention--me' : 'mention'}>@{nameOf(id)}</span>
}

/** The name of a channel, highlighted. */
export function ChannelName({ id, label }: { id: string; label: string }) {
  const { sight } = useSandbox()
  const channel = sight.slack.channels.find((one) => one.id === id)
  return <span class="mention">#{channel?.name ?? (label === '' ? id : label)}</span>
}

function DateNode({ node }: { node: Extract<Inline, { is: 'date' }> }) {
  const at = new Date(node.unix * 1000)
  const text = fillDateTokens(node.pattern, at)
  const time = (
    <time dateTime={at.toISOString()} title={`${shortDay(at)}, ${clockTime(at)} Uhr`}>
      {text}
    </time>
  )
  return node.url === null ? time : <Link href={node.url}>{time}</Link>
}

function InlineNode({ node }: { node: Inline }) {
  switch (node.is) {
    case 'text':
      return <>{node.text}</>
    case 'bold':
      return (
        <strong>
          <Inlines nodes={node.children} />
        </strong>
      )
    case 'italic':
      return (
        <em>
          <Inlines nodes={node.children} />
        </em>
      )
    case 'strike':
      return (
        <s>
          <Inlines nodes={node.children} />
        </s>
      )
    case 'code':
      return <code>{node.text}</code>
    case 'link':
      return <Link href={node.url}>{node.text}</Link>
    case 'user':
      return <UserName id={node.id} />
    case 'channel':
      return <ChannelName id={node.id} label={node.label} />
    case 'group':
      return <span class="mention">{node.label}</span>
    case 'date':
      return <DateNode node={node} />
  }
}

function Inlines({ nodes }: { nodes: Inline[] }) {
  return (
    <>
      {nodes.map((node, at) => (
        <InlineNode key={at} node={node} />
      ))}
    </>
  )
}

/** A mrkdwn text as text nodes and a few elements. */
export function Mrkdwn({ text }: { text: string }) {
  return (
    <>
      {parseMrkdwn(text).map((paragraph, at) => {
        if (paragraph.is === 'pre') return <pre key={at}>{paragraph.text}</pre>
        if (paragraph.is === 'quote') {
          return (
            <blockquote key={at}>
              <Inlines nodes={paragraph.children} />
            </blockquote>
          )
        }
        return (
          <span class="lines" key={at}>
            <Inlines nodes={paragraph.children} />
          </span>
        )
      })}
    </>
  )
}

/** A plain_text or mrkdwn object. */
export function TextObject({ text }: { text: { type: string; text: string } | undefined }) {
  if (text === undefined) return null
  if (text.type === 'mrkdwn') return <Mrkdwn text={text.text} />
  return <span class="lines">{withEmoji(text.text)}</span>
}
