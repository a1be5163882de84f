// Which reads X charges: the same post once per UTC day.

/** Counts the ids that were not read before on the same UTC day. Remembers nothing beyond that day, so a
 * restart counts again: rather too much than too little. */
export function oncePerDay(now: () => number): (ids: readonly string[]) => number {
  let day = ''
  let seen = new Set<string>()
  return (ids) => {
    const today = new Date(now()).toISOString().slice(0, 10)
    if (today !== day) {
      day = today
      seen = new Set()
    }
    const before = seen.size
    for (const id of ids) seen.add(id)
    return seen.size - before
  }
}
