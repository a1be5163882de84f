import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Channel } from '../../contract.ts'
import { placeHref } from '../place.ts'
import { useSandbox } from '../sandbox-context.ts'
import { BellIcon, BrandMark, HomeIcon, LockIcon, PersonIcon } from '../ui/icons.tsx'
import { onlyOneStop, wander } from '../ui/one-stop.ts'
import { slack } from '../wording.ts'
import { placeName } from './place-name.ts'
import { SearchBox } from './search.tsx'
import type { Unread } from './unread.ts'

type Props = { spot: string; unread: Unread }

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
        class={here ? 'channel channel--here' : 'channel'}
        href={placeHref({ as: me.id, spot: id })}
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
  if (channel.kind === 'person') return <PersonIcon />
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

/** Where one can go: channels, what rang, App Home, direct messages; and the search. On a phone the places
 * fold away behind the name of the present one. */
export function Rail({ spot, unread }: Props) {
  const { channels } = useSandbox().sight.slack
  const [isOpen, setOpen] = useState(false)
  const nav = useRef<HTMLElement>(null)
  const links = () => [...(nav.current?.querySelectorAll<HTMLElement>('a') ?? [])]
  useLayoutEffect(() => {
    onlyOneStop(links(), nav.current?.querySelector<HTMLElement>('[aria-current]') ?? null)
  })
  const own = [
    { id: 'activity', name: slack.activity, icon: <BellIcon />, news: unread.rang },
    { id: 'home', name: slack.home, icon: <HomeIcon />, news: 0 },
  ]
  const present = channels.find(({ id }) => id === spot)
  const name =
    present === undefined
      ? (own.find(({ id }) => id === spot)?.name ?? slack.searchPlace)
      : placeName(present)
  const news = channels.reduce((sum, channel) => sum + unread.in(channel), 0)
  const entry = (channel: Channel) => (
    <Entry
      key={channel.id}
      id={channel.id}
      here={spot === channel.id}
      icon={<Sign channel={channel} />}
      name={channel.name}
      called={placeName(channel)}
      notes={notesOf(channel)}
      news={unread.in(channel)}
    />
  )
  return (
    <div class="rail">
      <button
        type="button"
        class="rail__places"
        aria-expanded={isOpen}
        aria-controls="places"
        onClick={() => {
          setOpen(!isOpen)
        }}
      >
        <span class="channel__name">{name}</span>{' '}
        {news > 0 && (
          <>
            <span class="channel__news" aria-hidden="true">
              {news}
            </span>
            <span class="unseen">{slack.news(news)}</span>
          </>
        )}{' '}
        <span class="unseen">{slack.otherPlaces}</span>
        <span aria-hidden="true">▾</span>
      </button>
      <SearchBox />
      <nav
        id="places"
        class={isOpen ? 'channels channels--open' : 'channels'}
        aria-label={slack.channels}
        aria-description={slack.wander}
        ref={nav}
        onKeyDown={(event) => {
          wander(event, links())
        }}
        onClick={() => {
          setOpen(false)
        }}
      >
        <p class="channels__title" aria-hidden="true">
          {slack.channels}
        </p>
        <ul>{channels.filter((one) => one.kind === 'channel').map(entry)}</ul>
        <p class="channels__title" aria-hidden="true">
          {slack.app}
        </p>
        <ul>
          {own.map(({ id, name: called, icon, news: rang }) => (
            <Entry
              key={id}
              id={id}
              here={spot === id}
              icon={icon}
              name={called}
              called={called}
              notes={[]}
              news={rang}
            />
          ))}
          {channels.filter((one) => one.kind === 'direct').map(entry)}
        </ul>
        <p class="channels__title" aria-hidden="true">
          {slack.people}
        </p>
        <ul>{channels.filter((one) => one.kind === 'person').map(entry)}</ul>
      </nav>
    </div>
  )
}
