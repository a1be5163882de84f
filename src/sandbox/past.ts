// Plays the sample stories through the sandbox as people would have: commands, forms, reactions. Nothing
// is put anywhere by hand, so the bot's own rules made every bit of it.
import type { Act, Clock, Message } from './contract.ts'
import {
  sampleMentions,
  sampleStories,
  workdayBefore,
  type MentionStory,
  type Story,
} from './sample.ts'
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
 * its part. `given` is there for another past. */
export async function playPast(
  stage: Stage,
  given = { stories: sampleStories(Date.now()), mentions: sampleMentions },
): Promise<void> {
  const { sandbox, clock } = stage
  const visit = Date.now()
  // In the order of time: what was read once is not read again.
  const beats = [
    ...given.stories.map((story) => ({
      at: story.at === 'soeben' ? visit - 5 * minute : timeOf(visit, story),
      plays: () => play(stage, story),
    })),
    ...given.mentions.map((story) => ({
      at: story.daysAgo === 0 ? visit - 3 * minute : timeOf(visit, { ...story, at: '08:45' }),
      plays: () => hear(stage, story),
    })),
  ].sort((one, other) => one.at - other.at)
  try {
    for (const { at, plays } of beats) {
      clock.moveTo(Math.min(at, visit - 3 * minute))
      await plays()
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

/** A citizen writes, and the people of the moderation channel do their part. */
async function hear(stage: Stage, story: MentionStory): Promise<void> {
  const { sandbox, clock, moved } = stage
  const { slack, x } = sandbox
  const { people } = slack.ids
  const { handle, name, text, then } = story
  const before = relayed(slack).length
  x.citizen({ act: 'post', handle, name, text })
  clock.moveTo(clock.now() + minute)
  await moved()
  const card = await until(() => relayed(slack)[before])
  if (then.is === 'open') return
  clock.moveTo(clock.now() + 20 * minute)
  const by = people[then.by]
  const at = { as: by, channel: card.channel, ts: card.ts }
  switch (then.is) {
    case 'noted':
      await act(slack, { ...at, act: 'react', name: 'card_index_dividers' })
      break
    case 'claimed':
      await press(slack, by, card, 'claim')
      break
    case 'referred': {
      await choose(slack, by, card, 'step', 'refer')
      await fill(slack, by, { target: then.to })
      break
    }
    case 'answered': {
      const proposals = cards(slack, by).length
      await press(slack, by, card, 'answer')
      await fill(slack, by, { text: then.text })
      const officer = people[then.approvedBy]
      const proposal = await until(() => cards(slack, officer)[proposals])
      clock.moveTo(clock.now() + 4 * minute)
      await press(slack, officer, proposal, 'approve')
      await until(() => (isChanged(slack, officer, proposal) ? true : undefined))
      clock.moveTo(clock.now() + minute)
      await moved()
      await until(() =>
        x.sight().posts.some((post) => post.text === then.text) ? true : undefined,
      )
    }
  }
  await until(() => (isChanged(slack, by, card) ? true : undefined))
}

function relayed(slack: LocalSlack): Message[] {
  const { people, channels } = slack.ids
  return messagesIn(slack, people.anna, channels.moderation)
}

/** Chooses from a menu of a message. */
async function choose(
  slack: LocalSlack,
  as: string,
  card: Message,
  menu: string,
  choice: string,
): Promise<void> {
  type Menu = { action_id?: string; type: string; options?: { value: string }[] }
  const { channel, ts } = card
  for (const block of latest(slack, as, card).blocks as { block_id: string; elements?: Menu[] }[]) {
    const found = block.elements?.find(({ action_id }) => action_id === menu)
    const option = found?.options?.find(({ value }) => value.endsWith(` ${choice}`))
    if (found === undefined || option === undefined) continue
    await act(slack, {
      as,
      act: 'action',
      container: { type: 'message', channel, ts },
      action: {
        block_id: block.block_id,
        action_id: menu,
        type: found.type,
        selected_option: option,
      },
    })
    return
  }
  throw new Error(`the card has no menu "${menu}" with "${choice}"`)
}

/** Fills in the form on top by the names of its fields, and sends it. */
async function fill(
  slack: LocalSlack,
  as: string,
  words: Readonly<Record<string, string>>,
): Promise<void> {
  const form = await until(() => slack.sight(as).modals.at(-1))
  const values: Record<string, Record<string, unknown>> = {}
  for (const { block_id, element } of form.view.blocks as Input[]) {
    if (element === undefined) continue
    const { action_id, type, options } = element
    const word = words[action_id] ?? ''
    const option = options?.find((one) => one.text.text === word)
    values[block_id] = {
      [action_id]:
        options === undefined ? { type, value: word } : { type, selected_option: option ?? null },
    }
  }
  await act(slack, { as, act: 'submit', viewId: form.viewId, values })
  const refused = slack.sight(as).modals.at(-1)
  if (refused !== undefined) throw new Error(`sample form: ${JSON.stringify(refused.errors)}`)
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
  return messagesIn(slack, as, slack.ids.channels.freigabe)
}

function messagesIn(slack: LocalSlack, as: string, id: string): Message[] {
  const channel = slack.sight(as).channels.find((one) => one.id === id)
  return channel?.messages.filter(({ bot, ephemeral }) => bot && !ephemeral) ?? []
}

function latest(slack: LocalSlack, as: string, card: Message): Message {
  return messagesIn(slack, as, card.channel).find(({ ts }) => ts === card.ts) ?? card
}

function isChanged(slack: LocalSlack, as: string, card: Message): boolean {
  return JSON.stringify(latest(slack, as, card).blocks) !== JSON.stringify(card.blocks)
}

function timeOf(visit: number, { daysAgo, at }: Pick<Story, 'daysAgo' | 'at'>): number {
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
