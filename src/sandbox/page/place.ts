// Who is looking and at what: kept in the address, so that a reload or a second window keeps it.

import { useEffect, useState } from 'preact/hooks'

export type Place = {
  /** The person, null before the first choice. */
  as: string | null
  /** A channel id or "home". */
  spot: string | null
}

function read(): Place {
  const hash = new URLSearchParams(location.hash.slice(1))
  return { as: hash.get('als'), spot: hash.get('ort') }
}

/** The address of a place, for links. */
export function placeHref(place: Place): string {
  const hash = new URLSearchParams()
  if (place.as !== null) hash.set('als', place.as)
  if (place.spot !== null) hash.set('ort', place.spot)
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
