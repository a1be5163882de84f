// X, opened with what an office was configured with.
import type { Network } from '../../desk/ports/network.ts'
import { x } from './x.ts'

export type XConfig = {
  X_APP_KEY: string
  X_APP_SECRET: string
  X_ACCESS_TOKEN: string
  X_ACCESS_SECRET: string
  /** Where to find a stand-in for X; absent for X itself. */
  X_API_URL?: string | undefined
}

/** Opens X. Nothing is asked before the first call. */
export function openX(
  config: XConfig,
  given: { now: () => number; spent: (charge: string, count: number) => void },
): Network {
  const keys = {
    appKey: config.X_APP_KEY,
    appSecret: config.X_APP_SECRET,
    accessToken: config.X_ACCESS_TOKEN,
    accessSecret: config.X_ACCESS_SECRET,
  }
  return x({ keys, apiUrl: config.X_API_URL ?? null, ...given })
}
