import type { Place } from '../place.ts'
import { useSandbox } from '../sandbox-context.ts'
import { FaultBanner } from '../faults/banner.tsx'
import { slack } from '../wording.ts'
import { ChannelList } from './channel-list.tsx'
import { Conversation } from './conversation.tsx'
import { Home } from './home.tsx'
import { useUnread } from './unread.ts'

/** The local Slack as the current person sees it. */
export function SlackSide({ place }: { place: Place }) {
  const { spot, at } = place
  const { sight, me } = useSandbox()
  const { channels } = sight.slack
  const first = channels.find((one) => one.name === 'freigabe') ?? channels[0]
  const channel = channels.find((one) => one.id === spot) ?? first
  const here = spot === 'home' ? 'home' : (channel?.id ?? 'home')
  const unread = useUnread(me.id, channels, here)
  return (
    <section class="side side--slack" aria-labelledby="slack-title">
      <header class="side__head">
        <h2 id="slack-title">{slack.region}</h2>
        <span class="side__note">{slack.note}</span>
        <FaultBanner service="slack" />
      </header>
      <div class="workspace">
        <ChannelList spot={here} unread={unread} />
        {here === 'home' || channel === undefined ? (
          <Home />
        ) : (
          <Conversation channel={channel} at={at} />
        )}
      </div>
    </section>
  )
}
