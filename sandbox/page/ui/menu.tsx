import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'

type Props = {
  /** What the button is called. */
  label: string
  /** What the button shows. */
  face: ComponentChildren
  /** The choices; call close after one is taken. */
  children: (close: () => void) => ComponentChildren
  buttonClass?: string
  listClass?: string
}

const gap = 4

/** Beside its button and inside the window: below where there is room, else above. */
function place(list: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect()
  const below = at.bottom + gap
  const fits = below + list.offsetHeight < innerHeight - gap
  const top = fits ? below : Math.max(gap, at.top - gap - list.offsetHeight)
  const left = Math.max(gap * 2, Math.min(at.left, innerWidth - list.offsetWidth - gap * 2))
  list.style.top = `${top}px`
  list.style.left = `${left}px`
}

/** A button that opens a few choices. Esc, a click elsewhere or leaving by Tab closes it. */
export function Menu({ label, face, children, buttonClass, listClass }: Props) {
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    if (!open || list.current === null || button.current === null) return
    // A popover lies above everything, so no scrolling list can cut it off.
    list.current.showPopover()
    const beside = () => {
      if (list.current !== null && button.current !== null) place(list.current, button.current)
    }
    beside()
    list.current.querySelector<HTMLElement>('button, a')?.focus({ preventScroll: true })
    const outside = (event: Event) => {
      if (event.target instanceof Node && root.current?.contains(event.target) === true) return
      setOpen(false)
    }
    document.addEventListener('pointerdown', outside, true)
    document.addEventListener('focusin', outside, true)
    document.addEventListener('scroll', beside, true)
    return () => {
      document.removeEventListener('pointerdown', outside, true)
      document.removeEventListener('focusin', outside, true)
      document.removeEventListener('scroll', beside, true)
    }
  }, [open])

  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  return (
    <div
      class="menu"
      ref={root}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        // Esc closes the menu only, not the dialog around it.
        event.preventDefault()
        event.stopPropagation()
        close()
      }}
    >
      <button
        type="button"
        ref={button}
        class={buttonClass ?? 'icon-button'}
        aria-label={label}
        title={label}
        aria-expanded={open}
        onClick={() => {
          setOpen(!open)
        }}
      >
        {face}
      </button>
      {open && (
        <div
          class={`menu__list ${listClass ?? ''}`}
          ref={list}
          popover="manual"
          role="group"
          aria-label={label}
        >
          {children(close)}
        </div>
      )}
    </div>
  )
}
