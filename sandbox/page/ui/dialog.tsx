import type { ComponentChildren } from 'preact'
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks'
import { page } from '../wording.ts'
import { CloseIcon } from './icons.tsx'

type Props = {
  title: string
  onClose: () => void
  children: ComponentChildren
  /** "alertdialog" for a question that must be answered. */
  role?: 'dialog' | 'alertdialog'
  wide?: boolean
  /** More to do in the head, before the closing cross. */
  head?: ComponentChildren
}

/** A modal dialog. The browser traps the focus; Esc closes; the focus goes back to where it was. */
export function Dialog(props: Props) {
  const { title, onClose, children, role = 'dialog', wide = false, head } = props
  const element = useRef<HTMLDialogElement>(null)
  const titleId = useId()

  useLayoutEffect(() => {
    const dialog = element.current
    const before = document.activeElement
    dialog?.showModal()
    const first =
      dialog?.querySelector<HTMLElement>('[data-first-focus]') ??
      dialog?.querySelector<HTMLElement>('.dialog__body :is(input, textarea, select, button)')
    first?.focus()
    return () => {
      dialog?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [])

  useEffect(() => {
    const dialog = element.current
    const cancel = (event: Event) => {
      event.preventDefault()
      event.stopPropagation()
      onClose()
    }
    dialog?.addEventListener('cancel', cancel)
    return () => {
      dialog?.removeEventListener('cancel', cancel)
    }
  })

  return (
    <dialog
      ref={element}
      role={role}
      aria-labelledby={titleId}
      class={wide ? 'dialog dialog--wide' : 'dialog'}
    >
      <div class="dialog__head">
        <h2 id={titleId}>{title}</h2>
        {head}
        <button type="button" class="icon-button" aria-label={page.close} onClick={onClose}>
          <CloseIcon />
        </button>
      </div>
      {children}
    </dialog>
  )
}
