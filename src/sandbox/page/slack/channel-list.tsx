import type { Channel } from '../../contract.ts'
import { placeHref } from '../place.ts'
import { useSandbox } from '../sandbox-context.ts'
import { BrandMark, HomeIcon, LockIcon } from '../ui/icons.tsx'
import { slack } from '../wording.ts'
import { placeName } from './place-name.ts'
import type { Unread } from './unread.ts'

type Props = { spot: string; unread: Unread }

/** Brings the current entry into view where the entries stand in a strip. */
const intoView = (link: HTMLElement | null) =>
  link?.scrollIntoView({ inline: 'nearest', block: 'nearest' })

function Entry(props: {
  id: string
  here: boolean
  icon: preact.ComponentChildren
  name: string
  /** All that a screen reader should hear, the name first. */
  label: string
  news: number
}) {
  const { id, here, icon, name, label, news } = props
  const { me } = useSandbox()
  return (
    <li>
      <a
        ref={here ? intoView : null}
        class={here ? 'channel channel--here' : 'channel'}
        href={placeHref({ as: me.id, spot: id })}
        title={label}
        aria-label={news > 0 ? `${label}, ${slack.news(news)}` : label}
        aria-current={here ? 'page' : undefined}
      >
        {icon}
        <span class="channel__name">{name}</span>
        {news > 0 && <span class="channel__news">{news}</span>}
      </a>
    </li>
  )
}

function Sign({ channel }: { channel: Channel }) {
  if (channel.kind === 'direct') return <BrandMark />
  return channel.isPrivate ? <LockIcon /> : <span class="channel__sign">#</span>
}

const heard = (channel: Channel) =>
  [
    placeName(channel),
    ...(channel.kind === 'channel' && channel.isPrivate ? [slack.privateChannel] : []),
    ...(channel.shared ? [slack.sharedChannel] : []),
  ].join(', ')

/** The channels of this person, the bot's direct messages and App Home. */
export function ChannelList({ spot, unread }: Props) {
  const { channels } = useSandbox().sight.slack
  const entry = (channel: Channel) => (
    <Entry
      key={channel.id}
      id={channel.id}
      here={spot === channel.id}
      icon={<Sign channel={channel} />}
      name={channel.name}
      label={heard(channel)}
      news={unread(channel)}
    />
  )
  return (
    <nav class="channels" aria-label={slack.channels}>
      <p class="channels__title" aria-hidden="true">
        {slack.channels}
      </p>
      <ul>{channels.filter((one) => one.kind === 'channel').map(entry)}</ul>
      <p class="channels__title" aria-hidden="true">
        {slack.app}
      </p>
      <ul>
        <Entry
          id="home"
          here={spot === 'home'}
          icon={<HomeIcon />}
          name={slack.home}
          label={slack.home}
          news={0}
        />
        {channels.filter((one) => one.kind === 'direct').map(entry)}
      </ul>
    </nav>
  )
}
