// What every part of the page may know and do, without passing it through all parts in between.

import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Act, ActAnswer, CitizenAct, Fault, Person, Sight } from '../contract.ts'
import type { Place } from './place.ts'

/** An act without its person: the page always acts as the person it shows. */
export type Deed = Act extends infer A ? (A extends Act ? Omit<A, 'as'> : never) : never

/** A sentence about what went wrong, shown on the side where it happened. */
export type Notice = { side: 'slack' | 'x'; sentence: string }

export type Sandbox = {
  sight: Sight
  me: Person
  /** Where the person is, and a way to go elsewhere. */
  place: Place
  go: (place: Place) => void
  /** Acts as the person shown; a failure is also shown as a notice. */
  act: (deed: Deed) => Promise<ActAnswer>
  citizen: (act: CitizenAct) => Promise<ActAnswer>
  setFaults: (service: 'slack' | 'x', faults: Fault[]) => Promise<ActAnswer>
  reset: () => Promise<ActAnswer>
  /** Name of a person or the bot; the id where nobody is known by it. */
  nameOf: (user: string) => string
  /** What went wrong last, until it is dismissed or something works again. */
  notice: Notice | null
  dismissNotice: () => void
  /** What a person has typed in a channel and not sent; kept while switching person and channel. */
  typed: (channel: string) => string
  type: (channel: string, text: string) => void
}

export const SandboxContext = createContext<Sandbox | null>(null)

/** The sandbox as this page sees it. Throws outside of the page. */
export function useSandbox(): Sandbox {
  const sandbox = useContext(SandboxContext)
  if (sandbox === null) throw new Error('useSandbox outside of <SandboxContext.Provider>')
  return sandbox
}
