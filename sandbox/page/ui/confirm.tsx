import type { ComponentChildren } from 'preact'
import { Dialog } from './dialog.tsx'

type Props = {
  title: string
  children: ComponentChildren
  confirm: string
  deny: string
  danger?: boolean
  /** Confirmed and under way: asking again would do it twice. */
  busy?: boolean
  onConfirm: () => void
  onDeny: () => void
}

/** A question with two answers. The focus starts on the harmless one. */
export function Confirm(props: Props) {
  const { title, children, confirm, deny, danger, busy, onConfirm, onDeny } = props
  return (
    <Dialog title={title} role="alertdialog" onClose={onDeny}>
      <div class="dialog__body">{children}</div>
      <div class="dialog__foot">
        <button type="button" class="button" data-first-focus onClick={onDeny}>
          {deny}
        </button>
        <button
          type="button"
          class={danger === true ? 'button button--danger' : 'button button--primary'}
          aria-busy={busy === true}
          onClick={() => {
            if (busy !== true) onConfirm()
          }}
        >
          {confirm}
        </button>
      </div>
    </Dialog>
  )
}
