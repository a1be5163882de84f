// Everything people can do in Slack, and what the desk is told of it. Forms open before anything is read
// or asked; whoever acts gets an answer; what was typed is never lost.
import type { App } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import type { Reply } from '../../commands/command.ts'
import { commands } from '../../commands/index.ts'
import type { Standing } from '../core/people.ts'
import { draftOf } from '../core/proposal/draft.ts'
import { current, type Proposal } from '../core/proposal/proposal.ts'
import type { Refusal } from '../core/proposal/refusal.ts'
import type { Desk } from '../desk/desk.ts'
import type { Answer, Request } from '../desk/proposal-requests.ts'
import type { Proposals } from '../desk/proposals.ts'
import type { Given as Reaction } from '../desk/reactions.ts'
import { faultSentence, mentionsOff, standingUnknownSentence } from '../wording/faults.ts'
import { refusalSentence } from '../wording/refusals.ts'
import { plainText, unescape } from './escape.ts'
import { readProposalForm, readSentence } from './form-values.ts'
import { flawErrors, proposalForm, sentenceForm, type SentenceForm } from './proposal/forms.ts'
import { home } from './home/view.ts'
import { openModeration, registerModeration, type ModeratingParts } from './moderating.ts'
import { openReporting, registerReporting, type ReportingParts } from './reporting.ts'
import type { SlackNewsroom } from './slack-newsroom.ts'
import { readTarget, type Target } from './target.ts'
import type { Team } from './team.ts'

type Given = {
  /** The engine, for what people say by reaction. */
  engine: Desk
  desk: Proposals
  team: Team
  newsroom: SlackNewsroom
  approvalChannel: string
  zone: string
  /** Null where the office only publishes. */
  moderating: ModeratingParts | null
  reporting: ReportingParts
  /** Logs a fault and answers with the id that person and operator can both name. */
  fault: (what: string, error: unknown) => string
}

/** Buttons that do at once what they say. */
const atOnce = {
  approve: ({ version }) => ({ do: 'approve', version, via: 'button', since: null }),
  stop: ({ version }) => ({ do: 'stop', version, via: 'button' }),
  withdraw: () => ({ do: 'withdraw' }),
  release: () => ({ do: 'release' }),
} satisfies Record<string, (target: Target) => Request>

/** Buttons that need a sentence first: the form asks for it, and this is what it then means. */
const withSentence = {
  reject: ({ version }, reason) => ({ do: 'reject', version, reason, via: 'button' }),
  ask: ({ version }, question) => ({ do: 'ask', version, question, via: 'button' }),
  'give-reason': (_, reason) => ({ do: 'give-reason', reason }),
  'confirm-posted': (_, link) => ({ do: 'confirm-posted', link }),
} satisfies Record<SentenceForm, (target: Target, sentence: string) => Request>

/** Registers every listener. `drained` resolves when no listener runs. */
export function register(app: App, given: Given): { drained: () => Promise<void> } {
  const running = new Set<Promise<unknown>>()
  app.use(async ({ next }) => {
    const run = next()
    running.add(run)
    try {
      await run
    } finally {
      running.delete(run)
    }
  })
  proposing(app, given)
  deciding(app, given)
  reacting(app, given)
  showingHome(app, given)
  registerReporting(app, given.reporting)
  if (given.moderating !== null) registerModeration(app, given.moderating)
  app.error(async (error) => {
    given.fault('a listener broke off', error)
    return Promise.resolve()
  })
  return {
    async drained() {
      while (running.size > 0) await Promise.allSettled(running)
    },
  }
}

function proposing(app: App, given: Given): void {
  const { desk, team, fault, moderating } = given
  const report = openReporting(given.reporting)
  for (const command of commands) {
    app.command(command.name, async ({ ack, client, body }) => {
      const reply = command.reply(unescape(body.text))
      if ('say' in reply) return ack({ response_type: 'ephemeral', text: reply.say })
      if ('open' in reply && reply.open === 'proposal') {
        // Nobody should fill in a form for nothing: who is known to be a guest is told at once.
        if (team.standingAsKnown(body.user_id) === 'outsider') {
          await ack()
          await refuse(given, body.user_id, body.channel_id, { refused: 'outsider' })
          return
        }
        await Promise.all([ack(), openForm(client, body.trigger_id, reply.text)])
        return
      }
      const { user_id: user, channel_id: channel, trigger_id: trigger } = body
      if (isAboutReports(reply)) {
        await Promise.all([ack(), report(reply, { user, channel, trigger, client })])
        return
      }
      if (moderating === null) return ack({ response_type: 'ephemeral', text: mentionsOff })
      await Promise.all([
        ack(),
        openModeration(moderating)(reply, { user, channel, trigger, client }),
      ])
    })
  }
  app.shortcut('propose-message', async ({ ack, client, body }) => {
    const typed = body.type === 'message_action' ? plainText(body.message.text ?? '') : ''
    await Promise.all([ack(), openForm(client, body.trigger_id, typed)])
  })
  app.action('propose', async ({ ack, client, body }) => {
    const trigger = 'trigger_id' in body ? body.trigger_id : ''
    await Promise.all([ack(), openForm(client, trigger, '')])
  })
  app.view('proposal', async ({ ack, view, body }) => {
    const draft = readProposalForm(view.state.values)
    const target = readTarget(view.private_metadata)
    // One form, one proposal: sent again after an error, it still has the same id.
    const form = view.id
    let said: Answer
    try {
      const visitor = { user: body.user.id, standing: await team.standing(body.user.id) }
      said =
        target === null
          ? desk.submit(draft, form, visitor)
          : (unseen(desk, target) ??
            desk.answer(
              target.number,
              { do: 'revise', version: target.version, draft, form },
              visitor,
            ))
    } catch (error) {
      const id = fault('a proposal could not be taken', error)
      return ack({ response_action: 'errors', errors: { text: faultSentence(id) } })
    }
    if ('refused' in said) {
      const errors =
        said.refused === 'flawed' ? flawErrors(said.flaws) : { text: await sentence(given, said) }
      return ack({ response_action: 'errors', errors })
    }
    await ack()
    void desk.settle(said.proposal.number)
  })
}

type AboutReports = Extract<Reply, { about: 'report' } | { open: 'experience' }>

function isAboutReports(reply: Reply): reply is AboutReports {
  return 'open' in reply
    ? reply.open === 'experience'
    : 'about' in reply && reply.about === 'report'
}

function deciding(app: App, given: Given): void {
  const { desk, team, newsroom, approvalChannel, fault } = given
  for (const [name, request] of Object.entries(atOnce)) {
    app.action(name, async ({ ack, action, body }) => {
      await ack()
      const target = action.type === 'button' ? readTarget(action.value ?? '') : null
      if (target === null) return
      const { id: user } = body.user
      let standing: Standing
      try {
        standing = await team.standing(user)
      } catch (error) {
        fault('Slack does not tell who somebody is', error)
        // Holding back is always safe, and its half minute does not wait for Slack.
        if (name === 'stop') standing = team.standingAsKnown(user)
        else
          return newsroom.whisper(
            user,
            body.channel?.id ?? approvalChannel,
            standingUnknownSentence,
          )
      }
      const said =
        unseen(desk, target) ?? desk.answer(target.number, request(target), { user, standing })
      if ('refused' in said) return refuse(given, user, body.channel?.id, said)
      void desk.settle(target.number)
    })
  }
  for (const [name, request] of Object.entries(withSentence)) {
    const form = name as SentenceForm
    app.action(form, async ({ ack, action, body, client }) => {
      await ack()
      const target = action.type === 'button' ? readTarget(action.value ?? '') : null
      if (target === null || !('trigger_id' in body)) return
      // Nobody should write a sentence for nothing: what is known already refuses before the form opens.
      const visitor = { user: body.user.id, standing: team.standingAsKnown(body.user.id) }
      const refusal =
        unseen(desk, target) ?? desk.refusalOf(target.number, request(target, '-'), visitor)
      if (refusal !== null) return refuse(given, visitor.user, body.channel?.id, refusal)
      await client.views.open({ trigger_id: body.trigger_id, view: sentenceForm(form, target) })
    })
    app.view(form, async ({ ack, view, body }) => {
      const target = readTarget(view.private_metadata)
      if (target === null) return ack()
      let said: Answer
      try {
        const visitor = { user: body.user.id, standing: await team.standing(body.user.id) }
        said =
          unseen(desk, target) ??
          desk.answer(target.number, request(target, readSentence(view.state.values)), visitor)
      } catch (error) {
        const id = fault('a form could not be taken', error)
        return ack({ response_action: 'errors', errors: { sentence: faultSentence(id) } })
      }
      if ('refused' in said) {
        const errors = { sentence: await sentence(given, said) }
        return ack({ response_action: 'errors', errors })
      }
      await ack()
      void desk.settle(target.number)
    })
  }
  app.action('revise', async ({ ack, action, body, client }) => {
    await ack()
    const target = action.type === 'button' ? readTarget(action.value ?? '') : null
    if (target === null || !('trigger_id' in body)) return
    const { id: user } = body.user
    const isGuest = team.standingAsKnown(user) === 'outsider'
    const refusal = isGuest ? ({ refused: 'outsider' } as const) : unseen(desk, target)
    if (refusal !== null) return refuse(given, user, body.channel?.id, refusal)
    const proposal = desk.load(target.number)
    if (proposal === null) return
    const { content, hash } = current(proposal)
    const draft = draftOf(content, given.zone)
    const revising = { number: target.number, version: proposal.versions.length, hash }
    const view = proposalForm({ draft, revising })
    await client.views.open({ trigger_id: body.trigger_id, view })
  })
}

function reacting(app: App, { engine, moderating }: Given): void {
  const look = async (item: { channel: string; ts: string }, given: Reaction | null) => {
    await Promise.all([engine.hear(item, given), moderating?.moderation.hear(item)])
  }
  app.event('reaction_added', ({ event }) => {
    const name = event.reaction.replace(/::skin-tone-\d$/, '')
    return look(event.item, { user: event.user, name, at: Number(event.event_ts) * 1000 })
  })
  app.event('reaction_removed', ({ event }) => look(event.item, null))
}

function showingHome(app: App, { engine, desk, team, newsroom }: Given): void {
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab !== 'home') return
    const { user } = event
    const standing = await team.standing(user)
    const open = desk.open()
    const own = engine.actor(user)
    const item = async (proposal: (typeof open)[number]) => {
      const place = desk.cardOf(proposal)
      return { proposal, card: place === null ? null : await newsroom.permalink(place) }
    }
    const [waiting, mine, published] = await Promise.all([
      Promise.all(open.filter(waitsForDecision).map(item)),
      Promise.all(open.filter(({ versions }) => versions[0].by === own).map(item)),
      Promise.all(desk.lastPublished(5).map(item)),
    ])
    const view = await newsroom.draw((setting) =>
      home({ ...setting, standing, waiting, mine, published }),
    )
    await client.views.publish({ user_id: user, view })
  })
}

function waitsForDecision({ stage }: Proposal): boolean {
  return stage.is === 'submitted' || stage.is === 'check-needed'
}

/** Refuses what was pressed or filled in for a text that history does not have: nobody saw the one it has
 * under this number. */
function unseen(desk: Proposals, { number, version, hash }: Target): Refusal | null {
  const known = desk.load(number)?.versions[version - 1]
  return known?.hash === hash ? null : { refused: 'unknown-proposal' }
}

function openForm(client: WebClient, trigger: string, text: string): Promise<unknown> {
  const empty = { topic: null, link: '', noLinkBecause: '', date: null, time: null }
  const view = proposalForm({ draft: { ...empty, text }, revising: null })
  return client.views.open({ trigger_id: trigger, view })
}

function sentence({ newsroom }: Given, refusal: Refusal): Promise<string> {
  return newsroom.draw((setting) => refusalSentence(refusal, setting))
}

function refuse(
  { newsroom, approvalChannel }: Given,
  user: string,
  channel: string | undefined,
  refusal: Refusal,
): Promise<void> {
  return newsroom.refuse(user, channel ?? approvalChannel, refusal)
}
