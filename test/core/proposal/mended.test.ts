// A small correction: an officer mends somebody's words and releases them, and a second person sees them before the public.
import { describe, expect, test } from 'vitest'
import { approvalStands } from '../../../src/core/proposal/approve.ts'
import { type Command } from '../../../src/core/proposal/command.ts'
import { mayMend } from '../../../src/core/proposal/revise.ts'
import { letters } from '../../../src/core/proposal/letters.ts'
import { nextStep, turnOf, type Viewer } from '../../../src/core/proposal/turn.ts'
import type { Person } from '../../../src/core/people.ts'
import { given } from '../../support/decisions.ts'
import {
  after,
  anna,
  approved,
  asked,
  ben,
  guest,
  held,
  life,
  mended,
  monday,
  petra,
  post,
  proposed,
  released,
  revised,
  seenBySecond,
  stopped,
  theNumber,
  vera,
  type Step,
} from '../../support/lives.ts'
import { due } from '../../support/owed.ts'

const mend: Command = {
  ...{ do: 'revise', version: 1, content: post({ text: 'Ohne Fehler' }), form: 'f' },
  releases: true,
}
const yes = (version: number, via: 'button' | 'reaction' = 'button'): Command => ({
  ...{ do: 'approve', version, via, since: null },
})
const small = [proposed(), mended({ text: 'Ohne Fehler' })]
const viewer = (person: Person): Viewer => ({ ...person, departments: [] })

describe('mending', () => {
  test('is for an officer, about what somebody else wrote', () => {
    given(proposed()).when(petra, mend).then({ type: 'mended', form: 'f' })
    given(proposed({ by: petra }))
      .when(petra, mend)
      .refuses('own')
    given(proposed(), revised({ by: petra, text: 'x' }))
      .when(petra, { ...mend, version: 2 })
      .refuses('own')
    given(proposed()).when(ben, mend).refuses('not-an-officer')
    given(proposed()).when(guest, mend).refuses('outsider')
  })

  test('can be done twice', () => {
    given(...small)
      .when(petra, { ...mend, version: 2, content: post({ text: 'Noch besser' }) })
      .then({ type: 'mended' })
    expect(mayMend(after(...small), vera)).toBeNull()
  })

  test('is nothing where nothing is changed', () => {
    given(proposed())
      .when(petra, { ...mend, content: post() })
      .refuses('nothing-changed')
  })

  test('reaches the author, who is asked to look', () => {
    const notes = letters(theNumber, life(...small)).filter(({ kind }) => kind === 'note')
    expect(notes.map((note) => 'to' in note && note.to)).toEqual([anna.actor])
    expect(turnOf(after(...small), viewer(anna))).toBe('now')
    expect(nextStep(after(...small), viewer(anna))).toBe('approve')
    expect(turnOf(after(...small), viewer(petra))).toBe('others')
  })
})

describe('a second person', () => {
  test.each([anna, ben, vera])('may be anybody of the office but who mended it', (somebody) => {
    given(...small)
      .when(somebody, yes(2))
      .then({ type: 'confirmed', version: 2, via: 'button' })
    const public_ = after(...small, seenBySecond({ by: somebody }))
    expect(public_.approval).toMatchObject({ by: petra.actor, confirmedBy: somebody.actor })
    expect(approvalStands(public_)).toBe(true)
    expect(due(public_, monday('10:15'))).toMatchObject({ owed: { do: 'send' } })
  })

  test('is not who mended it, nor a guest', () => {
    given(...small)
      .when(petra, yes(2))
      .refuses('own')
    given(...small)
      .when(guest, yes(2))
      .refuses('outsider')
  })

  test('confirms what was mended only, and exactly the last version', () => {
    given(proposed(), revised({ by: petra, text: 'x' }))
      .when(anna, yes(2))
      .refuses('not-an-officer')
    given(...small)
      .when(anna, yes(1))
      .refuses('outdated-version', { current: 2 })
    given(...small, revised({ by: ben, text: 'Doch anders' }))
      .when(anna, yes(3))
      .refuses('not-an-officer')
  })

  test('takes back the reaction that confirmed', () => {
    const steps: Step[] = [...small, seenBySecond({ by: anna, via: 'reaction' })]
    given(...steps)
      .when(anna, { do: 'stop', version: 2, via: 'reaction' })
      .then({ type: 'stopped' })
    given(...steps)
      .when(petra, { do: 'stop', version: 2, via: 'reaction' })
      .refuses('not-yours')
  })
})

describe('once somebody stopped it or has a question', () => {
  test.each<[string, readonly Step[], string]>([
    ['stopped', [...small, seenBySecond(), stopped({ by: ben })], 'not-an-officer'],
    ['asked about', [...small, asked({ by: vera })], 'not-an-officer'],
  ])('%s: only an officer decides', (_, steps, refused) => {
    given(...steps)
      .when(anna, yes(2))
      .refuses(refused as 'not-an-officer')
    given(...steps)
      .when(vera, yes(2))
      .then({ type: 'approved' })
  })

  test('who mended it may release it once more as it is', () => {
    given(...small, seenBySecond(), stopped({ by: ben }))
      .when(petra, { ...mend, version: 2 })
      .then({ type: 'mended' })
  })
})

test('another officer who takes it up again answers for it alone', () => {
  const late = [...small, seenBySecond(), held('late')]
  const again = after(...late, released({ by: vera }))
  expect(again.approval).toMatchObject({ by: vera.actor, confirmedBy: null })
  expect(approvalStands(again)).toBe(true)
  given(...late)
    .when(petra, { do: 'release' })
    .refuses('own')
})

test('an approval of an officer is as good as before', () => {
  expect(approvalStands(after(proposed(), approved()))).toBe(true)
  expect(approvalStands(after(...small, approved({ by: petra })))).toBe(false)
})
