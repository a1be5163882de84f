// Everything a room of the local Slack may need, in one hand.

import type { Delivery } from './delivery.ts'
import type { Faults } from './faults.ts'
import type { Sockets } from './sockets.ts'
import type { Triggers } from './triggers.ts'
import type { Workspace } from './workspace.ts'

export type Slack = Workspace & {
  faults: Faults
  sockets: Sockets
  delivery: Delivery
  triggers: Triggers
}
