// The form for a Kachel, which opens above that of a proposal and gives the picture to it.
import type { types } from '@slack/bolt'
import { motifs, shapes, type TileWords } from '../../core/tile.ts'
import { motifLabels, shapeLabels, tileFormWords as said } from '../../wording/tiles.ts'
import { field, options, typed } from '../fields.ts'
import { readValues } from '../form-values.ts'
import { limits } from '../limits.ts'
import { plain } from '../pieces.ts'

/** The form; `metadata` is that of the form below. */
export function tileForm(metadata: string): types.ModalView {
  const wide = options(shapes, shapeLabels)
  const first = wide[0]
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
      }),
      field('heading', said.heading, typed('heading', said.heading, undefined, false, true)),
      optional(field('text', said.text, typed('tileText', said.text, undefined, true, false))),
      ...(['date', 'time', 'place'] as const).map((name) =>
        optional(field(name, said[name], typed(name, said[name], undefined, false, false))),
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
