// A schedule: what people, citizens, networks, clocks and the machine do in one life of the office. It follows
// from its seed alone and can be read and lived through again.
import type { Fault } from '../../sandbox/contract.ts'
import type { Dice } from './dice.ts'

export type Staff = 'anna' | 'joerg' | 'petra' | 'deniz'
export const staff: readonly Staff[] = ['anna', 'joerg', 'petra', 'deniz']
export const officers: readonly Staff[] = ['petra', 'deniz']

/** How somebody decides about a proposal: a reaction, one's own ✅ taken back, or a button's label. */
export type How = '✅' | '❌' | '❓' | '✅ zurück' | Button
type Button = 'Freigeben' | 'Ablehnen' | 'Stopp' | 'Zurückziehen' | 'Rückfrage' | 'Erneut senden'

export type Act =
  /** Proposals are P1, P2, …; mentions M1, M2, …, each a citizen of its own. */
  | { do: 'propose'; matter: string; by: Staff; shape: 'single' | 'thread' | 'planned' }
  | { do: 'revise'; matter: string; by: Staff }
  | { do: 'decide'; matter: string; by: Staff; how: How }
  /** `below`: the proposal whose post it answers, once that is public. */
  | { do: 'write'; matter: string; urgent: boolean; below: string | null }
  | { do: 'write again'; matter: string; urgent: boolean }
  | { do: 'edit' | 'delete'; matter: string }
  | { do: 'flood'; count: number }
  | { do: 'triage'; matter: string; by: Staff; how: 'Übernehmen' | 'Zur Kenntnis' | '👀' | '🗂️' }
  | { do: 'answer'; matter: string; by: Staff; reply: string }
  | { do: 'measure'; matter: string; by: Staff }
  | {
      do: 'decide measure'
      matter: string
      by: Staff
      how: 'Freigeben' | 'Ablehnen' | 'Zurückziehen' | 'Aufheben'
    }
  | { do: 'ask erasure'; matter: string; by: Staff }
  | { do: 'decide erasure'; matter: string; by: Staff; how: 'Löschen' | 'Nicht löschen' }
  | { do: 'order report'; by: Staff }
  /** An administrator of the workspace deletes the card. */
  | { do: 'delete card'; matter: string }
  | { do: 'fault'; at: 'slack' | 'x'; fault: Fault }
  | { do: 'lift faults' }
  /** Time that goes by, and the program's wall clock put forward or back alone; in seconds. */
  | { do: 'pass' | 'jump'; seconds: number }
  /** SIGKILL after so many more calls to Slack and X, or a second later. */
  | { do: 'kill'; calls: number }
  | { do: 'leave' }
  | { do: 'start'; officers: readonly Staff[] }
  | { do: 'backup' }
  /** SIGKILL, the backup put back, and a start. */
  | { do: 'restore' }

/** `wait`: milliseconds of real time before it. */
export type Step = Act & { wait: number }

export type Schedule = {
  seed: number
  undoSeconds: number
  /** X looks at the time of a signature, as the real one does. */
  strictClock: boolean
  /** X takes the same words twice. */
  forgetful: boolean
  steps: readonly Step[]
}

/** The schedule of a seed. */
export function scheduleOf(seed: number, dice: Dice): Schedule {
  const names = namesFrom()
  const first = acts(dice, names, dice.between(1, 3))
  const restores = dice.chance(0.2)
  const all = restores ? withRestore(dice, names, first) : first
  const isLong = all.some((act) => act.do === 'pass' && act.seconds > 600)
  const lived = withDeaths(dice, withWeather(dice, all), restores)
  return {
    seed,
    undoSeconds: dice.pick([0, 0, 3]),
    strictClock: dice.chance(0.3),
    forgetful: !isLong && dice.chance(0.5),
    steps: lived.map((act) => ({ ...act, wait: waitBefore(dice) })),
  }
}

type Names = { proposal(): string; mention(): string; proposals: readonly string[] }

function namesFrom(): Names {
  const proposals: string[] = []
  let mentions = 0
  return {
    proposals,
    proposal() {
      const name = `P${proposals.length + 1}`
      proposals.push(name)
      return name
    },
    mention: () => `M${(mentions += 1)}`,
  }
}

/** Several matters, each with its own story, told all at once. */
function acts(dice: Dice, names: Names, matters: number): Act[] {
  const stories = Array.from({ length: matters }, () =>
    dice.weighed<(dice: Dice, names: Names) => Act[]>([
      [50, proposalStory],
      [38, mentionStory],
      [4, (thrown) => [{ do: 'flood', count: thrown.between(5, 26) }, soon]],
      [2, (thrown) => [{ do: 'order report', by: thrown.pick(staff) }]],
    ])(dice, names),
  )
  return mixed(dice, stories)
}

function mixed(dice: Dice, stories: readonly Act[][]): Act[] {
  const left = stories.map((story) => [...story])
  const told: Act[] = []
  for (;;) {
    const going = left.filter((story) => story.length > 0)
    if (going.length === 0) return told
    const next = dice.pick(going).shift()
    if (next !== undefined) told.push(next)
  }
}

/** Mentions are read every quarter of a minute. */
const soon: Act = { do: 'pass', seconds: 17 }

function proposalStory(dice: Dice, names: Names): Act[] {
  const matter = names.proposal()
  const by = dice.weighed<Staff>([
    [5, 'anna'],
    [3, 'joerg'],
    [1, 'petra'],
  ])
  const shape = dice.weighed<'single' | 'thread' | 'planned'>([
    [5, 'single'],
    [3, 'thread'],
    [2, 'planned'],
  ])
  return [{ do: 'propose', matter, by, shape }, ...decisions(dice, matter)]
}

function decisions(dice: Dice, matter: string): Act[] {
  let approver: Staff = 'petra'
  const decide = (by: Staff, how: How): Act => ({ do: 'decide', matter, by, how })
  const approve = () => {
    approver = dice.weighed<Staff>([
      [5, 'petra'],
      [4, 'deniz'],
      [1, 'anna'],
    ])
    return decide(approver, dice.pick(['✅', 'Freigeben']))
  }
  const more = Array.from({ length: dice.between(0, 3) }, () =>
    dice.weighed<() => Act>([
      [4, approve],
      [3, () => decide(dice.pick(staff), 'Stopp')],
      [3, () => decide(approver, '✅ zurück')],
      [2, () => decide(dice.pick(officers), '❌')],
      [1, () => decide(dice.pick(officers), 'Ablehnen')],
      [1, () => decide(dice.pick(staff), 'Zurückziehen')],
      [1, () => decide(dice.pick(officers), dice.pick(['❓', 'Rückfrage']))],
      [2, () => decide(dice.pick(officers), 'Erneut senden')],
      [2, () => ({ do: 'revise', matter, by: dice.pick(staff) })],
      [1, () => ({ do: 'delete card', matter })],
    ])(),
  )
  return dice.chance(0.9) ? [approve(), ...more] : more
}

function mentionStory(dice: Dice, names: Names): Act[] {
  const matter = names.mention()
  // Only what hangs below a post of ours can be hidden.
  const below = dice.chance(0.35) ? names.proposal() : null
  const who = () => dice.pick(staff)
  const moves = Array.from({ length: dice.between(0, 3) }, () =>
    dice.weighed<() => Act[]>([
      [2, () => [{ do: 'triage', matter, by: who(), how: dice.pick(['Übernehmen', '👀']) }]],
      [2, () => [{ do: 'triage', matter, by: who(), how: dice.pick(['Zur Kenntnis', '🗂️']) }]],
      [5, () => answered(dice, names, matter)],
      [2, () => [{ do: 'write again', matter, urgent: dice.chance(0.4) }, soon]],
      [2, () => [{ do: 'edit', matter }, ...(dice.chance(0.7) ? [soon] : [])]],
      [1, () => [{ do: 'delete', matter }]],
      [1, () => [{ do: 'delete card', matter }]],
      [below === null ? 0.3 : 4, () => measured(dice, matter)],
      [2, () => erased(dice, matter)],
    ])(),
  ).flat()
  return [
    ...(below === null ? [] : published(below)),
    { do: 'write', matter, urgent: dice.chance(0.2), below },
    soon,
    ...moves,
  ]
}

function published(matter: string): Act[] {
  return [
    { do: 'propose', matter, by: 'anna', shape: 'single' },
    { do: 'decide', matter, by: 'petra', how: 'Freigeben' },
    { do: 'pass', seconds: 5 },
  ]
}

function answered(dice: Dice, names: Names, matter: string): Act[] {
  const reply = names.proposal()
  const answer: Act = { do: 'answer', matter, by: dice.pick(staff), reply }
  const between: Act[] = dice.chance(0.3)
    ? [
        {
          do: dice.weighed([
            [3, 'edit'],
            [1, 'delete'],
          ] as const),
          matter,
        },
        soon,
      ]
    : []
  return [answer, ...between, ...decisions(dice, reply)]
}

function measured(dice: Dice, matter: string): Act[] {
  const decide = (how: (Act & { do: 'decide measure' })['how']): Act => {
    return { do: 'decide measure', matter, by: dice.pick(officers), how }
  }
  const first = dice.weighed([
    [6, 'Freigeben'],
    [1, 'Ablehnen'],
    [1, 'Zurückziehen'],
  ] as const)
  const lifts = dice.chance(0.4) ? [decide('Aufheben')] : []
  return [{ do: 'measure', matter, by: dice.pick(staff) }, decide(first), ...lifts]
}

function erased(dice: Dice, matter: string): Act[] {
  const by = dice.pick(officers)
  const how = dice.weighed([
    [3, 'Löschen'],
    [1, 'Nicht löschen'],
  ] as const)
  return [
    { do: 'ask erasure', matter, by },
    { do: 'decide erasure', matter, by: dice.pick(officers), how },
  ]
}

/** A backup is taken, more happens, it is put back, and people go on with the cards they see. */
function withRestore(dice: Dice, names: Names, before: Act[]): Act[] {
  const cut = dice.between(0, before.length)
  const lost = acts(dice, names, dice.between(1, 2))
  const late = dice.between(1, lost.length)
  const after = acts(dice, names, dice.between(1, 2))
  return [
    ...before.slice(0, cut),
    { do: 'backup' },
    ...mixed(dice, [before.slice(cut), lost.slice(0, late)]),
    { do: 'restore' },
    ...mixed(dice, [after, lost.slice(late)]),
  ]
}

/** What Slack, X and the clocks do meanwhile. */
function withWeather(dice: Dice, before: Act[]): Act[] {
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
function withDeaths(dice: Dice, before: Act[], restores: boolean): Act[] {
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
    const who = dice.chance(0.08) ? [dice.pick(officers)] : officers
    told.splice(at, gap.length, end, ...gap, ...away, { do: 'start', officers: who })
  }
  return told
}

function waitBefore(dice: Dice): number {
  return dice.weighed<() => number>([
    [5, () => dice.between(0, 60)],
    [3, () => dice.between(60, 300)],
    [1, () => dice.between(300, 1_200)],
  ])()
}

/** A step in one line. */
export function toldStep({ wait: _, ...act }: Step): string {
  const { do: what, ...rest } = act
  const said = Object.entries(rest).map(([name, value]) => {
    return `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`
  })
  return [what, ...said].join(', ')
}
