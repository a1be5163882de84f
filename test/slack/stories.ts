// Proposals with a short past, told in commands; Anna proposes, Ben edits, Petra and Deniz decide.
import type { Content, Topic } from '../../src/core/content.ts'
import { type Command, type Decision } from '../../src/core/proposal/command.ts'
import { decide, propose } from '../../src/core/proposal/decide.ts'
import { decideForDesk, type DeskCommand } from '../../src/core/proposal/decide-for-desk.ts'
import type { Person } from '../../src/core/people.ts'
import { evolve } from '../../src/core/proposal/evolve.ts'
import { type Proposal, type Recorded } from '../../src/core/proposal/proposal.ts'
import { theDesk, type Actor } from '../../src/core/people.ts'

export const zone = 'Europe/Berlin'
/** Monday, 23.11.2026, 14:30:05 in Bergedorf. */
export const noon = Date.UTC(2026, 10, 23, 13, 30, 5)
/** Tuesday, 24.11.2026, 14:30. */
export const tomorrow = Date.UTC(2026, 10, 24, 13, 30)

export const anna: Person = { actor: 1, standing: 'staff' }
export const ben: Person = { actor: 2, standing: 'staff' }
export const petra: Person = { actor: 3, standing: 'officer' }
export const deniz: Person = { actor: 4, standing: 'officer' }
const names = ['Amtsfunk', 'Anna Ahlers', 'Ben Behn', 'Petra Petersen', 'Deniz Demir']
export const setting = { name: (actor: Actor) => names[actor] ?? '?', zone }

export function content(given: Partial<Content> = {}): Content {
  return {
    kind: 'post',
    networks: ['x'],
    text: 'Die B 5 ist ab Montag gesperrt.',
    link: { url: 'https://www.hamburg.de/bergedorf' },
    topic: 'verkehr' satisfies Topic,
    plannedAt: null,
    replyTo: null,
    ...given,
  }
}

export const thread = content({ text: 'Erster Teil\n---\nZweiter Teil\n---\nDritter Teil' })

export type Told = { proposal: Proposal; event: Recorded; life: readonly Recorded[] }

/** A step: who asks (nobody: the desk), what, and how many seconds after the step before. */
export type Step = [Person, Command, number?] | [null, DeskCommand, number?]

/** Tells a story to its end. Throws where the core refuses a step: then it is no story. */
export function told(first: Content, ...steps: Step[]): Told {
  let now = noon
  let proposal: Proposal | null = null
  const life: Recorded[] = []
  const append = (decision: Decision, actor: number) => {
    if ('refused' in decision) throw new Error(`refused: ${decision.refused}`)
    for (const event of decision.events) {
      const recorded = { ...event, position: life.length + 1, at: now, actor }
      life.push(recorded)
      proposal = evolve(proposal, recorded, 17)
    }
  }
  append(propose(first, 'V1', anna), anna.actor)
  for (const [by, command, seconds = 60] of steps) {
    now += seconds * 1000
    const before = proposal!
    if (by === null) append(decideForDesk(before, command, now), theDesk)
    else append(decide(before, command, by, { now, undo: 30_000 }), by.actor)
  }
  return { proposal: proposal!, event: life.at(-1)!, life }
}

export const approve: Step = [petra, { do: 'approve', version: 1, via: 'button', since: null }]
export const send: Step = [null, { do: 'begin-sending' }, 30]
export function posted(id: string): Step {
  const url = `https://x.com/amt/status/${id}`
  return [null, { do: 'record-outcome', attempt: 1, outcome: { outcome: 'posted', id, url } }, 1]
}
export const lost: Step = [
  null,
  { do: 'record-outcome', attempt: 1, outcome: { outcome: 'unknown', because: 'timeout' } },
  10,
]
export const notFound: Step = [null, { do: 'record-look', sighting: { sighting: 'absent' } }, 30]
