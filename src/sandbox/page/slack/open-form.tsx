import { useState } from 'preact/hooks'

import type { Values } from '../blocks/values.ts'
import { useSandbox } from '../sandbox-context.ts'
import { Form } from './form.tsx'

/** The top form of the current person's stack, with what was typed in each form so far. */
export function OpenForm() {
  const { sight } = useSandbox()
  const [typed, setTyped] = useState<Record<string, Values>>({})
  const top = sight.slack.modals.at(-1)
  if (top === undefined) return null
  return (
    <Form
      key={top.viewId}
      modal={top}
      values={typed[top.viewId] ?? {}}
      onValues={(change) => {
        setTyped((held) => ({ ...held, [top.viewId]: change(held[top.viewId] ?? {}) }))
      }}
    />
  )
}
