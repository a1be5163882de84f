// A Kachel: how long an officer waits for a designed picture.
import { drawTile } from '../src/tiles/draw.ts'
import { inWords, sample, timed, type Figure } from './measure.ts'

/** Drawn in the office's own process, which does nothing else meanwhile. */
export async function tile(): Promise<Figure[]> {
  const colours = { ground: '#ffffff', ink: '#14213d', accent: '#005ca9', onAccent: '#ffffff' }
  const given = { look: { name: 'Bezirksamt Bergedorf', colours, logo: null }, name: 'Termin' }
  const draws = (round: number) =>
    timed(() =>
      drawTile(
        {
          ...{ motif: 'event', shape: 'wide', heading: 'Bürgerfest auf dem Marktplatz' },
          text: `Musik, Essen und Spiele für alle, zum ${round}. Mal. Der Eintritt ist frei.`,
          ...{ date: 'Sa., 28.11.2026', time: '15 bis 20 Uhr', place: 'Marktplatz' },
        },
        given,
      ),
    )
  const first = await draws(0)
  const rounds: number[] = []
  for (let round = 1; round <= 20; round += 1) rounds.push(await draws(round))
  const ours = sample(rounds)
  return [
    {
      ...{
        name: 'Kachel drawn (median)',
        floor: null,
        value: ours.median,
        atMost: 300,
        unit: 'ms',
      },
      ours: `${inWords(ours)}, first ${Math.round(first)} ms`,
    },
  ]
}
