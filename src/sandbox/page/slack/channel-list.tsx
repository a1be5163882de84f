import type { Channel } from '../../contract.ts'
import { placeHref } from '../place.ts'
import { useSandbox } from '../sandbox-context.ts'
import { BrandMark, HomeIcon, LockIcon } from '../ui/icons.tsx'
import { slack } from '../wording.ts'
import type { Unread } from './unread.ts'

type Props = { spot: string; unread: Unread }

function Entry(props: {
  id: string
  here: boolean
  icon: preact.ComponentChildren
  name: string
  note?: string
  news: number
}) {
  const { id, here, icon, name, note, news } = props
  const { me } = useSandbox()
  return (
    <li>
      <a
        class={here ? 'channel channel--here' : 'channel'}
        href={placeHref({ as: me.id, spot: id })}
        aria-current={here ? 'page' : undefined}
      >
        {icon}
        <span class="channel__name">
          {name}
          {note !== undefined && <span class="unseen">, {note}</span>}
        </span>
        {news > 0 && (
          <span class="channel__news">
            <span class="unseen">, </span>
            {news} <span class="unseen">{slack.news}</span>
          </span>
        )}
      </a>
    </li>
  )
}

function notes(channel: Channel): string | undefined {
  const said = [
    ...(channel.isPrivate ? [slack.privateChannel] : []),
    ...(channel.shared ? [slack.sharedChannel] : []),
  ]
  return said.length === 0 ? undefined : said.join(', ')
}

/** The channels of this person, the bot's direct messages and App Home. */
export function ChannelList({ spot, unread }: Props) {
  const { sight } = useSandbox()
  const entry = (channel: Channel) => {
    const note = notes(channel)
    const direct = channel.kind === 'direct'
    const sign = channel.isPrivate ? <LockIcon /> : <span class="channel__sign">#</span>
    return (
      <Entry
        key={channel.id}
        id={channel.id}
        here={spot === channel.id}
        icon={<span aria-hidden="true">{direct ? <BrandMark /> : sign}</span>}
        name={direct ? channel.name : `#${channel.name}`}
        {...(note === undefined ? {} : { note })}
        news={unread(channel)}
      />
    )
  }
  const { channels } = sight.slack
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
        <Entry id="home" here={spot === 'home'} icon={<HomeIcon />} name={slack.home} news={0} />
        {channels.filter((one) => one.kind === 'direct').map(entry)}
      </ul>
    </nav>
  )
}
