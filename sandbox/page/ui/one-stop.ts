// Lists that are one stop of the Tab key, as in Slack: arrows wander in them, Tab goes into the current entry and on.

const reachable = 'a[href], button, input, select, textarea, summary'

/** Of several entries only one, and what is in it, is reached by Tab: the given one, else the last. */
export function onlyOneStop(entries: readonly HTMLElement[], current: HTMLElement | null): void {
  const here = current !== null && entries.includes(current) ? current : entries.at(-1)
  for (const entry of entries) {
    const tabIndex = entry === here ? 0 : -1
    if (entry.tabIndex !== tabIndex) entry.tabIndex = tabIndex
    for (const one of entry.querySelectorAll<HTMLElement>(reachable)) {
      if (one.tabIndex !== tabIndex) one.tabIndex = tabIndex
    }
  }
}

/** Goes from the entry that has the focus to another, with the arrows, Pos1 and Ende. */
export function wander(event: KeyboardEvent, entries: readonly HTMLElement[]): void {
  const at = entries.findIndex((one) => one === event.target)
  if (at === -1 || event.altKey || event.ctrlKey || event.metaKey) return
  const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: entries.length - 1 }[event.key]
  const entry = to === undefined ? undefined : entries[to]
  if (entry === undefined) return
  event.preventDefault()
  entry.focus()
}
