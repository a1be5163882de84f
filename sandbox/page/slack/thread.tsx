import type { Message } from '../../contract.ts'
import { placeHref } from '../place.ts'
import { useSandbox } from '../sandbox-context.ts'
import { clockTime, shortDay, tsDate } from '../time.ts'
import { slack } from '../wording.ts'
import { OneMessage } from './message.tsx'

/** The way to the answers below a message. */
function Answers({ root }: { root: Message }) {
  const { me } = useSandbox()
  const last = root.replies.at(-1)
  if (last === undefined) return null
  const own = root.replies.filter(({ ephemeral }) => ephemeral).length
  const at = tsDate(last.ts)
  return (
    <a class="answers" href={placeHref({ as: me.id, spot: root.channel, thread: root.ts })}>
      <strong>{slack.thread(root.replies.length)}</strong>
      {own > 0 && <span class="tag">{slack.ephemeral}</span>}
      <small>{slack.lastAnswer(`${shortDay(at)}, ${slack.at(clockTime(at))}`)}</small>
    </a>
  )
}

/** A message of a channel, with the way to its thread. */
export function Thread({ root, canReply }: { root: Message; canReply: boolean }) {
  const { place, go } = useSandbox()
  // An answer that is also shown in the channel belongs to the thread of its first message.
  const thread = root.threadTs ?? root.ts
  const reply = () => {
    go({ ...place, spot: root.channel, at: null, thread })
    requestAnimationFrame(() => {
      requestAnimationFrame(() => document.getElementById('thread-reply')?.focus())
    })
  }
  return (
    <OneMessage
      message={root}
      place="message"
      {...(canReply && !root.ephemeral && { onReply: reply })}
    >
      <Answers root={root} />
    </OneMessage>
  )
}
