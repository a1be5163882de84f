import type { Element } from './block.ts'
import type { Value } from './values.ts'

/** What a control is called and whether it stands wrong; put on the control itself. */
export type FieldAttributes = {
  id: string
  'aria-label'?: string
  'aria-labelledby'?: string
  'aria-describedby'?: string
  'aria-invalid'?: boolean
  required?: boolean
}

/** What every control of Block Kit gets. */
export type FieldProps = {
  element: Element
  value: Value
  change: (value: Value) => void
  field: FieldAttributes
}
