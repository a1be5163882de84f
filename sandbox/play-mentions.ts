// Plays the story of a mention: a citizen writes, and the people of the moderation channel do their part.
import type { Message } from './contract.ts'
import { act, choose, fill, isChanged, messagesIn, offers, press, until } from './hands.ts'
import type { MentionStory, Stage } from './story.ts'

const minute = 60_000

/** A citizen writes; the card that the bot makes of it. Throws if there is none in time. */
export async function playMention(stage: Stage, story: MentionStory): Promise<Message> {
  const { sandbox, clock, moved } = stage
  const { slack, x } = sandbox
  const { people, channels } = slack.ids
  const { handle, name, text, below } = story
  const messages = () => messagesIn(slack, people.anna, channels.moderation)
  const before = messages().length
  const [latest] = x.sight().posts.filter(({ author, inReplyTo }) => author.office && !inReplyTo)
  const inReplyTo = below === 'latest' ? latest?.id : undefined
  const said = x.citizen({
    act: 'post',
    handle,
    name,
    text,
    ...(inReplyTo !== undefined && { inReplyTo }),
  })
  if (!said.ok) throw new Error(`sample story: ${said.sentence}`)
  clock.moveTo(clock.now() + minute)
  await moved()
  // The morning's summary may come first.
  return until(() =>
    messages()
      .slice(before)
      .find((one) => offers(one, 'answer')),
  )
}

/** Somebody takes care of it. Throws if the bot does not do its part. */
export async function playCare(stage: Stage, story: MentionStory, relayed: Message): Promise<void> {
  const { slack } = stage.sandbox
  const { people, channels } = slack.ids
  const { then, concern } = story
  if (then.is === 'open') return
  const by = people[then.by]
  const cardNow = () =>
    messagesIn(slack, by, channels.moderation).find(({ ts }) => ts === relayed.ts) ?? relayed
  if (concern !== undefined) {
    await choose(slack, by, relayed, 'sort', concern)
    await until(() => (isChanged(slack, by, relayed) ? true : undefined))
  }
  const card = cardNow()
  switch (then.is) {
    case 'noted': {
      const at = { as: by, channel: card.channel, ts: card.ts }
      await act(slack, { ...at, act: 'react', name: 'card_index_dividers' })
      break
    }
    case 'claimed':
      await press(slack, by, card, 'claim')
      break
    case 'referred':
      await choose(slack, by, card, 'step', 'refer')
      await fill(slack, by, { target: then.to })
      break
    case 'forwarded':
      await choose(slack, by, card, 'step', 'more')
      await fill(slack, by, { step: 'Als weitergeleitet vermerken' })
      await fill(slack, by, { fachamt: then.to })
      break
    case 'not-responsible':
      await choose(slack, by, card, 'step', 'not-responsible')
      break
    case 'spam':
      await choose(slack, by, card, 'step', 'more')
      await fill(slack, by, { step: 'Als Spam abschließen' })
      break
    case 'answered':
      await answer(stage, card, then)
      break
    case 'measure':
      await takeMeasure(stage, card, then)
      break
  }
  await until(() => (isChanged(slack, by, card) ? true : undefined))
}

type Then<Is extends MentionStory['then']['is']> = Extract<MentionStory['then'], { is: Is }>

async function answer(
  { sandbox, clock, moved }: Stage,
  card: Message,
  { by, text, approvedBy }: Then<'answered'>,
): Promise<void> {
  const { slack, x } = sandbox
  const { people, channels } = slack.ids
  const officer = people[approvedBy]
  const proposals = messagesIn(slack, officer, channels.freigabe).length
  await press(slack, people[by], card, 'answer')
  await fill(slack, people[by], { text })
  const proposal = await until(() => messagesIn(slack, officer, channels.freigabe)[proposals])
  clock.moveTo(clock.now() + 4 * minute)
  await press(slack, officer, proposal, 'approve')
  await until(() => (isChanged(slack, officer, proposal) ? true : undefined))
  clock.moveTo(clock.now() + minute)
  await moved()
  await until(() => (x.sight().posts.some((post) => post.text === text) ? true : undefined))
}

async function takeMeasure(
  { sandbox, clock }: Stage,
  card: Message,
  { by, kind, rule, reason, milder, informed, approvedBy }: Then<'measure'>,
): Promise<void> {
  const { slack } = sandbox
  const { people, channels } = slack.ids
  const measures = () => messagesIn(slack, people.petra, channels.freigabe)
  const before = measures().length
  await choose(slack, people[by], card, 'step', 'more')
  await fill(slack, people[by], { step: 'Maßnahme vorschlagen oder festhalten' })
  await fill(slack, people[by], { kind, rule, reason, milder, informed })
  const measure = await until(() => measures()[before])
  if (approvedBy === null) return
  clock.moveTo(clock.now() + 6 * minute)
  await press(slack, people[approvedBy], measure, 'approve-measure')
  await until(() => (isChanged(slack, people[approvedBy], measure) ? true : undefined))
}
