import { useEffect, useRef, useState } from 'preact/hooks'
import type { Channel, Message } from '../../contract.ts'
import { useSandbox } from '../sandbox-context.ts'
import { CloseIcon } from '../ui/icons.tsx'
import { Notice } from '../ui/notice.tsx'
import { slack } from '../wording.ts'
import { OneMessage } from './message.tsx'
import { placeName } from './place-name.ts'
import { useReading } from './reading.ts'

function ReplyBox({ root }: { root: Message }) {
  const { act, nameOf } = useSandbox()
  const [text, setText] = useState('')
  const send = async () => {
    if (text.trim() === '') return
    setText('')
    const answer = await act({
      act: 'message',
      channel: root.channel,
      text: text.trim(),
      threadTs: root.ts,
    })
    // Nothing typed is lost where Slack could not take it.
    if (!answer.ok) setText(text)
  }
  return (
    <form
      class="reply-box"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <textarea
        id="thread-reply"
        class="field"
        rows={2}
        aria-label={slack.replyTo(nameOf(root.user))}
        placeholder={slack.replyTo(nameOf(root.user))}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
          event.preventDefault()
          void send()
        }}
      />
      <button type="submit" class="button button--primary">
        {slack.send}
      </button>
    </form>
  )
}

/** A thread beside its channel; on a phone in its place. `at`: the ts of the answer to look at first. */
export function ThreadPane(props: { channel: Channel; root: Message; at: string | null }) {
  const { channel, root, at } = props
  const { me, place, go } = useSandbox()
  const pane = useRef<HTMLElement>(null)
  const newest = root.replies.at(-1) ?? root
  const { log, content, onScroll } = useReading(root.ts, newest, me.id)
  const close = () => {
    go({ ...place, thread: null, at: null })
    requestAnimationFrame(() => {
      document.getElementById(`message-${root.ts}`)?.focus({ preventScroll: true })
    })
  }
  useEffect(() => {
    const answer = at === null ? null : document.getElementById(`answer-${at}`)
    // Whoever came to answer is in the box already.
    if (answer === null && pane.current?.contains(document.activeElement) === true) return
    answer?.scrollIntoView({ block: 'nearest' })
    const first = answer ?? pane.current
    first?.focus({ preventScroll: true })
  }, [root.ts, at])
  return (
    <aside
      class="thread-pane"
      aria-labelledby="thread-title"
      tabIndex={-1}
      ref={pane}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) close()
      }}
    >
      <header class="conversation__head thread-pane__head">
        <h3 id="thread-title">
          {slack.threadTitle} <span>{placeName(channel)}</span>
        </h3>
        <button type="button" class="button button--quiet" onClick={close}>
          <CloseIcon /> {slack.closeThread}
        </button>
      </header>
      <div
        class="log"
        role="log"
        aria-label={slack.threadIn(placeName(channel))}
        ref={log}
        onScroll={onScroll}
      >
        <div ref={content}>
          <OneMessage message={root} place="answer" />
          <p class="day">
            <span>{slack.thread(root.replies.length)}</span>
          </p>
          {root.replies.map((message) => (
            <OneMessage key={message.ts} message={message} place="answer" />
          ))}
        </div>
      </div>
      <Notice side="slack" />
      {channel.kind === 'direct' ? (
        <p class="read-only">{slack.readOnly}</p>
      ) : (
        <ReplyBox key={root.ts} root={root} />
      )}
    </aside>
  )
}
