// Who is looking and at what: kept in the address, so that a reload or a second window keeps it.

import { useEffect, useState } from 'preact/hooks'

export type Place = {
  /** The person, null before the first choice. */
  as: string | null
  /** A channel id, "home", "activity" or "search". */
  spot: string | null
  /** The ts of a message to look at; null for the newest. */
  at: string | null
  /** The ts of the first message of the thread that is open; null for none. */
  thread: string | null
  /** What is searched for. */
  words: string | null
}

/** The place of somebody who has not chosen yet. */
export const nowhere: Place = { as: null, spot: null, at: null, thread: null, words: null }

function read(): Place {
  const linked = messageLink(location.href)
  if (linked !== null) return { ...nowhere, ...linked }
  const hash = new URLSearchParams(location.hash.slice(1))
  return {
    as: hash.get('als'),
    spot: hash.get('ort'),
    at: hash.get('bei'),
    thread: hash.get('faden'),
    words: hash.get('suche'),
  }
}

/** Where a link to a message of this very sandbox leads (".../#/CHANNEL/TS"); null for other links. */
export function messageLink(href: string): { spot: string; at: string } | null {
  const url = URL.parse(href)
  if (url === null) return null
  const match = /^#\/([^/]+)\/([\d.]+)$/.exec(url.hash)
  if (url.origin !== location.origin || match === null) return null
  const [, spot = '', at = ''] = match
  return { spot, at }
}

/** The address of a place, for links. */
export function placeHref({ as, spot, at, thread, words }: Partial<Place>): string {
  const hash = new URLSearchParams()
  const parts = { als: as, ort: spot, bei: at, faden: thread, suche: words }
  for (const [name, part] of Object.entries(parts)) if (part != null) hash.set(name, part)
  return `#${hash.toString()}`
}

/** The current place and a way to go elsewhere. Follows back and forward. */
export function usePlace(): [Place, (place: Place) => void] {
  const [place, setPlace] = useState(read)
  useEffect(() => {
    const follow = () => {
      setPlace(read())
    }
    window.addEventListener('hashchange', follow)
    return () => {
      window.removeEventListener('hashchange', follow)
    }
  }, [])
  const go = (next: Place) => {
    history.replaceState(null, '', placeHref(next))
    setPlace(next)
  }
  return [place, go]
}
