// Every network the office can publish on, a row each: whoever adds one adds a folder and a row here.
import type { NetworkName } from '../core/content.ts'
import type { Network } from '../desk/ports/network.ts'
import { usdOf } from './x/prices.ts'
import { openX, type XConfig } from './x/open.ts'

export type NetworkRow<Config> = {
  /** Opens it with its own part of the configuration. Nothing is asked before the first call. `spent` hears of
   * everything the network charges for, under the names of its own table of prices. */
  open(
    config: Config,
    given: { now: () => number; spent: (charge: string, count: number) => void },
  ): Network
  /** What so many of a charge cost, in USD; 0 for one its table does not have. Pure. */
  usd(charge: string, count: number): number
}

/** What an office must know to open its networks. */
export type NetworksConfig = XConfig

export const networks = {
  x: { open: openX, usd: usdOf },
} as const satisfies Record<NetworkName, NetworkRow<NetworksConfig>>
