// The second step of a proposal with pictures: each is shown as the public will see it, beside what is said about it.
import type { types } from '@slack/bolt'
import { needsConsent, type PictureDraft } from '../../core/proposal/picture-draft.ts'
import {
  partChoice,
  peopleLabels,
  pictureHeading,
  picturesFormWords as said,
  placeLabel,
} from '../../wording/forms.ts'
import { datepicker, field, notice, options, typed } from '../fields.ts'
import { peopleChoices } from '../form-values.ts'
import { cut, limits, shares } from '../limits.ts'
import { header, plain } from '../pieces.ts'
import { writeFormTarget, type FormTarget } from '../target.ts'
import { imageBlock } from './pictures.ts'

/** A picture in the form: what the file was called, what Slack shows of it (null while it cannot), what is wrong with it
 * (null for nothing), and what was said about it so far. */
export type PictureInForm = {
  name: string
  preview: string | null
  flaw: string | null
  said: Omit<PictureDraft, 'sha256'>
}

/** The form. `name` is our own name for it, by which it is shown anew once the pictures are there; `parts` is how many
 * parts the text has. */
export function picturesForm(given: {
  target: FormTarget
  name: string
  pictures: readonly PictureInForm[]
  parts: number
}): types.ModalView {
  const { target, name, pictures, parts } = given
  const isLoading = pictures.some(({ preview, flaw }) => preview === null && flaw === null)
  return {
    type: 'modal',
    callback_id: 'pictures',
    external_id: name,
    private_metadata: writeFormTarget(target),
    title: plain(said.title, limits.viewTitle),
    submit: plain(said.submit, limits.viewTitle),
    close: plain(said.close, limits.viewTitle),
    blocks: [
      ...(isLoading ? [notice(said.loading)] : []),
      ...pictures.flatMap((picture, index) => blocksOf(picture, index + 1, pictures.length, parts)),
    ],
  }
}

function blocksOf(
  { name, preview, flaw, said: about }: PictureInForm,
  picture: number,
  all: number,
  parts: number,
): types.KnownBlock[] {
  const id = (fieldName: string) => `${fieldName}-${picture}`
  const title = pictureHeading(picture, all, cut(name, shares.listed))
  return [
    preview === null ? header(title) : imageBlock({ file: preview, altText: title, title }),
    ...(flaw === null ? [] : [notice(flaw)]),
    field(id('altText'), said.altText, {
      ...typed(id('altText'), said.altText, about.altText, true, picture === 1),
    }),
    field(id('credit'), said.credit, typed(id('credit'), said.credit, about.credit, false)),
    {
      ...field(id('people'), said.people, {
        type: 'static_select',
        action_id: 'picture-people',
        placeholder: plain(said.people.placeholder, limits.placeholder),
        options: options(peopleChoices, peopleLabels),
        ...(about.people !== null && {
          initial_option: {
            text: plain(peopleLabels[about.people], limits.option),
            value: about.people,
          },
        }),
      }),
      // Only who says that there is a consent is asked where it is.
      dispatch_action: true,
    },
    ...(needsConsent(about.people)
      ? [
          field(
            id('reference'),
            said.reference,
            typed(id('reference'), said.reference, about.reference, false),
          ),
          {
            ...field(id('until'), said.until, datepicker(id('until'), said.until, about.until)),
            optional: true,
          },
        ]
      : []),
    ...(all === 1
      ? []
      : [numberMenu('place', { picture, most: all, chosen: picture }, placeLabel)]),
    ...(parts === 1
      ? []
      : [numberMenu('part', { picture, most: parts, chosen: about.part ?? 1 }, partChoice)]),
  ]
}

function numberMenu(
  name: 'place' | 'part',
  { picture, most, chosen }: { picture: number; most: number; chosen: number },
  label: (number: number) => string,
): types.InputBlock {
  const choices = Array.from({ length: most }, (_, index) => ({
    text: plain(label(index + 1), limits.option),
    value: String(index + 1),
  }))
  const initial = choices[chosen - 1]
  return field(`${name}-${picture}`, said[name], {
    type: 'static_select',
    action_id: `${name}-${picture}`,
    options: choices,
    ...(initial !== undefined && { initial_option: initial }),
  })
}
