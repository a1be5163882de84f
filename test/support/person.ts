// People who use the sandbox's Slack as one does: they type, fill in forms, press buttons, react.
import type { Act, ActAnswer, Message, Ping } from '../../sandbox/contract.ts'
import type { LocalSlack } from '../../sandbox/slack/local-slack.ts'
import { until } from './until.ts'

/** A file that somebody chooses in a form. */
export type TypedFile = { name: string; mimetype: string; data: string }

/** What Slack's editor, a forward or an app adds to a message. */
type Built = { blocks?: readonly unknown[]; attachments?: readonly unknown[] }

/** What is filled in, by field; several words where one can tick several. */
export type FormWords = Partial<Record<string, string | readonly string[]>>

export type TestPerson = ReturnType<typeof person>

type Input = {
  block_id: string
  element?: {
    action_id: string
    type: string
    initial_value?: string
    options?: { text: { text: string }; value: string }[]
    initial_option?: unknown
    initial_options?: unknown[]
    initial_date?: string
    initial_time?: string
    initial_user?: string
  }
}

const emoji: Record<string, string> = {
  '✅': 'white_check_mark',
  '❌': 'x',
  '❓': 'question',
  '✍️': 'writing_hand',
  '👀': 'eyes',
  '🗂️': 'card_index_dividers',
}

/** A person of the sandbox, by Slack user id. Whatever goes wrong on the way fails the test. */
export function person(slack: LocalSlack, id: string) {
  const { channels } = slack.ids
  const sight = () => slack.sight(id)
  const messagesIn = (channel: string): Message[] =>
    sight().channels.find((one) => one.id === channel)?.messages ?? []

  async function act(given: Act): Promise<void> {
    const done = await slack.act(given)
    if (!done.ok) throw new Error(`${id}: ${done.error} (${done.sentence})`)
  }

  return {
    id,
    sight,
    messagesIn,
    /** Does any act and answers with what Slack says. */
    tries: (given: Act): Promise<ActAnswer> => slack.act(given),
    /** Types a slash command, in #allgemein unless another channel is named. */
    async types(line: string, channel: string = channels.allgemein): Promise<void> {
      const [command = '', ...rest] = line.split(' ')
      const text = rest.join(' ')
      await act({ as: id, act: 'command', channel, command, text })
    },
    /** Whether only this person was told something with these words where commands are typed, and how often. */
    heard: (words: string): number =>
      messagesIn(channels.allgemein).filter(
        ({ ephemeral, text }) => ephemeral && text.includes(words),
      ).length,
    /** What only this person was told in a channel. */
    toldIn: (channel: string): Message[] =>
      messagesIn(channel).filter(({ ephemeral }) => ephemeral),
    /** Writes a message in #allgemein, plainly or with what Slack's editor or an app makes of it. */
    async says(text: string, more: Built = {}): Promise<Message> {
      await act({ as: id, act: 'message', channel: channels.allgemein, text, ...more })
      const said = messagesIn(channels.allgemein).at(-1)
      if (said === undefined) throw new Error(`${id} said nothing`)
      return said
    },
    /** Chooses "Als Beitrag vorschlagen" on a message. */
    async proposesMessage({ channel, ts }: Message): Promise<void> {
      await act({ as: id, act: 'shortcut', callbackId: 'propose-message', channel, ts })
    },
    /** The form on top, as Slack shows it; undefined if none is open. */
    form: () => sight().modals.at(-1),
    /** Fills in the form on top as a person would, leaving what is there, and sends it. */
    async submits(words: FormWords, files?: readonly TypedFile[]): Promise<void> {
      const form = await until(() => sight().modals.at(-1), 1_000)
      if (form === undefined) throw new Error(`${id} has no form open`)
      const values = filledIn(form.view.blocks as Input[], words, files)
      await act({ as: id, act: 'submit', viewId: form.viewId, values })
    },
    /** Closes the form on top without sending it. */
    async closes(): Promise<void> {
      const { viewId = '' } = sight().modals.at(-1) ?? {}
      await act({ as: id, act: 'close', viewId })
    },
    /** The sentences beside the fields of the form on top. */
    errors: (): Record<string, string> => sight().modals.at(-1)?.errors ?? {},
    /** The cards in #freigabe, oldest first. */
    cards: (): Message[] =>
      messagesIn(channels.freigabe).filter(({ bot, ephemeral }) => bot && !ephemeral),
    /** The bot's messages in #moderation, oldest first, with their threads. */
    mentions: (): Message[] =>
      messagesIn(channels.moderation).filter(({ bot, ephemeral }) => bot && !ephemeral),
    /** What only this person was told in #moderation. */
    toldAtModeration: (): string[] =>
      messagesIn(channels.moderation)
        .filter(({ ephemeral }) => ephemeral)
        .map(({ text }) => text),
    /** Chooses from a menu of a message as it looks now, by the name of the menu's action. */
    async chooses(menu: string, label: string, card: Message): Promise<void> {
      const { channel, ts } = card
      const now = everyMessage(messagesIn(channel)).find((one) => one.ts === ts) ?? card
      const found = menusIn(now.blocks).find(({ action_id }) => action_id === menu)
      const option = found?.options.find(({ text }) => text.text.startsWith(label))
      if (found === undefined || option === undefined) throw new Error(`no "${label}" in ${menu}`)
      const { block_id, action_id, type } = found
      await act({
        as: id,
        act: 'action',
        container: { type: 'message', channel, ts },
        action: { block_id, action_id, type, selected_option: option },
      })
    },
    /** Presses a button of the form on top, the first one with this label or the one for this screen reader's
     * words, with what is filled in so far. */
    async pressesInForm(label: string, words: FormWords = {}): Promise<void> {
      const { viewId = '', view } = sight().modals.at(-1) ?? {}
      const blocks = (view?.blocks ?? []) as Input[]
      const found = buttonsIn(blocks as unknown as Message['blocks']).find(
        ({ text, accessibility_label }) => text.text === label || accessibility_label === label,
      )
      if (found === undefined) throw new Error(`no "${label}" in the form`)
      const { block_id, action_id } = found
      await act({
        as: id,
        act: 'action',
        container: { type: 'view', viewId },
        action: { block_id, action_id, type: 'button' },
        values: filledIn(blocks, words),
      })
    },
    /** All words of the form on top. */
    formWords: (): string => wordsIn(sight().modals.at(-1)?.view.blocks),
    /** Chooses from a menu of the form on top that answers at once; from the one beside these words where there are
     * several. */
    async choosesInForm(menu: string, label: string, beside = ''): Promise<void> {
      const { viewId = '', view } = sight().modals.at(-1) ?? {}
      const blocks = (view?.blocks ?? []) as Message['blocks']
      const found = menusIn(
        blocks.filter((one) => wordsIn((one as { text?: unknown }).text).includes(beside)),
      ).find(({ action_id }) => action_id === menu)
      const option = found?.options.find(({ text }) => text.text === label)
      if (found === undefined || option === undefined) throw new Error(`no "${label}" in ${menu}`)
      const { block_id, action_id, type } = found
      await act({
        as: id,
        act: 'action',
        container: { type: 'view', viewId },
        action: { block_id, action_id, type, selected_option: option },
      })
    },
    /** What only this person was told in #freigabe. */
    told: (): string[] =>
      messagesIn(channels.freigabe)
        .filter(({ ephemeral }) => ephemeral)
        .map(({ text }) => text),
    /** Opens App Home. What it shows follows when the bot has drawn it. */
    opensHome: (): Promise<void> => act({ as: id, act: 'home' }),
    /** All words of App Home as it is now. */
    home: (): string => wordsIn(sight().home),
    /** Presses a button in App Home, by its label. */
    async pressesAtHome(label: string): Promise<void> {
      const blocks = (sight().home?.blocks ?? []) as Message['blocks']
      const button = buttonsIn(blocks).find(({ text }) => text.text === label)
      if (button === undefined) throw new Error(`no button "${label}" at home`)
      const { block_id, action_id } = button
      const action = { block_id, action_id, type: 'button' }
      await act({ as: id, act: 'action', container: { type: 'home' }, action })
    },
    /** What rang for this person and why, the newest first. */
    pings: (): readonly Ping[] => slack.pings(id),
    /** The direct messages from the bot. */
    letters: (): Message[] =>
      sight().channels.find(({ kind }) => kind === 'direct')?.messages ?? [],
    async reacts(sign: string, card: Message): Promise<void> {
      const { channel, ts } = card
      await act({ as: id, act: 'react', channel, ts, name: emoji[sign] ?? sign })
    },
    async takesBack(sign: string, card: Message): Promise<void> {
      const { channel, ts } = card
      await act({ as: id, act: 'unreact', channel, ts, name: emoji[sign] ?? sign })
    },
    /** Presses a button, by its label, on a message as it looks now. */
    async presses(label: string, card: Message): Promise<void> {
      const { channel, ts } = card
      const now = everyMessage(messagesIn(channel)).find((one) => one.ts === ts) ?? card
      const button = buttons(now).find((one) => one.text.text === label)
      if (button === undefined) {
        throw new Error(`no button "${label}", only ${labels(now).join(', ')}`)
      }
      const { block_id, action_id } = button
      await act({
        as: id,
        act: 'action',
        container: { type: 'message', channel, ts },
        action: { block_id, action_id, type: 'button' },
      })
    },
  }
}

/** All words of a message, as a screen reader would read its blocks. */
export function wordsOf(message: Message | undefined): string {
  return wordsIn(message?.blocks)
}

function wordsIn(blocks: unknown): string {
  const words: string[] = []
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk)
    else if (typeof value === 'object' && value !== null) {
      for (const [key, one] of Object.entries(value)) {
        if (key === 'text' && typeof one === 'string') words.push(one)
        else if (key === 'url' && typeof one === 'string') words.push(one)
        else walk(one)
      }
    }
  }
  walk(blocks)
  return words.join('\n')
}

/** The labels of a message's buttons. */
export function labels(message: Message): string[] {
  return buttons(message).map(({ text }) => text.text)
}

type Button = {
  block_id: string
  action_id: string
  text: { text: string }
  accessibility_label?: string
}

function buttons(message: Message): Button[] {
  return buttonsIn(message.blocks)
}

function buttonsIn(given: Message['blocks']): Button[] {
  type Element = Button & { type: string }
  const blocks = given as { block_id: string; elements?: Element[]; accessory?: Element }[]
  return blocks.flatMap(({ block_id, elements = [], accessory }) =>
    [...elements, ...(accessory === undefined ? [] : [accessory])]
      .filter(({ type }) => type === 'button')
      .map((one) => ({ ...one, block_id })),
  )
}

type Menu = {
  block_id: string
  action_id: string
  type: string
  options: { text: { text: string }; value: string }[]
}

function menusIn(given: Message['blocks']): Menu[] {
  type Held = Menu & { elements?: Menu[]; accessory?: Menu }
  const blocks = given as Held[]
  return blocks.flatMap(({ block_id, elements = [], accessory }) =>
    [...elements, ...(accessory === undefined ? [] : [accessory])]
      .filter(({ type }) => type === 'overflow' || type === 'static_select')
      .map((one) => ({ ...one, block_id })),
  )
}

function everyMessage(messages: readonly Message[]): Message[] {
  return messages.flatMap((one) => [one, ...one.replies])
}

function filledIn(blocks: readonly Input[], words: FormWords, files?: readonly TypedFile[]) {
  const values: Record<string, Record<string, unknown>> = {}
  for (const { block_id, element } of blocks) {
    if (element === undefined) continue
    const said = words[block_id] ?? words[element.action_id]
    values[block_id] = { [element.action_id]: given(element, said, files) }
  }
  return values
}

function given(
  element: NonNullable<Input['element']>,
  words: string | readonly string[] | undefined,
  files: readonly TypedFile[] | undefined,
) {
  const { type, options = [] } = element
  const word = typeof words === 'string' ? words : words?.[0]
  if (type === 'file_input') return { type, files: files ?? [] }
  switch (type) {
    case 'static_select':
    case 'radio_buttons': {
      const chosen = options.find((one) => one.text.text === word)
      if (word !== undefined && chosen === undefined) throw new Error(`no option "${word}"`)
      return { type, selected_option: chosen ?? element.initial_option ?? null }
    }
    case 'multi_static_select':
    case 'checkboxes': {
      if (words === undefined) return { type, selected_options: element.initial_options ?? [] }
      const ticked = [words].flat()
      return { type, selected_options: options.filter((one) => ticked.includes(one.text.text)) }
    }
    case 'datepicker':
      return { type, selected_date: word ?? element.initial_date ?? null }
    case 'users_select':
      return { type, selected_user: word ?? element.initial_user ?? null }
    case 'timepicker':
      return { type, selected_time: word ?? element.initial_time ?? null }
    default:
      return { type, value: word ?? element.initial_value ?? null }
  }
}
