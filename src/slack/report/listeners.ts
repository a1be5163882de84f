// What people can do about reports: ask for one, and note something for one.
import type { ExperienceFlaw } from '../../core/experience.ts'
import { localOf } from '../../core/time/calendar.ts'
import { readPeriod, spanOf } from '../../core/time/period.ts'
import { refusalSentence } from '../../wording/refusals.ts'
import {
  experienceFlaws,
  experienceGone,
  experienceNoted,
  experienceTakeBack,
  experienceTakenBack,
  notBegunSentence,
  reportComes,
  reportUsage,
} from '../../wording/report/asking.ts'
import type { Entrance, Said } from '../entrance.ts'
import { readValues } from '../form-values.ts'
import { limits } from '../limits.ts'
import type { Parts } from '../parts.ts'
import { actions, line, plain, rich, words, type Drawn } from '../pieces.ts'
import { readTarget, writeTarget } from '../target.ts'
import { experienceForm, readWhere } from './form.ts'
import type { Visit } from '../visit.ts'

/** Registers the form for notes and the button that takes one back. */
export function reportListeners(door: Entrance, parts: Parts): void {
  const { reports } = parts
  door.form('experience', readWhere, async (sent, where) => {
    const { standing } = await sent.visitor()
    if (standing === 'outsider') return { errors: { text: await forOutsiders(parts) } }
    const values = readValues(sent.values)
    const noted = reports.note(values.text('text'), values.option('topic'), {
      form: sent.id,
      user: sent.user,
    })
    return 'flaw' in noted
      ? { errors: { text: flawSentence(noted) } }
      : { says: notedMessage(noted.seal), where }
  })
  door.button('take-back-experience', readTarget, (press, { seal }) =>
    Promise.resolve({
      text: reports.takeBack(seal, press.user) ? experienceTakenBack : experienceGone,
      replaces: true,
    }),
  )
}

/** Opens the form for a note. Who may send it is seen when it is sent. */
export async function openExperience(parts: Parts, text: string, visit: Visit): Promise<Said> {
  if (visit.asKnown().standing === 'outsider') return forOutsiders(parts)
  await visit.opens(experienceForm(text, visit.where), text)
  return null
}

/** Has the report of a period drawn up for who asks, or says what can be asked for. */
export async function orderReport(parts: Parts, typed: string, visit: Visit): Promise<Said> {
  const { reports, zone, now } = parts
  const period = readPeriod(typed, localOf(now(), zone).date)
  if (period === null) return reportUsage('/bericht')
  if (spanOf(period, zone).from > now()) return notBegunSentence(period)
  const { user, standing } = await visit.visitor()
  if (standing === 'outsider') return forOutsiders(parts)
  void reports.order(period, user)
  return reportComes(period)
}

function forOutsiders({ newsroom }: Parts): Promise<string> {
  return newsroom.draw((setting) => refusalSentence({ refused: 'outsider' }, setting))
}

function flawSentence(flaw: ExperienceFlaw): string {
  return flaw.flaw === 'long' ? experienceFlaws.long(flaw.surplus) : experienceFlaws[flaw.flaw]
}

function notedMessage(seal: string): Drawn {
  return {
    text: experienceNoted,
    blocks: [
      rich([line(words(experienceNoted))]),
      actions([
        {
          type: 'button',
          action_id: 'take-back-experience',
          text: plain(experienceTakeBack, limits.button),
          value: writeTarget(seal),
        },
      ]),
    ],
  }
}
