// Everything people can say to Amtsfunk in Slack: the commands here, the rest in the folder of its matter.
import { z } from 'zod'
import type { Reply } from '../../commands/command.ts'
import { commands } from '../../commands/index.ts'
import { handbookLine } from '../wording/help.ts'
import { mentionsOff } from '../wording/faults.ts'
import { answerListeners } from './conversation/answering.ts'
import { conversationListeners, showMentions } from './conversation/listeners.ts'
import { contributingListeners } from './conversation/contributing.ts'
import { stepListeners } from './conversation/steps.ts'
import type { Entrance, Said } from './entrance.ts'
import {
  declarationListeners,
  declareCapacity,
  declareStop,
  openStandIn,
} from './declaration/listeners.ts'
import { openProfile, profileListeners } from './declaration/profile.ts'
import { erasureListeners, giveAccess, requestErasure } from './erasure/listeners.ts'
import { floodListeners } from './flood/listeners.ts'
import { homeDrawer, homeListeners } from './home/listeners.ts'
import { search, showProposal } from './home/search.ts'
import { measureListeners, showMeasures } from './measure/listeners.ts'
import type { ModeratingParts, Parts } from './parts.ts'
import { openPlan, planListeners } from './plan/listeners.ts'
import { openProposal, openWarning, proposalListeners } from './proposal/listeners.ts'
import { openExperience, orderReport, reportListeners } from './report/listeners.ts'
import type { Team } from './team.ts'
import type { Visit } from './visit.ts'

/** `moderating` is null where the office only publishes. */
export type Given = Parts & { team: Team; moderating: Omit<ModeratingParts, keyof Parts> | null }

/** Registers everything. */
export function register(door: Entrance, given: Given): void {
  const { moderating, ...parts } = given
  const all = moderating && { ...parts, ...moderating }
  const drawHome = homeDrawer({ ...parts, moderating: all })
  const drawing = { drawHome: (user: string) => drawHome(user, 1) }
  proposalListeners(door, { ...parts, ...drawing })
  reportListeners(door, parts)
  homeListeners(door, parts, drawHome)
  declarationListeners(door, parts)
  profileListeners(door, parts)
  planListeners(door, parts)
  hearReactions(door, parts)
  if (all !== null) {
    conversationListeners(door, all)
    answerListeners(door, { ...all, ...drawing })
    stepListeners(door, all)
    contributingListeners(door, all)
    measureListeners(door, all)
    erasureListeners(door, all)
    floodListeners(door, all)
  }
  for (const command of commands) {
    door.command(command.name, (typed, visit) => follow(command.reply(typed), visit, parts, all))
  }
}

/** Does what a command leads to. */
function follow(
  reply: Reply,
  visit: Visit,
  parts: Parts & { team: Team },
  all: ModeratingParts | null,
): Said | Promise<Said> {
  if ('say' in reply) {
    const isAsked = reply.withHandbook === true && parts.handbook !== null
    return isAsked ? `${reply.say}\n${handbookLine(parts.handbook)}` : reply.say
  }
  if ('open' in reply) {
    switch (reply.open) {
      case 'proposal':
        return openProposal(parts, reply.text, visit)
      case 'warning':
        return openWarning(parts, reply.text, visit)
      case 'experience':
        return openExperience(parts, reply.text, visit)
      case 'stand-in':
        return openStandIn(parts, reply, visit)
      case 'profile':
        return openProfile(parts, visit)
      case 'plan':
        return openPlan(parts, reply.week, visit)
      case 'mentions':
        return all === null ? mentionsOff : showMentions(all, visit)
      case 'measures':
        return all === null ? mentionsOff : showMeasures(all, visit)
    }
  }
  switch (reply.about) {
    case 'proposal':
      return showProposal(parts, reply.number, visit)
    case 'search':
      return search(parts, reply.words, visit)
    case 'stop':
      return declareStop(parts, reply, visit)
    case 'capacity':
      return declareCapacity(parts, reply, visit)
    case 'report':
      return orderReport(parts, reply.typed, visit)
    case 'access':
      return all === null ? mentionsOff : giveAccess(all, reply.handle, visit)
    case 'erasure':
      return all === null ? mentionsOff : requestErasure(all, reply.handle, visit)
  }
}

/** A reaction on a card may be a decision: whoever wrote the card reads what stands there. */
function hearReactions(door: Entrance, { desk }: Parts): void {
  const item = z.object({ channel: z.string(), ts: z.string() })
  const given = z.object({
    item,
    user: z.string(),
    reaction: z.string(),
    event_ts: z.coerce.number(),
  })
  door.event('reaction_added', given, async ({ item: where, user, reaction, event_ts }) => {
    const name = reaction.replace(/::skin-tone-\d$/, '')
    const at = event_ts * 1000
    await desk.hear(where, { user, name, at })
  })
  door.event('reaction_removed', z.object({ item }), async ({ item: where }) => {
    await desk.hear(where, null)
  })
}
