import type { Channel } from '../../contract.ts'

/** A channel as people say it: "#freigabe"; a direct message by the name of whom it is with. */
export const placeName = (channel: Channel) =>
  channel.kind === 'channel' ? `#${channel.name}` : channel.name
