import { useId } from 'preact/hooks'
import { blocks as say } from '../wording.ts'
import type { Block, Element } from './block.ts'
import { words } from './block.ts'
import { BlockButton } from './button.tsx'
import { ChoiceField, SelectField } from './choices.tsx'
import type { FieldAttributes, FieldProps } from './field-props.ts'
import { FileField } from './file-field.tsx'
import { Overflow } from './overflow.tsx'
import { useStage } from './stage.ts'
import { DateField, PersonField, TextField } from './typed-fields.tsx'
import { valueOf } from './values.ts'

const fields: Record<string, (props: FieldProps) => preact.JSX.Element> = {
  plain_text_input: TextField,
  url_text_input: TextField,
  email_text_input: TextField,
  number_input: TextField,
  static_select: SelectField,
  multi_static_select: ChoiceField,
  radio_buttons: ChoiceField,
  checkboxes: ChoiceField,
  datepicker: DateField,
  timepicker: DateField,
  users_select: PersonField,
  file_input: FileField,
}

const fallbackNames: Record<string, string> = { datepicker: say.date, timepicker: say.time }

/** A field by its Block Kit type. Unless quiet, a change is sent at once, as in actions and sections. */
export function Field(props: {
  block: Block
  element: Element
  quiet: boolean
  field: FieldAttributes
}) {
  const { block, element, quiet, field } = props
  const stage = useStage()
  const Control = fields[element.type]
  const value = valueOf(stage.values, block, element)
  if (Control === undefined || value === null) return <span>{say.unknown(element.type)}</span>
  return (
    <Control
      element={element}
      value={value}
      field={field}
      change={(next) => {
        stage.keep(block, element, next)
        if (!quiet) void stage.dispatch(block, element, next)
      }}
    />
  )
}

/** An element in actions or beside a section. labelledBy: the id of the text that names it. */
export function ActiveElement(props: { block: Block; element: Element; labelledBy?: string }) {
  const { block, element, labelledBy } = props
  const id = useId()
  if (element.type === 'button') return <BlockButton block={block} element={element} />
  if (element.type === 'overflow') return <Overflow block={block} element={element} />
  if (element.type === 'image') {
    return <img class="thumb" src={element.image_url} alt={element.alt_text ?? ''} />
  }
  const name = words(element.placeholder) || (fallbackNames[element.type] ?? say.choose)
  const field: FieldAttributes =
    labelledBy === undefined ? { id, 'aria-label': name } : { id, 'aria-labelledby': labelledBy }
  return <Field block={block} element={element} quiet={false} field={field} />
}
