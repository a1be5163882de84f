// The ways in which the local X can fail on request.
import type { Response } from 'express'
import type { Clock, Fault } from '../contract.ts'
import { answer, refuse } from './answer.ts'
import {
  invalidMedia,
  noCredits,
  serviceUnavailable,
  tooLarge,
  tooManyRequests,
} from './problems.ts'
import { usedUp } from './rates.ts'

/** Kinds that strike no call as such: they are asked for where they matter. */
const apart = new Set<Fault['kind']>(['late-index', 'forgetful'])

/** How late a post is found unless a fault says otherwise, in seconds. */
const usualLateness = 60

/** Keeps the faults and lets them strike. A fault struck its number of times is over and no longer shown. */
export function openFaults(clock: Clock, changed: () => void) {
  let faults: Fault[] = []
  const held = new Set<Response>()

  function strike(fault: Fault): Fault {
    if (fault.times !== null) {
      fault.times -= 1
      if (fault.times <= 0) faults = faults.filter((each) => each !== fault)
      changed()
    }
    return fault
  }

  // A fault that lets calls through first counts those it would have struck.
  const meets = (fault: Fault, route: string | null, path: string) => {
    const isMeant = fault.method === undefined || fault.method === route || fault.method === path
    if (!isMeant || fault.skips === undefined || fault.skips === 0) return isMeant
    fault.skips -= 1
    return false
  }

  /** Lets the next fault for this call strike. `goOn` is called where the call does not end here, perhaps with
   * an answer that will not arrive whole. `path` is the method with the path as called. */
  function struck(route: string, path: string, res: Response, goOn: () => void): void {
    const next = faults.find((each) => !apart.has(each.kind) && meets(each, route, path))
    if (next === undefined) {
      goOn()
      return
    }
    const fault = { ...strike(next) }
    const strikeNow = () => {
      if (!ends(fault, res)) goOn()
    }
    if (fault.waits === undefined) strikeNow()
    else setTimeout(strikeNow, fault.waits).unref()
  }

  /** Whether a call ends with this fault. */
  function ends({ kind, seconds }: Fault, res: Response): boolean {
    switch (kind) {
      case 'rate-limit':
        res.set(usedUp(clock, seconds))
        refuse(res, tooManyRequests)
        return true
      case 'no-credit':
        refuse(res, noCredits)
        return true
      case 'server-error':
        refuse(res, serviceUnavailable)
        return true
      case 'html':
        res
          .status(200)
          .type('html')
          .send('<!doctype html><title>X</title><p>Something went wrong.</p>')
        return true
      case 'hang':
        hold(res)
        return true
      case 'too-large':
        refuse(res, tooLarge)
        return true
      case 'media-gone':
        refuse(res, invalidMedia(['?']))
        return true
      case 'media-fails':
        answer(res, 200, { data: { id: '1', processing_info: { state: 'failed' } } })
        return true
      case 'dropped':
      case 'down':
        res.socket?.destroy()
        return true
      case 'hang-after-commit':
        instead(res, () => {
          hold(res)
        })
        return false
      case 'lost-answer':
        instead(res, () => res.socket?.destroy())
        return false
      case 'half-body':
        instead(res, (body) => {
          sendHalf(res, body)
        })
        return false
      // Others speak of Slack, or were looked for elsewhere.
      case 'twice':
      case 'late':
      case 'unheard':
      case 'slow':
      case 'forgetful':
      case 'invalid-auth':
      case 'account-inactive':
      case 'late-index':
        return false
    }
  }

  function hold(res: Response): void {
    held.add(res)
    res.on('close', () => held.delete(res))
  }

  function letGo(): void {
    for (const res of held) res.socket?.destroy()
  }

  return {
    struck,
    /** How late a post written now is found, in milliseconds. `route` is null for citizens, whom only a
     * fault of every call strikes. */
    lateness: (route: string | null): number => {
      const next = faults.find((each) => each.kind === 'late-index' && meets(each, route, ''))
      return next === undefined ? 0 : (strike(next).seconds ?? usualLateness) * 1000
    },
    /** Whether the same words are taken again; asked once for each post that is. */
    forgets: (): boolean => {
      const next = faults.find(({ kind }) => kind === 'forgetful')
      if (next !== undefined) strike(next)
      return next !== undefined
    },
    set: (given: readonly Fault[]) => {
      faults = given
        .filter(({ times }) => times === null || times > 0)
        .map((fault) => ({ ...fault }))
      if (faults.every(({ kind }) => kind === 'forgetful')) letGo()
      changed()
    },
    shown: (): Fault[] => faults.map((fault) => ({ ...fault })),
    /** Cuts the connections that wait for an answer in vain. */
    stop: letGo,
  }
}

/** Does this with the body instead of sending it. */
function instead(res: Response, ending: (body: Buffer) => void): void {
  res.send = (body) => {
    ending(Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)))
    return res
  }
}

/** Announces the whole body, sends half of it and cuts the connection. */
function sendHalf(res: Response, body: Buffer): void {
  res.set({ 'Content-Type': 'application/json', 'Content-Length': String(body.length) })
  res.flushHeaders()
  res.write(body.subarray(0, Math.floor(body.length / 2)), () => res.socket?.destroy())
}
