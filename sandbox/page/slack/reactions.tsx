import type { Message, Reaction } from '../../contract.ts'
import { emojiOrCode, givableReactions } from '../blocks/emoji.ts'
import { useSandbox } from '../sandbox-context.ts'
import { ReactIcon } from '../ui/icons.tsx'
import { Menu } from '../ui/menu.tsx'
import { reactionMeaning, reactionName, slack } from '../wording.ts'

const meaningOf = (name: string) => reactionMeaning[name.replace(/::skin-tone-\d$/, '')] ?? ''

function Chip({ message, reaction }: { message: Message; reaction: Reaction }) {
  const { me, act, nameOf } = useSandbox()
  const mine = reaction.users.includes(me.id)
  const names = reaction.users.map(nameOf)
  const name = reactionName(emojiOrCode(reaction.name), meaningOf(reaction.name), names)
  return (
    <button
      type="button"
      class={mine ? 'chip chip--mine' : 'chip'}
      aria-pressed={mine}
      aria-label={name}
      title={name}
      onClick={() =>
        void act({
          act: mine ? 'unreact' : 'react',
          channel: message.channel,
          ts: message.ts,
          name: reaction.name,
        })
      }
    >
      <span aria-hidden="true">{emojiOrCode(reaction.name)}</span>
      <span aria-hidden="true" class="chip__count">
        {reaction.users.length}
      </span>
    </button>
  )
}

/** The reactions of a message. A click adds one's own or takes it back. */
export function ReactionChips({ message }: { message: Message }) {
  return (
    <>
      {message.reactions.map((reaction) => (
        <Chip key={reaction.name} message={message} reaction={reaction} />
      ))}
    </>
  )
}

/** The picker of the reactions that mean something at this desk. */
export function ReactionPicker({ message }: { message: Message }) {
  const { me, act } = useSandbox()
  const give = (name: string) => {
    const given = message.reactions.some((one) => one.name === name && one.users.includes(me.id))
    if (!given) void act({ act: 'react', channel: message.channel, ts: message.ts, name })
  }
  // On the bot's cards a reaction is a decision, so there the button says what it is for.
  const card = message.bot && message.blocks.length > 0 && message.threadTs === null
  const face = card ? (
    <>
      <ReactIcon /> {slack.react}
    </>
  ) : (
    <ReactIcon />
  )
  return (
    <Menu
      label={slack.react}
      face={face}
      listClass="picker"
      buttonClass={card ? 'icon-button icon-button--worded' : 'icon-button'}
    >
      {(close) =>
        givableReactions.map((name) => (
          <button
            key={name}
            type="button"
            class="picker__item"
            onClick={() => {
              close()
              give(name)
            }}
          >
            <span class="picker__sign">{emojiOrCode(name)}</span>{' '}
            <span class="picker__word">{meaningOf(name)}</span>
          </button>
        ))
      }
    </Menu>
  )
}
