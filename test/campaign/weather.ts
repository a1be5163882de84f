// What Slack, X, clocks and the machine do while people work.
import type { Fault } from '../../sandbox/contract.ts'
import { officers, type Act } from './acts.ts'
import type { Dice } from './dice.ts'

/** What Slack, X and the clocks do meanwhile. */
export function withWeather(dice: Dice, before: Act[]): Act[] {
  const told = [...before]
  const slip = (act: Act) => told.splice(dice.between(1, told.length), 0, act)
  for (let n = dice.between(0, 3); n > 0; n -= 1) slip(faultOfX(dice))
  for (let n = dice.between(0, 2); n > 0; n -= 1) slip(faultOfSlack(dice))
  for (let n = dice.between(0, 2); n > 0; n -= 1) {
    slip({ do: 'pass', seconds: dice.pick([5, 15, 30, 60, 90, 150]) })
  }
  if (dice.chance(0.25)) {
    slip({
      do: 'jump',
      seconds: dice.pick([-7200, -3600, -200, -30, -5, 5, 30, 200, 3600, 28_800]),
    })
  }
  if (dice.chance(0.15)) slip({ do: 'lift faults' })
  return told
}

const posting = 'POST /2/tweets'

function faultOfX(dice: Dice): Act {
  const kind = dice.weighed<Fault['kind']>([
    [3, 'rate-limit'],
    [3, 'hang-after-commit'],
    [3, 'lost-answer'],
    [2, 'hang'],
    [2, 'server-error'],
    [2, 'dropped'],
    [1, 'half-body'],
    [1, 'html'],
    [1, 'no-credit'],
    [3, 'late-index'],
    [2, 'slow'],
  ])
  const anywhere = kind === 'late-index' || dice.chance(0.7)
  const waits = kind === 'slow' || (kind !== 'late-index' && dice.chance(0.3))
  const fault: Fault = {
    kind,
    ...(anywhere ? { method: posting } : {}),
    times: dice.weighed([
      [5, 1],
      [2, 2],
      [1, 5],
    ] as const),
    ...(dice.chance(0.2) ? { skips: 1 } : {}),
    ...(kind === 'rate-limit' || kind === 'late-index' ? { seconds: dice.between(5, 90) } : {}),
    ...(waits ? { waits: dice.between(100, 900) } : {}),
  }
  return { do: 'fault', at: 'x', fault }
}

function faultOfSlack(dice: Dice): Act {
  const kind = dice.weighed<Fault['kind']>([
    [4, 'twice'],
    [4, 'late'],
    [3, 'unheard'],
    [2, 'rate-limit'],
    [2, 'server-error'],
    [2, 'hang-after-commit'],
    [2, 'lost-answer'],
    [1, 'hang'],
    [1, 'dropped'],
    [2, 'slow'],
  ])
  const isOfCalls = kind !== 'twice' && kind !== 'late' && kind !== 'unheard'
  const method = dice.pick(['chat.postMessage', 'chat.update', 'reactions.get', null])
  const fault: Fault = {
    kind,
    ...(isOfCalls && method !== null ? { method } : {}),
    times: dice.weighed([
      [5, 1],
      [2, 3],
    ] as const),
    ...(kind === 'rate-limit' || kind === 'late' ? { seconds: dice.between(2, 40) } : {}),
    ...(kind === 'slow' ? { waits: dice.between(100, 900) } : {}),
  }
  return { do: 'fault', at: 'slack', fault }
}

/** What can be done while the program is dead. */
const whileAway = new Set<Act['do']>(['decide', 'write', 'write again', 'edit', 'delete', 'pass'])

/** The program dies and is started again, mostly in the middle of something. */
export function withDeaths(dice: Dice, before: Act[], restores: boolean): Act[] {
  const told = [...before]
  const deaths = dice.weighed([
    [restores ? 8 : 4, 0],
    [5, 1],
    [1, 2],
  ] as const)
  for (let n = 0; n < deaths; n += 1) {
    const decided = told.flatMap((act, index) => (act.do === 'decide' ? [index + 1] : []))
    const isAimed = decided.length > 0 && dice.chance(0.6)
    const at = isAimed ? dice.pick(decided) : dice.between(1, told.length)
    const end: Act = dice.chance(0.15) ? { do: 'leave' } : { do: 'kill', calls: dice.between(0, 8) }
    const next = told.slice(at, at + dice.between(0, 2))
    const gap = next.every(({ do: what }) => whileAway.has(what)) ? next : []
    const away: Act[] = dice.chance(0.1) ? [{ do: 'pass', seconds: 7500 }] : []
    const who = dice.chance(0.15) ? [dice.pick(officers)] : officers
    told.splice(at, gap.length, end, ...gap, ...away, { do: 'start', officers: who })
  }
  return told
}
