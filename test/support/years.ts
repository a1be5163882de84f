// Years of an office's life written straight into a database, as the bot would have: for figures and benches.
import type { Db } from '../../db/database.ts'
import { proposalLives } from '../../db/proposal-lives.ts'
import { lives } from '../../db/lives.ts'
import { mentions } from '../../db/mentions.ts'
import { people } from '../../db/people.ts'
import { readings } from '../../db/readings.ts'
import { spending } from '../../db/spending.ts'
import { topics, type Content, type Instant } from '../../src/core/content.ts'
import { fingerprint } from '../../src/core/proposal/fingerprint.ts'
import { concerns } from '../../src/core/conversation/concerns.ts'
import { referrals, type ConversationEvent } from '../../src/core/conversation/conversation.ts'
import { measureKinds, type MeasureEvent } from '../../src/core/measure/measure.ts'
import { moments } from '../../src/core/readings.ts'

export type Life = {
  /** UTC milliseconds: from the first post up to, without, the end. */
  from: Instant
  to: Instant
  postsPerWeek: number
  mentionsPerWeek: number
}

const minute = 60_000
const day = 24 * 60 * minute
const week = 7 * day

/** What nobody may find in a report: staff's ids, citizens' handles, names and words. */
export const secrets = {
  users: ['U0ANNA4711', 'U0PETRA0815'],
  handle: 'kim_geheim',
  name: 'Kim Geheimnis',
  words: 'Unverwechselbarer Rosenkohl',
} as const

/** Lives through the years: posts with readings, mentions with outcomes, measures, costs. Deterministic. */
export function liveThrough(db: Db, { from, to, postsPerWeek, mentionsPerWeek }: Life): void {
  db.transaction(() => {
    for (const user of secrets.users) people(db).actor(user, 0)
    db.prepare("INSERT OR IGNORE INTO mention_cursor (network, read_up_to) VALUES ('x', ?)").run(
      new Date(to).toISOString(),
    )
    const world = {
      proposals: proposalLives(db),
      conversations: lives<ConversationEvent>(db, 'conversation'),
      measures: lives<MeasureEvent>(db, 'measure'),
      mentions: mentions(db),
      readings: readings(db),
      spent: spending(db, 'Europe/Berlin'),
    }
    let told = 0
    for (let at = from; at < to; at += week) {
      for (let index = 0; index < postsPerWeek; index += 1) {
        publish(world, told, at + spread(index, postsPerWeek))
        told += 1
      }
      for (let index = 0; index < mentionsPerWeek; index += 1) {
        hear(world, told, at + spread(index, mentionsPerWeek))
        told += 1
      }
      for (let days = 0; days < 7; days += 1) {
        const when = at + days * day
        const count = 800 + Math.floor((when - from) / day)
        world.readings.addAudience('x', {
          day: new Date(when).toISOString().slice(0, 10),
          at: when,
          count,
        })
      }
    }
  })()
}

/** Over the five working days of a week, from 10:00 UTC of the first. */
function spread(index: number, all: number): number {
  return Math.floor((index / all) * 5) * day + 10 * 60 * minute + ((index * 13) % 240) * minute
}

type World = {
  proposals: ReturnType<typeof proposalLives>
  conversations: ReturnType<typeof lives<ConversationEvent>>
  measures: ReturnType<typeof lives<MeasureEvent>>
  mentions: ReturnType<typeof mentions>
  readings: ReturnType<typeof readings>
  spent: ReturnType<typeof spending>
}

const aim = { errand: 'post', network: 'x', part: 0 } as const

function publish({ proposals, readings: read, spent }: World, told: number, at: Instant): void {
  const number = proposals.next()
  const content: Content = {
    kind: 'post',
    networks: ['x'],
    text: `Beitrag ${number} aus dem Bezirk.`,
    link:
      number % 3 === 0
        ? { noLinkBecause: 'kurzfristig' }
        : { url: 'https://www.hamburg.de/bergedorf' },
    topic: topics[(told * 7) % topics.length] ?? null,
    plannedAt: null,
    replyTo: null,
  }
  const hash = fingerprint(content)
  const id = String(1_000_000 + number)
  const anna = { actor: 1, at }
  const petra = { actor: 2, at: at + 9 * minute }
  proposals.append(number, 0, [{ type: 'proposed', content, hash, form: `f${number}` }], anna)
  if (number % 11 === 0) {
    proposals.append(
      number,
      1,
      [{ type: 'rejected', version: 1, reason: 'zu früh', via: 'button' }],
      petra,
    )
    return proposals.close(number)
  }
  const approved = {
    type: 'approved',
    version: 1,
    hash,
    via: 'reaction',
    sendAt: petra.at,
    since: petra.at,
  } as const
  proposals.append(
    number,
    1,
    [approved, { type: 'begun', ...aim, attempt: 1, target: null, hash }],
    petra,
  )
  const url = `https://x.com/bezirksamt/status/${id}`
  const desk = { actor: 0, at: petra.at + 1_000 }
  proposals.append(number, 3, [{ type: 'posted', ...aim, id, url, how: 'sent' }], desk)
  proposals.close(number)
  spent.add(number % 3 === 0 ? 'post' : 'postWithUrl', 1, at)
  for (const [index, moment] of moments.entries()) {
    const views = 300 + ((number * 37) % 900) + index * 10
    const counters = { views, likes: views % 17, reposts: views % 5, quotes: 0, replies: views % 3 }
    read.addPost({ post: id, moment, at: at + (index + 1) * 60 * minute, ...counters })
  }
}

function hear(world: World, told: number, at: Instant): void {
  const { conversations, mentions: kept, spent } = world
  const number = conversations.next()
  const id = String(9_000_000 + told)
  const words = {
    latest: id,
    thread: id,
    inReplyTo: null,
    text: secrets.words,
    handle: secrets.handle,
  }
  const mention = kept.add({
    ...words,
    first: id,
    conversation: number,
    name: secrets.name,
    media: 0,
    summons: true,
    postedAt: at,
    receivedAt: at,
    lookAt: at,
  })
  const concern = concerns[(told * 5) % concerns.length] ?? null
  const received = {
    type: 'received',
    mention,
    postedAt: at,
    concern,
    emergency: false,
    about: null,
    collected: false,
  } as const
  conversations.append(number, 0, [received], { actor: 0, at })
  spent.add('readOwnPost', 1, at)
  const then = { actor: 1, at: at + (30 + (told % 400)) * minute }
  conversations.append(
    number,
    1,
    [{ type: 'claimed', from: null }, endOf(world, told, number, mention, then)],
    then,
  )
  conversations.close(number)
}

function endOf(
  { measures }: World,
  told: number,
  conversation: number,
  mention: number,
  by: { actor: number; at: Instant },
): ConversationEvent {
  const mentions = [mention]
  // One in fifty comes to a measure.
  switch (told % 50 === 7 ? 7 : told % 10 === 7 ? 8 : told % 10) {
    case 0:
    case 1:
    case 2:
    case 3:
      return { type: 'answered', proposal: null, mentions }
    case 4:
      return { type: 'referred', to: referrals[told % referrals.length] ?? 'andere', mentions }
    case 5:
      return { type: 'forwarded', to: 'mr', mentions }
    case 6:
      return { type: 'marked-spam', mentions }
    case 7: {
      const measure = measures.next()
      const kind = measureKinds[told % measureKinds.length] ?? 'hinweis'
      const proposed = {
        type: 'proposed',
        form: `measure-${measure}`,
        kind,
        conversation,
        network: 'x',
        mention,
        version: 1,
        rule: 1,
        milder: [],
        informed: true,
        reviewOn: null,
      } as const
      measures.append(measure, 0, [proposed, { type: 'taken' }], by)
      measures.close(measure)
      return { type: 'measure-taken', measure, mentions }
    }
    default:
      return { type: 'noted', mentions }
  }
}
