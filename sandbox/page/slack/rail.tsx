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
  /** How people call it: with "#" for a channel. */
  called: string
  notes: string[]
  news: number
}) {
  const { id, here, icon, name, called, notes, news } = props
  const { me } = useSandbox()
  // What is heard begins with what is seen: name and number.
  const heard = [news > 0 ? `${called} ${slack.news(news)}` : called, ...notes].join(', ')
  return (
    <li>
      <a
        ref={here ? intoView : null}
        class={here ? 'channel channel--here' : 'channel'}
        href={placeHref({ as: me.id, spot: id, at: null })}
        title={heard}
        aria-label={heard}
        aria-current={here ? 'page' : undefined}
      >
        {icon}
        <span class="channel__name">{name}</span>{' '}
        {news > 0 && <span class="channel__news">{news}</span>}
      </a>
    </li>
  )
}

function Sign({ channel }: { channel: Channel }) {
  if (channel.kind === 'direct') return <BrandMark />
  return channel.isPrivate ? (
    <LockIcon />
  ) : (
    <span class="channel__sign" aria-hidden="true">
      #
    </span>
  )
}

const notesOf = (channel: Channel) => [
  ...(channel.kind === 'channel' && channel.isPrivate ? [slack.privateChannel] : []),
  ...(channel.shared ? [slack.sharedChannel] : []),
]

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
      called={placeName(channel)}
      notes={notesOf(channel)}
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
          called={slack.home}
          notes={[]}
          news={0}
        />
        {channels.filter((one) => one.kind === 'direct').map(entry)}
      </ul>
    </nav>
  )
}
