// The form for a Kachel, which opens above that of a proposal and gives the picture to it.
import type { types } from '@slack/bolt'
import { motifs, shapes, type TileWords } from '../../core/tile.ts'
import { motifLabels, shapeLabels, tileFormWords as said } from '../../wording/tiles.ts'
import { field, options, typed } from '../fields.ts'
import { readValues } from '../form-values.ts'
import { limits } from '../limits.ts'
import { plain } from '../pieces.ts'

/** The form; `metadata` is that of the form below, `words` is what stands in it already. */
export function tileForm(metadata: string, words: Partial<TileWords> = {}): types.ModalView {
  const wide = options(shapes, shapeLabels)
  const first = wide[0]
  const motif = options(motifs, motifLabels).find(({ value }) => value === words.motif)
  return {
    type: 'modal',
    callback_id: 'tile',
    private_metadata: metadata,
    title: plain(said.title, limits.viewTitle),
    submit: plain(said.submit, limits.viewTitle),
    close: plain(said.close, limits.viewTitle),
    blocks: [
      field('motif', said.motif, {
        type: 'static_select',
        action_id: 'motif',
        placeholder: plain(said.motif.placeholder, limits.placeholder),
        options: options(motifs, motifLabels),
        ...(motif !== undefined && { initial_option: motif }),
      }),
      field('heading', said.heading, typed('heading', said.heading, words.heading, false, true)),
      optional(field('text', said.text, typed('text', said.text, words.text, true, false))),
      ...(['date', 'time', 'place'] as const).map((name) =>
        optional(field(name, said[name], typed(name, said[name], words[name], false, false))),
      ),
      field('shape', said.shape, {
        type: 'radio_buttons',
        action_id: 'shape',
        options: wide,
        ...(first !== undefined && { initial_option: first }),
      }),
    ],
  }
}

function optional(block: types.InputBlock): types.InputBlock {
  return { ...block, optional: true }
}

/** What was typed into it. Throws a fault if Slack sends something else. */
export function readTile(state: unknown): TileWords {
  const { text, option } = readValues(state)
  const words = (name: string) => text(name).normalize('NFC').trim()
  return {
    motif: motifs.find((one) => one === option('motif')) ?? 'notice',
    shape: shapes.find((one) => one === option('shape')) ?? 'wide',
    heading: words('heading'),
    text: words('text'),
    date: words('date'),
    time: words('time'),
    place: words('place'),
  }
}
