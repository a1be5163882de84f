// Which messages a person has not looked at yet, kept in this window only.

import { useEffect, useState } from 'preact/hooks'
import type { Channel, Message, Ping } from '../../contract.ts'

export type Unread = {
  /** How many messages of a channel the current person has not seen. */
  in: (channel: Channel) => number
  /** How often it rang for something not seen yet. */
  rang: number
}

const allOf = (channel: Channel): Message[] =>
  channel.messages.flatMap((message) => [message, ...message.replies])

/** Counts new messages of others; looking at a channel makes them seen, looking at the activity makes what rang seen. */
export function useUnread(
  me: string,
  channels: Channel[],
  activity: readonly Ping[],
  spot: string,
): Unread {
  const [seen, setSeen] = useState<Record<string, string>>({})
  const here = channels.find((channel) => channel.id === spot)
  const shown = spot === 'activity' ? activity : here === undefined ? [] : allOf(here)
  const newest = shown.reduce((last, one) => max(last, one.ts), '')
  useEffect(() => {
    if (newest !== '') setSeen((held) => ({ ...held, [`${me} ${spot}`]: newest }))
  }, [me, spot, newest])
  const since = (place: string) => seen[`${me} ${place}`] ?? ''
  const isSample = ({ channel, ts }: Ping) => {
    const place = channels.find((one) => one.id === channel)
    return place === undefined || allOf(place).find((one) => one.ts === ts)?.sample === true
  }
  const rang = activity.filter(
    (ping) =>
      ping.channel !== spot &&
      ping.ts > max(since(ping.channel), since('activity')) &&
      !isSample(ping),
  )
  return {
    in: (channel) =>
      channel.id === spot
        ? 0
        : allOf(channel).filter(
            (one) => one.user !== me && !one.sample && one.ts > since(channel.id),
          ).length,
    rang: spot === 'activity' ? 0 : rang.length,
  }
}

const max = (a: string, b: string) => (a > b ? a : b)
