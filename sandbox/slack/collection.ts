// A kind of document held at hand and written through to the memory.

import type { Memory } from '../memory.ts'

export type Collection<T> = {
  get(id: string): T | undefined
  /** In the order in which they were first put. */
  all(): T[]
  put(id: string, doc: T): void
  remove(id: string): void
  clear(): void
  /** Takes what the memory holds in place of what is at hand. */
  load(): void
}

/** Loads a kind once and keeps it; what put() was given must not be changed afterwards. */
export function collection<T>(memory: Memory, kind: string): Collection<T> {
  type Entry = { id: string; doc: T }
  const held = new Map<string, T>()
  function load(): void {
    held.clear()
    for (const { id, doc } of memory.all(kind) as Entry[]) held.set(id, doc)
  }
  load()
  return {
    load,
    get: (id) => held.get(id),
    all: () => [...held.values()],
    put(id, doc) {
      held.set(id, doc)
      memory.put(kind, id, { id, doc })
    },
    remove(id) {
      held.delete(id)
      memory.remove(kind, id)
    },
    clear() {
      held.clear()
      memory.clear(kind)
    },
  }
}
