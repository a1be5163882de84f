import { useSandbox } from '../sandbox-context.ts'
import { blocks as say } from '../wording.ts'
import { words } from './block.ts'
import type { FieldProps } from './field-props.ts'

const text = (held: unknown) => (typeof held === 'string' ? held : '')

// The keyboard a phone offers; the checks are ours and the bot's.
const keyboards: Record<string, 'url' | 'email' | 'decimal'> = {
  url_text_input: 'url',
  email_text_input: 'email',
  number_input: 'decimal',
}

/** A line or a box to type in. */
export function TextField({ element, value, change, field }: FieldProps) {
  const common = {
    ...field,
    class: 'field',
    ...(element.focus_on_load === true && { 'data-first-focus': '' }),
    value: text(value.value),
    placeholder: words(element.placeholder),
    // Slack's own ceiling; the rest the bot judges.
    maxLength: element.max_length ?? 3000,
    onInput: (event: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => {
      const typed = event.currentTarget.value
      change({ type: element.type, value: typed === '' ? null : typed })
    },
  }
  if (element.multiline === true) return <textarea {...common} rows={5} />
  return (
    <input
      {...common}
      type="text"
      inputMode={keyboards[element.type] ?? 'text'}
      autocomplete="off"
    />
  )
}

/** A day, a time of day. */
export function DateField({ element, value, change, field }: FieldProps) {
  const key = element.type === 'datepicker' ? 'selected_date' : 'selected_time'
  return (
    <input
      {...field}
      class="field field--short"
      type={element.type === 'datepicker' ? 'date' : 'time'}
      value={text(value[key])}
      onChange={(event) => {
        const chosen = event.currentTarget.value
        change({ type: element.type, [key]: chosen === '' ? null : chosen })
      }}
    />
  )
}

/** A menu of the people of this workspace. */
export function PersonField({ element, value, change, field }: FieldProps) {
  const { sight } = useSandbox()
  return (
    <select
      {...field}
      class="field"
      value={text(value.selected_user)}
      onChange={(event) => {
        const chosen = event.currentTarget.value
        change({ type: element.type, selected_user: chosen === '' ? null : chosen })
      }}
    >
      <option value="">{words(element.placeholder) || say.choose}</option>
      {sight.slack.people.map((person) => (
        <option key={person.id} value={person.id}>
          {person.name}
        </option>
      ))}
    </select>
  )
}
