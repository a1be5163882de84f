import { useId } from 'preact/hooks'
import { blocks as say } from '../wording.ts'
import type { Block } from './block.ts'
import { words } from './block.ts'
import { Field } from './element.tsx'
import { TextObject } from './mrkdwn.tsx'
import { withEmoji } from './parse-mrkdwn.ts'
import { useStage } from './stage.ts'

const grouped = ['radio_buttons', 'checkboxes', 'multi_static_select']

/** A field with its label, hint and complaint. */
export function InputBlock({ block }: { block: Block }) {
  const { errors } = useStage()
  const id = useId()
  const element = block.element
  if (element === undefined) return null
  const error = errors[block.block_id ?? '']
  const described = [
    ...(block.hint === undefined ? [] : [`${id}-hint`]),
    ...(error === undefined ? [] : [`${id}-error`]),
  ].join(' ')
  const label = (
    <>
      {withEmoji(words(block.label))}
      {block.optional === true && <span class="input__optional"> ({say.optional})</span>}
    </>
  )
  const asGroup = grouped.includes(element.type)
  return (
    <div class={error === undefined ? 'input' : 'input input--wrong'}>
      {asGroup ? (
        <span class="input__label" id={`${id}-label`}>
          {label}
        </span>
      ) : (
        <label class="input__label" htmlFor={id}>
          {label}
        </label>
      )}
      <Field
        block={block}
        element={element}
        quiet={block.dispatch_action !== true}
        field={{
          id,
          // A group cannot be "required"; what is missing there the complaint says.
          ...(asGroup
            ? { 'aria-labelledby': `${id}-label` }
            : { required: block.optional !== true }),
          ...(described === '' ? {} : { 'aria-describedby': described }),
          ...(error === undefined ? {} : { 'aria-invalid': true }),
        }}
      />
      {block.hint !== undefined && (
        <p class="input__hint" id={`${id}-hint`}>
          <TextObject text={block.hint} />
        </p>
      )}
      {error !== undefined && (
        <p class="input__error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  )
}
