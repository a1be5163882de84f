// How is it wired? One office: a database, a workspace, a network and the desk between them. It is one long function
// because the order is the point: what comes later uses what is open by then, and closing goes backwards.
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import { openDatabase } from '../../db/database.ts'
import { done as doneOf } from '../../db/done.ts'
import { people } from '../../db/people.ts'
import { spending } from '../../db/spending.ts'
import type { Clock } from '../clock.ts'
import { readServiceHours, type LiveConfig } from '../config.ts'
import { endOfDay, instantOf } from '../core/time/calendar.ts'
import { electionFile } from '../report/pre-election.ts'
import { isProfileDue } from '../core/declaration/declaration.ts'
import type { Declarations } from '../desk/declarations.ts'
import type { Desk } from '../desk/desk.ts'
import type { Feed } from '../desk/feed.ts'
import type { Moderation } from '../desk/moderation.ts'
import { morningOf } from '../desk/morning.ts'
import type { Network } from '../desk/ports/network.ts'
import type { Proposals } from '../desk/proposals.ts'
import type { Readings } from '../desk/readings.ts'
import type { Reports } from '../desk/reports.ts'
import { openHealth, startHealth } from '../health/health.ts'
import { probe } from '../health/probe.ts'
import { watched } from '../health/watched.ts'
import { openDesks } from './desks.ts'
import { duties, looks, startJobs } from './jobs.ts'
import { networks } from '../networks/index.ts'
import { connect, slackProblem } from '../slack/bolt.ts'
import { checkChannels } from '../slack/channels.ts'
import { checkContact } from '../slack/contact.ts'
import { membership } from '../slack/membership.ts'
import { entrance } from '../slack/entrance.ts'
import { readers } from '../slack/readers.ts'
import { register } from '../slack/listeners.ts'
import { isDamageText } from '../slack/conversation/forms.ts'
import { slackFiles } from '../slack/files.ts'
import { pictures as openPictures } from '../pictures/pictures.ts'
import { drawTile } from '../tiles/draw.ts'
import { slackNewsroom } from '../slack/slack-newsroom.ts'
import { checkOfficers, deciders, team as openTeam } from '../slack/team.ts'
import { teller } from '../slack/tell.ts'
import { watchListeners, watchSlack } from '../slack/watch.ts'
import { theInternet, type Ways } from '../web/ask-public.ts'
import { anchoring } from './anchoring.ts'
import { secondPair } from './second-pair.ts'
import { contactsOf, houseRulesOf, readOfficeSettings } from './office-settings.ts'
import { templatesAt } from './templates.ts'
import { storage } from './storage.ts'
import type { StartProblem } from '../wording/start.ts'
import { forgottenPerson } from '../wording/people.ts'
import { watchedParts } from '../wording/watch.ts'

export type Office = {
  desk: Desk
  declarations: Declarations
  proposals: Proposals
  reports: Reports
  readings: Readings
  /** Null where the office has none. */
  feed: Feed | null
  /** Ends its rest: what is owed by the hour is done again, and what is acknowledged survives a power cut. */
  wake(): void
  /** Takes nothing new, finishes what runs (at most ten seconds), closes everything. */
  close(): Promise<void>
} & {
  /** The desks of citizens' words: not there where the office only publishes. */
  [Name in keyof Moderation]?: Moderation[Name]
}

export type OfficeParts = {
  config: LiveConfig
  clock: Clock
  log: Logger
  /** Opened for somebody to play the past in: until it is woken nothing is done by the hour, and no write waits for the
   * disk. Awake, where it is left out. */
  rests?: boolean
  /** Where public pages and feeds are: the internet, where it is left out. */
  ways?: Ways
  /** Slack cannot be heard for minutes; whoever supervises should start anew. */
  deaf: () => void
}

/** How long Slack may stay away before that is told, and before the process gives up, in milliseconds. */
const deafAfter = { told: 60_000, over: 3 * 60_000 }
/** How long closing waits for what runs, and opening for the first settling and for the sockets, in
 * milliseconds. */
const patience = { close: 10_000, settle: 5_000, sockets: 20_000, account: 5_000 }

/** Opens an office: checks everything, makes up for what happened meanwhile, then listens. Nothing stays
 * half open when it answers with a problem. Throws only on a fault of the program. */
export async function openOffice(given: OfficeParts): Promise<Office | StartProblem> {
  const { config, clock, log, rests = false, ways = theInternet, deaf } = given
  const { now, elapsed } = clock
  const opened = openDatabase(config.DATABASE_PATH)
  if ('refused' in opened) {
    return { problem: 'database', because: opened.refused, path: opened.path }
  }
  if (opened.tightened.length > 0) {
    log.warn({ files: opened.tightened }, 'others could read these files until now')
  }
  const closers: (() => unknown)[] = [opened.close]
  const closeAll = async () => {
    for (const close of closers.splice(0).reverse()) {
      try {
        await close()
      } catch (error) {
        fault('closing broke off', error)
      }
    }
  }
  const fail = async (problem: StartProblem) => {
    await closeAll()
    return problem
  }
  const fault = (what: string, error: unknown): string => {
    const id = Math.random().toString(16).slice(2, 6)
    const known = store.heard(what, error, id)
    if (known !== null) return known
    log.error({ id, err: error }, what)
    return id
  }
  const store = storage({
    probe: () => {
      // A write like any other.
      db.pragma(`user_version = ${Number(db.pragma('user_version', { simple: true }))}`)
    },
    makeUp: async () => {
      // A reaction that could not be written down is only heard again by looking.
      await desk.readAllReactions()
      await desk.settle()
    },
    log,
  })

  const connection = connect({
    botToken: config.SLACK_BOT_TOKEN,
    appToken: config.SLACK_APP_TOKEN,
    apiUrl: config.SLACK_API_URL ?? null,
    log,
    elapsed,
  })
  const { db } = opened
  let isResting = rests
  // What is played can be played again.
  if (isResting) db.pragma('synchronous = OFF')
  const spent = spending(db, config.TIME_ZONE)
  const done = doneOf(db)
  const health = openHealth(elapsed)
  const network = watched(
    networks.x.open(config, {
      now,
      spent: (charge, count) => {
        try {
          spent.add(charge, count, now())
        } catch (error) {
          // What became of a post counts more than its price.
          fault('what X charges could not be noted', error)
        }
      },
    }),
    health,
  )
  let identity: { bot: string; home: string }
  try {
    identity = await connection.identify()
  } catch (error) {
    return fail(slackProblem('SLACK_BOT_TOKEN', error))
  }
  const { client } = connection.app
  const settings = readOfficeSettings(config.OFFICE_PATH)
  if ('problem' in settings) return fail(settings)
  const { departments } = settings
  let declared: Declarations | null = null
  const team = openTeam({
    client,
    officers: config.PRESS_OFFICERS,
    departments,
    // Nobody asks before the desks are open.
    standIns: () => declared?.deputies() ?? [],
    absent: () => new Set(declared?.absent().keys()),
    home: identity.home,
    now,
    elapsed,
  })
  let problems: (StartProblem | null)[]
  try {
    problems = await Promise.all([
      checkChannels(client, config),
      checkOfficers(team),
      checkContact(client, config.ESCALATION_CONTACT),
      checkAccount(network, log),
    ])
  } catch (error) {
    return fail(slackProblem('SLACK_BOT_TOKEN', error))
  }
  const problem = problems.find((one) => one !== null)
  if (problem) return fail(problem)

  const who = people(db)
  const tell = teller({ client, fault })
  const workspace = watchSlack({
    client,
    team,
    channels: { approval: config.APPROVAL_CHANNEL, moderation: config.MODERATION_CHANNEL },
    log: (sentence) => {
      log.error(sentence)
    },
    away: () => {
      health.bad('workspace', 'unreachable')
    },
    found: (troubles) => {
      for (const part of watchedParts) {
        const trouble = troubles.find((one) => one.part === part)
        if (trouble === undefined) health.ok(part)
        else health.bad(part, trouble.why)
      }
    },
  })
  const readersOfContacts = readers({ client, team, bot: identity.bot })
  const newsroom = slackNewsroom({
    client,
    team,
    tell,
    isShared: workspace.isShared,
    readers: readersOfContacts,
    bot: identity.bot,
    departments,
    files: slackFiles({
      client,
      token: config.SLACK_BOT_TOKEN,
      apiUrl: config.SLACK_API_URL ?? null,
    }),
    zone: config.TIME_ZONE,
    slackUser: (actor) => who.slackUser(actor),
    escalation: config.ESCALATION_CONTACT ?? null,
    forgotten: forgottenPerson,
    fault,
  })
  const templates = templatesAt('TEMPLATES_PATH', config.TEMPLATES_PATH)
  if ('problem' in templates) return fail(templates)
  const postTemplates = templatesAt('POST_TEMPLATES_PATH', config.POST_TEMPLATES_PATH)
  if ('problem' in postTemplates) return fail(postTemplates)
  const cleaning = openPictures()
  const desks = openDesks({
    ...{ config, db, clock, network, newsroom, fault },
    works: health.works('desk'),
    templates: templates.map(({ text }) => text),
    postTemplates: postTemplates.map(({ text }) => text),
    hasDamageText: templates.some(isDamageText),
    settings,
    clean: cleaning.ready,
    ways,
    unread: (because) => {
      log.warn({ because }, 'the feed cannot be read')
    },
  })
  closers.push(cleaning.stop)
  const { desk, mail, declarations, proposals, reports, readings, atModeration, serviceHours } =
    desks
  const { feed, budgets } = desks
  declared = declarations
  const moderators = membership({ client, channel: config.MODERATION_CHANNEL, elapsed })
  const door = entrance({ app: connection.app, team, moderators, tell, fault })
  watchListeners(door, workspace)
  register(door, {
    desk,
    declarations,
    proposals,
    reports,
    newsroom,
    team,
    standing: (user) => team.standingAlone(user),
    zone: config.TIME_ZONE,
    now,
    formSetting: { departments, asksForAi: settings.madeWithAi, templates: postTemplates },
    planSettings: settings,
    house: houseRulesOf(settings, config.TIME_ZONE),
    newId: randomUUID,
    shareElection: async (period) => {
      const day = (date: string) => instantOf(date, '00:00', config.TIME_ZONE)
      const begins = day(period.from)
      const published = proposals.publishedBetween(
        'instant' in begins ? begins.instant : 0,
        endOfDay(period.until, config.TIME_ZONE) ?? now(),
      )
      const file = electionFile(period, published, {
        ...{ zone: config.TIME_ZONE, stoodIn: declarations.stoodIn },
      })
      const said = { of: 'election', title: file.title } as const
      await newsroom.share(config.APPROVAL_CHANNEL, { files: [file], said })
    },
    accountLink: () => network.linkToAccount(),
    releaseOf: (seal) => feed?.releaseOf(seal) ?? null,
    handbook: config.HANDBOOK_URL ?? null,
    office: settings.name,
    drawTile: (words, name) => drawTile(words, { look: settings.look, name }),
    moderating: atModeration && {
      ...atModeration,
      templates,
      moderationChannel: config.MODERATION_CHANNEL,
      contacts: contactsOf(settings),
      readers: readersOfContacts,
      opens: readServiceHours(config.SERVICE_HOURS).from,
    },
  })
  const finish = async () => {
    await connection.close()
    await door.drained()
    atModeration?.inbox.stop()
    await desk.stop()
    await readings.stop()
  }
  // One patience for all of it: whoever supervises kills a process that takes longer.
  closers.push(() => atMost(patience.close, finish()))

  const erasedAgain = (await atModeration?.eraseAgain()) ?? 0
  if (erasedAgain > 0) {
    log.warn({ erasedAgain }, 'an older copy of the database brought back what was erased')
  }
  desk.wake()
  await atMost(
    patience.settle,
    desk.readAllReactions().then(() => desk.settle()),
  )
  try {
    const isOpen = await atMost(patience.sockets, connection.open())
    if (!isOpen) return await fail({ problem: 'slack-unreachable' })
  } catch (error) {
    return fail(slackProblem('SLACK_APP_TOKEN', error))
  }
  const warn = secondPair({
    ...{ mail, now },
    deciders: () => deciders(team),
    zone: config.TIME_ZONE,
    channel: config.APPROVAL_CHANNEL,
  })
  await warn()
  const watch = () => {
    const deafFor = connection.deafFor()
    if (deafFor > deafAfter.told) health.bad('slack', 'deaf', deafFor)
    else health.ok('slack')
    if (deafFor > deafAfter.over) deaf()
    return Promise.resolve()
  }
  const moderating = atModeration && {
    ...atModeration,
    rhythm: config.MENTION_POLL_SECONDS * 1000,
  }
  const anchor = anchoring({
    ...{ db, newsroom, mail, log },
    channels: {
      noted: atModeration === null ? null : config.MODERATION_CHANNEL,
      told: config.APPROVAL_CHANNEL,
    },
  })
  const closeDay = () => {
    spent.closeDays((charge) => networks.x.usd(charge, 1), now())
    anchor.note()
  }
  const table = {
    looks: looks({
      anchor,
      desk,
      workspace,
      reports,
      readings,
      budgets,
      moderating,
      feed,
      health,
      watch,
      warn,
      makeUp: store.look,
      forgetPictures: () => proposals.forgetPictures(),
      probe: () => probe({ done, path: config.DATABASE_PATH, now, health }),
    }),
    duties: duties(moderating, {
      ...{ service: serviceHours, now, closeDay },
      morning: morningOf({
        profileDue: () => {
          const last = declarations.profile()
          return last !== null && isProfileDue(last, now(), config.TIME_ZONE) ? last : null
        },
        ...{ proposals, desk, mail, newsroom, house: houseRulesOf(settings, config.TIME_ZONE) },
        conversations: atModeration?.conversations ?? null,
      }),
    }),
  }
  const stepped = (by: number) => {
    log.warn({ by }, 'the clock was set, or the machine slept')
    desk.stepped()
  }
  const heard = health.works('jobs')
  closers.push(
    startJobs(table, {
      ...{ clock, zone: config.TIME_ZONE, done, fault, heard, stepped },
      rests: () => isResting,
    }),
  )
  if (config.HEALTH_PORT !== undefined) {
    try {
      closers.push(await startHealth(config.HEALTH_PORT, health))
    } catch {
      return fail({ problem: 'health-port', port: config.HEALTH_PORT })
    }
  }
  return {
    desk,
    declarations,
    proposals,
    reports,
    readings,
    feed,
    ...(atModeration ?? {}),
    wake: () => {
      isResting = false
      db.pragma('synchronous = FULL')
      // All that is in it until now, too.
      db.pragma('wal_checkpoint(TRUNCATE)')
    },
    close: closeAll,
  }
}

async function checkAccount(network: Network, log: Logger): Promise<StartProblem | null> {
  // One that does not answer at all holds up nobody.
  const account = await Promise.race([network.account(), silence(patience.account)])
  if (!('failed' in account)) return null
  const { failed, said } = account
  if (failed === 'unauthorized') return { problem: 'x-credentials' }
  // It may be back before the first post is due; until then everything else works.
  log.warn({ network: network.name, failed, said }, 'the network does not say who the account is')
  return null
}

/** What is known of a network that says nothing for so many milliseconds. */
async function silence(milliseconds: number): ReturnType<Network['account']> {
  await pause(milliseconds, undefined, { ref: false })
  return { failed: 'unreachable', until: null, said: 'silence' }
}

/** Waits for the work at most `patience` milliseconds; whether it was done by then. */
async function atMost(patience: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, patience, false)
  })
  try {
    return await Promise.race([work.then(() => true), limit])
  } finally {
    clearTimeout(timer)
  }
}
