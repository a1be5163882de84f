import { Fragment } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Channel } from '../../contract.ts'
import { longDay, tsDate } from '../time.ts'
import { Notice } from '../ui/notice.tsx'
import { slack } from '../wording.ts'
import { Composer } from './composer.tsx'
import { placeName } from './place-name.ts'
import { Thread } from './thread.tsx'

/** Scrolls to the newest message, unless the reader has scrolled up. */
function useStayAtEnd(channel: Channel) {
  const log = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const count = channel.messages.reduce((sum, one) => sum + 1 + one.replies.length, 0)
  const shown = useRef('')
  useLayoutEffect(() => {
    const element = log.current
    if (element === null) return
    if (atEnd.current || shown.current !== channel.id) element.scrollTop = element.scrollHeight
    shown.current = channel.id
  }, [channel.id, count])
  const onScroll = () => {
    const element = log.current
    if (element === null) return
    atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < 120
  }
  return { log, onScroll }
}

/** The messages of a channel and the box to write in. */
export function Conversation({ channel }: { channel: Channel }) {
  const { log, onScroll } = useStayAtEnd(channel)
  const name = placeName(channel)
  let day = ''
  return (
    <section class="conversation" aria-labelledby="conversation-title">
      <header class="conversation__head">
        <h3 id="conversation-title">{name}</h3>
        {channel.isPrivate && channel.kind === 'channel' && (
          <span class="tag">{slack.privateChannel}</span>
        )}
        {channel.shared && <span class="tag tag--warn">{slack.sharedTag}</span>}
      </header>
      <div
        class="log"
        id="gespraech"
        role="log"
        tabIndex={0}
        aria-label={slack.conversation(name)}
        ref={log}
        onScroll={onScroll}
      >
        {channel.messages.length === 0 && <p class="empty">{slack.empty}</p>}
        {channel.messages.map((message) => {
          const today = longDay(tsDate(message.ts))
          const first = today !== day
          day = today
          return (
            <Fragment key={message.ts}>
              {first && (
                <p class="day">
                  <span>{today}</span>
                </p>
              )}
              <Thread root={message} />
            </Fragment>
          )
        })}
      </div>
      <Notice side="slack" />
      {/* manifest.json declares the bot's messages read-only; Slack shows no box there. */}
      {channel.kind === 'direct' ? (
        <p class="read-only">{slack.readOnly}</p>
      ) : (
        <Composer channel={channel} />
      )}
    </section>
  )
}
