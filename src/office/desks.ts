// How are the desks wired? The engine, the mailroom, and one desk for each kind of matter.
import type { Db } from '../../db/database.ts'
import { forgotten } from '../../db/forgotten.ts'
import { mentions as mentionsOf } from '../../db/mentions.ts'
import { slackMessages } from '../../db/slack-messages.ts'
import type { Clock } from '../clock.ts'
import { readServiceHours, type LiveConfig } from '../config.ts'
import { isHamburgHoliday } from '../core/time/holidays.ts'
import type { ServiceHours } from '../core/time/service-hours.ts'
import { desk as openDesk } from '../desk/desk.ts'
import { declarations as openDeclarations } from '../desk/declarations.ts'
import { feedDesk } from '../desk/feed.ts'
import { monthBudgets } from '../desk/month-budget.ts'
import { mailroom } from '../desk/mailroom.ts'
import { mentionViews } from '../desk/mention-views.ts'
import {
  moderation as openModeration,
  type Moderation,
  type ModerationParts,
} from '../desk/moderation.ts'
import type { Network } from '../desk/ports/network.ts'
import type { Newsroom } from '../desk/ports/newsroom.ts'
import { deskPictures, type CleanPicture } from '../desk/pictures.ts'
import { proposals as openProposals } from '../desk/proposals.ts'
import { readings as openReadings } from '../desk/readings.ts'
import { reports as openReports } from '../desk/reports.ts'
import type { Works } from '../health/health.ts'
import { contactsOf, houseRulesOf, type OfficeSettings } from './office-settings.ts'
import { drawUpInAThread } from '../report/thread.ts'
import type { Ways } from '../web/ask-public.ts'
import { lookAtFeed } from '../web/feed.ts'
import { lookAtPage } from '../web/look.ts'

/** Opens all desks of an office. `atModeration` is null where the office only publishes. */
export function openDesks(given: {
  config: LiveConfig
  db: Db
  clock: Clock
  network: Network
  newsroom: Newsroom
  fault: (what: string, error: unknown) => string
  works: Works
  /** The texts of the office's Textbausteine. */
  templates: readonly string[]
  postTemplates: readonly string[]
  /** Whether one of them is about damage. */
  hasDamageText: boolean
  settings: Pick<
    OfficeSettings,
    | 'nina'
    | 'departments'
    | 'slots'
    | 'specialTimes'
    | 'hoursPerWeek'
    | 'preElection'
    | 'selfApproval'
  >
  clean: CleanPicture
  /** Where public pages and feeds are. */
  ways: Ways
  /** The feed cannot be read. */
  unread: Parameters<typeof feedDesk>[0]['unread']
}) {
  const { config, db, clock, network, newsroom, fault, works } = given
  const { APPROVAL_CHANNEL: approvalChannel, MODERATION_CHANNEL, TIME_ZONE: zone } = config
  const { now, elapsed } = clock
  const hours = readServiceHours(config.SERVICE_HOURS)
  const serviceHours: ServiceHours = { ...hours, zone, isHoliday: isHamburgHoliday }
  const mail = mailroom({
    newsroom,
    written: slackMessages(db),
    now,
    elapsed,
    fault,
    // Slack takes about one message a second in a channel, and so does a reader. The desk looks each second, and must
    // not find itself too early by a hair.
    pace: (channel) => (channel === MODERATION_CHANNEL ? 900 : 0),
  })
  const kept = mentionsOf(db)
  const views = mentionViews({ mentions: kept, network })
  const desk = openDesk({ now, elapsed, db, newsroom, mail, fault, works })
  const parts = { now, elapsed, db, desk, mail, network, newsroom, fault }
  let atModeration: Moderation | null = null
  const pictures = deskPictures({ ...parts, clean: given.clean })
  const declarations = openDeclarations({
    ...parts,
    changed: (declaration) => {
      if (declaration.declared.is === 'stop') {
        if (declaration.stage.is === 'in-force') proposals.holdAll(declaration.by)
        return
      }
      if (declaration.declared.is === 'profile') return
      // Who waits hears of it once this is written down.
      queueMicrotask(() => {
        proposals.officeChanged().catch((error: unknown) => {
          fault('who waits for the press office could not be told', error)
        })
      })
    },
    heldBack: () => proposals.heldByStop(),
    settings: { approvalChannel },
  })
  const budgets = monthBudgets({
    ...{ db, network, mail, now, channel: approvalChannel, zone },
    budget: config.MONTHLY_BUDGET_USD ?? null,
  })
  const proposals = openProposals({
    ...parts,
    budgets,
    office: declarations,
    pictures,
    targets: kept,
    answerMoved: (answer) => atModeration?.conversations.answerMoved(answer),
    together: {
      isOpen: (one) => atModeration?.conversations.together.isOpen(one) ?? false,
      proposed: (one, proposal, by) =>
        atModeration?.conversations.together.proposed(one, proposal, by),
    },
    mention: views.answered,
    lookAtPage: config.LINK_CHECK === 'on' ? lookAtPage(given.ways) : null,
    settings: {
      approvalChannel,
      zone,
      escalation: config.ESCALATION_CONTACT ?? null,
      nina: given.settings.nina,
      plan: given.settings,
      house: houseRulesOf(given.settings, zone),
      undo: config.UNDO_SECONDS * 1000,
      hours: serviceHours,
      templates: given.templates,
      postTemplates: given.postTemplates,
    },
  })
  if (config.MENTIONS === 'on') {
    atModeration = openModeration({
      ...parts,
      proposals,
      mentions: kept,
      views,
      forgotten: forgotten(db, config.DATABASE_PATH),
      settings: {
        ...moderationSettings(config, serviceHours),
        contacts: contactsOf(given.settings),
        hasDamageText: given.hasDamageText,
      },
    })
  }
  const reports = openReports({
    ...parts,
    drawUp: (period, drawnUpAt) =>
      drawUpInAThread({
        database: config.DATABASE_PATH,
        period,
        drawnUpAt,
        zone,
        hours,
        eurPerUsd: config.EUR_PER_USD ?? null,
      }),
    settings: { approvalChannel, zone },
  })
  const readings = openReadings({ ...parts, zone })
  const feed =
    config.FEED_URL === undefined
      ? null
      : feedDesk({
          ...{ db, mail, now, unread: given.unread, look: lookAtFeed(given.ways) },
          settings: { address: config.FEED_URL, channel: approvalChannel },
        })
  return {
    desk,
    mail,
    budgets,
    declarations,
    proposals,
    reports,
    readings,
    feed,
    atModeration,
    serviceHours,
  }
}

/** What the office has set for dealing with citizens' words. */
function moderationSettings(
  config: LiveConfig,
  hours: ServiceHours,
): Omit<ModerationParts['settings'], 'contacts' | 'hasDamageText'> {
  const day = 24 * 60 * 60_000
  return {
    approvalChannel: config.APPROVAL_CHANNEL,
    moderationChannel: config.MODERATION_CHANNEL,
    zone: config.TIME_ZONE,
    hours,
    retention: {
      afterClosing: config.KEEP_DAYS_AFTER_CLOSING * day,
      afterReceipt: config.KEEP_DAYS_AFTER_RECEIPT * day,
    },
    flood: { mentions: config.FLOOD_MENTIONS, within: config.FLOOD_MINUTES * 60_000 },
    reading: { day: config.READING_USD_PER_DAY, month: config.READING_USD_PER_MONTH },
    escalation: config.ESCALATION_CONTACT ?? null,
  }
}
