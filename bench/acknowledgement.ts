// From a typed command to its acknowledgement.
import { inTurns, inWords, timed, type Figure } from './measure.ts'
import { amtsfunk, bareBolt, seen, town, type Town } from './town.ts'

/** Amtsfunk acknowledges a command about as fast as a bot that does nothing else. */
export async function acknowledgement(): Promise<Figure[]> {
  await using bareTown = await town()
  await using ourTown = await town()
  await using _bare = await bareBolt(bareTown)
  await using _ours = await amtsfunk(ourTown)
  const { floor, ours, noise } = await inTurns(
    1_000,
    () => timed(() => typed(bareTown)),
    async () => {
      const took = await timed(() => typed(ourTown))
      await closeForm(ourTown)
      return took
    },
  )
  return [
    {
      name: 'acknowledging /vorschlag (p99)',
      floor: inWords(floor),
      ours: inWords(ours),
      value: ours.p99 / floor.p99,
      atMost: 1.25,
      unit: '×',
      noise: noise.p99,
    },
  ]
}

function typed({ act, people, channel }: Town): Promise<void> {
  const text = 'Die Brücke ist wieder frei.'
  return act({ act: 'command', as: people.anna, channel, command: '/vorschlag', text })
}

/** The form that opened must not stay, and its opening must not reach into the next round. */
async function closeForm({ act, people, sight }: Town): Promise<void> {
  const form = await seen(() => sight(people.anna).modals.at(-1), 'the form')
  await act({ act: 'close', as: people.anna, viewId: form.viewId })
}
