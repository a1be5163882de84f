// The stories of a schedule: what people and citizens do about proposals and mentions, several at once.
import type { Dice } from './dice.ts'
import { officers, staff, type Act, type How, type Shape, type Staff } from './acts.ts'

type Names = { proposal(): string; mention(): string; proposals: readonly string[] }

/** Names for the matters of a schedule. */
export function namesFrom(): Names {
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
export function acts(dice: Dice, names: Names, matters: number): Act[] {
  const stories = Array.from({ length: matters }, () =>
    dice.weighed<(dice: Dice, names: Names) => Act[]>([
      [46, proposalStory],
      [36, mentionStory],
      [6, heldOnItsWay],
      [3, approvedWhileAway],
      [5, mendedStory],
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
  const shape = dice.weighed<Shape>([
    [4, 'single'],
    [3, 'picture'],
    [3, 'thread'],
    [2, 'planned'],
  ])
  return [{ do: 'propose', matter, by, shape }, ...decisions(dice, matter)]
}

/** Somebody holds it back in the moment in which X is asked, and X takes nothing. */
function heldOnItsWay(dice: Dice, names: Names): Act[] {
  const matter = names.proposal()
  const kind = dice.pick(['rate-limit', 'rate-limit', 'no-credit', 'dropped'] as const)
  const seconds = kind === 'rate-limit' ? { seconds: dice.between(5, 60) } : {}
  const fault = { kind, method: 'POST /2/tweets', times: 1, waits: 900, ...seconds }
  const held = dice.pick(['✅ zurück', '✅ zurück', '❌', 'Stopp'] as const)
  const by = held === '❌' ? 'deniz' : 'petra'
  return [
    { do: 'propose', matter, by: 'anna', shape: dice.pick(['single', 'thread']) },
    { do: 'fault', at: 'x', fault },
    { do: 'decide', matter, by: 'petra', how: '✅' },
    { do: 'decide', matter, by, how: held },
    { do: 'pass', seconds: 75 },
  ]
}

/** Approved while the program is away for so long that somebody must ask whether it still fits. */
function approvedWhileAway(_: Dice, names: Names): Act[] {
  const matter = names.proposal()
  return [
    { do: 'propose', matter, by: 'anna', shape: 'single' },
    { do: 'leave' },
    { do: 'decide', matter, by: 'petra', how: '✅' },
    { do: 'pass', seconds: 7500 },
    { do: 'start', officers },
  ]
}

/** An officer mends a word; who wrote it, or somebody else, confirms it, or somebody holds it back. */
function mendedStory(dice: Dice, names: Names): Act[] {
  const matter = names.proposal()
  const decide = (by: Staff, how: How): Act => ({ do: 'decide', matter, by, how })
  const confirm = () => decide(dice.pick(staff), dice.pick(['✅', 'Bestätigen']))
  const between = dice.weighed<() => Act[]>([
    [5, () => []],
    [2, () => [decide(dice.pick(officers), dice.pick(['❓', 'Rückfrage']))]],
    [1, () => [{ do: 'mend', matter, by: dice.pick(officers) }]],
  ])()
  const later = dice.chance(0.3) ? [decide(dice.pick(staff), 'Stopp'), confirm()] : []
  return [
    {
      do: 'propose',
      matter,
      by: dice.pick(staff),
      shape: dice.pick(['single', 'thread', 'planned']),
    },
    { do: 'mend', matter, by: dice.pick(officers) },
    ...between,
    confirm(),
    confirm(),
    ...later,
  ]
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
export function withRestore(dice: Dice, names: Names, before: Act[]): Act[] {
  const cut = dice.between(0, before.length)
  const isSame = dice.chance(0.35)
  const story = () => (isSame ? numbered(dice, names) : acts(dice, names, dice.between(1, 2)))
  const lost = story()
  // What both have in common is a number: the last act meets the wrong one unless somebody looks.
  const late = isSame ? lost.length - 1 : dice.between(1, lost.length)
  const after = isSame ? story().slice(0, -1) : story()
  return [
    ...before.slice(0, cut),
    { do: 'backup' },
    ...mixed(dice, [before.slice(cut), lost.slice(0, late)]),
    { do: 'restore' },
    ...(isSame ? [...after, ...lost.slice(late)] : mixed(dice, [after, lost.slice(late)])),
  ]
}

/** A mention with an erasure or a measure, the decision last. */
function numbered(dice: Dice, names: Names): Act[] {
  const matter = names.mention()
  const by = 'petra'
  const first: Act[] = [{ do: 'write', matter, urgent: false, below: null }, soon]
  return dice.pick<Act[]>([
    [
      ...first,
      { do: 'ask erasure', matter, by },
      { do: 'decide erasure', matter, by: 'deniz', how: 'Löschen' },
    ],
    [...first, { do: 'triage', matter, by, how: 'Zur Kenntnis' }],
  ])
}
