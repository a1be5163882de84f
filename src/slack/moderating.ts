// Everything people can do at the moderation desk in Slack. Forms open before anything is asked of Slack;
// whoever acts gets an answer; what was typed is never lost.
import type { App } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import type { Standing } from '../core/people.ts'
import { instantOf, monthsLater } from '../core/time/calendar.ts'
import type { Concern } from '../core/conversation/concerns.ts'
import { concerns } from '../core/conversation/concerns.ts'
import type { MeasureCommand, MeasureRefusal } from '../core/measure/decide.ts'
import { awaited, fachaemter, referrals } from '../core/conversation/conversation.ts'
import { hintsFor } from '../core/conversation/hints.ts'
import { measureKinds, milderMeans, rules } from '../core/measure/measure.ts'
import type { ConversationRefusal } from '../core/conversation/refusal.ts'
import type { Visitor } from '../desk/desk.ts'
import type { Proposals } from '../desk/proposals.ts'
import type { Erasures } from '../desk/erasures.ts'
import type { Measures } from '../desk/measures.ts'
import type { Asked, Moderation } from '../desk/moderation.ts'
import { faultSentence, standingUnknownSentence } from '../wording/faults.ts'
import { conversationSentence } from '../wording/moderation/conversation.ts'
import {
  accessComment,
  accessFile,
  accessSent,
  accessText,
  erasureAsked,
  erasureRefusal,
} from '../wording/moderation/erasure.ts'
import { moderationRefusal } from '../wording/moderation/refusals.ts'
import { refusalSentence } from '../wording/refusals.ts'
import { flawErrors } from './proposal/forms.ts'
import { measuresTable } from './measure/card.ts'
import { readNumber } from './mention-target.ts'
import { answerForm, mentionList, stepForm, type Template } from './conversation/forms.ts'
import type { SlackNewsroom } from './slack-newsroom.ts'
import type { Team } from './team.ts'
import { shareFiles } from './upload.ts'

export type ModeratingParts = {
  desk: Proposals
  /** Settles everything that is due. */
  settle: () => Promise<void>
  moderation: Moderation
  measures: Measures
  erasures: Erasures
  team: Team
  newsroom: SlackNewsroom
  templates: readonly Template[]
  moderationChannel: string
  /** Service hours begin then: when a Wiedervorlage comes up on its day. */
  opens: string
  zone: string
  now: () => number
  /** Logs a fault and answers with the id that person and operator can both name. */
  fault: (what: string, error: unknown) => string
}

type Pressed = { user: string; channel: string; number: number; choice: string; trigger: string }

/** A half year until a measure is looked at again, three months for a Strafantrag. */
const months = { review: 6, evidence: 3 }

/** Registers the listeners of the moderation desk. */
export function registerModeration(app: App, given: ModeratingParts): void {
  triaging(app, given)
  answering(app, given)
  stepping(app, given)
  measuring(app, given)
  erasing(app, given)
}

/** What a command of the moderation desk does, after it was acknowledged. */
export function openModeration(
  given: ModeratingParts,
): (
  reply: { open: 'mentions' | 'measures' } | { about: 'access' | 'erasure'; handle: string },
  from: { user: string; channel: string; trigger: string; client: WebClient },
) => Promise<void> {
  const { moderation, measures, newsroom, now, zone } = given
  return async (reply, { user, channel, trigger, client }) => {
    if ('about' in reply) return aboutAccount(given, reply, { user, channel, client })
    if (reply.open === 'measures') {
      await client.views.open({ trigger_id: trigger, view: measuresTable(measures.all()) })
      return
    }
    // The list opens at once; the links to the cards follow.
    const open = moderation.open().map((entry) => ({ ...entry, card: null as string | null }))
    const setting = { now: now(), zone }
    const opened = await client.views.open({
      trigger_id: trigger,
      view: mentionList(open, setting),
    })
    const linked = await Promise.all(
      open.map(async (entry) => {
        const place = moderation.cardOf(entry.conversation.number)
        return { ...entry, card: place === null ? null : await newsroom.permalink(place) }
      }),
    )
    const id = opened.view?.id
    if (id !== undefined)
      await client.views.update({ view_id: id, view: mentionList(linked, setting) })
  }
}

function triaging(app: App, given: ModeratingParts): void {
  const { moderation } = given
  const atOnce: Record<string, Asked> = {
    claim: { do: 'claim' },
    'take-over': { do: 'take-over' },
    'note-mention': { do: 'note' },
  }
  for (const [name, command] of Object.entries(atOnce)) {
    app.action(name, async ({ ack, action, body }) => {
      await ack()
      const pressed = pressedOf(action, body)
      if (pressed !== null) await triage(given, pressed, command)
    })
  }
  app.action('sort', async ({ ack, action, body }) => {
    await ack()
    const pressed = pressedOf(action, body)
    const concern = concerns.find((one) => one === pressed?.choice)
    if (pressed !== null && concern !== undefined)
      await triage(given, pressed, { do: 'sort', concern: concern satisfies Concern })
  })
  app.action('want-card', async ({ ack, action, body }) => {
    await ack()
    const pressed = pressedOf(action, body)
    if (pressed !== null) await triage(given, pressed, { do: 'want-card' })
  })
  app.action('step', async ({ ack, action, body, client }) => {
    await ack()
    const pressed = pressedOf(action, body)
    if (pressed === null) return
    if (pressed.choice === 'not-responsible') {
      await triage(given, pressed, { do: 'not-responsible' })
      return
    }
    const step = steps.safeParse(pressed.choice)
    const about = moderation.mention(pressed.number)
    if (!step.success || about === null) return
    await client.views.open({
      trigger_id: pressed.trigger,
      view: stepForm(step.data, about.conversation, pressed.number),
    })
  })
  app.action('more', async ({ ack, action, body, client }) => {
    await ack()
    const pressed = pressedOf(action, body)
    const about = pressed === null ? null : moderation.mention(pressed.number)
    if (pressed === null || about === null) return
    await client.views.open({
      trigger_id: pressed.trigger,
      view: stepForm('more', about.conversation, pressed.number),
    })
  })
  app.action('hold-planned', async ({ ack, body }) => {
    await ack()
    const visitor = await visitorOf(given, body.user.id, body.channel?.id)
    if (visitor === null) return
    if (visitor.standing !== 'officer') {
      await given.newsroom.refuseAtModeration(visitor.user, body.channel?.id ?? '', {
        refused: 'not-an-officer',
      })
      return
    }
    given.desk.stopPlanned(visitor)
  })
}

const steps = z.enum(['wait', 'forward', 'refer', 'more'])

async function triage(
  given: ModeratingParts,
  pressed: Pressed,
  command: Asked,
): Promise<void> {
  const { moderation, newsroom } = given
  const visitor = await visitorOf(given, pressed.user, pressed.channel)
  const about = moderation.mention(pressed.number)
  if (visitor === null || about === null) return
  const said = moderation.answer(about.conversation.number, command, visitor)
  if ('refused' in said) {
    await newsroom.refuseAtModeration(visitor.user, pressed.channel, said)
    return
  }
  void moderation.settleOne(about.conversation.number)
}

function answering(app: App, given: ModeratingParts): void {
  const { moderation, templates, zone, team, newsroom, desk } = given
  const form = (number: number, filled: { text: string; chosen: number }) => {
    const about = moderation.mention(number)
    if (about === null) return null
    const hints = filled.text === '' ? [] : hintsFor(filled.text)
    return answerForm({ mention: about.view, templates, ...filled, hints, zone })
  }
  for (const name of ['answer', 'answer-emergency']) {
    app.action(name, async ({ ack, action, body, client }) => {
      await ack()
      const pressed = pressedOf(action, body)
      if (pressed === null) return
      const emergency = templates.find(({ title }) => /notfall/i.test(title))?.text ?? ''
      const text = name === 'answer' ? '' : emergency
      const view = form(pressed.number, { text, chosen: 0 })
      if (view !== null) await client.views.open({ trigger_id: pressed.trigger, view })
    })
  }
  app.action('template', async ({ ack, action, body, client }) => {
    await ack()
    if (body.type !== 'block_actions' || body.view === undefined) return
    const { view: open } = body
    const number = readNumber(open.private_metadata)
    const chosen = Number(chosenOf(action))
    const template = templates[chosen - 1]
    if (number === null || template === undefined) return
    // What was typed already stays in front of the template.
    const typed = typedAnswer(open.state.values).text.trim()
    const text = [typed, template.text].filter((part) => part !== '').join('\n\n')
    const view = form(number, { text, chosen: Date.now() })
    if (view !== null) await client.views.update({ view_id: open.id, hash: open.hash, view })
  })
  app.view('answer', async ({ ack, view, body }) => {
    const number = readNumber(view.private_metadata)
    if (number === null) return ack()
    const { block, text } = typedAnswer(view.state.values)
    try {
      const visitor = { user: body.user.id, standing: await team.standing(body.user.id) }
      const said = moderation.reply(number, text, view.id, visitor)
      if ('refused' in said) {
        const sentence =
          said.refused === 'flawed'
            ? (flawErrors(said.flaws).text ?? '')
            : await newsroom.draw((setting) =>
                isOfModeration(said)
                  ? moderationRefusal(said, setting)
                  : refusalSentence(said, setting),
              )
        await ack({ response_action: 'errors', errors: { [block]: sentence } })
        return
      }
      await ack()
      void desk.settle(said.proposal.number)
      const about = moderation.mention(number)
      if (about !== null) void moderation.settleOne(about.conversation.number)
    } catch (error) {
      const id = given.fault('an answer could not be taken', error)
      await ack({ response_action: 'errors', errors: { [block]: faultSentence(id) } })
    }
  })
}

const moderationWords = new Set(['unknown-mention', 'erased'])

function isOfModeration(said: { refused: string }): said is ConversationRefusal {
  return moderationWords.has(said.refused)
}

const held = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
  selected_date: z.string().nullish(),
})
const heldValues = z.record(z.string(), z.record(z.string(), held))

/** What was typed into the form for an answer, and the block it stands in. */
function typedAnswer(state: unknown): { block: string; text: string } {
  for (const [block, { text }] of Object.entries(heldValues.parse(state))) {
    if (text !== undefined) return { block, text: text.value ?? '' }
  }
  return { block: 'text-0', text: '' }
}

function stepping(app: App, given: ModeratingParts): void {
  const { moderation, opens, zone, now } = given
  const onSubmit = (
    step: string,
    read: (values: Values, mention: number) => Asked | { missing: string },
  ) => {
    app.view(step, async ({ ack, view, body }) => {
      const number = readNumber(view.private_metadata)
      const about = number === null ? null : moderation.mention(number)
      if (number === null || about === null) return ack()
      const command = read(heldValues.parse(view.state.values), number)
      const fields = Object.keys(view.state.values)
      if ('missing' in command) return ack()
      const conversation = about.conversation.number
      const complaints = await complaintsOf(given, { user: body.user.id, fields }, (visitor) => {
        const said = moderation.answer(conversation, command, visitor)
        if ('conversation' in said) void moderation.settleOne(conversation)
        return said
      })
      return complaints === null ? ack() : ack(complaints)
    })
  }
  onSubmit('wait', (values) => {
    const named = instantOf(values.until?.until?.selected_date ?? '', opens, zone)
    const what = awaited.find((one) => one === optionOf(values, 'for'))
    const fachamt = fachaemter.find((one) => one === optionOf(values, 'fachamt')) ?? null
    const until = 'instant' in named ? named.instant : 0
    return what === undefined ? { missing: 'for' } : { do: 'wait', for: what, fachamt, until }
  })
  onSubmit('forward', (values) => {
    const to = fachaemter.find((one) => one === optionOf(values, 'fachamt'))
    return to === undefined ? { missing: 'fachamt' } : { do: 'forward', to }
  })
  onSubmit('refer', (values) => {
    const to = referrals.find((one) => one === optionOf(values, 'target'))
    return to === undefined ? { missing: 'target' } : { do: 'refer', to }
  })
  app.view('more', async ({ ack, view, body }) => {
    const number = readNumber(view.private_metadata)
    const about = number === null ? null : moderation.mention(number)
    if (number === null || about === null) return ack()
    const step = optionOf(heldValues.parse(view.state.values), 'step')
    if (step === 'measure' || step === 'end-evidence') {
      return ack({ response_action: 'update', view: stepForm(step, about.conversation, number) })
    }
    const conversation = about.conversation.number
    const complaints = await complaintsOf(
      given,
      { user: body.user.id, fields: ['step'] },
      (visitor) => {
        const said =
          step === 'hold-evidence'
            ? moderation.holdEvidence(number, monthsLater(now(), months.evidence, zone), visitor)
            : moderation.answer(
                conversation,
                step === 'mark-spam' ? { do: 'mark-spam' } : { do: 'tell-answered' },
                visitor,
              )
        if ('conversation' in said) void moderation.settleOne(conversation)
        return said
      },
    )
    return complaints === null ? ack() : ack(complaints)
  })
  app.view('end-evidence', async ({ ack, view, body }) => {
    const number = readNumber(view.private_metadata)
    const about = number === null ? null : moderation.mention(number)
    if (about === null) return ack()
    const { conversation } = about
    const evidence = conversation.evidence.find((one) => one.mention === number)
    const isHandedOver = optionOf(heldValues.parse(view.state.values), 'decision') === 'handed-over'
    const complaints = await complaintsOf(
      given,
      { user: body.user.id, fields: ['decision'] },
      (visitor) => {
        const said = moderation.endEvidence(
          conversation.number,
          evidence?.number ?? 0,
          isHandedOver ? 'handed-over' : 'released',
          visitor,
        )
        if ('conversation' in said) void moderation.settleOne(conversation.number)
        return said
      },
    )
    return complaints === null ? ack() : ack(complaints)
  })
}

type Values = z.infer<typeof heldValues>

function optionOf(values: Values, field: string): string | null {
  return values[field]?.[field]?.selected_option?.value ?? null
}

/** Beside which field a refusal stands. */
const fieldOf: Partial<Record<(ConversationRefusal | MeasureRefusal)['refused'], string>> = {
  'date-past': 'until',
  'fachamt-missing': 'fachamt',
  'rule-only-hint': 'rule',
  'milder-missing': 'milder',
  'reason-missing': 'reason',
  'review-missing': 'reviewOn',
  'review-past': 'reviewOn',
  'not-hideable': 'kind',
}

type Complaints = { response_action: 'errors'; errors: Record<string, string> }

/** Does what a form asks; null if it may close, else the sentence beside the field. */
async function complaintsOf(
  given: ModeratingParts,
  { user, fields }: { user: string; fields: readonly string[] },
  work: (visitor: Visitor) => object | ConversationRefusal | MeasureRefusal,
): Promise<Complaints | null> {
  const { team, newsroom, fault } = given
  const [first = ''] = fields
  const complain = (block: string, sentence: string): Complaints => ({
    response_action: 'errors',
    errors: { [block]: sentence },
  })
  try {
    const said = work({ user, standing: await team.standing(user) })
    if (!isRefusal(said)) return null
    const sentence = await newsroom.draw((setting) => moderationRefusal(said, setting))
    const field = fieldOf[said.refused] ?? first
    return complain(fields.includes(field) ? field : first, sentence)
  } catch (error) {
    return complain(first, faultSentence(fault('a form could not be taken', error)))
  }
}

function isRefusal(said: object): said is ConversationRefusal | MeasureRefusal {
  return 'refused' in said
}

function measuring(app: App, given: ModeratingParts): void {
  const { measures, newsroom, zone, opens, now } = given
  app.view('measure', async ({ ack, view, body }) => {
    const mention = readNumber(view.private_metadata)
    if (mention === null) return ack()
    const values = heldValues.parse(view.state.values)
    const kind = measureKinds.find((one) => one === optionOf(values, 'kind'))
    const rule = rules.find((one) => String(one) === optionOf(values, 'rule'))
    if (kind === undefined || rule === undefined) return ack()
    const chosen = values.milder?.milder?.selected_options ?? []
    const date = values.reviewOn?.reviewOn?.selected_date
    const named = date == null ? null : instantOf(date, opens, zone)
    const draft = {
      kind,
      rule,
      milder: milderMeans.filter((one) => chosen.some(({ value }) => value === one)),
      informed: optionOf(values, 'informed') === 'yes',
      reviewOn: named !== null && 'instant' in named ? named.instant : null,
    }
    const reason = values.reason?.reason?.value ?? ''
    const fields = Object.keys(view.state.values)
    const complaints = await complaintsOf(given, { user: body.user.id, fields }, (visitor) => {
      const said = measures.propose(mention, draft, reason, visitor)
      if ('measure' in said) void measures.settleOne(said.measure.number)
      return said
    })
    return complaints === null ? ack() : ack(complaints)
  })
  const buttons: Record<string, MeasureCommand> = {
    'approve-measure': { do: 'approve-measure' },
    'reject-measure': { do: 'reject-measure' },
    'withdraw-measure': { do: 'withdraw-measure' },
    'tell-done': { do: 'tell-done' },
    lift: { do: 'lift' },
    'tell-informed': { do: 'tell-informed' },
    'try-again': { do: 'try-again' },
    reviewed: { do: 'review', next: null },
  }
  for (const [name, command] of Object.entries(buttons)) {
    app.action(name, async ({ ack, action, body }) => {
      await ack()
      const pressed = pressedOf(action, body)
      if (pressed === null) return
      const visitor = await visitorOf(given, pressed.user, pressed.channel)
      if (visitor === null) return
      const said = measures.answer(
        pressed.number,
        command.do === 'review'
          ? { do: 'review', next: monthsLater(now(), months.review, zone) }
          : command,
        visitor,
      )
      if ('refused' in said) {
        await newsroom.refuseAtModeration(visitor.user, pressed.channel, said)
        return
      }
      void measures.settleOne(pressed.number)
    })
  }
}

function erasing(app: App, given: ModeratingParts): void {
  const { erasures, moderation, measures, desk, newsroom } = given
  for (const name of ['approve-erasure', 'reject-erasure']) {
    app.action(name, async ({ ack, action, body }) => {
      await ack()
      const pressed = pressedOf(action, body)
      if (pressed === null) return
      const visitor = await visitorOf(given, pressed.user, pressed.channel)
      if (visitor === null) return
      const said = erasures.decide(pressed.number, name === 'approve-erasure', visitor)
      if ('refused' in said) {
        await newsroom.whisper(visitor.user, pressed.channel, erasureRefusal(said))
        return
      }
      // Before one's eyes: the cards lose their words now, not with the next tick.
      await Promise.all([
        erasures.settleOne(pressed.number),
        moderation.settle(),
        measures.settle(),
        given.settle(),
      ])
    })
  }
}

async function aboutAccount(
  given: ModeratingParts,
  { about, handle }: { about: 'access' | 'erasure'; handle: string },
  { user, channel, client }: { user: string; channel: string; client: WebClient },
): Promise<void> {
  const { moderation, erasures, newsroom, zone, now } = given
  const visitor = await visitorOf(given, user, channel)
  if (visitor === null) return
  if (about === 'erasure') {
    const said = erasures.request(handle, visitor)
    if ('refused' in said) {
      await newsroom.whisper(user, channel, erasureRefusal(said))
      return
    }
    void erasures.settleOne(said.number)
    await newsroom.whisper(user, channel, erasureAsked)
    return
  }
  const name = handle.trim().replace(/^@/, '')
  if (visitor.standing !== 'officer') {
    await newsroom.whisper(user, channel, erasureRefusal({ refused: 'not-an-officer' }))
    return
  }
  if (!/^\w{1,15}$/.test(name)) {
    await newsroom.whisper(user, channel, erasureRefusal({ refused: 'handle-missing' }))
    return
  }
  const { mentions, evidence } = moderation.about(name)
  const text = await newsroom.draw((setting) =>
    accessText(name, {
      at: now(),
      zone,
      mentions: mentions.flatMap(({ number, words, postedAt, receivedAt }) => {
        const known = moderation.mention(number)
        if (words === null || known === null) return []
        const state = conversationSentence(known.conversation, setting)
        const address = known.view.words?.link ?? ''
        return [{ ...words, number, address, postedAt, receivedAt, state }]
      }),
      evidence: evidence.map(({ number, content, sha256 }) => ({
        number,
        sha256,
        text: content.text,
        handle: content.handle,
        name: content.name,
        address: content.address,
        postedAt: Date.parse(content.postedAt),
        receivedAt: Date.parse(content.receivedAt),
      })),
    }),
  )
  const direct = await client.conversations.open({ users: user })
  const where = direct.channel?.id
  if (where === undefined) throw new Error('Slack did not open a direct message')
  const file = { name: accessFile, bytes: Buffer.from(text), title: accessFile, altText: null }
  await shareFiles(client, where, [file], accessComment)
  erasures.recordAccess(visitor)
  await newsroom.whisper(user, channel, accessSent)
}

async function visitorOf(
  { team, newsroom, moderationChannel, fault }: ModeratingParts,
  user: string,
  channel: string | undefined,
): Promise<Visitor | null> {
  let standing: Standing
  try {
    standing = await team.standing(user)
  } catch (error) {
    fault('Slack does not tell who somebody is', error)
    await newsroom.whisper(user, channel ?? moderationChannel, standingUnknownSentence)
    return null
  }
  return { user, standing }
}

const pressing = z.object({
  user: z.object({ id: z.string() }),
  channel: z.object({ id: z.string() }).optional(),
  trigger_id: z.string().default(''),
})
const chosenAction = z.object({
  value: z.string().optional(),
  selected_option: z.object({ value: z.string() }).optional(),
})

function chosenOf(action: unknown): string {
  const read = chosenAction.safeParse(action)
  return read.success ? (read.data.value ?? read.data.selected_option?.value ?? '') : ''
}

/** Who pressed what: "12" or "12 choice"; null for anything else. */
function pressedOf(action: unknown, body: unknown): Pressed | null {
  const from = pressing.safeParse(body)
  const [written = '', choice = ''] = chosenOf(action).split(' ')
  const number = readNumber(written)
  if (!from.success || number === null) return null
  const { user, channel, trigger_id: trigger } = from.data
  return { user: user.id, channel: channel?.id ?? '', number, choice, trigger }
}
