// What the page sees of the sandbox: read once, and again whenever the sandbox says that it changed.

import { useEffect, useRef, useState } from 'preact/hooks'
import type { Sight } from '../contract.ts'

export type SightState = { sight: Sight | null; lost: boolean; look: () => void }

/** The newest sight of a person (the first person where null). Keeps the old one until the next is there. */
export function useSight(as: string | null): SightState {
  const [sight, setSight] = useState<Sight | null>(null)
  const [lost, setLost] = useState(false)
  const latest = useRef(0)
  const person = useRef(as)
  person.current = as

  const look = useRef(async () => {
    // Answers may overtake each other: only the answer to the newest question counts.
    const turn = ++latest.current
    const query = person.current === null ? '' : `?as=${encodeURIComponent(person.current)}`
    try {
      const response = await fetch(`/sandbox/sight${query}`)
      if (!response.ok) throw new Error(response.statusText)
      const seen = (await response.json()) as Sight
      if (turn !== latest.current) return
      setSight(seen)
      setLost(false)
    } catch {
      if (turn === latest.current) setLost(true)
    }
  }).current

  useEffect(() => {
    void look()
  }, [as])

  useEffect(() => {
    const changes = new EventSource('/sandbox/changes')
    const again = () => void look()
    changes.addEventListener('change', again)
    changes.addEventListener('open', again)
    changes.addEventListener('error', () => {
      setLost(true)
    })
    return () => {
      changes.close()
    }
  }, [])

  return { sight, lost, look: () => void look() }
}
