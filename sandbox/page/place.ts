// Who is looking and at what: kept in the address, so that a reload or a second window keeps it.

import { useEffect, useState } from 'preact/hooks'

export type Place = {
  /** The person, null before the first choice. */
  as: string | null
  /** A channel id or "home". */
  spot: string | null
  /** The ts of a message to look at; null for the newest. */
  at: string | null
}

function read(): Place {
  const linked = messageLink(location.href)
  if (linked !== null) return { as: null, ...linked }
  const hash = new URLSearchParams(location.hash.slice(1))
  return { as: hash.get('als'), spot: hash.get('ort'), at: hash.get('bei') }
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
export function placeHref(place: Place): string {
  const hash = new URLSearchParams()
  if (place.as !== null) hash.set('als', place.as)
  if (place.spot !== null) hash.set('ort', place.spot)
  if (place.at !== null) hash.set('bei', place.at)
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
