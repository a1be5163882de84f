// Plays the story of a post: somebody proposes it, a press officer decides.
import type { Message } from './contract.ts'
import {
  act,
  choose,
  fill,
  isChanged,
  latest,
  messagesIn,
  offers,
  press,
  pressInForm,
  until,
} from './hands.ts'
import type { LocalSlack } from './slack/local-slack.ts'
import type { Stage, Story } from './story.ts'

const minute = 60_000

/** Plays a story from the proposal to its end. Throws if the bot does not do its part. */
export async function playPost(stage: Stage, story: Story): Promise<void> {
  const { sandbox, clock } = stage
  const { slack } = sandbox
  const { people } = slack.ids
  const author = people[story.by]
  const before = cards(slack).length
  await propose(stage, story)
  const card = await until(() => cards(slack)[before])
  const { fate } = story
  if (fate.is === 'open') return
  clock.moveTo(clock.now() + 9 * minute)
  if (story.warning !== undefined) await sign(slack, people[story.warning.signedBy], card)
  switch (fate.is) {
    case 'approved':
      await approve(stage, card, fate)
      if (story.later !== undefined) await followUp(stage, card, story, story.later)
      return
    case 'rejected':
      return say(slack, people[fate.by], card, 'reject', fate.reason)
    case 'asked':
      return say(slack, people[fate.by], card, 'ask', fate.question)
    case 'withdrawn':
      await press(slack, author, card, 'withdraw')
      await until(() => (isChanged(slack, author, card) ? true : undefined))
      return
    case 'revised': {
      await say(slack, people[fate.by], card, 'ask', fate.question)
      clock.moveTo(clock.now() + 25 * minute)
      await press(slack, author, card, 'revise')
      await fill(slack, author, draft(story, fate.text))
      const anew = await until(() => cards(slack)[before + 1])
      clock.moveTo(clock.now() + 9 * minute)
      return approve(stage, anew, { by: fate.by, with: 'button' })
    }
  }
}

/** Somebody fills in the forms, with a Kachel and a warning where the story has them. */
async function propose({ sandbox: { slack }, clock }: Stage, story: Story): Promise<void> {
  const { people, channels } = slack.ids
  const author = people[story.by]
  const { tile, warning } = story
  const command = warning === undefined ? '/vorschlag' : '/warnung'
  const { allgemein: channel } = channels
  await act(slack, { as: author, act: 'command', channel, command, text: story.text })
  if (tile !== undefined) {
    const isOn = () => slack.sight(author).modals.length
    await until(() => (isOn() === 1 ? true : undefined))
    await pressInForm(slack, author, 'make-tile')
    await until(() => (isOn() === 2 ? true : undefined))
    const { motif, heading, text, date = '' } = tile
    await fill(slack, author, { motif, heading, text, date })
    await until(() => (carries(slack, author) ? true : undefined))
  }
  await fill(slack, author, {
    ...draft(story, story.text),
    ...(warning !== undefined && warned(warning, clock.now())),
  })
  // What was said on the Kachel describes it already.
  if (tile !== undefined) await fill(slack, author, {})
}

/** Whether the form on top brings a picture along. */
function carries(slack: LocalSlack, as: string): boolean {
  const blocks = slack.sight(as).modals.at(-1)?.view.blocks as { block_id?: string }[] | undefined
  return blocks?.some(({ block_id }) => block_id === 'carried') === true
}

/** What the form for a warning asks besides: it comes from half an hour ago and holds until hours later. */
function warned(
  { area, advice, source, department, hours }: NonNullable<Story['warning']>,
  now: number,
) {
  const moment = (at: number) => {
    const local = new Intl.DateTimeFormat('sv-SE', {
      ...{ timeZone: 'Europe/Berlin', dateStyle: 'short', timeStyle: 'short' },
    })
    return local.format(at).split(' ')
  }
  const [sourceDate = '', sourceTime = ''] = moment(now - 30 * minute)
  const [validDate = '', validTime = ''] = moment(now + hours * 60 * minute)
  const when = { sourceDate, sourceTime, validDate, validTime }
  return { area, advice, source, ...when, cosigners: [department] }
}

/** Somebody signs for their department. */
async function sign(slack: LocalSlack, signer: string, card: Message): Promise<void> {
  const { channel, ts } = card
  await act(slack, { as: signer, act: 'react', channel, ts, name: 'writing_hand' })
  await until(() => (offers(latest(slack, signer, card), 'approve') ? true : undefined))
}

/** Something public is declared over or corrected, with a second pair of eyes. */
async function followUp(
  stage: Stage,
  card: Message,
  { warning }: Story,
  later: NonNullable<Story['later']>,
): Promise<void> {
  const { sandbox, clock, moved } = stage
  const { slack } = sandbox
  const officer = slack.ids.people[later.by]
  const offered = later.is === 'all-clear' ? 'all-clear' : 'follow-up'
  await until(() => (offers(latest(slack, officer, card), offered) ? true : undefined))
  clock.moveTo(clock.now() + later.hours * 60 * minute)
  await moved()
  const before = cards(slack).length
  if (later.is === 'all-clear') {
    await press(slack, officer, card, 'all-clear')
    await fill(slack, officer, {})
  } else {
    await choose(slack, officer, card, 'follow-up', 'correct')
    await fill(slack, officer, { text: later.text, reason: later.reason })
  }
  const anew = await until(() => cards(slack)[before])
  if (later.is === 'all-clear' && warning !== undefined) {
    await sign(slack, slack.ids.people[warning.signedBy], anew)
  }
  await approve(stage, anew, { by: later.approvedBy, with: 'button' })
}

function draft({ topic, link, noLinkBecause }: Story, text: string) {
  return { text, topic, link: link ?? '', noLinkBecause }
}

async function approve(
  { sandbox, clock, moved }: Stage,
  card: Message,
  { by, with: how }: { by: 'petra' | 'deniz'; with: 'reaction' | 'button' },
): Promise<void> {
  const { slack, x } = sandbox
  const officer = slack.ids.people[by]
  const posts = x.sight().posts.length
  // A card offers that once it shows its pictures.
  await until(() => (offers(latest(slack, officer, card), 'approve') ? true : undefined))
  const shown = latest(slack, officer, card)
  if (how === 'reaction') {
    const { channel, ts } = card
    await act(slack, { as: officer, act: 'react', channel, ts, name: 'white_check_mark' })
  } else await press(slack, officer, card, 'approve')
  await until(() => (isChanged(slack, officer, shown) ? true : undefined))
  clock.moveTo(clock.now() + minute)
  await moved()
  await until(() => (x.sight().posts.length > posts ? true : undefined))
  await until(() => (latest(slack, officer, card).replies.length > 0 ? true : undefined))
}

/** Says a sentence about a card in the form that a button opens. */
async function say(
  slack: LocalSlack,
  officer: string,
  card: Message,
  action: 'reject' | 'ask',
  sentence: string,
): Promise<void> {
  await press(slack, officer, card, action)
  await fill(slack, officer, { sentence })
  await until(() => (latest(slack, officer, card).replies.length > 0 ? true : undefined))
}

function cards(slack: LocalSlack): Message[] {
  const { people, channels } = slack.ids
  return messagesIn(slack, people.petra, channels.freigabe)
}
