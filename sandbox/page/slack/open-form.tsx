import { useState } from 'preact/hooks'
import { readView, words } from '../blocks/block.ts'
import { withEmoji } from '../blocks/parse-mrkdwn.ts'
import type { Values } from '../blocks/values.ts'
import { useSandbox } from '../sandbox-context.ts'
import { forms } from '../wording.ts'
import { Form } from './form.tsx'

/** The top form of the current person's stack, with what was typed in each form so far. One may lay it
 * aside to be somebody else for a while; in real Slack that person would sit at another desk. */
export function OpenForm() {
  const { sight } = useSandbox()
  const [typed, setTyped] = useState<Record<string, Values>>({})
  const [aside, setAside] = useState<string[]>([])
  const top = sight.slack.modals.at(-1)
  if (top === undefined) return null
  const { viewId } = top
  if (aside.includes(viewId)) {
    return (
      <section class="laid-aside" aria-label={forms.laidAside(titleOf(top.view))}>
        <span>{forms.laidAside(titleOf(top.view))}</span>
        <button
          type="button"
          class="button button--primary"
          onClick={() => {
            setAside(aside.filter((one) => one !== viewId))
          }}
        >
          {forms.goOn}
        </button>
      </section>
    )
  }
  return (
    <Form
      key={viewId}
      modal={top}
      values={typed[viewId] ?? {}}
      onValues={(change) => {
        setTyped((held) => ({ ...held, [viewId]: change(held[viewId] ?? {}) }))
      }}
      onAside={() => {
        setAside([...aside, viewId])
      }}
    />
  )
}

const titleOf = (view: Record<string, unknown>) => withEmoji(words(readView(view).title))
