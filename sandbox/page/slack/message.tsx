import type { ComponentChildren } from 'preact'
import type { Message } from '../../contract.ts'
import { Mrkdwn } from '../blocks/mrkdwn.tsx'
import { useSandbox } from '../sandbox-context.ts'
import { clockTime, tsDate } from '../time.ts'
import { Avatar } from '../ui/avatar.tsx'
import { EyeIcon, MoreIcon, ReplyIcon } from '../ui/icons.tsx'
import { Menu } from '../ui/menu.tsx'
import { page, slack } from '../wording.ts'
import { ActingBlocks } from './acting-blocks.tsx'
import { Files } from './files.tsx'
import { ReactionChips, ReactionPicker } from './reactions.tsx'

function Byline({ message }: { message: Message }) {
  const { sight, nameOf } = useSandbox()
  const at = tsDate(message.ts)
  const person = sight.slack.people.find((one) => one.id === message.user)
  return (
    <header class="message__byline">
      <strong>{nameOf(message.user)}</strong>
      {message.bot && <span class="tag">{slack.botTag}</span>}
      {person?.guest === true && <span class="tag">{slack.guestTag}</span>}
      {person?.foreign === true && <span class="tag">{slack.foreignTag}</span>}
      {message.sample && <span class="tag tag--sample">{page.sample}</span>}
      <time dateTime={at.toISOString()}>{slack.at(clockTime(at))}</time>
      {message.edited && <span class="message__edited">({slack.edited})</span>}
    </header>
  )
}

function Shortcuts({ message }: { message: Message }) {
  const { sight, act } = useSandbox()
  if (sight.slack.messageShortcuts.length === 0) return null
  return (
    <Menu label={slack.moreActions} face={<MoreIcon />}>
      {(close) =>
        sight.slack.messageShortcuts.map((shortcut) => (
          <button
            key={shortcut.callbackId}
            type="button"
            class="menu__item"
            onClick={() => {
              close()
              void act({
                act: 'shortcut',
                callbackId: shortcut.callbackId,
                channel: message.channel,
                ts: message.ts,
              })
            }}
          >
            {shortcut.name}
          </button>
        ))
      }
    </Menu>
  )
}

type Props = {
  message: Message
  /** Where it stands: in its channel or in the pane of its thread. */
  place: 'message' | 'answer'
  /** Absent where nobody can answer in a thread. */
  onReply?: () => void
  children?: ComponentChildren
}

/** One message, and below it what belongs to it. */
export function OneMessage({ message, place, onReply, children }: Props) {
  const { nameOf } = useSandbox()
  const name = nameOf(message.user)
  return (
    <article
      class={message.ephemeral ? 'message message--ephemeral' : 'message'}
      id={`${place}-${message.ts}`}
      tabIndex={-1}
      aria-label={slack.message(name, clockTime(tsDate(message.ts)))}
    >
      <Avatar id={message.user} name={name} bot={message.bot} />
      <div class="message__body">
        {message.ephemeral && (
          <p class="message__only-you">
            <EyeIcon /> {slack.ephemeral}
          </p>
        )}
        <Byline message={message} />
        <div class="message__content">
          {message.blocks.length === 0 ? (
            <div class="text">
              <Mrkdwn text={message.text} />
            </div>
          ) : (
            <ActingBlocks
              blocks={message.blocks}
              container={{ type: 'message', channel: message.channel, ts: message.ts }}
            />
          )}
          <Files files={message.files} />
        </div>
        {!message.ephemeral && (
          <div class="message__actions">
            <ReactionChips message={message} />
            <div class="message__tools">
              <ReactionPicker message={message} />
              {onReply !== undefined && (
                <button
                  type="button"
                  class="icon-button"
                  aria-label={slack.reply}
                  title={slack.reply}
                  onClick={onReply}
                >
                  <ReplyIcon />
                </button>
              )}
              <Shortcuts message={message} />
            </div>
          </div>
        )}
        {children}
      </div>
    </article>
  )
}
