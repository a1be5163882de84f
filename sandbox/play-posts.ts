// Plays the story of a post: somebody proposes it, a press officer decides.
import type { Message } from './contract.ts'
import { act, fill, isChanged, latest, messagesIn, press, until } from './hands.ts'
import type { LocalSlack } from './slack/local-slack.ts'
import type { Stage, Story } from './story.ts'

const minute = 60_000

/** Plays a story from the proposal to its end. Throws if the bot does not do its part. */
export async function playPost(stage: Stage, story: Story): Promise<void> {
  const { sandbox, clock } = stage
  const { slack } = sandbox
  const { people, channels } = slack.ids
  const author = people[story.by]
  const before = cards(slack).length
  await act(slack, {
    as: author,
    act: 'command',
    channel: channels.allgemein,
    command: '/vorschlag',
    text: story.text,
  })
  await fill(slack, author, draft(story, story.text))
  const card = await until(() => cards(slack)[before])
  const { fate } = story
  if (fate.is === 'open') return
  clock.moveTo(clock.now() + 9 * minute)
  switch (fate.is) {
    case 'approved':
      return approve(stage, card, fate)
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
  if (how === 'reaction') {
    const { channel, ts } = card
    await act(slack, { as: officer, act: 'react', channel, ts, name: 'white_check_mark' })
  } else await press(slack, officer, card, 'approve')
  await until(() => (isChanged(slack, officer, card) ? true : undefined))
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
