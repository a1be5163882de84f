// A whole office in memory: one proposal, five people, the desk's loop and a network that fails in every
// way it can. It keeps the books that the properties are checked against, and never asks the core for them.
import { parts, type Content, type Instant } from '../../src/core/content.ts'
import { type Command, type Decision } from '../../src/core/proposal/command.ts'
import { decide, propose } from '../../src/core/proposal/decide.ts'
import {
  decideForDesk,
  type DeskCommand,
  type UploadEnd,
} from '../../src/core/proposal/decide-for-desk.ts'
import { type Person } from '../../src/core/people.ts'
import { evolve } from '../../src/core/proposal/evolve.ts'
import type { Outcome, Sighting } from '../../src/core/outcome.ts'
import {
  current,
  missingUploads,
  nextErrand,
  type Proposal,
  type ProposalEvent,
  type Recorded,
} from '../../src/core/proposal/proposal.ts'
import { theDesk, type Actor } from '../../src/core/people.ts'
import { isAgreedOn, isConsent, lastContent } from './agreed.ts'
import { monday, theNumber } from './lives.ts'
import { due } from './owed.ts'

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
  'nothing-target not visible yet',
  'nothing-reply not allowed',
  'nothing-duplicate',
] as const
export type Fault = (typeof faults)[number]

export type Sight = 'clear' | 'unreadable'

type Post = { part: number; id: string; visibleAt: Instant }

/** `waited`: for how many milliseconds an approval may have waited for the desk. */
export type Asked = { by: Person; command: Command; waited?: number }

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
    if (isConsent(event) || event.type === 'posted') callsSinceSomebodyAgreed = 0
    const { type } = event
    if ((type === 'approved' || type === 'confirmed' || type === 'begun') && !isAgreedOn(life)) {
      throw new Error('the wrong one approved, or words went out that nobody approved')
    }
    if (event.type !== 'begun') return
    if (now() < (lastContent(life)?.plannedAt ?? 0)) throw new Error('an embargo was broken')
    const before = life.findLast(({ type }) => type === 'posted')
    const target = before?.type === 'posted' ? { post: before.id } : lastContent(life)?.replyTo
    if (JSON.stringify(event.target) !== JSON.stringify(target)) {
      throw new Error('it hangs on something else than was approved')
    }
  }

  function known(): Proposal {
    if (proposal === null) throw new Error('there is no proposal')
    return proposal
  }

  function ask({ by, command, waited = 0 }: Asked): boolean {
    const since = waited > 0 ? { since: now() - waited } : {}
    const asked = command.do === 'approve' ? { ...command, ...since } : command
    return record(decide(known(), asked, by, { now: now(), undo: 60_000 }), by.actor)
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
        case 'upload': {
          const ends = missingUploads(known(), now()).map((aim): UploadEnd => {
            const fault = coming.shift() ?? 'posted'
            if (fault !== 'posted')
              return { aim, outcome: { outcome: 'not-sent', because: 'unreachable', until: null } }
            const until = now() + 24 * 60 * 60_000
            return {
              aim,
              outcome: { outcome: 'uploaded', id: `m-${aim.part}-${aim.picture}`, until },
            }
          })
          const version = known().versions.length
          if (!order({ do: 'record-uploads', version, ends }))
            throw new Error('what is due was refused')
          break
        }
        case 'call':
          if (!order({ do: 'record-called', round: owed.round, people: [] }))
            throw new Error('what is due was refused')
          break
        case 'remind':
          if (!order({ do: 'record-reminded', of: owed.of, people: [] }))
            throw new Error('what is due was refused')
          break
        case 'lapse':
        case 'ask-about-consent':
          if (!order({ do: owed.do })) throw new Error('what is due was refused')
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
    if (!/limit|credit|unreachable|visible/.test(fault)) callsSinceSomebodyAgreed += 1
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
      case 'nothing-target not visible yet':
        return quickly({ ...refused, because: 'target-missing' })
      case 'nothing-reply not allowed':
        return quickly({ ...refused, because: 'reply-not-allowed' })
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
    /** Whether the desk's clock shows less than when something last happened. */
    isClockPutBack(): boolean {
      return life.some(({ at }) => at > now())
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
    /** The mention that is answered reads differently from now on. */
    changeMention(): void {
      const { replyTo } = current(known()).content
      if (replyTo !== null) order({ do: 'rebind', version: replyTo.version + 1 })
    },
    /** The mention that is answered is gone, as the desk notices. */
    loseMention(): void {
      if (current(known()).content.replyTo !== null) order({ do: 'hold', because: 'mention-gone' })
    },
    /** Who approved it is no officer any more, as the desk notices. */
    loseApprover(): void {
      order({ do: 'hold', because: 'approver-gone' })
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
