// What people's hands do in the sandbox's Slack while the past is played: they type, fill in forms, press
// buttons, choose from menus.
import type { Act, Message } from './contract.ts'
import type { LocalSlack } from './slack/local-slack.ts'

/** Does one thing. Throws if Slack does not take it. */
export async function act(slack: LocalSlack, given: Act): Promise<void> {
  const done = await slack.act(given)
  if (!done.ok) throw new Error(`sample story: ${done.error}`)
}

/** Presses a button of a message as it looks now, by the button's action. */
export async function press(
  slack: LocalSlack,
  as: string,
  card: Message,
  actionId: string,
): Promise<void> {
  const { channel, ts } = card
  const found = elements(latest(slack, as, card)).find(({ action_id }) => action_id === actionId)
  if (found === undefined) throw new Error(`the card has no button "${actionId}"`)
  await act(slack, {
    as,
    act: 'action',
    container: { type: 'message', channel, ts },
    action: { block_id: found.block_id, action_id: actionId, type: 'button' },
  })
}

/** Presses a button of the form on top, by the button's action. */
export async function pressInForm(slack: LocalSlack, as: string, actionId: string): Promise<void> {
  const form = await until(() => slack.sight(as).modals.at(-1))
  const { view, viewId } = form
  const blocks = view.blocks as { block_id: string; elements?: { action_id?: string }[] }[]
  const block = blocks.find(({ elements = [] }) =>
    elements.some(({ action_id }) => action_id === actionId),
  )
  if (block === undefined) throw new Error(`the form has no button "${actionId}"`)
  await act(slack, {
    as,
    act: 'action',
    container: { type: 'view', viewId },
    action: { block_id: block.block_id, action_id: actionId, type: 'button' },
  })
}

/** Chooses from a menu of a message as it looks now. */
export async function choose(
  slack: LocalSlack,
  as: string,
  card: Message,
  menu: string,
  choice: string,
): Promise<void> {
  const { channel, ts } = card
  const found = elements(latest(slack, as, card)).find(({ action_id }) => action_id === menu)
  const option = found?.options?.find(({ value }) => value.endsWith(` ${choice}`))
  if (found === undefined || option === undefined) {
    throw new Error(`the card has no menu "${menu}" with "${choice}"`)
  }
  const { block_id, type } = found
  await act(slack, {
    as,
    act: 'action',
    container: { type: 'message', channel, ts },
    action: { block_id, action_id: menu, type, selected_option: option },
  })
}

/** What is written into a form, by field; several words where one can tick several. */
export type Words = Readonly<Record<string, string | readonly string[]>>

/** Fills in the form on top, and sends it. A field without words stays as it is. Throws if it is refused. */
export async function fill(slack: LocalSlack, as: string, words: Words): Promise<void> {
  const form = await until(() => slack.sight(as).modals.at(-1))
  const values: Record<string, Record<string, unknown>> = {}
  for (const { block_id, element } of form.view.blocks as Input[]) {
    if (element === undefined) continue
    const said = words[element.action_id]
    const filled = said === undefined ? asItIs(element) : filledIn(element, said)
    values[block_id] = { [element.action_id]: filled }
  }
  await act(slack, { as, act: 'submit', viewId: form.viewId, values })
  // A form may make room for the next one.
  const { errors = {} } = slack.sight(as).modals.at(-1) ?? {}
  if (Object.keys(errors).length > 0) throw new Error(`sample form: ${JSON.stringify(errors)}`)
}

type Option = { text: { text: string }; value: string }
type Element = {
  action_id: string
  type: string
  options?: Option[]
  initial_value?: string
  initial_option?: Option
  initial_options?: Option[]
  initial_date?: string
  initial_time?: string
}
type Input = { block_id: string; element?: Element }

function asItIs({ type, ...initial }: Element) {
  return {
    type,
    value: initial.initial_value ?? null,
    selected_option: initial.initial_option ?? null,
    selected_options: initial.initial_options ?? [],
    selected_date: initial.initial_date ?? null,
    selected_time: initial.initial_time ?? null,
    files: [],
  }
}

function filledIn({ type, options = [] }: Element, words: string | readonly string[]) {
  const [word = ''] = [words].flat()
  switch (type) {
    case 'static_select':
    case 'radio_buttons':
      return { type, selected_option: options.find(({ text }) => text.text === word) ?? null }
    case 'multi_static_select':
    case 'checkboxes':
      return { type, selected_options: options.filter(({ text }) => words.includes(text.text)) }
    case 'datepicker':
      return { type, selected_date: word === '' ? null : word }
    case 'timepicker':
      return { type, selected_time: word === '' ? null : word }
    default:
      return { type, value: word === '' ? null : word }
  }
}

/** The bot's messages that everybody sees in a channel, oldest first. */
export function messagesIn(slack: LocalSlack, as: string, id: string): Message[] {
  const channel = slack.sight(as).channels.find((one) => one.id === id)
  return channel?.messages.filter(({ bot, ephemeral }) => bot && !ephemeral) ?? []
}

/** A message as it looks now. */
export function latest(slack: LocalSlack, as: string, card: Message): Message {
  return messagesIn(slack, as, card.channel).find(({ ts }) => ts === card.ts) ?? card
}

/** Whether a message does not look any more as it did. */
export function isChanged(slack: LocalSlack, as: string, card: Message): boolean {
  return JSON.stringify(latest(slack, as, card).blocks) !== JSON.stringify(card.blocks)
}

/** Whether a message offers a button or menu. */
export function offers(card: Message, actionId: string): boolean {
  return elements(card).some(({ action_id }) => action_id === actionId)
}

function elements({ blocks }: Message): (Partial<Element> & { type: string; block_id: string })[] {
  return (
    blocks as { block_id: string; elements?: (Partial<Element> & { type: string })[] }[]
  ).flatMap(({ block_id, elements: held = [] }) => held.map((one) => ({ ...one, block_id })))
}

/** Waits for what the bot does. Throws after five seconds. */
export async function until<Found>(look: () => Found | undefined): Promise<Found> {
  const end = Date.now() + 5_000
  for (;;) {
    const found = look()
    if (found !== undefined) return found
    if (Date.now() > end) throw new Error('sample story: the bot did not answer in time')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
