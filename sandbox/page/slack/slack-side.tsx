import type { Place } from '../place.ts'
import { useSandbox } from '../sandbox-context.ts'
import { FaultBanner } from '../faults/banner.tsx'
import { slack } from '../wording.ts'
import { Activity } from './activity.tsx'
import { Conversation } from './conversation.tsx'
import { findMessage } from './find-message.ts'
import { Home } from './home.tsx'
import { Rail } from './rail.tsx'
import { SearchFinds } from './search.tsx'
import { ThreadPane } from './thread-pane.tsx'
import { useUnread } from './unread.ts'

/** Places that are no channels. */
const elsewhere = ['home', 'activity', 'search']

/** The local Slack as the current person sees it. */
export function SlackSide({ place }: { place: Place }) {
  const { spot, at, thread, words } = place
  const { sight, me } = useSandbox()
  const { channels, activity } = sight.slack
  const first = channels.find((one) => one.name === 'freigabe') ?? channels[0]
  const channel = channels.find((one) => one.id === spot) ?? first
  const here = spot !== null && elsewhere.includes(spot) ? spot : (channel?.id ?? 'home')
  const unread = useUnread(me.id, channels, activity, here)
  const isChannel = channel?.id === here
  // A link to an answer leads into its thread.
  const linked = isChannel && at !== null ? findMessage(channels, channel.id, at) : null
  const answer = linked !== null && linked.root !== linked.message ? linked : null
  const opened = isChannel && thread !== null ? findMessage(channels, channel.id, thread) : answer
  return (
    <section
      class={opened === null ? 'side side--slack' : 'side side--slack side--wide'}
      aria-labelledby="slack-title"
    >
      <header class="side__head">
        <h2 id="slack-title">{slack.region}</h2>
        <span class="side__note">{slack.note}</span>
        <FaultBanner service="slack" />
      </header>
      <div class={opened === null ? 'workspace' : 'workspace workspace--thread'}>
        <Rail spot={here} unread={unread} />
        {here === 'activity' && <Activity />}
        {here === 'search' && <SearchFinds words={words ?? ''} />}
        {isChannel && (
          <Conversation
            channel={channel}
            at={answer === null ? at : answer.root.ts}
            hasThread={opened !== null}
          />
        )}
        {here === 'home' && <Home />}
        {isChannel && opened !== null && (
          <ThreadPane
            channel={channel}
            root={opened.root}
            at={answer === null ? null : answer.message.ts}
          />
        )}
      </div>
    </section>
  )
}
