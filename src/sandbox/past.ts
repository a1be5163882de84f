// Plays the sample stories through the sandbox as people would have: commands, forms, reactions. Nothing
// is put anywhere by hand, so the bot's own rules made every bit of it.
import type { Act, Clock, Message } from './contract.ts'
import { sampleMentions, sampleStories, workdayBefore, type Story } from './sample.ts'
import type { LocalSlack } from './slack/local-slack.ts'
import type { LocalX } from './x/local-x.ts'

type Stage = {
  sandbox: { slack: LocalSlack; x: LocalX }
  clock: Clock & { moveTo(instant: number): void; release(): void }
  /** Called when time has jumped, so that whoever waits for a time looks again. */
  moved: () => Promise<void>
}

const minute = 60_000

/** Plays everything up to now; what is there then is marked as sample data. Throws if the bot does not do
 * its part. `stories` is there for a shorter past. */
export async function playPast(stage: Stage, stories = sampleStories(Date.now())): Promise<void> {
  const { sandbox, clock } = stage
  const visit = Date.now()
  const mentions = [...sampleMentions]
  try {
    for (const story of stories) {
      for (const next of mentions.splice(
        0,
        mentions.filter((one) => one.daysAgo > story.daysAgo).length,
      )) {
        const { handle, name, text } = next
        clock.moveTo(workdayBefore(visit, next.daysAgo) - 40 * minute)
        sandbox.x.citizen({ act: 'post', handle, name, text })
      }
      const began = story.at === 'soeben' ? visit - 5 * minute : timeOf(visit, story)
      clock.moveTo(Math.min(began, visit - 5 * minute))
      await play(stage, story)
    }
  } finally {
    clock.release()
  }
  sandbox.slack.markSample()
  sandbox.x.markSample()
}

async function play(stage: Stage, story: Story): Promise<void> {
  const { sandbox, clock } = stage
  const { slack, x } = sandbox
  const { people, channels } = slack.ids
  const author = people[story.by]
  const before = cards(slack, author).length
  await act(slack, {
    as: author,
    act: 'command',
    channel: channels.allgemein,
    command: '/vorschlag',
    text: story.text,
  })
  const form = await until(() => slack.sight(author).modals.at(-1))
  await act(slack, {
    as: author,
    act: 'submit',
    viewId: form.viewId,
    values: filledIn(form.view, story),
  })
  const refused = slack.sight(author).modals.at(-1)
  if (refused !== undefined) throw new Error(`sample form: ${JSON.stringify(refused.errors)}`)
  const card = await until(() =>
    cards(slack, author).length > before ? cards(slack, author).at(-1) : undefined,
  )
  if (story.fate.is === 'open') return
  clock.moveTo(clock.now() + 9 * minute)
  const officer = people[story.fate.by]
  const at = { as: officer, channel: channels.freigabe, ts: card.ts }
  switch (story.fate.is) {
    case 'approved': {
      const posts = x.sight().posts.length
      if (story.fate.with === 'reaction') {
        await act(slack, { ...at, act: 'react', name: 'white_check_mark' })
      } else await press(slack, officer, card, 'approve')
      await until(() => (isChanged(slack, officer, card) ? true : undefined))
      clock.moveTo(clock.now() + minute)
      await stage.moved()
      await until(() => (x.sight().posts.length > posts ? true : undefined))
      await until(() => (latest(slack, officer, card).replies.length > 0 ? true : undefined))
      return
    }
    case 'rejected':
      return answerForm(slack, officer, card, 'reject', story.fate.reason)
    case 'asked':
      return answerForm(slack, officer, card, 'ask', story.fate.question)
  }
}

async function answerForm(
  slack: LocalSlack,
  officer: string,
  card: Message,
  actionId: string,
  sentence: string,
): Promise<void> {
  await press(slack, officer, card, actionId)
  const form = await until(() => slack.sight(officer).modals.at(-1))
  const input = (form.view.blocks as Input[]).find(({ element }) => element !== undefined)
  if (input?.element === undefined) throw new Error('the form asks nothing')
  const { action_id: action, type } = input.element
  const values = { [input.block_id]: { [action]: { type, value: sentence } } }
  await act(slack, { as: officer, act: 'submit', viewId: form.viewId, values })
  await until(() => (latest(slack, officer, card).replies.length > 0 ? true : undefined))
}

async function press(
  slack: LocalSlack,
  as: string,
  card: Message,
  actionId: string,
): Promise<void> {
  const { channel, ts } = card
  const block = (
    latest(slack, as, card).blocks as { block_id: string; elements?: { action_id?: string }[] }[]
  ).find(({ elements }) => elements?.some(({ action_id }) => action_id === actionId))
  if (block === undefined) throw new Error(`the card has no button "${actionId}"`)
  await act(slack, {
    as,
    act: 'action',
    container: { type: 'message', channel, ts },
    action: { block_id: block.block_id, action_id: actionId, type: 'button' },
  })
}

type Input = {
  block_id: string
  element?: {
    action_id: string
    type: string
    options?: { text: { text: string }; value: string }[]
  }
}

function filledIn(view: Record<string, unknown>, story: Story) {
  const typed: Record<string, string> = {
    text: story.text,
    topic: story.topic,
    link: story.link ?? '',
    noLinkBecause: story.noLinkBecause,
  }
  const values: Record<string, Record<string, unknown>> = {}
  for (const { block_id, element } of view.blocks as Input[]) {
    if (element === undefined) continue
    const { action_id, type, options } = element
    const text = typed[block_id] ?? ''
    const option = options?.find((one) => one.text.text === text)
    const empty = type === 'datepicker' ? { selected_date: null } : { selected_time: null }
    const given =
      type === 'static_select'
        ? { selected_option: option ?? null }
        : type === 'plain_text_input'
          ? { value: text === '' ? null : text }
          : empty
    values[block_id] = { [action_id]: { type, ...given } }
  }
  return values
}

function cards(slack: LocalSlack, as: string): Message[] {
  const { freigabe } = slack.ids.channels
  const channel = slack.sight(as).channels.find(({ id }) => id === freigabe)
  return channel?.messages.filter(({ bot, ephemeral }) => bot && !ephemeral) ?? []
}

function latest(slack: LocalSlack, as: string, card: Message): Message {
  return cards(slack, as).find(({ ts }) => ts === card.ts) ?? card
}

function isChanged(slack: LocalSlack, as: string, card: Message): boolean {
  return JSON.stringify(latest(slack, as, card).blocks) !== JSON.stringify(card.blocks)
}

function timeOf(visit: number, { daysAgo, at }: Story): number {
  const [hour = '9', minutes = '0'] = at.split(':')
  const date = new Date(workdayBefore(visit, daysAgo))
  // Good enough for a story: an hour more or less across a clock change is nobody's loss.
  const zone = new Intl.DateTimeFormat('en', {
    timeZone: 'Europe/Berlin',
    timeZoneName: 'longOffset',
  }).format(date)
  const offset = Number(/GMT([+-]\d\d)/.exec(zone)?.[1] ?? 1)
  return date.setUTCHours(Number(hour) - offset, Number(minutes), 0, 0)
}

async function act(slack: LocalSlack, given: Act): Promise<void> {
  const done = await slack.act(given)
  if (!done.ok) throw new Error(`sample story: ${done.error}`)
}

/** Waits for what the bot does. Throws after five seconds. */
async function until<Found>(look: () => Found | undefined): Promise<Found> {
  const end = Date.now() + 5_000
  for (;;) {
    const found = look()
    if (found !== undefined) return found
    if (Date.now() > end) throw new Error('sample story: the bot did not answer in time')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
