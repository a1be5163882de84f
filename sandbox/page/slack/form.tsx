import { useEffect, useRef, useState } from 'preact/hooks'
import type { Modal } from '../../contract.ts'
import { Blocks } from '../blocks/blocks.tsx'
import { readView, words } from '../blocks/block.ts'
import { checkForm } from '../blocks/check-form.ts'
import { withEmoji } from '../blocks/parse-mrkdwn.ts'
import { StageContext } from '../blocks/stage.ts'
import type { Values } from '../blocks/values.ts'
import { stateValues } from '../blocks/values.ts'
import { useSandbox } from '../sandbox-context.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { forms, blocks as say } from '../wording.ts'
import { keepValue } from './acting-blocks.tsx'

type Props = {
  modal: Modal
  values: Values
  onValues: (change: (held: Values) => Values) => void
  onAside: () => void
}

/** An open form. Typed values belong to the page and outlive complaints, updates and other people. */
export function Form({ modal, values, onValues, onAside }: Props) {
  const { act } = useSandbox()
  const view = readView(modal.view)
  const [complaints, setComplaints] = useState<Record<string, string>>({})
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const errors = Object.keys(complaints).length > 0 ? complaints : modal.errors
  const wrong = view.blocks.filter((block) => errors[block.block_id ?? ''] !== undefined).length

  const [attempts, setAttempts] = useState(0)

  // By content: every look at the sandbox brings the same complaints as a new object, and must not take
  // the focus away from somebody who is typing.
  useEffect(() => {
    if (wrong > 0) {
      form.current?.querySelector<HTMLElement>('.input--wrong :is(input,textarea,select)')?.focus()
    }
  }, [JSON.stringify(errors), attempts])

  const submit = async () => {
    if (busy) return
    const found = checkForm(view.blocks, values)
    setComplaints(found)
    setAttempts((before) => before + 1)
    if (Object.keys(found).length > 0) return
    setBusy(true)
    await act({ act: 'submit', viewId: modal.viewId, values: stateValues(view.blocks, values) })
    setBusy(false)
  }
  const close = () => void act({ act: 'close', viewId: modal.viewId })
  return (
    <Dialog
      title={withEmoji(words(view.title))}
      onClose={close}
      head={
        <button type="button" class="button button--quiet" onClick={onAside}>
          {forms.layAside}
        </button>
      }
    >
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <div class="dialog__body">
          <Notice side="slack" />
          <p role="status" class={wrong === 0 ? 'unseen' : 'form-error'}>
            {wrong > 0 && say.formError(wrong)}
          </p>
          <StageContext.Provider
            value={{
              values,
              errors,
              keep: (block, element, value) => {
                onValues((held) => keepValue(held, block.block_id, element.action_id, value))
              },
              dispatch: (block, element, payload) =>
                act({
                  act: 'action',
                  container: { type: 'view', viewId: modal.viewId },
                  action: {
                    ...payload,
                    block_id: block.block_id ?? '',
                    action_id: element.action_id ?? '',
                    type: element.type,
                  },
                  values: stateValues(view.blocks, values),
                }),
            }}
          >
            <Blocks blocks={view.blocks} heading="h3" />
          </StageContext.Provider>
        </div>
        <div class="dialog__foot">
          <button type="button" class="button" onClick={close}>
            {withEmoji(words(view.close)) || say.close}
          </button>
          {view.submit !== undefined && (
            <button type="submit" class="button button--primary" aria-busy={busy}>
              {withEmoji(words(view.submit))}
            </button>
          )}
        </div>
      </form>
    </Dialog>
  )
}
