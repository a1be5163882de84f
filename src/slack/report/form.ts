// The form for a note for the human chapters of the report.
import type { types } from '@slack/bolt'
import { z } from 'zod'
import { cancelLabel } from '../../wording/forms.ts'
import { experienceFormWords } from '../../wording/report/asking.ts'
import { field, topicSelect, typed } from '../fields.ts'
import { limits } from '../limits.ts'
import { plain } from '../pieces.ts'
import { nowhere, type Where } from '../tell.ts'

/** The form for a note, with what was typed already. `where` is where the
 * answer goes. */
export function experienceForm(text: string, where: Where): types.ModalView {
  const words = experienceFormWords
  return {
    type: 'modal',
    callback_id: 'experience',
    private_metadata: JSON.stringify(where),
    title: plain(words.title, limits.viewTitle),
    submit: plain(words.submit, limits.viewTitle),
    close: plain(cancelLabel, limits.viewTitle),
    blocks: [
      field('text', words.text, typed('text', words.text, text, true)),
      { ...field('topic', words.topic, topicSelect(null)), optional: true },
    ],
  }
}

const kept = z.object({
  channel: z.string().nullable(),
  thread: z.string().nullable(),
  answer: z.string().nullable(),
})

/** Where the answer to a form goes. Always answers: a person is reached without knowing where they typed. */
export function readWhere(written: string): Where {
  try {
    return kept.parse(JSON.parse(written))
  } catch {
    return nowhere
  }
}
