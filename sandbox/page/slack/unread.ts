// Which messages a person has not looked at yet, kept in this window only.

import { useEffect, useState } from 'preact/hooks'
import type { Channel, Message } from '../../contract.ts'

/** How many messages of a channel the current person has not seen. */
export type Unread = (channel: Channel) => number

const allOf = (channel: Channel): Message[] =>
  channel.messages.flatMap((message) => [message, ...message.replies])

/** Counts new messages of others; looking at a channel makes them seen. */
export function useUnread(me: string, channels: Channel[], spot: string): Unread {
  const [seen, setSeen] = useState<Record<string, string>>({})
  const here = channels.find((channel) => channel.id === spot)
  const newest = here === undefined ? '' : allOf(here).reduce((last, one) => max(last, one.ts), '')
  useEffect(() => {
    if (newest !== '') setSeen((held) => ({ ...held, [`${me} ${spot}`]: newest }))
  }, [me, spot, newest])
  return (channel) => {
    if (channel.id === spot) return 0
    const since = seen[`${me} ${channel.id}`] ?? ''
    return allOf(channel).filter((one) => one.user !== me && !one.sample && one.ts > since).length
  }
}

const max = (a: string, b: string) => (a > b ? a : b)
