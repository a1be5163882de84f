// Every stage a proposal of Anna's can be in, with what matters for deciding about it.
import type { Content } from '../../src/core/content.ts'
import {
  answer,
  approved,
  asked,
  doubted,
  expired,
  held,
  looked,
  lookedInVain,
  notSent,
  proposed,
  refused,
  rejected,
  rebound,
  released,
  sending,
  sent,
  stopped,
  stoppedOnItsWay,
  thread,
  withdrawn,
  type Step,
} from './lives.ts'

/** The stages of what reads like a post but for these changes. */
function stagesOf(changes: Partial<Content>) {
  const written = proposed(changes)
  const single = [written, approved()]
  const double = [proposed({ ...changes, text: thread(2).text }), approved()]
  const half = [...double, sending(), sent()]
  const doubt = [...single, sending(), doubted()]
  const lastLook = [...doubt, ...lookedInVain, released()]
  const toAnswer = proposed(answer())
  const answered = [toAnswer, approved(), sending()]
  return {
    submitted: [written],
    'submitted, asked': [written, asked()],
    'submitted, stopped': [...single, stopped()],
    'submitted, rebound': [toAnswer, approved(), rebound(2)],
    approved: single,
    'approved, half out': half,
    waiting: [...single, sending(), notSent()],
    'waiting, half out': [...half, sending(), notSent()],
    sending: [...single, sending()],
    'sending, stopped': [...single, sending(), stoppedOnItsWay()],
    'sending, 1 of 2': [...double, sending()],
    'sending, 1 of 2, stopped': [...double, sending(), stoppedOnItsWay()],
    'sending, 2 of 2': [...half, sending()],
    'sending, 2 of 2, stopped': [...half, sending(), stoppedOnItsWay()],
    'in doubt': doubt,
    'in doubt, stopped': [...doubt, stoppedOnItsWay()],
    'in doubt, 1 of 2': [...double, sending(), doubted()],
    'in doubt, 1 of 2, stopped': [...double, sending(), doubted(), stoppedOnItsWay()],
    'in doubt, 2 of 2': [...half, sending(), doubted()],
    'last look': lastLook,
    'last look, stopped': [...lastLook, stoppedOnItsWay()],
    'check, in doubt': [...doubt, ...lookedInVain],
    'check, in doubt, stopped': [...doubt, stoppedOnItsWay(), ...lookedInVain],
    'check, in doubt, half out': [...half, sending(), doubted(), ...lookedInVain],
    'check, late': [...single, held('late')],
    'check, late, half out': [...half, held('late')],
    'check, late after a doubt': [...lastLook, looked(), held('late')],
    'check, stopped': [...single, held('stopped')],
    'check, stopped and not sent': [...single, sending(), stoppedOnItsWay(), notSent()],
    'check, stopped, half out': [...half, held('stopped')],
    'check, changed': [written, approved({ hash: 'of another text' }), held('changed')],
    'check, approver gone': [...single, held('approver-gone')],
    'check, rest refused': [...half, sending(), refused()],
    'check, mention gone': [toAnswer, held('mention-gone')],
    'check, mention gone, approved': [toAnswer, approved(), held('mention-gone')],
    'check, mention gone, refused': [...answered, refused('target-missing')],
    'check, by hand': [...answered, refused('reply-not-allowed')],
    published: [...single, sending(), sent()],
    rejected: [written, rejected()],
    'rejected, no reason': [written, rejected({ via: 'reaction', reason: null })],
    withdrawn: [written, withdrawn()],
    expired: [written, expired()],
    failed: [...single, sending(), refused()],
  } satisfies Record<string, readonly Step[]>
}

export const stages = stagesOf({})

/** The same stages where an answer is in each of them. */
export const stagesOfAnswers = stagesOf(answer())
