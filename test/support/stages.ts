// Every stage a proposal of Anna's can be in, with what matters for deciding about it.
import {
  approved,
  asked,
  doubted,
  expired,
  held,
  lookedInVain,
  notSent,
  proposed,
  refused,
  rejected,
  released,
  sending,
  sent,
  stopped,
  stoppedOnItsWay,
  thread,
  withdrawn,
  type Step,
} from './lives.ts'

const single = [proposed(), approved()]
const double = [proposed(thread(2)), approved()]
const half = [...double, sending(), sent()]

export const stages = {
  submitted: [proposed()],
  'submitted, asked': [proposed(), asked()],
  'submitted, stopped': [...single, stopped()],
  approved: single,
  'approved, half out': half,
  waiting: [...single, sending(), notSent()],
  'waiting, half out': [...half, sending(), notSent()],
  sending: [...single, sending()],
  'sending, 1 of 2': [...double, sending()],
  'sending, 1 of 2, stopped': [...double, sending(), stoppedOnItsWay()],
  'sending, 2 of 2': [...half, sending()],
  'in doubt': [...single, sending(), doubted()],
  'in doubt, 1 of 2': [...double, sending(), doubted()],
  'in doubt, 1 of 2, stopped': [...double, sending(), doubted(), stoppedOnItsWay()],
  'in doubt, 2 of 2': [...half, sending(), doubted()],
  'last look': [...single, sending(), doubted(), ...lookedInVain, released()],
  'last look, stopped': [
    ...single,
    sending(),
    doubted(),
    ...lookedInVain,
    released(),
    stoppedOnItsWay(),
  ],
  'check, in doubt': [...single, sending(), doubted(), ...lookedInVain],
  'check, in doubt, half out': [...half, sending(), doubted(), ...lookedInVain],
  'check, late': [...single, held('late')],
  'check, late, half out': [...half, held('late')],
  'check, stopped': [...single, held('stopped')],
  'check, stopped, half out': [...half, held('stopped')],
  'check, changed': [proposed(), approved({ hash: 'of another text' }), held('changed')],
  published: [...single, sending(), sent()],
  rejected: [proposed(), rejected()],
  'rejected, no reason': [proposed(), rejected({ via: 'reaction', reason: null })],
  withdrawn: [proposed(), withdrawn()],
  expired: [proposed(), expired()],
  failed: [...single, sending(), refused()],
} satisfies Record<string, readonly Step[]>

type StageName = keyof typeof stages
