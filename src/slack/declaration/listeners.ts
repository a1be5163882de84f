// What people declare: stop, capacity, who stands in; and how each is ended.
import type { Reply } from '../../../commands/command.ts'
import type { DeclarationRefusal } from '../../core/declaration/declaration.ts'
import { endOfDay, instantOf } from '../../core/time/calendar.ts'
import { readDays } from '../../core/time/spoken.ts'
import type { DeclarationAnswer } from '../../desk/declarations.ts'
import {
  capacityUnread,
  capacityEnded,
  capacityNoted,
  stopEnded,
  declarationRefusal,
  nothingToEnter,
  stopNoted,
} from '../../wording/declarations.ts'
import type { Entrance, FormEnd, Said } from '../entrance.ts'
import type { Parts } from '../parts.ts'
import { readFormTarget, readTarget } from '../target.ts'
import type { Visit } from '../visit.ts'
import { readStandIn, standInForm } from './form.ts'

/** Registers what can be done about declarations. */
export function declarationListeners(door: Entrance, parts: Parts): void {
  const { declarations, zone } = parts

  door.button('end-declaration', readTarget, async (press, { seal }) => {
    const visitor = await press.visitor()
    const number = declarations.seen(seal)
    if (number === null) return declarationRefusal({ refused: 'unknown-declaration' })
    return said(parts, declarations.end(number, visitor), null)
  })

  door.form('stand-in', readFormTarget, async (sent): Promise<FormEnd> => {
    const { person, from, until, isAway } = readStandIn(sent.values)
    if (person === null && !isAway) return { errors: { person: nothingToEnter } }
    const visitor = await sent.visitor()
    const begins = instantOf(from, '00:00', zone)
    const span = {
      // What is for today holds from now on.
      from: Math.max('instant' in begins ? begins.instant : 0, parts.now()),
      until: endOfDay(until, zone),
      reason: '',
    }
    if (person !== null) {
      const standing = await parts.standing(person)
      const answer = declarations.declare(
        { ...span, declared: { user: person, standing } },
        visitor,
      )
      if ('refused' in answer) return { errors: beside(answer) }
      void declarations.settle(answer.declaration.number)
    }
    if (isAway) {
      const answer = declarations.declare({ ...span, declared: { is: 'absence' } }, visitor)
      // Who had entered that already has what they wanted.
      const isNews = 'declaration' in answer || answer.refused !== 'declared-already'
      if ('refused' in answer && (isNews || person === null)) return { errors: beside(answer) }
      if ('declaration' in answer) void declarations.settle(answer.declaration.number)
    }
    return null
  })
}

/** A refusal beside the field it is about. */
function beside(refusal: DeclarationRefusal): Record<string, string> {
  const sentence = declarationRefusal(refusal)
  switch (refusal.refused) {
    case 'in-the-past':
    case 'ends-before-it-begins':
      return { until: sentence }
    default:
      return { person: sentence }
  }
}

/** Opens the form that asks who stands in. */
export async function openStandIn(
  parts: Parts,
  { person, days }: Extract<Reply, { open: 'stand-in' }>,
  visit: Visit,
): Promise<Said> {
  if (visit.asKnown().standing !== 'officer')
    return declarationRefusal({ refused: 'not-an-officer' })
  const { zone, now } = parts
  const form = parts.newId()
  await visit.opens(standInForm({ form, person, days: readDays(days, now(), zone) }))
  return null
}

/** Stops everything, or all but warnings; or ends that. */
export async function declareStop(
  parts: Parts,
  reply: Extract<Reply, { about: 'stop' }>,
  visit: Visit,
): Promise<Said> {
  const { declarations, proposals, now } = parts
  // Holding back is always safe, also while Slack does not tell who it is.
  const visitor = await (reply.wants === 'end' ? visit.visitor() : visit.visitorOrKnown())
  if (reply.wants === 'end') return said(parts, declarations.endAll('stop', visitor), stopEnded)
  const declared = { is: 'stop', lets: reply.wants } as const
  const { reason } = reply
  const answer = declarations.declare({ declared, from: now(), until: null, reason }, visitor)
  return said(parts, answer, stopNoted(proposals.heldByStop().map(({ number }) => number)))
}

/** Says how much the press office takes on. */
export async function declareCapacity(
  parts: Parts,
  { level, days }: Extract<Reply, { about: 'capacity' }>,
  visit: Visit,
): Promise<Said> {
  const { declarations, now, zone } = parts
  const visitor = await visit.visitor()
  if (level === 'green') return said(parts, declarations.endAll('capacity', visitor), capacityEnded)
  const span = days === '' ? null : readDays(days, now(), zone)
  if (days !== '' && span === null) return capacityUnread
  const begins = span === null ? null : instantOf(span.first, '00:00', zone)
  const from = begins !== null && 'instant' in begins ? Math.max(begins.instant, now()) : now()
  const until = span === null ? null : endOfDay(span.last, zone)
  const declared = { is: 'capacity', level } as const
  const answer = declarations.declare({ declared, from, until, reason: '' }, visitor)
  return said(parts, answer, capacityNoted(level))
}

function said(parts: Parts, answer: DeclarationAnswer, noted: string | null): Said {
  if ('refused' in answer) return declarationRefusal(answer)
  void parts.declarations.settle(answer.declaration.number)
  return noted
}
