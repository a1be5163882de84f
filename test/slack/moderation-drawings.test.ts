// Whatever citizens write and whatever becomes of it: every drawing of the moderation desk fits, is tame and
// tells the truth.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mayFollowInConversation } from '../../src/core/conversation/evolve.ts'
import { hintsFor } from '../../src/core/hints.ts'
import { mayFollowInMeasure } from '../../src/core/measure/evolve.ts'
import type { Measure, RecordedInMeasure } from '../../src/core/measure/measure.ts'
import { card } from '../../src/slack/proposal/card.ts'
import type { Drawn } from '../../src/slack/pieces.ts'
import { erasureCard } from '../../src/slack/erasure/card.ts'
import { digest } from '../../src/slack/conversation/digest.ts'
import { floodAlarmMessage, floodCard } from '../../src/slack/flood/card.ts'
import { floodList, type Page } from '../../src/slack/flood/list.ts'
import { limits } from '../../src/slack/limits.ts'
import { measureCard, measureNoteMessage, measuresTable } from '../../src/slack/measure/card.ts'
import {
  alert,
  mentionCard,
  mentionMessage,
  mentionNoteMessage,
} from '../../src/slack/conversation/card.ts'
import { answerForm, stepForm } from '../../src/slack/conversation/forms.ts'
import { mentionList } from '../../src/slack/conversation/list.ts'
import { measureForm } from '../../src/slack/measure/form.ts'
import type { MentionView } from '../../src/desk/ports/views.ts'
import {
  cardView,
  conversationSeal,
  listed,
  looks,
  measures,
  mentionView,
  mentionViews,
  type Look,
} from './conversations.ts'
import { nastyNames, sheetOf, text as typedTexts } from './lives.ts'
import { allCharacters, complaints, textsIn } from './slack-limits.ts'
import { content, noon, told, zone } from './stories.ts'

const setting = { name: nastyNames, zone }
const runs = { numRuns: 60 }
const link = 'https://amt.slack.com/archives/C1/p1'
const day = 86_400_000

function everyMessage({ conversation, event }: Look, mention: MentionView): Drawn[] {
  const view = cardView(conversation, { ...setting, mention })
  return [
    mentionCard(view),
    mentionCard({
      ...view,
      now: noon + 2 * day,
      deadline: { half: noon, full: noon + day },
      about: { number: 17, url: 'https://x.com/amt/status/1' },
      byHand: 'https://x.com/intent/post?in_reply_to=1',
    }),
    mentionMessage({ ...setting, seal: conversationSeal, conversation, mention }),
    mentionNoteMessage({ ...setting, conversation, event, to: 'U0ANNA' }),
    alert({ ...called, mention, further: [], card: link, escalates: false }),
    alert({ ...called, mention, further: called.many, card: null, escalates: true }),
    floodCard({ ...flooded(mention), isOver: false }),
    floodAlarmMessage({ seal: 'flood/1/9/0123456789abcdef', mentions: 412, card: link }),
    answerCard(mention),
  ]
}

/** What an alert has besides the mention it tells of first. */
const called = {
  seal: conversationSeal,
  isDone: false,
  many: Array.from({ length: 400 }, (_, index) => ({
    number: 1_000 + index,
    link: `https://x.com/a_long_handle15/status/2127326768456007${index}`,
  })),
}

/** Twenty of four hundred on the collecting card of a flood. */
function flooded(mention: MentionView) {
  const newest = Array.from({ length: 20 }, () => listed(mention, 3))
  return { seal: floodSeal, collected: 412, waiting: 400, newest, zone }
}

/** A page in the middle of its list. */
function pageOf(mention: MentionView): Page {
  const entries = Array.from({ length: 20 }, (_, index) => {
    return listed({ ...mention, number: mention.number + index }, index)
  })
  const waiting = Array.from({ length: 400 }, (_, index) => ({ conversation: index + 1, since: 2 }))
  const since = { began: noon, lastAt: noon, ended: null }
  const flood = { number: 1, position: 9, collected: 412, listed: waiting, ...since }
  const groups = entries.slice(0, 5).map((first, index) => ({
    ...{ first, count: index + 2, proposal: index === 0 ? 17 : null },
  }))
  return { seal: floodSeal, entries, groups, page: 2, pages: 20, flood }
}

const floodSeal = 'flood/1/9/0123456789abcdef'

/** The card of an answer that somebody typed the citizen's words into. */
function answerCard(mention: MentionView): Drawn {
  const text = `${mention.words?.text ?? ''} `.slice(0, 8_000)
  const { proposal } = told(
    content({
      kind: 'reply',
      text,
      link: null,
      topic: null,
      replyTo: { mention: mention.number, version: 1 },
    }),
  )
  const sheet = sheetOf(proposal.versions[0].content)
  const answers = { mention, byHand: 'https://x.com/intent/post' }
  const seal = 'proposal/17/1/0123456789abcdef'
  return card({ ...setting, seal, proposal, version: 1, sheet, latestCard: null, answers })
}

function measureMessages(
  { measure, event }: { measure: Measure; event: RecordedInMeasure },
  mention: MentionView,
  reason: string,
): Drawn[] {
  return [
    measureCard({
      ...setting,
      seal: 'measure/3/1/0123456789abcdef',
      address: null,
      measure,
      reason,
      mention,
      card: link,
    }),
    measureCard({
      ...setting,
      seal: 'measure/3/1/0123456789abcdef',
      address: null,
      measure,
      reason: null,
      mention: null,
      card: null,
    }),
    measureNoteMessage({ event, to: null }),
  ]
}

/** Checks every message there can be. */
function eachMessage(check: (drawn: Drawn, mention: MentionView) => void): void {
  fc.assert(
    fc.property(looks, measures, mentionViews, typedTexts, (life, acts, mention, reason) => {
      for (const look of life.slice(-1)) {
        for (const drawn of everyMessage(look, mention)) check(drawn, mention)
      }
      for (const one of acts.slice(-1)) {
        for (const drawn of measureMessages(one, mention, reason)) check(drawn, mention)
      }
      for (const drawn of others) check(drawn, mention)
    }),
    runs,
  )
}

const anchor = { number: 123_456, hash: 'f'.repeat(64) }
const others: Drawn[] = [
  digest({ fresh: 0, claimed: 0, resubmitted: 0, overdue: 0, anchor }),
  digest({ fresh: 1_200, claimed: 2, resubmitted: 3, overdue: 4, anchor }),
  ...[
    { is: 'requested' as const },
    { is: 'rejected' as const, by: 1, at: noon },
    { is: 'granted' as const, by: 1, at: noon, mentions: 1, evidence: 2 },
  ].map((stage) => {
    const erasure = { number: 2, position: 1, by: 1, at: noon, stage }
    return erasureCard({
      ...setting,
      seal: 'erasure/2/1/0123456789abcdef',
      erasure,
      handle: 'kim<!here>',
    })
  }),
]

test('the lives that are drawn here come to every stage', () => {
  const options = { numRuns: 600, seed: 12 }
  const stages = new Set(
    fc
      .sample(looks, options)
      .flatMap((life) => life.map(({ conversation }) => conversation.stage.is)),
  )
  expect([...stages].sort()).toEqual(Object.keys(mayFollowInConversation).sort())
  const acts = new Set(
    fc.sample(measures, options).flatMap((life) => life.map(({ measure }) => measure.stage.is)),
  )
  expect([...acts].sort()).toEqual(Object.keys(mayFollowInMeasure).sort())
})

test('every message fits into Slack', () => {
  eachMessage((drawn) => {
    expect(complaints(drawn, limits.messageBlocks)).toEqual([])
    expect(allCharacters(drawn)).toBeLessThanOrEqual(limits.message)
    expect(drawn.text.length).toBeLessThanOrEqual(limits.section)
  })
})

test('nothing a citizen wrote is live, and links carry words of ours', () => {
  eachMessage((drawn) => {
    const parsed = [drawn.text, ...wordsOfKind(drawn, 'mrkdwn')].map((text) =>
      text.replace(/^<@U0ANNA> /, ''),
    )
    expect(parsed.filter((text) => /[<>]|&(?!(?:amp|lt|gt);)/.test(text))).toEqual([])
    expect(wordsOfKind(drawn, 'link').filter((text) => /evil|kim/i.test(text))).toEqual([])
    expect(urlsIn(drawn).filter((url) => !url.startsWith('https://'))).toEqual([])
  })
})

test('half of a character, which Slack would refuse, stands nowhere around a mention', () => {
  fc.assert(
    fc.property(looks, mentionViews, (life, mention) => {
      const { conversation } = life.at(-1)!
      const drawn = [
        mentionCard(cardView(conversation, { ...setting, mention })),
        mentionMessage({ ...setting, seal: conversationSeal, conversation, mention }),
        floodCard({ ...flooded(mention), isOver: true }),
        floodList(pageOf(mention), zone),
        mentionList([{ conversation, view: mention, due: null, card: null }], { now: noon, zone }),
      ]
      expect(textsIn(drawn).filter(({ text }) => /\p{Surrogate}/u.test(text))).toEqual([])
    }),
    runs,
  )
})

test('no sentence says undefined, null, NaN or an object', () => {
  eachMessage((drawn) => {
    expect(allWords(drawn)).not.toMatch(senseless)
  })
})

test('a hint quotes only the beginning of what it is about', () => {
  const words = { text: 'Ä'.repeat(7_900), handle: 'kim', name: 'Kim', link: '', media: 0 }
  const drawn = answerCard({ ...mentionView(), words })
  expect(allWords(drawn)).toContain(`„${'Ä'.repeat(59)}…“: Großbuchstaben`)
  expect(allCharacters(drawn)).toBeLessThanOrEqual(limits.message)
})

test('where words were erased, none of them is left and nothing can be answered', () => {
  fc.assert(
    fc.property(looks, mentionViews, (life, mention) => {
      const erased = { ...mention, words: null, erased: mention.erased ?? 'request' } as const
      for (const look of life.slice(-1)) {
        const drawn = JSON.stringify(everyMessage(look, erased))
        expect(drawn).toContain('Der Text ist gelöscht')
        expect(drawn).not.toMatch(/kim_beispiel|"action_id":"answer"/)
      }
    }),
    runs,
  )
})

test('citizens cannot turn the words around theirs', () => {
  eachMessage(({ blocks }) => {
    const ours = blocks.map((block) =>
      // Within the quotation everything stays as it is: what turns there ends there.
      block.type === 'rich_text'
        ? block.elements.filter(({ type }) => type === 'rich_text_section')
        : block,
    )
    const turned = textsIn(ours).filter(({ text }) => /[\u202A-\u202E\u2066-\u2069]/.test(text))
    expect(turned).toEqual([])
  })
})

test('buttons have distinct names for screen readers, which say what they are about', () => {
  eachMessage((drawn) => {
    const buttons = drawn.blocks.flatMap((block) =>
      block.type === 'actions' ? block.elements.filter(({ type }) => type === 'button') : [],
    ) as { accessibility_label?: string; action_id: string }[]
    const aloud = buttons.map(({ accessibility_label }) => accessibility_label)
    expect(new Set(aloud).size).toBe(aloud.length)
    for (const { accessibility_label, action_id } of buttons) {
      if (['hold-planned', 'flood-list'].includes(action_id)) continue
      expect(accessibility_label).toMatch(/(Erwähnung|Maßnahme|Vorschlag|Löschersuchen) \d+/)
    }
  })
})

const sealed = /^[a-z-]+\/\d+\/\d+\/[0-9a-f]{16}( \S+)?$/

test('every button and menu carries a seal of what was seen', () => {
  eachMessage((drawn) => {
    for (const value of valuesIn(drawn.blocks)) expect(value).toMatch(sealed)
  })
})

test('every form opens, whatever is in it', () => {
  fc.assert(
    fc.property(looks, measures, mentionViews, (life, acts, mention) => {
      const { conversation } = life.at(-1)!
      const entry = { conversation, view: mention, due: noon, card: link }
      const text = mention.words?.text ?? ''
      const seal = conversationSeal
      const contacts = new Map([['mr', 'U0ANNA'] as const])
      const steps = ['wait', 'pass-on', 'forward', 'refer', 'more', 'end-evidence'] as const
      const views = [
        answerForm({
          ...{ seal, mention, offered: [], templates: [], text: '', chosen: 0, hints: [] },
          zone,
        }),
        answerForm({
          seal,
          mention,
          offered: text === '' ? [] : [{ label: 'Zuarbeit', text }],
          templates: Array.from({ length: 150 }, () => ({ title: text || 'x', text })),
          text,
          chosen: 3,
          hints: hintsFor({ kind: 'reply', text }),
          zone,
        }),
        ...steps.map((step) =>
          stepForm(step, { seal, conversation, mention: mention.number, contacts }),
        ),
        floodList(pageOf(mention), zone, 'Fertig.'),
        floodList({ ...pageOf(mention), entries: [] }, zone),
        measureForm({ seal, mention, canHide: text === '', zone }),
        mentionList([], { now: noon, zone }),
        mentionList(
          Array.from({ length: 300 }, () => entry),
          { now: noon + 1, zone },
        ),
        measuresTable(acts.map(({ measure }) => measure)),
      ]
      for (const view of views) {
        expect(complaints(view, limits.viewBlocks)).toEqual([])
        expect(Buffer.byteLength(JSON.stringify(view))).toBeLessThan(250_000)
        expect(allWords(view)).not.toMatch(senseless)
        // What can be sent says what was seen.
        if (view.submit !== undefined) expect(view.private_metadata).toMatch(sealed)
      }
    }),
    { numRuns: 40 },
  )
})

/** What the buttons and menus of a message give back, "" where they carry nothing. */
function valuesIn(blocks: Drawn['blocks']): string[] {
  return blocks.flatMap((block) =>
    block.type !== 'actions'
      ? []
      : block.elements.flatMap((element) => {
          if ('options' in element) return (element.options ?? []).map(({ value }) => value ?? '')
          return 'value' in element ? [element.value ?? ''] : ['']
        }),
  )
}

const senseless = /undefined|\bnull\b|NaN|\[object|Invalid Date/

function allWords(drawn: unknown): string {
  return textsIn(drawn)
    .map(({ text }) => text)
    .join('\n')
}

function wordsOfKind(drawn: unknown, wanted: string): string[] {
  return textsIn(drawn).flatMap(({ kind, text }) => (kind === wanted ? [text] : []))
}

function urlsIn(drawn: unknown): string[] {
  return [...JSON.stringify(drawn).matchAll(/"url":"([^"]*)"/g)].map(([, url = '']) => url)
}
