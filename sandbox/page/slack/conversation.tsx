import { Fragment } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Channel } from '../../contract.ts'
import { useSandbox } from '../sandbox-context.ts'
import { longDay, tsDate } from '../time.ts'
import { Notice } from '../ui/notice.tsx'
import { slack } from '../wording.ts'
import { Composer } from './composer.tsx'
import { placeName } from './place-name.ts'
import { useReading } from './reading.ts'
import { Thread } from './thread.tsx'

type Props = {
  channel: Channel
  /** The ts of the message to look at first. */
  at: string | null
  /** Whether a thread is open beside it, which then says what went wrong. */
  hasThread: boolean
}

/** The messages of a channel and the box to write in. */
export function Conversation({ channel, at, hasThread }: Props) {
  const { me } = useSandbox()
  const newest = channel.messages.at(-1)
  const { log, content, onScroll, isNewsBelow, goToEnd } = useReading(channel.id, newest, me.id)
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
        tabIndex={newest === undefined ? 0 : -1}
        aria-label={slack.conversation(name)}
        aria-description={slack.wander}
        ref={log}
        onScroll={onScroll}
      >
        <div ref={content}>
          {newest === undefined && <p class="empty">{slack.empty}</p>}
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
                <Thread root={message} canReply={channel.kind !== 'direct'} />
              </Fragment>
            )
          })}
        </div>
      </div>
      {isNewsBelow && (
        <p class="news-below">
          <button type="button" class="button" onClick={goToEnd}>
            {newest?.ephemeral === true ? slack.forYouBelow : slack.newsBelow}
          </button>
        </p>
      )}
      {!hasThread && <Notice side="slack" />}
      {/* manifest.json declares the bot's messages read-only; Slack shows no box there. */}
      {channel.kind === 'direct' ? (
        <p class="read-only">{slack.readOnly}</p>
      ) : (
        <Composer channel={channel} />
      )}
    </section>
  )
}
