// Keeps a list of messages where its reader is: nothing moves under a hand that presses, whatever grows above or comes
// below. Only who is at the end, and not busy with a message, is taken along with what is new.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Message } from '../../contract.ts'
import { onlyOneStop, wander } from '../ui/one-stop.ts'

const nearEnd = 120

const messageOf = (node: EventTarget | null) =>
  node instanceof Element ? node.closest<HTMLElement>('.message') : null

/** `shown`: which list it is; another one is shown from its end. `newest`: its last message. */
export function useReading(shown: string, newest: Message | undefined, me: string) {
  const log = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const [isNewsBelow, setNewsBelow] = useState(false)
  const held = useRef({
    list: '',
    newest: '',
    atEnd: true,
    /** How long the list and how high its window were when that was told. */
    length: 0,
    height: 0,
    /** The message that must not move, and how far below the upper edge it is. */
    anchor: null as { message: HTMLElement; top: number } | null,
    /** What had the focus in the list last. */
    focus: null as HTMLElement | null,
    reading: null as HTMLElement | null,
  }).current

  const messages = () => [...(log.current?.querySelectorAll<HTMLElement>('.message') ?? [])]
  const topOf = (message: HTMLElement) =>
    message.getBoundingClientRect().top - (log.current?.getBoundingClientRect().top ?? 0)
  const isBusy = () => log.current?.contains(document.activeElement) === true
  const toEnd = () => {
    if (log.current === null || content.current === null) return
    content.current.style.minHeight = ''
    log.current.scrollTop = log.current.scrollHeight
  }
  /** Scrolls, and leaves room below where what was there has become shorter. */
  const scrollTo = (top: number) => {
    if (log.current === null || content.current === null) return
    log.current.scrollTop = top
    const missing = top - log.current.scrollTop
    if (missing < 1) return
    content.current.style.minHeight = `${content.current.offsetHeight + missing}px`
    log.current.scrollTop = top
  }

  const remember = () => {
    const element = log.current
    if (element === null) return
    held.length = element.scrollHeight
    held.height = element.clientHeight
    held.atEnd = element.scrollHeight - element.scrollTop - element.clientHeight < nearEnd
    if (held.atEnd) setNewsBelow(false)
    const focused = isBusy() ? messageOf(document.activeElement) : null
    const first = messages().find((one) => topOf(one) + one.offsetHeight > 0)
    const message = focused ?? first
    held.anchor = message === undefined ? null : { message, top: topOf(message) }
  }

  // Where it has grown meanwhile nobody scrolled: what watches its size comes next.
  const onScroll = () => {
    const { scrollHeight, clientHeight } = log.current ?? {}
    if (scrollHeight === held.length && clientHeight === held.height) remember()
  }

  const settle = () => {
    const element = log.current
    if (element === null) return
    // Read before anything is focused, which remembers anew.
    const { anchor, atEnd } = held
    const isOther = held.list !== shown
    const isNews = !isOther && newest !== undefined && newest.ts !== held.newest
    const isOwn = isNews && newest.user === me
    if (isOther) held.reading = null
    // What was pressed may be gone by now; whoever pressed it goes on from its message.
    if (held.focus?.isConnected === false && document.activeElement === document.body) {
      if (held.reading?.isConnected === true) held.reading.focus({ preventScroll: true })
      held.focus = null
    }
    if (isOther || isOwn || (atEnd && !isBusy())) toEnd()
    else if (anchor?.message.isConnected === true) {
      scrollTo(element.scrollTop + topOf(anchor.message) - anchor.top)
      if (isNews) setNewsBelow(true)
    }
    held.list = shown
    held.newest = newest?.ts ?? ''
    onlyOneStop(messages(), held.reading)
    remember()
  }

  // A new look brings new objects: cards grow and answers come without a new message.
  useLayoutEffect(settle)
  useEffect(() => {
    const element = log.current
    const inner = content.current
    if (element === null || inner === null) return
    const focused = ({ target }: FocusEvent) => {
      held.focus = target instanceof HTMLElement ? target : null
      held.reading = messageOf(target)
      onlyOneStop(messages(), held.reading)
      remember()
    }
    const keys = (event: KeyboardEvent) => {
      if (event.target === messageOf(event.target)) wander(event, messages())
    }
    // Pictures come late.
    const watch = new ResizeObserver(() => {
      latest.current()
    })
    watch.observe(inner)
    watch.observe(element)
    element.addEventListener('focusin', focused)
    element.addEventListener('keydown', keys)
    return () => {
      watch.disconnect()
      element.removeEventListener('focusin', focused)
      element.removeEventListener('keydown', keys)
    }
  }, [])
  const latest = useRef(settle)
  latest.current = settle

  const goToEnd = () => {
    toEnd()
    messages().at(-1)?.focus({ preventScroll: true })
  }
  return { log, content, onScroll, isNewsBelow, goToEnd }
}
