// Who signs, what is deleted, and what becomes of something public.
import { describe, expect, test } from 'vitest'
import { type Command } from '../../../src/core/proposal/command.ts'
import { decide, propose } from '../../../src/core/proposal/decide.ts'
import { decideForDesk, targetOf } from '../../../src/core/proposal/decide-for-desk.ts'
import { fingerprint } from '../../../src/core/proposal/fingerprint.ts'
import { letters } from '../../../src/core/proposal/letters.ts'
import { mayFollowUp } from '../../../src/core/proposal/follow-up.ts'
import type { Kind } from '../../../src/core/kinds.ts'
import {
  isConsentOver,
  isConsentToWatch,
  isOpenWarning,
  nextAim,
  type Proposal,
} from '../../../src/core/proposal/proposal.ts'
import type { Person } from '../../../src/core/people.ts'
import {
  after,
  anna,
  approved,
  ben,
  closed,
  consentEnded,
  consentRenewed,
  cosignatureWithdrawn,
  cosigned,
  deleted,
  doubted,
  followed,
  guest,
  held,
  lapsed,
  life,
  monday,
  petra,
  picture,
  post,
  proposed,
  reminded,
  refused,
  retraction,
  revised,
  sending,
  sent,
  theNumber,
  thread,
  uploaded,
  warning,
  type Step,
} from '../../support/lives.ts'
import { due } from '../../support/owed.ts'

const ten = monday('10:00')
const rules = { now: ten, undo: 0 }
const asked = (proposal: ReturnType<typeof after>, command: Command, by: Person) =>
  decide(proposal, command, by, rules)
const approve: Command = { do: 'approve', version: 1, via: 'button', since: null }
const sign = (...departments: string[]): Command => ({
  ...{ do: 'cosign', version: 1, departments, via: 'reaction' },
})

describe('signing', () => {
  const both = proposed(warning({ cosigners: ['mr', 'vs'] }))

  test('nobody approves before every department has signed', () => {
    expect(asked(after(both), approve, petra)).toEqual({
      ...{ refused: 'cosignature-missing', departments: ['mr', 'vs'] },
    })
    expect(asked(after(both, cosigned()), approve, petra)).toEqual({
      ...{ refused: 'cosignature-missing', departments: ['mr'] },
    })
    const all = after(both, cosigned(), cosigned({ department: 'mr' }))
    expect(asked(all, approve, petra)).toMatchObject({ events: [{ type: 'approved' }] })
  })

  test('a person signs for their departments, each once', () => {
    const signed = { type: 'cosigned', version: 1, via: 'reaction' }
    expect(asked(after(both), sign('mr', 'vs', 'else'), ben)).toEqual({
      events: [
        { ...signed, department: 'mr' },
        { ...signed, department: 'vs' },
      ],
    })
    expect(asked(after(both, cosigned()), sign('vs'), ben)).toEqual({ refused: 'nothing-changed' })
    expect(asked(after(both), sign('else'), ben)).toEqual({ refused: 'not-your-department' })
    expect(asked(after(both), sign(), ben)).toEqual({ refused: 'not-your-department' })
    expect(asked(after(proposed()), sign('vs'), ben)).toEqual({ refused: 'not-your-department' })
    expect(asked(after(both), sign('vs'), guest)).toEqual({ refused: 'outsider' })
  })

  test('a reaction taken back takes back what that reaction signed, until it is approved', () => {
    const withdraw: Command = { do: 'withdraw-cosignature', version: 1 }
    const gone = { type: 'cosignature-withdrawn', version: 1, department: 'vs', via: 'reaction' }
    const one = proposed(warning())
    expect(asked(after(one, cosigned()), withdraw, ben)).toEqual({ events: [gone] })
    const nothing = { refused: 'nothing-changed' }
    expect(asked(after(one, cosigned()), withdraw, anna)).toEqual(nothing)
    expect(asked(after(one, cosigned({ via: 'button' })), withdraw, ben)).toEqual(nothing)
    expect(asked(after(one, cosigned(), approved()), withdraw, ben)).toEqual(nothing)
  })

  test('a signature is for a version, and who has to sign is part of it', () => {
    const renewed = after(proposed(warning()), cosigned(), revised({ text: 'Neu' }))
    expect(renewed.cosignatures).toEqual([])
    expect(after(proposed(warning()), cosigned(), cosignatureWithdrawn()).cosignatures).toEqual([])
    expect(fingerprint(post({ cosigners: ['vs'] }))).not.toBe(fingerprint(post()))
    expect(fingerprint(post({ cosigners: ['vs'] }))).not.toBe(
      fingerprint(post({ cosigners: ['mr'] })),
    )
  })

  test('each version calls the departments once', () => {
    const calls = letters(
      theNumber,
      life(proposed(warning()), cosigned(), revised({ text: 'Neu' })),
    )
      .filter(({ kind }) => kind === 'call')
      .map(({ key }) => key)
    expect(calls).toEqual(['proposal/7/call/1', 'proposal/7/call/2'])
  })
})

describe('a warning', () => {
  const public_ = [proposed(warning()), cosigned(), approved(), sending(), sent()]
  const eight = monday('20:00')

  test('is open until somebody says that it is over, and people are asked once when it lapses', () => {
    expect(isOpenWarning(after(...public_))).toBe(true)
    expect(due(after(...public_), ten)).toEqual({ owed: { do: 'lapse' }, from: eight })
    expect(decideForDesk(after(...public_), { do: 'lapse' }, eight - 1)).toEqual({
      refused: 'nothing-to-check',
    })
    expect(decideForDesk(after(...public_), { do: 'lapse' }, eight)).toEqual({
      events: [{ type: 'lapsed' }],
    })
    expect(due(after(...public_, lapsed()), eight)).toBeNull()
    expect(isOpenWarning(after(...public_, lapsed()))).toBe(true)
  })

  test.each([
    ['an all-clear', followed('all-clear')],
    ['a new warning', followed('warning')],
    ['its retraction', followed('retraction')],
    ['an officer', closed()],
  ])('%s ends it', (_, step) => {
    expect(isOpenWarning(after(...public_, step))).toBe(false)
    expect(due(after(...public_, step), ten)).toBeNull()
  })

  test('a correction does not', () => {
    expect(isOpenWarning(after(...public_, followed('correction')))).toBe(true)
  })

  test('only an officer ends one without an all-clear', () => {
    const close: Command = { do: 'close' }
    expect(asked(after(...public_), close, petra)).toEqual({ events: [{ type: 'closed' }] })
    expect(asked(after(...public_), close, ben)).toEqual({ refused: 'not-an-officer' })
    expect(asked(after(...public_, closed()), close, petra)).toEqual({
      refused: 'nothing-to-check',
    })
  })

  test('that holds no longer is not approved and does not go out', () => {
    const reminder = reminded({ of: 'signature' })
    expect(due(after(proposed(warning()), reminder), ten)).toEqual({
      ...{ owed: { do: 'expire' }, from: eight },
    })
    const waiting = after(proposed(warning()), cosigned(), approved({ sendAt: eight + 1 }))
    expect(due(waiting, eight + 1)).toEqual({
      ...{ owed: { do: 'hold', because: 'late' }, from: eight },
    })
  })
})

describe('a retraction', () => {
  const original = { proposal: 3, posts: ['301', '302'] }
  const both = proposed(retraction({ original, text: 'Wir haben unseren Beitrag gelöscht.' }))

  test('deletes the last part first, then says why', () => {
    const target = (...steps: readonly Step[]) => {
      const proposal = after(...steps)
      return [nextAim(proposal)?.errand, targetOf(proposal)]
    }
    const begun = [both, approved()]
    expect(target(...begun)).toEqual(['delete', { post: '302' }])
    const half = [...begun, sending(), deleted()]
    expect(target(...half)).toEqual(['delete', { post: '301' }])
    const gone = [...half, sending(), deleted()]
    expect(target(...gone)).toEqual(['post', null])
    expect(after(...gone, sending(), sent()).stage.is).toBe('published')
  })

  test('without a word is done once everything is gone', () => {
    const done = after(
      proposed(retraction({ original: { ...original, posts: ['301'] } })),
      approved(),
      sending(),
      deleted(),
    )
    expect(done.stage.is).toBe('published')
    expect(done.published).toEqual([])
  })

  test('in doubt is tried again, three times, then a person says what is true', () => {
    const tried = [sending(), doubted()]
    const steps = [both, approved(), ...tried]
    expect(after(...steps).stage).toMatchObject({ is: 'waiting', because: 'unreachable' })
    const asks = after(...steps, ...tried, ...tried)
    expect(asks.stage).toMatchObject({ is: 'check-needed', because: 'doubt' })
    const confirm: Command = { do: 'confirm-deleted' }
    expect(asked(asks, confirm, petra)).toEqual({
      events: [{ type: 'done', errand: 'delete', network: 'x', part: 1, how: 'told' }],
    })
    expect(asked(asks, confirm, ben)).toEqual({ refused: 'not-an-officer' })
    expect(asked(asks, { do: 'confirm-posted', id: '1', url: '' }, petra)).toEqual({
      refused: 'nothing-to-check',
    })
  })

  test('half done is not written anew', () => {
    const half = after(both, approved(), sending(), deleted())
    const content = retraction({ original, text: 'Anders.' })
    const revise: Command = { do: 'revise', version: 1, content, form: 'f' }
    expect(asked(half, revise, anna)).toEqual({ refused: 'already-publishing' })
  })
})

describe('a consent that ends', () => {
  const eight = monday('20:00')
  const nine = monday('21:00')
  const people = (until: number) => ({ people: 'consent', reference: 'Ordner 7', until }) as const
  const seen = post({
    pictures: [picture({ shown: people(eight) }), picture({ shown: people(nine) })],
  })
  const public_ = [
    proposed(seen),
    approved(),
    uploaded(),
    uploaded({ picture: 1 }),
    sending(),
    sent(),
  ]
  const ask = { do: 'ask-about-consent' } as const

  test('is asked about once each, while the public sees them', () => {
    expect(due(after(...public_), ten)).toEqual({ owed: ask, from: eight })
    expect(decideForDesk(after(...public_), ask, eight - 1)).toEqual({
      refused: 'nothing-to-check',
    })
    expect(decideForDesk(after(...public_), ask, eight)).toEqual({
      events: [{ type: 'consent-ended', until: eight }],
    })
    const asks = after(...public_, consentEnded())
    expect(isConsentOver(asks)).toBe(true)
    expect(due(asks, eight)).toEqual({ owed: ask, from: nine })
    expect(due(after(...public_, followed('retraction')), eight)).toBeNull()
    expect(isConsentOver(after(...public_, consentEnded(), followed('retraction')))).toBe(false)
  })

  test('is answered by an officer who has a new one', () => {
    const renew: Command = { do: 'renew-consent' }
    const asks = after(...public_, consentEnded())
    expect(asked(asks, renew, petra)).toEqual({ events: [{ type: 'consent-renewed' }] })
    expect(asked(asks, renew, ben)).toEqual({ refused: 'not-an-officer' })
    const renewed = after(...public_, consentEnded(), consentRenewed())
    expect(isConsentOver(renewed)).toBe(false)
    expect(asked(renewed, renew, petra)).toEqual({ refused: 'nothing-to-check' })
    expect(isConsentToWatch(renewed)).toBe(true)
    const both = after(...public_, consentEnded(), consentEnded(), consentRenewed())
    expect(isConsentToWatch(both)).toBe(false)
    expect(due(both, nine)).toBeNull()
  })

  test('holds back what has not gone out, and nobody can send it after all', () => {
    const waiting = after(proposed(seen), approved({ sendAt: eight }))
    expect(due(waiting, ten)).toEqual({
      owed: { do: 'hold', because: 'consent-over' },
      from: eight,
    })
    const inTime = after(proposed(seen), approved({ sendAt: eight - 1 }))
    expect(due(inTime, ten)?.owed.do).toBe('upload')
    const asks = after(proposed(seen), approved(), held('consent-over'))
    expect(asked(asks, { do: 'release' }, petra)).toEqual({ refused: 'nothing-to-check' })
  })
})

describe('what can be said about something public', () => {
  const aWarning = after(proposed(warning()), cosigned(), approved(), sending(), sent())
  const aPost = after(proposed(), approved(), sending(), sent())
  const about = (original: Proposal, ...kinds: Kind[]) => ({
    original,
    waiting: kinds.map((kind, index) => ({ number: 20 + index, kind })),
  })

  test('is said once: a warning is over or holds for longer', () => {
    expect(mayFollowUp('all-clear', about(aWarning))).toBeNull()
    expect(mayFollowUp('warning', about(aWarning))).toBeNull()
    expect(mayFollowUp('all-clear', about(aWarning, 'correction'))).toBeNull()
    const waits = { refused: 'follow-up-waiting', number: 20 }
    expect(mayFollowUp('all-clear', about(aWarning, 'warning'))).toEqual({
      ...waits,
      kind: 'warning',
    })
    expect(mayFollowUp('correction', about(aPost, 'correction'))).toEqual({
      ...waits,
      kind: 'correction',
    })
    expect(mayFollowUp('correction', about(aPost, 'retraction'))).toBeNull()
  })

  test('is about what is still there', () => {
    const gone = after(proposed(), approved(), sending(), sent(), followed('retraction'))
    expect(mayFollowUp('correction', about(gone))).toEqual({ refused: 'not-public' })
    expect(mayFollowUp('retraction', about(after(proposed())))).toEqual({ refused: 'not-public' })
    expect(mayFollowUp('all-clear', about(aPost))).toEqual({ refused: 'warning-over' })
    const half = after(proposed(thread(2)), approved(), sending(), sent(), sending(), refused())
    expect(mayFollowUp('retraction', about(half))).toBeNull()
  })

  test('is refused when it is proposed, after who may propose at all', () => {
    const content = post({ kind: 'retraction', original: { proposal: 7, posts: ['1'] } })
    expect(propose(content, 'f', anna, about(aPost, 'retraction'))).toMatchObject({
      refused: 'follow-up-waiting',
    })
    expect(propose(content, 'f', guest, about(aPost, 'retraction'))).toEqual({
      refused: 'outsider',
    })
    expect(propose(content, 'f', anna, about(aPost))).toHaveProperty('events')
  })
})

test('a correction hangs on the last part of what it is about', () => {
  const original = { proposal: 3, posts: ['301', '302'] }
  const correction = proposed(post({ kind: 'correction', original, reason: 'Falsch' }))
  expect(targetOf(after(correction, approved()))).toEqual({ post: '302' })
})

test('what became of a post is told once', () => {
  const command = { do: 'record-followed', by: 12, kind: 'correction', url: null } as const
  const public_ = [proposed(), approved(), sending(), sent()]
  expect(decideForDesk(after(...public_), command, ten)).toEqual({
    events: [{ type: 'followed', by: 12, kind: 'correction', url: null }],
  })
  expect(decideForDesk(after(...public_, followed()), command, ten)).toEqual({
    refused: 'nothing-changed',
  })
})
