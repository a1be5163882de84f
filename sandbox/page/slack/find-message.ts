import type { Channel, Message } from '../../contract.ts'

/** A message, where it stands, and the first message of its thread (itself where it is none of the answers). */
export type Found = { channel: Channel; root: Message; message: Message }

/** All messages a person can see, in the order of the channels. An answer also shown in its channel comes once. */
export function everyMessage(channels: readonly Channel[]): Found[] {
  return channels.flatMap((channel) =>
    channel.messages
      .filter(({ threadTs }) => threadTs === null)
      .flatMap((root) => [root, ...root.replies].map((message) => ({ channel, root, message }))),
  )
}

/** A message by its channel and ts; null where the person does not see it, or where it is deleted. */
export function findMessage(channels: readonly Channel[], id: string, ts: string): Found | null {
  const channel = channels.filter((one) => one.id === id)
  return everyMessage(channel).find(({ message }) => message.ts === ts) ?? null
}
