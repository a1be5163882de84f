import { useState } from 'preact/hooks'
import type { Message } from '../../contract.ts'
import { useSandbox } from '../sandbox-context.ts'
import { page, slack } from '../wording.ts'
import { OneMessage } from './message.tsx'

const shownAtOnce = 3

function ReplyBox({ root, onDone }: { root: Message; onDone: () => void }) {
  const { act, nameOf } = useSandbox()
  const [text, setText] = useState('')
  const send = async () => {
    if (text.trim() === '') return
    const answer = await act({
      act: 'message',
      channel: root.channel,
      text: text.trim(),
      threadTs: root.ts,
    })
    if (answer.ok) onDone()
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
        class="field"
        rows={2}
        ref={(box) => box?.focus()}
        aria-label={slack.replyTo(nameOf(root.user))}
        placeholder={slack.replyTo(nameOf(root.user))}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone()
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
          event.preventDefault()
          void send()
        }}
      />
      <div class="reply-box__foot">
        <button type="button" class="button button--quiet" onClick={onDone}>
          {page.cancel}
        </button>
        <button type="submit" class="button button--primary">
          {slack.send}
        </button>
      </div>
    </form>
  )
}

/** A message with the answers below it. */
export function Thread({ root }: { root: Message }) {
  const { nameOf } = useSandbox()
  const [all, setAll] = useState(false)
  const [replying, setReplying] = useState(false)
  const hidden = all ? 0 : Math.max(0, root.replies.length - shownAtOnce)
  const reply = () => {
    setReplying(true)
  }
  return (
    <div class="thread">
      <OneMessage message={root} {...(root.ephemeral ? {} : { onReply: reply })} />
      {(root.replies.length > 0 || replying) && (
        <div
          class="thread__replies"
          role="group"
          aria-label={`${slack.thread(root.replies.length)}, ${nameOf(root.user)}`}
        >
          {hidden > 0 && (
            <button
              type="button"
              class="button button--quiet"
              onClick={() => {
                setAll(true)
              }}
            >
              {slack.earlierReplies(hidden)}
            </button>
          )}
          {root.replies.slice(hidden).map((message) => (
            <OneMessage key={message.ts} message={message} />
          ))}
          {replying && (
            <ReplyBox
              root={root}
              onDone={() => {
                setReplying(false)
              }}
            />
          )}
        </div>
      )}
    </div>
  )
}
