import { describe, expect, test } from 'vitest'
import { letters, type Letter } from '../../../src/core/proposal/letters.ts'
import {
  anna,
  answer,
  approved,
  asked,
  ben,
  confirmed,
  doubted,
  expired,
  found,
  freed,
  held,
  life,
  looked,
  lookedInVain,
  notSent,
  petra,
  proposed,
  reasonGiven,
  rebound,
  refused,
  rejected,
  released,
  revised,
  sending,
  sent,
  stopped,
  stoppedOnItsWay,
  theNumber,
  thread,
  vera,
  withdrawn,
  type Step,
} from '../../support/lives.ts'

function told(...steps: readonly Step[]): readonly Letter[] {
  return letters(theNumber, life(...steps))
}

/** Which card shows how much of the life, the live one first. */
function cards(...steps: readonly Step[]): [version: number, shows: number][] {
  return told(...steps).flatMap((message): [number, number][] =>
    message.kind === 'card' ? [[message.version, message.shows]] : [],
  )
}

/** Who is told by a word in the thread, of which event. */
function notes(...steps: readonly Step[]): [event: string, to: number][] {
  return told(...steps).flatMap((message): [string, number][] =>
    message.kind === 'note' ? [[message.event.type, message.to]] : [],
  )
}

function receipt(...steps: readonly Step[]): number[] {
  return told(...steps).flatMap((message) => (message.kind === 'receipt' ? [message.shows] : []))
}

const single = [proposed(), approved()]
const half = [proposed(thread(2)), approved(), sending(), sent()]

test('of nothing nothing is told', () => {
  expect(letters(theNumber, [])).toEqual([])
})

test('a new proposal has a card, and rings for nobody', () => {
  expect(told(proposed())).toEqual([
    { kind: 'card', key: 'proposal/7/card/1', version: 1, shows: 1 },
  ])
})

describe('cards', () => {
  test('the card of the version that counts shows everything', () => {
    expect(cards(...single, sending(), notSent('rate-limit'))).toEqual([[1, 4]])
  })

  test('a new version has a card of its own; the outdated one changes once more and never again', () => {
    const steps = [proposed(), revised({ text: 'Zwei' }), asked()]
    expect(cards(...steps)).toEqual([
      [2, 3],
      [1, 2],
    ])
    expect(cards(...steps, revised({ text: 'Drei' }), approved())).toEqual([
      [3, 5],
      [2, 4],
      [1, 2],
    ])
  })

  test('an answer to a mention that changed has a card of its own, too', () => {
    expect(cards(proposed(answer()), approved(), rebound(2))).toEqual([
      [2, 3],
      [1, 3],
    ])
  })

  test('a card keeps its key', () => {
    const [, outdated] = told(proposed(), revised({ text: 'Zwei' }))
    expect(outdated).toMatchObject({ kind: 'card', key: 'proposal/7/card/1' })
  })
})

describe('a word in the thread reaches', () => {
  const answered = [proposed(answer()), approved()]
  const doubt = [...single, sending(), doubted(), ...lookedInVain]

  test.each<[string, readonly Step[], [string, number][]]>([
    ['the author of what is published', [...single, sending(), sent()], [['posted', anna.actor]]],
    [
      'the author of what was found',
      [...single, sending(), doubted(), found()],
      [['posted', anna.actor]],
    ],
    ['the author of what expired', [proposed(), expired()], [['expired', anna.actor]]],
    ['the author of what failed', [...single, sending(), refused()], [['refused', anna.actor]]],
    ['the author of what was rejected', [proposed(), rejected()], [['rejected', anna.actor]]],
    [
      'the author when the reason follows',
      [proposed(), rejected({ via: 'reaction', reason: null }), reasonGiven()],
      [
        ['rejected', anna.actor],
        ['reason-given', anna.actor],
      ],
    ],
    ['the author of a question', [proposed(), asked()], [['question-asked', anna.actor]]],
    [
      'the author of every further question',
      [proposed(), asked(), asked({ by: vera })],
      [
        ['question-asked', anna.actor],
        ['question-asked', anna.actor],
      ],
    ],
    [
      'the last editor rather than the author',
      [proposed(), revised({ by: ben, text: 'Zwei' }), rejected()],
      [['rejected', ben.actor]],
    ],
    ['who approved what is in doubt', doubt, [['looked', petra.actor]]],
    [
      'who approved what is still in doubt after the last look',
      [...doubt, released(), looked('unreadable')],
      [
        ['looked', petra.actor],
        ['looked', petra.actor],
      ],
    ],
    [
      'who released what is still in doubt, for she answers for it now',
      [...doubt, released({ by: vera }), looked('unreadable')],
      [
        ['looked', petra.actor],
        ['looked', vera.actor],
      ],
    ],
    [
      'the author rather than the approver who has gone',
      [...single, held('approver-gone')],
      [['held', anna.actor]],
    ],
    [
      'who approved the thread whose rest was refused',
      [...half, sending(), refused()],
      [['refused', petra.actor]],
    ],
    [
      'who approved the answer whose mention is gone',
      [...answered, held('mention-gone')],
      [['held', petra.actor]],
    ],
    [
      'the author of the answer nobody decided about whose mention is gone',
      [proposed(answer()), held('mention-gone')],
      [['held', anna.actor]],
    ],
    [
      'who approved the answer to a mention that changed',
      [...answered, rebound(2)],
      [['rebound', petra.actor]],
    ],
    [
      'nobody where nobody had approved the answer to a mention that changed',
      [proposed(answer()), rebound(2)],
      [],
    ],
    [
      'nobody where the mention was gone and came back changed before anybody approved',
      [proposed(answer()), held('mention-gone'), rebound(2)],
      [['held', anna.actor]],
    ],
    [
      'who approved what was stopped on its way and not sent',
      [...single, sending(), stoppedOnItsWay(), notSent()],
      [['not-sent', petra.actor]],
    ],
    ['who approved what is late', [...single, held('late')], [['held', petra.actor]]],
    [
      'who approved what somebody stopped',
      [...single, stopped({ by: ben })],
      [['stopped', petra.actor]],
    ],
    ['nobody when who approved stops it', [...single, stopped({ by: petra })], []],
    [
      'who approved the thread that somebody stopped halfway',
      [proposed(thread(2)), approved(), sending(), stoppedOnItsWay(), sent()],
      [['posted', petra.actor]],
    ],
    [
      'who approved what waits for money',
      [...single, sending(), notSent('no-credit')],
      [['not-sent', petra.actor]],
    ],
    [
      'nobody about a rate limit, which passes by itself',
      [...single, sending(), notSent('rate-limit')],
      [],
    ],
    [
      'nobody about a network that cannot be reached',
      [...single, sending(), notSent('unreachable')],
      [],
    ],
    [
      'nobody about a doubt that is being looked into',
      [...single, sending(), doubted(), looked()],
      [],
    ],
    ['nobody about an approval', single, []],
    [
      'nobody about a revision, which has a card of its own',
      [...single, revised({ text: 'Zwei' })],
      [],
    ],
    ['nobody about the first half of a thread', half, []],
    ['nobody when the author withdraws', [proposed(), withdrawn({ by: anna })], []],
    [
      'the author of what an officer withdrew',
      [proposed(), withdrawn({ by: petra })],
      [['withdrawn', anna.actor]],
    ],
    [
      'who approved what the author withdrew',
      [...single, withdrawn({ by: anna })],
      [['withdrawn', petra.actor]],
    ],
    [
      'the author of what an officer told the desk is online',
      [...doubt, confirmed()],
      [
        ['looked', petra.actor],
        ['posted', anna.actor],
      ],
    ],
  ])('%s', (_, steps, expected) => {
    expect(notes(...steps)).toEqual(expected)
  })

  test('somebody once: its key is its place in the life, it shows that moment and no later one', () => {
    const [, note] = told(proposed(), asked(), rejected())
    expect(note).toMatchObject({
      kind: 'note',
      key: 'proposal/7/note/2',
      version: 1,
      to: anna.actor,
      event: { type: 'question-asked', position: 2 },
      after: { position: 2, stage: { is: 'submitted' } },
      shows: 2,
    })
  })
})

describe('an empty balance', () => {
  const again = [sending(), notSent('no-credit')]

  test('is told once for a part, however often it is tried', () => {
    expect(notes(...single, ...again, ...again, ...again)).toEqual([['not-sent', petra.actor]])
  })

  test('is told even where the first try met something else', () => {
    expect(notes(...single, sending(), notSent('unreachable'), ...again)).toEqual([
      ['not-sent', petra.actor],
    ])
  })

  test('is told again for the next part', () => {
    expect(notes(proposed(thread(2)), approved(), ...again, sending(), sent(), ...again)).toEqual([
      ['not-sent', petra.actor],
      ['not-sent', petra.actor],
    ])
  })

  test('is told again for a new version', () => {
    const anew = [revised({ text: 'Zwei' }), approved()]
    expect(notes(...single, ...again, ...anew, ...again)).toEqual([
      ['not-sent', petra.actor],
      ['not-sent', petra.actor],
    ])
  })

  test('does not silence what comes after it', () => {
    expect(notes(...single, ...again, sending(), refused())).toEqual([
      ['not-sent', petra.actor],
      ['refused', anna.actor],
    ])
    expect(notes(...single, ...again, held('late'))).toEqual([
      ['not-sent', petra.actor],
      ['held', petra.actor],
    ])
  })
})

describe("the author's receipt", () => {
  const known = [proposed(), asked(), approved()]
  const inHalf = [proposed(thread(2)), asked(), approved()]
  const byBen = [proposed(), revised({ by: ben, text: 'Zwei' })]

  test('does not begin with what the author did, nor before anything is decided', () => {
    expect(receipt(proposed())).toEqual([])
    expect(receipt(proposed(), revised({ text: 'Zwei' }))).toEqual([])
    expect(receipt(...single, sending(), notSent())).toEqual([])
    expect(receipt(...single, stopped({ by: anna }))).toEqual([])
    expect(receipt(proposed(), withdrawn())).toEqual([])
  })

  test('calls once for the same: the thread calls the author only where a receipt is there already', () => {
    const calls = (...steps: readonly Step[]) =>
      told(...steps).flatMap((letter) => (letter.kind === 'note' ? [letter.calls] : []))
    expect(calls(...single, sending(), sent())).toEqual([false])
    expect(calls(proposed(), asked())).toEqual([false])
    expect(calls(...known, sending(), sent())).toEqual([false, true])
    // Not the author's, so nobody is told twice.
    expect(calls(...byBen, rejected())).toEqual([true])
  })

  test.each<[string, readonly Step[], number]>([
    ['shows a question', [proposed(), asked()], 2],
    ['shows every question', [proposed(), asked(), asked()], 3],
    ['shows the approval', known, 3],
    [
      'does not change with the steps of sending',
      [...known, sending(), notSent(), sending(), doubted(), looked()],
      3,
    ],
    ['does not change with the first half of a thread', [...inHalf, sending(), sent()], 3],
    ['shows that it is published', [...single, sending(), sent()], 4],
    ['shows that a person is asked', [...known, held('late')], 4],
    ['shows that it is on its way again', [...known, held('late'), released()], 5],
    ['shows a Stopp', [...known, stopped()], 4],
    ['shows a new version', [proposed(), asked(), revised({ text: 'Zwei' })], 3],
    ['shows an answer to a mention that changed', [proposed(answer()), asked(), rebound(2)], 3],
    [
      'shows the reason that followed',
      [proposed(), rejected({ via: 'reaction', reason: null }), reasonGiven()],
      3,
    ],
    ['shows a refusal', [...single, sending(), refused()], 4],
    ['shows a withdrawal by somebody else', [proposed(), withdrawn({ by: petra })], 2],
    ['shows an end although somebody else edited last', [...byBen, rejected()], 3],
  ])('%s', (_, steps, shows) => {
    expect(receipt(...steps)).toEqual([shows])
  })

  test('goes to the author, whoever edited since', () => {
    const last = told(...byBen, rejected()).at(-1)
    expect(last).toMatchObject({ kind: 'receipt', to: anna.actor })
  })
})

test('who lets a doubt be looked at once more is not called again where it found the same', () => {
  const blind = [looked('unreadable'), looked('unreadable'), looked('unreadable')] as const
  const steps = [proposed(), approved(), sending(), doubted(), ...blind] as const
  const calls = (...more: readonly Step[]) =>
    letters(theNumber, life(...steps, ...more)).flatMap((letter) =>
      letter.kind === 'note' && letter.event.type === 'looked' ? [letter.shows] : [],
    )
  expect(calls()).toEqual([7])
  expect(calls(freed(), looked('unreadable'))).toEqual([7])
})
