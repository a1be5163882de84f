// From the button on a card to the request that arrives at X.
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import type { Message } from '../sandbox/contract.ts'
import { inTurns, inWords, type Figure } from './measure.ts'
import { amtsfunk, bareBolt, seen, town, type Town } from './town.ts'

/** A folder in memory: what is written there costs no wait for a disk. */
const inMemory = '/dev/shm'

/** Four eyes, fingerprint and history cost little beside a handler that posts at once. What a decision costs that
 * outlives a power cut is told apart: the same with files in memory. */
export async function approval(): Promise<Figure[]> {
  const onDisk = await measured(tmpdir())
  const ours = {
    name: 'from ✅ to X, outliving a power cut (median)',
    ...onDisk.words,
    value: onDisk.ours,
    atMost: 25,
    unit: 'ms' as const,
  }
  if (!existsSync(inMemory)) return [ours]
  const { words, ours: own, floor, noise } = await measured(inMemory)
  return [
    ours,
    {
      name: 'from ✅ to X, without a wait for the disk (median)',
      ...words,
      value: own / floor,
      atMost: 1.3,
      unit: '×',
      noise,
    },
  ]
}

/** Medians in milliseconds. */
async function measured(below: string) {
  await using bareTown = await town()
  await using ourTown = await town(below)
  await using _bare = await bareBolt(bareTown)
  await using _ours = await amtsfunk(ourTown)
  const onlyCard = await seen(() => buttonOn(bareTown.cards().at(-1), 'post'), 'the bare card')
  let round = 0
  const { floor, ours, noise } = await inTurns(
    300,
    () => pressed(bareTown, onlyCard),
    async () => {
      round += 1
      const card = await proposed(ourTown, `Die Brücke ist wieder frei. (${round})`)
      const took = await pressed(ourTown, card)
      await seen(() => published(ourTown, card), 'the card of a published post')
      return took
    },
  )
  const words = { floor: inWords(floor), ours: inWords(ours) }
  return { words, floor: floor.median, ours: ours.median, noise: noise.median }
}

type Button = { ts: string; action: Parameters<typeof actionOf>[0] & { block_id: string } }
type Block = {
  type: string
  block_id: string
  elements?: { type: string; action_id: string; value?: string }[]
  element?: { type: string; action_id: string; options?: unknown[] }
}

async function pressed({ act, people, channel, x }: Town, button: Button): Promise<number> {
  const arrival = x.arrival()
  const start = performance.now()
  const { ts, action } = button
  const container = { type: 'message', channel, ts } as const
  const [at] = await Promise.all([
    arrival,
    act({ act: 'action', as: people.petra, container, action }),
  ])
  return at - start
}

/** Anna proposes; the button on the card that follows. */
async function proposed(place: Town, text: string): Promise<Button> {
  const { act, sight, channel } = place
  const as = place.people.anna
  const before = place.cards().length
  await act({ act: 'command', as, channel, command: '/vorschlag', text })
  const { viewId, view } = await seen(() => sight(as).modals.at(-1), 'the form')
  await act({ act: 'submit', as, viewId, values: filled(view.blocks as Block[], text) })
  return seen(() => buttonOn(place.cards().slice(before).at(-1), 'approve'), 'the card')
}

function buttonOn(message: Message | undefined, actionId: string): Button | undefined {
  if (message === undefined) return undefined
  for (const { block_id, elements = [] } of message.blocks as Block[]) {
    const button = elements.find((element) => element.action_id === actionId)
    if (button !== undefined) return { ts: message.ts, action: { ...actionOf(button), block_id } }
  }
  return undefined
}

function actionOf({ type, action_id, value }: { type: string; action_id: string; value?: string }) {
  return { type, action_id, ...(value !== undefined && { value }) }
}

/** The form as a person would fill it: the text, a link, and the first of every choice. */
function filled(blocks: readonly Block[], text: string): Record<string, Record<string, unknown>> {
  const typed: Record<string, string> = { text, link: 'https://www.hamburg.de/bergedorf' }
  return Object.fromEntries(
    blocks.flatMap(({ block_id, element }) => {
      if (element === undefined) return []
      const { type, action_id, options } = element
      const value =
        options === undefined
          ? { type, value: typed[block_id] ?? null }
          : { type, selected_option: options[0] }
      return [[block_id, { [action_id]: value }]]
    }),
  )
}

/** True once the card lost its button: the post is out and nothing of the round still runs. */
function published(place: Town, { ts }: Button): true | undefined {
  const card = place.cards().find((message) => message.ts === ts)
  return (buttonOn(card, 'approve') ?? buttonOn(card, 'stop')) ? undefined : true
}
