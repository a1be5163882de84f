// A network whose every answer is heard by the office's health, too.
import type {
  HideOutcome,
  NotSentBecause,
  Outcome,
  ReadFailed,
  UploadOutcome,
} from '../core/outcome.ts'
import type { Network } from '../desk/ports/network.ts'
import type { Health } from './health.ts'
import type { Part, Why } from '../wording/health.ts'

/** The same network. Health hears what comes of reading mentions as `mentions`, of everything else as `network`. */
export function watched(network: Network, health: Health): Network {
  let last: Why | null = null

  function hear(part: Part, why: Why | null): void {
    if (part === 'network') last = why
    if (why === null) health.ok(part)
    else health.bad(part, why)
    // One key and one credit for everything: who tells of mentions is back for posts, too. Posts may be hours apart.
    if (part === 'mentions' && why === null && last !== null && endsWithAnyAnswer.has(last)) {
      hear('network', null)
    }
  }
  async function reading<Told extends object>(part: Part, asked: Promise<Told>): Promise<Told> {
    const told = await asked
    hear(part, isFailed(told) ? told.failed : null)
    return told
  }
  async function writing<End extends Outcome | HideOutcome | UploadOutcome>(
    asked: Promise<End>,
  ): Promise<End> {
    const end = await asked
    hear('network', troubleOf(end))
    return end
  }
  return {
    ...network,
    account: () => reading('network', network.account()),
    publish: (...asked) => writing(network.publish(...asked)),
    setHidden: (...asked) => writing(network.setHidden(...asked)),
    setMuted: (...asked) => writing(network.setMuted(...asked)),
    upload: (...asked) => writing(network.upload(...asked)),
    remove: (...asked) => writing(network.remove(...asked)),
    async find(...asked) {
      const look = await network.find(...asked)
      hear('network', look.sighting === 'unreadable' ? 'unreadable' : null)
      return look
    },
    gone: (...asked) => reading('network', network.gone(...asked)),
    counters: (...asked) => reading('network', network.counters(...asked)),
    audience: (...asked) => reading('network', network.audience(...asked)),
    mentions: (...asked) => reading('mentions', network.mentions(...asked)),
  }
}

/** Troubles that are over once the network answers anything. A locked account and a limit on posts are not. */
const endsWithAnyAnswer: ReadonlySet<Why> = new Set([
  'unreachable',
  'unreadable',
  'unauthorized',
  'no-credit',
])

function isFailed(told: object): told is ReadFailed {
  return 'failed' in told
}

/** What says nothing of how the network is. */
function isOurs(because: NotSentBecause): because is 'not-visible' | 'held-back' | 'picture-gone' {
  return because === 'not-visible' || because === 'held-back' || because === 'picture-gone'
}

// A refusal of one text is an answer like any other: the network is well.
function troubleOf(end: Outcome | HideOutcome | UploadOutcome): Why | null {
  switch (end.outcome) {
    case 'refused':
      return end.because === 'unauthorized' || end.because === 'account-locked' ? end.because : null
    case 'not-sent':
      return isOurs(end.because) ? null : end.because
    case 'unknown':
      if (end.because === 'duplicate' || end.because === 'crash') return null
      return end.because === 'unreadable-answer' ? 'unreadable' : 'unreachable'
    default:
      return null
  }
}
