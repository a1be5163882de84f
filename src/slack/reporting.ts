// Everything people can do about reports in Slack: ask for one, and note something for one.
import type { App, types } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import { localOf } from '../core/time/calendar.ts'
import type { Standing } from '../core/people.ts'
import type { ExperienceFlaw } from '../core/experience.ts'
import { readPeriod, spanOf } from '../core/time/period.ts'
import type { Reports } from '../desk/reports.ts'
import { faultSentence, standingUnknownSentence } from '../wording/faults.ts'
import { refusalSentence } from '../wording/refusals.ts'
import {
  experienceFlaws,
  experienceNoted,
  experienceTakeBack,
  experienceTakenBack,
  notBegunSentence,
  reportComes,
  reportUsage,
} from '../wording/report/asking.ts'
import { readExperienceForm } from './form-values.ts'
import { experienceForm } from './proposal/forms.ts'
import { limits } from './limits.ts'
import { readNumber } from './mention-target.ts'
import { actions, line, plain, rich, words } from './pieces.ts'
import type { SlackNewsroom } from './slack-newsroom.ts'
import type { Team } from './team.ts'

export type ReportingParts = {
  reports: Reports
  team: Team
  newsroom: SlackNewsroom
  zone: string
  now: () => number
  fault: (what: string, error: unknown) => string
}

type From = { user: string; channel: string; trigger: string; client: WebClient }

/** What a command about reports does, after it was acknowledged. */
export function openReporting(
  given: ReportingParts,
): (
  reply: { about: 'report'; typed: string } | { open: 'experience'; text: string },
  from: From,
) => Promise<void> {
  const { reports, team, newsroom, zone, now } = given
  return async (reply, { user, channel, trigger, client }) => {
    if ('open' in reply) {
      // The form opens before anything is asked of Slack; who may send it is seen when it is sent.
      if (team.standingAsKnown(user) === 'outsider') return refused(user, channel)
      await client.views.open({ trigger_id: trigger, view: experienceForm(reply.text, channel) })
      return
    }
    const period = readPeriod(reply.typed, localOf(now(), zone).date)
    if (period === null) return newsroom.whisper(user, channel, reportUsage('/bericht'))
    if (spanOf(period, zone).from > now()) {
      return newsroom.whisper(user, channel, notBegunSentence(period))
    }
    let standing: Standing
    try {
      standing = await team.standing(user)
    } catch (error) {
      given.fault('Slack does not tell who somebody is', error)
      return newsroom.whisper(user, channel, standingUnknownSentence)
    }
    if (standing === 'outsider') return refused(user, channel)
    void reports.order(period, user)
    await newsroom.whisper(user, channel, reportComes(period))
  }

  function refused(user: string, channel: string): Promise<void> {
    return newsroom.refuse(user, channel, { refused: 'outsider' })
  }
}

/** Registers the form for notes and the button that takes one back. */
export function registerReporting(app: App, { reports, team, fault }: ReportingParts): void {
  app.view('experience', async ({ ack, view, body, client }) => {
    const { text, topic } = readExperienceForm(view.state.values)
    const user = body.user.id
    const refuse = (sentence: string) =>
      ack({ response_action: 'errors', errors: { text: sentence } })
    try {
      if ((await team.standing(user)) === 'outsider') {
        const setting = { name: String, zone: '' }
        await refuse(refusalSentence({ refused: 'outsider' }, setting))
        return
      }
    } catch (error) {
      return refuse(faultSentence(fault('a note could not be taken', error)))
    }
    const noted = reports.note(text, topic)
    if ('flaw' in noted) return refuse(flawSentence(noted))
    await ack()
    await client.chat
      .postEphemeral({ channel: view.private_metadata, user, ...notedMessage(noted.number) })
      .catch((error: unknown) => fault('a person could not be told something', error))
  })
  app.action('take-back-experience', async ({ ack, action, respond }) => {
    await ack()
    const number = action.type === 'button' ? readNumber(action.value ?? '') : null
    if (number === null) return
    reports.takeBack(number)
    await respond({ text: experienceTakenBack, replace_original: true })
  })
}

function flawSentence(flaw: ExperienceFlaw): string {
  return flaw.flaw === 'long' ? experienceFlaws.long(flaw.surplus) : experienceFlaws[flaw.flaw]
}

function notedMessage(number: number): { text: string; blocks: types.KnownBlock[] } {
  return {
    text: experienceNoted,
    blocks: [
      rich([line(words(experienceNoted))]),
      actions([
        {
          type: 'button',
          action_id: 'take-back-experience',
          text: plain(experienceTakeBack, limits.button),
          value: String(number),
        },
      ]),
    ],
  }
}
