// A citizen insults the office below one of its posts, and somebody asks for a measure.
import { eventually } from './office.ts'
import { cardOf, writes, type ModerationOffice } from './moderation.ts'
import { labels, wordsOf } from './person.ts'
import { proposes, someWords } from './steps.ts'

export const insult = 'Ihr seid doch alle Verbrecher!'

/** The form of a measure, filled in for hiding. */
export const measureForm = {
  kind: 'Verbergen',
  rule: '1 Beleidigung, Verleumdung, Bedrohung',
  reason: 'Pauschale Beleidigung der Beschäftigten.',
  milder: ['Hinweis auf die Netiquette'],
  informed: 'ja',
}

/** A post of ours with an insult below it, and its card. */
export async function insulted(office: ModerationOffice) {
  const { anna, petra, sandbox } = office
  const card = await proposes(anna, 'Morgen ist Markt.', someWords)
  await petra.reacts('✅', card)
  await eventually(() => office.published().length === 1)
  const [post] = sandbox.x.sight().posts
  writes(office, insult, { inReplyTo: post?.id ?? '' })
  await office.reads()
  return cardOf(office, 1)
}

/** Anna asks for a measure about it; the measure's card. */
export async function measureAsked(
  office: ModerationOffice,
  card: Awaited<ReturnType<typeof cardOf>>,
  more = {},
) {
  const { anna, petra } = office
  const before = petra.cards().filter((one) => /^Maßnahme \d/.test(wordsOf(one))).length
  await anna.chooses('step', 'Mehr …', card)
  await anna.submits({ step: 'Maßnahme vorschlagen oder festhalten' })
  await eventually(() => JSON.stringify(anna.form()?.view).includes('Netiquette'))
  await anna.submits({ ...measureForm, ...more })
  return eventually(() => petra.cards().filter((one) => /^Maßnahme \d/.test(wordsOf(one)))[before])
}

/** How often the network was asked to hide or to show. */
export const hides = ({ sandbox }: ModerationOffice) =>
  sandbox.x.calls().filter(({ route }) => route === 'PUT /2/tweets/:id/hidden').length

export const isHidden = ({ sandbox }: ModerationOffice) =>
  sandbox.x.sight().posts.some(({ text, hidden }) => text === insult && hidden)

/** The card of a measure once it offers a button. */
export function offered(office: ModerationOffice, card: { ts: string }, label: string) {
  return eventually(() => {
    const now = office.petra.cards().find(({ ts }) => ts === card.ts)
    return now !== undefined && labels(now).includes(label) && now
  })
}
