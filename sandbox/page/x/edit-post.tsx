import { useId, useState } from 'preact/hooks'
import type { XPost } from '../../contract.ts'
import { useSandbox } from '../sandbox-context.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { page, citizen as say } from '../wording.ts'

/** A citizen changes an own post. */
export function EditPost({ post, onDone }: { post: XPost; onDone: () => void }) {
  const { citizen } = useSandbox()
  const [text, setText] = useState(post.text)
  const id = useId()
  const save = async () => {
    const answer = await citizen({ act: 'edit', id: post.id, text })
    if (answer.ok) onDone()
  }
  return (
    <Dialog title={say.edit} onClose={onDone}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <div class="dialog__body">
          <Notice side="x" />
          <label class="input__label" htmlFor={id}>
            {say.editText}
          </label>
          <textarea
            id={id}
            class="field"
            rows={5}
            value={text}
            onInput={(event) => {
              setText(event.currentTarget.value)
            }}
          />
        </div>
        <div class="dialog__foot">
          <button type="button" class="button" onClick={onDone}>
            {page.cancel}
          </button>
          <button type="submit" class="button button--primary">
            {say.save}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
