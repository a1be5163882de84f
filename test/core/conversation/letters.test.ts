import { describe, expect, test } from 'vitest'
import { hasCard } from '../../../src/core/conversation/conversation.ts'
import {
  conversationLetters,
  type ConversationMessage,
} from '../../../src/core/conversation/letters.ts'
import {
  conversationAfter,
  edits,
  erased,
  happens,
  lifeOf,
  replies,
  theConversation,
  writes,
  type Happening,
} from '../../support/conversations.ts'
import { anna, ben, monday, petra } from '../../support/lives.ts'

const claims = happens({ type: 'claimed', from: null }, { by: anna, at: monday('10:30') })
const takesOver = happens({ type: 'claimed', from: anna.actor }, { by: ben })
const replied = replies(7)
const dropped = happens({ type: 'reply-dropped', proposal: 7 })
const noted = happens({ type: 'noted', mentions: [1] }, { by: anna })
const waits = happens(
  { type: 'set-waiting', mentions: [1], for: 'fachamt', fachamt: 'mr', until: monday('15:00') },
  { by: anna },
)
const edited = (mention: number, emergency = false) => edits(mention, { emergency })

function told(...steps: readonly Happening[]): readonly ConversationMessage[] {
  return conversationLetters(theConversation, lifeOf(...steps))
}
function of(kind: ConversationMessage['kind'], ...steps: readonly Happening[]) {
  return told(...steps).filter((message) => message.kind === kind)
}
/** Who is told what, in order. */
function notes(...steps: readonly Happening[]) {
  return told(...steps).flatMap((message) =>
    message.kind === 'note' ? [[message.event.type, message.to]] : [],
  )
}

test('before anybody wrote there is nothing to read', () => {
  expect(conversationLetters(theConversation, [])).toEqual([])
})

test('the card comes first, then what hangs in its thread', () => {
  const reminded = happens({ type: 'reminded', mention: 1, of: 'half' })
  const second = writes({ mention: 2, at: monday('12:00') })
  const messages = told(writes(), claims, reminded, second)
  expect(messages.map(({ kind, key, shows }) => [kind, key, shows])).toEqual([
    ['card', 'conversation/12/card', 4],
    ['mention', 'conversation/12/mention/2', 4],
    ['note', 'conversation/12/note/3', 3],
  ])
  expect(messages[0]).toMatchObject({ mention: { number: 1 } })
  expect(messages[1]).toMatchObject({ mention: { number: 2 } })
})

test('the card shows everything that happened', () => {
  for (const step of [claims, waits, noted, edited(1), erased(1), replied]) {
    expect(of('card', writes(), step)).toMatchObject([{ shows: 2 }])
  }
})

describe('a later mention', () => {
  const both = [writes(), writes({ mention: 2 })] as const

  test('is drawn again when its own words change, and only then', () => {
    expect(of('mention', ...both, claims, noted)).toMatchObject([{ shows: 2 }])
    expect(of('mention', ...both, claims, edited(2))).toMatchObject([{ shows: 4 }])
    expect(of('mention', ...both, claims, edited(2), erased(2))).toMatchObject([
      { shows: 5, mention: { erased: 'gone', versions: [2, 4] } },
    ])
    expect(of('mention', ...both, erased(1), edited(2), claims)).toMatchObject([{ shows: 4 }])
    expect(of('mention', ...both, erased(1))).toMatchObject([{ shows: 2 }])
    const answered = replies(7, { mention: 2 })
    expect(of('mention', ...both, answered)).toMatchObject([{ shows: 2 }])
  })

  test('stands in the thread of the one card, whatever was closed between', () => {
    const third = writes({ mention: 3 })
    const messages = told(...both, noted, third)
    expect(messages.map(({ key }) => key)).toEqual([
      'conversation/12/card',
      'conversation/12/mention/2',
      'conversation/12/mention/3',
    ])
  })
})

describe('in a flood', () => {
  const collected = writes({ collected: true })

  test('nobody gets a card until somebody wants one', () => {
    const reminded = happens({ type: 'reminded', mention: 1, of: 'half' })
    expect(told(collected, reminded)).toEqual([])
    expect(told(collected, happens({ type: 'card-wanted' })).map(({ key }) => key)).toEqual([
      'conversation/12/card',
    ])
  })

  test('whoever writes again when it is over gets a card', () => {
    expect(of('card', collected, writes({ mention: 2 }))).toMatchObject([
      { mention: { number: 1 } },
    ])
    expect(of('card', collected, writes({ mention: 2, collected: true }))).toEqual([])
    expect(hasCard(conversationAfter(collected))).toBe(false)
    expect(hasCard(conversationAfter(writes()))).toBe(true)
  })

  test('a call for help stands out all the same', () => {
    expect(of('alert', collected, edited(1, true))).toMatchObject([
      { key: 'conversation/12/alert/1' },
    ])
    expect(of('card', collected, edited(1, true))).toHaveLength(1)
  })
})

describe('a call for help', () => {
  const help = writes({ emergency: true })

  test('is told once per mention that is one', () => {
    const second = writes({ mention: 2 })
    const third = writes({ mention: 3, emergency: true })
    const alerts = of('alert', help, second, third)
    expect(alerts).toMatchObject([
      { key: 'conversation/12/alert/1', shows: 3, mention: { number: 1 } },
      { key: 'conversation/12/alert/3', shows: 3, mention: { number: 3 } },
    ])
    expect(of('alert', writes())).toEqual([])
  })

  test('is told to whoever is on call as well', () => {
    expect(of('escalation', help)).toMatchObject([
      { key: 'conversation/12/escalation/1', mention: { number: 1 } },
    ])
  })

  test('is brought up to date when it is edited, erased or answered', () => {
    expect(of('alert', help, claims)).toMatchObject([{ shows: 1 }])
    expect(of('alert', help, claims, edited(1))).toMatchObject([{ shows: 3 }])
    expect(of('alert', help, claims, erased(1))).toMatchObject([{ shows: 3 }])
    const answered = happens({ type: 'answered', proposal: null, mentions: [1] }, { by: anna })
    expect(of('alert', help, claims, answered)).toMatchObject([{ shows: 3 }])
    expect(of('alert', writes(), writes({ mention: 2, emergency: true }), noted)).toMatchObject([
      { shows: 2, mention: { wait: { putOff: false } } },
    ])
  })

  test('is not taken back when the citizen edits it', () => {
    expect(of('alert', help, edited(1, false))).toHaveLength(1)
  })
})

describe('in the thread', () => {
  const half = happens({ type: 'reminded', mention: 1, of: 'half' })
  const holds = happens(
    { type: 'evidence-held', mention: 1, evidence: 3, until: monday('23:00') },
    { by: petra },
  )
  const brought = happens({ type: 'evidence-reminded', evidence: 3, days: 3 })

  test('a reminder is there for who looks, and calls nobody', () => {
    expect(notes(writes(), half)).toEqual([['reminded', null]])
    expect(notes(writes(), claims, half)).toEqual([['reminded', null]])
    const again = happens({ type: 'resubmitted' })
    expect(notes(writes(), waits, again)).toEqual([['resubmitted', null]])
    expect(notes(writes(), noted, holds, brought)).toEqual([['evidence-reminded', null]])
  })

  test('who had it hears that somebody took over; a plain claim is for the card', () => {
    expect(notes(writes(), claims)).toEqual([])
    expect(notes(writes(), claims, takesOver)).toEqual([['claimed', anna.actor]])
  })

  test('a dropped answer is told, unless the conversation was closed meanwhile', () => {
    expect(notes(writes(), claims, replied, dropped)).toEqual([['reply-dropped', null]])
    expect(notes(writes(), claims, replied, noted, dropped)).toEqual([])
  })

  test('notes are written once and tell of the moment they are about', () => {
    const messages = told(writes(), claims, half, noted)
    expect(messages.at(-1)).toMatchObject({
      kind: 'note',
      key: 'conversation/12/note/3',
      shows: 3,
      event: { type: 'reminded', position: 3 },
      after: { position: 3, stage: { is: 'claimed' } },
    })
  })

  test('everything else is for the card alone', () => {
    const about = (mention: number) => ({ mentions: [mention] })
    const quiet: readonly Happening[] = [
      happens({ type: 'sorted', concern: 'lob' }, { by: anna }),
      happens({ type: 'card-wanted' }, { by: anna }),
      waits,
      replied,
      happens({ type: 'answered', proposal: 7, ...about(1) }),
      writes({ mention: 2 }),
      holds,
      happens({ type: 'evidence-ended', evidence: 3, decision: 'released' }, { by: petra }),
      edited(1),
      happens({ type: 'measure-taken', measure: 4, ...about(2) }),
      writes({ mention: 3 }),
      happens({ type: 'marked-spam', ...about(3) }, { by: anna }),
      writes({ mention: 4 }),
      happens({ type: 'forwarded', to: 'vs', ...about(4) }, { by: anna }),
      writes({ mention: 5 }),
      happens({ type: 'referred', to: 'hvv', ...about(5) }, { by: anna }),
      writes({ mention: 6 }),
      happens({ type: 'not-responsible', ...about(6) }, { by: anna }),
      writes({ mention: 7 }),
      happens({ type: 'noted', ...about(7) }, { by: anna }),
      erased(1),
    ]
    expect(notes(writes(), claims, ...quiet)).toEqual([])
  })
})
