// The form that asks who stands in, and when.
import type { types } from '@slack/bolt'
import type { Days } from '../../core/time/spoken.ts'
import { standInForm as said } from '../../wording/declarations.ts'
import { cancelLabel } from '../../wording/forms.ts'
import { datepicker, field, tick } from '../fields.ts'
import { readValues } from '../form-values.ts'
import { limits } from '../limits.ts'
import { plain } from '../pieces.ts'

/** The form, with what was typed behind the command. */
export function standInForm(given: {
  form: string
  person: string | null
  days: Days | null
}): types.ModalView {
  const { form, person, days } = given
  return {
    type: 'modal',
    callback_id: 'stand-in',
    private_metadata: form,
    title: plain(said.title, limits.viewTitle),
    submit: plain(said.submit, limits.viewTitle),
    close: plain(cancelLabel, limits.viewTitle),
    blocks: [
      {
        ...field('person', said.person, {
          type: 'users_select',
          action_id: 'person',
          placeholder: plain(said.person.placeholder, limits.placeholder),
          ...(person !== null && { initial_user: person }),
        }),
        optional: true,
      },
      field('from', said.from, datepicker('from', said.from, days?.first)),
      field('until', said.until, datepicker('until', said.until, days?.last)),
      { ...field('away', said.away, tick('away', said.away.choice, true)), optional: true },
    ],
  }
}

/** What was chosen. Throws a fault if Slack sends something else. */
export function readStandIn(state: unknown) {
  const { date, options, user } = readValues(state)
  return {
    person: user('person'),
    ...{ from: date('from') ?? '', until: date('until') ?? '' },
    isAway: options('away').includes('yes'),
  }
}
