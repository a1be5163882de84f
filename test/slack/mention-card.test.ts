// What the team reads about a mention at every stage, as they read it.
import { expect, test } from 'vitest'
import type {
  Conversation,
  ConversationEvent,
  RecordedInConversation,
} from '../../src/core/conversation/conversation.ts'
import { digest } from '../../src/slack/conversation/digest.ts'
import { floodAlarmMessage, floodCard } from '../../src/slack/flood/card.ts'
import {
  alert,
  mentionCard,
  mentionMessage,
  mentionNoteMessage,
} from '../../src/slack/conversation/card.ts'
import { trouble } from '../../src/slack/conversation/trouble.ts'
import {
  cardView,
  conversationAfter,
  conversationSeal,
  erasedView,
  listed,
  mentionView,
  question,
  received,
} from './conversations.ts'
import { readAloud } from './read-aloud.ts'
import { noon, setting, zone } from './stories.ts'

const day = 86_400_000
const until = noon + 7 * day
const menu = '(Wartet auf …, Weiterleiten an …, Verwiesen auf …, Nicht zuständig, Mehr …)'
const reactions = 'Auch als Reaktion möglich: 👀 in Bearbeitung · 🗂️ zur Kenntnis'

test('a card shows who wrote what, what is the case, and what can be done, at one look', () => {
  const view = cardView(conversationAfter(), {
    about: { number: 17, url: 'https://x.com/amt/status/1' },
    deadline: { half: noon, full: noon + day },
    mention: mentionView({
      words: { ...mentionView().words!, media: 2 },
      edited: true,
    }),
  })
  expect(readAloud(mentionCard(view))).toEqual([
    '# Erwähnung 12: Neu',
    'Kim Beispiel (@kim_beispiel), Mo., 23.11.2026, 14:30 Uhr',
    `> ${question}`,
    'Auf X nachträglich geändert; dies ist die neue Fassung.',
    'Mit 2 Bildern oder Videos; zu sehen auf X.',
    'Auf X ansehen → https://x.com/kim_beispiel/status/1',
    'Antwortet auf unseren Beitrag (Vorschlag 17) → https://x.com/amt/status/1',
    'Noch niemand kümmert sich darum.',
    'Antwort bis Di., 24.11.2026, 14:30 Uhr',
    'Anliegen, vermutet: Frage',
    `[Übernehmen] [Antworten] [Zur Kenntnis] (Frage) ${menu}`,
    reactions,
  ])
})

test('a notification shows no word of a citizen', () => {
  expect(mentionCard(cardView(conversationAfter())).text).toBe('Erwähnung 12: Neu')
})

const waits: ConversationEvent = {
  type: 'set-waiting',
  mentions: [12],
  for: 'fachamt',
  fachamt: 'mr',
  until,
}
const open = `[Von Anna Ahlers übernehmen] [Antworten] [Zur Kenntnis] [Zurückgeben] (Frage) ${menu}`
const closed = '[Antworten] [Wieder öffnen] [Mehr …]'
/** What was done on the network is not undone here. */
const done = '[Antworten] [Mehr …]'

test.each<[string, ConversationEvent[], string, string, string]>([
  [
    'taken',
    [{ type: 'claimed', from: null }],
    'In Bearbeitung',
    'In Bearbeitung: Anna Ahlers seit Mo., 23.11.2026, 15:30 Uhr.',
    open,
  ],
  [
    'waiting',
    [waits],
    'Wartet',
    'Wartet auf Management des öffentlichen Raumes (MR), Wiedervorlage am Mo., 30.11.2026, 14:30 Uhr. In Bearbeitung: Anna Ahlers.',
    open,
  ],
  [
    'waiting for the citizen',
    [{ type: 'set-waiting', mentions: [12], for: 'buerger', fachamt: null, until }],
    'Wartet',
    'Wartet auf die Bürgerin oder den Bürger, Wiedervorlage am Mo., 30.11.2026, 14:30 Uhr. In Bearbeitung: Anna Ahlers.',
    open,
  ],
  [
    'with an answer up for approval',
    [
      { type: 'claimed', from: null },
      { type: 'reply-proposed', proposal: 18, mention: 12, version: 1 },
    ],
    'Antwort liegt zur Freigabe',
    'In Bearbeitung: Anna Ahlers seit Mo., 23.11.2026, 15:30 Uhr. Eine Antwort liegt zur Freigabe (Vorschlag 18).',
    open,
  ],
  [
    'closed while an answer is up for approval',
    [
      { type: 'reply-proposed', proposal: 18, mention: 12, version: 1 },
      { type: 'noted', mentions: [12] },
    ],
    'Antwort liegt zur Freigabe',
    'Zur Kenntnis genommen am Mo., 23.11.2026, 16:30 Uhr. Eine Antwort liegt zur Freigabe (Vorschlag 18).',
    closed,
  ],
  [
    'answered',
    [{ type: 'answered', proposal: null, mentions: [12] }],
    'Beantwortet',
    'Beantwortet am Mo., 23.11.2026, 15:30 Uhr.',
    closed,
  ],
  [
    'forwarded',
    [{ type: 'forwarded', to: 'vs', mentions: [12] }],
    'Weitergeleitet',
    'Weitergeleitet an Verbraucherschutz, Gewerbe und Umwelt (VS) am Mo., 23.11.2026, 15:30 Uhr.',
    closed,
  ],
  [
    'pointed elsewhere',
    [{ type: 'referred', to: '115', mentions: [12] }],
    'Verwiesen',
    'Verwiesen auf Hamburg Service 115 am Mo., 23.11.2026, 15:30 Uhr.',
    closed,
  ],
  [
    'not ours',
    [{ type: 'not-responsible', mentions: [12] }],
    'Nicht zuständig',
    'Nicht zuständig, abgeschlossen am Mo., 23.11.2026, 15:30 Uhr.',
    closed,
  ],
  [
    'spam',
    [{ type: 'marked-spam', mentions: [12] }],
    'Spam',
    'Als Spam abgeschlossen am Mo., 23.11.2026, 15:30 Uhr.',
    closed,
  ],
  [
    'closed by a measure',
    [{ type: 'measure-taken', measure: 3, mentions: [12] }],
    'Maßnahme',
    'Maßnahme 3, abgeschlossen am Mo., 23.11.2026, 15:30 Uhr.',
    done,
  ],
])('%s: the card says so and offers what can be done', (_, events, state, sentence, row) => {
  const lines = readAloud(mentionCard(cardView(conversationAfter(...events))))
  expect(lines[0]).toBe(`# Erwähnung 12: ${state}`)
  expect(lines).toContain(sentence)
  expect(lines).toContain(row)
})

test('who takes over is asked first and reads whose it is', () => {
  const drawn = mentionCard(cardView(conversationAfter({ type: 'claimed', from: null })))
  const row = drawn.blocks.find(({ type }) => type === 'actions') as { elements: unknown[] }
  expect(row.elements[0]).toMatchObject({
    action_id: 'take-over',
    accessibility_label: 'Erwähnung 12 übernehmen von Anna Ahlers',
    confirm: {
      text: {
        text: 'Anna Ahlers hat diese Erwähnung in Bearbeitung und erfährt im Thread, dass Sie sie übernehmen.',
      },
    },
  })
})

test('once a person has said what it is about, it is no suggestion any more', () => {
  const sorted = conversationAfter({ type: 'sorted', concern: 'lob' })
  expect(readAloud(mentionCard(cardView(sorted)))).toContain('Anliegen: Lob')
})

test('a deadline that has passed is called so, and a closed card has none', () => {
  const late = { now: noon + 2 * day, deadline: { half: noon, full: noon + day } }
  const lines = (conversation: Conversation) =>
    readAloud(mentionCard(cardView(conversation, late))).join('\n')
  expect(lines(conversationAfter())).toContain(
    'Überfällig: Eine Antwort war bis Di., 24.11.2026, 14:30 Uhr vorgesehen.',
  )
  expect(lines(conversationAfter({ type: 'noted', mentions: [12] }))).not.toContain('Überfällig')
})

test('evidence stands with the day on which somebody must have decided', () => {
  const held = (evidence: number, days: number): ConversationEvent => {
    return { type: 'evidence-held', mention: 12, evidence, until: noon + days * day }
  }
  const lines = readAloud(mentionCard(cardView(conversationAfter(held(1, 90), held(2, 30)))))
  expect(lines).toContain(
    'Beweissicherung besteht: Die Pressestelle hat eine Kopie und entscheidet darüber bis Mi., 23.12.2026, 14:30 Uhr.',
  )
})

test.each([
  ['gone', 'Der Text ist gelöscht: Er ist auf X nicht mehr öffentlich.'],
  ['retention', 'Der Text ist gelöscht: Die Aufbewahrungsfrist ist abgelaufen.'],
  ['request', 'Der Text ist gelöscht: auf Wunsch der Person.'],
] as const)('words that are erased (%s) are gone; the state stays', (because, sentence) => {
  const conversation = conversationAfter(
    { type: 'noted', mentions: [12] },
    { type: 'erased', mentions: [12], because },
  )
  const lines = readAloud(mentionCard(cardView(conversation, { mention: erasedView(because) })))
  expect(lines).toEqual([
    '# Erwähnung 12: Zur Kenntnis',
    sentence,
    'Zur Kenntnis genommen am Mo., 23.11.2026, 15:30 Uhr.',
    'Anliegen, vermutet: Frage',
  ])
})

test('a very long text is cut, says so and leads to the whole', () => {
  const words = { ...mentionView().words!, text: 'ä'.repeat(25_000) }
  const lines = readAloud(
    mentionCard(cardView(conversationAfter(), { mention: mentionView({ words }) })),
  )
  expect(lines[2]).toBe(`> ${'ä'.repeat(3_999)}…`)
  expect(lines[3]).toBe('Der Text ist länger; ganz steht er auf X.')
})

test('a text of very many lines is cut, too: a card is no wall', () => {
  const words = {
    ...mentionView().words!,
    text: Array.from({ length: 500 }, (_, n) => n).join('\n'),
  }
  const lines = readAloud(
    mentionCard(cardView(conversationAfter(), { mention: mentionView({ words }) })),
  )
  const [last] = lines.flatMap((one, index) => (one === '> …' || one === '…' ? [index] : []))
  expect(lines.slice((last ?? 0) - 1, last)).toEqual([expect.stringMatching(/^(> )?39$/)])
  expect(lines).toContain('Der Text ist länger; ganz steht er auf X.')
})

test('what X takes only by hand says so and leads there', () => {
  const byHand = 'https://x.com/intent/post?in_reply_to=1'
  const lines = readAloud(mentionCard(cardView(conversationAfter(), { byHand })))
  expect(lines).toContain(`Auf X von Hand antworten → ${byHand}`)
  expect(lines).toContain(
    'X nimmt hier keine Antwort von Amtsfunk an. Nach der Freigabe wird die Antwort von Hand veröffentlicht.',
  )
})

test('a later post stands in the thread with its own way to answer', () => {
  const conversation = conversationAfter(received({ mention: 13 }))
  const mention = mentionView({ number: 13 })
  expect(
    readAloud(mentionMessage({ ...setting, seal: conversationSeal, conversation, mention })),
  ).toEqual([
    'Weiterer Beitrag (Erwähnung 13)',
    'Kim Beispiel (@kim_beispiel), Mo., 23.11.2026, 14:30 Uhr',
    `> ${question}`,
    'Auf X ansehen → https://x.com/kim_beispiel/status/1',
    '[Antworten]',
  ])
  expect(readAloud(mentionCard(cardView(conversation)))).toContain(
    'Ein weiterer Beitrag steht im Thread.',
  )
})

const waiting: ConversationEvent = {
  type: 'set-waiting',
  mentions: [12],
  for: 'freigabe',
  fachamt: null,
  until,
}
const proposed: ConversationEvent = {
  type: 'reply-proposed',
  proposal: 18,
  mention: 12,
  version: 1,
}

test.each<[string, ConversationEvent[], string]>([
  [
    'half the time',
    [{ type: 'reminded', mention: 12, of: 'half' }],
    'Die Hälfte der Zeit bis zur Antwort ist um.',
  ],
  [
    'the whole time',
    [{ type: 'reminded', mention: 12, of: 'full' }],
    'Die Zeit bis zur Antwort ist um. Bitte antworten Sie oder geben Sie einen Zwischenstand.',
  ],
  [
    'a Wiedervorlage',
    [waiting, { type: 'resubmitted' }],
    'Wiedervorlage: Bitte sehen Sie nach, wie es weitergeht.',
  ],
  ['a take-over', [{ type: 'claimed', from: 2 }], 'Anna Ahlers hat die Erwähnung übernommen.'],
  [
    'an answer that will not come',
    [proposed, { type: 'reply-dropped', proposal: 18 }],
    'Die Antwort (Vorschlag 18) wird nicht veröffentlicht. Die Erwähnung ist noch offen.',
  ],
])('a note about %s', (_, happenings, sentence) => {
  const conversation = conversationAfter(...happenings)
  const event: RecordedInConversation = {
    ...happenings.at(-1)!,
    position: conversation.position,
    at: noon,
    actor: 1,
  }
  const note = (to: string | null) =>
    readAloud(mentionNoteMessage({ ...setting, conversation, event, to }))
  expect(note(null)).toEqual([sentence])
  expect(note('U0BEN')).toEqual([`<@U0BEN> ${sentence}`])
  expect(note('!channel')).toEqual([sentence])
})

type Further = Parameters<typeof alert>[0]['further']

test('a call for help stands out, with an answer one click away until somebody has closed it', () => {
  const mention = mentionView({ emergency: true })
  const card = 'https://amt.slack.com/archives/C1/p1'
  const draw = (isDone: boolean, escalates: boolean, further: Further = []) =>
    readAloud(alert({ seal: conversationSeal, mention, further, isDone, card, escalates }))
  const title = '# Möglicher Notfall: Kein Notruf über X – 110/112'
  const says =
    'Erwähnung 12 klingt nach einem Notfall. Bitte sofort ansehen. Amtsfunk antwortet nicht von selbst.'
  const way = `Zur Erwähnung → ${card}`
  expect(draw(false, false)).toEqual([title, says, way, '[Übernehmen] [Antwort vorbereiten]'])
  expect(draw(false, true)).toEqual([title, says, way])
  expect(draw(true, false)).toEqual([title, 'Bei Erwähnung 12 ist nichts mehr offen.', way])
  const more = Array.from({ length: 22 }, (_, index) => {
    return { number: 13 + index, link: `https://x.com/kim/status/${index}` }
  })
  const [, both, first] = draw(false, true, more.slice(0, 1))
  expect(both).toMatch(/^Erwähnung 12 und 1 weitere desselben Kontos klingen nach Notfällen\. /)
  expect(first).toBe('Erwähnung 13 → https://x.com/kim/status/0')
  const many = draw(false, true, more)
  expect(many).toHaveLength(4)
  expect(many[2]).toMatch(
    /^Erwähnung 15 → \S+, Erwähnung 16 → .* \(2 frühere im Thread der Erwähnung\)$/,
  )
})

test('a flood stands on one card, the newest first, each with its beginning', () => {
  const newest = Array.from({ length: 20 }, (_, index) => {
    return listed(mentionView({ number: index + 3 }), index === 19 ? 2 : 0)
  })
  const view = { seal: 'flood/1/9/0123456789abcdef', collected: 25, waiting: 22, newest, zone }
  const lines = readAloud(floodCard({ ...view, isOver: false }))
  expect(lines[0]).toBe('# Gerade kommen sehr viele Erwähnungen: 25')
  expect(lines[1]).toContain('Offen in der Liste: 22.')
  expect(lines[2]).toBe(
    'Erwähnung 22, Mo., 23.11.2026, 14:30 Uhr: „Hallo @bezirksamt, wann öffnet das Freibad? <!channel> & Gr…“; dazu 2 weitere Beiträge, zuletzt Erwähnung 24: „Hallo @bezirksamt, wann öffnet das Freibad? <!channel> & Gr…“',
  )
  expect(lines.slice(-2)).toEqual(['… und 2 weitere in der Liste.', '[Liste öffnen] (Karte holen)'])
  expect(lines).toHaveLength(24)
  expect(readAloud(floodCard({ ...view, isOver: true }))[0]).toBe(
    '# Viele Erwähnungen, inzwischen abgeebbt: 25',
  )
  expect(readAloud(floodCard({ ...view, isOver: true, waiting: 0, newest: [] }))).toEqual([
    '# Viele Erwähnungen, inzwischen abgeebbt: 25',
    'Amtsfunk hat sie hier gesammelt. Alle sind bearbeitet oder haben eine eigene Karte.',
  ])
})

test('a flood whose words are all gone still leads to what waits', () => {
  const newest = [listed(mentionView({ words: null, erased: 'gone' }), 0)]
  const view = { seal: 'flood/1/9/0123456789abcdef', collected: 25, waiting: 1, newest, zone }
  expect(readAloud(floodCard({ ...view, isOver: true })).at(-1)).toBe('[Liste öffnen]')
})

test('whoever plans posts is told of a flood and can hold them', () => {
  const seal = 'flood/1/9/0123456789abcdef'
  expect(readAloud(floodAlarmMessage({ seal, mentions: 1_234, card: null }))).toEqual([
    'Gerade kommen sehr viele Erwähnungen (bisher 1.234). Bitte prüfen Sie, ob geplante Beiträge jetzt noch passen. Mit „Geplantes anhalten“ gilt ein Stopp, bis die Pressestelle ihn aufhebt.',
    '[Geplantes anhalten]',
  ])
})

test('the morning begins with one line of numbers, and small below it where history ends', () => {
  const anchor = { number: 1234, hash: '0123456789abcdef'.repeat(4) }
  const says = (fresh: number, overdue: number) =>
    readAloud(digest({ fresh, overdue, claimed: 0, resubmitted: 0, anchor }))
  const seal = 'Siegel der Aufzeichnung: 1234:0123456789abcdef'
  expect(says(2, 1)).toEqual([
    'Guten Morgen! Erwähnungen: 2 neu · 1 überfällig. Die Liste zeigt /erwaehnungen.',
    seal,
  ])
  expect(says(0, 0)).toEqual([
    'Guten Morgen! Bei den Erwähnungen steht heute nichts an. Die Liste zeigt /erwaehnungen.',
    seal,
  ])
})

test.each(['no-credit', 'unauthorized', 'unreadable'] as const)(
  'that mentions cannot be read (%s) comes with what to do',
  (because) => {
    expect(trouble(because).text).toMatch(/^Amtsfunk kann gerade keine .* Bitte /)
  },
)
