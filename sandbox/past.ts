// Plays the sample stories through the sandbox as people would have: commands, forms, reactions. Nothing
// is put anywhere by hand, so the bot's own rules made every bit of it.
import type { Message } from './contract.ts'
import { playCare, playMention } from './play-mentions.ts'
import { playPost } from './play-posts.ts'
import { quarterPast } from './sample-quarter.ts'
import { sampleMentions, sampleStories, workdayBefore } from './sample.ts'
import type { MentionStory, Past, Stage, When } from './story.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** What there is to see at a visit (UTC milliseconds): its last full quarter and the recent weeks. */
export function samplePast(visit: number): Past {
  const quarter = quarterPast(visit)
  return {
    stories: [...quarter.stories, ...sampleStories(visit)],
    mentions: [...quarter.mentions, ...sampleMentions],
  }
}

/** Where a past begins: the day before its first beat, in UTC milliseconds. An office that is to live through it
 * opens then. */
export function beginningOf(past: Past, visit: number): number {
  const { stories, mentions } = past
  const all = [
    ...stories.map((one) => timeOf(visit, one)),
    ...mentions.map((one) => heardAt(visit, one)),
  ]
  return Math.min(visit, ...all) - day
}

/** Plays everything up to the visit; what is there then is marked as sample data. Throws if the bot does not do
 * its part. `given` is there for another past. */
export async function playPast(stage: Stage, given?: Past): Promise<void> {
  const { sandbox, clock } = stage
  const visit = stage.visit ?? Date.now()
  const { stories, mentions } = given ?? samplePast(visit)
  // In the order of time: what was read once is not read again.
  const beats = [
    ...stories.map((story) => ({
      at: timeOf(visit, story),
      plays: () => playPost(stage, story),
    })),
    ...mentions.flatMap((story) => mentionBeats(stage, visit, story)),
    ...looksAt(stories, visit).map((at) => ({ at, plays: stage.looks ?? nothing })),
  ].sort((one, other) => one.at - other.at)
  // Where one beat takes longer than the next one waits, time goes on; it never goes back.
  let time = -Infinity
  try {
    for (const { at, plays } of beats) {
      clock.moveTo(Math.max(time, Math.min(at, visit - 3 * minute)))
      await plays()
      time = clock.now()
    }
  } finally {
    if (stage.visit === undefined) clock.release()
    else clock.moveTo(visit)
  }
  sandbox.slack.markSample()
  sandbox.x.markSample()
}

const hour = 60 * minute

/** When somebody has to look although nobody does anything: an hour and a day after each post, every noon, after
 * each quarter's end, and in the mornings of the days after it, one of which is the first working day. */
function looksAt(stories: Past['stories'], visit: number): number[] {
  const posted = stories.map((story) => timeOf(visit, story)).filter((at) => at < visit)
  const noons: number[] = []
  for (let noon = dayOf(Math.min(visit, ...posted)) + 10.5 * hour; noon < visit; noon += day) {
    noons.push(noon)
    // 23:05 UTC is shortly after midnight in Bergedorf all year round.
    if (isLastOfQuarter(noon)) noons.push(noon + 12.6 * hour)
    if (isBeginOfQuarter(noon)) noons.push(noon - 4 * hour)
  }
  return [...posted.flatMap((at) => [at + 80 * minute, at + day + 30 * minute]), ...noons].filter(
    (at) => at < visit - hour,
  )
}

function dayOf(at: number): number {
  return Math.floor(at / day) * day
}

function isLastOfQuarter(at: number): boolean {
  const [today, tomorrow] = [new Date(at), new Date(at + day)]
  return tomorrow.getUTCDate() === 1 && today.getUTCMonth() % 3 === 2
}

function isBeginOfQuarter(at: number): boolean {
  const today = new Date(at)
  return today.getUTCMonth() % 3 === 0 && today.getUTCDate() <= 8
}

function nothing(): Promise<void> {
  return Promise.resolve()
}

type Beat = { at: number; plays: () => Promise<void> }

/** A citizen writes; later somebody takes care of it, and much may happen in between. */
function mentionBeats(stage: Stage, visit: number, story: MentionStory): Beat[] {
  const at = heardAt(visit, story)
  let card: Message
  return [
    {
      at,
      plays: async () => {
        card = await playMention(stage, story)
      },
    },
    { at: story.takenUpAt ?? at + 21 * minute, plays: () => playCare(stage, story, card) },
  ]
}

function heardAt(visit: number, story: MentionStory): number {
  if ('instant' in story) return story.instant
  const { daysAgo } = story
  return daysAgo === 0 ? visit - 3 * minute : timeOf(visit, { daysAgo, at: '08:45' })
}

function timeOf(visit: number, when: When): number {
  if ('instant' in when) return when.instant
  if (when.at === 'soeben') return visit - 5 * minute
  const [hour = '9', minutes = '0'] = when.at.split(':')
  const date = new Date(workdayBefore(visit, when.daysAgo))
  // Good enough for a story: an hour more or less across a clock change is nobody's loss.
  const zone = new Intl.DateTimeFormat('en', {
    timeZone: 'Europe/Berlin',
    timeZoneName: 'longOffset',
  }).format(date)
  const offset = Number(/GMT([+-]\d\d)/.exec(zone)?.[1] ?? 1)
  return date.setUTCHours(Number(hour) - offset, Number(minutes), 0, 0)
}
