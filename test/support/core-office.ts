// A whole office in memory: one proposal, five people, the desk's loop and a network that fails in every
// way it can. It keeps the books that the properties are checked against, and never asks the core for them.
import { parts, type Content, type Instant } from '../../src/core/content.ts'
import { decide, propose, type Command, type Decision } from '../../src/core/proposal/decide.ts'
import { decideForDesk, type DeskCommand } from '../../src/core/proposal/decide-for-desk.ts'
import { type Person } from '../../src/core/people.ts'
import { due } from '../../src/core/proposal/due.ts'
import { evolve } from '../../src/core/proposal/evolve.ts'
import { fingerprint } from '../../src/core/proposal/fingerprint.ts'
import type { Outcome, Sighting } from '../../src/core/outcome.ts'
import {
  current,
  nextErrand,
  type Proposal,
  type ProposalEvent,
  type Recorded,
} from '../../src/core/proposal/proposal.ts'
import { theDesk, type Actor } from '../../src/core/people.ts'
import { monday, petra, theNumber, vera } from './lives.ts'

/** How a call to the network can go. The word before the dash is what the public sees of it. */
export const faults = [
  'posted',
  'posted-lost answer',
  'posted-crash',
  'posted-slow',
  'nothing-timeout',
  'nothing-crash',
  'nothing-rate limit',
  'nothing-rate limit of yesterday',
  'nothing-no credit',
  'nothing-unreachable',
  'nothing-refused',
  'nothing-duplicate',
] as const
export type Fault = (typeof faults)[number]

export type Sight = 'clear' | 'unreadable'

type Post = { part: number; id: string; visibleAt: Instant }

/** What a person saw of the version they decide about: the last, or the one before. */
export type Asked = { by: Person; command: Command }

export function office(content: Content, author: Person) {
  // The network has a clock of its own, which never goes back; the desk's may be wrong by `skew`.
  let time = monday('10:00')
  let skew = 0
  let proposal: Proposal | null = null
  const life: Recorded[] = []
  const timeline: Post[] = []
  let underway: { attempt: number; outcome: Outcome } | null = null
  let callsSinceSomebodyAgreed = 0

  const now = () => time + skew

  record(propose(content, 'form-1', author), author.actor)

  function record(decision: Decision, actor: Actor): boolean {
    if ('refused' in decision) return false
    for (const event of decision.events) append(event, actor)
    return true
  }

  function append(event: ProposalEvent, actor: Actor): void {
    const recorded: Recorded = { ...event, position: life.length + 1, at: now(), actor }
    proposal = evolve(proposal, recorded, theNumber)
    life.push(recorded)
    if (event.type === 'approved' || event.type === 'released' || event.type === 'resumed')
      callsSinceSomebodyAgreed = 0
    if (event.type === 'posted') callsSinceSomebodyAgreed = 0
    if ((event.type === 'approved' || event.type === 'begun') && !isAgreedOn(life)) {
      throw new Error('the wrong one approved, or words went out that nobody approved')
    }
    if (event.type === 'begun' && now() < (lastContent(life)?.plannedAt ?? 0)) {
      throw new Error('an embargo was broken')
    }
  }

  function known(): Proposal {
    if (proposal === null) throw new Error('there is no proposal')
    return proposal
  }

  function ask({ by, command }: Asked): boolean {
    return record(decide(known(), command, by, { now: now(), undo: 60_000 }), by.actor)
  }

  function order(command: DeskCommand): boolean {
    return record(decideForDesk(known(), command, now()), theDesk)
  }

  function nextPart(): number {
    return known().published.length
  }

  /** Everything that is due, as the desk's loop does it; a crash ends the round. */
  function settle(weather: {
    faults: readonly Fault[]
    sights: readonly Sight[]
    late: number
  }): void {
    const coming = [...weather.faults]
    const sights = [...weather.sights]
    for (let round = 0; round < 20; round += 1) {
      if (underway !== null) return
      const next = due(known(), now())
      const owed = next === null || next.from > now() ? null : next.owed
      switch (owed?.do) {
        case undefined:
          return
        case 'expire':
          if (!order({ do: 'expire' })) throw new Error('what is due was refused')
          break
        case 'hold':
          if (!order({ do: 'hold', because: owed.because }))
            throw new Error('what is due was refused')
          break
        case 'settle-crash':
          if (!order({ do: 'record-crash' })) throw new Error('what is due was refused')
          break
        case 'look':
          if (!order({ do: 'record-look', sighting: look(sights.shift() ?? 'clear') })) {
            throw new Error('what is due was refused')
          }
          break
        case 'send': {
          if (!order({ do: 'begin-sending' })) throw new Error('what is due was refused')
          const outcome = call(coming.shift() ?? 'posted', weather.late)
          if (outcome === 'crash') return
          const attempts = nextErrand(known())?.attempts ?? 0
          if (outcome.isSlow) underway = { attempt: attempts, outcome: outcome.outcome }
          else order({ do: 'record-outcome', attempt: attempts, outcome: outcome.outcome })
        }
      }
    }
    throw new Error('the desk never comes to rest')
  }

  function call(fault: Fault, late: number): { outcome: Outcome; isSlow: boolean } | 'crash' {
    const part = nextPart()
    if (!/limit|credit|unreachable/.test(fault)) callsSinceSomebodyAgreed += 1
    if (callsSinceSomebodyAgreed > 1) throw new Error('a doubtful part was sent again by itself')
    const id = `post-${timeline.length}`
    if (fault.startsWith('posted')) {
      if (timeline.some((post) => post.part === part)) throw new Error('the public reads it twice')
      timeline.push({ part, id, visibleAt: time + late })
    }
    const quickly = (outcome: Outcome) => ({ outcome, isSlow: false })
    const posted: Outcome = { outcome: 'posted', id, url: `https://x.com/bergedorf/status/${id}` }
    const refused = { outcome: 'refused', status: 403, detail: 'Forbidden' } as const
    switch (fault) {
      case 'posted':
        return quickly(posted)
      case 'posted-slow':
        return { outcome: posted, isSlow: true }
      case 'posted-crash':
      case 'nothing-crash':
        return 'crash'
      case 'posted-lost answer':
      case 'nothing-timeout':
        return quickly({ outcome: 'unknown', because: 'timeout' })
      case 'nothing-rate limit':
        return quickly({ outcome: 'not-sent', because: 'rate-limit', until: time + 15 * 60_000 })
      case 'nothing-rate limit of yesterday':
        return quickly({ outcome: 'not-sent', because: 'rate-limit', until: time - 24 * 3_600_000 })
      case 'nothing-no credit':
        return quickly({ outcome: 'not-sent', because: 'no-credit', until: null })
      case 'nothing-unreachable':
        return quickly({ outcome: 'not-sent', because: 'unreachable', until: null })
      case 'nothing-refused':
        return quickly({ ...refused, because: 'no-permission' })
      case 'nothing-duplicate':
        return quickly({ ...refused, because: 'duplicate' })
    }
  }

  function look(sight: Sight): Sighting {
    if (sight === 'unreadable') return { sighting: 'unreadable' }
    const post = timeline.find(({ part, visibleAt }) => part === nextPart() && visibleAt <= time)
    return post === undefined
      ? { sighting: 'absent' }
      : { sighting: 'found', id: post.id, url: `https://x.com/bergedorf/status/${post.id}` }
  }

  return {
    life,
    timeline,
    now,
    proposal: known,
    ask,
    settle,
    /** Time passes for everybody. */
    wait(ms: number): void {
      time += ms
    },
    /** The desk's clock is set, forwards or backwards. */
    setClock(ms: number): void {
      skew = ms
    },
    /** The slow answer arrives. */
    answer(): void {
      if (underway === null) return
      const { attempt, outcome } = underway
      underway = null
      order({ do: 'record-outcome', attempt, outcome })
    },
    /** The desk is stopped and started; what it waited for is lost. */
    crash(): void {
      underway = null
    },
    /** The emergency stop, which nobody pressed on this card. */
    stopEverything(): void {
      order({ do: 'hold', because: 'stopped' })
    },
    /** An officer looks with her own eyes, which see what is not indexed yet, and answers truly. */
    lookAndAnswer(by: Person): void {
      const post = timeline.find(({ part }) => part === nextPart())
      const url = `https://x.com/bergedorf/status/${post?.id ?? ''}`
      ask({
        by,
        command:
          post === undefined ? { do: 'release' } : { do: 'confirm-posted', id: post.id, url },
      })
    },
    /** An officer releases without looking; refused here only where no look of the desk could help. */
    releaseBlindly(by: Person): void {
      const isHidden = timeline.some(
        ({ part, visibleAt }) => part === nextPart() && visibleAt > time,
      )
      if (!isHidden) ask({ by, command: { do: 'release' } })
    },
    version(): number {
      return known().versions.length
    },
    content(): Content {
      return current(known()).content
    },
    isWaitingForAnAnswer(): boolean {
      return underway !== null
    },
    length(): number {
      return parts(current(known()).content).length
    },
  }
}

export type Office = ReturnType<typeof office>

/** Whether an officer who is neither author nor last editor has approved exactly the last words and nobody
 * took that back; told from the raw history alone. */
export function isAgreedOn(life: readonly Recorded[]): boolean {
  const written = life.filter((event) => event.type === 'proposed' || event.type === 'revised')
  const decisive = life.findLast(
    ({ type }) =>
      type === 'approved' || type === 'stopped' || type === 'revised' || type === 'proposed',
  )
  const content = lastContent(life)
  if (decisive?.type !== 'approved' || content === undefined) return false
  const officers = [petra.actor, vera.actor]
  return (
    officers.includes(decisive.actor) &&
    decisive.actor !== written[0]?.actor &&
    decisive.actor !== written.at(-1)?.actor &&
    decisive.version === written.length &&
    decisive.hash === fingerprint(content)
  )
}

function lastContent(life: readonly Recorded[]): Content | undefined {
  const last = life.findLast(({ type }) => type === 'proposed' || type === 'revised')
  return last?.type === 'proposed' || last?.type === 'revised' ? last.content : undefined
}
