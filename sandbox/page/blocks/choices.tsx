import { useId } from 'preact/hooks'
import { blocks as say } from '../wording.ts'
import type { Element, Option } from './block.ts'
import { words } from './block.ts'
import type { FieldProps } from './field-props.ts'
import { TextObject } from './mrkdwn.tsx'
import { withEmoji } from './parse-mrkdwn.ts'
import { optionsOf } from './values.ts'

const chosenOption = (held: unknown) => held as Option | null

function Options({ options }: { options: Option[] }) {
  return (
    <>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {withEmoji(option.text.text)}
        </option>
      ))}
    </>
  )
}

function Groups({ element }: { element: Element }) {
  if (element.options !== undefined) return <Options options={element.options} />
  return (
    <>
      {(element.option_groups ?? []).map((group) => (
        <optgroup key={group.label.text} label={group.label.text}>
          <Options options={group.options} />
        </optgroup>
      ))}
    </>
  )
}

/** A menu of which one choice is taken. */
export function SelectField({ element, value, change, field }: FieldProps) {
  const chosen = chosenOption(value.selected_option)?.value ?? ''
  return (
    <select
      {...field}
      class="field"
      value={chosen}
      onChange={(event) => {
        const taken = event.currentTarget.value
        const option = optionsOf(element).find((one) => one.value === taken) ?? null
        change({ type: element.type, selected_option: option })
      }}
    >
      <option value="">{words(element.placeholder) || say.choose}</option>
      <Groups element={element} />
    </select>
  )
}

function toggled(held: Option[], option: Option, on: boolean, all: Option[]): Option[] {
  const values = new Set(held.map((one) => one.value))
  if (on) values.add(option.value)
  else values.delete(option.value)
  return all.filter((one) => values.has(one.value))
}

/** Choices that are all in view: radio buttons, checkboxes, and a menu of many choices. */
export function ChoiceField({ element, value, change, field }: FieldProps) {
  const name = useId()
  const one = element.type === 'radio_buttons'
  const all = optionsOf(element)
  const held = (one ? [chosenOption(value.selected_option)] : value.selected_options) as Option[]
  const checked = new Set(held.filter(Boolean).map((option) => option.value))
  return (
    <div {...field} role={one ? 'radiogroup' : 'group'} class="choices">
      {all.map((option) => (
        <label key={option.value} class="choice">
          <input
            type={one ? 'radio' : 'checkbox'}
            name={name}
            checked={checked.has(option.value)}
            onChange={(event) => {
              const on = event.currentTarget.checked
              if (one) change({ type: element.type, selected_option: option })
              else
                change({
                  type: element.type,
                  selected_options: toggled(held, option, on, all),
                })
            }}
          />
          <span class="choice__text">
            <TextObject text={option.text} />
            {option.description !== undefined && (
              <small>
                <TextObject text={option.description} />
              </small>
            )}
          </span>
        </label>
      ))}
    </div>
  )
}
