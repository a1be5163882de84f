// The newsroom in Slack's own words: every write happens once, and every way it can end is told apart. One object
// with a function for each thing the desk asks of Slack; what is longer stands beside it.
import { setTimeout as pause } from 'node:timers/promises'
import type { types } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import type { Actor } from '../core/people.ts'
import { accessComment, accessProgress } from '../wording/moderation/access.ts'
import { moderationRefusal } from '../wording/moderation/refusals.ts'
import { refusalSentence } from '../wording/refusals.ts'
import { reportProgress } from '../wording/report/asking.ts'
import { showsCitizensWords } from './citizens-words.ts'
import { busyFor, howItFailed, platformError } from './failures.ts'
import { card } from './proposal/card.ts'
import { feedItem, feedOthers } from './proposal/feed.ts'
import type { Drawn } from './pieces.ts'
import { declarationCard, releasedMessage, standInMessage } from './declaration/card.ts'
import { erasureCard } from './erasure/card.ts'
import { floodAlarmMessage, floodCard } from './flood/card.ts'
import { measureCard, measureNoteMessage } from './measure/card.ts'
import {
  alert,
  emergencyCall,
  mentionCard,
  mentionMessage,
  mentionNoteMessage,
} from './conversation/card.ts'
import type { Drawing, Newsroom, Place } from '../desk/ports/newsroom.ts'
import type { PictureView } from '../desk/ports/views.ts'
import type { Opened } from './visit.ts'
import { escapeWithin, limits } from './limits.ts'
import { shareFiles } from './upload.ts'
import { note } from './proposal/note.ts'
import { receipt } from './proposal/receipt.ts'
import { progress, announcement } from './report/messages.ts'
import { alarm, alarmTo, reminder } from './proposal/alarm.ts'
import { call } from './proposal/call.ts'
import type { slackFiles } from './files.ts'
import type { Readers } from './readers.ts'
import type { Department, Team } from './team.ts'
import type { Tell } from './tell.ts'
import { requestDue, requestMessage } from './conversation/request.ts'
import { digest } from './conversation/digest.ts'
import { morning } from './home/morning.ts'
import {
  manyVanished,
  mentionsMissing,
  readableAgain,
  readingCosts,
  trouble,
} from './conversation/trouble.ts'
import { budgetNews } from './budget.ts'
import { historyDiffers, warning } from './warning.ts'
import type { Setting } from './view.ts'

/** Marks our messages. Everybody in the workspace can read it: a key and nothing else. */
const marked = 'amtsfunk_message'

const found = z.object({
  messages: z
    .array(
      z.object({
        ts: z.string(),
        text: z.string().optional(),
        metadata: z
          .object({ event_type: z.string(), event_payload: z.object({ key: z.string() }) })
          .optional()
          .catch(undefined),
      }),
    )
    .default([]),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
})

const sharing = z.object({
  messages: z
    .array(
      z.object({
        user: z.string().optional(),
        files: z.array(z.object({ id: z.string(), name: z.string().catch('') })).default([]),
      }),
    )
    .default([]),
})

const reacted = z.object({
  message: z.object({
    reactions: z.array(z.object({ name: z.string(), users: z.array(z.string()) })).default([]),
  }),
})

/** Where strangers read, nothing of citizens is written. */
const forStrangers = { failed: 'refused', error: 'shared' } as const

type DrawWithNames = <Drawn>(drawn: (setting: Setting) => Drawn) => Promise<Drawn>

type Given = {
  client: WebClient
  team: Team
  tell: Tell
  /** Whether strangers may be reading in a channel. */
  isShared: (channel: string) => boolean
  /** Who reads where a Fachamt is asked. */
  readers: Readers
  /** The bot's own user id: its reactions do not count. */
  bot: string
  zone: string
  slackUser: (actor: Actor) => string | null
  departments?: readonly Department[]
  files: ReturnType<typeof slackFiles>
  /** Who is called where it is urgent and nobody of the press office is there; null for nobody. */
  escalation?: string | null
  /** The name for people nobody knows any more. */
  forgotten: string
  fault: (what: string, error: unknown) => void
}

export type SlackNewsroom = Newsroom & {
  /** Draws with the names of everybody the drawing asks for. */
  draw: DrawWithNames
  /** Shows a form anew; `hash` refuses where it changed meanwhile, null for whatever it shows. A form that somebody
   * closed meanwhile stays closed. Never throws. */
  redraw(form: Opened, view: types.ModalView): Promise<Opened | null>
  /** The same for a form by the name we gave it, which may not have arrived yet. Never throws. */
  redrawNamed(name: string, view: types.ModalView): Promise<void>
  /** Shows a person's App Home. Throws a fault if Slack does not take it. */
  publishHome(user: string, view: types.HomeView): Promise<void>
}

/** The newsroom of one workspace. */
export function slackNewsroom(given: Given): SlackNewsroom {
  const { client, team, bot, tell, isShared, fault } = given
  const permalinks = new Map<string, string>()

  async function permalink({ channel, ts }: Place): Promise<string | null> {
    const place = `${channel} ${ts}`
    const known = permalinks.get(place)
    if (known !== undefined) return known
    try {
      const answer = await client.chat.getPermalink({ channel, message_ts: ts })
      if (answer.permalink === undefined) return null
      permalinks.set(place, answer.permalink)
      return answer.permalink
    } catch {
      return null
    }
  }

  const draw: DrawWithNames = async (drawn) => {
    // Drawing is pure and wants names at once: the first pass finds out whose.
    const asked = new Set<Actor>()
    const setting = { name: String, zone: given.zone, department: departmentName }
    drawn({ ...setting, name: (actor) => String(asked.add(actor).size) })
    const names = new Map<Actor, string>()
    await Promise.all(
      [...asked].map(async (actor) => {
        const user = given.slackUser(actor)
        names.set(actor, (user === null ? null : await team.name(user)) ?? given.forgotten)
      }),
    )
    return drawn({ ...setting, name: (actor) => names.get(actor) ?? given.forgotten })
  }

  function departmentName(key: string): string {
    return given.departments?.find((one) => one.key === key)?.name ?? key
  }

  /** Who is called where it is urgent; where nobody is there, whoever the office has named for that. */
  function whoDecides(): readonly string[] {
    const there = team.onDuty()
    return there.length === 0 && given.escalation != null ? [given.escalation] : there
  }

  const linkTo = (place: Place | null) => (place === null ? null : permalink(place))

  /** The users and groups that sign for departments. */
  function signersOf(keys: readonly string[]): string[] {
    return (given.departments ?? [])
      .filter(({ key }) => keys.includes(key))
      .flatMap(({ people, groups }) => [...people, ...groups])
  }

  async function message(drawing: Drawing): Promise<Drawn> {
    switch (drawing.draw) {
      case 'card': {
        const latest = drawing.latestCard
        const isOutdated = drawing.version < drawing.proposal.versions.length
        const latestCard = isOutdated && latest !== null ? await permalink(latest) : null
        return draw((setting) => card({ ...setting, ...drawing, latestCard }))
      }
      case 'receipt': {
        const link = await linkTo(drawing.card)
        return draw((setting) => receipt({ ...setting, ...drawing, card: link }))
      }
      case 'note': {
        const { proposal, event, seal } = drawing
        const to = drawing.to === null ? null : given.slackUser(drawing.to)
        return draw((setting) => note({ ...setting, seal, proposal, event, to }))
      }
      case 'call': {
        const { proposal, departments, asks } = drawing
        return draw((setting) =>
          call({
            ...{ ...setting, proposal, departments, asks },
            people: signersOf(departments),
            officers: whoDecides(),
          }),
        )
      }
      case 'alarm': {
        const { proposal, round } = drawing
        const people = drawing.people.flatMap((actor) => given.slackUser(actor) ?? [])
        return alarm({ proposal, round, people })
      }
      case 'reminder': {
        const { proposal, of } = drawing
        const people = [
          ...drawing.people.flatMap((actor) => given.slackUser(actor) ?? []),
          ...signersOf(drawing.departments),
        ]
        return draw((setting) => reminder({ ...setting, proposal, of, people }))
      }
      case 'alarm-to': {
        const link = await linkTo(drawing.card)
        return alarmTo({ ...drawing, card: link })
      }
      case 'mention-card':
        return draw((setting) => mentionCard({ ...setting, ...drawing }))
      case 'mention':
        return draw((setting) => mentionMessage({ ...setting, ...drawing }))
      case 'mention-note': {
        const to = drawing.to === null ? null : given.slackUser(drawing.to)
        return draw((setting) => mentionNoteMessage({ ...setting, ...drawing, to }))
      }
      case 'request':
        return draw((setting) => requestMessage({ ...setting, ...drawing }))
      case 'request-due':
        return requestDue(drawing.request)
      case 'emergency-call': {
        const people = drawing.people.flatMap((actor) => given.slackUser(actor) ?? [])
        return emergencyCall({ ...drawing, people, card: await linkTo(drawing.card) })
      }
      case 'alert':
        return alert({ ...drawing, card: await linkTo(drawing.card) })
      case 'flood':
        return floodCard({ ...drawing, zone: given.zone })
      case 'flood-alarm':
        return floodAlarmMessage({ ...drawing, card: await linkTo(drawing.card) })
      case 'declaration':
        return draw((setting) => declarationCard({ ...setting, ...drawing }))
      case 'stand-in':
        return draw((setting) => standInMessage({ ...setting, ...drawing }))
      case 'released':
        return releasedMessage(
          await Promise.all(
            drawing.held.map(async ({ number, card: place }) => ({
              ...{ number, card: await linkTo(place) },
            })),
          ),
        )
      case 'digest':
        return digest(drawing)
      case 'morning': {
        const items = await Promise.all(
          drawing.items.map(async ({ proposal, card: place }) => ({
            ...{ proposal, card: await linkTo(place) },
          })),
        )
        return draw((setting) => morning({ ...setting, ...drawing, items }))
      }
      case 'measure-card': {
        const link = await linkTo(drawing.card)
        return draw((setting) => measureCard({ ...setting, ...drawing, card: link }))
      }
      case 'measure-note':
        return measureNoteMessage({ ...drawing, to: given.slackUser(drawing.to) })
      case 'erasure':
        return draw((setting) => erasureCard({ ...setting, ...drawing }))
      case 'feed-item':
        return feedItem(drawing)
      case 'feed-others':
        return feedOthers(drawing)
      case 'warning':
        return warning(drawing.because)
      case 'history-differs':
        return historyDiffers(drawing)
      case 'trouble':
        return trouble(drawing.because)
      case 'access':
        return progress(accessProgress(drawing.access.number, drawing.access.stage))
      case 'readable-again':
        return readableAgain()
      case 'many-vanished':
        return manyVanished(drawing.count)
      case 'reading-costs':
        return readingCosts(drawing)
      case 'month-budget':
        return budgetNews(drawing)
      case 'mentions-missing':
        return mentionsMissing(drawing, given.zone)
      case 'report':
        return progress(reportProgress(drawing.period, drawing.stage, drawing.byItself))
    }
  }

  /** Whether guests or strangers would read what a Fachamt is asked: these channels are not ours to watch. */
  async function isForOthers(channel: string, drawing: Drawing): Promise<boolean> {
    if (drawing.draw !== 'request' || !showsCitizensWords(drawing)) return false
    return (await given.readers.trouble(channel)) !== null
  }

  /** Sends a drawing. A picture that Slack does not show any more must not keep what is the case from being told: then it
   * goes without. */
  async function shown<Answer>(
    drawing: Drawing,
    send: (drawn: Drawn) => Promise<Answer>,
  ): Promise<Answer> {
    try {
      return await send(await message(drawing))
    } catch (error) {
      const without = platformError(error) === 'invalid_blocks' ? withoutPictures(drawing) : null
      if (without === null) throw error
      return await send(await message(without))
    }
  }

  return {
    draw,
    permalink,

    async write(key, channel, thread, drawing) {
      if (isShared(channel) && showsCitizensWords(drawing)) return forStrangers
      try {
        if (await isForOthers(channel, drawing)) return forStrangers
        const answer = await shown(drawing, (drawn) =>
          client.chat.postMessage({
            channel,
            ...(thread !== null && { thread_ts: thread }),
            ...drawn,
            unfurl_links: false,
            unfurl_media: false,
            metadata: { event_type: marked, event_payload: { key } },
          }),
        )
        return answer.ts !== undefined && answer.channel !== undefined
          ? { written: { channel: answer.channel, ts: answer.ts } }
          : { failed: 'unknown' }
      } catch (error) {
        return howItFailed(error)
      }
    },

    async update(place, drawing) {
      if (isShared(place.channel) && showsCitizensWords(drawing)) return forStrangers
      try {
        if (await isForOthers(place.channel, drawing)) return forStrangers
        await shown(drawing, (drawn) => client.chat.update({ ...place, ...drawn }))
        return { written: place }
      } catch (error) {
        return howItFailed(error)
      }
    },

    async find(key, channel, thread, since) {
      const window = { oldest: String(since / 1000), include_all_metadata: true, limit: 200 }
      try {
        // A direct message is addressed to a person, but read in a channel.
        const opened = /^[UW]/.test(channel)
          ? await client.conversations.open({ users: channel })
          : null
        const where = opened?.channel?.id ?? channel
        let cursor: string | undefined
        do {
          const page = { channel: where, ...window, ...(cursor !== undefined && { cursor }) }
          const { messages, response_metadata } = found.parse(
            thread === null
              ? await client.conversations.history(page)
              : await client.conversations.replies({ ...page, ts: thread }),
          )
          const ours = messages.find(
            ({ metadata }) => metadata?.event_type === marked && metadata.event_payload.key === key,
          )
          if (ours !== undefined) return { channel: where, ts: ours.ts }
          cursor = response_metadata?.next_cursor
        } while (cursor !== undefined && cursor !== '')
        return 'absent'
      } catch (error) {
        fault('Slack does not tell whether a message was written', error)
        return 'unreadable'
      }
    },

    async latest(beginning, channel) {
      try {
        let cursor: string | undefined
        for (let page = 0; page < 5; page += 1) {
          const answer = await client.conversations.history({
            ...{ channel, include_all_metadata: true, limit: 200 },
            ...(cursor !== undefined && { cursor }),
          })
          const { messages, response_metadata } = found.parse(answer)
          const ours = messages.find(
            ({ metadata }) =>
              metadata?.event_type === marked && metadata.event_payload.key.startsWith(beginning),
          )
          if (ours !== undefined) return { text: ours.text ?? '' }
          cursor = response_metadata?.next_cursor
          if (cursor === undefined || cursor === '') return 'absent'
        }
        return 'absent'
      } catch (error) {
        fault('Slack does not tell what was written last', error)
        return 'unreadable'
      }
    },

    async reactions({ channel, ts }) {
      try {
        const answer = reacted.parse(
          await client.reactions.get({ channel, timestamp: ts, full: true }),
        )
        return answer.message.reactions.flatMap(({ name, users }) =>
          users
            .filter((user) => user !== bot)
            .map((user) => ({ user, name: name.replace(/::skin-tone-\d$/, '') })),
        )
      } catch (error) {
        if (platformError(error) === 'message_not_found') return 'gone'
        const busy = busyFor(error)
        if (busy !== null) return { busy }
        fault('Slack does not tell the reactions on a card', error)
        return null
      }
    },

    standing: (user) => team.standing(user),
    onDuty: () => team.onDuty(),
    departmentsOf: (user) => team.departmentsOf(user),
    signers: () => team.signers(),
    fetchFile: (file) => given.files.fetch(file),
    keepPreview: (picture) => given.files.preview(picture),

    async redraw({ id, hash }, view) {
      try {
        const shown = await client.views.update({
          view_id: id,
          ...(hash !== null && { hash }),
          view,
        })
        return { id, hash: shown.view?.hash ?? null }
      } catch (error) {
        // It shows something newer by now.
        if (platformError(error) !== 'hash_conflict') fault('a form could not be shown anew', error)
        return null
      }
    },

    async redrawNamed(name, view) {
      // It is on its way to the person while this is asked for.
      for (let tries = 0; tries < 5; tries += 1) {
        try {
          await client.views.update({ external_id: name, view })
          return
        } catch (error) {
          if (platformError(error) !== 'not_found') {
            fault('a form could not be shown anew', error)
            return
          }
          await pause(200)
        }
      }
    },

    async publishHome(user, view) {
      await client.views.publish({ user_id: user, view })
    },

    async share(channel, { files, said }) {
      const [first, ...rest] = files
      if (first === undefined) throw new Error('there are no files to share')
      const comments = () => {
        switch (said.of) {
          case 'report':
            return announcement(said.period, said.keyFigures, files)
          case 'access':
            return accessComment
          case 'election':
            return escapeWithin(said.title, limits.section)
        }
      }
      return shareFiles(client, channel, [first, ...rest], comments())
    },

    async shared({ channel, ts }, name) {
      const page = { channel, oldest: ts, limit: 200 }
      const { messages } = sharing.parse(await client.conversations.history(page))
      return messages
        .filter((one) => one.user === bot && one.files.some((file) => file.name.startsWith(name)))
        .flatMap(({ files }) => files.map(({ id }) => id))
    },

    async takeBack(file) {
      try {
        await client.files.delete({ file })
        return true
      } catch (error) {
        const isGone = /^file_(not_found|deleted)$/.test(platformError(error) ?? '')
        if (!isGone) fault('a file could not be deleted in Slack', error)
        return isGone
      }
    },

    async refuse(user, channel, refusal) {
      const where = { channel, thread: null, answer: null }
      await tell(user, where, await draw((setting) => refusalSentence(refusal, setting)))
    },

    async refuseAtModeration(user, channel, refusal) {
      const where = { channel, thread: null, answer: null }
      await tell(user, where, await draw((setting) => moderationRefusal(refusal, setting)))
    },
  }
}

/** The same with none of its pictures shown; null where it shows none. */
function withoutPictures(drawing: Drawing): Drawing | null {
  if (drawing.draw !== 'card') return null
  const { parts, original } = drawing.sheet
  const shown = [...parts, ...(original === null ? [] : [original])]
  if (shown.every(({ pictures }) => pictures.every(({ file }) => file === null))) return null
  const hide = <Shown extends { pictures: readonly PictureView[] }>(one: Shown): Shown => ({
    ...one,
    pictures: one.pictures.map((picture) => ({ ...picture, file: null })),
  })
  const hidden = { parts: parts.map(hide), original: original && hide(original) }
  return { ...drawing, sheet: { ...drawing.sheet, ...hidden } }
}
