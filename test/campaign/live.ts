// One schedule lived through: the acts, a calm end, and what must be true then.
import { until } from '../support/until.ts'
import { hands as handsIn } from './deeds.ts'
import { ledger as emptyLedger } from './ledger.ts'
import { judgeCards, judgeHistory } from './oracles/office.ts'
import { judgeDecisions, judgeMentions } from './oracles/mentions.ts'
import { judgePosts } from './oracles/posts.ts'
import type { Violation } from './oracles/violation.ts'
import { pastOf } from './past.ts'
import { players } from './play.ts'
import { officers, type Staff, type Step } from './acts.ts'
import { toldStep, type Schedule } from './schedule.ts'
import type { CampaignWorld } from './world.ts'

/** What came of a schedule: its steps with their times, what is wrong, and what can be seen. */
export type Lived = {
  steps: readonly string[]
  violations: readonly Violation[]
  past: readonly string[]
  calls: readonly string[]
  said: string
}

/** How long a step is waited for before the next one, and how long the office has for coming to rest, in
 * milliseconds of real time. */
const patience = { step: 1_500, rest: 40_000 }

/** Time that goes by at the end, in seconds: looks after a doubt, waits after a refusal, reactions read anew. */
const afterwards = [20, 50, 60, 60]

/** Lives through a schedule. Throws only on a fault of the campaign itself. */
export async function live(world: CampaignWorld, schedule: Schedule): Promise<Lived> {
  await world.reset(schedule)
  const ledger = emptyLedger()
  const hands = handsIn(world, ledger)
  const play = players(world, ledger, hands)
  const begun = performance.now()
  const steps: string[] = []
  const going: Promise<void>[] = []
  /** Nobody does two things at a time. */
  const busy = new Map<Staff, Promise<void>>()

  for (const step of schedule.steps) {
    await pause(step.wait)
    const at = Math.round(performance.now() - begun)
    const index = steps.push(`${at} ms: ${toldStep(step)}`) - 1
    const work = perform(step).then(
      () => undefined,
      (error: unknown) => {
        steps[index] = `${steps[index] ?? ''} (${String(error)})`
      },
    )
    going.push(work)
    await Promise.race([work, pause(patience.step)])
  }
  await Promise.race([Promise.all(going), pause(5_000)])

  function perform(step: Step): Promise<void> {
    if (!('by' in step)) return act(step)
    const before = busy.get(step.by) ?? Promise.resolve()
    const next = before.then(() => act(step))
    const done = next.catch(() => undefined)
    busy.set(step.by, done)
    return next
  }

  async function act(step: Step): Promise<void> {
    switch (step.do) {
      case 'propose':
        return play.propose(step)
      case 'revise':
      case 'mend':
        return play.revise(step)
      case 'decide':
        return play.decide(step)
      case 'write':
        return play.write(step)
      case 'write again':
        play['write again'](step)
        return
      case 'edit':
        play.edit(step)
        return
      case 'delete':
        play.delete(step)
        return
      case 'flood':
        play.flood(step)
        return
      case 'triage':
        return play.triage(step)
      case 'answer':
        return play.answer(step)
      case 'measure':
        return play.measure(step)
      case 'decide measure':
        return play['decide measure'](step)
      case 'ask erasure':
        return play['ask erasure'](step)
      case 'decide erasure':
        return play['decide erasure'](step)
      case 'order report':
        return play['order report'](step)
      case 'delete card':
        return play['delete card'](step)
      case 'fault':
        disturb(step)
        return
      case 'lift faults':
        world.calm()
        return
      case 'pass':
        return world.pass(step.seconds)
      case 'jump':
        return world.jump(step.seconds)
      case 'kill':
        return killAfter(step.calls)
      case 'leave':
        return world.leave()
      case 'start':
        return world.begin(step.officers)
      case 'backup':
        return world.backup()
      case 'restore':
        await world.restore(officers)
        return
    }
  }

  function disturb({ at, fault }: Extract<Step, { do: 'fault' }>): void {
    const { slack, x } = world.sandbox
    if (at === 'x') x.setFaults([...x.sight().faults, fault])
    else slack.setFaults([...world.people.petra.sight().faults, fault])
  }

  async function killAfter(calls: number): Promise<void> {
    const before = world.calls()
    await until(() => (world.calls() >= before + calls ? true : undefined), 400, 1)
    await world.kill()
  }
  // The end: nothing is disturbed any more, the program lives, and has the time it needs.
  world.calm()
  await world.setClockRight()
  await world.begin(world.lived().at(-1)?.officers ?? officers)
  for (const seconds of afterwards) {
    await world.pass(seconds)
    await world.quiet()
  }
  await Promise.race([hands.watched(), pause(2_000)])
  const owed = async () => {
    const listed = world.isAlive() ? await hands.listed() : []
    return world.read((db) => {
      const past = pastOf(db)
      const unreached = judgeMentions(world, ledger, past, listed)
      return [...unreached, ...judgeCards(world, ledger, past, hands)]
    })
  }
  const end = performance.now() + patience.rest
  let left = await owed()
  while (left.length > 0 && performance.now() < end && world.isAlive()) {
    await world.pass(35)
    await pause(300)
    await world.quiet(700)
    left = await owed()
  }
  const { told, found } = world.read((db) => {
    const past = pastOf(db)
    const decisions = judgeDecisions(world, ledger, past, hands)
    return { told: past.told, found: [...decisions, ...judgeHistory(world, ledger, past)] }
  })
  const violations = [...judgePosts(world, ledger), ...found, ...left, ...(await wellness())]
  const calls = world.sandbox.x.calls().map(({ at, route, status }) => {
    return `${new Date(at).toISOString()} ${route} ${status}`
  })
  return { steps, violations, past: told, calls, said: world.said() }

  async function wellness(): Promise<Violation[]> {
    const isAlive = world.isAlive()
    const status = isAlive ? await healthy() : 0
    const ends = world
      .ends()
      .map((seen): Violation => ({ rule: 7, expected: 'a program that stays', seen }))
    return status === 200 || ends.length > 0
      ? ends
      : [{ rule: 7, expected: '/healthz 200', seen: String(status) }]
  }

  async function healthy(): Promise<number> {
    for (let n = 0; n < 5; n += 1) {
      if ((await world.health()) === 200) return 200
      await pause(1_000)
      // What X refused is asked again after a quarter of an hour.
      await world.pass(200)
    }
    return world.health()
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
