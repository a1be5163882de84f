import { Fragment } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { Channel } from '../../contract.ts'
import { useSandbox } from '../sandbox-context.ts'
import { longDay, tsDate } from '../time.ts'
import { Notice } from '../ui/notice.tsx'
import { slack } from '../wording.ts'
import { Composer } from './composer.tsx'
import { placeName } from './place-name.ts'
import { Thread } from './thread.tsx'

/** Scrolls to the newest message, unless the reader has scrolled up and it is not for them. */
function useStayAtEnd(channel: Channel, me: string) {
  const log = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const shown = useRef('')
  const seen = useRef<string | undefined>(undefined)
  useLayoutEffect(() => {
    const element = log.current
    if (element === null) return
    // What one said oneself, and what is said to oneself alone, must not stay out of sight.
    const newest = channel.messages.at(-1)
    const isForMe = newest !== undefined && (newest.ephemeral || newest.user === me)
    const isNews = newest?.ts !== seen.current
    if (atEnd.current || shown.current !== channel.id || (isForMe && isNews)) {
      element.scrollTop = element.scrollHeight
    }
    shown.current = channel.id
    seen.current = newest?.ts
    // A new look brings a new channel object: cards grow and replies come without a new message.
  }, [channel])
  const onScroll = () => {
    const element = log.current
    if (element === null) return
    atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < 120
  }
  return { log, onScroll }
}

/** The messages of a channel and the box to write in. at: the ts of the message to look at first. */
export function Conversation({ channel, at }: { channel: Channel; at: string | null }) {
  const { sight } = useSandbox()
  const { log, onScroll } = useStayAtEnd(channel, sight.slack.me.id)
  const name = placeName(channel)
  useEffect(() => {
    if (at === null) return
    const message = document.getElementById(`message-${at}`)
    message?.scrollIntoView({ block: 'start' })
    message?.focus({ preventScroll: true })
  }, [at, channel.id])
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
